"""What applications show, found in tables that they export or that people paste."""

from __future__ import annotations

from dataclasses import replace

import pytest

from entries import ASKING, line, peta
from grids import book, codes, cut, page, places
from kinerja.ekspor_entri import shown_back
from kinerja.entri_checks import CHECKS
from kinerja.grid import Book, Grid
from kinerja.rekap import Rekap
from kinerja.sheets.entri import TEMPEL_ENTRI
from kinerja.temuan import Temuan
from kinerja.view import view_of

EXPORT = "ekspor e-Lapkin.xlsx"


def export(text: str, file: str = EXPORT) -> Book:
    """A workbook that an application exported."""
    blank = Grid(file=file, sheet="Data", cells={})
    return book(cut(blank, text), file=file, sha256="e" * 64)


def shown(*books: Book, rekap: Rekap = ASKING) -> tuple[Rekap, list[Temuan], list[Temuan]]:
    """The Rekap after reading them, what was said of them, and what differs."""
    after, said = shown_back(view_of(rekap), books)
    view = view_of(after)
    return after, said, [t for check in CHECKS for t in check(view)]


def test_a_planted_typo_is_found_at_its_cell_of_the_export(table: str) -> None:
    """
    |   | A    | B                 | C      | D     | E       |
    | 1 |      | Laporan           |        |       |         |
    | 3 | Kode | Indikator Kinerja | Target | Nilai | Kendala |
    | 4 | 1a   | Partisipasi       | 80     | 65,6  | Jarak   |
    | 5 | 1b   | Pelanggaran       | 2      | 3     |         |
    """
    _, said, wrong = shown(export(table))

    assert said == []
    assert [(t.rule.code, t.location.file, t.location.sheet) for t in wrong] == [
        ("E04", EXPORT, "Data")
    ]
    assert places(wrong) == [("E04", "D4")]


def test_a_table_that_names_the_isian_in_a_column_is_read_too(table: str) -> None:
    """
    |   | A    | B       | C     |
    | 1 | Kode | Isian   | Nilai |
    | 2 | 1a   | Target  | 80    |
    | 3 | 1a   | Nilai   | 665   |
    | 4 | 1a   | kendala | Jarak |
    """
    after, _, wrong = shown(export(table))

    assert places(wrong) == [("E04", "C3")]
    assert line(after, "1a", "Kendala").entri.tampil == "Jarak"


def test_the_wording_of_the_indikator_stands_in_for_its_kode(table: str) -> None:
    """
    |   | A  | B                      | C     |
    | 1 | No | Indikator              | Nilai |
    | 2 | 1  | PARTISIPASI  pemilih   | 66,5  |
    | 3 | 2  | Rapat pleno sebulan    | 6     |
    """
    after, said, wrong = shown(export(table))

    assert (said, places(wrong)) == ([], [("E04", "C3")])
    assert line(after, "1a", "Nilai").entri.tampil == "66,5"


def test_rows_of_another_periode_are_left_alone(table: str) -> None:
    """
    |   | A    | B        | C     |
    | 1 | Kode | Triwulan | Nilai |
    | 2 | 1a   | TW II    | 70    |
    | 3 | 1a   | I        | 66,5  |
    """
    after, _, wrong = shown(export(table))

    assert wrong == []
    assert line(after, "1a", "Nilai").entri.tampil == "66,5"


def test_a_kode_that_may_have_lost_its_zero_is_not_guessed(table: str) -> None:
    """
    |   | A    | B     |
    | 1 | Kode | Nilai |
    | 2 | 1.1  | 66,5  |
    """
    known = {"1a": "1.1", "1b": "1.10"}
    renamed = tuple(replace(i, kode=known.get(i.kode, i.kode)) for i in ASKING.indikator)
    after, said, _ = shown(export(table), rekap=replace(ASKING, indikator=renamed))

    assert after.entri == ()
    assert codes(said) == ["E11"]


