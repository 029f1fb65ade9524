"""Comments as Excel 365 keeps them: what is given back stands in them as a reply."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

import open_xml
from filling import contents, notes
from kinerja.adapters.marking import marked
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.sheets.verifikasi import LEMBAR_PERBAIKAN
from threaded import ABOVE, PEOPLE, THREADS, Said, answered, number, thread, threaded

A, B = "T00000001 · Realisasi kosong. Isi angkanya.", "T00000002 · Satuan lain. Samakan."
ROWS = [["T00000001", "✖ Galat", "", "Realisasi kosong.", "Isi angkanya.", ""]]
COPIES = "xl/comments/comment1.xml"  # where openpyxl writes plain notes


@pytest.fixture
def sent() -> bytes:
    """
    |   | B  | C  | comment on C                                    |
    | 3 | 1a | 30 | thread, closed: “90 atau 66,5?”, reply: “66,5”  |
    | 4 | 1b | 40 | thread: “tunggu rapat”                          |
    | 5 | 1c | 50 | plain note: “lihat lampiran”                    |
    """
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Isian"
    for row, kode in enumerate(("1a", "1b", "1c"), start=3):
        page.cell(row, 2, kode)
        page.cell(row, 3, row * 10)
    page["C5"].comment = Comment("lihat lampiran", "Petugas")
    target = io.BytesIO()
    book.save(target)
    said = {"C3": ["90 atau 66,5?", "66,5"], "C4": ["tunggu rapat"]}
    return threaded(target.getvalue(), "Isian", said, closed="C3")


def given(data: bytes, told: Mapping[str, str]) -> bytes:
    """What goes back, with these notes on cells of “Isian”."""
    asked = {("Isian", cell): text for cell, text in told.items()}
    return marked(data, asked, LEMBAR_PERBAIKAN, ROWS, ("Betulkan.",))


def copy(data: bytes, cell: str) -> tuple[str, str]:
    """Author and text of the plain note that a cell has."""
    comment = openpyxl.load_workbook(io.BytesIO(data))["Isian"][cell].comment
    return (comment.author, comment.text) if comment else ("", "")


def instead(data: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with something else in one of its parts."""
    package = Package(data)
    text = re.sub(old, new, package.read(part).decode())
    return package.replaced({part: text.encode()})


def test_what_is_given_back_answers_the_thread(sent: bytes) -> None:
    now = given(sent, {"C3": A})

    assert thread(now, "C3") == [*thread(sent, "C3"), Said("kinerja", A, number("C3"))]
    assert thread(now, "C4") == thread(sent, "C4")


def test_a_thread_that_was_closed_is_opened_for_it(sent: bytes) -> None:
    here, elsewhere = Package(given(sent, {"C3": A})), Package(given(sent, {"C4": A}))

    assert re.findall(r'done="(.)"', here.read(THREADS).decode()) == ["0"]
    assert re.findall(r'done="(.)"', elsewhere.read(THREADS).decode()) == ["1"]


def test_the_copy_says_it_too_and_stays_the_copy_of_that_thread(sent: bytes) -> None:
    now = given(sent, {"C3": A})

    assert copy(now, "C3") == (
        f"tc={number('C3')}",
        f"{ABOVE}90 atau 66,5?\nReply:\n    66,5\nReply:\n    {A}",
    )
    assert copy(now, "C4") == copy(sent, "C4")


def test_a_plain_note_beside_a_thread_is_one_as_ever(sent: bytes) -> None:
    now = given(sent, {"C3": A, "C5": B})

    assert copy(now, "C5") == ("kinerja", f"{B}\n\nlihat lampiran")


def test_a_second_round_takes_the_first_away_and_leaves_what_was_answered(
    sent: bytes,
) -> None:
    back = answered(given(sent, {"C3": A, "C4": B}), "C3", "sudah")
    again = given(back, {"C4": A})

    assert [said.text for said in thread(again, "C3")] == ["90 atau 66,5?", "66,5", "sudah"]
    assert [said.text for said in thread(again, "C4")] == ["tunggu rapat", A]
    assert copy(again, "C3") == copy(sent, "C3")
    assert copy(again, "C4")[1] == f"{ABOVE}tunggu rapat\nReply:\n    {A}"


def test_the_word_above_a_reply_may_be_in_another_language(sent: bytes) -> None:
    first = instead(given(sent, {"C3": A}), COPIES, "Reply:", "Balas:")

    text = copy(given(first, {"C3": B}), "C3")[1]
    assert text.endswith(f"66,5?\nBalas:\n    66,5\nReply:\n    {B}")


def test_nothing_given_back_leaves_the_threads_as_they_were(sent: bytes) -> None:
    was, now = Package(sent), Package(given(sent, {"C5": B}))

    for name in (THREADS, PEOPLE):
        assert now.read(name) == was.read(name)


def test_a_thread_without_its_copy_is_left_and_the_note_is_plain(sent: bytes) -> None:
    now = given(instead(sent, COPIES, r"tc=[^<]*", "Petugas lain"), {"C3": A})

    assert thread(now, "C3") == thread(sent, "C3")
    assert copy(now, "C3")[1].startswith(A)


def test_threads_of_nobody_are_refused(sent: bytes) -> None:
    lost = instead(sent, "xl/_rels/workbook.xml.rels", "<Relationship [^>]*person[^>]*>", "")

    with pytest.raises(BrokenPackageError):
        given(lost, {"C3": A})


def test_the_same_input_gives_the_same_bytes(sent: bytes) -> None:
    assert given(sent, {"C3": A, "C5": B}) == given(sent, {"C3": A, "C5": B})


def test_every_cell_says_what_it_said(sent: bytes) -> None:
    was, now = contents(sent), contents(given(sent, {"C3": A}))

    assert {cell: now.get(cell) for cell in was} == was
    assert set(notes(given(sent, {"C3": A}))) == set(notes(sent))


@pytest.mark.skipif(open_xml.VALIDATE is None, reason=open_xml.MISSING)
def test_the_open_xml_sdk_finds_nothing_that_was_not_there(
    sent: bytes, tmp_path: Path
) -> None:
    before, after = tmp_path / "sebelum.xlsx", tmp_path / "sesudah.xlsx"
    before.write_bytes(sent)
    after.write_bytes(given(sent, {"C3": A, "C4": B, "C5": B}))

    known = set(open_xml.errors(before))  # openpyxl writes colours in an order of its own
    assert all(error.startswith("/xl/styles.xml") for error in known)
    assert set(open_xml.errors(after)) <= known
