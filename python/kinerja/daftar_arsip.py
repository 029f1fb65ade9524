"""The rows of the daftar arsip: what was registered, as an archivist reads it.

What only the office knows (retensi, lokasi, tingkat perkembangan) is printed as it was
typed, and as missing where it was not.
"""

from __future__ import annotations

from decimal import Decimal

from kinerja.grid import Value
from kinerja.inventaris import Baris
from kinerja.inventaris_rows import lines_of
from kinerja.model_arsip import Inventaris
from kinerja.printing import tanggal
from kinerja.rekap import Rekap
from kinerja.sheets.annex import Sampul
from kinerja.sheets.inventaris import (
    BELUM_DIISI,
    BERHALAMAN,
    DAFTAR_ARSIP,
    DITOLAK,
    JUDUL_DAFTAR,
    SATU_BERKAS,
)
from kinerja.sheets.table import Page, normal
from kinerja.view import View, view_of


def daftar_sampul(rekap: Rekap) -> Sampul:
    """What the list says of itself."""
    p = rekap.pengaturan
    return Sampul(judul=JUDUL_DAFTAR.format(tahun=p.tahun), satker=p.satker)


def daftar_page(rekap: Rekap) -> Page:
    """Every registered file that was not refused, in the order of its name in the archive."""
    view = view_of(rekap)
    kept = [(b, b.tercatat) for b in lines_of(view)]
    named = [(b, i) for b, i in kept if i and i.nama_arsip and b.cocok]
    chosen = [(b, i) for b, i in named if normal(i.keputusan) != DITOLAK]
    chosen.sort(key=lambda pair: pair[1].nama_arsip.casefold())
    rows = [[Decimal(n), *_row(view, b, i)] for n, (b, i) in enumerate(chosen, start=1)]
    return Page(DAFTAR_ARSIP, rows)


def _row(view: View, b: Baris, i: Inventaris) -> list[Value]:
    c = b.cocok
    assert c
    d, pages = c.data_pendukung, c.berkas.halaman if c.berkas else None
    uraian = [d.jenis, d.keterangan] if d else []
    return [
        i.klasifikasi or BELUM_DIISI,
        " – ".join(part for part in uraian if part) or i.berkas,
        i.indikator,
        _kurun_waktu(view, b),
        SATU_BERKAS if pages is None else BERHALAMAN.format(n=pages),
        i.perkembangan or BELUM_DIISI,
        i.lokasi or BELUM_DIISI,
        i.nama_arsip,
        i.retensi or BELUM_DIISI,
        i.catatan,
    ]


def _kurun_waktu(view: View, b: Baris) -> str:
    """The day of the document, else the Periode it is of."""
    assert b.cocok
    d, p = b.cocok.data_pendukung, b.cocok.periode
    if d and d.tanggal:
        return tanggal(d.tanggal)
    return f"{view.periode_name(p)} {view.pengaturan.tahun}" if p else ""
