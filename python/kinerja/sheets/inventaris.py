"""The register of data pendukung, and the daftar arsip that is printed from it.

Kode klasifikasi, tingkat perkembangan, lokasi and retensi are the office's own: the arsip
rules of KPU were not readable, so nothing of them is filled in here.
"""

from __future__ import annotations

from kinerja.sheets.table import Column, Shape, Sheet

DITERIMA, DITOLAK, KEDALUWARSA = "diterima", "ditolak", "kedaluwarsa"
PUTUSAN = (DITERIMA, DITOLAK, KEDALUWARSA)
YA, DI_LUAR = "✔ Ya", "! Di luar"  # whether a date lies in its Periode

# What “Data Pendukung” keeps of a file from press to press; people type under the hints.
REGISTER_BERKAS = (
    Column(key="nama_arsip", heading="Nama Arsip", width=50, optional=True),
    Column(
        key="keputusan",
        heading="Keputusan",
        width=14,
        shape=Shape.CHOICE,
        choices=PUTUSAN,
        hint="diterima, ditolak, atau kedaluwarsa. Yang ditolak dikembalikan ke subbagian.",
        optional=True,
    ),
    *(
        Column(key=key, heading=heading, width=width, hint=hint, optional=True)
        for key, heading, width, hint in (
            ("catatan", "Catatan", 30, "Alasan keputusannya, atau catatan lain."),
            (
                "lokasi",
                "Lokasi Simpan",
                24,
                "Tempat aslinya disimpan. Contoh: Lemari 2 map 5.",
            ),
            ("klasifikasi", "Kode Klasifikasi", 16, "Kode klasifikasi arsip kantor."),
            ("perkembangan", "Tingkat Perkembangan", 18, "Contoh: asli, salinan, pindaian."),
            ("retensi", "Retensi", 18, "Menurut jadwal retensi arsip kantor."),
        )
    ),
    Column(key="dicatat", heading="Dicatat", width=14, shape=Shape.DATE, optional=True),
    Column(key="sha256_terdaftar", heading="SHA-256 Terdaftar", width=30, optional=True),
)

DAFTAR_ARSIP = Sheet(
    name="Daftar Arsip",
    title="Daftar arsip data pendukung",
    help="Dibuat dari lembar Data Pendukung oleh tombol Inventaris. Betulkan di sana.",
    columns=(
        Column(key="no", heading="No", width=6, shape=Shape.WHOLE),
        Column(key="klasifikasi", heading="Kode Klasifikasi", width=14),
        Column(key="uraian", heading="Uraian Arsip", width=40, shape=Shape.LONG),
        Column(key="indikator", heading="Kode Indikator", width=10),
        Column(key="kurun_waktu", heading="Kurun Waktu", width=20),
        Column(key="jumlah", heading="Jumlah", width=20),
        Column(key="perkembangan", heading="Tingkat Perkembangan", width=16),
        Column(key="lokasi_arsip", heading="Lokasi Simpan", width=22, shape=Shape.LONG),
        Column(key="elektronik", heading="Berkas Elektronik", width=58, shape=Shape.LONG),
        Column(key="retensi", heading="Retensi", width=16, shape=Shape.LONG),
        Column(key="keterangan", heading="Keterangan", width=24, shape=Shape.LONG),
    ),
)
ANGGOTA = "{n} berkas"  # listed in an archive
JUDUL_DAFTAR = "Daftar Arsip {tahun}"
SATU_BERKAS, BERHALAMAN = "1 berkas", "1 berkas, {n} halaman"
BELUM_DIISI = "[belum diisi]"
SEBAGAI = "{indikator} {periode}"  # for what a file is used
ALASAN = ": {catatan}"
TANPA_SIDIK = "–"
SEBELUMNYA = "{berkas} (sebelumnya)"  # in the journal, a file that was exchanged
