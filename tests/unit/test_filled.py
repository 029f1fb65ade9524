"""The cells of a returned form: what is taken, and what is said at which cell.

The tables show the cells that a person changed; all others are as handed out.
Isian: A Kode, E and F Target, H and I x and y, J Realisasi, K Status, L Alasan, M Capaian.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from grids import instead, places
from kinerja.grid import Book, Cell, Kind
from kinerja.model import Realisasi, Status
from kinerja.rekap import Kiriman
from kinerja.returned import read_returned
from office import REKAP, changed, with_forms
from returns import returned


def read(isian: str, subbagian: str = "TPH") -> Kiriman:
    return read_returned(returned(isian, subbagian=subbagian), REKAP)


def of(kiriman: Kiriman, indikator: str) -> Realisasi:
    return next(r for r in kiriman.realisasi if r.indikator == indikator)


def with_cell(book: Book, sheet: str, place: tuple[int, int], cell: Cell) -> Book:
    found = book.grid(sheet)
    assert found
    return instead(book, replace(found, cells={**found.cells, place: cell}))


# ---- numbers


def test_zero_is_an_answer_and_blank_is_none(table: str) -> None:
    """
    |   | A  | J |
    | 8 | 1a | 0 |
    | 9 | 1b |   |
    """
    kiriman = read(table)

    assert (of(kiriman, "1a").nilai, of(kiriman, "1a").status) == (0, Status.TERISI)
    assert (of(kiriman, "1b").nilai, of(kiriman, "1b").status) == (None, Status.BELUM)
    assert kiriman.temuan == ()


def test_number_typed_as_text_is_taken_without_a_word(table: str) -> None:
    """
    |   | J    |
    | 8 | 83,5 |
    | 9 | '2   |
    """
    kiriman = read(table)

    assert [r.nilai for r in kiriman.realisasi] == [Decimal("83.5"), Decimal(2)]
    assert kiriman.temuan == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("belum ada", "R01"),
        ("12 dari 15", "R01"),
        ("35O", "R01"),
        ("(66)", "R01"),
        ("TRUE", "R01"),
        ("v", "R01"),
        ("'1.250", "R02"),
        ("1,250", "R02"),
        ("2020-03-04", "R03"),
        ("12:30", "R03"),
        ("#REF!", "R04"),
        ("=SUM(A1:A2) -> #DIV/0!", "R04"),
        ("=B1*2", "R05"),
        ("9500%", "R07"),
        ("0.66", "R07"),
    ],
)
def test_what_is_no_sure_number_is_reported_at_its_cell_and_not_taken(
    typed: str, code: str
) -> None:
    kiriman = read(f"|   | J |\n| 8 | {typed} |\n| 9 | 2 |")

    assert places(kiriman.temuan) == [(code, "J8")]
    assert of(kiriman, "1a").nilai is None
    assert of(kiriman, "1a").status is Status.BELUM


@pytest.mark.parametrize(
    ("typed", "nilai", "code"),
    [
        ("66 %", "66", "R25"),
        ("66%", "66", "R25"),
        ("'66%", "66", "R25"),
        ("'0,66%", "0.66", "R25"),
        ("=60+6 -> 66", "66", "R06"),
    ],
)
def test_what_is_surely_a_number_is_taken_and_said(typed: str, nilai: str, code: str) -> None:
    kiriman = read(f"|   | J |\n| 8 | {typed} |\n| 9 | 2 |")

    assert places(kiriman.temuan) == [(code, "J8")]
    assert of(kiriman, "1a").nilai == Decimal(nilai)


def test_small_percentage_of_a_negatif_is_taken_as_it_is(table: str) -> None:
    """
    |   | J   |
    | 8 | 66  |
    | 9 | 0.2 |
    """
    kiriman = read(table)

    assert of(kiriman, "1b").nilai == Decimal("0.2")
    assert kiriman.temuan == ()


def test_noise_of_binary_fractions_is_removed(table: str) -> None:
    """
    |   | J                   |
    | 8 | 66.30000000000000004 |
    | 9 | 2                   |
    """
    assert str(of(read(table), "1a").nilai) == "66.3"


def test_struck_out_number_is_taken_and_said() -> None:
    book = returned("|   | J |\n| 9 | 2 |")
    struck = Cell(Kind.NUMBER, Decimal(66), struck=True)
    kiriman = read_returned(with_cell(book, "Isian", (8, 10), struck), REKAP)

    assert places(kiriman.temuan) == [("R27", "J8")]
    assert of(kiriman, "1a").nilai == 66


def test_cell_that_two_readers_see_differently_is_not_taken() -> None:
    book = returned("|   | J |\n| 9 | 2 |")
    doubtful = Cell(Kind.NUMBER, Decimal(66), other="67")
    kiriman = read_returned(with_cell(book, "Isian", (8, 10), doubtful), REKAP)

    assert places(kiriman.temuan) == [("F24", "J8")]
    assert of(kiriman, "1a").nilai is None


# ---- rasio, teks, rentang


def test_rasio_is_worked_out_from_x_and_y(table: str) -> None:
    """
    |    | A  | H | I  | J                          |
    | 9  | 2a | 9 | 10 | =IF(I9>0,H9/I9*100,0) -> 90 |
    | 10 | 2b |   |    | WTP                        |
    | 11 | 2c |   |    | 5                          |
    """
    kiriman = read(table, "KUL")

    assert (of(kiriman, "2a").x, of(kiriman, "2a").y) == (9, 10)
    assert [of(kiriman, k).nilai for k in ("2a", "2b", "2c")] == [90, "WTP", 5]
    assert kiriman.temuan == ()


def test_rasio_with_a_zero_penyebut_has_no_nilai(table: str) -> None:
    """
    |   | A  | H | I |
    | 9 | 2a | 0 | 0 |
    """
    kiriman = read(table, "KUL")

    assert (of(kiriman, "2a").nilai, of(kiriman, "2a").y) == (None, 0)
    assert kiriman.temuan == ()


def test_rasio_typed_without_x_and_y_is_taken_and_said(table: str) -> None:
    """
    |   | A  | J  |
    | 9 | 2a | 90 |
    """
    kiriman = read(table, "KUL")

    assert places(kiriman.temuan) == [("R31", "J9")]
    assert of(kiriman, "2a").nilai == 90


def test_number_of_a_pendukung_is_not_used(table: str) -> None:
    """
    |    | A  | J  |
    | 8  | 1a | 66 |
    | 11 | 2c | 5  |
    """
    kiriman = read(table, "KUL")

    assert places(kiriman.temuan) == [("R20", "J8")]
    assert of(kiriman, "1a").nilai is None


def test_small_parts_of_a_rasio_are_no_hundredfold_slip(table: str) -> None:
    """
    |   | A  | H | I |
    | 9 | 2a | 1 | 1 |
    """
    kiriman = read(table, "KUL")

    assert of(kiriman, "2a").nilai == 100
    assert kiriman.temuan == ()


def test_result_of_a_rasio_that_was_typed_over_is_said(table: str) -> None:
    """
    |   | A  | H | I  | J  |
    | 9 | 2a | 9 | 10 | 95 |
    """
    kiriman = read(table, "KUL")

    assert places(kiriman.temuan) == [("F26", "J9")]
    assert of(kiriman, "2a").nilai == 90


def test_parts_of_a_rasio_from_a_pendukung_are_said_too(table: str) -> None:
    """
    |    | A  | H | I  | J |
    | 8  | 1a | 9 | 10 |   |
    | 11 | 2c |   |    | 5 |
    """
    assert places(read(table, "KUL").temuan) == [("R20", "H8"), ("R20", "I8")]


def test_figure_of_the_periode_before_is_locked_too(table: str) -> None:
    """
    |   | G  | J  |
    | 8 | 55 | 66 |
    | 9 |    | 2  |
    """
    assert places(read(table).temuan) == [("F09", "G8")]


# ---- status


@pytest.mark.parametrize(
    ("typed", "status"),
    [("-", Status.NIHIL), ("nihil", Status.NIHIL), ("N/A", Status.TIDAK_BERLAKU)],
)
def test_word_in_place_of_a_number_is_read_as_a_status(typed: str, status: Status) -> None:
    kiriman = read(f"|   | J | L |\n| 8 | {typed} | tahapan ditunda |\n| 9 | 2 | |")

    assert places(kiriman.temuan) == [("R30", "J8")]
    assert (of(kiriman, "1a").status, of(kiriman, "1a").nilai) == (status, None)
    assert of(kiriman, "1a").alasan == "tahapan ditunda"


def test_status_is_known_in_any_case_and_with_any_spaces(table: str) -> None:
    """
    |   | J | K             | L       |
    | 8 |   | tidak BERLAKU | ditunda |
    | 9 | 2 |               |         |
    """
    kiriman = read(table)

    assert of(kiriman, "1a").status is Status.TIDAK_BERLAKU
    assert kiriman.temuan == ()


def test_unknown_status_is_reported_with_the_nearest(table: str) -> None:
    """
    |   | J | K     |
    | 8 |   | Nihill |
    | 9 | 2 |       |
    """
    kiriman = read(table)

    assert places(kiriman.temuan) == [("R11", "K8")]
    assert "Nihil" in dict(kiriman.temuan[0].facts)["usul"]


# ---- locked cells and rows


def test_changed_target_is_reported_and_not_used(table: str) -> None:
    """
    |   | F  | J  |
    | 8 | 60 | 66 |
    | 9 | 2  | 2  |
    """
    assert places(read(table).temuan) == [("F09", "F8")]


def test_changed_wording_is_reported(table: str) -> None:
    """
    |   | B                  | J  |
    | 8 | Partisipasi rakyat | 66 |
    | 9 | penyelenggara  yang MELANGGAR | 2 |
    """
    assert places(read(table).temuan) == [("F09", "B8")]


def test_definition_that_the_master_has_changed_since_is_said() -> None:
    newer = with_forms(changed(REKAP, "1a", target=Decimal(85)))
    kiriman = read_returned(returned("|   | J |\n| 8 | 66 |"), newer)

    assert places(kiriman.temuan) == [("F06", ""), ("F10", "E8")]
    assert dict(kiriman.temuan[1].facts)["baru"] == "85"


def test_formula_that_was_typed_over_is_reported(table: str) -> None:
    """
    |   | J  | M  |
    | 8 | 66 | 99 |
    | 9 | 2  | =J9 -> 2 |
    """
    assert places(read(table).temuan) == [("F26", "M8")]


def test_rows_are_found_by_code_in_any_order(table: str) -> None:
    """
    |    | A  | B                           | C                | D | E  | F  | J  | M | O |
    | 8  | 1b | Penyelenggara yang melanggar | Penanggung jawab | % | 2  | 2  | 2  |   |   |
    | 9  |    |                             |                  |   |    |    |    |   |   |
    | 12 | 1a | Partisipasi pemilih         | Penanggung jawab | % | 80 | 80 | 66 |   |   |
    """
    kiriman = read(table)

    assert (of(kiriman, "1a").nilai, of(kiriman, "1b").nilai) == (66, 2)
    assert of(kiriman, "1a").letak["nilai"].cell == "J12"
    assert kiriman.temuan == ()


def test_deleted_row_is_reported(table: str) -> None:
    """
    |   | A | B | C | D | E | F | J  | M | O |
    | 8 |   |   |   |   |   |   |    |   |   |
    | 9 | 1b |  Penyelenggara yang melanggar | Penanggung jawab | % | 2 | 2 | 2 |   |   |
    """
    kiriman = read(table)

    assert places(kiriman.temuan) == [("F11", "")]
    assert dict(kiriman.temuan[0].facts)["indikator"] == "1a"


def test_row_with_an_unknown_code_is_not_taken(table: str) -> None:
    """
    |    | A  | J  | L       |
    | 8  | 1a | 66 |         |
    | 9  | 1b | 2  |         |
    | 10 | 1c | 70 | titipan |
    """
    kiriman = read(table)

    assert places(kiriman.temuan) == [("F12", "A10")]
    assert kiriman.hitungan.dicatat == 3


def test_row_with_an_answer_and_no_code_is_not_taken(table: str) -> None:
    """
    |    | A  | J  | K         |
    | 8  | 1a | 66 |           |
    | 9  | 1b | 2  |           |
    | 10 |    | 70 |           |
    | 12 |    |    | (Siapa)   |
    """
    kiriman = read(table)

    assert places(kiriman.temuan) == [("F29", "J10"), ("F21", "12")]


def test_row_that_stands_twice_is_not_taken(table: str) -> None:
    """
    |    | A  | J  |
    | 8  | 1a | 66 |
    | 9  | 1b | 2  |
    | 10 | 1a | 70 |
    """
    kiriman = read(table)

    assert places(kiriman.temuan) == [("F13", "A8")]
    assert [r.indikator for r in kiriman.realisasi if r.nilai is not None] == ["1b"]


# ---- narrative


FILLED = "|   | J  |\n| 8 | 66 |\n| 9 | 2  |"


def narrated(narasi: str) -> Kiriman:
    return read_returned(returned(FILLED, narasi), REKAP)


def test_narrative_is_taken_with_its_cells(table: str) -> None:
    """
    |   | C       | D         | E          | F      | G     | H          | I     | J     |
    | 8 | pandemi | jarak TPS | sosialisasi | ulangi | kasub | 30/06/2020 | debat | hemat |
    """
    kiriman = narrated(table)
    r = of(kiriman, "1a")

    assert (r.penyebab, r.kendala, r.solusi) == ("pandemi", "jarak TPS", "sosialisasi")
    assert (r.tindak_lanjut, r.pic, r.kegiatan, r.efisiensi) == (
        "ulangi",
        "kasub",
        "debat",
        "hemat",
    )
    assert r.batas_waktu == date(2020, 6, 30)
    assert (r.letak["kendala"].sheet, r.letak["kendala"].cell) == ("Narasi", "D8")
    assert kiriman.temuan == ()


def test_changed_wording_beside_the_narrative_is_reported() -> None:
    assert places(narrated("|   | B |\n| 8 | Partisipasi rakyat |").temuan) == [("F09", "B8")]


@pytest.mark.parametrize(
    ("typed", "code"), [("segera", "R21"), ("31/02/2020", "R21"), ("03/04/2020", "R26")]
)
def test_date_that_is_not_sure_is_reported_at_its_cell(typed: str, code: str) -> None:
    assert places(narrated(f"|   | H |\n| 8 | {typed} |").temuan) == [(code, "H8")]


@pytest.mark.parametrize(("typed", "code"), [("#N/A", "R04"), ("=B1", "R05")])
def test_text_that_cannot_be_read_is_reported(typed: str, code: str) -> None:
    assert places(narrated(f"|   | D |\n| 8 | {typed} |").temuan) == [(code, "D8")]


@pytest.mark.parametrize(
    "typed", ["{{ 7*7 }}", "<w:p>", "A & B", "'=cmd|' /C calc'!A0", "</w:body>", "{% x %}"]
)
def test_text_is_taken_literally(typed: str) -> None:
    if "|" in typed:
        text = typed.removeprefix("'")
        book = with_cell(returned(FILLED), "Narasi", (8, 4), Cell(Kind.TEXT, text))
        kiriman = read_returned(book, REKAP)
    else:
        text = typed
        kiriman = narrated(f"|   | D |\n| 8 | {typed} |")

    assert of(kiriman, "1a").kendala == text
    assert kiriman.temuan == ()


def test_signs_that_were_replaced_are_counted() -> None:
    assert places(narrated("|   | D |\n| 8 | a\ufffdb\ufffd |").temuan) == [("R28", "D8")]


def test_text_longer_than_a_cell_is_kept_whole_and_said() -> None:
    kiriman = narrated(f"|   | D |\n| 8 | {'a' * 32_768} |")

    assert places(kiriman.temuan) == [("R29", "D8")]
    assert len(of(kiriman, "1a").kendala) == 32_768


# ---- data pendukung


def test_listed_data_pendukung_is_taken_with_its_cell(table: str) -> None:
    """
    |   | A  | B            | C                | D          | E        |
    | 8 | 1a | Berita acara | berita acara.pdf | 2020-03-31 | halaman 2 |
    """
    kiriman = read_returned(returned(FILLED, data_pendukung=table), REKAP)

    assert [(d.indikator, d.berkas, d.jenis, d.tanggal) for d in kiriman.data_pendukung] == [
        ("1a", "berita acara.pdf", "Berita acara", date(2020, 3, 31))
    ]
    assert kiriman.data_pendukung[0].location.cell == "C8"
    assert kiriman.temuan == ()


def test_data_pendukung_of_an_unknown_indikator_is_not_taken(table: str) -> None:
    """
    |    | A  | C       |
    | 12 | 9z | rapat.pdf |
    """
    kiriman = read_returned(returned(FILLED, data_pendukung=table), REKAP)

    assert places(kiriman.temuan) == [("D12", "A12")]
    assert kiriman.data_pendukung == ()


def test_data_pendukung_with_an_unreadable_date_is_taken_without_it(table: str) -> None:
    """
    |   | C         | D     |
    | 8 | rapat.pdf | maret |
    """
    kiriman = read_returned(returned(FILLED, data_pendukung=table), REKAP)

    assert places(kiriman.temuan) == [("R21", "D8")]
    assert [d.berkas for d in kiriman.data_pendukung] == ["rapat.pdf"]


def test_what_is_typed_beside_no_file_name_is_listed_as_outside(table: str) -> None:
    """
    |   | A  | B            | C | E           |
    | 8 | 1a | Berita acara |   | menyusul ya |
    """
    kiriman = read_returned(returned(FILLED, data_pendukung=table), REKAP)

    assert places(kiriman.temuan) == [("F21", "8")]
    assert dict(kiriman.temuan[0].facts)["sel"] == "E8"
    assert kiriman.data_pendukung == ()


def test_required_rows_left_open_list_nothing() -> None:
    assert read_returned(returned(FILLED), REKAP).data_pendukung == ()
