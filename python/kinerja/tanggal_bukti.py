"""Whether the date of a document fits the Periode that it is to prove."""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.model import Pengaturan

LATER = 31  # days after its end in which what happened in a Periode is still written down


def bounds(siklus: int, tahun: int, periode: int) -> tuple[date, date]:
    """The first and the last day of a Periode."""
    months = 12 // siklus
    last = months * periode
    first = date(tahun, last - months + 1, 1)
    after = date(tahun + last // 12, last % 12 + 1, 1)
    return first, after - timedelta(days=1)


def is_in_periode(pengaturan: Pengaturan, periode: int, day: date) -> bool:
    """Whether the day lies in the Periode; a date with a time counts as its day."""
    first, last = bounds(pengaturan.siklus, pengaturan.tahun, periode)
    return first <= date(day.year, day.month, day.day) <= last


def is_about(pengaturan: Pengaturan, periode: int, day: date) -> bool:
    """Whether it may well be of that Periode: in it, or written soon after its end."""
    first, last = bounds(pengaturan.siklus, pengaturan.tahun, periode)
    return first <= date(day.year, day.month, day.day) <= last + timedelta(days=LATER)
