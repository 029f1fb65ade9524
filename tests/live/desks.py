"""A small master on a desk, closed or open in a program, and what another program finds in it.

Its cells have no format but those of their Shape, so that a text which is not formatted
as text shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import xlwings as xw
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from grids import grid
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.excel import ExcelHost
from kinerja.adapters.live import LiveDesk
from kinerja.adapters.reading import read_book
from kinerja.commands.order import Desk
from kinerja.grid import Book, Grid, Kind, Place, Value
from kinerja.sheets.table import Column, Page, Shape, Sheet, read_table

NAME = "kinerja.xlsx"
ROWS = 30  # that have the formats of their columns
FORMATS = {
    Shape.DATE: "[$-421]d mmm yyyy",
    Shape.MOMENT: "[$-421]d mmm yyyy hh\\.mm",
    Shape.NUMBER: "#,##0.00",
    Shape.PERCENT: "0.00",
    Shape.WHOLE: "0",
}
JAWABAN = Sheet(
    name="Jawaban",
    columns=(
        Column(key="kode", heading="Kode"),
        Column(key="nilai", heading="Realisasi", shape=Shape.NUMBER),
        Column(key="tanggal", heading="Tanggal", shape=Shape.DATE),
        Column(key="kendala", heading="Kendala", shape=Shape.LONG),
        Column(key="letak", heading="Letak Sel", optional=True),
    ),
)
RIWAYAT = Sheet(
    name="Riwayat",
    columns=(Column(key="nama", heading="Tindakan"), Column(key="hasil", heading="Hasil")),
)
JAM = Sheet(
    name="Jam SOP",
    columns=(
        Column(key="langkah", heading="Langkah"),
        Column(key="selesai", heading="Selesai", shape=Shape.MOMENT),
        Column(key="buka", heading="Buka", shape=Shape.LINK),
    ),
)
DECLARED = {sheet.name: sheet for sheet in (JAWABAN, RIWAYAT, JAM)}


@dataclass(frozen=True, slots=True)
class Opened:
    """A master on a desk, and how to look at it with another program."""

    desk: Desk
    path: Path
    saved: Callable[[], Path]  # a file with what stands there now
    book: xw.Book | None = None  # if it is open

    def found(self) -> Book:
        """The master as the reader of returned files finds it in a file."""
        book = read_book(self.saved())
        assert isinstance(book, Book)
        return book

    def page(self, name: str) -> Worksheet:
        """One sheet of that file as openpyxl reads it."""
        return openpyxl.load_workbook(self.saved())[name]


def file_desk(path: Path) -> Opened:
    """The master closed."""
    return Opened(FileDesk(path), path, lambda: path)


def live_desk(path: Path, app: xw.App) -> Opened:
    """The master open in a program."""
    book = app.books.open(path)

    def saved() -> Path:
        copy = path.with_name(f"salinan dari {path.name}")
        book.impl.save(str(copy))
        return copy

    return Opened(LiveDesk(ExcelHost(book)), path, saved, book)


def mirror_desk(path: Path, app: xw.App) -> Opened:
    """The master open in LibreOffice: the desk reads the file, ``saved`` the document."""
    from kinerja.adapters.mirror import MirrorDesk
    from live.in_use import Document

    live = live_desk(path, app)
    assert live.book
    host = Document(live.book.impl.document, path).host()
    return Opened(MirrorDesk(host), path, live.saved)


def sections(text: str) -> Mapping[str, str]:
    """The tables of a docstring by the line above each, which is the sheet's name."""
    tables: dict[str, str] = {}
    name = ""
    for line in text.strip().splitlines():
        bare = line.strip()
        if bare.startswith("|"):
            tables[name] += f"{bare}\n"
        elif bare:
            name = bare
            tables[name] = ""
    return tables


def made(path: Path, tables: Mapping[str, str], change: Callable[[Workbook], None]) -> None:
    """A workbook with these sheets, each as a table of its cells from A1, by its name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, table in tables.items():
        _draw(book.create_sheet(name), grid(table))
    change(book)
    book.save(path)


def _draw(page: Worksheet, cells: Grid) -> None:
    shapes = {c.heading: c.shape for sheet in DECLARED.values() for c in sheet.columns}
    for (row, column), cell in cells.cells.items():
        code = FORMATS.get(shapes.get(str(cell.value), Shape.TEXT), "General")
        for number in range(row + 1, row + 1 + (ROWS if code != "General" else 0)):
            page.cell(number, column).number_format = code
    for (row, column), cell in cells.cells.items():
        target = page.cell(row, column)
        target.value = cell.formula or cell.value  # type: ignore[assignment]
        if cell.kind is Kind.TEXT and not cell.formula:
            target.data_type = "s"  # also what looks like a formula
        if cell.percent:
            target.number_format = "0%"
        if cell.kind is Kind.DATE:
            target.number_format = FORMATS[Shape.DATE]


def rows(book: Book, sheet: Sheet = JAWABAN) -> list[list[Value]]:
    """What stands under the headings of a sheet."""
    found = book.grid(sheet.name)
    assert found
    table, temuan = read_table(found, sheet)
    assert temuan == ()
    return [
        [row.cells[c.key].value if c.key in row.cells else None for c in sheet.columns]
        for row in table.rows
    ]


def values(book: Book) -> Mapping[str, Mapping[Place, tuple[Kind, Value, bool]]]:
    """Every cell of every sheet: its kind, its value, and whether it is a percentage."""
    return {
        g.sheet: {place: (c.kind, c.value, c.percent) for place, c in g.cells.items()}
        for g in book.grids
    }


def answers(*given: tuple[Value, ...], sheet: Sheet = JAWABAN) -> Page:
    """A page of rows; what they do not say is blank."""
    width = len(sheet.columns)
    return Page(sheet, [[*row, *[None] * (width - len(row))] for row in given])
