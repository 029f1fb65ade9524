"""The sheets of the master as tables that any program can read: CSV, and what is in them.

A data package as https://specs.frictionlessdata.io/data-package/ has it, in the form that
an Indonesian Excel opens: semicolons, decimal commas, a mark for UTF-8. What was a number
or a day is one again when it is read; the same tables give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from kinerja.grid import Value
from kinerja.sheets.arsip import CATATAN_PELINDUNG, PELINDUNG
from kinerja.sheets.table import Column, Page, Rows, Shape

NAMA = "datapackage.json"
DIALEK = {
    "delimiter": ";",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}
# What a spreadsheet may take for the beginning of a formula.
# https://owasp.org/www-community/attacks/CSV_Injection
_UNSAFE = tuple("=+-@\t\r\n＝＋－＠" + PELINDUNG)
_QUOTED = re.compile(r'[;"\r\n]|^\s|\s$')
_NUMERIC = {Shape.NUMBER, Shape.PERCENT, Shape.RUPIAH}
# The type of a field and what else a reader has to know of it.
_TYPES: dict[str, dict[str, object]] = {
    "string": {},
    "integer": {},
    "number": {"decimalChar": ","},
    "boolean": {"trueValues": ["TRUE"], "falseValues": ["FALSE"]},
    "date": {"format": "%Y-%m-%d"},
    "datetime": {"format": "%Y-%m-%d %H:%M:%S"},
    "time": {"format": "%H:%M:%S"},
}


@dataclass(frozen=True, slots=True)
class Tabel:
    """One sheet as a table: its file, the fields with their types, the rows as text."""

    nama: str
    judul: str
    jenis: tuple[tuple[str, str], ...]  # heading and type of every field
    isi: bytes

    @property
    def berkas(self) -> str:
        """The name of its file."""
        return f"{self.nama}.csv"


def tabel_of(page: Page) -> Tabel:
    """The table of a sheet; each of its fields has the type that all its cells have."""
    columns = page.sheet.columns
    jenis = tuple(
        (column.heading, _type(column, [row[n] for row in page.rows]))
        for n, column in enumerate(columns)
    )
    return Tabel(
        nama=slug(page.sheet.name),
        judul=page.sheet.title or page.sheet.name,
        jenis=jenis,
        # the name of a file may hold bytes that are no text
        isi=_csv(jenis, page.rows).encode("utf-8-sig", "replace"),
    )


def datapackage(nama: str, judul: str, tables: Iterable[Tabel]) -> bytes:
    """What is in these tables, for programs and for people."""
    package = {
        "profile": "tabular-data-package",
        "name": slug(nama),
        "title": judul,
        "description": CATATAN_PELINDUNG,
        "resources": [_resource(t) for t in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def slug(name: str) -> str:
    """The name as a data package allows it: small letters, digits, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _resource(t: Tabel) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": t.nama,
        "title": t.judul,
        "path": t.berkas,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(t.isi),
        "hash": f"sha256:{hashlib.sha256(t.isi).hexdigest()}",
        "dialect": DIALEK,
        "schema": {
            "fields": [{"name": name, "type": kind, **_TYPES[kind]} for name, kind in t.jenis],
            "missingValues": [""],
        },
    }


# ---- types


def _type(column: Column, values: Iterable[Value]) -> str:
    """The type that all cells of a column have; text where they differ."""
    found = {_kind(v) for v in values if v is not None and v != ""}
    if found <= {"integer"} and column.shape is Shape.WHOLE:
        return "integer"
    if found <= {"integer", "number"} and (found or column.shape in _NUMERIC):
        return "number"
    return found.pop() if len(found) == 1 else "string"


def _kind(value: Value) -> str:
    match value:
        case bool():
            return "boolean"
        case Decimal():
            return "integer" if value == value.to_integral_value() else "number"
        case datetime():
            return "datetime"
        case date():
            return "date"
        case time():
            return "time"
        case _:
            return "string"


# ---- cells


def _csv(jenis: Sequence[tuple[str, str]], rows: Rows) -> str:
    lines = [";".join(_quoted(guarded(name)) for name, _ in jenis)]
    for row in rows:
        cells = zip(row, jenis, strict=True)
        lines.append(";".join(_quoted(_cell(value, kind)) for value, (_, kind) in cells))
    return "".join(f"{line}\r\n" for line in lines)


def _cell(value: Value, kind: str) -> str:
    text = _text(value)
    return guarded(text) if kind == "string" else text


def _text(value: Value) -> str:
    """The value as text, exact; figures with a decimal comma."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula; one sign more in front if it must be."""
    return PELINDUNG + text if text.startswith(_UNSAFE) else text


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""')) if _QUOTED.search(text) else text
