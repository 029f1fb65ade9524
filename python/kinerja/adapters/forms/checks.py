"""What may be typed in each cell, with the hint before and the remark after.

What cannot be meant is stopped; what is only unusual may be kept after a question.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.grid import LARGEST
from kinerja.model import Jenis
from kinerja.periode import MONTHS
from kinerja.sheets import bantuan
from kinerja.sheets.table import HINT_TEXT, HINT_TITLE, Column

Check = dict[str, Any]
LONGEST = 32_000  # signs in a cell of narrative; Excel cuts at 32,767
NAME = 255  # the longest file name


def number(column: Column, jenis: Jenis = Jenis.ANGKA, *, counted: bool = False) -> Check:
    """A number; of a persen one that is likely, of x and y one that is not negative."""
    error = f"{bantuan.HANYA_ANGKA} {column.hint}"
    if jenis is Jenis.PERSEN:
        unusual = _remark(column, bantuan.PERSEN_WAJAR, stop=False)
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100} | (
            unusual
        )
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0 if counted else -LARGEST,
        "maximum": LARGEST,
    } | _remark(column, error, stop=True)


def text(column: Column, longest: int = LONGEST, hint: str = "") -> Check:
    """Text that is not so long that a program would cut it."""
    return {"validate": "length", "criteria": "<=", "value": longest} | _remark(
        column, bantuan.TEKS_TERLALU_PANJANG.format(batas=longest), stop=False, hint=hint
    )


def day(column: Column, first: date, last: date) -> Check:
    """A date that is likely; a warning only, since 30/06/2026 is text to an English Excel."""
    error = bantuan.TANGGAL_WAJAR.format(awal=_spelled(first), akhir=_spelled(last))
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": first,
        "maximum": last,
    } | _remark(column, error, stop=False)


def choice(column: Column, source: str | list[str], error: str = "", *, open_: bool) -> Check:
    """One of a list; an open list lets another answer pass after a question."""
    return {"validate": "list", "source": source} | _remark(
        column, error or column.hint, stop=not open_
    )


def _remark(column: Column, error: str, *, stop: bool, hint: str = "") -> Check:
    return {
        "input_title": column.heading[:HINT_TITLE],
        "input_message": (hint or column.hint)[:HINT_TEXT],
        "error_title": bantuan.SALAH if stop else bantuan.PERIKSA,
        "error_message": error[:HINT_TEXT],
        "error_type": "stop" if stop else "warning",
        "ignore_blank": True,
    }


def _spelled(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
