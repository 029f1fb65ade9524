"""A report compiled again: what people wrote in it stays, what the data says is new."""

from __future__ import annotations

import errno
import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from folders import filled, master, saved_on, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.files import unwritten
from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import DOCUMENT, W
from kinerja.commands import Order
from kinerja.definitions import narasi_rows
from kinerja.model import Narasi
from kinerja.outcome import Outcome
from kinerja.sheets.master import NARASI
from kinerja.sheets.table import Page
from kinerja.sheets.terbitan import LAPORAN_TERBIT, MUTAKHIR, USANG
from kinerja.temuan import KinerjaError
from open_xml import MISSING, VALIDATE, errors
from writing import edited, emptied, looks, removed, texts, typed_outside, written

TITLE = "Laporan Kinerja Tahunan 2020"
MORNING = datetime(2021, 1, 4, 8, 0, tzinfo=UTC)
BEFORE = {"TPH": {"1a": 66, "1b": 12}, "KUL": {"2a": 4}}
AFTER = {"TPH": {"1a": 70, "1b": 15}, "KUL": {"2a": 3}}
# What the planner writes into the report by hand.
WRITTEN = {
    "kata_pengantar": ("Puji syukur kami panjatkan.", "*Terima kasih* & salam."),
    "simpulan": ("Tahun ini <baik>.",),
    "permasalahan": ("Ada dua hal:", "- anggaran", "- *waktu*"),
    "penyebab:1a": ("*Sosialisasi lebih luas.*",),
    "rekomendasi:1": ("Satu.", "Dua.", "Tiga."),
}


class Office:
    """An office in a folder, whose clock goes on by an hour with every command."""

    def __init__(self, folder: Path) -> None:
        (folder / "kinerja.xlsx").write_bytes(master())
        self.folder = folder
        self.hours = 0
        self.desk = FileDesk.in_folder(folder)

    @property
    def order(self) -> Order:
        self.hours += 1
        now = MORNING + timedelta(hours=self.hours)
        return Order(self.desk, clock=lambda: now)

    @property
    def report(self) -> Path:
        return self.folder / "Laporan" / f"{TITLE}.docx"

    @property
    def changes(self) -> Path:
        return self.folder / "Laporan" / f"Perubahan {TITLE}.docx"

    def answer(self, nilai: Mapping[str, Mapping[str, object]]) -> None:
        """Every Subbagian sends its form of TW IV with these Realisasi."""
        commands.generate(self.order, "TW IV")
        (self.folder / "Masuk").mkdir(exist_ok=True)
        saved = MORNING + timedelta(hours=self.hours)
        for kode, values in nilai.items():
            form = self.folder / "Formulir" / f"Formulir {kode} TW IV 2020.xlsx"
            sent = saved_on(saved, filled(form.read_bytes(), values))
            (self.folder / "Masuk" / f"{kode} {self.hours}.xlsx").write_bytes(sent)
        commands.merge(self.order)

    def narrate(self, simpulan: str) -> None:
        """The planner types the Simpulan into the master."""
        narasi = (Narasi(bagian="simpulan", isi=simpulan),)
        self.desk.write([Page(NARASI, narasi_rows((), narasi))])

    def write(self, *edits: object) -> bytes:
        """The planner writes in the report; what it is then."""
        data = edited(self.report.read_bytes(), *edits)  # type: ignore[arg-type]
        self.report.write_bytes(data)
        return data

    def state(self) -> list[str]:
        """What the register says of every report."""
        grid = self.desk.read().grid(LAPORAN_TERBIT.name)
        assert grid
        return [
            str(c.value) for (row, column), c in grid.cells.items() if column == 3 and row > 4
        ]


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office whose first report is compiled; LibreOffice is left out, as it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    made = Office(tmp_path)
    made.answer(BEFORE)
    commands.annual(made.order)
    return made


def codes(outcome: Outcome) -> list[str]:
    """Those about the report before, and nothing of the data."""
    found = (t.rule.code for t in outcome.temuan)
    return [code for code in found if "L30" <= code <= "L59"]


def said(path: Path, name: str) -> list[str]:
    """What a document marks as put in (“ins”) or taken out (“del”), figures only."""
    root = package.parse(package.read(path.read_bytes())[DOCUMENT])
    part = "t" if name == "ins" else "delText"
    found = [
        "".join(t.text or "" for t in m.iter(f"{W}{part}")) for m in root.iter(f"{W}{name}")
    ]
    return [text for text in found if text]


def listed(path: Path) -> list[tuple[str, ...]]:
    """The rows of the first table of a document: the figures that changed."""
    table = Document(io.BytesIO(path.read_bytes())).tables[0]
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


# ---- what was written by hand


