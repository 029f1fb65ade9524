"""What a form says to the people who fill it, beside its headings.

Words of states are here too: the form's formulas and its readers must use the same.
"""

from __future__ import annotations

from kinerja import periode
from kinerja.model import Indikator, Pengaturan, RencanaAksi, Status, Subbagian, Syarat
from kinerja.sheets.formulir import DATA_PENDUKUNG, ISIAN, NARASI
from kinerja.sheets.table import Column, Shape, Sheet

JUDUL_FORMULIR = "Formulir Data Kinerja"
KODE_FORMULIR = "Kode formulir: {id}"
CATATAN_DATA = "Catatan: {catatan}"
LANGKAH = "Langkah pengisian"
ARTI_WARNA = "Arti warna dan tanda"
BANTUAN = "Bantuan untuk setiap indikator"
LABEL = {
    "satker": "Satuan kerja",
    "subbagian": "Subbagian",
    "periode": "Periode",
    "id": "Kode formulir",
    "meter": "Kelengkapan",
}

# Headings differ from those of the sheets to fill, so that no reader takes this for one.
BANTUAN_SHEET = Sheet(
    name=BANTUAN,
    columns=(
        Column(key="indikator", heading="Indikator", width=36, shape=Shape.LONG),
        Column(key="definisi", heading="Definisi Operasional", width=36, shape=Shape.LONG),
        Column(key="rumus", heading="Rumus", width=26, shape=Shape.LONG),
        Column(key="sumber_data", heading="Sumber Data", width=22, shape=Shape.LONG),
        Column(
            key="syarat", heading="Data Pendukung yang Diminta", width=30, shape=Shape.LONG
        ),
        Column(key="rencana", heading="Rencana Aksi", width=32, shape=Shape.LONG),
    ),
)

# One line under the meter of each sheet.
PESAN = {
    ISIAN: "Nol adalah jawaban; kosong berarti belum diisi.",
    NARASI: "Penyebab selalu diisi; kendala dan solusi diisi bila capaian di bawah 100%.",
    DATA_PENDUKUNG: "Simpan berkasnya di folder “{folder}”, lalu tulis namanya di sini.",
}

LENGKAP = "✔ Lengkap"
KURANG = "! Kurang: "
BELUM_DIISI = "✖ Belum diisi"
TANDA_NIHIL = "– "  # before the status
TAK_TERHITUNG = "–"  # a Capaian that has no meaning
SELA = ", "
KURANG_ANGKA = "angka"
KURANG_ALASAN = "alasan"
KURANG_NARASI = "narasi"
KURANG_BUKTI = "bukti "

# What each colour and sign means; the first three are looks, the others signs.
LEGENDA = (
    ("input", "Kuning: diisi"),
    ("reference", "Abu-abu: acuan, terkunci"),
    ("shaded", "Garis miring: tidak diisi"),
    ("✔", LENGKAP),
    ("!", "! Kurang, lihat rinciannya"),
    ("✖", BELUM_DIISI),
    ("–", f"– {Status.NIHIL} atau {Status.TIDAK_BERLAKU.lower()}"),
)

# What of it stands on each sheet; “Baca Dulu” has all.
LEGENDA_LEMBAR = {
    ISIAN: tuple(sample for sample, _ in LEGENDA),
    NARASI: ("input", "reference"),
    DATA_PENDUKUNG: ("input", "reference"),
}

SALAH = "Belum sesuai"
PERIKSA = "Mohon periksa"
PERSEN_WAJAR = (
    "Persen biasanya 0 sampai 100, ditulis 83,5 dan bukan 0,835. Tetap pakai isian ini?"
)
HANYA_ANGKA = "Isian ini harus angka."
TEKS_NILAI = "Isi seperti di dokumennya. Contoh: WTP."
TEKS_TERLALU_PANJANG = "Paling banyak {batas} huruf, supaya tidak ada yang terpotong."
TANGGAL_WAJAR = "Tanggal biasanya antara {awal} dan {akhir}."
PILIH_KODE = "Pilih kode yang ada di daftar."
JENIS_LAIN = "Jenis ini di luar daftar yang diminta. Tetap pakai?"
TERLALU_PANJANG = (
    "Jawaban yang sudah ada terlalu panjang untuk satu sel; jawaban itu tetap berlaku "
    "bila sel ini dibiarkan kosong."
)

METER = (ISIAN, NARASI, DATA_PENDUKUNG)
ANTAR_METER = " · "
BANTUAN_AWAL = "Bantuan pengisian"  # how every note of ours begins


def pengukuran(pengaturan: Pengaturan, p: int) -> str:
    """The Periode and the year, as printed under a title."""
    return f"{periode.long_name(pengaturan.siklus, p)} {pengaturan.tahun}"


def syarat_text(syarat: tuple[Syarat, ...]) -> str:
    """The data pendukung asked for, a line each."""
    return "\n".join(f"• {s.jenis} ({s.jumlah} berkas)" for s in syarat) or TAK_TERHITUNG


def rencana_text(rencana: tuple[RencanaAksi, ...], p: int, name: str) -> str:
    """What was planned, a line each, with what is due of it in this Periode."""
    return "\n".join(f"• {r.uraian}{_due(r, p, name)}" for r in rencana) or TAK_TERHITUNG


def _due(r: RencanaAksi, p: int, name: str) -> str:
    target = r.target[p - 1] if p <= len(r.target) else None
    if target is None:
        return ""
    shown = target if isinstance(target, str) else f"{target.normalize():f}".replace(".", ",")
    return f" ({name}: {f'{shown} {r.satuan}'.strip()})"


def note(indikator: Indikator, syarat: tuple[Syarat, ...]) -> str:
    """The help on one Indikator, as the note on its cell."""
    parts = (
        ("Definisi", indikator.definisi),
        ("Rumus", indikator.rumus),
        ("Sumber data", indikator.sumber_data),
        ("Data pendukung", f"\n{syarat_text(syarat)}" if syarat else ""),
    )
    lines = [f"{name}: {text}" for name, text in parts if text]
    return "\n".join([f"{BANTUAN_AWAL} {indikator.kode}", *lines])


def jabatan_kepala(subbagian: Subbagian) -> str:
    """The office of who signs: ``Kepala Subbagian Keuangan``."""
    nama = subbagian.nama or subbagian.kode
    known = nama.casefold().startswith(("sub", "bagian", "seksi"))
    return f"Kepala {nama}" if known else f"Kepala Subbagian {nama}"


def tanda_tangan(pengaturan: Pengaturan, subbagian: Subbagian) -> tuple[tuple[str, str], ...]:
    """The signature block under the table: left and right text of each line."""
    line = "(................................................)"
    kota = f"{pengaturan.kota}, " if pengaturan.kota else ""
    return (
        ("", f"{kota}........................ {pengaturan.tahun or ''}".rstrip()),
        ("Pengisi,", "Mengetahui,"),
        ("", jabatan_kepala(subbagian)),
        ("", ""),
        ("", ""),
        ("", ""),
        (line, f"({subbagian.kepala})" if subbagian.kepala else line),
    )
