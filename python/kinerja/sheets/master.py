"""The sheets of the master workbook: what the planner fills, and what kinerja writes."""

from __future__ import annotations

from enum import StrEnum

from kinerja import periode
from kinerja.model import Jenis, Keputusan, Konsolidasi, Polaritas, Status
from kinerja.model_sop import Hari
from kinerja.sheets.agreement import TEMPEL_PK
from kinerja.sheets.arsip import BERKAS_LALU
from kinerja.sheets.dari_mana import DARI_MANA
from kinerja.sheets.distribusi import DISTRIBUSI, STATUS
from kinerja.sheets.entri import ENTRI, LEMBAR_APLIKASI, PETA_ENTRI, TEMPEL_ENTRI
from kinerja.sheets.inventaris import REGISTER_BERKAS
from kinerja.sheets.kalimat import KALIMAT
from kinerja.sheets.sop import JAM_SOP, SOP
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.table import Column, Shape, Sheet
from kinerja.sheets.terbitan import LAPORAN_TERBIT
from kinerja.sheets.verifikasi import PENGECUALIAN, PERBAIKAN, VERIFIKASI

KODE = "Kode pendek tanpa spasi, dipakai sebagai kunci di semua lembar. Contoh: KUL."
ANGKA = "Isi angka. Contoh: 83,5."
JENIS = tuple(Jenis)
POLARITAS = tuple(Polaritas)
KONSOLIDASI = tuple(Konsolidasi)
# How a Target is typed, by Jenis.
CONTOH_TARGET = {
    **dict.fromkeys(Jenis, "satu angka, misalnya 83,5"),
    Jenis.RENTANG: "dua batas, misalnya 80-90",
    Jenis.TEKS: "kata, misalnya WTP",
}

PENGATURAN = Sheet(
    name="Pengaturan",
    title="Pengaturan",
    help="Satu baris satu pengaturan. Yang kosong memakai nilai bawaan di kolom Bawaan.",
    columns=(
        Column(key="nama", heading="Pengaturan", width=30),
        Column(key="isi", heading="Isi", width=46, hint="Isi menurut kolom Keterangan."),
        Column(key="bawaan", heading="Bawaan", width=22, optional=True),
        Column(key="bantuan", heading="Keterangan", width=70, shape=Shape.LONG, optional=True),
    ),
)

SKALA = Sheet(
    name="Skala Predikat",
    title="Skala predikat",
    help="Dari yang tertinggi. Baris terakhir tanpa batas menampung sisanya.",
    columns=(
        Column(
            key="batas",
            heading="Capaian di Atas (%)",
            width=20,
            shape=Shape.NUMBER,
            hint="Batas bawah capaian; 90 berarti lebih besar dari 90. Kosong untuk sisanya.",
        ),
        Column(
            key="predikat", heading="Predikat", width=24, hint="Sebutan untuk capaian itu."
        ),
    ),
)

SUBBAGIAN = Sheet(
    name="Subbagian",
    title="Subbagian",
    help="Satu baris satu subbagian. Setiap subbagian menerima satu formulir per periode.",
    columns=(
        Column(key="kode", heading="Kode", width=14, hint=KODE),
        Column(key="nama", heading="Nama Subbagian", width=60, hint="Nama lengkap subbagian."),
        Column(
            key="kepala", heading="Kepala Subbagian", width=30, hint="Untuk blok tanda tangan."
        ),
        Column(
            key="surel", heading="Surel", width=30, hint="Alamat surel untuk konsep kiriman."
        ),
    ),
)


