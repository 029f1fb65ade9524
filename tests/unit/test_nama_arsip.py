"""Names in the archive: what they say, how long they are, and that none comes twice."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.inventory import Cocok, Keadaan
from kinerja.nama_arsip import LONGEST, cut, next_name, semester, taken_numbers
from kinerja.sheets.folders import safe_name
from office import REKAP, berkas

FRONT = "K1.1_S1_KUL_03__"


@pytest.mark.parametrize(
    ("siklus", "periode", "half"),
    [(2, 1, 1), (2, 2, 2), (4, 2, 1), (4, 3, 2), (12, 6, 1), (12, 7, 2), (4, None, 1)],
)
def test_semester_is_the_half_of_the_year(siklus: int, periode: int | None, half: int) -> None:
    assert semester(siklus, periode) == half


def test_name_says_indikator_semester_subbagian_and_number() -> None:
    line = Cocok(
        keadaan=Keadaan.COCOK,
        indikator="1.1",
        subbagian="KUL",
        periode=3,
        berkas=berkas("Notula  Rapat.PDF"),
    )
    numbers = taken_numbers(["K1.1_S2_KUL_02__a_09__b.pdf", "K1.1_S1_KUL_07__c.pdf", "lain"])

    assert next_name(REKAP, line, numbers) == "K1.1_S2_KUL_03__Notula  Rapat.PDF"
    assert next_name(REKAP, line, numbers) == "K1.1_S2_KUL_04__Notula  Rapat.PDF"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("notul\u0065\u0301.pdf", "notul\u00e9.pdf"),
        ("a:b?.pdf", "a-b-.pdf"),
        ("tanpa ekstensi", "tanpa ekstensi"),
        ("v1. laporan akhir tahun anggaran", "v1. laporan akhir tahun anggaran"),
        (".pdf", "pdf"),
    ],
)
def test_name_is_one_that_every_system_keeps(name: str, expected: str) -> None:
    assert cut(FRONT, name) == FRONT + expected


@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".JPEG"]))
def test_name_is_never_too_long_and_keeps_its_extension(stem: str, extension: str) -> None:
    name = cut(FRONT, f"x{stem}{extension}")

    assert len(name) <= LONGEST
    assert len(name.encode("utf-8", "replace")) <= 255
    assert name.startswith(FRONT)
    assert name.endswith(extension)
    assert unicodedata.is_normalized("NFC", name)
    assert safe_name(name) == name
