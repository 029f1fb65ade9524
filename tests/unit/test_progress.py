"""Whose form is back, who is late in working days, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from grids import records
from kinerja import progress
from kinerja.model import Location
from kinerja.model_sop import Distribusi, Hari, HariLibur, Kalender
from kinerja.progress import Pengembalian, pengembalian, status_page
from kinerja.rekap import Penerimaan, Rekap
from kinerja.sheets.distribusi import STATUS, Ketepatan
from kinerja.temuan import GALAT, Rule
from kinerja.verify import verify
from office import BARE, REKAP, answer, having, kiriman

# April 2020: the 6th is a Monday, the 10th a Friday
KALENDER = Kalender({date(2020, 4, 10): "Wafat Yesus Kristus"}, frozenset({2020}))
NOW = datetime(2020, 4, 15, 9, 0)
KEYS = {k.name: k for k in Ketepatan}


def day(text: str) -> date | str | None:
    """``9`` is the 9th of April 2020; anything else stays as it was typed."""
    return date(2020, 4, int(text)) if text.isdecimal() else text or None


def moment(text: str) -> datetime | str | None:
    """``9 16.00`` is that hour of the 9th of April 2020."""
    number, _, hour = text.partition(" ")
    if not number.isdecimal():
        return text or None
    hours, _, minutes = (hour or "8.00").partition(".")
    return datetime(2020, 4, int(number), int(hours), int(minutes))


def handed(table: str) -> tuple[Distribusi, ...]:
    """The register: one row for each line of the table."""
    return tuple(
        Distribusi(
            periode=int(row.get("periode") or 1),
            subbagian=row["subbagian"],
            revisi=int(row.get("revisi") or 1),
            berkas=f"Formulir {row['subbagian']} TW I 2020.xlsx",
            sha256="",
            dibagikan=moment(row.get("dibagikan", "6")),
            batas=day(row.get("batas", "")),
            batas_khusus=day(row.get("khusus", "")),
            kembali=moment(row.get("kembali", "")),
            kembali_nyata=moment(row.get("nyata", "")),
            location=Location("kinerja.xlsm", "Distribusi", number, "A"),
        )
        for number, row in enumerate(records(table), start=5)
    )


def office(table: str, rekap: Rekap = REKAP, now: datetime | None = NOW) -> Rekap:
    return replace(rekap, distribusi=handed(table), kalender=KALENDER, kini=now)


def states(rows: Sequence[Pengembalian]) -> list[tuple[str, Ketepatan, int]]:
    return [(r.subbagian, r.ketepatan, r.lewat) for r in rows if r.periode == 1]


def test_ketepatan_follows_the_days_of_the_register(table: str) -> None:
    """
    | subbagian | batas | khusus | kembali  | nyata   | ketepatan | lewat |
    | A         | 9     |        | 9 23.59  |         | TEPAT     | 0     |
    | B         | 9     |        | 13 0.01  |         | TERLAMBAT | 1     |
    | C         | 9     |        | 14       |         | TERLAMBAT | 2     |
    | D         | 9     | 14     | 14       |         | TEPAT     | 0     |
    | E         | 9     | 8      | 9        |         | TERLAMBAT | 1     |
    | F         | 9     |        | 14       | 9 15.00 | TEPAT     | 0     |
    | G         | 14    |        | 14       | 15      | TERLAMBAT | 1     |
    | H         | 9     |        |          | 8       | TEPAT     | 0     |
    | I         | 9     |        |          |         | LEWAT     | 3     |
    | J         | 15    |        |          |         | BELUM     | 0     |
    | K         | 16    |        |          |         | BELUM     | 0     |
    | L         |       |        |          |         | BELUM     | 0     |
    | M         |       |        | 9        |         | KEMBALI   | 0     |
    | N         | 9     |        | 11       |         | TERLAMBAT | 1     |
    | O         | 9     | Kamis  | 9        | sudah   | TEPAT     | 0     |
    | P         | 12    |        | 12       |         | TEPAT     | 0     |
    | Q         | 12    |        | 13       |         | TERLAMBAT | 1     |
    """
    rekap = replace(office(table), indikator=(), terbit=())
    expected = [
        (row["subbagian"], KEYS[row["ketepatan"]], int(row["lewat"])) for row in records(table)
    ]

    assert states(pengembalian(rekap)) == expected


def test_a_day_of_the_sheet_hari_libur_wins_over_the_calendar(table: str) -> None:
    """
    | subbagian | batas | kembali |
    | A         | 9     | 14      |
    """
    typed = (
        HariLibur(tanggal=date(2020, 4, 10), hari=Hari.KERJA),
        HariLibur(tanggal=date(2020, 4, 13), keterangan="Cuti daerah"),
    )
    rekap = replace(office(table), indikator=(), terbit=(), hari_libur=typed)

    assert states(pengembalian(rekap)) == [("A", Ketepatan.TERLAMBAT, 2)]


def test_who_was_handed_nothing_yet_is_named_in_the_running_periode_only() -> None:
    rows = pengembalian(replace(BARE, kini=NOW))

    assert [(r.periode, r.subbagian, r.ketepatan) for r in rows] == [
        (1, "TPH", Ketepatan.TANPA),
        (1, "KUL", Ketepatan.TANPA),
    ]


def test_a_form_that_came_back_is_back_without_a_row_in_the_register() -> None:
    rows = pengembalian(having(kiriman(answer(nilai=66)), rekap=BARE))

    assert states(rows) == [("TPH", Ketepatan.KEMBALI, 0), ("KUL", Ketepatan.TANPA, 0)]


def test_a_refused_file_is_no_return(table: str) -> None:
    """
    | subbagian | batas |
    | TPH       | 14    |
    """
    refused = kiriman(penerimaan=Penerimaan.DITOLAK)
    rows = pengembalian(having(refused, rekap=office(table)))

    assert states(rows)[0] == ("TPH", Ketepatan.LEWAT, 1)


def test_a_file_that_was_merged_unnoticed_is_back_but_nobody_can_say_when(table: str) -> None:
    """
    | subbagian | batas |
    | TPH       | 14    |
    """
    rows = pengembalian(having(kiriman(answer(nilai=66)), rekap=office(table)))

    assert states(rows)[0] == ("TPH", Ketepatan.KEMBALI, 0)


@pytest.mark.parametrize(
    ("revisi", "expected"), [(1, Ketepatan.LEWAT), (2, Ketepatan.KEMBALI)]
)
def test_the_revisi_that_was_handed_out_last_is_awaited(
    revisi: int, expected: Ketepatan, table: str
) -> None:
    """
    | subbagian | revisi | batas | kembali |
    | TPH       | 1      | 8     | 8       |
    | TPH       | 2      | 14    |         |
    """
    sent = kiriman(answer(nilai=66), revisi=revisi)
    rows = pengembalian(having(sent, rekap=office(table)))

    assert states(rows)[0][:2] == ("TPH", expected)


def test_without_a_clock_nobody_is_late(table: str) -> None:
    """
    | subbagian | batas | kembali |
    | TPH       | 9     |         |
    | KUL       | 9     | 14      |
    """
    assert states(pengembalian(office(table, now=None))) == [
        ("TPH", Ketepatan.BELUM, 0),
        ("KUL", Ketepatan.TERLAMBAT, 2),
    ]


def test_a_subbagian_that_left_the_master_is_listed_by_its_code(table: str) -> None:
    """
    | subbagian | batas |
    | LAMA      | 14    |
    | KUL       | 14    |
    """
    rows = pengembalian(office(table))

    assert [r.subbagian for r in rows if r.periode == 1] == ["TPH", "KUL", "LAMA"]


# ---- the sheet


def shown(rekap: Rekap, key: str) -> list[object]:
    column = [c.key for c in STATUS.columns].index(key)
    return [row[column] for row in status_page(rekap).rows if row[0] == "TW I"]


def test_the_sheet_says_which_days_were_skipped_and_why(table: str) -> None:
    """
    | subbagian | dibagikan | batas |
    | TPH       | 8 10.00   | 14    |
    | KUL       | 6 10.00   | 8     |
    """
    assert shown(office(table), "dilewati") == [
        "Jumat 10 Apr (Wafat Yesus Kristus), Sabtu 11 Apr, Minggu 12 Apr",
        "",
    ]


def test_the_sheet_has_every_form_with_its_days(table: str) -> None:
    """
    | subbagian | dibagikan | batas | khusus | kembali  |
    | TPH       | 6 10.00   | 9     | 13     | 14 9.30  |
    | KUL       | 6 10.05   | 14    |        |          |
    """
    rows = [list(row[:8]) for row in status_page(office(table)).rows[:2]]

    assert rows == [
        ["TW I", "TPH", "Teknis dan Hubungan Masyarakat", "! Terlambat", 1,
         datetime(2020, 4, 6, 10), date(2020, 4, 13), datetime(2020, 4, 14, 9, 30)],
        ["TW I", "KUL", "Keuangan, Umum, dan Logistik", "✖ Belum, lewat batas", 1,
         datetime(2020, 4, 6, 10, 5), date(2020, 4, 14), None],
    ]  # fmt: skip


@pytest.mark.parametrize("year", [1, 9999])
def test_a_deadline_that_was_mistyped_by_centuries_is_shown_all_the_same(
    year: int, table: str
) -> None:
    """
    | subbagian | batas |
    | TPH       | 9     |
    """
    rekap = office(table)
    (row,) = rekap.distribusi
    mistyped = replace(row, batas_khusus=date(year, 1, 1))

    assert shown(replace(rekap, distribusi=(mistyped,)), "batas")[0] == date(year, 1, 1)


def test_the_sheet_is_the_same_all_day_and_follows_the_next(table: str) -> None:
    """
    | subbagian | batas |
    | TPH       | 14    |
    """
    morning, evening, next_day = (
        status_page(office(table, now=moment(text))).rows
        for text in ("15 7.30", "15 23.59", "16 0.00")
    )

    assert morning == evening != next_day


def test_the_sheet_is_no_news_by_itself() -> None:
    assert status_page(REKAP).quiet


# ---- in words

STANDING = """
| periode | subbagian | batas | kembali  |
| 1       | A         | 9     |          |
| 1       | B         | 14    | 14 10.00 |
| 1       | C         | 14    | 15 10.00 |
| 1       | D         | 16    |          |
| 1       | E         | 13    |          |
| 2       | A         | 13    |          |
| 2       | B         | 13    | 13       |
"""


def at_hand(table: str = STANDING) -> tuple[Rekap, tuple[Pengembalian, ...]]:
    rekap = replace(office(table), indikator=(), terbit=())
    return rekap, progress.at_hand(rekap)


def test_the_running_periode_is_on_top_of_the_sheet_then_the_newest() -> None:
    later = STANDING + "| 3       | A         | 13    | 13       |\n"
    rekap = replace(office(later), indikator=(), terbit=())
    second = replace(rekap, pengaturan=replace(rekap.pengaturan, periode=2))
    order = [row[0] for row in status_page(second).rows]

    assert list(dict.fromkeys(order)) == ["TW II", "TW III", "TW I"]


def test_at_hand_are_the_running_periode_and_what_is_away_of_others() -> None:
    _, rows = at_hand()

    assert [(r.periode, r.subbagian) for r in rows] == [
        *((1, kode) for kode in "ABCDE"),
        (2, "A"),
    ]


def test_every_form_is_counted_once() -> None:
    _, rows = at_hand()

    assert progress.counts(rows) == {
        "tepat_waktu": 1,
        "terlambat": 1,
        "kembali": 0,
        "ditunggu": 1,
        "lewat_batas": 3,
        "belum_dibagikan": 0,
    }


def test_one_sentence_says_how_the_running_periode_stands() -> None:
    assert progress.ringkas(*at_hand()) == (
        "TW I: 2 dari 5 formulir kembali, 1 di antaranya terlambat, 2 lewat batas, "
        "1 masih ditunggu, 1 dari periode lain belum kembali"
    )


def test_one_line_for_each_form_with_the_latest_first() -> None:
    assert [line[:7] for line in progress.lines(*at_hand())] == [
        "✖ A: be",
        "✖ E: be",
        "✖ A TW ",
        "– D: be",
        "! C: ke",
        "✔ B: ke",
    ]


def test_what_is_late_is_told_at_its_row_of_the_register() -> None:
    found = list(progress.late(*at_hand()))

    assert [(t.rule.code, t.location.cell, dict(t.facts)["n"]) for t in found] == [
        ("B30", "A5", "3"),
        ("B31", "A7", "1"),
        ("B30", "A9", "2"),
        ("B30", "A10", "2"),
    ]


def test_nothing_that_is_late_is_a_galat() -> None:
    assert not [t for t in progress.late(*at_hand()) if t.rule.severity is GALAT]


def test_that_a_form_stays_away_and_that_it_is_late_are_never_listed_together(
    table: str,
) -> None:
    """
    | subbagian | batas |
    | TPH       | 9     |
    """
    rekap = office(table)
    of_checks = {t.rule for t in verify(rekap)}
    of_status = {t.rule for t in progress.late(rekap, progress.at_hand(rekap))}

    assert Rule.FORMULIR_BELUM_KEMBALI in of_checks
    assert of_status == {Rule.FORMULIR_LEWAT_BATAS}
    assert not of_checks & of_status
