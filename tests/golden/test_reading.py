"""Workbooks as people and programs leave them, read through the child process."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.adapters import reading
from kinerja.adapters.files import Archived, archive
from kinerja.adapters.program_cells import is_percent
from kinerja.adapters.reading import read_book, read_books
from kinerja.adapters.reading.second import Second
from kinerja.adapters.reading.text import clean, decode
from kinerja.grid import Book, Cell, Grid, Kind, Span
from kinerja.temuan import Rule, Sebab, Temuan
from packages import BOOK, MAIN, ONE_CELL, PARTS, SHEET, package, sheet, workbook

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font/><font><strike/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">'
    '<xf/><xf numFmtId="10"/><xf fontId="1"/><xf numFmtId="14"/><xf numFmtId="20"/>'
    '<xf numFmtId="46"/></cellXfs></styleSheet>'
)
PERCENT, STRUCK, DATE, TIME, DURATION = range(1, 6)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], Book | Temuan]:
    def reading_of(data: bytes) -> Book | Temuan:
        path = tmp_path / "a.xlsx"
        path.write_bytes(data)
        return read_book(path)

    return reading_of


@pytest.fixture
def isian(read: Callable[[bytes], Book | Temuan]) -> Callable[..., Grid]:
    def grid_of(rows: str = ONE_CELL, after: str = "", before: str = "", **parts: Any) -> Grid:
        types = PARTS["[Content_Types].xml"].replace("</Types>", _STYLES_TYPE + "</Types>")
        rels = PARTS["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>", _STYLES_REL + "</Relationships>"
        )
        raw = {
            **PARTS,
            SHEET: sheet(rows, after, before),
            "[Content_Types].xml": types,
            "xl/_rels/workbook.xml.rels": rels,
            "xl/styles.xml": STYLES,
        }
        book = read(package(raw | parts))
        assert isinstance(book, Book), book
        return book.grids[0]

    return grid_of


_STYLES_TYPE = (
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.styles+xml"/>'
)
_STYLES_REL = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/styles" Target="styles.xml"/>'
)


def row(*cells: str) -> str:
    return f'<row r="1">{"".join(cells)}</row>'


def text(ref: str, content: str) -> str:
    space = ' xml:space="preserve"'
    return f'<c r="{ref}" t="inlineStr"><is><t{space}>{content}</t></is></c>'


# ---- values


def test_every_kind_of_value_comes_with_its_kind(isian: Callable[..., Grid]) -> None:
    grid = isian(
        row(
            '<c r="A1"><v>83.5</v></c>',
            text("B1", "belum ada"),
            f'<c r="C1" s="{DATE}"><v>46203</v></c>',
            f'<c r="D1" s="{TIME}"><v>0.5208333333333334</v></c>',
            '<c r="E1" t="b"><v>1</v></c>',
            '<c r="F1" t="e"><v>#REF!</v></c>',
            f'<c r="G1" s="{DURATION}"><v>1.5</v></c>',
            f'<c r="H1" s="{DATE}"><v>46203.25</v></c>',
        )
    )

    assert grid.cells == {
        (1, 1): Cell(Kind.NUMBER, Decimal("83.5")),
        (1, 2): Cell(Kind.TEXT, "belum ada"),
        (1, 3): Cell(Kind.DATE, date(2026, 6, 30)),
        (1, 4): Cell(Kind.TIME, time(12, 30)),
        (1, 5): Cell(Kind.BOOL, value=True),
        (1, 6): Cell(Kind.ERROR, "#REF!"),
        (1, 7): Cell(Kind.TIME, "1 day, 12:00:00"),
        (1, 8): Cell(Kind.DATE, datetime(2026, 6, 30, 6)),
    }


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("0.30000000000000004", "0.3"),
        ("82.499999999999986", "82.5"),
        ("1250000", "1250000"),
        ("123456789012345678", "123456789012346000"),
        ("1E-3", "0.001"),
        ("-2.5", "-2.5"),
    ],
)
def test_a_number_has_the_fifteen_digits_that_excel_keeps(
    isian: Callable[..., Grid], written: str, value: str
) -> None:
    cell = isian(row(f'<c r="A1"><v>{written}</v></c>')).cells[1, 1]

    assert cell == Cell(Kind.NUMBER, Decimal(value))


def test_percent_and_strike_through_are_seen(isian: Callable[..., Grid]) -> None:
    cells = isian(
        row(f'<c r="A1" s="{PERCENT}"><v>0.95</v></c>', f'<c r="B1" s="{STRUCK}"><v>7</v></c>')
    ).cells

    assert [(c.percent, c.struck) for c in cells.values()] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("number_format", "percent"),
    [("0%", True), ("0.00%", True), ("General", False), ('0.0"%"', False), ("0\\%", False)],
)
def test_only_a_percent_sign_that_divides_is_one(number_format: str, percent: bool) -> None:
    assert is_percent(number_format) is percent


def test_formulas_keep_text_and_value(isian: Callable[..., Grid]) -> None:
    cells = isian(
        row(
            '<c r="A1"><f>B1*2</f><v>10</v></c>',
            '<c r="B1"><f>SUM(C1)</f></c>',
            '<c r="C1" t="str"><f>IF(A1,"","x")</f><v></v></c>',
            '<c r="D1"><f t="array" ref="D1">1+1</f><v>2</v></c>',
            '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            '<c r="F1" t="str"><f>"a"</f><v>a</v></c>',
        )
    ).cells

    assert list(cells.values()) == [
        Cell(Kind.NUMBER, Decimal(10), "=B1*2"),
        Cell(Kind.UNCALCULATED, None, "=SUM(C1)"),
        Cell(Kind.TEXT, "", '=IF(A1,"","x")'),
        Cell(Kind.NUMBER, Decimal(2), "=1+1"),
        Cell(Kind.ERROR, "#DIV/0!", "=1/0"),
        Cell(Kind.TEXT, "a", '="a"'),
    ]


def test_text_is_literal_whatever_it_looks_like(isian: Callable[..., Grid]) -> None:
    typed = ["=cmd|' /C calc'!A0", "{{ 7*7 }}", "<w:p>", "A & B", "+1", " dua  spasi "]
    escaped = [t.replace("&", "&amp;").replace("<", "&lt;") for t in typed]
    cells = isian(row(*(text(f"{'ABCDEF'[n]}1", t) for n, t in enumerate(escaped)))).cells

    assert [(c.kind, c.value, c.formula, c.other) for c in cells.values()] == [
        (Kind.TEXT, t, "", None) for t in typed
    ]


def test_escapes_of_excel_are_read_once(isian: Callable[..., Grid]) -> None:
    cells = isian(row(text("A1", "a_x000D_\nb"), text("B1", "_x005F_x000D_"))).cells

    assert [(c.value, c.other) for c in cells.values()] == [("a\nb", None), ("_x000D_", None)]


@pytest.mark.parametrize(
    ("raw", "fit"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x07\x0c\ufffe", "\ufffd" * 3),
        ("\ud800", "\ufffd"),
        ("\t\n", "\t\n"),
    ],
)
def test_what_xml_cannot_carry_is_replaced_and_shows(raw: str, fit: str) -> None:
    assert clean(raw) == fit


@pytest.mark.parametrize(
    ("raw", "fit"),
    [("_xD83D__xDE00_", "\U0001f600"), ("_xD83D_x", "\ufffdx"), ("_x0007_", "\ufffd")],
)
def test_escaped_halves_are_joined(raw: str, fit: str) -> None:
    assert decode(raw) == fit


def test_a_number_that_is_none_refuses_the_file(read: Callable[..., Any]) -> None:
    rules = [
        read(workbook(rows=row(f'<c r="A1"><v>{v}</v></c>'))).rule for v in ("NaN", "1e999")
    ]

    assert rules == [Rule.BERKAS_RUSAK] * 2


def test_a_date_beyond_all_calendars_is_an_error_cell(isian: Callable[..., Grid]) -> None:
    cell = isian(row(f'<c r="A1" s="{DATE}"><v>99999999</v></c>')).cells[1, 1]

    assert (cell.kind, cell.value) == (Kind.ERROR, "#VALUE!")


# ---- the second reader


def test_an_honest_workbook_has_no_disagreement(isian: Callable[..., Grid]) -> None:
    cells = isian(
        row(
            text("A1", " tebal "),
            '<c r="B1"><v>0.1</v></c>',
            f'<c r="C1" s="{DATE}"><v>46203.123</v></c>',
            '<c r="D1" t="e"><v>#N/A</v></c>',
            f'<c r="E1" s="{PERCENT}"><v>0.5</v></c>',
            '<c r="F1"><f>A1</f></c>',
            f'<c r="G1" s="{DURATION}"><v>2.25</v></c>',
        )
    ).cells

    assert [c.other for c in cells.values()] == [None] * 7


def test_a_disagreement_is_told_with_what_the_other_saw() -> None:
    data = workbook(rows=row('<c r="A1"><v>12</v></c>', text("B1", "lain")))
    mine = {
        (1, 1): Cell(Kind.NUMBER, Decimal(13)),
        (1, 2): Cell(Kind.TEXT, "ini"),
        (1, 3): Cell(Kind.NUMBER, Decimal(1)),
        (1, 4): Cell(Kind.ERROR, "#REF!"),
    }
    compared = Second(data).compare("Isian", mine, (1, 4), datetime(1899, 12, 30))

    assert [compared[p].other for p in mine] == ["12", "lain", "", None]


def test_a_part_the_second_reader_cannot_read_is_no_disagreement(
    isian: Callable[..., Grid],
) -> None:
    part = sheet(row(text("A1", "a"))).replace("UTF-8", "UTF-16").encode("utf-16")

    assert isian(**{SHEET: part}).cells == {(1, 1): Cell(Kind.TEXT, "a")}


# ---- structure


def test_hidden_rows_and_columns_are_listed(isian: Callable[..., Grid]) -> None:
    rows = ONE_CELL + '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0"/>'
    cols = '<col min="2" max="4" width="9" hidden="1"/><col min="6" max="6" width="0"/>'
    grid = isian(rows, before=f"<cols>{cols}</cols>")

    assert (grid.hidden_rows, grid.hidden_columns) == ({2, 3}, {2, 3, 4, 6})
    assert set(grid.cells) == {(1, 1), (2, 1)}


def test_values_under_a_merge_are_kept_and_known_as_covered(
    isian: Callable[..., Grid],
) -> None:
    grid = isian(
        row(text("A1", "tampak"), '<c r="B1"><v>5</v></c>'),
        after='<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    )

    assert grid.cells[1, 2] == Cell(Kind.NUMBER, Decimal(5))
    assert grid.spans == (Span((1, 1), (1, 3)),)
    assert [p for p in grid.cells if grid.spans[0].covers(p)] == [(1, 2)]


def test_a_tall_merge_costs_nothing(isian: Callable[..., Grid]) -> None:
    after = '<mergeCells><mergeCell ref="A20:XFD20000"/></mergeCells>'

    assert len(isian(after=after).cells) == 1


def test_a_link_over_a_range_puts_nothing_into_cells(isian: Callable[..., Grid]) -> None:
    after = '<hyperlinks><hyperlink ref="A1:XFD20000" location="Isian!A1"/></hyperlinks>'

    assert set(isian(after=after).cells) == {(1, 1)}


@pytest.mark.parametrize("ref", ["A1", "A1:B1", "A1:XFD1048576"])
def test_the_declared_dimension_is_not_believed(isian: Callable[..., Grid], ref: str) -> None:
    rows = ONE_CELL + '<row r="15"><c r="C15"><v>1</v></c></row>'

    assert set(isian(rows, before=f'<dimension ref="{ref}"/>').cells) == {(1, 1), (15, 3)}


def test_a_stray_cell_in_the_last_corner_is_one_cell(isian: Callable[..., Grid]) -> None:
    grid = isian(ONE_CELL + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')

    assert set(grid.cells) == {(1, 1), (1_048_576, 16_384)}


def test_styled_empty_rows_are_no_content(isian: Callable[..., Grid]) -> None:
    empty = (
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"></c></row>'
        for n in range(2, 50_002)
    )
    rows = ONE_CELL + "".join(empty) + '<row r="60000"><c r="B60000"><v>9</v></c></row>'

    assert set(isian(rows).cells) == {(1, 1), (60_000, 2)}


def test_protection_is_seen(isian: Callable[..., Grid]) -> None:
    assert isian(after='<sheetProtection sheet="1"/>').protected
    assert not isian().protected


def made_by_openpyxl() -> bytes:
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.workbook.defined_name import DefinedName

    book = openpyxl.Workbook()
    isian = book.active
    assert isian is not None
    isian.title = "Isian"
    isian["B2"] = 83.5
    isian["C3"].comment = Comment("jawaban saya 90", "KUL")
    stamp = book.create_sheet("_kinerja")
    stamp["A1"] = "id"
    stamp.sheet_state = "veryHidden"
    book.defined_names["kinerja_id"] = DefinedName("kinerja_id", attr_text='"K2026-""KUL"""')
    book.defined_names["area"] = DefinedName("area", attr_text="Isian!$A$1:$B$2")
    book.properties.subject = "K2026-KUL-P1-R1"
    book.properties.modified = datetime(2026, 7, 1, 2, 3, 4)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_what_identifies_a_form_is_read(read: Callable[..., Any]) -> None:
    data = made_by_openpyxl()
    book = read(data)

    assert dict(book.names) == {"kinerja_id": 'K2026-"KUL"'}
    assert book.subject == "K2026-KUL-P1-R1"
    assert book.identitas.berkas == "a.xlsx"
    assert book.identitas.sha256 == hashlib.sha256(data).hexdigest()
    assert book.identitas.aplikasi.startswith("Microsoft Excel Compatible / Openpyxl")
    assert isinstance(book.identitas.disimpan, datetime)
    assert [(g.sheet, g.hidden) for g in book.grids] == [("Isian", False), ("_kinerja", True)]


