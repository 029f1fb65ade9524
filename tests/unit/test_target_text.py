"""A Target as it is printed, and what it means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from grids import cell
from kinerja.model import Jenis, Polaritas
from kinerja.target_text import TargetPk, Unread, read_target
from kinerja.temuan import Sebab

ANGKA, PERSEN, RENTANG, TEKS = Jenis.ANGKA, Jenis.PERSEN, Jenis.RENTANG, Jenis.TEKS


def meant(text: str, satuan: str = "") -> TargetPk:
    found = read_target(cell(text), satuan)
    assert isinstance(found, TargetPk)
    return found


@pytest.mark.parametrize(
    ("text", "isi", "jenis", "satuan"),
    [
        ("'80%", "80", PERSEN, "%"),
        ("'82,5 %", "82.5", PERSEN, "%"),
        ("'80 persen", "80", PERSEN, "%"),
        ("80%", "80", PERSEN, "%"),  # as Excel keeps it: 0.8 shown in percent
        ("80", "80", ANGKA, ""),
        ("'2 dokumen", "2", ANGKA, "dokumen"),
        ("'2 (dua) Laporan", "2", ANGKA, "Laporan"),
        ("'1.250.000 orang", "1250000", ANGKA, "orang"),
        ("'≥ 90", "90", ANGKA, ""),
        ("'minimal 90%", "90", PERSEN, "%"),
        ("'80-90", "80-90", RENTANG, ""),
        ("'80% s/d 90%", "80-90", RENTANG, "%"),
        ("WTP", "WTP", TEKS, ""),
        ("'B (70,01)", "B (70,01)", TEKS, ""),
        ("'-", None, None, ""),
        ("n/a", None, None, ""),
    ],
)
def test_target_is_read_as_it_is_meant(
    text: str, isi: str | None, jenis: Jenis | None, satuan: str
) -> None:
    found = meant(text)
    expected = Decimal(isi) if isi and isi[0].isdigit() and "-" not in isi else isi

    assert (found.isi, found.jenis, found.satuan) == (expected, jenis, satuan)


def test_a_bound_from_above_means_that_less_is_better() -> None:
    assert meant("'≤ 2%").polaritas is Polaritas.NEGATIF
    assert meant("'maks. 2%").polaritas is Polaritas.NEGATIF
    assert meant("'≥ 2%").polaritas is None


def test_the_column_of_the_unit_counts_where_the_target_has_none() -> None:
    assert (meant("80", "Persen").jenis, meant("80", "Persen").satuan) == (PERSEN, "%")
    assert meant("'2 laporan", "dokumen").satuan == "laporan"


def test_two_readings_are_both_named_and_none_is_chosen() -> None:
    found = meant("'1.250 orang")

    assert (found.isi, found.mendua) == ("1.250", (Decimal("1.250"), Decimal(1250)))


@pytest.mark.parametrize(
    ("text", "sebab"),
    [
        ("2026-02-01", Sebab.JADI_TANGGAL),
        ("12:30", Sebab.JADI_TANGGAL),
        ("#REF!", Sebab.GALAT_EXCEL),
        ("=A1", Sebab.GALAT_EXCEL),
    ],
)
def test_what_excel_has_spoilt_is_not_guessed(text: str, sebab: Sebab) -> None:
    assert read_target(cell(text)) == Unread(sebab)
