"""The number of a letter, in patterns that offices of KPU use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja.nomor import nomor
from kinerja.sheets.laporan import TITIK
from letters import OFFICE, PENGATURAN

DAY = date(2026, 9, 3)
FULL = replace(OFFICE, pengaturan=replace(PENGATURAN, kode_wilayah="3673"))


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{no} Tahun {tahun}", "12 Tahun 2026"),
        ("{no}/{kode}-{jenis}/{wilayah}/{tahun}", "12/PR.03.1-SE/3673/2026"),
        ("{no}/{kode}/{wilayah}/{bulan_romawi}/{tahun}", "12/PR.03.1/3673/IX/2026"),
        ("{no}/{subbag}/{no}", "12/KUL/12"),
        ("12/tetap", "12/tetap"),
        ("", ""),
    ],
)
def test_the_pattern_of_the_office_is_filled(pattern: str, number: str) -> None:
    office = replace(FULL, pengaturan=replace(FULL.pengaturan, format_nomor=pattern))

    assert nomor(office, "12", DAY) == number


def test_what_is_not_known_is_dots() -> None:
    office = replace(
        OFFICE, pengaturan=replace(PENGATURAN, format_nomor="{no}/{wilayah}/{tahun}")
    )

    assert nomor(office, "", None) == f"{TITIK}/{TITIK}/2026"


@pytest.mark.parametrize("no", ["{tahun}", "{", "12}", r"\g<0>", "{{ 7*7 }}"])
def test_a_number_is_never_taken_for_a_pattern(no: str) -> None:
    assert nomor(FULL, no, DAY) == f"{no} Tahun 2026"


def test_the_year_is_that_of_the_letter() -> None:
    """The last Periode of a year is asked for in January."""
    assert nomor(FULL, "1", date(2027, 1, 5)) == "1 Tahun 2027"
