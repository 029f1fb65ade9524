"""Bookmarks round the figures of a document, by which each can be asked where it is from.

Their names are hidden ones of Word (“_…”), since a report has hundreds. A name holds a
digest of the figure's kunci, because it can hold neither a blank nor more than 40 signs
(https://learn.microsoft.com/office/vba/api/word.bookmarks.add).
"""

from __future__ import annotations

import copy
import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import DOCUMENT, W

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = re.compile(r"_asal\d+_\w*?_([0-9a-f]{10})")
SLUG = 16  # signs of the kunci that a name shows
_TOKEN = re.compile(f"({package.OPEN}(?:asal|akhir):[^{package.CLOSE}]*{package.CLOSE})")


@dataclass(frozen=True, slots=True)
class Cetak:
    """One figure as it stands in a document."""

    nama: str  # of its bookmark
    sidik: str  # of its kunci
    teks: str


def sidik_of(kunci: str) -> str:
    """What stands for the kunci in the name of a bookmark."""
    return hashlib.sha256(kunci.encode()).hexdigest()[:10]


def marked(kunci: str, text: str) -> str:
    """A figure for the template: its text between the two places of its bookmark."""
    start = package.token("asal", kunci.encode("utf-8", "surrogatepass").hex())
    return f"{start}{text}{package.token('akhir', '')}"


def bookmark(root: _Element) -> None:
    """Put a bookmark round every figure that was ``marked``.

    Outside of the document itself, as in a header, which is printed many times, only the
    text stays.
    """
    if root.tag != f"{W}document":
        for text in root.iter(f"{W}t"):
            text.text = _TOKEN.sub("", text.text or "")
        return
    number = 0
    for run in list(root.iter(f"{W}r")):
        if _TOKEN.search(package.text_of(run)):
            number = _split(run, number)


def _split(run: _Element, number: int) -> int:
    """Replace a run by several with bookmarks between them; how many there are now."""
    parent = run.getparent()
    assert parent is not None
    for child in [c for c in run if c.tag != f"{W}rPr"]:
        pieces = _TOKEN.split(child.text or "") if child.tag == f"{W}t" else [None]
        for piece in pieces:
            if piece is None:
                run.addprevious(_run(run, child))
            elif not _TOKEN.fullmatch(piece):
                if piece:
                    run.addprevious(_run(run, _text(piece)))
            elif (kunci := _kunci(piece)) is not None:
                number += 1
                run.addprevious(_mark("bookmarkStart", number, kunci))
            else:
                run.addprevious(_mark("bookmarkEnd", number))
    parent.remove(run)
    return number


def _kunci(piece: str) -> str | None:
    """The kunci where a bookmark begins; None where it ends."""
    kind, _, code = piece[1:-1].partition(":")
    return bytes.fromhex(code).decode("utf-8", "replace") if kind == "asal" else None


def _run(like: _Element, child: _Element) -> _Element:
    from lxml import etree

    new = etree.Element(f"{W}r")
    look = like.find(f"{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    new.append(child)
    return new


def _text(piece: str) -> _Element:
    from lxml import etree

    text = etree.Element(f"{W}t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = piece
    return text


def _mark(kind: str, number: int, kunci: str | None = None) -> _Element:
    from lxml import etree

    mark = etree.Element(f"{W}{kind}", {f"{W}id": str(number)})
    if kunci is not None:
        slug = re.sub(r"[^0-9A-Za-z]+", "_", kunci).strip("_")[:SLUG]
        mark.set(f"{W}name", f"_asal{number}_{slug}_{sidik_of(kunci)}")
    return mark


def figures(docx: bytes) -> tuple[Cetak, ...]:
    """Every figure of a document that still has its bookmark; none if it is no document."""
    from lxml.etree import XMLSyntaxError

    try:
        root = package.parse(package.read(docx)[DOCUMENT])
    except (zipfile.BadZipFile, zlib.error, XMLSyntaxError, KeyError, NotImplementedError,
            RuntimeError, EOFError):  # fmt: skip
        return ()
    return tuple(_figures(root))


def _figures(root: _Element) -> Iterator[Cetak]:
    open_: dict[str, tuple[str, list[str]]] = {}
    for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        number = element.get(f"{W}id") or ""
        name = element.get(f"{W}name") or ""
        if element.tag == f"{W}t":
            for _, texts in open_.values():
                texts.append(element.text or "")
        elif element.tag == f"{W}bookmarkStart" and NAME.fullmatch(name):
            open_[number] = (name, [])
        elif number in open_:
            name, texts = open_.pop(number)
            found = NAME.fullmatch(name)
            assert found
            yield Cetak(name, found[1], "".join(texts))
