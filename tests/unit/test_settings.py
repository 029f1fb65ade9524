"""The policy of the office: what is read, and what stands when it cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from grids import codes, cut, page, places
from kinerja import settings
from kinerja.grid import Grid
from kinerja.model import Pengaturan, Skala
from kinerja.settings import DEFAULT, read_pengaturan, read_skala
from kinerja.sheets.master import PENGATURAN, SKALA


def sheet(text: str | None = None) -> Grid:
    """The sheet “Pengaturan” of an office in 2020, with these cells in it."""
    rows = settings.rows(Pengaturan(satker="KPU Contoh", tahun=2020))
    return cut(page(PENGATURAN, rows, "kinerja.xlsx"), text)


def test_what_is_blank_has_its_default() -> None:
    pengaturan, temuan = read_pengaturan(sheet())

    assert pengaturan == Pengaturan(satker="KPU Contoh", tahun=2020)
    assert temuan == ()


@pytest.mark.parametrize(
    "pengaturan",
    [
        Pengaturan(
            satker="KPU Kabupaten Contoh",
            kode_satker="654321",
            alamat="Jalan Contoh 1",
            kota="Contoh",
            jabatan="Plt. Sekretaris",
            tahun=2026,
            siklus=12,
            periode=11,
            batas_capaian=Decimal(120),
            rumus_negatif="B",
            ambang_wajar=Decimal("132.5"),
            kertas="F4",
            ekstensi=("pdf", "heic"),
            batas_mb=Decimal("2.5"),
            catatan_data="Angka triwulan rekaan.",
        ),
        Pengaturan(tahun=2020, siklus=2, periode=2, batas_capaian=None),
    ],
)
def test_policy_that_was_written_is_read_back(pengaturan: Pengaturan) -> None:
    grid = page(PENGATURAN, settings.rows(pengaturan), "kinerja.xlsx")

    assert read_pengaturan(grid) == (pengaturan, ())


def test_a_siklus_that_the_sheets_are_not_made_for_is_reported_and_not_used(
    table: str,
) -> None:
    """
    |    | B     |
    | 13 | 12    |
    | 14 | TW II |
    """
    pengaturan, temuan = read_pengaturan(sheet(table), laid_out=4)

    assert (pengaturan.siklus, pengaturan.periode) == (4, 2)
    assert places(temuan) == [("P05", "B13")]
    blank = sheet("|    | B     |\n| 14 | Maret |")
    assert places(read_pengaturan(blank, laid_out=12)[1]) == [("P05", "")]
    assert read_pengaturan(sheet(), laid_out=4)[1] == ()


def test_everything_that_cannot_be_read_is_reported_and_the_default_stands(table: str) -> None:
    """
    |    | A                           | B        |
    | 13 | Siklus                      | 3        |
    | 14 | Periode Berjalan            | TW V     |
    | 15 | Batas Capaian (%)           | seratus  |
    | 16 | Rumus Polaritas Negatif     | C        |
    | 17 | Ambang Wajar (%)            | -5       |
    | 18 | Kertas                      | Letter   |
    | 19 | Jenis Berkas Data Pendukung | , .      |
    | 20 | Ukuran Data Pendukung (MB)  | 0        |
    """
    pengaturan, temuan = read_pengaturan(sheet(table))

    assert places(temuan) == [("P01", f"B{row}") for row in range(13, 21)]
    assert codes(read_pengaturan(sheet("|    | B |\n| 15 | 0 |"))[1]) == ["P01"]
    assert pengaturan == Pengaturan(satker="KPU Contoh", tahun=2020)


@pytest.mark.parametrize("typed", ["120%", "'120%", "'120 %", "120"])
def test_a_setting_in_percent_may_be_typed_with_its_sign(typed: str) -> None:
    pengaturan, temuan = read_pengaturan(sheet(f"|    | B |\n| 15 | {typed} |"))

    assert (pengaturan.batas_capaian, temuan) == (120, ())


@pytest.mark.parametrize("typed", ["", "dua ribu dua puluh", "1999", "2020,5", "'²⁰²⁰"])
def test_office_without_a_year_is_told(typed: str) -> None:
    _, temuan = read_pengaturan(sheet(f"|    | B |\n| 12 | {typed} |"))

    assert places(temuan) == [("P02", "B12" if typed else "")]


def test_unknown_setting_is_named_with_the_nearest(table: str) -> None:
    """
    |    | A        | B |
    | 30 | Kertass  | A4 |
    """
    _, temuan = read_pengaturan(sheet(table))

    assert places(temuan) == [("P03", "A30")]
    assert "Kertas" in dict(temuan[0].facts)["usul"]


def test_numbers_and_words_are_read_as_people_write_them(table: str) -> None:
    """
    |    | B        |
    | 14 | tw  iii  |
    | 15 | Tanpa    |
    | 17 | '132,5   |
    | 18 | f4       |
    | 19 | PDF, .Jpg |
    """
    pengaturan, temuan = read_pengaturan(sheet(table))

    assert temuan == ()
    assert (pengaturan.periode, pengaturan.batas_capaian) == (3, None)
    assert (pengaturan.ambang_wajar, pengaturan.kertas) == (Decimal("132.5"), "F4")
    assert pengaturan.ekstensi == ("pdf", "jpg")


def test_rows_may_stand_in_any_order(table: str) -> None:
    """
    |    | A                | B        |
    | 13 | Periode Berjalan | Desember |
    | 14 | Siklus           | 12       |
    """
    pengaturan, temuan = read_pengaturan(sheet(table))

    assert temuan == ()
    assert (pengaturan.siklus, pengaturan.periode) == (12, 12)


def scale(text: str | None) -> Grid:
    return cut(page(SKALA, settings.skala_rows(DEFAULT), "kinerja.xlsx"), text)


def test_scale_that_was_written_is_read_back() -> None:
    assert read_skala(scale(None)) == (DEFAULT.skala, ())


def test_empty_scale_is_the_default() -> None:
    assert read_skala(page(SKALA, [], "kinerja.xlsx")) == (DEFAULT.skala, ())


def test_scale_is_sorted_and_its_bad_number_reported(table: str) -> None:
    """
    |   | A    | B      |
    | 5 |      | Sisa   |
    | 6 | 50   | Sedang |
    | 7 | 90   | Tinggi |
    | 8 | lima | Kurang |
    | 9 |      |        |
    | 10 | 30  |        |
    """
    steps, temuan = read_skala(scale(table))

    assert steps[:2] == (
        Skala(batas=Decimal(90), predikat="Tinggi"),
        Skala(batas=Decimal(50), predikat="Sedang"),
    )
    assert [s.predikat for s in steps[2:]] == ["Sisa", "Kurang"]
    assert places(temuan) == [("I05", "A8"), ("I02", "B10")]
