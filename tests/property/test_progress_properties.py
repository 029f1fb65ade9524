"""Lateness and reminders against the calendar, counted here day by day once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.model_sop import Distribusi, Hari, HariLibur, Kalender
from kinerja.pengingat import due, reminder_days
from kinerja.progress import pengembalian
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import Kapan, Ketepatan
from office import BARE

FIRST = date(2026, 3, 1)  # with two months of days around it
days = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))
hours = st.integers(0, 23)
kalender = st.sets(days, max_size=12).map(
    lambda found: Kalender(dict.fromkeys(found, "libur"))
)
typed = st.dictionaries(days, st.sampled_from(Hari), max_size=6).map(
    lambda found: tuple(HariLibur(tanggal=day, hari=hari) for day, hari in found.items())
)
offices = st.builds(
    lambda official, own: replace(BARE, indikator=(), kalender=official, hari_libur=own),
    kalender,
    typed,
)


def is_open(rekap: Rekap, day: date) -> bool:
    """Whether the office works that day, by the rules of the sheet “Hari Libur”."""
    own = {d.tanggal: d.hari for d in rekap.hari_libur}.get(day)
    official = day.weekday() > 4 or day in rekap.kalender.libur
    return own is Hari.KERJA or (own is None and not official)


def between(after: date, until: date) -> list[date]:
    return [after + timedelta(days=n) for n in range(1, (until - after).days + 1)]


def handed(
    rekap: Rekap, batas: date, now: date, hour: int = 9, back: datetime | None = None
) -> Rekap:
    row = Distribusi(
        periode=1, subbagian="TPH", revisi=1, berkas="", sha256="", batas=batas, kembali=back
    )
    kini = datetime.combine(now, datetime.min.time()).replace(hour=hour)
    return replace(rekap, distribusi=(row,), kini=kini)


@given(offices, days, days, hours)
def test_a_form_that_is_back_is_late_by_the_working_days_after_its_deadline(
    rekap: Rekap, batas: date, back: date, hour: int
) -> None:
    at = datetime(back.year, back.month, back.day, hour)
    (r,) = pengembalian(handed(rekap, batas, FIRST, back=at))
    passed = sum(is_open(rekap, day) for day in between(batas, back))

    assert r.ketepatan is (Ketepatan.TEPAT if back <= batas else Ketepatan.TERLAMBAT)
    assert r.lewat == (0 if back <= batas else max(1, passed))


@given(offices, days, days, hours)
def test_who_stays_away_is_as_late_as_if_the_form_came_back_now(
    rekap: Rekap, batas: date, now: date, hour: int
) -> None:
    at = datetime(now.year, now.month, now.day, hour)
    (away,) = pengembalian(handed(rekap, batas, now, hour))
    (back,) = pengembalian(handed(rekap, batas, now, hour, back=at))

    assert away.lewat == back.lewat
    assert away.ketepatan is (Ketepatan.LEWAT if now > batas else Ketepatan.BELUM)


@given(offices, days, hours)
def test_one_is_reminded_on_three_days_and_on_no_other(
    rekap: Rekap, batas: date, hour: int
) -> None:
    span = [FIRST + timedelta(days=n) for n in range(-90, 151)]
    told = {
        day: kapan
        for day in span
        if (kapan := due(handed(rekap, batas, day, hour), batas)) is not None
    }
    before = max(day for day in span if day < batas and is_open(rekap, day))
    after = min(day for day in span if day > batas and is_open(rekap, day))

    assert told == {before: Kapan.SEBELUM, batas: Kapan.HARI_H, after: Kapan.SESUDAH}


@given(offices, days, days)
def test_what_is_due_depends_on_the_day_alone(rekap: Rekap, batas: date, now: date) -> None:
    told = {due(handed(rekap, batas, now, hour), batas) for hour in (0, 12, 23)}

    assert len(told) == 1


@given(offices, days)
def test_the_working_day_after_the_deadline_is_one_working_day_late(
    rekap: Rekap, batas: date
) -> None:
    after = reminder_days(rekap, batas)[Kapan.SESUDAH]
    (r,) = pengembalian(handed(rekap, batas, after))

    assert (r.ketepatan, r.lewat) == (Ketepatan.LEWAT, 1)
