"""The pages of “Rekap <tahun>.xlsx”: the merged tables, for people who like to read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kinerja.dari_mana import asal_angka_page
from kinerja.grid import Value
from kinerja.hasil import hasil_of, hasil_sasaran
from kinerja.printing import shown
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.annex import DIHITUNG, JUDUL, RINGKASAN, Sampul
from kinerja.sheets.table import Page
from kinerja.tables import merged_pages, standing
from kinerja.temuan import Temuan
from kinerja.view import View, view_of

BOOKKEEPING = frozenset(  # of the master
    {
        *("sha256", "sha256_berkas", "sha256_terdaftar"),
        *("letak", "sidik", "sumber", "fakta", "buka"),
    }
)


def sampul(rekap: Rekap) -> Sampul:
    """What the annex says of itself."""
    p = rekap.pengaturan
    return Sampul(judul=JUDUL.format(tahun=p.tahun), satker=p.satker, catatan=p.catatan_data)


def annex_pages(rekap: Rekap, temuan: Iterable[Temuan]) -> list[Page]:
    """The summary, then every table of the master that is not bookkeeping."""
    view, stand = view_of(rekap), standing(rekap, temuan)
    written = {page.sheet.name: page for page in merged_pages(view, stand)}
    names = (
        master.rekap_sheet(rekap.pengaturan.siklus).name,
        master.REALISASI.name,
        master.DATA_PENDUKUNG.name,
        master.CATATAN.name,
        master.KELENGKAPAN.name,
    )
    return [
        Page(RINGKASAN, _ringkasan(view)),
        *(readable(written[name]) for name in names),
        asal_angka_page(view),
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
