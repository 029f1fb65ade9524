"""The words of the page that proves the SOP was followed which are not in its template."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.sheets.distribusi import Ketepatan

JUDUL_PELAKSANAAN = "Pelaksanaan SOP {periode} {tahun}"
MENIT = "{n} menit"
JAM_MENIT = "{jam} jam {menit} menit"
BERJALAN = "sedang berjalan"
SEJAK = "Langkah {nomor} ({kegiatan}) sedang berjalan sejak {saat}."
TINDAKAN = "{nama}, {saat}"
KASUBBAG = "Kepala Subbagian Perencanaan"
# How late a form is that stays away changes every day, so it is not printed.
KETEPATAN: Mapping[Ketepatan, str] = {
    Ketepatan.TEPAT: "tepat waktu",
    Ketepatan.TERLAMBAT: "terlambat {n} hari kerja",
    Ketepatan.KEMBALI: "sudah kembali",
    Ketepatan.BELUM: "belum kembali",
    Ketepatan.LEWAT: "belum kembali",
    Ketepatan.TANPA: "belum dibagikan",
}
