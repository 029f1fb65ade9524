"""Play one whole year in a folder, on real published figures, with planted mistakes.

    python -m contoh [--folder Contoh]

Forms go out, come back filled as people fill them, are merged and checked, four
triwulan long; then the annual report is compiled. The office's part is done by the
public commands, that of the Subbagian by a script. Only a folder that an earlier play
made is ever removed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from contoh.data import Sample, read_sample
from contoh.planted import OLD_TARGET, PLANTED, Planted
from contoh.sending import Outbox, planted_in, send
from kinerja import commands, periode, settings
from kinerja.adapters.building import master_bytes
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.office import find_office
from kinerja.commands import Order
from kinerja.commands.new import first_beranda
from kinerja.outcome import Outcome
from kinerja.sheets import master
from kinerja.sheets.folders import DATA_PENDUKUNG, FORMULIR, MASUK
from kinerja.sheets.table import Page
from kinerja.temuan import GALAT, KinerjaError

DEFAULT = Path(__file__).parents[2] / "Contoh"
MARKER = "INI CONTOH.txt"
MARKER_TEXT = (
    "Folder ini dibuat oleh perintah contoh dan dibuat ulang setiap kali perintah itu "
    "dijalankan. Jangan menyimpan pekerjaan di sini.\n"
)


class NotOursError(Exception):
    """The folder was not made by a play, so it is not removed."""


@dataclass(frozen=True, slots=True)
class Step:
    """What kinerja said after one sending."""

    periode: int
    sending: int
    merged: Outcome
    verified: Outcome


@dataclass(slots=True)
class Year:
    """A year being played: where, on what sample, and what has happened so far."""

    outbox: Outbox
    say: Callable[[str], None]
    steps: list[Step] = field(default_factory=list)
    annual: Outcome | None = None

    @property
    def folder(self) -> Path:
        """Where the year is played."""
        return self.outbox.folder

    @property
    def sample(self) -> Sample:
        """On what data."""
        return self.outbox.sample

    @property
    def desk(self) -> FileDesk:
        """The master."""
        return FileDesk(self.folder / "kinerja.xlsm")

    def name(self, p: int) -> str:
        """The Periode as the office says it."""
        return self.outbox.name(p)


def play(folder: Path, say: Callable[[str], None]) -> Year:
    """Play the whole year in a folder, which is made anew.

    Raises:
        NotOursError: if the folder has content that no play has made.
        KinerjaError: if the world is in the way.
    """
    year = Year(Outbox(folder, read_sample()), say)
    clear(folder)
    build(year)
    for p in periode.of_year(year.sample.pengaturan.siklus):
        hand_out(year, p)
        collect(year, p, sending=1)
        if any(planted.resent or planted.foreign for planted in planted_in(p)):
            collect(year, p, sending=2)
    say("Laporan tahunan disusun ...")
    year.annual = commands.annual(Order(year.desk))
    return year


def clear(folder: Path) -> None:
    """Make the folder empty, if it is one of ours.

    Raises:
        NotOursError: if it is not.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARKER).is_file():
            raise NotOursError(folder)
        _empty(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text(MARKER_TEXT, encoding="utf-8")
    (folder / MASUK).mkdir()


def _empty(folder: Path) -> None:
    """Remove all but the marker, so that an interrupted removal can be repeated."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != MARKER:
            path.unlink()


# ---- the office's part


def build(year: Year) -> None:
    """The master, filled from the sample, with the Target that will be corrected later."""
    siklus = year.sample.pengaturan.siklus
    rows = year.sample.indikator_rows(OLD_TARGET)
    pages = {**year.sample.pages(), master.indikator_sheet(siklus).name: rows}
    made = master_bytes(master.sheets_of(siklus), pages, first_beranda(siklus))
    year.desk.path.write_bytes(made)
    year.say("Master dibuat: kinerja.xlsm")


def hand_out(year: Year, p: int) -> None:
    """Turn to the Periode and make its forms; again where a definition has changed."""
    running = replace(year.sample.pengaturan, periode=p)
    year.desk.write([Page(master.PENGATURAN, settings.rows(running))])
    made = generate(year)
    if any(when == p for _, when in OLD_TARGET):
        sheet = master.indikator_sheet(running.siklus)
        year.desk.write([Page(sheet, year.sample.indikator_rows())])
        made += generate(year)
    year.say(f"{year.name(p)}: {made} formulir dibuat")


def generate(year: Year) -> int:
    """Make the forms; how many were made."""
    return len(commands.generate(Order(year.desk)).berkas)


def collect(year: Year, p: int, *, sending: int) -> None:
    """Let the Subbagian send, then merge and check."""
    names = list(send(year.outbox, p, sending))
    merged = commands.merge(Order(year.desk))
    verified = commands.verify(Order(year.desk))
    year.steps.append(Step(p, sending, merged, verified))
    counts = verified.counts
    what = "kiriman" if sending == 1 else "perbaikan"
    year.say(
        f"{year.name(p)}: {len(names)} {what} digabung; {counts['galat']} galat, "
        f"{counts['peringatan']} peringatan, {counts['catatan']} catatan"
    )


# ---- the terminal


def summary(year: Year) -> Iterator[str]:
    """What to open, and what was planted."""
    yield ""
    yield f"Satu tahun selesai diputar di {year.folder}. Yang dapat dibuka:"
    yield "  kinerja.xlsm          master: Rekap, Kelengkapan, Catatan Verifikasi"
    made = year.annual.berkas if year.annual else ()
    yield from (f"  {berkas}" for berkas in made)
    yield f"  {FORMULIR + '/':<22}formulir yang dibagikan"
    yield f"  {MASUK + '/':<22}formulir yang kembali, tidak pernah diubah"
    yield f"  {DATA_PENDUKUNG + '/':<22}data pendukung per subbagian dan triwulan"
    yield ""
    yield "Kesalahan yang sengaja ditanam dan catatan yang ditimbulkannya:"
    yield from (planted_line(year, planted) for planted in PLANTED)
    galat = sum(t.rule.severity is GALAT for t in year.steps[-1].verified.temuan)
    yield ""
    yield (
        f"Yang masih Galat hanya {galat} data pendukung, jadi laporannya bertanda DRAF. "
        "Angka tahunan tujuh indikator sama dengan laporan yang terbit; sisanya rekaan."
    )


def planted_line(year: Year, planted: Planted) -> str:
    """One slip and what became of it."""
    who = f"{year.name(planted.periode)} {planted.subbagian}".strip()
    if planted.office and not find_office():
        state = "dilewati, karena LibreOffice tidak terpasang"
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
