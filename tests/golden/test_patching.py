"""Rows change, and nothing else does: the promise to everyone who owns a master."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.adapters.building import master_bytes
from kinerja.adapters.parts import Package
from kinerja.adapters.patching import lock_of, patched
from kinerja.adapters.reading import read_book
from kinerja.adapters.workbook_part import WorkbookPart
from kinerja.grid import LIMIT, Book, Value
from kinerja.sheets import master
from kinerja.sheets.table import Column, Page, Sheet, normal, read_table
from kinerja.temuan import KinerjaError
from packages import BOOK, MAIN, SHEET, workbook

SOFFICE = shutil.which("soffice")
REALISASI = master.REALISASI
WIDTH = len(REALISASI.columns)
ISIAN = Sheet(
    name="Isian",
    columns=(Column(key="kode", heading="Kode"), Column(key="nilai", heading="Nilai")),
)
HOSTILE = ("=cmd|'/c calc'!A1", "{{ 7*7 }}", "<w:p>", "a & b", "_x0041_", "]]>", "x\ny", " a ")


def answer(number: int, text: str = "Jalan rusak & jauh") -> list[Value]:
    row: list[Value] = [None] * WIDTH
    row[:4] = [f"1.{number}", "KUL", Decimal(1), "Terisi"]
    row[6], row[10], row[14] = Decimal("82.5") + number, text, date(2020, 3, 31)
    return row


def answers(count: int) -> Page:
    return Page(REALISASI, [answer(n) for n in range(1, count + 1)])


@pytest.fixture(scope="module")
def fresh() -> bytes:
    return master_bytes(master.sheets_of(4), {})


@pytest.fixture(scope="module")
def owned(fresh: bytes) -> bytes:
    """A master whose owner has added a sheet, a column, a chart, a comment and a colour."""
    book = openpyxl.load_workbook(io.BytesIO(fresh))
    own = book.create_sheet("Catatan Saya")
    own["A1"], own["A2"] = 5, "=SUM(Realisasi!G5:G100)"
    chart = BarChart()
    chart.add_data(Reference(own, min_col=1, min_row=1, max_row=2))
    own.add_chart(chart, "C3")
    worksheet = book["Realisasi"]
    insert_column(worksheet)
    worksheet["A4"], worksheet["A5"], worksheet["A9"] = "Milik Saya", "jangan hilang", 7
    worksheet["C4"].comment = Comment("dari siapa?", "Perencana")
    red = PatternFill(start_color="FF0000", fill_type="solid")
    worksheet.conditional_formatting.add("H5:H99", CellIsRule("lessThan", ["5"], fill=red))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def insert_column(worksheet: Worksheet) -> None:
    """As Excel does it: openpyxl leaves widths and styles of the columns behind."""
    worksheet.insert_cols(1)
    dimensions = worksheet.column_dimensions
    for number in range(WIDTH, 0, -1):
        old = dimensions[get_column_letter(number)]
        new = dimensions[get_column_letter(number + 1)]
        new.width, new._style = old.width, copy(old._style)


def patch(data: bytes, folder: Path, *pages: Page) -> bytes:
    path = folder / "kinerja.xlsx"
    path.write_bytes(data)
    result = patched(path.name, path.read_bytes(), pages)

    assert path.read_bytes() == data
    return result


def rows_of(data: bytes, folder: Path, page_sheet: Sheet = REALISASI) -> list[list[Value]]:
    """What a reader of the master finds under the headings."""
    path = folder / "dibaca.xlsx"
    path.write_bytes(data)
    book = read_book(path)
    assert isinstance(book, Book)
    grid = book.grid(page_sheet.name)
    assert grid
    table, temuan = read_table(grid, page_sheet)
    assert temuan == ()
    keys = [column.key for column in page_sheet.columns]
    return [
        [row.cells[key].value if key in row.cells else None for key in keys]
        for row in table.rows
    ]


def part_of(data: bytes) -> str:
    """The part of the sheet that is patched."""
    return WorkbookPart.read(Package(data)).sheets[normal(REALISASI.name)]


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {n: hashlib.sha256(archive.read(n)).hexdigest() for n in archive.namelist()}


# ---- what changes


def test_rows_stand_under_their_headings(fresh: bytes, tmp_path: Path) -> None:
    assert rows_of(patch(fresh, tmp_path, answers(3)), tmp_path) == list(answers(3).rows)


def test_cells_take_the_style_of_their_column(fresh: bytes, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(patch(fresh, tmp_path, answers(1))))
    formats = {cell.column_letter: cell.number_format for cell in book["Realisasi"][5]}

    assert (formats["A"], formats["G"], formats["O"]) == ("@", "#,##0.00", "[$-421]d mmm yyyy")


def test_a_sheet_grows_and_shrinks_without_leftovers(fresh: bytes, tmp_path: Path) -> None:
    data = fresh
    for count in (0, 500, 3, 0):
        data = patch(data, tmp_path, answers(count))

        assert rows_of(data, tmp_path) == list(answers(count).rows)
    worksheet = openpyxl.load_workbook(io.BytesIO(data))["Realisasi"]
    assert worksheet.max_row == 4


def test_several_sheets_change_at_once(fresh: bytes, tmp_path: Path) -> None:
    forms = Page(master.FORMULIR, [["K1", "KUL", Decimal(1), Decimal(1), "a.xlsx", "s", "h"]])
    data = patch(fresh, tmp_path, answers(2), forms)

    assert rows_of(data, tmp_path, master.FORMULIR) == list(forms.rows)
    assert rows_of(data, tmp_path) == list(answers(2).rows)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, fresh: bytes, tmp_path: Path) -> None:
    data = patch(fresh, tmp_path, Page(REALISASI, [answer(1, text)]))
    found = rows_of(data, tmp_path)[0][10]

    assert found == text


def test_text_a_cell_cannot_hold_is_cleaned_and_cut_visibly(
    fresh: bytes, tmp_path: Path
) -> None:
    long = Page(REALISASI, [answer(1, "\x00\ud800" + "b" * (LIMIT + 9))])

    assert rows_of(patch(fresh, tmp_path, long), tmp_path)[0][10] == "b" * (LIMIT - 1) + "…"


def test_a_row_is_as_high_as_its_longest_text(fresh: bytes, tmp_path: Path) -> None:
    """“Kendala” is 36 wide; neither Excel nor LibreOffice fits rows of a file it opens."""
    rows = [answer(1), answer(2, "jarak dan cuaca " * 10), answer(3, "satu\ndua\ntiga")]
    book = openpyxl.load_workbook(io.BytesIO(patch(fresh, tmp_path, Page(REALISASI, rows))))
    heights = [book["Realisasi"].row_dimensions[row].height for row in (5, 6, 7)]

    assert heights == [None, 4 * 15 + 2, 3 * 15 + 2]


# ---- what does not


def test_what_stands_there_already_changes_no_byte(fresh: bytes, tmp_path: Path) -> None:
    """Written by XlsxWriter the first time, by a patch the second."""
    built = master_bytes(master.sheets_of(4), {"Realisasi": answers(2).rows})
    once = patch(fresh, tmp_path, answers(2))

    assert patch(built, tmp_path, answers(2)) == built
    assert patch(once, tmp_path, answers(2)) == once
    assert patch(fresh, tmp_path, answers(2)) == once


def test_twenty_patches_leave_every_other_part_alone(owned: bytes, tmp_path: Path) -> None:
    before = parts(owned)
    data = owned
    for count in range(20):
        data = patch(data, tmp_path, answers(count * 7 % 13))

    assert list(parts(data)) == list(before)
    changed = {name for name, digest in parts(data).items() if digest != before[name]}
    assert changed == {part_of(data)}


def test_the_archive_keeps_order_dates_and_packing(owned: bytes, tmp_path: Path) -> None:
    part = part_of(owned)

    def entries(data: bytes) -> list[tuple[object, ...]]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [
                (i.filename, i.date_time, i.external_attr, i.create_system)
                + (() if i.filename == part else (i.compress_size, i.flag_bits, i.extra))
                for i in archive.infolist()
            ]

    assert entries(patch(owned, tmp_path, answers(5))) == entries(owned)


def test_what_the_owner_added_survives(owned: bytes, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(patch(owned, tmp_path, answers(3))))
    worksheet = book["Realisasi"]

    assert [worksheet[cell].value for cell in ("A4", "A5", "A9")] == [
        "Milik Saya",
        "jangan hilang",
        7,
    ]
    assert worksheet["C4"].comment.text == "dari siapa?"
    assert "H5:H99" in {str(r.sqref) for r in worksheet.conditional_formatting}
    assert book["Catatan Saya"]["A2"].value == "=SUM(Realisasi!G5:G100)"
    assert len(book["Catatan Saya"]._charts) == 1


def test_moved_columns_are_found_by_their_headings(owned: bytes, tmp_path: Path) -> None:
    data = patch(owned, tmp_path, answers(3))

    assert rows_of(data, tmp_path) == list(answers(3).rows)
    worksheet = openpyxl.load_workbook(io.BytesIO(data))["Realisasi"]
    assert worksheet["B5"].value == "1.1"


def test_an_entry_with_its_sizes_after_its_data_is_kept(tmp_path: Path, fresh: bytes) -> None:
    """As programs write it that stream: flag 8 and a data descriptor."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(fresh)) as source,
        zipfile.ZipFile(Unseekable(stream), "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.comment = b"milik kantor"
    data = patch(stream.getvalue(), tmp_path, answers(2))

    assert parts(data).keys() == parts(fresh).keys()
    assert rows_of(data, tmp_path) == list(answers(2).rows)


class Unseekable(io.RawIOBase):
    """A stream that cannot go back, which makes zipfile write descriptors."""

    def __init__(self, target: io.BytesIO) -> None:
        self.target = target

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:  # type: ignore[no-untyped-def]
        return self.target.write(data)


# ---- what people and programs do to a sheet

HEADINGS = "<row><c t='inlineStr'><is><t>Kode</t></is></c><c t='str'><v>Nilai</v></c></row>"
ROWS = [["1.1", Decimal(5)], ["1.2", Decimal("0.1")]]


def patched_sheet(folder: Path, data: bytes) -> str:
    result = patch(data, folder, Page(ISIAN, ROWS))

    assert rows_of(result, folder, ISIAN) == ROWS
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        return archive.read(SHEET).decode()


def test_rows_and_cells_without_references_are_counted(tmp_path: Path) -> None:
    data = workbook(rows=HEADINGS + "<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>")

    assert patched_sheet(tmp_path, data).count("<row ") == 3


def test_a_set_filter_is_opened_so_that_no_new_row_hides(tmp_path: Path) -> None:
    filtered = "<autoFilter ref='A1:B2'><filterColumn colId='0'/></autoFilter>"
    hidden = "<row r='2' hidden='1'><c r='A2'><v>1</v></c></row>"
    text = patched_sheet(tmp_path, workbook(rows=HEADINGS + hidden, after=filtered))

    assert "hidden" not in text
    assert "filterColumn" not in text
    assert 'ref="A1:B3"' in text


def test_merged_cells_among_the_rows_are_split(tmp_path: Path) -> None:
    """One above the headings is the owner's and stays."""
    merged = (
        "<mergeCells count='2'><mergeCell ref='D1:E1'/><mergeCell ref='A2:B2'/></mergeCells>"
    )
    text = patched_sheet(tmp_path, workbook(rows=HEADINGS, after=merged))

    assert "D1:E1" in text
    assert "A2:B2" not in text


def test_the_height_spans_and_dimension_of_old_rows_go(tmp_path: Path) -> None:
    old = "<row r='2' spans='1:9' ht='99' customHeight='1'><c r='A2'><v>1</v></c></row>"
    data = workbook(rows=HEADINGS + old, before="<dimension ref='A1:B9'/>")
    text = patched_sheet(tmp_path, data)

    assert "spans" not in text
    assert "ht=" not in text
    assert '<dimension ref="A1:B3"' in text


def test_seventeen_digits_of_excel_are_the_same_number(tmp_path: Path) -> None:
    one = "<row r='2'><c r='A2' t='str'><v>1.1</v></c><c r='B2'><v>5</v></c></row>"
    tenth = "<c r='B3'><v>0.10000000000000001</v></c>"
    two = f"<row r='3'><c r='A3' t='str'><v>1.2</v></c>{tenth}</row>"
    data = workbook(rows=HEADINGS + one + two)

    assert patch(data, tmp_path, Page(ISIAN, ROWS)) == data


SHARED = (
    "<row r='2'><c r='A2'/><c r='B2'><f t='shared' si='0' ref='B2:C2'>A2+1</f><v>1</v></c>"
    "<c r='C2'><f t='shared' si='0'/><v>2</v></c></row>"
)
CHAIN = {
    "xl__calcChain": f"<calcChain xmlns='{MAIN}'><c r='B2' i='1'/></calcChain>",
    "xl__workbook": BOOK.replace("</workbook>", "<calcPr calcId='191029'/></workbook>"),
}


def test_a_formula_that_only_pointed_to_a_replaced_one_is_written_out(tmp_path: Path) -> None:
    text = patched_sheet(tmp_path, workbook(rows=HEADINGS + SHARED))

    assert "<f>B2+1</f>" in text


def test_excel_is_told_to_work_out_its_formulas_again(tmp_path: Path) -> None:
    """Only where Excel kept results; and its list of formulas names none that is gone."""
    data = workbook(rows=HEADINGS + SHARED, **CHAIN)
    result = patch(data, tmp_path, Page(ISIAN, ROWS))

    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert b'fullCalcOnLoad="1"' in archive.read("xl/workbook.xml")
        assert "xl/calcChain.xml" not in archive.namelist()


def test_dates_follow_the_calendar_of_the_workbook(tmp_path: Path) -> None:
    """Excel for Mac once counted days from 1904."""
    book = BOOK.replace("<sheets>", "<workbookPr date1904='1'/><sheets>")
    data = workbook(rows=HEADINGS, xl__workbook=book)
    result = patch(data, tmp_path, Page(ISIAN, [["1.1", date(2020, 1, 1)]]))

    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert b"<v>42369</v>" in archive.read(SHEET)


# ---- what is in the way


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        pytest.param(b"", ["BERKAS_NOL"], id="empty"),
        pytest.param(b"bukan zip", ["MASTER_RUSAK"], id="no package"),
        pytest.param(workbook()[:300], ["MASTER_RUSAK"], id="cut short"),
        pytest.param(workbook(xl__workbook="<a>"), ["MASTER_RUSAK"], id="broken part"),
        pytest.param(workbook(rows="<row r='x'/>"), ["MASTER_RUSAK"], id="broken row"),
        pytest.param(workbook(), ["KOLOM_HILANG", "KOLOM_HILANG"], id="no headings"),
        pytest.param(
            workbook(xl__workbook=BOOK.replace("Isian", "Lain")),
            ["LEMBAR_HILANG"],
            id="no sheet",
        ),
    ],
)
def test_a_master_that_cannot_be_patched_is_refused(
    data: bytes, codes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "kinerja.xlsx"
    path.write_bytes(data)
    with pytest.raises(KinerjaError) as caught:
        patched(path.name, path.read_bytes(), [Page(ISIAN, ROWS)])

    assert [temuan.rule.name for temuan in caught.value.temuan] in (codes, ["MASTER_RUSAK"])


@pytest.mark.parametrize("lock", ["~$kinerja.xlsx", ".~lock.kinerja.xlsx#"])
def test_a_master_open_elsewhere_is_noticed(lock: str, tmp_path: Path) -> None:
    path = tmp_path / "kinerja.xlsx"

    assert lock_of(path) == ""
    (tmp_path / lock).touch()
    assert lock_of(path) == lock


@pytest.mark.parametrize("lock", ["~$rat Edaran.docx", "~$Surat Edaran.docx"])
def test_a_letter_open_in_word_is_noticed(lock: str, tmp_path: Path) -> None:
    """Word overwrites the first two letters of a name, and of a short one none."""
    path = tmp_path / "Surat Edaran.docx"

    assert lock_of(path) == ""
    (tmp_path / lock).touch()
    assert lock_of(path) == lock


# ---- for all rows

_text = st.text(st.characters(codec="utf-16"), max_size=20).map(str.strip)
_values = st.one_of(
    st.none(),
    _text.filter(lambda text: text == "" or not text.isspace()),
    st.decimals(-(10**9), 10**9, places=4).map(lambda d: Decimal(f"{d.normalize():f}")),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)


@pytest.mark.slow
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(st.lists(_values, min_size=2, max_size=2), max_size=6))
def test_any_rows_come_back_equal(rows: Sequence[Sequence[Value]], tmp_path: Path) -> None:
    data = patch(workbook(rows=HEADINGS), tmp_path, Page(ISIAN, rows))

    assert cells_of(data) == {
        (number, column): stored(value)
        for number, row in enumerate(rows, start=2)
        for column, value in enumerate(row, start=1)
        if stored(value) is not None
    }


