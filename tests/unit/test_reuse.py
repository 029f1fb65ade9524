"""Data pendukung that was used before: for another Indikator, last year, as a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from grids import places
from kinerja import reuse
from kinerja.data_pendukung import files_are_not_copies, listed_is_on_disk
from kinerja.model import Berkas
from kinerja.model_arsip import BerkasLalu, Inventaris
from kinerja.rekap import Rekap
from kinerja.temuan import Temuan
from kinerja.view import View, view_of
from office import answer, berkas, having, kiriman, listed

LALU = BerkasLalu(tahun=2019, sha256="isi lama", berkas="notula 2019.pdf", indikator="2a")


def office(*names: str, files: tuple[Berkas, ...] = ()) -> Rekap:
    form = kiriman(answer("1a", 66), listed=tuple(map(listed, names)))
    return replace(having(form, berkas=files), berkas_lalu=(LALU,))


def found(look: Callable[[View], Iterator[Temuan]], rekap: Rekap) -> list[tuple[str, str]]:
    return places(look(view_of(rekap)))


def test_one_file_for_two_indikator_is_told_at_the_second_cell() -> None:
    both = (listed("a.pdf"), listed("a.pdf", "1b"))
    form = kiriman(answer("1a", 66), answer("1b", 2), listed=both)
    rekap = having(form, berkas=(berkas("a.pdf"),))

    assert found(reuse.file_proves_one_indikator, rekap) == [("D28", "C8")]
    assert found(files_are_not_copies, rekap) == []


def test_one_file_listed_twice_for_one_indikator_is_not_reuse() -> None:
    rekap = office("a.pdf", "A.pdf", files=(berkas("a.pdf"),))

    assert found(reuse.file_proves_one_indikator, rekap) == []


def test_file_of_last_year_is_told_whatever_it_is_called_now() -> None:
    rekap = office("baru.pdf", files=(berkas("baru.pdf", sha256="isi lama"),))
    (temuan,) = reuse.file_is_of_this_year(view_of(rekap))

    assert (temuan.rule.code, temuan.location.cell) == ("D29", "C8")
    assert dict(temuan.facts)["lain"] == "notula 2019.pdf"


def test_file_of_last_year_that_nobody_lists_is_told_at_the_file() -> None:
    rekap = office(files=(berkas("baru.pdf", sha256="isi lama"),))
    (temuan,) = reuse.file_is_of_this_year(view_of(rekap))

    assert temuan.location.file == "TPH/TW I/baru.pdf"


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("notula 2019 (1).pdf", "notula 2019.pdf"),
        ("Copy of notula 2019.pdf", "notula 2019.pdf"),
        ("Notula 2019 - Salin.pdf", "notula 2019.pdf"),
        ("Salinan notula 2019.PDF", "notula 2019.pdf"),
        ("notula 2019 - Copy (2).pdf", "notula 2019.pdf"),
        ("notula (2019).pdf", ""),
        ("notula.pdf", ""),
        ("salin.pdf", ""),
    ],
)
def test_name_of_a_copy_tells_its_original(name: str, original: str) -> None:
    assert reuse.original_of(name) == original


@pytest.mark.parametrize(
    ("name", "expected"),
    [("notula 2019 (1).pdf", [("D30", "C8")]), ("lain (1).pdf", [])],
)
def test_copy_is_noted_if_its_original_is_known(
    name: str, expected: list[tuple[str, str]]
) -> None:
    rekap = office(name, files=(berkas(name),))

    assert found(reuse.file_is_not_named_a_copy, rekap) == expected


def test_lost_file_is_found_by_the_content_that_was_registered() -> None:
    known = Inventaris(
        indikator="1a", subbagian="TPH", periode=1, berkas="a.pdf", sha256="isi lama"
    )
    moved = berkas("dipindah.pdf", folder="KUL/TW II", subbagian="KUL", sha256="isi lama")
    rekap = replace(office("a.pdf", files=(moved,)), inventaris=(known,))
    (temuan,) = listed_is_on_disk(view_of(rekap))

    assert temuan.rule.code == "D03"
    assert "KUL/TW II/dipindah.pdf" in dict(temuan.facts)["usul"]
