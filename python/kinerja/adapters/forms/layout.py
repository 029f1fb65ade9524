"""How a sheet of a form is laid out: what is above its table, how it prints, its locks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from kinerja.adapters import look
from kinerja.adapters.forms.canvas import SHADED, Canvas, Page, add_page
from kinerja.grid import letter
from kinerja.sheets import bantuan
from kinerja.sheets.folders import data_pendukung_folder
from kinerja.sheets.formulir import DATA_START
from kinerja.sheets.table import HALAMAN, Sheet

if TYPE_CHECKING:
    from kinerja.adapters.forms.area import Area
    from kinerja.adapters.forms.formulas import Formula

HEADING = DATA_START - 1
PAPER = {"A4": 9, "F4": 14}  # F4 is what Excel calls Folio
LINE, MARGIN = 15.0, 5.0  # points
NOTE_SIGNS = 105  # of the note on the data, above a table
ALLOWED: Mapping[str, bool] = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "select_unlocked_cells": True,
}


def height(cells: Sequence[tuple[str, float]], least: int = 1) -> float:
    """The height of a row whose wrapped texts all show, each in its column's width."""
    lines = max([least, *(_lines(content, width) for content, width in cells)])
    return min(look.HIGHEST, lines * LINE + MARGIN)


def _lines(content: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / (width - 0.5))) for line in content.split("\n"))


def row_height(sheet: Sheet, contents: Mapping[str, str], least: int = 1) -> float:
    """The height of a table's row."""
    return height([(contents.get(c.key, ""), c.width) for c in sheet.columns], least)


def new_page(canvas: Canvas, sheet: Sheet, meter: Formula) -> Page:
    """A sheet to fill, with all that stands above its rows."""
    page = add_page(canvas, sheet.name)
    set_columns(canvas, page, sheet)
    isi = canvas.isi
    code = bantuan.KODE_FORMULIR.format(id=isi.formulir.id)
    where = bantuan.ANTAR_METER.join(
        part
        for part in (
            isi.pengaturan.satker,
            isi.subbagian.nama or isi.subbagian.kode,
            bantuan.pengukuran(isi.pengaturan, isi.formulir.periode),
        )
        if part
    )
    page.text(1, 1, sheet.title, look.title_format(canvas.book))
    page.text(2, 1, where, canvas.plain(bold=True))
    page.text(3, 1, code, canvas.plain(font_color=look.QUIET))
    page.formula(4, 1, meter, canvas.plain(bold=True, font_size=12, font_color=look.HEADING))
    legend(canvas, page, sheet)
    page.text(6, 1, _message(canvas, sheet), look.help_format(canvas.book))
    headings(canvas, page, sheet, HEADING)
    page.sheet.set_row(0, 26)
    page.sheet.set_row(3, 20)
    page.sheet.set_row(5, 20)
    return page


def _message(canvas: Canvas, sheet: Sheet) -> str:
    isi = canvas.isi
    folder = data_pendukung_folder(
        isi.pengaturan.siklus, isi.subbagian.kode, isi.formulir.periode
    )
    parts = [bantuan.PESAN[sheet.name].format(folder=folder)]
    if isi.pengaturan.catatan_data:
        said = bantuan.CATATAN_DATA.format(catatan=isi.pengaturan.catatan_data)
        parts.append(shorten(said, NOTE_SIGNS, placeholder=" …"))  # whole on the cover
    return " ".join(parts)


def set_columns(canvas: Canvas, page: Page, sheet: Sheet) -> None:
    """Widths, and every cell locked unless it says otherwise."""
    for number, column in enumerate(sheet.columns):
        page.sheet.set_column(number, number, column.width, canvas.plain())
    beyond = len(sheet.columns)
    page.sheet.set_column(beyond, beyond, None, canvas.plain())


def headings(canvas: Canvas, page: Page, sheet: Sheet, row: int, least: int = 2) -> None:
    """The heading row of a table."""
    style = look.heading_format(canvas.book)
    for number, column in enumerate(sheet.columns, 1):
        page.text(row, number, column.heading, style)
    tall = height([(c.heading, c.width - 1) for c in sheet.columns], least)
    page.sheet.set_row(row - 1, tall)


def legend(canvas: Canvas, page: Page, sheet: Sheet) -> None:
    """One line of samples, each over as many columns as its words need; none merged."""
    widths = [column.width for column in sheet.columns]
    at = 0
    for sample, words in bantuan.LEGENDA:
        if sample in bantuan.LEGENDA_LEMBAR[sheet.name] and at < len(widths):
            at = _sample(canvas, page, widths, at, (sample, words))


def _sample(
    canvas: Canvas, page: Page, widths: list[int], at: int, entry: tuple[str, str]
) -> int:
    sample, words = entry
    frame = {"top": 1, "bottom": 1, "border_color": look.LINE}
    page.text(5, at + 1, words, canvas.plain(**look_of(sample), **frame))
    room = widths[at]
    at += 1
    beyond = dict(SHADED) if sample == "shaded" else look_of(sample)
    while room < len(words) + 1 and at < len(widths):
        page.text(5, at + 1, "", canvas.plain(**beyond, **frame))
        room += widths[at]
        at += 1
    return at


def look_of(sample: str) -> dict[str, Any]:
    """The fill and ink of one entry of the legend."""
    if sample in look.STATES:
        fill, ink = look.STATES[sample]
        return {"bg_color": fill, "font_color": ink, "bold": True}
    # No stroke through words.
    return {"bg_color": look.INPUT if sample == "input" else look.REFERENCE}


def print_setup(
    canvas: Canvas, page: Page, sheet: Sheet, *, last: int, heading: int = HEADING
) -> None:
    """How it prints; ``last`` is the last row that does."""
    page.sheet.hide_gridlines(2)
    page.sheet.set_landscape()
    page.sheet.set_paper(PAPER.get(canvas.isi.pengaturan.kertas, PAPER["A4"]))
    page.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.center_horizontally()
    page.sheet.print_area(f"A1:{letter(len(sheet.columns))}{last}")
    page.sheet.repeat_rows(heading - 1)
    # The code and the page number are on every printed page.
    safe = canvas.isi.formulir.id.replace("&", "&&")
    page.sheet.set_header(f"&R{safe}")
    page.sheet.set_footer(f"&L{safe}&R{HALAMAN}")


def freeze(page: Page, area: Area, first: str) -> None:
    """Keep headings and names in view; the cursor waits in the ``first`` column to fill."""
    page.sheet.freeze_panes(HEADING, 2)
    page.sheet.set_zoom(90)
    page.sheet.set_selection(area.cell(first, area.start).replace("$", "").rpartition("!")[2])


def protect(page: Page, *, reading: bool = False) -> None:
    """Against slips, not against people: no password, and Tab visits what is to fill."""
    page.sheet.protect("", {**ALLOWED, "select_locked_cells": reading})


def colour_states(canvas: Canvas, page: Page, cells: str) -> None:
    """Colour each cell by the sign it begins with."""
    for sign, (fill, ink) in look.STATES.items():
        style = canvas.book.add_format({"bg_color": fill, "font_color": ink})
        page.sheet.conditional_format(
            cells,
            {"type": "text", "criteria": "begins with", "value": sign, "format": style},
        )
