"""What is drawn on one sheet, its chart and its buttons, taken over from another workbook.

For a sheet that is kinerja's own: what was drawn there before is gone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

from kinerja.adapters.parts import Package
from kinerja.adapters.workbook_part import CONTENT_TYPES, WorkbookPart
from kinerja.adapters.xml_cells import parsed, serialized, tag
from kinerja.sheets.table import normal

if TYPE_CHECKING:
    from lxml.etree import _Element

OURS = "kinerja_"  # begins the names of the parts that are taken over
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DRAWN = ("/drawing", "/vmlDrawing", "/ctrlProp")  # end the types of relationships
ELEMENTS = {"drawing": "/drawing", "legacyDrawing": "/vmlDrawing"}
NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
AFTER = ("legacyDrawingHF", "picture", "oleObjects", "webPublishItems", "tableParts", "extLst")
SHAPE = re.compile(rb"<v:shape\s[^>]*?\bid=\"([^\"]+)\"")
MACRO = re.compile(rb"<x:FmlaMacro>[^<]*?(\w+)</x:FmlaMacro>")


def buttons_on(package: Package, sheet: str) -> tuple[str, ...]:
    """The macros that buttons on a sheet call; none if no program could tell them apart.

    Raises:
        BrokenPackageError: if the package cannot be read.
    """
    part = WorkbookPart.read(package).sheets.get(normal(sheet))
    drawn = _drawn(package, part) if part else ()
    text = b"".join(package.read(name) for name in drawn if name.endswith(".vml"))
    shapes = SHAPE.findall(text)
    if len(set(shapes)) < len(shapes):  # as LibreOffice 7.4 writes them: all alike
        return ()
    return tuple(name.decode() for name in MACRO.findall(text))


def has_comments(package: Package, sheet: str) -> bool:
    """Whether notes of a person are drawn on the sheet too.

    Raises:
        BrokenPackageError: if the package cannot be read.
    """
    part = WorkbookPart.read(package).sheets.get(normal(sheet))
    return part is not None and any(
        relation.get("Type", "").endswith("/comments")
        for relation in _relations(package, part)
    )


def with_drawings(raw: bytes, new: bytes, sheet: str) -> bytes:
    """The workbook whose sheet is drawn on as the same sheet of another workbook.

    Raises:
        BrokenPackageError: if one of them cannot be read.
    """
    package, source = Package(raw), Package(new)
    part = WorkbookPart.read(package).sheets[normal(sheet)]
    origin = WorkbookPart.read(source).sheets[normal(sheet)]
    taken = {name: _ours(name) for name in _drawn(source, origin)}
    relations, root = _relations(package, part), parsed(package.read(part))
    ids = _relate(relations, _relations(source, origin))
    _place(root, ids)
    parts = {_ours(name): _renamed(source.read(name), taken) for name in taken}
    parts[part], parts[_relations_part(part)] = serialized(root), serialized(relations)
    old = set(_drawn(package, part)) - parts.keys()
    parts[CONTENT_TYPES] = _typed(package, source, old, taken)
    return package.replaced(parts, old)


# ---- which parts


def _drawn(package: Package, part: str) -> Iterator[str]:
    """The parts that are drawn on a sheet, with those that they point to."""
    for relation in _relations(package, part):
        if relation.get("Type", "").endswith(DRAWN):
            yield from _whole(package, _target(part, relation))


def _whole(package: Package, part: str) -> Iterator[str]:
    """A part, and all that it points to."""
    if part not in package.names:
        return
    yield part
    if _relations_part(part) in package.names:
        yield _relations_part(part)
        for relation in _relations(package, part):
            yield from _whole(package, _target(part, relation))


def _relations_part(part: str) -> str:
    head, tail = posixpath.split(part)
    return f"{head}/_rels/{tail}.rels"


def _relations(package: Package, part: str) -> _Element:
    """The relationships of a part, none if it has none."""
    name = _relations_part(part)
    return parsed(package.read(name) if name in package.names else NO_RELATIONS)


def _target(part: str, relation: _Element) -> str:
    path = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
    return posixpath.normpath(path).removeprefix("/")


# ---- put in place


def _ours(name: str) -> str:
    head, tail = posixpath.split(name)
    return f"{head}/{OURS}{tail.removeprefix(OURS)}"


def _renamed(data: bytes, taken: Mapping[str, str]) -> bytes:
    """A part whose pointers follow the parts it points to; only relationships point."""
    if b"<Relationships" not in data:
        return data
    for name, ours in taken.items():
        old, new = (posixpath.basename(n).encode() for n in (name, ours))
        data = data.replace(b"/" + old + b'"', b"/" + new + b'"')
    return data


def _relate(relations: _Element, source: _Element) -> Mapping[str, str]:
    """Replace the relationships of what is drawn; the new ids by the end of their type."""
    from lxml import etree

    for relation in list(relations):
        if relation.get("Type", "").endswith(DRAWN):
            relations.remove(relation)
    ids = {}
    for number, relation in enumerate(source, start=1):
        kind = relation.get("Type", "")
        end = next((end for end in DRAWN if kind.endswith(end)), "")
        if end:
            ids[end] = f"{OURS}{number}"
            target = _ours(relation.get("Target", ""))
            words = {"Id": ids[end], "Type": kind, "Target": target}
            etree.SubElement(relations, tag(relations, "Relationship"), words)
    return ids


def _place(root: _Element, ids: Mapping[str, str]) -> None:
    """Put the drawing and the buttons where the order of a worksheet wants them."""
    from lxml import etree

    for child in list(root):
        name = etree.QName(child).localname
        if name in {*ELEMENTS, "controls"} or name == "AlternateContent":
            root.remove(child)
    after = {tag(root, name) for name in AFTER}
    place = next((n for n, child in enumerate(root) if child.tag in after), len(root))
    for name, end in reversed(ELEMENTS.items()):
        if end in ids:
            root.insert(place, etree.Element(tag(root, name), {RELATION: ids[end]}))


def _typed(
    package: Package, source: Package, old: Set[str], taken: Mapping[str, str]
) -> bytes:
    """The content types without the old parts and with the new ones."""
    types, known = parsed(package.read(CONTENT_TYPES)), parsed(source.read(CONTENT_TYPES))
    gone = {f"/{name}" for name in (*old, *taken.values())}
    for kind in list(types):
        if kind.get("PartName") in gone:
            types.remove(kind)
    extensions = {kind.get("Extension") for kind in types}
    for kind in known:
        part = kind.get("PartName", "").removeprefix("/")
        if part in taken:
            kind.set("PartName", f"/{taken[part]}")
            types.append(kind)
        elif kind.get("Extension") == "vml" and "vml" not in extensions:
            types.insert(0, kind)
    return serialized(types)
