"""The Word report, read back by other programs than the one that wrote it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from kinerja.adapters import chart, contents, narrative, office, word
from kinerja.adapters.ooxml import controls, fields
from kinerja.annual import grafik, report
from kinerja.laporan import Laporan
from kinerja.laporan_sasaran import Grafik, Seri
from kinerja.model import Location, Narasi
from kinerja.temuan import KinerjaError, Rule
from reports import year
from template.delivered import DELIVERED, FOLDER

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "templates" / "laporan_tahunan.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = """
| Kode | Target | Realisasi | Lalu |
| 1.1  | 80     | 66        | 83   |
| 1.2  | 75     | 93        |      |
| 1.3  | 78     |           | 70   |
"""
HOSTILE = [
    "{{ 7*7 }}",
    "{% for a in b %}",
    "{# hilang #}",
    "{_{ satker }_}",
    "<w:p>",
    "</w:t></w:r></w:p>",
    "</w:body>",
    "A & B",
    "&amp;",
    "100<100",
    "]]>",
    "<!DOCTYPE x>",
    "“kutip” 'tunggal'",
    "=cmd|x",
]
CONTROL = ["a\x07b", "a\x0cb", "a\x00b", "a\ud800b", "a\ue000b", "a\uffffb"]
WORD_NAMES = 40  # signs that Word allows in the name of a bookmark
needs_office = pytest.mark.skipif(
    office.find_office() is None, reason="LibreOffice (soffice) is not installed here"
)


def laporan(text: str = "biasa", **more: object) -> Laporan:
    """A report with this text in the header, on the cover, in tables and in the body."""
    rekap = year(TABLE, narasi=(Narasi(bagian="simpulan", isi=text),), **more)
    indikator = tuple(replace(i, uraian=text) for i in rekap.indikator)
    pengaturan = replace(rekap.pengaturan, satker=text, catatan_data=text)
    galat = Rule.TARGET_KOSONG.at(Location(text), indikator="1.1")
    return report(replace(rekap, indikator=indikator, pengaturan=pengaturan), (galat,))


def printed(value: Laporan, template: bytes | None = None) -> bytes:
    return word.render(
        template or TEMPLATE.read_bytes(),
        value,
        {g.kunci: chart.draw(g) for g in grafik(value)},
        file="laporan_tahunan.docx",
        title=value.satker,
        author="KPU",
    )


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(element: Any) -> list[str]:
    """Every paragraph as a reader sees it."""
    return [
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in element.iter(f"{W}p")
    ]


def template_of(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def refused(template: bytes) -> list[Rule]:
    with pytest.raises(KinerjaError) as error:
        printed(laporan(), template)
    return [t.rule for t in error.value.temuan]


@pytest.mark.parametrize("name", DELIVERED)
def test_the_committed_template_is_what_its_source_makes(name: str) -> None:
    """Part by part: another zlib may press the same content into other bytes."""
    assert parts(DELIVERED[name]()) == parts((FOLDER / f"{name}.docx").read_bytes())


def test_every_word_template_has_a_source() -> None:
    assert {path.stem for path in FOLDER.glob("*.docx")} == set(DELIVERED)


def test_the_delivered_template_is_free_of_problems() -> None:
    assert word.problems(TEMPLATE.read_bytes(), Laporan, "laporan_tahunan.docx") == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal_in_header_table_and_body(text: str) -> None:
    document = opened(printed(laporan(text)))
    body = texts(document.element.body)
    header = document.sections[2].header.paragraphs[0].text

    assert header == f"DRAF · Laporan Kinerja {text} Tahun 2020"
    assert text in body
    assert f"1.1  {text}" in body
    assert document.core_properties.title == text


@pytest.mark.parametrize("text", HOSTILE + CONTROL)
def test_hostile_text_adds_and_removes_no_paragraph(text: str) -> None:
    expected = len(texts(opened(printed(laporan())).element.body))

    assert len(texts(opened(printed(laporan(text))).element.body)) == expected


@pytest.mark.parametrize("text", CONTROL)
def test_signs_that_xml_cannot_carry_leave_a_visible_trace(text: str) -> None:
    document = opened(printed(laporan(text)))

    assert "a\ufffdb" in texts(document.element.body)
    assert "a\ufffdb" in document.sections[2].header.paragraphs[0].text


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__ }}",
        "{{ satker['x'] }}",
        "{{ satker ~ satker }}",
        "{{ 'a' * 3000000000 }}",
        "{{ 2 ** 99 }}",
        "{{ satker|safe }}",
        "{{ satker|attr('x') }}",
        "{{ satker.upper() }}",
        "{{r satker }}",
        "{% for a in range(99999) %}{% endfor %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% for s in satker %}{% endfor %}",
        "{% for s in sasaran %}",
        "{{ satker",
        "{{ satker }",
        "{% endfor %}",
    ],
)
def test_a_template_that_does_more_than_print_is_refused(line: str) -> None:
    assert set(refused(template_of("Judul", line))) == {Rule.TEMPLAT_RUSAK}


def test_the_globals_of_jinja_are_unknown_here() -> None:
    assert refused(template_of("{{ cycler.__init__.__globals__ }}")) == [
        Rule.TEMPLAT_ISIAN_ASING
    ]


def test_every_unknown_field_is_named_at_once_with_the_nearest_known() -> None:
    template = template_of(
        "{{ satkr }}",
        "{% for s in sasaran %}{{ s.urain }}{{ s.indikator }}{% endfor %}",
        "{{ i.kode }}",
    )
    with pytest.raises(KinerjaError) as error:
        printed(laporan(), template)
    facts = [dict(t.facts) for t in error.value.temuan]

    assert [f["isian"] for f in facts] == ["satkr", "s.urain", "s.indikator", "i"]
    assert "satker" in facts[0]["usul"]
    assert "uraian" in facts[1]["usul"]


def test_an_unclosed_tag_is_reported_with_its_paragraph() -> None:
    with pytest.raises(KinerjaError) as error:
        printed(laporan(), template_of("satu", "{%p for s in sasaran %}", "dua"))

    assert "for s in sasaran" in dict(error.value.temuan[0].facts)["sebab"]


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_a_file_that_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(KinerjaError) as error:
        word.render(data, laporan(), {}, file="t.docx", title="", author="")

    assert error.value.temuan[0].rule is Rule.TEMPLAT_RUSAK


def test_a_template_with_a_tag_in_its_properties_is_refused() -> None:
    document = Document()
    document.core_properties.title = "{{ satker }}"
    buffer = io.BytesIO()
    document.save(buffer)

    assert refused(buffer.getvalue()) == [Rule.TEMPLAT_RUSAK]


def test_a_tag_that_word_split_into_runs_is_printed() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ sat", "ker }", "}"):
        paragraph.add_run(piece).bold = piece == "ker }"
    buffer = io.BytesIO()
    document.save(buffer)

    assert texts(opened(printed(laporan("KPU"), buffer.getvalue())).element.body) == ["KPU"]


def test_a_finished_report_is_no_template_again() -> None:
    again = printed(laporan("{{ 7*7 }}"))

    assert Rule.TEMPLAT_RUSAK in refused(again)


def tables(data: bytes) -> Iterator[Any]:
    return opened(data).element.body.iter(f"{W}tbl")


def test_header_rows_repeat_and_rows_do_not_split_in_every_table() -> None:
    found = list(tables(printed(laporan())))

    assert len(found) > 9
    for table in found:
        head, *rows = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_table_is_as_wide_as_its_columns() -> None:
    for table in tables(printed(laporan())):
        grid = [int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")]
        assert sum(grid) <= 13720  # twips of the text of a landscape page
        assert all(len(row.findall(f"{W}tc")) >= 1 for row in table.findall(f"{W}tr"))


def test_wide_annexes_lie_on_their_side_and_the_end_stands_again() -> None:
    sections = opened(printed(laporan())).sections

    assert [s.page_width > s.page_height for s in sections] == [
        False,
        False,
        False,
        True,
        False,
    ]


def test_page_numbers_are_roman_before_the_first_chapter_and_arabic_after() -> None:
    sections = opened(printed(laporan())).sections
    kinds = [s._sectPr.find(f"{W}pgNumType") for s in sections]

    assert kinds[0] is None
    assert [k.get(f"{W}fmt") for k in kinds[1:]] == ["lowerRoman", *["decimal"] * 3]
    assert [k.get(f"{W}start") for k in kinds[1:]] == ["1", "1", None, None]
    assert not sections[0].footer.paragraphs[0].text


def test_the_language_of_the_styles_is_indonesian() -> None:
    styles = etree.fromstring(parts(printed(laporan()))["word/styles.xml"])
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")

    assert language is not None
    assert language.get(f"{W}val") == "id-ID"


def test_every_marker_of_missing_data_is_yellow() -> None:
    body = opened(printed(laporan())).element.body
    marked = [r for r in body.iter(f"{W}r") if "[belum ada data:" in "".join(texts_of(r))]

    assert len(marked) > 10
    assert all(r.find(f"{W}rPr/{W}highlight") is not None for r in marked)


def texts_of(run: Any) -> list[str]:
    return [node.text or "" for node in run.iter(f"{W}t")]


def test_charts_are_native_and_carry_their_workbook() -> None:
    data = printed(laporan())
    found = parts(data)
    xml = etree.fromstring(found["word/charts/chart1.xml"])
    link = xml.find("{*}externalData")
    book = load_workbook(io.BytesIO(found["word/embeddings/Microsoft_Excel_Sheet1.xlsx"]))
    sheet = book.worksheets[0]
    alt = [e.get("descr") for e in opened(data).element.body.iter("{*}docPr")]

    assert link is not None
    assert etree.QName(link).localname == "externalData"
    assert b"Microsoft_Excel_Sheet1.xlsx" in found["word/charts/_rels/chart1.xml.rels"]
    assert [[c.value for c in row] for row in sheet.iter_rows(max_row=3)] == [
        [None, "Tahun 2019", "Tahun 2020"],
        ["1.1", 100, 82.5],
        ["1.2", None, 100],
    ]
    assert alt
    assert all(alt)


def test_a_chart_prints_the_figures_and_codes_of_the_table_and_no_zero_for_a_blank() -> None:
    bagan = chart.draw(
        Grafik(
            kunci="1",
            sumbu="%",
            kategori=("1.10", "1.2"),
            seri=(Seri(nama="Tahun 2020", nilai=(Decimal("99.625"), None)),),
            alt="grafik",
        )
    )
    xml = etree.fromstring(bagan.xml)

    assert [e.text for e in xml.iterfind(".//{*}cat/{*}strRef//{*}v")] == ["1.10", "1.2"]
    assert [e.text for e in xml.iterfind(".//{*}val//{*}v")] == ["99.63"]
    assert [e.get("val") for e in xml.iter("{*}dispBlanksAs")] == ["gap"]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert contents.fill(printed(laporan()), None) == contents.fill(printed(laporan()), None)


def test_no_part_points_outside() -> None:
    assert not any(
        b'TargetMode="External"' in data for data in parts(printed(laporan())).values()
    )


def test_captions_are_numbered_by_chapter_and_references_name_the_next_one() -> None:
    body = texts(opened(contents.fill(printed(laporan("KPU")), None)).element.body)

    assert "Tabel R.1  Ringkasan capaian kinerja tahun 2020" in body
    assert "Tabel 3.2  Capaian kinerja sasaran 1 tahun 2020" in body
    assert "Gambar 3.1  Capaian indikator sasaran 1 (persen)" in body
    assert "Tabel L.1  Perjanjian Kinerja" in body
    assert any(line.endswith("disajikan pada Tabel 3.2 dan Gambar 3.1.") for line in body)


def test_the_lists_are_filled_without_a_layout_engine_too() -> None:
    body = texts(opened(contents.fill(printed(laporan("KPU")), None)).element.body)
    start = body.index("Daftar Isi")

    assert body[start + 1 : start + 5] == [
        "KATA PENGANTAR",
        "RINGKASAN EKSEKUTIF",
        "BAB I PENDAHULUAN",
        "A. Gambaran Umum Organisasi",
    ]


def test_filling_the_lists_twice_changes_nothing_a_reader_sees() -> None:
    once = contents.fill(printed(laporan("KPU")), None)
    twice = contents.fill(once, None)

    assert texts(opened(twice).element.body) == texts(opened(once).element.body)


def test_the_cover_says_draf_only_while_a_galat_stands() -> None:
    drafted = laporan("KPU")
    final = report(year(TABLE), ())

    assert "DRAF" in texts(opened(printed(drafted)).element.body)
    assert "DRAF" not in texts(opened(printed(final)).element.body)


@pytest.mark.live
@needs_office
def test_libreoffice_shows_the_report_with_right_page_numbers() -> None:
    import pypdfium2

    text = "A & B <w:p> {{ 7*7 }}"
    docx, pdf, temuan = contents.complete(
        printed(laporan(text)), lambda data: office.pdf_of(data, "Laporan.docx")
    )
    assert temuan == ()
    assert pdf is not None
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    body = texts(opened(docx).element.body)
    [entry] = [line for line in body if line.startswith("BAB III AKUNTABILITAS KINERJA")]
    number = entry.removeprefix("BAB III AKUNTABILITAS KINERJA")
    [found] = [p for p in pages if p.splitlines()[1:2] == ["BAB III AKUNTABILITAS KINERJA"]]

    assert text in pages[0]
    assert "82,50" in "".join(pages)
    assert found.strip().splitlines()[-1] == number


@pytest.mark.live
@needs_office
def test_libreoffice_itself_counts_the_captions_as_the_lists_name_them() -> None:
    import pypdfium2

    docx = contents.complete(printed(laporan()), None)[0]
    body = texts(opened(docx).element.body)
    said = {m[0] for line in body if (m := re.match(r"(Tabel|Gambar) [\w.]+", line))}
    pdf = office.pdf_of(docx, "Laporan.docx")
    assert isinstance(pdf, bytes)
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    lines = [line for page in pages for line in page.splitlines()]
    document.close()
    begun = (re.match(r"(Tabel|Gambar) [\w.]+(?=  ?\w)", line) for line in lines)

    assert {
        "Tabel R.1",
        "Tabel 1.1",
        "Tabel 2.1",
        "Tabel 3.1",
        "Gambar 3.1",
        "Tabel L.1",
    } <= said
    assert {m[0] for m in begun if m} == said


def test_a_program_in_the_current_folder_is_never_taken_for_libreoffice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planted = tmp_path / "soffice"
    planted.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    monkeypatch.setattr(office, "PLACES", ())

    assert shutil.which("soffice")
    assert office.find_office() is None


def test_without_libreoffice_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    result = office.to_pdf(tmp_path / "Laporan.docx", tmp_path)

    assert not isinstance(result, Path)
    assert result.rule is Rule.TANPA_PDF


def test_a_broken_libreoffice_is_a_temuan(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: tmp_path / "tidak ada")
    result = office.pdf_of(b"", "Laporan.docx")

    assert not isinstance(result, bytes)
    assert result.rule is Rule.PDF_GAGAL


# ---- what Word looks up in the finished document


def finished() -> Any:
    """The body of a report as it is handed over."""
    kept = narrative.keep(printed(laporan()), None, None, "Laporan.docx")
    return opened(contents.complete(kept.docx, None)[0]).element


def test_every_reference_and_link_leads_to_a_bookmark_that_is_there() -> None:
    root = finished()
    there = {b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")}
    codes = [f.words for f in fields.of(root)]
    named = [words[1] for words in codes if words[:1] in (["REF"], ["PAGEREF"])]
    named += [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]

    assert named
    assert set(named) <= there


def test_every_bookmark_and_every_control_has_a_number_of_its_own() -> None:
    root = finished()
    marks = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    ends = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkEnd")]
    names = [b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")]
    numbers = [s.find(f"{W}sdtPr/{W}id").get(f"{W}val") for s in root.iter(f"{W}sdt")]

    assert len(marks) == len(set(marks)) == len(set(names))
    assert sorted(marks) == sorted(ends)
    assert len(numbers) == len(set(numbers)) > 0
    assert max(map(len, names)) <= WORD_NAMES


def test_every_caption_is_counted_by_word_itself() -> None:
    captions = [
        p for p in opened(printed(laporan())).paragraphs if p.style.name.startswith("Judul ")
        and p.style.base_style.name == "Caption"
    ]  # fmt: skip

    assert captions
    assert all(any(f.words[:1] == ["SEQ"] for f in fields.of(p._p)) for p in captions)


def test_every_drawing_says_what_it_shows() -> None:
    root = finished()
    shown = [e for e in root.iter() if str(e.tag).endswith("}docPr")]

    assert shown
    assert all(element.get("descr") for element in shown)


def test_what_a_person_may_write_stands_in_a_control_that_is_not_deleted_by_accident() -> None:
    found = controls.tagged(finished())

    assert {"kata_pengantar", "simpulan", "penyebab:1.1", "rekomendasi:1"} <= set(found)
    assert {c.element.find(f"{W}sdtPr/{W}lock").get(f"{W}val") for c in found.values()} == {
        "sdtLocked"
    }
