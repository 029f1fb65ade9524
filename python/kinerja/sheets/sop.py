"""The SOP in the workbook: its steps with their standard time, and the clock beside it.

Steps of the SOP “Pengumpulan Data Kinerja”, KPU Kota Serang. Who does a step is drawn
with symbols there; what stands here follows from the wording. The minutes of steps 1 to 8
cannot be read; together they are 205, since the whole is told as 3 hari 7 jam 15 menit.
"""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.model_sop import SatuanWaktu
from kinerja.sheets.table import Column, Shape, Sheet

SATUAN_WAKTU = tuple(SatuanWaktu)

SOP = Sheet(
    name="SOP",
    title="SOP Pengumpulan Data Kinerja",
    help="Langkah dan mutu baku menurut SOP kantor. Waktu langkah 1–8 tidak terbaca di naskah "
    "SOP; jumlahnya 205 menit (dihitung dari seluruhnya). Isi bila diketahui.",
    optional=True,
    columns=(
        Column(key="nomor", heading="No", width=6, shape=Shape.WHOLE, hint="Nomor langkah."),
        Column(
            key="kegiatan",
            heading="Kegiatan",
            width=58,
            shape=Shape.LONG,
            hint="Bunyi langkah seperti di SOP.",
        ),
        Column(
            key="pelaksana",
            heading="Pelaksana",
            width=30,
            hint="Siapa yang memegang langkah ini.",
        ),
        Column(
            key="kelengkapan",
            heading="Kelengkapan",
            width=34,
            shape=Shape.LONG,
            hint="Yang harus ada untuk mengerjakannya.",
        ),
        Column(
            key="waktu",
            heading="Waktu Baku",
            width=11,
            shape=Shape.NUMBER,
            hint="Angka saja. Kosong bila SOP tidak menyebutkannya. Contoh: 20.",
        ),
        Column(
            key="satuan_waktu",
            heading="Satuan Waktu",
            width=11,
            shape=Shape.CHOICE,
            choices=SATUAN_WAKTU,
            hint="menit, jam, atau hari (hari kerja).",
        ),
        Column(
            key="keluaran",
            heading="Keluaran",
            width=34,
            shape=Shape.LONG,
            hint="Yang dihasilkan langkah ini.",
        ),
    ),
)

SEKRETARIS, PERENCANA = "Sekretaris", "Kasubbag Perencanaan"
STAF, SUBBAGIAN = "Staf pengelola data", "Subbagian"
PK = "Perjanjian Kinerja, Rencana Aksi"
LENGKAP = "Disposisi, Perjanjian Kinerja, Rencana Aksi"
KONSEP = "Konsep surat edaran dan formulir"
TERISI = "Formulir terisi dan data pendukung"

# nomor: kegiatan, pelaksana, kelengkapan, waktu, satuan, keluaran
LANGKAH: Mapping[int, tuple[str, str, str, int | None, SatuanWaktu, str]] = {
    1: ("Memberi perintah, disposisi, dan arahan untuk mengumpulkan data kinerja",
        SEKRETARIS, PK, None, SatuanWaktu.MENIT, "Lembar disposisi"),
    2: ("Memerintahkan penyiapan pengumpulan data dan formulir setiap subbagian",
        PERENCANA, LENGKAP, None, SatuanWaktu.MENIT, "Dokumen format data kinerja"),
    3: ("Membuat konsep formulir dan memerintahkan staf pengelola data",
        PERENCANA, f"{LENGKAP}, Laporan Progres Kinerja Bulanan", None, SatuanWaktu.MENIT,
        "Konsep formulir"),
    4: ("Menyiapkan dan mengolah dokumen formulir isian setiap subbagian",
        STAF, KONSEP, None, SatuanWaktu.MENIT, "Draf formulir"),
    5: ("Memeriksa dan memaraf untuk disampaikan kepada kasubbag",
        STAF, KONSEP, None, SatuanWaktu.MENIT, "Draf berparaf"),
    6: ("Memeriksa dan memaraf agar dapat ditandatangani sekretaris",
        PERENCANA, KONSEP, None, SatuanWaktu.MENIT, "Draf berparaf"),
    7: ("Memeriksa dan menandatangani, lalu memerintahkan distribusi",
        SEKRETARIS, "Disposisi, konsep surat edaran, formulir", None, SatuanWaktu.MENIT,
        "Surat edaran dan formulir"),
    8: ("Menerima perintah dan meneruskan dokumen",
        PERENCANA, "Disposisi dan dokumen", None, SatuanWaktu.MENIT, "Disposisi dan dokumen"),
    9: ("Menerima, mempelajari, dan menyampaikan kepada pengelola data",
        PERENCANA, "Disposisi dan formulir", 20, SatuanWaktu.MENIT, "Surat edaran dan formulir"),
    10: ("Mendistribusikan formulir kepada setiap subbagian",
         STAF, "Formulir", 15, SatuanWaktu.MENIT, "Surat edaran dan formulir"),
    11: ("Menerima, mempelajari, mengisi, dan menyampaikan formulir",
         SUBBAGIAN, "Formulir, catatan pembagian tugas", 2, SatuanWaktu.HARI, TERISI),
    12: ("Menerima dan memverifikasi formulir, menyampaikan kepada pengelola data",
         PERENCANA, TERISI, 1, SatuanWaktu.HARI,
         "Formulir dan data pendukung terinventarisasi"),
    13: ("Menginventarisasi sesuai batas waktu, lalu entri ke e-Lapkin dan Monev",
         STAF, "Formulir dan data pendukung", 3, SatuanWaktu.JAM,
         "Draf laporan dan status entri di e-Lapkin dan Monev"),
    14: ("Menyusun dua laporan semester menjadi laporan kinerja tahunan",
         PERENCANA, "Laporan semester", 15, SatuanWaktu.MENIT, "Laporan Kinerja"),
}  # fmt: skip

