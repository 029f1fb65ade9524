"""What is registered of the files that prove something, this year and earlier.

Values only, as in ``model``; what lies on the disk now is ``model.Berkas``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

Isi = Decimal | str | bool | date | time | None  # of one cell in a column of the office


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventaris:
    """One row of the register: a file as it was registered, with what the office adds.

    A row that was never registered has no ``sha256``, but may have what the office typed.
    """

    indikator: str
    subbagian: str
    periode: int | None
    berkas: str
    sha256: str  # of the file as it was registered
    jenis: str = ""
    formulir: str = ""  # sha256 of the form that lists it
    nama_arsip: str = ""
    keputusan: str = ""  # “diterima”, “ditolak”; typed
    catatan: str = ""
    lokasi: str = ""
    klasifikasi: str = ""
    perkembangan: str = ""
    retensi: str = ""
    tambahan: tuple[tuple[str, Isi], ...] = ()  # the office's own columns, by heading
    dicatat: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasLalu:
    """One file of data pendukung that an earlier year used."""

    tahun: int
    sha256: str
    berkas: str
    indikator: str
