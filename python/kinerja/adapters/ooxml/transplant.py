"""Bring paragraphs from one document into another, with all that they need there.

Styles by their names, lists, pictures and links. What only its own document can keep
(comments, section breaks) stays behind; a footnote becomes text in brackets.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import package, shape
from kinerja.adapters.ooxml.package import CONTENT_TYPES, DOCUMENT, Parts, R, W
from kinerja.sheets.laporan import CATATAN_KAKI

if TYPE_CHECKING:
    from lxml.etree import _Element

NUMBERING = "word/numbering.xml"
RELATIONS = "word/_rels/document.xml.rels"
LINKS = tuple(f"{R}{name}" for name in ("embed", "link", "id", "pict", "dm", "lo", "qs", "cs"))
STYLED = ("pStyle", "rStyle", "tblStyle")
KEPT = ("/image", "/hyperlink")  # relations that can be brought along
LEFT_BEHIND = tuple(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "sectPr",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "lastRenderedPageBreak",
    )
)  # fmt: skip
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
OWN = ("rsid",)  # attributes that only tell when something was typed
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@dataclass(slots=True)
class Bringing:
    """One document from which paragraphs are brought into another."""

    source: Parts
    target: Parts
    styles: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    lost: int = 0  # objects that cannot be brought along

    def bring(self, blocks: Iterable[_Element]) -> list[_Element]:
        """Copies of the blocks, fit for the other document."""
        from lxml import etree

        made = []
        for block in blocks:
            new = copy.deepcopy(block)
            new.tail = None
            _strip(new)
            self._notes(new)
            self._styles(new)
            self._lists(new)
            self._links(new)
            etree.cleanup_namespaces(new)
            made.append(new)
        return made

    # ---- notes

    def _notes(self, block: _Element) -> None:
        for name, part in NOTES.items():
            for reference in list(block.iter(f"{W}{name}")):
                text = self._note(part, reference.get(f"{W}id") or "")
                new = block.makeelement(f"{W}t")
                new.text = CATATAN_KAKI.format(isi=text)
                new.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                _replace(reference, new)

    def _note(self, part: str, number: str) -> str:
        data = self.source.get(f"word/{part}.xml")
        notes = [] if data is None else list(package.parse(data))
        found = (note for note in notes if note.get(f"{W}id") == number)
        return shape.text_of(found)

    # ---- styles

    def _styles(self, block: _Element) -> None:
        for name in STYLED:
            for use in block.iter(f"{W}{name}"):
                use.set(f"{W}val", self._style(str(use.get(f"{W}val"))))

    def _style(self, key: str) -> str:
        """The id in the other document of the style of that name, brought if need be."""
        if key not in self.styles:
            self.styles[key] = key
            self.styles[key] = self._known(key) or self._brought(key)
        return self.styles[key]

    def _known(self, key: str) -> str:
        style = _styles_of(self.source).get(key)
        if style is None:
            return key
        wanted = _name(style)
        here = _styles_of(self.target).items()
        return next((k for k, s in here if _name(s) == wanted), "")

    def _brought(self, key: str) -> str:
        style = copy.deepcopy(_styles_of(self.source)[key])
        taken = _styles_of(self.target)
        new = key
        while new in taken:
            new += "x"
        style.set(f"{W}styleId", new)
        if f"{W}default" in style.attrib:
            del style.attrib[f"{W}default"]
        for name in ("link", "next", "rsid"):
            for old in style.findall(f"{W}{name}"):
                style.remove(old)
        for based in style.findall(f"{W}basedOn"):
            based.set(f"{W}val", self._style(str(based.get(f"{W}val"))))
        self._lists(style)
        root = package.parse(self.target[shape.STYLES])
        root.append(style)
        self.target[shape.STYLES] = package.serialize(root)
        return new

    # ---- lists

    def _lists(self, block: _Element) -> None:
        for use in block.iter(f"{W}numId"):
            number = str(use.get(f"{W}val"))
            if number != "0":
                use.set(f"{W}val", self._list(number))

    def _list(self, number: str) -> str:
        """The number of the same list in the other document; each is brought once."""
        if number not in self.lists:
            self.lists[number] = self._brought_list(number)
        return self.lists[number]

    def _brought_list(self, number: str) -> str:
        root = package.parse(self.target.get(NUMBERING, _empty_numbering()))
        pair = _list_of(self.source, number)
        if pair is None or NUMBERING not in self.target:
            return "0"
        abstract, num = (copy.deepcopy(element) for element in pair)
        for style in (*abstract.iter(f"{W}pStyle"), *abstract.iter(f"{W}lvlPicBulletId")):
            _remove(style)
        for link in (*abstract.iter(f"{W}numStyleLink"), *abstract.iter(f"{W}styleLink")):
            _remove(link)
        kind, new = _next(root, "abstractNum", "abstractNumId"), _next(root, "num", "numId")
        abstract.set(f"{W}abstractNumId", kind)
        num.set(f"{W}numId", new)
        for link in num.iter(f"{W}abstractNumId"):
            link.set(f"{W}val", kind)
        first = root.find(f"{W}num")
        place = len(root) if first is None else root.index(first)
        root.insert(place, abstract)
        last = root.findall(f"{W}num")
        root.insert(root.index(last[-1]) + 1 if last else len(root), num)
        self.target[NUMBERING] = package.serialize(root)
        return new

    # ---- pictures and links

    def _links(self, block: _Element) -> None:
        for element in list(block.iter()):
            for name in LINKS:
                old = element.get(name)
                new = self._link(old) if old else ""
                if old and new:
                    element.set(name, new)
                elif old:
                    self.lost += 1
                    _remove_object(element, block)
                    break

    def _link(self, old: str) -> str:
        """The same relation in the other document; "" if it cannot be brought along."""
        if old not in self.links:
            self.links[old] = self._brought_link(old)
        return self.links[old]

    def _brought_link(self, old: str) -> str:
        found = _relations(self.source).get(old)
        if found is None or not found.kind.endswith(KEPT):
            return ""
        if found.is_external:
            return _add_external(self.target, found)
        path = _path_of(found.target)
        if path not in self.source:
            return ""
        name = self._free(PurePosixPath(path).suffix)
        self.target[name] = self.source[path]
        extension = PurePosixPath(name).suffix.removeprefix(".")
        kind = _content_type(self.source, path)
        package.add_content_type(self.target, "Extension", extension, kind)
        return package.add_relationship(
            self.target, DOCUMENT, found.kind, name.removeprefix("word/")
        )

    def _free(self, suffix: str) -> str:
        number = 1
        while f"word/media/narasi{number}{suffix}" in self.target:
            number += 1
        return f"word/media/narasi{number}{suffix}"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relation of a document leads."""

    kind: str
    target: str
    is_external: bool


