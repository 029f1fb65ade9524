"""What a Perjanjian Kinerja changes in the master, and what it leaves alone.

Sasaran & Indikator: A and B Sasaran, C Kode, D uraian, E penanggung jawab, G satuan, H jenis,
I polaritas, L target, V asal. The small office has 1a to 2c in rows 5 to 9.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from grids import book, cut, grid, instead, page, places
from kinerja.agreement import Usulan, agreement
from kinerja.agreement_tables import perjanjian_of
from kinerja.grid import Book, Cell, Kind, Value
from kinerja.sheets import master
from kinerja.sheets.arsip import DIBAWA
from masters import master_book

INDIKATOR, ANGGARAN = master.indikator_sheet(4), master.anggaran_sheet(4)
SAME = """
| Sasaran                   | Indikator Kinerja            | Target |
| Pemilihan yang demokratis | Partisipasi pemilih          | '80%   |
|                           | Penyelenggara yang melanggar | '2 %   |
| Lembaga yang akuntabel    | Sengketa yang dimenangkan    | 90     |
|                           | Opini atas laporan keuangan  | wtp    |
|                           | Rapat pleno sebulan          | '4 s/d 6 |
"""


def brought(table: str, whole: Book | None = None) -> Usulan:
    """What a table pasted by the planner would change."""
    said = perjanjian_of(book(grid(table, "Tempel PK", "kinerja.xlsx")), 2020)
    return agreement(whole or master_book(), said, 4, "PK 2020")


def row(usulan: Usulan, number: int, letters: str) -> list[Value]:
    found = usulan.book.grid(INDIKATOR.name)
    assert found
    return [found.value((number, ord(letter) - 64)) for letter in letters]


def test_the_same_agreement_changes_nothing() -> None:
    usulan = brought(SAME)

    assert usulan.pages == ()
    assert not any(usulan.counts.values())
    assert usulan.temuan == ()
    assert usulan.book == master_book()


def test_a_changed_target_and_wording_are_named_old_and_new(table: str) -> None:
    """
    | Sasaran                    | Indikator Kinerja            | Target |
    | Pemilihan yang demokratis! | Partisipasi para pemilih     | '82,5% |
    """
    usulan = brought(table + SAME.partition("\n")[2].partition("\n")[2].partition("\n")[2])
    facts = {t.location.cell: dict(t.facts) for t in usulan.temuan if t.rule.code == "P13"}

    assert row(usulan, 5, "CDELH") == [
        "1a", "Partisipasi para pemilih", "TPH", Decimal("82.5"), "persen",
    ]  # fmt: skip
    assert (facts["L5"]["lama"], facts["L5"]["baru"]) == ("80", "82,5")
    assert (facts["D5"]["lama"], facts["D5"]["baru"]) == (
        "Partisipasi pemilih",
        "Partisipasi para pemilih",
    )
    assert usulan.counts["isian_berubah"] == 2


def test_a_target_from_last_year_is_of_this_agreement_once_that_names_it() -> None:
    """“Tahun Baru” wrote where it is from; what people wrote there stays."""
    sheet = master_book().grid(INDIKATOR.name)
    assert sheet
    brought_along = f"{DIBAWA} 2019; belum dicocokkan"
    typed = {(5, 22): Cell(Kind.TEXT, brought_along), (6, 22): Cell(Kind.TEXT, "PK lama")}
    whole = instead(master_book(), replace(sheet, cells={**sheet.cells, **typed}))
    usulan = brought(SAME, whole)

    assert row(usulan, 5, "LV") == [row(brought(SAME), 5, "L")[0], "PK 2020"]
    assert row(usulan, 6, "V") == ["PK lama"]


def test_what_is_new_is_added_below_with_the_next_code(table: str) -> None:
    """
    | Sasaran                   | Indikator Kinerja     | Target    |
    | Pemilihan yang demokratis | Sosialisasi di pasar  | '12 kali  |
    |                           | Pengaduan masyarakat  | '≤ 3      |
    | Pelayanan yang prima      | Indeks kepuasan       | '3,5      |
    """
    usulan = brought(table)

    assert [row(usulan, n, "ABCDEGHILV") for n in (10, 11, 12)] == [
        ["1", "Pemilihan yang demokratis", "1.1", "Sosialisasi di pasar", None, "kali",
         "angka", None, Decimal(12), "PK 2020"],
        ["1", "Pemilihan yang demokratis", "1.2", "Pengaduan masyarakat", None, None,
         "angka", "negatif", Decimal(3), "PK 2020"],
        ["3", "Pelayanan yang prima", "3.1", "Indeks kepuasan", None, None,
         "angka", None, Decimal("3.5"), "PK 2020"],
    ]  # fmt: skip
    assert [p for p in places(usulan.temuan) if p[0] == "P12"] == [
        ("P12", "C10"),
        ("P12", "C11"),
        ("P12", "C12"),
    ]


def test_a_percentage_without_its_sign_is_one(table: str) -> None:
    """
    | Sasaran              | Indikator Kinerja          | Target |
    | Pelayanan yang prima | Persentase keluhan selesai | 80     |
    """
    assert row(brought(table), 10, "GHL") == ["%", "persen", Decimal(80)]


def test_nothing_is_removed_and_what_is_not_named_is_told(table: str) -> None:
    """
    | Sasaran                   | Indikator Kinerja   | Target |
    | Pemilihan yang demokratis | Partisipasi pemilih | 80     |
    """
    usulan = brought(table)

    assert places(usulan.temuan) == [("P14", f"D{n}") for n in (6, 7, 8, 9)]
    assert usulan.pages == ()


def test_printed_codes_are_taken_over_where_they_are_free(table: str) -> None:
    """
    | Sasaran              | Kode | Indikator Kinerja   | Target |
    | 3. Tata kelola       | 3.7  | Nilai AKIP          | B      |
    |                      | 1a   | Partisipasi         | 85     |
    |                      |      | Temuan pemeriksaan  | 0      |
    """
    usulan = brought(table.replace("3.7", "'3.7"))

    assert row(usulan, 5, "ACDL") == ["3", "1a", "Partisipasi", Decimal(85)]
    assert [row(usulan, n, "ACH") for n in (10, 11)] == [
        ["3", "3.7", "teks"],
        ["3", "3.8", "angka"],
    ]


def test_a_printed_number_never_gives_one_indikator_the_answers_of_another(
    table: str,
) -> None:
    """
    | Sasaran                | Indikator Kinerja                | Target |
    | Lembaga yang akuntabel | 2.1 Jumlah kendaraan yang dirawat | 5     |
    """
    text = "|   | C   |\n| 7 | '2.1 |"
    whole = master_book()
    sheet = whole.grid(INDIKATOR.name)
    assert sheet
    usulan = brought(table, instead(whole, cut(sheet, text)))

    assert row(usulan, 7, "CD") == ["2.1", "Sengketa yang dimenangkan"]
    assert row(usulan, 10, "CD") == ["2.2", "Jumlah kendaraan yang dirawat"]


def test_a_target_of_two_readings_is_left_as_it_is_printed(table: str) -> None:
    """
    | Sasaran                | Indikator Kinerja         | Target |
    | Lembaga yang akuntabel | Sengketa yang dimenangkan | '1.250 |
    """
    usulan = brought(table)

    assert row(usulan, 7, "L") == ["1.250"]
    assert ("P16", "L7") in places(usulan.temuan)


def test_one_indikator_named_twice_counts_once_and_the_other_target_is_told(
    table: str,
) -> None:
    """
    | Sasaran                | Indikator Kinerja    | Target |
    | Pelayanan yang prima   | Indeks kepuasan      | 80     |
    |                        | indeks  Kepuasan     | 85     |
    """
    usulan = brought(table)

    assert usulan.counts["indikator_baru"] == 1
    assert ("P17", "B3") in places(usulan.temuan)


def test_a_sasaran_worded_anew_is_worded_so_in_all_its_rows(table: str) -> None:
    """
    | Sasaran                     | Indikator Kinerja            | Target |
    | Terwujudnya pesta demokrasi | Partisipasi pemilih          | 80     |
    |                             | Penyelenggara yang melanggar | 2      |
    """
    usulan = brought(table)

    assert [row(usulan, n, "AB") for n in (5, 6)] == [
        ["1", "Terwujudnya pesta demokrasi"],
        ["1", "Terwujudnya pesta demokrasi"],
    ]
    assert [p for p in places(usulan.temuan) if p[0] == "P13"] == [("P13", "B5")]


PROGRAM = """
| Program                        | Anggaran    |
| WA Program Dukungan Manajemen  | '24.000.000 |
| Program Penyelenggaraan Pemilu | '1.000.000  |
"""


def budget(*rows: tuple[Value, ...]) -> Book:
    """The master with these rows of kode, uraian, sasaran and pagu."""
    width = len(ANGGARAN.columns)
    filled = [[*given, *([None] * (width - len(given)))] for given in rows]
    return instead(master_book(), page(ANGGARAN, filled, "kinerja.xlsx"))


def anggaran(usulan: Usulan) -> list[tuple[Value, ...]]:
    found = usulan.book.grid(ANGGARAN.name)
    assert found
    numbers = sorted({n for n, _ in found.cells if n > 4})
    return [tuple(found.value((n, c)) for c in (1, 2, 4)) for n in numbers]


def test_programs_are_added_to_an_empty_sheet() -> None:
    assert anggaran(brought(PROGRAM)) == [
        ("WA", "Program Dukungan Manajemen", Decimal(24_000_000)),
        ("1", "Program Penyelenggaraan Pemilu", Decimal(1_000_000)),
    ]


def test_pagu_is_compared_with_the_program_of_the_same_code_or_name() -> None:
    whole = budget(
        ("wa", "Dukungan", "1", Decimal(20_000_000)),
        ("CQ", "Program Penyelenggaraan Pemilu", "1", Decimal(1_000_000)),
        ("ZZ", "Lain-lain", "1", Decimal(5)),
    )
    usulan = brought(PROGRAM, whole)

    assert [pagu for _, _, pagu in anggaran(usulan)] == [24_000_000, 1_000_000, 5]
    assert places(usulan.temuan) == [("P13", "D5"), ("I47", "A7")]


@pytest.mark.parametrize(("pagu", "told"), [(25_000_000, []), (7, [("P18", "A2")])])
def test_programs_are_not_counted_beside_their_own_parts(
    pagu: int, told: list[tuple[str, str]]
) -> None:
    usulan = brought(PROGRAM, budget(("3355.QGE", "Tahapan", "1", Decimal(pagu))))

    assert usulan.pages == ()
    assert places(usulan.temuan) == told


def test_only_columns_without_formulas_are_written(table: str) -> None:
    """
    | Sasaran                   | Indikator Kinerja   | Target |
    | Pemilihan yang demokratis | Partisipasi pemilih | 85     |
    """
    whole = master_book()
    sheet = whole.grid(INDIKATOR.name)
    assert sheet
    usulan = brought(table, instead(whole, cut(sheet, "|   | M |\n| 5 | =L5*1 -> 80 |")))
    (written,) = usulan.pages

    assert "target_1" not in [c.key for c in written.sheet.columns]
    assert {"target", "uraian", "penanggung_jawab"} <= {c.key for c in written.sheet.columns}


HOSTILE: list[Callable[[], str]] = [
    lambda: "=HYPERLINK('x')",
    lambda: "<w:t>&amp;</w:t> \u202e terbalik",
    lambda: "{{ 7*7 }} {uraian} %s",
    lambda: "Indikator " + "sangat " * 4000 + "panjang",
]


@pytest.mark.parametrize("make", HOSTILE)
def test_any_words_come_through_as_words(make: Callable[[], str]) -> None:
    text = make()
    cells = dict(grid("| Sasaran | Indikator | Target |\n| Satu | dua tiga | 5 |").cells)
    cells[2, 2] = type(cells[2, 2])(cells[2, 2].kind, text)
    table = grid("| x |", "Tempel PK", "kinerja.xlsx")
    said = perjanjian_of(book(type(table)(file="f", sheet="s", cells=cells)), 2020)
    usulan = agreement(master_book(), said, 4, "PK")
    once = agreement(usulan.book, said, 4, "PK")

    assert usulan.counts["indikator_baru"] == 1
    assert once.pages == ()
    assert all(t.message for t in usulan.temuan)