def indikator_sheet(siklus: int) -> Sheet:
    """The sheet of the Perjanjian Kinerja, with one Target column a Periode."""
    return Sheet(
        name="Sasaran & Indikator",
        title="Sasaran dan indikator kinerja",
        help="Salinan Perjanjian Kinerja. Satu baris satu indikator; ini satu-satunya tempat "
        "indikator ditetapkan.",
        columns=(
            Column(key="kode_sasaran", heading="Kode Sasaran", width=10, hint="Contoh: 1."),
            Column(
                key="sasaran",
                heading="Sasaran",
                width=34,
                shape=Shape.LONG,
                hint="Bunyi sasaran; cukup ditulis pada indikator pertamanya.",
            ),
            Column(key="kode", heading="Kode", width=8, hint="Kode indikator. Contoh: 1.1."),
            Column(
                key="uraian",
                heading="Indikator Kinerja",
                width=48,
                shape=Shape.LONG,
                hint="Bunyi indikator seperti di Perjanjian Kinerja.",
            ),
            Column(
                key="penanggung_jawab",
                heading="Penanggung Jawab",
                width=16,
                hint="Kode satu subbagian; angkanya yang dipakai.",
            ),
            Column(
                key="pendukung",
                heading="Pendukung",
                width=16,
                hint="Kode subbagian pendukung, dipisah titik koma. Boleh kosong.",
            ),
            Column(
                key="satuan", heading="Satuan", width=10, hint="Contoh: %, dokumen, orang."
            ),
            Column(
                key="jenis",
                heading="Jenis",
                width=10,
                shape=Shape.CHOICE,
                choices=JENIS,
                hint="angka, persen, rasio (x/y), rentang, atau teks.",
            ),
            Column(
                key="polaritas",
                heading="Polaritas",
                width=10,
                shape=Shape.CHOICE,
                choices=POLARITAS,
                hint="positif: makin besar makin baik; negatif: makin kecil makin baik.",
            ),
            Column(
                key="konsolidasi",
                heading="Konsolidasi",
                width=14,
                shape=Shape.CHOICE,
                choices=KONSOLIDASI,
                hint="Cara nilai beberapa periode menjadi nilai semester dan tahun.",
            ),
            Column(
                key="bobot",
                heading="Bobot",
                width=8,
                shape=Shape.NUMBER,
                hint="Bobot dalam rata-rata sasaran. Kosong berarti sama rata.",
            ),
            Column(key="target", heading="Target Tahun", width=11, hint=ANGKA),
            *(
                Column(
                    key=f"target_{p}",
                    heading=f"Target {periode.name(siklus, p)}",
                    width=11,
                    hint=ANGKA,
                )
                for p in periode.of_year(siklus)
            ),
            Column(
                key="target_renstra",
                heading="Target Akhir Renstra",
                width=12,
                shape=Shape.NUMBER,
                hint=ANGKA,
                optional=True,
            ),
            Column(
                key="standar_nasional",
                heading="Standar Nasional",
                width=12,
                shape=Shape.NUMBER,
                hint="Kosong bila tidak ada standar nasional.",
                optional=True,
            ),
            Column(
                key="definisi",
                heading="Definisi Operasional",
                width=40,
                shape=Shape.LONG,
                hint="Apa yang diukur. Muncul sebagai bantuan di formulir.",
                optional=True,
            ),
            Column(
                key="rumus",
                heading="Rumus",
                width=34,
                shape=Shape.LONG,
                hint="Cara menghitung. Untuk rasio, sebutkan x dan y.",
                optional=True,
            ),
            Column(
                key="sumber_data",
                heading="Sumber Data",
                width=28,
                shape=Shape.LONG,
                hint="Dari dokumen atau aplikasi apa angkanya.",
                optional=True,
            ),
            Column(
                key="asal",
                heading="Asal Data Master",
                width=34,
                shape=Shape.LONG,
                hint="Dokumen asal indikator dan targetnya.",
                optional=True,
            ),
        ),
    )


def rencana_sheet(siklus: int) -> Sheet:
    """The Rencana Aksi: what is done for an Indikator, by whom, and how much of it when.

    Offices keep indikator, satuan, a target a triwulan that may be text, pagu and a
    remark (table rencana_aksi of wp-eval-sakip, commit 7a96f3e, table.sql); the SOP
    starts from it beside the Perjanjian Kinerja.
    """
    return Sheet(
        name="Rencana Aksi",
        title="Rencana aksi",
        help="Kegiatan untuk mencapai target. Satu baris satu rencana aksi; muncul di formulir "
        "dan lembar isian subbagian.",
        optional=True,
        columns=(
            Column(key="indikator", heading="Kode", width=8, hint="Kode indikator."),
            Column(
                key="uraian",
                heading="Rencana Aksi",
                width=54,
                shape=Shape.LONG,
                hint="Kegiatan yang dilakukan. Contoh: Sosialisasi di sekolah.",
            ),
            Column(
                key="penanggung_jawab",
                heading="Penanggung Jawab",
                width=16,
                hint="Kode satu subbagian yang melaksanakannya.",
            ),
            Column(
                key="satuan", heading="Satuan", width=12, hint="Contoh: kegiatan, dokumen."
            ),
            *(
                Column(
                    key=f"target_{p}",
                    heading=f"Target {periode.name(siklus, p)}",
                    width=11,
                    hint="Angka atau teks. Kosong bila tidak ada kegiatan.",
                )
                for p in periode.of_year(siklus)
            ),
            Column(
                key="anggaran",
                heading="Anggaran",
                width=18,
                shape=Shape.RUPIAH,
                hint="Rupiah penuh. Boleh kosong.",
                optional=True,
            ),
            Column(
                key="keterangan",
                heading="Keterangan",
                width=34,
                shape=Shape.LONG,
                hint="Bila perlu.",
                optional=True,
            ),
        ),
    )


