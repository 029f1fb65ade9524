"""What a Laporan Kinerja has to contain, and the headings by which it is recognised.

The requirements follow PermenPANRB 53/2014; its annexes could not be read here, so the wording
is that of the reports and evaluations built on it: e-SAKIP applications ask for the seven
analyses one by one, and the evaluation of PermenPANRB 88/2021 asks for recommendations
(https://dinaspsda.lampungprov.go.id/detail-post/laporan-kinerja-perangkat-daerah-2022,
https://id.scribd.com/document/648092435).
"""

from __future__ import annotations

from dataclasses import dataclass

PELAPORAN, EVALUASI = "PermenPANRB 53/2014", "PermenPANRB 88/2021"


@dataclass(frozen=True, slots=True)
class Muatan:
    """One thing that a report has to contain."""

    isi: str
    judul: str  # a heading under which it may stand
    penanda: str  # the pattern of all headings that stand for it, in small letters
    dasar: str = PELAPORAN


MUATAN = (
    Muatan("ringkasan eksekutif", "Ringkasan Eksekutif", r"(ringkasan|ikhtisar) eksekutif"),
    Muatan("gambaran umum organisasi", "Gambaran Umum Organisasi", r"gambaran umum"),
    Muatan("aspek strategis", "Aspek Strategis", r"(aspek|isu) strategis"),
    Muatan("permasalahan utama", "Permasalahan Utama", r"permasalahan"),
    Muatan(
        "ikhtisar Perjanjian Kinerja",
        "Perjanjian Kinerja Tahun …",
        r"^(?!.*lampiran).*perjanjian kinerja",
    ),
    Muatan(
        "pembandingan target dan realisasi tahun ini",
        "Target dan realisasi tahun …",
        r"target (dan|dengan|terhadap) realisasi|realisasi (dan|dengan|terhadap) target tahun",
    ),
    Muatan(
        "pembandingan dengan tahun sebelumnya",
        "Perbandingan dengan tahun sebelumnya",
        r"tahun[- ]tahun|tahun (sebelumnya|lalu)|tahun terakhir",
    ),
    Muatan(
        "pembandingan dengan target jangka menengah (Renstra)",
        "Realisasi terhadap target akhir Renstra",
        r"renstra|rencana strategis|jangka menengah",
    ),
    Muatan(
        "pembandingan dengan standar nasional",
        "Perbandingan dengan standar nasional",
        r"(standar|rata-rata|tingkat) nasional",
    ),
    Muatan(
        "penyebab keberhasilan atau kegagalan dan solusinya",
        "Penyebab keberhasilan atau kegagalan, kendala, dan solusi",
        r"penyebab|keberhasilan|kegagalan",
    ),
    Muatan(
        "efisiensi penggunaan sumber daya",
        "Efisiensi penggunaan sumber daya",
        r"efisiensi(?! anggaran)",
    ),
    Muatan(
        "program dan kegiatan penunjang",
        "Program dan kegiatan penunjang",
        r"(program|kegiatan).*(menunjang|penunjang)",
    ),
    Muatan("rekomendasi perbaikan", "Rekomendasi perbaikan", r"rekomendasi", EVALUASI),
    Muatan("realisasi anggaran", "Realisasi Anggaran", r"realisasi (keuangan|anggaran)"),
    Muatan("simpulan", "Simpulan", r"simpulan"),
    Muatan("langkah perbaikan", "Langkah Perbaikan", r"langkah"),
    Muatan(
        "lampiran Perjanjian Kinerja",
        "Lampiran  Perjanjian Kinerja",
        r"lampiran.*perjanjian kinerja",
    ),
)
