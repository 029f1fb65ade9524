"""A document as kinerja printed it, read back as text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document

from kinerja.adapters import word

TEMPLATES = Path(__file__).parents[1] / "templates"
# What people may type, and what must come out of a printer as it is.
HOSTILE = [
    "Hukum & SDM <1>",
    "{{ 7*7 }}",
    "{% for a in b %}",
    "{_{ kop }_}",
    "</w:t></w:r></w:p>",
    "]]>",
    "a\x07b",
    "a\ud800b",
    "Nama yang panjang sekali " * 20,
]


def printed(name: str, context: object) -> bytes:
    """The delivered template of that name with these values in it."""
    template = (TEMPLATES / f"{name}.docx").read_bytes()
    return word.render(template, context, {}, file=name, title=name, author="KPU")


def opened(data: bytes) -> Any:
    """The document."""
    return Document(io.BytesIO(data))


def lines(data: bytes) -> list[str]:
    """Every paragraph with text, outside of tables."""
    return [p.text for p in opened(data).paragraphs if p.text]


def rows(data: bytes, number: int) -> list[list[str]]:
    """The cells of one table, a merged one once."""
    return [
        [cell.text for cell in dict.fromkeys(row.cells)]
        for row in opened(data).tables[number].rows
    ]
