"""Draw “Beranda” into a master that is being made: tables, buttons, a chart.

Every column is as wide as any other, save the first, so that tables of different
kinds can share them: a longer text runs on over the blank cells beside it. Nothing is
merged, nothing is calculated. Colours follow what is in a cell, so that rows which are
written later look right without a new format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kinerja import periode
from kinerja.adapters import look
from kinerja.adapters.beranda.course_chart import draw_chart
from kinerja.adapters.beranda.layout import (
    BUTTON_HEIGHT,
    BUTTONS,
    EDGE,
    FIRST,
    LEFT,
    NUMBER,
    ORANGE,
    OTHER,
    PALE,
    PLACES,
    RIGHT,
    SLOT,
    SLOTS,
    SMALL,
    TITLE,
    WHITE,
    Block,
    Layout,
    Look,
    heights,
    layout_of,
)
from kinerja.adapters.sheet_drawing import A4, write
from kinerja.grid import cell_name
from kinerja.sheets import beranda as words
from kinerja.sheets.table import HALAMAN, Column, Page, Rows, Shape
from kinerja.sheets.tombol import JUDUL

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

PERCENT = '0.0"% "'  # the space is air before the next column, beside a bar too
# Texts that begin with the symbol of a state and have its ink, but no field of their own.
INKED = frozenset({"galat", "peringatan", "terlambat", "keadaan", "tahapan"})


def draw_beranda(book: Workbook, pages: Sequence[Page]) -> Worksheet:
    """The sheet with these rows in its tables, the one that is shown when the book opens."""
    worksheet = book.add_worksheet(words.NAMA)
    placed = layout_of(_siklus_of(pages))
    _set_up(worksheet, placed)
    for block in placed.blocks:
        rows = next((page.rows for page in pages if page.sheet == block.sheet), ())
        _draw_block(book, worksheet, block, rows)
    _draw_words(book, worksheet, placed)
    _draw_groups(book, worksheet)
    for row in BUTTONS:
        rule = _next_rule(book, placed.langkah, row + 1)
        worksheet.conditional_format(row + 1, LEFT, row + 1, RIGHT, rule)
    draw_chart(book, worksheet, placed)
    return worksheet


def _siklus_of(pages: Sequence[Page]) -> int:
    sheets = [page.sheet for page in pages]
    return next(siklus for siklus in periode.SIKLUS if words.matriks(siklus) in sheets)


def _set_up(worksheet: Worksheet, placed: Layout) -> None:
    worksheet.set_column_pixels(0, 0, EDGE)
    worksheet.set_column_pixels(LEFT, LEFT, FIRST)
    worksheet.set_column_pixels(LEFT + 1, RIGHT, OTHER)
    worksheet.set_column_pixels(RIGHT + 1, RIGHT + 1, EDGE)
    for row, height in heights(placed).items():
        worksheet.set_row_pixels(row, height)
    worksheet.hide_gridlines(2)
    worksheet.hide_row_col_headers()
    worksheet.set_zoom(100)
    worksheet.activate()
    worksheet.set_first_sheet()
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 1)
    worksheet.print_area(0, 0, _foot(placed), RIGHT + 1)
    worksheet.center_horizontally()
    worksheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
    worksheet.set_footer(f"&L&8&A&R&8{HALAMAN}")


def _foot(placed: Layout) -> int:
    """The row of the last line."""
    return placed.terakhir.rows[-1] + 2


# ---- tables


def _draw_block(book: Workbook, worksheet: Worksheet, block: Block, rows: Rows) -> None:
    """Headings, rows, and blank cells with the same look for all rows that fit."""
    heading, between = book.add_format(block.heading), book.add_format(block.cell)
    for column in block.span:
        worksheet.write_blank(block.top, column, None, heading)
        for row in block.rows:
            worksheet.write_blank(row, column, None, between)
    values = dict(zip(block.rows, rows, strict=False))
    for number, (column, declared) in enumerate(_placed(block)):
        aligned = _aligned(block, number, declared)
        head = book.add_format({**block.heading, **aligned})
        worksheet.write_string(block.top, column, declared.heading, head)
        cell = book.add_format({**block.cell, **aligned})
        for row in block.rows:
            line = values.get(row)
            write(worksheet, (row, column), line[number] if line else None, cell)
    _mark(book, worksheet, block)


def _placed(block: Block) -> Iterator[tuple[int, Column]]:
    """Every column of the sheet, with the table's own column that it is."""
    return zip(block.columns, block.sheet.columns, strict=True)


def _aligned(block: Block, number: int, column: Column) -> Look:
    if column.shape is Shape.PERCENT:
        return {"num_format": PERCENT, "align": "right"}
    if block.states and number and column.key not in INKED:
        return {"num_format": "@", "align": "center"}
    text: Look = {"num_format": "@", "align": "left"}
    if block.states and block.columns[number] == RIGHT:
        return {**text, "shrink": True}  # twelve Periode leave it one column
    after_number = number and block.sheet.columns[number - 1].shape is Shape.PERCENT
    indent = 1 if after_number else 0 if number else block.inset
    return {**text, "indent": indent} if indent else text


