"""What people type in the register of what was handed out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from grids import places
from kinerja.distribusi_checks import CHECKS
from kinerja.master import read_rekap
from kinerja.model_sop import Distribusi
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.view import view_of
from masters import with_cells
from office import REKAP

REGISTER = replace(
    REKAP,
    distribusi=tuple(
        Distribusi(
            periode=1,
            subbagian=kode,
            revisi=1,
            berkas=f"Formulir {kode} TW I 2020.xlsx",
            sha256="a" * 64,
            dibagikan=datetime(2020, 4, 13, 9, 15),
        )
        for kode in ("TPH", "KUL")
    ),
)


def found(table: str) -> list[tuple[str, str]]:
    """Code and cell of what is wrong with the register, read with these cells in it."""
    rekap, problems = read_rekap(with_cells(DISTRIBUSI, table, REGISTER))
    here = [t for t in problems if t.location.sheet == DISTRIBUSI.name]
    view = view_of(rekap)
    return places([*here, *(t for looks in CHECKS for t in looks(view))])


def test_another_deadline_and_another_return_have_a_reason(table: str) -> None:
    """
    |   | G          | H            | L                |
    | 5 | 2020-04-20 |              | 18/4/2020 10.00  |
    | 6 | 2020-04-20 | Sedang dinas | 18/4/2020 10.00  |
    """
    assert found(table) == [("B20", "H5"), ("B20", "H5")]


def test_nothing_comes_before_the_form_was_handed_out(table: str) -> None:
    """
    |   | G          | H            | J              | L              |
    | 5 | 2020-04-12 | Sedang dinas | 13/4/2020 9.00 | 13/4/2020 9.14 |
    | 6 | 2020-04-13 | Sedang dinas | 13/4/2020      | 13/4/2020 9.15 |
    """
    assert found(table) == [("B21", "G5"), ("B21", "J5"), ("B21", "L5")]


def test_what_is_no_day_and_no_time_is_told_at_its_cell(table: str) -> None:
    """
    |   | G     | H            | J       | L               |
    | 5 | besok | Sedang dinas | kemarin | 13/4/2020 25.00 |
    """
    assert found(table) == [("R21", "G5"), ("R21", "J5"), ("R21", "L5")]


def test_cells_are_those_in_which_the_rows_will_stand() -> None:
    rekap, _ = read_rekap(with_cells(DISTRIBUSI, "|   | G |\n| 6 | 2020-04-20 |", REGISTER))
    more = replace(rekap.distribusi[0], revisi=2)
    view = view_of(replace(rekap, distribusi=(*rekap.distribusi, more)))

    assert places(t for looks in CHECKS for t in looks(view)) == [("B20", "H7")]
