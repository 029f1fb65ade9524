"""What a sealed package and the year after it are called, and the sheet of last year's files."""

from __future__ import annotations

from kinerja.sheets.table import Column, Shape, Sheet

BERKAS_LALU = Sheet(
    name="Berkas Lalu",
    title="Data pendukung tahun-tahun sebelumnya",
    help="Dibawa oleh Tahun Baru, supaya berkas lama yang dipakai lagi dikenali. Jangan "
    "diketik.",
    hidden=True,
    optional=True,
    columns=(
        Column(key="tahun", heading="Tahun", width=8, shape=Shape.WHOLE),
        Column(key="indikator", heading="Kode", width=8),
        Column(key="berkas", heading="Berkas", width=60),
        Column(key="sha256", heading="SHA-256", width=30),
    ),
)

# ---- the folders of a package, below its “data”

JUDUL_PAKET = "{tahun} {periode}"
BACA = "BACA DULU.txt"
FORMULIR_DIBAGIKAN = "1 Formulir Dibagikan"
FORMULIR_KEMBALI = "2 Formulir Kembali"
PENGEMBALIAN = "3 Formulir Dikembalikan"
DATA_PENDUKUNG = "4 Data Pendukung"
SURAT = "5 Surat"
LAPORAN = "6 Laporan"
TABEL = "7 Tabel"
RIWAYAT = "8 Riwayat"
BUKTI_ENTRI = "9 Bukti Entri"
TANPA_SUBBAGIAN = "Lain-lain"
ISI_FOLDER = {
    FORMULIR_DIBAGIKAN: "formulir Excel seperti dibagikan kepada subbagian",
    FORMULIR_KEMBALI: "formulir Excel yang kembali, persis seperti diterima",
    PENGEMBALIAN: "salinan formulir yang dikembalikan untuk diperbaiki",
    DATA_PENDUKUNG: "bukti setiap indikator, dengan nama arsipnya, per subbagian",
    SURAT: "disposisi, surat edaran, dan tanda terima",
    LAPORAN: "laporan yang sudah disusun, dan bukti pelaksanaan SOP",
    TABEL: "isi workbook kinerja sebagai teks (CSV), satu berkas satu lembar",
    RIWAYAT: "catatan setiap tindakan, satu baris satu tindakan, berantai",
    BUKTI_ENTRI: "tangkapan layar bahwa datanya sudah dientri di aplikasi lain",
}
PERSEN = " persen"  # in the place of %, which checkers of packages read differently

# ---- what stands in bag-info.txt, whose labels are those of RFC 8493

URAIAN_PAKET = "Arsip pengumpulan data kinerja {satker}, {periode} Tahun {tahun}"

# ---- datapackage.json

JUDUL_TABEL = "Data kinerja {satker} {periode} {tahun}"
PELINDUNG = "'"  # before a text that a spreadsheet would take for a formula
CATATAN_PELINDUNG = (
    "Teks yang berawal =, +, -, @, tab, atau tanda petik diberi satu tanda petik (') di "
    "depannya supaya tidak dijalankan sebagai rumus. Buang satu tanda petik itu saat membaca."
)

# ---- the year after

FOLDER_TAHUN = "{folder} {tahun}"
DIBAWA = "Dibawa dari tahun"
ASAL_DIBAWA = f"{DIBAWA} {{tahun}}; belum dicocokkan dengan Perjanjian Kinerja yang baru"
ASAL_RIWAYAT = "Workbook kinerja {tahun}{tambahan}"
TARGET_TEKS, REALISASI_TEKS = "; target {isi}", "; realisasi {isi}"
LEMBAR, KOLOM = "Lembar", "Kolom lembar {lembar}"
