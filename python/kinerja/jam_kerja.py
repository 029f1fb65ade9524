"""Time as the office counts it: minutes of its working hours, on its working days.

A minute outside them is none: a step that is begun on Friday evening and done on Monday
morning took no longer than that morning. Seconds are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from kinerja.kalender import days_from
from kinerja.model import Jam, Pengaturan
from kinerja.model_sop import SatuanWaktu
from kinerja.rekap import Rekap

JUMAT = 4  # as datetime counts the days of a week
AN_HOUR = 60


def working_minutes(rekap: Rekap, start: datetime, end: datetime) -> int:
    """The working minutes from the one moment to the other; 0 if that is not later."""
    first, last = _whole(start), _whole(end)
    total = 0
    for opens, closes in _spans_from(rekap, first):
        if opens >= last:
            break
        total += max(0, _minutes(min(closes, last) - max(opens, first)))
    return total


def after_minutes(rekap: Rekap, start: datetime, minutes: int) -> datetime:
    """The first moment at which so many working minutes have passed since ``start``."""
    moment, left = _whole(start), minutes
    if left <= 0:
        return moment
    for opens, closes in _spans_from(rekap, moment):
        begin = max(opens, moment)
        length = _minutes(closes - begin)
        if left <= length:
            return begin + timedelta(minutes=left)
        left -= length
    return datetime.max  # noqa: DTZ901 - an office that never works is never done


def minutes_a_day(pengaturan: Pengaturan) -> int:
    """How many minutes a working day has."""
    return sum(_clock(until) - _clock(since) for since, until in pengaturan.jam_kerja)


def lama(minutes: int, pengaturan: Pengaturan) -> str:
    """Minutes as people say them: ``3 hari 7 jam 15 menit``, a day being a working day."""
    days, rest = divmod(abs(minutes), minutes_a_day(pengaturan))
    parts = zip((days, *divmod(rest, AN_HOUR)), reversed(SatuanWaktu), strict=True)
    said = " ".join(f"{n} {unit}" for n, unit in parts if n)
    sign = "-" if minutes < 0 else ""
    return f"{sign}{said}" if said else f"0 {SatuanWaktu.MENIT}"


def _spans_from(rekap: Rekap, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
    """When the office works, from that moment on, one span after the other."""
    for day, why in days_from(rekap, moment.date()):
        for since, until in () if why else _hours(rekap.pengaturan, day.weekday()):
            closes = datetime.combine(day, until)
            if closes > moment:
                yield datetime.combine(day, since), closes


def _hours(pengaturan: Pengaturan, weekday: int) -> Jam:
    return pengaturan.jam_jumat if weekday == JUMAT else pengaturan.jam_kerja


def _whole(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60


def _clock(edge: time) -> int:
    return edge.hour * 60 + edge.minute
