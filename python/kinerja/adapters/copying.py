"""Add sheets to a workbook, each a visible copy of a hidden one.

Only the parts that list the sheets change. What hangs on the pattern by a relationship
(a printer, a drawing, a table) is not copied, so no copy shares a part with another;
nor is its code name, which is one sheet's own and which Excel gives to a new sheet.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.adapters.workbook_part import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    WORKBOOK,
    WorkbookPart,
    relationships,
    sheet_elements,
)
from kinerja.adapters.worksheets import Worksheet
from kinerja.adapters.xml_cells import number_of, parsed, serialized, tag
from kinerja.sheets.table import Sheet, normal

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLE = (1, 1)  # where a pattern has its title, and a copy its own


def with_copies(package: Package, sheets: Iterable[Sheet]) -> Package:
    """The package with those of these sheets that it lacks and whose pattern it has."""
    book = WorkbookPart.read(package)
    taken = {normal(element.get("name", "")) for element in sheet_elements(book.root)}
    missing = {
        normal(sheet.name): sheet
        for sheet in sheets
        if normal(sheet.name) not in taken and normal(sheet.pattern) in book.sheets
    }
    if not missing:
        return package
    relations = relationships(package)
    types = parsed(package.read(CONTENT_TYPES))
    parts: dict[str, bytes] = {}
    for sheet in missing.values():
        pattern = book.sheets[normal(sheet.pattern)]
        part = free_part(pattern, package.names | parts.keys())
        parts[part] = _copied(parsed(package.read(pattern)), sheet.title)
        _override(types, pattern, part)
        _list(book.root, sheet, _relate(relations, pattern, part))
    parts[WORKBOOK], parts[RELATIONSHIPS] = serialized(book.root), serialized(relations)
    parts[CONTENT_TYPES] = serialized(types)
    return Package(package.replaced(parts))


def free_part(pattern: str, names: Iterable[str]) -> str:
    """The name of a part beside the pattern that no part has, whatever the case."""
    folder = posixpath.dirname(pattern)
    used = {name.casefold() for name in names}
    number = 1
    while f"{folder}/sheet{number}.xml".casefold() in used:
        number += 1
    return f"{folder}/sheet{number}.xml"


def _copied(root: _Element, title: str) -> bytes:
    """The pattern's part as the part of a sheet of its own."""
    for child in list(root):
        if child.tag == tag(root, "pageSetup"):
            _strip(child)
        elif any(_is_related(element) for element in child.iter()):
            root.remove(child)
    _strip(root)
    properties = root.find(tag(root, "sheetPr"))
    if properties is not None and "codeName" in properties.attrib:
        del properties.attrib["codeName"]
    for view in root.iterfind(f"{tag(root, 'sheetViews')}/{tag(root, 'sheetView')}"):
        if "tabSelected" in view.attrib:
            del view.attrib["tabSelected"]
    Worksheet(root).put({TITLE: ("s", title)})
    return serialized(root)


def _is_related(element: _Element) -> bool:
    return any("/relationships}" in str(name) for name in element.attrib)


def _strip(element: _Element) -> None:
    """Take away what is said of this one element only: its relationship, its identity."""
    for name in list(element.attrib):
        if "/relationships}" in str(name) or str(name).endswith("}uid"):
            del element.attrib[name]


def _override(types: _Element, pattern: str, part: str) -> None:
    """Give the part the content type of the pattern."""
    for kind in types:
        if kind.get("PartName") == f"/{pattern}":
            new = deepcopy(kind)
            new.set("PartName", f"/{part}")
            types.append(new)
            return
    raise BrokenPackageError(pattern)


def _relate(relations: _Element, pattern: str, part: str) -> str:
    """Relate the part as the pattern is related; the id of that."""
    ids = {relation.get("Id", "") for relation in relations}
    number = len(ids) + 1
    while f"rId{number}" in ids:
        number += 1
    for relation in relations:
        target = relation.get("Target", "")
        if posixpath.basename(target) == posixpath.basename(pattern):
            new = deepcopy(relation)
            new.set("Id", f"rId{number}")
            name = posixpath.basename(part)
            new.set("Target", posixpath.join(posixpath.dirname(target), name))
            relations.append(new)
            return f"rId{number}"
    raise BrokenPackageError(pattern)


def _list(root: _Element, sheet: Sheet, identity: str) -> None:
    """List the sheet after all others, with the names that the pattern has for itself."""
    elements = sheet_elements(root)
    names = [normal(element.get("name", "")) for element in elements]
    pattern = elements[names.index(normal(sheet.pattern))]
    new = deepcopy(pattern)
    new.set("name", sheet.name)
    new.set("sheetId", str(1 + max(number_of(e.get("sheetId", "0")) for e in elements)))
    for name in list(new.attrib):
        if str(name).endswith("/relationships}id"):
            new.set(name, identity)
    if "state" in new.attrib:
        del new.attrib["state"]
    elements[-1].addnext(new)
    _name(root, (names.index(normal(sheet.pattern)), pattern.get("name", "")), sheet.name)


def _name(root: _Element, pattern: tuple[int, str], name: str) -> None:
    """Give the last sheet what is defined for the pattern alone: its filter, its headings."""
    index, known = pattern
    last = len(sheet_elements(root)) - 1
    old, new = (f"'{n.replace(chr(39), chr(39) * 2)}'!" for n in (known, name))
    for defined in root.findall(f"{tag(root, 'definedNames')}/{tag(root, 'definedName')}"):
        if defined.get("localSheetId") == str(index) and old in (defined.text or ""):
            copy = deepcopy(defined)
            copy.set("localSheetId", str(last))
            copy.text = (defined.text or "").replace(old, new)
            defined.addnext(copy)
