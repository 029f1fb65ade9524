"""The markers that stand in a report where data is missing: found, counted, told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from kinerja.model import Location
from kinerja.sheets.laporan import MARKER
from kinerja.sheets.master import NARASI
from kinerja.temuan import Rule, Temuan

EXAMPLES = 3  # markers that a Temuan quotes


def markers(value: object) -> Iterator[str]:
    """Every marker in a report, as often as it stands there."""
    for part in leaves(value):
        if isinstance(part, str):
            yield from MARKER.findall(part)


def leaves(value: object) -> Iterator[object]:
    """Every text, flag and count of a report, in its order."""
    ahead = [value]  # the next one last
    while ahead:
        part = ahead.pop()
        if isinstance(part, tuple):
            ahead.extend(reversed(part))
        elif names := names_of(part):
            ahead.extend(getattr(part, name) for name in reversed(names))
        else:
            yield part


def names_of(row: object) -> tuple[str, ...]:
    """The fields of a row of a report; none of what is no row."""
    return _names(type(row))  # type: ignore[arg-type]  # classes can be hashed


@cache  # a report has few kinds of rows, and thousands of each
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def missing(laporan: object, file: str) -> tuple[Temuan, ...]:
    """How much a report still lacks, as one Temuan; none if it lacks nothing."""
    found = list(dict.fromkeys(markers(laporan)))
    if not found:
        return ()
    said = ", ".join(f"“{m}”" for m in found[:EXAMPLES])
    here = Location(file, NARASI.name)
    return (Rule.BELUM_ADA_DATA.at(here, jumlah=len(found), contoh=said),)
