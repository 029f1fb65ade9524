"""Play one whole year in a folder, on real published figures, with planted mistakes.

    python -m contoh [--folder Contoh]

The Perjanjian Kinerja is brought in; then, four triwulan long, the SOP goes round as
``script`` says, on its clock: forms go out, come back filled as people fill them, are
merged and checked, given back and mended, registered, typed into the applications, locked
and sealed. At last the reports are compiled and the next year is opened. The office's part
is done by the public commands, that of the Subbagian by a script. Only folders that an
earlier play made are ever removed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from contoh.agreement import agreement_docx
from contoh.data import Sample, read_sample
from contoh.office import play_round
from contoh.planted import OLD_TARGET
from contoh.registers import Typed, type_in
from contoh.reporting import MISTAKEN, PAST, close_year
from contoh.script import AGREED, ROUNDS, WIB
from contoh.sending import Outbox
from kinerja import commands
from kinerja.adapters.building import master_bytes
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.new import first_beranda, prefilled
from kinerja.outcome import Outcome
from kinerja.rollover import folder_name
from kinerja.sheets import master
from kinerja.sheets.folders import MASUK, PERJANJIAN
from kinerja.sheets.table import Page, Sheet

MARKER = "INI CONTOH.txt"
MARKER_TEXT = (
    "Folder ini dibuat oleh perintah contoh dan dibuat ulang setiap kali perintah itu "
    "dijalankan. Jangan menyimpan pekerjaan di sini.\n"
)
AGREEMENT = "Perjanjian Kinerja {tahun}.docx"


class NotOursError(Exception):
    """The folder was not made by a play, so it is not removed."""


@dataclass(frozen=True, slots=True)
class Step:
    """What kinerja said after one sending."""

    periode: int
    sending: int
    merged: Sequence[Outcome]
    verified: Outcome


@dataclass(frozen=True, slots=True)
class Pressed:
    """One button that was pressed, and what became of it."""

    when: datetime
    command: str
    outcome: Outcome


@dataclass(slots=True)
class Year:
    """A year being played: where, on what sample, and what has happened so far."""

    outbox: Outbox
    say: Callable[[str], None]
    steps: list[Step] = field(default_factory=list)
    pressed: list[Pressed] = field(default_factory=list)
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

    @property
    def kepala(self) -> str:
        """The head of the Subbagian that manages the data."""
        wanted = self.sample.pengaturan.subbagian_perencana
        heads: dict[str, str] = {s["kode"]: s["kepala"] for s in self.sample.data["subbagian"]}
        return heads[wanted]

    def press(self, command: str, when: datetime, *asked: str) -> Outcome:
        """Press a button at that time, or run its command with what is asked of it."""
        who = self.sample.pengaturan.pengelola
        order = Order(self.desk, clock=lambda: when.replace(tzinfo=WIB), person=lambda: who)
        outcome: Outcome = getattr(commands, command)(order, *asked)
        self.pressed.append(Pressed(when, command, outcome))
        return outcome

    def note(self, p: int, sending: int, merged: Sequence[Outcome], verified: Outcome) -> None:
        """Remember what was said after one sending."""
        self.steps.append(Step(p, sending, merged, verified))

    def type_in(self, sheet: Sheet, *typed: Typed) -> None:
        """Type in a sheet of the master."""
        type_in(self.desk, sheet, *typed)


def play(folder: Path, say: Callable[[str], None]) -> Year:
    """Play the whole year in a folder, which is made anew.

    Raises:
        NotOursError: if the folder has content that no play has made.
        KinerjaError: if the world is in the way.
    """
    year = Year(Outbox(folder, read_sample()), say)
    clear(folder)
    clear_next(next_year(year))
    build(year)
    bring_in_agreement(year)
    for r in ROUNDS:
        play_round(year, r)
    say("Laporan semester dan tahunan disusun ...")
    close_year(year)
    mark(next_year(year))
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
    mark(folder)
    (folder / MASUK).mkdir()


def clear_next(folder: Path) -> None:
    """Remove the folder of the next year, if an earlier play made it.

    Raises:
        NotOursError: if it did not.
    """
    if folder.exists():
        clear(folder)
        shutil.rmtree(folder)


def next_year(year: Year) -> Path:
    """Where “Tahun Baru” makes the next year: beside this one."""
    here, tahun = year.folder.resolve(), year.sample.pengaturan.tahun
    return here.with_name(folder_name(here.name, tahun or 0))


def mark(folder: Path) -> None:
    """Write into a folder that a play made it."""
    (folder / MARKER).write_text(MARKER_TEXT, encoding="utf-8")


def _empty(folder: Path) -> None:
    """Remove all but the marker, so that an interrupted removal can be repeated."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != MARKER:
            path.unlink()


# ---- the master


def build(year: Year) -> None:
    """The master, filled from the sample, with two figures that are put right later."""
    known = year.sample.pengaturan
    sheet, rows = master.indikator_sheet(known.siklus), year.sample.indikator_rows(OLD_TARGET)
    pages = {**prefilled(known), **year.sample.pages(), sheet.name: rows}
    made = master_bytes(master.sheets_of(known.siklus), pages, first_beranda(known.siklus))
    year.desk.path.write_bytes(made)
    year.type_in(master.RIWAYAT, (PAST, {"realisasi": MISTAKEN}))
    year.say("Master dibuat: kinerja.xlsm")


def bring_in_agreement(year: Year) -> None:
    """Bring in the Perjanjian Kinerja in Word, then fill the columns that it does not have."""
    name = AGREEMENT.format(tahun=year.sample.pengaturan.tahun)
    path = year.folder / PERJANJIAN / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(agreement_docx(year.sample, AGREED))
    sheet = master.indikator_sheet(year.sample.pengaturan.siklus)
    year.desk.write([Page(sheet, [])])
    taken = year.press("agreement", AGREED)
    year.desk.write([Page(sheet, year.sample.indikator_rows(OLD_TARGET))])
    year.say(f"Ambil PK: {taken.said} dari {name}")