def test_a_comment_is_read_at_its_cell_and_is_no_content(read: Callable[..., Any]) -> None:
    isian = read(made_by_openpyxl()).grids[0]

    assert dict(isian.comments) == {(3, 3): "jawaban saya 90"}
    assert set(isian.cells) == {(2, 2)}


def test_a_workbook_with_macros_is_read_for_its_values(read: Callable[..., Any]) -> None:
    parts = {**PARTS, SHEET: sheet(ONE_CELL), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}

    assert set(read(package(parts)).grids[0].cells) == {(1, 1)}


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_comments(comments: str, threads: str = "") -> bytes:
    relations = (
        f'<Relationship Id="c" Type="{RELATED}/comments" Target="../comments1.xml"/>'
        '<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/'
        'threadedComment" Target="/xl/threadedComments/t1.xml"/>'
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        **PARTS,
        SHEET: sheet(ONE_CELL),
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{rels}">{relations}'
        "</Relationships>",
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><commentList>{comments}</commentList>'
        "</comments>",
    }
    if threads:
        parts["xl/threadedComments/t1.xml"] = threads
    return package(parts)


def test_a_comment_without_an_author_is_read(read: Callable[..., Any]) -> None:
    """As Gnumeric 1.12 writes it; openpyxl would refuse the whole workbook."""
    runs = "<r><t>jawaban </t></r><r><t>90</t></r>"
    book = read(with_comments(f'<comment ref="B2" authorId="0"><text>{runs}</text></comment>'))

    assert dict(book.grids[0].comments) == {(2, 2): "jawaban 90"}


