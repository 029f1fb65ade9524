"""The headings and captions of a document, numbered as Word numbers them.

Word itself counts only when somebody opens the document; here the numbers are worked out
from the numbering and the SEQ fields, so that a list of contents can be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import fields
from kinerja.adapters.ooxml.package import W, paragraphs, parse, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
TEXT_LEVEL = 9  # what Word calls body text


@dataclass(frozen=True, slots=True)
class Gaya:
    """What a paragraph style says about headings."""

    level: int | None = None  # in the outline, from 0
    list_id: str = ""
    list_level: int = 0
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Entri:
    """One line of a list: a heading (``kind`` is empty) or a caption of its ``kind``."""

    kind: str
    level: int
    text: str
    bookmark: str
    paragraph: _Element
    label: str = ""  # of a caption: “Tabel 3.1”
    numbered: bool = False  # of a heading: it belongs to a list


def roman(number: int) -> str:
    """A number in small roman numerals."""
    for size, sign in ROMAN:
        if number >= size:
            return sign + roman(number - size)
    return ""


def printed(number: int, form: str) -> str:
    """A number in one of Word's number formats."""
    if form in {"upperRoman", "lowerRoman"}:
        return roman(number).upper() if form == "upperRoman" else roman(number)
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return str(number)


def styles(data: bytes) -> dict[str, Gaya]:
    """Every paragraph style, with what it has from the style it is based on."""
    found = {str(s.get(f"{W}styleId")): s for s in parse(data).iter(f"{W}style")}
    return {key: _style(style, found) for key, style in found.items()}


def _style(style: _Element, every: Mapping[str, _Element]) -> Gaya:
    based = style.find(f"{W}basedOn")
    parent = every.get(str(based.get(f"{W}val"))) if based is not None else None
    base = _style(parent, every) if parent is not None and parent is not style else Gaya()
    level = style.find(f"{W}pPr/{W}outlineLvl")
    numbers = style.find(f"{W}pPr/{W}numPr")
    return Gaya(
        level=base.level if level is None else int(str(level.get(f"{W}val"))),
        list_id=base.list_id if numbers is None else _val(numbers, "numId"),
        list_level=base.list_level if numbers is None else int(_val(numbers, "ilvl") or 0),
        caps=base.caps or style.find(f"{W}rPr/{W}caps") is not None,
    )


def style_ids(data: bytes) -> dict[str, str]:
    """The id of every style by its name, which does not depend on the language of Word."""
    found = parse(data).iter(f"{W}style")
    return {_val(s, "name").casefold(): str(s.get(f"{W}styleId")) for s in found}


def _val(element: _Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val"))


def numbering(data: bytes) -> dict[tuple[str, int], tuple[str, str]]:
    """Format and text of each level of each list."""
    root = parse(data)
    abstract = {a.get(f"{W}abstractNumId"): a for a in root.iter(f"{W}abstractNum")}
    result = {}
    for number in root.iter(f"{W}num"):
        for level in abstract[_val(number, "abstractNumId")].iter(f"{W}lvl"):
            key = str(number.get(f"{W}numId")), int(str(level.get(f"{W}ilvl")))
            result[key] = _val(level, "numFmt"), _val(level, "lvlText")
    return result


@dataclass(slots=True)
class Counter:
    """Counts headings and SEQ fields in one walk through a document."""

    levels: Mapping[tuple[str, int], tuple[str, str]]
    lists: dict[tuple[str, int], int] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # sequences counted since the last chapter

    def heading(self, gaya: Gaya) -> str:
        """The number of the next heading of a style, as it is printed before it."""
        key = gaya.list_id, gaya.list_level
        if gaya.level == 0 and gaya.list_id:
            self.fresh.clear()
        if key not in self.levels:
            return ""
        self.lists[key] = self.lists.get(key, 0) + 1
        for other in list(self.lists):
            if other[0] == key[0] and other[1] > key[1]:
                del self.lists[other]
        text = self.levels[key][1]
        return re.sub(r"%(\d)", lambda m: self._one(key[0], int(m[1]) - 1), text)

    def _one(self, list_id: str, level: int) -> str:
        form = self.levels[list_id, level][0]
        return printed(self.lists.get((list_id, level), 1), form)

    def restarts(self, words: list[str]) -> bool:
        r"""Whether a SEQ field counts anew because a chapter began.

        LibreOffice 7.4 does not know ``\s``; the first of a chapter says it with ``\r`` too.
        """
        return r"\s" in words and r"\r" not in words and words[1] not in self.fresh

    def sequence(self, words: list[str]) -> str:
        """What a SEQ field shows."""
        name = words[1]
        if r"\c" in words:
            return str(self.sequences.get(name, 0))
        if r"\r" in words:
            number = int(words[words.index(r"\r") + 1])
        elif self.restarts(words):
            number = 1
        else:
            number = self.sequences.get(name, 0) + 1
        self.sequences[name] = number
        self.fresh.add(name)
        return "" if r"\h" in words else str(number)


def number(root: _Element, style_data: bytes, list_data: bytes) -> Iterator[Entri]:
    """Fill every SEQ field, and name every heading and caption in order.

    A bookmark of that name is still to be put around each.
    """
    looks, counter, count = styles(style_data), Counter(numbering(list_data)), 0
    for paragraph in paragraphs(root):
        gaya = looks.get(_style_of(paragraph), Gaya())
        is_heading = gaya.level is not None and gaya.level < TEXT_LEVEL
        prefix = counter.heading(gaya) if is_heading else ""
        kind, label = _sequences(paragraph, counter)
        text = " ".join(text_of(paragraph).split())
        if not text or not (is_heading or kind):
            continue
        count += 1
        name = f"_Toc{700000000 + count}"
        if kind:
            yield Entri(kind, 0, text, name, paragraph, label)
        elif gaya.level is not None:
            whole = " ".join(filter(None, (prefix, text)))
            said = whole.upper() if gaya.caps else whole
            yield Entri("", gaya.level, said, name, paragraph, numbered=bool(prefix))


def _style_of(paragraph: _Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _sequences(paragraph: _Element, counter: Counter) -> tuple[str, str]:
    """Fill the SEQ fields of a paragraph: the kind of its caption and its label, if one."""
    kind = last = ""
    for found in fields.of(paragraph):
        if found.words[:1] == ["SEQ"] and len(found.words) > 1:
            is_restart = counter.restarts(found.words)
            last = counter.sequence(found.words)
            if is_restart:
                fields.extend(found, r"\r 1")
            fields.show(found, last)
            if last and r"\c" not in found.words:
                kind = found.words[1]
    if not kind:
        return "", ""
    head = re.match(rf"\s*{re.escape(kind)}\s+[\w.]*", text_of(paragraph))
    return kind, head[0].strip() if head else ""