SYARAT = Sheet(
    name="Syarat Data Pendukung",
    title="Syarat data pendukung",
    help="Bukti yang wajib ada untuk setiap indikator. Menjadi daftar pilihan di formulir.",
    columns=(
        Column(key="indikator", heading="Kode", width=8, hint="Kode indikator."),
        Column(
            key="jenis", heading="Jenis Data Pendukung", width=50, hint="Contoh: Berita acara."
        ),
        Column(
            key="jumlah",
            heading="Jumlah Minimum",
            width=12,
            shape=Shape.WHOLE,
            hint="Berapa berkas paling sedikit. Contoh: 1.",
        ),
        Column(
            key="periode",
            heading="Periode",
            width=12,
            hint="Kosong berarti setiap periode; atau sebut satu. Contoh: TW IV.",
        ),
    ),
)

RIWAYAT = Sheet(
    name="Tahun Sebelumnya",
    title="Realisasi tahun-tahun sebelumnya",
    help="Untuk pembandingan di laporan. Satu baris satu indikator satu tahun.",
    columns=(
        Column(key="indikator", heading="Kode", width=8, hint="Kode indikator."),
        Column(
            key="tahun",
            heading="Tahun",
            width=8,
            shape=Shape.WHOLE,
            hint="Tahun realisasi itu. Contoh: 2019.",
        ),
        Column(key="target", heading="Target", width=12, shape=Shape.NUMBER, hint=ANGKA),
        Column(key="realisasi", heading="Realisasi", width=12, shape=Shape.NUMBER, hint=ANGKA),
        Column(
            key="asal", heading="Asal Data", width=60, hint="Dokumen asalnya.", optional=True
        ),
    ),
)


def anggaran_sheet(siklus: int) -> Sheet:
    """The budget, with one Realisasi column a Periode."""
    return Sheet(
        name="Anggaran",
        title="Pagu dan realisasi anggaran",
        help="Rupiah penuh. Realisasi tiap periode saja, bukan kumulatif.",
        columns=(
            Column(key="kode", heading="Kode", width=22, hint="Kode program atau kegiatan."),
            Column(
                key="uraian",
                heading="Program/Kegiatan",
                width=54,
                shape=Shape.LONG,
                hint="Nama program atau kegiatan.",
            ),
            Column(
                key="sasaran",
                heading="Kode Sasaran",
                width=12,
                hint="Sasaran yang didukung, untuk menghitung efisiensi.",
            ),
            Column(key="pagu", heading="Pagu", width=20, shape=Shape.RUPIAH, hint=ANGKA),
            *(
                Column(
                    key=f"realisasi_{p}",
                    heading=f"Realisasi {periode.name(siklus, p)}",
                    width=20,
                    shape=Shape.RUPIAH,
                    hint=ANGKA,
                )
                for p in periode.of_year(siklus)
            ),
        ),
    )


HARI = tuple(Hari)

LIBUR = Sheet(
    name="Hari Libur",
    title="Hari libur kantor",
    help="Hanya yang berbeda dari kalender resmi: hari libur tambahan, atau hari libur yang "
    "tetap bekerja. Yang tertulis di sini menang.",
    optional=True,
    columns=(
        Column(
            key="tanggal",
            heading="Tanggal",
            width=16,
            shape=Shape.DATE,
            hint="Satu baris satu hari. Contoh: 18/08/2026.",
        ),
        Column(key="keterangan", heading="Keterangan", width=60, hint="Contoh: Cuti bersama."),
        Column(
            key="hari",
            heading="Libur atau Kerja",
            width=18,
            shape=Shape.CHOICE,
            choices=HARI,
            hint="libur: tidak dihitung hari kerja; kerja: dihitung. Kosong berarti libur.",
        ),
    ),
)


