"""How a sheet is declared, and how rows are found in it again.

One declaration both writes a sheet and reads it. Rows are found by their headings,
wherever a user has moved them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kinerja.grid import Book, Cell, Grid, Kind, Value, letter
from kinerja.model import Location
from kinerja.temuan import Rule, Temuan


class Shape(StrEnum):
    """How the content of a column looks and is checked as it is typed."""

    TEXT = "text"
    LONG = "long"  # a paragraph, wrapped
    NUMBER = "number"
    PERCENT = "percent"  # a number that means percent: 83.5, not 0.835
    WHOLE = "whole"
    RUPIAH = "rupiah"
    DATE = "date"
    MOMENT = "moment"  # a date with the time of day
    LINK = "link"  # a cell of this workbook, as “'Sheet'!F12”; shown as something to click
    CHOICE = "choice"


class Link(str):
    """A cell of this workbook, shown as something to click."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the name code uses, the heading the user sees, how it is filled.

    ``hint`` is the input message of a column that people fill, and its error text;
    a column without a hint is not for typing. What does not fit the shape is refused
    as it is typed, or only questioned where the column is not ``strict``.
    """

    key: str
    heading: str
    width: int = 12
    shape: Shape = Shape.TEXT
    hint: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False  # a sheet without it can still be read
    strict: bool = True

    @property
    def fillable(self) -> bool:
        """Whether people type in it."""
        return bool(self.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table under a heading row, with a title and a line of help above it."""

    name: str
    columns: tuple[Column, ...]
    title: str = ""
    help: str = ""
    hidden: bool = False
    capacity: int = 0  # rows at most under the headings; 0: down to the end of the sheet
    pattern: str = ""  # the hidden sheet it is copied from when it is not there yet
    optional: bool = False  # a master without it is written all the same
    signs: tuple[str, ...] = ()  # kinerja fills one of these in each row; people no row

    def column(self, key: str) -> Column:
        """The column of that key."""
        return next(c for c in self.columns if c.key == key)

    def reaches(self, number: int) -> bool:
        """Whether its table goes down to that row, counted from 1 under its headings."""
        return number > 0 and (not self.capacity or number <= self.capacity)


HEADING_ROW = 4  # of every sheet of the master; title and help are above it
Rows = Sequence[Sequence[Value]]  # values in the order of a Sheet's columns


def as_shown(value: Value, column: Column) -> Value:
    """The value as its column shows it: a place becomes something to click."""
    is_place = column.shape is Shape.LINK and isinstance(value, str) and value
    return Link(value) if is_place else value


@dataclass(frozen=True, slots=True)
class Page:
    """A Sheet and the rows that are to stand in it.

    A ``quiet`` one follows the clock: it is written with all others and also alone, but is
    no news by itself, so that nothing is kept, noted or undone for it.
    """

    sheet: Sheet
    rows: Rows
    quiet: bool = False


HINT_TITLE, HINT_TEXT = 32, 255  # all that Excel shows in the box beside a cell

# What every sheet says beside its table; &P and &N are the page and how many there are.
HALAMAN = "Halaman &P dari &N"
LEGENDA = "Kuning: diisi. Abu-abu: ditulis kinerja, jangan diketik."
ISIAN_DITOLAK = "Isian belum sesuai"
ISIAN_DIRAGUKAN = "Belum ada di daftar"


@dataclass(frozen=True, slots=True)
class Row:
    """One data row by column key; every value still knows its cell."""

    number: int
    cells: Mapping[str, Cell]
    places: Mapping[str, Location]

    def text(self, key: str) -> str:
        """The content as text, without the spaces around it."""
        cell = self.cells.get(key)
        return plain(cell.value) if cell else ""


@dataclass(frozen=True, slots=True)
class Table:
    """What was found under one heading row."""

    rows: tuple[Row, ...]
    heading_row: int
    columns: Mapping[str, int]  # column number by key


def read_table(grid: Grid, sheet: Sheet) -> tuple[Table, tuple[Temuan, ...]]:
    """Read the rows under the heading row, wherever both are.

    Rows without content are left out. A missing column that is not optional is a
    Temuan, all of them at once, and then no row is read.
    """
    top, where = find_headings(grid, sheet)
    missing = missing_columns(sheet, where, Location(grid.file, grid.sheet, top))
    if missing:
        return Table((), top, where), missing
    rows = tuple(row for row in _rows(grid, top, where) if sheet.reaches(row.number - top))
    return Table(rows, top, where), ()


