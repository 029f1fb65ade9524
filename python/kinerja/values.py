"""What people type, read as they meant it: numbers, dates, choices.

Indonesian notation always, whatever the machine's language. A rule that would have
to guess does not: it says what the two readings are. Rows of the catalogue of
returned files are in tests/unit/test_values.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Generic, TypeVar

from kinerja.grid import Cell, Kind, Value
from kinerja.model import Nilai, Rentang
from kinerja.periode import MONTHS
from kinerja.sheets.table import normal, plain
from kinerja.temuan import Rule

LONGEST_NUMBER = 40  # signs; no cell holds a longer one as it was meant
T = TypeVar("T")
Facts = dict[str, object]
Remark = tuple[Rule, Facts]


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value as it was meant, or None, and what has to be said about it."""

    value: T | None
    remarks: tuple[Remark, ...] = ()


# Written numbers with only one meaning. “1.234” has two, so it is asked about.
_WHOLE = re.compile(r"[-+]?(\d+|\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,})")
_FRACTION = re.compile(
    r"(?P<id>[-+]?(\d+|\d{1,3}(\.\d{3})+)),(?P<id_part>\d{1,2}|\d{4,})"
    r"|(?P<en>[-+]?(\d+|\d{1,3}(,\d{3})+))\.(?P<en_part>\d{1,2}|\d{4,})"
    r"|(?P<big>[-+]?\d{1,3}(\.\d{3})+),(?P<big_part>\d+)"
    r"|(?P<zero>[-+]?0)[.,](?P<zero_part>\d+)"
)
_AMBIGUOUS = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
_RUPIAH = re.compile(r"^rp\.?\s*|,-$", re.IGNORECASE)


def parse_number(text: str) -> Decimal | tuple[Decimal, Decimal] | None:
    """The number a text means; two of them if it could be either; None if it is none."""
    if any(c.isnumeric() and not c.isdecimal() for c in text):
        return None  # 10² is not 102
    text = tidy(text).replace(" ", "")
    if len(text) > LONGEST_NUMBER:
        return None
    if _AMBIGUOUS.fullmatch(text) and not re.match(r"[-+]?0", text):
        return Decimal(text.replace(",", ".")), Decimal(re.sub(r"[.,]", "", text))
    if _WHOLE.fullmatch(text):
        return Decimal(re.sub(r"[.,]", "", text))
    if match := _FRACTION.fullmatch(text):
        groups = match.groupdict()
        for name in ("id", "en", "big", "zero"):
            if groups[name] is not None:
                whole = re.sub(r"[.,]", "", groups[name])
                return Decimal(f"{whole}.{groups[name + '_part']}")
    return None


def tidy(text: str) -> str:
    """Text with one kind of digit, space and minus, and no invisible signs.

    Full-width digits, non-breaking and zero-width spaces and U+2212 come with text
    pasted from the web and from PDF.
    """
    text = unicodedata.normalize("NFKC", text).replace("\u2212", "-")
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.split())


def read_number(cell: Cell | None, satuan: str = "") -> Read[Decimal]:
    """The number in a cell that should hold one.

    Percent means percent points: a cell that shows 95% holds 0.95 and is read 95.
    The facts of a remark lack only ``judul`` and ``indikator``, which the caller knows.
    """
    if cell is None:
        return Read(None)
    if cell.kind is Kind.TEXT:
        return _number_of_text(plain(cell.value), satuan)
    if cell.kind is not Kind.NUMBER or not isinstance(cell.value, Decimal):
        return Read(None, (_not_a_number(cell),))
    value = significant(cell.value)
    remarks: tuple[Remark, ...] = ()
    if cell.percent:
        meant = significant(value * 100)
        if abs(value) > Decimal("1.5"):
            shown = f"{to_text(meant)}%"
            facts: Facts = {"isi": shown, "satu": to_text(value), "dua": to_text(meant)}
            return Read(None, ((Rule.PERSEN_SERATUS_KALI, facts),))
        value = meant
        facts = {"isi": f"{to_text(meant)}%", "nilai": to_text(meant)}
        remarks = ((Rule.ANGKA_BERSATUAN, facts),)
    if cell.formula:
        facts = {"isi": cell.formula, "nilai": to_text(value)}
        remarks += ((Rule.RUMUS_DIAMBIL, facts),)
    return Read(value, remarks)