def stored(value: Value) -> object:
    """A value as another program reads it in a cell without a date's format."""
    if isinstance(value, date):
        return (value - date(1899, 12, 30)).days
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        clean = "".join(
            c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff")
        )
        return clean or None
    return value


def cells_of(data: bytes) -> dict[tuple[int, int], object]:
    worksheet = openpyxl.load_workbook(io.BytesIO(data))["Isian"]
    return {
        (cell.row, cell.column): cell.value
        for row in worksheet.iter_rows(min_row=2)
        for cell in row
        if cell.value is not None
    }


# ---- with a real spreadsheet program


def resaved(data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it."""
    assert SOFFICE
    source, target = folder / "asal.xlsx", folder / "simpan"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(target), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (target / source.name).read_bytes()


@pytest.mark.live
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reads_the_same_cells(fresh: bytes, tmp_path: Path) -> None:
    # LibreOffice 7.4 itself writes _x0041_ without its escape.
    hostile = [text for text in HOSTILE if not text.startswith("_x")]
    page = Page(REALISASI, [answer(n, text) for n, text in enumerate(hostile, start=1)])
    data = resaved(patch(fresh, tmp_path, page), tmp_path)

    assert rows_of(data, tmp_path) == list(page.rows)


@pytest.mark.live
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # LibreOffice writes some
def test_a_master_saved_by_libreoffice_is_patched_alike(owned: bytes, tmp_path: Path) -> None:
    data = patch(resaved(owned, tmp_path), tmp_path, answers(30))
    data = patch(data, tmp_path, answers(4))

    assert rows_of(data, tmp_path) == list(answers(4).rows)
    worksheet = openpyxl.load_workbook(io.BytesIO(data))["Realisasi"]
    assert worksheet["A9"].value == 7
