"""What “Beranda” shows of what leaves the office: entries into applications, reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from kinerja.entri import beranda_rows
from kinerja.grid import Value
from kinerja.printing import saat
from kinerja.sheets import beranda as sheet
from kinerja.sheets.entri import PETA_ENTRI
from kinerja.sheets.table import Page, Rows, Sheet
from kinerja.sheets.terbitan import BELUM_DISUSUN, LAPORAN_TERBIT, SEMESTER, TAHUNAN
from kinerja.view import View

SEMUA = (SEMESTER.format(n=1), SEMESTER.format(n=2), TAHUNAN)


def entri_page(view: View) -> Page:
    """How far every application is in the running Periode: what is not typed is red."""
    rows = [[_shown(value) for value in row] for row in beranda_rows(view)]
    nothing = only(sheet.TANPA_APLIKASI, sheet.ENTRI)
    return Page(sheet.ENTRI, fitting(rows, sheet.ENTRI, PETA_ENTRI.name) or [nothing])


def _shown(value: Value) -> Value:
    """A count as a text, as everywhere on this sheet."""
    return str(value) if isinstance(value, Decimal) else value


def report_states(register: Rows) -> Mapping[str, str]:
    """How each report is that was compiled, by its name."""
    nama, keadaan = (_place(key) for key in ("nama", "keadaan"))
    return {str(row[nama]): str(row[keadaan]) for row in register}


def laporan_page(register: Rows) -> Page:
    """Every report of the year, with whether it still says what the data says."""
    nama, keadaan, dibuat = (_place(key) for key in ("nama", "keadaan", "dibuat"))
    known = {str(row[nama]): row for row in register}
    rows: list[list[Value]] = []
    for name in SEMUA:
        row = known.get(name)
        state, made = (row[keadaan], row[dibuat]) if row else (BELUM_DISUSUN, None)
        when = saat(made) if isinstance(made, datetime) else sheet.BELUM_ADA
        rows.append([name.capitalize(), state, when])
    return Page(sheet.LAPORAN, rows)


def fitting(rows: list[list[Value]], table: Sheet, where: str) -> list[list[Value]]:
    """The rows if there is room; else the last one says how many there are elsewhere."""
    room = table.capacity
    if len(rows) <= room:
        return rows
    more = sheet.LAINNYA.format(n=len(rows) - room + 1, lembar=where)
    return [*rows[: room - 1], only(more, table)]


def only(text: str, table: Sheet) -> list[Value]:
    """A row with nothing but a text."""
    return [text, *([None] * (len(table.columns) - 1))]


def _place(key: str) -> int:
    return LAPORAN_TERBIT.columns.index(LAPORAN_TERBIT.column(key))
