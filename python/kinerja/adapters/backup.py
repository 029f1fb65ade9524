"""Copies of the master from before each action.

They lie in the folder Cadangan, named by moment and action, so that a person can open
any of them without kinerja. Whatever else lies there is left alone.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from kinerja.adapters.files import make_folder

KEPT = 30  # copies at most
FEWEST = 5  # of which the newest stay, however old they are
AGE = timedelta(days=14)
WORKBOOK = "xl/workbook.xml"
_MOMENT, _STAMP = "%Y-%m-%d %H.%M.%S.%f", len("2026-11-22 08.00.00.000")
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)\.\d{3} (.+)\.xls[mx]")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,  # it is encrypted
    ValueError,
)


class Original(Protocol):
    """A master that can be copied as it stands now."""

    @property
    def path(self) -> Path:
        """Where it is kept."""

    def copy(self, to: Path) -> None:
        """Make a whole copy of it."""


def keep(desk: Original, folder: Path, action: str, now: datetime) -> Path:
    """Copy the master into the folder before an action changes it; old copies go.

    Raises:
        KinerjaError: if the copy cannot be written.
    """
    make_folder(folder)
    moment = _stamp(_after(copies(folder), now.replace(tzinfo=None)))
    copy = folder / f"{moment} {action}{desk.path.suffix}"
    desk.copy(copy)
    for old in stale(copies(folder), now, is_whole):
        with suppress(OSError):  # somebody looks at it: it goes another time
            old.unlink()
    return copy


def _after(ours: Sequence[Path], now: datetime) -> datetime:
    """Now; but a clock that was put back makes no copy older than one that is there."""
    if not ours or ours[-1].name[:_STAMP] < _stamp(now):
        return now
    newest = datetime.strptime(ours[-1].name[:_STAMP], _MOMENT)  # noqa: DTZ007
    return newest + timedelta(milliseconds=1)


def _stamp(moment: datetime) -> str:
    """The moment as the name of a copy begins, to the millisecond."""
    return f"{moment:{_MOMENT}}"[:_STAMP]


def copies(folder: Path) -> list[Path]:
    """The copies in the folder, oldest first."""
    return sorted(path for path in folder.glob("*.xls[mx]") if made(path))


def made(copy: Path) -> tuple[datetime, str] | None:
    """When a copy was made and before which action, by its name; None if it is not ours."""
    name = _NAME.fullmatch(copy.name)
    if not name:
        return None
    try:
        # the time on the wall of the office
        moment = datetime.strptime(name[1], "%Y-%m-%d %H.%M.%S")  # noqa: DTZ007
    except ValueError:
        return None
    return moment, name[2]


def stale(ours: Sequence[Path], now: datetime, good: Callable[[Path], bool]) -> list[Path]:
    """Of copies from old to new, those that may go.

    Too many, or too old while there are newer ones; but never the newest that is good,
    in the sense of ``good``.
    """
    newest_first = list(reversed(ours))
    last_good = next((copy for copy in newest_first if good(copy)), None)
    oldest = now.replace(tzinfo=None) - AGE
    old = [copy for copy in newest_first[FEWEST:KEPT] if _is_older(copy, oldest)]
    return [copy for copy in (*old, *newest_first[KEPT:]) if copy != last_good]


def _is_older(copy: Path, moment: datetime) -> bool:
    known = made(copy)
    return known is not None and known[0] < moment


def is_whole(copy: Path) -> bool:
    """Whether it is a workbook from its first byte to its last."""
    try:
        with zipfile.ZipFile(copy) as package:
            return package.testzip() is None and WORKBOOK in package.namelist()
    except _BROKEN:
        return False


def retire(copy: Path, folder: Path) -> None:
    """Move a copy that is used up to another folder.

    One that is open elsewhere stays; what it holds is then what the master holds.

    Raises:
        KinerjaError: if the folder cannot be made.
    """
    make_folder(folder)
    with suppress(OSError):
        copy.replace(folder / copy.name)
