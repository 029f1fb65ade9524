"""Fill a form as people do: find the row by its code, the column by its heading, type.

It knows nothing of how the form is made or read again.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from contoh.data import Answer, Piece
from kinerja.sheets.formulir import DATA_PENDUKUNG_SHEET, NARASI_SHEET, isian_sheet
from kinerja.sheets.table import Sheet, normal

Worksheet = Any  # openpyxl calls a sheet one of three classes
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def filled(form: bytes, p: int, tahun: int, answers: Sequence[Answer]) -> bytes:
    """The form with these answers, saved by openpyxl."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts of Excel that openpyxl does not keep
        book = load_workbook(BytesIO(form))
    for sheet in (isian_sheet(4, tahun, p), NARASI_SHEET):
        _fill_rows(book[sheet.name], sheet, answers)
    pieces = [piece for answer in answers for piece in answer.pieces]
    _list_pieces(book[DATA_PENDUKUNG_SHEET.name], pieces)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _fill_rows(page: Worksheet, sheet: Sheet, answers: Sequence[Answer]) -> None:
    top, columns = _headings(page, sheet)
    rows = {normal(page.cell(row, columns["kode"]).value): row for row in _below(page, top)}
    for answer in answers:
        for key, value in answer.fields.items():
            if key in columns:
                cell = page.cell(rows[answer.kode], columns[key])
                cell.value = _typed(value)


def _list_pieces(page: Worksheet, pieces: Sequence[Piece]) -> None:
    top, columns = _headings(page, DATA_PENDUKUNG_SHEET)
    listed = {normal(page.cell(row, columns["berkas"]).value) for row in _below(page, top)}
    for piece in pieces:
        if normal(piece.berkas) in listed:
            continue  # it stands there in a form that was given back
        row = _row_for(page, top, columns, piece)
        for key in ("kode", "jenis", "berkas", "tanggal"):
            cell = page.cell(row, columns[key])
            if cell.value is None or not str(cell.value).strip():
                cell.value = getattr(piece, key)


def _row_for(page: Worksheet, top: int, columns: Mapping[str, int], piece: Piece) -> int:
    """The row that waits for this piece, or the first spare one."""
    blank = [r for r in _below(page, top) if not page.cell(r, columns["berkas"]).value]
    found = {
        tuple(normal(page.cell(row, columns[key]).value) for key in ("kode", "jenis")): row
        for row in reversed(blank)
    }
    asked = (normal(piece.kode), normal(piece.jenis))
    return found[asked] if asked in found else found["", ""]


def _headings(page: Worksheet, sheet: Sheet) -> tuple[int, dict[str, int]]:
    """The heading row and the column of every heading."""
    keys = {normal(column.heading): column.key for column in sheet.columns}
    for cells in page.iter_rows():
        found = {keys[normal(c.value)]: c.column for c in cells if normal(c.value) in keys}
        if len(found) == len(keys):
            return cells[0].row, found
    raise LookupError(sheet.name)


def _below(page: Worksheet, top: int) -> Iterator[int]:
    yield from range(top + 1, page.max_row + 1)


def _typed(value: object) -> object:
    """A date in the data is typed as a date; all else as it stands."""
    if isinstance(value, str) and _ISO.fullmatch(value):
        return date.fromisoformat(value)
    return value
