"""A form filled as people fill it: the row by its kode, the column by its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from kinerja.sheets.formulir import (
    DATA_PENDUKUNG_SHEET,
    DATA_START,
    ISIAN,
    NARASI,
    NARASI_SHEET,
    isian_sheet,
)
from kinerja.sheets.table import normal

Typed = Mapping[tuple[str, str], object]  # of an Indikator and the key of a column
Piece = tuple[str, str, str, object]  # Indikator, jenis, file, date
ISIAN_SHEET = isian_sheet(2, 2020, 2)
COLUMNS = {c.key: number for number, c in enumerate(ISIAN_SHEET.columns, start=1)}
NARASI_COLUMNS = {c.key: number for number, c in enumerate(NARASI_SHEET.columns, start=1)}
PIECE_COLUMNS = {
    c.key: number for number, c in enumerate(DATA_PENDUKUNG_SHEET.columns, start=1)
}


def typed_into(form: bytes, typed: Typed, pieces: Sequence[Piece] = ()) -> bytes:
    """The form with these cells typed and these files listed; saved by openpyxl."""
    book = load_workbook(BytesIO(form))
    for (kode, key), value in typed.items():
        cell_of(book, kode, key).value = value
    _list(book[DATA_PENDUKUNG_SHEET.name], pieces)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def relisted(form: bytes, names: Mapping[str, tuple[object, object]]) -> bytes:
    """The form with another file and date in the row of each of these Indikator."""
    book = load_workbook(BytesIO(form))
    page = book[DATA_PENDUKUNG_SHEET.name]
    for row in range(DATA_START, page.max_row + 1):
        if (kode := page.cell(row, 1).value) in names:
            for key, value in zip(("berkas", "tanggal"), names[str(kode)], strict=True):
                page.cell(row, PIECE_COLUMNS[key]).value = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def cell_of(book: Any, kode: str, key: str) -> Any:  # a cell of openpyxl
    """The cell of one Indikator in the sheet that asks for this."""
    name, columns = (ISIAN, COLUMNS) if key in COLUMNS else (NARASI, NARASI_COLUMNS)
    page = book[name]
    rows = (r for r in range(DATA_START, page.max_row + 1) if page.cell(r, 1).value == kode)
    return page.cell(next(rows), columns[key])


def _list(page: Any, pieces: Sequence[Piece]) -> None:  # a sheet of openpyxl
    for kode, jenis, berkas, tanggal in pieces:
        row = _row_for(page, kode, jenis)
        found = {"kode": kode, "jenis": jenis, "berkas": berkas, "tanggal": tanggal}
        for key, value in found.items():
            page.cell(row, PIECE_COLUMNS[key]).value = value


def _row_for(page: Any, kode: str, jenis: str) -> int:  # a sheet of openpyxl
    """The row that waits for this piece and has no file yet, or the first spare one."""
    spare = 0
    for row in range(DATA_START, page.max_row + 1):
        if page.cell(row, PIECE_COLUMNS["berkas"]).value:
            continue
        said = [normal(page.cell(row, PIECE_COLUMNS[k]).value) for k in ("kode", "jenis")]
        if said == [normal(kode), normal(jenis)]:
            return row
        if not any(said):
            spare = spare or row
    return spare


def contents(data: bytes) -> dict[str, object]:
    """Every cell that says something, by ``Sheet!F12``."""
    book = load_workbook(BytesIO(data))
    return {
        f"{page.title}!{cell.coordinate}": cell.value
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def notes(data: bytes) -> dict[str, str]:
    """Every note, by ``Sheet!F12``."""
    book = load_workbook(BytesIO(data))
    return {
        f"{page.title}!{cell.coordinate}": re.sub(r"\s+", " ", cell.comment.text)
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }
