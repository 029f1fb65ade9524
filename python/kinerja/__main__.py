"""The terminal: the same jobs as the buttons, on any folder.

Everything a person reads here is Indonesian. Exit status: 0 clean, 1 there are Temuan
of severity Galat or Peringatan, 2 refused or the world is in the way.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import fill
from typing import Any, NoReturn

from rich.console import Console
from rich.text import Text

from kinerja import __version__, commands
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.log import logged
from kinerja.commands import Order, Progress
from kinerja.outcome import Exit, Outcome, place_of
from kinerja.sheets.tombol import BERIKUTNYA, JUDUL
from kinerja.temuan import KinerjaError, Severity, Temuan, worst_first

COLOURS = {
    Severity.GALAT: "bold red",
    Severity.PERINGATAN: "yellow",
    Severity.CATATAN: "cyan",
}
SYMBOLS = {Severity.GALAT: "✖", Severity.PERINGATAN: "!", Severity.CATATAN: "i"}
TRIAL = "jalankan lagi tanpa --coba untuk mengerjakannya."
FOLDER_HELP = "folder kerja yang berisi workbook kinerja (bawaan: folder ini)"
COBA_HELP = "coba saja: katakan apa yang akan berubah, tanpa mengubah apa pun"
JSON_HELP = "cetak hasil, hitungan, dan semua temuan sebagai JSON"
HELP_HELP = "tampilkan bantuan ini"
HELPS = {
    "disposition": "cetak lembar disposisi periode berjalan, dan catat di registernya",
    "circular": "cetak surat edaran periode berjalan, dan catat di registernya",
    "agreement": "ambil Perjanjian Kinerja: yang ditempel, yang ada di foldernya, atau BERKAS",
    "check": "periksa workbook kinerja sebelum formulir dibuat, semuanya sekaligus",
    "generate": "buat satu formulir untuk setiap subbagian",
    "progress": "sebutkan siapa yang belum kembali atau terlambat, dan buat pengingatnya",
    "distribute": "siapkan paket, ZIP, dan konsep surel untuk setiap subbagian",
    "merge": "gabungkan formulir yang kembali: semua di folder Masuk, atau BERKAS",
    "giveback": "kembalikan formulir yang perlu diperbaiki, dengan catatan di selnya",
    "verify": "periksa semuanya dan tandai yang kurang, sekaligus",
    "inventory": "daftarkan data pendukung di folder, beri nama arsip, buat daftar arsipnya",
    "entry": "siapkan lembar entri e-Lapkin dan Monev, dan bandingkan yang tampil di sana",
    "semester": "susun laporan setiap semester yang sudah berjalan, atau SEMESTER saja",
    "annual": "susun laporan kinerja tahunan (Word, PDF) dan rekapnya (Excel)",
    "trace": "tunjukkan dari mana satu angka laporan (KODE), atau tulis semuanya di lembarnya",
    "evaluation": "susun halaman bukti untuk evaluator SAKIP (Word, PDF)",
    "archive": "segel satu paket arsip untuk periode berjalan, terbaca tanpa program apa pun",
    "rollover": "buat folder dan workbook tahun depan dari yang sekarang",
    "undo": "kembalikan workbook ke keadaan sebelum tindakan terakhir",
    "repair": "pulihkan workbook yang pernah disimpan program lain atau dari versi sebelumnya",
    "doctor": "periksa komputer dan folder: apa yang beres, apa yang belum",
    "install": "siapkan folder kerja dan izinkan tombolnya (dipanggil oleh mulai.py pasang)",
}
WITHOUT_MASTER = {"doctor", "install"}  # there need be none in the folder yet
WITH_FILES = {"agreement", "merge"}  # which may be named
WITH_KODE = {"trace"}
SEMESTER_HELP = "semester yang disusun: 1 atau 2"
KODE_HELP = 'kode angka, misalnya "1.1/capaian", atau kode indikator'
EPILOG = "Status keluar: 0 bersih, 1 ada galat atau peringatan, 2 tidak dapat dikerjakan."


class Formatter(argparse.HelpFormatter):
    """Help whose own words are Indonesian too."""

    def add_usage(self, usage, actions, groups, prefix="Pemakaian: "):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """Say how it is called."""
        super().add_usage(usage, actions, groups, prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Indonesian, also when it refuses."""

    def __init__(self, **words: Any) -> None:  # noqa: ANN401  # what argparse itself takes
        super().__init__(add_help=False, formatter_class=Formatter, **words)
        self._positionals.title = "Masukan"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", "--bantuan", action="help", help=HELP_HELP)

    def error(self, _message: str) -> NoReturn:
        """Say how it is called, since what argparse says is English."""
        self.print_usage(sys.stderr)
        known = " ".join(sys.argv[1:])
        sys.stderr.write(f"Perintah atau pilihan ini belum dikenal: {known}\n")
        sys.stderr.write("Tambahkan --help untuk melihat semuanya.\n")
        sys.exit(int(Exit.REFUSED))


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="kinerja",
        description="Mengumpulkan, memeriksa, dan melaporkan data kinerja.",
        epilog=EPILOG,
    )
    top.add_argument("--versi", action="version", version=__version__, help="cetak versinya")
    jobs = top.add_subparsers(
        title="Perintah", metavar="PERINTAH", dest="command", required=True
    )
    for name, help_ in HELPS.items():
        job = jobs.add_parser(name, help=help_, description=JUDUL[name], epilog=EPILOG)
        job.add_argument(
            "--folder", type=Path, default=Path(), metavar="DIR", help=FOLDER_HELP
        )
        job.add_argument("--coba", action="store_true", help=COBA_HELP)
        job.add_argument("--json", action="store_true", help=JSON_HELP)
        if name == "generate":
            job.add_argument(
                "--periode", metavar="P", default="", help="periode yang dibuat, misalnya 2"
            )
        if name in WITH_FILES:
            job.add_argument("berkas", nargs="*", type=Path, metavar="BERKAS")
        if name == "semester":
            job.add_argument(
                "semester", nargs="?", default="", metavar="SEMESTER", help=SEMESTER_HELP
            )
        if name in WITH_KODE:
            job.add_argument("kode", nargs="?", default="", metavar="KODE", help=KODE_HELP)
    return top


