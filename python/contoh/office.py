"""The part of the office in one round of the SOP: which buttons, what is typed, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from contoh.entering import SLIP, slip, tick
from contoh.registers import Typed
from contoh.script import (
    CHECKED_AFTER,
    CLEAN,
    NEXT,
    PRINTED_AFTER,
    Amendment,
    Back,
    Replaced,
    Round,
)
from contoh.sealing import seal
from contoh.sending import send
from kinerja.grid import Value
from kinerja.model_sop import Tahap
from kinerja.outcome import Outcome
from kinerja.printing import tanggal
from kinerja.sheets import master
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.sop import JAM_SOP
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.table import Page

if TYPE_CHECKING:
    from contoh.year import Year


def play_round(year: Year, r: Round) -> None:
    """One Periode, from the disposisi to the entry into the applications."""
    nama = master.PENGATURAN.column("nama").key
    running = ({nama: "Periode Berjalan"}, {"isi": year.name(r.periode)})
    year.type_in(master.PENGATURAN, running)
    prepare(year, r)
    hand_out(year, r)
    collect(year, r)
    enter(year, r)
    finish(year, r)


def prepare(year: Year, r: Round) -> None:
    """Steps 1 to 7: disposisi, forms, surat edaran until it is signed."""
    year.press("disposition", r.steps[1])
    year.press("check", r.steps[2])
    year.press("generate", r.steps[3])
    year.press("circular", r.steps[4])
    row = {"periode": r.periode}
    number: Mapping[str, Value] = {"no": str(r.periode), "tanggal": r.steps[7].date()}
    looked, approved, signed = _signs(year, r)
    year.type_in(SURAT_EDARAN, (row, {**number, **looked, **approved}))
    year.press("circular", r.steps[6] + PRINTED_AFTER)
    year.type_in(SURAT_EDARAN, (row, signed))


def _signs(year: Year, r: Round) -> Iterator[Mapping[str, Value]]:
    """What is typed in the register when each of them has put paraf or signature."""
    p = year.sample.pengaturan
    people = (p.pengelola, year.kepala, p.nama_pejabat)
    for tahap, langkah, name in zip(Tahap, (5, 6, 7), people, strict=True):
        yield {f"saat_{tahap.name}": r.steps[langkah], f"oleh_{tahap.name}": name}


def hand_out(year: Year, r: Round) -> None:
    """Steps 8 to 10: the disposisi goes on, the forms go out, their receipt is noted."""
    typed: dict[str, Value] = {"agenda": str(r.periode), "diterima": r.begun}
    typed.update({f"terusan_{n}": r.steps[n] for n in (2, 3, 8, 9)})
    year.type_in(DISPOSISI, ({"periode": r.periode}, typed))
    handed = year.press("distribute", r.steps[10])
    year.press("disposition", r.steps[10] + PRINTED_AFTER)
    year.type_in(DISTRIBUSI, *_receipts(year, r))
    if r.replaced:
        replace(year, r.periode, r.replaced)
    day = tanggal(r.steps[10].date())
    year.say(f"{year.name(r.periode)}: {handed.said} {day} dengan surat edaran {r.periode}")


def _receipts(year: Year, r: Round) -> Iterator[Typed]:
    """Who took the form, and when."""
    for number, subbagian in enumerate(year.sample.subbagian, start=1):
        taken = r.steps[10] + PRINTED_AFTER * number
        yield _receipt({"periode": r.periode, "subbagian": subbagian}, taken)


def _receipt(row: Mapping[str, object], taken: datetime) -> Typed:
    return row, {"penerima": f"[rekaan] Staf {row['subbagian']}", "diterima": taken}


def replace(year: Year, p: int, new: Replaced) -> None:
    """A Target is put right after handing out: a new Revisi goes out, with more time."""
    sheet = master.indikator_sheet(year.sample.pengaturan.siklus)
    year.desk.write([Page(sheet, year.sample.indikator_rows())])
    year.press("generate", new.when)
    year.press("distribute", new.when + PRINTED_AFTER)
    row = {"periode": p, "subbagian": new.subbagian, "revisi": 2}
    more_time: Typed = (row, {"batas_khusus": new.batas, "alasan": new.alasan})
    year.type_in(DISTRIBUSI, more_time, _receipt(row, new.when + 2 * PRINTED_AFTER))
    year.press("distribute", new.when + 3 * PRINTED_AFTER)


def collect(year: Year, r: Round) -> None:
    """Steps 11 and 12: reminders, returned forms, what is given back, corrections."""
    acts: list[tuple[datetime, str, Back | None]] = [
        *((when, "progress", None) for when in r.reminded),
        *((back.merged, "merge", back) for back in (*r.back, r.fixed)),
        (r.looked, "verify", None),
        (r.looked + NEXT, "giveback", None),
        (r.fixed.merged + CHECKED_AFTER, "verify", None),
    ]
    merged: list[Outcome] = []
    sending = 1
    for when, command, back in sorted(acts, key=lambda act: act[0]):
        if back:
            list(send(year.outbox, r.periode, sending, back.subbagian))
            merged.append(year.press(command, when))
            continue
        done = year.press(command, when)
        if command == "verify":
            year.note(r.periode, sending, merged, done)
            merged, sending = [], 2
    first, second = (step.verified.said or CLEAN for step in year.steps[-2:])
    year.say(f"{year.name(r.periode)}: formulir diperiksa: {first}; diperbaiki: {second}")


def enter(year: Year, r: Round) -> None:
    """Step 13: files are registered, figures are typed into the applications and ticked."""
    checked = r.fixed.merged + CHECKED_AFTER
    registered = year.press("inventory", checked + NEXT)
    year.press("entry", checked + 2 * NEXT)
    tick(year, r.periode)
    if r.periode == SLIP:
        slip(year, checked + 3 * NEXT)
    entered = year.press("entry", r.steps[13])
    year.say(f"{year.name(r.periode)}: {registered.said}; {entered.said}")


def finish(year: Year, r: Round) -> None:
    """Look at the SOP, put a stamp right, compile the Semester that is over, seal all.

    The last Periode is sealed when the year is.
    """
    if r.amendment:
        year.type_in(JAM_SOP, _amended(r.periode, r.amendment))
    after = r.steps[13] + CHECKED_AFTER
    status = year.press("progress", after)
    year.say(status.said)
    if r.periode == year.sample.pengaturan.siklus // 2:
        made = year.press("semester", after + NEXT).berkas
        year.say(f"Laporan Semester: {made[0].rpartition('/')[2]}")
    if r.periode < year.sample.pengaturan.siklus:
        seal(year, r.periode, after + 2 * NEXT)


def _amended(p: int, a: Amendment) -> Typed:
    row = {"periode": p, "langkah": a.langkah}
    return row, {"selesai_nyata": a.selesai, "alasan": a.alasan}
