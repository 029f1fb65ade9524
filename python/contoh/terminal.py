"""The sample year in the terminal: what is said of it, and what it ends with."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from contoh.planted import PLANTED, Planted
from contoh.sealing import ACCEPTED
from contoh.year import NotOursError, Year, next_year, play
from kinerja.adapters.office import find_office
from kinerja.sheets.entri import FOLDER_ENTRI
from kinerja.sheets.folders import (
    ARSIP_PERIODE,
    BAGIKAN,
    DATA_PENDUKUNG,
    FORMULIR,
    KEMBALIKAN,
    LAPORAN,
    MASUK,
    PERJANJIAN,
    RIWAYAT,
    SURAT,
)
from kinerja.temuan import GALAT, KinerjaError

OPENED = {
    "kinerja.xlsm": "master: Beranda, Status, Jam SOP, Verifikasi, Entri, Rekap, Dari Mana",
    f"{PERJANJIAN}/": "Perjanjian Kinerja yang diambil ke master",
    f"{SURAT}/": "lembar disposisi, surat edaran, tanda terima",
    f"{BAGIKAN}/": "folder dan ZIP setiap subbagian, konsep surel, pengingat",
    f"{FORMULIR}/": "formulir yang dibuat",
    f"{MASUK}/": "formulir yang kembali, tidak pernah diubah",
    f"{KEMBALIKAN}/": "salinan formulir yang dikembalikan, dengan catatan di selnya",
    f"{DATA_PENDUKUNG}/": "data pendukung per subbagian dan triwulan",
    f"{FOLDER_ENTRI}/": "tangkapan layar entri e-Lapkin dan e-Monev",
    f"{LAPORAN}/": "laporan semester dan tahunan, perubahannya, Halaman LKE, bukti SOP",
    f"{ARSIP_PERIODE}/": "satu paket tersegel setiap triwulan",
    f"{RIWAYAT}/": "jurnal semua tindakan, berantai sidik",
}
DEFAULT = Path(__file__).parents[2] / "Contoh"


def summary(year: Year) -> Iterator[str]:
    """What to open, and what was planted."""
    yield ""
    yield f"Satu tahun selesai diputar di {year.folder}. Yang dapat dibuka:"
    yield from (f"  {name:<22}{what}" for name, what in OPENED.items())
    yield f"  ../{next_year(year).name + '/':<19}workbook tahun berikutnya, dari Tahun Baru"
    yield ""
    yield "Kesalahan yang sengaja ditanam dan catatan yang ditimbulkannya:"
    yield from (planted_line(year, planted) for planted in PLANTED)
    galat = sum(t.rule.severity is GALAT for t in year.steps[-1].verified.temuan)
    yield ""
    yield (
        f"Yang masih Galat hanya {galat} data pendukung, jadi laporannya bertanda DRAF dan "
        "langkah 14 SOP belum selesai."
    )
    yield "Angka tahunan tujuh indikator sama dengan laporan yang terbit; sisanya rekaan."


def planted_line(year: Year, planted: Planted) -> str:
    """One slip and what became of it."""
    who = f"{year.name(planted.periode)} {planted.subbagian}".strip()
    if planted.office and not find_office():
        state = "dilewati, karena LibreOffice tidak terpasang"
    elif planted.later == (ACCEPTED,):
        state = f"{ACCEPTED}, diterima dengan alasan"
    elif planted.later:
        state = f"{', '.join(planted.later)}, masih tercatat"
    elif planted.first:
        state = f"{', '.join(planted.first)}, sudah dibetulkan"
    else:
        state = "diterima tanpa catatan"
    return f"  {who}: {planted.what} → {state}"


def refusal(error: Exception, folder: Path) -> Iterator[str]:
    """Why the play stopped, and what to do."""
    match error:
        case NotOursError():
            yield f"Folder {folder} berisi berkas yang bukan dari contoh, jadi tidak diubah."
            yield "Pindahkan isinya, atau pilih folder lain dengan --folder."
        case KinerjaError():
            yield from (f"{temuan.message} {temuan.remedy}" for temuan in error.temuan)
        case _:
            yield f"Folder {folder} tidak dapat dibuat ulang: {error}."
            yield "Tutup berkas yang sedang dibuka di dalamnya, lalu ulangi."


def main() -> int:
    """Run from the command line; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(description="Putar satu tahun kerja dengan data contoh.")
    parser.add_argument("--folder", type=Path, default=DEFAULT, help="bawaan: Contoh")
    options = parser.parse_args()
    screen, start = Console(highlight=False), time.monotonic()

    def say(line: str) -> None:
        seconds = time.monotonic() - start
        screen.print(Text(f"{seconds:5.1f} d  {line}"))

    try:
        year = play(options.folder, say)
    except (NotOursError, KinerjaError, OSError) as error:
        for line in refusal(error, options.folder):
            screen.print(Text(line))
        return 2
    for line in summary(year):
        screen.print(Text(line))
    return 0