NARASI = Sheet(
    name="Narasi Laporan",
    title="Narasi laporan",
    help="Bagian laporan yang ditulis perencana; rekomendasi satu baris satu sasaran, misalnya "
    "“Rekomendasi Perbaikan 1”. Yang kosong tercetak “[belum ada data]”.",
    columns=(
        Column(key="bagian", heading="Bagian", width=28),
        Column(
            key="isi",
            heading="Isi",
            width=110,
            shape=Shape.LONG,
            hint="Teks bagian ini. Alt+Enter untuk alinea baru.",
        ),
    ),
)

REKOMENDASI = "rekomendasi"  # the slot that exists once a Sasaran, as “rekomendasi:1”

# The slots of the report that the planner writes, with the label the sheet shows.
BAGIAN = {
    "kata_pengantar": "Kata Pengantar",
    "gambaran_umum": "Gambaran Umum Organisasi",
    "aspek_strategis": "Aspek Strategis",
    "permasalahan": "Permasalahan Utama",
    "ikhtisar_perencanaan": "Ikhtisar Perencanaan Kinerja",
    "simpulan": "Simpulan",
    "langkah_perbaikan": "Langkah Perbaikan",
    REKOMENDASI: "Rekomendasi Perbaikan",
}

# ---- what kinerja writes; the planner decides in the columns that have a hint

FORMULIR = Sheet(
    name="Formulir",
    title="Formulir yang dibuat",
    help="Ditulis oleh Buat Formulir. Dipakai untuk mengenali formulir yang kembali.",
    columns=(
        Column(key="id", heading="Kode Formulir", width=24),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="periode", heading="Periode", width=10, shape=Shape.WHOLE),
        Column(key="revisi", heading="Revisi", width=8, shape=Shape.WHOLE),
        Column(key="berkas", heading="Berkas", width=40),
        Column(key="sidik", heading="Sidik Definisi", width=20),
        Column(key="sha256", heading="SHA-256", width=30),
    ),
)

KIRIMAN = Sheet(
    name="Kiriman",
    title="Formulir yang kembali",
    help="Ditulis oleh Gabungkan. Ditemukan = Diambil + Dicatat + Di Luar, untuk setiap berkas.",
    columns=(
        Column(key="berkas", heading="Berkas", width=40),
        Column(key="penerimaan", heading="Penerimaan", width=12),
        Column(key="id", heading="Kode Formulir", width=24),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="periode", heading="Periode", width=10, shape=Shape.WHOLE),
        Column(key="revisi", heading="Revisi", width=8, shape=Shape.WHOLE),
        Column(key="disimpan", heading="Terakhir Disimpan", width=20),
        Column(key="aplikasi", heading="Disimpan Dengan", width=22),
        Column(key="ditemukan", heading="Ditemukan", width=11, shape=Shape.WHOLE),
        Column(key="diambil", heading="Diambil", width=11, shape=Shape.WHOLE),
        Column(key="dicatat", heading="Dicatat", width=11, shape=Shape.WHOLE),
        Column(key="di_luar", heading="Di Luar", width=11, shape=Shape.WHOLE),
        Column(key="sha256", heading="SHA-256", width=30),
        Column(key="baris", heading="Baris", width=11, shape=Shape.WHOLE, optional=True),
        Column(key="dasar", heading="Perbaikan Dari", width=20, optional=True),
    ),
)

DIBETULKAN = "Boleh dibetulkan perencana: betulannya tidak tertimpa, dan isi aslinya dicatat."

