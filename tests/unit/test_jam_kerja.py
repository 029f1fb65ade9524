"""Working minutes: 07.30–12.00 and 13.00–16.00, on Friday 07.30–11.30 and 13.00–16.30."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from calendars import office_in
from kinerja.jam_kerja import after_minutes, lama, minutes_a_day, working_minutes
from kinerja.model import Pengaturan

OFFICE = office_in(2025)
FOUR_HOURS = replace(
    OFFICE, pengaturan=replace(OFFICE.pengaturan, jam_kerja=((time(8), time(12)),))
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-{text}")


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("08-13T08:00", "08-13T09:15", 75),  # a Wednesday
        ("08-13T11:50", "08-13T13:10", 20),  # over the rest at noon
        ("08-13T05:00", "08-13T07:30", 0),  # before the office opens
        ("08-13T00:00", "08-13T23:59", 450),
        ("08-15T00:00", "08-15T23:59", 450),  # a Friday
        ("08-15T11:30", "08-15T13:00", 0),
        ("08-15T15:30", "08-19T08:00", 90),  # over Saturday, 17 August and cuti bersama
        ("08-16T08:00", "08-18T16:00", 0),
        ("08-13T09:00", "08-13T08:00", 0),  # ends before it begins
        ("08-13T08:00:40", "08-13T08:01:10", 1),  # seconds are left out
    ],
)
def test_minutes_are_those_at_which_the_office_works(
    start: str, end: str, minutes: int
) -> None:
    assert working_minutes(OFFICE, at(start), at(end)) == minutes


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("08-13T08:00", 75, "08-13T09:15"),
        ("08-13T11:50", 20, "08-13T13:10"),
        ("08-13T11:50", 10, "08-13T12:00"),
        ("08-13T20:00", 1, "08-14T07:31"),
        ("08-15T16:00", 30, "08-15T16:30"),
        ("08-15T16:00", 31, "08-19T07:31"),
        ("08-14T08:00", 3 * 450 + 435, "08-21T07:45"),
        ("08-16T10:00", 0, "08-16T10:00"),
    ],
)
def test_so_many_minutes_end_at(start: str, minutes: int, end: str) -> None:
    assert after_minutes(OFFICE, at(start), minutes) == at(end)


def test_hours_are_those_of_the_office() -> None:
    assert minutes_a_day(FOUR_HOURS.pengaturan) == 240
    assert working_minutes(FOUR_HOURS, at("08-13T00:00"), at("08-14T00:00")) == 240


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (3 * 450 + 435, "3 hari 7 jam 15 menit"),
        (205, "3 jam 25 menit"),
        (900, "2 hari"),
        (450 + 15, "1 hari 15 menit"),
        (0, "0 menit"),
        (-75, "-1 jam 15 menit"),
    ],
)
def test_minutes_are_said_in_days_hours_and_minutes(minutes: int, said: str) -> None:
    assert lama(minutes, Pengaturan()) == said
