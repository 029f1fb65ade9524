"""Reminders: which is due today, which is next, and what is said in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from kinerja.model_sop import Distribusi
from kinerja.pengingat import draft_name, due, next_reminder, pengingat, perihal
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import Kapan
from letters import OFFICE

# November 2026: the 20th is a Friday
BATAS = date(2026, 11, 20)


def on(day: int, hour: int = 9) -> Rekap:
    return replace(OFFICE, kini=datetime(2026, 11, day, hour))


def handed(kode: str = "KUL", **fields: object) -> Distribusi:
    given = {"periode": 1, "revisi": 1, "berkas": "Formulir KUL TW I 2026.xlsx", "sha256": ""}
    return Distribusi(subbagian=kode, batas=BATAS, **{**given, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "now", "later"),
    [
        (18, None, "H−1, Kamis 19 Nov"),
        (19, Kapan.SEBELUM, "H−1, hari ini"),
        (20, Kapan.HARI_H, "H, hari ini"),
        (21, None, "H+1, Senin 23 Nov"),
        (22, None, "H+1, Senin 23 Nov"),
        (23, Kapan.SESUDAH, "H+1, hari ini"),
        (24, None, ""),
    ],
)
def test_a_reminder_is_due_or_next(day: int, now: Kapan | None, later: str) -> None:
    assert due(on(day), BATAS) is now
    assert next_reminder(on(day), BATAS) == later


@pytest.mark.parametrize("batas", [date.min, date.max])
def test_where_the_calendar_ends_there_is_no_reminder_beyond(batas: date) -> None:
    assert due(on(20), batas) is None


def test_without_a_clock_nothing_is_due() -> None:
    assert due(replace(OFFICE, kini=None), BATAS) is None


def test_the_name_of_a_draft_holds_the_day_and_no_strange_sign() -> None:
    assert draft_name(on(19), handed(), Kapan.SEBELUM) == (
        "Bagikan/TW I/Pengingat/2026-11-19 H-1 KUL"
    )


def test_what_is_said_is_printed_from_the_register_and_the_settings() -> None:
    said = pengingat(on(20), handed(), Kapan.HARI_H)

    assert (said.sebelum, said.hari_ini, said.sesudah) == (False, True, False)
    assert (said.batas, said.periode) == ("Jumat, 20 November 2026", "Triwulan I")
    assert said.jabatan == "Kepala Subbagian Keuangan, Umum, dan Logistik"
    assert (said.formulir, said.alasan) == ("Formulir KUL TW I 2026.xlsx", "")


def test_a_deadline_of_its_own_is_told_with_its_reason() -> None:
    row = handed(batas_khusus=date(2026, 11, 24), alasan="Dinas luar")
    said = pengingat(on(20), row, Kapan.SEBELUM)

    assert (said.batas, said.alasan) == ("Selasa, 24 November 2026", "Dinas luar")


def test_each_reminder_has_a_subject_of_its_own() -> None:
    rows = {kapan: pengingat(on(20), handed(), kapan) for kapan in Kapan}
    subjects = {perihal(said, kapan) for kapan, said in rows.items()}

    assert len(subjects) == len(Kapan)
    assert all("Triwulan I 2026" in subject for subject in subjects)


def test_a_subbagian_that_left_the_master_is_called_by_its_code() -> None:
    assert pengingat(on(20), handed("LAMA"), Kapan.SESUDAH).jabatan == "Kepala Subbagian LAMA"