def _number_of_text(text: str, satuan: str) -> Read[Decimal]:
    bare = tidy(text)
    if not bare:
        return Read(None)
    stripped = _without_unit(bare, satuan)
    number = parse_number(stripped)
    if isinstance(number, tuple):
        one, two = number
        facts: Facts = {"isi": text, "satu": to_text(one), "dua": to_text(two)}
        return Read(None, ((Rule.ANGKA_AMBIGU, facts),))
    if number is None:
        return Read(None, ((Rule.BUKAN_ANGKA, {"isi": text}),))
    if stripped != bare:
        facts = {"isi": text, "nilai": to_text(number)}
        return Read(number, ((Rule.ANGKA_BERSATUAN, facts),))
    return Read(number)


def _without_unit(text: str, satuan: str) -> str:
    """The text without Rp, %, or the unit of its own column; no other word is dropped."""
    text = _RUPIAH.sub("", text).strip()
    for unit in {"%", satuan.strip()} - {""}:
        if text.casefold().endswith(unit.casefold()):
            text = text[: -len(unit)].strip()
    return text


def _not_a_number(cell: Cell) -> Remark:
    shown = plain(cell.value)
    match cell.kind:
        case Kind.ERROR:
            return Rule.SEL_GALAT, {"isi": shown}
        case Kind.UNCALCULATED:
            return Rule.RUMUS_TANPA_NILAI, {"isi": cell.formula}
        case Kind.DATE | Kind.TIME:
            return Rule.JADI_TANGGAL, {"isi": shown, "usul": _typed_before(cell.value)}
        case _:
            return Rule.BUKAN_ANGKA, {"isi": shown}


def _typed_before(value: Value) -> str:
    """What Excel probably turned into a date or a time: ``12.30``, ``3/4``."""
    if isinstance(value, time):
        return f"{value.hour},{value.minute:02d}"
    if isinstance(value, date):
        return f"{value.day}/{value.month} atau {value.day},{value.month}"
    return plain(value)


_DATE = re.compile(r"(\d{1,2})[/.\-\s]+(\d{1,2}|[a-z]+)[/.\-\s]+(\d{4})", re.IGNORECASE)
_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)
}
_YEARS = range(1900, 2200)  # any other is a slip, and counting days up to it takes long
_SERIAL = (Decimal(34700), Decimal(73051))  # 1995 to 2100 as Excel counts days
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_date(cell: Cell | None) -> Read[date]:
    """The date in a cell: a real one, ``30 Juni 2026``, ``30/06/2026``, or a serial number."""
    if cell is None:
        return Read(None)
    if isinstance(cell.value, date) and cell.value.year in _YEARS:
        return Read(date.fromordinal(cell.value.toordinal()))
    if isinstance(cell.value, Decimal) and _SERIAL[0] <= cell.value <= _SERIAL[1]:
        return Read(date.fromordinal(int(cell.value) + date(1899, 12, 30).toordinal()))
    text = plain(cell.value)
    return parse_date(text) if text else Read(None)


def parse_date(text: str) -> Read[date]:
    """The date a text means, the day always before the month."""
    bare = tidy(text)
    if _ISO.fullmatch(bare):
        bare = "-".join(reversed(bare.split("-")))
    found = _DATE.fullmatch(bare)
    unknown: Read[date] = Read(None, ((Rule.TANGGAL_TIDAK_DIKENAL, {"isi": text}),))
    if not found:
        return unknown
    day, month, year = found[1], found[2], int(found[3])
    number = int(month) if month.isdigit() else _MONTHS.get(month.casefold(), 0)
    try:
        value = date(year, number, int(day))
    except ValueError:
        return unknown
    if year not in _YEARS:
        return unknown
    if (
        month.isdigit()
        and value.day <= 12
        and value.day != value.month
        and not _ISO.match(text)
    ):
        shown = f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        return Read(value, ((Rule.TANGGAL_MENDUA, {"isi": text, "tanggal": shown}),))
    return Read(value)


