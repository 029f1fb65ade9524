"""The cells of a workbook as they were found, before anybody says what they mean.

A reader fills these; the core never sees a library's own objects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from kinerja.model import Identitas, Location

Value = Decimal | str | bool | date | time | None
Place = tuple[int, int]  # row and column, both from 1, as Excel counts


class Kind(StrEnum):
    """What sort of content a cell has."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    BOOL = "bool"
    ERROR = "error"  # value is the error's name, such as #REF!
    UNCALCULATED = "uncalculated"  # a formula that no program has worked out yet


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with content. ``formula`` is its text if it has one, value or not."""

    kind: Kind
    value: Value
    formula: str = ""
    percent: bool = False  # shown as a percentage, so 0.95 was typed as 95 %
    struck: bool = False
    other: str | None = None  # what the second reader saw, where it saw something else


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range."""

    first: Place
    last: Place

    @property
    def name(self) -> str:
        """The range as Excel names it, such as ``A1:B2``."""
        return f"{cell_name(*self.first)}:{cell_name(*self.last)}"

    def covers(self, place: Place) -> bool:
        """Whether the cell lies inside, its visible first cell aside."""
        inside = all(a <= p <= b for a, p, b in zip(self.first, place, self.last, strict=True))
        return inside and place != self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet: its cells by place, and what else a person did to it."""

    file: str
    sheet: str
    cells: Mapping[Place, Cell]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()
    comments: Mapping[Place, str] = field(default_factory=dict)
    hidden: bool = False
    protected: bool = True

    def at(self, place: Place) -> Location:
        """The place in words a user can follow."""
        return Location(self.file, self.sheet, place[0], letter(place[1]))

    def value(self, place: Place) -> Value:
        """What is in the cell; None where nothing is."""
        cell = self.cells.get(place)
        return cell.value if cell else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One workbook file."""

    identitas: Identitas
    grids: tuple[Grid, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  # defined names that are constants
    subject: str = ""  # the document property
    has_macros: bool = False
    has_outside_links: bool = False  # to other workbooks, in formulas

    def grid(self, name: str) -> Grid | None:
        """The sheet of that name, whatever the case of its letters."""
        wanted = name.casefold().strip()
        return next((g for g in self.grids if g.sheet.casefold().strip() == wanted), None)


def letter(column: int) -> str:
    """The column letter of a column number: 1 is A, 27 is AA."""
    head, tail = divmod(column - 1, 26)
    return (letter(head) if head else "") + chr(ord("A") + tail)


def column_number(letters: str) -> int:
    """The number of a column by its letter: AA is 27."""
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """The cell as Excel names it."""
    return f"{letter(column)}{row}"


LIMIT = 32_767  # what one cell of Excel holds, counted in UTF-16
LARGEST = 10**15  # Excel keeps no more digits
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def storable(text: str) -> str:
    """The text as a cell can hold it: no signs that XML forbids, cut at the limit with “…”."""
    clean = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = clean.encode("utf-16-le") if len(clean) > LIMIT // 2 else b""
    if len(units) <= 2 * LIMIT:
        return clean
    return units[: 2 * LIMIT - 2].decode("utf-16-le", errors="ignore") + "…"
