"""What the planner and kinerja note about a returned form: mended, excused, locked.

Values only, as in ``model``; what follows from them is worked out in ``verifikasi``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kinerja.model import Location
from kinerja.model_sop import Tanggal


class Tahapan(StrEnum):
    """How far the form of one Subbagian is in one Periode, as symbol and word."""

    BELUM = "– Belum kembali"
    DITERIMA = "· Diterima"
    PERLU_PERBAIKAN = "! Perlu perbaikan"
    TERVERIFIKASI = "✔ Terverifikasi"
    DIKUNCI = "■ Dikunci"


class Putusan(StrEnum):
    """What the planner orders for one form."""

    OTOMATIS = ""
    KUNCI = "kunci"
    BUKA = "buka"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verifikasi:
    """Where the form of one Subbagian stands in one Periode.

    While it is locked only the returned files in ``kiriman`` (their sha256) count.
    """

    periode: int
    subbagian: str
    putusan: Putusan = Putusan.OTOMATIS
    alasan: str = ""  # of opening it again
    diperiksa: datetime | None = None
    sidik: str = ""  # of the answers as they were when it was looked at
    dikunci: datetime | None = None
    dibuka: datetime | None = None
    oleh: str = ""
    kiriman: tuple[str, ...] = ()
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """One workbook that was given back to be mended: a copy of the file ``dasar``."""

    periode: int
    subbagian: str
    putaran: int
    dasar: str  # sha256 of the returned file it is a copy of
    berkas: str
    sha256: str
    dikembalikan: datetime | None = None
    batas: Tanggal = None
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Perbaikan:
    """One Temuan that was given back, by its id, until it is mended or excused."""

    id: str
    periode: int
    subbagian: str
    putaran: int
    kode: str  # of its Rule
    lembar: str
    sel: str
    pesan: str
    cara: str
    tanggapan: str = ""  # what the Subbagian wrote beside it
    selesai: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengecualian:
    """One Temuan that the planner lets stand, with the reason; printed in the report."""

    id: str
    kode: str
    tempat: str
    pesan: str
    alasan: str
    oleh: str = ""
    saat: datetime | None = None
