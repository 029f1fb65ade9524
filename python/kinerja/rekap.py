"""The Rekap: everything known about one year, the input and output of every step.

What a returned file says is kept per file, as a Kiriman, and never edited: the
Rekap is the union of them. What counts now is worked out by ``current``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kinerja import periode
from kinerja.model import (
    Anggaran,
    Berkas,
    DataPendukung,
    Formulir,
    FormulirTerbit,
    Hitungan,
    Identitas,
    Indikator,
    Location,
    Narasi,
    Pengaturan,
    Realisasi,
    RencanaAksi,
    Riwayat,
    Sasaran,
    Subbagian,
    Syarat,
    Tindakan,
)
from kinerja.model_sop import (
    Cap,
    Disposisi,
    Distribusi,
    HariLibur,
    Kalender,
    LangkahSop,
    SuratEdaran,
)
from kinerja.temuan import Temuan

NO_CELLS = Hitungan()
UNKNOWN = Kalender()
NEVER = datetime.min  # noqa: DTZ901 - a workbook's times have no zone


class Penerimaan(StrEnum):
    """What became of a returned file."""

    DITERIMA = "Diterima"
    KOSONG = "Kosong"
    DITOLAK = "Ditolak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiriman:
    """All that one returned file says, and what was wrong with it."""

    identitas: Identitas
    formulir: Formulir | None
    penerimaan: Penerimaan
    realisasi: tuple[Realisasi, ...] = ()
    data_pendukung: tuple[DataPendukung, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    hitungan: Hitungan = NO_CELLS
    baris: int | None = None  # answers and data pendukung it had when it was read, if known

    @property
    def lost(self) -> int:
        """How many of its rows are gone from the sheets of the master."""
        left = len(self.realisasi) + len(self.data_pendukung)
        return 0 if self.baris is None else max(0, self.baris - left)

    @property
    def rank(self) -> tuple[int, datetime]:
        """Later wins. From the content alone, so that order of arrival does not matter."""
        assert self.formulir
        return self.formulir.revisi, self.identitas.disimpan or NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekap:
    """Everything known about one year."""

    file: str
    pengaturan: Pengaturan
    subbagian: tuple[Subbagian, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    rencana_aksi: tuple[RencanaAksi, ...] = ()
    syarat: tuple[Syarat, ...] = ()
    riwayat: tuple[Riwayat, ...] = ()
    anggaran: tuple[Anggaran, ...] = ()
    hari_libur: tuple[HariLibur, ...] = ()
    narasi: tuple[Narasi, ...] = ()
    sop: tuple[LangkahSop, ...] = ()
    cap: tuple[Cap, ...] = ()
    disposisi: tuple[Disposisi, ...] = ()
    surat_edaran: tuple[SuratEdaran, ...] = ()
    distribusi: tuple[Distribusi, ...] = ()
    terbit: tuple[FormulirTerbit, ...] = ()
    kiriman: tuple[Kiriman, ...] = ()
    jurnal: tuple[Tindakan, ...] = ()
    # what the world around the master says, as the command at hand began
    berkas: tuple[Berkas, ...] = ()
    kalender: Kalender = UNKNOWN
    kini: datetime | None = None
    # where the headings of the sheet “Realisasi” stand
    judul_realisasi: Mapping[str, Location] = field(default_factory=dict, compare=False)
    # the same of the registers of letters, by the name of the sheet; the cell of each setting
    judul_register: Mapping[str, Mapping[str, Location]] = field(
        default_factory=dict, compare=False
    )
    letak_pengaturan: Mapping[str, Location] = field(default_factory=dict, compare=False)
    tanpa_lembar: frozenset[str] = frozenset()  # kode of Subbagian whose sheet is not ours

    def accepted(self) -> Iterator[Kiriman]:
        """The returned files that count, in an order that depends on content only."""
        kiriman = (k for k in self.kiriman if k.penerimaan is not Penerimaan.DITOLAK)
        return iter(sorted(kiriman, key=lambda k: (k.rank, k.identitas.sha256)))

    def periode_name(self, p: int) -> str:
        """The Periode as the office says it."""
        return periode.name(self.pengaturan.siklus, p)

    def by_kode(self) -> Mapping[str, Indikator]:
        """Each Indikator by its kode."""
        return {i.kode: i for i in self.indikator}

    def asked(self) -> tuple[Subbagian, ...]:
        """Each Subbagian that has an Indikator to answer for, alone or with others."""
        asked = {kode for i in self.indikator for kode in i.penjawab}
        return tuple(s for s in self.subbagian if s.kode in asked)

    def named(self, kode: str) -> Subbagian:
        """A Subbagian as the master knows it; its kode alone where it does not."""
        known = (s for s in self.subbagian if s.kode == kode)
        return next(known, Subbagian(kode=kode, nama=kode))

    def order(self) -> Callable[[str], tuple[int, str]]:
        """What sorts codes as the master lists the Subbagian, strange ones last."""
        places = {s.kode: n for n, s in enumerate(self.subbagian)}
        return lambda kode: (places.get(kode, len(places)), kode)
