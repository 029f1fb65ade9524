"""The pages of “Rekap <tahun>.xlsx”: the merged tables, for people who like to read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kinerja.grid import Value
from kinerja.hasil import hasil_of, hasil_sasaran
from kinerja.printing import shown
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.annex import DIHITUNG, JUDUL, RINGKASAN, Sampul
from kinerja.sheets.table import Page
from kinerja.tables import pages
from kinerja.temuan import Temuan
from kinerja.view import View, view_of

BOOKKEEPING = frozenset(
    {"sha256", "sha256_berkas", "letak", "sidik", "sumber", "fakta", "buka"}  # of the master
)


def sampul(rekap: Rekap) -> Sampul:
    """What the annex says of itself."""
    p = rekap.pengaturan
    return Sampul(judul=JUDUL.format(tahun=p.tahun), satker=p.satker, catatan=p.catatan_data)


def annex_pages(rekap: Rekap, temuan: Iterable[Temuan]) -> list[Page]:
    """The summary, then every table of the master that is not bookkeeping."""
    written = {page.sheet.name: page for page in pages(rekap, temuan)}
    names = (
        master.rekap_sheet(rekap.pengaturan.siklus).name,
        master.REALISASI.name,
        master.DATA_PENDUKUNG.name,
        master.CATATAN.name,
        master.KELENGKAPAN.name,
    )
    return [
        Page(RINGKASAN, _ringkasan(view_of(rekap))),
        *(readable(written[name]) for name in names),
    ]


def readable(page: Page) -> Page:
    """The page without the columns that only kinerja needs."""
    kept = [n for n, c in enumerate(page.sheet.columns) if c.key not in BOOKKEEPING]
    columns = tuple(page.sheet.columns[n] for n in kept)
    rows = [[row[n] for n in kept] for row in page.rows]
    return Page(replace(page.sheet, columns=columns), rows)


def _ringkasan(view: View) -> list[list[Value]]:
    hasil = hasil_of(view.rekap, view.answers)
    return [
        [
            s.sasaran.kode,
            s.sasaran.uraian,
            shown(s.capaian),
            DIHITUNG.format(dihitung=s.dihitung, semua=len(s.hasil)),
            s.predikat,
        ]
        for s in hasil_sasaran(view.rekap, hasil)
    ]
