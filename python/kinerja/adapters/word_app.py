"""Word itself, where it is installed: it says on which page each place is, and makes the PDF.

A Word of its own is started, unseen, and told to quit; one that a person has open is left
alone. It only looks: the report keeps the bytes that kinerja wrote, so that the same report
stays the same file. Not tried with a real Word.
https://learn.microsoft.com/office/vba/api/word.range.information
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = "Word.Application"
PAGE = 3  # wdActiveEndPageNumber: counted from the first, whatever is printed on it
PDF, HEADINGS = 17, 1  # wdExportFormatPDF, wdExportCreateHeadingBookmarks
NO_ALERTS, NO_MACROS = 0, 3  # wdAlertsNone, msoAutomationSecurityForceDisable


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as Word lays it out: the page of each bookmark, from 0, and the PDF."""

    pages: Mapping[str, int]
    pdf: bytes


def started() -> Any | None:  # noqa: ANN401  # an object of COM has no type
    """A new Word; None where there is none."""
    if sys.platform == "win32":
        from win32com.client import DispatchEx

        try:
            return DispatchEx(PROGRAM)
        except _refusals():
            return None
    return None


def lay_out(word: Any, docx: bytes, marks: Sequence[str]) -> Laid | None:  # noqa: ANN401
    """The document in Word; None if Word refuses it."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "laporan.docx", Path(folder) / "laporan.pdf"
        source.write_bytes(docx)
        try:
            return _laid_out(word, source, target, marks)
        except OSError:
            return None
        except _refusals():
            return None


def _laid_out(word: Any, source: Path, target: Path, marks: Sequence[str]) -> Laid:  # noqa: ANN401
    word.Visible = False
    word.DisplayAlerts = NO_ALERTS
    word.AutomationSecurity = NO_MACROS
    document = word.Documents.Open(
        str(source), ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False
    )
    try:
        document.Bookmarks.ShowHidden = True
        document.Repaginate()
        there = [mark for mark in marks if document.Bookmarks.Exists(mark)]
        pages = {m: int(document.Bookmarks(m).Range.Information(PAGE)) - 1 for m in there}
        document.ExportAsFixedFormat(str(target), PDF, CreateBookmarks=HEADINGS)
    finally:
        document.Close(SaveChanges=False)
    return Laid(pages, target.read_bytes())


def stop(word: Any) -> None:  # noqa: ANN401
    """Let a Word that was started here go."""
    try:
        word.Quit(SaveChanges=False)
    except _refusals():
        return


def _refusals() -> tuple[type[Exception], ...]:
    if sys.platform == "win32":
        from pywintypes import com_error

        return (com_error,)
    return ()
