"""The Periode of a year and their names."""

from __future__ import annotations

import pytest

from kinerja import periode


@pytest.mark.parametrize(
    ("siklus", "p", "short", "long"),
    [
        (4, 1, "TW I", "Triwulan I"),
        (4, 4, "TW IV", "Triwulan IV"),
        (2, 2, "Semester II", "Semester II"),
        (12, 2, "Februari", "Februari"),
    ],
)
def test_periode_is_named_as_the_office_says_it(
    siklus: int, p: int, short: str, long: str
) -> None:
    assert periode.name(siklus, p) == short
    assert periode.long_name(siklus, p) == long


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_every_name_is_read_back(siklus: int) -> None:
    for p in periode.of_year(siklus):
        assert periode.parse(siklus, periode.name(siklus, p)) == p
        assert periode.parse(siklus, periode.long_name(siklus, p).upper()) == p


@pytest.mark.parametrize(
    ("typed", "p"),
    [
        ("TW II", 2),
        ("tw  ii", 2),
        ("2", 2),
        ("P2", 2),
        ("TW 2", 2),
        ("Triwulan 4", 4),
        ("iv", 4),
        ("TW 5", None),
        ("TW V", None),
        ("5", None),
        ("", None),
    ],
)
def test_periode_is_read_as_people_write_it(typed: str, p: int | None) -> None:
    assert periode.parse(4, typed) == p
