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
from kinerja.model_arsip import BerkasLalu, Inventaris
from kinerja.model_entri import Entri, PetaEntri
from kinerja.model_laporan import Kalimat, LaporanTerbit
from kinerja.model_sop import (
    Cap,
    Disposisi,
    Distribusi,
    HariLibur,
    Kalender,
    LangkahSop,
    SuratEdaran,
)
from kinerja.model_verifikasi import (
    Pengecualian,
    Perbaikan,
    Permintaan,
    Verifikasi,
)
from kinerja.temuan import Temuan

NO_CELLS = Hitungan()
UNKNOWN = Kalender()
NEVER = datetime.min  # noqa: DTZ901 - a workbook's times have no zone
Rank = tuple[int, datetime, int]  # Revisi, when it was saved, how often mended since


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
    dasar: str = ""  # sha256 of the returned file that it mends, if it was given back
    tanggapan: Mapping[str, str] = field(default_factory=dict, compare=False)  # by Perbaikan
    baris: int | None = None  # answers and data pendukung it had when it was read, if known

    @property
    def lost(self) -> int:
        """How many of its rows are gone from the sheets of the master."""
        left = len(self.realisasi) + len(self.data_pendukung)
        return 0 if self.baris is None else max(0, self.baris - left)


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
    verifikasi: tuple[Verifikasi, ...] = ()
    permintaan: tuple[Permintaan, ...] = ()
    perbaikan: tuple[Perbaikan, ...] = ()
    pengecualian: tuple[Pengecualian, ...] = ()
    inventaris: tuple[Inventaris, ...] = ()
    berkas_lalu: tuple[BerkasLalu, ...] = ()
    laporan: tuple[LaporanTerbit, ...] = ()
    kalimat: tuple[Kalimat, ...] = ()
    peta_entri: tuple[PetaEntri, ...] = ()
    entri: tuple[Entri, ...] = ()
    # what the world around the master says, as the command at hand began
    berkas: tuple[Berkas, ...] = ()
    # the screenshots in the folder Entri that a Bukti names: sha256 by that name
    bukti_entri: Mapping[str, str] = field(default_factory=dict, compare=False)
    kalender: Kalender = UNKNOWN
    kini: datetime | None = None
    # where the headings of the sheet “Realisasi” stand
    judul_realisasi: Mapping[str, Location] = field(default_factory=dict, compare=False)
    # the same of the registers of letters, by the name of the sheet; the cell of each setting
    judul_register: Mapping[str, Mapping[str, Location]] = field(
        default_factory=dict, compare=False
    )
    letak_pengaturan: Mapping[str, Location] = field(default_factory=dict, compare=False)
    tanpa_entri: frozenset[str] = frozenset()  # applications whose sheet is not ours
    tanpa_lembar: frozenset[str] = frozenset()  # kode of Subbagian whose sheet is not ours

    def accepted(self) -> Iterator[Kiriman]:
        """The returned files that count, in an order that depends on content only.

        Of a form that is locked only those count that were there as it was locked.
        """
        late = set(self.shut_out())
        kiriman = (
            k
            for k in self.kiriman
            if k.penerimaan is not Penerimaan.DITOLAK and k.identitas.sha256 not in late
        )
        order = {sha256: (rank, sha256) for sha256, rank in self.ranks().items()}
        return iter(sorted(kiriman, key=lambda k: order[k.identitas.sha256]))

    def ranks(self) -> Mapping[str, Rank]:
        """The rank of each file that was not refused, by its sha256: later wins.

        From the content alone, so that order of arrival does not matter. A file that mends
        another one is later, whatever the clock said of the computer that saved it.
        """
        read = {k.identitas.sha256: k for k in self.kiriman if k.formulir}
        return {sha256: _rank(k, read) for sha256, k in read.items()}

    def shut_out(self) -> Iterator[str]:
        """The sha256 of every file that came back for a form that was locked already."""
        locked = {(v.subbagian, v.periode): v.kiriman for v in self.verifikasi if v.dikunci}
        for k in self.kiriman if locked else ():
            f, sha256 = k.formulir, k.identitas.sha256
            if f and sha256 not in locked.get((f.subbagian, f.periode), (sha256,)):
                yield sha256

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


def _rank(
    k: Kiriman, read: Mapping[str, Kiriman], above: frozenset[str] = frozenset()
) -> Rank:
    assert k.formulir
    own = (k.formulir.revisi, k.identitas.disimpan or NEVER, 0)
    above |= {k.identitas.sha256}
    if k.dasar not in read or k.dasar in above:  # a ring is what somebody typed
        return own
    _, saved, mended = _rank(read[k.dasar], read, above)
    return max(own, (own[0], saved, mended + 1))
