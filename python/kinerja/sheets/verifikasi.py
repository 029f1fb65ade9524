"""What became of each returned form: verified, given back, mended, excused, locked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from kinerja.model_verifikasi import Putusan, Tahapan
from kinerja.sheets.table import Column, Shape, Sheet

VERIFIKASI = Sheet(
    name="Verifikasi",
    title="Verifikasi formulir",
    help=f"{' / '.join(Tahapan)}. Perencana mengunci yang terverifikasi; yang terkunci dibuka "
    "lagi dengan alasan.",
    optional=True,
    signs=("periode",),
    columns=(
        Column(key="periode", heading="Periode", width=9, shape=Shape.WHOLE),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="tahapan", heading="Tahapan", width=20),
        Column(key="galat", heading="Galat", width=8, shape=Shape.WHOLE),
        Column(key="peringatan", heading="Peringatan", width=11, shape=Shape.WHOLE),
        Column(
            key="putusan",
            heading="Putusan",
            width=11,
            shape=Shape.CHOICE,
            choices=tuple(p for p in Putusan if p),
            hint="kunci: yang terverifikasi tidak berubah lagi; buka: boleh berubah lagi, "
            "dengan alasan.",
        ),
        Column(
            key="alasan",
            heading="Alasan",
            width=34,
            shape=Shape.LONG,
            hint="Wajib bila yang terkunci dibuka lagi.",
        ),
        Column(key="diperiksa", heading="Diperiksa", width=18, shape=Shape.MOMENT),
        Column(key="dikunci", heading="Dikunci", width=18, shape=Shape.MOMENT),
        Column(key="dibuka", heading="Dibuka Lagi", width=18, shape=Shape.MOMENT),
        Column(key="oleh", heading="Oleh", width=16),
        Column(key="putaran", heading="Putaran Perbaikan", width=11, shape=Shape.WHOLE),
        Column(key="dikembalikan", heading="Dikembalikan", width=18, shape=Shape.MOMENT),
        Column(key="batas", heading="Batas Perbaikan", width=14, shape=Shape.DATE),
        Column(key="berkas", heading="Berkas Dikembalikan", width=46),
        Column(key="dasar", heading="SHA-256 Asal", width=20),
        Column(key="sha256", heading="SHA-256", width=20),
        Column(key="sidik", heading="Sidik Jawaban", width=20),
        Column(key="kiriman", heading="SHA-256 Terkunci", width=20),
    ),
)


class Perkembangan(StrEnum):
    """How far one Temuan is that was given back."""

    TERBUKA = "! Terbuka"
    DIJAWAB = "· Dijawab"
    DIKECUALIKAN = "– Diterima dengan alasan"
    SELESAI = "✔ Selesai"


PERBAIKAN = Sheet(
    name="Perbaikan",
    title="Catatan yang dikembalikan",
    help="Satu baris satu catatan yang dikembalikan kepada subbagian, sampai selesai. Ditulis "
    "kinerja.",
    optional=True,
    columns=(
        Column(key="id", heading="Nomor Perbaikan", width=14),
        Column(key="periode", heading="Periode", width=9, shape=Shape.WHOLE),
        Column(key="subbagian", heading="Subbagian", width=14),
        Column(key="putaran", heading="Putaran", width=9, shape=Shape.WHOLE),
        Column(key="perkembangan", heading="Perkembangan", width=24),
        Column(key="kode", heading="Kode Catatan", width=9),
        Column(key="lembar", heading="Lembar", width=16),
        Column(key="sel", heading="Sel", width=8),
        Column(key="pesan", heading="Yang Ditemukan", width=60, shape=Shape.LONG),
        Column(key="cara", heading="Cara Membetulkan", width=50, shape=Shape.LONG),
        Column(key="tanggapan", heading="Tanggapan Subbagian", width=36, shape=Shape.LONG),
        Column(key="selesai", heading="Selesai", width=18, shape=Shape.MOMENT),
    ),
)

PENGECUALIAN = Sheet(
    name="Pengecualian",
    title="Catatan yang diterima dengan alasan",
    help="Dari kolom Alasan Diterima di lembar Catatan Verifikasi. Tercetak di lampiran "
    "laporan. Ditulis kinerja.",
    optional=True,
    columns=(
        Column(key="id", heading="Nomor Catatan", width=14),
        Column(key="kode", heading="Kode Catatan", width=9),
        Column(key="tempat", heading="Tempat", width=44),
        Column(key="pesan", heading="Yang Ditemukan", width=60, shape=Shape.LONG),
        Column(key="alasan", heading="Alasan Diterima", width=50, shape=Shape.LONG),
        Column(key="oleh", heading="Oleh", width=16),
        Column(key="saat", heading="Pada", width=18, shape=Shape.MOMENT),
    ),
)
REMEMBERING = (VERIFIKASI, PERBAIKAN, PENGECUALIAN)  # locks, rounds and reasons

# ---- in the workbook that is given back

LEMBAR_PERBAIKAN = Sheet(
    name="Perbaikan",
    title="Yang perlu diperbaiki",
    columns=(
        Column(key="id", heading="Nomor", width=12),
        Column(key="tingkat", heading="Tingkat", width=13),
        Column(key="buka", heading="Sel (klik)", width=21),
        Column(key="pesan", heading="Yang ditemukan", width=46, shape=Shape.LONG),
        Column(key="cara", heading="Cara membetulkan", width=40, shape=Shape.LONG),
        Column(
            key="tanggapan",
            heading="Tanggapan (bila perlu)",
            width=32,
            shape=Shape.LONG,
            hint="Isi bila ada yang perlu dijelaskan.",
        ),
    ),
)
JUDUL_KEMBALI = "Perbaikan {n} - {nama}"  # the name of the workbook
PENGANTAR = (
    "{satker} · {periode} {tahun} · {subbagian} · putaran {n}",
    "Betulkan {jumlah} sel yang bercatatan, simpan, lalu kembalikan paling lambat {batas}. "
    "Isian lain tetap seperti yang dikirim dan tidak perlu diketik lagi.",
)
KODE_PERBAIKAN = "Kode perbaikan: {dasar}"
CATATAN_SEL = "{id} · {pesan} {cara}"
TANDA = r"T[0-9a-f]{8} · "  # how each of them begins
PERIHAL_KEMBALI = "Perbaikan Formulir Data Kinerja {periode} {tahun}"
RINCI_KEMBALI = "{subbagian} {periode}: {n} sel bercatatan, ditunggu {batas}"
BEDA = "{indikator} {subbagian}, {kolom}: {lama} → {baru}"
KOSONG = "(kosong)"


def given_back(note: str) -> Sequence[str]:
    """The lines of a note on a cell that were given back."""
    return [text for line in note.split("\n") if re.match(TANDA, text := line.strip())]


def own_words(note: str) -> str:
    """What a person wrote in a note: all but the lines that were given back."""
    lines = (line for line in note.split("\n") if not re.match(TANDA, line.strip()))
    return "\n".join(lines).strip()


def is_given_back(note: str) -> bool:
    """Whether a note says nothing but what was given back."""
    return bool(given_back(note)) and not own_words(note)
