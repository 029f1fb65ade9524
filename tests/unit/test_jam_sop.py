"""The sheets “SOP” and “Jam SOP”, and the checks of both.

Headings stand in row 4. SOP: A No, B kegiatan, C pelaksana, E waktu baku, F satuan waktu.
Jam SOP: A periode, B langkah, K mulai sebenarnya, L selesai sebenarnya, M alasan, N cap.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from calendars import office_in
from grids import codes, page, places
from kinerja.check import check
from kinerja.grid import Book, Value
from kinerja.jam_sop import jam_sop_rows, sop_rows
from kinerja.master import read_rekap
from kinerja.model_sop import (
    Cap,
    Disposisi,
    Distribusi,
    HariLibur,
    LangkahSop,
    SatuanWaktu,
    SuratEdaran,
)
from kinerja.rekap import Rekap
from kinerja.sheets.sop import JAM_SOP, SOP
from kinerja.sop import SEED, stamped
from kinerja.temuan import Temuan
from masters import FILE, master_book, with_cells
from office import REKAP

NOON = datetime(2020, 4, 13, 14)  # a Monday
STAMPED = stamped(replace(REKAP, kini=NOON), "disposition")


def read(text: str, rekap: Rekap = STAMPED) -> tuple[Rekap, list[Temuan]]:
    """The Rekap of a master with these cells in “Jam SOP”."""
    return read_rekap(with_cells(JAM_SOP, text, rekap))


def with_sop(*rows: list[Value]) -> Book:
    """The master with these rows in the sheet “SOP”."""
    book = master_book()
    return replace(book, grids=(*book.grids, page(SOP, rows, FILE)))


def row(nomor: Value, waktu: Value = None, satuan: str = "menit") -> list[Value]:
    return [nomor, "Kegiatan", "Staf", "", waktu, satuan, ""]


def problems(rekap: Rekap) -> list[str]:
    """The codes of what the clock and the calendar have to say."""
    return [code for code in codes(check(rekap)) if code.startswith("W")]


# ---- the sheet “SOP”


def test_sop_of_the_seed_is_read_back_as_it_was_written() -> None:
    rekap, temuan = read_rekap(with_sop(*map(list, sop_rows())))

    assert temuan == []
    assert rekap.sop == SEED


@pytest.mark.parametrize("book", [master_book(), with_sop()])
def test_without_a_row_the_steps_are_those_of_the_seed(book: Book) -> None:
    rekap, temuan = read_rekap(book)

    assert temuan == []
    assert rekap.sop == SEED


def test_time_of_a_step_is_read_in_its_unit() -> None:
    rekap, temuan = read_rekap(
        with_sop(row(Decimal(1), "1,5", "Jam"), row(Decimal(2), Decimal(2), "hari"))
    )

    assert temuan == []
    assert [(s.waktu, s.satuan_waktu) for s in rekap.sop] == [
        (Decimal("1.5"), SatuanWaktu.JAM),
        (Decimal(2), SatuanWaktu.HARI),
    ]


def test_what_cannot_be_read_of_a_step_is_reported_at_its_cell() -> None:
    """
    |   | A    | E     | F     |
    | 5 | satu | 10    | menit |
    | 6 | 2    | lama  | menit |
    | 7 | 3    | 10    | windu |
    | 8 | 4    | -5    | menit |
    | 9 | 2    | 20    | menit |
    | 10 | 1,5 | 20    | menit |
    | 11 |     | 20    | menit |
    """
    ten = Decimal(10)
    rekap, temuan = read_rekap(
        with_sop(
            row("satu", ten),
            row(Decimal(2), "lama"),
            row(Decimal(3), ten, "windu"),
            row(Decimal(4), Decimal(-5)),
            row(Decimal(2), Decimal(20)),
            row("1,5", Decimal(20)),
            row(None, Decimal(20)),
        )
    )

    assert places(temuan) == [
        ("W07", "A5"),
        ("W07", "E6"),
        ("W07", "F7"),
        ("W07", "E8"),
        ("W08", "A9"),
        ("W07", "A10"),
        ("W07", "A11"),
    ]
    assert [(s.nomor, s.waktu) for s in rekap.sop] == [(2, None), (3, None), (4, None)]


# ---- the sheet “Jam SOP”


def test_stamps_are_read_back_as_they_were_written() -> None:
    rekap, temuan = read_rekap(master_book(STAMPED))

    assert temuan == []
    assert rekap.cap == STAMPED.cap


def test_every_step_of_the_running_periode_has_a_row_to_type_in() -> None:
    rows = jam_sop_rows(REKAP)

    assert [(r[0], r[1]) for r in rows] == [(1, n) for n in range(1, 15)]
    assert [r[-1] for r in jam_sop_rows(STAMPED)] == [NOON] + [None] * 13


def test_an_earlier_periode_keeps_its_rows() -> None:
    later = replace(STAMPED, pengaturan=replace(STAMPED.pengaturan, periode=3))

    assert sorted({int(str(r[0])) for r in jam_sop_rows(later)}) == [1, 3]
    assert len(jam_sop_rows(later)) == 28


def test_what_is_typed_is_kept_as_it_is_and_read_where_it_can_be(table: str) -> None:
    """
    |   | K                | L                 | M         |
    | 5 | '13/04/2020 08.00 |                  | sejak pagi |
    | 6 |                  | '14 April 2020 pukul 09.30 | dicap kemudian |
    | 7 | 2020-04-14       | besok siang       | belum tahu |
    """
    rekap, temuan = read(table)
    again, _ = read_rekap(master_book(rekap))
    one, two, three = rekap.cap

    assert places(temuan) == [("R21", "L7")]
    assert (one.mulai_nyata, one.selesai) == (datetime(2020, 4, 13, 8), NOON)
    assert two.selesai_nyata == datetime(2020, 4, 14, 9, 30)
    assert (three.mulai_nyata, three.selesai_nyata) == (datetime(2020, 4, 14), "besok siang")
    assert again.cap == rekap.cap


def test_time_without_a_reason_is_reported_where_the_reason_is_due(table: str) -> None:
    """
    |   | K                 | L                 | M     |
    | 5 | '13/04/2020 08.00 |                   |       |
    | 6 |                   | '13/04/2020 15.00 |       |
    | 7 |                   | '13/04/2020 16.00 | lupa  |
    | 8 |                   |                   | hanya catatan |
    """
    rekap, temuan = read(table)

    assert places(temuan) == [("W02", "M5"), ("W02", "M6")]
    assert [c.langkah for c in rekap.cap] == [1, 2, 3, 4]


def test_row_of_no_step_is_reported_and_what_is_typed_there_stays(table: str) -> None:
    """
    |   | A     | B  | L                 | M    |
    | 5 | satu  | 1  | '14/04/2020 09.00 | satu |
    | 6 | 1     | 2  | '14/04/2020 10.00 | dua  |
    | 7 | 1     | 2  | '14/04/2020 11.00 | lagi |
    """
    rekap, temuan = read(table)
    again, temuan_again = read_rekap(master_book(rekap))
    kept = [(c.periode, c.langkah, c.alasan) for c in rekap.cap]

    assert places(temuan) == [("W09", "A5"), ("W09", "A7")]
    assert kept == [(1, 2, "dua"), (0, 0, "satu"), (0, 0, "lagi")]
    assert [(c.periode, c.langkah, c.alasan) for c in again.cap] == kept
    assert codes(temuan_again) == ["W09", "W09"]


def test_stamp_of_a_step_that_the_sop_no_longer_has_keeps_its_row() -> None:
    short = replace(STAMPED, sop=SEED[1:3])

    assert [r[1] for r in jam_sop_rows(short)] == [2, 3, 1]


def test_master_from_before_these_sheets_is_read_without_them() -> None:
    book = master_book()
    old = replace(book, grids=tuple(g for g in book.grids if g.sheet != JAM_SOP.name))
    rekap, temuan = read_rekap(old)

    assert temuan == []
    assert rekap.cap == ()


# ---- the checks of the clock


def test_times_that_cannot_be_are_reported_at_their_cell(table: str) -> None:
    """
    |   | K                 | L                 | M       |
    | 5 | '13/04/2020 15.00 |                   | keliru  |
    | 6 |                   | '14/04/2029 08.00 | keliru  |
    | 7 |                   | '13/04/2020 14.30 | sebelum langkah 2 |
    """
    rekap, _ = read(table)
    found = [
        t for t in check(replace(rekap, kini=NOON, kalender=office_in(2020).kalender))
        if t.rule.code.startswith("W")
    ]  # fmt: skip

    assert places(found) == [("W04", ""), ("W03", "L5"), ("W05", "L6"), ("W05", "L7")]


def test_a_cycle_in_its_turn_has_nothing_to_say() -> None:
    stamps = (Cap(periode=1, langkah=n, selesai=NOON.replace(minute=n)) for n in range(1, 5))
    rekap = replace(office_in(2020), cap=tuple(stamps), kini=NOON.replace(hour=16))

    assert problems(rekap) == []


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        ({}, []),
        ({1: 25}, ["W06"]),
        (dict.fromkeys(range(1, 9), 25), ["W06"]),
        ({**dict.fromkeys(range(1, 8), 25), 8: 30}, []),
    ],
)
def test_filled_times_of_the_unread_steps_make_the_rest_of_the_whole(
    filled: dict[int, int], expected: list[str]
) -> None:
    def known(step: LangkahSop) -> LangkahSop:
        minutes = filled.get(step.nomor)
        return step if minutes is None else replace(step, waktu=Decimal(minutes))

    rekap = replace(office_in(2020), sop=tuple(map(known, SEED)))

    assert problems(rekap) == expected


# ---- the check of the calendar


def in_year(tahun: int, **fields: object) -> Rekap:
    rekap = replace(office_in(tahun), kini=datetime(tahun, 1, 6, 8))
    return replace(rekap, **fields)  # type: ignore[arg-type]


def test_year_without_announced_days_is_said_once_with_its_name() -> None:
    found = [t for t in check(in_year(2071)) if t.rule.code == "W01"]

    assert places(found) == [("W01", "")]
    assert "2071" in found[0].message
    assert "2071" in found[0].remedy


def test_year_of_which_the_sheet_says_something_is_known() -> None:
    typed = HariLibur(tanggal=date(2071, 8, 18), keterangan="Cuti bersama")

    assert problems(in_year(2071, hari_libur=(typed,))) == []
    assert problems(in_year(2025)) == []


def test_before_the_calendar_was_asked_nothing_is_said_of_it() -> None:
    assert problems(replace(in_year(2071), kini=None)) == []


@pytest.mark.parametrize(
    "register",
    [
        {"disposisi": (Disposisi(periode=1, batas=date(2071, 1, 5)),)},
        {"surat_edaran": (SuratEdaran(periode=1, batas=date(2071, 1, 5)),)},
        {
            "distribusi": (
                Distribusi(
                    periode=1,
                    subbagian="TPH",
                    revisi=1,
                    berkas="",
                    sha256="",
                    batas=date(2025, 4, 16),
                    batas_khusus=date(2071, 1, 5),
                ),
            )
        },
    ],
)
def test_deadline_in_a_year_that_is_not_known_is_said(register: dict[str, object]) -> None:
    assert problems(in_year(2025, **register)) == ["W01"]
