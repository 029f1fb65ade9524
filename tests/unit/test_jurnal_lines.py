"""One line of the journal beside the workbook, and what it says of those above it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from journals import LINE, file_of, sheet_of, with_next
from kinerja.jurnal_lines import (
    addition,
    behind,
    lines_of,
    note,
    read_line,
    sidik_of,
    tindakan_of,
    untold,
    written,
)

THREE = file_of("satu", "dua", "tiga")
A, B = "a" * 64, "b" * 64


def test_a_line_is_json_that_any_program_reads() -> None:
    told = json.loads(written(replace(LINE, keluar={"Surat/SE & “PK”.docx": B}), ()))

    assert told == {
        "n": 1,
        "waktu": "2026-11-22T08:30:00+00:00",
        "oleh": "budi",
        "tindakan": "Gabungkan",
        "perintah": "merge",
        "hasil": "4 dibaca",
        "hitungan": {"dibaca": 4},
        "cadangan": "2026-11-22 08.30.00.000 Gabungkan.xlsm",
        "masuk": {"Formulir TPH.xlsx": A},
        "keluar": {"Surat/SE & “PK”.docx": B},
        "sebelum": "",
    }


def test_keys_are_sorted_and_letters_stay_letters() -> None:
    text = written(replace(LINE, hasil="é “x”"), ()).decode("utf-8")
    keys = list(json.loads(text))

    assert keys == sorted(keys)
    assert "é “x”" in text


@pytest.mark.parametrize("hasil", ["satu\ndua", "a\r\nb", "\udcff", "\x00", "x" * 40_000])
def test_whatever_a_result_holds_it_is_one_line_that_is_read_again(hasil: str) -> None:
    data = written(replace(LINE, hasil=hasil), ())
    line = read_line(data)

    assert b"\n" not in data
    assert line
    assert line.hasil == hasil.replace("\udcff", "?")


def test_a_line_comes_back_equal_but_for_its_place_in_the_chain() -> None:
    whole = replace(LINE, keluar={"x": B}, catatan="Baris 1 terpotong.", lama=("a\tb",))

    assert read_line(written(whole, THREE)) == replace(
        whole, n=4, sebelum=hashlib.sha256(THREE[-1]).hexdigest()
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 80,
        b"{}",
        b"[1]",
        b"null",
        b'"teks"',
        b"\xff\xfe",
        b"{" * 100_000,
        b"[" * 100_000,
        THREE[0][:-1],
        THREE[0].replace(b"2026-11-22T", b"besok"),
        THREE[0].replace(b'"masuk": {', b'"masuk": [{').replace(b"}, ", b"}], "),
    ],
)
def test_what_is_no_line_of_ours_is_not_read(data: bytes) -> None:
    assert read_line(data) is None


def test_the_file_is_its_lines_and_a_torn_one_is_a_line_too() -> None:
    raw = b"".join(line + b"\n" for line in THREE)

    assert lines_of(b"") == ()
    assert lines_of(raw) == THREE
    assert lines_of(raw + b'{"n": 4, "wak') == (*THREE, b'{"n": 4, "wak')
    assert lines_of(raw + addition(raw, b"x")) == (*THREE, b"x")
    assert lines_of(raw[:-5] + addition(raw[:-5], b"x")) == (*THREE[:2], THREE[2][:-4], b"x")


def test_the_sheet_shows_what_the_line_says() -> None:
    row = tindakan_of(replace(LINE, catatan="Baris 1 terpotong."), A)

    assert (row.waktu, row.nama) == (LINE.waktu.replace(tzinfo=None), "Gabungkan")
    assert (row.hasil, row.oleh) == ("4 dibaca Baris 1 terpotong.", "budi")
    assert (row.cadangan, row.sidik) == (LINE.cadangan, A)


# ---- files that went out


def test_only_a_file_with_other_content_than_was_told_last_is_news() -> None:
    first = written(replace(LINE, keluar={"x": A, "y": A}), ())
    second = written(replace(LINE, keluar={"x": B}), (first,))
    lines = (first, b"terpotong", second)

    assert untold((), {"x": A}) == {"x": A}
    assert untold(lines, {"x": B, "y": A}) == {}
    assert untold(lines, {"x": A, "y": A, "z": A}) == {"x": A, "z": A}
    assert untold(lines, {}) == {}


# ---- what befell the action before


def test_mostly_there_is_nothing_to_say() -> None:
    assert note((), ()) == ""
    assert note(THREE, sheet_of(THREE)) == ""
    assert note(THREE, sheet_of(THREE, 3)) == ""


@pytest.mark.parametrize(
    ("known", "lost"), [((1, 2), "Baris 3 "), ((1,), "Baris 2–3 "), ((2, 3), "")]
)
def test_actions_that_the_sheet_does_not_know_were_interrupted(
    known: tuple[int, ...], lost: str
) -> None:
    said = note(THREE, sheet_of(THREE, *known))

    assert said.startswith(lost)
    assert bool(said) == bool(lost)


def test_a_workbook_that_was_never_written_knows_none_of_them() -> None:
    assert behind(THREE, ()) == range(1, 4)
    assert note(THREE, ()).startswith("Baris 1–3 ")


def test_a_sheet_without_the_column_knows_an_action_by_its_moment() -> None:
    rows = tuple(replace(t, sidik="") for t in sheet_of(THREE))

    assert note(THREE, rows) == ""


def test_a_torn_line_is_told_apart_from_an_action_that_was_interrupted() -> None:
    torn = (*THREE, b'{"n": 4, "wak')

    assert "4" in note(torn, sheet_of(THREE))
    assert note(torn, sheet_of(THREE)) != note((*THREE, THREE[0]), sheet_of(THREE))


def test_a_file_that_is_gone_is_told_in_the_first_line_of_the_new_one() -> None:
    assert note((), sheet_of(THREE))
    assert note((), tuple(replace(t, sidik="") for t in sheet_of(THREE))) == ""


def test_once_told_it_is_not_told_again() -> None:
    lines = with_next(THREE, sheet_of(THREE, 1, 2))
    last = read_line(lines[-1])

    assert last
    assert last.catatan
    assert last.sebelum == sidik_of(THREE[-1])
    assert note(lines, sheet_of(lines, 1, 2, 4)) == ""
