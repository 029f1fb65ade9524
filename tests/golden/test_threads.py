"""Comments as Excel 365 keeps them: what is given back stands in them as a reply."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.comments import Comment

import open_xml
from filling import contents, notes
from kinerja.adapters.marking import marked
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.sheets.verifikasi import LEMBAR_PERBAIKAN

SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
KIND = "http://schemas.microsoft.com/office/2017/10/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FIRST, REPLY, OTHER, CLERK = (f"{{00000000-0000-0000-0000-00000000000{n}}}" for n in "1234")
# What Excel writes above the copy of a thread, for programs without threads.
ABOVE = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    "
)
THREADS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<ThreadedComments xmlns="{SPACE}">
<threadedComment ref="C3" dT="2020-04-03T01:00:00.00" personId="{CLERK}" id="{FIRST}" done="1">
<text>90 atau 66,5?</text></threadedComment>
<threadedComment ref="C3" dT="2020-04-03T02:00:00.00" personId="{CLERK}" id="{REPLY}"
 parentId="{FIRST}"><text>66,5</text></threadedComment>
<threadedComment ref="C4" dT="2020-04-03T03:00:00.00" personId="{CLERK}" id="{OTHER}">
<text>tunggu rapat</text></threadedComment>
</ThreadedComments>"""
PEOPLE = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<personList xmlns="{SPACE}"><person displayName="Petugas" id="{CLERK}" userId="petugas"
 providerId="None"/></personList>"""

A, B = "T00000001 · Realisasi kosong. Isi angkanya.", "T00000002 · Satuan lain. Samakan."
ROWS = [["T00000001", "✖ Galat", "", "Realisasi kosong.", "Isi angkanya.", ""]]


@pytest.fixture
def sent() -> bytes:
    """
    |   | B       | C                                                   |
    | 3 | Kode 1a | thread, closed: “90 atau 66,5?”, reply: “66,5”      |
    | 4 | Kode 1b | thread: “tunggu rapat”                              |
    | 5 | Kode 1c | plain note: “lihat lampiran”                        |
    """
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Isian"
    for row, (kode, text, author) in enumerate(
        (
            ("1a", f"{ABOVE}90 atau 66,5?\nReply:\n    66,5", f"tc={FIRST}"),
            ("1b", f"{ABOVE}tunggu rapat", f"tc={OTHER}"),
            ("1c", "lihat lampiran", "Petugas"),
        ),
        start=3,
    ):
        page.cell(row, 2, kode)
        page.cell(row, 3, row * 10).comment = Comment(text, author)
    target = io.BytesIO()
    book.save(target)
    return with_threads(target.getvalue())


def with_threads(data: bytes) -> bytes:
    """The workbook with the parts that Excel 365 adds to it."""
    package = Package(data)
    sheet = "xl/worksheets/_rels/sheet1.xml.rels"
    added = {
        "xl/threadedComments/threadedComment1.xml": THREADS.encode(),
        "xl/persons/person.xml": PEOPLE.encode(),
    }
    for rels, kind, target in (
        (sheet, "threadedComment", "../threadedComments/threadedComment1.xml"),
        ("xl/_rels/workbook.xml.rels", "person", "persons/person.xml"),
    ):
        line = f'<Relationship Id="u{kind}" Type="{KIND}/{kind}" Target="{target}"/>'
        text = package.read(rels).decode()
        added[rels] = text.replace("</Relationships>", f"{line}</Relationships>").encode()
    types = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.ms-excel.{kind}+xml"/>'
        for name, kind in (
            ("xl/threadedComments/threadedComment1.xml", "threadedcomments"),
            ("xl/persons/person.xml", "person"),
        )
    )
    old = package.read("[Content_Types].xml").decode()
    added["[Content_Types].xml"] = old.replace("</Types>", f"{types}</Types>").encode()
    return package.replaced(added)


def given(data: bytes, told: dict[str, str]) -> bytes:
    """What goes back, with these notes on cells of “Isian”."""
    asked = {("Isian", cell): text for cell, text in told.items()}
    return marked(data, asked, LEMBAR_PERBAIKAN, ROWS, ("Betulkan.",))


def thread(data: bytes, cell: str) -> list[tuple[str, str, str]]:
    """Who says what in a thread and whether it answers something, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        people = etree.fromstring(package.read("xl/persons/person.xml"))
        said = etree.fromstring(package.read("xl/threadedComments/threadedComment1.xml"))
    names = {p.get("id"): p.get("displayName", "") for p in people}
    return [
        (names[s.get("personId")], s.findtext(f"{{{SPACE}}}text") or "", s.get("parentId", ""))
        for s in said
        if s.get("ref") == cell
    ]


