"""The register of reports: one row for each that was compiled, and whether it still holds."""

from __future__ import annotations

from kinerja.sheets.table import Column, Shape, Sheet

# The reports by their name in the register.
TAHUNAN = "tahunan"
SEMESTER = "semester {n}"

MUTAKHIR, USANG, TAK_DIKENAL = "✔ Mutakhir", "! Usang", "–"
BELUM_DISUSUN = "– Belum disusun"
DRAF, FINAL = "Draf", "Final"

DITULIS_TANGAN = "{n} bagian tetap seperti ditulis di Word: {daftar}"

# ---- the document that shows what changed between two compiles

JUDUL_PERUBAHAN = "Perubahan {judul}"
PERUBAHAN_ANGKA = "Angka yang berubah"
PERUBAHAN_BANTUAN = (
    "Dibandingkan dengan laporan sebelumnya. Di halaman berikut, yang ditambah digarisbawahi "
    "dan yang dihapus dicoret; terima atau tolak di tab Tinjau. Berkas ini bukan laporan."
)
PERUBAHAN_KOSONG = "Tidak ada angka yang berubah; yang berubah hanya teksnya."
KEPALA_PERUBAHAN = ("Angka", "Semula", "Menjadi")
DIISI, MENGIKUTI = "Yang diisi", "Yang ikut berubah karena dihitung dari yang diisi"
ANGKA_BERUBAH = "{nama}: {semula} menjadi {menjadi}"
IKUT_BERUBAH = "{n} angka lain ikut berubah; daftarnya di “{berkas}”"

LAPORAN_TERBIT = Sheet(
    name="Laporan Terbit",
    title="Laporan yang sudah disusun",
    help="Satu baris satu laporan. “Usang” berarti datanya berubah sejak laporan itu disusun: "
    "tekan tombol laporannya lagi.",
    optional=True,
    columns=(
        Column(key="nama", heading="Laporan", width=14),
        Column(key="berkas", heading="Berkas", width=48),
        Column(key="keadaan", heading="Keadaan", width=14),
        Column(key="draf", heading="Status", width=10),
        Column(key="dibuat", heading="Disusun", width=18, shape=Shape.MOMENT),
        Column(key="sidik", heading="Sidik Data", width=30),
        Column(key="sha256", heading="SHA-256", width=30),
        Column(key="sidik_riwayat", heading="Sidik Riwayat", width=30),
    ),
)