def test_strange_codes_are_counted_and_named(table: str) -> None:
    """
    |   | A     | B     |
    | 1 | Kode  | Nilai |
    | 2 | 9z    | 1     |
    | 3 | 9y    | 2     |
    | 4 | Total | 3     |
    """
    _, said, _ = shown(export(table))

    assert codes(said) == ["E11"]
    assert dict(said[0].facts)["jumlah"] == "3"


def test_a_file_without_such_a_table_says_so(table: str) -> None:
    """
    |   | A    | B     |
    | 1 | Nama | Nilai |
    | 2 | 1a   | 65,6  |
    """
    after, said, _ = shown(export(table))

    assert codes(said) == ["E09"]
    assert after.entri == ()


TWINS = """
| aplikasi | layar | isian | sumber            | bentuk  |
| e-Lapkin | L     | Nilai | realisasi periode | 1234,56 |
| e-Monev  | L     | Nilai | realisasi periode | 1234.56 |
"""


@pytest.mark.parametrize(
    ("file", "expected"),
    [("unduhan.xlsx", ["E10"]), ("E-MONEV TW I.xlsx", []), ("ekspor e-Lapkin.xlsx", [])],
)
def test_a_table_that_fits_two_applications_is_asked_about(
    file: str, expected: list[str], table: str
) -> None:
    """
    |   | A    | B     |
    | 1 | Kode | Nilai |
    | 2 | 1a   | 66.5  |
    """
    rekap = replace(ASKING, peta_entri=peta(TWINS))
    after, said, _ = shown(export(table, file), rekap=rekap)

    assert codes(said) == expected
    assert {e.aplikasi.casefold() for e in after.entri} == (
        set() if expected else {"e-monev" if "MONEV" in file else "e-lapkin"}
    )


def test_what_was_pasted_into_the_sheet_is_read_like_a_file(table: str) -> None:
    """
    |   | A        | B  | C     | D    |
    | 5 | e-Lapkin | 1a | Nilai | 65,6 |
    """
    sheet = cut(page(TEMPEL_ENTRI, [], ASKING.file), table)
    _, said, wrong = shown(book(sheet, file=ASKING.file))

    assert said == []
    assert [(t.location.sheet, t.location.cell) for t in wrong] == [("Tempel Entri", "D5")]


def test_what_a_person_typed_at_the_field_stays(table: str) -> None:
    """
    |   | A    | B     |
    | 1 | Kode | Nilai |
    | 2 | 1a   | 65,6  |
    """
    own = replace(line(ASKING, "1a", "Nilai").entri, tampil="66,5")
    after, _, wrong = shown(export(table), rekap=replace(ASKING, entri=(own,)))

    assert (after.entri, wrong) == ((own,), [])


def test_a_later_export_replaces_an_earlier_one(table: str) -> None:
    """
    |   | A    | B     |
    | 1 | Kode | Nilai |
    | 2 | 1a   | 65,6  |
    """
    mended = export(table.replace("65,6", "66,5"), "ekspor e-Lapkin 2.xlsx")
    after, _, wrong = shown(export(table), mended)

    assert wrong == []
    assert line(after, "1a", "Nilai").entri.tampil_di.file == "ekspor e-Lapkin 2.xlsx"


def test_two_rows_of_one_sheet_that_say_different_things_are_told(table: str) -> None:
    """
    |   | A    | B     | C      |
    | 1 | Kode | Nilai | Target |
    | 2 | 1a   | 65,6  | 80     |
    | 3 | 1a   | 66,5  | 80,0   |
    """
    after, said, _ = shown(export(table))

    assert places(said) == [("E18", "B3")]
    assert dict(said[0].facts)["sel"] == "B2"
    assert line(after, "1a", "Nilai").entri.tampil == "66,5"


def test_reading_twice_changes_nothing(table: str) -> None:
    """
    |   | A    | B     |
    | 1 | Kode | Nilai |
    | 2 | 1a   | 65,6  |
    """
    once, _, _ = shown(export(table))
    twice, _, _ = shown(export(table), rekap=once)

    assert twice == once
