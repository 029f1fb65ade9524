"""The content controls in which a person may write, and how they are found again.

Word keeps a control with its tag; what was printed in it is told by a digest in that tag.
LibreOffice 7.4 drops the tag and keeps the title: around all paragraphs of a building block
(so the templates make them), around the first one of rich text, whose formats it then loses
as well (all tried). So hidden bookmarks say the same as the tag: at the first paragraph of a
control, and at the first one after it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import shape
from kinerja.adapters.ooxml.package import W
from kinerja.adapters.ooxml.shape import Names

if TYPE_CHECKING:
    from lxml.etree import _Element

TAG = re.compile(r"narasi:([^#]+)(?:#(\w+)(?:\.(\w+))?)?")
BEGIN = re.compile(r"_narasi_(\w{8})_(\w{8})(?:_(\w{8}))?")
END = re.compile(r"_narasiz_(\w{8})")
Begins = dict[str, tuple["_Element", str, str]]  # first paragraph, and what is remembered
BLOCKS = {f"{W}p", f"{W}tbl", f"{W}sdt"}
LONGEST = 39  # of a key, so that the whole tag has at most the 64 signs that Word allows


@dataclass(frozen=True, slots=True)
class Control:
    """One control: what is in it, and what kinerja remembers of it."""

    key: str
    title: str
    blocks: list[_Element] = field(default_factory=list)
    base: str = ""  # the digest of what was printed in it; "" if that is not known
    seen: str = ""  # of what a person wrote, when they were told of newer data
    element: _Element | None = None  # none where LibreOffice lost it


@dataclass(frozen=True, slots=True)
class Memory:
    """What is to be remembered of one control."""

    base: str
    seen: str = ""


def mark_of(key: str) -> str:
    """The key as a part of the name of a bookmark."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def short(key: str) -> str:
    """The key as it fits into a tag."""
    return key if len(key) <= LONGEST else f"{key[: LONGEST - 9]}-{mark_of(key)}"


def tagged(root: _Element) -> dict[str, Control]:
    """Every control that still has its tag, by its key; the first of two of the same."""
    found: dict[str, Control] = {}
    for element in root.iter(f"{W}sdt"):
        match = TAG.fullmatch(_value(element, "tag"))
        content = element.find(f"{W}sdtContent")
        if not match or content is None or match[1] in found:
            continue
        blocks = [child for child in content if child.tag in BLOCKS]
        if blocks or not len(content):
            base, seen = match[2] or "", match[3] or ""
            title = _value(element, "alias")
            found[match[1]] = Control(match[1], title, blocks, base, seen, element)
    return found


def find(root: _Element, titles: Mapping[str, str], names: Names) -> dict[str, Control]:
    """Every control of these keys and titles, also those that LibreOffice saved.

    What is left of the latter is taken away, so that only their paragraphs stay.
    """
    found = tagged(root)
    lost = {key: title for key, title in titles.items() if key not in found}
    begins = {**_titled(root, lost), **_marked(root, lost)}
    for key, (first, base, seen) in begins.items():
        others = {id(b) for k, (b, _, _) in begins.items() if k != key}
        blocks = list(_until(first, mark_of(key), others, names))
        if blocks:
            found[key] = Control(key, titles[key], blocks, base, seen)
    return found


def _titled(root: _Element, titles: Mapping[str, str]) -> Begins:
    """Where the controls begin that have kept their title only."""
    keys = {title: key for key, title in titles.items()}
    found: Begins = {}
    for element in list(root.iter(f"{W}sdt")):
        key = keys.get(_value(element, "alias"))
        if key and not _value(element, "tag"):
            above = next(element.iterancestors(f"{W}p"), None)
            first = above if above is not None else next(element.iter(f"{W}p"), None)
            if first is not None:
                found.setdefault(key, (first, "", ""))
            _unwrap(element)
    return found


def _marked(root: _Element, titles: Mapping[str, str]) -> Begins:
    """Where the controls begin whose bookmark is still there."""
    keys = {mark_of(key): key for key in titles}
    found: Begins = {}
    for element in root.iter(f"{W}bookmarkStart"):
        match = BEGIN.fullmatch(element.get(f"{W}name") or "")
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if match and paragraph is not None and match[1] in keys:
            found.setdefault(keys[match[1]], (paragraph, match[2], match[3] or ""))
    return found


