"""The sheet “Dari Mana”: where every figure of the report comes from, and its words."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from kinerja.sheets.table import Column, Shape, Sheet

DARI_MANA = Sheet(
    name="Dari Mana",
    title="Dari mana setiap angka",
    help="Ditulis oleh tombol Dari Mana: satu baris satu angka laporan, sampai ke sel berkas "
    "subbagian dan data pendukungnya. Tekan lagi untuk memperbarui.",
    optional=True,
    columns=(
        Column(key="kunci", heading="Kode Angka", width=26),
        Column(key="nama", heading="Angka", width=40, shape=Shape.LONG),
        Column(key="nilai", heading="Nilai", width=15, shape=Shape.LONG),
        Column(key="keadaan", heading="Keadaan", width=20, shape=Shape.LONG),
        Column(key="cara", heading="Cara Didapat", width=40, shape=Shape.LONG),
        Column(key="dari", heading="Dari Angka", width=40, shape=Shape.LONG),
        Column(key="buka", heading="Sel Workbook Ini", width=26, shape=Shape.LINK),
        Column(key="berkas", heading="Berkas Kembali", width=34, shape=Shape.LONG),
        Column(key="sel_berkas", heading="Sel Berkas", width=20),
        Column(key="isi", heading="Isi di Berkas", width=16, shape=Shape.LONG),
        Column(key="disimpan", heading="Disimpan", width=18),
        Column(key="sidik_berkas", heading="SHA-256 Berkas", width=20),
        Column(key="data_pendukung", heading="Data Pendukung", width=46, shape=Shape.LONG),
    ),
)


class Aturan(StrEnum):
    """How a figure follows from others, as the sheet says it."""

    ISIAN = "diisi subbagian"
    MASTER = "diisi perencana"
    CATATAN = "banyaknya Galat di lembar Catatan Verifikasi"
    PENANDA = "banyaknya tempat tanpa data di laporan"
    TIDAK_ADA = "tidak dihitung untuk semuanya sekaligus"
    SALINAN = "sama dengan angka asalnya"
    RASIO = "x dibagi y, dikali 100"
    JUMLAH = "jumlah semua periode"
    JUMLAH_RASIO = "jumlah x dibagi jumlah y, dikali 100"
    RERATA = "rata-rata semua periode"
    TERAKHIR = "nilai periode terakhir"
    MAKSIMUM = "nilai tertinggi dari semua periode"
    TANPA_JUMLAH = "persentase tidak dijumlahkan"
    CAPAIAN = "realisasi terhadap target, menurut polaritas"
    CAPAIAN_BATAS = "realisasi terhadap target, dibatasi batas capaian"
    BATAS = "capaian sebelum batas, dibatasi batas capaian"
    PREDIKAT = "capaian menurut skala predikat"
    KURANG = "100 dikurangi capaian sebelum batas"
    SELISIH = "yang pertama dikurangi yang kedua"
    RATA_BERBOBOT = (
        "rata-rata capaian yang dapat dihitung, berbobot bila semua bobotnya terisi"
    )
    RATA = "rata-rata capaian yang dapat dihitung"
    BANYAK = "banyaknya"
    DIHITUNG = "banyaknya yang dapat dihitung"
    TERISI = "banyaknya periode yang terisi"
    TERCAPAI = "banyaknya yang mencapai 100 atau lebih"
    SAMA = "banyaknya pasangan yang sama"
    JUMLAH_LENGKAP = "jumlah, bila semuanya diketahui"
    SERAPAN = "realisasi dibagi pagu, dikali 100"
    TARGET_TERAKHIR = "target periode terakhir"
    TARGET_TERTINGGI = "target tertinggi dari semua periode"
    TARGET_RERATA = "rata-rata target semua periode"
    TARGET_JUMLAH = "jumlah target semua periode"
    TARGET_TANPA = "target berupa persentase tidak dijumlahkan"
    EF_PAGU = "jumlah pagu yang capaiannya dapat dihitung"
    EF_SEHARUSNYA = "jumlah pagu dikali capaian"
    EF_REALISASI = "jumlah realisasi yang capaiannya dapat dihitung"
    EF_E = "(seharusnya − realisasi) dibagi seharusnya, dikali 100, dari −20 sampai 20"
    EF_NE = "50 + efisiensi dibagi 20, dikali 50"


class Nama(StrEnum):
    """What a figure is called."""

    BATAS = "Batas capaian"
    RUMUS = "Rumus capaian bila makin rendah makin baik"
    SKALA = "Skala predikat: lebih dari"
    SKALA_ATAS = "Skala predikat: paling tinggi"
    PREDIKAT_SKALA = "Skala predikat: sebutan"
    TARGET = "Target {kode}"
    POLARITAS = "Polaritas {kode}"
    BOBOT = "Bobot {kode}"
    RENSTRA = "Target akhir Renstra {kode}"
    NASIONAL = "Standar nasional {kode}"
    TARGET_PERIODE = "Target {kode} {periode}"
    STATUS = "Status {kode} {periode}"
    PEMBILANG = "Pembilang (x) {kode} {periode}"
    PENYEBUT = "Penyebut (y) {kode} {periode}"
    REALISASI_PERIODE = "Realisasi {kode} {periode}"
    CAPAIAN_PERIODE = "Capaian {kode} {periode}"
    SEMESTER = "Realisasi {kode} Semester {semester}"
    ISI_SEMESTER = "Periode terisi {kode} Semester {semester}"
    GABUNGAN = "Gabungan kedua semester {kode}"
    TARGET_SEMESTER = "Target {kode} Semester {semester}"
    KUMULATIF = "Realisasi {kode} sampai Semester {semester}"
    KEMAJUAN = "Realisasi {kode} sampai Semester {semester} terhadap target tahun"
    CAPAIAN_ASLI_SEMESTER = "Capaian {kode} Semester {semester} sebelum batas"
    CAPAIAN_SEMESTER = "Capaian {kode} Semester {semester}"
    PREDIKAT_SEMESTER = "Predikat {kode} Semester {semester}"
    KURANG_SEMESTER = "Kurang dari capaian penuh {kode} Semester {semester}"
    SASARAN_SEMESTER = "Capaian sasaran {kode} Semester {semester}"
    KANTOR_SEMESTER = "Rata-rata capaian semua sasaran Semester {semester}"
    ANGGARAN_SEMESTER = "Realisasi anggaran {kode} Semester {semester}"
    ANGGARAN_SAMPAI = "Realisasi anggaran {kode} sampai Semester {semester}"
    SERAPAN_SEMESTER = "Serapan {kode} sampai Semester {semester}"
    TAHUN = "Realisasi {kode} tahun ini"
    CAPAIAN_ASLI = "Capaian {kode} sebelum batas"
    CAPAIAN = "Capaian {kode}"
    PREDIKAT = "Predikat {kode}"
    KURANG = "Kurang dari capaian penuh {kode}"
    LALU_TARGET = "Target {kode} tahun {tahun}"
    LALU_REALISASI = "Realisasi {kode} tahun {tahun}"
    LALU_CAPAIAN = "Capaian {kode} tahun {tahun}"
    PERUBAHAN = "Perubahan realisasi {kode} dari tahun {tahun}"
    RENSTRA_CAPAIAN = "Realisasi {kode} terhadap target akhir Renstra"
    NASIONAL_CAPAIAN = "Realisasi {kode} terhadap standar nasional"
    SASARAN_CAPAIAN = "Capaian sasaran {kode}"
    SASARAN_PREDIKAT = "Predikat sasaran {kode}"
    SASARAN_BANYAK = "Indikator sasaran {kode}"
    SASARAN_DIHITUNG = "Indikator sasaran {kode} yang dapat dihitung"
    SASARAN_TERCAPAI = "Indikator sasaran {kode} yang mencapai target"
    KANTOR_CAPAIAN = "Rata-rata capaian semua sasaran"
    KANTOR_PREDIKAT = "Predikat semua sasaran"
    BANYAK_SASARAN = "Banyaknya sasaran"
    BANYAK_INDIKATOR = "Banyaknya indikator"
    BANYAK_TERUKUR = "Indikator yang dapat dihitung"
    BANYAK_TERCAPAI = "Indikator yang mencapai target"
    SASARAN_TERUKUR = "Sasaran yang dapat dihitung"
    BUKTI_SAMA = "Indikator yang gabungannya sama dengan tahunnya"
    GALAT = "Catatan verifikasi bertingkat Galat"
    BELUM = "Bagian laporan yang belum ada datanya"
    RENCANA_TARGET = "Target rencana aksi {kode} {periode}"
    RENCANA_ANGGARAN = "Anggaran rencana aksi {kode}"
    PAGU = "Pagu {kode}"
    ANGGARAN_PERIODE = "Realisasi anggaran {kode} {periode}"
    ANGGARAN = "Realisasi anggaran {kode}"
    SERAPAN = "Serapan {kode}"
    SISA = "Sisa {kode}"
    ANGGARAN_KUMULATIF = "Realisasi anggaran sampai {periode}"
    SERAPAN_PERIODE = "Serapan sampai {periode}"
    ANGGARAN_SEMUA = "Realisasi anggaran semua {periode}"
    EF_PAGU = "Efisiensi {kode}: pagu"
    EF_CAPAIAN = "Efisiensi {kode}: capaian"
    EF_SEHARUSNYA = "Efisiensi {kode}: seharusnya"
    EF_REALISASI = "Efisiensi {kode}: realisasi"
    EF_E = "Efisiensi {kode}"
    EF_NE = "Nilai efisiensi {kode}"


SEMUA = "semua"  # in the place of a kode, where a sum is over all


class Utuh(StrEnum):
    """Whether a figure still hangs together with all that it is made of."""

    UTUH = "✔ Utuh"
    DIKOREKSI = "! Dikoreksi perencana"
    BELUM = "– Belum ada"
    BERKAS_BERUBAH = "✖ Berkas asal berubah"
    BERKAS_HILANG = "✖ Berkas asal tidak ada"
    ISI_BERBEDA = "✖ Isi sel asal berbeda"
    BUKTI_BERUBAH = "✖ Data pendukung berubah"
    BUKTI_HILANG = "! Data pendukung tidak ada"
    ASALNYA = "✖ Ada asalnya yang putus"


BROKEN = frozenset(
    {
        Utuh.BERKAS_BERUBAH,
        Utuh.BERKAS_HILANG,
        Utuh.ISI_BERBEDA,
        Utuh.BUKTI_BERUBAH,
        Utuh.ASALNYA,
    }
)
SKALA = "skala predikat"  # in the place of all of its bounds and words
TANPA_NILAI = "belum ada"

# The lines of one chain in the terminal.
LANGKAH = "{nama}: {nilai} — {cara}"
DI_SEL = "{langkah} · {sel}"
DI_BERKAS = "{tanda} “{berkas}”, {sel} berisi “{isi}” · {saat}SHA-256 {sidik}"
DISIMPAN = "disimpan {saat} · "
DIKOREKSI = "! dikoreksi perencana: di berkas “{berkas}”, di workbook ini “{nilai}”"
BUKTI = "{tanda} “{berkas}”{halaman} · {sidik}"
BUKTI_SEBARIS = "data pendukung: {bukti}"
HALAMAN = ", {n} halaman"
SIDIK = "SHA-256 {sidik}"
TANPA_BERKAS = "tidak ditemukan"
DI_ATAS = "{nama}: {nilai} — asalnya sudah disebut di atas"

# The same table in “Rekap <tahun>.xlsx”, without what opens a cell of the master.
ASAL_ANGKA = replace(
    DARI_MANA,
    name="Asal Angka",
    title="Asal setiap angka",
    help="Satu baris satu angka laporan, sampai ke sel berkas subbagian dan data pendukungnya.",
)
