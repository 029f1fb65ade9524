"""Returned forms: a clean one as kinerja makes it, with what a test changes in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from grids import SAVED, cell, cell_of, cut, page
from kinerja.generate import Baris, IsiFormulir, definisi, isi_formulir
from kinerja.grid import Book, Cell, Grid, Kind, Place, Value
from kinerja.model import Formulir, Identitas, Rentang, Target
from kinerja.rekap import Rekap
from kinerja.sheets import formulir as form
from kinerja.values import target_text
from office import REKAP

TOP = form.DATA_START - 1
FILE = "Formulir.xlsx"
SHA256 = "f" * 64


def returned(
    isian: str | None = None,
    narasi: str | None = None,
    data_pendukung: str | None = None,
    *,
    subbagian: str = "TPH",
    p: int = 1,
    rekap: Rekap = REKAP,
    formulir: Formulir | None = None,
    sha256: str = SHA256,
    disimpan: datetime | None = SAVED,
) -> Book:
    """The form of a Subbagian as it comes back, these cells changed in it.

    Cells that the tables do not show are as they were handed out.
    """
    isi = next(f for f in isi_formulir(rekap, p) if f.subbagian.kode == subbagian)
    clean = (_isian(isi), _narasi(isi), _data_pendukung(isi))
    isi = replace(isi, formulir=formulir or isi.formulir)  # what the carriers say
    stamp = stamp_of(isi, (_baca_dulu(isi), *clean))
    changes = (isian, narasi, data_pendukung)
    filled = tuple(cut(g, text) for g, text in zip(clean, changes, strict=True))
    return Book(
        identitas=Identitas(sha256=sha256, berkas=FILE, disimpan=disimpan),
        grids=(_baca_dulu(isi), *filled, stamp),
        names={form.ID_NAME: isi.formulir.id},
        subject=isi.formulir.id,
    )


def _baca_dulu(isi: IsiFormulir) -> Grid:
    cells = {(1, 1): Cell(Kind.TEXT, "Formulir"), (2, 1): Cell(Kind.TEXT, isi.formulir.id)}
    return Grid(file=FILE, sheet=form.BACA_DULU, cells=cells)


def _isian(isi: IsiFormulir) -> Grid:
    sheet = form.isian_sheet(isi.pengaturan.siklus, isi.formulir.tahun, isi.formulir.periode)
    whole = page(sheet, [_reference(b) for b in isi.baris], FILE, TOP)
    cells = dict(whole.cells)
    for row, baris in enumerate(isi.baris, start=form.DATA_START):
        cells |= _formulas(row, baris)
    return replace(whole, cells=cells)


def _reference(baris: Baris) -> Sequence[Value]:
    i = baris.indikator
    targets = (_target(i.target), _target(baris.target))
    return [i.kode, i.uraian, baris.peran, i.satuan, *targets, baris.lalu]


def _target(target: Target | None) -> Value:
    return target_text(target) if isinstance(target, Rentang) else target


def _formulas(row: int, baris: Baris) -> dict[Place, Cell]:
    texts = {13: f"=IF(J{row}=0,0,J{row}/F{row}*100) -> 0", 15: f"=CEK(A{row}) -> ✖ Angka"}
    if baris.is_owner and baris.indikator.jenis == "rasio":
        texts[10] = f"=IF(I{row}>0,H{row}/I{row}*100,0) -> 0"
    return {(row, column): found for column, text in texts.items() if (found := cell(text))}


def _narasi(isi: IsiFormulir) -> Grid:
    rows = [[b.indikator.kode, b.indikator.uraian] for b in isi.baris]
    return page(form.NARASI_SHEET, rows, FILE, TOP)


def _data_pendukung(isi: IsiFormulir) -> Grid:
    rows = [[s.indikator, s.jenis] for b in isi.baris for s in b.syarat]
    return page(form.DATA_PENDUKUNG_SHEET, rows, FILE, TOP)


def stamp_of(isi: IsiFormulir, grids: Sequence[Grid]) -> Grid:
    """The hidden sheet: the keys, the definitions, and every text the form has of its own."""
    f = isi.formulir
    known = (f.id, f.subbagian, f.tahun, f.periode, f.revisi, isi.pengaturan.siklus, isi.sidik)
    keys = zip(form.STAMP_KEYS, map(str, known), strict=True)
    rows: list[list[Value]] = [[key, content] for key, content in keys]
    rows += [[], [c.heading for c in form.DEFINISI_SHEET.columns]]
    rows += [[v for _, v in definisi(b)] + [target_text(b.lalu)] for b in isi.baris]
    heading = len(form.STAMP_KEYS) + 2
    cells = {
        (row, column): found
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values, start=1)
        if (found := cell_of(value))
    }
    column = len(form.DEFINISI_SHEET.columns) + 1
    own = [form.OWN_TEXT, *sorted(own_texts(grids))]
    cells |= {(heading + n, column): Cell(Kind.TEXT, text) for n, text in enumerate(own)}
    return Grid(file=FILE, sheet=form.STAMP, cells=cells, hidden=True)


def own_texts(grids: Sequence[Grid]) -> set[str]:
    """Every text and formula of some sheets."""
    return {
        c.formula or str(c.value)
        for g in grids
        for c in g.cells.values()
        if c.formula or not isinstance(c.value, Decimal)
    }
