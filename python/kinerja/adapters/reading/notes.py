"""The comments on cells: sometimes the real answer is there.

Read here and not by openpyxl, which refuses the whole workbook over a comment without
an author (Gnumeric 1.12) and does not know threaded comments.
"""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.adapters.reading.lembar import MAIN, place_of
from kinerja.adapters.reading.scan import Attributes, Hooks, scan
from kinerja.adapters.reading.text import decode
from kinerja.grid import Place

_THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
Notes = Mapping[Place, str]


def notes(legacy: bytes | None, threaded: bytes | None) -> Notes:
    """The text of every comment by its cell; a thread counts for the copy made of it.

    Raises:
        Refused: if a part is damaged.
    """
    found = _texts(legacy, f"{MAIN} comment", f"{MAIN} t")
    replies = _texts(threaded, f"{_THREADED} threadedComment", f"{_THREADED} text")
    joined = {ref: "".join(runs) for ref, runs in found.items()}
    joined |= {ref: "\n".join(texts) for ref, texts in replies.items()}
    return {place_of(ref): decode(text).strip() for ref, text in joined.items()}


def _texts(data: bytes | None, element: str, text: str) -> dict[str, list[str]]:
    """The texts inside each such element, by the cell that it names."""
    found: dict[str, list[str]] = {}
    current: list[str] = []

    def start(attributes: Attributes) -> None:
        nonlocal current
        current = found.setdefault(attributes.get("ref", ""), [])

    def end(content: str) -> None:
        current.append(content)

    if data is not None:
        scan(data, Hooks(start={element: start}, end={text: end}))
    return found
