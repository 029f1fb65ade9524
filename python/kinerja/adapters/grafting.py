"""Sheets of a new master put into one in use, among its own sheets.

Each comes with its formats, and stands where a new master has it. No other sheet changes;
only the lists of the workbook learn of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.adapters.copying import free_part
from kinerja.adapters.formats import Shift, add_formats
from kinerja.adapters.parts import Package
from kinerja.adapters.widening import last_column
from kinerja.adapters.workbook_part import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    STYLES,
    WORKBOOK,
    WorkbookPart,
    relation_id,
    relationships,
    sheet_elements,
)
from kinerja.adapters.worksheets import SPACE, Worksheet
from kinerja.adapters.xml_cells import (
    escaped,
    number_of,
    parsed,
    place_of,
    serialized,
    tag,
)
from kinerja.grid import cell_name, letter
from kinerja.sheets.table import normal

if TYPE_CHECKING:
    from lxml.etree import _Element

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
DRAWN = ("drawing", "legacyDrawing")
BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
FILTER = "_xlnm._FilterDatabase"
TABS = ("activeTab", "firstSheet")


@dataclass(slots=True)
class Graft:
    """A package at work: what is taken over from ``new`` into ``old`` so far.

    Raises:
        BrokenPackageError: wherever one of them cannot be read.
    """

    old: Package
    new: Package
    book: WorkbookPart = field(init=False)
    source: WorkbookPart = field(init=False)
    shift: Shift = field(init=False)
    parts: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.book, self.source = WorkbookPart.read(self.old), WorkbookPart.read(self.new)
        self._styles = parsed(self.old.read(STYLES))
        self.shift = add_formats(self._styles, parsed(self.new.read(STYLES)))
        self._relations = relationships(self.old)
        self._types = parsed(self.old.read(CONTENT_TYPES))

    _styles: _Element = field(init=False)
    _relations: _Element = field(init=False)
    _types: _Element = field(init=False)

    def taken(self, name: str) -> _Element:
        """A sheet of the new workbook as it can stand in the old one, nothing drawn on it."""
        root = parsed(self.new.read(self.source.sheets[normal(name)]))
        self.shift.put(root)
        _write_out(root, self.source.strings)
        for child in [c for n in DRAWN for c in root.iterfind(tag(root, n))]:
            root.remove(child)
        for view in root.iter(tag(root, "sheetView")):
            if "tabSelected" in view.attrib:
                del view.attrib["tabSelected"]
        return root

    def add(self, name: str) -> None:
        """Put in a sheet that the old workbook lacks, where the new one has it."""
        from lxml import etree

        part = free_part("xl/worksheets/sheet1.xml", self.old.names | self.parts.keys())
        self.parts[part] = serialized(self.taken(name))
        words = {"PartName": f"/{part}", "ContentType": SHEET_TYPE}
        etree.SubElement(self._types, tag(self._types, "Override"), words)
        elements = sheet_elements(self.book.root)
        new = deepcopy(_element(self.source.root, name))
        new.set("sheetId", str(1 + max(number_of(e.get("sheetId", "0")) for e in elements)))
        _set_id(new, self._relate(part))
        place = self._place(name, elements)
        _make_room(self.book.root, place)
        listed = self.book.root.find(tag(self.book.root, "sheets"))
        if listed is not None:
            listed.insert(place, new)
        self._name(name, place)

    def replace(self, name: str) -> None:
        """Put a sheet of the new workbook in the place of the old one of that name."""
        part = self.book.sheets[normal(name)]
        root = self.taken(name)
        for view in parsed(self.old.read(part)).iter(tag(root, "sheetView")):
            if view.get("tabSelected"):
                next(root.iter(tag(root, "sheetView"))).set("tabSelected", "1")
        self.parts[part] = serialized(root)
        elements = sheet_elements(self.book.root)
        place = elements.index(_element(self.book.root, name))
        names = _names(self.book.root)
        for defined in [d for d in names if d.get("localSheetId") == str(place)]:
            names.remove(defined)
        self._name(name, place)

    def stretch(self, root: _Element, name: str, top: int) -> None:
        """Let the filter of a sheet reach its last column: rows that are sorted stay whole."""
        found = root.find(tag(root, "autoFilter"))
        first, _, last = (found.get("ref", "") if found is not None else "").partition(":")
        if found is None or not last or place_of(first)[0] != top:
            return
        end = cell_name(place_of(last)[0], last_column(Worksheet(root, self.book.strings)))
        found.set("ref", f"{first}:{end}")
        elements = sheet_elements(self.book.root)
        place = str(elements.index(_element(self.book.root, name)))
        for defined in self.book.root.iter(tag(self.book.root, "definedName")):
            if defined.get("name") == FILTER and defined.get("localSheetId") == place:
                sheet = (defined.text or "").rpartition("!")[0]
                defined.text = f"{sheet}!{_fixed(first)}:{_fixed(end)}"

    def done(self) -> bytes:
        """The old workbook with all that was taken over."""
        self.parts[WORKBOOK] = serialized(self.book.root)
        self.parts[STYLES] = serialized(self._styles)
        self.parts[RELATIONSHIPS] = serialized(self._relations)
        self.parts[CONTENT_TYPES] = serialized(self._types)
        return self.old.replaced(self.parts)

    def _place(self, name: str, elements: Sequence[_Element]) -> int:
        """Behind the nearest sheet that stands before it in the new workbook."""
        here = {normal(e.get("name", "")): number for number, e in enumerate(elements)}
        before = []
        for element in sheet_elements(self.source.root):
            if normal(element.get("name", "")) == normal(name):
                break
            before.append(normal(element.get("name", "")))
        return next((here[n] + 1 for n in reversed(before) if n in here), 0)

    def _relate(self, part: str) -> str:
        from lxml import etree

        ids = {relation.get("Id", "") for relation in self._relations}
        number = len(ids) + 1
        while f"rId{number}" in ids:
            number += 1
        kind = next(
            relation.get("Type", "")
            for relation in self._relations
            if relation.get("Type", "").endswith("/worksheet")
        )
        words = {"Id": f"rId{number}", "Type": kind, "Target": part.removeprefix("xl/")}
        etree.SubElement(self._relations, tag(self._relations, "Relationship"), words)
        return f"rId{number}"

    def _name(self, name: str, place: int) -> None:
        """The names that the new workbook has for this sheet: print titles, its filter."""
        source = sheet_elements(self.source.root)
        index = source.index(_element(self.source.root, name))
        for defined in self.source.root.iter(tag(self.source.root, "definedName")):
            if defined.get("localSheetId") == str(index):
                new = deepcopy(defined)
                new.set("localSheetId", str(place))
                _names(self.book.root).append(new)


def _element(root: _Element, name: str) -> _Element:
    return next(e for e in sheet_elements(root) if normal(e.get("name", "")) == normal(name))


def _fixed(cell: str) -> str:
    """The cell as a name of the workbook has it."""
    row, column = place_of(cell)
    return f"${letter(column)}${row}"


def _set_id(element: _Element, identity: str) -> None:
    old = relation_id(element)
    key = next(k for k, v in element.attrib.items() if v == old and str(k).endswith("}id"))
    element.set(key, identity)


def _names(root: _Element) -> _Element:
    """The list of names, made in its place where there is none."""
    from lxml import etree

    found = root.find(tag(root, "definedNames"))
    if found is None:
        found = etree.Element(tag(root, "definedNames"))
        last = max(n for n, c in enumerate(root) if c.tag in _tags(root, BEFORE_NAMES))
        root.insert(last + 1, found)
    return found


def _tags(root: _Element, names: Iterable[str]) -> set[str]:
    return {tag(root, name) for name in names}


def _make_room(root: _Element, place: int) -> None:
    """What counts sheets goes on meaning the same ones."""
    counted = [(d, "localSheetId") for d in root.iter(tag(root, "definedName"))]
    counted += [(v, name) for v in root.iter(tag(root, "workbookView")) for name in TABS]
    for element, name in counted:
        value = element.get(name, "0" if name == TABS[0] else "")
        if value and number_of(value) >= place:
            element.set(name, str(number_of(value) + 1))


def _write_out(root: _Element, strings: Sequence[str]) -> None:
    """The shared texts of the workbook it comes from, written in the cells themselves."""
    from lxml import etree

    for cell in root.iter(tag(root, "c")):
        if cell.get("t") != "s":
            continue
        text = strings[number_of(cell.findtext(tag(root, "v")) or "")]
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        item = etree.SubElement(etree.SubElement(cell, tag(root, "is")), tag(root, "t"))
        item.text = escaped(text)
        if text != " ".join(text.split()):
            item.set(SPACE, "preserve")
