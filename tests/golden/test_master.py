"""The master as other programs see it: openpyxl and python-calamine read what was built."""

from __future__ import annotations

import io
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

import build
from kinerja.adapters import building, look
from kinerja.adapters.annex import annex_bytes
from kinerja.adapters.building import master_bytes
from kinerja.adapters.reading import read_book
from kinerja.commands import new
from kinerja.grid import Book, Value, letter
from kinerja.model import Pengaturan
from kinerja.model_sop import Tahap
from kinerja.sheets import master
from kinerja.sheets.annex import RINGKASAN, Sampul
from kinerja.sheets.distribusi import Ketepatan
from kinerja.sheets.surat import KONSEP
from kinerja.sheets.table import HEADING_ROW, Page, Sheet, read_table

SHEETS = master.sheets_of(4)
PENGATURAN = Pengaturan(siklus=4, tahun=2020, satker="KPU Kabupaten Contoh")
HOSTILE = (
    "=cmd|'/c calc'!A1",
    "+1+1",
    "@SUM(A1)",
    "{{ 7*7 }}",
    "<w:p>",
    "Hukum & SDM <1>",
    "<r><t>runtuh</t></r>",
    "satu\ndua",
    "  di tengah  ",
    "http://contoh.id/a",
    "00123",
)


@pytest.fixture(scope="module")
def made() -> bytes:
    return master_bytes(SHEETS, new.prefilled(PENGATURAN))


@pytest.fixture(scope="module")
def book(made: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made))


def by_sheet(test):  # type: ignore[no-untyped-def]
    return pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)(test)


def texts(row) -> list[str]:  # type: ignore[no-untyped-def]
    return [str(value) for value in row if value not in (None, "")]


@by_sheet
def test_headings_stand_in_their_row(sheet: Sheet, book: openpyxl.Workbook) -> None:
    found = [cell.value for cell in book[sheet.name][HEADING_ROW]]

    assert found == [column.heading for column in sheet.columns]


@by_sheet
def test_calamine_sees_the_same_headings(sheet: Sheet, made: bytes) -> None:
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(made))
        .get_sheet_by_name(sheet.name)
        .to_python(skip_empty_area=False)
    )

    assert texts(rows[HEADING_ROW - 1]) == [column.heading for column in sheet.columns]


@by_sheet
def test_every_column_people_fill_is_checked_and_explained(
    sheet: Sheet, book: openpyxl.Workbook
) -> None:
    worksheet = book[sheet.name]
    for number, column in enumerate(sheet.columns, start=1):
        for row in (HEADING_ROW + 1, HEADING_ROW + building.CHECKED):
            checks = checks_at(worksheet, row, number)

            assert bool(checks) == column.fillable
            assert all(c.prompt == c.error == column.hint[:255] for c in checks)
            assert all(c.promptTitle and c.errorTitle for c in checks)


def checks_at(worksheet: Worksheet, row: int, column: int) -> list:  # type: ignore[type-arg]
    cell = worksheet.cell(row, column).coordinate
    return [c for c in worksheet.data_validations.dataValidation if cell in c.sqref]


@pytest.mark.parametrize(
    ("name", "key", "kind", "error_style"),
    [
        ("Sasaran & Indikator", "jenis", "list", None),
        ("Sasaran & Indikator", "bobot", "decimal", None),
        ("Sasaran & Indikator", "penanggung_jawab", "list", "warning"),
        ("Syarat Data Pendukung", "indikator", "list", "warning"),
        ("Syarat Data Pendukung", "jumlah", "whole", None),
        ("Anggaran", "sasaran", "list", "warning"),
        ("Pengaturan", "isi", None, None),
        ("Disposisi", "diterima", None, None),
        ("Disposisi", "batas", "date", None),
        ("Jam SOP", "selesai_nyata", None, None),
    ],
)
def test_the_check_suits_the_column(
    name: str, key: str, kind: str | None, error_style: str | None, book: openpyxl.Workbook
) -> None:
    sheet = next(s for s in SHEETS if s.name == name)
    number = 1 + sheet.columns.index(sheet.column(key))
    (check,) = checks_at(book[name], HEADING_ROW + 1, number)

    assert (check.type, check.errorStyle) == (kind, error_style)


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("Status", "ketepatan", {str(k)[0] for k in Ketepatan}),
        ("Surat Edaran", "keadaan", {KONSEP, *Tahap}),
    ],
)
def test_states_are_coloured(
    name: str, key: str, words: set[str], book: openpyxl.Workbook
) -> None:
    sheet = next(s for s in SHEETS if s.name == name)
    cell = f"{letter(1 + sheet.columns.index(sheet.column(key)))}{HEADING_ROW + 1}"
    signs = {
        rule.text
        for found in book[name].conditional_formatting
        if cell in found.sqref
        for rule in found.rules
        if rule.type == "beginsWith"
    }

    assert words <= signs


