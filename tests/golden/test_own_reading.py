"""The quick reader of the office's own workbook sees what the two readers see, or nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.adapters.building import master_bytes
from kinerja.adapters.patching import patched
from kinerja.adapters.reading import read_book, read_own
from kinerja.adapters.reading.child import read_file
from kinerja.adapters.reading.own import read_plain
from kinerja.grid import Book, Kind
from kinerja.lembar_subbagian import isian_pages
from kinerja.sheets import master
from kinerja.tables import pages
from kinerja.temuan import Temuan
from kinerja.view import view_of
from office import answer, having, kiriman
from packages import BOOK, ONE_CELL, workbook

FILE = "kinerja.xlsm"


def both(data: bytes, folder: Path) -> tuple[Book | None, Book]:
    path = folder / FILE
    path.write_bytes(data)
    slow = read_book(path)
    assert isinstance(slow, Book)
    return read_plain(data, FILE), slow


def typed(*values: object, change: Callable[[Worksheet], None] = lambda _: None) -> bytes:
    """A workbook with these values in column A, saved by openpyxl."""
    book = openpyxl.Workbook()
    for row, value in enumerate(values, start=1):
        book.active.cell(row, 1).value = value
    change(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


# ---- the same


def test_a_master_is_read_alike_before_and_after_it_was_patched(tmp_path: Path) -> None:
    fresh = master_bytes(master.sheets_of(4), {})
    full = having(kiriman(answer("1a", 66, kendala="jarak\njauh & licin")))
    grown = patched(FILE, fresh, [*isian_pages(view_of(full)), *pages(full, ())])

    for data in (fresh, grown):
        quick, slow = both(data, tmp_path)
        assert quick == slow


def test_every_kind_of_cell_is_read_alike(tmp_path: Path) -> None:
    """
    | 80 | 0,1 | 1E+40 | “80” | “ a ” | TRUE | 2020-03-31 | with a time | =A1+1, unworked |
    """
    noon = datetime(2020, 3, 31, 12, 30, 15)
    values = (80, 0.1, 1e40, -0.0, "80", " a ", "=A1+1", True, date(2020, 3, 31), noon, "a\nb")
    quick, slow = both(typed(*values), tmp_path)

    assert quick == slow
    assert [cell.kind for cell in slow.grids[0].cells.values()] == [
        *[Kind.NUMBER] * 4,
        *[Kind.TEXT] * 2,
        *(Kind.UNCALCULATED, Kind.BOOL, Kind.DATE, Kind.DATE, Kind.TEXT),
    ]


def test_what_a_person_did_to_a_sheet_is_seen_alike(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A1"].number_format = "0.0%"
        sheet["A2"].font = Font(strike=True)
        sheet["A3"].number_format = '"persen %" 0'
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.merge_cells("A4:B5")
        sheet.protection.sheet = True
        sheet.parent.create_sheet("Tersembunyi").sheet_state = "hidden"

    quick, slow = both(typed(0.95, 5, 7, "x", change=change), tmp_path)

    assert quick == slow
    assert slow.grids[0].cells[1, 1].percent
    assert slow.grids[0].cells[2, 1].struck


CELLS = [
    pytest.param("<c r='A1' t='e'><v>#REF!</v></c>", id="an error"),
    pytest.param("<c r='A1'><f>1+1</f><v>2</v></c>", id="a formula that was worked out"),
    pytest.param("<c r='A1' t='str'><f>A2</f><v></v></c>", id="one that came to nothing"),
    pytest.param(
        "<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>", id="runs"
    ),
    pytest.param("<c r='A1' t='b'><v>0</v></c><c r='B1' s='0'/>", id="a cell without content"),
    pytest.param("<c r='A1'><v>0.30000000000000004</v></c>", id="seventeen digits"),
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_read_alike_whichever_program_wrote_it(cell: str, tmp_path: Path) -> None:
    quick, slow = both(workbook(rows=f"<row r='1'>{cell}</row>"), tmp_path)

    assert quick == slow


_values = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1),
    st.decimals(-(10**12), 10**12, places=5).map(float),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
)


@pytest.mark.slow
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values=st.lists(_values, min_size=1, max_size=30))
def test_any_cells_are_read_alike_or_left_to_the_others(
    values: Sequence[object], tmp_path: Path
) -> None:
    data, path = typed(*values), tmp_path / FILE
    path.write_bytes(data)
    quick = read_plain(data, FILE)

    assert quick is None or quick == read_file(path, FILE)


# ---- in doubt


def array(sheet: Worksheet) -> None:
    sheet["B1"] = ArrayFormula("B1:B2", "=A1:A2*2")


SHARED = (
    "<row r='1'><c r='A1'><f t='shared' si='0' ref='A1:A2'>B1</f><v>1</v></c></row>"
    "<row r='2'><c r='A2'><f t='shared' si='0'/><v>1</v></c></row>"
)
DOUBTS = [
    pytest.param(typed(time(7, 30)), id="a time of day"),
    pytest.param(typed(timedelta(hours=30)), id="a duration"),
    pytest.param(typed(date(1900, 1, 15)), id="a day that Excel and LibreOffice count apart"),
    pytest.param(typed("a_x005F_x0041_b"), id="what may be an escape"),
    pytest.param(typed(1, change=array), id="an array"),
    pytest.param(workbook(rows=SHARED), id="a shared formula"),
    pytest.param(workbook(rows=ONE_CELL.replace(' r="A1"', "")), id="a cell without a place"),
    pytest.param(
        workbook(xl__workbook=BOOK.replace("<sheets>", "<workbookPr date1904='1'/><sheets>")),
        id="the calendar of an old Mac",
    ),
]


def test_sheets_that_are_not_wanted_are_not_even_looked_at(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Dipakai"
    book.active["A1"] = 83.5
    book.create_sheet("Dari Mana")["A1"] = 1e5
    book["Dari Mana"]["A1"].number_format = "[h]:mm"  # which is read elsewhere, and slowly
    path = tmp_path / FILE
    book.save(path)
    whole, quick = read_own(path), read_plain(path.read_bytes(), FILE, {"Dari Mana"})

    assert isinstance(whole, Book)
    assert quick is not None
    assert quick.grids == whole.grids[:1]
    assert read_own(path, {"Dari Mana"}) == quick


@pytest.mark.parametrize("data", DOUBTS)
def test_what_is_not_plain_is_left_to_the_two_readers(data: bytes, tmp_path: Path) -> None:
    quick, slow = both(data, tmp_path)

    assert quick is None
    assert read_own(tmp_path / FILE) == slow


@pytest.mark.parametrize("data", [b"", b"bukan zip", workbook()[:300], workbook(rows="<x")])
def test_what_is_refused_is_refused_in_the_same_words(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(data)
    found = read_own(path)

    assert isinstance(found, Temuan)
    assert found == read_book(path)


def test_a_number_is_the_decimal_that_was_typed(tmp_path: Path) -> None:
    quick, _ = both(typed(0.1, 83.5), tmp_path)
    assert quick

    assert [c.value for c in quick.grids[0].cells.values()] == [
        Decimal("0.1"),
        Decimal("83.5"),
    ]
