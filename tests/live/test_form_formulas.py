"""The form's live formulas against the program's own arithmetic, in a real Calc."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from form_samples import PENGATURAN, SUBBAGIAN, answer, form_of
from grids import records
from kinerja.adapters.forms import form_bytes
from kinerja.adapters.reading import read_book
from kinerja.capaian import capped, nilai_of, predikat, raw_capaian
from kinerja.generate import Baris, IsiFormulir, isi_formulir
from kinerja.grid import Book
from kinerja.model import Pengaturan, Realisasi, Status
from kinerja.returned import read_returned
from kinerja.sheets.formulir import (
    BACA_DULU,
    DATA_PENDUKUNG,
    DATA_START,
    ID_NAME,
    ISIAN,
    NARASI,
    NARASI_SHEET,
    STAMP,
    isian_sheet,
)
from office import REKAP

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]

ANSWERS = """
| kode | jenis   | polaritas | target | isi  | y |
| 1.1  | angka   | positif   | 80     | 66   |   |
| 1.2  | angka   | positif   | 75     | 93   |   |
| 1.3  | angka   | positif   | 10     | 0    |   |
| 1.4  | angka   | positif   | 10     | -2   |   |
| 1.5  | angka   | positif   | 10     |      |   |
| 1.6  | angka   | positif   | 0,7    | 0,63 |   |
| 1.7  | angka   | positif   | 1,1    | 0,99 |   |
| 1.8  | angka   | positif   | 0      | 5    |   |
| 2.1  | persen  | negatif   | 0,2    | 0,2  |   |
| 2.2  | persen  | negatif   | 2      | 5    |   |
| 2.3  | persen  | negatif   | 2      | 1    |   |
| 2.4  | persen  | negatif   | 2      | 0    |   |
| 2.5  | persen  | negatif   | 0      | 0    |   |
| 2.6  | persen  | negatif   | 0      | 1    |   |
| 3.1  | rentang | positif   | 80-90  | 85   |   |
| 3.2  | rentang | positif   | 80-90  | 99   |   |
| 3.3  | rentang | positif   | 80-90  | 60   |   |
| 3.4  | rentang | negatif   | 80-90  | 99   |   |
| 3.5  | rentang | negatif   | 80-90  | 60   |   |
| 3.6  | rentang | positif   | 0-5    | -1   |   |
| 4.1  | rasio   | positif   | 90     | 9    | 10 |
| 4.2  | rasio   | positif   | 100    | 2    | 3 |
| 4.3  | rasio   | positif   | 100    | 2    | 0 |
| 4.4  | rasio   | positif   | 100    | 2    |   |
"""


def recalculated(content: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it, every formula worked out anew."""
    assert SOFFICE
    (folder / "hasil").mkdir()
    source = folder / "formulir.xlsx"
    source.write_bytes(content)
    profile = (folder / "profil").as_uri()
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "hasil"),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "hasil" / "formulir.xlsx").read_bytes()


def number(text: str) -> Decimal | None:
    return Decimal(text.replace(",", ".")) if text else None


def put(page: Worksheet, key: str, row: int, value: object) -> None:
    sheets = {ISIAN: isian_sheet(4, 2020, 2), NARASI: NARASI_SHEET}
    keys = [c.key for c in sheets[page.title].columns]
    page.cell(DATA_START + row, keys.index(key) + 1).value = value  # type: ignore[assignment]


def got(page: Worksheet, key: str, row: int) -> object:
    keys = [c.key for c in isian_sheet(4, 2020, 2).columns]
    return page.cell(DATA_START + row, keys.index(key) + 1).value


def filled(isi: IsiFormulir, answers: list[dict[str, str]]) -> Workbook:
    """The form with its numbers typed in; openpyxl drops the values it was made with."""
    book = load_workbook(BytesIO(form_bytes(isi)))
    for row, known in enumerate(answers):
        first = "x" if known["jenis"] == "rasio" else "nilai"
        for key, text in ((first, known["isi"]), ("y", known["y"])):
            if text:
                put(book[ISIAN], key, row, float(number(text) or 0))
    return book


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def expected(baris: Baris, known: Mapping[str, str], p: Pengaturan) -> tuple[object, str]:
    isi, y = number(known["isi"]), number(known["y"])
    nilai = nilai_of(baris.indikator, isi, isi, y)
    raw = raw_capaian(baris.target, nilai, baris.indikator.polaritas, p.rumus_negatif)
    final = capped(raw, p)
    return final, predikat(final, p.skala)


