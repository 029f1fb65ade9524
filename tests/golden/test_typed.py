"""What was typed in LibreOffice, put into the file: judged by the reader of files."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from kinerja.adapters.building import master_bytes
from kinerja.adapters.parts import Package
from kinerja.adapters.reading import read_book
from kinerja.adapters.typed import Typed, with_typed
from kinerja.grid import Book, Cell, Grid, Kind, Place
from kinerja.sheets.master import CATATAN
from kinerja.sheets.table import Column, Shape, Sheet

OWN = "Catatan Saya"
OTHER = "Rekap"
FORMULA = Cell(Kind.NUMBER, Decimal(2), formula="=")


def text(value: str) -> Cell:
    return Cell(Kind.TEXT, value)


def number(value: str, *, percent: bool = False) -> Cell:
    return Cell(Kind.NUMBER, Decimal(value), percent=percent)


def made(change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    """
    Catatan Saya
    | Nama | 5 | =1+1 | 31 Maret 2026 | 95% |
    """
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = OWN
    page.append(["Nama", 5, "=1+1", date(2026, 3, 31), 0.95])
    page["A1"].font = Font(bold=True)
    page["D1"].number_format = "DD/MM/YYYY"
    page["E1"].number_format = "0%"
    book.create_sheet(OTHER)["A1"] = "lain"
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


STANDING: dict[Place, Cell] = {
    (1, 1): text("Nama"),
    (1, 2): number("5"),
    (1, 3): FORMULA,
    (1, 4): Cell(Kind.DATE, date(2026, 3, 31)),
    (1, 5): number("0.95", percent=True),
}


def typed(cells: dict[Place, Cell | None], raw: bytes | None = None) -> Typed:
    """The workbook after these cells of its first sheet were changed; None empties one."""
    now = {place: cell for place, cell in (STANDING | cells).items() if cell}
    return with_typed(raw or made(), {OWN: now, OTHER: {(1, 1): text("lain")}})


def found(done: Typed, tmp_path: Path) -> Grid:
    path = tmp_path / "hasil.xlsx"
    path.write_bytes(done.data)
    book = read_book(path)
    assert isinstance(book, Book)
    grid = book.grid(OWN)
    assert grid
    return grid


def test_what_nobody_has_changed_leaves_the_file_as_it_is() -> None:
    raw = made()
    done = typed({}, raw)

    assert done.data == raw
    assert (done.sheets, done.behind) == ([], [])


@pytest.mark.parametrize(
    ("place", "cell", "expected"),
    [
        ((1, 1), text("Nama Lain"), text("Nama Lain")),
        ((1, 2), number("6.5"), number("6.5")),
        ((1, 2), text("00123"), text("00123")),
        ((1, 2), text("=1+1"), text("=1+1")),
        ((1, 2), None, None),
        ((1, 3), number("7"), number("7")),  # typed over a formula
        ((3, 2), number("1"), number("1")),
        ((1, 9), Cell(Kind.BOOL, True), Cell(Kind.BOOL, True)),
        ((1, 4), Cell(Kind.DATE, date(2026, 4, 1)), Cell(Kind.DATE, date(2026, 4, 1))),
        ((1, 5), number("0.5", percent=True), number("0.5", percent=True)),
        # where the cell of the file would show a mere number
        ((3, 2), Cell(Kind.DATE, date(2026, 4, 1)), text("2026-04-01")),
        ((3, 2), number("0.955", percent=True), text("95,5%")),
    ],
)
def test_a_cell_that_differs_is_put_into_the_file(place, cell, expected, tmp_path):
    done = typed({place: cell})
    others = {p: c for p, c in STANDING.items() if p not in {place, (1, 3)}}
    grid = found(done, tmp_path)

    assert (done.sheets, done.behind) == ([OWN], [])
    assert grid.cells.get(place) == expected
    assert {p: grid.cells[p] for p in others} == others


def test_a_day_that_differs_by_rounding_is_the_same() -> None:
    moment = datetime(2026, 3, 31, 9, 30)
    raw = made(lambda book: book.worksheets[0].__setitem__("D1", moment))

    assert typed({(1, 4): Cell(Kind.DATE, moment)}, raw).sheets == []


def test_a_moment_that_was_typed_keeps_its_time(tmp_path):
    """
    Catatan Saya
    | Nama | 5 | =1+1 | 20 Nov 2026 14.30 | 95% |
    """

    def with_time(book: Workbook) -> None:
        book[OWN]["D1"].number_format = "[$-421]d mmm yyyy hh.mm"

    saat = datetime(2026, 11, 20, 14, 30)
    done = typed({(1, 4): Cell(Kind.DATE, saat)}, made(with_time))

    assert found(done, tmp_path).value((1, 4)) == saat
    assert done.behind == []


def test_a_place_to_go_to_is_left_as_it_is(tmp_path):
    """
    Catatan Verifikasi
    | Buka                       |
    | 'Sasaran & Indikator'!F12  |
    """
    link = Column(key="buka", heading="Buka", shape=Shape.LINK)
    sheet = Sheet(name=CATATAN.name, columns=(link,))
    raw = master_bytes([sheet], {sheet.name: [["'Sasaran & Indikator'!F12"]]})
    (tmp_path / "kinerja.xlsm").write_bytes(raw)
    book = read_book(tmp_path / "kinerja.xlsm")
    assert isinstance(book, Book)
    opened = {
        g.sheet: {p: replace(c, formula=c.formula and "=") for p, c in g.cells.items()}
        for g in book.grids
    }
    done = with_typed(raw, opened)

    assert [c.value for c in opened[sheet.name].values() if c.formula] == [
        "'Sasaran & Indikator'!F12"
    ]
    assert (done.data == raw, done.sheets, done.behind) == (True, [], [])


def test_a_cell_keeps_its_look(tmp_path):
    grid = openpyxl.load_workbook(io.BytesIO(typed({(1, 1): text("Baru")}).data))[OWN]

    assert grid["A1"].value == "Baru"
    assert grid["A1"].font.bold


def test_only_the_sheet_that_was_typed_in_changes():
    raw = made()
    done = Package(typed({(1, 2): number("6")}, raw).data)
    before = Package(raw)

    assert [n for n in sorted(before.names) if done.read(n) != before.read(n)] == [
        "xl/worksheets/sheet1.xml"
    ]


def test_formulas_and_sheets_stay_behind():
    raw = made()
    done = with_typed(
        raw,
        {OWN: STANDING | {(4, 2): FORMULA}, OTHER: {(1, 1): text("lain")}, "Baru": {}},
    )

    assert done.behind == [f"“{OWN}” B4", "“Baru”"]
    assert done.data == raw


def test_a_sheet_that_was_deleted_in_the_document_stays_behind():
    assert with_typed(made(), {OWN: STANDING}).behind == [f"“{OTHER}”"]
