"""The checks of data pendukung: each fires at its place, and each can be content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from grids import places
from kinerja import data_pendukung as checks
from kinerja.model import Berkas, Status
from kinerja.rekap import Rekap
from kinerja.temuan import Temuan
from kinerja.view import View, view_of
from office import REKAP, answer, berkas, having, kiriman, listed

Look = Callable[[View], Iterator[Temuan]]


def found(look: Look, rekap: Rekap) -> list[tuple[str, str]]:
    return places(look(view_of(rekap)))


def told(look: Look, rekap: Rekap) -> dict[str, str]:
    (temuan,) = look(view_of(rekap))
    return dict(temuan.facts)


def with_list(*names: str, nilai: object = 66) -> Rekap:
    return having(kiriman(answer("1a", nilai), listed=tuple(listed(n) for n in names)))


def with_files(*files: Berkas) -> Rekap:
    return having(berkas=files)


def test_number_without_data_pendukung_is_reported_at_the_number() -> None:
    assert found(checks.realisasi_has_data_pendukung, with_list()) == [("D01", "J8")]
    assert found(checks.realisasi_has_data_pendukung, with_list("a.pdf")) == []


def test_dash_is_no_data_pendukung() -> None:
    assert found(checks.realisasi_has_data_pendukung, with_list("-")) == [("D01", "J8")]


@pytest.mark.parametrize("status", [Status.NIHIL, Status.TIDAK_BERLAKU])
def test_answer_that_claims_nothing_needs_none(status: Status) -> None:
    none = having(kiriman(answer("1a", status=status, alasan="ditunda")))

    assert found(checks.realisasi_has_data_pendukung, none) == []


def test_data_pendukung_that_is_due_later_is_not_yet_missed() -> None:
    early = having(kiriman(answer("2b", "WTP"), subbagian="KUL"))
    late = having(kiriman(answer("2b", "WTP", 4), subbagian="KUL", p=4))

    assert found(checks.realisasi_has_data_pendukung, early) == []
    assert found(checks.realisasi_has_data_pendukung, late) == [("D01", "J10")]


def test_indikator_without_any_syarat_still_needs_one() -> None:
    bare = replace(having(kiriman(answer("1a", 66))), syarat=())

    assert found(checks.realisasi_has_data_pendukung, bare) == [("D01", "J8")]


def test_some_data_pendukung_is_not_all_of_it() -> None:
    one = listed("n1.pdf", "2c")
    half = having(kiriman(answer("2c", 5), subbagian="KUL", listed=(one,)))
    full = having(
        kiriman(answer("2c", 5), subbagian="KUL", listed=(one, listed("n2.pdf", "2c")))
    )

    assert found(checks.syarat_is_met, half) == [("D02", "J11")]
    assert (told(checks.syarat_is_met, half)["ada"], found(checks.syarat_is_met, full)) == (
        "1",
        [],
    )


def test_none_at_all_is_said_once() -> None:
    assert found(checks.syarat_is_met, with_list()) == []


def test_listed_file_that_is_not_there_is_reported_at_its_cell() -> None:
    rekap = with_list("berita acara.pdf")

    assert found(checks.listed_is_on_disk, rekap) == [("D03", "C8")]
    assert told(checks.listed_is_on_disk, rekap)["folder"] == "Data Pendukung/TPH/TW I"
    assert found(checks.listed_is_on_disk, replace(rekap, berkas=(berkas(),))) == []


def test_file_in_another_folder_is_offered() -> None:
    rekap = replace(with_list("berita acara.pdf"), berkas=(berkas(subbagian="KUL"),))

    assert "berita acara.pdf" in told(checks.listed_is_on_disk, rekap)["usul"]


def test_file_that_nobody_lists_is_reported() -> None:
    stray = with_files(berkas())

    assert found(checks.on_disk_is_listed, stray) == [("D04", "")]
    assert next(checks.on_disk_is_listed(view_of(stray))).location.file == (
        "TPH/TW I/berita acara.pdf"
    )
    matched = replace(with_list("berita acara.pdf"), berkas=(berkas(),))
    assert found(checks.on_disk_is_listed, matched) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("https://drive.google.com/x", [("D05", "C8")]),
        ("nihil", [("D06", "C8")]),
        ("berita acara.pdf", []),
    ],
)
def test_link_or_dash_is_no_file(name: str, expected: list[tuple[str, str]]) -> None:
    assert found(checks.listed_is_a_file, with_list(name)) == expected


def test_same_file_listed_twice_is_noted() -> None:
    assert found(checks.listed_is_listed_once, with_list("a.pdf", "A.PDF")) == [("D14", "C8")]
    assert found(checks.listed_is_listed_once, with_list("a.pdf", "b.pdf")) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2019, 12, 31), [("D13", "C8")]), (date(2020, 1, 1), []), (None, [])],
)
def test_document_of_another_year_is_reported(
    day: date | None, expected: list[tuple[str, str]]
) -> None:
    rekap = having(kiriman(answer("1a", 66), listed=(listed(tanggal=day),)))

    assert found(checks.tanggal_is_in_the_year, rekap) == expected


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (berkas(biasa=False), "D15"),
        (berkas(ukuran=0), "D07"),
        (berkas(isi="png"), "D08"),
        (berkas(isi=""), "D08"),
        (berkas("foto.jpeg", isi="jpg"), None),
        (berkas("surat.txt", isi=""), None),
        (berkas(), None),
    ],
)
def test_file_that_is_not_what_it_seems_is_reported(file: Berkas, code: str | None) -> None:
    expected = [(code, "")] if code else []

    assert found(checks.files_are_readable, with_files(file)) == expected


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (berkas("video.mp4"), "D10"),
        (berkas("tanpa nama"), "D10"),
        (berkas(ukuran=10 * 1024 * 1024 + 1), "D09"),
        (berkas(ukuran=10 * 1024 * 1024), None),
        (berkas("FOTO.JPG"), None),
    ],
)
def test_file_that_would_not_be_accepted_is_reported(file: Berkas, code: str | None) -> None:
    expected = [(code, "")] if code else []

    assert found(checks.files_are_acceptable, with_files(file)) == expected


def test_same_bytes_under_two_names_are_reported_once() -> None:
    twice = with_files(berkas("a.pdf", sha256="1"), berkas("b.pdf", sha256="1"))
    empty = with_files(
        berkas("a.pdf", sha256="0", ukuran=0), berkas("b.pdf", sha256="0", ukuran=0)
    )

    assert found(checks.files_are_not_copies, twice) == [("D11", "")]
    assert found(checks.files_are_not_copies, empty) == []


def test_office_without_answers_and_files_has_no_temuan() -> None:
    assert [t for look in checks.CHECKS for t in look(view_of(REKAP))] == []
