"""What kinerja asks of a spreadsheet program that has the master open.

Two adapters answer: ``excel`` through xlwings, ``calc`` from inside LibreOffice.
Everything else about a live master is worked out in ``live``, once for both.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    def sheets(self) -> Sequence[str]:
        """The names of all sheets, in the order of their tabs."""

    def read(self, sheet: str) -> Sequence[Sequence[Content]]:
        """Every row from A1 to the last used cell, all equally long; none if it is empty."""

    def write(
        self,
        sheet: str,
        place: Place,
        rows: Sequence[Sequence[Content]],
        is_text: Sequence[bool],
    ) -> None:
        """Put a rectangle at a place, in one assignment; None empties a cell.

        A text is never taken for a number, a date or a formula, in any column; the cells of
        a column that ``is_text`` are also formatted as text. Rows grow to their content.
        """

    def copy_sheet(self, pattern: str, name: str) -> None:
        """Put a visible copy of a hidden sheet at the end, under a name of its own."""

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
