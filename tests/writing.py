"""What a person does to a report in Word: writes in its controls, and elsewhere."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.text.paragraph import Paragraph

from kinerja.adapters.ooxml import controls


def edited(docx: bytes, *edits: Callable[[Any], None]) -> bytes:
    """The report after these edits, saved by python-docx."""
    document = Document(io.BytesIO(docx))
    for edit in edits:
        edit(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def written(key: str, *lines: str) -> Callable[[Any], None]:
    """Type these paragraphs in the place of a control's text.

    ``*tebal*`` is bold as a whole; ``- butir`` is an item of a list.
    """

    def edit(document: Any) -> None:
        first = _paragraphs(document, key)[0]
        for other in _paragraphs(document, key)[1:]:
            other._p.getparent().remove(other._p)
        for line in reversed(lines):
            element = copy.deepcopy(first._p)
            first._p.addnext(element)
            _type(Paragraph(element, first._parent), line)
        first._p.getparent().remove(first._p)

    return edit


def _type(paragraph: Paragraph, line: str) -> None:
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)
    bare = line.removeprefix("- ")
    run = paragraph.add_run(bare.strip("*"))
    run.bold = True if bare.startswith("*") else None
    if bare != line:
        paragraph.style = "Butir"


def _paragraphs(document: Any, key: str) -> list[Paragraph]:
    blocks = controls.tagged(document.element)[key].blocks
    return [Paragraph(block, document._body) for block in blocks]


def emptied(key: str) -> Callable[[Any], None]:
    """Delete all the text of a control and leave the control."""
    return written(key, "")


def removed(key: str) -> Callable[[Any], None]:
    """Delete a control with all that is in it."""

    def edit(document: Any) -> None:
        element = controls.tagged(document.element)[key].element
        element.getparent().remove(element)

    return edit


def typed_outside(start: str, text: str) -> Callable[[Any], None]:
    """Add a text to the first paragraph that starts so."""

    def edit(document: Any) -> None:
        found = next(p for p in document.paragraphs if p.text.startswith(start))
        found.add_run(text)

    return edit


def texts(docx: bytes, key: str) -> list[str]:
    """The paragraphs of a control."""
    return [p.text for p in _paragraphs(Document(io.BytesIO(docx)), key)]


def looks(docx: bytes, key: str) -> list[tuple[str, list[tuple[str, bool]]]]:
    """The paragraphs of a control: their style, and their runs, bold or not."""
    found = _paragraphs(Document(io.BytesIO(docx)), key)
    return [(p.style.name, [(r.text, bool(r.bold)) for r in p.runs]) for p in found]
