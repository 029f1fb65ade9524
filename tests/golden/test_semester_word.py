"""The semester report in Word, read back by other programs than the one that wrote it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja import semester
from kinerja.adapters import chart, word
from kinerja.adapters.ooxml import headings
from kinerja.laporan_semester import LaporanSemester
from kinerja.rekap import Rekap
from open_xml import MISSING, VALIDATE, errors
from printed import HOSTILE, TEMPLATES, lines
from reports import year

FILE = "laporan_semester.docx"
TABLE = """
| Kode | Target | Realisasi |
| 1.1  | 80     | 66        |
| 1.2  | 75     | 93        |
| 1.3  | 78     |           |
"""


def printed(rekap: Rekap) -> bytes:
    laporan = semester.report(rekap, (), 1)
    charts = {g.kunci: chart.draw(g) for g in semester.grafik(laporan)}
    template = (TEMPLATES / FILE).read_bytes()
    return word.render(template, laporan, charts, file=FILE, title="Laporan", author="KPU")


def test_the_delivered_template_is_free_of_problems() -> None:
    assert word.problems((TEMPLATES / FILE).read_bytes(), LaporanSemester, FILE) == ()


def test_the_same_report_gives_the_same_bytes() -> None:
    assert printed(year(TABLE)) == printed(year(TABLE))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_form_is_printed_as_it_is(text: str) -> None:
    rekap = year(TABLE)
    named = tuple(replace(s, uraian=text) for s in rekap.sasaran)
    shown = "".join(lines(printed(replace(rekap, sasaran=named))))

    assert " ".join(word.package.clean(text).split()) in " ".join(shown.split())


def test_what_is_missing_is_said_and_drafts_are_marked() -> None:
    shown = [text for _, text in headings.lines(printed(year(TABLE)))]

    assert [t for t in shown if t.startswith("[draf] ")] != []
    assert "Indikator 1.3: [belum ada data: realisasi 1.3 Semester 1]" in shown


@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(printed(year(TABLE)))

    assert errors(path) == []
