"""What every command is called, and the words around it: buttons, dialogs, the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.sheets.folders import CADANGAN, DIURUNGKAN

JUDUL: Mapping[str, str] = {
    "disposition": "Lembar Disposisi",
    "agreement": "Ambil PK",
    "check": "Periksa Master",
    "generate": "Buat Formulir",
    "circular": "Surat Edaran",
    "distribute": "Bagikan",
    "progress": "Status",
    "merge": "Gabungkan",
    "verify": "Periksa & Tandai",
    "giveback": "Kembalikan",
    "inventory": "Inventaris",
    "entry": "Lembar Entri",
    "semester": "Laporan Semester",
    "annual": "Susun Laporan Tahunan",
    "trace": "Dari Mana",
    "evaluation": "Halaman LKE",
    "archive": "Arsipkan",
    "rollover": "Tahun Baru",
    "undo": "Urungkan",
    "doctor": "Periksa Instalasi",
    "repair": "Pulihkan Workbook",
    "install": "Pasang",
}

# Those with a button; the others are for the terminal.
TOMBOL = (
    "disposition",
    "agreement",
    "check",
    "generate",
    "circular",
    "distribute",
    "progress",
    "merge",
    "verify",
    "giveback",
    "inventory",
    "entry",
    "semester",
    "annual",
    "trace",
    "evaluation",
    "archive",
    "rollover",
    "undo",
    "doctor",
)

# What to do after it.
LANJUTAN: dict[str, str] = {
    "check": "betulkan yang Galat bila ada, lalu tekan Buat Formulir.",
    "disposition": "cetak lembarnya untuk Sekretaris; yang diteruskan dicatat di lembar Disposisi.",
    "agreement": "lengkapi kolom yang masih kosong, lalu tekan Periksa Master.",
    "generate": "tekan Surat Edaran untuk membuat konsepnya.",
    "circular": "isi nomor, paraf, dan tanda tangan di lembar Surat Edaran, lalu tekan Bagikan.",
    "distribute": "kirim konsep surelnya atau serahkan foldernya; yang kembali ditaruh di Masuk.",
    "progress": "kirim pengingatnya bila ada; yang kembali ditaruh di Masuk lalu digabungkan.",
    "merge": "baca lembar Catatan Verifikasi di workbook kinerja.",
    "verify": "betulkan yang tercatat, atau tekan Kembalikan untuk yang dari subbagian.",
    "giveback": "kirim berkasnya; yang kembali ditaruh di Masuk lalu digabungkan.",
    "inventory": "isi Lokasi Simpan dan Keputusan di lembar Data Pendukung, lalu simpan "
    "daftar arsipnya.",
    "entry": "salin nilainya satu per satu di lembar Entri, tandai ✔, lalu tekan Lembar Entri lagi.",
    "semester": "baca laporannya; yang kuning dan yang bertanda [draf] masih perlu dibaca lagi.",
    "annual": "baca laporannya; yang kuning di dalamnya masih perlu diisi.",
    "trace": "baca lembar Dari Mana; tautan di dalamnya membuka selnya.",
    "evaluation": "lampirkan halaman itu di LKE bersama bukti yang disebut di dalamnya.",
    "archive": "salin folder paketnya ke tempat simpan kantor; isinya dijelaskan di BACA DULU.txt.",
    "rollover": "jalankan mulai.py pasang untuk folder baru itu, buka workbooknya, lalu Ambil PK.",
    "repair": "buka workbook kinerja, lalu coba tombol Periksa Master.",
    "doctor": "kerjakan saran di atas, lalu periksa lagi.",
    "install": "buka workbook kinerja, lalu isi lembar yang tabnya kuning.",
}

# The same where nothing is left to mend.
LANJUTAN_BERSIH: dict[str, str] = {
    "check": "tekan Buat Formulir.",
    "verify": "",
    "semester": "baca laporannya; yang bertanda [draf] masih perlu dibaca lagi.",
    "annual": "baca laporannya; yang bertanda [draf] masih perlu dibaca lagi.",
    "doctor": "",
}

# The same where there was nothing to do it with: none of these counts.
MASUKAN: Mapping[str, tuple[str, ...]] = {
    "trace": ("ditelusuri",),
    "merge": ("dibaca", "ditolak", "dilewati"),
    "giveback": ("dikembalikan",),
    "progress": ("ditunggu", "lewat_batas", "belum_dibagikan"),
    "agreement": ("indikator_baru", "anggaran_baru", "isian_berubah"),
}
LANJUTAN_KOSONG: Mapping[str, str] = {
    "giveback": "tidak ada formulir yang perlu dikembalikan lagi.",
    "trace": "tekan Dari Mana untuk menulis semua angka di lembar Dari Mana.",
    "agreement": "isinya sudah sama dengan Perjanjian Kinerja; tekan Periksa Master.",
    "merge": "folder Masuk belum berisi formulir; simpan yang kembali di sana, lalu gabungkan.",
    "progress": "tidak ada yang ditunggu; tekan Periksa & Tandai.",
}

# The same while this count is not nothing, whatever the others are.
MENDAHULUI: Mapping[str, tuple[str, str]] = {
    "progress": ("belum_dibagikan", "tekan Buat Formulir bila belum, lalu Bagikan."),
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
    "beres": "beres",
    "dipulihkan": "bagian dipulihkan",
    "dilengkapi": "lembar dan kolom ditambahkan",
    "dibagikan": "formulir dibagikan",
    "dikembalikan": "formulir dikembalikan",
    "catatan_sel": "sel bercatatan",
    "perbaikan_selesai": "perbaikan selesai",
    "perbaikan_terbuka": "perbaikan masih terbuka",
    "diperbarui": "paket diperbarui",
    "sudah_dibagikan": "sudah dibagikan",
    "tertahan": "tertahan",
    "tepat_waktu": "kembali tepat waktu",
    "terlambat": "kembali terlambat",
    "kembali": "kembali tanpa batas",
    "ditunggu": "masih ditunggu",
    "lewat_batas": "lewat batas",
    "belum_dibagikan": "belum dibagikan",
    "pengingat": "konsep pengingat",
    "indikator_baru": "indikator ditambah",
    "anggaran_baru": "baris anggaran ditambah",
    "isian_berubah": "isian diubah",
    "lembar_kembali": "lembar isian kembali",
    "entri_sudah": "isian sudah ditandai",
    "entri_belum": "belum ditandai",
    "entri_beda": "perlu dibetulkan",
    "didaftar": "berkas didaftar",
    "terdaftar": "sudah terdaftar",
    "diarsipkan": "berkas diarsipkan",
    "sudah_diarsipkan": "berkas sudah diarsipkan",
    "dibawa": "indikator dibawa",
    "riwayat": "realisasi dipindahkan",
    "berganti_isi": "berkas berganti isi",
    "ditelusuri": "angka ditelusuri",
    "diperiksa": "berkas asal diperiksa",
    "putus": "angka terputus dari asalnya",
}
BERSIH = "tidak ada yang perlu dibetulkan"
TANPA_KERJA = "tidak ada yang perlu dikerjakan"
DITOLAK = "tidak dikerjakan, isi workbook tidak berubah"
DITOLAK_TERCATAT = "tidak dikerjakan, sebabnya ada di lembar {lembar}"
DIBATALKAN = "dibatalkan, tidak ada yang berubah"
COBA = "coba saja"

# ---- dialogs and the status bar

BEKERJA = "Kinerja: {tindakan} {n}/{jumlah} – {apa}"
# What a person is asked about first, after “akan”.
AKAN: Mapping[str, str] = {
    "dikembalikan": "menyiapkan {n} formulir untuk dikembalikan",
    "ditambah": "menambah {n} jawaban",
    "diubah": "mengubah {n} jawaban",
    "diurungkan": "mengembalikan workbook ke keadaan sebelum {perihal}",
    "lembar_kembali": "mengembalikan juga lembar Sasaran & Indikator dan Anggaran, termasuk "
    "yang diketik di sana sejak itu",
    "indikator_baru": "menambah {n} indikator",
    "anggaran_baru": "menambah {n} baris anggaran",
    "isian_berubah": "mengubah {n} isian",
    "berganti_isi": "menerima isi baru {n} berkas yang sudah terdaftar",
}
MERINCI = ("agreement",)  # whose question names what would change
DIABAIKAN = "mengabaikan {n} jawaban"
TANYA = "{tindakan} akan {daftar}."
LANJUTKAN = "Lanjutkan?"
# What a person has to know besides before saying yes.
PERLU_DIKETAHUI: Mapping[str, str] = {
    "undo": "Keputusan dan koreksi yang sejak itu diketik di lembar Realisasi ikut kembali. "
    f"Keadaan sekarang disimpan di {CADANGAN}/{DIURUNGKAN}.",
    "agreement": "Tidak ada baris yang dihapus. Urungkan mengembalikan kedua lembar, "
    "Sasaran & Indikator dan Anggaran.",
}
TINGKAT = "{jumlah} {tingkat}"
DAN_LAINNYA = "… dan {n} lainnya."
DAN_LAINNYA_DI = "… dan {n} lainnya, di lembar {lembar}."
SEMUA_DI = "Rinciannya ada di lembar {lembar}."
BERKAS_DI = "Berkas, di folder {folder}:"
BERIKUTNYA = "Langkah berikutnya: {langkah}"
