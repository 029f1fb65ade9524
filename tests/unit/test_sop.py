"""The SOP clock: the cycle at its standard pace, and every way in which it is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from calendars import office_in
from grids import records
from kinerja.jam_kerja import lama
from kinerja.model_sop import (
    Cap,
    Disposisi,
    Distribusi,
    Paraf,
    SatuanWaktu,
    SuratEdaran,
    Tahap,
)
from kinerja.registers import with_returns
from kinerja.rekap import Penerimaan, Rekap
from kinerja.sop import (
    SEED,
    Jejak,
    all_back,
    begun,
    stamped,
    standing,
    steps,
    timeline,
)
from office import answer, kiriman
from scripts import SPREAD, played, standard_ends

OFFICE = office_in(2025)
MORNING = datetime(2025, 7, 7, 8)  # a Monday in a week without any holiday


def at(text: str) -> datetime:
    """A moment of July 2025, from ``07 09:30``."""
    return datetime.fromisoformat(f"2025-07-{text}")


def stamps(text: str, p: int = 1) -> tuple[Cap, ...]:
    """The Cap of the rows of a table."""
    return tuple(
        Cap(
            periode=p,
            langkah=int(row["langkah"]),
            selesai=at(row["cap"]) if row["cap"] else None,
            sumber="tombol" if row["cap"] else "",
            mulai_nyata=at(row["mulai"]) if row.get("mulai") else None,
            selesai_nyata=at(row["selesai"]) if row.get("selesai") else None,
            alasan=row.get("alasan", ""),
        )
        for row in records(text)
    )


def office(text: str, **fields: object) -> Rekap:
    return replace(OFFICE, cap=stamps(text), **fields)  # type: ignore[arg-type]


def done(rekap: Rekap, p: int = 1) -> dict[int, Jejak]:
    return {j.langkah.nomor: j for j in timeline(rekap, p).jejak if j.selesai}


def minutes(rekap: Rekap) -> dict[int, int | None]:
    return {n: j.menit for n, j in done(rekap).items()}


# ---- the cycle at its standard pace


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-07-07T07:30", "2025-07-10T15:45"),  # Monday to Thursday
        ("2025-07-10T07:30", "2025-07-15T15:45"),  # over a weekend
        ("2026-08-13T07:30", "2026-08-19T15:45"),  # over Monday 17 August
        ("2025-08-14T07:30", "2025-08-20T15:45"),  # over cuti bersama, Monday 18 August
        ("2025-12-30T07:30", "2026-01-05T15:45"),  # into the next year
    ],
)
def test_every_step_at_its_time_makes_three_days_seven_hours_fifteen_minutes(
    start: str, end: str
) -> None:
    began = datetime.fromisoformat(start)
    rekap = office_in(began.year)
    ends = standard_ends(rekap, began)
    whole = timeline(played(rekap, began, ends), 4)

    assert lama(whole.menit, rekap.pengaturan) == "3 hari 7 jam 15 menit"
    assert (whole.menit, whole.baku, whole.turunan) == (1785, 1785, 205)
    assert whole.jejak[-1].selesai == datetime.fromisoformat(end)
    assert {j.selisih for j in whole.jejak} == {None, 0}
    assert [j.menit for j in whole.jejak][:8] == list(SPREAD.values())


def test_after_the_last_step_nobody_holds_anything() -> None:
    rekap = played(OFFICE, MORNING, standard_ends(OFFICE, MORNING))

    assert standing(rekap, 4).langkah is None


@pytest.mark.parametrize("last", range(1, 14))
def test_in_the_middle_the_next_step_is_held_since_the_last_one_ended(last: int) -> None:
    ends = standard_ends(OFFICE, MORNING)
    so_far = {n: end for n, end in ends.items() if n <= last}
    rekap = played(OFFICE, MORNING, so_far)
    rekap = replace(rekap, kini=ends[last].replace(hour=23))
    where = standing(rekap, 4)

    assert where.langkah
    assert where.langkah.nomor == last + 1
    assert where.pemegang.startswith(where.langkah.pelaksana)
    assert where.sejak == ends[last]


def test_total_goes_with_the_day_of_the_office() -> None:
    """With the first eight steps filled nothing is derived any more."""
    known = tuple(
        replace(s, waktu=Decimal(SPREAD[s.nomor])) if s.nomor in SPREAD else s for s in SEED
    )
    one = (replace(known[0], waktu=Decimal("0.5"), satuan_waktu=SatuanWaktu.JAM), *SEED[1:])

    assert timeline(OFFICE, 1).turunan == 205
    assert (timeline(replace(OFFICE, sop=known), 1).baku) == 1785
    assert timeline(replace(OFFICE, sop=known), 1).turunan == 0
    assert timeline(replace(OFFICE, sop=one), 1).baku == 1785 - 205 + 30


def test_an_office_without_steps_of_its_own_has_those_of_the_seed() -> None:
    mixed = (SEED[4], SEED[0])

    assert steps(replace(OFFICE, sop=())) == SEED
    assert steps(replace(OFFICE, sop=mixed)) == (SEED[0], SEED[4])


# ---- from where to where a step runs


def test_step_runs_from_the_end_of_the_last_finished_one(table: str) -> None:
    """
    | langkah | cap      |
    | 1       | 07 09:00 |
    | 3       | 07 10:30 |
    | 4       | 08 07:45 |
    """
    rekap = office(table, disposisi=(Disposisi(periode=1, diterima=MORNING),))

    assert minutes(rekap) == {1: 60, 3: 90, 4: 90 + 180 + 15}
    assert timeline(rekap, 1).menit == 60 + 90 + 285


def test_without_a_beginning_the_first_step_has_no_minutes(table: str) -> None:
    """
    | langkah | cap      |
    | 1       | 07 09:00 |
    | 2       | 07 09:10 |
    """
    assert minutes(office(table)) == {1: None, 2: 10}


def test_typed_beginning_and_end_count_before_all_else(table: str) -> None:
    """
    | langkah | cap      | mulai    | selesai  | alasan          |
    | 1       | 07 09:00 | 07 08:30 |          | mulai siang     |
    | 2       | 07 15:00 |          | 07 09:40 | baru dicap sore |
    | 3       |          | 08 08:00 | 08 08:20 | rapat dahulu    |
    """
    rekap = office(table)

    assert minutes(rekap) == {1: 30, 2: 40, 3: 20}
    assert [j.sumber for j in done(rekap).values()] == ["tombol", "Jam SOP", "Jam SOP"]
    assert done(rekap)[2].alasan == "baru dicap sore"


def test_step_done_before_an_earlier_one_takes_no_time_and_says_so(table: str) -> None:
    """
    | langkah | cap      |
    | 1       | 07 10:00 |
    | 2       | 07 09:00 |
    | 3       | 07 11:00 |
    """
    steps_done = done(office(table))

    assert minutes(office(table)) == {1: None, 2: 0, 3: 60}
    assert [j.mendahului for j in steps_done.values()] == [None, 1, None]
    assert steps_done[2].sumber == "tombol, sebelum langkah 1"


def test_a_day_without_a_time_is_the_day_of_the_step_before(table: str) -> None:
    """
    | langkah | cap      | selesai  | alasan     |
    | 4       | 07 10:00 |          |            |
    | 5       |          | 07 00:00 | hanya hari |
    | 6       |          | 08 00:00 | hanya hari |
    """
    steps_done = done(office(table))

    assert minutes(office(table)) == {4: None, 5: 0, 6: 120 + 180}
    assert (steps_done[5].selesai, steps_done[5].mendahului) == (at("07 10:00"), None)


def test_an_end_before_its_typed_beginning_takes_no_time(table: str) -> None:
    """
    | langkah | cap | mulai    | selesai  | alasan  |
    | 13      |     | 08 10:00 | 08 09:00 | keliru  |
    """
    assert minutes(office(table)) == {13: 0}


def test_a_text_that_is_no_time_counts_for_nothing() -> None:
    cap = Cap(periode=1, langkah=1, selesai=MORNING, sumber="tombol", selesai_nyata="kemarin")

    assert done(replace(OFFICE, cap=(cap,)))[1].selesai == MORNING


# ---- what the registers say


def test_registers_count_before_a_stamp_and_typed_times_before_both(table: str) -> None:
    """
    | langkah | cap      | selesai  | alasan |
    | 1       | 07 09:00 |          |        |
    | 5       |          | 07 14:00 | ingat  |
    | 8       | 09 10:00 |          |        |
    | 9       | 09 10:00 |          |        |
    """
    rekap = office(
        table,
        disposisi=(
            Disposisi(periode=1, terusan={1: at("07 08:30"), 8: at("08 08:00"), 9: "besok"}),
            Disposisi(periode=2, terusan={1: at("01 08:30")}),
        ),
        surat_edaran=(
            SuratEdaran(
                periode=1,
                konsep=at("07 10:00"),
                paraf={
                    Tahap.PENGELOLA: Paraf(saat=at("07 10:30")),
                    Tahap.KASUBBAG: Paraf(saat=at("07 15:00")),
                },
            ),
        ),
    )

    assert {n: (j.selesai, j.sumber) for n, j in done(rekap).items()} == {
        1: (at("07 08:30"), "Disposisi"),
        4: (at("07 10:00"), "Surat Edaran"),
        5: (at("07 14:00"), "Jam SOP"),
        6: (at("07 15:00"), "Surat Edaran"),
        8: (at("08 08:00"), "Disposisi"),
        9: (at("09 10:00"), "tombol"),
    }


def handed_out(subbagian: str, revisi: int = 1, **fields: object) -> Distribusi:
    known = {"periode": 1, "berkas": "", "sha256": "", "dibagikan": MORNING}
    return Distribusi(
        subbagian=subbagian,
        revisi=revisi,
        **(known | fields),  # type: ignore[arg-type]
    )


def test_forms_that_came_back_before_they_were_merged_end_the_filling(table: str) -> None:
    """
    | langkah | cap      |
    | 10      | 07 08:00 |
    | 11      | 14 10:00 |
    """
    rows = (
        handed_out("TPH", kembali=at("14 10:00"), kembali_nyata=at("09 11:00")),
        handed_out("KUL", kembali=at("09 09:00")),
    )
    some = office(table, distribusi=rows)
    late = office(table, distribusi=(rows[0], handed_out("KUL")))

    assert (done(some)[11].selesai, done(some)[11].sumber) == (at("09 11:00"), "Distribusi")
    assert done(late)[11].selesai == at("14 10:00")


# ---- stamps


def stamped_steps(rekap: Rekap, command: str) -> list[tuple[int, int, datetime | None]]:
    after = stamped(replace(rekap, kini=MORNING), command)
    return [(c.periode, c.langkah, c.selesai) for c in after.cap]


def back(*subbagian: str, **fields: object) -> Rekap:
    sent = (
        kiriman(sha256=s * 20, subbagian=s, **fields)  # type: ignore[arg-type]
        for s in subbagian
    )
    return replace(OFFICE, kiriman=tuple(sent))


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("disposition", [1]),
        ("check", [2]),
        ("generate", [3]),
        ("circular", [4]),
        ("distribute", [8, 9, 10]),
        ("merge", []),
        ("verify", []),
        ("annual", []),
        ("progress", []),
        ("undo", []),
    ],
)
def test_each_button_stamps_the_steps_it_ends(command: str, expected: Sequence[int]) -> None:
    assert stamped_steps(OFFICE, command) == [(1, n, MORNING) for n in expected]


def test_check_pressed_after_a_later_step_is_done_ends_no_step() -> None:
    """
    | langkah | cap      |
    | 3       | 07 09:30 |
    """
    table = test_check_pressed_after_a_later_step_is_done_ends_no_step.__doc__ or ""
    caps = stamps(table, OFFICE.pengaturan.periode)
    rekap = replace(OFFICE, cap=caps, kini=at("07 10:00"))

    assert stamped(rekap, "check").cap == caps


def test_without_a_clock_nothing_is_stamped() -> None:
    assert stamped(OFFICE, "check") == OFFICE


def test_without_forms_of_the_running_periode_none_was_made() -> None:
    assert stamped_steps(replace(OFFICE, terbit=()), "generate") == []


def test_annual_is_stamped_in_the_last_periode_only() -> None:
    last = replace(OFFICE, pengaturan=replace(OFFICE.pengaturan, periode=4))

    assert stamped_steps(last, "annual") == [(4, 14, MORNING)]


def test_a_stamp_is_never_changed_and_what_was_typed_beside_it_stays() -> None:
    typed = Cap(periode=1, langkah=2, mulai_nyata="pagi", alasan="lupa")
    first = stamped(replace(OFFICE, cap=(typed,), kini=MORNING), "check")
    second = stamped(replace(first, kini=at("08 08:00")), "check")

    assert first.cap == (replace(typed, selesai=MORNING, sumber="Periksa Master"),)
    assert second.cap == first.cap


def test_filling_and_verifying_end_when_every_form_is_back() -> None:
    for command, n in (("merge", 11), ("verify", 12)):
        assert stamped_steps(back("TPH"), command) == []
        assert stamped_steps(back("TPH", "KUL"), command) == [(1, n, MORNING)]
        assert stamped_steps(back("TPH", "KUL", p=2), command) == []


def test_a_refused_file_is_not_back() -> None:
    assert not all_back(back("TPH", "KUL", penerimaan=Penerimaan.DITOLAK), 1)


def test_the_revisi_that_was_handed_out_has_to_come_back() -> None:
    rekap = replace(back("TPH", "KUL"), distribusi=(handed_out("TPH", 2), handed_out("KUL")))
    newer = replace(
        rekap,
        kiriman=(*rekap.kiriman, kiriman(sha256="r2", subbagian="TPH", revisi=2)),
    )

    assert not all_back(rekap, 1)
    assert all_back(newer, 1)


def test_nothing_asked_is_nothing_back() -> None:
    assert not all_back(replace(back("TPH", "KUL"), terbit=()), 1)


def test_a_return_is_noted_once_and_of_the_newest_revisi_only() -> None:
    rows = (handed_out("TPH"), handed_out("TPH", 2), handed_out("KUL"), handed_out("LAIN"))
    first = with_returns(replace(back("TPH", "KUL"), distribusi=rows, kini=MORNING))
    second = with_returns(replace(first, kini=at("08 08:00")))

    assert [d.kembali for d in first.distribusi] == [None, None, MORNING, None]
    assert second.distribusi == first.distribusi


# ---- where it stands


def test_before_anything_is_done_nobody_holds_anything() -> None:
    assert standing(OFFICE, 1).langkah is None


def test_an_order_that_came_in_begins_the_first_step() -> None:
    rekap = replace(
        OFFICE, disposisi=(Disposisi(periode=1, diterima=MORNING),), kini=at("07 09:30")
    )
    where = standing(rekap, 1)

    assert where.langkah == SEED[0]
    assert (where.pemegang, where.sejak, where.menit) == ("Sekretaris", MORNING, 90)


def test_forms_that_are_out_are_held_by_those_who_have_not_sent_them(table: str) -> None:
    """
    | langkah | cap      |
    | 10      | 07 08:00 |
    """
    rekap = office(table, kini=at("08 08:00"), kiriman=(kiriman(answer("1a", 80)),))
    where = standing(rekap, 1)

    assert where.langkah == SEED[10]
    assert (where.pemegang, where.menit) == ("Subbagian: KUL", 450)


def test_the_annual_report_is_for_later_until_the_last_periode(table: str) -> None:
    """
    | langkah | cap      |
    | 13      | 07 08:00 |
    """
    early = office(table)
    last = replace(OFFICE, cap=stamps(table, p=4))
    later = [j.nanti for j in timeline(early, 1).jejak]

    assert standing(early, 1).langkah is None
    assert later == [False] * 13 + [True]
    assert standing(last, 4).langkah == SEED[13]
    assert not any(j.nanti for j in timeline(last, 4).jejak)


def test_a_periode_has_begun_when_anything_of_it_is_known() -> None:
    rekap = replace(
        OFFICE,
        cap=(Cap(periode=3, langkah=1), Cap(periode=9, langkah=1)),
        disposisi=(Disposisi(periode=2), Disposisi(periode=0)),
    )

    assert begun(rekap) == (1, 2, 3)