def test_a_place_is_drawn_as_a_way_to_go_there() -> None:
    """
    | Buka                      |
    | 'Sasaran & Indikator'!F12 |
    """
    place = "'Sasaran & Indikator'!F12"
    number = master.CATATAN.columns.index(master.CATATAN.column("buka"))
    row = [place if n == number else None for n in range(len(master.CATATAN.columns))]
    made = master_bytes([master.CATATAN], {master.CATATAN.name: [row]})
    cell = openpyxl.load_workbook(io.BytesIO(made))[master.CATATAN.name].cell(5, number + 1)

    assert cell.value == f"={look.link_formula(place)}"
    assert cell.font.underline == "single"


def test_lists_point_to_where_the_codes_stand(book: openpyxl.Workbook) -> None:
    (check,) = checks_at(book["Sasaran & Indikator"], HEADING_ROW + 1, 5)

    assert check.formula1.startswith("'Subbagian'!$A$5:INDEX('Subbagian'!$A$5:$A$504,")


@by_sheet
def test_columns_carry_their_format_to_the_last_row(
    sheet: Sheet, book: openpyxl.Workbook
) -> None:
    """A later patch takes the style of a column from there."""
    dimensions = book[sheet.name].column_dimensions
    for number, column in enumerate(sheet.columns, start=1):
        style = dimensions[openpyxl.utils.get_column_letter(number)]
        colour = look.INPUT if column.fillable else look.REFERENCE

        assert style.number_format == look.NUMBER_FORMATS[column.shape]
        assert style.fill.fgColor.rgb == f"FF{colour[1:]}"


@by_sheet
def test_headings_stay_in_sight_on_screen_and_on_paper(
    sheet: Sheet, book: openpyxl.Workbook
) -> None:
    worksheet = book[sheet.name]
    last = openpyxl.utils.get_column_letter(len(sheet.columns))

    assert worksheet.freeze_panes.endswith(str(HEADING_ROW + 1))
    assert worksheet.auto_filter.ref.startswith(f"A{HEADING_ROW}:{last}")
    assert worksheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"
    assert worksheet.page_setup.orientation == "landscape"
    assert (worksheet.page_setup.paperSize, worksheet.page_setup.fitToHeight) == (9, 0)
    assert worksheet.oddFooter.right.text == "Halaman &P dari &N"
    assert not worksheet.protection.sheet


