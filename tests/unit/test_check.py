"""The checks of the master: each fires at its cell, and each can be content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import office
from grids import places
from kinerja.check import check
from kinerja.model import Jenis, Konsolidasi, Location, RencanaAksi
from kinerja.model_sop import HariLibur
from office import answer, changed, complete, having, kiriman

REKAP = complete(office.REKAP)


def test_clean_master_has_no_temuan() -> None:
    assert check(REKAP) == []


def test_empty_tables_are_reported() -> None:
    empty = replace(REKAP, subbagian=(), indikator=())

    assert places(check(empty)) == [("I10", ""), ("I10", "")]


def test_zero_target_is_not_a_missing_one() -> None:
    zero = changed(REKAP, "1b", target=Decimal(0), target_periode=(Decimal(0),) * 4)

    assert check(zero) == []


def test_percentages_that_are_added_are_reported() -> None:
    quarters = {"target_periode": (Decimal(20),) * 4}
    added = changed(REKAP, "1a", konsolidasi=Konsolidasi.JUMLAH, **quarters)

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
        (Konsolidasi.RERATA, (70, 75, 85, 90), (20, 20, 20, 20)),
    ],
)
def test_targets_of_the_periode_lead_to_that_of_the_year(
    konsolidasi: Konsolidasi, fits: tuple[int, ...], fails: tuple[int, ...]
) -> None:
    def found(targets: tuple[int, ...]) -> list[tuple[str, str]]:
        changes = {"target_periode": tuple(map(Decimal, targets)), "jenis": Jenis.ANGKA}
        return places(check(changed(REKAP, "1a", konsolidasi=konsolidasi, **changes)))

    assert found(fits) == []
    # a mean of targets need not be the target of the year
    assert found(fails) == [("I26" if konsolidasi is Konsolidasi.RERATA else "I08", "C5")]


def test_indikator_without_syarat_is_reported() -> None:
    bare = replace(REKAP, syarat=tuple(s for s in REKAP.syarat if s.indikator != "1b"))

    assert places(check(bare)) == [("I09", "C6")]


def test_numbers_of_a_kode_that_was_changed_are_reported_as_not_counted() -> None:
    back = having(
        kiriman(answer("1a", 66), answer("1b", 0)), kiriman(answer("1b", None)), rekap=REKAP
    )
    gone = replace(back, indikator=tuple(i for i in back.indikator if i.kode != "1b"))

    assert check(back) == []
    assert places(check(changed(back, "1a", penanggung_jawab="KUL"))) == [("R35", "C5")]
    assert [t.rule.code for t in check(gone)] == ["R36"]


def test_a_master_of_last_year_whose_year_was_changed_is_refused() -> None:
    back = having(kiriman(answer("1a", 66)), rekap=REKAP)
    copied = replace(back, pengaturan=replace(back.pengaturan, tahun=2021))

    assert [t.rule.code for t in check(copied)] == ["P06"]
    assert check(replace(REKAP, pengaturan=copied.pengaturan)) == []


def plan(row: int, **fields: object) -> RencanaAksi:
    """One row of the sheet “Rencana Aksi”."""
    given = {"indikator": "1a", "uraian": "Rapat", "penanggung_jawab": "TPH"}
    target = (Decimal(1), None, None, None)
    at = Location("kinerja.xlsx", "Rencana Aksi", row, "A")
    return RencanaAksi(**({**given, "target": target, "location": at} | fields))  # type: ignore[arg-type]


def test_rencana_of_who_answers_with_a_target_is_fine() -> None:
    plans = (
        plan(5),
        plan(6, uraian="Sosialisasi"),
        plan(7, penanggung_jawab="KUL"),
        plan(8, indikator="1b"),
    )

    assert check(replace(REKAP, rencana_aksi=plans)) == []


def test_rencana_without_any_target_is_reported() -> None:
    plans = (
        plan(5, target=(None,) * 4),
        plan(6, uraian="b", target=(None, "ada", None, None)),
    )

    assert places(check(replace(REKAP, rencana_aksi=plans))) == [("I17", "A5")]


def test_rencana_written_twice_is_reported_at_the_second() -> None:
    plans = (plan(5), plan(6, uraian=" rapat"), plan(7, penanggung_jawab="KUL"))

    assert places(check(replace(REKAP, rencana_aksi=plans))) == [("I18", "A6")]


def test_rencana_of_who_does_not_answer_is_reported() -> None:
    assert REKAP.by_kode()["1b"].pendukung == ()
    strange = replace(REKAP, rencana_aksi=(plan(5, indikator="1b", penanggung_jawab="KUL"),))

    assert places(check(strange)) == [("I19", "A5")]


def day(row: int, tanggal: str) -> HariLibur:
    at = Location("kinerja.xlsx", "Hari Libur", row, "A")
    return HariLibur(tanggal=date.fromisoformat(tanggal), location=at)


def test_day_written_twice_is_reported_at_the_second() -> None:
    days = (day(5, "2020-08-18"), day(6, "2020-08-19"), day(7, "2020-08-18"))

    assert places(check(replace(REKAP, hari_libur=days))) == [("I20", "A7")]


def test_day_of_another_year_is_reported_and_one_of_the_next_is_not() -> None:
    """What is due of the last Periode is due in January."""
    days = (
        day(5, "2019-12-25"),
        day(6, "2020-12-25"),
        day(7, "2021-01-01"),
        day(8, "2026-01-01"),
    )

    assert places(check(replace(REKAP, hari_libur=days))) == [("I21", "A5"), ("I21", "A8")]
