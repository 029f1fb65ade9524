"""The name of a file in the archive: ``K1.1_S1_KUL_03__nama asli.pdf``.

It says what the file proves without being opened: Indikator, Semester, Subbagian and a
number. Once given it stays; a number is never given twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.inventory import Cocok
from kinerja.rekap import Rekap
from kinerja.sheets.folders import safe_name

LONGEST = 150  # signs
BYTES = 240  # of UTF-8; file systems take 255
EXTENSION = 12
_NAMED = re.compile(r"(?P<front>.+?)_(?P<number>\d{2,})__.+", re.DOTALL)


def next_name(rekap: Rekap, c: Cocok, numbers: dict[str, int]) -> str:
    """The next free name for the file of a line; ``numbers`` has the last one given."""
    assert c.berkas
    front = front_of(c.indikator, semester(rekap.pengaturan.siklus, c.periode), c.subbagian)
    number = numbers.get(front.casefold(), 0) + 1
    numbers[front.casefold()] = number
    return cut(f"{front}_{number:02}__", c.berkas.nama)


def front_of(indikator: str, semester: int, subbagian: str) -> str:
    """What stands before the number."""
    return safe_name(f"K{indikator}_S{semester}_{subbagian}")


def semester(siklus: int, periode: int | None) -> int:
    """The half of the year a Periode lies in."""
    return 2 if periode and periode * 2 > siklus else 1


def cut(front: str, nama: str) -> str:
    """The two together, shortened in the stem so that every system can keep it."""
    stem, dot, extension = safe_name(nama).rpartition(".")
    if not dot or not stem or len(extension) > EXTENSION:
        stem, extension = safe_name(nama), ""
    end = f".{extension}" if extension else ""
    room = LONGEST - len(front) - len(end)
    stem = stem[: max(room, 1)]
    while len(f"{front}{stem}{end}".encode()) > BYTES and len(stem) > 1:
        stem = stem[:-1]
    return f"{front}{stem.rstrip(' .') or '_'}{end}"


def taken_numbers(names: Iterable[str]) -> dict[str, int]:
    """The last number given, by what stands before it."""
    numbers: dict[str, int] = {}
    for name in names:
        if found := _NAMED.fullmatch(name):
            front = found["front"].casefold()
            numbers[front] = max(numbers.get(front, 0), int(found["number"]))
    return numbers
