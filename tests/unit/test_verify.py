"""The checks of what was answered: each fires at its cell, and each can be content.

The form of TPH has 1a in row 8 and 1b in row 9, that of KUL 2a to 2c in rows 9 to 11.
Isian: H and I x and y, J Realisasi, K Status, L Alasan. Narasi: C to E penyebab, kendala,
solusi.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from grids import codes, places
from kinerja import verify as checks
from kinerja.model import Realisasi, Status
from kinerja.rekap import Kiriman, Rekap
from kinerja.temuan import Rule, Temuan
from kinerja.verify import CHECKS, verify
from kinerja.view import View, view_of
from office import REKAP, answer, berkas, changed, complete, having, kiriman, listed

Look = Callable[[View], Iterator[Temuan]]
TOLD = {"kendala": "jarak ke TPS", "solusi": "sosialisasi lagi"}
NOT_DUE = {"status": Status.TIDAK_BERLAKU, "alasan": "tidak ada"}


def found(look: Look, rekap: Rekap) -> list[tuple[str, str]]:
    return places(look(view_of(rekap)))


def one(*answers: Realisasi, rekap: Rekap = REKAP) -> Rekap:
    """All answers in one file."""
    return having(kiriman(*answers), rekap=rekap)


def test_clean_office_has_no_temuan() -> None:
    teknis = kiriman(
        answer("1a", 80), answer("1b", 2), listed=(listed(), listed("putusan.pdf", "1b"))
    )
    kul = kiriman(
        answer("2a", 90, x=Decimal(9), y=Decimal(10)),
        answer("2b", "WTP"),
        answer("2c", 5),
        sha256="b" * 64,
        subbagian="KUL",
        listed=(
            listed("salinan.pdf", "2a"),
            listed("notula 1.pdf", "2c"),
            listed("notula 2.pdf", "2c"),
        ),
    )
    kul_folder = {"folder": "Data Pendukung/KUL/TW I", "subbagian": "KUL"}
    on_disk = (
        berkas(),
        berkas("putusan.pdf"),
        *(berkas(n, **kul_folder) for n in ("salinan.pdf", "notula 1.pdf", "notula 2.pdf")),
    )

    assert verify(having(teknis, kul, berkas=on_disk, rekap=complete(REKAP))) == []


def test_form_that_is_due_and_not_back_is_reported_once_each() -> None:
    assert codes(verify(complete(REKAP))) == ["F27", "F27"]
    assert found(checks.formulir_has_returned, one(answer("1a", 80))) == [("F27", "")]


def test_form_of_a_later_periode_is_not_yet_missed() -> None:
    both = having(kiriman(answer("1a", 80)), kiriman(sha256="b" * 64, subbagian="KUL"))

    assert found(checks.formulir_has_returned, both) == []


# Check, the answer that makes it speak with code and cell, the answer that does not.
CASES: list[tuple[Look, Realisasi, tuple[str, str], Realisasi]] = [
    (checks.nilai_is_filled, answer("1a"), ("R09", "J8"), answer("1a", 0)),
    (
        checks.nilai_is_filled,
        answer("1a", status=Status.TERISI),
        ("R09", "J8"),
        answer("1a", **NOT_DUE),
    ),
    (
        checks.nilai_is_filled,
        answer("2a"),
        ("R09", "H9"),
        answer("2a", x=Decimal(1), y=Decimal(0), status=Status.TERISI),
    ),
    (checks.nilai_is_filled, answer("2b"), ("R09", "J10"), answer("2b", "WTP")),
    (
        checks.alasan_is_given,
        answer("1a", status=Status.NIHIL),
        ("R10", "L8"),
        answer("1a", **NOT_DUE),
    ),
    (
        checks.status_agrees_with_nilai,
        replace(answer("1a", 66), status=Status.NIHIL),
        ("R12", "K8"),
        answer("1a", 66),
    ),
    (
        checks.penyebut_is_not_zero,
        answer("2a", x=Decimal(0), y=Decimal(0), status=Status.TERISI),
        ("R13", "I9"),
        answer("2a", 90, x=Decimal(9), y=Decimal(10)),
    ),
    (
        checks.pembilang_is_within_penyebut,
        answer("2a", 110, x=Decimal(11), y=Decimal(10)),
        ("R14", "H9"),
        answer("2a", 100, x=Decimal(10), y=Decimal(10)),
    ),
    (checks.persen_is_within_bounds, answer("1a", 101), ("R17", "J8"), answer("1a", 100)),
    (checks.persen_is_within_bounds, answer("1a", -1), ("R17", "J8"), answer("1a", 0)),
    (checks.capaian_is_plausible, answer("1a", 121), ("R16", "J8"), answer("1a", 120)),
    (checks.capaian_is_plausible, answer("2c", 10), ("R16", "J11"), answer("2c", 6)),
    (
        checks.shortfall_is_explained,
        answer("1a", 66, solusi="sosialisasi"),
        ("R22", "D8"),
        answer("1a", 66, **TOLD),
    ),
    (
        checks.shortfall_is_explained,
        answer("1b", 3, kendala="jarak"),
        ("R22", "E9"),
        answer("1b", 1),
    ),
]


@pytest.mark.parametrize(
    ("look", "wrong", "expected", "right"),
    CASES,
    ids=[f"{n}-{case[0].__name__}" for n, case in enumerate(CASES)],
)
def test_check_speaks_of_the_wrong_answer_only(
    look: Look, wrong: Realisasi, expected: tuple[str, str], right: Realisasi
) -> None:
    assert found(look, one(wrong)) == [expected]
    assert found(look, one(right)) == []


def test_zero_penyebut_is_not_also_an_empty_answer() -> None:
    rekap = one(answer("2a", x=Decimal(0), y=Decimal(0), status=Status.TERISI))

    assert found(checks.nilai_is_filled, rekap) == []


def test_number_that_could_not_be_read_is_not_also_missing() -> None:
    blank = answer("1a")
    refused = Rule.BUKAN_ANGKA.at(
        blank.letak["nilai"], judul="Realisasi TW I", indikator="1a", isi="ya"
    )
    noted = Rule.TERCORET.at(
        blank.letak["nilai"], judul="Realisasi TW I", indikator="1a", isi="ya"
    )

    assert (
        found(checks.nilai_is_filled, having(replace(kiriman(blank), temuan=(refused,)))) == []
    )
    assert found(checks.nilai_is_filled, having(replace(kiriman(blank), temuan=(noted,)))) == [
        ("R09", "J8")
    ]


def test_what_an_older_file_told_does_not_excuse_a_blank_in_the_newer_one() -> None:
    """Both came back under the same name, so the cells have the same name too."""
    blank = answer("1a")
    refused = Rule.BUKAN_ANGKA.at(
        blank.letak["nilai"], judul="Realisasi TW I", indikator="1a", isi="ya"
    )
    old = replace(kiriman(blank, disimpan=datetime(2020, 4, 1)), temuan=(refused,))
    new = kiriman(blank, sha256="b" * 64, disimpan=datetime(2020, 4, 9))

    assert found(checks.nilai_is_filled, having(old, new)) == [("R09", "J8")]


def test_penyebut_that_could_not_be_read_is_not_also_missing() -> None:
    half = answer("2a", x=Decimal(9), status=Status.TERISI)
    wrong = Rule.BUKAN_ANGKA.at(
        half.letak["y"], judul="Penyebut (y)", indikator="2a", isi="sepuluh"
    )
    told = replace(kiriman(half, subbagian="KUL"), temuan=(wrong,))

    assert found(checks.nilai_is_filled, having(told)) == []


def test_blank_answer_of_a_later_periode_is_not_yet_missed() -> None:
    later = having(kiriman(answer("1a", p=2), p=2))

    assert found(checks.nilai_is_filled, later) == []


def test_zero_target_of_a_positif_is_reported_at_the_master() -> None:
    assert found(checks.target_is_not_zero, changed(REKAP, "1a", target=Decimal(0))) == [
        ("R15", "C5")
    ]
    assert found(checks.target_is_not_zero, changed(REKAP, "1b", target=Decimal(0))) == []


def test_shortfall_owes_both_kendala_and_solusi() -> None:
    assert found(checks.shortfall_is_explained, one(answer("1a", 66))) == [
        ("R22", "D8"),
        ("R22", "E8"),
    ]


LONG = "Pandemi membatasi tatap muka."


def test_narrative_carried_over_is_reported() -> None:
    rekap = having(
        kiriman(answer("1a", 66, penyebab=LONG)),
        kiriman(answer("1a", 70, 2, penyebab=LONG.upper()), sha256="b" * 64, p=2),
    )

    (temuan,) = checks.narasi_is_not_copied(view_of(rekap))

    assert (temuan.rule.code, temuan.location.cell) == ("R23", "C8")
    assert dict(temuan.facts)["periode"] == "TW II"


@pytest.mark.parametrize(("one_", "two"), [(LONG, LONG + " Lagi."), ("Pandemi", "Pandemi")])
def test_narrative_that_differs_or_is_short_is_not(one_: str, two: str) -> None:
    rekap = having(
        kiriman(answer("1a", 66, penyebab=one_)),
        kiriman(answer("1a", 70, 2, penyebab=two), sha256="b" * 64, p=2),
    )

    assert found(checks.narasi_is_not_copied, rekap) == []


def pair(old: Realisasi, new: Realisasi, *, apart: bool) -> tuple[Kiriman, Kiriman]:
    day = datetime(2020, 4, 9 if apart else 1)
    return (
        kiriman(old, sha256="1" * 64, disimpan=datetime(2020, 4, 1)),
        kiriman(new, sha256="2" * 64, disimpan=day),
    )


def test_two_answers_of_one_rank_are_a_conflict() -> None:
    twins = pair(answer("1a", 66), answer("1a", 70), apart=False)

    assert found(checks.answers_agree, having(*twins)) == [("R19", "J8")]
    assert found(checks.changes_are_told, having(*twins)) == []
    assert found(checks.nilai_is_filled, having(*twins)) == []


def test_later_answer_is_a_change_and_no_conflict() -> None:
    later = pair(answer("1a", 66), answer("1a", 70), apart=True)

    assert found(checks.answers_agree, having(*later)) == []
    assert found(checks.changes_are_told, having(*later)) == [("R18", "J8")]


def test_changed_status_alone_is_named_at_its_own_cell() -> None:
    none = answer("1a", status=Status.NIHIL, alasan="ditunda")
    other = answer("1a", status=Status.TIDAK_BERLAKU, alasan="ditunda")

    assert found(checks.changes_are_told, having(*pair(none, other, apart=True))) == [
        ("R18", "K8")
    ]


def test_same_answer_again_is_no_change() -> None:
    same = pair(answer("1a", 66), answer("1a", 66), apart=True)

    assert found(checks.changes_are_told, having(*same)) == []
    assert found(checks.blanks_do_not_erase, having(*same)) == []


def test_blank_in_the_newest_file_leaves_the_older_answer_and_says_so() -> None:
    erased = pair(answer("1a", 66, kendala="jarak"), answer("1a", 66), apart=True)

    assert found(checks.blanks_do_not_erase, having(*erased)) == [("R24", "D8")]


def test_number_that_is_blank_again_is_named_at_its_own_cell() -> None:
    erased = pair(answer("1a", 66), answer("1a"), apart=True)

    assert found(checks.blanks_do_not_erase, having(*erased)) == [("R24", "J8")]


def test_temuan_are_in_the_order_of_their_places() -> None:
    rekap = one(answer("1b", 300), answer("1a", 130))
    temuan = [t for t in verify(rekap) if t.location.file == "Formulir.xlsx"]

    assert temuan == sorted(temuan, key=lambda t: t.sort_key)
    assert temuan


def test_every_check_is_listed_once() -> None:
    assert len(CHECKS) == len(set(CHECKS))
    assert {look for look, *_ in CASES} <= set(CHECKS)
