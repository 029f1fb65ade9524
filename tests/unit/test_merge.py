"""Joining what came back with what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kinerja.answers import current
from kinerja.merge import Selisih, merge, selisih, superseded, without_refused
from kinerja.rekap import Penerimaan
from office import REKAP, answer, having, kiriman

ONE = kiriman(answer("1a", 66), sha256="1" * 64, disimpan=datetime(2020, 4, 1))
TWO = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 9))
REFUSED = replace(ONE, penerimaan=Penerimaan.DITOLAK, realisasi=())


def test_same_file_twice_changes_nothing() -> None:
    once = merge(REKAP, [ONE])

    assert merge(once, [ONE]) == once


def test_order_of_files_makes_no_difference() -> None:
    assert (
        merge(REKAP, [ONE, TWO])
        == merge(REKAP, [TWO, ONE])
        == merge(merge(REKAP, [TWO]), [ONE])
    )


def test_refused_file_is_tried_again() -> None:
    assert merge(having(REFUSED), [ONE]).kiriman == (ONE,)


def test_accepted_file_is_not_replaced_by_a_refusal() -> None:
    assert merge(having(ONE), [REFUSED]).kiriman == (ONE,)


def test_refused_file_that_is_gone_is_forgotten() -> None:
    rekap = having(replace(REFUSED, identitas=replace(REFUSED.identitas, sha256="9")), TWO)

    assert without_refused(rekap, []).kiriman == (TWO,)
    assert len(without_refused(rekap, ["9"]).kiriman) == 2


def test_difference_is_told_in_numbers_of_answers() -> None:
    other = kiriman(answer("2c", 5), sha256="3" * 64, subbagian="KUL")

    assert selisih(REKAP, merge(REKAP, [ONE])) == Selisih(ditambah=1)
    assert selisih(having(ONE), merge(having(ONE), [TWO, other])) == Selisih(
        ditambah=1, diubah=1
    )
    assert selisih(having(ONE), having(ONE)) == Selisih(tetap=1)


def test_older_files_of_the_same_form_are_superseded() -> None:
    assert superseded(having(ONE, TWO)) == {ONE.identitas.sha256}
    assert current(having(ONE, TWO))["1a", "TPH", 1].nilai == 70
