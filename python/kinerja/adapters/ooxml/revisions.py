"""Marks of Word for what was changed: text put in, text taken out, whole rows.

Only these are written; whoever opens the document accepts or rejects each.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

FIELD, OBJECT = "\ue010", "\ue011"  # stand for what is no text, in the text of a paragraph
WORDS = re.compile(r"\s+|\w+(?:[.,]\w+)*|[^\w\s]")
SILENT = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr")}
PLAIN = {f"{W}rPr", f"{W}t"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Piece:
    """Some elements of a paragraph that belong together, and what they say."""

    elements: list[_Element]
    text: str
    is_plain: bool = False  # one run of text alone, that can be cut


@dataclass(slots=True)
class Marks:
    """Who made the changes and when, and how many there are."""

    author: str
    date: str
    number: int
    count: int = 0

    def put_in(self, runs: Iterable[_Element]) -> _Element:
        """Runs that are new."""
        mark = self._mark("ins")
        mark.extend(runs)
        return mark

    def taken_out(self, text: str, look: _Element | None) -> _Element:
        """Text that was there before."""
        mark = self._mark("del")
        run = mark.makeelement(f"{W}r")
        if look is not None:
            run.append(copy.deepcopy(look))
        old = run.makeelement(f"{W}delText")
        old.text = text
        old.set(SPACE, "preserve")
        run.append(old)
        mark.append(run)
        return mark

    def _mark(self, kind: str) -> _Element:
        from lxml import etree

        self.number += 1
        self.count += 1
        return etree.Element(
            f"{W}{kind}",
            {
                f"{W}id": str(self.number),
                f"{W}author": self.author,
                f"{W}date": self.date,
            },
        )

    # ---- whole paragraphs and rows

    def new_paragraph(self, paragraph: _Element) -> None:
        """Mark a whole paragraph as new."""
        _first(_first(paragraph, "pPr"), "rPr", at_end=True).insert(0, self._mark("ins"))
        self._wrap(paragraph)

    def _wrap(self, parent: _Element) -> None:
        for child in list(parent):
            if child.tag == f"{W}r":
                place = parent.index(child)
                parent.insert(place, self.put_in([child]))
            elif child.tag in {f"{W}hyperlink", f"{W}sdt", f"{W}sdtContent"}:
                self._wrap(child)

    def old_paragraph(self, text: str, style: str) -> _Element:
        """A whole paragraph that was there before."""
        from lxml import etree

        paragraph = etree.Element(f"{W}p")
        look = _first(paragraph, "pPr")
        if style:
            etree.SubElement(look, f"{W}pStyle", {f"{W}val": style})
        etree.SubElement(look, f"{W}rPr").append(self._mark("del"))
        if text:
            paragraph.append(self.taken_out(text, None))
        return paragraph

    def row(self, row: _Element, kind: str) -> None:
        """Mark a whole row as new (“ins”) or old (“del”)."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = row.makeelement(f"{W}trPr")
            before = row.find(f"{W}tblPrEx")
            row.insert(0 if before is None else 1, properties)
        properties.append(self._mark(kind))

    # ---- words

    def rewrite(self, paragraph: _Element, before: str) -> None:
        """Mark in a paragraph which words are new, and put in those that were there."""
        pieces = list(pieces_of(paragraph))
        text = "".join(piece.text for piece in pieces)
        out, new = _differences(before, text)
        for piece in pieces:
            for element in piece.elements:
                paragraph.remove(element)
        place = 0
        look = None
        for piece in pieces:
            if piece.is_plain:
                look = piece.elements[0].find(f"{W}rPr")
            for start, end in _cuts(place, place + len(piece.text), out, new):
                if end > start and (said := out.pop(start, "")):
                    paragraph.append(self.taken_out(said, look))
                self._emit(paragraph, piece, (start - place, end - place), start in new)
            place += len(piece.text)
        if said := "".join(out.values()):
            paragraph.append(self.taken_out(said, look))

    def _emit(
        self, paragraph: _Element, piece: Piece, cut: tuple[int, int], is_new: bool
    ) -> None:
        """One part of a piece, marked if it is new."""
        made = piece.elements
        if piece.is_plain:
            made = [_run(piece.elements[0], piece.text[cut[0] : cut[1]])]
        for element in made:
            is_run = element.tag == f"{W}r"
            paragraph.append(self.put_in([element]) if is_new and is_run else element)


def text_of(paragraph: _Element) -> str:
    """What a paragraph says, with signs for what is no text."""
    return "".join(piece.text for piece in pieces_of(paragraph))


def readable(text: str) -> str:
    """The same without those signs."""
    return text.replace(FIELD, "").replace(OBJECT, "")


def pieces_of(paragraph: _Element) -> Iterator[Piece]:
    """The content of a paragraph in order; a field is one piece."""
    field: list[_Element] = []
    depth = 0
    for child in paragraph:
        if child.tag == f"{W}pPr":
            continue
        signs = [s.get(f"{W}fldCharType") for s in child.iter(f"{W}fldChar")]
        if depth or signs:
            depth += signs.count("begin") - signs.count("end")
            field.append(child)
            if depth <= 0:
                yield Piece(field, FIELD)
                field, depth = [], 0
        elif child.tag in SILENT:
            yield Piece([child], "")
        elif child.tag == f"{W}r" and all(part.tag in PLAIN for part in child):
            yield Piece([child], package.text_of(child), is_plain=True)
        else:
            yield Piece([child], OBJECT)
    if field:
        yield Piece(field, FIELD)


def _differences(before: str, after: str) -> tuple[dict[int, str], set[int]]:
    """What was taken out before each place of the new text, and which places are new."""
    import difflib

    old, new = WORDS.findall(before), WORDS.findall(after)
    starts = [0]
    for word in new:
        starts.append(starts[-1] + len(word))
    out: dict[int, str] = {}
    fresh: set[int] = set()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            continue
        fresh.update(range(starts[k], starts[m]))
        if said := readable("".join(old[i:j])):
            out[starts[k]] = said
    return out, fresh


def _cuts(
    start: int, end: int, out: dict[int, str], new: set[int]
) -> Iterator[tuple[int, int]]:
    """The parts of a piece in which nothing changes from new to known."""
    edge = start
    for place in range(start + 1, end):
        if place in out or (place in new) != (place - 1 in new):
            yield edge, place
            edge = place
    yield edge, end


def _run(like: _Element, text: str) -> _Element:
    """A run with this text that looks like another one."""
    run = copy.deepcopy(like)
    for old in run.findall(f"{W}t"):
        run.remove(old)
    new = run.makeelement(f"{W}t")
    new.text = text
    new.set(SPACE, "preserve")
    run.append(new)
    return run


def _first(parent: _Element, name: str, *, at_end: bool = False) -> _Element:
    """The child of that name, made if it is not there."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = parent.makeelement(f"{W}{name}")
        last = parent.find(f"{W}sectPr") if at_end else None
        if last is not None:
            last.addprevious(found)
        elif at_end:
            parent.append(found)
        else:
            parent.insert(0, found)
    return found
