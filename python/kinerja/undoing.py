"""What kinerja had written in an earlier copy of the master, to be written again.

Only the sheets that kinerja writes go back, and those of the planner that “Ambil PK” wrote
in, if that is undone; what people type in the others stays, and so
does the journal, which tells of the undo as well. “Beranda” says where the year stands
after it, so that is worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from kinerja.grid import Book, Value
from kinerja.rekap import Rekap
from kinerja.sheet_edits import restored
from kinerja.sheets import beranda, master
from kinerja.sheets.table import Page, Rows, Sheet, normal, read_table
from kinerja.tables import pages
from kinerja.temuan import Temuan
from kinerja.values import significant

STAYING = (master.JURNAL.name, beranda.NAMA)


def written_sheets(rekap: Rekap) -> tuple[Sheet, ...]:
    """Every sheet that an action wrote for good: not the journal, nor what follows the day."""
    found = (page for page in pages(rekap, ()) if page.sheet.name not in STAYING)
    return tuple(page.sheet for page in found if not page.quiet)


def fresh_pages(rekap: Rekap, temuan: Iterable[Temuan]) -> tuple[Page, ...]:
    """“Beranda” and the quiet pages: all that is not put back but worked out anew."""
    found = pages(rekap, temuan)
    return tuple(page for page in found if page.quiet or page.sheet.name == beranda.NAMA)


def written_pages(book: Book, sheets: Iterable[Sheet]) -> tuple[Page, ...]:
    """The rows of these sheets as they stand in a copy of the master.

    A sheet that the copy lacks is left out, as is one without its headings; but one that
    is made from a pattern was made since, and is emptied. A single column that the copy
    lacks is emptied with its rows.
    """
    found = []
    for sheet in sheets:
        rows = _rows(book, sheet)
        if rows is not None:
            found.append(Page(sheet, rows))
        elif sheet.pattern:
            found.append(Page(replace(sheet, pattern=""), []))
    return tuple(found)


def _rows(book: Book, sheet: Sheet) -> Rows | None:
    grid = book.grid(sheet.name)
    if grid is None:
        return None
    table, missing = read_table(grid, sheet)
    if missing:
        return None
    return [
        [row.cells[c.key].value if c.key in row.cells else None for c in sheet.columns]
        for row in table.rows
    ]


def planner_pages(before: Book, now: Book, siklus: int) -> tuple[Page, ...]:
    """What differs in the sheets that a Perjanjian Kinerja is brought into, as it stood."""
    found: list[Page] = []
    for sheet in (master.indikator_sheet(siklus), master.anggaran_sheet(siklus)):
        old, new = before.grid(sheet.name), now.grid(sheet.name)
        if old and new:
            found += restored(old, new, sheet)
    return tuple(found)


def taken_back(book: Book, before: Book, back: Iterable[Page]) -> Book:
    """The master as it will stand with these pages, which come from a copy of it."""
    names = {normal(page.sheet.name) for page in back}
    grids = [
        replace(old, file=g.file)
        if normal(g.sheet) in names and (old := before.grid(g.sheet)) is not None
        else g
        for g in book.grids
    ]
    return replace(book, grids=tuple(grids))


def is_only_added(before: Book, now: Book) -> bool:
    """Whether the master holds all that a copy of it holds, and lists more sheets or columns.

    What follows each action, the journal and “Beranda”, is not looked at.
    """
    old = {g.sheet: g.cells for g in before.grids if g.sheet not in STAYING}
    new = {g.sheet: g.cells for g in now.grids if g.sheet not in STAYING}
    if not old.keys() <= new.keys():
        return False
    is_more = new.keys() > old.keys() or any(len(new[n]) > len(old[n]) for n in old)
    return is_more and all(
        _value(new[name][place].value) == _value(cell.value) if place in new[name] else False
        for name, cells in old.items()
        for place, cell in cells.items()
    )


def is_news(before: Iterable[Page], book: Book) -> bool:
    """Whether writing these pages would change anything in the master."""
    return any(_plain(page.rows) != _plain(_rows(book, page.sheet) or ()) for page in before)


def _plain(rows: Rows) -> Sequence[Sequence[Value]]:
    """The same for what a file and a program in which it is open say of one cell."""
    return [[_value(value) for value in row] for row in rows]


def _value(value: Value) -> Value:
    if isinstance(value, Decimal):
        return significant(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day).isoformat()  # noqa: DTZ001
    return None if value == "" else value
