"""Drafts in classic Outlook, where it is open: saved there, and left for a person to post.

Only an Outlook that runs already is asked, since one that starts may wait for a person. The
new Outlook offers no such door; there the files .eml serve.
A new item that is saved goes to the folder for its type:
https://learn.microsoft.com/en-us/previous-versions/office/developer/office-2010/bb645518(v=office.14)
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = "Outlook.Application"
MAIL = 0  # olMailItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One e-mail that a person will look at before it goes."""

    kepada: tuple[str, ...]
    perihal: str
    isi: str
    lampiran: tuple[Path, ...]


def running() -> Any | None:  # noqa: ANN401  # an object of COM has no type
    """The Outlook that is open; None where there is none, or it is the new one."""
    if sys.platform == "win32":
        from win32com.client import GetActiveObject

        try:
            return GetActiveObject(PROGRAM)
        except _refusals():
            return None
    return None


def keep(outlook: Any, drafts: Iterable[Draft]) -> int:  # noqa: ANN401
    """Save each in the folder Drafts; how many were saved before Outlook refused one."""
    saved = 0
    for draft in drafts:
        try:
            _keep(outlook.CreateItem(MAIL), draft)
        except _refusals():
            break
        saved += 1
    return saved


def _keep(item: Any, draft: Draft) -> None:  # noqa: ANN401
    item.To = "; ".join(draft.kepada)
    item.Subject = draft.perihal
    item.Body = draft.isi
    for path in draft.lampiran:
        item.Attachments.Add(str(path.absolute()))
    item.Save()


def _refusals() -> tuple[type[Exception], ...]:
    if sys.platform == "win32":
        from pywintypes import com_error

        return (com_error,)
    return ()
