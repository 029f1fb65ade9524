"""Make the master workbook from the declaration of its sheets.

Only ever a new file: a master in use is changed by ``patching``, which leaves alone
all that its owner has added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kinerja.adapters import look
from kinerja.adapters.sheet_drawing import draw, new_book
from kinerja.grid import LARGEST, letter
from kinerja.sheets.master import (
    RIWAYAT,
    SUBBAGIAN,
    SYARAT,
    anggaran_sheet,
    indikator_sheet,
)
from kinerja.sheets.table import (
    HEADING_ROW,
    HINT_TEXT,
    HINT_TITLE,
    ISIAN_DIRAGUKAN,
    ISIAN_DITOLAK,
    LEGENDA,
    Column,
    Page,
    Rows,
    Shape,
    Sheet,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CHECKED = 500  # rows under the headings that are checked as they are typed
INPUT_TAB, WRITTEN_TAB = "#E3B505", look.HEADING
INDIKATOR, ANGGARAN = indikator_sheet(4).name, anggaran_sheet(4).name
# Columns whose content stands in another sheet: (sheet, key) → (sheet, key).
LISTS: Mapping[tuple[str, str], tuple[str, str]] = {
    (INDIKATOR, "penanggung_jawab"): (SUBBAGIAN.name, "kode"),
    (SYARAT.name, "indikator"): (INDIKATOR, "kode"),
    (RIWAYAT.name, "indikator"): (INDIKATOR, "kode"),
    (ANGGARAN, "sasaran"): (INDIKATOR, "kode_sasaran"),
}


def master_bytes(sheets: Sequence[Sheet], pages: Mapping[str, Rows]) -> bytes:
    """The master workbook with these sheets, and the rows of those that have some.

    The same sheets and rows give the same bytes.
    """
    book, target = new_book()
    names = {sheet.name: sheet for sheet in sheets}
    for sheet in sheets:
        page = Page(sheet, pages.get(sheet.name, ()))
        is_input = is_input_sheet(sheet)
        worksheet = draw(book, page, fill=_fill, note=LEGENDA if is_input else "")
        worksheet.set_tab_color(INPUT_TAB if is_input else WRITTEN_TAB)
        for number, check in _checks(sheet, names):
            end = HEADING_ROW + CHECKED - 1
            worksheet.data_validation(HEADING_ROW, number, end, number, check)
        _select_first_input(worksheet, sheet)
    book.close()
    return target.getvalue()


def is_input_sheet(sheet: Sheet) -> bool:
    """Whether people fill it: they type in its first or second column."""
    return any(column.fillable for column in sheet.columns[:2])


def _fill(column: Column) -> str:
    return look.INPUT if column.fillable else look.REFERENCE


def _select_first_input(worksheet: Worksheet, sheet: Sheet) -> None:
    first = next((n for n, column in enumerate(sheet.columns) if column.fillable), 0)
    worksheet.set_selection(HEADING_ROW, first, HEADING_ROW, first)


def _checks(sheet: Sheet, names: Mapping[str, Sheet]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The check and the hint of every column that people fill."""
    for number, column in enumerate(sheet.columns):
        if column.fillable:
            check = _listed(sheet, column, names) or _typed(column)
            yield number, check | _words(column, is_strict="error_type" not in check)


def _words(column: Column, *, is_strict: bool) -> dict[str, Any]:
    hint = column.hint[:HINT_TEXT]
    return {
        "ignore_blank": True,
        "input_title": column.heading[:HINT_TITLE],
        "input_message": hint,
        "error_title": ISIAN_DITOLAK if is_strict else ISIAN_DIRAGUKAN,
        "error_message": hint,
    }


def _listed(sheet: Sheet, column: Column, names: Mapping[str, Sheet]) -> dict[str, Any] | None:
    """A list of what the other sheet holds now; other content is questioned, not refused."""
    name, key = LISTS.get((sheet.name, column.key), ("", ""))
    source = names.get(name)
    if source is None:
        return None
    where = letter(1 + source.columns.index(source.column(key)))
    first, last = HEADING_ROW + 1, HEADING_ROW + CHECKED
    cells = f"'{name}'!${where}${first}"
    whole = f"{cells}:${where}${last}"
    # Only as far as it is filled, so that the list does not end in blank lines.
    return {
        "validate": "list",
        "source": f"={cells}:INDEX({whole},MAX(1,COUNTA({whole})))",
        "error_type": "warning",
    }


def _typed(column: Column) -> dict[str, Any]:
    match column.shape:
        case Shape.CHOICE:
            return {"validate": "list", "source": [str(choice) for choice in column.choices]}
        case Shape.WHOLE:
            return _between("integer", 0, LARGEST)
        case Shape.NUMBER | Shape.PERCENT | Shape.RUPIAH:
            return _between("decimal", -LARGEST, LARGEST)
        case Shape.DATE:
            return _between("date", date(1995, 1, 1), date(2100, 12, 31))
        case _:
            return {"validate": "any"}


def _between(kind: str, low: int | date, high: int | date) -> dict[str, Any]:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
