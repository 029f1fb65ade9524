"""What kinerja asks of a spreadsheet program that has the master open.

Two adapters answer: ``excel`` through xlwings, ``calc`` from inside LibreOffice.
Everything else about a live master is worked out in ``live``, once for both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kinerja.grid import Place

Content = None | bool | float | str | datetime  # of a cell, as programs hand it over


class Host(Protocol):
    """A spreadsheet program with the master open in it.

    Every member may raise KinerjaError, for a program that is busy or gone.
    """

    @property
    def path(self) -> Path:
        """Where the master is kept."""

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened so that it cannot be saved where it is."""

    def sheets(self) -> Sequence[str]:
        """The names of all sheets, in the order of their tabs."""

    def read(self, sheet: str) -> Sequence[Sequence[Content]]:
        """Every row from A1 to the last used cell, all equally long; none if it is empty."""

    def percents(self, sheet: str, numbers: Sequence[Place]) -> Collection[Place]:
        """Which of these cells, all of them numbers, are shown as percentages."""

    def write(
        self,
        sheet: str,
        place: Place,
        rows: Sequence[Sequence[Content]],
        is_text: Sequence[bool],
        *,
        fit: bool,
    ) -> None:
        """Put a rectangle at a place, in one assignment; None empties a cell.

        A text is never taken for a number, a date or a formula, in any column; the cells of
        a column that ``is_text`` are also formatted as text. With ``fit`` rows become as
        high as their content, else they stay.
        """

    def copy_sheet(self, pattern: str, name: str) -> None:
        """Put a visible copy of a hidden sheet at the end, under a name of its own."""

    def copy(self, to: Path) -> None:
        """Put a whole copy of the master in a file, with what is not saved yet."""

    def save(self) -> None:
        """Save the master where it is."""

    def status(self, text: str) -> None:
        """Say in the status bar what is being done; "" gives it back to the program."""

    def tell(self, text: str) -> None:
        """Show a dialog that only needs to be read."""

    def ask(self, text: str) -> bool:
        """Show a question; True is yes."""

    def undisturbed(self) -> AbstractContextManager[None]:
        """Screen and calculation stand still meanwhile, and are as before whatever happens."""