# Why nobody works on a day that no calendar names.
AKHIR_PEKAN: Mapping[int, str] = {5: "Sabtu", 6: "Minggu"}  # as datetime counts them
LIBUR_KANTOR = "libur kantor"
DILEWATI_KARENA = "{hari} ({sebab})"

TERAKHIR = 14  # the step that is done once a year, with the report
TERSISA = 205  # minutes of the steps without a time, so that all make 3 hari 7 jam 15 menit
TAK_TERBACA = range(1, 9)  # those steps
PENGISIAN = 11  # the step in which every Subbagian has its form

# The steps that a button ends.
DICAP: Mapping[str, tuple[int, ...]] = {
    "disposition": (1,),
    "check": (2,),
    "generate": (3,),
    "circular": (4,),
    "distribute": (8, 9, 10),
    "merge": (11,),
    "verify": (12,),
    "entry": (13,),
    "annual": (14,),
}

# Beside what ended a step, or in its place.
MENDAHULUI = "{sumber}, sebelum langkah {lain}"
NANTI = "nanti, bersama laporan tahunan"
DIPEGANG = "{pelaksana}: {nama}"

MULAI_NYATA = "Bila mulainya lain dari akhir langkah sebelumnya. Contoh: 20/11/2026 08.00."
SELESAI_NYATA = "Bila lain dari yang dicap tombol. Contoh: 20/11/2026 14.30. Tulis alasannya."

JAM_SOP = Sheet(
    name="Jam SOP",
    title="Jam SOP: langkah yang sudah dikerjakan",
    help="Dicap oleh tombol dan lembar register. Boleh dibetulkan di kolom kuning, dengan "
    "alasan. Menit dihitung dalam jam kerja.",
    optional=True,
    columns=(
        Column(key="periode", heading="Periode", width=8, shape=Shape.WHOLE),
        Column(key="langkah", heading="Langkah", width=9, shape=Shape.WHOLE),
        Column(key="kegiatan", heading="Kegiatan", width=44, shape=Shape.LONG),
        Column(key="pelaksana", heading="Pelaksana", width=22),
        Column(key="mulai", heading="Mulai", width=18, shape=Shape.MOMENT),
        Column(key="selesai", heading="Selesai", width=18, shape=Shape.MOMENT),
        Column(key="menit", heading="Menit Kerja", width=10, shape=Shape.NUMBER),
        Column(key="baku", heading="Menit Baku", width=10, shape=Shape.NUMBER),
        Column(key="selisih", heading="Selisih", width=10, shape=Shape.NUMBER),
        Column(key="dicap", heading="Dicap Oleh", width=24),
        Column(
            key="mulai_nyata",
            heading="Mulai Sebenarnya",
            width=18,
            shape=Shape.MOMENT,
            hint=MULAI_NYATA,
        ),
        Column(
            key="selesai_nyata",
            heading="Selesai Sebenarnya",
            width=18,
            shape=Shape.MOMENT,
            hint=SELESAI_NYATA,
        ),
        Column(
            key="alasan",
            heading="Alasan",
            width=32,
            shape=Shape.LONG,
            hint="Wajib bila waktunya dibetulkan.",
        ),
        Column(key="cap", heading="Cap Tombol", width=18, shape=Shape.MOMENT),
    ),
)
