"""The text of a document line by line, each with its level in the outline."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.adapters.ooxml import outline, package
from kinerja.adapters.ooxml.package import DOCUMENT, W

STYLES = "word/styles.xml"
LISTS = ("toc", "table of figures")  # what repeats headings is no heading


def lines(docx: bytes) -> tuple[tuple[int, str], ...]:
    """The level of every paragraph, 9 where it is no heading, and what it says."""
    return tuple(_lines(docx))


def _lines(docx: bytes) -> Iterator[tuple[int, str]]:
    parts = package.read(docx)
    styles = outline.styles(parts[STYLES])
    lists = {
        key for name, key in outline.style_ids(parts[STYLES]).items() if name.startswith(LISTS)
    }
    for paragraph in package.paragraphs(package.parse(parts[DOCUMENT])):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        key = "" if style is None else str(style.get(f"{W}val"))
        if key not in lists:
            level = styles.get(key, outline.Gaya()).level
            text = package.text_of(paragraph)
            yield outline.TEXT_LEVEL if level is None or not text.strip() else level, text
