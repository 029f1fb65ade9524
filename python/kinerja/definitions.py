"""Read what the planner fills in the master: Subbagian, Indikator, Syarat, Anggaran ...

Every problem is reported, at its cell; a row that cannot be used is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kinerja import periode
from kinerja.grid import Book, Value
from kinerja.master_reading import MasterReading
from kinerja.model import (
    Anggaran,
    Indikator,
    Narasi,
    Pengaturan,
    Riwayat,
    Sasaran,
    Subbagian,
    Syarat,
)
from kinerja.settings import DEFAULT, read_pengaturan, read_skala
from kinerja.sheets import master
from kinerja.sheets.table import Row, Sheet, find_headings, normal, read_table
from kinerja.temuan import Rule, Temuan
from kinerja.values import suggest, to_text

INDIKATOR = master.indikator_sheet(4)  # only its name is wanted; no siklus changes that


def pengaturan_of(book: Book) -> tuple[Pengaturan, list[Temuan]]:
    """The policy with its scale; defaults where the sheets are gone."""
    reading = MasterReading(book)
    pengaturan = DEFAULT
    grid = book.grid(master.PENGATURAN.name)
    if grid:
        pengaturan, problems = read_pengaturan(grid, _laid_out(book))
        reading.temuan += problems
        reading.report_broken(read_table(grid, master.PENGATURAN)[0].rows, master.PENGATURAN)
    else:
        reading.rows(master.PENGATURAN)
    skala = book.grid(master.SKALA.name)
    if skala:
        steps, problems = read_skala(skala)
        reading.temuan += problems
        pengaturan = replace(pengaturan, skala=steps)
    else:
        reading.rows(master.SKALA)
    return pengaturan, reading.temuan


def _laid_out(book: Book) -> int:
    """For how many Periode a year the Targets have columns; 0 where that cannot be seen."""
    grid = book.grid(INDIKATOR.name)
    if grid is None:
        return 0
    for siklus in periode.SIKLUS:
        found = find_headings(grid, master.indikator_sheet(siklus))[1]
        if all(f"target_{p}" in found for p in periode.of_year(siklus)):
            return siklus
    return 0


# The code names files and folders, so nothing in it may mean more than itself there.
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}")
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)\d", re.IGNORECASE)  # on Windows


def is_code(text: str) -> bool:
    """Whether a Subbagian's code can stand in the name of a file on every system."""
    return bool(_CODE.fullmatch(text)) and not _RESERVED.fullmatch(text)


def subbagian_of(reading: MasterReading) -> tuple[Subbagian, ...]:
    """Every Subbagian with a code of its own."""
    sheet = master.SUBBAGIAN
    rows = [r for r in reading.rows(sheet) if reading.required(r, sheet, "kode", "nama")]
    for row in rows:
        if not is_code(row.text("kode")):
            place = row.places["kode"]
            reading.temuan.append(Rule.KODE_TIDAK_AMAN.at(place, kode=row.text("kode")))
    rows = [row for row in rows if is_code(row.text("kode"))]
    rows = list(reading.unique(rows))
    reading.names[sheet.name] = {row.text("nama"): row.text("kode") for row in rows}
    return tuple(
        Subbagian(
            kode=row.text("kode"),
            nama=row.text("nama"),
            kepala=row.text("kepala"),
            surel=row.text("surel"),
            letak=row.places,
        )
        for row in rows
    )


def syarat_of(
    reading: MasterReading, indikator: Iterable[Indikator], siklus: int
) -> tuple[Syarat, ...]:
    """What data pendukung each Indikator needs."""
    sheet = master.SYARAT
    codes = {normal(i.kode): i.kode for i in indikator}
    found = []
    for row in reading.rows(sheet):
        usable = reading.required(row, sheet, "indikator", "jenis")
        if not usable or not reading.known(row, sheet, "indikator", codes, INDIKATOR):
            continue
        jumlah = reading.number(row, sheet, "jumlah")
        found.append(
            Syarat(
                indikator=codes[normal(row.text("indikator"))],
                jenis=row.text("jenis"),
                jumlah=_at_least(reading, row, jumlah),
                periode=_periode(reading, sheet, row, siklus),
                letak=row.places,
            )
        )
    return tuple(found)


