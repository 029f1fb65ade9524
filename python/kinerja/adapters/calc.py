"""The master open in LibreOffice: what a Host does, asked for in lines of JSON.

The other end is ``templates/master/kinerja_lo.py``, which runs inside LibreOffice. It
holds the standard input and output of this process, so nothing else may be printed there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from kinerja.adapters.files import here
from kinerja.adapters.host import Content
from kinerja.adapters.program_cells import cell_of
from kinerja.grid import Cell, Kind, Place
from kinerja.sheets.table import Link
from kinerja.temuan import KinerjaError, Rule


@dataclass(frozen=True, slots=True)
class CalcHost:
    """LibreOffice with the master open, at the other end of two pipes."""

    path: Path
    answers: IO[str]
    questions: IO[str]

    @staticmethod
    def caller(path: Path) -> CalcHost:
        """The LibreOffice that started this process for the master at a path.

        From now on whatever is printed goes to the log, not to LibreOffice.
        """
        questions = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return CalcHost(path, sys.stdin, questions)

    def _ask(self, member: str, *words: object) -> Any:  # noqa: ANN401  # whatever JSON says
        """What LibreOffice answers.

        Raises:
            KinerjaError: if it does not, or could not do it.
        """
        try:
            self.questions.write(json.dumps({"ask": member, "args": words}) + "\n")
            self.questions.flush()
            line = self.answers.readline()
        except (OSError, ValueError) as error:  # ValueError: the pipe is closed already
            raise self._silent("") from error
        if not line:
            raise self._silent("")
        answer = json.loads(line)
        if "error" in answer:
            raise self._silent(answer["error"])
        return answer["ok"]

    def _silent(self, why: str) -> KinerjaError:
        sebab = f" ({why})" if why else ""
        return KinerjaError(Rule.LIBREOFFICE_DIAM.at(here(self.path), sebab=sebab))

    # ---- what every Host does

    @property
    def is_read_only(self) -> bool:
        """Whether somebody else has the master open."""
        return bool(self._ask("is_readonly"))

    def sheets(self) -> Sequence[str]:
        """The names of all sheets, in the order of their tabs."""
        names: Sequence[str] = self._ask("sheets")
        return names

    def read(self, sheet: str) -> Sequence[Sequence[Content]]:
        """Every row from A1 to the last used cell."""
        return [[_content(told) for told in row] for row in self._ask("read", sheet)]

    def percents(self, sheet: str, numbers: Sequence[Place]) -> Collection[Place]:
        """Which of these cells are shown as percentages."""
        cells = self.cells(sheet)
        return {place for place in numbers if place in cells and cells[place].percent}

    def write(
        self,
        sheet: str,
        place: Place,
        rows: Sequence[Sequence[Content]],
        is_text: Sequence[bool],
        *,
        fit: bool,
    ) -> None:
        """Put a rectangle at a place, in one assignment."""
        told = [[_plain(content) for content in row] for row in rows]
        self._ask("write", sheet, place, told, is_text, fit)

    def copy_sheet(self, pattern: str, name: str) -> None:
        """Put a visible copy of a hidden sheet at the end."""
        self._ask("copy_sheet", pattern, name)

    def copy(self, to: Path) -> None:
        """Put a copy of the file in another: LibreOffice has nothing that is not in it."""
        to.write_bytes(self.path.read_bytes())

    def save(self) -> None:
        """Nothing: LibreOffice must never save the master; ``mirror`` keeps the file."""

    def status(self, text: str) -> None:
        """Say in the status bar what is being done."""
        self._ask("status", text)

    def tell(self, text: str) -> None:
        """Show a dialog that only needs to be read."""
        self._ask("tell", text)

    def ask(self, text: str) -> bool:
        """Show a question; True is yes."""
        return bool(self._ask("ask", text))

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Screen and calculation stand still meanwhile; LibreOffice sees to their return."""
        self._ask("undisturbed", True)
        try:
            yield
        finally:
            self._ask("undisturbed", False)

    # ---- what only LibreOffice is asked

    def cells(self, sheet: str) -> Mapping[Place, Cell]:
        """The cells with content; the formula of one that has any is only “=”."""
        return {
            (r, c): cell
            for r, row in enumerate(self._ask("read", sheet), start=1)
            for c, told in enumerate(row, start=1)
            if (cell := _cell(told))
        }

    def is_modified(self) -> bool:
        """Whether a person has changed the document since it was opened or put down."""
        return bool(self._ask("is_modified"))

    def put_down(self, *, is_whole: bool) -> None:
        """Take the document as kept, so that closing it asks nothing; or not."""
        self._ask("put_down", is_whole)


def _plain(content: Content) -> object:
    """A cell for JSON."""
    if isinstance(content, Link):
        return {"link": content}
    return {"date": content.isoformat()} if isinstance(content, datetime) else content


def _content(told: Any) -> Content:  # noqa: ANN401  # whatever JSON says
    """A cell of JSON as a Host hands it over."""
    match told:
        case {"formula": inner}:
            return _content(inner)
        case {"percent": number}:
            return float(number)
        case {"date": moment}:
            return datetime.fromisoformat(moment)
        case _:
            content: Content = told
            return content


def _cell(told: Any) -> Cell | None:  # noqa: ANN401  # whatever JSON says
    """A cell of JSON as the reader of a file finds it; None for an empty one."""
    match told:
        case {"formula": inner}:
            return replace(_cell(inner) or Cell(Kind.UNCALCULATED, None), formula="=")
        case {"percent": number}:
            return cell_of(float(number), percent=True)
        case _:
            return cell_of(_content(told))
