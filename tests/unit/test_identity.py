"""Which form a file is, by what it carries itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grids import codes, grid
from kinerja.grid import Book
from kinerja.identity import carriers, identify, parse_id, printed, refusal, stamp_of
from kinerja.model import Formulir, Location
from office import REKAP
from returns import returned

OURS = Formulir(subbagian="TPH", tahun=2020, periode=1)
OTHER = Formulir(subbagian="KUL", tahun=2020, periode=1)


def without(book: Book, *sheets: str, names: bool = True, subject: bool = True) -> Book:
    """The file as some program saves it, with these carriers lost."""
    return replace(
        book,
        grids=tuple(g for g in book.grids if g.sheet not in sheets),
        names=book.names if names else {},
        subject=book.subject if subject else "",
    )


@pytest.mark.parametrize(
    "formulir",
    [
        OURS,
        Formulir(subbagian="KUL", tahun=2026, periode=12, revisi=13),
        Formulir(subbagian="SDM-2", tahun=2020, periode=4),
        Formulir(subbagian="Tata Usaha", tahun=2020, periode=4),
    ],
)
def test_printed_code_is_read_back(formulir: Formulir) -> None:
    assert parse_id(formulir.id) == formulir
    assert parse_id(f" {formulir.id}\n") == formulir


@pytest.mark.parametrize("position", range(len(OURS.id)))
def test_one_mistyped_sign_is_noticed(position: int) -> None:
    wrong = OURS.id[:position] + "9" + OURS.id[position + 1 :]
    if wrong != OURS.id:
        assert parse_id(wrong) is None


@pytest.mark.parametrize("text", ["", "K2020-TPH-P1-R1", "Formulir TPH", "K20-TPH-P1-R1-00"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert parse_id(text) is None


def test_code_is_found_inside_a_printed_line() -> None:
    assert printed(grid(f"|\n| | Kode formulir: {OURS.id} |")) == OURS


def test_file_carries_its_identity_four_times() -> None:
    assert list(carriers(returned())) == [OURS] * 4


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        ({}, []),
        ({"names": False, "subject": False}, []),
        ({"names": False}, []),
    ],
)
def test_lost_carriers_other_than_the_stamp_are_not_worth_a_word(
    lost: dict[str, bool], code: list[str]
) -> None:
    assert codes(identify(without(returned(), **lost)).temuan) == code


def test_printed_code_alone_is_enough() -> None:
    copied = without(returned(), "_kinerja", names=False, subject=False)
    found = identify(copied)

    assert found.formulir == OURS
    assert codes(found.temuan) == ["F17"]


def test_file_without_any_carrier_is_no_form() -> None:
    found = identify(without(returned(), "_kinerja", "Baca Dulu", names=False, subject=False))

    assert found.formulir is None
    assert codes(found.temuan) == ["F01"]


def test_most_carriers_decide_and_a_disagreement_is_said() -> None:
    found = identify(replace(returned(), subject=OTHER.id))

    assert found.formulir == OURS
    assert codes(found.temuan) == ["F16"]


def test_tie_is_broken_by_content_and_not_by_order() -> None:
    book = without(returned(), "_kinerja", "Baca Dulu")
    one = replace(book, names={"kinerja_id": OURS.id}, subject=OTHER.id)
    two = replace(book, names={"kinerja_id": OTHER.id}, subject=OURS.id)

    assert identify(one).formulir == identify(two).formulir


def test_stamp_is_key_and_value() -> None:
    stamp = stamp_of(returned())

    assert (stamp["id"], stamp["subbagian"], stamp["siklus"]) == (OURS.id, "TPH", "4")
    assert stamp_of(without(returned(), "_kinerja")) == {}


@pytest.mark.parametrize(
    ("formulir", "code"),
    [
        (OURS, None),
        (Formulir(subbagian="tph", tahun=2020, periode=1), None),
        (Formulir(subbagian="TPH", tahun=2021, periode=1), "F03"),
        (Formulir(subbagian="XYZ", tahun=2020, periode=1), "F04"),
        (Formulir(subbagian="TPH", tahun=2020, periode=5), "F05"),
        (Formulir(subbagian="TPH", tahun=2020, periode=0), "F05"),
    ],
)
def test_form_belongs_here_or_the_reason_is_given(
    formulir: Formulir, code: str | None
) -> None:
    found = refusal(formulir, REKAP, Location("x.xlsx"))

    assert (found.rule.code if found else None) == code