REALISASI = Sheet(
    name="Realisasi",
    title="Jawaban subbagian",
    help="Ditulis oleh Gabungkan: satu baris satu jawaban dari satu berkas. Perencana mengisi "
    "Keputusan, dan boleh membetulkan yang kuning.",
    signs=("sha256",),
    columns=(
        Column(key="indikator", heading="Kode", width=8),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="periode", heading="Periode", width=10, shape=Shape.WHOLE),
        Column(
            key="status",
            heading="Status",
            width=13,
            shape=Shape.CHOICE,
            choices=tuple(Status),
            hint=DIBETULKAN,
        ),
        Column(
            key="x",
            heading="Pembilang (x)",
            width=12,
            shape=Shape.NUMBER,
            hint=f"{DIBETULKAN} Hanya untuk rasio.",
        ),
        Column(
            key="y",
            heading="Penyebut (y)",
            width=12,
            shape=Shape.NUMBER,
            hint=f"{DIBETULKAN} Hanya untuk rasio.",
        ),
        Column(
            key="nilai",
            heading="Realisasi",
            width=12,
            shape=Shape.NUMBER,
            hint=f"{DIBETULKAN} Untuk rasio, betulkan x dan y.",
            strict=False,
        ),
        Column(
            key="keputusan",
            heading="Keputusan",
            width=12,
            shape=Shape.CHOICE,
            choices=tuple(k for k in Keputusan if k),
            hint="pakai: jawaban ini yang berlaku; abaikan: jangan dipakai; kosong: otomatis.",
        ),
        *(
            Column(key=key, heading=heading, width=width, shape=shape, hint=DIBETULKAN)
            for key, heading, width, shape in (
                ("alasan", "Alasan", 30, Shape.LONG),
                ("penyebab", "Penyebab", 36, Shape.LONG),
                ("kendala", "Kendala", 36, Shape.LONG),
                ("solusi", "Solusi", 36, Shape.LONG),
                ("tindak_lanjut", "Rencana Tindak Lanjut", 36, Shape.LONG),
                ("pic", "PIC", 20, Shape.TEXT),
                ("batas_waktu", "Batas Waktu", 14, Shape.DATE),
                ("kegiatan", "Program/Kegiatan", 36, Shape.LONG),
                ("efisiensi", "Efisiensi", 36, Shape.LONG),
            )
        ),
        Column(key="sha256", heading="SHA-256", width=30),
        Column(key="letak", heading="Letak Sel", width=40),
        # What the file said, so that what was typed over it is known (``koreksi``).
        Column(key="sidik", heading="Sidik Jawaban", width=40, optional=True),
    ),
)

DATA_PENDUKUNG = Sheet(
    name="Data Pendukung",
    title="Inventaris data pendukung",
    help="Yang disyaratkan, yang dicatat di formulir, dan yang ada di folder, berdampingan. "
    "Kolom sendiri boleh ditambah di kanan; isinya ikut barisnya.",
    signs=("keadaan", *(c.key for c in REGISTER_BERKAS)),
    columns=(
        Column(key="indikator", heading="Kode", width=8),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="periode", heading="Periode", width=10, shape=Shape.WHOLE),
        Column(key="keadaan", heading="Keadaan", width=24),
        Column(key="jenis", heading="Jenis", width=30),
        Column(key="berkas", heading="Berkas", width=46),
        Column(key="isi", heading="Isi Sebenarnya", width=20, optional=True),
        Column(key="tanggal", heading="Tanggal", width=14, shape=Shape.DATE),
        Column(key="dalam_periode", heading="Dalam Periode", width=15, optional=True),
        Column(key="keterangan", heading="Keterangan", width=30),
        Column(key="ukuran", heading="Ukuran (bita)", width=14, shape=Shape.WHOLE),
        Column(key="halaman", heading="Halaman", width=10, shape=Shape.WHOLE),
        *REGISTER_BERKAS,
        Column(key="sha256_berkas", heading="SHA-256 Berkas", width=30),
        Column(key="sha256", heading="SHA-256 Formulir", width=30),
        Column(key="letak", heading="Letak Sel", width=40),
    ),
)

CATATAN = Sheet(
    name="Catatan Verifikasi",
    title="Catatan verifikasi",
    help="Semua yang perlu dibetulkan, sekaligus. Yang bertingkat Galat membuat laporan "
    "tetap DRAF.",
    signs=("kode",),
    columns=(
        Column(key="tingkat", heading="Tingkat", width=14),
        Column(key="kode", heading="Kode Catatan", width=9),
        Column(key="berkas", heading="Berkas", width=34),
        Column(key="lembar", heading="Lembar", width=18),
        Column(key="sel", heading="Sel", width=8),
        Column(key="buka", heading="Buka", width=27, shape=Shape.LINK, optional=True),
        Column(key="pesan", heading="Yang Ditemukan", width=64, shape=Shape.LONG),
        Column(key="cara", heading="Cara Membetulkan", width=56, shape=Shape.LONG),
        Column(
            key="alasan",
            heading="Alasan Diterima",
            width=36,
            shape=Shape.LONG,
            hint="Bila catatan ini diterima apa adanya: tulis alasannya. Tercetak di laporan.",
            optional=True,
        ),
        Column(key="id", heading="Nomor Catatan", width=13, optional=True),
        Column(key="sumber", heading="Sumber", width=14),
        Column(key="fakta", heading="Fakta", width=14),
    ),
)


