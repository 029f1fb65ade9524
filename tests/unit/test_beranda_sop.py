"""Where the SOP stands on “Beranda”, and whose forms are late today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from kinerja.beranda_sop import late_page, sop_page
from kinerja.model_sop import Cap, Disposisi, Distribusi, LangkahSop
from kinerja.rekap import Rekap
from kinerja.sheets import beranda as sheet
from office import REKAP

MONDAY = datetime(2026, 11, 16, 8)
BAKU = "3 hari 7 jam 15 menit"
HANDED = Distribusi(
    periode=1,
    subbagian="TPH",
    revisi=1,
    berkas="Formulir.xlsx",
    sha256="a",
    dibagikan=MONDAY,
    batas=date(2026, 11, 18),
)


def begun(*hours: int, kini: datetime | None = None) -> Rekap:
    """The order came in on Monday at eight; each step ended at one of these hours."""
    caps = tuple(
        Cap(periode=1, langkah=n, selesai=MONDAY.replace(hour=hour))
        for n, hour in enumerate(hours, start=1)
    )
    order = Disposisi(periode=1, diterima=MONDAY)
    return replace(REKAP, disposisi=(order,), cap=caps, kini=kini)


def row(rekap: Rekap) -> list[object]:
    page = sop_page(rekap)
    assert page.quiet
    (found,) = page.rows
    return list(found)


def test_before_anything_began_nothing_is_claimed() -> None:
    assert row(replace(REKAP, kini=MONDAY)) == ["–", "–", "–", "–", f"– dari {BAKU}"]


def test_the_step_at_hand_is_shown_with_who_holds_it_and_for_how_long() -> None:
    """
    | langkah | selesai         |
    | 1       | Senin 16 Nov 09 |
    | 2       | Senin 16 Nov 10 |
    | 3       | (Selasa 17 Nov, 09.05) |
    """
    found = row(begun(9, 10, kini=datetime(2026, 11, 17, 9, 5)))

    assert found == [
        "3 dari 14 · Membuat konsep formulir dan memerinta…",
        "Kasubbag Perencanaan",
        "16 Nov 2026, 10.00",
        "6 jam 35 menit kerja",
        f"1 hari 1 jam 5 menit dari {BAKU}",
    ]


def test_without_a_clock_only_what_was_stamped_is_told() -> None:
    found = row(begun(9, 10))

    assert found[3:] == ["–", f"2 jam dari {BAKU}"]


def test_all_done_is_said() -> None:
    """Step 14 belongs to the last Periode of the year."""
    found = row(begun(*[9] * 13, kini=MONDAY.replace(hour=12)))

    assert found[:4] == [sheet.SOP_SELESAI, "–", "–", "–"]


def test_long_texts_of_an_office_are_cut_in_one_line() -> None:
    step = LangkahSop(nomor=1, kegiatan="Sangat\npanjang " * 9, pelaksana="Kepala " * 9)
    found = row(replace(begun(), sop=(step,)))

    assert len(str(found[0])) <= sheet.LANGKAH_MUAT
    assert len(str(found[1])) <= sheet.PEMEGANG_MUAT
    assert {str(text)[-1] for text in found[:2]} == {"…"}


@pytest.mark.parametrize(
    ("kini", "said"),
    [
        (None, "–"),
        (datetime(2026, 11, 18, 23, 59), "✔ 0"),
        (datetime(2026, 11, 19, 0, 0), "✖ 1"),
    ],
)
def test_a_form_is_late_from_the_day_after_its_deadline(
    kini: datetime | None, said: str
) -> None:
    page = late_page(replace(REKAP, distribusi=(HANDED,), kini=kini))

    assert page.rows == [[said]]
    assert page.quiet


def test_who_came_back_late_is_no_longer_waited_for() -> None:
    back = replace(HANDED, kembali=datetime(2026, 11, 24, 9))

    assert late_page(replace(REKAP, distribusi=(back,), kini=MONDAY)).rows == [["✔ 0"]]


def test_before_anything_was_handed_out_nobody_is_late() -> None:
    assert late_page(replace(REKAP, kini=MONDAY)).rows == [["–"]]
