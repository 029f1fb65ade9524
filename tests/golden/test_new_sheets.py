"""Sheets that a patch adds, and tables that have a place of their own on one."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from xlsxwriter import Workbook

import open_xml
from kinerja.adapters.building import master_bytes
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.parts import Package
from kinerja.adapters.patching import patched
from kinerja.adapters.reading import read_book
from kinerja.grid import Book
from kinerja.lembar_subbagian import isian_pages, sheet_of
from kinerja.sheets import master
from kinerja.sheets.table import HEADING_ROW, Column, Page, Sheet, read_table
from kinerja.tables import pages
from kinerja.temuan import KinerjaError
from kinerja.view import view_of
from office import REKAP, answer, having, kiriman
from packages import BOOK, BOOK_RELS, MAIN, SHEET, TYPES, sheet, workbook

SOFFICE = shutil.which("soffice")
FILE = "kinerja.xlsm"
ISIAN = tuple(isian_pages(view_of(REKAP)))
NAMES = ["Isian TPH", "Isian KUL"]
LISTS = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


@pytest.fixture(scope="module")
def fresh() -> bytes:
    return master_bytes(master.sheets_of(4), {})


@pytest.fixture(scope="module")
def grown(fresh: bytes) -> bytes:
    return patched(FILE, fresh, ISIAN)


def contents(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


# ---- a sheet that is missing is made


def test_each_is_a_visible_sheet_at_the_end_with_its_rows(grown: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(grown))

    assert book.sheetnames[-2:] == NAMES
    assert {book[name].sheet_state for name in NAMES} == {"visible"}
    assert book[master.ISIAN_SUBBAGIAN].sheet_state == "hidden"
    assert book["Isian KUL"]["A1"].value == f"Isian {REKAP.subbagian[1].nama}"
    assert [book["Isian KUL"][f"A{row}"].value for row in (5, 6, 7, 8, 9)] == [
        *("1a", "2a", "2b", "2c"),
        None,
    ]


def test_it_looks_and_prints_as_its_pattern_does(grown: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(grown))
    pattern, copy = book[master.ISIAN_SUBBAGIAN], book["Isian TPH"]

    assert copy.freeze_panes == pattern.freeze_panes
    assert copy.print_title_rows == pattern.print_title_rows == "$4:$4"
    assert copy.auto_filter.ref == pattern.auto_filter.ref
    assert copy["E5"].number_format == pattern.column_dimensions["E"].number_format
    assert copy["A1"]._style == pattern["A1"]._style


def test_nothing_else_of_the_master_changes(fresh: bytes, grown: bytes) -> None:
    before, after = contents(fresh), contents(grown)
    changed = {name for name in before if before[name] != after[name]}

    assert list(after)[: len(before)] == list(before)
    assert changed == LISTS
    assert len(after) - len(before) == len(NAMES)


def test_a_copy_has_no_code_name_and_is_not_the_chosen_sheet(
    fresh: bytes, grown: bytes
) -> None:
    """A code name is one sheet's own; Excel gives one to a sheet that lacks it."""
    before, after = contents(fresh), contents(grown)
    new = [after[name] for name in after if name not in before]

    assert all(b"codeName" not in part for part in new)
    assert all(b"tabSelected" not in part for part in new)


def test_pressed_twice_changes_no_byte(grown: bytes) -> None:
    assert patched(FILE, grown, ISIAN) == grown


def test_rows_of_a_sheet_that_is_there_are_replaced(grown: bytes) -> None:
    fewer = [replace(p, rows=p.rows[:1]) for p in ISIAN]
    book = openpyxl.load_workbook(io.BytesIO(patched(FILE, grown, fewer)))

    assert [book[name].max_row for name in NAMES] == [HEADING_ROW + 1] * 2
    assert book.sheetnames[-2:] == NAMES


def test_a_master_without_the_pattern_is_written_without_the_sheets() -> None:
    old = [s for s in master.sheets_of(4) if s.name != master.ISIAN_SUBBAGIAN]
    made = master_bytes(old, {})

    assert patched(FILE, made, ISIAN) == made


PATTERN = Sheet(name="Isian", title="Pola", columns=(Column(key="kode", heading="Kode"),))
COPY = replace(PATTERN, name="Isian A'B", title="Milik A", pattern="Isian", optional=True)
ROWS = (
    "<row r='1'><c r='A1' s='0' t='inlineStr'><is><t>Pola</t></is></c></row>"
    "<row r='2'><c r='A2' t='inlineStr'><is><t>Kode</t></is></c></row>"
)
RELATED = "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"


