"""The lint of a printed report: everything is there, and what is taken away is named."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from docx import Document

from kinerja.adapters import chart, word
from kinerja.adapters.ooxml import headings
from kinerja.annual import grafik, report
from kinerja.muatan import TEXT, lacking
from kinerja.sheets.muatan import MUATAN, Muatan
from printed import TEMPLATES
from reports import year

FILE = "laporan_tahunan.docx"
TABLE = """
| Kode | Target | Realisasi | Lalu |
| 1.1  | 80     | 66        | 83   |
| 1.2  | 75     |           |      |
"""
LEVEL = re.compile(r"heading (\d)|judul bagian", re.IGNORECASE)
each_muatan = pytest.mark.parametrize("muatan", MUATAN, ids=lambda m: m.isi)


def printed(template: bytes) -> bytes:
    laporan = report(year(TABLE), ())
    charts = {g.kunci: chart.draw(g) for g in grafik(laporan)}
    return word.render(template, laporan, charts, file=FILE, title="Laporan", author="KPU")


def named(docx: bytes) -> list[str]:
    return [dict(t.facts)["muatan"] for t in lacking(headings.lines(docx), FILE)]


def without(template: bytes, muatan: Muatan) -> bytes:
    """The template after a person deleted what stands under such a heading, tags aside."""
    document: Any = Document(io.BytesIO(template))
    level = 10
    for block in list(document.element.body.iter()):
        if not block.tag.endswith(("}p", "}tbl")) or block.getparent() is None:
            continue
        text = "".join(t.text or "" for t in block.iter() if t.tag.endswith("}t"))
        found = _level(document, block)
        if found <= level:
            level = found if re.search(muatan.penanda, text.casefold()) else 10
        is_section = block.find(".//{*}sectPr") is not None
        if level < 10 and "{%p" not in text and not is_section and _is_outermost(block):
            block.getparent().remove(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _level(document: Any, block: Any) -> int:
    """The level of a heading; 11 for anything else."""
    style = block.find("{*}pPr/{*}pStyle")
    if style is None:
        return 11
    key = next(v for k, v in style.attrib.items() if k.endswith("}val"))
    names = [s.name for s in document.styles if s.style_id == key]
    found = LEVEL.fullmatch(names[0]) if names else None
    return int(found[1] or 1) if found else 11


def _is_outermost(block: Any) -> bool:
    return block.getparent().tag.endswith(("}body", "}sdtContent"))


def test_the_delivered_template_prints_all_that_a_report_must_contain() -> None:
    assert named(printed((TEMPLATES / FILE).read_bytes())) == []


@each_muatan
def test_what_is_deleted_from_the_template_is_named_and_nothing_else(muatan: Muatan) -> None:
    template = (TEMPLATES / FILE).read_bytes()

    assert named(printed(without(template, muatan))) == [muatan.isi]


@each_muatan
def test_a_heading_with_nothing_below_it_does_not_count(muatan: Muatan) -> None:
    lines = [(0, m.judul) if n % 2 == 0 else (TEXT, "isi") for m in MUATAN for n in (0, 1)]
    empty = [line for n, line in enumerate(lines) if lines[n - 1] != (0, muatan.judul)]

    assert lacking(lines, FILE) == ()
    assert [dict(t.facts)["muatan"] for t in lacking(empty, FILE)] == [muatan.isi]


def test_a_template_of_the_office_may_use_other_words() -> None:
    own = (
        "Ikhtisar Eksekutif", "A. Gambaran Umum KPU Kota", "Isu Strategis", "Permasalahan",
        "Ikhtisar Perjanjian Kinerja 2020",
        "1. Membandingkan antara target dan realisasi kinerja tahun ini",
        "2. Realisasi dibandingkan tahun lalu dan beberapa tahun terakhir",
        "3. Realisasi dibandingkan target jangka menengah",
        "4. Realisasi dibandingkan standar nasional",
        "5. Analisis keberhasilan/kegagalan", "6. Analisis efisiensi penggunaan sumber daya",
        "7. Analisis program/kegiatan yang menunjang keberhasilan", "Rekomendasi",
        "Realisasi Anggaran", "Kesimpulan", "Langkah-langkah di masa mendatang",
        "Lampiran I Perjanjian Kinerja",
    )  # fmt: skip
    lines = [line for text in own for line in ((1, text), (TEXT, "isi"))]

    assert lacking(lines, FILE) == ()


def test_headings_that_a_table_of_contents_repeats_are_not_counted() -> None:
    document: Any = Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Simpulan", style="toc 1")
    document.add_paragraph("isi")
    buffer = io.BytesIO()
    document.save(buffer)

    assert "simpulan" in named(buffer.getvalue())
