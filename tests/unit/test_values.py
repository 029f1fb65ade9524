"""What people type, read as they meant it: rows 1 to 25 of the catalogue of returned files."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from grids import cell
from kinerja.grid import Cell, Kind
from kinerja.model import Rentang, Status
from kinerja.sheets.table import plain
from kinerja.temuan import Rule
from kinerja.values import (
    Read,
    parse_date,
    parse_number,
    parse_rentang,
    read_choice,
    read_date,
    read_moment,
    read_number,
    significant,
    suggest,
    target_text,
    tidy,
    to_text,
)

# Row of the catalogue, what was typed, what it means.
ONE_MEANING = [
    (1, "350", "350"),
    (1, "\u00a0350\u00a0", "350"),
    (1, "3\u200b50", "350"),
    (1, "３５０", "350"),
    (1, "\u221212", "-12"),
    (1, "+12", "12"),
    (2, "87,5", "87.5"),
    (2, "87.5", "87.5"),
    (2, "0,5", "0.5"),
    (2, "0,125", "0.125"),
    (2, "0.125", "0.125"),
    (2, "12,3456", "12.3456"),
    (3, "1.250.000", "1250000"),
    (3, "1.250.000,75", "1250000.75"),
    (3, "1,250,000.75", "1250000.75"),
    (3, "1,250,000", "1250000"),
    (3, "1.250,75", "1250.75"),
    (3, "1 250 000", "1250000"),
]


@pytest.mark.parametrize(("row", "typed", "meant"), ONE_MEANING)
def test_number_with_one_meaning_is_read(row: int, typed: str, meant: str) -> None:
    assert parse_number(typed) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "one", "two"),
    [("1.250", "1.25", "1250"), ("1,250", "1.25", "1250"), ("-12.500", "-12.5", "-12500")],
)
def test_number_with_two_meanings_is_given_with_both(typed: str, one: str, two: str) -> None:
    assert parse_number(typed) == (Decimal(one), Decimal(two))


@pytest.mark.parametrize(
    "typed",
    [
        "", "12 dari 15", "35O", "(350)", "1.25.000", "12.3.4", "1,2,3", "12..5", ".", ",5",
        "1e5", "NaN", "Infinity", "3/4", "1-2", "²", "delapan", "12,", "0x1f", "1_000",
        "12.3456.789", "9" * 400, "0," + "1" * 400,
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_number(typed) is None


# Row of the catalogue, the cell, the unit of its column, the rule it gives.
CELLS = [
    (4, cell("'1.250"), "", None, Rule.ANGKA_AMBIGU),
    (5, cell("Rp 1.250.000,-"), "", "1250000", Rule.ANGKA_BERSATUAN),
    (5, cell("Rp1.250.000"), "", "1250000", Rule.ANGKA_BERSATUAN),
    (5, cell("87,5 %"), "%", "87.5", Rule.ANGKA_BERSATUAN),
    (5, cell("12 orang"), "orang", "12", Rule.ANGKA_BERSATUAN),
    (5, cell("12 orang"), "dokumen", None, Rule.BUKAN_ANGKA),
    (6, cell("95"), "%", "95", None),
    (6, cell("95%"), "%", "95", Rule.ANGKA_BERSATUAN),
    (6, cell("120%"), "%", "120", Rule.ANGKA_BERSATUAN),
    (6, cell("150%"), "%", "150", Rule.ANGKA_BERSATUAN),
    (6, cell("9500%"), "%", None, Rule.PERSEN_SERATUS_KALI),
    (7, cell("12:30"), "", None, Rule.JADI_TANGGAL),
    (7, cell("2020-04-03"), "", None, Rule.JADI_TANGGAL),
    (14, cell("#REF!"), "", None, Rule.SEL_GALAT),
    (14, cell("#N/A"), "", None, Rule.SEL_GALAT),
    (14, cell("#DIV/0!"), "", None, Rule.SEL_GALAT),
    (15, cell("=A1*2 -> 12"), "", "12", Rule.RUMUS_DIAMBIL),
    (16, cell("=A1*2"), "", None, Rule.RUMUS_TANPA_NILAI),
    (17, cell("=[anggaran.xlsx]A!B1 -> 12"), "", "12", Rule.RUMUS_DIAMBIL),
    (19, cell("TRUE"), "", None, Rule.BUKAN_ANGKA),
    (19, cell("√"), "", None, Rule.BUKAN_ANGKA),
    (21, cell("12 dari 15"), "", None, Rule.BUKAN_ANGKA),
    (22, cell("0.30000000000000004"), "", "0.3", None),
]


@pytest.mark.parametrize(("row", "found", "satuan", "meant", "rule"), CELLS)
def test_number_cell_is_read_or_refused(
    row: int, found: Cell, satuan: str, meant: str | None, rule: Rule | None
) -> None:
    read = read_number(found, satuan)

    assert read.value == (None if meant is None else Decimal(meant))
    assert [r for r, _ in read.remarks] == ([rule] if rule else [])


def test_blank_cell_is_no_number_and_no_problem() -> None:
    assert read_number(None) == Read(None)
    assert read_number(Cell(Kind.TEXT, "  ")) == Read(None)


def test_percent_format_and_formula_are_both_said() -> None:
    read = read_number(cell("=A1/B1 -> 66%"), "%")

    assert [r for r, _ in read.remarks] == [Rule.ANGKA_BERSATUAN, Rule.RUMUS_DIAMBIL]
    assert read.value == 66


def test_time_in_a_number_cell_offers_what_was_typed() -> None:
    (_, facts), *_ = read_number(cell("12:30")).remarks

    assert facts["usul"] == "12,30"


# Row of the catalogue, the cell, the date.
DATES = [
    (8, cell("43921"), date(2020, 3, 31)),
    (8, cell("34700"), date(1995, 1, 1)),
    (8, cell("73051"), date(2100, 1, 1)),
    (9, cell("31/12/2025"), date(2025, 12, 31)),
    (9, cell("31 Desember 2025"), date(2025, 12, 31)),
    (9, cell("31 des 2025"), date(2025, 12, 31)),
    (9, cell("31-12-2025"), date(2025, 12, 31)),
    (9, cell("31.12.2025"), date(2025, 12, 31)),
    (9, cell("'2025-12-31"), date(2025, 12, 31)),
    (9, cell("'2025-03-04"), date(2025, 3, 4)),
    (12, cell("2025-12-31"), date(2025, 12, 31)),
    (12, Cell(Kind.DATE, datetime(2025, 12, 31, 8, 0)), date(2025, 12, 31)),
]


@pytest.mark.parametrize(("row", "found", "meant"), DATES)
def test_date_is_read_with_the_day_first(row: int, found: Cell, meant: date) -> None:
    assert read_date(found) == Read(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "segera",
        "31/02/2025",
        "13/13/2025",
        "des 2025",
        "Desember",
        "5",
        "34699",
        "73052",
        "31/12/9999",
        "1/1/1899",
    ],
)
def test_what_is_no_date_is_said(typed: str) -> None:
    read = read_date(cell(typed))

    assert read.value is None
    assert [r for r, _ in read.remarks] == [Rule.TANGGAL_TIDAK_DIKENAL]


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_year_that_nobody_means_is_no_date(year: int) -> None:
    """Counting working days up to it would take as long as the office does."""
    typed = Cell(Kind.DATE, datetime(year, 1, 2, 8, 0))
    said = ((Rule.TANGGAL_TIDAK_DIKENAL, {"isi": plain(typed.value)}),)

    assert read_date(typed) == Read(None, said)
    assert read_moment(typed) == Read(None, said)


def test_date_that_could_be_two_is_read_with_the_day_first_and_said() -> None:
    read = parse_date("03/04/2025")

    assert read.value == date(2025, 4, 3)
    assert [r for r, _ in read.remarks] == [Rule.TANGGAL_MENDUA]


def test_same_day_and_month_is_not_ambiguous() -> None:
    assert parse_date("04/04/2025") == Read(date(2025, 4, 4))


@pytest.mark.parametrize("typed", ["terisi", " TERISI ", "Teri\u200bsi", "Terisi\u00a0"])
def test_choice_is_known_in_any_case_and_with_any_spaces(typed: str) -> None:
    assert read_choice(typed, Status) == "Terisi"


def test_unknown_choice_is_none_and_a_near_one_is_offered() -> None:
    assert read_choice("Terisik", Status) is None
    assert suggest("Terisik", Status) == Rule.suggestion("Terisi")
    assert suggest("kucing", Status) == ""


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("0.30000000000000004", "0.3"),
        ("66.30000000000000004", "66.3"),
        ("100", "100"),
        ("1E+30", "1" + "0" * 30),
        ("-0", "0"),
        ("123456789012345678", "123456789012346000"),
    ],
)
def test_fifteen_digits_are_kept_as_excel_does(value: str, kept: str) -> None:
    assert str(significant(Decimal(value))) == kept


@pytest.mark.parametrize(
    ("value", "shown"), [("1234.50", "1234,5"), ("80", "80"), ("1E+3", "1000"), ("0", "0")]
)
def test_number_is_written_with_all_its_digits(value: str, shown: str) -> None:
    assert to_text(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("typed", "bounds"),
    [
        ("80-90", ("80", "90")),
        ("80 – 90", ("80", "90")),
        ("7,5 s/d 8", ("7.5", "8")),
        ("4 sampai 6", ("4", "6")),
        ("5-5", ("5", "5")),
    ],
)
def test_rentang_is_two_bounds(typed: str, bounds: tuple[str, str]) -> None:
    assert parse_rentang(typed) == Rentang(*map(Decimal, bounds))


@pytest.mark.parametrize("typed", ["90-80", "80", "", "tinggi-rendah", "1.250-2.000"])
def test_what_is_no_rentang_is_none(typed: str) -> None:
    assert parse_rentang(typed) is None


def test_target_is_written_as_it_is_typed() -> None:
    assert target_text(Rentang(Decimal("7.5"), Decimal(8))) == "7,5-8"
    assert target_text(Decimal(80)) == "80"
    assert target_text("WTP") == "WTP"
    assert target_text(None) == ""


def test_tidy_text_has_one_sort_of_space_digit_and_minus() -> None:
    assert tidy(" \u22121２\u00a0 \u200bx ") == "-12 x"
