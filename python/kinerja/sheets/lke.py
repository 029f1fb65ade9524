"""The page for evaluators: which criteria of the LKE the work proves, as rows.

Components, criteria and usual evidence as in the LKE that offices fill under PermenPANRB
88/2021 (MappingSeeder.php and PANDUAN_TEMPLATE_WORD.md of yudhis55/kke-sakip-trenggalek,
commit 65477d0). The value is the evaluator's to give; nothing here scores anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

JUDUL_LKE = "Halaman LKE {tahun}"
FOLDER_GAMBAR = "Gambar"  # screenshots of whatever else
GAMBAR = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".pdf")


class Bukti(StrEnum):
    """What the work of a year can show; worked out in ``evaluation``."""

    PEDOMAN = "pedoman"
    DEFINISI = "definisi"
    MEKANISME = "mekanisme"
    RELEVAN = "relevan"
    BERKALA = "berkala"
    TI_PENGUMPULAN = "ti pengumpulan"
    TI_PENGUKURAN = "ti pengukuran"
    LAPORAN = "laporan"
    TARGET = "target"
    RENSTRA = "renstra"
    TAHUN_LALU = "tahun lalu"
    NASIONAL = "nasional"
    PENYEBAB = "penyebab"
    EFISIENSI = "efisiensi"
    REKOMENDASI = "rekomendasi"


class Terbukti(StrEnum):
    """How far a criterion is proven, as symbol and word."""

    ADA = "✔ Ada"
    SEBAGIAN = "! Sebagian"
    BELUM = "– Belum"


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One criterion of one component."""

    komponen: str
    kriteria: str
    bukti: Bukti
    lampiran: str  # what is to be attached


PENGUKURAN, PELAPORAN = "Pengukuran Kinerja", "Pelaporan Kinerja"
KRITERIA = (
    Kriteria(
        PENGUKURAN,
        "Terdapat pedoman teknis pengukuran kinerja dan pengumpulan data kinerja",
        Bukti.PEDOMAN,
        "Lembar SOP; dokumen Pelaksanaan SOP setiap periode",
    ),
    Kriteria(
        PENGUKURAN,
        "Terdapat definisi operasional yang jelas atas kinerja dan cara mengukur indikator",
        Bukti.DEFINISI,
        "Lembar Sasaran & Indikator: Definisi Operasional, Rumus",
    ),
    Kriteria(
        PENGUKURAN,
        "Terdapat mekanisme yang jelas terhadap pengumpulan data kinerja yang dapat diandalkan",
        Bukti.MEKANISME,
        "SOP Pengumpulan Data Kinerja; langkah demi langkah di bawah",
    ),
    Kriteria(
        PENGUKURAN,
        "Data kinerja yang dikumpulkan relevan dan mendukung capaian kinerja",
        Bukti.RELEVAN,
        "Lembar Data Pendukung; folder Data Pendukung",
    ),
    Kriteria(
        PENGUKURAN,
        "Pengukuran kinerja dilakukan secara berkala",
        Bukti.BERKALA,
        "Lembar Kelengkapan; cakupan setiap periode di bawah",
    ),
    Kriteria(
        PENGUKURAN,
        "Pengumpulan data kinerja telah memanfaatkan teknologi informasi (aplikasi)",
        Bukti.TI_PENGUMPULAN,
        "Riwayat tindakan dan tangkapan layar di bawah",
    ),
    Kriteria(
        PENGUKURAN,
        "Pengukuran capaian kinerja telah memanfaatkan teknologi informasi (aplikasi)",
        Bukti.TI_PENGUKURAN,
        "Lembar Rekap dan Dari Mana; tangkapan layar",
    ),
    Kriteria(
        PELAPORAN,
        "Laporan kinerja disusun secara berkala",
        Bukti.LAPORAN,
        "Laporan yang terdaftar di bawah",
    ),
    *(
        Kriteria(PELAPORAN, f"Laporan kinerja menyajikan {kriteria}", bukti, lampiran)
        for kriteria, bukti, lampiran in (
            (
                "perbandingan realisasi dengan target tahunan",
                Bukti.TARGET,
                "Laporan Kinerja Tahunan, Bab III",
            ),
            (
                "perbandingan dengan target jangka menengah",
                Bukti.RENSTRA,
                "Laporan Kinerja Tahunan, Bab III",
            ),
            (
                "perbandingan dengan tahun-tahun sebelumnya",
                Bukti.TAHUN_LALU,
                "Laporan Kinerja Tahunan, Bab III; lembar Tahun Sebelumnya",
            ),
            (
                "perbandingan dengan standar nasional",
                Bukti.NASIONAL,
                "Laporan Kinerja Tahunan, Bab III",
            ),
            (
                "penyebab keberhasilan atau kegagalan beserta upaya yang dilakukan",
                Bukti.PENYEBAB,
                "Laporan Kinerja Tahunan, Bab III; lembar Realisasi",
            ),
            (
                "efisiensi penggunaan sumber daya",
                Bukti.EFISIENSI,
                "Laporan Kinerja Tahunan, Bab III; lembar Anggaran",
            ),
            (
                "rekomendasi perbaikan kinerja",
                Bukti.REKOMENDASI,
                "Laporan Kinerja Tahunan, Bab III dan IV",
            ),
        )
    ),
)

# What was found, in words.
DITEMUKAN: Mapping[Bukti, str] = {
    Bukti.PEDOMAN: "{n} langkah SOP tercatat dengan pelaksana dan keluarannya.",
    Bukti.DEFINISI: "{n} dari {m} indikator punya definisi operasional dan rumus.",
    Bukti.MEKANISME: "{n} dari {m} langkah SOP yang sudah waktunya selesai dan bercap waktu.",
    Bukti.RELEVAN: "{n} dari {m} jawaban punya data pendukung lengkap.",
    Bukti.BERKALA: "{n} dari {m} periode dikumpulkan dari semua subbagian.",
    Bukti.TI_PENGUMPULAN: "{n} tindakan tercatat otomatis, {gambar} tangkapan layar.",
    Bukti.TI_PENGUKURAN: "{n} dari {m} indikator dihitung sampai capaian tahunnya.",
    Bukti.LAPORAN: "{n} laporan tersusun.",
    Bukti.TARGET: "{n} dari {m} indikator punya target dan realisasi tahun ini.",
    Bukti.RENSTRA: "{n} dari {m} indikator punya target akhir Renstra.",
    Bukti.TAHUN_LALU: "{n} dari {m} indikator punya realisasi tahun sebelumnya.",
    Bukti.NASIONAL: "{n} dari {m} indikator punya standar nasional.",
    Bukti.PENYEBAB: "{n} dari {m} indikator punya penyebab dan solusi tertulis.",
    Bukti.EFISIENSI: "{n} dari {m} baris anggaran punya pagu dan realisasi.",
    Bukti.REKOMENDASI: "{n} dari {m} sasaran punya rekomendasi tertulis.",
}
BELUM_DISUSUN = " Laporan tahunannya belum disusun."
MASIH_DRAF = " Laporan tahunannya masih draf."
DARI = "{n} dari {m}"
