"""The checks of the master: each fires at its cell, and each can be content."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from grids import places
from kinerja.check import check
from kinerja.model import Jenis, Konsolidasi
from office import REKAP, changed


def test_clean_master_has_no_temuan() -> None:
    assert check(REKAP) == []


def test_empty_tables_are_reported() -> None:
    empty = replace(REKAP, subbagian=(), indikator=())

    assert places(check(empty)) == [("I10", ""), ("I10", "")]


def test_zero_target_is_not_a_missing_one() -> None:
    zero = changed(REKAP, "1b", target=Decimal(0), target_periode=(Decimal(0),) * 4)

    assert check(zero) == []


def test_percentages_that_are_added_are_reported() -> None:
    added = changed(REKAP, "1a", konsolidasi=Konsolidasi.JUMLAH, target_periode=())

    assert places(check(added)) == [("I07", "C5")]


def test_rasio_may_be_added_since_its_parts_are() -> None:
    assert REKAP.by_kode()["2a"].konsolidasi is Konsolidasi.JUMLAH
    assert check(REKAP) == []


@pytest.mark.parametrize(
    ("konsolidasi", "fits", "fails"),
    [
        (Konsolidasi.JUMLAH, (20, 20, 20, 20), (20, 20, 20, 30)),
        (Konsolidasi.TERAKHIR, (20, 40, 60, 80), (80, 80, 80, 60)),
        (Konsolidasi.MAKSIMUM, (80, 10, 10, 10), (20, 20, 20, 20)),
        (Konsolidasi.RERATA, (20, 20, 20, 20), None),
    ],
)
def test_targets_of_the_periode_lead_to_that_of_the_year(
    konsolidasi: Konsolidasi, fits: tuple[int, ...], fails: tuple[int, ...] | None
) -> None:
    def found(targets: tuple[int, ...]) -> list[tuple[str, str]]:
        changes = {"target_periode": tuple(map(Decimal, targets)), "jenis": Jenis.ANGKA}
        return places(check(changed(REKAP, "1a", konsolidasi=konsolidasi, **changes)))

    assert found(fits) == []
    if fails:
        assert found(fails) == [("I08", "C5")]


def test_indikator_without_syarat_is_reported() -> None:
    bare = replace(REKAP, syarat=tuple(s for s in REKAP.syarat if s.indikator != "1b"))

    assert places(check(bare)) == [("I09", "C6")]