def _until(
    first: _Element, mark: str, others: Iterable[int], names: Names
) -> Iterator[_Element]:
    """The blocks of a control, up to the one that its end or another beginning is in."""
    after = set(others)
    for block in (first, *first.itersiblings()):
        paragraphs = [id(p) for p in block.iter(f"{W}p")]
        is_heading = block.tag == f"{W}p" and shape.style_of(block, names) in names.headings
        if _ends(block, mark) or (block is not first and after & {*paragraphs, id(block)}):
            return
        if block.tag not in BLOCKS or (is_heading and block is not first):
            return
        yield block


def _ends(block: _Element, mark: str) -> bool:
    names = (b.get(f"{W}name") or "" for b in block.iter(f"{W}bookmarkStart"))
    return any((match := END.fullmatch(name)) and match[1] == mark for name in names)


def _value(element: _Element, name: str) -> str:
    found = element.find(f"{W}sdtPr/{W}{name}")
    return "" if found is None else str(found.get(f"{W}val"))


# ---- writing


def unique(root: _Element) -> None:
    """Give every control of a printed document a key that fits, and a number of its own."""
    taken: set[str] = set()
    for number, element in enumerate(_ours(root), start=1):
        tag = element.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        key = short(str(tag.get(f"{W}val")).removeprefix("narasi:").partition("#")[0])
        while key in taken:
            key = short(f"{key}+")
        taken.add(key)
        tag.set(f"{W}val", f"narasi:{key}")
        _number(element, 500_000_000 + number)
        _fill(element)


def _ours(root: _Element) -> list[_Element]:
    found = root.iter(f"{W}sdt")
    return [element for element in found if _value(element, "tag").startswith("narasi:")]


def _number(element: _Element, number: int) -> None:
    from lxml import etree

    properties, tag = element.find(f"{W}sdtPr"), element.find(f"{W}sdtPr/{W}tag")
    assert properties is not None
    assert tag is not None
    for old in properties.findall(f"{W}id"):
        properties.remove(old)
    tag.addnext(etree.Element(f"{W}id", {f"{W}val": str(number)}))


def _fill(element: _Element) -> None:
    """A control without a paragraph is not allowed."""
    from lxml import etree

    content = element.find(f"{W}sdtContent")
    if content is not None and not len(content):
        etree.SubElement(content, f"{W}p")


def remember(root: _Element, memory: Mapping[str, Memory]) -> None:
    """Write into the controls what is to be known of them next time."""
    _forget(root)
    taken = (int(b.get(f"{W}id") or 0) for b in root.iter(f"{W}bookmarkStart"))
    number = max(taken, default=0)
    for key, control in tagged(root).items():
        known = memory[key]
        words = [w for w in (known.base, known.seen) if w]
        element = control.element
        assert element is not None
        tag = element.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        tag.set(f"{W}val", f"narasi:{key}#{'.'.join(words)}")
        for name, paragraph in (
            (f"_narasi_{mark_of(key)}_{'_'.join(words)}", next(element.iter(f"{W}p"))),
            (f"_narasiz_{mark_of(key)}", _first_after(element)),
        ):
            if paragraph is not None:
                number += 1
                _mark(paragraph, name, number)


def _forget(root: _Element) -> None:
    """Take away the bookmarks of an earlier time."""
    ours = [
        b
        for b in root.iter(f"{W}bookmarkStart")
        if str(b.get(f"{W}name")).startswith(("_narasi_", "_narasiz_"))
    ]
    numbers = {b.get(f"{W}id") for b in ours}
    ends = [b for b in root.iter(f"{W}bookmarkEnd") if b.get(f"{W}id") in numbers]
    for element in (*ours, *ends):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def _first_after(element: _Element) -> _Element | None:
    """The first paragraph behind a control."""
    for block in element.itersiblings():
        first = next(block.iter(f"{W}p"), None)
        if first is not None:
            return first
    return None


def _mark(paragraph: _Element, name: str, number: int) -> None:
    from lxml import etree

    place = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    attributes = {f"{W}id": str(number)}
    start = etree.Element(f"{W}bookmarkStart", {**attributes, f"{W}name": name})
    paragraph.insert(place, start)
    paragraph.insert(place + 1, etree.Element(f"{W}bookmarkEnd", attributes))


def unwrap(root: _Element) -> None:
    """Leave only what stands in the controls, for a converter that would draw them."""
    for element in _ours(root):
        _unwrap(element)


def _unwrap(element: _Element) -> None:
    content = element.find(f"{W}sdtContent")
    for child in list(content) if content is not None else []:
        element.addprevious(child)
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
