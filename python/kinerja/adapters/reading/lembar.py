"""What one worksheet part holds, counted without building anything from it.

The reader must later find exactly these cells: a sheet that reads as empty although
it is not must never pass for an empty one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kinerja.adapters.reading.scan import Attributes, Hooks, Refused, scan
from kinerja.grid import Place, Span, column_number
from kinerja.temuan import Rule, Sebab, Ukuran

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAX_CELLS = 600_000
MAX_ROWS = 200_000
MAX_SPANS = 5_000
MAX_SPAN_HEIGHT = 20_000
LAST_PLACE = (1_048_576, 16_384)
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_column_number = lru_cache(maxsize=1024)(column_number)  # many cells, few columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Lembar:
    """The facts of one worksheet."""

    places: frozenset[Place]  # of the cells with content
    blank_results: frozenset[Place]  # formulas that came to ""
    spans: tuple[Span, ...]
    rows: int  # with content
    formulas: int
    bare: int  # cells with a style and nothing else
    last: Place  # the far corner of the content


def look(data: bytes) -> Lembar:
    """Count what the part holds.

    Raises:
        Refused: if it is damaged, harmful or larger than any form.
    """
    counter = _Counter()
    scan(data, counter.hooks())
    return counter.lembar()


class _Counter:
    """The callbacks of one pass, and where in the sheet it is."""

    def __init__(self) -> None:
        self.places: set[Place] = set()
        self.blank_results: set[Place] = set()
        self.spans: list[Span] = []
        self.rows = self.formulas = self.bare = 0
        self.last = (0, 0)
        self.row = self.column = 0
        self.row_has_content = False
        self.type = ""
        self.has_value = self.has_formula = self.has_result = self.has_text = False

    def hooks(self) -> Hooks:
        return Hooks(
            start={
                f"{MAIN} row": self.start_row,
                f"{MAIN} c": self.start_cell,
                f"{MAIN} f": self.formula,
                f"{MAIN} is": self.inline,
                f"{MAIN} mergeCell": self.span,
            },
            end={f"{MAIN} v": self.value, f"{MAIN} c": self.end_cell},
        )

    def start_row(self, attributes: Attributes) -> None:
        self.row = _whole(attributes["r"]) if "r" in attributes else self.row + 1
        self.column = 0
        self.row_has_content = False

    def start_cell(self, attributes: Attributes) -> None:
        self.column += 1
        if "r" in attributes:
            self.row, self.column = place_of(attributes["r"])
        self.type = attributes.get("t", "n")
        self.has_value = self.has_formula = self.has_result = self.has_text = False

    def formula(self, _: Attributes) -> None:
        self.has_formula = True

    def inline(self, _: Attributes) -> None:
        self.has_text = self.type == "inlineStr"

    def value(self, text: str) -> None:
        self.has_result = True
        self.has_value = bool(text) and self.type != "inlineStr"

    def end_cell(self, _: str) -> None:
        if not (self.has_value or self.has_formula or self.has_text):
            self.bare += 1
            return
        if not (0 < self.row <= LAST_PLACE[0] and self.column <= LAST_PLACE[1]):
            raise Refused(Rule.BERKAS_RUSAK)
        place = (self.row, self.column)
        self.places.add(place)
        self.formulas += self.has_formula
        if self.has_formula and self.type == "str" and self.has_result and not self.has_value:
            self.blank_results.add(place)
        self.note_extent()

    def note_extent(self) -> None:
        self.last = (max(self.last[0], self.row), max(self.last[1], self.column))
        if not self.row_has_content:
            self.row_has_content = True
            self.rows += 1
        too_large(self.rows, MAX_ROWS, Ukuran.BARIS)
        too_large(len(self.places), MAX_CELLS, Ukuran.SEL)

    def span(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        span = Span(place_of(first), place_of(last or first))
        self.spans.append(span)
        too_large(len(self.spans), MAX_SPANS, Ukuran.GABUNGAN)
        if span.last[0] - span.first[0] >= MAX_SPAN_HEIGHT:
            raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.GABUNGAN_RAKSASA)

    def lembar(self) -> Lembar:
        return Lembar(
            places=frozenset(self.places),
            blank_results=frozenset(self.blank_results),
            spans=tuple(self.spans),
            rows=self.rows,
            formulas=self.formulas,
            bare=self.bare,
            last=self.last,
        )


def too_large(amount: int, limit: int, unit: Ukuran) -> None:
    """Refuse what no form can be.

    Raises:
        Refused: if the amount is above the limit.
    """
    if amount > limit:
        raise Refused(Rule.BERKAS_TERLALU_BESAR, ukuran=unit.of(amount))


def place_of(ref: str) -> Place:
    """The row and column of a reference such as ``F12``.

    Raises:
        Refused: if it is none.
    """
    match = _REF.fullmatch(ref)
    if not match:
        raise Refused(Rule.BERKAS_RUSAK)
    return int(match[2]), _column_number(match[1].upper())


def _whole(text: str) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError) as error:
        raise Refused(Rule.BERKAS_RUSAK) from error
