"""What a cell of a worksheet's XML holds, and how a value is written there.

Understands what Excel, LibreOffice and XlsxWriter write: shared and inline strings,
strict and transitional namespaces, both calendars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kinerja.adapters.parts import BrokenPackageError
from kinerja.grid import Place, Value, column_number, storable
from kinerja.sheets.table import Link

if TYPE_CHECKING:
    from lxml.etree import _Element

_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
# Excel reads _x0041_ in a text as the letter A, so its underscore is written as one, too.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAY = 86_400
LARGEST = 307  # power of ten; a cell with a larger number makes a workbook nobody can open
LINK = "link"  # a place of the workbook, as the formula that leads there
EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)

Content = tuple[str, str] | None  # kind of cell (n, s, b, link, or other) and its text


def escaped(text: str) -> str:
    """The text so written that Excel reads it as it is."""
    return _ESCAPE.sub("_x005F_", text)


def parsed(data: bytes) -> _Element:
    """The root of a part.

    Raises:
        BrokenPackageError: if it is not well-formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenPackageError from error


def serialized(root: _Element) -> bytes:
    """The part as bytes, declared as Excel declares it."""
    from lxml import etree

    tree = root.getroottree()
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def tag(root: _Element, name: str) -> str:
    """The name in the namespace of the root, which is one of two."""
    return _beside(str(root.tag), name)


@cache
def _beside(known: str, name: str) -> str:
    space, _, _ = known.rpartition("}")
    return f"{space}}}{name}" if space else name


def shared_texts(root: _Element) -> list[str]:
    """The texts of xl/sharedStrings.xml in their order."""
    return [text_of(item) for item in root.iterchildren(tag(root, "si"))]


def children(cell: _Element) -> Mapping[str, _Element]:
    """What is in a cell by its tag, the first of each: quicker than to look for one."""
    return {str(child.tag): child for child in cell.iterchildren(reversed=True)}


def text_of(item: _Element) -> str:
    """The text of a string with or without formatted runs; reading aids are no text."""
    own = tag(item, "t")
    if len(item) == 1 and item[0].tag == own:  # nearly always, and there are many
        text = item[0].text or ""
    else:
        text = "".join(_runs(item, own))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _runs(item: _Element, own: str) -> Iterator[str]:
    run = tag(item, "r")
    for child in item:
        if child.tag == own:
            yield child.text or ""
        elif child.tag == run:
            yield from (t.text or "" for t in child.iterchildren(own))


def content_of(value: Value, epoch: date = EPOCH_1900) -> Content:
    """A value as a cell stores it; None for nothing."""
    match value:
        case None | "":
            return None
        case bool():
            return "b", "1" if value else "0"
        case Decimal() if value.is_finite() and value.adjusted() <= LARGEST:
            return "n", f"{value:f}"
        case date() | time():
            return "n", _serial(value, epoch)
        case Link():
            return LINK, storable(value)
        case _:
            text = storable(str(value))
            return ("s", text) if text else None


def _serial(value: date | time, epoch: date) -> str:
    """Days since the epoch, the time of day as their fraction."""
    days, clock = 0, None
    if isinstance(value, date):
        days = value.toordinal() - epoch.toordinal()
    if isinstance(value, datetime | time):
        clock = value
    if clock is None:
        return str(days)
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    exact = Decimal(seconds) + Decimal(clock.microsecond) / 1_000_000
    return f"{days + exact / _DAY:.12f}".rstrip("0").rstrip(".")


def place_of(ref: str) -> Place:
    """Row and column of a reference such as ``B12``.

    Raises:
        BrokenPackageError: if it is none.
    """
    found = _REF.fullmatch(ref)
    if not found:
        raise BrokenPackageError(ref)
    return int(found[2]), _column_number(found[1])


_column_number = cache(column_number)  # a worksheet has few columns and many cells


def number_of(text: str) -> int:
    """The whole number that an attribute must be.

    Raises:
        BrokenPackageError: if it is none.
    """
    try:
        return int(text)
    except ValueError as error:
        raise BrokenPackageError(text) from error


def same(one: Mapping[Place, Content], two: Mapping[Place, Content]) -> bool:
    """Whether the same content stands in the same places."""
    return one.keys() == two.keys() and all(
        _comparable(content) == _comparable(two[place]) for place, content in one.items()
    )


def _comparable(content: Content) -> tuple[str, str | float] | None:
    """Numbers by what they are: Excel writes 0.1 with seventeen digits."""
    if content and content[0] == "n":
        with suppress(ValueError):
            return "n", float(content[1])
    return content
