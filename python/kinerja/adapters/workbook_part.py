"""The parts of a package that stand above its sheets: their names and places, formats."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.adapters.parts import Package
from kinerja.adapters.xml_cells import (
    EPOCH_1900,
    EPOCH_1904,
    number_of,
    parsed,
    shared_texts,
    tag,
)
from kinerja.sheets.table import normal

if TYPE_CHECKING:
    from lxml.etree import _Element

WORKBOOK = "xl/workbook.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"  # of the workbook part
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """What the workbook part says: where each sheet is, the texts, how days are counted."""

    root: _Element
    sheets: Mapping[str, str]  # part by name, as ``normal`` writes it
    strings: Sequence[str]
    epoch: date

    @classmethod
    def read(cls, package: Package) -> WorkbookPart:
        """What it says in this package.

        Raises:
            BrokenPackageError: if it cannot be read.
        """
        root = parsed(package.read(WORKBOOK))
        targets = _targets(relationships(package))
        sheets = {}
        for sheet in sheet_elements(root):
            part = targets.get(relation_id(sheet))
            if part:
                sheets[normal(sheet.get("name", ""))] = part
        strings: Sequence[str] = ()
        if STRINGS in package.names:
            strings = shared_texts(parsed(package.read(STRINGS)))
        properties = root.find(tag(root, "workbookPr"))
        is_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        return cls(root, sheets, strings, EPOCH_1904 if is_1904 else EPOCH_1900)


def sheet_elements(root: _Element) -> Sequence[_Element]:
    """The sheets as the workbook part lists them, in the order of their tabs."""
    return root.findall(f"{tag(root, 'sheets')}/{tag(root, 'sheet')}")


def relationships(package: Package) -> _Element:
    """The relationships of the workbook part.

    Raises:
        BrokenPackageError: if they cannot be read.
    """
    return parsed(package.read(RELATIONSHIPS))


def own_formats(styles: _Element) -> Mapping[int, str]:
    """The number formats that a workbook brings along, by the number its styles call them."""
    return {
        number_of(own.get("numFmtId", "0")): own.get("formatCode", "")
        for own in styles.iterfind(f"{tag(styles, 'numFmts')}/{tag(styles, 'numFmt')}")
    }


def _targets(relations: _Element) -> Mapping[str, str]:
    """The part of every worksheet by its relationship id."""
    return {
        relation.get("Id", ""): part_of(relation.get("Target", ""))
        for relation in relations
        if relation.get("Type", "").endswith("/worksheet")
    }


def part_of(target: str) -> str:
    """The part a target means, which may be relative to the workbook part."""
    path = posixpath.join("/", posixpath.dirname(WORKBOOK), target)
    return posixpath.normpath(path).removeprefix("/")


def relation_id(sheet: _Element) -> str:
    """The attribute r:id, whose namespace is one of two."""
    ids = (v for key, v in sheet.attrib.items() if str(key).endswith("/relationships}id"))
    return str(next(ids, ""))