def test_a_thread_counts_for_the_copy_made_of_it(read: Callable[..., Any]) -> None:
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    threads = (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="A1"><text>90?</text>'
        '</threadedComment><threadedComment ref="A1"><text>ya</text></threadedComment>'
        "</ThreadedComments>"
    )
    legacy = '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>'
    book = read(with_comments(legacy, threads))

    assert dict(book.grids[0].comments) == {(1, 1): "90?\nya"}


def test_charts_pictures_and_links_do_not_disturb(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        isian = book.add_worksheet("Isian")
        isian.write_column(0, 0, [1, 2, 3])
        isian.write_url(5, 0, "https://example.id", string="tautan")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Isian!$A$1:$A$3"})
        isian.insert_chart("C3", chart)
        isian.insert_textbox("C9", "kotak teks")
        other = book.add_chart({"type": "line"})
        other.add_series({"values": "=Isian!$A$1:$A$3"})
        book.add_chartsheet("Grafik").set_chart(other)
        book.add_worksheet("Akhir").write(0, 0, "x")
    answer = read_book(path)

    assert isinstance(answer, Book), answer
    assert [(g.sheet, len(g.cells)) for g in answer.grids] == [("Isian", 4), ("Akhir", 1)]


def test_dates_counted_from_1904_are_the_same_dates(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        shape = book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet("Isian").write_datetime(0, 0, date(2026, 6, 30), shape)
    answer = read_book(path)

    assert isinstance(answer, Book)
    assert answer.grids[0].cells[1, 1] == Cell(Kind.DATE, date(2026, 6, 30))


# ---- damage the preflight lets through


def test_broken_styles_are_a_damaged_file(read: Callable[..., Any]) -> None:
    assert read(workbook(rows='<row r="1"><c r="A1" s="99"><v>1</v></c></row>')).rule is (
        Rule.BERKAS_RUSAK
    )


def test_a_missing_shared_string_is_a_damaged_file(read: Callable[..., Any]) -> None:
    assert read(workbook(rows='<row r="1"><c r="A1" t="s"><v>7</v></c></row>')).rule is (
        Rule.BERKAS_RUSAK
    )


def test_cells_that_a_reader_would_lose_are_never_success(read: Callable[..., Any]) -> None:
    book = BOOK.replace("<sheets>", "<sheets >")
    outside = sheet("").replace("<sheetData>", '<sheetData><c r="A1"><v>1</v></c>')
    answer = read(package({**PARTS, SHEET: outside, "xl/workbook.xml": book}))

    assert (answer.rule, dict(answer.facts)["sebab"]) == (
        Rule.TIDAK_TERBACA,
        Sebab.SEL_HILANG.value,
    )


# ---- the batch


def archived(folder: Path, **contents: bytes) -> list[Archived]:
    kept = []
    for name, data in contents.items():
        (folder / f"{name}.xlsx").write_bytes(data)
        one = archive(folder / f"{name}.xlsx", folder / "Arsip")
        assert isinstance(one, Archived)
        kept.append(one)
    return kept


def outcome(answer: Book | Temuan) -> str:
    return answer.identitas.berkas if isinstance(answer, Book) else answer.rule.name


def test_refused_files_do_not_stop_the_others(tmp_path: Path) -> None:
    batch = archived(
        tmp_path, a=workbook(), b=b"", c=b"%PDF-1.4", d=workbook()[:99], e=workbook()
    )

    assert [outcome(a) for a in read_books(batch)] == [
        "a.xlsx",
        "BERKAS_NOL",
        "BUKAN_XLSX",
        "BERKAS_RUSAK",
        "e.xlsx",
    ]


def test_an_archived_copy_changed_since_is_not_read(tmp_path: Path) -> None:
    (kept,) = archived(tmp_path, a=workbook())
    kept.path.write_bytes(workbook(rows=row('<c r="A1"><v>2</v></c>')))

    assert [outcome(a) for a in read_books([kept])] == ["BERKAS_BERUBAH"]


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    assert outcome(read_book(tmp_path / "hilang.xlsx")) == "BERKAS_TIDAK_ADA"


DYING = """
import os, sys, time
from kinerja.adapters.reading import child
real = child.read_file
class Panic(BaseException): pass
def read_file(path, name):
    print("not an answer")
    if name == "mati.xlsx": os._exit(9)
    if name == "lama.xlsx": time.sleep(60)
    if name == "panik.xlsx": raise Panic
    if name == "penuh.xlsx": raise MemoryError
    return real(path, name)
child.read_file = read_file
child.main()
"""


def test_a_file_that_kills_its_reader_is_refused_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dying.py").write_text(DYING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(reading, "CHILD", "dying")
    monkeypatch.setattr(reading, "TIMEOUT", 3.0)
    names = ("a", "mati", "b", "lama", "panik", "penuh", "c")
    batch = archived(tmp_path, **dict.fromkeys(names, workbook()))
    answers = list(read_books(batch))

    assert [outcome(a) for a in answers] == [
        "a.xlsx",
        "TIDAK_TERBACA",
        "b.xlsx",
        "TIDAK_TERBACA",
        "TIDAK_TERBACA",
        "TIDAK_TERBACA",
        "c.xlsx",
    ]
    assert [dict(a.facts)["sebab"] for a in answers if isinstance(a, Temuan)] == [
        Sebab.BERHENTI,
        Sebab.WAKTU,
        Sebab.BERHENTI,
        Sebab.BERHENTI,
    ]


def test_the_libraries_that_read_stay_out_of_this_process(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook())
    code = (
        "import sys; from pathlib import Path; from kinerja.adapters.reading import read_book;"
        "read_book(Path(sys.argv[1]));"
        "print({'openpyxl', 'python_calamine'} & set(sys.modules))"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path[:0] = {sys.path!r}; {code}",
            tmp_path / "a.xlsx",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "set()"


# ---- other programs


def soffice(folder: Path, source: Path, kind: str) -> Path:
    program = shutil.which("soffice")
    assert program
    subprocess.run(
        [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", kind, "--outdir", folder / "keluar", source,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )  # fmt: skip
    return folder / "keluar" / f"{source.stem}.{kind}"


@pytest.mark.live
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_copy_saved_by_libreoffice_has_the_same_content(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(made_by_openpyxl())
    mine = read_book(source)
    theirs = read_book(soffice(tmp_path, source, "xlsx"))
    ods = read_book(soffice(tmp_path, source, "ods"))

    assert isinstance(mine, Book)
    assert isinstance(theirs, Book)
    assert [dict(g.cells) for g in theirs.grids] == [dict(g.cells) for g in mine.grids]
    assert (theirs.names, theirs.subject) == (mine.names, mine.subject)
    assert theirs.identitas.aplikasi.startswith("LibreOffice")
    assert outcome(ods) == "BUKAN_XLSX"


def test_a_large_honest_sheet_is_read_whole(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        isian = book.add_worksheet("Isian")
        for n in range(3_000):
            isian.write_row(n, 0, [n, f"teks {n}", n / 7])
    grid = read_book(path)

    assert isinstance(grid, Book)
    assert len(grid.grids[0].cells) == 9_000
    assert {c.other for c in grid.grids[0].cells.values()} == {None}


def test_reading_does_not_depend_on_the_name_of_the_workbook_part(
    read: Callable[..., Any],
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            name = info.filename.replace("workbook.xml", "buku.xml")
            new.writestr(name, old.read(info).replace(b"workbook.xml", b"buku.xml"))

    assert set(read(stream.getvalue()).grids[0].cells) == {(1, 1)}
