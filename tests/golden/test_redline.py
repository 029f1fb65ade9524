"""The document of changes, read back: what is new, what was there, and nothing lost."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import pytest
from docx import Document

from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import DOCUMENT, W
from kinerja.adapters.redline import redline
from kinerja.model_laporan import Perubahan

SAAT = datetime(2021, 1, 4, 9, 30)
FRONT = 4  # blocks of the page before the report: title, help, table or sentence, break
Rows = Sequence[Sequence[str]]


def document(*blocks: str | Rows) -> bytes:
    """Paragraphs, and tables as rows of cells."""
    made = Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(rows=0, cols=len(block[0]))
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def marked(old: bytes, new: bytes, angka: Sequence[Perubahan] = ()) -> bytes:
    made = redline(old, new, angka, author="kinerja", saat=SAAT)
    assert made
    return made


def shown(docx: bytes, *, accepted: bool) -> list[str]:
    """What is left of the report when all changes are accepted, or all rejected."""
    gone, kept = (f"{W}del", f"{W}t") if accepted else (f"{W}ins", f"{W}delText")
    body = package.parse(package.read(docx)[DOCUMENT])[0]
    rows = (p for block in body[FRONT:] for p in block.iter(f"{W}p"))
    found = []
    for paragraph in rows:
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None:
            texts = (t for t in paragraph.iter(f"{W}t", kept) if not _inside(t, gone))
            found.append("".join(t.text or "" for t in texts))
    return [text for text in found if text]


def _inside(element: object, tag: str) -> bool:
    return any(above.tag == tag for above in element.iterancestors())  # type: ignore[attr-defined]


def texts(docx: bytes) -> list[str]:
    body = package.parse(package.read(docx)[DOCUMENT])
    found = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))
    return [text for text in found if text]


def marks(docx: bytes) -> list[tuple[str, str]]:
    root = package.parse(package.read(docx)[DOCUMENT])
    found = [(m, str(m.tag).rpartition("}")[2]) for m in root.iter(f"{W}ins", f"{W}del")]
    return [(kind, _text(m.iter(f"{W}t", f"{W}delText"))) for m, kind in found if len(m)]


def _text(found: Iterable[object]) -> str:
    return "".join(t.text or "" for t in found)  # type: ignore[attr-defined]


PAIRS = {
    "a figure": (document("Realisasi 66 dari 80."), document("Realisasi 70 dari 80.")),
    "a new paragraph": (document("Satu.", "Tiga."), document("Satu.", "Dua baru.", "Tiga.")),
    "a paragraph that is gone": (
        document("Satu.", "Dua.", "Tiga."),
        document("Satu.", "Tiga."),
    ),
    "the last one that is gone": (document("Satu.", "Dua lagi."), document("Satu.")),
    "another text": (document("Semua lain sekali."), document("Bukan itu.")),
    "a cell": (
        document("A", [["Kode", "Nilai"], ["1.1", "66"], ["1.2", "93"]]),
        document("A", [["Kode", "Nilai"], ["1.1", "70"], ["1.2", "93"]]),
    ),
    "a new row": (
        document("A", [["Kode", "Nilai"], ["1.1", "66"]]),
        document("A", [["Kode", "Nilai"], ["1.0", "5"], ["1.1", "66"], ["1.2", "93"]]),
    ),
    "rows that are gone": (
        document("A", [["Kode", "Nilai"], ["1.1", "66"], ["1.2", "93"], ["1.3", "1"]]),
        document("A", [["Kode", "Nilai"], ["1.2", "93"]]),
    ),
    "a table that is gone": (document("A", [["x", "y"], ["1", "2"]], "B"), document("A", "B")),
    "a new table": (document("A", "B"), document("A", [["x", "y"], ["1", "2"]], "B")),
    "signs of XML": (document("a < b & c"), document("a > b & d")),
}


@pytest.mark.parametrize("name", PAIRS)
def test_all_accepted_is_the_new_report_and_all_rejected_the_old_one(name: str) -> None:
    old, new = PAIRS[name]
    made = marked(old, new)

    assert shown(made, accepted=True) == texts(new)
    assert shown(made, accepted=False) == texts(old)


def test_only_the_words_that_changed_are_marked() -> None:
    made = marked(*PAIRS["a figure"])

    assert marks(made) == [("del", "66"), ("ins", "70")]


def test_every_mark_says_who_and_when_and_has_its_own_number() -> None:
    root = package.parse(package.read(marked(*PAIRS["a new row"]))[DOCUMENT])
    found = list(root.iter(f"{W}ins", f"{W}del"))

    assert {m.get(f"{W}author") for m in found} == {"kinerja"}
    assert {m.get(f"{W}date") for m in found} == {"2021-01-04T09:30:00Z"}
    assert len({m.get(f"{W}id") for m in found}) == len(found)


def test_the_figures_that_changed_are_listed_before_it() -> None:
    angka = (
        Perubahan(nama="Realisasi 1.1 TW I", semula="66", menjadi="70", diisi=True),
        Perubahan(nama="Capaian 1.1", semula="82,50", menjadi="87,50", diisi=False),
    )
    table = Document(io.BytesIO(marked(*PAIRS["a figure"], angka))).tables[0]
    rows = [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]

    assert [row for row in rows if len(row) > 1][1:] == [
        ["Realisasi 1.1 TW I", "66", "70"],
        ["Capaian 1.1", "82,50", "87,50"],
    ]


def test_the_same_report_has_no_changes() -> None:
    data = document("Satu.", [["x"], ["1"]])

    assert redline(data, data, (), author="kinerja", saat=SAAT) is None


@pytest.mark.parametrize("damaged", [b"", b"PK\x03\x04", b"bukan Word"])
def test_a_damaged_report_has_no_changes(damaged: bytes) -> None:
    assert redline(damaged, document("Satu."), (), author="kinerja", saat=SAAT) is None
