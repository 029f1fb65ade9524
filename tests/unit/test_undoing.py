"""What an undo writes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from grids import cut, grid, instead
from kinerja.grid import Book, Cell, Kind, Value
from kinerja.master import read_rekap
from kinerja.sheets import beranda, master
from kinerja.sheets.table import Rows
from kinerja.tables import pages
from kinerja.undoing import STAYING, is_news, written_pages, written_sheets
from kinerja.verify import verify
from masters import master_book
from office import REKAP, answer, having, kiriman

BEFORE = having(kiriman(answer("1a", 66, batas_waktu=date(2020, 6, 30)), sha256="1" * 64))
AFTER = having(*BEFORE.kiriman, kiriman(answer("1a", 70), sha256="2" * 64))
SHEETS = written_sheets(REKAP)


def names(whole: Book) -> set[str]:
    return {p.sheet.name for p in written_pages(whole, SHEETS)}


def without(whole: Book, name: str) -> Book:
    return replace(whole, grids=tuple(g for g in whole.grids if g.sheet != name))


def test_every_sheet_that_is_written_goes_back_and_the_journal_stays() -> None:
    found = {sheet.name for sheet in SHEETS}

    assert {"Realisasi", "Kiriman", "Formulir", "Rekap", "Catatan Verifikasi"} <= found
    assert {"Kelengkapan", "Data Pendukung"} <= found
    assert not {sheet.name for sheet in SHEETS if not sheet.capacity} & {"Riwayat"}
    assert not {sheet.name for sheet in SHEETS} & set(STAYING)


def test_rows_that_go_back_are_those_that_stood_there() -> None:
    temuan = verify(BEFORE)
    found = written_pages(master_book(BEFORE, temuan), SHEETS)
    stood = {p.sheet.name: _blank(p.rows) for p in pages(BEFORE, temuan)}
    alone = {p.sheet.name: _blank(p.rows) for p in found if not p.sheet.capacity}

    assert alone == {name: rows for name, rows in stood.items() if name in alone}
    assert alone["Realisasi"]


def _blank(rows: Rows) -> list[list[Value]]:
    return [[None if value == "" else value for value in row] for row in rows]


def test_a_master_that_took_back_its_rows_is_what_it_was() -> None:
    rekap, temuan = read_rekap(master_book(BEFORE, verify(BEFORE)))

    assert temuan == []
    assert rekap.kiriman == BEFORE.kiriman
    assert is_news(written_pages(master_book(BEFORE), SHEETS), master_book(AFTER))
    assert not is_news(written_pages(master_book(BEFORE), SHEETS), master_book(BEFORE))


def test_a_sheet_that_the_copy_lacks_is_left_as_it_is() -> None:
    whole = master_book(BEFORE)

    assert names(without(whole, "Kelengkapan")) == names(whole) - {"Kelengkapan"}


def test_a_sheet_without_its_headings_is_left_as_it_is(table: str) -> None:
    """
    |   | A   |
    | 4 | Lain |
    """
    whole = master_book(BEFORE)
    sheet = whole.grid("Kiriman")
    assert sheet

    assert names(instead(whole, cut(sheet, table))) == names(whole) - {"Kiriman"}


def test_a_sheet_that_was_made_from_its_pattern_since_is_emptied() -> None:
    made = next(sheet for sheet in SHEETS if sheet.pattern)
    found = written_pages(without(master_book(BEFORE), made.name), [made])

    assert [(p.sheet.name, p.sheet.pattern, list(p.rows)) for p in found] == [
        (made.name, "", [])
    ]


def test_a_column_that_the_copy_lacks_is_emptied_with_its_rows() -> None:
    whole = master_book(BEFORE)
    sheet = whole.grid("Realisasi")
    assert sheet
    last = len(master.REALISASI.columns)
    bare = {place: cell for place, cell in sheet.cells.items() if place[1] != last}
    (found,) = written_pages(instead(whole, replace(sheet, cells=bare)), [master.REALISASI])

    assert found.rows[0][-1] is None
    assert found.rows[0][6] == 66


def test_of_a_table_among_others_only_its_own_rows_go_back(table: str) -> None:
    """
    | Kinerja Satuan Kerja | Tahun Kinerja | Periode Berjalan |
    | KPU Kabupaten Contoh | 2020          | TW I             |
    | tabel lain           | x             |                  |
    """
    lines = "\n".join(line for line in table.splitlines() if "|" in line)
    whole = replace(master_book(), grids=(grid(lines, beranda.NAMA),))
    (found,) = written_pages(whole, [beranda.KEPALA])

    assert found.rows == [["KPU Kabupaten Contoh", Decimal(2020), "TW I"]]


def test_what_a_program_says_of_the_same_cells_is_no_news() -> None:
    """A file says a day and 0.1; a program in which it is open a moment and 17 digits."""
    whole = master_book(BEFORE)
    sheet = whole.grid("Realisasi")
    assert sheet
    live = dict(sheet.cells)
    live[5, 15] = Cell(Kind.DATE, datetime(2020, 6, 30))
    live[5, 7] = Cell(Kind.NUMBER, Decimal("66.00000000000000001"))

    assert not is_news(
        written_pages(whole, SHEETS), instead(whole, replace(sheet, cells=live))
    )
