"""Data pendukung required, listed and found, beside each other."""

from __future__ import annotations

from datetime import datetime

import pytest

from kinerja.answers import current
from kinerja.inventory import (
    Keadaan,
    disk_of,
    find,
    is_link,
    is_no_name,
    match,
    name_key,
    replaced,
)
from kinerja.model import Status
from kinerja.rekap import Rekap
from office import answer, berkas, having, kiriman, listed


def states(rekap: Rekap) -> list[tuple[str, Keadaan]]:
    return [(c.indikator, c.keadaan) for c in match(rekap, current(rekap))]


def test_listed_and_found_agree() -> None:
    rekap = having(kiriman(answer("1a", 66), listed=(listed(),)), berkas=(berkas(),))

    assert states(rekap) == [("1a", Keadaan.COCOK)]


@pytest.mark.parametrize(
    ("name", "keadaan"),
    [
        ("berita acara.pdf", Keadaan.BERKAS_TIDAK_ADA),
        ("https://drive.google.com/x", Keadaan.TAUTAN),
        ("-", Keadaan.BUKAN_NAMA),
        ("terlampir", Keadaan.BUKAN_NAMA),
        ("berkasnya ada di lemari arsip ruang kasubbag teknis", Keadaan.BUKAN_NAMA),
    ],
)
def test_what_is_listed_and_not_found_has_a_reason(name: str, keadaan: Keadaan) -> None:
    rekap = having(kiriman(answer("1a", 66), listed=(listed(name),)))

    assert states(rekap) == [("1a", keadaan)]


def test_required_and_not_listed_is_missing_by_its_number() -> None:
    rekap = having(kiriman(answer("2c", 5), listed=(listed("n.pdf", "2c"),), subbagian="KUL"))
    missing = [c for c in match(rekap, current(rekap)) if c.keadaan is Keadaan.KURANG]

    assert [(c.indikator, c.kurang) for c in missing] == [("2c", 1)]


@pytest.mark.parametrize("status", [Status.NIHIL, Status.TIDAK_BERLAKU, Status.BELUM])
def test_nothing_is_required_where_nothing_was_claimed(status: Status) -> None:
    assert states(having(kiriman(answer("1a", status=status, alasan="ditunda")))) == []


def test_pendukung_owes_nothing_but_its_list_counts() -> None:
    supporting = listed("hasil.pdf", "1a", subbagian="KUL")
    rekap = having(
        kiriman(answer("1a", 66)),
        kiriman(sha256="b" * 64, subbagian="KUL", listed=(supporting,)),
    )

    assert states(rekap) == [("1a", Keadaan.BERKAS_TIDAK_ADA)]


def test_syarat_of_another_periode_is_not_asked() -> None:
    assert states(having(kiriman(answer("2b", "WTP"), subbagian="KUL"))) == []
    late = having(kiriman(answer("2b", "WTP", 4), subbagian="KUL", p=4))

    assert states(late) == [("2b", Keadaan.KURANG)]


def test_file_that_nobody_lists_is_a_stray() -> None:
    assert states(having(berkas=(berkas("foto.jpg"),))) == [("", Keadaan.TIDAK_TERCATAT)]


@pytest.mark.parametrize(
    ("typed", "on_disk"),
    [
        ("BERITA  ACARA.PDF", "berita acara.pdf"),
        ("berita acara", "berita acara.pdf"),
        ("Data Pendukung\\TPH\\berita acara.pdf", "berita acara.pdf"),
        ("notul\u0065\u0301.pdf", "notul\u00e9.pdf"),
    ],
)
def test_file_is_found_under_the_name_people_mean(typed: str, on_disk: str) -> None:
    assert find(disk_of((berkas(on_disk),)), listed(typed)) == berkas(on_disk)


def test_of_files_of_one_name_that_in_the_folder_of_its_indikator_is_meant() -> None:
    both = (
        berkas("notula.pdf", folder="TPH/TW I/1a", sha256="a"),
        berkas("notula.pdf", folder="TPH/TW I/1B", sha256="b"),
        berkas("notula.pdf", sha256="c"),
    )

    assert [find(disk_of(both), listed("notula", kode)) for kode in ("1a", "1b")] == [
        both[0],
        both[1],
    ]
    assert find(disk_of(both[::-1]), listed("notula.pdf", "1a")) == both[0]
    assert find(disk_of(both[1:]), listed("notula.pdf", "1a")) == both[1]


def test_file_of_another_periode_is_not_meant() -> None:
    assert find(disk_of((berkas(periode=2),)), listed()) is None
    assert find(disk_of((berkas(subbagian="KUL"),)), listed()) is None


def test_list_that_was_replaced_is_kept_as_such() -> None:
    old = kiriman(sha256="1" * 64, disimpan=datetime(2020, 4, 1), listed=(listed("a.pdf"),))
    new = kiriman(sha256="2" * 64, disimpan=datetime(2020, 4, 9), listed=(listed("b.pdf"),))

    assert [(c.data_pendukung.berkas, c.keadaan) for c in replaced(having(old, new))] == [  # type: ignore[union-attr]
        ("a.pdf", Keadaan.DIGANTIKAN)
    ]


@pytest.mark.parametrize(
    "text", ["http://x.id/a", " HTTPS://x", "www.kpu.go.id", "\\\\server\\a"]
)
def test_address_is_a_link(text: str) -> None:
    assert is_link(text)


@pytest.mark.parametrize("text", ["notula rapat.pdf", "a.b.c.docx", "Berita acara pleno"])
def test_name_of_a_file_is_one(text: str) -> None:
    assert not is_no_name(text)
    assert not is_link(text)


def test_key_of_a_name_has_no_folder_and_no_case() -> None:
    assert name_key("A/B\\Notula  Rapat.PDF") == "notula rapat.pdf"
