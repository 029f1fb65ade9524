"""“Beranda” as other programs see it, when it is made and after it was patched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kinerja import periode
from kinerja.adapters import look
from kinerja.adapters.beranda import layout as places
from kinerja.adapters.building import master_bytes
from kinerja.adapters.patching import patched
from kinerja.beranda import beranda_pages, opening_pages
from kinerja.grid import Cell as Found
from kinerja.grid import Grid, Kind
from kinerja.sheets import beranda as sheet
from kinerja.sheets.table import Page, find_headings
from kinerja.sheets.tombol import JUDUL
from kinerja.view import view_of
from office import answer, berkas, having, kiriman, listed

HALF_WAY = having(
    kiriman(answer("1a", 80), listed=(listed(),)),
    kiriman(answer("2a", 90), sha256="b", subbagian="KUL"),
    berkas=(berkas(),),
)
SCREEN = 1366 - 40  # pixels of the narrowest screen in use, without its scroll bar


def made(siklus: int = 4) -> bytes:
    return master_bytes((), {}, opening_pages(siklus))


def sheet_of(data: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data), keep_vba=True)[sheet.NAMA]


def pages_of(siklus: int = 4, p: int = 1) -> tuple[Page, ...]:
    pengaturan = replace(HALF_WAY.pengaturan, siklus=siklus, periode=p)
    return beranda_pages(view_of(replace(HALF_WAY, pengaturan=pengaturan)), ())


def grid_of(worksheet: Worksheet) -> Grid:
    cells = {
        (cell.row, cell.column): Found(Kind.TEXT, str(cell.value))
        for row in worksheet
        for cell in row
        if cell.value is not None
    }
    return Grid(file="kinerja.xlsm", sheet=sheet.NAMA, cells=cells)


def under(worksheet: Worksheet, page: Page) -> list[list[object]]:
    """What stands in the rows of a table, found by its headings."""
    top, where = find_headings(grid_of(worksheet), page.sheet)
    return [
        [worksheet.cell(row, where[column.key]).value for column in page.sheet.columns]
        for row in range(top + 1, top + 1 + page.sheet.capacity)
    ]


def looks(worksheet: Worksheet) -> Mapping[str, tuple[object, ...]]:
    return {cell.coordinate: _look(cell) for row in worksheet for cell in row}


def _look(cell: Cell) -> tuple[object, ...]:
    font = cell.font
    colours = (font.color and font.color.rgb, cell.fill.fgColor.rgb)
    return font.b, font.sz, *colours, cell.number_format, cell.alignment.horizontal


def part(data: bytes, wanted: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name = next(n for n in package.namelist() if re.search(wanted, n))
        return package.read(name).decode()


# ---- as it is made


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_every_table_is_found_by_its_headings(siklus: int) -> None:
    worksheet = sheet_of(made(siklus))
    placed = places.layout_of(siklus)

    for block in placed.blocks:
        top, where = find_headings(grid_of(worksheet), block.sheet)

        assert top == block.top + 1
        assert list(where.values()) == [column + 1 for column in block.columns]


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_no_two_tables_share_a_cell(siklus: int) -> None:
    cells = [
        (row, column)
        for block in places.layout_of(siklus).blocks
        for row in (block.top, *block.rows)
        for column in block.span
    ]

    assert sorted(cells) == sorted(set(cells))


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_it_fits_the_width_of_a_small_screen(siklus: int) -> None:
    """LibreOffice draws it a tenth wider than Excel."""
    columns = 1 + max(column for b in places.layout_of(siklus).blocks for column in b.span)
    width = 2 * places.EDGE + places.FIRST + (columns - 2) * places.OTHER

    assert width * 1.11 < SCREEN


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_nothing_is_merged_and_nothing_is_calculated(siklus: int) -> None:
    worksheet = sheet_of(made(siklus))

    assert not worksheet.merged_cells.ranges
    assert [c.coordinate for row in worksheet for c in row if c.data_type in "fe"] == []


def test_every_button_calls_its_own_macro() -> None:
    found = part(made(), r"vmlDrawing\d+\.vml")
    macros = re.findall(r"<x:FmlaMacro>(?:\[0\]!)?([^<]+)<", found)
    captions = [" ".join(text.split()) for text in re.findall(r"<font[^>]*>([^<]+)<", found)]

    buttons = [name for names in sheet.KELOMPOK.values() for name in names]
    assert macros == [f"Tekan_{name}" for name in buttons]
    assert captions == [JUDUL[name].replace("&", "&amp;") for name in buttons]


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_chart_is_drawn_from_the_table_of_its_periode(siklus: int) -> None:
    chart = part(made(siklus), r"charts/chart\d+\.xml")
    block = places.layout_of(siklus).perkembangan
    first, last = block.rows[0] + 1, block.rows[-1] + 1
    letters = ["ABCDEFGHIJKLMNOPQ"[column] for column in block.columns]

    def cells(letter: str) -> str:
        return f"{sheet.NAMA}!${letter}${first}:${letter}${last}"

    assert set(re.findall(r"<c:cat>.*?<c:f>([^<]+)", chart, re.S)) == {cells(letters[0])}
    values = re.findall(r"<c:val>.*?<c:f>([^<]+)", chart, re.S)
    assert values == [cells(letter) for letter in letters[1:]]


def test_the_numbers_run_as_the_work_does() -> None:
    """
    | 1  | 2  | 3  | 4  | 5  | 6  | 7 |
    | 8  | 9  | 10 | 11 | 12 | … |
    | 13 | 14 | 15 | 16 | 17 | 18 |
    """
    worksheet = sheet_of(made())
    lines = [
        [worksheet.cell(row + 2, column + 1).value for column in slots[:-1]]
        for row, slots in zip(places.BUTTONS, places.SLOTS, strict=True)
    ]

    assert [int(n) for line in lines for n in line if n] == [*range(1, 19)]


def test_what_a_button_does_fits_under_it() -> None:
    """A sign of 9 points is at most 6 pixels wide; the next line begins after the slot."""
    wide = {1: places.FIRST}
    for names, (line, slot) in zip(sheet.KELOMPOK.values(), places.PLACES, strict=True):
        edges = places.SLOTS[line][slot:]
        for name, left, right in zip(names, edges, edges[1:], strict=False):
            room = wide.get(left, places.OTHER * (right - left)) - places.NUMBER
            said = {**sheet.TAHAP, "undo": sheet.URUNGKAN}[name]

            assert len(said) * 6 <= room


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_buttons_and_figures_are_seen_without_scrolling(siklus: int) -> None:
    """Excel with its ribbon open leaves about 440 of 768 pixels for cells."""
    worksheet = sheet_of(made(siklus))
    heights = [worksheet.row_dimensions[n].height for n in range(1, places.GLANCE + 3)]

    assert sum(float(height or 15) for height in heights) / 0.75 < 440


def test_chart_says_what_it_is_and_what_its_axes_are() -> None:
    chart = part(made(), r"charts/chart\d+\.xml")
    titles = re.findall(r"<a:t>([^<]+)</a:t>", chart)

    assert titles == [sheet.GRAFIK, sheet.SUMBU_PERIODE, sheet.SUMBU_PERSEN]
    assert '<c:max val="100"/><c:min val="0"/>' in chart
    assert f'descr="{sheet.GRAFIK_ARTI}"' in part(made(), r"drawings/drawing\d+\.xml")


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_every_state_has_its_colour_in_every_periode(siklus: int) -> None:
    worksheet = sheet_of(made(siklus))
    block = places.layout_of(siklus).matriks

    for column in block.columns[1 : siklus + 1]:
        for row in (block.rows[0], block.rows[-1]):
            cell = worksheet.cell(row + 1, column + 1).coordinate
            signs = {
                rule.text
                for found in worksheet.conditional_formatting
                if cell in found.sqref
                for rule in found.rules
                if rule.type == "beginsWith"
            }

            assert signs == set(look.STATES)


def test_it_opens_first_and_prints_on_one_page() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made()), keep_vba=True)
    worksheet = book[sheet.NAMA]
    setup = worksheet.page_setup

    assert book.active is worksheet
    assert worksheet.freeze_panes is None
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert (setup.fitToWidth or 1, setup.fitToHeight or 1) == (1, 1)
    assert worksheet.sheet_properties.pageSetUpPr.fitToPage


def luminance(colour: str) -> float:
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


INKS = [
    *look.STATES.values(),
    *((look.REFERENCE, ink) for _, ink in look.STATES.values()),
    *(
        (block.cell.get("bg_color", places.WHITE), ink)
        for block in places.layout_of(4).blocks
        for ink in (block.cell["font_color"], block.heading["font_color"])
    ),
    (places.WHITE, places.ORANGE),
    (places.WHITE, look.QUIET),
    (places.PALE, look.INK),
]


@pytest.mark.parametrize(("ground", "ink"), INKS)
def test_every_ink_can_be_read_on_its_ground(ground: str, ink: str) -> None:
    assert contrast(ground, ink) >= 4.5


# ---- after it was written again


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_rows_that_are_patched_stand_in_every_table(siklus: int) -> None:
    pages = pages_of(siklus)
    worksheet = sheet_of(patched("kinerja.xlsm", made(siklus), pages))

    for page in pages:
        blank = [None] * len(page.sheet.columns)
        rows = [[float(v) if isinstance(v, Decimal) else v for v in row] for row in page.rows]
        padded = rows + [blank] * (page.sheet.capacity - len(rows))

        assert under(worksheet, page) == padded


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_every_cell_keeps_its_look(siklus: int) -> None:
    """Written, emptied, written again: a cell looks as it was made."""
    data = made(siklus)
    before = looks(sheet_of(data))
    for pages in (pages_of(siklus, 2), opening_pages(siklus), pages_of(siklus)):
        data = patched("kinerja.xlsm", data, pages)

    assert looks(sheet_of(data)) == before


def test_rows_keep_their_height_whatever_is_written() -> None:
    def height(data: bytes) -> Mapping[int, float | None]:
        return {n: d.height for n, d in sheet_of(data).row_dimensions.items()}

    assert height(patched("kinerja.xlsm", made(), pages_of())) == height(made())


def test_the_same_rows_change_no_byte() -> None:
    data = patched("kinerja.xlsm", made(), pages_of())

    assert patched("kinerja.xlsm", data, pages_of()) == data


def test_only_its_own_part_is_patched() -> None:
    def others(data: bytes) -> Mapping[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [n for n in package.namelist() if n != "xl/worksheets/sheet1.xml"]
            return {name: package.read(name) for name in names}

    assert others(patched("kinerja.xlsm", made(), pages_of())) == others(made())


def test_sheet_of_an_older_master_may_be_missing() -> None:
    data = master_bytes((), {})

    assert patched("kinerja.xlsm", data, pages_of()) == data
