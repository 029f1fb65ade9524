"""Tables of Word documents, made by python-docx and part by part, read through the child."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agreements import saved, signed_docx
from kinerja.adapters.reading import read_tables
from kinerja.agreement_tables import perjanjian_of
from kinerja.grid import Book, Grid
from kinerja.temuan import Temuan
from packages import PARTS, package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = PARTS["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml")


def read(tmp_path: Path, data: bytes, name: str = "PK.docx") -> Book | Temuan:
    path = tmp_path / name
    path.write_bytes(data)
    return read_tables(path)


def book(tmp_path: Path, data: bytes) -> Book:
    found = read(tmp_path, data)
    assert isinstance(found, Book)
    return found


def made(body: str, head: str = "") -> bytes:
    """A document of this body, part by part."""
    document = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return package({"_rels/.rels": RELS, "word/document.xml": document})


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(text: str, properties: str = "") -> str:
    look = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{look}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def texts(grid: Grid) -> dict[tuple[int, int], object]:
    return {place: cell.value for place, cell in grid.cells.items()}


def code(found: Book | Temuan) -> str:
    assert isinstance(found, Temuan)
    return found.rule.code


def test_every_table_is_a_sheet_and_merged_cells_are_spans(tmp_path: Path) -> None:
    found = book(tmp_path, signed_docx())
    measures = found.grids[2]

    assert [grid.sheet for grid in found.grids] == [f"Tabel {n}" for n in range(1, 6)]
    assert measures.value((3, 2)) == "Demokratis"
    assert (4, 2) not in measures.cells
    assert "B3:B4" in [span.name for span in measures.spans]


def test_a_signed_agreement_is_read_whole(tmp_path: Path) -> None:
    said = perjanjian_of(book(tmp_path, signed_docx()), 2020)

    assert [(s.nomor_sasaran, s.uraian, s.target.teks) for s in said.indikator] == [
        ("1", "Partisipasi", "82,5"),
        ("1", "Sosialisasi", "12"),
        ("2", "Rapat", "4"),
        ("2", "Opini & <nilai> BPK", "WTP"),
    ]
    assert [(p.kode, p.pagu) for p in said.anggaran] == [("076.01.WA", 24_082_363_000)]
    assert said.temuan == ()


def test_cells_over_several_columns_keep_those_beside_them_in_place(tmp_path: Path) -> None:
    wide = tc("Jumlah", '<w:gridSpan w:val="2"/>') + tc("7")
    (grid,) = book(tmp_path, made(table(tc("a") + tc("b") + tc("c"), wide))).grids

    assert texts(grid)[2, 3] == "7"
    assert [span.name for span in grid.spans] == ["A2:B2"]


def test_deleted_moved_and_repeated_text_is_not_read(tmp_path: Path) -> None:
    body = (
        "<w:tc><w:p><w:r><w:t>80</w:t></w:r>"
        "<w:del><w:r><w:delText>75</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>lama</w:t></w:r></w:moveFrom>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice><w:r><w:t>%</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>%</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        "</w:p><w:p><w:r><w:t>baris</w:t><w:br/><w:t>dua</w:t></w:r></w:p></w:tc>"
    )
    (grid,) = book(tmp_path, made(table(body))).grids

    assert texts(grid) == {(1, 1): "80%\nbaris\ndua"}


def test_a_table_inside_a_cell_is_a_sheet_of_its_own(tmp_path: Path) -> None:
    inner = table(tc("dalam"))
    outer = f"<w:tc>{inner}<w:p><w:r><w:t>luar</w:t></w:r></w:p></w:tc>"
    found = book(tmp_path, made(table(outer)))

    assert [texts(grid) for grid in found.grids] == [{(1, 1): "luar"}, {(1, 1): "dalam"}]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "boom">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (made(table(tc("&i;")), BOMB), "F35"),
        (made('<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "F31"),
        (made(table(tc("x", '<w:gridSpan w:val="99999999"/>'))), "F31"),
        (made(table(*(tc("x", '<w:gridSpan w:val="150"/>') * 9,))), "F31"),
        (made(table(tc("x") * 50_001)), "F31"),
        (made("".join(table(tc("x") * 100) for _ in range(501))), "F34"),
        (made("<w:p>" * 100 + "</w:p>" * 100), "F35"),
        (made(table(tc("x" * 2**21))), "F35"),
        (made(table(tc("x")))[:300], "F31"),
        (package({"word/document.xml": "<x/>"}), "F31"),
        (package({"_rels/.rels": RELS, "word/document.xml": "<x/>", "../x": "y"}), "F35"),
        (b"", "F30"),
        (b"%PDF-1.7", "F33"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "F33"),
    ],
)
def test_what_could_hurt_or_is_no_document_is_refused(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    assert code(read(tmp_path, data)) == expected


def test_a_part_that_swells_is_refused_by_its_size(tmp_path: Path) -> None:
    huge = f"{table(tc('x'))}<!--{' ' * (49 * 2**20)}-->"

    assert code(read(tmp_path, made(huge))) == "F34"


def test_a_workbook_is_read_as_one_whatever_it_is_called(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook: Any = Workbook()
    for row in (("Sasaran", "Indikator Kinerja", "Target"), ("Satu", "Partisipasi", 0.8)):
        workbook.active.append(row)
    workbook.active["C2"].number_format = "0%"
    workbook.active.merge_cells("A2:A3")
    found = read(tmp_path, saved(workbook), "PK.docx")
    assert isinstance(found, Book)
    said = perjanjian_of(found, 2020)

    assert [(s.sasaran, s.target.teks, s.target.satuan) for s in said.indikator] == [
        ("Satu", "80", "%")
    ]
