"""The sheet “Riwayat”: every action that changed the master, newest first.

An undo is an action too; nothing is ever taken out of the sheet but what no longer fits.
The file beside the workbook (``jurnal_lines``) holds all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from kinerja.master_reading import MasterReading
from kinerja.model import Tindakan
from kinerja.printing import saat
from kinerja.sheets import beranda, master
from kinerja.sheets.table import Page, Row

TERBANYAK = 1_000  # rows; with five times as many every action waits for seconds


def jurnal_of(reading: MasterReading) -> tuple[Tindakan, ...]:
    """The actions so far, oldest first; what a person typed in a row is kept as it is."""
    return tuple(reversed([_tindakan(row) for row in reading.rows(master.JURNAL)]))


def _tindakan(row: Row) -> Tindakan:
    waktu: datetime | str = row.text("waktu")
    with suppress(ValueError):
        waktu = datetime.fromisoformat(row.text("waktu"))
    return Tindakan(
        waktu=waktu,
        nama=row.text("nama"),
        hasil=row.text("hasil"),
        cadangan=row.text("cadangan"),
        oleh=row.text("oleh"),
        sidik=row.text("sidik"),
        location=row.places["waktu"],
    )


def kepala(jurnal: Sequence[Tindakan]) -> str:
    """The digest of the last line of the journal; "" while there is none."""
    return jurnal[-1].sidik if jurnal else ""


def jurnal_pages(jurnal: Sequence[Tindakan]) -> tuple[Page, ...]:
    """The sheet “Riwayat”, and the last actions as “Beranda” shows them."""
    rows = [_row(t) for t in reversed(jurnal[-TERBANYAK:])]
    last = reversed(jurnal[-beranda.TINDAKAN :])
    return (
        Page(master.JURNAL, rows),
        Page(
            beranda.TERAKHIR,
            [[t.nama, _said(t.waktu), t.hasil or beranda.TANPA_HASIL] for t in last],
        ),
    )


def _said(waktu: datetime | str) -> str:
    return saat(waktu) if isinstance(waktu, datetime) else waktu


def outgrown(jurnal: Sequence[Tindakan]) -> tuple[str, ...]:
    """The oldest rows, for which one more leaves no room and which stand nowhere else."""
    return tuple(
        "\t".join(" ".join(cell.split()) for cell in _row(t))
        for t in jurnal[: 1 - TERBANYAK]
        if not t.sidik
    )


def _row(t: Tindakan) -> list[str]:
    waktu = t.waktu
    if isinstance(waktu, datetime):
        waktu = waktu.isoformat(sep=" ", timespec="seconds")
    return [waktu, t.nama, t.hasil, t.cadangan, t.oleh, t.sidik]
