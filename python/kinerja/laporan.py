"""All that the annual report may ask for: values that are already printed.

The template reads these names and no others; ``adapters.word`` refuses any other name
before it prints a page. Every field is text, a flag, a count or a tuple of such values,
so that a planner who edits the template meets nothing that has to be formatted.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.laporan_sasaran import BabSasaran, Rujukan


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaran:
    """One line of the budget."""

    kode: str
    uraian: str
    sasaran: str
    pagu: str
    realisasi: str
    serapan: str
    sisa: str
    lebih: bool  # more was spent than there was


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSerapan:
    """The whole budget up to the end of one Periode."""

    periode: str
    realisasi: str
    kumulatif: str
    serapan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisEfisiensi:
    """Efficiency of one Sasaran, or of all."""

    kode: str
    uraian: str
    pagu: str
    capaian: str
    seharusnya: str
    realisasi: str
    e: str
    ne: str
    efisien: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BabAnggaran:
    """Bab III.B."""

    ada: bool
    belum: str
    baris: tuple[BarisAnggaran, ...]
    jumlah: BarisAnggaran
    serapan: tuple[BarisSerapan, ...]
    efisiensi: tuple[BarisEfisiensi, ...]
    efisiensi_jumlah: BarisEfisiensi
    efisien: bool
    dapat_dihitung: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Jenjang:
    """One step of the scale of Predikat."""

    atas: str  # empty for the highest
    bawah: str  # empty for the lowest
    predikat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPeriode:
    """One Indikator in one Periode."""

    periode: str
    target: str
    realisasi: str
    capaian: str
    status: str
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengukuran:
    """One Indikator over all Periode."""

    kode: str
    uraian: str
    rekaan: bool
    satuan: str
    penanggung_jawab: str
    periode: tuple[BarisPeriode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bukti:
    """Proof for one Indikator that Semester 1 and Semester 2 make the year."""

    kode: str
    uraian: str
    konsolidasi: str
    semester_1: str
    semester_2: str
    isi_1: int
    isi_2: int
    gabungan: str
    tahun: str
    sama: bool
    terhitung: bool
    rasio: bool
    persen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisBerkas:
    """One data pendukung that is required, listed in a form, or found in the folder."""

    kode: str
    subbagian: str
    periode: str
    jenis: str
    berkas: str
    keadaan: str
    ukuran: str
    halaman: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTindakLanjut:
    """A follow-up that a Subbagian promised."""

    kode: str
    subbagian: str
    periode: str
    isi: str
    pic: str
    batas_waktu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRencana:
    """What is to be done of a Rencana Aksi in one Periode."""

    periode: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRencana:
    """One Rencana Aksi; ``urutan`` is its kode, with a number where it is not the first."""

    kode: str
    urutan: str
    uraian: str
    subbagian: str
    target: tuple[TargetRencana, ...]
    anggaran: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCatatan:
    """One Temuan that stands."""

    tingkat: str
    kode: str
    tempat: str
    pesan: str
    cara: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAsal:
    """One figure that a Subbagian typed, and what stands behind it."""

    angka: str
    nilai: str
    tempat: str  # the returned file and its cell
    koreksi: str  # what the planner typed over it; empty if nothing
    sidik: str
    bukti: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLaporanSemester:
    """One of the semester reports that make the annual one."""

    semester: str
    berkas: str
    sha256: str
    keadaan: str  # whether it still says what the data says


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisDibuka:
    """One form that was opened again after it had been locked."""

    periode: str
    subbagian: str
    waktu: str
    oleh: str
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPengecualian:
    """One Temuan that was set aside, and the reason that was written for it."""

    kode: str
    tempat: str
    pesan: str
    alasan: str
    oleh: str
    waktu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSubbagian:
    """One Subbagian and what it answers for."""

    kode: str
    nama: str
    penanggung_jawab: str
    pendukung: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanKinerja:
    """What every report prints, whatever it is about."""

    draf: bool
    jumlah_galat: int
    jumlah_belum: int
    catatan_data: str
    satker: str
    alamat: str
    kota: str
    jabatan: str
    nama_pejabat: str
    nip_pejabat: str
    tahun: str
    tahun_terbit: str
    siklus: str
    banyak_sasaran: int
    banyak_indikator: int
    banyak_tercapai: int
    banyak_terukur: int
    sasaran_terukur: int
    rata_capaian: str
    rata_predikat: str
    terukur: bool
    batas_capaian: str
    formulir_belum: tuple[str, ...]  # the marker of each form that is not back
    pengukuran: tuple[Pengukuran, ...]
    berkas: tuple[BarisBerkas, ...]
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    catatan: tuple[BarisCatatan, ...]
    dibuka_lagi: tuple[BarisDibuka, ...]
    tabel_berikut: Rujukan
    gambar_berikut: Rujukan
    kolofon: str = ""  # the digest of the journal as it stood


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan(LaporanKinerja):
    """The annual report."""

    kata_pengantar: tuple[str, ...]
    gambaran_umum: tuple[str, ...]
    aspek_strategis: tuple[str, ...]
    permasalahan: tuple[str, ...]
    ikhtisar_perencanaan: tuple[str, ...]
    simpulan: tuple[str, ...]
    langkah_perbaikan: tuple[str, ...]
    rumus_negatif: str
    ada_negatif: bool
    skala: tuple[Jenjang, ...]
    subbagian: tuple[BarisSubbagian, ...]
    sasaran: tuple[BabSasaran, ...]
    anggaran: BabAnggaran
    bukti: tuple[Bukti, ...]
    bukti_sama: int
    rencana: tuple[BarisRencana, ...]
    asal: tuple[BarisAsal, ...]
    laporan_semester: tuple[BarisLaporanSemester, ...]
    pengecualian: tuple[BarisPengecualian, ...]