def copied(after: str = "", **parts: str) -> dict[str, bytes]:
    data = workbook(rows=ROWS, after=after, **parts)
    return contents(patched(FILE, data, [Page(COPY, [["1a"]])]))


def test_what_hangs_on_the_pattern_by_a_relationship_is_not_shared() -> None:
    """Two sheets with one drawing, one table or one printer are damage to Excel."""
    after = (
        f"<pageSetup {RELATED} orientation='landscape' r:id='rId1'/>"
        f"<drawing {RELATED} r:id='rId2'/>"
        f"<tableParts count='1'><tablePart {RELATED} r:id='rId3'/></tableParts>"
    )
    part = copied(after)["xl/worksheets/sheet2.xml"].decode()

    assert "orientation" in part
    assert not re.search(r"drawing|tablePart|r:id=", part)


def test_names_for_the_pattern_alone_are_given_to_the_copy() -> None:
    names = (
        "<definedNames><definedName name='_xlnm.Print_Titles' localSheetId='0'>'Isian'!$2:$2"
        "</definedName><definedName name='satu'>'Isian'!$A$1</definedName></definedNames>"
    )
    book = copied(xl__workbook=BOOK.replace("</workbook>", f"{names}</workbook>"))
    text = book["xl/workbook.xml"].decode()

    assert "localSheetId=\"1\">'Isian A''B'!$2:$2<" in text
    assert text.count("definedName ") == 3


def test_a_name_that_another_kind_of_sheet_has_is_left_alone() -> None:
    """A chart on a sheet of its own is no worksheet, but its name is taken."""
    chart = '<sheet name="Isian A\'B" sheetId="2" r:id="rId2"/></sheets>'
    data = workbook(rows=ROWS, xl__workbook=BOOK.replace("</sheets>", chart))

    assert patched(FILE, data, [Page(COPY, [["1a"]])]) == data


def test_numbers_that_are_taken_are_not_given_again() -> None:
    """Parts, relationships and sheets are counted each on their own."""
    relation = re.search(r"<Relationship [^>]*>", BOOK_RELS)
    assert relation
    other = relation[0].replace("rId1", "rId2").replace("sheet1", "Sheet2")
    data = workbook(
        rows=ROWS,
        xl__workbook=BOOK.replace('sheetId="1"', 'sheetId="7"'),
        xl__worksheets__Sheet2=sheet(""),
    )
    rels = {"xl/_rels/workbook.xml.rels": BOOK_RELS.replace(relation[0], relation[0] + other)}
    found = contents(patched(FILE, _with(data, rels), [Page(COPY, [["1a"]])]))

    assert "xl/worksheets/sheet3.xml" in found
    assert b'sheetId="8"' in found["xl/workbook.xml"]
    assert b'Id="rId3"' in found["xl/_rels/workbook.xml.rels"]
    assert found["[Content_Types].xml"].decode().count("worksheet+xml") == 2
    assert TYPES.count("worksheet+xml") == 1


