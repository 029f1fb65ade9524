"""Make “Rekap <tahun>.xlsx”, the tables of the year for people who like to read them.

It draws what it is given and works nothing out.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kinerja.adapters import look
from kinerja.adapters.sheet_drawing import draw, new_book, write
from kinerja.grid import storable
from kinerja.sheets.annex import GRAFIK_INDIKATOR, GRAFIK_SASARAN, Sampul
from kinerja.sheets.table import HEADING_ROW, Column, Page, Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

CHART_SIZE = {"width": 960, "height": 300}
CHART_ROWS = 17  # of the usual height, that a chart and the air under it cover
KEYS = ("kode", "indikator")  # what stands under a column of the chart
CAPAIAN = "capaian"
SMALL = {"size": 9, "color": look.QUIET}


def annex_bytes(sampul: Sampul, pages: Sequence[Page]) -> bytes:
    """The workbook with these pages in their order; the first carries the cover and charts.

    The same pages give the same bytes.
    """
    book, target = new_book(sampul.judul)
    first, *rest = pages
    cover = _with_title(first, sampul)
    worksheet = draw(book, cover, fill=_plain)
    _print_note(book, worksheet, cover.sheet, sampul.catatan)
    worksheet.fit_to_pages(1, 1)
    for page in rest:
        draw(book, page, fill=_plain)
    _insert_charts(book, worksheet, (cover, *rest))
    book.close()
    return target.getvalue()


def list_bytes(sampul: Sampul, page: Page) -> bytes:
    """A workbook with one long table that people print: as wide as a sheet of paper.

    The same page gives the same bytes.
    """
    book, target = new_book(sampul.judul)
    draw(book, _with_title(page, sampul), fill=_plain).fit_to_pages(1, 0)
    book.close()
    return target.getvalue()


def _plain(_column: Column) -> str:
    """Nothing is for typing here, so nothing is coloured."""
    return ""


def _with_title(page: Page, sampul: Sampul) -> Page:
    sheet = page.sheet
    lines = (sampul.satker, sheet.help)
    below = " · ".join(line for line in lines if line)
    return replace(page, sheet=replace(sheet, title=sampul.judul, help=below))


def _print_note(book: Workbook, worksheet: Worksheet, sheet: Sheet, note: str) -> None:
    """Say under the title where the data comes from, in a colour nobody overlooks."""
    if not note:
        return
    ground, ink = look.STATES["!"]
    loud = book.add_format(
        {**look.CELL, "bg_color": ground, "font_color": ink, "text_wrap": True}
    )
    width = sum(column.width for column in sheet.columns)
    text = storable(note)
    worksheet.set_row(2, 16 * len(textwrap.wrap(text, width)) + 4)
    worksheet.merge_range(2, 0, 2, len(sheet.columns) - 1, "", loud)
    write(worksheet, (2, 0), text, loud)


def _insert_charts(book: Workbook, worksheet: Worksheet, pages: Sequence[Page]) -> None:
    charted = [page for page in pages if page.rows and CAPAIAN in _keys(page)]
    row = HEADING_ROW + len(pages[0].rows) + 1
    titles = (GRAFIK_SASARAN, GRAFIK_INDIKATOR)
    for number, (title, page) in enumerate(zip(titles, charted, strict=False)):
        chart = _chart(book, page, title)
        worksheet.insert_chart(row + number * CHART_ROWS, 0, chart, {"description": title})


def _keys(page: Page) -> list[str]:
    return [column.key for column in page.sheet.columns]


def _chart(book: Workbook, page: Page, title: str) -> Chart:
    keys = _keys(page)
    first, last = HEADING_ROW, HEADING_ROW + len(page.rows) - 1
    name = next(n for n, key in enumerate(keys) if key in KEYS)
    value = keys.index(CAPAIAN)
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": title,
            "categories": [page.sheet.name, first, name, last, name],
            "values": [page.sheet.name, first, value, last, value],
            "fill": {"color": look.HEADING},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "#,##0.00", "font": SMALL},
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12, "color": look.INK}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"num_font": SMALL, "line": {"color": look.LINE}})
    chart.set_y_axis(
        {
            "min": 0,
            "num_format": "0",
            "num_font": SMALL,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": look.LINE, "width": 0.5}},
        }
    )
    chart.set_size(CHART_SIZE)
    return chart
