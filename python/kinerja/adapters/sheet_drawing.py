"""Draw one declared Sheet with its rows into a workbook that is being made.

The master and the annex look alike because both are drawn here. Text is written as
text, whatever it begins with; what a cell cannot hold is cut with “…”.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from kinerja.adapters import look
from kinerja.grid import Value, letter, storable
from kinerja.model import Status
from kinerja.model_sop import Tahap
from kinerja.rekap import Penerimaan
from kinerja.sheets.surat import KONSEP
from kinerja.sheets.table import (
    HALAMAN,
    HEADING_ROW,
    Column,
    Link,
    Page,
    Rows,
    Shape,
    Sheet,
    as_shown,
)
from kinerja.temuan import Severity

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Fill = Callable[[Column], str]  # the colour behind a column; "" for none

BOTTOM = 1_048_575  # the last row of a sheet, counted from 0
FILTERED = 10_000  # rows an empty sheet's filter spans, so that a patch need not widen it
A4 = 9
PAGE_WIDTH = 260  # characters of a landscape A4 page that can still be read
SCREEN_WIDTH = 150  # characters
FROZEN_WIDTH = 40  # characters of key columns that stay in sight
# Keys for programs: narrow print, folded away until someone opens the outline.
TECHNICAL = frozenset(
    {
        *("sha256", "sha256_berkas", "sha256_terdaftar", "dasar", "kiriman", "sidik"),
        *("letak", "sumber", "fakta", "sidik_riwayat"),
    }
)
STATE_COLUMNS = frozenset(
    {
        *("angka", "narasi", "data_pendukung", "keadaan", "tingkat", "penerimaan"),
        *("status", "ketepatan", "dalam_periode", "tahapan", "perkembangan"),
    }
)
RIGHT = frozenset({Shape.NUMBER, Shape.PERCENT, Shape.RUPIAH})
GOOD, WARN, BAD, NONE = (look.STATES[symbol] for symbol in "✔!✖–")
STATES: Mapping[str, tuple[str, str]] = {
    **look.STATES,
    Severity.GALAT: BAD,
    Severity.PERINGATAN: WARN,
    Severity.CATATAN: NONE,
    Penerimaan.DITERIMA: GOOD,
    Penerimaan.KOSONG: WARN,
    Penerimaan.DITOLAK: BAD,
    Status.TERISI: GOOD,
    Status.NIHIL: GOOD,
    Status.TIDAK_BERLAKU: NONE,
    Status.BELUM: BAD,
    KONSEP: NONE,
    Tahap.PENGELOLA: WARN,
    Tahap.KASUBBAG: WARN,
    Tahap.SEKRETARIS: GOOD,
}


def new_book(title: str = "") -> tuple[Workbook, BytesIO]:
    """An empty workbook and where its bytes will be after it is closed.

    The same drawing gives the same bytes: its date of creation is no date.
    """
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    return book, target


def draw(book: Workbook, page: Page, *, fill: Fill, note: str = "") -> Worksheet:
    """Title, help, note, headings and rows, with formats, filter, panes and print set-up.

    A filled column is filled to its end, so that rows added later look like the first.
    """
    worksheet = book.add_worksheet(page.sheet.name)
    fills = [fill(column) for column in page.sheet.columns]
    formats = [
        column_format(book, column, colour)
        for column, colour in zip(page.sheet.columns, fills, strict=True)
    ]
    endless = [f if colour else None for f, colour in zip(formats, fills, strict=True)]
    _draw_columns(worksheet, page.sheet, endless)
    _draw_top(book, worksheet, page.sheet, note)
    for number, row in enumerate(page.rows, start=HEADING_ROW):
        worksheet.set_row(number, _height(page.sheet, row))
        for column, value in enumerate(row):
            shown = as_shown(value, page.sheet.columns[column])
            write(worksheet, (number, column), shown, formats[column])
    _mark(book, worksheet, page.sheet)
    _arrange(worksheet, page.sheet, page.rows)
    return worksheet


def _height(sheet: Sheet, row: Sequence[Value]) -> float | None:
    return look.row_height(
        (value, column.width)
        for value, column in zip(row, sheet.columns, strict=True)
        if isinstance(value, str) and column.key not in TECHNICAL
    )


def column_format(book: Workbook, column: Column, fill: str) -> Format:
    """The format of all cells of a column, those below the last row too."""
    more: dict[str, object] = {"bg_color": fill} if fill else {}
    if column.key in TECHNICAL:
        # Alignment “fill” cuts the text at the edge of its cell.
        more |= {"font_size": 9, "font_color": look.QUIET, "text_wrap": False, "align": "fill"}
    if column.shape in RIGHT:
        more["indent"] = 1  # air before the text of the next column
    return look.shape_format(book, column.shape, **more)


def _draw_columns(
    worksheet: Worksheet, sheet: Sheet, formats: Sequence[Format | None]
) -> None:
    folded = False
    for number, (column, cell_format) in enumerate(zip(sheet.columns, formats, strict=True)):
        is_technical = column.key in TECHNICAL
        options = {"level": 1, "hidden": True} if is_technical else {"collapsed": folded}
        worksheet.set_column(number, number, column.width, cell_format, options)
        folded = is_technical
    if folded:
        end = len(sheet.columns)
        worksheet.set_column(end, end, None, None, {"collapsed": True})


def _draw_top(book: Workbook, worksheet: Worksheet, sheet: Sheet, note: str) -> None:
    plain = book.add_format(look.FONT)
    for row, height in enumerate((28, 18, 18 if note else 8)):
        worksheet.set_row(row, height, plain)
    worksheet.write_string(0, 0, sheet.title or sheet.name, look.title_format(book))
    worksheet.write_string(1, 0, sheet.help, look.help_format(book))
    if note:
        worksheet.write_string(2, 0, storable(note), look.help_format(book))
    worksheet.set_row(HEADING_ROW - 1, _heading_height(sheet))
    heading = look.heading_format(book)
    for number, column in enumerate(sheet.columns):
        worksheet.write_string(HEADING_ROW - 1, number, column.heading, heading)


def _heading_height(sheet: Sheet) -> int:
    """Room for the longest heading, and beside it for the button of the filter."""
    shown = [c for c in sheet.columns if c.key not in TECHNICAL]
    lines = (len(textwrap.wrap(c.heading, max(c.width - 4, 4))) for c in shown)
    return 15 * max(lines, default=1) + 12


def write(
    worksheet: Worksheet, place: tuple[int, int], value: Value, cell_format: Format
) -> None:
    """Write one value as what it is; text never becomes a formula or markup."""
    row, column = place
    match value:
        case bool():
            worksheet.write_boolean(row, column, value, cell_format)
        case Decimal() if value.is_finite():
            worksheet.write_number(row, column, float(value), cell_format)
        case date() | time():  # a datetime is a date
            worksheet.write_datetime(row, column, value, cell_format)
        case None | "":
            worksheet.write_blank(row, column, None, cell_format)
        case Link():
            formula = f"={look.link_formula(value)}"
            worksheet.write_formula(row, column, formula, cell_format, str(value))
        case _:
            _write_text(worksheet, place, storable(str(value)), cell_format)


def _write_text(
    worksheet: Worksheet, place: tuple[int, int], text: str, cell_format: Format
) -> None:
    row, column = place
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter 3.3 takes such a string for its own markup and writes it unescaped.
        parts = text[:1], text[1:2], text[2:]
        worksheet.write_rich_string(row, column, *parts, cell_format)
    else:
        worksheet.write_string(row, column, text, cell_format)


def _mark(book: Workbook, worksheet: Worksheet, sheet: Sheet) -> None:
    """What follows the content of a cell: the colour of a state, decimals, a bar."""
    for number, column in enumerate(sheet.columns):
        for rule in _rules(book, column, f"{letter(number + 1)}{HEADING_ROW + 1}"):
            worksheet.conditional_format(HEADING_ROW, number, BOTTOM, number, rule)


def _rules(book: Workbook, column: Column, cell: str) -> Iterator[dict[str, object]]:
    if column.key in STATE_COLUMNS and column.shape in {Shape.TEXT, Shape.CHOICE}:
        yield from _states(book)
    if column.shape is Shape.NUMBER:
        whole = book.add_format({"num_format": "#,##0"})
        criteria = f"=AND(ISNUMBER({cell}),{cell}=INT({cell}))"
        yield {"type": "formula", "criteria": criteria, "format": whole}
    if column.key == "capaian":
        yield _bar()


def _states(book: Workbook) -> Iterator[dict[str, object]]:
    """Colour what symbol and word already say."""
    for word, (ground, ink) in STATES.items():
        yield {
            "type": "text",
            "criteria": "begins with",
            "value": str(word),
            "format": book.add_format({"bg_color": ground, "font_color": ink}),
        }


def _bar() -> dict[str, object]:
    # The bars of Excel 2010 are an extension, at which openpyxl 3.1 warns on every reading.
    return {
        "type": "data_bar",
        "bar_color": "#9CC3E6",
        "min_type": "num",
        "min_value": 0,
        "max_type": "num",
        "max_value": 120,  # the highest cap in use; 100 does not touch the edge
    }


def _arrange(worksheet: Worksheet, sheet: Sheet, rows: Rows) -> None:
    last = HEADING_ROW + max(FILTERED, len(rows)) - 1
    end = len(sheet.columns) - 1
    worksheet.autofilter(HEADING_ROW - 1, 0, last, end)
    worksheet.ignore_errors({"number_stored_as_text": f"A1:XFD{BOTTOM + 1}"})
    worksheet.hide_gridlines(2)
    width = sum(c.width for c in sheet.columns if c.key not in TECHNICAL)
    keys = _key_columns(sheet) if width > SCREEN_WIDTH else 0
    worksheet.freeze_panes(HEADING_ROW, keys)
    _set_up_print(worksheet, math.ceil(width / PAGE_WIDTH), keys)


def _key_columns(sheet: Sheet) -> int:
    """How many leading columns say which row this is, and leave room for the rest."""
    width = count = 0
    for column in sheet.columns:
        width += column.width
        if width > FROZEN_WIDTH or column.shape is Shape.LONG:
            break
        count += 1
    return count


def _set_up_print(worksheet: Worksheet, pages_wide: int, keys: int) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(pages_wide, 0)
    worksheet.repeat_rows(HEADING_ROW - 1)
    if pages_wide > 1 and keys:
        worksheet.repeat_columns(0, keys - 1)
    worksheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    worksheet.set_footer(f"&L&8&A&R&8{HALAMAN}")