def _at_least(reading: MasterReading, row: Row, jumlah: Decimal | None) -> int:
    """How many pieces are due; a Temuan where that is no whole number from 1."""
    if jumlah is not None and (jumlah < 1 or jumlah != int(jumlah)):
        reading.temuan.append(
            Rule.SYARAT_TANPA_JUMLAH.at(
                row.places["jumlah"],
                jenis=row.text("jenis"),
                indikator=row.text("indikator"),
                jumlah=to_text(jumlah),
            )
        )
    return 1 if jumlah is None else max(0, int(jumlah))


def _periode(reading: MasterReading, sheet: Sheet, row: Row, siklus: int) -> int | None:
    """The one Periode that is named; None for all of them."""
    text = row.text("periode")
    p = periode.parse(siklus, text) if text else None
    if text and p is None:
        names = [periode.name(siklus, n) for n in periode.of_year(siklus)]
        reading.temuan.append(
            Rule.PILIHAN_TIDAK_DIKENAL.at(
                row.places["periode"],
                judul=sheet.column("periode").heading,
                isi=text,
                usul=suggest(text, names),
                pilihan=", ".join(names),
            )
        )
    return p


def riwayat_of(reading: MasterReading, indikator: Iterable[Indikator]) -> tuple[Riwayat, ...]:
    """Realisasi of earlier years."""
    sheet = master.RIWAYAT
    codes = {normal(i.kode): i.kode for i in indikator}
    found = []
    for row in reading.rows(sheet):
        tahun = reading.number(row, sheet, "tahun")
        usable = reading.required(row, sheet, "indikator", "tahun")
        if not usable or not reading.known(row, sheet, "indikator", codes, INDIKATOR):
            continue
        if tahun is not None:
            found.append(
                Riwayat(
                    indikator=codes[normal(row.text("indikator"))],
                    tahun=int(tahun),
                    target=reading.number(row, sheet, "target"),
                    realisasi=reading.number(row, sheet, "realisasi"),
                    asal=row.text("asal"),
                    letak=row.places,
                )
            )
    return tuple(found)


def anggaran_of(
    reading: MasterReading, sasaran: Iterable[Sasaran], siklus: int
) -> tuple[Anggaran, ...]:
    """The budget, line by line."""
    sheet = master.anggaran_sheet(siklus)
    codes = {normal(s.kode): s.kode for s in sasaran}
    found = []
    for row in reading.rows(sheet):
        if not reading.required(row, sheet, "kode", "pagu"):
            continue
        if row.text("sasaran"):
            reading.known(row, sheet, "sasaran", codes, INDIKATOR)
        found.append(
            Anggaran(
                kode=row.text("kode"),
                uraian=row.text("uraian"),
                sasaran=codes.get(normal(row.text("sasaran")), ""),
                pagu=reading.number(row, sheet, "pagu") or Decimal(0),
                realisasi=tuple(
                    reading.number(row, sheet, f"realisasi_{p}")
                    for p in periode.of_year(siklus)
                ),
                location=row.places["kode"],
                letak=row.places,
            )
        )
    return tuple(found)


def narasi_of(reading: MasterReading) -> tuple[Narasi, ...]:
    """The texts of the report that the planner wrote, by slot.

    “Rekomendasi Perbaikan 2” fills the slot ``rekomendasi:2``, that of Sasaran 2.
    """
    slots = {normal(label): key for key, label in master.BAGIAN.items()}
    found = []
    for row in reading.rows(master.NARASI):
        label = normal(row.text("bagian"))
        key = slots.get(label)
        if key is None:
            head, _, kode = row.text("bagian").rpartition(" ")
            key = f"{slots[normal(head)]}:{kode}" if normal(head) in slots else None
        if key and row.text("isi"):
            found.append(Narasi(bagian=key, isi=row.text("isi")))
        elif row.text("isi"):
            bagian = row.text("bagian")
            usul = suggest(bagian, master.BAGIAN.values())
            rule, at = Rule.BAGIAN_TIDAK_DIKENAL, row.places["bagian"]
            reading.temuan.append(rule.at(at, bagian=bagian, usul=usul))
    return tuple(found)


def narasi_rows(sasaran: Iterable[Sasaran], narasi: Iterable[Narasi]) -> list[list[Value]]:
    """The rows of the sheet: every slot, filled or not, one recommendation a Sasaran."""
    known = {n.bagian: n.isi for n in narasi}
    rows: list[list[Value]] = []
    for key, label in master.BAGIAN.items():
        if key != master.REKOMENDASI:
            rows.append([label, known.get(key, "")])
            continue
        rows += [[f"{label} {s.kode}", known.get(f"{key}:{s.kode}", "")] for s in sasaran]
    return rows
