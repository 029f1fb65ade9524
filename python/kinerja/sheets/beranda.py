"""The sheet “Beranda”: where the year stands, as a few small tables on one worksheet.

Each table has its own headings and room for a fixed number of rows, so that other
tables can stand above, under and beside it. No two headings in one row are alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kinerja import periode
from kinerja.model_sop import Tahap
from kinerja.sheets.master import Lengkap
from kinerja.sheets.table import Column, Shape, Sheet
from kinerja.sheets.tombol import JUDUL

NAMA = "Beranda"
SUBBAGIAN_MUAT = 12  # Subbagian that fit; the others are in the sheet Kelengkapan
SASARAN_MUAT = 6
TINDAKAN = 3  # actions that are shown
APLIKASI_MUAT = 3
LAPORAN_MUAT = 3  # two of a Semester, one of the year
SATKER_MUAT = 66  # signs of the office's name
NAMA_MUAT = 34  # signs of a Subbagian in its column
URAIAN_MUAT: Mapping[int, int] = {2: 94, 4: 94, 12: 48}  # signs of a Sasaran, by siklus
LANGKAH_MUAT, PEMEGANG_MUAT = 50, 28  # signs of a step of the SOP, of who holds it

# ---- the tables


def _table(title: str, capacity: int, *columns: Column) -> Sheet:
    return Sheet(name=NAMA, title=title, optional=True, capacity=capacity, columns=columns)


KEPALA = _table(
    "",
    1,
    Column(key="satker", heading="Kinerja Satuan Kerja"),
    Column(key="tahun", heading="Tahun Kinerja"),
    Column(key="periode", heading="Periode Berjalan"),
)

LANGKAH = _table(
    "",
    1,
    Column(key="nama", heading="Langkah Berikutnya"),
    Column(key="uraian", heading="Yang Perlu Dilakukan"),
)

SOP = _table(
    "",
    1,
    Column(key="langkah", heading="Langkah SOP"),
    Column(key="pemegang", heading="Dipegang"),
    Column(key="sejak", heading="Sejak"),
    Column(key="lama", heading="Sudah Berjalan"),
    Column(key="seluruhnya", heading="Seluruhnya, Dibanding Baku"),
)

TERLAMBAT = _table("", 1, Column(key="terlambat", heading="Terlambat Hari Ini"))

RINGKASAN = _table(
    "",
    1,
    Column(key="kembali", heading="Formulir Kembali"),
    Column(key="isian", heading="Isian Periode Ini"),
    Column(key="bukti", heading="Data Pendukung Periode Ini"),
    Column(key="capaian", heading="Capaian Rata-rata"),
    Column(key="galat", heading="Galat"),
    Column(key="peringatan", heading="Peringatan"),
)

SASARAN = _table(
    "Capaian sasaran",
    SASARAN_MUAT,
    Column(key="uraian", heading="Sasaran"),
    Column(key="capaian", heading="Capaian Sasaran", shape=Shape.PERCENT),
    Column(key="predikat", heading="Predikat"),
    Column(key="dihitung", heading="Indikator Dihitung"),
)

ENTRI = _table(
    "Entri ke aplikasi lain",
    APLIKASI_MUAT,
    Column(key="aplikasi", heading="Aplikasi"),
    Column(key="jumlah", heading="Isian Entri"),
    Column(key="sudah", heading="Sudah Dientri"),
    Column(key="belum", heading="Belum Dientri"),
    Column(key="beda", heading="Perlu Dibetulkan"),
    Column(key="keadaan", heading="Keadaan Entri"),
)

LAPORAN = _table(
    "Laporan",
    LAPORAN_MUAT,
    Column(key="nama", heading="Laporan"),
    Column(key="keadaan", heading="Keadaan Laporan"),
    Column(key="disusun", heading="Disusun"),
)

TERAKHIR = _table(
    "",
    TINDAKAN,
    Column(key="nama", heading="Tindakan Terakhir"),
    Column(key="waktu", heading="Waktu"),
    Column(key="hasil", heading="Hasil"),
)


def matriks(siklus: int) -> Sheet:
    """One row for each Subbagian: how complete each Periode is, and all of them so far."""
    return _table(
        "Kelengkapan per subbagian",
        SUBBAGIAN_MUAT,
        Column(key="subbagian", heading="Subbagian"),
        *(
            Column(key=f"periode_{p}", heading=periode.name(siklus, p))
            for p in periode.of_year(siklus)
        ),
        Column(key="isian", heading="Semua Isian", shape=Shape.PERCENT),
        Column(key="bukti", heading="Semua Data Pendukung", shape=Shape.PERCENT),
        Column(key="tahapan", heading="Tahap Verifikasi", optional=True),
    )


def perkembangan(siklus: int) -> Sheet:
    """One row for each Periode; the chart is drawn from it."""
    return _table(
        "Angka per periode",
        siklus,
        Column(key="periode", heading="Periode"),
        Column(key="isian", heading="Isian", shape=Shape.PERCENT),
        Column(key="bukti", heading="Data Pendukung", shape=Shape.PERCENT),
        Column(key="capaian", heading="Capaian", shape=Shape.PERCENT),
    )


# ---- what stands in them


class Kemajuan(StrEnum):
    """How far one Subbagian is with one Periode, as symbol and word."""

    LENGKAP = Lengkap.LENGKAP.value
    KURANG = Lengkap.KURANG.value
    BELUM = Lengkap.BELUM.value
    NANTI = "– Nanti"
    TANPA = "– Tanpa"


BELUM_ADA = "–"  # where nothing is known yet
SETAHUN = "setahun"  # Capaian of the year; else of the Periode that is named
SELAMAT_DATANG = "Selamat datang"  # until the office says who it is
TANPA_SUBBAGIAN = "Setiap subbagian muncul di sini setelah lembar Subbagian diisi."
TANPA_SASARAN = "Setiap sasaran muncul di sini setelah lembar Sasaran & Indikator diisi."
TANPA_APLIKASI = "Setiap aplikasi muncul di sini setelah lembar Peta Entri diisi."
TANPA_TINDAKAN = "Belum ada tindakan."
TANPA_HASIL = "beres"  # of an action with nothing to count
DARI = "{n} dari {m}"
PERSEN = "{n}%"
CAPAIAN = "{n}% · {dasar}"
JUMLAH = "{tanda} {n}"
LAINNYA = "… dan {n} lainnya, di lembar {lembar}"
DAN_LAINNYA = "{nama}, dan {n} lainnya"
DARI_PERIODE = "{subbagian} ({periode})"
LANGKAH_SOP = "{n} dari {m} · {kegiatan}"
SOP_SELESAI = "Semua langkah selesai"
JAM_KERJA = "{lama} kerja"
DARI_BAKU = "{lama} dari {baku}"
BATAS = "batas {tanggal}"
LEWAT = "lewat {n} hari kerja"
DENGAN_BATAS = "{siapa} ({batas})"


class Step(StrEnum):
    """What is to be done next, in the order of the SOP."""

    FILL = "fill"
    MEND = "mend"
    ORDER = "order"
    MAKE = "make"
    DRAFT = "draft"
    SIGN = "sign"
    HAND_OUT = "hand out"
    COLLECT = "collect"
    GIVE_BACK = "give back"
    AWAIT = "await"
    SETTLE = "settle"
    REGISTER = "register"
    ENTER = "enter"
    REPORT_HALF = "report half"
    REPORT = "report"
    SEAL = "seal"
    MOVE_ON = "move on"
    NEW_YEAR = "new year"


# The button of it, if there is one, and what to do.
STEPS: Mapping[Step, tuple[str, str]] = {
    Step.FILL: (
        "",
        "Isi lembar bertab kuning yang masih kosong: {lembar}. Setelah itu tekan Periksa "
        "Master.",
    ),
    Step.MEND: (
        "check",
        "Master masih berisi {n} galat. Tekan Periksa Master, lalu betulkan yang disebutkan.",
    ),
    Step.ORDER: (
        "disposition",
        "Pengumpulan data {periode} dimulai dengan perintah. Tekan Lembar Disposisi, lalu "
        "lengkapi lembar Disposisi.",
    ),
    Step.MAKE: (
        "generate",
        "Formulir {periode} belum dibuat untuk {siapa}. Tekan Buat Formulir.",
    ),
    Step.DRAFT: (
        "circular",
        "Surat edaran {periode} belum dibuat. Tekan Surat Edaran, lalu isi nomornya di lembar "
        "Surat Edaran.",
    ),
    Step.SIGN: (
        "circular",
        "Surat edaran {periode} menunggu {siapa}. Isi waktu dan namanya di lembar Surat "
        "Edaran, lalu tekan Bagikan.",
    ),
    Step.HAND_OUT: (
        "distribute",
        "Formulir {periode} belum dibagikan kepada {siapa}. Tekan Bagikan.",
    ),
    Step.COLLECT: (
        "merge",
        "Belum kembali: {siapa}. Taruh di folder Masuk, lalu tekan Gabungkan.",
    ),
    Step.GIVE_BACK: (
        "giveback",
        "Ada yang harus dibetulkan: {siapa}. Tekan Kembalikan.",
    ),
    Step.AWAIT: (
        "merge",
        "Perbaikan ditunggu: {siapa}. Taruh di Masuk, lalu tekan Gabungkan.",
    ),
    Step.SETTLE: (
        "verify",
        "Ada {n} galat di lembar Catatan Verifikasi. Setelah dibereskan, tekan Periksa & "
        "Tandai.",
    ),
    Step.REGISTER: (
        "inventory",
        "Ada {n} berkas data pendukung yang belum terdaftar. Tekan Inventaris.",
    ),
    Step.ENTER: (
        "entry",
        "{n} isian {periode} belum beres di {aplikasi}. Tandai ✔, lalu tekan Lembar Entri.",
    ),
    Step.REPORT_HALF: (
        "semester",
        "Laporan {laporan} {keadaan}. Tekan Laporan Semester.",
    ),
    Step.REPORT: (
        "annual",
        "Laporan {laporan} {keadaan}. Tekan Susun Laporan Tahunan, lalu isi bagian yang "
        "bertanda kuning.",
    ),
    Step.SEAL: (
        "archive",
        "{periode} belum diarsipkan. Kunci formulirnya di lembar Verifikasi, lalu tekan "
        "Arsipkan.",
    ),
    Step.MOVE_ON: (
        "",
        "{periode} selesai. Ganti Periode Berjalan di lembar Pengaturan menjadi {berikut}, "
        "lalu tekan {tombol}.",
    ),
    Step.NEW_YEAR: (
        "rollover",
        "Tahun {tahun} selesai. Tekan Tahun Baru untuk menyiapkan workbook {berikut}.",
    ),
}
BELUM_DISUSUN = "belum disusun"
SUDAH_USANG = "sudah usang karena datanya berubah"
TANPA_TOMBOL = "Isi lembar kuning"
MENUNGGU: Mapping[Tahap, str] = {  # whom a surat edaran waits for
    Tahap.PENGELOLA: "paraf pengelola data",
    Tahap.KASUBBAG: "paraf kasubbag",
    Tahap.SEKRETARIS: "tanda tangan sekretaris",
}

# ---- the words around them

# The buttons in the order of the work, each with a line on what it does.
TAHAP: Mapping[str, str] = {
    "disposition": "Perintah untuk memulai",
    "agreement": "Isi dari PK",
    "check": "Apakah master siap?",
    "generate": "Satu per subbagian",
    "circular": "Konsep, paraf, tanda tangan",
    "distribute": "Folder dan surel",
    "progress": "Siapa ditunggu",
    "merge": "Ambil isi folder Masuk",
    "verify": "Tandai semua yang kurang",
    "giveback": "Catatan di selnya sendiri",
    "inventory": "Isi berkas dan arsipnya",
    "entry": "e-Lapkin dan Monev",
    "semester": "Satu per semester",
    "annual": "Word, PDF, dan lampiran",
    "trace": "Asal setiap angka",
    "evaluation": "Bukti untuk evaluator",
    "archive": "Paket tersegel satu periode",
    "rollover": "Workbook tahun berikutnya",
}
URUNGKAN = "Kembali selangkah"
# The same groups as in the ribbon; what helps has no number.
KELOMPOK: Mapping[str, tuple[str, ...]] = {
    "Siapkan": ("disposition", "agreement", "check", "generate"),
    "Kirim": ("circular", "distribute", "progress"),
    "Terima & Verifikasi": ("merge", "verify", "giveback", "inventory", "entry"),
    "Laporan": ("semester", "annual", "trace", "evaluation"),
    "Arsip": ("archive", "rollover"),
    "Bantuan": ("undo",),
}
ARTI = "✔ lengkap   ! ada yang kurang   ✖ formulir belum kembali   – belum waktunya"
GRAFIK = "Perkembangan per periode (%)"
GRAFIK_ARTI = (
    "Grafik kolom dan garis: persentase isian, data pendukung, dan capaian setiap periode. "
    "Angkanya ada di tabel Angka per periode."
)
SUMBU_PERIODE, SUMBU_PERSEN = "Periode", "Persen"
TANPA_MAKRO = (
    "Tombol tidak bekerja karena makro diblokir? Tutup workbook ini, lalu dari folder kinerja "
    "jalankan di terminal: python3 mulai.py verify --folder DIR. Perintah tombol lain ada di "
    "README."
)


def number_of(button: str) -> int:
    """The number of a step, as it stands beside its button."""
    return 1 + tuple(TAHAP).index(button)


def name_of(step: Step) -> str:
    """What is done next by the name of its button, with the number of its step."""
    button = STEPS[step][0]
    return f"{number_of(button)} · {JUDUL[button]}" if button else TANPA_TOMBOL
