"""What a printed part still needs before Word may open it and a reader likes it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import W
from kinerja.sheets.laporan import MARKER

if TYPE_CHECKING:
    from lxml.etree import _Element

_CUT = re.compile(f"({MARKER.pattern})")  # keeps the markers when it splits
NOTE_STYLE = "Sumber"
SHORT = 9  # rows of a table that is not worth splitting


def finish(root: _Element) -> None:
    """Whole cells, tables that stay together, and every marker of missing data yellow."""
    _complete_cells(root)
    _keep_together(root)
    highlight(root)


def _complete_cells(root: _Element) -> None:
    """A cell must end in a paragraph; {%p …%} may have taken its last one away."""
    from lxml import etree

    for cell in root.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            etree.SubElement(cell, f"{W}p")


def _keep_together(root: _Element) -> None:
    """Keep a short table on one page, and the last row of any table with its notes."""
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        notes = list(_notes(table))
        kept = rows[:-1] if len(rows) <= SHORT else []
        for row in [*kept, *(rows[-1:] if notes else [])]:
            for paragraph in row.iter(f"{W}p"):
                _keep_with_next(paragraph)
        for note in notes[:-1]:
            _keep_with_next(note)


def _notes(table: _Element) -> Iterator[_Element]:
    """The notes that stand under a table."""
    for below in table.itersiblings():
        style = below.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") != NOTE_STYLE:
            return
        yield below


def _keep_with_next(paragraph: _Element) -> None:
    from lxml import etree

    look = paragraph.find(f"{W}pPr")
    if look is None:
        look = etree.Element(f"{W}pPr")
        paragraph.insert(0, look)
    if look.find(f"{W}keepNext") is None:
        after_style = 1 if look.find(f"{W}pStyle") is not None else 0
        look.insert(after_style, etree.Element(f"{W}keepNext"))


def highlight(root: _Element) -> None:
    """Make every marker of missing data yellow."""
    for run in list(root.iter(f"{W}r")):
        if MARKER.search(package.text_of(run)):
            _split(run)


def _split(run: _Element) -> None:
    """Replace a run by several, those with a marker highlighted."""
    from lxml import etree

    parent = run.getparent()
    assert parent is not None
    look = run.find(f"{W}rPr")
    for kind, child in _pieces(run):
        new = etree.Element(f"{W}r")
        if look is not None:
            new.append(copy.deepcopy(look))
        if kind:
            own = new.find(f"{W}rPr")
            own = etree.SubElement(new, f"{W}rPr") if own is None else own
            own.append(etree.Element(f"{W}highlight", {f"{W}val": "yellow"}))
        new.append(child)
        run.addprevious(new)
    parent.remove(run)


def _pieces(run: _Element) -> Iterator[tuple[bool, _Element]]:
    """The content of a run in order, texts cut at their markers."""
    from lxml import etree

    for child in list(run):
        if child.tag == f"{W}rPr":
            continue
        if child.tag != f"{W}t":
            yield False, child
            continue
        for piece in filter(None, _CUT.split(child.text or "")):
            text = etree.Element(f"{W}t")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            text.text = piece
            yield bool(MARKER.fullmatch(piece)), text