def _with(data: bytes, parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in contents(data).items():
            archive.writestr(name, parts.get(name, content))
    return stream.getvalue()


# ---- other programs


@pytest.mark.skipif(not open_xml.VALIDATE, reason=open_xml.MISSING)
def test_the_open_xml_sdk_finds_no_error(grown: bytes, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(grown)

    assert open_xml.errors(path) == []


@pytest.mark.live
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # LibreOffice writes some
def test_libreoffice_opens_it_and_sees_the_sheets(grown: bytes, tmp_path: Path) -> None:
    source = tmp_path / FILE
    source.write_bytes(grown)
    assert SOFFICE
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    target = tmp_path / "simpan"
    subprocess.run(
        [*command, str(target), str(source)], check=True, capture_output=True, timeout=120
    )
    book = openpyxl.load_workbook(target / "kinerja.xlsx")

    assert [n for n in book.sheetnames if book[n].sheet_state == "visible"][-2:] == NAMES
    assert book["Isian TPH"]["A5"].value == "1a"


# ---- tables that have a place of their own

ATAS = Sheet(
    name="Isian",
    capacity=2,
    columns=(Column(key="kode", heading="Subbagian"), Column(key="nilai", heading="Nilai")),
)
BAWAH = Sheet(
    name="Isian",
    capacity=3,
    columns=(Column(key="nama", heading="Tindakan"), Column(key="hasil", heading="Nilai")),
)
# Two tables under each other, one heading in common; every cell has a style of its own.
BERANDA = """
<row r='1'><c r='A1' t='str' s='1'><v>Subbagian</v></c><c r='B1' t='str'><v>Nilai</v></c></row>
<row r='2' ht='30' customHeight='1'><c r='A2' s='2'/><c r='B2' s='3'/>
<c r='C2' s='4'><v>7</v></c></row>
<row r='3'><c r='A3' s='5' t='str'><v>lama</v></c><c r='B3' s='6'><v>1</v></c></row>
<row r='5'><c r='A5' t='str'><v>Tindakan</v></c><c r='B5' t='str'><v>Nilai</v></c></row>
<row r='6'><c r='A6' s='7' t='str'><v>Gabungkan</v></c><c r='B6' s='8'><v>9</v></c></row>
"""


def beranda(*changes: Page) -> dict[str, tuple[str | None, str]]:
    """Style and text of every cell after these pages were written."""
    part = contents(patched(FILE, workbook(rows=BERANDA), changes))[SHEET]
    cells = ElementTree.fromstring(part).iter(f"{{{MAIN}}}c")
    return {c.get("r", ""): (c.get("s"), "".join(c.itertext())) for c in cells}


BEFORE = beranda()


def test_a_table_ends_where_its_capacity_does() -> None:
    """
    |   | A         | B     | C |
    | 1 | Subbagian | Nilai |   |
    | 2 | TPH       | 80    | 7 |
    | 3 |           |       |   |
    | 5 | Tindakan  | Nilai |   |
    | 6 | Gabungkan | 9     |   |
    """
    after = beranda(Page(ATAS, [["TPH", Decimal(80)]]))

    assert {ref: text for ref, (_, text) in after.items() if text} == {
        **{"A1": "Subbagian", "B1": "Nilai", "A2": "TPH", "B2": "80", "C2": "7"},
        **{"A5": "Tindakan", "B5": "Nilai", "A6": "Gabungkan", "B6": "9"},
    }


def test_every_cell_of_such_a_table_keeps_its_own_look() -> None:
    """Also where it is emptied, and where its neighbours are another table's."""
    after = beranda(Page(ATAS, [["TPH", Decimal(80)]]))

    assert {ref: style for ref, (style, _) in after.items()} == {
        ref: style for ref, (style, _) in BEFORE.items()
    }


def test_a_row_keeps_its_height() -> None:
    data = patched(FILE, workbook(rows=BERANDA), [Page(ATAS, [["x" * 99, None]])])

    assert b'<row r="2" ht="30" customHeight="1">' in contents(data)[SHEET]


def test_each_of_two_tables_is_found_by_its_own_headings() -> None:
    first, second = Page(ATAS, [["TPH", None]]), Page(BAWAH, [["Periksa", Decimal(1)]] * 3)
    after = beranda(first, second)

    assert [after[ref][1] for ref in ("A2", "A6", "A7", "A8", "B8")] == [
        *("TPH", "Periksa", "Periksa", "Periksa", "1"),
    ]
    assert beranda(second, first) == after


def test_a_cell_that_was_not_there_looks_as_the_column_does() -> None:
    after = beranda(Page(BAWAH, [["Gabungkan", Decimal(9)], ["Periksa", Decimal(1)]]))

    assert (after["A7"], after["B7"]) == (("7", "Periksa"), ("8", "1"))


def test_rows_that_do_not_fit_are_left_out_and_nobody_elses_are_lost() -> None:
    after = beranda(Page(ATAS, [[f"S{n}", None] for n in range(9)]))

    assert [after[ref][1] for ref in ("A2", "A3", "A5", "A6")] == [
        *("S0", "S1", "Tindakan", "Gabungkan"),
    ]


def test_the_same_rows_in_such_a_table_change_no_byte() -> None:
    data = patched(FILE, workbook(rows=BERANDA), [Page(ATAS, [["TPH", Decimal(80)]])])

    assert patched(FILE, data, [Page(ATAS, [["TPH", Decimal(80)]])]) == data


def test_reading_such_a_table_ends_there_too(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(workbook(rows=re.sub(r" s='\d'", "", BERANDA)))  # it has no styles
    book = read_book(path)
    assert isinstance(book, Book)
    grid = book.grid("Isian")
    assert grid

    assert [row.number for row in read_table(grid, ATAS)[0].rows] == [3]
    assert [row.number for row in read_table(grid, BAWAH)[0].rows] == [6]


# ---- twenty merges


def owned(data: bytes) -> bytes:
    """The master with a sheet of its owner's: formulas, colours and a chart.

    Put in part by part, since no library saves a master without damage.
    """
    own = {
        re.sub(r"(sheet|drawing|chart)1\.xml", r"\g<1>99.xml", name): content.replace(
            b"1.xml", b"99.xml"
        )
        for name, content in contents(_own_sheet()).items()
        if re.search(r"/(worksheets|drawings|charts)/", name)
    }
    known = contents(data)
    lists = {
        "xl/workbook.xml": (
            b"</sheets>",
            b'<sheet name="Catatan Saya" sheetId="99" r:id="rId99"/></sheets>',
        ),
        "xl/_rels/workbook.xml.rels": (
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/'
            b'2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
        ),
        "[Content_Types].xml": (b"</Types>", b"".join(map(_type, sorted(own))) + b"</Types>"),
    }
    changed = {name: known[name].replace(*words) for name, words in lists.items()}
    return Package(data).replaced(own | changed)


def _type(name: str) -> bytes:
    kinds = {
        "worksheets": "spreadsheetml.worksheet",
        "drawings": "drawing",
        "charts": "drawingml.chart",
    }
    kind = kinds[name.split("/")[1]]
    if name.endswith(".rels"):
        return b""
    start = "application/vnd.openxmlformats-officedocument"
    return f'<Override PartName="/{name}" ContentType="{start}.{kind}+xml"/>'.encode()


def _own_sheet() -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    page = book.add_worksheet("Catatan Saya")
    page.write_number("A1", 5)
    page.write_formula("A2", "=SUM(Realisasi!G5:G100)")
    red = {"type": "cell", "criteria": "<", "value": 5, "format": book.add_format({"bold": 1})}
    page.conditional_format("A1:A9", red)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Catatan Saya'!$A$1:$A$2"})
    page.insert_chart("C3", chart)
    book.close()
    return stream.getvalue()


def returns(number: int) -> Sequence[object]:
    """What has come back after so many merges; sometimes less than before."""
    return [
        kiriman(answer("1a", 60 + n), sha256=f"{n:064}", revisi=n + 1)
        for n in range(number * 7 % 13)
    ]


@pytest.mark.parametrize("change", [bytes, owned], ids=["as built", "its owner's"])
def test_twenty_merges_leave_every_other_part_alone(
    change: object, fresh: bytes, tmp_path: Path
) -> None:
    """Macros, ribbon, buttons, charts, colours, and sheets of the planner's own."""
    desk = FileDesk(tmp_path / FILE)
    assert callable(change)
    desk.path.write_bytes(patched(FILE, change(fresh), ISIAN))
    before = contents(desk.path.read_bytes())
    for number in range(1, 21):
        assert desk.write(pages(having(*returns(number)), ()))  # type: ignore[arg-type]
    after = contents(desk.path.read_bytes())
    written = {p.sheet.name for p in pages(REKAP, ())}

    assert list(after) == list(before)
    assert {name for name in after if after[name] != before[name]} <= _parts(after, written)
    assert {"xl/vbaProject.bin", "xl/workbook.xml"} <= set(after) - _parts(after, written)


@pytest.mark.skipif(not open_xml.VALIDATE, reason=open_xml.MISSING)
def test_a_master_with_its_owners_sheet_is_sound(fresh: bytes, tmp_path: Path) -> None:
    """Or the test above would say little."""
    path = tmp_path / FILE
    path.write_bytes(patched(FILE, owned(fresh), ISIAN))

    assert open_xml.errors(path) == []


def _parts(parts: dict[str, bytes], names: set[str]) -> set[str]:
    """The worksheet parts of these sheets."""
    relations = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {r.get("Id"): r.get("Target", "").removeprefix("/xl/") for r in relations}
    sheets = ElementTree.fromstring(parts["xl/workbook.xml"]).iter(f"{{{MAIN}}}sheet")
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {f"xl/{targets[s.get(key)]}" for s in sheets if s.get("name") in names}


def test_a_locked_master_is_refused(fresh: bytes, tmp_path: Path) -> None:
    desk = FileDesk(tmp_path / FILE)
    desk.path.write_bytes(fresh)
    for lock in (f"~${FILE}", f".~lock.{FILE}#"):
        (tmp_path / lock).touch()
        with pytest.raises(KinerjaError) as caught:
            desk.write(ISIAN)
        (tmp_path / lock).unlink()

        assert [t.rule.code for t in caught.value.temuan] == ["S01"]
    assert desk.path.read_bytes() == fresh


def test_the_sheet_of_a_subbagian_is_declared_like_its_pattern() -> None:
    one, pattern = sheet_of(REKAP.subbagian[0], 4), master.isian_sheet(4)

    assert (one.columns, one.pattern) == (pattern.columns, pattern.name)
    assert pattern.hidden
    assert not one.hidden
