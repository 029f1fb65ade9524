"""Working days, and the official calendar against the decrees (SKB) it is made of.

2025: 1017/2024, changed by 933/2025 of 7 August for the 18th,
https://kabartangsel.com/?p=379034. 2026: 1497/2025 of 19 September,
https://pembelajaranbermaknaid.blogspot.com/2025/11/skb-3-menteri-rilis-daftar-cuti-bersama.html.
2020: as changed on 1 December,
https://setkab.go.id/pemerintah-keluarkan-skb-3-menteri-hapus-tiga-hari-cuti-bersama-2020/.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from calendars import office_in
from kinerja.adapters import kalender as official
from kinerja.kalender import (
    Tenggat,
    deadline,
    is_working,
    skipped_text,
    unknown_years,
    why_free,
    working_days,
)
from kinerja.model_sop import Kalender

CUTI_BERSAMA = {
    2020: "08-21 10-28 10-30 12-24 12-31",
    2025: "01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26",
    2026: "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24",
}
LIBUR_NASIONAL = {
    2020: "01-01 01-25 03-22 03-25 04-10 05-01 05-07 05-21 05-24 05-25 06-01 07-31 08-17 "
    "08-20 10-29 12-09 12-25",
    2025: "01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 "
    "06-27 08-17 09-05 12-25",
    2026: "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 "
    "06-16 08-17 08-25 12-25",
}


@pytest.mark.parametrize("year", CUTI_BERSAMA)
def test_official_calendar_has_the_days_of_the_decrees_and_no_other(year: int) -> None:
    days = f"{LIBUR_NASIONAL[year]} {CUTI_BERSAMA[year]}".split()
    known = official.of(year)

    assert {d for d in known.libur if d.year == year} == {
        date.fromisoformat(f"{year}-{day}") for day in days
    }
    assert year in known.tahun


def test_cuti_bersama_is_named_as_such() -> None:
    names = official.of(2025).libur

    assert names[date(2025, 8, 18)].startswith("Cuti Bersama")
    assert not names[date(2025, 8, 17)].startswith("Cuti Bersama")


def test_a_year_that_nobody_has_announced_is_reckoned_and_not_called_known() -> None:
    known = official.of(2071)

    assert known.tahun == frozenset()
    assert date(2071, 8, 17) in known.libur


def test_no_year_at_all_is_an_empty_calendar() -> None:
    assert official.of(0) == Kalender()


def test_official_calendar_leaves_the_other_countries_out() -> None:
    code = (
        "import sys; from kinerja.adapters import kalender; kalender.of(2026); "
        "print('holidays.countries' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == "False"


# ---- why a day is free


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2025, 8, 15), ""),
        (date(2025, 8, 16), "Sabtu"),
        (date(2025, 8, 17), "Hari Kemerdekaan Republik Indonesia"),
        (date(2025, 8, 18), "Cuti Bersama Hari Kemerdekaan Republik Indonesia"),
        (date(2025, 8, 24), "Minggu"),
    ],
)
def test_a_free_day_says_why(day: date, why: str) -> None:
    office = office_in(2025)

    assert why_free(office, day) == why
    assert is_working(office, day) == (not why)


def test_the_sheet_wins_both_ways(table: str) -> None:
    """
    | tanggal    | keterangan      | hari  |
    | 2025-08-18 | pelayanan buka  | kerja |
    | 2025-08-23 |                 | kerja |
    | 2025-08-20 | HUT kota        | libur |
    | 2025-08-21 |                 | libur |
    | 2025-08-17 |                 | libur |
    | 2025-08-22 | ditulis dahulu  | libur |
    | 2025-08-22 | ditulis kemudian | kerja |
    """
    office = office_in(2025, table)
    days = (17, 18, 20, 21, 22, 23)

    assert [why_free(office, date(2025, 8, day)) for day in days] == [
        "Hari Kemerdekaan Republik Indonesia",
        "",
        "HUT kota",
        "libur kantor",
        "",
        "",
    ]


# ---- deadlines


@pytest.mark.parametrize(
    ("start", "days", "due", "skipped"),
    [
        (date(2025, 8, 11), 2, date(2025, 8, 13), ""),
        (date(2025, 8, 14), 0, date(2025, 8, 14), ""),
        (
            date(2025, 8, 14),
            2,
            date(2025, 8, 19),
            "Sabtu 16 Agu, Minggu 17 Agu (Hari Kemerdekaan Republik Indonesia), "
            "Senin 18 Agu (Cuti Bersama Hari Kemerdekaan Republik Indonesia)",
        ),
        (date(2025, 8, 15), 1, date(2025, 8, 19), None),
        (date(2025, 8, 17), 1, date(2025, 8, 19), None),
        (date(2025, 12, 24), 2, date(2025, 12, 30), None),
    ],
)
def test_deadline_counts_working_days_only(
    start: date, days: int, due: date, skipped: str | None
) -> None:
    tenggat = deadline(office_in(2025), start, days)

    assert tenggat.tanggal == due
    assert skipped in {None, skipped_text(tenggat.dilewati)}


def test_skipped_days_follow_the_sheet(table: str) -> None:
    """
    | tanggal    | keterangan | hari  |
    | 2025-08-18 | buka       | kerja |
    | 2025-08-19 | HUT kota   | libur |
    """
    assert deadline(office_in(2025, table), date(2025, 8, 15), 2) == Tenggat(
        date(2025, 8, 20),
        (
            (date(2025, 8, 16), "Sabtu"),
            (date(2025, 8, 17), "Hari Kemerdekaan Republik Indonesia"),
            (date(2025, 8, 19), "HUT kota"),
        ),
    )


def test_the_end_of_time_is_a_deadline_too() -> None:
    assert deadline(office_in(2025), date(9999, 12, 31), 2).tanggal == date.max


def test_working_days_leave_the_first_day_out_and_take_the_last() -> None:
    office = office_in(2025)

    assert working_days(office, date(2025, 8, 14), date(2025, 8, 19)) == 2
    assert working_days(office, date(2025, 8, 15), date(2025, 8, 18)) == 0
    assert working_days(office, date(2025, 8, 19), date(2025, 8, 19)) == 0
    assert working_days(office, date(2025, 8, 20), date(2025, 8, 19)) == 0


# ---- years nobody has told of


def test_a_year_is_known_from_the_decree_or_from_the_sheet(table: str) -> None:
    """
    | tanggal    | keterangan |
    | 2072-08-18 | HUT kota   |
    """
    days = (date(2025, 1, 1), date(2071, 3, 1), date(2071, 5, 1), date(2072, 1, 1))

    assert unknown_years(office_in(2025, table), *days) == (2071,)
    assert unknown_years(office_in(2025), *days) == (2071, 2072)
    assert unknown_years(office_in(2025)) == ()
