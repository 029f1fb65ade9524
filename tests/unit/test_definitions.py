"""What the planner fills in the master: every problem at its cell, all at once.

Headings stand in row 4. Sasaran & Indikator: A and B Sasaran, C Kode, D uraian, E penanggung
jawab, F pendukung, G satuan, H jenis, I polaritas, J konsolidasi, K bobot, L target,
M to P target of the Periode, Q and R renstra and nasional.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from grids import book, places
from kinerja.definitions import narasi_rows
from kinerja.master import read_rekap
from kinerja.model import (
    Jenis,
    Konsolidasi,
    Narasi,
    Polaritas,
    Rentang,
    Sasaran,
    Subbagian,
    Syarat,
)
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.table import Sheet
from kinerja.temuan import Temuan
from masters import master_book, with_cells
from office import BARE, REKAP

INDIKATOR = master.indikator_sheet(4)
ANGGARAN = master.anggaran_sheet(4)


def read(sheet: Sheet, text: str) -> tuple[Rekap, list[Temuan]]:
    return read_rekap(with_cells(sheet, text))


def test_clean_master_is_read_as_it_was_written() -> None:
    rekap, temuan = read_rekap(master_book())

    assert temuan == []
    assert rekap == REKAP
    assert rekap.indikator[0].location == REKAP.indikator[0].location


def test_every_sheet_that_is_missing_is_reported() -> None:
    rekap, temuan = read_rekap(book())

    assert {t.rule.code for t in temuan} == {"I11"}
    missing = {dict(t.facts)["lembar"] for t in temuan}
    assert {"Pengaturan", "Skala Predikat", "Subbagian", "Sasaran & Indikator"} <= missing
    assert {"Formulir", "Kiriman"} <= missing
    assert rekap.indikator == ()


def test_a_siklus_changed_in_a_master_in_use_leaves_its_sheets_readable(table: str) -> None:
    """
    |    | B  |
    | 13 | 12 |
    """
    rekap, temuan = read(master.PENGATURAN, table)

    assert places(temuan) == [("P05", "B13")]
    assert rekap == REKAP


def test_missing_column_is_reported_in_its_heading_row(table: str) -> None:
    """
    |   | B    |
    | 4 | Nama |
    """
    rekap, temuan = read(master.SUBBAGIAN, table)

    assert ("F02", "4") in places(temuan)
    assert rekap.subbagian == ()


def test_code_used_twice_is_reported_at_the_second(table: str) -> None:
    """
    |   | A   | B        |
    | 5 | TPH | Teknis   |
    | 6 | tph | Keuangan |
    | 7 | KUL | Keuangan |
    """
    rekap, temuan = read(master.SUBBAGIAN, table)

    assert places(temuan) == [("I01", "A6")]
    assert rekap.subbagian == (
        Subbagian(kode="TPH", nama="Teknis"),
        Subbagian(kode="KUL", nama="Keuangan"),
    )


@pytest.mark.parametrize("kode", ["../KUL", "KUL TPH", "KUL/1", "con", "COM1", "-", "A" * 21])
def test_code_that_cannot_name_a_folder_is_reported_and_left_out(kode: str) -> None:
    rekap, temuan = read(master.SUBBAGIAN, f"|   | A      | B      |\n| 6 | {kode} | Teknis |")

    assert ("I15", "A6") in places(temuan)
    assert kode not in [s.kode for s in rekap.subbagian]


def test_row_without_its_code_is_reported_and_left_out(table: str) -> None:
    """
    |   | A  | B    | C  | D      | E   |
    | 5 | 1  | Satu | 1a | Isi    |     |
    | 6 | 1  |      |    | Isi    | TPH |
    """
    rekap, temuan = read(INDIKATOR, table)

    assert ("I02", "E5") in places(temuan)
    assert ("I02", "C6") in places(temuan)
    assert [i.kode for i in rekap.indikator] == ["2a", "2b", "2c"]


def test_unknown_subbagian_is_reported_with_the_nearest(table: str) -> None:
    """
    |   | E    | F         |
    | 5 | TPHH | KUL; XYZ  |
    """
    rekap, temuan = read(INDIKATOR, table)

    assert places(temuan) == [("I03", "E5"), ("I03", "F5")]
    assert "TPH" in dict(temuan[0].facts)["usul"]
    assert rekap.indikator[0].pendukung == ("KUL",)


def test_subbagian_is_known_in_any_case_and_kept_as_declared(table: str) -> None:
    """
    |   | E   | F    |
    | 5 | tph | kul, |
    """
    rekap, temuan = read(INDIKATOR, table)

    assert temuan == []
    assert (rekap.indikator[0].penanggung_jawab, rekap.indikator[0].pendukung) == (
        "TPH",
        ("KUL",),
    )


def test_what_is_no_number_is_reported_at_every_cell(table: str) -> None:
    """
    |   | K    | L         | M     | Q    |
    | 5 | satu | delapan   | 1.250 | n/a  |
    """
    rekap, temuan = read(INDIKATOR, table.replace("1.250", "'1.250"))

    assert places(temuan) == [("I05", "K5"), ("I24", "L5"), ("I05", "M5"), ("I05", "Q5")]
    assert rekap.indikator[0].target is None


def test_missing_target_of_the_year_is_reported_at_its_cell(table: str) -> None:
    """
    |   | L | M |
    | 5 |   |   |
    """
    rekap, temuan = read(INDIKATOR, table)

    assert places(temuan) == [("I04", "L5")]
    assert rekap.indikator[0].target is None


@pytest.mark.parametrize("typed", ["#REF!", "=A1"])
def test_target_that_cannot_be_read_is_reported(typed: str) -> None:
    rekap, temuan = read(INDIKATOR, f"|   | L |\n| 5 | {typed} |\n| 8 | {typed} |")

    assert places(temuan) == [("I13", "L5"), ("I13", "L8")]
    assert rekap.indikator[0].target is None


def test_unknown_choices_are_reported_and_have_a_default(table: str) -> None:
    """
    |   | H       | I       | J           |
    | 5 | persenn | menurun | akhir tahun |
    """
    rekap, temuan = read(INDIKATOR, table)
    i = rekap.indikator[0]

    assert places(temuan) == [("I06", "H5"), ("I06", "I5"), ("I06", "J5")]
    assert (i.jenis, i.polaritas, i.konsolidasi) == (
        Jenis.ANGKA,
        Polaritas.POSITIF,
        Konsolidasi.TERAKHIR,
    )


def test_sasaran_with_two_wordings_is_reported(table: str) -> None:
    """
    |   | A | B                         |
    | 5 | 1 | Pemilihan yang demokratis |
    | 6 | 1 | Pemilihan yang aman       |
    """
    assert places(read(INDIKATOR, table)[1]) == [("I12", "B6")]


def test_sasaran_may_be_worded_once(table: str) -> None:
    """
    |   | A | B                         |
    | 5 | 1 |                           |
    | 6 | 1 | Pemilihan yang demokratis |
    """
    rekap, temuan = read(INDIKATOR, table)

    assert temuan == []
    assert rekap.sasaran[0] == Sasaran(kode="1", uraian="Pemilihan yang demokratis")


@pytest.mark.parametrize(
    ("row", "typed", "target"),
    [(5, "87,5", Decimal("87.5")), (5, "80 %", Decimal(80)), (9, "7,5 s/d 8", None)],
)
def test_target_is_read_as_its_jenis_wants_it(row: int, typed: str, target: object) -> None:
    rekap, temuan = read(INDIKATOR, f"|   | L |\n| {row} | '{typed} |")
    found = rekap.indikator[row - 5].target

    assert temuan == []
    assert found == (target or Rentang(Decimal("7.5"), Decimal(8)))


def test_cell_with_an_error_or_an_uncomputed_formula_is_reported_once(table: str) -> None:
    """
    |   | D       | L       | T     |
    | 5 | =A1&B1  | =40+40  | #REF! |
    """
    _, temuan = read(INDIKATOR, table)

    assert {("I13", "D5"), ("I13", "L5"), ("I13", "T5")} <= set(places(temuan))
    assert len([t for t in temuan if t.location.cell == "L5"]) == 1


def test_setting_with_an_uncomputed_formula_is_reported(table: str) -> None:
    """
    |   | B      |
    | 7 | =A1&B1 |
    """
    assert places(read(master.PENGATURAN, table)[1]) == [("I13", "B7")]


def test_syarat_of_an_unknown_indikator_or_periode_is_reported(table: str) -> None:
    """
    |    | A  | B            | C    | D    |
    | 5  | 9z | Berita acara | 1    |      |
    | 6  | 1b | Rekap        | dua  | TW V |
    | 10 | 1a |              |      |      |
    """
    rekap, temuan = read(master.SYARAT, table)

    assert places(temuan) == [("I03", "A5"), ("I05", "C6"), ("I06", "D6"), ("I02", "B10")]
    assert rekap.syarat[0] == Syarat(indikator="1b", jenis="Rekap")


def test_a_code_whose_own_row_is_incomplete_is_not_called_unknown(table: str) -> None:
    """
    |   | E |
    | 5 |   |
    """
    rekap, temuan = read(INDIKATOR, table)

    assert places(temuan) == [("I02", "E5")]
    assert REKAP.indikator[0].kode in {s.indikator for s in REKAP.syarat}
    assert REKAP.indikator[0].kode not in {i.kode for i in rekap.indikator}


def test_riwayat_is_read_and_its_problems_reported(table: str) -> None:
    """
    |   | A  | B    | C  | D         | E   |
    | 5 | 1a | 2019 | 80 | 83        | LKj |
    | 6 | 9z | 2019 | 80 | 83        |     |
    | 7 | 1b |      | 2  | 2         |     |
    | 8 | 1b | 2019 | 2  | belum ada |     |
    """
    rekap, temuan = read(master.RIWAYAT, table)

    assert places(temuan) == [("I03", "A6"), ("I02", "B7"), ("I05", "D8")]
    assert [(r.indikator, r.tahun, r.realisasi) for r in rekap.riwayat] == [
        ("1a", 2019, 83),
        ("1b", 2019, None),
    ]


def test_anggaran_is_read_and_its_problems_reported(table: str) -> None:
    """
    |   | A    | B       | C | D             | E         | F |
    | 5 | 3355 | Logistik | 1 | '1.250.000,75 | 500000    | 0 |
    | 6 | 3356 | Umum    | 7 | 100           |           |   |
    | 7 | 3357 | Lain    | 1 |               |           |   |
    | 8 | 3358 | Hukum   | 1 | 100           | separuh   |   |
    """
    rekap, temuan = read(ANGGARAN, table)

    assert places(temuan) == [("I03", "C6"), ("I02", "D7"), ("I05", "E8")]
    assert [a.pagu for a in rekap.anggaran] == [Decimal("1250000.75"), 100, 100]
    assert rekap.anggaran[0].realisasi == (500000, 0, None, None)
    assert rekap.anggaran[1].sasaran == ""


def test_a_text_under_an_unknown_name_is_reported_since_it_is_not_printed(
    table: str,
) -> None:
    """
    |   | A                       | B     |
    | 5 | Kata Pengantr           | Puji  |
    | 6 | Rekomendasi Perbaikan 1 | Latih |
    """
    rekap, temuan = read(master.NARASI, table)

    assert places(temuan) == [("I23", "A5")]
    assert [n.bagian for n in rekap.narasi] == ["rekomendasi:1"]


def test_narasi_of_the_report_is_kept_by_slot() -> None:
    narasi = (
        Narasi(bagian="kata_pengantar", isi="Puji syukur."),
        Narasi(bagian="rekomendasi:2", isi="Perbaiki."),
    )
    rekap, temuan = read_rekap(master_book(replace(BARE, narasi=narasi)))

    assert temuan == []
    assert rekap.narasi == narasi


def test_recommendation_has_a_slot_for_each_sasaran_and_none_for_all() -> None:
    labels = [row[0] for row in narasi_rows(REKAP.sasaran, ())]

    assert labels[-2:] == ["Rekomendasi Perbaikan 1", "Rekomendasi Perbaikan 2"]
    assert "Rekomendasi Perbaikan" not in labels
    assert len(labels) == len(set(labels)) == len(master.BAGIAN) + 1
