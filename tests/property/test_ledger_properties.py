"""Whatever was done to a form, no value disappears unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from grids import instead
from kinerja.grid import Book, Cell, Grid, Kind, Place, Span, cell_name
from kinerja.ledger import content
from kinerja.rekap import Kiriman, Penerimaan
from kinerja.returned import read_returned
from kinerja.sheets import formulir as form
from office import REKAP
from returns import returned

SHEETS = (form.ISIAN, form.NARASI, form.DATA_PENDUKUNG)
FORMS = {kode: returned(subbagian=kode) for kode in ("TPH", "KUL")}
places = st.tuples(st.integers(1, 16), st.integers(1, 16))
below = st.tuples(st.integers(form.DATA_START, 14), st.integers(1, 15))
rows = st.integers(form.DATA_START - 1, 13)
Damage = Callable[[Grid], Grid]


def _rows(change: Callable[[int], int | None]) -> Damage:
    """Move rows; None deletes one."""

    def damage(grid: Grid) -> Grid:
        cells: dict[Place, Cell] = {}
        for (row, column), cell in grid.cells.items():
            to = change(row)
            if to is not None:
                cells[to, column] = cell
        return replace(grid, cells=cells)

    return damage


def insert(at: int) -> Damage:
    return _rows(lambda row: row + 1 if row >= at else row)


def delete(at: int) -> Damage:
    return _rows(lambda row: None if row == at else row - 1 if row > at else row)


def swap(pair: tuple[int, int]) -> Damage:
    one, two = pair
    return _rows(lambda row: {one: two, two: one}.get(row, row))


def exchange(pair: tuple[int, int]) -> Damage:
    one, two = pair
    columns = {one: two, two: one}

    def damage(grid: Grid) -> Grid:
        moved = {(r, columns.get(c, c)): cell for (r, c), cell in grid.cells.items()}
        return replace(grid, cells=moved)

    return damage


def copy_row(pair: tuple[int, int]) -> Damage:
    one, two = pair

    def damage(grid: Grid) -> Grid:
        copied = {(two, c): cell for (r, c), cell in grid.cells.items() if r == one}
        return replace(grid, cells={**grid.cells, **copied})

    return damage


def hide(row: int) -> Damage:
    return lambda grid: replace(grid, hidden_rows=grid.hidden_rows | {row})


def join(span: tuple[Place, int]) -> Damage:
    (row, column), height = span
    merged = Span((row, column), (row + height, column))
    return lambda grid: replace(grid, spans=(*grid.spans, merged))


def rename(name: str) -> Damage:
    return lambda grid: replace(grid, sheet=name)


words = st.sampled_from(["1a", "1b", "2a", "-", "nihil", "", "Kode"])
values = st.one_of(
    st.builds(Cell, st.just(Kind.NUMBER), st.integers(-5, 200).map(Decimal)),
    st.builds(Cell, st.just(Kind.TEXT), words),
    st.builds(Cell, st.just(Kind.TEXT), st.text(max_size=4)),
    st.just(Cell(Kind.ERROR, "#REF!")),
    st.just(Cell(Kind.UNCALCULATED, None, "=A1")),
    st.just(Cell(Kind.NUMBER, Decimal(5), "=2+3", struck=True)),
    st.just(Cell(Kind.NUMBER, Decimal(5), other="6")),
    st.just(Cell(Kind.BOOL, value=True)),
)  # fmt: skip


def retype(what: tuple[Place, Cell]) -> Damage:
    place, cell = what
    return lambda grid: replace(grid, cells={**grid.cells, place: cell})


pairs = st.tuples(rows, rows)
damages = st.one_of(
    rows.map(insert),
    rows.map(delete),
    pairs.map(swap),
    pairs.map(copy_row),
    st.tuples(st.integers(1, 15), st.integers(1, 15)).map(exchange),
    rows.map(hide),
    st.tuples(below, st.integers(1, 3)).map(join),
    st.sampled_from(["Sheet1", "Lembar 2", "_kinerja (2)"]).map(rename),
    st.tuples(places, values).map(retype),
    st.tuples(below, values).map(retype),
    st.tuples(below, values).map(retype),
)


@st.composite
def damaged(draw: st.DrawFn) -> Book:
    """A form with up to eight things done to it, and unique marks typed into it."""
    book = FORMS[draw(st.sampled_from(["TPH", "KUL"]))]
    grids = {g.sheet: g for g in book.grids}
    for name, damage in draw(
        st.lists(st.tuples(st.sampled_from(SHEETS), damages), max_size=8)
    ):
        grids[name] = damage(grids[name])
    for n, (name, place) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from(SHEETS), below), max_size=6, unique=True))
    ):
        grids[name] = retype((place, Cell(Kind.TEXT, f"tanda-{n}-")))(grids[name])
    found = list(grids.values())
    if draw(st.booleans()):
        name = draw(st.sampled_from(SHEETS))
        other = draw(damages)(grids[name])
        found.append(replace(other, sheet=f"{grids[name].sheet} (2)"))
    if draw(st.booleans()):
        found = [g for g in found if g.sheet != form.STAMP]
    names = [g.sheet for g in found]
    unique = [g for n, g in enumerate(found) if g.sheet not in names[:n]]
    return replace(book, grids=tuple(unique))


def outside(kiriman: Kiriman) -> tuple[set[tuple[str, str]], int]:
    """The cells named as outside the form, and how many there are in all."""
    named, total = set(), 0
    for t in kiriman.temuan:
        if t.rule.code == "F21":
            facts = dict(t.facts)
            total += int(facts["jumlah"])
            cells = facts["sel"].split(", ")
            named |= {(t.location.sheet, cell) for cell in cells if not cell.startswith("+")}
    return named, total


def rows_named(kiriman: Kiriman) -> set[tuple[str, int]]:
    """The rows that one Temuan speaks for as a whole."""
    return {
        (t.location.sheet, int(row))
        for t in kiriman.temuan
        if t.rule.code in {"F12", "F13", "F29", "D12"}
        for row in dict(t.facts).get("baris", str(t.location.row)).split(", ")
    }


@given(damaged())
def test_every_cell_is_taken_or_reported_or_listed_as_outside(book: Book) -> None:
    kiriman = read_returned(book, REKAP)
    h = kiriman.hitungan

    assert h.ditemukan == sum(1 for grid in book.grids for _ in content(grid))
    assert h.ditemukan == h.diambil + h.dicatat + h.di_luar
    if kiriman.penerimaan is not Penerimaan.DITOLAK:
        assert outside(kiriman)[1] == h.di_luar


@given(damaged())
def test_what_was_typed_is_in_an_answer_or_named(book: Book) -> None:
    kiriman = read_returned(book, REKAP)
    answers = repr([(r, r.letak) for r in kiriman.realisasi]) + repr(kiriman.data_pendukung)
    named, total = outside(kiriman)
    reported = {(t.location.sheet, t.location.cell) for t in kiriman.temuan}
    for grid in book.grids:
        for place, cell in content(grid):
            if "tanda-" in str(cell.value) and kiriman.penerimaan is not Penerimaan.DITOLAK:
                here = (grid.sheet, cell_name(*place))
                assert (
                    str(cell.value) in answers
                    or here in reported | named
                    or (grid.sheet, place[0]) in rows_named(kiriman)
                    or len(named) < total
                ), here


@given(damaged())
def test_same_file_is_read_the_same_way_in_any_order_of_its_cells(book: Book) -> None:
    backwards = instead(
        book,
        *(replace(g, cells=dict(reversed(g.cells.items()))) for g in book.grids),
    )

    assert read_returned(backwards, REKAP) == read_returned(book, REKAP)
