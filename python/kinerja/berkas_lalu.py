"""The sheet “Berkas Lalu”: which files of data pendukung earlier years used."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kinerja.master_reading import MasterReading
from kinerja.model_arsip import BerkasLalu
from kinerja.sheets.arsip import BERKAS_LALU
from kinerja.sheets.table import Row, Rows
from kinerja.state import each_row


def berkas_lalu_of(reading: MasterReading) -> tuple[BerkasLalu, ...]:
    """The files of earlier years."""

    def one(row: Row) -> BerkasLalu:
        return BerkasLalu(
            tahun=int(row.text("tahun")),
            sha256=row.text("sha256"),
            berkas=row.text("berkas"),
            indikator=row.text("indikator"),
        )

    return each_row(reading, BERKAS_LALU, reading.rows(BERKAS_LALU), one)


def berkas_lalu_rows(berkas: Iterable[BerkasLalu]) -> Rows:
    """The newest year first."""
    ordered = sorted(berkas, key=lambda b: (-b.tahun, b.indikator, b.berkas, b.sha256))
    return [[Decimal(b.tahun), b.indikator, b.berkas, b.sha256] for b in ordered]
