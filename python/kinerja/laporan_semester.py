"""All that a semester report may ask for: values that are already printed, as in laporan."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.laporan import BarisPengecualian, LaporanKinerja
from kinerja.laporan_sasaran import TANPA_DRAF, Draf, SasaranTerukur, Terukur


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSemester(Terukur):
    """One Indikator in one Semester, and what both make of the year so far."""

    konsolidasi: str
    target_tahun: str
    kumulatif: str  # the Realisasi of the year up to the end of the Semester
    kemajuan: str  # of that against the Target of the year, in percent
    draf: Draf = TANPA_DRAF


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranSemester(SasaranTerukur):
    """One Sasaran in one Semester."""

    indikator: tuple[BarisSemester, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaranSemester:
    """One line of the budget in one Semester."""

    kode: str
    uraian: str
    sasaran: str
    pagu: str
    realisasi: str
    kumulatif: str
    serapan: str
    lebih: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranSemester:
    """The budget in one Semester."""

    ada: bool
    belum: str
    baris: tuple[BarisAnggaranSemester, ...]
    jumlah: BarisAnggaranSemester


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanSemester(LaporanKinerja):
    """The report of one Semester."""

    semester: str
    cakupan: str  # its Periode, in words
    sasaran: tuple[SasaranSemester, ...]
    anggaran: AnggaranSemester
    pengecualian: tuple[BarisPengecualian, ...]