def _mark(book: Workbook, worksheet: Worksheet, block: Block) -> None:
    """What follows the content: a bar, the colour of a state, a line under a row."""
    first, last = block.rows[0], block.rows[-1]
    for column, declared in _placed(block):
        for rule in _rules(book, block, declared):
            worksheet.conditional_format(first, column, last, column, rule)
    if block.sheet.capacity > 1:
        left = block.columns[0]
        rule = {
            "type": "formula",
            "criteria": f'=${cell_name(first + 1, left + 1)}<>""',
            "format": book.add_format({"bottom": 1, "bottom_color": look.LINE}),
        }
        worksheet.conditional_format(first, left, last, block.end, rule)


def _rules(book: Workbook, block: Block, column: Column) -> Iterator[Mapping[str, Any]]:
    if column.shape is Shape.PERCENT:
        yield {
            "type": "data_bar",
            "bar_color": PALE,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": 100,
        }
    elif block.states or column.key in INKED:
        lined = {"bottom": 1, "bottom_color": look.LINE} if block.sheet.capacity > 1 else {}
        for sign, (ground, ink) in look.STATES.items():
            yield {
                "type": "text",
                "criteria": "begins with",
                "value": sign,
                "format": book.add_format({"font_color": ink, **lined})
                if column.key in INKED
                else _field(book, ink, ground),
            }


def _field(book: Workbook, ink: str, ground: str) -> Format:
    """The colours of a state; a white edge keeps one field from the next."""
    edge = {"border": 1, "border_color": WHITE}
    return book.add_format({"font_color": ink, "bg_color": ground, **edge})


# ---- what stands around the tables


def _draw_words(book: Workbook, worksheet: Worksheet, placed: Layout) -> None:
    title = {"bold": True, "font_size": 13, "font_color": look.HEADING, "align": "left"}
    small = _centred(book, SMALL)
    for block in placed.titled:
        inset = _centred(book, {**title, "indent": block.inset})
        worksheet.write_string(block.top - 1, block.columns[0], block.sheet.title, inset)
    worksheet.write_string(TITLE, LEFT + 1, words.ARTI, small)
    worksheet.write_string(_foot(placed), LEFT, words.TANPA_MAKRO, small)


def _centred(book: Workbook, more: Look) -> Format:
    """A format of one line of text, halfway up its row."""
    return book.add_format({**look.FONT, **more, "valign": "vcenter"})


def _draw_groups(book: Workbook, worksheet: Worksheet) -> None:
    """The buttons in the order of the work, under the names of their groups."""
    ground = {**SMALL, "bold": True, "bg_color": look.REFERENCE, "font_color": look.HEADING}
    heading = _centred(book, {**ground, "indent": 1, "left": 5, "left_color": WHITE})
    rest = _centred(book, ground)
    for (name, buttons), (line, slot) in zip(words.KELOMPOK.items(), PLACES, strict=True):
        top, end = BUTTONS[line], slot + len(buttons)
        edges = SLOTS[line][slot : end + 1]
        for column in range(edges[0] + 1, edges[-1]):
            worksheet.write_blank(top, column, None, rest)
        worksheet.write_string(top, edges[0], name, heading)
        for button, column, after in zip(buttons, edges, edges[1:], strict=False):
            width = FIRST if column == LEFT else OTHER * (after - column)
            _draw_step(book, worksheet, button, (top + 1, column), width)


def _draw_step(
    book: Workbook, worksheet: Worksheet, name: str, place: tuple[int, int], width: int
) -> None:
    """A button with its number, and under it what it does; the way back has no number."""
    row, column = place
    said = {**words.TAHAP, "undo": words.URUNGKAN}[name]
    quiet = book.add_format({**SMALL, "valign": "top", "align": "left", "indent": 3})
    worksheet.write_string(row + 1, column, said, quiet)
    if name in words.TAHAP:
        number = _centred(book, {"bold": True, "font_size": 14, "font_color": look.QUIET})
        worksheet.write_string(row, column, str(words.number_of(name)), number)
    options = {
        "macro": f"Tekan_{name}",
        "caption": JUDUL[name],
        "description": said,
        "width": min(width, SLOT) - NUMBER - 4,
        "height": BUTTON_HEIGHT,
        "x_offset": NUMBER,
        "y_offset": 3,
    }
    worksheet.insert_button(row, column, options)


def _next_rule(book: Workbook, langkah: Block, row: int) -> Mapping[str, Any]:
    """The number of the step that comes next stands out; 1 is no 10."""
    advice = cell_name(langkah.rows[0] + 1, langkah.column("nama") + 1)
    here = cell_name(row + 1, LEFT + 1)
    begin = f"LEFT(${advice[0]}${advice[1:]},LEN({here})+1)"
    criteria = f'=AND({here}<>"",{begin}={here}&" ")'
    font = book.add_format({"font_color": ORANGE})
    return {"type": "formula", "criteria": criteria, "format": font}
