"""What one Subbagian is handed: the form and what goes with it, and what it is told.

Which Subbagian is handed what is decided in ``distribute``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja import periode
from kinerja.isian import Baris, IsiFormulir
from kinerja.model import FormulirTerbit
from kinerja.model_sop import Distribusi, SuratEdaran
from kinerja.naskah import perencana
from kinerja.printing import hari_tanggal
from kinerja.registers import batas_of
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import PAKET, PERIHAL, PERIHAL_REVISI, REVISI
from kinerja.sheets.folders import bagikan_folder, data_pendukung_folder, indikator_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Paket:
    """One form that is handed out, or was already; ``baris`` is its row in the register."""

    isi: IsiFormulir
    terbit: FormulirTerbit
    baris: Distribusi
    is_new: bool
    lama: Distribusi | None = None  # the Revisi that was handed out before it
    perubahan: tuple[str, ...] = ()  # against that one

    @property
    def nama(self) -> str:
        """How its folder, ZIP and draft are called, one for each Revisi."""
        f = self.terbit.formulir
        revisi = REVISI.format(revisi=f.revisi) if f.revisi > 1 else ""
        return PAKET.format(kode=f.subbagian, revisi=revisi)

    @property
    def jalur(self) -> str:
        """The same below the folder of the office."""
        f = self.terbit.formulir
        return f"{bagikan_folder(self.isi.pengaturan.siklus, f.periode)}/{self.nama}"

    @property
    def folders(self) -> tuple[str, ...]:
        """A folder for the data pendukung of each Indikator, below that of the package."""
        return tuple(dict.fromkeys(_folder(self.isi, b) for b in self.isi.baris))


def _folder(isi: IsiFormulir, baris: Baris) -> str:
    """Laid out as the office's own, so that what comes back can be dropped over it."""
    f = isi.formulir
    whole = data_pendukung_folder(isi.pengaturan.siklus, f.subbagian, f.periode)
    return f"{whole}/{indikator_folder(baris.indikator.kode)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPesan:
    """One Indikator as it is named in the Petunjuk."""

    kode: str
    uraian: str
    peran: str
    folder: str
    syarat: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PesanBagikan:
    """All that petunjuk.txt and pesan_bagikan.txt may say, already printed."""

    satker: str
    tahun: str
    periode: str
    subbagian: str
    kode: str
    kepala: str  # "" where the office has not said; so are all below that it may leave out
    formulir: str
    id: str
    revisi: int
    batas: str
    alasan: str  # why the deadline is another one, if it is
    edaran: str  # the file
    nomor_edaran: str
    folder: str
    indikator: tuple[BarisPesan, ...]
    perubahan: tuple[str, ...]
    revisi_lama: str  # the one handed out before, if there was one
    pengirim: str
    pengelola: str
    kontak: str


def pesan(rekap: Rekap, paket: Paket, surat: SuratEdaran | None, edaran: str) -> PesanBagikan:
    """What one Subbagian is told; ``edaran`` is the file of the letter, if it has one."""
    p, f, baris = rekap.pengaturan, paket.terbit.formulir, paket.baris
    asked, sender, batas = paket.isi.subbagian, perencana(rekap), batas_of(baris)
    return PesanBagikan(
        satker=p.satker,
        tahun=str(f.tahun),
        periode=periode.long_name(p.siklus, f.periode),
        subbagian=asked.nama,
        kode=asked.kode,
        kepala=asked.kepala,
        formulir=paket.terbit.berkas,
        id=f.id,
        revisi=f.revisi,
        batas=hari_tanggal(batas) if batas else "",
        alasan=baris.alasan if baris.batas_khusus else "",
        edaran=edaran,
        nomor_edaran=surat.nomor if surat and surat.no and edaran else "",
        folder=data_pendukung_folder(p.siklus, f.subbagian, f.periode),
        indikator=tuple(_baris(paket.isi, b) for b in paket.isi.baris),
        perubahan=paket.perubahan,
        revisi_lama=str(paket.lama.revisi) if paket.lama else "",
        pengirim=sender.nama if sender else p.satker,
        pengelola=p.pengelola,
        kontak=p.kontak,
    )


def _baris(isi: IsiFormulir, b: Baris) -> BarisPesan:
    return BarisPesan(
        kode=b.indikator.kode,
        uraian=b.indikator.uraian,
        peran=b.peran,
        folder=_folder(isi, b),
        syarat=tuple(f"{s.jenis} ({s.jumlah})" for s in b.syarat),
    )


def perihal(pesan: PesanBagikan) -> str:
    """The subject of the e-mail."""
    said = PERIHAL_REVISI if pesan.revisi > 1 else PERIHAL
    return said.format(
        periode=pesan.periode,
        tahun=pesan.tahun,
        subbagian=pesan.subbagian,
        revisi=pesan.revisi,
    )
