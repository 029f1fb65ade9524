"""The sheets “Narasi” and “Data Pendukung”, both for text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.adapters.forms import checks, kelengkapan, layout
from kinerja.adapters.forms.canvas import Canvas
from kinerja.grid import LIMIT
from kinerja.sheets import bantuan
from kinerja.sheets.table import Column, Shape

if TYPE_CHECKING:
    from kinerja.adapters.forms.area import Area
    from kinerja.adapters.forms.canvas import Page
    from kinerja.adapters.forms.formulas import Formula
    from kinerja.adapters.forms.kelengkapan import Areas
    from kinerja.model import Realisasi

NARASI_LINES = 4  # the least height of a row, so that it invites to write
EARLIEST = 1900  # the first year of a date in Excel


def write_narasi(canvas: Canvas, areas: Areas, meter: Formula) -> None:
    """The whole sheet “Narasi”: one row for each Indikator."""
    area = areas.narasi
    page = layout.new_page(canvas, area.sheet, meter)
    for n, baris in enumerate(canvas.isi.baris):
        row = area.start + n
        known = {"kode": baris.indikator.kode, "uraian": baris.indikator.uraian}
        for key, content in known.items():
            style = canvas.reference(area.sheet.column(key), bold=key == "kode")
            page.text(row, area.column(key), content, style)
        texts = known | {
            c.key: _prefill(canvas, page, area, row, c, baris.jawaban)
            for c in area.sheet.columns
            if c.fillable
        }
        page.sheet.set_row(row - 1, layout.row_height(area.sheet, texts, least=NARASI_LINES))
    _check_columns(canvas, page, area)
    layout.print_setup(canvas, page, area.sheet, last=area.last)
    layout.freeze(page, area, "penyebab")
    layout.protect(page)


def _prefill(
    canvas: Canvas,
    page: Page,
    area: Area,
    row: int,
    column: Column,
    answer: Realisasi | None,
) -> str:
    """Write what is known of one cell, and give it back as text."""
    known = getattr(answer, column.key) if answer else None
    at, style = area.column(column.key), canvas.input(column)
    if isinstance(known, date):
        page.sheet.write_datetime(row - 1, at - 1, known, style)
        return ""
    if known and len(known) > LIMIT:
        # A shortened text would replace the whole one when it comes back.
        said = f"{bantuan.BANTUAN_AWAL}\n{bantuan.TERLALU_PANJANG}"
        page.note(row, at, said)
        known = ""
    page.value(row, at, known, style)
    return known or ""


def _check_columns(canvas: Canvas, page: Page, area: Area) -> None:
    for column in area.sheet.columns:
        if column.fillable:
            _check(page, area, column, check_of(canvas, column))


def _check(page: Page, area: Area, column: Column, check: checks.Check) -> None:
    at = area.column(column.key) - 1
    page.sheet.data_validation(area.start - 1, at, area.last - 1, at, check)


def check_of(canvas: Canvas, column: Column) -> checks.Check:
    """The check of a column that is the same in all its rows."""
    tahun = max(EARLIEST + 1, canvas.isi.formulir.tahun)
    if column.shape is Shape.DATE:
        # A follow-up ends in this year or the next, a document is of this or the last.
        later = column.key == "batas_waktu"
        first = date(tahun - (not later), 1, 1)
        return checks.day(column, first, date(tahun + 1, 12, 31))
    return checks.text(column, checks.LONGEST if column.shape is Shape.LONG else checks.NAME)


def write_data_pendukung(canvas: Canvas, areas: Areas, meter: Formula, jenis: str) -> None:
    """The whole sheet “Data Pendukung”: a row for each required piece, then spare ones.

    ``jenis`` is the range that lists what is asked for, empty where nothing is.
    """
    area = areas.data_pendukung
    page = layout.new_page(canvas, area.sheet, meter)
    required = [
        (s.indikator, s.jenis)
        for baris in canvas.isi.baris
        for s in kelengkapan.owed(baris)
        for _ in range(s.jumlah)
    ]
    for row in range(area.start, area.last + 1):
        given = required[row - area.start] if row - area.start < len(required) else None
        _piece(canvas, page, area, row, given)
    _check_pieces(canvas, page, areas, jenis, area.start + len(required))
    layout.print_setup(canvas, page, area.sheet, last=area.last)
    layout.freeze(page, area, "berkas")
    layout.protect(page)


def _piece(
    canvas: Canvas, page: Page, area: Area, row: int, given: tuple[str, str] | None
) -> None:
    known = dict(zip(("kode", "jenis"), given or (), strict=False))
    for column in area.sheet.columns:
        locked = column.key in known
        style = canvas.reference(column) if locked else canvas.input(column)
        page.text(row, area.column(column.key), known.get(column.key, ""), style)
    page.sheet.set_row(row - 1, layout.row_height(area.sheet, known))


def _check_pieces(canvas: Canvas, page: Page, areas: Areas, jenis: str, spare: int) -> None:
    """Kode and jenis are chosen in the spare rows only; elsewhere they are given."""
    area = areas.data_pendukung
    for column in area.sheet.columns:
        if column.key == "kode":
            codes = f"={areas.stamp.range('kode')}"
            check = checks.choice(column, codes, bantuan.PILIH_KODE, open_=False)
        elif column.key == "jenis" and jenis:
            check = checks.choice(column, f"={jenis}", bantuan.JENIS_LAIN, open_=True)
        else:
            check = check_of(canvas, column)
        first = spare if column.key in {"kode", "jenis"} else area.start
        at = area.column(column.key) - 1
        page.sheet.data_validation(first - 1, at, area.last - 1, at, check)
