"""What was handed out, to whom, until when; and how it stands with what is to come back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kinerja.sheets.surat import HARI, SAAT
from kinerja.sheets.table import Column, Shape, Sheet

DISTRIBUSI = Sheet(
    name="Distribusi",
    title="Register distribusi formulir",
    help="Satu baris satu formulir yang dibagikan, ditulis oleh Bagikan. Kolom kuning diisi "
    "kantor.",
    optional=True,
    signs=("revisi", "sha256"),
    columns=(
        Column(key="periode", heading="Periode", width=9, shape=Shape.WHOLE),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="revisi", heading="Revisi", width=8, shape=Shape.WHOLE),
        Column(key="berkas", heading="Berkas", width=40),
        Column(key="dibagikan", heading="Dibagikan", width=18, shape=Shape.MOMENT),
        Column(key="batas", heading="Batas", width=14, shape=Shape.DATE),
        Column(
            key="batas_khusus", heading="Batas Khusus", width=14, shape=Shape.DATE,
            hint=f"Bila batasnya lain untuk subbagian ini. {HARI} Tulis alasannya.",
        ),
        Column(
            key="alasan", heading="Alasan", width=30, shape=Shape.LONG,
            hint="Mengapa batas atau tanggal kembalinya lain.",
        ),
        Column(key="penerima", heading="Diterima Oleh", width=26, hint="Nama penerima."),
        Column(
            key="diterima", heading="Diterima", width=18, shape=Shape.MOMENT, hint=SAAT
        ),
        Column(key="kembali", heading="Kembali", width=18, shape=Shape.MOMENT),
        Column(
            key="kembali_nyata", heading="Kembali Sebenarnya", width=18, shape=Shape.MOMENT,
            hint=f"Bila diterima sebelum digabungkan. {SAAT}",
        ),
        Column(key="sha256", heading="SHA-256", width=30),
    ),
)  # fmt: skip

PESAN, PETUNJUK = "Pesan.txt", "Petunjuk.txt"
PAKET = "{kode}{revisi}"  # the package of one Subbagian; its Revisi where it is not the first
REVISI = " R{revisi}"
TANDA_TERIMA = "Tanda Terima {periode} {tahun}"
PERIHAL = "Formulir Data Kinerja {periode} {tahun} – {subbagian}"
PERIHAL_REVISI = f"{PERIHAL} (revisi {{revisi}})"
DI_OUTLOOK = "{n} konsep surel juga disimpan di folder Draf Outlook."
DENGAN_SIDIK = " (dibagikan {saat}, sidik {sidik})"
BERKAS, FOLDER = "berkas", "folder"
SIDIK = 12  # signs of a sha256 that tell two forms apart for people


class Ketepatan(StrEnum):
    """Whether a form came back in time, as symbol and word."""

    TEPAT = "✔ Tepat waktu"
    TERLAMBAT = "! Terlambat"
    BELUM = "– Belum"
    LEWAT = "✖ Belum, lewat batas"
    TANPA = "– Belum dibagikan"
    KEMBALI = "✔ Kembali"  # nobody can say when, or by when it was due


STATUS = Sheet(
    name="Status",
    title="Status pengembalian formulir",
    help="Dihitung dari lembar Distribusi dan kalender. Terlambat tidak berarti terkunci: "
    "formulir yang terlambat tetap dapat digabungkan.",
    optional=True,
    columns=(
        Column(key="periode", heading="Periode", width=12),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="nama", heading="Nama Subbagian", width=40),
        Column(key="ketepatan", heading="Ketepatan", width=20),
        Column(key="selisih", heading="Lewat (Hari Kerja)", width=12, shape=Shape.WHOLE),
        Column(key="dibagikan", heading="Dibagikan", width=18, shape=Shape.MOMENT),
        Column(key="batas", heading="Batas", width=14, shape=Shape.DATE),
        Column(key="kembali", heading="Kembali", width=18, shape=Shape.MOMENT),
        Column(key="dilewati", heading="Hari yang Dilewati", width=44, shape=Shape.LONG),
        Column(key="pengingat", heading="Pengingat Berikutnya", width=32),
    ),
)

# ---- in words, by how urgent it is

KALIMAT: Mapping[Ketepatan, str] = {
    Ketepatan.LEWAT: "✖ {siapa}: belum kembali, lewat {n} hari kerja dari batas {batas}",
    Ketepatan.BELUM: "– {siapa}: belum kembali, batas {batas}",
    Ketepatan.TANPA: "– {siapa}: belum dibagikan",
    Ketepatan.TERLAMBAT: "! {siapa}: kembali {kembali}, terlambat {n} hari kerja",
    Ketepatan.TEPAT: "✔ {siapa}: kembali {kembali}, tepat waktu",
    Ketepatan.KEMBALI: "✔ {siapa}: sudah kembali",
}
TANPA_BATAS = "– {siapa}: belum kembali, belum ada batasnya"
RINGKAS = "{periode}: {n} dari {jumlah} formulir kembali"
RINCI: Mapping[Ketepatan, str] = {
    Ketepatan.TERLAMBAT: "{n} di antaranya terlambat",
    Ketepatan.LEWAT: "{n} lewat batas",
    Ketepatan.BELUM: "{n} masih ditunggu",
    Ketepatan.TANPA: "{n} belum dibagikan",
}
PERIODE_LAIN = "{n} dari periode lain belum kembali"
COUNTS: Mapping[Ketepatan, str] = {  # names of counts in an Outcome
    Ketepatan.TEPAT: "tepat_waktu",
    Ketepatan.TERLAMBAT: "terlambat",
    Ketepatan.KEMBALI: "kembali",
    Ketepatan.BELUM: "ditunggu",
    Ketepatan.LEWAT: "lewat_batas",
    Ketepatan.TANPA: "belum_dibagikan",
}


# ---- reminders


class Kapan(StrEnum):
    """On which day one is reminded, in working days from the deadline."""

    SEBELUM = "H−1"
    HARI_H = "H"
    SESUDAH = "H+1"

    @property
    def tanda(self) -> str:
        """The same as it can stand in the name of a file."""
        return self.value.replace("−", "-")


HARI_INI = "{kapan}, hari ini"
NANTI = "{kapan}, {hari}"
PERIHAL_PENGINGAT: Mapping[Kapan, str] = {
    Kapan.SEBELUM: "Pengingat: Formulir Data Kinerja {periode} {tahun}, batas {batas}",
    Kapan.HARI_H: "Hari terakhir: Formulir Data Kinerja {periode} {tahun}",
    Kapan.SESUDAH: "Belum kami terima: Formulir Data Kinerja {periode} {tahun}",
}
