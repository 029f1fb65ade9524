"""A returned workbook with notes on its cells, read by programs that did not write it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

import open_xml
from contoh.files import resaved
from filling import contents, notes
from folders import master
from kinerja import commands
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.marking import marked
from kinerja.adapters.office import find_office
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.commands import Order
from kinerja.sheets.table import Link
from kinerja.sheets.verifikasi import LEMBAR_PERBAIKAN

NOTES = {
    ("Isian", "J8"): "T00000001 · Realisasi belum diisi. Isi angkanya.",
    (
        "Data Pendukung",
        "C8",
    ): "T00000002 · Berkas “a & b <c>.pdf” tidak ada. Simpan berkasnya.",
}
ROWS = [
    ["T00000001", "✖ Galat", Link("'Isian'!J8"), "Realisasi kosong.", "Isi angkanya.", ""],
    ["T00000002", "! Peringatan", Link("'Data Pendukung'!C8"), "“a & b <c>.pdf”", "=1+2", ""],
]
LINES = ("KPU Kabupaten Contoh · TW I 2020", "Betulkan 2 sel.", "Kode perbaikan: " + "f" * 64)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A form as it was handed out; it has notes of its own on its headings."""
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "kinerja.xlsm").write_bytes(master())
    commands.generate(Order(FileDesk.in_folder(folder)))
    return (folder / "Formulir" / "Formulir TPH TW I 2020.xlsx").read_bytes()


def saved_by_openpyxl(data: bytes) -> bytes:
    """The same workbook as openpyxl writes it."""
    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(target)
    return target.getvalue()


def saved_by_libreoffice(data: bytes) -> bytes:
    """The same workbook as LibreOffice writes it."""
    office = find_office()
    assert office
    again = resaved(office, data)
    assert again != data
    return again


SAVED = {
    "as handed out": lambda data: data,
    "openpyxl": saved_by_openpyxl,
    "LibreOffice": saved_by_libreoffice,
}


@pytest.fixture(
    scope="module",
    params=[
        "as handed out",
        "openpyxl",
        pytest.param("LibreOffice", marks=pytest.mark.live),
    ],
)
def sent(request: pytest.FixtureRequest, form: bytes) -> bytes:
    """The form as different programs send it back."""
    return SAVED[request.param](form)


def given(data: bytes, told: Mapping[tuple[str, str], str] = NOTES) -> bytes:
    """What goes back."""
    return marked(data, told, LEMBAR_PERBAIKAN, ROWS, LINES)


def without_list(found: Mapping[str, object]) -> Mapping[str, object]:
    """All but the sheet that lists what is to be mended."""
    return {cell: value for cell, value in found.items() if not cell.startswith("Perbaikan!")}


def test_every_cell_says_what_it_said(sent: bytes) -> None:
    assert without_list(contents(given(sent))) == contents(sent)


def test_another_reader_finds_the_same_cells(sent: bytes) -> None:
    was = CalamineWorkbook.from_filelike(io.BytesIO(sent))
    now = CalamineWorkbook.from_filelike(io.BytesIO(given(sent)))

    assert now.sheet_names == [*was.sheet_names, "Perbaikan"]
    for name in was.sheet_names:
        rows = [book.get_sheet_by_name(name).to_python() for book in (was, now)]
        assert rows[0] == rows[1]


def test_each_faulty_cell_has_its_note_and_all_others_keep_theirs(sent: bytes) -> None:
    before, after = notes(sent), notes(given(sent))
    asked = {f"{sheet}!{cell}": text for (sheet, cell), text in NOTES.items()}

    assert before
    assert {cell for cell in after if after[cell] != before.get(cell)} == asked.keys()
    for cell, text in asked.items():
        assert after[cell].startswith(text)
        assert after[cell].endswith(before.get(cell, text))


def test_the_list_leads_to_the_cells_and_is_shown_first(sent: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(given(sent)))
    page = book["Perbaikan"]
    links = {cell.hyperlink.location for row in page for cell in row if cell.hyperlink}

    assert book.active.title == "Perbaikan"
    assert [s.title for s in book if s.sheet_view.tabSelected] == ["Perbaikan"]
    assert links == {"'Isian'!J8", "'Data Pendukung'!C8"}
    assert (page["E8"].value, page["E8"].data_type) == ("=1+2", "s")
    assert LINES[2] in {cell.value for row in page for cell in row}


def test_parts_that_nobody_noted_are_the_same_bytes(form: bytes) -> None:
    was, now = (zipfile.ZipFile(io.BytesIO(data)) for data in (form, given(form)))
    same = {name for name in was.namelist() if was.read(name) == now.read(name)}

    changed = Counter(name.partition("/")[0] for name in set(was.namelist()) - same)
    assert changed["docProps"] == 0
    assert "xl/sharedStrings.xml" in same
    assert set(was.namelist()) <= set(now.namelist())


