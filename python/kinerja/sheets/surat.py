"""The registers of letters: disposisi and surat edaran, one row a Periode."""

from __future__ import annotations

from kinerja.model_sop import Sifat, Tahap
from kinerja.sheets.table import Column, Shape, Sheet

SIFAT = tuple(Sifat)
DITERUSKAN = (1, 2, 3, 8, 9)  # the steps of the SOP in which a disposisi goes on
SAAT = "Tanggal dan jam. Contoh: 20/11/2026 14.30."
HARI = "Tanggal. Contoh: 20/11/2026."

DISPOSISI = Sheet(
    name="Disposisi",
    title="Register lembar disposisi",
    help="Satu baris satu periode, dibuat oleh Lembar Disposisi. Kolom kuning diisi kantor; "
    "tekan tombolnya lagi untuk mencetak yang baru.",
    optional=True,
    columns=(
        Column(key="periode", heading="Periode", width=9, shape=Shape.WHOLE),
        Column(key="agenda", heading="No Agenda", width=14, hint="Nomor agenda kantor."),
        Column(key="asal", heading="Asal Surat", width=26, hint="Dari mana perintahnya."),
        Column(key="nomor", heading="Nomor Surat", width=24, hint="Bila ada suratnya."),
        Column(
            key="tanggal", heading="Tanggal Surat", width=14, shape=Shape.DATE, hint=HARI
        ),
        Column(
            key="diterima", heading="Diterima", width=18, shape=Shape.MOMENT, hint=SAAT
        ),
        Column(
            key="perihal",
            heading="Perihal",
            width=40,
            shape=Shape.LONG,
            hint="Tentang apa disposisinya.",
        ),
        Column(
            key="lampiran", heading="Lampiran", width=26, hint="Contoh: Perjanjian Kinerja."
        ),
        Column(
            key="sifat",
            heading="Sifat",
            width=14,
            shape=Shape.CHOICE,
            choices=SIFAT,
            hint="Biasa, Segera, atau Sangat Segera.",
        ),
        Column(
            key="instruksi",
            heading="Instruksi",
            width=40,
            shape=Shape.LONG,
            hint="Satu baris satu instruksi (Alt+Enter); yang cocok dicentang di lembarnya.",
        ),
        Column(
            key="catatan", heading="Isi Disposisi", width=40, shape=Shape.LONG,
            hint="Arahan sekretaris.",
        ),
        Column(
            key="batas", heading="Batas Waktu", width=14, shape=Shape.DATE, hint=HARI
        ),
        *(
            Column(
                key=f"terusan_{n}",
                heading=f"Langkah {n}",
                width=18,
                shape=Shape.MOMENT,
                hint=f"Kapan langkah {n} SOP diteruskan. {SAAT}",
            )
            for n in DITERUSKAN
        ),
        Column(key="berkas", heading="Berkas", width=40),
        Column(key="sha256", heading="SHA-256", width=30),
    ),
)  # fmt: skip

SURAT_EDARAN = Sheet(
    name="Surat Edaran",
    title="Register surat edaran",
    help="Satu baris satu periode, dibuat oleh Surat Edaran. Nomor, paraf, dan tanda tangan "
    "diisi kantor di kolom kuning; tekan tombolnya lagi untuk mencetak yang baru.",
    optional=True,
    columns=(
        Column(key="periode", heading="Periode", width=9, shape=Shape.WHOLE),
        Column(
            key="no", heading="No", width=8,
            hint="Nomor urut dari buku agenda. kinerja tidak pernah memberi nomor.",
        ),
        Column(key="nomor", heading="Nomor Surat Edaran", width=28),
        Column(
            key="tentang", heading="Tentang", width=44, shape=Shape.LONG,
            hint="Judul surat edaran.",
        ),
        Column(
            key="tanggal", heading="Tanggal Surat", width=14, shape=Shape.DATE, hint=HARI
        ),
        Column(
            key="batas", heading="Batas Pengembalian", width=16, shape=Shape.DATE,
            hint=f"Hari terakhir formulir kembali. {HARI}",
        ),
        Column(key="keadaan", heading="Keadaan", width=20),
        Column(key="konsep", heading="Konsep", width=18, shape=Shape.MOMENT),
        *(
            column
            for tahap in Tahap
            for column in (
                Column(
                    key=f"saat_{tahap.name}", heading=tahap.value, width=18,
                    shape=Shape.MOMENT, hint=SAAT,
                ),
                Column(
                    key=f"oleh_{tahap.name}", heading=f"{tahap.value} Oleh", width=26,
                    hint="Nama orangnya.",
                ),
            )
        ),
        Column(
            key="berkas_ttd", heading="Berkas Bertanda Tangan", width=36,
            hint="Nama hasil pindai di folder Surat, misalnya SE TW I.pdf. Boleh kosong.",
        ),
        Column(key="berkas", heading="Berkas", width=40),
        Column(key="sha256", heading="SHA-256", width=30),
    ),
)  # fmt: skip

KONSEP = "Konsep"  # the state before any Tahap

# ---- words that are printed in letters, the sentences of their templates aside

JUDUL_DISPOSISI = "Lembar Disposisi {periode} {tahun}"
JUDUL_EDARAN = "Surat Edaran {periode} {tahun}"
PERIHAL = "Pengumpulan Data Kinerja {periode} Tahun {tahun}"
BULAN = "Bulan {bulan}"
KEPALA, KEPALA_SUBBAGIAN = "Kepala {nama}", "Kepala Subbagian {nama}"
SUBBAGIAN = "Subbagian {nama}"
PENGELOLA = "Pengelola Data Kinerja"
EDARAN_PERIODE = "surat edaran {periode}"
HARI_INI, TANGGAL_SURAT, TANGGAL_DITERIMA = "hari ini", "tanggal surat", "tanggal diterima"

# What a lembar disposisi can order, and what it orders if nobody says otherwise.
INSTRUKSI = (
    "Tindak lanjuti",
    "Pelajari",
    "Koordinasikan",
    "Siapkan",
    "Untuk diketahui",
    "Arsip",
)
INSTRUKSI_AWAL = ("Tindak lanjuti", "Koordinasikan", "Siapkan")
ARAHAN = (
    "Siapkan surat edaran dan formulir, lalu kumpulkan data kinerja {periode} Tahun {tahun} "
    "beserta data pendukungnya dari setiap subbagian menurut SOP Pengumpulan Data Kinerja."
)

JENIS_EDARAN = "SE"  # no code of its own in the list of types of naskah of KPU
# The parts of a number that come from Pengaturan, by the name of the setting.
BAGIAN_NOMOR = {
    "kode": "kode_klasifikasi",
    "wilayah": "kode_wilayah",
    "subbag": "subbagian_perencana",
}
