"""A workbook of the office's own, read in this process: quickly, or not at all.

The master is read on every click, and no stranger has made it. Where anything in it
is not as Excel, LibreOffice and XlsxWriter plainly write it, nothing is read here and
the two readers of returned files decide.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

from kinerja.adapters.parts import BrokenPackageError
from kinerja.adapters.parts import Package as Parts
from kinerja.adapters.program_cells import EPOCH, is_percent, number
from kinerja.adapters.reading.preflight import Package, preflight
from kinerja.adapters.reading.text import clean, decode
from kinerja.adapters.reading.workbook import CONSTANT
from kinerja.adapters.workbook_part import STRINGS, STYLES, WORKBOOK, own_formats
from kinerja.adapters.xml_cells import (
    children,
    number_of,
    parsed,
    place_of,
    shared_texts,
    tag,
    text_of,
)
from kinerja.grid import Book, Cell, Grid, Kind, Place, Value
from kinerja.model import Identitas
from kinerja.temuan import Temuan

if TYPE_CHECKING:
    from lxml.etree import _Element

DATES = {*range(14, 23), 45, 47}  # formats without a text of their own, in every Excel
PERCENTS = {9, 10}
KNOWN = {*range(5), *range(9, 23), *range(37, 41), 45, 47, 48, 49}
_QUIET = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_].')  # of a format: quoted, coloured, literal
_DURATION = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_FIRST, _LAST = 61, 2_958_466  # days that Excel and the calendar count alike
_TRUE = {"1", "true", "on"}


class _Doubt(Exception):
    """Something is not plain."""


@dataclass(frozen=True, slots=True)
class _Style:
    percent: bool = False
    struck: bool = False
    date: bool = False
    known: bool = True


def read_plain(data: bytes, name: str, without: Set[str] = frozenset()) -> Book | None:
    """Everything in the workbook with its place; None if something in it is not plain.

    Sheets of the names ``without`` are left out.
    """
    package = preflight(data, name, without)
    if isinstance(package, Temuan):
        return None
    try:
        return _read(data, package, name)
    except (_Doubt, BrokenPackageError, ValueError, OverflowError, IndexError):
        return None


def _read(data: bytes, package: Package, name: str) -> Book:
    _doubt(package.book != WORKBOOK)
    parts = Parts(data)
    root = parsed(parts.read(package.book))
    properties = root.find(tag(root, "workbookPr"))
    _doubt(properties is not None and properties.get("date1904") in _TRUE)
    strings: Sequence[str] = ()
    if STRINGS in parts.names:
        strings = shared_texts(parsed(parts.read(STRINGS)))
    styles = _styles(parsed(parts.read(STYLES))) if STYLES in parts.names else [_Style()]
    hidden = {
        sheet.get("name", "")
        for sheet in root.iterfind(f"{tag(root, 'sheets')}/{tag(root, 'sheet')}")
        if sheet.get("state", "visible") != "visible"
    }
    return Book(
        identitas=Identitas(
            sha256=hashlib.sha256(data).hexdigest(),
            berkas=name,
            disimpan=package.disimpan,
            aplikasi=package.aplikasi,
        ),
        grids=tuple(
            _grid(
                _Part(parsed(parts.read(part)), strings, styles),
                package,
                (name, sheet),
                is_hidden=sheet in hidden,
            )
            for sheet, part in package.parts.items()
        ),
        names=_constants(root),
        subject=decode(package.subject),
        has_macros=package.has_macros,
        has_outside_links=package.has_outside_links,
    )


def _doubt(is_strange: bool) -> None:
    if is_strange:
        raise _Doubt


# ---- what is said once for all sheets


def _styles(root: _Element) -> list[_Style]:
    """The style of every cell that is not plain text or number."""
    codes = own_formats(root)
    struck = [
        any(s.get("val", "1") in _TRUE for s in font.iterfind(tag(root, "strike")))
        for font in root.iterfind(f"{tag(root, 'fonts')}/{tag(root, 'font')}")
    ]
    return [
        _style(
            number_of(style.get("numFmtId", "0")),
            codes,
            is_struck=struck[number_of(style.get("fontId", "0"))] if struck else False,
        )
        for style in root.iterfind(f"{tag(root, 'cellXfs')}/{tag(root, 'xf')}")
    ]


def _style(number: int, codes: Mapping[int, str], *, is_struck: bool) -> _Style:
    code = codes.get(number)
    if code is None:
        return _Style(number in PERCENTS, is_struck, number in DATES, number in KNOWN)
    is_date = bool(re.search("[dmhys]", _QUIET.sub("", code.partition(";")[0]), re.IGNORECASE))
    return _Style(is_percent(code), is_struck, is_date, not _DURATION.search(code))


def _constants(root: _Element) -> Mapping[str, str]:
    """The defined names whose value is a text."""
    found = {}
    for defined in root.iterfind(f"{tag(root, 'definedNames')}/{tag(root, 'definedName')}"):
        match = CONSTANT.fullmatch((defined.text or "").strip())
        if match and defined.get("localSheetId") is None:
            found[clean(defined.get("name", ""))] = clean(match[1].replace('""', '"'))
    return found


# ---- one sheet


@dataclass(frozen=True, slots=True)
class _Part:
    """One worksheet part, and what its cells point to."""

    root: _Element
    strings: Sequence[str]
    styles: Sequence[_Style]

    def all(self, *path: str) -> Iterator[_Element]:
        """The elements at the end of this path."""
        return iter(self.root.iterfind("/".join(tag(self.root, name) for name in path)))


def _grid(part: _Part, package: Package, names: tuple[str, str], *, is_hidden: bool) -> Grid:
    file, sheet = names
    facts = package.sheets[sheet]
    cells = dict(_cells(part, facts.blank_results))
    _doubt(cells.keys() != facts.places)
    return Grid(
        file=file,
        sheet=clean(sheet),
        cells=cells,
        hidden_rows=frozenset(
            number_of(row.get("r", ""))
            for row in part.all("sheetData", "row")
            if row.get("hidden") in _TRUE or float(row.get("ht", "1")) == 0
        ),
        hidden_columns=frozenset(_hidden_columns(part)),
        spans=facts.spans,
        comments=package.notes[sheet],
        hidden=is_hidden,
        protected=any(p.get("sheet") in _TRUE for p in part.all("sheetProtection")),
    )


def _hidden_columns(part: _Part) -> Iterator[int]:
    for column in part.all("cols", "col"):
        if column.get("hidden") in _TRUE or float(column.get("width", "1")) == 0:
            last = min(number_of(column.get("max", "")), 16_384)
            yield from range(number_of(column.get("min", "")), last + 1)


def _cells(part: _Part, blank_results: frozenset[Place]) -> Iterator[tuple[Place, Cell]]:
    formula, value, inline = (tag(part.root, name) for name in ("f", "v", "is"))
    for element in part.all("sheetData", "row", "c"):
        if len(element) == 0:
            continue
        place, held = place_of(element.get("r", "")), children(element)
        text, written = _formula(held.get(formula)), _text(held.get(value))
        style = part.styles[number_of(element.get("s", "0"))]
        if element.get("t") == "inlineStr":
            item = held.get(inline)
            written = "" if item is None else text_of(item)
            _doubt(not written)
        elif not written and place in blank_results:
            written = ""
        elif not written and text:
            written = None
        elif not written:
            continue
        kind, content = _content(part, element.get("t", "n"), written, style)
        yield place, Cell(kind, content, text, style.percent, style.struck)


def _text(element: _Element | None) -> str | None:
    return None if element is None else element.text or ""


def _formula(element: _Element | None) -> str:
    """The formula; one that is shared or of an array is read elsewhere."""
    if element is None:
        return ""
    _doubt(element.get("t", "normal") != "normal" or not element.text)
    return clean(f"={element.text}")


def _content(part: _Part, kind: str, text: str | None, style: _Style) -> tuple[Kind, Value]:
    if text is None:
        return Kind.UNCALCULATED, None
    match kind:
        case "n":
            _doubt(not style.known)
            return _moment(float(text)) if style.date else (Kind.NUMBER, number(float(text)))
        case "b":
            _doubt(text not in {"0", "1"})
            return Kind.BOOL, text == "1"
        case "e":
            return Kind.ERROR, text
        case "s":
            text = part.strings[number_of(text)]
        case "str" | "inlineStr":
            pass
        case _:
            raise _Doubt
    _doubt(not text and kind == "s")
    _doubt("_x" in text or clean(text) != text)
    return Kind.TEXT, text


def _moment(serial: float) -> tuple[Kind, Value]:
    """A day, or a day with a time on it; a time alone is read elsewhere."""
    _doubt(not _FIRST <= serial < _LAST)
    days = int(serial)
    moment = EPOCH + timedelta(days, milliseconds=round((serial - days) * 86_400_000))
    return Kind.DATE, moment if moment.time() != time() else moment.date()
