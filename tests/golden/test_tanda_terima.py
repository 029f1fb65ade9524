"""The receipt, read back by other programs than the one that wrote it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import open_xml
from kinerja.adapters import word
from kinerja.model import Subbagian
from kinerja.model_sop import Distribusi
from kinerja.tanda_terima import TandaTerima, tanda_terima
from office import REKAP

TEMPLATE = Path(__file__).parents[2] / "templates" / "tanda_terima.docx"
NAMES = (
    "Hukum & SDM <draf>",
    "{{ 7*7 }} {% for a in b %}",
    "Partisipasi, Hubungan Masyarakat, Sumber Daya Manusia, dan " * 4,
    *(f"Subbagian {n}" for n in range(11)),
)
needs_sdk = pytest.mark.skipif(open_xml.VALIDATE is None, reason=open_xml.MISSING)


def receipt() -> TandaTerima:
    """Of fourteen Subbagian, some of whose names are hostile."""
    many = tuple(Subbagian(kode=f"S{n}", nama=name) for n, name in enumerate(NAMES))
    rows = tuple(
        Distribusi(
            periode=1,
            subbagian=s.kode,
            revisi=1,
            berkas=f"Formulir {s.kode} TW I 2020.xlsx",
            sha256="0123456789abcdef" * 4,
            dibagikan=datetime(2020, 4, 3, 9, 15),
            batas=date(2020, 4, 7),
        )
        for s in many
    )
    return tanda_terima(replace(REKAP, subbagian=many, distribusi=rows))


def printed() -> bytes:
    return word.render(
        TEMPLATE.read_bytes(),
        receipt(),
        {},
        file=TEMPLATE.name,
        title="Tanda Terima",
        author="KPU",
    )


def test_the_delivered_template_is_free_of_problems() -> None:
    assert word.problems(TEMPLATE.read_bytes(), TandaTerima, TEMPLATE.name) == ()


def test_every_name_stays_whole_and_every_row_has_room_to_sign() -> None:
    document: Any = Document(io.BytesIO(printed()))
    head, *rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert head[1] == "Subbagian"
    assert [row[1] for row in rows] == [f"{n} (S{i})" for i, n in enumerate(NAMES)]
    assert {row[4] for row in rows} == {"0123456789ab"}
    assert all(row[2].startswith("Formulir S") and "\nKode K2020-S" in row[2] for row in rows)
    assert {row.height.cm > 1.4 for row in document.tables[0].rows[1:]} == {True}


def test_as_printed_is_told_from_saved_by_a_person() -> None:
    data = printed()
    buffer = io.BytesIO()
    Document(io.BytesIO(data)).save(buffer)

    assert word.is_as_printed(data)
    assert not word.is_as_printed(buffer.getvalue())
    assert not word.is_as_printed(b"bukan dokumen")


@needs_sdk
def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "tanda terima.docx"
    path.write_bytes(printed())

    assert open_xml.errors(path) == []
