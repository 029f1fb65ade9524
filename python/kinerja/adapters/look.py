"""How every workbook looks: one palette, one set of cell formats.

Contrast of text on its fill is at least 4.5:1, and no state is told by colour alone:
a symbol and a word stand beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kinerja.sheets.table import Shape

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

INK = "#1F2933"
QUIET = "#52606D"
HEADING = "#1F4E79"  # dark blue under white headings
LINE = "#BFC7D1"
INPUT = "#FFF8DC"  # pale yellow: type here
REFERENCE = "#EEF2F6"  # pale grey: given, locked
GOOD, GOOD_INK = "#DCEBFA", "#0B4F8A"  # blue and orange: safe for the colour-blind
WARN, WARN_INK = "#FDEBD0", "#8A4B08"
BAD, BAD_INK = "#F9DCD9", "#9B1C1C"
NONE, NONE_INK = "#E9ECEF", "#52606D"

FONT: Mapping[str, Any] = {"font_name": "Calibri", "font_size": 11, "font_color": INK}
CELL: Mapping[str, Any] = {**FONT, "border": 1, "border_color": LINE, "valign": "top"}

NUMBER_FORMATS: Mapping[Shape, str] = {
    Shape.TEXT: "@",
    Shape.LONG: "@",
    Shape.CHOICE: "@",
    # "#,##0.##" would show 80 as “80,”; sheet_drawing.py shows whole numbers without decimals
    Shape.NUMBER: "#,##0.00",
    Shape.PERCENT: "#,##0.00",
    Shape.WHOLE: "0",
    Shape.RUPIAH: "#,##0",
    Shape.DATE: "[$-421]d mmm yyyy",
    # a bare point is the decimal sign to Calc 7.4, which shows a comma then
    Shape.MOMENT: "[$-421]d mmm yyyy hh\\.mm",
    Shape.LINK: "General",
}

# A state is shown as symbol and word; the colour follows the symbol.
STATES: Mapping[str, tuple[str, str]] = {
    "✔": (GOOD, GOOD_INK),
    "!": (WARN, WARN_INK),
    "✖": (BAD, BAD_INK),
    "–": (NONE, NONE_INK),
}


def shape_format(book: Workbook, shape: Shape, **more: object) -> Format:
    """The format of a column's cells."""
    wrap = shape in {Shape.LONG, Shape.TEXT, Shape.CHOICE}
    align = "right" if shape in {Shape.NUMBER, Shape.PERCENT, Shape.RUPIAH} else "left"
    link = {"font_color": GOOD_INK, "underline": 1} if shape is Shape.LINK else {}
    return book.add_format(
        {
            **CELL,
            **link,
            "num_format": NUMBER_FORMATS[shape],
            "text_wrap": wrap,
            "align": align,
            **more,
        }
    )


def title_format(book: Workbook) -> Format:
    """The title of a sheet, in cell A1."""
    return book.add_format({**FONT, "bold": True, "font_size": 16, "font_color": HEADING})


def help_format(book: Workbook) -> Format:
    """The line of help under the title."""
    return book.add_format({**FONT, "font_color": QUIET, "italic": True})


def heading_format(book: Workbook) -> Format:
    """A heading over a column of a table."""
    return book.add_format(
        {
            **CELL,
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": HEADING,
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
        }
    )


def link_formula(place: str) -> str:
    """The formula of a cell that names a place of its workbook and leads there.

    A hyperlink of the sheet itself would stay behind when rows move. Excel and LibreOffice
    both take the place as Excel writes it.
    """
    quoted = place.replace('"', '""')
    return f'HYPERLINK("#{quoted}","{quoted}")'


LINE_HEIGHT, HIGHEST = 15, 409  # points; Excel allows no higher row


def row_height(cells: Iterable[tuple[str, float]]) -> float | None:
    """The height for texts in columns of these widths; None where one line is enough.

    Excel fits a row only while someone types in it, and LibreOffice not at all. An
    estimate, on the roomy side; text without a space is a key and is never wrapped.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(LINE_HEIGHT * lines + 2, HIGHEST) if lines > 1 else None


def _lines(text: str, width: float) -> int:
    if not any(sign in text for sign in " \n"):
        return 1
    room = max(width * 1.15 - 2, 4)  # letters are narrower than the digits of the width
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))
