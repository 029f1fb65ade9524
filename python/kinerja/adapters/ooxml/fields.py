"""Fields of a Word document: where they are, what they show, and how to show another thing.

Word keeps a field as runs between three signs (begin, separate, end), or as one
``fldSimple``. Both are read; what is written is always the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml.package import W, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

LIVE = ("PAGE", "NUMPAGES")  # what only a layout engine can fill


@dataclass(slots=True)
class Field:
    """One field; ``parts`` are its runs, or the one fldSimple."""

    code: str = ""
    parts: list[_Element] = field(default_factory=list)
    result: list[_Element] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """Its command, then its switches and their values."""
        return self.code.split()


def of(root: _Element) -> Iterator[Field]:
    """Every field in order of its beginning; one inside another is its own."""
    open_: list[tuple[Field, list[bool]]] = []
    found: list[Field] = []
    for element in root.iter(f"{W}r", f"{W}fldSimple"):
        if element.tag == f"{W}fldSimple":
            code = element.get(f"{W}instr") or ""
            found.append(Field(code, [element], list(element)))
            continue
        sign = element.find(f"{W}fldChar")
        kind = None if sign is None else sign.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append((Field(), [False]))
            found.append(open_[-1][0])
        _collect(element, kind, open_)
        if kind == "end" and open_:
            open_.pop()
    return iter(found)


def _collect(run: _Element, kind: str | None, open_: list[tuple[Field, list[bool]]]) -> None:
    if not open_:
        return
    current, separated = open_[-1]
    current.parts.append(run)
    if kind == "separate":
        separated[0] = True
    elif kind is None and separated[0]:
        current.result.append(run)
    elif kind is None:
        current.code += "".join(t.text or "" for t in run.iter(f"{W}instrText"))


def show(target: Field, text: str) -> None:
    """Let a field show this text."""
    from lxml import etree

    if target.result:
        first, *rest = target.result
        for old in rest:
            _remove(old)
        for old in list(first):
            if old.tag != f"{W}rPr":
                first.remove(old)
        etree.SubElement(first, f"{W}t").text = text


def extend(target: Field, switch: str) -> None:
    """Give a field one more switch."""
    first = target.parts[0]
    if first.tag == f"{W}fldSimple":
        first.set(f"{W}instr", f"{target.code} {switch} ")
    else:
        *_, last = (code for part in target.parts for code in part.iter(f"{W}instrText"))
        last.text = f"{last.text} {switch} "
    target.code = f"{target.code} {switch} "


def flatten(root: _Element) -> None:
    """Leave of every field only what it shows, page numbers aside.

    LibreOffice 7.4 works out SEQ and REF in its own way, and wrongly for captions.
    """
    for found in list(of(root)):
        if not found.words or found.words[0] in LIVE:
            continue
        if found.parts[0].tag == f"{W}fldSimple":
            _unwrap(found.parts[0])
            continue
        for run in found.parts:
            if run not in found.result:
                _remove(run)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _remove(element)


def runs(code: str, shown: str) -> list[_Element]:
    """The runs of a new field."""
    from lxml import etree

    made = []
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = etree.Element(f"{W}r")
        if kind == "code":
            etree.SubElement(run, f"{W}instrText").text = f" {code} "
            run[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        elif kind == "shown":
            etree.SubElement(run, f"{W}t").text = shown
        else:
            etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": kind})
        made.append(run)
    return made


def shown(target: Field) -> str:
    """What a field shows now."""
    return "".join(text_of(run) for run in target.result)
