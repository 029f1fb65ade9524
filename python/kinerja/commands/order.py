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
from kinerja.master import read_rekap
from kinerja.rekap import Rekap
from kinerja.sheets import folders
from kinerja.sheets.table import Page
from kinerja.sheets.tombol import JUDUL
from kinerja.temuan import KinerjaError, Temuan

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

    def write(self, pages: Sequence[Page], before: Callable[[], object]) -> None:
        """Put rows in sheets; ``before`` is called first if that changes anything."""


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

    def write(self, action: str, pages: Sequence[Page]) -> None:
        """Write the sheets, unless it is a trial; a copy of the master is kept first."""
        copies = self.folder / folders.CADANGAN
        if not self.coba:
            self.desk.write(
                pages, lambda: backup.keep(self.desk.path, copies, JUDUL[action], now())
            )


def rekap_of(order: Order) -> tuple[Rekap, list[Temuan]]:
    """The Rekap of the master with the files on disk, and what is wrong with the master.

    Raises:
        KinerjaError: if the master does not say which year it is of; with all problems.
    """
    rekap, problems = read_rekap(order.desk.read())
    if not rekap.pengaturan.tahun:
        raise KinerjaError(*problems)
    found = folder.data_pendukung(
        order.folder / folders.DATA_PENDUKUNG, rekap.pengaturan.siklus
    )
    return replace(rekap, berkas=found), problems


def by_severity(temuan: Iterable[Temuan]) -> dict[str, int]:
    """How many Temuan of each severity."""
    counts = {"galat": 0, "peringatan": 0, "catatan": 0}
    for t in temuan:
        counts[t.rule.severity.value.casefold()] += 1
    return counts
