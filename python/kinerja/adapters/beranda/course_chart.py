"""The chart of “Beranda”, out of the table beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kinerja.adapters import look
from kinerja.adapters.beranda.layout import (
    GAP,
    HEADING_HEIGHT,
    ORANGE,
    PALE,
    ROW_HEIGHT,
    TITLE_HEIGHT,
    Block,
    Layout,
    Look,
)
from kinerja.sheets import beranda as words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEIGHT = ROW_HEIGHT * words.SUBBAGIAN_MUAT + HEADING_HEIGHT + TITLE_HEIGHT
FONT: Look = {"name": look.FONT["font_name"], "size": 9, "color": look.QUIET, "bold": False}


def draw_chart(book: Workbook, worksheet: Worksheet, placed: Layout) -> None:
    """Columns for what is complete, a line for the Capaian; without figures only axes."""
    source = placed.perkembangan
    chart = book.add_chart({"type": "column"})
    line = book.add_chart({"type": "line"})
    chart.add_series(_series(source, "isian", {"fill": {"color": PALE}, "gap": 60}))
    chart.add_series(_series(source, "bukti", {"fill": {"color": look.HEADING}}))
    marker = {"type": "circle", "size": 7, "fill": {"color": ORANGE}, "border": {"none": True}}
    drawn = {"line": {"color": ORANGE, "width": 2.25}, "marker": marker}
    line.add_series(_series(source, "capaian", drawn))
    chart.combine(line)
    _letter(chart)
    chart.set_size({"width": placed.chart_width, "height": HEIGHT})
    row, column = placed.chart
    options = {
        "x_offset": GAP if column > placed.matriks.end else 0,
        "object_position": 2,  # it moves with the cells and keeps its size
        "description": words.GRAFIK_ARTI,
    }
    worksheet.insert_chart(row, column, chart, options)


def _series(source: Block, key: str, drawn: Look) -> Mapping[str, Any]:
    first, last = source.rows[0], source.rows[-1]
    names, where = source.column("periode"), source.column(key)
    return {
        "name": [words.NAMA, source.top, where],
        "categories": [words.NAMA, first, names, last, names],
        "values": [words.NAMA, first, where, last, where],
        **drawn,
    }


def _letter(chart: Any) -> None:  # noqa: ANN401  # XlsxWriter's charts have no common type
    title = {**FONT, "size": 13, "color": look.HEADING, "bold": True}
    axis = {"name_font": FONT, "num_font": FONT}
    chart.set_title({"name": words.GRAFIK, "name_font": title})
    chart.set_x_axis({**axis, "name": words.SUMBU_PERIODE, "line": {"color": look.LINE}})
    chart.set_y_axis(
        {
            **axis,
            "name": words.SUMBU_PERSEN,
            "min": 0,
            "max": 100,
            "major_unit": 20,
            "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": look.NONE}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"position": "top", "font": FONT})
    chart.set_chartarea({"border": {"color": look.LINE}})