def test_five_edits_stay_as_written_and_three_figures_are_listed(kantor: Office) -> None:
    """
    | 1a TW IV | 66 → 70 |
    | 1b TW IV | 12 → 15 |
    | 2a TW IV |  4 →  3 |
    """
    hand = kantor.write(*(written(key, *lines) for key, lines in WRITTEN.items()))
    kantor.answer(AFTER)
    outcome = commands.annual(kantor.order)
    new = kantor.report.read_bytes()
    rows = listed(kantor.changes)
    typed = rows[2 : next(n for n, row in enumerate(rows[2:], 2) if row[0] == row[1])]

    assert {key: looks(new, key) for key in WRITTEN} == {
        key: looks(hand, key) for key in WRITTEN
    }
    assert [(before, after) for _, before, after in typed] == [
        ("66", "70"), ("12", "15"), ("4", "3"),
    ]  # fmt: skip
    assert codes(outcome) == []
    assert len(outcome.rincian) == 5  # what stayed, three figures, what follows from them


def test_the_document_of_changes_marks_new_and_old_figures_and_no_edit(kantor: Office) -> None:
    kantor.write(*(written(key, *lines) for key, lines in WRITTEN.items()))
    kantor.answer(AFTER)
    commands.annual(kantor.order)
    new, old = said(kantor.changes, "ins"), said(kantor.changes, "del")

    assert {"70", "15", "3"} <= set(new)
    assert {"66", "12", "4"} <= set(old)
    assert not {line for lines in WRITTEN.values() for line in lines} & {*new, *old}


@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_the_open_xml_sdk_reads_report_and_changes_without_an_error(kantor: Office) -> None:
    kantor.write(*(written(key, *lines) for key, lines in WRITTEN.items()))
    kantor.answer(AFTER)
    commands.annual(kantor.order)

    assert errors(kantor.report) == []
    assert errors(kantor.changes) == []


def test_a_control_that_nobody_touched_takes_the_new_data(kantor: Office) -> None:
    kantor.write(written("permasalahan", "Tulisan tangan."))
    kantor.narrate("Dari workbook.")
    commands.annual(kantor.order)

    assert texts(kantor.report.read_bytes(), "simpulan") == ["Dari workbook."]
    assert texts(kantor.report.read_bytes(), "permasalahan") == ["Tulisan tangan."]


def test_pressed_again_after_edits_it_writes_nothing(kantor: Office) -> None:
    kantor.write(*(written(key, *lines) for key, lines in WRITTEN.items()))
    commands.annual(kantor.order)
    before = tree(kantor.folder)
    commands.annual(kantor.order)

    assert tree(kantor.folder) == before


def test_if_the_data_changed_too_both_texts_are_told_until_it_is_edited(
    kantor: Office,
) -> None:
    kantor.write(written("simpulan", "Tulisan tangan."))
    kantor.narrate("Dari workbook.")
    first, again = commands.annual(kantor.order), commands.annual(kantor.order)
    told = next(t for t in first.temuan if t.rule.code == "L30")
    kantor.write(written("simpulan", "Tulisan lain."))
    after = commands.annual(kantor.order)

    assert (codes(first), codes(again), codes(after)) == (["L30"], ["L30"], [])
    assert dict(told.facts) == {
        "bagian": "Simpulan", "lama": "Tulisan tangan.", "baru": "Dari workbook.",
    }  # fmt: skip
    assert texts(kantor.report.read_bytes(), "simpulan") == ["Tulisan lain."]


def test_a_control_that_was_removed_comes_back_and_that_is_told(kantor: Office) -> None:
    kantor.write(removed("simpulan"))
    outcome = commands.annual(kantor.order)

    assert codes(outcome) == ["L31"]
    assert texts(kantor.report.read_bytes(), "simpulan") != []


def test_a_control_that_was_emptied_takes_the_data_again_and_that_is_told(
    kantor: Office,
) -> None:
    before = texts(kantor.report.read_bytes(), "simpulan")
    kantor.write(emptied("simpulan"))
    outcome = commands.annual(kantor.order)

    assert codes(outcome) == ["L32"]
    assert texts(kantor.report.read_bytes(), "simpulan") == before


# ---- what cannot be taken over


def test_an_edit_outside_of_the_controls_is_told_and_kept(kantor: Office) -> None:
    hand = kantor.write(typed_outside("Perjanjian Kinerja", " Ditambah tangan."))
    outcome = commands.annual(kantor.order)
    copies = [p.read_bytes() for p in (kantor.folder / "Cadangan").glob("Laporan*.docx")]

    assert codes(outcome) == ["L35"]
    assert copies == [hand]
    assert "Ditambah tangan" in "".join(said(kantor.changes, "del"))


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_a_damaged_report_is_told_and_kept(kantor: Office, cut: int) -> None:
    broken = kantor.report.read_bytes()[:cut]
    kantor.report.write_bytes(broken)
    outcome = commands.annual(kantor.order)
    copies = [p.read_bytes() for p in (kantor.folder / "Cadangan").glob("Laporan*.docx")]

    assert codes(outcome) == ["L34"]
    assert copies == [broken]
    assert zipfile.is_zipfile(kantor.report)


