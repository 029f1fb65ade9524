"""The words of the annual report that are not in its template: markers, names, alt texts."""

from __future__ import annotations

import re

JUDUL_TAHUNAN = "Laporan Kinerja Tahunan {tahun}"
JUDUL_SEMESTER = "Laporan Kinerja Semester {semester} Tahun {tahun}"
JUDUL_REKAP = "Rekap {tahun}"
BELUM_ADA_DATA = "[belum ada data: {apa}]"
MARKER = re.compile(re.escape(BELUM_ADA_DATA).replace(r"\{apa\}", r"[^\]]*"))
MENUNGGU = "menunggu formulir"  # what follows from a form that is not back
TITIK = "." * 28  # what may stay blank in Pengaturan and is written by hand
TIDAK_ADA = "–"  # a figure that has no meaning here, such as the Capaian of a text

# What is missing, as it is named inside the marker.
APA = {
    "satker": "nama satuan kerja",
    "kota": "kota",
    "target": "target {kode}",
    "target_periode": "target {kode} {periode}",
    "realisasi": "realisasi {kode}",
    "realisasi_periode": "realisasi {kode} {periode}",
    "realisasi_semester": "realisasi {kode} Semester {semester}",
    "capaian": "capaian {kode}",
    "capaian_sasaran": "capaian sasaran {kode}",
    "capaian_kantor": "rata-rata capaian",
    "lalu": "realisasi tahun {tahun} indikator {kode}",
    "renstra": "target akhir Renstra indikator {kode}",
    "penyebab": "penyebab keberhasilan atau kegagalan indikator {kode}",
    "kendala": "kendala indikator {kode}",
    "solusi": "solusi indikator {kode}",
    "efisiensi": "efisiensi sumber daya indikator {kode}",
    "kegiatan": "program/kegiatan penunjang indikator {kode}",
    "rekomendasi": "rekomendasi perbaikan sasaran {kode}",
    "anggaran": "pagu dan realisasi anggaran",
    "realisasi_anggaran": "realisasi {kode}",
    "realisasi_anggaran_periode": "realisasi anggaran {periode}",
    "alasan": "alasan {kode} {periode}",
    "pic": "PIC",
    "batas_waktu": "batas waktu",
    "indikator": "indikator",
    "subbagian": "subbagian",
    "formulir": "formulir {subbagian} {periode}",
    "target_semester": "target {kode} Semester {semester}",
}

# Heading printed before a text from a form, by field of Realisasi.
JUDUL = {
    "penyebab": "Penyebab",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "efisiensi": "Efisiensi",
    "kegiatan": "Program/kegiatan",
}

SIKLUS = {2: "semester", 4: "triwulan", 12: "bulan"}

CATATAN_KAKI = " [catatan kaki: {isi}]"  # of a text that was written by hand

SUMBU_CAPAIAN = "Capaian (%)"
SERI_SEMESTER = "Semester {semester}"
ALT_SEMESTER = "Grafik kolom capaian indikator sasaran {kode} pada semester {semester} dalam persen. {isi}."
CAKUPAN = "{awal} sampai {akhir}"  # the first and the last Periode of a Semester
SERI_TAHUN = "Tahun {tahun}"
ALT_GRAFIK = "Grafik kolom capaian indikator sasaran {kode} dalam persen. {isi}."
ALT_SERI = "{nama}: {isi}"

# Why a template cannot be used; the message around it is Rule.TEMPLAT_RUSAK.
SEBAB_TEMPLAT = {
    "berkas": "bukan dokumen Word (.docx) yang utuh",
    "teks": "penyandiannya bukan UTF-8",
    "tag": "penulisan tag keliru di “{teks}”",
    "tutup": "tag pembuka di “{teks}” belum ditutup",
    "perintah": "ada perintah yang tidak diizinkan di “{teks}”",
    "daftar": "“{teks}” bukan daftar, jadi tidak dapat diulang",
    "properti": "properti dokumennya memuat tag",
    "susunan": "letak tag di “{teks}” merusak susunan dokumen",
}
