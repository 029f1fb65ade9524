"""What a person has typed in LibreOffice, put into the file that LibreOffice must not save.

Cell by cell, in any sheet: only cells whose content differs are touched, and they keep
their look. Formulas, new sheets and formats stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.adapters.parts import Package
from kinerja.adapters.patching import assembled
from kinerja.adapters.program_cells import unquoted
from kinerja.adapters.workbook_part import (
    STYLES,
    WorkbookPart,
    own_formats,
    sheet_elements,
)
from kinerja.adapters.worksheets import Worksheet
from kinerja.adapters.xml_cells import LINK, Content, content_of, number_of, parsed, same, tag
from kinerja.grid import Cell, Kind, Place, cell_name
from kinerja.sheets.table import normal, plain
from kinerja.values import to_text

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMULAS = {"f", LINK, "e"}  # an error value is a formula in Calc
SECOND = 1 / 86_400  # in days: as exactly as LibreOffice tells a moment
DATES, PERCENTS = {*range(14, 23), *range(45, 48)}, {9, 10}  # formats that every Excel knows
Cells = Mapping[Place, Cell]


@dataclass(slots=True)
class Typed:
    """The workbook with what was typed, the sheets that changed, and what stays behind."""

    data: bytes = b""
    sheets: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


def with_typed(raw: bytes, opened: Mapping[str, Cells]) -> Typed:
    """The workbook with the content that its sheets have in an open document.

    Raises:
        BrokenPackageError: if it cannot be read.
    """
    package = Package(raw)
    book, formats = WorkbookPart.read(package), _formats(package)
    typed, lost_formula = Typed(), False
    changed: dict[str, _Element] = {}
    for name, cells in opened.items():
        part = book.sheets.get(normal(name))
        if part is None:
            typed.behind.append(f"“{name}”")
            continue
        root = parsed(package.read(part))
        worksheet = Worksheet(root, book.strings, book.epoch)
        news, behind = _news(worksheet, cells, book)
        typed.behind += [f"“{name}” {cell_name(*place)}" for place in behind]
        if news:
            worksheet.put(_fitting(news, worksheet, cells, formats))
            changed[part] = root
            typed.sheets.append(name)
            lost_formula |= worksheet.lost_formula
    opened_names = {normal(name) for name in opened}
    typed.behind += [
        f"“{name}”"
        for sheet in sheet_elements(book.root)
        if normal(name := sheet.get("name", "")) not in opened_names
    ]
    typed.data = assembled(package, book, changed, lost_formula=lost_formula)
    return typed


def _news(
    worksheet: Worksheet, cells: Cells, book: WorkbookPart
) -> tuple[Mapping[Place, Content], list[Place]]:
    """What the cells of the document hold that the file does not, and new formulas."""
    kept = worksheet.contents()
    news: dict[Place, Content] = {}
    behind = []
    for place in sorted(kept.keys() | cells.keys()):
        cell, old = cells.get(place), kept.get(place)
        if cell and cell.formula:
            if not old or old[0] not in FORMULAS:
                behind.append(place)
            continue
        new = content_of(cell.value, book.epoch) if cell else None
        if not _same(new, old, cell):
            news[place] = new
    return news, behind


def _same(new: Content, old: Content, cell: Cell | None) -> bool:
    if cell and cell.kind in {Kind.DATE, Kind.TIME} and new and old and old[0] == "n":
        return abs(float(new[1]) - float(old[1])) < SECOND
    return same({(0, 0): new}, {(0, 0): old})


# ---- what a number means in its cell


def _fitting(
    news: Mapping[Place, Content],
    worksheet: Worksheet,
    cells: Cells,
    formats: Mapping[int, str],
) -> Mapping[Place, Content]:
    """The news; a day or a percentage is a text where its cell would show a mere number."""
    fitting = dict(news)
    for place in news:
        cell = cells.get(place)
        code = formats.get(worksheet.style(place), "")
        if cell and cell.percent and "%" not in code:
            fitting[place] = "s", f"{to_text(Decimal(plain(cell.value)) * 100)}%"
        elif cell and cell.kind in {Kind.DATE, Kind.TIME} and not re.search("[dmyhs]", code):
            fitting[place] = "s", plain(cell.value)
    return fitting


def _formats(package: Package) -> Mapping[int, str]:
    """The number format of every style, as far as it tells days and percentages apart."""
    if STYLES not in package.names:
        return {}
    root = parsed(package.read(STYLES))
    own = {number: unquoted(code).lower() for number, code in own_formats(root).items()}
    known = dict.fromkeys(DATES, "d") | dict.fromkeys(PERCENTS, "%") | own
    styles = root.iterfind(f"{tag(root, 'cellXfs')}/{tag(root, 'xf')}")
    return {n: known.get(number_of(s.get("numFmtId", "0")), "") for n, s in enumerate(styles)}