def test_tabs_tell_what_is_filled_from_what_is_written(book: openpyxl.Workbook) -> None:
    """Those that kinerja begins and people complete have a colour of their own."""
    colours = {s.name: f"#{book[s.name].sheet_properties.tabColor.rgb[2:]}" for s in SHEETS}

    def tabs(colour: str) -> set[str]:
        return {name for name, own in colours.items() if own == colour}

    assert tabs(look.HEADING) == {
        "Formulir",
        "Kiriman",
        "Rekap",
        "Kelengkapan",
        "Isian Subbagian",
        "Riwayat",
        "Status",
        "Laporan Terbit",
        "Dari Mana",
        "Perbaikan",
        "Pengecualian",
        "Entri",
        "Berkas Lalu",
    }
    assert tabs(building.SHARED_TAB) == {
        "Disposisi",
        "Surat Edaran",
        "Distribusi",
        "Jam SOP",
        "Realisasi",
        "Catatan Verifikasi",
        "Verifikasi",
        "Data Pendukung",
        "Entri Aplikasi",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    made = master_bytes([master.SUBBAGIAN], {"Subbagian": [[text, text, None, text]]})

    assert first_row(saved(made, tmp_path), master.SUBBAGIAN) == [text, text, None, text]


def test_what_excel_takes_for_an_escape_stays_text() -> None:
    made = master_bytes([master.SUBBAGIAN], {"Subbagian": [["_x0041_", None, None, None]]})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()

    assert rows[HEADING_ROW][0] == "_x0041_"


def saved(made: bytes, folder: Path) -> Book:
    path = folder / "kinerja.xlsm"
    path.write_bytes(made)
    book = read_book(path)
    assert isinstance(book, Book)
    return book


def first_row(book: Book, sheet: Sheet) -> list[Value]:
    grid = book.grid(sheet.name)
    assert grid
    columns = range(1, len(sheet.columns) + 1)
    cells = [grid.cells.get((HEADING_ROW + 1, number)) for number in columns]
    assert not any(cell.formula for cell in cells if cell)
    return [cell.value if cell else None for cell in cells]


def test_numbers_and_dates_come_back_as_they_are(tmp_path: Path) -> None:
    row: list[Value] = [None] * len(master.REALISASI.columns)
    row[2], row[6], row[14] = Decimal(1), Decimal("82.5"), date(2020, 3, 31)
    made = master_bytes([master.REALISASI], {"Realisasi": [row]})

    assert first_row(saved(made, tmp_path), master.REALISASI) == row


def test_text_beyond_the_limit_of_a_cell_is_cut_visibly(tmp_path: Path) -> None:
    made = master_bytes([master.SUBBAGIAN], {"Subbagian": [["a" * 40_000, None, None, None]]})
    kode = first_row(saved(made, tmp_path), master.SUBBAGIAN)[0]

    assert kode == "a" * 32_766 + "…"


def test_a_master_read_back_has_every_setting(made: bytes, tmp_path: Path) -> None:
    grid = saved(made, tmp_path).grid("Pengaturan")
    assert grid
    table, temuan = read_table(grid, master.PENGATURAN)

    assert temuan == ()
    assert len(table.rows) == len(new.prefilled(PENGATURAN)["Pengaturan"])


def test_the_same_master_has_the_same_bytes(made: bytes) -> None:
    assert master_bytes(SHEETS, new.prefilled(PENGATURAN)) == made


def test_build_where_nothing_can_be_written_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    monkeypatch.setattr(sys, "argv", ["build.py", "--folder", str(tmp_path / "berkas")])

    assert build.main() == 2
    assert "bukan folder" in capsys.readouterr().out


def test_build_makes_a_master_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "kinerja.xlsm"
    monkeypatch.setattr(sys, "argv", ["build.py", "--siklus", "2", "--folder", str(tmp_path)])
    first = build.main()
    before = target.read_bytes()
    second = build.main()

    assert (first, second) == (0, 2)
    assert target.read_bytes() == before == new.empty_master(2)
    assert str(target) in capsys.readouterr().out
    assert (tmp_path / "Masuk").is_dir()


# ---- the annex


def annex() -> bytes:
    rekap = master.rekap_sheet(4)
    row: list[Value] = [None] * len(rekap.columns)
    row[:3] = ["1", "1.1", "Persentase partisipasi pemilih"]
    row[-3:] = [Decimal("82.5"), Decimal("82.5"), "Baik"]
    ringkasan = Page(RINGKASAN, [["1", "Sasaran satu", Decimal("82.5"), "1 dari 1", "Baik"]])
    sampul = Sampul(judul="Rekap Kinerja 2020", satker="KPU", catatan="Sebagian rekaan.")
    return annex_bytes(sampul, [ringkasan, Page(rekap, [row])])


def test_the_annex_says_where_its_data_comes_from() -> None:
    worksheet = openpyxl.load_workbook(io.BytesIO(annex()))["Ringkasan"]

    assert worksheet["A1"].value == "Rekap Kinerja 2020"
    assert worksheet["A3"].value == "Sebagian rekaan."
    assert worksheet["C5"].number_format == "#,##0.00"


def test_the_annex_draws_capaian_as_native_charts() -> None:
    worksheet = openpyxl.load_workbook(io.BytesIO(annex()))["Ringkasan"]
    values = [chart.series[0].val.numRef.f for chart in worksheet._charts]

    assert values == ["Ringkasan!$C$5", "Rekap!$O$5"]


def test_the_same_annex_has_the_same_bytes() -> None:
    assert annex() == annex()
