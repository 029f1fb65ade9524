"""Which days are working days at the office, and what is due when.

A day in the sheet “Hari Libur” wins both ways over the official calendar and over the
week. All of it follows from the Rekap; nothing here asks what day it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.model_sop import Hari, HariLibur
from kinerja.printing import hari
from kinerja.rekap import Rekap
from kinerja.sheets.sop import AKHIR_PEKAN, DILEWATI_KARENA, LIBUR_KANTOR

A_YEAR = 366  # days; what lies further away was mistyped, and is not explained


@dataclass(frozen=True, slots=True)
class Tenggat:
    """A day by which something is due, and the days skipped on the way, each with why."""

    tanggal: date
    dilewati: tuple[tuple[date, str], ...] = ()


def why_free(rekap: Rekap, day: date) -> str:
    """Why nobody works that day, as people say it; empty for a working day."""
    return _why(rekap, _typed(rekap), day)


def is_working(rekap: Rekap, day: date) -> bool:
    """Whether the office works that day."""
    return not why_free(rekap, day)


def days_from(rekap: Rekap, first: date) -> Iterator[tuple[date, str]]:
    """Every day from that one on, each with why it is free, or nothing if it is not."""
    typed = _typed(rekap)
    for ordinal in range(first.toordinal(), date.max.toordinal() + 1):
        day = date.fromordinal(ordinal)
        yield day, _why(rekap, typed, day)


def _typed(rekap: Rekap) -> Mapping[date, HariLibur]:
    """The days of the sheet “Hari Libur”; of one that stands there twice, the later row."""
    return {d.tanggal: d for d in rekap.hari_libur}


def _why(rekap: Rekap, typed: Mapping[date, HariLibur], day: date) -> str:
    said, official = typed.get(day), rekap.kalender.libur.get(day, "")
    if said and said.hari is Hari.KERJA:
        return ""
    if said:
        return said.keterangan or official or LIBUR_KANTOR
    return official or AKHIR_PEKAN.get(day.weekday(), "")


def deadline(rekap: Rekap, start: date, days: int) -> Tenggat:
    """The working day that is so many working days after ``start``."""
    left, skipped = days, []
    for day, why in days_from(rekap, start):
        if day > start and why:
            skipped.append((day, why))
        elif day > start:
            left -= 1
        if left <= 0:
            return Tenggat(day, tuple(skipped))
    return Tenggat(date.max, tuple(skipped))


def working_days(rekap: Rekap, after: date, until: date) -> int:
    """How many working days come after the one day, up to the other and with it."""
    count = 0
    for day, why in days_from(rekap, after):
        if day > until:
            break
        count += day > after and not why
    return count


def unknown_years(rekap: Rekap, *days: date) -> tuple[int, ...]:
    """The years of these days of which nobody has told the cuti bersama yet."""
    told = rekap.kalender.tahun | {d.tanggal.year for d in rekap.hari_libur}
    return tuple(sorted({day.year for day in days} - told))


def free_days(rekap: Rekap, first: date, last: date) -> Iterator[tuple[date, str]]:
    """The free days from one day to another, each with why; of a year at most."""
    for day, why in days_from(rekap, first):
        if day > last or (day - first).days > A_YEAR:
            break
        if why:
            yield day, why


def skipped_text(days: Iterable[tuple[date, str]]) -> str:
    """Skipped days in print: ``Sabtu 21 Nov, Senin 23 Nov (Cuti Bersama)``."""
    return ", ".join(_skipped(day, why) for day, why in days)


def _skipped(day: date, why: str) -> str:
    if why == AKHIR_PEKAN.get(day.weekday()):
        return hari(day)
    return DILEWATI_KARENA.format(hari=hari(day), sebab=why)
