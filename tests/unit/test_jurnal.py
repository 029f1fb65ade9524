"""The journal of every action that changed the master."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from grids import book, cut, page
from kinerja import jurnal
from kinerja.grid import Book
from kinerja.jurnal import jurnal_of, jurnal_pages, outgrown
from kinerja.master_reading import MasterReading
from kinerja.model import Tindakan
from kinerja.sheets import beranda
from kinerja.sheets.master import JURNAL

FIRST = Tindakan(
    waktu=datetime(2026, 11, 22, 8, 30, 5),
    nama="Buat Formulir",
    hasil="2 dibuat",
    cadangan="2026-11-22 08.30.05.000 Buat Formulir.xlsm",
)
SECOND = replace(FIRST, waktu=datetime(2026, 11, 22, 9), nama="Gabungkan", hasil="4 dibaca")
BOTH = (FIRST, SECOND)


def sheet(*actions: Tindakan, cells: str | None = None) -> Book:
    """A master with this journal, and what a person typed in it."""
    written = jurnal_pages(actions)[0]
    return book(cut(page(JURNAL, written.rows, "kinerja.xlsm"), cells))


def read(whole: Book) -> tuple[Tindakan, ...]:
    reading = MasterReading(whole)
    found = jurnal_of(reading)

    assert reading.temuan == []
    return found


def test_actions_go_out_newest_first_and_come_back_equal() -> None:
    rows = jurnal_pages(BOTH)[0].rows

    assert [row[1] for row in rows] == ["Gabungkan", "Buat Formulir"]
    assert read(sheet(*BOTH)) == BOTH


def test_beranda_shows_the_last_actions() -> None:
    shown = jurnal_pages(BOTH * 3)[1]

    assert shown.sheet == beranda.TERAKHIR
    assert len(shown.rows) == beranda.TINDAKAN
    assert shown.rows[0] == ["Gabungkan", "22 Nov 2026, 09.00", "4 dibaca"]


def test_a_row_that_a_person_made_unreadable_is_kept_in_its_place(table: str) -> None:
    """
    |   | A            | C       |
    | 5 | tadi pagi    |         |
    | 6 |              | tebakan |
    | 7 | bukan riwayat |        |
    """
    found = read(sheet(*BOTH, cells=table))

    assert [t.waktu for t in found] == ["bukan riwayat", "", "tadi pagi"]
    assert [t.nama for t in found] == ["", "Buat Formulir", "Gabungkan"]
    assert read(sheet(*found)) == found


def test_a_moment_that_a_program_made_a_date_is_read(table: str) -> None:
    """
    |   | A          |
    | 5 | 2026-11-22 |
    """
    assert read(sheet(*BOTH, cells=table))[1].waktu == datetime(2026, 11, 22)


def test_a_master_of_older_days_has_no_journal() -> None:
    assert read(book()) == ()


def test_rows_that_stand_nowhere_else_go_out_as_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jurnal, "TERBANYAK", 2)
    old = replace(FIRST, hasil="satu\ndua\ttiga", oleh="budi")

    assert [row[1] for row in jurnal_pages((old, *BOTH))[0].rows] == [
        "Gabungkan",
        "Buat Formulir",
    ]
    assert outgrown((old, SECOND)) == (
        "2026-11-22 08:30:05\tBuat Formulir\tsatu dua tiga\t"
        "2026-11-22 08.30.05.000 Buat Formulir.xlsm\tbudi\t",
    )
    assert outgrown((replace(old, sidik="1" * 64), SECOND)) == ()
    assert outgrown((SECOND,)) == ()
