"""Where everything stands on “Beranda”, and how large it is; nothing is drawn here.

Columns and rows are counted from 0, sizes are pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja.adapters import look
from kinerja.sheets import beranda as words
from kinerja.sheets.table import Sheet

Look = Mapping[str, Any]

# LibreOffice 7.4 draws columns a tenth wider than Excel; both fit a screen of 1366.
EDGE, FIRST, OTHER = 12, 216, 63  # widths: of both edges, of the first column, of all others
LEFT, RIGHT = 1, 16  # the columns between the edges
# Where each button of a row stands, and where the last one ends: seven, then six and six.
SIX = (1, 2, 5, 8, 11, 14, 17)
SLOTS = ((1, 2, 4, 7, 10, 13, 15, 17), SIX, SIX)
FIGURES = (1, 2, 4, 7, 11, 13, 15)  # seven figures beside each other

HEADS, ADVICE, CLOCK, GLANCE, TITLE = 1, 4, 7, 22, 25  # rows
BUTTONS = (10, 14, 18)  # three rows of groups: heading, buttons, a line on each
PLACES = ((0, 0), (0, 4), (1, 0), (2, 0), (2, 4), (1, 5))  # of the groups: row, slot
HEIGHTS = {
    **{0: 6, 1: 18, 2: 30, 3: 6, 4: 18, 5: 26, 6: 6, 7: 18, 8: 24, 9: 8},
    **{
        row: height for top in BUTTONS for row, height in enumerate((17, 32, 16, 4), start=top)
    },
    **{21: 8, 22: 20, 23: 30, 24: 8},
}
TABLE = TITLE + 1
LOWER = TABLE + words.SUBBAGIAN_MUAT + 3  # the headings of the tables below
TITLE_HEIGHT, HEADING_HEIGHT, ROW_HEIGHT = 26, 36, 20
NUMBER = 26  # width of a step's number, left of its button
BUTTON_HEIGHT, SLOT = 28, 3 * OTHER  # of a button, and all that one may take of the width
GAP = 16  # between a chart and a table

ORANGE, PALE = "#B85A05", "#9CC3E6"  # beside dark blue: safe for the colour-blind
WHITE = "#FFFFFF"

SMALL: Look = {**look.FONT, "font_size": 9, "font_color": look.QUIET}
PLAIN: Look = {**look.FONT, "font_size": 10, "valign": "vcenter"}
HEADING: Look = {
    **SMALL,
    "bold": True,
    "font_color": look.HEADING,
    "bottom": 2,
    "bottom_color": look.HEADING,
    "valign": "bottom",
    "text_wrap": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One table on the sheet: the row of its headings, and where its columns stand."""

    sheet: Sheet
    top: int
    columns: Sequence[int]
    end: int  # the last column it spans
    heading: Look
    cell: Look
    inset: int = 0  # of its first column, where another table ends just before it
    states: bool = False  # its texts are states, told by symbol, word and colour

    @property
    def span(self) -> range:
        """Every column it spans, those between its own too."""
        return range(self.columns[0], self.end + 1)

    @property
    def rows(self) -> range:
        """Every row it has room for."""
        return range(self.top + 1, self.top + 1 + self.sheet.capacity)

    def column(self, key: str) -> int:
        """Where one of its columns stands."""
        return self.columns[self.sheet.columns.index(self.sheet.column(key))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Every table of the sheet, and the place of its chart."""

    kepala: Block
    langkah: Block
    sop: Block
    ringkasan: Block
    terlambat: Block
    matriks: Block
    sasaran: Block
    perkembangan: Block
    entri: Block
    laporan: Block
    terakhir: Block
    chart: tuple[int, int]  # row and column
    chart_width: int

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every table."""
        high = self.kepala, self.langkah, self.sop, self.ringkasan, self.terlambat
        return (*high, *self.titled, self.terakhir)

    @property
    def titled(self) -> tuple[Block, ...]:
        """The tables with a title above them."""
        return self.matriks, self.sasaran, self.perkembangan, self.entri, self.laporan


def layout_of(siklus: int) -> Layout:
    """Where everything stands; with twelve Periode the matrix needs the whole width."""
    matrix, course = words.matriks(siklus), words.perkembangan(siklus)
    across = range(LEFT, LEFT + len(matrix.columns))
    outgoing = LOWER + 3 + max(words.SASARAN_MUAT, siklus)
    last = outgoing + 2 + max(words.APLIKASI_MUAT, words.LAPORAN_MUAT)
    clock, figures = (_colours(look.REFERENCE, look.INK, size) for size in (11, 16))
    if siklus == 12:
        sasaran = _table(words.SASARAN, LOWER, (8, 13, 14, 16), inset=2)
        course_columns, chart = range(4, 8), (LOWER - 1, LEFT)
        chart_width = FIRST + 2 * OTHER - GAP
    else:
        sasaran = _table(words.SASARAN, LOWER, (1, 8, 9, 11))
        state = across[-1]
        course_columns, chart = range(13, 17), (TITLE, state + 2)
        chart_width = (RIGHT - state - 1) * OTHER - GAP
    return Layout(
        kepala=_band(words.KEPALA, HEADS, (1, 11, 13), _colours(look.HEADING, WHITE, 18)),
        langkah=_band(words.LANGKAH, ADVICE, (1, 2), _colours(look.GOOD, look.GOOD_INK, 12)),
        sop=_band(words.SOP, CLOCK, (1, 4, 7, 9, 12), {**clock, "bold": False}),
        ringkasan=_band(words.RINGKASAN, GLANCE, FIGURES[:-1], figures, FIGURES[-1] - 1),
        terlambat=_band(words.TERLAMBAT, GLANCE, FIGURES[-1:], figures),
        matriks=_table(matrix, TABLE, across, end=min(across[-1] + 1, RIGHT), states=True),
        sasaran=sasaran,
        perkembangan=_table(course, LOWER, course_columns),
        entri=_table(words.ENTRI, outgoing, (1, 2, 3, 4, 5, 7), end=8),
        laporan=_table(words.LAPORAN, outgoing, (10, 12, 14), end=RIGHT),
        terakhir=_table(words.TERAKHIR, last, (1, 2, 4), end=RIGHT),
        chart=chart,
        chart_width=chart_width,
    )


def _table(
    sheet: Sheet,
    top: int,
    columns: Sequence[int],
    **more: Any,  # noqa: ANN401  # of a Block
) -> Block:
    given = {"end": columns[-1], "heading": HEADING, "cell": PLAIN, **more}
    return Block(sheet=sheet, top=top, columns=columns, **given)


def _colours(ground: str, ink: str, size: int) -> Look:
    return {**look.FONT, "bg_color": ground, "font_color": ink, "font_size": size}


def _band(
    sheet: Sheet, top: int, columns: Sequence[int], value: Look, end: int = RIGHT
) -> Block:
    """A table of one row across the sheet: small headings, large values."""
    on_dark = value["font_color"] == WHITE
    label = {**SMALL, "bg_color": value["bg_color"], "valign": "bottom", "indent": 1}
    return Block(
        sheet=sheet,
        top=top,
        columns=columns,
        end=end,
        heading={**label, "font_color": look.GOOD} if on_dark else label,
        cell={"bold": True, **value, "valign": "vcenter", "indent": 1},
    )


def heights(placed: Layout) -> Mapping[int, int]:
    """The height of every row that is not as high as any."""
    found = dict(HEIGHTS)
    for block in (*placed.titled, placed.terakhir):
        found |= dict.fromkeys(block.rows, ROW_HEIGHT)
        found |= {block.top - 1: TITLE_HEIGHT, block.top: HEADING_HEIGHT}
    return found | {placed.terakhir.top - 1: 10, placed.terakhir.top: 24}