def find_headings(grid: Grid, sheet: Sheet) -> tuple[int, Mapping[str, int]]:
    """The row with most of the headings, and the column of each; row 0 if there is none."""
    keys = {normal(column.heading): column.key for column in sheet.columns}
    held = ((place, keys.get(normal(cell.value))) for place, cell in grid.cells.items())
    found: dict[int, dict[str, int]] = {}
    for (row, column), key in sorted((place, key) for place, key in held if key):
        found.setdefault(row, {}).setdefault(key, column)
    best = max(found, key=lambda row: (len(found[row]), -row), default=0)
    return best, found.get(best, {})


def declared_headings(sheet: Sheet, file: str) -> Mapping[str, Location]:
    """The headings of a sheet in which nobody has moved them."""
    return {
        column.key: Location(file, sheet.name, HEADING_ROW, letter(number))
        for number, column in enumerate(sheet.columns, start=1)
    }


def missing_columns(
    sheet: Sheet, where: Mapping[str, int], here: Location
) -> tuple[Temuan, ...]:
    """A Temuan for each column that has to be there and was not found."""
    return tuple(
        Rule.KOLOM_HILANG.at(here, judul=column.heading, lembar=sheet.name)
        for column in _missing(sheet, where)
    )


def _missing(sheet: Sheet, where: Mapping[str, int]) -> Iterator[Column]:
    return (c for c in sheet.columns if c.key not in where and not c.optional)


def missing_sheets(book: Book, sheets: Iterable[Sheet]) -> Iterator[Temuan]:
    """A Temuan for each of these sheets that is not in the master."""
    for sheet in sheets:
        if book.grid(sheet.name) is None:
            here = Location(book.identitas.berkas, sheet.name)
            yield Rule.LEMBAR_HILANG.at(here, lembar=sheet.name)


def unplaced(book: Book, sheets: Iterable[Sheet]) -> Iterator[Temuan]:
    """Why rows cannot be written: a Temuan for each sheet that lacks columns.

    Tables that stand on one sheet are told of together.
    """
    file, lost = book.identitas.berkas, dict[str, list[str]]()
    for sheet in sheets:
        grid = book.grid(sheet.name) or book.grid(sheet.pattern)
        if grid:
            where = find_headings(grid, sheet)[1]
            lost.setdefault(sheet.name, []).extend(c.heading for c in _missing(sheet, where))
    for name, headings in lost.items():
        if headings:
            yield columns_missing(Location(file, name), headings)


def typed_below(book: Book, sheets: Iterable[Sheet]) -> Iterator[Temuan]:
    """A Temuan for each sheet in which people typed rows of their own: writing takes them."""
    for sheet in sheets:
        grid = book.grid(sheet.name) if sheet.signs else None
        rows = read_table(grid, sheet)[0].rows if grid else ()
        typed = [row for row in rows if not any(row.text(key) for key in sheet.signs)]
        if grid and typed:
            first = typed[0]
            isi = next((text for key in first.cells if (text := first.text(key))), "")
            here = Location(grid.file, sheet.name, first.number)
            yield Rule.BARIS_DIKETIK.at(here, n=len(typed), lembar=sheet.name, isi=isi)


def columns_missing(here: Location, headings: Iterable[str]) -> Temuan:
    """The columns that a sheet of the master lacks, as one Temuan."""
    judul = "”, “".join(dict.fromkeys(headings))
    return Rule.KOLOM_BELUM_ADA.at(here, judul=judul, lembar=here.sheet)


def _rows(grid: Grid, top: int, where: Mapping[str, int]) -> Iterator[Row]:
    columns, file, sheet = set(where.values()), grid.file, grid.sheet
    letters = {key: letter(column) for key, column in where.items()}
    numbers = sorted({row for row, column in grid.cells if row > top and column in columns})
    for number in numbers:
        cells = {}
        for key, column in where.items():
            cell = grid.cells.get((number, column))
            if cell and not is_blank(cell):
                cells[key] = cell
        if cells:
            places = {key: Location(file, sheet, number, at) for key, at in letters.items()}
            yield Row(number, cells, places)


def is_blank(cell: Cell) -> bool:
    """Whether a person would say that the cell is empty."""
    return cell.kind is Kind.TEXT and not plain(cell.value)


def normal(value: Value) -> str:
    """Text as people mean it: case, line breaks and doubled spaces aside."""
    return " ".join(plain(value).split()).casefold()


def plain(value: Value) -> str:
    """The content as text, as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value).strip()
