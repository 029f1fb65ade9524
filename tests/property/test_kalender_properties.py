"""The calendar and the minutes hold together, whatever days a person types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from calendars import office_in
from kinerja.jam_kerja import after_minutes, minutes_a_day, working_minutes
from kinerja.kalender import deadline, is_working, why_free, working_days
from kinerja.model_sop import Hari, HariLibur
from kinerja.rekap import Rekap

OFFICE = office_in(2025)
days = st.dates(date(2024, 12, 1), date(2026, 2, 1))
moments = st.datetimes(datetime(2024, 12, 1), datetime(2026, 2, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
counts = st.integers(0, 30)
minutes = st.integers(0, 6000)
typed = st.lists(st.builds(HariLibur, tanggal=days, hari=st.sampled_from(Hari)), max_size=30)


@st.composite
def offices(draw: st.DrawFn) -> Rekap:
    """The office, with whatever stands in its sheet “Hari Libur”."""
    return replace(OFFICE, hari_libur=tuple(draw(typed)))


@given(offices(), days, st.integers(1, 30))
def test_deadline_is_the_working_day_so_many_working_days_away(
    office: Rekap, start: date, count: int
) -> None:
    due = deadline(office, start, count)

    assert is_working(office, due.tanggal)
    assert working_days(office, start, due.tanggal) == count
    assert working_days(office, start, due.tanggal - timedelta(days=1)) == count - 1


@given(offices(), days, counts)
def test_every_day_on_the_way_is_counted_or_told(
    office: Rekap, start: date, count: int
) -> None:
    due = deadline(office, start, count)
    told = dict(due.dilewati)

    assert len(told) + count == (due.tanggal - start).days
    assert all(why and why == why_free(office, day) for day, why in told.items())


@given(offices(), days, days, days)
def test_working_days_add_up(office: Rekap, one: date, two: date, three: date) -> None:
    first, second, third = sorted((one, two, three))

    assert working_days(office, first, third) == working_days(
        office, first, second
    ) + working_days(office, second, third)


@given(typed.filter(bool))
def test_what_is_typed_last_of_a_day_wins_over_week_and_calendar(
    listed: list[HariLibur],
) -> None:
    office = replace(OFFICE, hari_libur=tuple(listed))
    last = {d.tanggal: d.hari for d in listed}

    assert all(is_working(office, day) == (hari is Hari.KERJA) for day, hari in last.items())


@given(offices(), moments, minutes)
def test_minutes_after_a_moment_are_so_many_minutes(
    office: Rekap, start: datetime, count: int
) -> None:
    end = after_minutes(office, start, count)

    assert working_minutes(office, start, end) == count
    assert count == 0 or working_minutes(office, start, end - timedelta(minutes=1)) < count


@given(offices(), moments, minutes, minutes)
def test_minutes_one_after_the_other_end_where_their_sum_does(
    office: Rekap, start: datetime, one: int, two: int
) -> None:
    assert after_minutes(office, after_minutes(office, start, one), two) == (
        after_minutes(office, start, one + two)
    )


@given(offices(), moments, moments, moments)
def test_working_minutes_add_up(
    office: Rekap, one: datetime, two: datetime, three: datetime
) -> None:
    first, second, third = sorted((one, two, three))

    assert working_minutes(office, first, third) == working_minutes(
        office, first, second
    ) + working_minutes(office, second, third)


@given(offices(), days)
def test_a_free_day_has_no_minutes_and_any_other_a_whole_day_of_them(
    office: Rekap, day: date
) -> None:
    start = datetime(day.year, day.month, day.day)
    counted = working_minutes(office, start, start + timedelta(days=1))

    assert counted == (minutes_a_day(office.pengaturan) if is_working(office, day) else 0)