class Lengkap(StrEnum):
    """How complete one thing is, as symbol and word."""

    LENGKAP = "✔ Lengkap"
    KURANG = "! Kurang"
    BELUM = "✖ Belum"
    TIDAK_BERLAKU = "– Tidak berlaku"


KELENGKAPAN = Sheet(
    name="Kelengkapan",
    title="Matriks kelengkapan",
    help=f"{' · '.join(Lengkap)}.",
    columns=(
        Column(key="periode", heading="Periode", width=12),
        Column(key="subbagian", heading="Subbagian", width=16),
        Column(key="indikator", heading="Kode", width=8),
        Column(key="uraian", heading="Indikator Kinerja", width=52, shape=Shape.LONG),
        Column(key="angka", heading="Angka", width=16),
        Column(key="narasi", heading="Narasi", width=16),
        Column(key="data_pendukung", heading="Data Pendukung", width=18),
    ),
)


def rekap_sheet(siklus: int) -> Sheet:
    """Target, Realisasi and Capaian of every Indikator, per Periode, Semester and year."""
    return Sheet(
        name="Rekap",
        title="Rekap kinerja",
        help="Dihitung dari lembar Realisasi. Jangan diketik; akan ditulis ulang.",
        columns=(
            Column(key="sasaran", heading="Kode Sasaran", width=10),
            Column(key="indikator", heading="Kode", width=8),
            Column(key="uraian", heading="Indikator Kinerja", width=52, shape=Shape.LONG),
            Column(key="penanggung_jawab", heading="Penanggung Jawab", width=16),
            Column(key="satuan", heading="Satuan", width=10),
            Column(key="konsolidasi", heading="Konsolidasi", width=14),
            *(
                Column(
                    key=f"nilai_{p}",
                    heading=periode.name(siklus, p),
                    width=11,
                    shape=Shape.NUMBER,
                )
                for p in periode.of_year(siklus)
            ),
            Column(key="semester_1", heading="Semester 1", width=12, shape=Shape.NUMBER),
            Column(key="semester_2", heading="Semester 2", width=12, shape=Shape.NUMBER),
            Column(key="tahun", heading="Realisasi Tahun", width=12, shape=Shape.NUMBER),
            Column(key="target", heading="Target Tahun", width=12, shape=Shape.NUMBER),
            Column(key="capaian", heading="Capaian (%)", width=12, shape=Shape.PERCENT),
            Column(
                key="capaian_asli",
                heading="Capaian Sebelum Batas (%)",
                width=14,
                shape=Shape.PERCENT,
            ),
            Column(key="predikat", heading="Predikat", width=16),
        ),
    )


JURNAL = Sheet(
    name="Riwayat",
    title="Riwayat tindakan",
    help="Satu baris satu tindakan yang mengubah workbook ini, yang terbaru paling atas. Salinan "
    "dari sebelumnya ada di folder Cadangan, riwayat lengkapnya di folder Riwayat.",
    optional=True,
    columns=(
        Column(key="waktu", heading="Waktu", width=20),
        Column(key="nama", heading="Tindakan", width=24),
        Column(key="hasil", heading="Hasil", width=70, shape=Shape.LONG),
        Column(key="cadangan", heading="Cadangan", width=48),
        Column(key="oleh", heading="Oleh", width=16, optional=True),
        Column(key="sidik", heading="Sidik", width=20, optional=True),
    ),
)


ISIAN_SUBBAGIAN = "Isian Subbagian"  # the hidden pattern of the sheets below
# One sheet for each Subbagian. Its kode has at most 20 signs, all of them harmless in the
# name of a sheet (``definitions.is_code``), so no name is too long and no two are alike.
LEMBAR_ISIAN = "Isian {kode}"
JUDUL_ISIAN = "Isian {nama}"


