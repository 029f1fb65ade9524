"""The nouns of performance reporting, and nothing else.

Every value is immutable and knows nothing of Excel, files or Word. Names are the office's
own words (glossary: python/README.md). References between values are codes, not objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a value was read, in words a user can follow in Excel."""

    file: str
    sheet: str = ""
    row: int = 0  # as Excel shows it; 0 means the whole sheet
    column: str = ""

    @property
    def cell(self) -> str:
        """The cell as Excel names it, such as ``F12``."""
        return f"{self.column}{self.row or ''}"


class Polaritas(StrEnum):
    """Which direction is good."""

    POSITIF = "positif"
    NEGATIF = "negatif"


class Jenis(StrEnum):
    """What kind of Nilai an Indikator has."""

    ANGKA = "angka"
    PERSEN = "persen"
    RASIO = "rasio"
    RENTANG = "rentang"
    TEKS = "teks"


class Konsolidasi(StrEnum):
    """How the Nilai of several Periode make one of a Semester or a year."""

    JUMLAH = "jumlah"
    RERATA = "rata-rata"
    TERAKHIR = "nilai terakhir"
    MAKSIMUM = "maksimum"


class Status(StrEnum):
    """What a Subbagian says of one row; BELUM is a row nobody has answered."""

    TERISI = "Terisi"
    NIHIL = "Nihil"
    TIDAK_BERLAKU = "Tidak berlaku"
    BELUM = "Belum"


EXCUSED = (Status.NIHIL, Status.TIDAK_BERLAKU)  # nothing is due, with a reason for it


class Keputusan(StrEnum):
    """What the planner ordered for one row of one returned file."""

    OTOMATIS = ""
    PAKAI = "pakai"
    ABAIKAN = "abaikan"


@dataclass(frozen=True, slots=True)
class Rentang:
    """A Target with two bounds, both inside."""

    bawah: Decimal
    atas: Decimal


Nilai = Decimal | str  # str only for TEKS, such as the opinion “WTP”
Target = Decimal | Rentang | str
Letak = Mapping[str, Location]  # the cell of every column of a row, by the key of the column
Jam = tuple[tuple[time, time], ...]  # the spans of one working day, from and until


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """One step of the scale of Predikat: above ``batas`` (percent) it is ``predikat``."""

    batas: Decimal | None  # None: everything that is left
    predikat: str


SKALA = tuple(
    Skala(batas=None if batas is None else Decimal(batas), predikat=predikat)
    for batas, predikat in (
        # cuts of LKjIP Kabupaten Sampang 2019 read as half-open intervals
        # https://123dok.com/document/zx5dll94
        (90, "Sangat Baik"),
        (75, "Baik"),
        (65, "Cukup"),
        (50, "Kurang"),
        (None, "Sangat Kurang"),
    )
)


# 37.5 hours in five days from 07.30, with a rest of 60 minutes, on Friday 90: Perpres
# 21/2023 art. 3 and 4. Where the rest lies is for the office to say.
# https://setneg.go.id/baca/index/pemerintah_terbitkan_aturan_flexible_working_arrangement_bagi_asn
JAM_KERJA: Jam = ((time(7, 30), time(12)), (time(13), time(16)))
JAM_JUMAT: Jam = ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengaturan:
    """The policy of one office for one year; every field has a default."""

    satker: str = ""
    kode_satker: str = ""
    alamat: str = ""
    kota: str = ""
    jabatan: str = "Sekretaris"
    nama_pejabat: str = ""
    nip_pejabat: str = ""
    tahun: int = 0
    siklus: int = 4  # Periode a year: 2, 4 or 12
    periode: int = 1  # the Periode now being collected
    batas_capaian: Decimal | None = Decimal(100)
    rumus_negatif: str = "A"
    ambang_wajar: Decimal = Decimal(150)
    kertas: str = "A4"
    ekstensi: tuple[str, ...] = ("pdf", "jpg", "jpeg", "png", "xlsx", "docx")
    batas_mb: Decimal = Decimal(10)
    catatan_data: str = ""
    kop: str = ""  # lines above every letter; "": the satker
    kontak: str = ""
    kode_wilayah: str = ""
    kode_klasifikasi: str = "PR.03.1"
    format_nomor: str = "{no} Tahun {tahun}"
    subbagian_perencana: str = ""
    pengelola: str = ""
    tembusan: str = ""
    hari_isi: int = 2  # working days to fill a form, and to verify it
    hari_verifikasi: int = 1
    jam_kerja: Jam = JAM_KERJA
    jam_jumat: Jam = JAM_JUMAT
    skala: tuple[Skala, ...] = SKALA


@dataclass(frozen=True, slots=True, kw_only=True)
class Subbagian:
    """A unit that owns Indikator and returns a Formulir."""

    kode: str
    nama: str
    kepala: str = ""
    surel: str = ""
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sasaran:
    """What the office wants to reach; its Indikator measure it."""

    kode: str
    uraian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Syarat:
    """The data pendukung one Indikator must have."""

    indikator: str
    jenis: str
    jumlah: int = 1
    periode: int | None = None  # None: in every Periode
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """A performance indicator: one penanggung jawab, any number of pendukung.

    The Nilai of the penanggung jawab counts; a pendukung adds data pendukung and
    narrative. ``target_periode`` has one entry a Periode.
    """

    kode: str
    uraian: str
    sasaran: str
    penanggung_jawab: str
    pendukung: tuple[str, ...] = ()
    satuan: str = ""
    jenis: Jenis = Jenis.ANGKA
    polaritas: Polaritas = Polaritas.POSITIF
    konsolidasi: Konsolidasi = Konsolidasi.TERAKHIR
    bobot: Decimal | None = None
    target: Target | None = None
    target_periode: tuple[Target | None, ...] = ()
    target_renstra: Decimal | None = None
    standar_nasional: Decimal | None = None
    definisi: str = ""
    rumus: str = ""
    sumber_data: str = ""
    asal: str = ""  # where the definition and its Target come from
    location: Location = field(default=Location(""), compare=False)
    letak: Letak = field(default_factory=dict, compare=False)

    @property
    def penjawab(self) -> tuple[str, ...]:
        """Every Subbagian whose form has a row for it, the penanggung jawab first."""
        return (self.penanggung_jawab, *self.pendukung)


