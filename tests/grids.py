"""Sheets as text, so that a test shows the cells it is about.

``grid`` reads a whole sheet; ``cut`` lays some cells, under Excel's own letters and
numbers, over a sheet that is there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

from kinerja.grid import Book, Cell, Grid, Kind, Place, Span, Value, column_number
from kinerja.model import Identitas
from kinerja.sheets.table import HEADING_ROW, Sheet
from kinerja.temuan import Temuan

SAVED = datetime(2020, 4, 6, 9, 30)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)%")
_ERROR = re.compile(r"#[A-Z/0!]+[!?A]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")


def cell(text: str) -> Cell | None:
    """One cell: ``80``, ``83,5`` and ``'80`` (text), ``95%``, ``=A1 -> 5``, ``#REF!`` ..."""
    text = text.strip()
    if not text:
        return None
    if text.startswith("'"):
        return Cell(Kind.TEXT, text[1:])
    if text.startswith("="):
        formula, arrow, shown = text.partition(" -> ")
        found = cell(shown) if arrow else Cell(Kind.UNCALCULATED, None)
        return replace(found or Cell(Kind.TEXT, ""), formula=formula)
    return _typed(text)


def _typed(text: str) -> Cell:
    if _NUMBER.fullmatch(text):
        return Cell(Kind.NUMBER, Decimal(text))
    if found := _PERCENT.fullmatch(text):
        return Cell(Kind.NUMBER, Decimal(found[1]) / 100, percent=True)
    if _ERROR.fullmatch(text):
        return Cell(Kind.ERROR, text)
    if _DATE.fullmatch(text):
        return Cell(Kind.DATE, date.fromisoformat(text))
    if found := _TIME.fullmatch(text):
        return Cell(Kind.TIME, time(int(found[1]), int(found[2])))
    if text in {"TRUE", "FALSE"}:
        return Cell(Kind.BOOL, text == "TRUE")
    return Cell(Kind.TEXT, text)


def cell_of(value: Value) -> Cell | None:
    """The cell that a program would write for a value."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return Cell(Kind.BOOL, value)
    if isinstance(value, Decimal):
        return Cell(Kind.NUMBER, value)
    if isinstance(value, date):
        return Cell(Kind.DATE, value)
    return Cell(Kind.TIME if isinstance(value, time) else Kind.TEXT, value)


def grid(text: str, sheet: str = "Isian", file: str = "Formulir.xlsx") -> Grid:
    """Read a ``| a | b |`` table from row 1; a line of ``|`` alone is an empty row."""
    cells = {}
    for row, parts in enumerate(_lines(text), start=1):
        for column, part in enumerate(parts, start=1):
            if found := cell(part):
                cells[row, column] = found
    return Grid(file=file, sheet=sheet, cells=cells)


def cut(base: Grid, text: str | None) -> Grid:
    """The sheet with the cells of the table in it; a blank one is emptied.

    The first line of the table has the column letters, the first column the row
    numbers::

        |   | A    | J              |
        | 8 | 1a   | 83,5           |
    """
    if text is None:
        return base
    (_, *letters), *rows = _lines(text)
    cells = dict(base.cells)
    for number, *parts in rows:
        for name, part in zip(letters, parts, strict=True):
            place = int(number), column_number(name)
            cells.pop(place, None)
            if found := cell(part):
                cells[place] = found
    return replace(base, cells=cells)


def _lines(text: str) -> Iterator[list[str]]:
    for line in text.strip().splitlines():
        bare = line.strip()
        yield [part.strip() for part in bare.removeprefix("|").removesuffix("|").split("|")]


def records(text: str) -> list[dict[str, str]]:
    """The rows of a table by the names in its first line; lines without | are prose."""
    lines = "\n".join(line for line in text.splitlines() if "|" in line)
    head, *rows = _lines(lines)
    return [dict(zip(head, row, strict=True)) for row in rows]


def page(
    sheet: Sheet, rows: Iterable[Sequence[Value]], file: str, top: int = HEADING_ROW
) -> Grid:
    """The sheet as a program writes it: its headings in row ``top``, its rows under them."""
    cells: dict[Place, Cell] = {(1, 1): Cell(Kind.TEXT, sheet.title)} if sheet.title else {}
    for column, declared in enumerate(sheet.columns, start=1):
        cells[top, column] = Cell(Kind.TEXT, declared.heading)
    for row, values in enumerate(rows, start=top + 1):
        for column, value in enumerate(values, start=1):
            if found := cell_of(value):
                cells[row, column] = found
    return Grid(file=file, sheet=sheet.name, cells=cells)


def book(*grids: Grid, file: str = "kinerja.xlsx", sha256: str = "m" * 64) -> Book:
    """A workbook of these sheets."""
    return Book(identitas=Identitas(sha256=sha256, berkas=file, disimpan=SAVED), grids=grids)


def instead(whole: Book, *grids: Grid) -> Book:
    """The workbook with these sheets in the place of those of the same name."""
    by_name = {g.sheet: g for g in grids}
    return replace(whole, grids=tuple(by_name.get(g.sheet, g) for g in whole.grids))


def span(name: str) -> Span:
    """A merged range, from ``J8:J9``."""
    first, last = (re.fullmatch(r"([A-Z]+)(\d+)", part) for part in name.split(":"))
    assert first
    assert last
    return Span(
        (int(first[2]), column_number(first[1])), (int(last[2]), column_number(last[1]))
    )


def places(temuan: Iterable[Temuan]) -> list[tuple[str, str]]:
    """Code and cell of each, in the order of the places."""
    return [(t.rule.code, t.location.cell) for t in sorted(temuan, key=lambda t: t.sort_key)]


def codes(temuan: Iterable[Temuan]) -> list[str]:
    """The codes alone, in order."""
    return sorted(t.rule.code for t in temuan)
