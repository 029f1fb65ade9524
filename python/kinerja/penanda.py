"""The markers that stand in a report where data is missing: found, counted, told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

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
        elif is_dataclass(part):
            ahead.extend(getattr(part, field.name) for field in reversed(fields(part)))
        else:
            yield part


def missing(laporan: object, file: str) -> tuple[Temuan, ...]:
    """How much a report still lacks, as one Temuan; none if it lacks nothing."""
    found = list(dict.fromkeys(markers(laporan)))
    if not found:
        return ()
    said = ", ".join(f"“{m}”" for m in found[:EXAMPLES])
    here = Location(file, NARASI.name)
    return (Rule.BELUM_ADA_DATA.at(here, jumlah=len(found), contoh=said),)