@pytest.mark.parametrize(
    "pengaturan",
    [
        PENGATURAN,
        replace(PENGATURAN, rumus_negatif="B"),
        replace(PENGATURAN, batas_capaian=None),
        replace(PENGATURAN, batas_capaian=Decimal(120), rumus_negatif="B"),
    ],
    ids=["A-100", "B-100", "A-tanpa", "B-120"],
)
def test_capaian_and_predikat_are_those_of_the_program(
    pengaturan: Pengaturan, tmp_path: Path
) -> None:
    answers = records(ANSWERS)
    isi = form_of(ANSWERS, pengaturan)
    book = load_workbook(
        BytesIO(recalculated(saved(filled(isi, answers)), tmp_path)), data_only=True
    )
    for row, (baris, known) in enumerate(zip(isi.baris, answers, strict=True)):
        capaian, word = expected(baris, known, pengaturan)
        seen, kode = got(book[ISIAN], "capaian", row), known["kode"]
        if capaian is None:
            assert seen in (None, "", "–"), kode
            assert got(book[ISIAN], "predikat", row) in (None, "", "–"), kode
        else:
            assert float(str(seen)) == pytest.approx(float(str(capaian)), abs=1e-9), kode
            assert got(book[ISIAN], "predikat", row) == word, kode


def test_kelengkapan_says_what_is_still_missing(tmp_path: Path) -> None:
    """
    | kode | angka | narasi            | bukti  | Kelengkapan                           |
    | 1.1  | 9     | all three         | 1 of 1 | ✔ Lengkap                             |
    | 1.10 |       |                   | 1 of 2 | ! Kurang: angka, narasi, bukti 1/2    |
    | 1.2  | 100   | penyebab          | –      | ✔ Lengkap                             |
    | 1.3  | 50    | penyebab          | –      | ! Kurang: narasi                      |
    | 1.4  | 0     |                   | –      | ! Kurang: narasi                      |
    | 1.5  | Nihil | with alasan       | 0 of 1 | – Nihil                               |
    | 1.6  | Nihil |                   | –      | ! Kurang: alasan, narasi              |
    | 1.7  |       |                   | 0 of 1 | ✖ Belum diisi                         |
    | 2.1  | –     | penyebab          | –      | ✔ Lengkap                             |
    """
    isi = form_of(
        """
        | kode | target | peran | bukti |
        | 1.1  | 10     | pj    | 1     |
        | 1.10 | 10     | pj    | 2     |
        | 1.2  | 100    | pj    | 0     |
        | 1.3  | 100    | pj    | 0     |
        | 1.4  | 100    | pj    | 0     |
        | 1.5  | 100    | pj    | 1     |
        | 1.6  | 100    | pj    | 0     |
        | 1.7  | 100    | pj    | 1     |
        | 2.1  | 100    | pd    | 1     |
        """
    )
    book = load_workbook(BytesIO(form_bytes(isi)))
    numbers, told = book[ISIAN], book[NARASI]
    for row, value in {0: 9, 2: 100, 3: 50, 4: 0}.items():
        put(numbers, "nilai", row, value)
    for row in (5, 6):
        put(numbers, "status", row, "Nihil")
    put(numbers, "alasan", 5, "Belum tahapan.")
    for row in (0, 2, 3, 8):
        put(told, "penyebab", row, "Sebab.")
    put(told, "kendala", 0, "Kendala.")
    put(told, "solusi", 0, "Solusi.")
    # Owed rows: 1.1, 1.10, 1.10, 1.5, 1.7; two more of 1.1 must not help 1.10.
    listed = book[DATA_PENDUKUNG]
    for row, name in {8: "a.pdf", 9: "b.pdf", 10: " "}.items():
        listed.cell(row, 3).value = name
    for row in (13, 14):
        listed.cell(row, 1).value, listed.cell(row, 3).value = "1.1", f"{row}.pdf"
    result = load_workbook(BytesIO(recalculated(saved(book), tmp_path)), data_only=True)[ISIAN]
    seen = [got(result, "kelengkapan", row) for row in range(9)]

    assert seen == [
        "✔ Lengkap",
        "! Kurang: angka, narasi, bukti 1/2",
        "✔ Lengkap",
        "! Kurang: narasi",
        "! Kurang: narasi",
        "– Nihil",
        "! Kurang: alasan, narasi",
        "✖ Belum diisi",
        "✔ Lengkap",
    ]
    assert result["A4"].value == "Isian 5/8 · Narasi 4/9 · Data Pendukung 3/5"


