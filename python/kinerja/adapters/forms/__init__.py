"""Write one form workbook: made once, sent out, filled by a Subbagian, sent back.

The identity is in four carriers, since no single one survives every program: the
hidden sheet, a defined name, the document's subject, and the code printed on every
sheet. No macro, no link to elsewhere, no password; the same content gives the same
bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from kinerja.adapters.forms import cover, isian, kelengkapan, lists, stamp
from kinerja.adapters.forms.area import Area
from kinerja.adapters.forms.canvas import Canvas
from kinerja.adapters.forms.package import lock_and_unlock
from kinerja.sheets import bantuan
from kinerja.sheets.formulir import (
    DATA_PENDUKUNG_SHEET,
    ID_NAME,
    NARASI_SHEET,
    SPARE_ROWS,
    isian_sheet,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from kinerja.isian import IsiFormulir

EARLIEST = 1980  # no date in a zip archive is older
OPTIONS = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def form_bytes(isi: IsiFormulir) -> bytes:
    """The workbook of one form; the same content gives the same bytes."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, OPTIONS)
    _identify(book, isi)
    _write(Canvas(book, isi), _areas(isi))
    book.close()
    return lock_and_unlock(buffer.getvalue())


def _areas(isi: IsiFormulir) -> kelengkapan.Areas:
    required = sum(kelengkapan.wanted(baris) for baris in isi.baris)
    sheet = isian_sheet(isi.pengaturan.siklus, isi.formulir.tahun, isi.formulir.periode)
    return kelengkapan.Areas(
        isian=Area(sheet, len(isi.baris)),
        narasi=Area(NARASI_SHEET, len(isi.baris)),
        data_pendukung=Area(DATA_PENDUKUNG_SHEET, required + SPARE_ROWS),
        stamp=stamp.area(isi),
    )


def _write(canvas: Canvas, areas: kelengkapan.Areas) -> None:
    meter = kelengkapan.meter(areas, canvas.isi.baris, canvas.isi.pengaturan)
    cover.write(canvas, meter)
    isian.write(canvas, areas, meter)
    lists.write_narasi(canvas, areas, meter)
    lists.write_data_pendukung(canvas, areas, meter, stamp.choices_range(canvas.isi))
    stamp.write(canvas, areas)


def _identify(book: Workbook, isi: IsiFormulir) -> None:
    """The carriers that are no cells. The date is fixed: a clock would change the bytes."""
    f = isi.formulir
    period = bantuan.pengukuran(isi.pengaturan, f.periode)
    book.set_properties(
        {
            "title": f"{bantuan.JUDUL_FORMULIR} {isi.subbagian.kode} {period}",
            "subject": f.id,
            "author": isi.pengaturan.satker,
            "created": datetime(max(f.tahun, EARLIEST), 1, 1, tzinfo=UTC),
        }
    )
    book.define_name(ID_NAME, f'="{f.id}"')
