"""What is refused before any reader sees it, and what is counted of the rest."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import datetime

import pytest

from kinerja.adapters.reading.preflight import Package, preflight
from kinerja.grid import Span
from kinerja.temuan import JenisBerkas, Rule, Sebab, Temuan
from packages import BOOK, HEAD, MAIN, ONE_CELL, PARTS, SHEET, package, sheet, workbook

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DTD = '<!DOCTYPE x [<!ENTITY e "eeeeeeeeee">]>'
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


def seen(data: bytes) -> tuple[Rule, dict[str, str]]:
    answer = preflight(data, "a.xlsx")
    assert isinstance(answer, Temuan)
    assert answer.location.file == "a.xlsx"
    return answer.rule, dict(answer.facts)


def passed(data: bytes) -> Package:
    answer = preflight(data, "a.xlsx")
    assert isinstance(answer, Package), answer
    return answer


@pytest.mark.parametrize(
    ("data", "jenis"),
    [
        (CFB, JenisBerkas.EXCEL_LAMA),
        (b"%PDF-1.7\n%\xe2\xe3", JenisBerkas.PDF),
        (b"<!DOCTYPE html><html><body>Masuk</body>", JenisBerkas.HTML),
        (b"\xef\xbb\xbf  <html>", JenisBerkas.HTML),
        (b"Kode;Realisasi\n1.1;83,5\n", JenisBerkas.TEKS),
        ("Kode\tRealisasi".encode("utf-16"), JenisBerkas.TEKS),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", JenisBerkas.GAMBAR),
        (b'{"url": "https://docs.google.com/x"}', JenisBerkas.TAUTAN),
        (b"<?xml version='1.0'?><Workbook/>", JenisBerkas.XML),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            JenisBerkas.LEMBAR_ODF,
        ),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.text"}),
            JenisBerkas.DOKUMEN_ODF,
        ),
        (package({"xl/workbook.bin": b"\0"}), JenisBerkas.EXCEL_BINER),
        (package({"word/document.xml": "<a/>"}), JenisBerkas.WORD),
        (package({"ppt/presentation.xml": "<a/>"}), JenisBerkas.POWERPOINT),
        (package({"foto.txt": "x"}), JenisBerkas.ZIP),
    ],
    ids=lambda value: value.name if isinstance(value, JenisBerkas) else "",
)
def test_what_is_no_workbook_is_named(data: bytes, jenis: JenisBerkas) -> None:
    rule, facts = seen(data)

    assert (rule, facts["jenis"]) == (Rule.BUKAN_XLSX, jenis.value)


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert seen(b"")[0] is Rule.BERKAS_NOL


def test_a_password_is_recognised_by_its_stream() -> None:
    assert seen(CFB + "EncryptedPackage".encode("utf-16-le"))[0] is Rule.BERKAS_BERSANDI


def with_bad_crc() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in {**PARTS, SHEET: sheet(ONE_CELL)}.items():
            archive.writestr(name, part)
    return stream.getvalue().replace(b"<v>1</v>", b"<v>7</v>")


@pytest.mark.parametrize(
    "data",
    [
        workbook()[:200],
        workbook()[:-30],
        with_bad_crc(),
        b"\x00\x01\x02\x03 noise",
        workbook(rows="<row><c><v>1</v></row>"),
        workbook(rows='<row r="1"><c r="A1" t="str"><v>&#1;</v></c></row>'),
        workbook(rows='<row r="1"><c r="1A"><v>1</v></c></row>'),
        workbook(rows='<row r="9999999"><c><v>1</v></c></row>'),
        workbook(rows='<row r="x"><c><v>1</v></c></row>'),
        workbook(rows='<row r="1"><c r="A1"><v>&e;</v></c></row>'),
        package(dict(PARTS)),  # its sheet is missing
        package({**PARTS, SHEET: sheet(""), "_rels/.rels": "<a/>"}),
        workbook(docProps__core="<broken"),
    ],
    ids=range(13),
)
def test_what_is_damaged_is_refused(data: bytes) -> None:
    assert seen(data)[0] is Rule.BERKAS_RUSAK


def test_leading_bytes_are_refused() -> None:
    assert seen(b"MZ\0\0" + workbook())[0] is Rule.BERKAS_RUSAK


def test_strict_open_xml_is_told_apart() -> None:
    book = BOOK.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")

    assert seen(workbook(xl__workbook=book))[0] is Rule.XML_KETAT


def twice() -> bytes:
    stream = io.BytesIO(workbook())
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("XL/Worksheets/Sheet1.xml", sheet(""))
    return stream.getvalue()


def renamed(name: str) -> bytes:
    return package({**PARTS, SHEET: sheet(ONE_CELL), name: "<a/>"})


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (package({**PARTS, SHEET: sheet(ONE_CELL).replace(HEAD, HEAD + DTD)}), Sebab.DTD),
        (package({**PARTS, SHEET: sheet(ONE_CELL).replace(HEAD, HEAD + LAUGHS)}), Sebab.DTD),
        (workbook(docProps__core=f"{HEAD}{DTD}<a/>"), Sebab.DTD),
        (workbook(xl__sharedStrings=f"{HEAD}{DTD}<a/>"), Sebab.DTD),
        (renamed("../../x.xml"), Sebab.NAMA_BAGIAN),
        (renamed("xl\\y.xml"), Sebab.NAMA_BAGIAN),
        (renamed("/abs.xml"), Sebab.NAMA_BAGIAN),
        (twice(), Sebab.BAGIAN_GANDA),
        (workbook(xl__deep="<a>" * 65 + "</a>" * 65), Sebab.BERTINGKAT),
        (workbook(xl__long=f"<a>{'x' * (2**20 + 1)}</a>"), Sebab.TEKS_RAKSASA),
        (renamed("xl/macrosheets/sheet1.xml"), Sebab.MAKRO_LAMA),
        (renamed("xl/activeX/activeX1.xml"), Sebab.ACTIVEX),
        (renamed("xl/embeddings/oleObject1.bin"), Sebab.OBJEK),
        (
            workbook(after='<mergeCells><mergeCell ref="A20:XFD1048576"/></mergeCells>'),
            Sebab.GABUNGAN_RAKSASA,
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Sebab) else "",
)
def test_what_would_hurt_a_reader_is_refused(data: bytes, sebab: Sebab) -> None:
    rule, facts = seen(data)

    assert (rule, facts["sebab"]) == (Rule.BERKAS_BERBAHAYA, sebab.value)


def many_merges() -> bytes:
    refs = (f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 5_002))
    return workbook(after=f"<mergeCells>{''.join(refs)}</mergeCells>")


@pytest.mark.parametrize(
    ("data", "ukuran"),
    [
        (workbook(xl__bomb=b"<a>" + b" " * (49 * 2**20) + b"</a>"), "49 MB"),
        (package({f"p{n}.xml": "<a/>" for n in range(2_001)}), "2.001 bagian"),
        (many_merges(), "5.001 sel gabungan"),
        (workbook(rows="<row><c><v>1</v></c></row>" * 200_001), "200.001 baris berisi"),
    ],
    ids=["part", "entries", "merges", "rows"],
)
def test_what_is_larger_than_any_form_is_refused(data: bytes, ukuran: str) -> None:
    rule, facts = seen(data)

    assert (rule, facts["ukuran"]) == (Rule.BERKAS_TERLALU_BESAR, ukuran)


def test_a_picture_markup_that_is_no_xml_is_not_parsed() -> None:
    parts = {**PARTS, SHEET: sheet(ONE_CELL), "xl/drawings/vmlDrawing1.vml": "<br><x"}

    assert passed(package(parts)).sheets["Isian"].rows == 1


def test_only_cells_with_content_are_counted() -> None:
    rows = (
        '<row r="2"><c r="B2" s="1"/><c r="C2"><v></v></c><c r="D2"><v>0</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>a</t></is></c><c r="B3"><f>A1</f></c></row>'
    )
    isian = passed(workbook(rows=rows)).sheets["Isian"]

    assert isian.places == {(2, 4), (3, 1), (3, 2)}
    assert (isian.rows, isian.formulas, isian.bare, isian.last) == (2, 1, 2, (3, 4))


def test_cells_without_a_reference_are_counted_from_the_last_one() -> None:
    rows = '<row><c><v>1</v></c></row><row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row>'

    assert passed(workbook(rows=rows)).sheets["Isian"].places == {(1, 1), (5, 3), (5, 4)}


def test_a_stray_cell_in_the_last_corner_passes_and_is_seen() -> None:
    rows = ONE_CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

    assert passed(workbook(rows=rows)).sheets["Isian"].last == (1_048_576, 16_384)


def test_merged_ranges_are_listed() -> None:
    after = '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'

    assert passed(workbook(after=after)).sheets["Isian"].spans == (Span((1, 1), (2, 3)),)


def test_a_formula_that_came_to_nothing_is_not_an_uncalculated_one() -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c><c r="C1"><f>B1</f><v/></c>'
        '<c r="D1" t="str"><f>B1</f></c></row>'
    )

    assert passed(workbook(rows=rows)).sheets["Isian"].blank_results == {(1, 1)}


def test_a_prefix_for_the_namespace_changes_nothing() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v>'
        "</x:c></x:row></x:sheetData></x:worksheet>"
    )

    assert passed(package({**PARTS, SHEET: part})).sheets["Isian"].places == {(1, 1)}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-01T02:03:04Z", datetime(2026, 7, 1, 2, 3, 4)),
        ("2026-07-01T09:03:04+07:00", datetime(2026, 7, 1, 2, 3, 4)),
        ("kemarin", None),
    ],
)
def test_the_moment_of_saving_has_no_zone(text: str, moment: datetime | None) -> None:
    core = f'<a xmlns:t="http://purl.org/dc/terms/"><t:modified>{text}</t:modified></a>'

    assert passed(workbook(docProps__core=core)).disimpan == moment


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str) -> bytes:
    """A workbook with one more relation, to a part of a name that says nothing."""
    rels = PARTS["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId7" Type="{kind}" Target="x.bin"/></Relationships>',
    )
    return package(
        {**PARTS, SHEET: sheet(ONE_CELL), "xl/_rels/workbook.xml.rels": rels, "xl/x.bin": b""}
    )


@pytest.mark.parametrize(
    ("data", "carried"),
    [
        (workbook(), (False, False)),
        (workbook(xl__vbaProjects__theme="<a/>"), (False, False)),  # a folder of that name
        (renamed("xl/vbaProject.bin"), (True, False)),
        (renamed("xl/VBAPROJECT.BIN"), (True, False)),
        (
            related("http://schemas.microsoft.com/office/2006/relationships/vbaProject"),
            (True, False),
        ),
        (workbook(xl__externalLinks__externalLink1="<a/>"), (False, True)),
        (related(f"{RELATED}/externalLink"), (False, True)),
    ],
)
def test_macros_and_outside_links_are_seen_whatever_their_parts_are_named(
    data: bytes, carried: tuple[bool, bool]
) -> None:
    found = passed(data)

    assert (found.has_macros, found.has_outside_links) == carried
