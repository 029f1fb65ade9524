"""Reminders: on which days a Subbagian is reminded of its form, and what it is told.

On the working day before the deadline, on the deadline, on the working day after it; never
on any other day, and never once the form is back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.kalender import is_working
from kinerja.model_sop import Distribusi
from kinerja.naskah import kepala, perencana, sebutan
from kinerja.printing import hari, hari_tanggal
from kinerja.registers import batas_of
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import HARI_INI, NANTI, PERIHAL_PENGINGAT, Kapan
from kinerja.sheets.folders import pengingat_folder

LONGEST = 60  # days; no row of holidays is longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengingat:
    """All that a reminder may say, already printed; the fields of pesan_pengingat.txt."""

    satker: str
    tahun: str
    periode: str
    subbagian: str
    jabatan: str  # of who heads it
    kepala: str  # "" where the office has not said
    formulir: str  # the file that was handed out
    batas: str
    alasan: str  # why the deadline is another one, if it is
    sebelum: bool
    hari_ini: bool
    sesudah: bool
    pengirim: str
    pengelola: str
    kontak: str


def reminder_days(rekap: Rekap, batas: date) -> Mapping[Kapan, date]:
    """The three days on which one is reminded of this deadline."""
    days = {Kapan.SEBELUM: _working(rekap, batas, -1), Kapan.HARI_H: batas}
    days[Kapan.SESUDAH] = _working(rekap, batas, 1)
    return {kapan: found for kapan, found in days.items() if found}


def _working(rekap: Rekap, start: date, step: int) -> date | None:
    """The nearest working day before or after a day; None where the calendar ends."""
    day = start
    for _ in range(LONGEST):
        try:
            day += timedelta(days=step)
        except OverflowError:
            return None
        if is_working(rekap, day):
            return day
    return None


def due(rekap: Rekap, batas: date) -> Kapan | None:
    """Which reminder is due today."""
    today = rekap.kini.date() if rekap.kini else None
    days = reminder_days(rekap, batas)
    return next((kapan for kapan, found in days.items() if found == today), None)


def next_reminder(rekap: Rekap, batas: date) -> str:
    """The next reminder for this deadline in words; "" if there is none any more."""
    today = rekap.kini.date() if rekap.kini else date.min
    for kapan, found in reminder_days(rekap, batas).items():
        if found >= today:
            words = HARI_INI if found == today else NANTI
            return words.format(kapan=kapan.value, hari=hari(found))
    return ""


def pengingat(rekap: Rekap, d: Distribusi, kapan: Kapan) -> Pengingat:
    """What one Subbagian is told about the form it was handed."""
    p, asked = rekap.pengaturan, rekap.named(d.subbagian)
    sender, batas = perencana(rekap), batas_of(d)
    return Pengingat(
        satker=p.satker,
        tahun=str(p.tahun),
        periode=sebutan(p.siklus, d.periode),
        subbagian=asked.nama,
        jabatan=kepala(asked),
        kepala=asked.kepala,
        formulir=d.berkas,
        batas=hari_tanggal(batas) if batas else "",
        alasan=d.alasan if d.batas_khusus else "",
        sebelum=kapan is Kapan.SEBELUM,
        hari_ini=kapan is Kapan.HARI_H,
        sesudah=kapan is Kapan.SESUDAH,
        pengirim=sender.nama if sender else p.satker,
        pengelola=p.pengelola,
        kontak=p.kontak,
    )


def perihal(pesan: Pengingat, kapan: Kapan) -> str:
    """The subject of the draft."""
    said = PERIHAL_PENGINGAT[kapan]
    return said.format(periode=pesan.periode, tahun=pesan.tahun, batas=pesan.batas)


def draft_name(rekap: Rekap, d: Distribusi, kapan: Kapan) -> str:
    """Where the draft goes, without what its kind adds; its name holds the day."""
    assert rekap.kini
    folder = pengingat_folder(rekap.pengaturan.siklus, d.periode)
    return f"{folder}/{rekap.kini.date().isoformat()} {kapan.tanda} {d.subbagian}"