@pytest.mark.parametrize("left", [None, b""])
def test_handwriting_survives_a_report_that_is_gone(
    kantor: Office, left: bytes | None
) -> None:
    kantor.write(written("simpulan", "Tahun ini baik."))
    commands.annual(kantor.order)
    kantor.report.unlink()
    if left is not None:
        kantor.report.write_bytes(left)
    outcome = commands.annual(kantor.order)

    assert "Tahun ini baik." in texts(kantor.report.read_bytes(), "simpulan")
    assert codes(outcome) == ([] if left is None else ["L34"])


def test_a_pdf_that_somebody_changed_is_made_again(
    kantor: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf, made = kantor.report.with_suffix(".pdf"), count()
    complete = "kinerja.commands.compiling._completed"
    monkeypatch.setattr(complete, lambda _o, docx, _t: (docx, b"%%PDF %d" % next(made), ()))
    commands.annual(kantor.order)
    first = pdf.read_bytes()
    commands.annual(kantor.order)
    again = pdf.read_bytes()
    pdf.write_bytes(b"")
    commands.annual(kantor.order)

    assert (first, again, pdf.read_bytes()) == (b"%PDF 0", b"%PDF 0", b"%PDF 2")


def test_no_file_is_made_if_the_master_may_not_be_written(
    kantor: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.answer(AFTER)
    shut = unwritten(kantor.desk.path, PermissionError(errno.EACCES, ""))
    monkeypatch.setattr("kinerja.adapters.desk.obstacle", lambda _: shut)
    before = tree(kantor.folder)
    with pytest.raises(KinerjaError) as refused:
        commands.annual(kantor.order)

    assert [t.rule.code for t in refused.value.temuan] == ["S06"]
    assert tree(kantor.folder) == before


@pytest.mark.parametrize("command", ["annual", "semester", "evaluation"])
def test_no_file_is_made_if_its_sheet_cannot_be_written(kantor: Office, command: str) -> None:
    kantor.answer(AFTER)
    desk = kantor.folder / "kinerja.xlsx"
    workbook = load_workbook(desk)
    sheet = workbook[LAPORAN_TERBIT.name]
    [heading] = (c for row in sheet for c in row if c.value == "SHA-256")
    heading.value = None
    workbook.save(desk)
    before = tree(kantor.folder)
    with pytest.raises(KinerjaError) as refused:
        getattr(commands, command)(kantor.order)

    assert [t.rule.code for t in refused.value.temuan] == ["S69"]
    assert tree(kantor.folder) == before


def test_what_stands_in_place_of_a_report_is_refused_with_a_remedy(kantor: Office) -> None:
    kantor.report.unlink()
    kantor.report.mkdir()
    with pytest.raises(KinerjaError) as refused:
        commands.annual(kantor.order)

    assert [t.rule.code for t in refused.value.temuan] == ["L37"]


def test_a_report_that_is_open_in_word_is_left_as_it_is(kantor: Office) -> None:
    hand = kantor.write(written("simpulan", "Sedang ditulis."))
    kantor.answer(AFTER)
    (kantor.report.parent / f"~${kantor.report.name[2:]}").write_bytes(b"")
    with pytest.raises(KinerjaError) as caught:
        commands.annual(kantor.order)

    assert [t.rule.code for t in caught.value.temuan] == ["S01"]
    assert kantor.report.read_bytes() == hand
    assert not kantor.changes.exists()


def test_what_was_written_where_the_new_report_has_no_place_is_told(kantor: Office) -> None:
    """An own template without “Simpulan”."""
    kantor.write(written("simpulan", "Tulisan tangan."))
    source = Path(__file__).parents[2] / "templates" / "laporan_tahunan.docx"
    own = kantor.folder / "Templat" / source.name
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(edited(source.read_bytes(), removed("simpulan")))
    outcome = commands.annual(kantor.order)
    told = next(t for t in outcome.temuan if t.rule.code == "L33")

    assert dict(told.facts) == {"bagian": "Simpulan", "isi": "Tulisan tangan."}


# ---- the register


def test_the_register_says_which_report_no_longer_holds(kantor: Office) -> None:
    fresh = kantor.state()
    kantor.answer(AFTER)
    old = kantor.state()
    commands.annual(kantor.order)

    assert (fresh, old, kantor.state()) == ([MUTAKHIR], [USANG], [MUTAKHIR])


def test_a_trial_writes_nothing(kantor: Office) -> None:
    kantor.answer(AFTER)
    before = tree(kantor.folder)
    order = kantor.order
    outcome = commands.annual(Order(order.desk, coba=True, clock=order.clock))

    assert tree(kantor.folder) == before
    assert outcome.rincian
