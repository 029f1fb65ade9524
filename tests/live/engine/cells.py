"""The content of a rectangle of cells, as Excel hands it over and takes it.

Calc keeps a boolean or a date as a number with a format; Excel's COM hands over the
thing itself. Every call goes to another process, so whole rectangles go at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from live.engine.office import bridge
from live.engine.typed import BLANK, Entry, Kind, entered, moment

Keys = list[list[int]]  # the number format of every cell

# Bits of com.sun.star.util.NumberFormat.
DATE, TIME, TEXT, LOGICAL = 2, 4, 256, 1024
CODES = {
    Kind.DATE: "m/d/yyyy",
    Kind.DATETIME: "m/d/yyyy h:mm",
    Kind.TIME: "h:mm",
    Kind.PERCENT: "0%",
    Kind.BOOL: "BOOLEAN",
}
# Calc's error numbers, and the integers COM hands over for them.
ERRORS = {
    502: -2146826273,
    503: -2146826252,
    519: -2146826273,
    521: -2146826288,
    524: -2146826265,
    525: -2146826259,
    532: -2146826281,
    32767: -2146826246,
}
ERROR_TEXTS = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826259: "#NAME?",
    -2146826288: "#NULL!",
    -2146826252: "#NUM!",
    -2146826265: "#REF!",
    -2146826273: "#VALUE!",
}


_PARTED = re.compile(r'"(?:[^"]|"")*"|,')


def _as_calc(found: re.Match[str]) -> str:
    """Excel parts arguments by a comma, Calc by a semicolon; a text keeps its own."""
    return ";" if found[0] == "," else found[0]


class Formats:
    """The number formats of one document, by their keys."""

    def __init__(self, document: Any) -> None:
        self.known = document.NumberFormats
        self.locale = bridge().createUnoStruct("com.sun.star.lang.Locale")
        self.bits: dict[int, int] = {}

    def code(self, key: int) -> str:
        """The format as Excel writes it."""
        code = str(self.known.getByKey(key).FormatString)
        return code.lower() if self.has(key, DATE | TIME) else code

    def key(self, code: str) -> int:
        """The format of that code, new if need be."""
        if code == "General":
            return int(self.known.getStandardIndex(self.locale))
        found = self.known.queryKey(code, self.locale, False)
        return int(found if found != -1 else self.known.addNew(code, self.locale))

    def has(self, key: int, bits: int) -> bool:
        """Whether a format is of one of these kinds."""
        if key not in self.bits:
            self.bits[key] = int(self.known.getByKey(key).Type)
        return bool(self.bits[key] & bits)


class Cells:
    """One rectangle in a document."""

    def __init__(self, document: Any, area: Any) -> None:
        self.document, self.area = document, area
        self.formats = Formats(document)
        address = area.RangeAddress
        self.sheet = address.Sheet
        self.top, self.left = address.StartRow, address.StartColumn
        self.height = address.EndRow - self.top + 1
        self.width = address.EndColumn - self.left + 1

    def read(self) -> list[list[object]]:
        """Every value as COM hands it over: "" is nothing, an error is an integer."""
        rows: list[list[object]] = [list(row) for row in self.area.getDataArray()]
        keys = self.formats_by_cell()
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                row[c] = self._handed(value, keys[r][c], (r, c))
        return rows

    def _handed(self, value: object, key: int, place: tuple[int, int]) -> object:
        if value is None:
            row, column = place
            error = self.area.getCellByPosition(column, row).getError()
            return ERRORS.get(error, ERRORS[519])
        if not isinstance(value, float):
            return value
        if self.formats.has(key, LOGICAL):
            return value != 0
        # A time of day without a day comes as a number, as xlwings has it from COM.
        return moment(value) if self.formats.has(key, DATE) else value

    def write(self, rows: Sequence[Sequence[object]], *, keeps_apostrophe: bool) -> None:
        """Take values as Excel does, which parses texts and picks formats for dates."""
        keys = self.formats_by_cell()
        entries = [
            [
                entered(
                    value,
                    is_text_cell=self.formats.has(key, TEXT),
                    keeps_apostrophe=keeps_apostrophe,
                )
                for value, key in zip(*pair, strict=True)
            ]
            for pair in zip(rows, keys, strict=True)
        ]
        # A None would end soffice 7.4, so nothing is ""; a formula comes afterwards.
        self.area.setDataArray(
            tuple(
                tuple("" if e.kind is Kind.FORMULA else e.content for e in row)
                for row in entries
            )
        )
        for r, row in enumerate(entries):
            for c, entry in enumerate(row):
                if entry.kind is Kind.FORMULA:
                    formula = _PARTED.sub(_as_calc, str(entry.content))
                    self.area.getCellByPosition(c, r).setFormula(formula)
        self._format(entries, keys)

    def format(self, code: str) -> None:
        """Show every cell like this; a boolean stays one, which in Calc is a format."""
        booleans = [
            (r, c)
            for r, row in enumerate(self.formats_by_cell())
            for c, key in enumerate(row)
            if self.formats.has(key, LOGICAL)
        ]
        self.area.NumberFormat = self.formats.key(code)
        if booleans:
            self._group(booleans).NumberFormat = self.formats.key(CODES[Kind.BOOL])

    def _format(self, entries: Sequence[Sequence[Entry]], before: Keys) -> None:
        """Make Excel's choice of formats; Calc makes its own for texts like numbers."""
        wrong: dict[int, list[tuple[int, int]]] = defaultdict(list)
        after = self.formats_by_cell()
        for r, row in enumerate(entries):
            for c, entry in enumerate(row):
                wanted = self._wanted(entry, before[r][c])
                if wanted != after[r][c]:
                    wrong[wanted].append((r, c))
        for key, places in wrong.items():
            self._group(places).NumberFormat = key

    def _wanted(self, entry: Entry, before: int) -> int:
        if entry == BLANK or entry.kind in {Kind.TEXT, Kind.FORMULA}:
            return before
        if entry.kind is Kind.BOOL:
            return self.formats.key(CODES[entry.kind])
        if self.formats.has(before, LOGICAL):
            before = self.formats.key("General")
        if entry.kind in CODES and self.formats.code(before) == "General":
            return self.formats.key(CODES[entry.kind])
        return before

    def formats_by_cell(self) -> Keys:
        """The number format of every cell."""
        keys = [[0] * self.width for _ in range(self.height)]
        groups = self.area.getUniqueCellFormatRanges()
        for number in range(groups.Count):
            group = groups.getByIndex(number)
            key = group.NumberFormat
            for a in group.RangeAddresses:
                span = slice(a.StartColumn - self.left, a.EndColumn - self.left + 1)
                for row in range(a.StartRow - self.top, a.EndRow - self.top + 1):
                    keys[row][span] = [key] * (span.stop - span.start)
        return keys

    def _group(self, places: Iterable[tuple[int, int]]) -> Any:
        uno = bridge()
        addresses = []
        for row, column in places:
            a = uno.createUnoStruct("com.sun.star.table.CellRangeAddress")
            a.Sheet = self.sheet
            a.StartRow = a.EndRow = self.top + row
            a.StartColumn = a.EndColumn = self.left + column
            addresses.append(a)
        group = self.document.createInstance("com.sun.star.sheet.SheetCellRanges")
        group.addRangeAddresses(tuple(addresses), False)
        return group


def cleaned(
    value: object,
    datetime_builder: Any,
    empty_as: object,
    number_builder: Any,
    err_to_str: bool,
) -> object:
    """One value as xlwings gives it to its caller; word for word what it does on Windows."""
    if value in ("", None):
        return empty_as
    if isinstance(value, datetime):
        parts = ("month", "day", "year", "hour", "minute", "second", "microsecond")
        return datetime_builder(**{p: getattr(value, p) for p in parts}, tzinfo=None)
    if number_builder is not None and isinstance(value, float):
        return number_builder(value)
    if type(value) is int and value in ERROR_TEXTS:
        return ERROR_TEXTS[value] if err_to_str else None
    return value