def test_values_written_are_those_that_calc_works_out(tmp_path: Path) -> None:
    isi = form_of(ANSWERS)
    pairs = zip(isi.baris, records(ANSWERS), strict=True)
    baris = [replace(b, jawaban=known_of(k)) for b, k in pairs]
    nihil = answer("1.1", status=Status.NIHIL, alasan="Belum tahapan.")
    without = answer("1.2", status=Status.TIDAK_BERLAKU)
    baris[:2] = [replace(baris[0], jawaban=nihil), replace(baris[1], jawaban=without)]
    content = form_bytes(replace(isi, baris=tuple(baris)))
    before = load_workbook(BytesIO(content), data_only=True)
    # openpyxl drops the values, so that Calc has to work them out.
    bare = saved(load_workbook(BytesIO(content)))
    after = load_workbook(BytesIO(recalculated(bare, tmp_path)), data_only=True)

    for name in (BACA_DULU, ISIAN, NARASI, DATA_PENDUKUNG, STAMP):
        for row in before[name].iter_rows():
            for cell in row:
                seen = after[name][cell.coordinate].value
                if isinstance(cell.value, float):
                    assert seen == pytest.approx(cell.value, abs=1e-9), cell.coordinate
                else:
                    assert (seen or "") == (cell.value or ""), cell.coordinate


def known_of(known: Mapping[str, str]) -> Realisasi:
    """The answer of a table's row; every other one is explained, too."""
    isi, y = number(known["isi"]), number(known["y"])
    told = "Sebab." if known["kode"].endswith(("1", "3", "5")) else ""
    if known["jenis"] == "rasio":
        return answer(known["kode"], x=isi, y=y, penyebab=told)
    return answer(known["kode"], nilai=isi, penyebab=told)


def test_the_identity_and_the_locks_survive_a_save_in_libreoffice(tmp_path: Path) -> None:
    isi = form_of(ANSWERS)
    before = load_workbook(BytesIO(form_bytes(isi)))
    after = load_workbook(BytesIO(recalculated(form_bytes(isi), tmp_path)))
    code = isi.formulir.id

    assert after[STAMP]["B1"].value == code
    assert after[STAMP].sheet_state in {"hidden", "veryHidden"}
    assert after.defined_names[ID_NAME].value == f'"{code}"'
    assert after.properties.subject == code
    assert code in str(after[ISIAN]["A3"].value)
    assert SUBBAGIAN.nama in str(after[ISIAN]["A2"].value)
    for name in (ISIAN, NARASI, DATA_PENDUKUNG):
        assert after[name].protection.sheet
        assert open_cells(before[name]) == open_cells(after[name])
        assert checked(before[name]) == checked(after[name])


def open_cells(page: Worksheet) -> set[str]:
    area = page.iter_rows(min_row=1, max_row=DATA_START + 30, max_col=15)
    return {c.coordinate for row in area for c in row if not c.protection.locked}


def checked(page: Worksheet) -> set[tuple[str, str]]:
    return {
        (c.coordinate, str(check.prompt))
        for check in page.data_validations.dataValidation
        for cells in check.sqref.ranges
        for row in (page[cells.coord] if ":" in cells.coord else ((page[cells.coord],),))
        for c in row
    }


def test_a_save_in_libreoffice_is_no_news_to_our_reader(tmp_path: Path) -> None:
    isi = isi_formulir(REKAP, 1)[0]
    path = tmp_path / "kembali.xlsx"
    path.write_bytes(recalculated(form_bytes(isi), tmp_path))
    book = read_book(path)
    assert isinstance(book, Book)
    kiriman = read_returned(book, REKAP)

    assert kiriman.formulir == isi.formulir
    assert {t.rule.code for t in kiriman.temuan} <= {"F08"}
    assert kiriman.hitungan.di_luar == 0