def copy(data: bytes, cell: str) -> tuple[str, str]:
    """Author and text of the plain note that a cell has."""
    comment = openpyxl.load_workbook(io.BytesIO(data))["Isian"][cell].comment
    return (comment.author, comment.text) if comment else ("", "")


def test_what_is_given_back_answers_the_thread(sent: bytes) -> None:
    now = given(sent, {"C3": A})

    assert thread(now, "C3") == [*thread(sent, "C3"), ("kinerja", A, FIRST)]
    assert thread(now, "C4") == thread(sent, "C4")


def test_a_thread_that_was_closed_is_opened_for_it(sent: bytes) -> None:
    now = zipfile.ZipFile(io.BytesIO(given(sent, {"C3": A})))
    other = zipfile.ZipFile(io.BytesIO(given(sent, {"C4": A})))
    name = "xl/threadedComments/threadedComment1.xml"

    assert re.findall(r'done="(.)"', now.read(name).decode()) == ["0"]
    assert re.findall(r'done="(.)"', other.read(name).decode()) == ["1"]


def test_the_copy_says_it_too_and_stays_the_copy_of_that_thread(sent: bytes) -> None:
    author, text = copy(sent, "C3")
    now = given(sent, {"C3": A})

    assert copy(now, "C3") == (author, f"{text}\nReply:\n    {A}")
    assert copy(now, "C4") == copy(sent, "C4")
    assert author == f"tc={FIRST}"


def test_a_plain_note_beside_a_thread_is_one_as_ever(sent: bytes) -> None:
    now = given(sent, {"C3": A, "C5": B})

    assert copy(now, "C5") == ("kinerja", f"{B}\n\nlihat lampiran")
    assert contents(now)["Isian!C5"] == 50


def test_a_second_round_takes_the_first_away_and_leaves_what_was_answered(
    sent: bytes,
) -> None:
    first = given(sent, {"C3": A, "C4": B})
    answer = f'<threadedComment ref="C3" dT="2020-04-09T01:00:00.00" personId="{CLERK}" \
id="{{00000000-0000-0000-0000-000000000009}}" parentId="{FIRST}"><text>sudah</text>\
</threadedComment></ThreadedComments>'
    name = "xl/threadedComments/threadedComment1.xml"
    text = Package(first).read(name).decode()
    back = Package(first).replaced(
        {name: text.replace("</ThreadedComments>", answer).encode()}
    )
    again = given(back, {"C4": A})

    said = [text for _, text, _ in thread(again, "C3")]
    assert said == ["90 atau 66,5?", "66,5", "sudah"]
    assert [text for _, text, _ in thread(again, "C4")] == ["tunggu rapat", A]
    assert copy(again, "C3") == copy(sent, "C3")
    assert copy(again, "C4")[1] == f"{copy(sent, 'C4')[1]}\nReply:\n    {A}"


def test_the_word_above_a_reply_may_be_in_another_language(sent: bytes) -> None:
    first = given(sent, {"C3": A})
    name = "xl/comments/comment1.xml"
    text = Package(first).read(name).decode().replace("Reply:", "Balas:")
    again = given(Package(first).replaced({name: text.encode()}), {"C3": B})

    assert copy(again, "C3")[1].endswith(f"66,5?\nBalas:\n    66,5\nReply:\n    {B}")


def test_nothing_given_back_leaves_the_threads_as_they_were(sent: bytes) -> None:
    was, now = Package(sent), Package(given(sent, {"C5": B}))

    for name in ("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"):
        assert now.read(name) == was.read(name)


def test_a_thread_without_its_copy_is_left_and_the_note_is_plain(sent: bytes) -> None:
    name = "xl/comments/comment1.xml"
    text = Package(sent).read(name).decode().replace(f"tc={FIRST}", "Petugas lain")
    now = given(Package(sent).replaced({name: text.encode()}), {"C3": A})

    assert thread(now, "C3") == thread(sent, "C3")
    assert copy(now, "C3")[1].startswith(A)


def test_threads_of_nobody_are_refused(sent: bytes) -> None:
    rels = "xl/_rels/workbook.xml.rels"
    text = re.sub(r"<Relationship [^>]*person[^>]*>", "", Package(sent).read(rels).decode())

    with pytest.raises(BrokenPackageError):
        given(Package(sent).replaced({rels: text.encode()}), {"C3": A})


def test_the_same_input_gives_the_same_bytes(sent: bytes) -> None:
    assert given(sent, {"C3": A, "C5": B}) == given(sent, {"C3": A, "C5": B})


def test_every_cell_says_what_it_said(sent: bytes) -> None:
    now = given(sent, {"C3": A})
    was = contents(sent)

    assert {cell: contents(now).get(cell) for cell in was} == was
    assert set(notes(now)) == set(notes(sent))


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