def command_of(options: argparse.Namespace) -> Callable[[Order], Outcome]:
    """The command that was asked for, with what it takes besides an Order."""
    if options.command == "generate":
        return lambda order: commands.generate(order, options.periode)
    if options.command == "semester":
        return lambda order: commands.semester(order, options.semester)
    found: Callable[..., Outcome] = getattr(commands, options.command)
    if options.command in WITH_FILES:
        return lambda order: found(order, options.berkas)
    if options.command in WITH_KODE:
        return lambda order: found(order, options.kode)
    return found


def run(
    command: Callable[[Order], Outcome],
    desk_of: Callable[[Path], FileDesk],
    folder: Path,
    *,
    coba: bool,
    as_json: bool,
) -> Exit:
    """Run a command and show its outcome; this is where problems of the world end."""
    screen = Console(stderr=True)
    progress = commands.silent if as_json else _progress(screen)
    try:
        outcome = command(Order(desk_of(folder), coba=coba, progress=progress))
    except KinerjaError as error:
        outcome = Outcome(command="", temuan=error.temuan, coba=coba, refused=True)
    except Exception:  # the last place before the user: a bug goes to the log
        outcome = Outcome(command="", temuan=(logged(folder),), coba=coba, refused=True)
    if as_json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        show(outcome, Console())
    return outcome.exit


def _progress(screen: Console) -> Progress:
    def tell(what: str, number: int, total: int) -> None:
        screen.print(f"[{number}/{total}] {what}", style="dim", highlight=False, markup=False)

    return tell


def show(outcome: Outcome, screen: Console) -> None:
    """Print an outcome for a person: what is right, every Temuan, the counts, what is next."""
    for sentence in outcome.baik:
        screen.print(Text(f"✔ {sentence}", style="green"))
    if outcome.baik and outcome.temuan:
        screen.print()
    for t in worst_first(outcome.temuan):
        screen.print(_block(t))
    screen.print(Text(outcome.headline, style="bold"))
    for line in outcome.rincian:
        screen.print(Text(_hanging(line, screen.width)))
    for berkas in outcome.berkas:
        screen.print(Text(f"  {berkas}"))
    if outcome.next:
        next_ = TRIAL if outcome.coba else outcome.next
        screen.print(Text(BERIKUTNYA.format(langkah=next_), style="dim"))


def _hanging(line: str, width: int) -> str:
    """A line that may be longer than the screen; what follows stands further in."""
    room = f"  {line[: len(line) - len(line.lstrip())]}"
    return fill(line.strip(), width, initial_indent=room, subsequent_indent=f"{room}    ")


def _block(t: Temuan) -> Text:
    """One Temuan: what it is and where, what is so, what to do."""
    severity = t.rule.severity
    block = Text(f"{SYMBOLS[severity]} {severity} {t.rule.code}", style=COLOURS[severity])
    block.append(f"  {place_of(t)}\n", style="bold")
    block.append(f"  {t.message}\n  → {t.remedy}\n", style="default not bold")
    return block


def main() -> None:
    """Start from ``python -m kinerja``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if len(sys.argv) == 1:
        parser().print_help()
        sys.exit(int(Exit.REFUSED))
    options = parser().parse_args()
    command = command_of(options)
    is_new = options.command in WITHOUT_MASTER
    desk_of = FileDesk.expected_in if is_new else FileDesk.in_folder
    status = run(command, desk_of, options.folder, coba=options.coba, as_json=options.json)
    sys.exit(int(status))


if __name__ == "__main__":
    main()