def test_a_second_round_takes_the_first_away(sent: bytes) -> None:
    first = given(sent)
    left = {key: text for key, text in NOTES.items() if key[0] == "Isian"}
    again = marked(first, left, LEMBAR_PERBAIKAN, ROWS[:1], LINES)
    book = openpyxl.load_workbook(io.BytesIO(again))

    assert [s.title for s in book].count("Perbaikan") == 1
    assert notes(again)["Isian!J8"] == notes(first)["Isian!J8"]
    assert notes(again).get("Data Pendukung!C8") == notes(sent).get("Data Pendukung!C8")
    assert without_list(contents(again)) == contents(sent)


def test_a_picture_and_a_sheet_of_their_own_stay() -> None:
    picture = Path(__file__).parents[2] / "templates" / "gambar"
    png = next(picture.rglob("*.png")).read_bytes()
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page = book.add_worksheet("Isian")
        page.write("J8", 5)
        page.insert_image("B2", "bukti.png", {"image_data": io.BytesIO(png)})
        book.add_worksheet("Hitungan kami").write("A1", "jangan hilang")
    now = given(target.getvalue())
    with zipfile.ZipFile(io.BytesIO(now)) as package:
        pictures = [n for n in package.namelist() if n.startswith("xl/media/")]
        assert [package.read(name) for name in pictures] == [png]

    assert contents(now)["Hitungan kami!A1"] == "jangan hilang"
    assert contents(now)["Isian!J8"] == 5
    assert set(notes(now)) == {"Isian!J8"}


def test_a_sheet_of_their_own_with_that_name_stays() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet("Isian").write("J8", 5)
        book.add_worksheet("Perbaikan").write("A1", "catatan kami")
    now = given(target.getvalue())
    again = given(now)

    assert contents(now)["Perbaikan!A1"] == contents(again)["Perbaikan!A1"] == "catatan kami"
    assert [s.title for s in openpyxl.load_workbook(io.BytesIO(again))] == [
        "Isian",
        "Perbaikan",
        "Perbaikan (2)",
    ]


def test_a_list_that_somebody_hid_is_shown_again(form: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(given(form)))
    book["Perbaikan"].sheet_state, book.active = "hidden", 0
    target = io.BytesIO()
    book.save(target)

    now = openpyxl.load_workbook(io.BytesIO(given(target.getvalue())))
    assert (now["Perbaikan"].sheet_state, now.active.title) == ("visible", "Perbaikan")


def test_a_note_is_as_high_as_its_text_whatever_the_height_of_the_rows() -> None:
    """
    | row | points | pixels |
    | 8   | 60     | 80     |
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page = book.add_worksheet("Isian")
        page.set_row(7, 60)
        page.set_column("K:K", 100)
        page.write("J8", 5)
    with zipfile.ZipFile(io.BytesIO(given(target.getvalue()))) as package:
        (name,) = (n for n in package.namelist() if n.endswith(".vml"))
        (anchor,) = re.findall(r"<x:Anchor>(.*?)</x:Anchor>", package.read(name).decode())

    left, _, top, _, right, _, bottom, height = (int(n) for n in anchor.split(","))
    assert (left, top, right, bottom) == (10, 7, 10, 7)
    assert 0 < height < 80


def test_no_two_shapes_of_a_sheet_have_one_number(form: bytes) -> None:
    second = given(given(form), {("Isian", "J9"): NOTES["Isian", "J8"]})
    with zipfile.ZipFile(io.BytesIO(second)) as package:
        drawn = [package.read(n).decode() for n in package.namelist() if n.endswith(".vml")]
    found = [re.findall(r'<v:shape [^>]*id="([^"]+)"', text) for text in drawn]

    assert found
    assert [sorted(set(ids)) for ids in found] == [sorted(ids) for ids in found]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/comments", "<authors>.*</authors>", ""),
        ("xl/drawings/vmlDrawing", "<x:Row>\\d+</x:Row>", "<x:Row>tiga</x:Row>"),
        ("xl/styles", "<fonts.*</fonts>", ""),
    ],
)
def test_a_package_that_cannot_be_followed_is_refused(
    form: bytes, part: str, old: str, new: str
) -> None:
    package = Package(form)
    names = [name for name in package.names if name.startswith(part)]
    broken = {
        n: re.sub(old, new, package.read(n).decode(), flags=re.DOTALL).encode() for n in names
    }

    with pytest.raises(BrokenPackageError):
        given(package.replaced(broken))


def test_the_same_input_gives_the_same_bytes(form: bytes) -> None:
    assert given(form) == given(form)


@pytest.mark.skipif(open_xml.VALIDATE is None, reason=open_xml.MISSING)
def test_the_open_xml_sdk_finds_nothing_that_was_not_there(
    sent: bytes, tmp_path: Path
) -> None:
    before, after = tmp_path / "sebelum.xlsx", tmp_path / "sesudah.xlsx"
    before.write_bytes(sent)
    after.write_bytes(given(sent))

    assert set(open_xml.errors(after)) <= set(open_xml.errors(before))
