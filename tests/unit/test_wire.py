"""What the child process read arrives as it was."""

from __future__ import annotations

import json
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from kinerja.adapters.reading.wire import pack, unpack
from kinerja.grid import Book, Cell, Grid, Kind, Span
from kinerja.model import Identitas, Location
from kinerja.temuan import Rule, Sebab

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = {
    Kind.NUMBER: st.decimals(allow_nan=False, allow_infinity=False),
    Kind.TEXT: TEXTS,
    Kind.DATE: st.dates() | st.datetimes(),
    Kind.TIME: st.times() | st.just("1 day, 12:00:00"),
    Kind.BOOL: st.booleans(),
    Kind.ERROR: st.sampled_from(["#REF!", "#N/A"]),
    Kind.UNCALCULATED: st.none(),
}
PLACES = st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384))
CELLS = st.sampled_from(Kind).flatmap(
    lambda kind: st.builds(
        Cell,
        st.just(kind),
        VALUES[kind],
        TEXTS,
        st.booleans(),
        st.booleans(),
        st.none() | TEXTS,
    )
)
GRIDS = st.builds(
    Grid,
    file=st.just("a.xlsx"),
    sheet=TEXTS,
    cells=st.dictionaries(PLACES, CELLS, max_size=3),
    hidden_rows=st.frozensets(st.integers(1, 99), max_size=3),
    hidden_columns=st.frozensets(st.integers(1, 99), max_size=3),
    spans=st.lists(st.builds(Span, PLACES, PLACES), max_size=2).map(tuple),
    comments=st.dictionaries(PLACES, TEXTS, max_size=2),
    hidden=st.booleans(),
    protected=st.booleans(),
)


@given(
    st.lists(GRIDS, max_size=2),
    st.dictionaries(TEXTS, TEXTS, max_size=2),
    st.none() | st.datetimes(min_value=datetime(1990, 1, 1)),
)
def test_a_book_arrives_as_it_was(
    grids: list[Grid], names: dict[str, str], disimpan: datetime | None
) -> None:
    book = Book(
        identitas=Identitas(sha256="0" * 64, berkas="a.xlsx", disimpan=disimpan, aplikasi="x"),
        grids=tuple(grids),
        names=names,
        subject="K2026-KUL",
        has_macros=bool(grids),
        has_outside_links=not grids,
    )

    assert unpack(json.loads(json.dumps(pack(book))), "a.xlsx") == book


def test_a_refusal_arrives_as_it_was() -> None:
    temuan = Rule.TIDAK_TERBACA.at(Location("a.xlsx"), berkas="a.xlsx", sebab=Sebab.WAKTU)

    assert unpack(json.loads(json.dumps(pack(temuan))), "a.xlsx") == temuan
