"""Read the sheet “Sasaran & Indikator”: the Perjanjian Kinerja as the planner keeps it.

Every problem is reported, at its cell; a row that cannot be used is left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from kinerja import periode
from kinerja.grid import Kind
from kinerja.master_reading import BROKEN, MasterReading
from kinerja.model import Indikator, Jenis, Konsolidasi, Polaritas, Sasaran, Subbagian, Target
from kinerja.sheets import master
from kinerja.sheets.table import Row, Sheet, normal
from kinerja.temuan import Rule, Temuan
from kinerja.values import parse_number, parse_rentang


def indikator_of(
    reading: MasterReading, subbagian: Iterable[Subbagian], siklus: int
) -> tuple[tuple[Sasaran, ...], tuple[Indikator, ...]]:
    """The Perjanjian Kinerja: every Sasaran and every Indikator that can be used."""
    sheet = master.indikator_sheet(siklus)
    codes = {normal(s.kode): s.kode for s in subbagian}
    rows = reading.rows(sheet)
    needed = ("kode_sasaran", "kode", "uraian", "penanggung_jawab")
    alone = [row for row in rows if row.cells.keys() <= {"kode_sasaran", "sasaran"}]
    others = [row for row in rows if row not in alone]
    whole = [row for row in others if reading.required(row, sheet, *needed)]
    read = [
        (row, _indikator(reading, sheet, row, codes, siklus))
        for row in reading.unique([row for row in others if row.text("kode")])
    ]
    _report_alone(reading, sheet, alone, {row.text("kode_sasaran") for row in whole})
    return _sasaran(reading, rows), tuple(i for row, i in read if row in whole)


def _report_alone(
    reading: MasterReading, sheet: Sheet, alone: Iterable[Row], measured: Container[str]
) -> None:
    """A row may name just a Sasaran, as long as other rows measure it."""
    for row in alone:
        kode = row.text("kode_sasaran")
        if reading.required(row, sheet, "kode_sasaran") and kode not in measured:
            at = row.places["kode_sasaran"]
            reading.temuan.append(Rule.SASARAN_TANPA_INDIKATOR.at(at, sasaran=kode))


def _sasaran(reading: MasterReading, rows: Iterable[Row]) -> tuple[Sasaran, ...]:
    found: dict[str, str] = {}
    first: dict[str, Row] = {}
    for row in rows:
        kode, uraian = row.text("kode_sasaran"), row.text("sasaran")
        if not kode:
            continue
        first.setdefault(kode, row)
        before = found.setdefault(kode, uraian)
        if not before:
            found[kode] = uraian
        elif uraian and normal(uraian) != normal(before):
            reading.temuan.append(
                Rule.SASARAN_BERBEDA.at(
                    row.places["sasaran"], kode=kode, satu=before, dua=uraian
                )
            )
    for kode, uraian in found.items():
        if not uraian:
            at = first[kode].places["sasaran"]
            reading.temuan.append(Rule.SASARAN_TANPA_URAIAN.at(at, sasaran=kode))
    return tuple(Sasaran(kode=kode, uraian=uraian) for kode, uraian in found.items())


def _indikator(
    reading: MasterReading, sheet: Sheet, row: Row, codes: Mapping[str, str], siklus: int
) -> Indikator:
    if row.text("penanggung_jawab"):
        reading.known(row, sheet, "penanggung_jawab", codes, master.SUBBAGIAN)
    jenis = reading.choice(row, sheet, "jenis", Jenis.ANGKA, Jenis)
    return Indikator(
        kode=row.text("kode"),
        uraian=row.text("uraian"),
        sasaran=row.text("kode_sasaran"),
        penanggung_jawab=_own(row.text("penanggung_jawab"), codes),
        pendukung=_pendukung(reading, sheet, row, codes),
        satuan=row.text("satuan"),
        jenis=jenis,
        polaritas=reading.choice(row, sheet, "polaritas", Polaritas.POSITIF, Polaritas),
        konsolidasi=reading.choice(
            row, sheet, "konsolidasi", Konsolidasi.TERAKHIR, Konsolidasi
        ),
        bobot=reading.number(row, sheet, "bobot"),
        target=_target(reading, sheet, row, "target", jenis),
        target_periode=tuple(
            _target(reading, sheet, row, f"target_{p}", jenis) for p in periode.of_year(siklus)
        ),
        target_renstra=reading.number(row, sheet, "target_renstra"),
        standar_nasional=reading.number(row, sheet, "standar_nasional"),
        definisi=row.text("definisi"),
        rumus=row.text("rumus"),
        sumber_data=row.text("sumber_data"),
        asal=row.text("asal"),
        location=row.places["kode"],
        letak=row.places,
    )


def _own(kode: str, codes: Mapping[str, str]) -> str:
    """The code as the sheet Subbagian writes it."""
    return codes.get(normal(kode), kode)


def _pendukung(
    reading: MasterReading, sheet: Sheet, row: Row, codes: Mapping[str, str]
) -> tuple[str, ...]:
    found = []
    for part in row.text("pendukung").replace(",", ";").split(";"):
        if not part.strip():
            continue
        if normal(part) in codes:
            found.append(codes[normal(part)])
            continue
        reading.temuan.append(
            Rule.KODE_TIDAK_DIKENAL.at(
                row.places["pendukung"],
                judul=sheet.column("pendukung").heading,
                kode=part.strip(),
                lembar=master.SUBBAGIAN.name,
                usul=reading.near(part, codes, master.SUBBAGIAN),
            )
        )
    return tuple(found)


def _target(
    reading: MasterReading, sheet: Sheet, row: Row, key: str, jenis: Jenis
) -> Target | None:
    """The Target in a cell, as the Jenis wants it."""
    text = row.text(key)
    cell = row.cells.get(key)
    if cell is None and key == "target":
        kode = row.text("kode")
        reading.temuan.append(Rule.TARGET_KOSONG.at(row.places[key], indikator=kode))
    if cell is None or cell.kind in BROKEN:
        return None
    number, rentang = parse_number(text), parse_rentang(text)
    is_single = cell.kind is Kind.NUMBER or number is not None
    if jenis is Jenis.TEKS or (jenis is Jenis.RENTANG and is_single):
        if is_single:
            reading.temuan.append(_of_jenis(Rule.TARGET_TERBACA_LAIN, row, sheet, key, jenis))
        return text if jenis is Jenis.TEKS else reading.number(row, sheet, key)
    if jenis is Jenis.RENTANG and rentang:
        return rentang
    is_word = cell.kind is Kind.TEXT and not any(c.isdecimal() for c in text)
    if rentang and number is None:
        found = _of_jenis(Rule.TARGET_LAIN_JENIS, row, sheet, key, jenis, usul=Jenis.RENTANG)
    elif is_word or jenis is Jenis.RENTANG:
        found = _of_jenis(Rule.TARGET_LAIN_JENIS, row, sheet, key, jenis, usul=Jenis.TEKS)
    else:
        return reading.number(row, sheet, key, row.text("satuan"))
    reading.temuan.append(found)
    return None


def _of_jenis(
    rule: Rule, row: Row, sheet: Sheet, key: str, jenis: Jenis, **facts: str
) -> Temuan:
    """What is to be said of a Target that is of another Jenis."""
    return rule.at(
        row.places[key],
        judul=sheet.column(key).heading,
        indikator=row.text("kode"),
        isi=row.text(key),
        jenis=jenis,
        contoh=master.CONTOH_TARGET[jenis],
        **facts,
    )
