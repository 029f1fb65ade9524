"""What a cell holds, as a running program hands it over and takes it.

Programs know floats where kinerja has Decimal, and one sort of moment for days and
times; all of that is turned round here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from kinerja.adapters.host import Content
from kinerja.grid import Cell, Kind, Value, storable
from kinerja.sheets.table import Link

_ERROR = re.compile(r"#(N/A|GETTING_DATA|[A-Z0-9/_]+[!?])")
# What XML could not carry, and so no file could hold.
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell's moment has no zone
_DAY = 86_400


def cell_of(content: Content, *, percent: bool = False) -> Cell | None:
    """The cell that a reader of the file would find; None for a blank one."""
    match content:
        case None | "":
            return None
        case bool():
            return Cell(Kind.BOOL, content)
        case float():
            return Cell(Kind.NUMBER, number(content), percent=percent)
        case datetime():
            return _moment(content)
        case _ if _ERROR.fullmatch(content):
            return Cell(Kind.ERROR, content)
        case _:
            return Cell(Kind.TEXT, _lines(content))


def _moment(moment: datetime) -> Cell:
    """A day, a time of day, or both; programs give a time alone the day 0."""
    if moment.date() <= EPOCH.date():
        return Cell(Kind.TIME, moment.time())
    return Cell(Kind.DATE, moment if moment.time() != time() else moment.date())


def _lines(text: str) -> str:
    """Text with one kind of line break; what cannot be printed becomes U+FFFD."""
    return _BAD.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def number(value: float) -> Decimal:
    """The number as Excel keeps it: 15 significant digits, and never infinite.

    Raises:
        ValueError: for what is no number, which only a damaged file has.
    """
    exact = Decimal(f"{float(value):.15g}")
    if not exact.is_finite():
        raise ValueError(value)
    return exact


def content_of(value: Value) -> Content:
    """A value as a program takes it; never a Decimal, of which COM keeps four decimals."""
    match value:
        case None | "":
            return None
        case bool() | datetime() | Link():
            return value
        case Decimal():
            return float(value)
        case date():
            return datetime.combine(value, time())
        case time():
            return _seconds(value) / _DAY
        case _:
            return storable(value) or None


def _seconds(clock: time) -> float:
    return clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6


def same(one: Content, two: Content) -> bool:
    """Whether two contents are one, whatever format shows them."""
    return _comparable(one) == _comparable(two)


def _comparable(content: Content) -> tuple[str, object]:
    """A day is the number that stands for it: formats come and go."""
    match content:
        case None | "":
            return "", ""
        case bool():
            return "b", content
        case float():
            return "n", number(content)
        case datetime():
            return "n", number(_serial(content))
        case _:
            return "s", _lines(content)


def _serial(moment: datetime) -> float:
    """The days since the epoch, to the second."""
    passed = moment - EPOCH
    return passed.days + round(passed.seconds + passed.microseconds / 1e6) / _DAY


def is_percent(number_format: str) -> bool:
    """Whether the format shows a hundredth as 1 %: a percent sign that is not in quotes."""
    return "%" in unquoted(number_format)


def unquoted(number_format: str) -> str:
    """The format without its literal texts, colours and conditions."""
    return _QUOTED.sub("", number_format)
