"""The nouns of the SOP around the data: its steps and clock, its letters, what was handed out.

As in ``model``, every value is immutable and knows nothing of Excel, files or Word. What a
person typed where a day or a time is due is kept as it is, also where it is neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from kinerja.model import Location


class Hari(StrEnum):
    """What a day is at the office, whatever the official calendar says."""

    LIBUR = "libur"
    KERJA = "kerja"


class SatuanWaktu(StrEnum):
    """In what the time that a step of the SOP may take is told."""

    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"  # working days


class Sifat(StrEnum):
    """How much haste a disposisi asks for."""

    BIASA = "Biasa"
    SEGERA = "Segera"
    SANGAT_SEGERA = "Sangat Segera"


class Tahap(StrEnum):
    """What a surat edaran goes through after it is a konsep, in this order."""

    PENGELOLA = "Paraf Pengelola"
    KASUBBAG = "Paraf Kasubbag"
    SEKRETARIS = "Ditandatangani"


# What a person typed where a time or a day is due; a text if it is neither, kept as it is.
Saat = datetime | str | None


Tanggal = date | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HariLibur:
    """A day on which the office does not follow the official calendar."""

    tanggal: date
    keterangan: str = ""
    hari: Hari = Hari.LIBUR
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Kalender:
    """The days that are officially free, and the years of which that is known whole."""

    libur: Mapping[date, str] = field(default_factory=dict, hash=False)  # why it is free
    tahun: frozenset[int] = frozenset()  # with cuti bersama announced


@dataclass(frozen=True, slots=True, kw_only=True)
class LangkahSop:
    """One step of the SOP: who does it with what, how long it may take, what it gives."""

    nomor: int
    kegiatan: str
    pelaksana: str = ""
    kelengkapan: str = ""
    waktu: Decimal | None = None  # None: the SOP at hand does not say
    satuan_waktu: SatuanWaktu = SatuanWaktu.MENIT
    keluaran: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """When one step of the SOP was done for one Periode.

    ``selesai`` is what a button stamped; what the planner typed counts before it.
    """

    periode: int
    langkah: int
    selesai: datetime | None = None
    sumber: str = ""  # the button, or the sheet in which it was typed
    mulai_nyata: Saat = None
    selesai_nyata: Saat = None
    alasan: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposisi:
    """The lembar disposisi of one Periode, and when it was carried on (step of the SOP)."""

    periode: int
    agenda: str = ""
    asal: str = ""
    nomor: str = ""
    tanggal: Tanggal = None  # of the letter it is about
    diterima: Saat = None
    perihal: str = ""
    lampiran: str = ""
    sifat: Sifat | str = Sifat.SEGERA  # a text: what was typed, which is none of them
    instruksi: str = ""
    catatan: str = ""
    batas: Tanggal = None
    terusan: Mapping[int, Saat] = field(default_factory=dict, hash=False)
    berkas: str = ""
    sha256: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paraf:
    """Who put paraf or signature under a letter, and when."""

    saat: Saat = None
    oleh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratEdaran:
    """The letter that asks every Subbagian for its data of one Periode."""

    periode: int
    no: str = ""  # typed by the office, never given out by kinerja
    nomor: str = ""  # no in the pattern of the office
    tentang: str = ""
    tanggal: Tanggal = None
    batas: Tanggal = None  # the day by which the forms are to be back
    konsep: datetime | None = None
    paraf: Mapping[Tahap, Paraf] = field(default_factory=dict, hash=False)
    berkas: str = ""
    sha256: str = ""
    berkas_ttd: str = ""  # the signed one as scanned, if the office keeps it
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribusi:
    """One form that was handed out: which, when, until when, and when it came back."""

    periode: int
    subbagian: str
    revisi: int
    berkas: str
    sha256: str
    dibagikan: datetime | None = None
    batas: date | None = None
    batas_khusus: Tanggal = None  # what was agreed with this Subbagian, with a reason
    alasan: str = ""
    penerima: str = ""
    diterima: Saat = None  # by the Subbagian
    kembali: datetime | None = None  # when it was merged first
    kembali_nyata: Saat = None  # when it really came back, as the planner typed
    location: Location = field(default=Location(""), compare=False)
