"""Whatever is typed in one cell of the master: it is read, checked and written all the same.

What stood in a yellow cell is there again afterwards, or a Temuan tells of its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from calendars import office_in
from grids import instead
from kinerja.commands.order import check_places
from kinerja.entri import noted
from kinerja.grid import Book, Cell, Grid, Kind, Place
from kinerja.master import read_rekap
from kinerja.model_sop import Disposisi, Distribusi, SuratEdaran
from kinerja.pengecualian import excused_by
from kinerja.rekap import Rekap
from kinerja.sheets.master import sheets_of
from kinerja.sheets.table import Sheet, find_headings, plain
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Temuan
from kinerja.verify import verify
from masters import master_book
from office import answer, having, kiriman, listed

KINI = datetime(2020, 4, 20, 9)
FORM = kiriman(
    answer("1a", 66, kendala="jarak"),
    sha256="a" * 64,
    disimpan=datetime(2020, 4, 6, 9),
    listed=(listed("notula.pdf"),),
)
OFFICE = having(FORM, rekap=replace(office_in(2020), kini=KINI))
OFFICE = replace(
    OFFICE,
    disposisi=(Disposisi(periode=1, diterima=datetime(2020, 4, 1, 8)),),
    surat_edaran=(SuratEdaran(periode=1, tanggal=date(2020, 4, 1)),),
    distribusi=(
        Distribusi(
            periode=1, subbagian="TPH", revisi=1, berkas="Formulir.xlsx", sha256="f" * 64
        ),
    ),
)
AS_READ = replace(read_rekap(master_book(OFFICE))[0], kini=KINI, kalender=OFFICE.kalender)
BOOK = master_book(AS_READ, verify(AS_READ))
SHEETS = {s.name: s for s in (*(p.sheet for p in pages(OFFICE, ())), *sheets_of(4))}
TYPED = (
    Cell(Kind.TEXT, "entah apa"),
    Cell(Kind.TEXT, '../../etc/a:*?"<>|'),
    Cell(Kind.TEXT, "{x} {{ y }} {% z %} {0}"),
    Cell(Kind.TEXT, "9" * 400),
    Cell(Kind.TEXT, "x" * 32_767),
    Cell(Kind.TEXT, "=1+1\n'\"&<b>"),
    Cell(Kind.NUMBER, Decimal(-3)),
    Cell(Kind.NUMBER, Decimal("2.5")),
    Cell(Kind.NUMBER, Decimal("1E+300")),
    Cell(Kind.DATE, datetime(1900, 1, 1)),
    Cell(Kind.DATE, datetime(9999, 12, 31)),
    Cell(Kind.TIME, time(8, 30)),
    Cell(Kind.BOOL, True),
    Cell(Kind.ERROR, "#REF!", formula="=A1"),
    Cell(Kind.UNCALCULATED, None, formula="=A1"),
    None,
)


@dataclass(frozen=True)
class Over:
    """One cell of a table of the master, and what is typed in it; None empties it."""

    grid: Grid
    sheet: Sheet
    key: str
    place: Place
    cell: Cell | None

    @property
    def cells(self) -> dict[Place, Cell]:
        """The cells of the sheet afterwards."""
        kept = {place: cell for place, cell in self.grid.cells.items() if place != self.place}
        return kept | ({self.place: self.cell} if self.cell else {})


@st.composite
def overs(draw: st.DrawFn) -> Over:
    """Any cell under the headings of any sheet, down to the row below the last."""
    grid = draw(st.sampled_from([g for g in BOOK.grids if _headings(g)[0]]))
    sheet, (top, where) = SHEETS[grid.sheet], _headings(grid)
    key = draw(st.sampled_from(sorted(where)))
    last = max(row for row, _ in grid.cells)
    row = draw(st.integers(top + 1, last + 1))
    return Over(grid, sheet, key, (row, where[key]), draw(st.sampled_from(TYPED)))


def _headings(grid: Grid) -> tuple[int, Mapping[str, int]]:
    """Where the headings of a sheet are; row 0 of one that has no table."""
    return find_headings(grid, SHEETS[grid.sheet]) if grid.sheet in SHEETS else (0, {})


def _stopped(book: Book, rekap: Rekap) -> tuple[Temuan, ...]:
    """Why kinerja would not write in this master."""
    try:
        check_places(book, rekap)
    except KinerjaError as stopped:
        return stopped.temuan
    return ()


@settings(max_examples=800)
@given(overs())
def test_one_cell_typed_over_stops_nothing_and_is_not_lost(over: Over) -> None:
    book = instead(BOOK, replace(over.grid, cells=over.cells))
    read, problems = read_rekap(book)
    world = replace(read, kini=KINI, kalender=OFFICE.kalender)
    rekap = excused_by(noted(world, "Kasubbag"), "Kasubbag")
    temuan = [*_stopped(book, rekap), *problems, *verify(rekap)]
    written = {p.sheet.name: p for p in pages(rekap, temuan)}

    assert all(t.message and t.remedy for t in temuan)
    if over.cell and over.grid.sheet in written and over.sheet.column(over.key).fillable:
        column = [c.key for c in written[over.grid.sheet].sheet.columns].index(over.key)
        there = {plain(row[column]) for row in written[over.grid.sheet].rows}
        told = {t.location.row for t in temuan if t.location.sheet == over.grid.sheet}
        shown = plain(over.cell.value)
        assert not shown or shown in there or over.place[0] in told