def _strip(block: _Element) -> None:
    """Take away what belongs to its own document, and what no person sees."""
    for element in list(block.iter(*LEFT_BEHIND)):
        _remove(element)
    for element in block.iter():
        for name in list(element.attrib):
            local = str(name).rpartition("}")[2]
            if local.startswith(OWN) or local in {"paraId", "textId"}:
                del element.attrib[name]


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(old: _Element, new: _Element) -> None:
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)


def _remove_object(element: _Element, block: _Element) -> None:
    """Take away the whole drawing or object that an element is in."""
    for above in (element, *element.iterancestors()):
        if above is block:
            return
        if above.tag in shape.OBJECTS:
            _remove(above)
            return


def _styles_of(parts: Parts) -> dict[str, _Element]:
    root = package.parse(parts[shape.STYLES])
    return {str(s.get(f"{W}styleId")): s for s in root.iter(f"{W}style")}


def _name(style: _Element) -> tuple[str, str]:
    name = style.find(f"{W}name")
    said = "" if name is None else str(name.get(f"{W}val"))
    return str(style.get(f"{W}type")), said.casefold()


def _empty_numbering() -> bytes:
    return f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()


def _list_of(parts: Parts, number: str) -> tuple[_Element, _Element] | None:
    root = package.parse(parts.get(NUMBERING, _empty_numbering()))
    num = next((n for n in root.iter(f"{W}num") if n.get(f"{W}numId") == number), None)
    link = None if num is None else num.find(f"{W}abstractNumId")
    if num is None or link is None:
        return None
    kinds = root.iter(f"{W}abstractNum")
    wanted = link.get(f"{W}val")
    found = next((a for a in kinds if a.get(f"{W}abstractNumId") == wanted), None)
    return None if found is None else (found, num)


def _next(root: _Element, name: str, key: str) -> str:
    taken = (int(str(e.get(f"{W}{key}"))) for e in root.iter(f"{W}{name}"))
    return str(max(taken, default=0) + 1)


def _relations(parts: Parts) -> dict[str, Relation]:
    data = parts.get(RELATIONS)
    rels: Iterator[_Element] = iter(()) if data is None else iter(package.parse(data))
    return {
        str(rel.get("Id")): Relation(
            str(rel.get("Type")), str(rel.get("Target")), rel.get("TargetMode") == "External"
        )
        for rel in rels
    }


def _path_of(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"word/{target}"


def _content_type(parts: Parts, path: str) -> str:
    suffix = PurePosixPath(path).suffix.removeprefix(".").casefold()
    for child in package.parse(parts[CONTENT_TYPES]):
        if child.get("PartName") == f"/{path}":
            return str(child.get("ContentType"))
        if (child.get("Extension") or "").casefold() == suffix:
            return str(child.get("ContentType"))
    return f"image/{suffix}"


def _add_external(parts: Parts, found: Relation) -> str:
    key = package.add_relationship(parts, DOCUMENT, found.kind, found.target)
    root = package.parse(parts[RELATIONS])
    for rel in root:
        if rel.get("Id") == key:
            rel.set("TargetMode", "External")
    parts[RELATIONS] = package.serialize(root)
    return key
