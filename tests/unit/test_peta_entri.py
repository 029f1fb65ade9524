"""The map of the fields of other applications: a start, marked, and the office's own."""

from __future__ import annotations

import pytest

from grids import places
from kinerja.master import read_rekap
from kinerja.model_entri import Bentuk, Sumber
from kinerja.peta_entri import aplikasi_of, contoh_of, peta_awal, peta_rows
from kinerja.rekap import Rekap
from kinerja.sheets.entri import CONTOH, PETA_ENTRI
from kinerja.temuan import Temuan, has_galat
from masters import with_cells


def read(text: str) -> tuple[Rekap, list[Temuan]]:
    return read_rekap(with_cells(PETA_ENTRI, text))


def test_every_row_that_is_shipped_says_that_nobody_has_confirmed_it() -> None:
    rows = peta_rows()

    assert rows
    assert {row[-1] for row in rows} == {CONTOH}
    assert all(contoh_of(peta_awal(), a) for a in aplikasi_of(peta_awal()))


def test_the_shipped_map_comes_back_as_it_was_written() -> None:
    keys = "ABCDEFGHI"
    lines = [f"|  | {' | '.join(keys)} |"]
    for number, row in enumerate(peta_rows(), start=5):
        cells = ("" if value is None else str(value) for value in row)
        lines.append(f"| {number} | {' | '.join(cells)} |")
    rekap, temuan = read("\n".join(lines))

    assert rekap.peta_entri == peta_awal()
    assert temuan == []


def test_a_row_says_what_goes_where_in_which_form(table: str) -> None:
    """
    |   | A        | B | C | D         | E                 | F       | G | H | I          |
    | 5 | e-Lapkin | 1 | L | Realisasi | Realisasi Periode | 1234.56 | 3 | % | dipastikan |
    """
    rekap, temuan = read(table)
    field = rekap.peta_entri[0]

    assert temuan == []
    assert (field.sumber, field.bentuk) == (Sumber.REALISASI_PERIODE, Bentuk.TITIK)
    assert (field.desimal, field.satuan, field.contoh) == (3, "%", False)


def test_unknown_words_are_named_at_their_cell_and_the_row_is_not_used(table: str) -> None:
    """
    |   | A        | B | C | D     | E                | F       |
    | 5 | e-Lapkin | 1 | L | Nilai | realisasi priode | 1234,56 |
    | 6 | e-Lapkin | 2 | L | Lain  | kendala          | desimal |
    | 7 | e-Lapkin | 3 | L | Ada   | kendala          | teks    |
    """
    rekap, temuan = read(table)

    assert places(temuan) == [("E15", "E5"), ("E15", "F6")]
    assert "realisasi periode" in temuan[0].message
    assert [f.isian for f in rekap.peta_entri] == ["Ada"]


def test_a_field_that_is_named_twice_counts_once(table: str) -> None:
    """
    |   | A        | B | C | D     | E       | F    |
    | 5 | e-Lapkin | 1 | L | Nilai | kendala | teks |
    | 6 | E-LAPKIN | 2 | L | nilai | solusi  | teks |
    | 7 | e-Lapkin | 3 | M | Nilai | solusi  | teks |
    """
    rekap, temuan = read(table)

    assert places(temuan) == [("E01", "D6")]
    assert [(f.aplikasi, f.layar) for f in rekap.peta_entri] == [
        ("e-Lapkin", "L"),
        ("e-Lapkin", "M"),
    ]


@pytest.mark.parametrize(
    "name", ["a/b", "e[1]", "Apa?", "x" * 26, "'e-Monev", "Aplikasi", "APLIKASI"]
)
def test_a_name_that_no_sheet_can_have_is_refused(name: str) -> None:
    rekap, temuan = read(
        f"|   | A | B | C | D | E | F |\n| 5 | '{name} | 1 | L | N | kode | teks |"
    )

    assert rekap.peta_entri == ()
    assert places(temuan) == [("E02", "A5")]


def test_the_order_is_that_of_the_numbers_within_each_application(table: str) -> None:
    """
    |   | A       | B | C | D    | E    | F    |
    | 5 | e-Monev | 2 | L | Dua  | kode | teks |
    | 6 | SAKTI   | 1 | L | Lain | kode | teks |
    | 7 | e-Monev | 1 | L | Satu | kode | teks |
    """
    rekap, _ = read(table)

    assert [f.isian for f in rekap.peta_entri] == ["Satu", "Dua", "Lain"]


@pytest.mark.parametrize(
    ("typed", "kept"), [("", 2), ("0", 0), ("9", 6), ("1,5", 2), ("dua", 2), ("9" * 300, 2)]
)
def test_decimals_are_a_small_whole_number(typed: str, kept: int) -> None:
    rekap, temuan = read(
        f"|   | A | B | C | D | E | F | G |\n| 5 | M | 1 | L | N | pagu | 1234,56 | {typed} |"
    )

    assert rekap.peta_entri[0].desimal == kept
    assert bool(temuan) == (typed not in {"", "0", "9"})


def test_a_row_that_says_too_little_is_named_and_keeps_no_report_back(table: str) -> None:
    """
    |   | A        | B | C | D     | E       | F    |
    | 5 |          | 1 | L | Nilai | kendala | teks |
    | 6 | e-Lapkin | 2 | L |       |         | teks |
    """
    _, temuan = read(table)

    assert places(temuan) == [("E16", "A5"), ("E16", "D6"), ("E16", "E6")]
    assert not has_galat(temuan)
