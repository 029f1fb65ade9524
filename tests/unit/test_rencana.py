"""Rencana Aksi and Hari Libur as they are read: every problem at its cell.

Headings stand in row 4. Rencana Aksi: A Kode, B uraian, C penanggung jawab, D satuan,
E to H target of the Periode, I anggaran, J keterangan. Hari Libur: A tanggal, B keterangan,
C libur or kerja.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from grids import places
from kinerja.master import read_rekap
from kinerja.model import RencanaAksi
from kinerja.model_sop import Hari, HariLibur
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.table import Sheet
from kinerja.temuan import Temuan
from masters import master_book, with_cells
from office import REKAP

RENCANA = master.rencana_sheet(4)
PLANS = (
    RencanaAksi(
        indikator="1a",
        uraian="Sosialisasi di sekolah",
        penanggung_jawab="TPH",
        satuan="kegiatan",
        target=(Decimal(1), None, Decimal("2.5"), "selesai"),
        anggaran=Decimal(12_000_000),
        keterangan="bersama KUL",
    ),
    RencanaAksi(
        indikator="1a", uraian="Anggaran siap", penanggung_jawab="KUL", target=(None,) * 4
    ),
)
DAYS = (
    HariLibur(tanggal=date(2020, 8, 18), keterangan="Cuti bersama"),
    HariLibur(tanggal=date(2020, 12, 9), hari=Hari.KERJA),
)


def read(sheet: Sheet, text: str) -> tuple[Rekap, list[Temuan]]:
    return read_rekap(with_cells(sheet, text))


def test_both_sheets_are_read_as_they_were_written() -> None:
    planned = replace(REKAP, rencana_aksi=PLANS, hari_libur=DAYS)
    rekap, temuan = read_rekap(master_book(planned))

    assert temuan == []
    assert (rekap.rencana_aksi, rekap.hari_libur) == (PLANS, DAYS)


def test_a_master_from_before_these_sheets_is_read_without_them() -> None:
    book = master_book()
    news = {RENCANA.name, master.LIBUR.name, "Isian TPH", "Isian KUL"}
    old = replace(book, grids=tuple(g for g in book.grids if g.sheet not in news))
    rekap, temuan = read_rekap(old)

    assert temuan == []
    assert (rekap.rencana_aksi, rekap.hari_libur) == ((), ())


def test_rencana_that_is_nobodys_or_of_nothing_is_reported_and_left_out(table: str) -> None:
    """
    |   | A  | B            | C   | E |
    | 5 | 9z | Sosialisasi  | TPX | 1 |
    | 6 | 1a | Rapat        |     | 1 |
    | 7 |    | Rapat        | TPH | 1 |
    | 8 | 1A | Rapat        | tph | 1 |
    """
    rekap, temuan = read(RENCANA, table)

    assert places(temuan) == [("I03", "A5"), ("I03", "C5"), ("I02", "C6"), ("I02", "A7")]
    assert [(r.indikator, r.penanggung_jawab) for r in rekap.rencana_aksi] == [("1a", "TPH")]


def test_target_of_a_rencana_is_a_number_or_what_is_written(table: str) -> None:
    """
    |   | A  | B     | C   | E    | F         | G      | H     |
    | 5 | 1a | Rapat | TPH | '1,5 | 1 dokumen | '1.250 | #REF! |
    """
    rekap, temuan = read(RENCANA, table)

    assert places(temuan) == [("I13", "H5")]
    assert rekap.rencana_aksi[0].target == (Decimal("1.5"), "1 dokumen", "1.250", None)


def test_anggaran_of_a_rencana_is_a_number(table: str) -> None:
    """
    |   | A  | B     | C   | I     |
    | 5 | 1a | Rapat | TPH | mahal |
    """
    rekap, temuan = read(RENCANA, table)

    assert places(temuan) == [("I05", "I5")]
    assert rekap.rencana_aksi[0].anggaran is None


def test_day_is_read_and_what_is_none_is_reported(table: str) -> None:
    """
    |   | A             | B            | C     |
    | 5 | 2020-08-18    | Cuti bersama |       |
    | 6 | '9 Desember 2020 | Pilkada   | Kerja |
    | 7 | besok         | Cuti         | libur |
    | 8 |               | Cuti         | libur |
    | 9 | '03/04/2020   | Cuti         | minggu |
    """
    rekap, temuan = read(master.LIBUR, table)

    assert places(temuan) == [("R21", "A7"), ("I02", "A8"), ("R26", "A9"), ("I06", "C9")]
    assert [(d.tanggal, d.hari) for d in rekap.hari_libur] == [
        (date(2020, 8, 18), Hari.LIBUR),
        (date(2020, 12, 9), Hari.KERJA),
        (date(2020, 4, 3), Hari.LIBUR),
    ]


@pytest.mark.parametrize("siklus", [2, 4, 12])
def test_rencana_has_a_target_for_every_periode(siklus: int) -> None:
    sheet = master.rencana_sheet(siklus)

    assert sum(c.key.startswith("target_") for c in sheet.columns) == siklus
