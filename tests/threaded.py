"""Workbooks with threads of comments, made as Excel 365 makes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import openpyxl
from lxml import etree
from openpyxl.comments import Comment

from kinerja.adapters.parts import Package

SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
KIND = "http://schemas.microsoft.com/office/2017/10/relationships"
CLERK = "{00000000-0000-0000-0000-00000000C1EC}"
THREADS, PEOPLE = "xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"
# What Excel writes above the copy of a thread, for programs without threads.
ABOVE = "[Threaded comment]\n\nYour version of Excel allows this.\n\nComment:\n    "
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Said(NamedTuple):
    """One entry of a thread."""

    who: str
    text: str
    answers: str  # the number of the entry that began the thread


def number(cell: str, place: int = 0) -> str:
    """The number of an entry: of the cell, and how many were there before it."""
    return f"{{00000000-0000-0000-{place:04}-{cell.encode().hex():0>12}}}".upper()


def threaded(
    data: bytes, sheet: str, threads: Mapping[str, Sequence[str]], closed: str = ""
) -> bytes:
    """The workbook with a thread on each of these cells; that of one cell is closed."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell, texts in threads.items():
        copy = ABOVE + "\nReply:\n    ".join(texts)
        book[sheet][cell].comment = Comment(copy, f"tc={number(cell)}")
    target, place = io.BytesIO(), book.sheetnames.index(sheet) + 1
    book.save(target)
    said = "".join(
        _entry(cell, n, text, is_closed=cell == closed and not n)
        for cell, texts in threads.items()
        for n, text in enumerate(texts)
    )
    person = f'<person displayName="Petugas" id="{CLERK}" userId="p" providerId="None"/>'
    package = Package(target.getvalue())
    added = {
        THREADS: f'{_DECLARED}<ThreadedComments xmlns="{SPACE}">{said}</ThreadedComments>',
        PEOPLE: f'{_DECLARED}<personList xmlns="{SPACE}">{person}</personList>',
    }
    for rels, kind, part in (
        (f"xl/worksheets/_rels/sheet{place}.xml.rels", "threadedComment", THREADS),
        ("xl/_rels/workbook.xml.rels", "person", PEOPLE),
    ):
        line = f'<Relationship Id="u{kind}" Type="{KIND}/{kind}" Target="/{part}"/>'
        added[rels] = _more(package, rels, line)
    added["[Content_Types].xml"] = _more(
        package,
        "[Content_Types].xml",
        *(
            f'<Override PartName="/{part}" ContentType="application/vnd.ms-excel.{kind}+xml"/>'
            for part, kind in ((THREADS, "threadedcomments"), (PEOPLE, "person"))
        ),
    )
    return package.replaced({name: text.encode() for name, text in added.items()})


def answered(data: bytes, cell: str, text: str) -> bytes:
    """The workbook after the clerk has answered last in the thread of a cell."""
    package, entry = Package(data), _entry(cell, 99, text)
    return package.replaced({THREADS: _more(package, THREADS, entry).encode()})


def thread(data: bytes, cell: str) -> list[Said]:
    """What is said in the thread of a cell, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        people = etree.fromstring(package.read(PEOPLE))
        said = etree.fromstring(package.read(THREADS))
    names = {p.get("id"): p.get("displayName", "") for p in people}
    return [
        Said(
            names[s.get("personId")],
            s.findtext(f"{{{SPACE}}}text") or "",
            s.get("parentId", ""),
        )
        for s in said
        if s.get("ref") == cell
    ]


def _entry(cell: str, place: int, text: str, *, is_closed: bool = False) -> str:
    more = f' parentId="{number(cell)}"' if place else ""
    more += ' done="1"' if is_closed else ""
    return (
        f'<threadedComment ref="{cell}" dT="2020-04-03T01:{place:02}:00.00" '
        f'personId="{CLERK}" id="{number(cell, place)}"{more}><text>{text}</text>'
        "</threadedComment>"
    )


def _more(package: Package, part: str, *lines: str) -> str:
    """A part with these lines before its end."""
    before, end, after = package.read(part).decode().rpartition("</")
    return before + "".join(lines) + end + after
