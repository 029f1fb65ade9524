"""The form as another program reads it: openpyxl did not write it, so it may judge it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from form_samples import PENGATURAN, answer, form_of
from grids import places
from kinerja.adapters.forms import form_bytes
from kinerja.adapters.reading import read_book
from kinerja.generate import IsiFormulir, isi_formulir
from kinerja.grid import Book
from kinerja.model import RencanaAksi, Status
from kinerja.returned import read_returned
from kinerja.sheets import bantuan
from kinerja.sheets.formulir import (
    BACA_DULU,
    DATA_PENDUKUNG,
    DATA_START,
    DEFINISI_SHEET,
    ID_NAME,
    ISIAN,
    NARASI,
    NARASI_SHEET,
    SPARE_ROWS,
    STAMP,
    STAMP_KEYS,
    isian_sheet,
)
from kinerja.sheets.table import HALAMAN
from office import REKAP

TABLE = """
| kode | peran | jenis   | polaritas | target | bukti |
| 1.1  | pj    | angka   | positif   | 12     | 1     |
| 1.10 | pj    | persen  | negatif   | 0,2    | 2     |
| 1.2  | pj    | rasio   | positif   | 80     | 1     |
| 2.1  | pj    | teks    | positif   | WTP    | 0     |
| 2.2  | pj    | rentang | positif   | 7-8    | 0     |
| 3.1  | pd    | angka   | positif   | 5      | 1     |
"""
FILLED = (ISIAN, NARASI, DATA_PENDUKUNG)
HEADINGS = [c.heading for c in isian_sheet(4, 2020, 2).columns]


@pytest.fixture(scope="module")
def isi() -> IsiFormulir:
    return form_of(TABLE)


@pytest.fixture(scope="module")
def book(isi: IsiFormulir) -> Workbook:
    return opened(isi)


def opened(isi: IsiFormulir, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(form_bytes(isi)), data_only=values)


def at(page: Worksheet, heading: str, row: int):
    """The cell of data row ``row`` (from 0) under a heading."""
    column = next(c.column for c in page[DATA_START - 1] if c.value == heading)
    return page.cell(DATA_START + row, column)


def key(page: Worksheet, name: str, row: int):
    sheets = {s.name: s for s in (isian_sheet(4, 2020, 2), NARASI_SHEET)}
    return at(page, sheets[page.title].column(name).heading, row)


def unlocked(page: Worksheet) -> set[str]:
    return {c.coordinate for row in page.iter_rows() for c in row if not c.protection.locked}


def test_sheets_come_in_the_order_of_work_and_the_stamp_is_hidden(book: Workbook) -> None:
    assert book.sheetnames == [BACA_DULU, ISIAN, NARASI, DATA_PENDUKUNG, STAMP]
    assert book[STAMP].sheet_state == "veryHidden"
    assert book.active.title == BACA_DULU


def test_every_input_cell_has_a_check_with_hint_and_error_text(book: Workbook) -> None:
    for name in FILLED:
        page, checked = book[name], set()
        for check in page.data_validations.dataValidation:
            for cells in check.sqref.ranges:
                checked |= (
                    {f"{c.coordinate}" for row in page[cells.coord] for c in row}
                    if (":" in cells.coord)
                    else {cells.coord}
                )
            assert check.type in {"decimal", "list", "textLength", "date"}
            assert check.showInputMessage
            assert check.showErrorMessage
            assert 0 < len(check.promptTitle) <= 32
            assert 0 < len(check.errorTitle) <= 32
            assert 0 < len(check.prompt) <= 255
            assert 0 < len(check.error) <= 255
        inputs = unlocked(page)

        assert inputs
        assert inputs <= checked


def test_only_the_cells_of_this_role_and_jenis_are_open(book: Workbook) -> None:
    """
    | kode | x | y | nilai | status | alasan |
    | 1.1  |   |   | open  | open   | open   |
    | 1.2  | o | o |       | open   | open   |
    | 3.1  |   |   |       |        |        |
    """
    names = ("x", "y", "nilai", "status", "alasan")
    page = book[ISIAN]
    seen = {
        row: [n for n in names if not key(page, n, row).protection.locked]
        for row in (0, 2, 3, 5)
    }

    assert seen[0] == ["nilai", "status", "alasan"]
    assert seen[2] == ["x", "y", "status", "alasan"]
    assert seen[3] == ["nilai", "status", "alasan"]
    assert seen[5] == []
    for name in ("kode", "uraian", "target", "capaian", "predikat", "kelengkapan"):
        assert key(page, name, 0).protection.locked


def test_a_pendukung_may_tell_and_prove(book: Workbook) -> None:
    page = book[NARASI]

    assert not key(page, "penyebab", 5).protection.locked
    assert key(page, "kode", 5).protection.locked


def test_sheets_are_protected_without_password_and_tab_visits_inputs_only(
    book: Workbook,
) -> None:
    for name in FILLED:
        guard = book[name].protection

        assert guard.sheet
        assert guard.password is None
        assert guard.selectLockedCells
        assert not guard.selectUnlockedCells
        for allowed in ("formatColumns", "formatRows", "sort", "autoFilter"):
            assert not getattr(guard, allowed)
    assert not book[BACA_DULU].protection.selectLockedCells


def test_pasted_cells_stay_open_and_all_else_says_that_it_is_locked(isi: IsiFormulir) -> None:
    with ZipFile(BytesIO(form_bytes(isi))) as package:
        root = etree.fromstring(package.read("xl/styles.xml"))
    name = {"m": root.nsmap[None]}
    states = {
        group: [
            xf.find("m:protection", name).get("locked")
            for xf in root.findall(f"m:{group}/m:xf", name)
        ]
        for group in ("cellStyleXfs", "cellXfs")
    }

    assert states["cellStyleXfs"] == ["0"]
    assert states["cellXfs"][0] == "0"
    assert "1" in states["cellXfs"][1:]


def test_cells_outside_the_table_are_locked_by_their_column(book: Workbook) -> None:
    for name in FILLED:
        widths = book[name].column_dimensions

        assert all(d.protection.locked for d in widths.values())
        assert max(d.max for d in widths.values()) == 16_384


def test_the_identity_is_in_four_carriers(book: Workbook, isi: IsiFormulir) -> None:
    code = isi.formulir.id
    stamp = book[STAMP]
    keys = {stamp.cell(r, 1).value: stamp.cell(r, 2).value for r in range(1, 8)}

    assert keys["id"] == code
    assert tuple(keys) == STAMP_KEYS
    assert book.defined_names[ID_NAME].value == f'"{code}"'
    assert book.properties.subject == code
    for name in (BACA_DULU, *FILLED):
        printed = [str(c.value) for row in book[name].iter_rows(max_row=6) for c in row]
        assert any(code in text for text in printed)
        assert code in book[name].oddFooter.left.text


def test_the_stamp_keeps_the_definitions_as_handed_out(book: Workbook) -> None:
    stamp = book[STAMP]
    top = next(r for r in range(1, 20) if stamp.cell(r, 1).value == "definisi_kode")
    headings = [stamp.cell(top, c).value for c in range(1, len(DEFINISI_SHEET.columns) + 1)]
    row = [stamp.cell(top + 2, c).value for c in range(1, 8)]

    assert headings == [c.heading for c in DEFINISI_SHEET.columns]
    assert row == ["1.10", "Indikator 1.10", "Penanggung jawab", "%", "persen", "0,2", "0,2"]


def test_headings_stand_above_the_first_row_and_stay_in_view(book: Workbook) -> None:
    page = book[ISIAN]

    assert [c.value for c in page[DATA_START - 1]][: len(HEADINGS)] == HEADINGS
    assert {book[name].freeze_panes for name in FILLED} == {"C8"}


def test_what_is_owed_is_listed_and_there_are_spare_rows(book: Workbook) -> None:
    """
    | Kode | Jenis              |
    | 1.1  | Berita acara, asli |
    | 1.10 | Berita acara, asli |
    | 1.10 | Berita acara, asli |
    """
    page = book[DATA_PENDUKUNG]
    listed = [page.cell(r, 1).value for r in range(DATA_START, page.max_row + 1)]

    assert listed == ["1.1", "1.10", "1.10", "1.2", *[None] * SPARE_ROWS]
    assert page["B8"].value == "Berita acara, asli"
    assert page["A8"].protection.locked
    assert not page["C8"].protection.locked
    assert not page["A12"].protection.locked
    assert "Data Pendukung/KUL/TW II" in page["A6"].value


def test_lists_come_from_cells_since_words_may_hold_commas(book: Workbook) -> None:
    page = book[DATA_PENDUKUNG]
    lists = {
        str(c.sqref): c.formula1
        for c in page.data_validations.dataValidation
        if c.type == "list"
    }
    stamp = book[STAMP]

    assert lists == {"A12:A21": f"{STAMP}!$A$10:$A$15", "B12:B21": f"{STAMP}!$M$10:$M$10"}
    assert stamp["M10"].value == "Berita acara, asli"


def test_formulas_use_no_volatile_or_new_functions(book: Workbook) -> None:
    texts = [
        c.value
        for page in book
        for row in page.iter_rows()
        for c in row
        if isinstance(c.value, str) and c.data_type == "f"
    ]
    used = {name for text in texts for name in re.findall(r"([A-Z][A-Z0-9.]+)\(", text)}

    assert used <= {
        "IF", "AND", "OR", "NOT", "MIN", "MAX", "ROUND", "ISNUMBER", "LEN", "TRIM", "MID",
        "N", "SUM", "SUMPRODUCT",
    }  # fmt: skip
    assert "[" not in "".join(texts)


def test_every_formula_has_its_value_without_calculating(isi: IsiFormulir) -> None:
    """
    | kode | jawaban       | Capaian | Predikat    | Kelengkapan                     |
    | 1.1  | 9             | 75      | Cukup       | ! Kurang: narasi, bukti 0/1     |
    | 1.10 | Nihil, alasan |         |             | – Nihil                         |
    | 1.2  | x 66, y 80    | 100     | Sangat Baik | ! Kurang: bukti 0/1             |
    """
    known = {
        "1.1": answer("1.1", nilai=Decimal(9), penyebab="Sebab."),
        "1.10": answer("1.10", status=Status.NIHIL, alasan="Belum tahapan."),
        "1.2": answer("1.2", x=Decimal(66), y=Decimal(80), penyebab="Sebab."),
    }
    baris = tuple(replace(b, jawaban=known.get(b.indikator.kode)) for b in isi.baris)
    page = opened(replace(isi, baris=baris), values=True)[ISIAN]
    seen = [
        [key(page, n, row).value for n in ("capaian", "predikat", "kelengkapan")]
        for row in range(4)
    ]

    assert seen[0] == [75, "Cukup", "! Kurang: narasi, bukti 0/1"]
    assert seen[1] == [None, None, "– Nihil"]
    assert seen[2] == [100, "Sangat Baik", "! Kurang: bukti 0/1"]
    assert seen[3] == ["–", "–", bantuan.BELUM_DIISI]
    assert key(page, "nilai", 2).value == 82.5
    assert page["A4"].value == "Isian 3/5 · Narasi 2/6 · Data Pendukung 2/4"


def test_known_answers_are_not_typed_twice(isi: IsiFormulir) -> None:
    known = answer("2.1", nilai="WTP", kendala="Tidak ada.", batas_waktu=date(2020, 6, 30))
    baris = tuple(
        replace(b, jawaban=known) if b.indikator.kode == "2.1" else b for b in isi.baris
    )
    book = opened(replace(isi, baris=baris))

    assert key(book[ISIAN], "nilai", 3).value == "WTP"
    assert key(book[ISIAN], "status", 3).value is None
    assert key(book[NARASI], "kendala", 3).value == "Tidak ada."
    assert key(book[NARASI], "batas_waktu", 3).value.date() == date(2020, 6, 30)


def test_the_same_content_gives_the_same_bytes(isi: IsiFormulir) -> None:
    assert form_bytes(isi) == form_bytes(form_of(TABLE))


@pytest.mark.parametrize(
    "nasty", ["=cmd|'/c calc'!A1", "{{ 7*7 }}", "<w:p>&", "+1", "@SUM(A1)", "http://a.b/c d"]
)
def test_text_comes_out_as_it_was_written(nasty: str) -> None:
    isi = form_of(TABLE)
    first = isi.baris[0]
    changed = replace(
        first,
        indikator=replace(first.indikator, uraian=nasty, definisi=nasty),
        jawaban=answer("1.1", kendala=nasty),
    )
    book = opened(replace(isi, baris=(changed, *isi.baris[1:])))

    for cell in (key(book[ISIAN], "uraian", 0), key(book[NARASI], "kendala", 0)):
        assert cell.value == nasty
        assert cell.data_type == "s"
        assert cell.hyperlink is None


def test_text_longer_than_a_cell_leaves_the_cell_empty_with_a_note() -> None:
    isi = form_of(TABLE)
    first = replace(isi.baris[0], jawaban=answer("1.1", kendala="a" * 40_000))
    long = replace(first, indikator=replace(first.indikator, uraian="b" * 40_000))
    book = opened(replace(isi, baris=(long, *isi.baris[1:])))
    cell = key(book[NARASI], "kendala", 0)

    assert cell.value is None
    assert cell.comment.text.startswith(bantuan.BANTUAN_AWAL)
    assert len(key(book[ISIAN], "uraian", 0).value) == 32_767


def test_each_indikator_carries_its_help(book: Workbook) -> None:
    page = book[ISIAN]

    for row in range(6):
        note = key(page, "uraian", row).comment.text
        assert note.startswith(bantuan.BANTUAN_AWAL)
        assert "Sirekap" in note


@pytest.mark.parametrize(("kertas", "paper"), [("A4", 9), ("F4", 14)])
def test_it_prints_one_page_wide_with_headings_repeated(kertas: str, paper: int) -> None:
    book = opened(form_of(TABLE, replace(PENGATURAN, kertas=kertas)))
    for name in FILLED:
        page = book[name]

        assert page.page_setup.orientation == "landscape"
        assert int(page.page_setup.paperSize) == paper
        assert page.page_setup.fitToWidth in {1, None}
        assert page.page_setup.fitToHeight == 0
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$7:$7"
        assert page.oddFooter.right.text == HALAMAN


def test_the_signature_stands_under_the_table_and_prints(book: Workbook) -> None:
    page = book[ISIAN]
    below = [c for row in page.iter_rows(min_row=DATA_START + 6) for c in row if c.value]

    assert "Kepala Subbagian Keuangan, Umum, dan Logistik" in {c.value for c in below}
    assert page.print_area.endswith(f"${max(c.row for c in below)}")


def test_no_cell_is_merged_and_kelengkapan_is_coloured_by_its_sign(book: Workbook) -> None:
    signs = {
        rule.text
        for rules in book[ISIAN].conditional_formatting
        for rule in rules.rules
        if rule.type == "beginsWith"
    }

    assert not any(page.merged_cells.ranges for page in book)
    assert signs == {"✔", "!", "✖", "–"}


def test_a_note_on_the_data_is_printed_on_every_sheet() -> None:
    book = opened(form_of(TABLE, replace(PENGATURAN, catatan_data="Angka rekaan.")))

    for name in (BACA_DULU, *FILLED):
        texts = [str(c.value) for row in book[name].iter_rows(max_row=8) for c in row]
        assert any("Angka rekaan." in text for text in texts)


def test_rencana_aksi_stands_beside_the_help_with_what_is_due_now() -> None:
    """The form is of TW II."""
    isi = form_of(TABLE)
    four = (Decimal(2), Decimal("4.5"), None, None)
    plan = RencanaAksi(indikator="1.1", uraian="Sosialisasi", penanggung_jawab="KUL")
    plans = (replace(plan, target=four, satuan="kegiatan"), replace(plan, uraian="=Rapat"))
    first = replace(isi.baris[0], rencana_aksi=plans)
    page = opened(replace(isi, baris=(first, *isi.baris[1:])))[BACA_DULU]
    (heading,) = (c for row in page.iter_rows() for c in row if c.value == "Rencana Aksi")
    below = [page.cell(heading.row + n, heading.column).value for n in (1, 2)]

    assert below == ["• Sosialisasi (TW II: 4,5 kegiatan)\n• =Rapat", "–"]


def test_baca_dulu_fits_a_screen() -> None:
    """About 1,300 pixels of the 1,366 that an office's screen has."""
    assert sum(column.width for column in bantuan.BANTUAN_SHEET.columns) <= 182


