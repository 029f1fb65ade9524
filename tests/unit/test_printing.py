"""Figures as Indonesia prints them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from kinerja import printing
from kinerja.model import Rentang


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("82.5", "82,50"),
        ("100", "100,00"),
        ("89.743589", "89,74"),
        ("0.125", "0,13"),
        ("0.135", "0,14"),
        ("-0.125", "-0,13"),
        ("-0.001", "0,00"),
        ("1234.5", "1.234,50"),
    ],
)
def test_a_percentage_has_two_decimals_and_halves_go_up(value: str, shown: str) -> None:
    assert printing.percent(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("83.50", "83,5"), ("100", "100"), ("1234567", "1.234.567"), ("0.2", "0,2"), ("0", "0")],
)
def test_a_number_has_no_trailing_zeros(value: str, shown: str) -> None:
    assert printing.number(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1234567", "Rp1.234.567"),
        ("0", "Rp0"),
        ("-5000", "-Rp5.000"),
        ("1500000.5", "Rp1.500.000,50"),
        ("1e12", "Rp1.000.000.000.000"),
        ("1e300", "Rp1" + 100 * ".000"),
    ],
)
def test_money_is_printed_in_full(value: str, shown: str) -> None:
    assert printing.rupiah(Decimal(value)) == shown


def test_a_date_is_printed_in_words() -> None:
    assert printing.tanggal(date(2026, 11, 22)) == "22 November 2026"


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 B"), (1023, "1.023 B"), (1536, "1,5 KB"), (2_359_296, "2,25 MB")],
)
def test_the_size_of_a_file_is_printed_in_its_unit(size: int, shown: str) -> None:
    assert printing.ukuran(size).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("value", "satuan", "shown"),
    [
        (Decimal(80), "%", "80%"),
        (Decimal(2), "dokumen", "2 dokumen"),
        (Decimal("7.5"), "", "7,5"),
        ("WTP", "opini", "WTP"),
        (Rentang(Decimal(80), Decimal(90)), "persen", "80–90%"),
    ],
)
def test_a_nilai_is_printed_with_its_unit(value: object, satuan: str, shown: str) -> None:
    assert printing.nilai(value, satuan).replace("\u00a0", " ") == shown  # type: ignore[arg-type]


def test_a_difference_has_its_sign() -> None:
    assert [printing.signed(Decimal(v)) for v in ("3", "-17", "0", "-0.001")] == [
        "+3",
        "-17",
        "0",
        "0",
    ]


def test_what_is_missing_is_printed_as_a_marker_that_nothing_can_break() -> None:
    assert printing.belum("target", kode="1.1]x") == "[belum ada data: target 1.1)x]"


def test_blank_lines_make_no_paragraph() -> None:
    assert printing.alinea(" satu \n\n dua\n") == ("satu", "dua")


def test_moment_is_printed_with_its_time_of_day() -> None:
    assert printing.saat(datetime(2026, 8, 2, 9, 5, 59)) == "2 Agu 2026, 09.05"