@dataclass(frozen=True, slots=True, kw_only=True)
class Riwayat:
    """Target and Realisasi of one Indikator in an earlier year."""

    indikator: str
    tahun: int
    target: Decimal | None
    realisasi: Decimal | None
    asal: str = ""
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anggaran:
    """One line of the budget, in whole or part Rupiah; ``realisasi`` per Periode."""

    kode: str
    uraian: str
    sasaran: str
    pagu: Decimal
    realisasi: tuple[Decimal | None, ...] = ()
    location: Location = field(default=Location(""), compare=False)
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaAksi:
    """What one Subbagian does for an Indikator; ``target`` has one entry a Periode."""

    indikator: str
    uraian: str
    penanggung_jawab: str
    satuan: str = ""
    target: tuple[Nilai | None, ...] = ()
    anggaran: Decimal | None = None
    keterangan: str = ""
    location: Location = field(default=Location(""), compare=False)
    letak: Letak = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulir:
    """What the stamp of a form says: who is asked, for when, in which revision."""

    subbagian: str
    tahun: int
    periode: int
    revisi: int = 1

    @property
    def id(self) -> str:
        """The printed code; its last two signs catch a mistyped one."""
        body = f"K{self.tahun}-{self.subbagian}-P{self.periode}-R{self.revisi}"
        return f"{body}-{sum(i * ord(c) for i, c in enumerate(body, 1)) % 97:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulirTerbit:
    """One form that was made and may have been handed out."""

    formulir: Formulir
    berkas: str
    sidik: str  # digest of the definitions it carries
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisasi:
    """What a Subbagian answered for one Indikator in one Periode.

    ``None`` and ``""`` are *not yet answered*; ``Decimal(0)`` is an answer. ``letak`` has
    the cell of every field, ``koreksi`` what the file said where the planner typed over it.
    """

    indikator: str
    subbagian: str
    periode: int
    status: Status = Status.BELUM
    nilai: Nilai | None = None
    x: Decimal | None = None
    y: Decimal | None = None
    alasan: str = ""
    penyebab: str = ""
    kendala: str = ""
    solusi: str = ""
    tindak_lanjut: str = ""
    pic: str = ""
    batas_waktu: date | None = None
    kegiatan: str = ""
    efisiensi: str = ""
    keputusan: Keputusan = Keputusan.OTOMATIS
    sha256: str = ""
    koreksi: Mapping[str, str] = field(default_factory=dict, hash=False)
    letak: Mapping[str, Location] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPendukung:
    """One piece of supporting evidence that a Subbagian listed in its Formulir."""

    indikator: str
    subbagian: str
    periode: int
    berkas: str  # a file name, or a link
    jenis: str = ""
    tanggal: date | None = None
    keterangan: str = ""
    sha256: str = ""  # of the Formulir that lists it
    location: Location = field(default=Location(""), compare=False)


class Cacat(StrEnum):
    """What is wrong with the content of a file, whatever its name says."""

    TERKUNCI = "terkunci kata sandi"
    RUSAK = "rusak"
    MAKRO = "memuat makro"
    SKRIP = "memuat skrip"
    PROGRAM = "program, bukan dokumen"
    ARSIP_BERBAHAYA = "arsip dengan isi berbahaya"
    ARSIP_BERLAPIS = "arsip di dalam arsip"
    RAKSASA = "terlalu besar bila dibuka"


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """One file found in the folder of data pendukung."""

    nama: str
    folder: str  # below Data Pendukung, with / between the parts
    subbagian: str
    periode: int | None
    ukuran: int  # bytes
    sha256: str
    isi: str = ""  # the extension its content has, such as "pdf"; "" if unknown
    halaman: int | None = None
    biasa: bool = True  # False: a link, a pipe, a folder named like a file
    cacat: tuple[Cacat, ...] = ()
    anggota: int | None = None  # listed in an archive, which is never unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Hitungan:
    """Where every non-empty cell of one returned file went."""

    ditemukan: int = 0
    diambil: int = 0
    dicatat: int = 0
    di_luar: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Narasi:
    """A text of the report that the planner writes, by the slot it fills."""

    bagian: str
    isi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas:
    """Which file a reading is of: its content, its name, when it was last saved."""

    sha256: str
    berkas: str
    disimpan: datetime | None = None
    aplikasi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tindakan:
    """One action that changed the master, as the journal tells it."""

    waktu: datetime | str  # on the wall of the office; a text as a person left it
    nama: str  # as its button is labelled
    hasil: str
    cadangan: str = ""  # the file in the folder Cadangan with the master from before
    oleh: str = ""  # the person, as the computer knows them
    sidik: str = ""  # digest of its line in the journal beside the workbook
    location: Location = field(default=Location(""), compare=False)
