"""Lembar Disposisi and Surat Edaran on a folder, pressed again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from folders import master
from grids import codes
from kinerja import commands, settings
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.order import rekap_of
from kinerja.grid import Value
from kinerja.model import Pengaturan
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets import master as sheets
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.table import Page, Sheet
from kinerja.tables import pages
from kinerja.temuan import KinerjaError
from letters import PENGATURAN

WIB = timezone(timedelta(hours=7))
EDARAN = "Surat/Surat Edaran TW I 2026.docx"
LEMBAR = "Surat/Lembar Disposisi TW I 2026.docx"
OTHER = replace(PENGATURAN, nama_pejabat="Nama Lain")
SUBBAGIAN = """
| kode | nama                           | kepala    |
| TPH  | Teknis dan Hubungan Masyarakat | Nama Satu |
| KUL  | Keuangan, Umum, dan Logistik   | Nama Dua  |
"""


@dataclass(slots=True)
class Clock:
    """A clock that the test moves on: Thursday 19 November 2026."""

    at: datetime = datetime(2026, 11, 19, 2, 14, 33, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time at the office."""
        return self.at.astimezone(WIB)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def order(tmp_path: Path, clock: Clock) -> Order:
    """An office with everything set that letters print, and no form yet."""
    book = master(pengaturan=PENGATURAN, subbagian=SUBBAGIAN)
    (tmp_path / "kinerja.xlsx").write_bytes(book)
    return Order(FileDesk.in_folder(tmp_path), clock=clock)


def type_in(order: Order, sheet: Sheet, **cells: Value) -> None:
    """What a person types in the first row of a register."""
    rekap, _ = rekap_of(order)
    (page,) = (p for p in pages(rekap, ()) if p.sheet is sheet)
    keys = [c.key for c in sheet.columns]
    first = [cells.get(key, value) for key, value in zip(keys, page.rows[0], strict=True)]
    order.desk.write([Page(sheet, [first, *page.rows[1:]])], tuple)


