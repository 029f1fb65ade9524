"""Make the master workbook: declared sheets, macros, ribbon.

Only ever a new file: a master in use is changed by ``patching``, which leaves alone
all that its owner has added. Macros and ribbon are text in templates/master/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja.adapters import look, macros
from kinerja.adapters.beranda import draw_beranda
from kinerja.adapters.ribbon import with_ribbon
from kinerja.adapters.sheet_drawing import draw, new_book
from kinerja.grid import LARGEST, letter
from kinerja.model import Location
from kinerja.sheets.master import (
    CODE_NAMES,
    RIWAYAT,
    SUBBAGIAN,
    SYARAT,
    anggaran_sheet,
    indikator_sheet,
    rencana_sheet,
)
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
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
from kinerja.temuan import KinerjaError, Rule

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

SOURCES = Path(__file__).parents[3] / "templates" / "master"
MODULES = ("KinerjaBridge", "KinerjaHost", "KinerjaRibbon", "KinerjaTombol")
KONF = "xlwings.conf"  # the sheet in which an office may name its own Python
KONF_KEYS = ("INTERPRETER_WIN", "INTERPRETER_MAC")
CHECKED = 500  # rows under the headings that are checked as they are typed
INPUT_TAB, SHARED_TAB, WRITTEN_TAB = "#E3B505", "#7FB7A3", look.HEADING
# Rows that kinerja begins and people complete, although they type in the second column.
SHARED = {s.name for s in (DISPOSISI, SURAT_EDARAN)}
INDIKATOR, ANGGARAN = indikator_sheet(4).name, anggaran_sheet(4).name
RENCANA = rencana_sheet(4).name
# Columns whose content stands in another sheet: (sheet, key) → (sheet, key).
LISTS: Mapping[tuple[str, str], tuple[str, str]] = {
    (INDIKATOR, "penanggung_jawab"): (SUBBAGIAN.name, "kode"),
    (RENCANA, "indikator"): (INDIKATOR, "kode"),
    (RENCANA, "penanggung_jawab"): (SUBBAGIAN.name, "kode"),
    (SYARAT.name, "indikator"): (INDIKATOR, "kode"),
    (RIWAYAT.name, "indikator"): (INDIKATOR, "kode"),
    (ANGGARAN, "sasaran"): (INDIKATOR, "kode_sasaran"),
}


def master_bytes(
    sheets: Sequence[Sheet],
    pages: Mapping[str, Rows],
    beranda: Sequence[Page] = (),
) -> bytes:
    """The master workbook with these sheets, and the rows of those that have some.

    In front of them stands “Beranda” with its tables, if they are given. The same sheets
    and rows give the same bytes.

    Raises:
        KinerjaError: if a text of its macros or its ribbon is missing.
    """
    book, target = new_book()
    names = {sheet.name: sheet for sheet in sheets}
    if beranda:
        draw_beranda(book, beranda)
    for sheet in sheets:
        _draw(book, Page(sheet, pages.get(sheet.name, ())), names)
    _draw_conf(book)
    _add_macros(book)
    book.close()
    return with_ribbon(target.getvalue(), ribbon_text())


def _draw(book: Workbook, page: Page, names: Mapping[str, Sheet]) -> None:
    sheet, colour = page.sheet, _tab_of(page.sheet)
    note = "" if colour == WRITTEN_TAB else LEGENDA
    worksheet = draw(book, page, fill=_fill, note=note)
    worksheet.set_tab_color(colour)
    for number, check in _checks(sheet, names):
        end = HEADING_ROW + CHECKED - 1
        worksheet.data_validation(HEADING_ROW, number, end, number, check)
    _select_first_input(worksheet, sheet)
    if sheet.hidden:
        worksheet.hide()


def _draw_conf(book: Workbook) -> None:
    """The sheet that VBA reads, and that Excel does not even offer to show."""
    worksheet = book.add_worksheet(KONF)
    for row, key in enumerate(KONF_KEYS):
        worksheet.write_string(row, 0, key)
    worksheet.very_hidden()


# ---- macros


def _add_macros(book: Workbook) -> None:
    """The modules of templates/master/vba, and a code name for every sheet.

    Excel looks for code names: a sheet whose own is not in the project is damage to it.
    """
    worksheets = book.worksheets()
    for worksheet in worksheets:
        worksheet.set_vba_name(CODE_NAMES[worksheet.get_name()])
    project = vba_project([worksheet.vba_codename for worksheet in worksheets])
    book.add_vba_project(BytesIO(project), is_stream=True)
    book.set_vba_name(macros.WORKBOOK)


def vba_project(code_names: Sequence[str]) -> bytes:
    """The macros of a master whose sheets have these code names.

    Raises:
        KinerjaError: if a text of them is missing.
    """
    modules = {name: _text(SOURCES / "vba" / f"{name}.bas") for name in MODULES}
    return macros.project(modules, code_names, _text(SOURCES / "vba" / "ThisWorkbook.cls"))


def ribbon_text() -> str:
    """The tab of the master, as Excel 2010 reads it.

    Raises:
        KinerjaError: if it is missing.
    """
    return _text(SOURCES / "ribbon.xml")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KinerjaError(
            Rule.TEMPLAT_TIDAK_ADA.at(Location(path.name), berkas=path.name)
        ) from error


# ---- sheets


def _tab_of(sheet: Sheet) -> str:
    """Who fills it; people begin it where they type in its first or second column."""
    if sheet.name not in SHARED and any(column.fillable for column in sheet.columns[:2]):
        return INPUT_TAB
    return SHARED_TAB if any(column.fillable for column in sheet.columns) else WRITTEN_TAB


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
            if not column.strict:
                check["error_type"] = "warning"
            yield number, check | _words(column, check)


def _words(column: Column, check: Mapping[str, Any]) -> dict[str, Any]:
    hint = column.hint[:HINT_TEXT]
    is_listed = check["validate"] == "list" and "error_type" in check
    return {
        "ignore_blank": True,
        "input_title": column.heading[:HINT_TITLE],
        "input_message": hint,
        "error_title": ISIAN_DIRAGUKAN if is_listed else ISIAN_DITOLAK,
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
            # A time too: “20/11/2026 14.30” is a text where the program writes 14:30, and is
            # read all the same; what is none is a Temuan at its cell.
            return {"validate": "any"}


def _between(kind: str, low: int | date, high: int | date) -> dict[str, Any]:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
