"""What a person sees of some paragraphs, whichever program saved them last.

Word and LibreOffice write the same text in other runs, with other ids and attributes; the
shape of both is the same. What a field shows is no part of it: programs renew that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import fields, outline, package
from kinerja.adapters.ooxml.package import W
from kinerja.sheets.laporan import MARKER

if TYPE_CHECKING:
    from lxml.etree import _Element

DIGITS = 8
OBJECT = "\ufffc"  # stands for a picture or another thing that is no text
OBJECTS = {f"{W}{name}" for name in ("drawing", "pict", "object")}
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
TOGGLES = ("b", "i", "u", "strike", "dstrike", "vertAlign", "highlight")
OFF = {"0", "false", "off", "none", "baseline"}
STYLES = "word/styles.xml"
Look = tuple[str, ...]
Paragraph = tuple[str, bool, tuple[tuple[str, Look], ...]]


@dataclass(frozen=True, slots=True)
class Names:
    """What the styles of one document are called, and which of them number a paragraph."""

    by_id: Mapping[str, str]
    lists: frozenset[str]
    standard: str  # the style of a paragraph that names none
    headings: frozenset[str]


def names_of(parts: Mapping[str, bytes]) -> Names:
    """The styles of a document."""
    data = parts.get(STYLES, f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode())
    looks = outline.styles(data)
    by_id, standard = {}, ""
    for style in package.parse(data).iter(f"{W}style"):
        key = str(style.get(f"{W}styleId"))
        name = style.find(f"{W}name")
        by_id[key] = key if name is None else str(name.get(f"{W}val")).casefold()
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            standard = key
    return Names(
        by_id=by_id,
        lists=frozenset(key for key, look in looks.items() if look.list_id not in {"", "0"}),
        standard=standard,
        headings=frozenset(
            key
            for key, look in looks.items()
            if look.level is not None and look.level < outline.TEXT_LEVEL
        ),
    )


def style_of(paragraph: _Element, names: Names) -> str:
    """The id of the style of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return names.standard if style is None else str(style.get(f"{W}val"))


def shape(blocks: Iterable[_Element], names: Names) -> tuple[Paragraph, ...]:
    """Every paragraph of the blocks: its style, whether it is numbered, its runs."""
    return tuple(_paragraph(p, names) for block in blocks for p in block.iter(f"{W}p"))


def digest(blocks: Iterable[_Element], names: Names) -> str:
    """The first signs of the digest of a shape."""
    found = repr(shape(blocks, names)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(found).hexdigest()[:DIGITS]


def is_empty(blocks: Iterable[_Element]) -> bool:
    """Whether there is nothing to read or to see."""
    return not any(part.strip() for block in blocks for _, part in _texts(block))


def text_of(blocks: Iterable[_Element]) -> str:
    """The text of the blocks in one line, for a message."""
    parts = (
        "".join(part for _, part in _texts(p)) for block in blocks for p in block.iter(f"{W}p")
    )
    return " ".join(" ".join(parts).replace(OBJECT, " ").split())


def lines(root: _Element, without: Collection[_Element]) -> Iterator[str]:
    """The text of every paragraph but these; a list that Word fills itself is none."""
    filled = {run for found in fields.of(root) for run in found.result}
    for paragraph in root.iter(f"{W}p"):
        if paragraph not in without:
            runs = (run for run in paragraph.iter(f"{W}r") if run not in filled)
            text = "".join(sign for run in runs for sign in _signs(run))
            said = " ".join(package.TOKEN.sub("", text).replace(OBJECT, " ").split())
            if said:
                yield said


def _paragraph(paragraph: _Element, names: Names) -> Paragraph:
    key = style_of(paragraph, names)
    direct = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    is_listed = key in names.lists if direct is None else direct.get(f"{W}val") != "0"
    merged: list[tuple[str, Look]] = []
    for run, text in _texts(paragraph):
        look = _look(run, text) if text.strip() else ()
        if merged and (merged[-1][1] == look or not text.strip()):
            merged[-1] = merged[-1][0] + text, merged[-1][1]
        else:
            merged.append((text, look))
    said = tuple((package.TOKEN.sub("", text), look) for text, look in merged)
    return names.by_id.get(key, key), is_listed, tuple(part for part in said if part[0])


def _texts(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Each run with the text it shows, what fields show aside."""
    shown = {run for found in fields.of(root) for run in found.result}
    for run in root.iter(f"{W}r"):
        if run not in shown:
            yield run, "".join(_signs(run))


def _signs(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in OBJECTS:
            yield OBJECT
        elif child.tag in BREAKS:
            yield BREAKS[str(child.tag)]


def _look(run: _Element, text: str) -> Look:
    """The formats that are set on a run itself, the colour of a marker aside.

    LibreOffice 7.4 loses that in the first paragraph of a control.
    """
    found = []
    for name in TOGGLES:
        sign = run.find(f"{W}rPr/{W}{name}")
        value = "0" if sign is None else str(sign.get(f"{W}val", "1"))
        is_marker = name == "highlight" and MARKER.search(text)
        if value not in OFF and not is_marker:
            found.append(name if value in {"1", "true", "on"} else f"{name}={value}")
    return tuple(found)
