"""Cells typed over where they stand, and a sheet put back as it stood."""

from __future__ import annotations

from decimal import Decimal

from grids import cut, grid
from kinerja.grid import Grid
from kinerja.sheet_edits import SheetEdits, restored
from kinerja.sheets.table import Column, Sheet

SHEET = Sheet(
    name="Isian",
    columns=(
        Column(key="kode", heading="Kode"),
        Column(key="isi", heading="Isi"),
        Column(key="lain", heading="Lain", optional=True),
    ),
)
TEXT = """
| Judul |
| Kode  | Isi | milik sendiri |
| a     | 1   | x             |
|
| b     | 2   | y             |
"""


def edits(base: Grid) -> SheetEdits:
    return SheetEdits.of(base, SHEET)


def test_nothing_put_is_nothing_written() -> None:
    found = edits(grid(TEXT))

    assert found.page() == ()
    assert found.after() == grid(TEXT)


def test_rows_stay_where_they_are_blank_ones_too() -> None:
    found = edits(grid(TEXT))
    found.put(5, "isi", Decimal(9))
    found.put(found.new_row(), "kode", "c")
    (page,) = found.page()

    assert [c.key for c in page.sheet.columns] == ["kode", "isi"]
    assert page.rows == [["a", 1], [None, None], ["b", 9], ["c", None]]
    assert page.sheet.capacity == 4
    assert found.after().value((6, 1)) == "c"


def test_a_column_that_the_sheet_lacks_is_not_put() -> None:
    found = edits(grid(TEXT))
    found.put(3, "lain", "x")

    assert found.page() == ()


def test_a_column_with_a_formula_is_written_only_if_something_is_put_there() -> None:
    base = cut(grid(TEXT), "|   | B           |\n| 5 | =B3+1 -> 2 |")
    one, two = edits(base), edits(base)
    one.put(3, "kode", "z")
    two.put(3, "isi", Decimal(7))

    assert [c.key for c in one.page()[0].sheet.columns] == ["kode"]
    assert [c.key for c in two.page()[0].sheet.columns] == ["kode", "isi"]


def test_a_sheet_is_put_back_as_it_stood_and_only_where_it_differs() -> None:
    before = grid(TEXT)
    now = cut(before, "|   | A | B | C    |\n| 3 | a | 5 | baru |\n| 6 | c | 3 |      |")
    (page,) = restored(before, now, SHEET)

    assert page.rows == [["a", 1], [None, None], ["b", 2], [None, None]]
    assert restored(before, before, SHEET) == ()


def test_a_sheet_whose_headings_moved_is_left_alone() -> None:
    moved = grid(TEXT.replace("| Judul |\n", ""))

    assert restored(grid(TEXT), moved, SHEET) == ()