def isian_sheet(siklus: int) -> Sheet:
    """The pattern: what a Subbagian is asked, and what it answered, beside each other."""
    return Sheet(
        name=ISIAN_SUBBAGIAN,
        title=ISIAN_SUBBAGIAN,
        help="Isi formulirnya, dan jawaban yang sudah digabung di samping targetnya. Jangan "
        "diketik; akan ditulis ulang.",
        hidden=True,
        optional=True,
        columns=(
            Column(key="indikator", heading="Kode", width=8),
            Column(key="uraian", heading="Indikator Kinerja", width=38, shape=Shape.LONG),
            Column(key="peran", heading="Peran", width=12),
            Column(key="satuan", heading="Satuan", width=9),
            Column(key="target", heading="Target Tahun", width=10, shape=Shape.NUMBER),
            *(column for p in periode.of_year(siklus) for column in _isian_columns(siklus, p)),
            Column(
                key="capaian_periode",
                heading="Capaian Periode Terakhir (%)",
                width=13,
                shape=Shape.PERCENT,
            ),
            Column(key="capaian", heading="Capaian Tahun (%)", width=13, shape=Shape.PERCENT),
            Column(key="data_pendukung", heading="Data Pendukung", width=17),
            Column(key="kendala", heading="Kendala Terakhir", width=34, shape=Shape.LONG),
            Column(key="rencana", heading="Rencana Aksi", width=40, shape=Shape.LONG),
        ),
    )


def _isian_columns(siklus: int, p: int) -> tuple[Column, ...]:
    name = periode.name(siklus, p)
    return (
        Column(key=f"target_{p}", heading=f"Target {name}", width=10, shape=Shape.NUMBER),
        Column(key=f"nilai_{p}", heading=f"Realisasi {name}", width=13, shape=Shape.NUMBER),
    )


def sheets_of(siklus: int) -> tuple[Sheet, ...]:
    """Every sheet of the master that holds one table, in the order of its tabs."""
    return (
        PENGATURAN,
        SKALA,
        SUBBAGIAN,
        indikator_sheet(siklus),
        TEMPEL_PK,
        rencana_sheet(siklus),
        SYARAT,
        RIWAYAT,
        anggaran_sheet(siklus),
        LIBUR,
        SOP,
        NARASI,
        KALIMAT,
        PETA_ENTRI,
        TEMPEL_ENTRI,
        DISPOSISI,
        SURAT_EDARAN,
        DISTRIBUSI,
        STATUS,
        JAM_SOP,
        rekap_sheet(siklus),
        LAPORAN_TERBIT,
        DARI_MANA,
        CATATAN,
        KELENGKAPAN,
        VERIFIKASI,
        PERBAIKAN,
        PENGECUALIAN,
        DATA_PENDUKUNG,
        ENTRI,
        REALISASI,
        FORMULIR,
        KIRIMAN,
        JURNAL,
        isian_sheet(siklus),
        LEMBAR_APLIKASI,
        BERKAS_LALU,
    )


# What VBA calls each sheet, whatever a user renames its tab to, in the order of the tabs.
# Never changed once given.
CODE_NAMES = {
    "Beranda": "shBeranda",
    "Pengaturan": "shPengaturan",
    "Skala Predikat": "shSkala",
    "Subbagian": "shSubbagian",
    "Sasaran & Indikator": "shIndikator",
    "Tempel PK": "shTempelPk",
    "Rencana Aksi": "shRencanaAksi",
    "Syarat Data Pendukung": "shSyarat",
    "Tahun Sebelumnya": "shTahunSebelumnya",
    "Anggaran": "shAnggaran",
    "Hari Libur": "shHariLibur",
    "SOP": "shSop",
    "Narasi Laporan": "shNarasi",
    "Kalimat": "shKalimat",
    "Peta Entri": "shPetaEntri",
    "Tempel Entri": "shTempelEntri",
    "Disposisi": "shDisposisi",
    "Surat Edaran": "shSuratEdaran",
    "Distribusi": "shDistribusi",
    "Status": "shStatus",
    "Jam SOP": "shJamSop",
    "Rekap": "shRekap",
    "Laporan Terbit": "shLaporanTerbit",
    "Dari Mana": "shDariMana",
    "Catatan Verifikasi": "shCatatan",
    "Kelengkapan": "shKelengkapan",
    "Verifikasi": "shVerifikasi",
    "Perbaikan": "shPerbaikan",
    "Pengecualian": "shPengecualian",
    "Data Pendukung": "shDataPendukung",
    "Entri": "shEntri",
    "Realisasi": "shRealisasi",
    "Formulir": "shFormulir",
    "Kiriman": "shKiriman",
    "Riwayat": "shRiwayat",
    "Isian Subbagian": "shIsian",
    "Entri Aplikasi": "shEntriAplikasi",
    "Berkas Lalu": "shBerkasLalu",
    "xlwings.conf": "shXlwingsConf",
}
