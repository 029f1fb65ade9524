"""Read what the planner plans: the Rencana Aksi, and the days the office does not follow.

Every problem is reported, at its cell; a row that cannot be used is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kinerja import periode
from kinerja.master_reading import BROKEN, MasterReading
from kinerja.model import Indikator, Nilai, RencanaAksi, Subbagian
from kinerja.model_sop import Hari, HariLibur
from kinerja.sheets import master
from kinerja.sheets.table import Row, normal
from kinerja.values import parse_number

INDIKATOR = master.indikator_sheet(4)  # only its name is wanted; no siklus changes that


def rencana_of(
    reading: MasterReading,
    indikator: Iterable[Indikator],
    subbagian: Iterable[Subbagian],
    siklus: int,
) -> tuple[RencanaAksi, ...]:
    """Every Rencana Aksi of an Indikator and a Subbagian that are known."""
    sheet = master.rencana_sheet(siklus)
    codes = {normal(i.kode): i.kode for i in indikator}
    units = {normal(s.kode): s.kode for s in subbagian}
    found = []
    for row in reading.rows(sheet):
        needed = reading.required(row, sheet, "indikator", "uraian", "penanggung_jawab")
        # both are looked up, so that both are reported
        known = needed and all(
            [
                reading.known(row, sheet, "indikator", codes, INDIKATOR),
                reading.known(row, sheet, "penanggung_jawab", units, master.SUBBAGIAN),
            ]
        )
        if not known:
            continue
        found.append(
            RencanaAksi(
                indikator=codes[normal(row.text("indikator"))],
                uraian=row.text("uraian"),
                penanggung_jawab=units[normal(row.text("penanggung_jawab"))],
                satuan=row.text("satuan"),
                target=tuple(_target(row, f"target_{p}") for p in periode.of_year(siklus)),
                anggaran=reading.number(row, sheet, "anggaran"),
                keterangan=row.text("keterangan"),
                location=row.places["indikator"],
                letak=row.places,
            )
        )
    return tuple(found)


def _target(row: Row, key: str) -> Nilai | None:
    """A number where it can be one, else the text: “1 dokumen”, “selesai”."""
    cell = row.cells.get(key)
    if cell is None or cell.kind in BROKEN:
        return None
    text = row.text(key)
    number = parse_number(text)
    return number if isinstance(number, Decimal) else text


def libur_of(reading: MasterReading) -> tuple[HariLibur, ...]:
    """Every day that is declared free or working, in the order of the sheet."""
    sheet = master.LIBUR
    found = []
    for row in reading.rows(sheet):
        if not reading.required(row, sheet, "tanggal"):
            continue
        hari = reading.choice(row, sheet, "hari", Hari.LIBUR, Hari)
        tanggal = reading.date(row, sheet, "tanggal")
        if tanggal:
            found.append(
                HariLibur(
                    tanggal=tanggal,
                    keterangan=row.text("keterangan"),
                    hari=hari,
                    location=row.places["tanggal"],
                )
            )
    return tuple(found)