def everything(folder: Path) -> dict[str, bytes]:
    """Each file below the folder, the lock aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def text(order: Order, name: str) -> str:
    document = Document(str(order.folder / name))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def read(order: Order) -> Rekap:
    return rekap_of(order)[0]


def of_letters(outcome: Outcome) -> list[str]:
    return [code for code in codes(outcome.temuan) if code.startswith("N")]


both = pytest.mark.parametrize(
    ("command", "name"),
    [(commands.disposition, LEMBAR), (commands.circular, EDARAN)],
    ids=["disposition", "circular"],
)
Command = Callable[[Order], Outcome]


@both
def test_pressed_twice_it_changes_no_byte(
    order: Order, clock: Clock, command: Command, name: str
) -> None:
    first = command(order)
    before = everything(order.folder)
    clock.at += timedelta(hours=2)
    second = command(order)

    assert (first.berkas, second.berkas) == ((name,), ())
    assert (first.counts["dibuat"], second.counts["sudah_ada"]) == (1, 1)
    assert everything(order.folder) == before


@both
def test_a_trial_writes_nothing(order: Order, command: Command, name: str) -> None:
    before = everything(order.folder)
    outcome = command(Order(order.desk, coba=True, clock=order.clock))

    assert (outcome.berkas, outcome.coba) == ((name,), True)
    assert everything(order.folder) == before


@both
def test_a_letter_that_was_changed_in_word_stays(
    order: Order, command: Command, name: str
) -> None:
    command(order)
    path = order.folder / name
    path.write_bytes(path.read_bytes() + b"diubah orang")
    changed = path.read_bytes()
    same = command(order)
    sheet = DISPOSISI if command is commands.disposition else SURAT_EDARAN
    type_in(order, sheet, perihal="Perihal baru", tentang="Tentang baru")
    news = command(order)

    assert (same.berkas, of_letters(same).count("N01")) == ((), 0)
    assert news.berkas == (name.replace(".docx", " (2).docx"),)
    assert "N01" in of_letters(news)
    assert path.read_bytes() == changed


@both
def test_a_letter_that_is_open_in_word_is_said_and_nothing_is_half_written(
    order: Order, command: Command, name: str
) -> None:
    command(order)
    sheet = DISPOSISI if command is commands.disposition else SURAT_EDARAN
    type_in(order, sheet, perihal="Perihal baru", tentang="Tentang baru")
    path = order.folder / name
    (path.parent / f"~${path.name[2:]}").write_bytes(b"")
    before = everything(order.folder)
    with pytest.raises(KinerjaError) as error:
        command(order)

    assert codes(error.value.temuan) == ["S01"]
    assert everything(order.folder) == before


@both
def test_it_can_be_taken_back_and_pressed_again(
    order: Order, command: Command, name: str
) -> None:
    command(order)
    row = (read(order).disposisi, read(order).surat_edaran)
    commands.undo(order)
    undone = (read(order).disposisi, read(order).surat_edaran)
    command(order)

    assert undone == ((), ())
    assert (read(order).disposisi, read(order).surat_edaran) == row
    assert (order.folder / name).is_file()


@both
def test_what_was_taken_back_is_printed_anew_in_its_own_place(
    order: Order, command: Command, name: str
) -> None:
    command(order)
    commands.undo(order)
    order.desk.write([Page(sheets.PENGATURAN, settings.rows(OTHER))], tuple)
    outcome = command(order)

    assert "N01" not in codes(outcome.temuan)
    assert [path.name for path in (order.folder / name).parent.iterdir()] == [
        name.rpartition("/")[2]
    ]


@both
@pytest.mark.parametrize("place", ["Cadangan", "Riwayat"])
def test_where_nothing_can_be_kept_nothing_is_written(
    order: Order, command: Command, name: str, place: str
) -> None:
    (order.folder / place).write_bytes(b"bukan folder")
    before = everything(order.folder)
    with pytest.raises(KinerjaError) as caught:
        command(order)

    assert [(t.rule.code, t.location.file) for t in caught.value.temuan] == [("S14", place)]
    assert everything(order.folder) == before


def test_the_first_press_stamps_the_sop_and_later_ones_do_not(
    order: Order, clock: Clock
) -> None:
    commands.disposition(order)
    clock.at += timedelta(hours=1)
    commands.circular(order)
    clock.at += timedelta(hours=1)
    commands.disposition(order)
    commands.circular(order)
    caps = {c.langkah: c.selesai for c in read(order).cap if c.selesai}

    assert caps == {1: datetime(2026, 11, 19, 9, 14), 4: datetime(2026, 11, 19, 10, 14)}


def test_a_sheet_that_was_carried_on_is_printed_with_it(order: Order) -> None:
    commands.disposition(order)
    type_in(order, DISPOSISI, terusan_2=datetime(2026, 11, 19, 9, 40), agenda="41")
    outcome = commands.disposition(order)

    assert outcome.berkas == (LEMBAR,)
    assert "19 Nov 2026, 09.40" in text(order, LEMBAR)
    assert read(order).disposisi[0].agenda == "41"


def test_a_number_that_is_typed_is_printed_in_the_pattern(order: Order) -> None:
    commands.generate(order)
    without = commands.circular(order)
    type_in(order, SURAT_EDARAN, no="12")
    with_it = commands.circular(order)

    assert (of_letters(without), of_letters(with_it)) == (["N05"], [])
    assert read(order).surat_edaran[0].nomor == "12 Tahun 2026"
    assert "Nomor 12 Tahun 2026" in text(order, EDARAN)


def test_before_the_forms_it_is_made_and_says_what_is_missing(order: Order) -> None:
    before = commands.circular(order)
    commands.generate(order)
    after = commands.circular(order)

    assert of_letters(before) == ["N05", "N13"]
    assert of_letters(after) == ["N05"]
    assert "K2026-KUL-P1-R1-" in text(order, EDARAN)


def test_a_signed_letter_is_not_made_again_and_a_change_is_said(order: Order) -> None:
    commands.generate(order)
    commands.circular(order)
    letter = (order.folder / EDARAN).read_bytes()
    at = datetime(2026, 11, 19, 10)
    done = {f"{what}_{n}": v for n in ("PENGELOLA", "KASUBBAG", "SEKRETARIS")
            for what, v in (("saat", at), ("oleh", "siapa"))}  # fmt: skip
    type_in(order, SURAT_EDARAN, **done)
    signed = commands.circular(order)
    type_in(order, SURAT_EDARAN, no="12")
    numbered = commands.circular(order)

    assert (of_letters(signed), signed.counts["sudah_ada"]) == (["N05"], 1)
    assert of_letters(numbered) == ["N15"]
    assert read(order).surat_edaran[0].nomor == "12 Tahun 2026"
    assert (order.folder / EDARAN).read_bytes() == letter


def test_an_unknown_part_of_the_number_refuses_the_letter(tmp_path: Path) -> None:
    strange = Pengaturan(tahun=2026, format_nomor="{no}/{bulan}/{tahun")
    (tmp_path / "kinerja.xlsx").write_bytes(master(pengaturan=strange))
    order = Order(FileDesk.in_folder(tmp_path))
    before = everything(tmp_path)
    outcome = commands.circular(order)

    assert (outcome.refused, of_letters(outcome)) == (True, ["N03", "N03"])
    assert everything(tmp_path) == before


@both
def test_a_register_that_lost_a_heading_is_said_and_nothing_is_written(
    order: Order, command: Command, name: str
) -> None:
    command(order)
    sheet = DISPOSISI if command is commands.disposition else SURAT_EDARAN
    type_in(order, sheet, perihal="Perihal kami", tentang="Tentang kami")
    path = order.folder / "kinerja.xlsx"
    book = load_workbook(path)
    book[sheet.name]["B4"] = "Lain"
    book.save(path)
    before = everything(order.folder)
    with pytest.raises(KinerjaError) as error:
        command(order)

    assert codes(error.value.temuan) == ["S69"]
    assert everything(order.folder) == before


def test_an_office_may_have_a_template_of_its_own(order: Order) -> None:
    own = order.folder / "Templat" / "disposisi.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("Milik kantor: {{ perihal }}")
    document.save(str(own))
    commands.disposition(order)

    assert text(order, LEMBAR).startswith("Milik kantor: Pengumpulan Data Kinerja")


def test_a_field_that_no_letter_has_refuses_it_and_changes_nothing(order: Order) -> None:
    own = order.folder / "Templat" / "disposisi.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("{{ perihall }}")
    document.save(str(own))
    before = everything(order.folder)
    with pytest.raises(KinerjaError) as error:
        commands.disposition(order)

    assert codes(error.value.temuan) == ["L02"]
    assert everything(order.folder) == before
