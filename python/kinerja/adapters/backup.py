"""Copies of the master from before each action, and the way back to the last one.

They lie in the folder Cadangan, named by moment and action, so that a person can open
any of them without kinerja.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from kinerja.adapters.files import make_folder, sha256_of, write_atomic
from kinerja.model import Location
from kinerja.sheets.folders import DIURUNGKAN
from kinerja.temuan import KinerjaError, Rule

KEPT = 30


class Original(Protocol):
    """A master that can be copied as it stands now."""

    @property
    def path(self) -> Path:
        """Where it is kept."""

    def copy(self, to: Path) -> None:
        """Make a whole copy of it."""


def keep(desk: Original, folder: Path, action: str, now: datetime) -> Path:
    """Copy the master into the folder before an action changes it; the oldest copies go.

    Raises:
        KinerjaError: if the copy cannot be written.
    """
    make_folder(folder)
    master = desk.path
    moment = f"{now:%Y-%m-%d %H.%M.%S}.{now.microsecond // 1000:03d}"
    copy = folder / f"{moment} {action}{master.suffix}"
    desk.copy(copy)
    for old in copies(master, folder)[:-KEPT]:
        old.unlink()
    return copy


def copies(master: Path, folder: Path) -> list[Path]:
    """The copies of a master, oldest first."""
    return sorted(path for path in folder.glob(f"*{master.suffix}") if path.name[:2].isdigit())


def restore(master: Path, folder: Path) -> Path:
    """Put the newest copy that differs back in place; what it replaces is kept too.

    Returns the copy that was used; it is used up, so that the next call goes further back.

    Raises:
        KinerjaError: if there is none, or the master cannot be written.
    """
    current = sha256_of(master)
    for copy in reversed(copies(master, folder)):
        if sha256_of(copy) == current:
            copy.unlink()
            continue
        undone = folder / DIURUNGKAN / copy.name
        make_folder(undone.parent)
        write_atomic(undone, master.read_bytes())
        write_atomic(master, copy.read_bytes())
        copy.unlink()
        return copy
    raise KinerjaError(Rule.TANPA_CADANGAN.at(Location(master.name), folder=folder.name))
