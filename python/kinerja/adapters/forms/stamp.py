"""The hidden sheet: identity, definitions as handed out, counts, lists to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinerja.adapters.forms import kelengkapan, layout
from kinerja.adapters.forms.area import STAMP_HEADING, STAMP_START, Area
from kinerja.adapters.forms.canvas import Canvas, add_page
from kinerja.isian import definisi
from kinerja.sheets.formulir import DEFINISI_SHEET, OWN_TEXT, STAMP_KEYS
from kinerja.sheets.table import Column
from kinerja.values import target_text

if TYPE_CHECKING:
    from kinerja.adapters.forms.kelengkapan import Areas
    from kinerja.isian import IsiFormulir

COUNTS = ("hitung_alasan", "hitung_angka", "hitung_narasi", "hitung_bukti")
CHOICES = "pilihan_jenis"

# The declared definitions, then what the form's own formulas and lists need.
SHEET = replace(
    DEFINISI_SHEET,
    columns=(
        *DEFINISI_SHEET.columns,
        *(Column(key=key, heading=key) for key in (*COUNTS, CHOICES, OWN_TEXT)),
    ),
)


def area(isi: IsiFormulir) -> Area:
    """Where the definitions lie."""
    return Area(SHEET, len(isi.baris), STAMP_START)


def choices(isi: IsiFormulir) -> tuple[str, ...]:
    """Every jenis of data pendukung that the form asks for, once."""
    return tuple(dict.fromkeys(s.jenis for baris in isi.baris for s in baris.syarat))


def choices_range(isi: IsiFormulir) -> str:
    """The cells that list them; empty where there is none."""
    count = len(choices(isi))
    return Area(SHEET, count, STAMP_START).range(CHOICES) if count else ""


def write(canvas: Canvas, areas: Areas) -> None:
    """The whole hidden sheet."""
    own = tuple(canvas.own)  # of the other sheets
    page = add_page(canvas, SHEET.name)
    page.sheet.set_column(0, len(SHEET.columns), 14, canvas.plain())
    style = canvas.plain(num_format="@")
    for row, (key, known) in enumerate(identity(canvas.isi).items(), 1):
        page.text(row, 1, key, style)
        page.text(row, 2, known, style)
    for at, column in enumerate(SHEET.columns, 1):
        page.text(STAMP_HEADING, at, column.heading, style)
    for n, baris in enumerate(canvas.isi.baris):
        for key, known in (*definisi(baris), ("lalu", target_text(baris.lalu))):
            page.text(STAMP_START + n, areas.stamp.column(key), known, style)
        counted = kelengkapan.counts(areas, n, baris, canvas.isi.pengaturan)
        for key, formula in counted.items():
            at = areas.stamp.column(key)
            page.formula(STAMP_START + n, at, formula, canvas.plain())
    for row, jenis in enumerate(choices(canvas.isi), STAMP_START):
        page.text(row, areas.stamp.column(CHOICES), jenis, style)
    for row, said in enumerate(own, STAMP_START):
        page.text(row, areas.stamp.column(OWN_TEXT), said, style)
    page.sheet.very_hidden()
    layout.protect(page)


def identity(isi: IsiFormulir) -> dict[str, str]:
    """What the stamp says, by key."""
    f = isi.formulir
    known = {
        "id": f.id,
        "subbagian": f.subbagian,
        "tahun": str(f.tahun),
        "periode": str(f.periode),
        "revisi": str(f.revisi),
        "siklus": str(isi.pengaturan.siklus),
        "sidik": isi.sidik,
    }
    return {key: known[key] for key in STAMP_KEYS}
