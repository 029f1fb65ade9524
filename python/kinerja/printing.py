"""Figures as Indonesia prints them. The only place where a figure is rounded.

Half-up, at most two decimals. What is not known is printed too, by ``belum``, so that
no place of a report is ever empty.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache
from typing import Self

from babel.dates import format_date
from babel.numbers import format_decimal

from kinerja.model import Nilai, Rentang
from kinerja.sheets.laporan import APA, BELUM_ADA_DATA

LOCALE = "id"
HALVES_UP = Decimal("0.01")
WIDE = Context(prec=400)  # holds the largest number of Excel, 1E+308, with its cents
NO_BREAK = "\u00a0"


class Angka(str):
    """A figure as it is printed, with the key by which its origin is asked for."""

    __slots__ = ("kunci",)
    kunci: str

    def __new__(cls, text: str, kunci: str) -> Self:
        """The text, told of which figure it is."""
        made = super().__new__(cls, text)
        made.kunci = kunci
        return made


class Bilangan(int):
    """A count that is printed, with the key by which its origin is asked for."""

    kunci: str

    def __new__(cls, count: int, kunci: str) -> Self:
        """The count, told of which figure it is."""
        made = super().__new__(cls, count)
        made.kunci = kunci
        return made


def rounded(value: Decimal) -> Decimal:
    """The figure with two decimals, halves away from zero; never minus zero."""
    return WIDE.plus(value.quantize(HALVES_UP, rounding=ROUND_HALF_UP, context=WIDE))


def shown(value: Nilai | None) -> Nilai | None:
    """A figure as a cell shows it: two decimals, as it is printed; a text as it is."""
    return rounded(value) if isinstance(value, Decimal) else value


def number(value: Decimal) -> str:
    """A figure without trailing zeros: ``1.234,5``."""
    return _formatted(value, "#,##0.##")


def percent(value: Decimal) -> str:
    """A percentage without its sign, always with two decimals: ``82,50``."""
    return _formatted(value, "#,##0.00")


@lru_cache(maxsize=10_000)  # every press prints the same figures for several reports
def _formatted(value: Decimal, form: str) -> str:
    with localcontext(WIDE):
        return str(format_decimal(rounded(value), format=form, locale=LOCALE))


def signed(value: Decimal) -> str:
    """A difference with its sign: ``+3``, ``-17``, ``0``."""
    return ("+" if rounded(value) > 0 else "") + number(value)


def rupiah(value: Decimal) -> str:
    """Money; cents only where there are any: ``Rp1.234.567``."""
    shown = number(value) if rounded(value) == rounded(value).to_integral() else percent(value)
    return f"-Rp{shown[1:]}" if shown.startswith("-") else f"Rp{shown}"


def tanggal(value: date) -> str:
    """A date in words: ``22 November 2026``."""
    return str(format_date(value, format="d MMMM y", locale=LOCALE))


def tanggal_pendek(value: date) -> str:
    """A date short: ``22 Nov 2026``."""
    return str(format_date(value, format="d MMM y", locale=LOCALE))


def hari(value: date) -> str:
    """A date short, with its day of the week: ``Sabtu 21 Nov``."""
    return str(format_date(value, format="EEEE d MMM", locale=LOCALE))


def hari_tanggal(value: date) -> str:
    """A date in words, with its day of the week: ``Jumat, 20 November 2026``."""
    return str(format_date(value, format="EEEE, d MMMM y", locale=LOCALE))


def saat(value: datetime) -> str:
    """A date with the time of day: ``22 Nov 2026, 14.05``."""
    return f"{tanggal_pendek(value)}, {value:%H.%M}"


def ukuran(size: int) -> str:
    """The size of a file: ``512 B``, ``1,5 KB``, ``2,25 MB``."""
    if size < 1024:
        return f"{number(Decimal(size))}{NO_BREAK}B"
    if size < 1024**2:
        return f"{number(Decimal(size) / 1024)}{NO_BREAK}KB"
    return f"{number(Decimal(size) / 1024**2)}{NO_BREAK}MB"


def nilai(value: Nilai | Rentang, satuan: str = "") -> str:
    """A Nilai or Target with its unit: ``80%``, ``2 dokumen``, ``80–90%``, ``WTP``."""
    if isinstance(value, str):
        return value
    if isinstance(value, Rentang):
        return _with_unit(f"{number(value.bawah)}–{number(value.atas)}", satuan)
    return _with_unit(number(value), satuan)


def _with_unit(shown: str, satuan: str) -> str:
    unit = satuan.strip()
    return (
        f"{shown}%"
        if unit in {"%", "persen"}
        else f"{shown}{NO_BREAK}{unit}".strip(f"{NO_BREAK} ")
    )


def belum(apa: str, **facts: object) -> str:
    """The marker that stands where data is missing; ``apa`` is a key of ``APA``."""
    said = APA[apa].format(**facts)
    return BELUM_ADA_DATA.format(apa=said.replace("[", "(").replace("]", ")"))


def alinea(text: str) -> tuple[str, ...]:
    """The paragraphs of a text that a person typed, blank lines left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(line.strip() for line in lines if line.strip())


def cut(text: str, room: int) -> str:
    """The text in one line, cut with “…” where there is no more room."""
    line = " ".join(text.split())
    return line if len(line) <= room else f"{line[: room - 1].rstrip(' ,')}…"
