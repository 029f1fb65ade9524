"""What every command is given: the master, the folder around it, who watches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kinerja.adapters import backup, files, folder
from kinerja.grid import Book
from kinerja.jurnal import jurnal_pages, jurnal_text
from kinerja.master import read_rekap
from kinerja.model import Tindakan
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets import folders
from kinerja.sheets.table import Page
from kinerja.sheets.tombol import JUDUL
from kinerja.temuan import KinerjaError, Temuan

JURNAL_LAMA = "riwayat.txt"  # actions that no longer fit in the journal
Progress = Callable[[str, int, int], None]  # what is at hand, its number, of how many


class Desk(Protocol):
    """The master, wherever it is open."""

    @property
    def path(self) -> Path:
        """Where the master is kept."""

    def read(self) -> Book:
        """The whole master."""

    def check_free(self) -> None:
        """Raise KinerjaError if it cannot be written."""

    def copy(self, to: Path) -> None:
        """Make a whole copy of the master as it stands now."""

    def write(self, pages: Sequence[Page], on_change: Callable[[], Sequence[Page]]) -> bool:
        """Put rows in sheets; False, and nothing done, if they stand there already.

        Else ``on_change`` is called before anything is written, and what it gives is
        written too.
        """


Agree = Callable[[Outcome], bool]  # shown what would change; whether to go on


def always(_outcome: Outcome) -> bool:
    """Nobody is asked."""
    return True


def now() -> datetime:
    """The time on the wall of the office."""
    return datetime.now(UTC).astimezone()


def silent(_what: str, _number: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Order:
    """On which master a command works, whether it is only a trial, and who watches."""

    desk: Desk
    coba: bool = False
    progress: Progress = silent
    agree: Agree = always

    @property
    def folder(self) -> Path:
        """The folder of the office for one year."""
        return self.desk.path.parent

    def guard(self) -> AbstractContextManager[None]:
        """Nobody else works in the folder meanwhile; a trial disturbs nobody."""
        if self.coba:
            return nullcontext()
        self.desk.check_free()
        return files.lock(self.folder)

    def write(
        self,
        outcome: Outcome,
        pages: Sequence[Page],
        rekap: Rekap,
        copies: str = folders.CADANGAN,
    ) -> bool:
        """Write the sheets, unless it is a trial; say if that changed anything.

        A copy of the master is kept first in the folder ``copies``, and the journal of
        ``rekap`` gets a row; what no longer fits in the journal goes to the folder Log.
        """
        if self.coba:
            return False
        moment, action = now(), JUDUL[outcome.command]

        def on_change() -> Sequence[Page]:
            copy = backup.keep(self.desk, self.folder / copies, action, moment)
            done = Tindakan(
                waktu=moment.replace(tzinfo=None, microsecond=0),
                nama=action,
                hasil=outcome.said,
                cadangan=copy.relative_to(self.folder / folders.CADANGAN).as_posix(),
            )
            jurnal = (*rekap.jurnal, done)
            if older := jurnal_text(jurnal):
                files.append(self.folder / folders.LOG / JURNAL_LAMA, older)
            return jurnal_pages(jurnal)

        return self.desk.write(pages, on_change)


def rekap_of(order: Order) -> tuple[Rekap, list[Temuan]]:
    """The Rekap of the master with the files on disk, and what is wrong with the master.

    Raises:
        KinerjaError: if the master does not say which year it is of; with all problems.
    """
    rekap, problems = read_rekap(order.desk.read())
    if not rekap.pengaturan.tahun:
        raise KinerjaError(*problems)
    return with_files(order, rekap), problems


def with_files(order: Order, rekap: Rekap) -> Rekap:
    """The Rekap with the data pendukung that is on disk."""
    found = folder.data_pendukung(
        order.folder / folders.DATA_PENDUKUNG, rekap.pengaturan.siklus
    )
    return replace(rekap, berkas=found)


def by_severity(temuan: Iterable[Temuan]) -> dict[str, int]:
    """How many Temuan of each severity."""
    counts = {"galat": 0, "peringatan": 0, "catatan": 0}
    for t in temuan:
        counts[t.rule.severity.value.casefold()] += 1
    return counts
