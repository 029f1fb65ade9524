"""What every command is called, and the words around it: buttons, dialogs, the terminal."""

from __future__ import annotations

from collections.abc import Mapping

JUDUL: Mapping[str, str] = {
    "check": "Periksa Master",
    "generate": "Buat Formulir",
    "merge": "Gabungkan",
    "verify": "Periksa & Tandai",
    "annual": "Susun Laporan Tahunan",
    "undo": "Urungkan",
    "doctor": "Periksa Instalasi",
    "repair": "Pulihkan Workbook",
    "install": "Pasang",
}

# What to do after it.
LANJUTAN: Mapping[str, str] = {
    "check": "betulkan yang Galat, lalu tekan Buat Formulir.",
    "generate": "bagikan isi folder Formulir; yang kembali ditaruh di Masuk.",
    "merge": "baca lembar Catatan Verifikasi di workbook kinerja.",
    "verify": "betulkan yang Galat, lalu periksa lagi.",
    "annual": "baca laporannya; yang kuning di dalamnya masih perlu diisi.",
}

# The names of counts in an Outcome, after their number.
HITUNGAN: Mapping[str, str] = {
    "dibuat": "dibuat",
    "sudah_ada": "sudah ada",
    "tetap": "jawaban tetap",
    "dibaca": "dibaca",
    "ditolak": "ditolak",
    "dilewati": "sudah pernah digabung",
    "ditambah": "jawaban ditambah",
    "diubah": "jawaban diubah",
    "diabaikan": "jawaban diabaikan",
    "galat": "galat",
    "peringatan": "peringatan",
    "catatan": "catatan",
    "belum_ada_data": "tempat tanpa data",
    "cadangan": "cadangan tersedia",
    "diurungkan": "tindakan diurungkan",
}
TANPA_KERJA = "tidak ada yang perlu dikerjakan"
DITOLAK = "tidak dikerjakan, tidak ada yang berubah"
DIBATALKAN = "dibatalkan, tidak ada yang berubah"
COBA = "coba saja"
