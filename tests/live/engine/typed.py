"""What Excel makes of what a cell is given through ``Range.Value``.

As typing does it: a text that looks like a number, a date, a percentage or a formula
becomes one, unless the cell is formatted as text or the text begins with an apostrophe.
Where Excel would refuse a formula, this one takes it: no test wants either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

EPOCH = datetime(1899, 12, 30)  # right from 1 March 1900 on; Excel knows a 29 February 1900
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NUMBER = re.compile(
    r"\s*(?P<open>\()?(?P<sign>[+-])?\s*(?:Rp|[$€£])?\s*"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?P<e>e[+-]?\d+)?"
    r"\s*(?P<percent>%)?\)?\s*",
    re.IGNORECASE,
)
_ISO = re.compile(r"\s*(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})\s*")
_MONTH_FIRST = re.compile(r"\s*(?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?:[-/](?P<y>\d{4}|\d\d))?\s*")
_NAMED = re.compile(
    r"\s*(?:(?P<d>\d{1,2})[- ])?(?P<name>[a-z]{3})[a-z]*[- ](?P<y>\d{4}|\d\d)\s*",
    re.IGNORECASE,
)
_TIME = re.compile(r"\s*(?P<h>\d{1,2}):(?P<min>\d\d)(?::(?P<s>\d\d))?\s*")
_ERRORS = ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NUM!", "#NAME?", "#NULL!")


class Kind(StrEnum):
    """What a cell then holds."""

    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    BOOL = "bool"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a cell then holds: a text, or a number that its format makes something else."""

    kind: Kind
    content: str | float


BLANK = Entry(Kind.BLANK, "")


def entered(value: object, *, is_text_cell: bool, keeps_apostrophe: bool) -> Entry:
    """The content of a cell that was given a value.

    A cell formatted as text takes everything as text. Whether it also takes a leading
    apostrophe as part of the text is not documented, so tests ask for both.
    """
    if value is None or value == "":
        return BLANK
    if isinstance(value, str) and value.startswith("'"):
        keeps = is_text_cell and keeps_apostrophe
        return Entry(Kind.TEXT, value if keeps else value[1:])
    if is_text_cell:
        return Entry(Kind.TEXT, value if isinstance(value, str) else _shown(value))
    return as_typed(value) if isinstance(value, str) else _native(value)


def _native(value: object) -> Entry:
    match value:
        case bool():
            return Entry(Kind.BOOL, float(value))
        case int() | float():
            return Entry(Kind.NUMBER, float(value))
        case datetime():
            is_day = value.time() == time()
            return Entry(Kind.DATE if is_day else Kind.DATETIME, serial(value))
        case date():
            return Entry(Kind.DATE, serial(datetime(value.year, value.month, value.day)))
        case _:  # COM and AppleScript know no other
            raise TypeError(f"Excel takes no {type(value).__name__}: {value!r}")


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return f"{value:.15g}"
        case date():
            return f"{value.month}/{value.day}/{value.year}"
        case _:
            raise TypeError(f"Excel takes no {type(value).__name__}: {value!r}")


def as_typed(text: str) -> Entry:
    """A text in a cell of no particular format, as if it were typed in an English Excel."""
    if len(text) > 1 and text[0] in "=+-@" and not _NUMBER.fullmatch(text):
        return Entry(Kind.FORMULA, text if text[0] == "=" else f"={text}")
    if text.strip().upper() in {"TRUE", "FALSE"}:
        return Entry(Kind.BOOL, float(text.strip().upper() == "TRUE"))
    if text in _ERRORS:
        return Entry(Kind.FORMULA, f"={text}")
    if found := _NUMBER.fullmatch(text):
        return _number(found)
    if found := _TIME.fullmatch(text):
        seconds = int(found["h"]) * 3600 + int(found["min"]) * 60 + int(found["s"] or 0)
        return Entry(Kind.TIME, seconds / 86_400)
    return _date(text) or Entry(Kind.TEXT, text)


def _number(found: re.Match[str]) -> Entry:
    # Excel keeps 15 digits, so a NIP of 18 ends in zeros.
    number = float(f"{float(found['digits'].replace(',', '') + (found['e'] or '')):.15g}")
    if found["open"] or found["sign"] == "-":
        number = -number
    if found["percent"]:
        return Entry(Kind.PERCENT, number / 100)
    return Entry(Kind.NUMBER, number)


def _date(text: str) -> Entry | None:
    for pattern in (_ISO, _MONTH_FIRST, _NAMED):
        found = pattern.fullmatch(text)
        if found and (day := _day(found.groupdict())):
            return Entry(Kind.DATE, serial(day))
    return None


def _day(parts: dict[str, str | None]) -> datetime | None:
    year = int(parts["y"] or 2026)
    year += 2000 if year < 30 else 1900 if year < 100 else 0
    name = (parts.get("name") or "").casefold()
    if name and name not in MONTHS:
        return None
    month = MONTHS.index(name) + 1 if name else int(parts["m"] or 0)
    try:
        return datetime(year, month, int(parts["d"] or 1))
    except ValueError:
        return None


def serial(moment: datetime) -> float:
    """The number Excel keeps for a day and time of day."""
    delta = moment.replace(tzinfo=None) - EPOCH
    return delta.days + delta.seconds / 86_400


def moment(number: float) -> datetime:
    """The day and time a number means, to the millisecond as COM hands it over."""
    days = int(number)
    milliseconds = round((number - days) * 86_400_000)
    return EPOCH + timedelta(days=days, milliseconds=milliseconds)
