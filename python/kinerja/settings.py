"""Read the policy of the office from the sheet “Pengaturan”.

Every setting has a default. One that cannot be read is a Temuan, and the default
stands; only the year has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from datetime import time
from decimal import Decimal
from typing import Any, cast

from kinerja import periode
from kinerja.grid import Book, Grid, Value
from kinerja.model import Jam, Location, Pengaturan, Skala
from kinerja.sheets.master import PENGATURAN as SHEET
from kinerja.sheets.master import SKALA as SKALA_SHEET
from kinerja.sheets.pengaturan import NO_CAP, PENGATURAN
from kinerja.sheets.table import Row, normal, plain, read_table
from kinerja.temuan import Rule, Temuan
from kinerja.values import (
    parse_number,
    read_choice,
    read_number,
    significant,
    suggest,
    to_text,
)

DEFAULT = Pengaturan()
Parsed = object | None  # None: it cannot be read


def _number(text: str) -> Decimal | None:
    number = parse_number(text.removesuffix("%").strip())
    return number if isinstance(number, Decimal) and number > 0 else None


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() and 2000 <= int(text) <= 2100 else None


def _siklus(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) in periode.SIKLUS else None


def _ekstensi(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" .").casefold() for part in text.split(",") if part.strip(" ."))


def _days(text: str) -> int | None:
    return int(text) if text.isdecimal() and 1 <= int(text) <= 60 else None


_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*(?:-|–|s/d)\s*(\d{1,2})[.:](\d{2})")


def _jam(text: str) -> Jam | None:
    """Spans of time one after the other, ``07.30–12.00, 13.00–16.00``."""
    spans = []
    for part in text.split(","):
        found = _SPAN.fullmatch(part.strip())
        if not found or not all(int(h) < 24 and int(m) < 60 for h, m in _pairs(found)):
            return None
        spans.append(tuple(time(int(h), int(m)) for h, m in _pairs(found)))
    edges = [edge for span in spans for edge in span]
    return cast(Jam, tuple(spans)) if edges == sorted(set(edges)) else None


def _pairs(found: re.Match[str]) -> tuple[tuple[str, str], tuple[str, str]]:
    return (found[1], found[2]), (found[3], found[4])


PARSERS: Mapping[str, Callable[[str], Parsed]] = {
    "tahun": _year,
    "siklus": _siklus,
    "ambang_wajar": _number,
    "batas_mb": _number,
    "rumus_negatif": lambda text: read_choice(text, ("A", "B")),
    "kertas": lambda text: read_choice(text, ("A4", "F4")),
    "ekstensi": _ekstensi,
    "hari_isi": _days,
    "hari_verifikasi": _days,
    "jam_kerja": _jam,
    "jam_jumat": _jam,
}


def read_pengaturan(grid: Grid, laid_out: int = 0) -> tuple[Pengaturan, tuple[Temuan, ...]]:
    """All settings of the sheet, and what is wrong with them.

    ``laid_out`` is how many Periode the other sheets have columns for, where that is known:
    a siklus that was changed since would make every one of them unreadable.
    """
    table, temuan = read_table(grid, SHEET)
    names = {normal(nama): key for key, (nama, _) in PENGATURAN.items()}
    rows: dict[str, Row] = {}
    found = list(temuan)
    for row in table.rows:
        key = names.get(normal(row.text("nama")))
        if key is None:
            usul = suggest(row.text("nama"), (nama for nama, _ in PENGATURAN.values()))
            place = row.places["nama"]
            found.append(
                Rule.PENGATURAN_TIDAK_DIKENAL.at(place, nama=row.text("nama"), usul=usul)
            )
        elif row.text("isi"):
            rows[key] = row
    pengaturan, unread = _parse(rows, DEFAULT)
    if laid_out not in {0, pengaturan.siklus}:
        pengaturan, unread = _as_laid_out(grid, rows, laid_out)
    if not pengaturan.tahun:
        unread.append(Rule.TAHUN_KOSONG.at(_place_of(grid, rows.get("tahun"))))
    return pengaturan, (*found, *unread)


def cells_of(book: Book) -> Mapping[str, Location]:
    """The cell of every setting that the sheet has a row for, by its name in the code."""
    grid = book.grid(SHEET.name)
    if grid is None:
        return {}
    names = {normal(nama): key for key, (nama, _) in PENGATURAN.items()}
    table, _ = read_table(grid, SHEET)
    known = ((names.get(normal(row.text("nama"))), row) for row in table.rows)
    return {key: row.places["isi"] for key, row in known if key}


def _as_laid_out(
    grid: Grid, rows: Mapping[str, Row], siklus: int
) -> tuple[Pengaturan, list[Temuan]]:
    """The policy with the siklus of the other sheets in place of the one that is set."""
    row = rows.get("siklus")
    place = _place_of(grid, row)
    isi = row.text("isi") if row else shown(DEFAULT.siklus)
    others = {key: found for key, found in rows.items() if key != "siklus"}
    pengaturan, temuan = _parse(others, replace(DEFAULT, siklus=siklus))
    return pengaturan, [Rule.SIKLUS_BERBEDA.at(place, isi=isi, siklus=siklus), *temuan]


def _typed(row: Row) -> str:
    """What a person typed; Excel keeps 120% as 1.2."""
    cell = row.cells["isi"]
    if cell.percent and isinstance(cell.value, Decimal):
        return plain(significant(cell.value * 100))
    return row.text("isi")


def _place_of(grid: Grid, row: Row | None) -> Location:
    """The cell of a setting; just the sheet where it is not set."""
    return row.places["isi"] if row else Location(grid.file, grid.sheet)


def _parse(rows: Mapping[str, Row], pengaturan: Pengaturan) -> tuple[Pengaturan, list[Temuan]]:
    temuan = []
    for field in fields(Pengaturan):  # siklus comes before periode, which needs it
        row = rows.get(field.name)
        if row is None:
            continue
        value, known = _value(field.name, _typed(row), pengaturan)
        if known:
            pengaturan = replace(pengaturan, **cast(Any, {field.name: value}))
        elif field.name != "tahun":  # which has no default
            nama, bantuan = PENGATURAN[field.name]
            temuan.append(
                Rule.PENGATURAN_TIDAK_TERBACA.at(
                    row.places["isi"],
                    nama=nama,
                    isi=row.text("isi"),
                    bawaan=shown(getattr(DEFAULT, field.name)),
                    bantuan=bantuan,
                )
            )
    return pengaturan, temuan


def _value(key: str, text: str, so_far: Pengaturan) -> tuple[Parsed, bool]:
    """The value of one setting, and whether it could be read."""
    if key == "batas_capaian":
        if normal(text) == NO_CAP:
            return None, True
        number = _number(text)
        return number, number is not None
    if key == "periode":
        p = periode.parse(so_far.siklus, text)
        return p, p is not None
    value = PARSERS.get(key, str)(text)
    return value, bool(value)


def read_skala(grid: Grid) -> tuple[tuple[Skala, ...], tuple[Temuan, ...]]:
    """The scale of Predikat, highest first; the default where the sheet is empty."""
    table, temuan = read_table(grid, SKALA_SHEET)
    steps, found = [], list(temuan)
    for row in table.rows:
        batas = read_number(row.cells.get("batas"), "%")
        for rule, _ in batas.remarks:
            if rule is not Rule.ANGKA_BERSATUAN:
                where = row.places["batas"]
                judul = SKALA_SHEET.column("batas").heading
                isi = plain(row.cells["batas"].value)
                found.append(Rule.MASTER_BUKAN_ANGKA.at(where, judul=judul, isi=isi, usul=""))
        if predikat := row.text("predikat"):
            steps.append(Skala(batas=batas.value, predikat=predikat))
        else:
            judul = SKALA_SHEET.column("predikat").heading
            found.append(Rule.KODE_KOSONG.at(row.places["predikat"], judul=judul))
    steps.sort(
        key=lambda s: Decimal("-Infinity") if s.batas is None else s.batas, reverse=True
    )
    return tuple(steps) or DEFAULT.skala, tuple(found)


def shown(value: object) -> str:
    """A setting as the sheet shows it."""
    if value is None:
        return NO_CAP
    if isinstance(value, Decimal):
        return to_text(value)
    if isinstance(value, tuple):
        return ", ".join(_part(part) for part in value)
    return "" if value == 0 else str(value)


def _part(part: object) -> str:
    """One of several; a span of time as ``07.30–12.00``."""
    if isinstance(part, tuple):
        return "–".join(f"{edge:%H.%M}" for edge in part)
    return str(part)


def rows(pengaturan: Pengaturan) -> list[list[Value]]:
    """The rows of the sheet for this policy; what is default stays blank, the year aside."""
    result: list[list[Value]] = []
    values = asdict(pengaturan)
    for key, (nama, bantuan) in PENGATURAN.items():
        default = getattr(DEFAULT, key)
        isi = "" if values[key] == default else shown(values[key])
        if key == "periode":
            isi = periode.name(pengaturan.siklus, pengaturan.periode)
            default = periode.name(DEFAULT.siklus, DEFAULT.periode)
        result.append([nama, isi, shown(default), bantuan])
    return result


def skala_rows(pengaturan: Pengaturan) -> list[list[Value]]:
    """The rows of the scale."""
    return [[step.batas, step.predikat] for step in pengaturan.skala]
