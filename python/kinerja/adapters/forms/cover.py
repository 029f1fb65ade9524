"""The first sheet, “Baca Dulu”: whose form this is, how it is filled, what is asked."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from kinerja import periode
from kinerja.adapters import look
from kinerja.adapters.forms import layout
from kinerja.adapters.forms.canvas import Canvas, add_page
from kinerja.sheets import bantuan
from kinerja.sheets.folders import data_pendukung_folder
from kinerja.sheets.formulir import BACA_DULU, PETUNJUK

if TYPE_CHECKING:
    from kinerja.adapters.forms.canvas import Page
    from kinerja.adapters.forms.formulas import Formula
    from kinerja.isian import Baris

SHEET = bantuan.BANTUAN_SHEET
BAND_SIGNS = 140  # what one line over the whole width shows


def write(canvas: Canvas, meter: Formula) -> None:
    """The whole sheet “Baca Dulu”."""
    page = add_page(canvas, BACA_DULU)
    layout.set_columns(canvas, page, SHEET)
    page.text(1, 1, bantuan.JUDUL_FORMULIR, look.title_format(canvas.book))
    page.sheet.set_row(0, 26)
    row = _identity(canvas, page, 2, meter)
    row = _steps(canvas, page, row + 1)
    row = _legend(canvas, page, row + 1)
    heading, last = _help(canvas, page, row + 1)
    layout.print_setup(canvas, page, SHEET, last=last, heading=heading)
    layout.protect(page, reading=True)
    page.sheet.activate()


def _identity(canvas: Canvas, page: Page, row: int, meter: Formula) -> int:
    """Label and content of what the form is; the row after them."""
    isi, quiet = canvas.isi, canvas.plain(font_color=look.QUIET)
    bold = canvas.plain(bold=True)
    known = {
        "satker": isi.pengaturan.satker,
        "subbagian": isi.subbagian.nama or isi.subbagian.kode,
        "periode": bantuan.pengukuran(isi.pengaturan, isi.formulir.periode),
        "id": isi.formulir.id,
    }
    for key, content in known.items():
        page.text(row, 1, bantuan.LABEL[key], quiet)
        page.text(row, 2, content, bold)
        row += 1
    page.text(row, 1, bantuan.LABEL["meter"], quiet)
    page.formula(row, 2, meter, canvas.plain(bold=True, font_color=look.HEADING))
    row += 1
    if isi.pengaturan.catatan_data:
        said = bantuan.CATATAN_DATA.format(catatan=isi.pengaturan.catatan_data)
        for line in wrap(said, BAND_SIGNS):
            row = _band(canvas, page, row, line)
    return row


def _band(canvas: Canvas, page: Page, row: int, said: str) -> int:
    """A line in the colour of warnings over the whole width; the row after it."""
    style = canvas.plain(bg_color=look.WARN, font_color=look.WARN_INK)
    for at in range(1, len(SHEET.columns) + 1):
        page.text(row, at, said if at == 1 else "", style)
    return row + 1


def _section(canvas: Canvas, page: Page, row: int, title: str) -> int:
    style = canvas.plain(bold=True, font_size=13, font_color=look.HEADING)
    page.text(row, 1, title, style)
    page.sheet.set_row(row - 1, 22)
    return row + 1


def _steps(canvas: Canvas, page: Page, row: int) -> int:
    isi = canvas.isi
    p = isi.formulir.periode
    words = {
        "periode": periode.long_name(isi.pengaturan.siklus, p),
        "folder": data_pendukung_folder(isi.pengaturan.siklus, isi.subbagian.kode, p),
    }
    row = _section(canvas, page, row, bantuan.LANGKAH)
    for number, line in enumerate(PETUNJUK, 1):
        said = f"{number}. {line.format(**words)}"
        page.text(row, 1, said, canvas.plain(indent=1))
        row += 1
    return row


def _legend(canvas: Canvas, page: Page, row: int) -> int:
    row = _section(canvas, page, row, bantuan.ARTI_WARNA)
    for sample, words in bantuan.LEGENDA:
        style = canvas.plain(
            **layout.look_of(sample), border=1, border_color=look.LINE, indent=1
        )
        page.text(row, 1, words, style)
        row += 1
    return row


def _help(canvas: Canvas, page: Page, row: int) -> tuple[int, int]:
    """The help on every Indikator; its heading row and its last row."""
    heading = _section(canvas, page, row, bantuan.BANTUAN)
    layout.headings(canvas, page, SHEET, heading)
    row = heading
    for baris in canvas.isi.baris:
        row += 1
        texts = _texts(canvas, baris)
        for at, column in enumerate(SHEET.columns, 1):
            page.text(row, at, texts[column.key], canvas.format(column.shape))
        page.sheet.set_row(row - 1, layout.row_height(SHEET, texts))
    return heading, row


def _texts(canvas: Canvas, baris: Baris) -> dict[str, str]:
    i, p = baris.indikator, canvas.isi.formulir.periode
    name = periode.name(canvas.isi.pengaturan.siklus, p)
    return {
        "indikator": f"{i.kode}  {i.uraian}\n({baris.peran})",
        "definisi": i.definisi or bantuan.TAK_TERHITUNG,
        "rumus": i.rumus or bantuan.TAK_TERHITUNG,
        "sumber_data": i.sumber_data or bantuan.TAK_TERHITUNG,
        "syarat": bantuan.syarat_text(baris.syarat),
        "rencana": bantuan.rencana_text(baris.rencana_aksi, p, name),
    }
