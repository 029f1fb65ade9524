"""The checks of the calendar and of the SOP clock.

What cannot be read in one cell is found while the sheet is read, in ``jam_sop``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain

from kinerja.kalender import unknown_years
from kinerja.model import Location
from kinerja.model_sop import Cap
from kinerja.printing import saat
from kinerja.registers import day, moment
from kinerja.rekap import Rekap
from kinerja.sheets.master import LIBUR
from kinerja.sheets.sop import JAM_SOP, SOP, TAK_TERBACA, TERSISA
from kinerja.sop import Jejak, baku_minutes, begun, steps, timeline
from kinerja.temuan import Rule, Temuan

Check = Callable[[Rekap], Iterator[Temuan]]


def kalender_is_known(rekap: Rekap) -> Iterator[Temuan]:
    """Without its cuti bersama a year has days on which nobody is at the office."""
    if rekap.kini is None:  # nobody has asked the world for its calendar
        return
    here = Location(rekap.file, LIBUR.name)
    for tahun in unknown_years(rekap, *_days_that_matter(rekap)):
        yield Rule.KALENDER_BELUM_LENGKAP.at(here, tahun=tahun)


def _days_that_matter(rekap: Rekap) -> Iterator[date]:
    """One of the year at hand, and every day by which something is due."""
    if rekap.pengaturan.tahun:
        yield date(rekap.pengaturan.tahun, 1, 1)
    orders = (d.batas for d in rekap.disposisi)
    letters = (s.batas for s in rekap.surat_edaran)
    forms = (batas for d in rekap.distribusi for batas in (d.batas, d.batas_khusus))
    yield from (found for batas in chain(orders, letters, forms) if (found := day(batas)))


def langkah_ends_after_it_begins(rekap: Rekap) -> Iterator[Temuan]:
    """A time that was mistyped makes a step of no time out of one of a day."""
    for p, j in _all_jejak(rekap):
        if j.mulai and j.selesai and j.selesai < j.mulai:
            yield Rule.SELESAI_SEBELUM_MULAI.at(
                _place(rekap, p, j),
                langkah=j.langkah.nomor,
                periode=rekap.periode_name(p),
                mulai=saat(j.mulai),
                selesai=saat(j.selesai),
            )


def langkah_has_ended(rekap: Rekap) -> Iterator[Temuan]:
    """What is yet to come was not done."""
    for p, j in _all_jejak(rekap):
        if j.selesai and rekap.kini and j.selesai > rekap.kini:
            yield Rule.WAKTU_BELUM_TIBA.at(
                _place(rekap, p, j),
                langkah=j.langkah.nomor,
                periode=rekap.periode_name(p),
                selesai=saat(j.selesai),
            )


def langkah_is_done_in_its_turn(rekap: Rekap) -> Iterator[Temuan]:
    """A step that was done before an earlier one cannot be timed."""
    here = Location(rekap.file, JAM_SOP.name)
    for p, j in _all_jejak(rekap):
        if j.mendahului:
            yield Rule.LANGKAH_MENDAHULUI.at(
                here,
                langkah=j.langkah.nomor,
                periode=rekap.periode_name(p),
                lain=j.mendahului,
            )


def waktu_baku_makes_the_whole(rekap: Rekap) -> Iterator[Temuan]:
    """The SOP states a total; the steps that cannot be read in it must make the rest."""
    found = [
        baku_minutes(step, rekap.pengaturan)
        for step in steps(rekap)
        if step.nomor in TAK_TERBACA
    ]
    filled = [minutes for minutes in found if minutes is not None]
    if filled and sum(filled) != TERSISA:
        yield Rule.WAKTU_BAKU_BERBEDA.at(
            Location(rekap.file, SOP.name),
            jumlah=sum(filled),
            seharusnya=TERSISA,
            selisih=sum(filled) - TERSISA,
        )


def _all_jejak(rekap: Rekap) -> Iterator[tuple[int, Jejak]]:
    for p in begun(rekap):
        for j in timeline(rekap, p).jejak:
            yield p, j


def _place(rekap: Rekap, p: int, j: Jejak) -> Location:
    """Where its end was typed in “Jam SOP”, or just that sheet."""
    for cap in rekap.cap:
        if (cap.periode, cap.langkah) == (p, j.langkah.nomor) and _is_typed(cap):
            return cap.location
    return Location(rekap.file, JAM_SOP.name)


def _is_typed(cap: Cap) -> bool:
    return moment(cap.mulai_nyata) is not None or moment(cap.selesai_nyata) is not None


CHECKS: tuple[Check, ...] = (
    kalender_is_known,
    langkah_ends_after_it_begins,
    langkah_has_ended,
    langkah_is_done_in_its_turn,
    waktu_baku_makes_the_whole,
)