def test_our_own_reader_finds_nothing_in_a_form_that_nobody_touched(tmp_path: Path) -> None:
    plan = RencanaAksi(indikator="1a", uraian="Rapat", penanggung_jawab="TPH")
    for isi in isi_formulir(replace(REKAP, rencana_aksi=(plan,)), 1):
        path = tmp_path / isi.berkas
        path.write_bytes(form_bytes(isi))
        book = read_book(path)
        assert isinstance(book, Book)
        kiriman = read_returned(book, REKAP)

        assert kiriman.formulir == isi.formulir
        assert {t.rule.code for t in kiriman.temuan} <= {"F08"}
        assert kiriman.hitungan.di_luar == 0


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("docProps/custom.xml", []),
        ("xl/vbaProject.bin", [("F42", "")]),
        ("xl/externalLinks/externalLink1.xml", [("F43", "")]),
    ],
)
def test_a_form_that_carries_macros_or_links_is_read_and_told_of(
    tmp_path: Path, part: str, found: list[tuple[str, str]]
) -> None:
    isi = next(iter(isi_formulir(REKAP, 1)))
    path = tmp_path / "Formulir.xlsm"
    path.write_bytes(form_bytes(isi))
    with ZipFile(path, "a") as package:
        package.writestr(part, "<a/>")
    answer = read_book(path)
    assert isinstance(answer, Book), answer
    kiriman = read_returned(answer, REKAP)

    assert [p for p in places(kiriman.temuan) if p[0] != "F08"] == found
    assert kiriman.formulir == isi.formulir
    assert {t.location.file for t in kiriman.temuan} == {"Formulir.xlsm"}
