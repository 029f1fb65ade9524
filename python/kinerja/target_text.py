"""A Target as a Perjanjian Kinerja prints it: ``80%``, ``2 (dua) dokumen``, ``≥ 90``, ``WTP``.

What has two readings is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kinerja.grid import Cell, Kind
from kinerja.master_reading import BROKEN
from kinerja.model import Jenis, Polaritas
from kinerja.sheets.table import plain
from kinerja.temuan import Sebab
from kinerja.values import parse_number, parse_rentang, significant, target_text, tidy

PERSEN = "%"
_PERSEN = re.compile(r"%|perse?n(tase)?|prosen(tase)?", re.IGNORECASE)
_NONE = {"", "-", "–", "—", "n/a", "na", "nihil"}
_WORDS = re.compile(r"(?<=\d)\s*\([^()\d]*\)")  # “2 (dua) dokumen”
_AT_LEAST = re.compile(
    r"(≥|>=?|=|min(imal|imum|\.)?|paling sedikit|sekurang-kurangnya)\s*", re.I
)
_AT_MOST = re.compile(
    r"(≤|<=?|maks(imal|imum|\.)?|paling banyak|setinggi-tingginya)\s*", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:rp\.?\s*)?([-+]?\d[\d.,]*|[-+]?\d)\s*([^\d\s][^\d]{0,40})?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPk:
    """What a cell of the sheet is to hold, and what it says of the Indikator."""

    isi: Decimal | str | None = None
    jenis: Jenis | None = None
    satuan: str = ""
    polaritas: Polaritas | None = None  # where the Target is a bound from above
    mendua: tuple[Decimal, Decimal] | None = None  # two readings of ``isi``

    @property
    def teks(self) -> str:
        """The Target as it is typed."""
        return target_text(self.isi)


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a Target could not be read."""

    sebab: Sebab


def read_target(cell: Cell | None, satuan: str = "") -> TargetPk | Unread:
    """The Target in a cell; ``satuan`` is what stands in the column of that name."""
    unit = PERSEN if _PERSEN.fullmatch(tidy(satuan)) else tidy(satuan)
    if cell is None:
        return TargetPk(satuan=unit)
    if cell.kind in BROKEN:
        return Unread(Sebab.GALAT_EXCEL)
    if cell.kind in {Kind.DATE, Kind.TIME}:
        return Unread(Sebab.JADI_TANGGAL)
    if isinstance(cell.value, Decimal):
        shown = cell.value * 100 if cell.percent else cell.value
        return _number(significant(shown), PERSEN if cell.percent else unit)
    return parse_target(plain(cell.value), unit)


def parse_target(text: str, satuan: str = "") -> TargetPk:
    """The Target a text means."""
    bare = tidy(text)
    if bare.casefold() in _NONE:
        return TargetPk(satuan=satuan)
    is_bound = bool(_AT_MOST.match(bare))
    plainer = _AT_LEAST.sub("", _AT_MOST.sub("", bare, count=1), count=1)
    plainer = _WORDS.sub("", plainer).strip()
    if found := _NUMBER.fullmatch(plainer):
        value, unit = parse_number(found[1]), _unit(found[2] or satuan)
        if isinstance(value, Decimal):
            return _number(value, unit, is_bound=is_bound)
        if value:
            return TargetPk(isi=found[1], jenis=_jenis(unit), satuan=unit, mendua=value)
    if rentang := parse_rentang(_PERSEN.sub("", plainer)):
        unit = PERSEN if _PERSEN.search(plainer) else satuan
        return TargetPk(isi=target_text(rentang), jenis=Jenis.RENTANG, satuan=unit)
    return TargetPk(isi=bare, jenis=Jenis.TEKS, satuan=satuan)


def _unit(text: str) -> str:
    unit = text.strip(" .,;")
    return PERSEN if _PERSEN.fullmatch(unit) else unit


def _jenis(unit: str) -> Jenis:
    return Jenis.PERSEN if unit == PERSEN else Jenis.ANGKA


def _number(value: Decimal, unit: str, *, is_bound: bool = False) -> TargetPk:
    polaritas = Polaritas.NEGATIF if is_bound else None
    return TargetPk(isi=value, jenis=_jenis(unit), satuan=unit, polaritas=polaritas)