_MOMENT = re.compile(
    r"(.+?)[,\s]+(?:pukul |jam )?(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?", re.IGNORECASE
)


def read_moment(cell: Cell | None) -> Read[datetime]:
    """The date and time in a cell, real or ``30/06/2026 14.30``; a bare day is its begin."""
    if cell is None:
        return Read(None)
    if isinstance(cell.value, datetime) and cell.value.year in _YEARS:
        return Read(cell.value.replace(tzinfo=None))
    found = _MOMENT.fullmatch(tidy(plain(cell.value))) if cell.kind is Kind.TEXT else None
    read = parse_date(found[1]) if found else read_date(cell)
    if read.value is None:
        return Read(None, read.remarks)
    hour, minute = (int(found[2]), int(found[3])) if found else (0, 0)
    if hour > 23 or minute > 59:
        return Read(None, ((Rule.TANGGAL_TIDAK_DIKENAL, {"isi": plain(cell.value)}),))
    return Read(datetime.combine(read.value, time(hour, minute)), read.remarks)


def read_choice(text: str, choices: Iterable[str]) -> str | None:
    """The choice meant, whatever the case and spaces; None if it is none of them."""
    wanted = normal(tidy(text))
    return next((choice for choice in choices if normal(choice) == wanted), None)


def suggest(text: str, known: Iterable[str]) -> str:
    """A half sentence that offers the nearest known word; empty if none is near."""
    names = {normal(name): name for name in known}
    near = get_close_matches(normal(text), names, n=1, cutoff=0.6)
    return Rule.suggestion(names[near[0]]) if near else ""


def suggest_of(text: str, kode: Mapping[str, str]) -> str:
    """The same for who writes a name where its code is due; ``kode`` is by name."""
    wanted, names = normal(text), {normal(name): of for name, of in kode.items()}
    holding = [name for name in names if len(wanted) >= 4 and wanted in name]
    near = get_close_matches(wanted, names, n=1, cutoff=0.6)
    found = holding if len(holding) == 1 else near
    return Rule.suggestion(names[found[0]]) if found else ""


def significant(value: Decimal) -> Decimal:
    """The number without the noise of binary fractions: 15 digits, as Excel keeps."""
    rounded = Decimal(f"{value:.15g}").normalize() + 0  # never minus zero
    return Decimal(f"{rounded:f}")


def to_text(value: Decimal) -> str:
    """The number as Indonesia writes it, with all its digits: ``1234,5``."""
    return f"{value.normalize():f}".replace(".", ",")


def target_text(target: Nilai | Rentang | None) -> str:
    """A Target or Nilai as it is typed in a cell: ``80``, ``80-90``, ``WTP``."""
    if isinstance(target, Rentang):
        return f"{to_text(target.bawah)}-{to_text(target.atas)}"
    if isinstance(target, Decimal):
        return to_text(target)
    return target or ""


_RENTANG = re.compile(r"(.+?)\s*(?:-|–|s/d|sampai)\s*(.+)")


def parse_rentang(text: str) -> Rentang | None:
    """Two bounds, ``80-90`` or ``7,5 s/d 8``; None where the first is above the second."""
    found = _RENTANG.fullmatch(tidy(text))
    if not found:
        return None
    bawah, atas = parse_number(found[1]), parse_number(found[2])
    if isinstance(bawah, Decimal) and isinstance(atas, Decimal) and bawah <= atas:
        return Rentang(bawah, atas)
    return None
