"""Which of several answers counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from kinerja.answers import (
    changes,
    conflicts,
    current,
    forgotten,
    held_back,
    highest,
    listed,
    ranked,
)
from kinerja.model import Keputusan, Realisasi, Status
from kinerja.model_verifikasi import Verifikasi
from kinerja.rekap import Kiriman, Penerimaan
from office import answer, having, kiriman
from office import listed as piece

KEY = ("1a", "TPH", 1)
EARLY, LATE = datetime(2020, 4, 1), datetime(2020, 4, 9)
ONE = kiriman(answer("1a", 66, kendala="jarak"), sha256="1" * 64, disimpan=EARLY)
TWO = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=LATE)


def test_later_saved_file_wins() -> None:
    assert current(having(ONE, TWO))[KEY].nilai == 70


def test_cell_that_the_later_file_leaves_blank_keeps_the_older_answer() -> None:
    r = current(having(ONE, TWO))[KEY]

    assert (r.nilai, r.kendala) == (70, "jarak")
    assert r.sha256 == TWO.identitas.sha256


def test_higher_revision_wins_over_a_later_save() -> None:
    newer_form = kiriman(answer("1a", 68), sha256="3" * 64, revisi=2, disimpan=EARLY)

    assert current(having(TWO, newer_form))[KEY].nilai == 68


def test_status_takes_the_number_of_the_older_answer_away() -> None:
    none = answer("1a", status=Status.TIDAK_BERLAKU, alasan="ditunda")
    r = current(having(ONE, kiriman(none, sha256="2" * 64, disimpan=LATE)))[KEY]

    assert (r.status, r.nilai, r.alasan) == (Status.TIDAK_BERLAKU, None, "ditunda")


def test_equal_rank_that_disagrees_leaves_the_cell_open() -> None:
    twin = replace(TWO, identitas=replace(TWO.identitas, disimpan=EARLY))
    rekap = having(ONE, twin)

    assert current(rekap)[KEY].nilai is None
    assert current(rekap)[KEY].status is Status.BELUM
    assert current(rekap)[KEY].kendala == "jarak"
    assert [(one.nilai, two.nilai) for _, one, two in conflicts(rekap)] == [(66, 70)]


def test_equal_rank_that_agrees_is_no_conflict() -> None:
    twin = replace(ONE, identitas=replace(ONE.identitas, sha256="9" * 64))

    assert list(conflicts(having(ONE, twin))) == []
    assert current(having(ONE, twin))[KEY].nilai == 66


def test_planner_decides_with_pakai_and_abaikan() -> None:
    chosen = kiriman(answer("1a", 66, keputusan=Keputusan.PAKAI), disimpan=EARLY)
    dropped = kiriman(
        answer("1a", 70, keputusan=Keputusan.ABAIKAN), sha256="2" * 64, disimpan=LATE
    )

    assert current(having(chosen, TWO))[KEY].nilai == 66
    assert current(having(ONE, dropped))[KEY].nilai == 66


def test_zero_is_an_answer() -> None:
    zero = kiriman(answer("1a", 0), sha256="2" * 64, disimpan=LATE)

    assert current(having(ONE, zero))[KEY].nilai == Decimal(0)


def test_refused_file_does_not_count() -> None:
    refused = replace(TWO, penerimaan=Penerimaan.DITOLAK)

    assert current(having(ONE, refused))[KEY].nilai == 66


def test_change_is_named_from_older_to_newer() -> None:
    assert [(o.nilai, n.nilai) for _, o, n in changes(having(TWO, ONE))] == [(66, 70)]


def test_older_answer_that_still_counts_is_named() -> None:
    assert [(group, old.kendala) for group, old, _ in forgotten(having(ONE, TWO))] == [
        (("kendala",), "jarak")
    ]


def test_cell_of_a_blank_answer_is_known() -> None:
    blank = current(having(kiriman(answer("1a"))))[KEY]

    assert blank.letak["nilai"].cell == "J8"


def test_highest_of_nothing_filled_is_nothing() -> None:
    answers = ranked(having(kiriman(answer("1a"))))[KEY]

    assert highest(answers, ("nilai",)) == ()


def test_newest_list_of_data_pendukung_replaces_the_older_one() -> None:
    old = kiriman(sha256="1" * 64, disimpan=EARLY, listed=(piece("a.pdf"), piece("b.pdf")))
    new = kiriman(sha256="2" * 64, disimpan=LATE, listed=(piece("c.pdf"),))

    assert [d.berkas for d in listed(having(old, new))] == ["c.pdf"]


def test_empty_newer_list_leaves_the_older_one() -> None:
    old = kiriman(sha256="1" * 64, disimpan=EARLY, listed=(piece("a.pdf"),))

    assert [d.berkas for d in listed(having(old, TWO))] == ["a.pdf"]


# ---- a file that was given back and mended: base × mended × what else came


def mended(*answers: Realisasi, dasar: str = ONE.identitas.sha256) -> Kiriman:
    """A copy of the file ``dasar`` that came back once more, later than all others."""
    last = kiriman(*answers, sha256="7" * 64, disimpan=datetime(2020, 5, 2))
    return replace(last, dasar=dasar)


def test_what_a_mended_file_changes_counts() -> None:
    rekap = having(ONE, mended(answer("1a", 68, kendala="jarak")))

    assert (current(rekap)[KEY].nilai, current(rekap)[KEY].kendala) == (68, "jarak")
    assert [(old.nilai, new.nilai) for _, old, new in changes(rekap)] == [(66, 68)]


def test_what_a_mended_file_left_as_it_was_does_not_undo_another_file() -> None:
    """
    |         | nilai | kendala |
    | base    | 66    | jarak   |
    | another | 70    |         |
    | mended  | 66    | cuaca   |
    """
    rekap = having(ONE, TWO, mended(answer("1a", 66, kendala="cuaca")))

    assert (current(rekap)[KEY].nilai, current(rekap)[KEY].kendala) == (70, "cuaca")


@pytest.mark.parametrize("saved", [EARLY, datetime(2002, 1, 1), None])
def test_a_mended_file_is_later_than_the_one_it_mends_whatever_the_clock_said(
    saved: datetime | None,
) -> None:
    """
    |        | saved              | nilai |
    | base   | EARLY              | 66    |
    | mended | then, before, none | 68    |
    """
    fixed = mended(answer("1a", 68))
    fixed = replace(fixed, identitas=replace(fixed.identitas, disimpan=saved))
    rekap = having(fixed, ONE)

    assert current(rekap)[KEY].nilai == 68
    assert not list(conflicts(rekap))
    assert [k.nilai for k in next(rekap.accepted()).realisasi] == [66]


def test_a_mended_file_with_a_wrong_clock_does_not_win_over_a_later_one() -> None:
    fixed = mended(answer("1a", 68))
    fixed = replace(fixed, identitas=replace(fixed.identitas, disimpan=None))

    assert current(having(ONE, fixed, TWO))[KEY].nilai == 70


def test_files_that_mend_each_other_in_a_ring_still_have_an_order() -> None:
    """“Perbaikan Dari” can be typed over in the master."""
    last = mended(answer("1a", 68))
    ring = replace(ONE, dasar=last.identitas.sha256)
    orders = [having(*both).accepted() for both in ((ring, last), (last, ring))]

    assert [[k.identitas.sha256[0] for k in order] for order in orders] == [["7", "1"]] * 2


def test_without_the_file_it_mends_all_of_a_mended_file_counts() -> None:
    rekap = having(TWO, mended(answer("1a", 66)))

    assert current(rekap)[KEY].nilai == 66


def test_a_number_the_planner_typed_over_stands_before_a_mended_one() -> None:
    corrected = replace(ONE.realisasi[0], nilai=Decimal(67), koreksi={"nilai": "66"})
    base = replace(ONE, realisasi=(corrected,))
    rekap = having(base, mended(answer("1a", 68, kendala="jarak")))

    assert current(rekap)[KEY].nilai == 67
    assert [(mine.nilai, theirs.nilai) for _, mine, theirs in held_back(rekap)] == [(67, 68)]


def test_a_list_that_was_not_mended_does_not_undo_another_one() -> None:
    old, new = piece("lama.pdf"), piece("baru.pdf")
    base, other = replace(ONE, data_pendukung=(old,)), replace(TWO, data_pendukung=(new,))
    again = replace(mended(answer("1a", 66)), data_pendukung=(old,))

    assert [d.berkas for d in listed(having(base, other, again))] == ["baru.pdf"]
    assert [d.berkas for d in listed(having(base, again))] == ["lama.pdf"]


# ---- a form that is locked


def test_what_comes_back_for_a_locked_form_waits() -> None:
    lock = Verifikasi(
        periode=1, subbagian="TPH", dikunci=LATE, kiriman=(ONE.identitas.sha256,)
    )
    rekap = replace(having(ONE, TWO), verifikasi=(lock,))

    assert current(rekap)[KEY].nilai == 66
    assert list(rekap.shut_out()) == [TWO.identitas.sha256]
    assert current(replace(rekap, verifikasi=()))[KEY].nilai == 70
