"""The formats of one workbook added behind those of another, and the numbers they get.

Formats are only ever added: every cell that is there keeps the number of its own.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.adapters.workbook_part import own_formats
from kinerja.adapters.xml_cells import number_of, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

BUILT_IN = 164  # number formats below are the program's own
# The order in which the styles part lists them.
LISTS = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
)
FACES = {"fonts": "fontId", "fills": "fillId", "borders": "borderId"}


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much the numbers of added formats are higher than they were."""

    cells: int
    rules: int

    def put(self, root: _Element) -> None:
        """Let all that a worksheet part holds point to the added formats."""
        for element in root.iter(tag(root, "c"), tag(root, "row")):
            _add(element, "s", self.cells)
        for element in root.iter(tag(root, "col")):
            _add(element, "style", self.cells)
        for element in root.iter(tag(root, "cfRule")):
            _add(element, "dxfId", self.rules)


def add_formats(styles: _Element, other: _Element) -> Shift:
    """Add the cell formats and the formats of rules that another styles part has."""
    numbers = _add_numbers(styles, other)
    moved = {id_: _extend(styles, other, name) for name, id_ in FACES.items()}
    rules = _extend(styles, other, "dxfs")
    cells = _extend(styles, other, "cellXfs")
    for xf in list(_list(styles, "cellXfs"))[cells:]:
        for id_, by in moved.items():
            _add(xf, id_, by)
        number = xf.get("numFmtId", "0")
        xf.set("numFmtId", numbers.get(number, number))
        xf.set("xfId", "0")
    return Shift(cells, rules)


def _add_numbers(styles: _Element, other: _Element) -> dict[str, str]:
    """Add the number formats; what each is called now, by what it was called."""
    from lxml import etree

    known = {code: number for number, code in own_formats(styles).items()}
    renamed = {}
    for number, code in own_formats(other).items():
        if code not in known:
            known[code] = max([BUILT_IN - 1, *known.values()]) + 1
            formats = _list(styles, "numFmts")
            words = {"numFmtId": str(known[code]), "formatCode": code}
            etree.SubElement(formats, tag(styles, "numFmt"), words)
            formats.set("count", str(len(formats)))
        renamed[str(number)] = str(known[code])
    return renamed


def _extend(styles: _Element, other: _Element, name: str) -> int:
    """Add the members of one list; how many there were before."""
    own, more = _list(styles, name), other.find(tag(other, name))
    before = len(own)
    own.extend(deepcopy(member) for member in (() if more is None else more))
    own.set("count", str(len(own)))
    return before


def _list(styles: _Element, name: str) -> _Element:
    """One list of the styles part, made in its place where there is none."""
    from lxml import etree

    found = styles.find(tag(styles, name))
    if found is None:
        found = etree.Element(tag(styles, name))
        before = {tag(styles, n) for n in LISTS[: LISTS.index(name)]}
        styles.insert(sum(child.tag in before for child in styles), found)
    return found


def _add(element: _Element, name: str, by: int) -> None:
    value = element.get(name)
    if value is not None:
        element.set(name, str(number_of(value) + by))
