"""What is to be done next follows from the state of the year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.model import Location, Pengaturan
from kinerja.next_step import Next, next_step
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets.beranda import STEPS, TAHAP, Step, name_of
from kinerja.temuan import Rule, Temuan
from kinerja.view import view_of
from office import BARE, REKAP, answer, having, kiriman

EMPTY = Rekap(file="kinerja.xlsx", pengaturan=Pengaturan())
OF_MASTER = Rule.MASTER_TANPA_ISI.at(Location("kinerja.xlsx"), lembar="Subbagian")
OF_FORM = Rule.NILAI_KOSONG.at(
    Location("Formulir.xlsx"), indikator="1a", periode="TW I", subbagian="TPH"
)


def step(rekap: Rekap, *temuan: Temuan) -> Next:
    return next_step(view_of(rekap), temuan)


def both(p: int = 1) -> tuple[Kiriman, Kiriman]:
    return (
        kiriman(answer("1a", 80, p), sha256=f"{p}a", p=p),
        kiriman(answer("2b", "WTP", p), sha256=f"{p}b", subbagian="KUL", p=p),
    )


def at(rekap: Rekap, p: int) -> Rekap:
    return replace(rekap, pengaturan=replace(rekap.pengaturan, periode=p))


def test_empty_master_is_filled_first() -> None:
    found = step(EMPTY, OF_MASTER)

    assert found.step is Step.FILL
    assert found.facts == {"lembar": "Pengaturan, Subbagian, Sasaran & Indikator"}


def test_only_the_sheet_that_is_still_empty_is_named() -> None:
    assert step(replace(BARE, subbagian=())).facts == {"lembar": "Subbagian"}


def test_galat_of_the_master_comes_before_its_forms() -> None:
    assert step(BARE, OF_MASTER) == Next(Step.MEND, {"n": 1})


def test_forms_of_the_running_periode_are_made_for_those_that_lack_one() -> None:
    without = replace(REKAP, terbit=REKAP.terbit[:1])

    assert step(BARE) == Next(Step.HAND_OUT, {"periode": "TW I", "siapa": "TPH, KUL"})
    assert step(without).facts["siapa"] == "TPH"


def test_who_has_not_returned_a_form_is_named() -> None:
    assert step(REKAP) == Next(Step.COLLECT, {"siapa": "TPH, KUL"})
    assert step(having(both()[0])) == Next(Step.COLLECT, {"siapa": "KUL"})


def test_missing_form_comes_before_the_galat_it_makes() -> None:
    assert step(REKAP, OF_FORM).step is Step.COLLECT


def test_form_of_an_earlier_periode_is_named_with_it() -> None:
    rekap = at(having(*both()[:1], *both(2)), 2)

    assert step(rekap).facts == {"siapa": "KUL (TW I)"}


def test_who_does_not_fit_in_the_sentence_is_counted() -> None:
    some = [replace(REKAP.subbagian[0], kode=f"SUBBAGIAN-{n:02}") for n in range(12)]
    rekap = replace(
        BARE,
        subbagian=tuple(some),
        indikator=tuple(
            replace(BARE.indikator[0], kode=s.kode, penanggung_jawab=s.kode, pendukung=())
            for s in some
        ),
    )

    assert step(rekap).facts["siapa"] == (
        "SUBBAGIAN-00, SUBBAGIAN-01, SUBBAGIAN-02, SUBBAGIAN-03, dan 8 lainnya"
    )


def test_galat_that_stands_keeps_the_next_periode_waiting() -> None:
    assert step(having(*both()), OF_FORM) == Next(Step.SETTLE, {"n": 1})


def test_finished_periode_leads_to_the_next() -> None:
    facts = {"periode": "TW I", "berikut": "TW II"}

    assert step(having(*both())) == Next(Step.MOVE_ON, facts)


def test_last_periode_leads_to_the_report() -> None:
    whole = having(*(k for p in range(1, 5) for k in both(p)))

    assert step(at(whole, 4)) == Next(Step.REPORT)


FACTS = {"lembar": "a", "n": 1, "periode": "b", "siapa": "c", "berikut": "d"}


@pytest.mark.parametrize("known", Step)
def test_every_step_has_a_button_in_its_order_or_none(known: Step) -> None:
    button, sentence = STEPS[known]

    assert button in {"", *TAHAP}
    assert sentence.format(**FACTS).endswith(".")
    assert name_of(known)[0].isdigit() == bool(button)
