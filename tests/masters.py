"""The master workbook of the small office, as sheets of cells."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from grids import book, cut, instead, page
from kinerja import settings
from kinerja.definitions import narasi_rows
from kinerja.grid import Book, Value
from kinerja.kalimat import kalimat_rows
from kinerja.model import Indikator, RencanaAksi
from kinerja.peta_entri import peta_rows
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.entri import PETA_ENTRI
from kinerja.sheets.kalimat import KALIMAT
from kinerja.sheets.table import Sheet
from kinerja.tables import pages
from kinerja.temuan import Temuan
from kinerja.values import target_text
from office import REKAP

FILE = "kinerja.xlsx"


def master_book(rekap: Rekap = REKAP, temuan: Iterable[Temuan] = ()) -> Book:
    """The whole master: what the planner fills, and what kinerja keeps in it."""
    derived = ((p.sheet, p.rows) for p in pages(rekap, temuan))
    return book(*(page(sheet, rows, FILE) for sheet, rows in (*_filled(rekap), *derived)))


def with_cells(sheet: Sheet, text: str, rekap: Rekap = REKAP) -> Book:
    """The master with the cells of the table in one of its sheets."""
    whole = master_book(rekap)
    found = whole.grid(sheet.name)
    assert found
    return instead(whole, cut(found, text))


def _filled(rekap: Rekap) -> Iterable[tuple[Sheet, list[list[Value]]]]:
    siklus = rekap.pengaturan.siklus
    names = {s.kode: s.uraian for s in rekap.sasaran}
    yield master.PENGATURAN, settings.rows(rekap.pengaturan)
    yield master.SKALA, settings.skala_rows(rekap.pengaturan)
    yield master.SUBBAGIAN, [[s.kode, s.nama, s.kepala, s.surel] for s in rekap.subbagian]
    yield (
        master.indikator_sheet(siklus),
        [_indikator(i, names[i.sasaran]) for i in rekap.indikator],
    )
    yield (
        master.SYARAT,
        [
            [
                s.indikator,
                s.jenis,
                Decimal(s.jumlah),
                rekap.periode_name(s.periode) if s.periode else "",
            ]
            for s in rekap.syarat
        ],
    )
    yield master.rencana_sheet(siklus), [_rencana(r) for r in rekap.rencana_aksi]
    yield master.RIWAYAT, []
    yield master.anggaran_sheet(siklus), []
    yield master.LIBUR, [[d.tanggal, d.keterangan, d.hari.value] for d in rekap.hari_libur]
    yield PETA_ENTRI, list(peta_rows(rekap.peta_entri))
    yield KALIMAT, kalimat_rows(rekap.kalimat)
    yield master.NARASI, narasi_rows(rekap.sasaran, rekap.narasi)


def _rencana(r: RencanaAksi) -> list[Value]:
    shown = (t if isinstance(t, Decimal) else t or "" for t in r.target)
    who = (r.indikator, r.uraian, r.penanggung_jawab, r.satuan)
    return [*who, *shown, r.anggaran, r.keterangan]


def _indikator(i: Indikator, sasaran: str) -> list[Value]:
    return [
        i.sasaran,
        sasaran,
        i.kode,
        i.uraian,
        i.penanggung_jawab,
        "; ".join(i.pendukung),
        i.satuan,
        i.jenis.value,
        i.polaritas.value,
        i.konsolidasi.value,
        i.bobot,
        *(target_text(t) for t in (i.target, *i.target_periode)),
    ]
