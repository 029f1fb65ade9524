"""Tables of a Perjanjian Kinerja: found by their headings, read as they are meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from grids import book, grid, places, span
from kinerja.agreement_tables import Perjanjian, heading_key, perjanjian_of, unnumbered

PK = "PK.docx"


def said(text: str, *spans: str) -> Perjanjian:
    found = replace(grid(text, "Tabel 1", PK), spans=tuple(span(name) for name in spans))
    return perjanjian_of(book(found, file=PK), 2026)


def named(perjanjian: Perjanjian) -> list[tuple[str, str, str, str]]:
    return [
        (s.nomor_sasaran, s.sasaran, s.uraian, s.target.teks) for s in perjanjian.indikator
    ]


DEMOKRATIS, AKUNTABEL = "Pemilu yang demokratis", "Lembaga yang akuntabel"


def test_a_sasaran_stands_beside_the_first_of_its_indikator(table: str) -> None:
    """
    | No  | Sasaran Strategis      | Indikator Kinerja | Target |
    | (1) | (2)                    | (3)               | (4)    |
    | 1   | Pemilu yang demokratis | Partisipasi       | 80     |
    |     |                        | Sosialisasi       | '2 kali |
    | 2   | Lembaga yang akuntabel | Opini             | WTP    |
    """
    found = said(table)

    assert named(found) == [
        ("1", DEMOKRATIS, "Partisipasi", "80"),
        ("1", DEMOKRATIS, "Sosialisasi", "2"),
        ("2", AKUNTABEL, "Opini", "WTP"),
    ]
    assert found.indikator[2].location.cell == "C5"
    assert found.temuan == ()


def test_numbers_may_count_the_indikator(table: str) -> None:
    """
    | No. | Sasaran                | Indikator Kinerja Utama | Target 2026 |
    | 1.  | Pemilu yang demokratis | Partisipasi             | 80          |
    | 2.  | Pemilu yang demokratis | Sosialisasi             | 2           |
    | 3.  | Lembaga yang akuntabel | Opini                   | WTP         |
    """
    assert [row[:2] for row in named(said(table))] == [
        ("", DEMOKRATIS),
        ("", DEMOKRATIS),
        ("", AKUNTABEL),
    ]


def test_numbers_may_stand_in_front_of_the_words(table: str) -> None:
    """
    | Sasaran Program           | Indikator Kinerja Program | Satuan | Target |
    | 1. Pemilu yang demokratis | 1.1 Partisipasi           | %      | 80     |
    |                           | b. Sosialisasi            | kali   | 2      |
    """
    found = said(table)

    assert named(found) == [
        ("1", DEMOKRATIS, "Partisipasi", "80"),
        ("1", DEMOKRATIS, "Sosialisasi", "2"),
    ]
    assert [s.kode for s in found.indikator] == ["1.1", ""]
    assert [s.target.satuan for s in found.indikator] == ["%", "kali"]


def test_rows_may_be_grouped_under_their_sasaran(table: str) -> None:
    """
    | Indikator Kinerja                 | Target |
    | Sasaran 1: Pemilu yang demokratis |        |
    | Partisipasi                       | 80     |
    | Sasaran 2: Lembaga yang akuntabel |        |
    | Opini                             | WTP    |
    """
    assert named(said(table)) == [
        ("1", DEMOKRATIS, "Partisipasi", "80"),
        ("2", AKUNTABEL, "Opini", "WTP"),
    ]


def test_a_heading_may_reach_over_several_columns(table: str) -> None:
    """
    | Sasaran |                        | Indikator   | Target |         |
    | 1       | Pemilu yang demokratis | Sosialisasi | 2      | laporan |
    """
    found = said(table.replace("| 2 ", "| '2 "), "A1:B1", "D1:E1")

    assert named(found) == [("1", DEMOKRATIS, "Sosialisasi", "2")]
    assert found.indikator[0].target.satuan == "laporan"


def test_what_stands_below_a_blank_row_is_no_indikator(table: str) -> None:
    """
    | Sasaran                | Indikator Kinerja | Target  |
    | Pemilu yang demokratis | Partisipasi       | 80      |
    |
    | Pihak Kedua            | Serang, 4 Januari | Pihak Pertama |
    |                        | Nama Sekretaris   |         |
    """
    found = said(table)

    assert [s.uraian for s in found.indikator] == ["Partisipasi"]


def test_target_of_the_year_is_taken_among_several(table: str) -> None:
    """
    | Sasaran | Indikator   | Target 2025 | Target 2026 | Target TW I |
    | Pemilu  | Partisipasi | 70          | 80          | 20          |
    """
    assert named(said(table)) == [("", "Pemilu", "Partisipasi", "80")]


def test_as_many_lines_in_both_cells_are_as_many_indikator() -> None:
    cells = dict(grid("| Sasaran | Indikator | Target |\n| Pemilu | x | y |").cells)
    for column, text in ((2, "1. Partisipasi\n2. Sosialisasi"), (3, "80%\n2 kali")):
        cells[2, column] = replace(cells[2, column], value=text)
    found = perjanjian_of(book(replace(grid("| x |"), cells=cells)), 2026)

    assert [(s.uraian, s.target.teks) for s in found.indikator] == [
        ("Partisipasi", "80"),
        ("Sosialisasi", "2"),
    ]


def test_rows_that_cannot_be_taken_are_named(table: str) -> None:
    """
    | Sasaran | Indikator   | Target     |
    |         | Partisipasi | 80         |
    | Pemilu  | Sosialisasi | 2026-02-01 |
    """
    found = said(table)

    assert found.indikator == ()
    assert places(found.temuan) == [("P15", "B2"), ("P15", "B3")]


def test_programs_and_their_sum_are_read(table: str) -> None:
    """
    | No | Program                               | Anggaran (Rp)     | Keterangan |
    | 1  | 076.01.WA Program Dukungan Manajemen  | '24.082.363.000   | APBN       |
    | 2  | Program Penyelenggaraan Pemilu        | 'Rp1.345.074.000,- |           |
    | 3  | Program tanpa angka                   | menyusul          |            |
    |    | Jumlah                                | '25.427.437.001   |            |
    """
    found = said(table)

    assert [(p.kode, p.uraian, p.pagu) for p in found.anggaran] == [
        ("076.01.WA", "Program Dukungan Manajemen", Decimal(24_082_363_000)),
        ("", "Program Penyelenggaraan Pemilu", Decimal(1_345_074_000)),
    ]
    assert places(found.temuan) == [("P15", "C4"), ("I46", "C5")]


def test_other_tables_are_left_alone(table: str) -> None:
    """
    | Nama  | Jabatan    |
    | Ketua | Sekretaris |
    """
    assert said(table) == Perjanjian()


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("SASARAN STRATEGIS", "sasaran"),
        ("Sasaran Program/Kegiatan", "sasaran"),
        ("Indikator Kinerja Utama (IKU)", "indikator"),
        ("Indikator Kinerja Sasaran", "indikator"),
        ("Target\nKinerja", "target"),
        ("Target Triwulan I", ""),
        ("Target Akhir Renstra", ""),
        ("Pagu Anggaran (Rp)", "pagu"),
        ("Program / Kegiatan", "program"),
        ("Kode Indikator", "kode"),
        ("Kode Sasaran", "kode_sasaran"),
        ("No.", "no"),
        ("Satuan Ukuran", "satuan"),
        ("Pihak pertama berjanji akan mewujudkan target kinerja tahunan sesuai lampiran", ""),
    ],
)
def test_headings_are_known_by_their_words(heading: str, key: str) -> None:
    assert heading_key(heading) == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1 Persentase", ("1.1", "Persentase")),
        ("2. Persentase", ("2", "Persentase")),
        ("(3) Persentase", ("3", "Persentase")),
        ("a. Persentase", ("", "Persentase")),
        ("Sasaran Strategis 2: Lembaga", ("2", "Lembaga")),
        ("100 persen laporan", ("", "100 persen laporan")),
        ("Persentase", ("", "Persentase")),
    ],
)
def test_the_number_in_front_is_no_part_of_the_words(
    text: str, expected: tuple[str, str]
) -> None:
    assert unnumbered(text) == expected
