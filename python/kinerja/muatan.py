"""Whether a printed report contains what it has to; what it must contain is data.

It looks at the headings of the finished document, whatever template printed it, and at
whether anything stands below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja.model import Location
from kinerja.sheets.muatan import MUATAN, Muatan
from kinerja.temuan import Rule, Temuan

TEXT = 9  # the level of what is no heading
Line = tuple[int, str]  # the level of a heading, from 0, or TEXT; and what it says


def lacking(lines: Sequence[Line], file: str) -> tuple[Temuan, ...]:
    """A Temuan for each thing that the report does not contain."""
    found = tuple(_sections(lines))
    return tuple(
        Rule.MUATAN_KURANG.at(
            Location(file), berkas=file, muatan=m.isi, dasar=m.dasar, judul=m.judul
        )
        for m in MUATAN
        if not _is_there(m, found)
    )


def _is_there(muatan: Muatan, headings: Sequence[str]) -> bool:
    return any(re.search(muatan.penanda, heading) for heading in headings)


def _sections(lines: Sequence[Line]) -> Iterator[str]:
    """The headings with something below them, in small letters."""
    for n, (level, text) in enumerate(lines):
        if level < TEXT and _has_content(lines[n + 1 :], level):
            yield " ".join(text.casefold().split())


def _has_content(below: Sequence[Line], level: int) -> bool:
    for other, text in below:
        if other <= level:
            return False
        if other == TEXT and text.strip():
            return True
    return False
