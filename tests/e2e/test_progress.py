"""Status on a folder: reminders on the days they are due, and a page that proves the SOP."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from folders import PENGATURAN, filled, master, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.master import read_rekap
from kinerja.outcome import Exit, Outcome
from kinerja.registers import distribusi_rows
from kinerja.sheets.distribusi import DISTRIBUSI, STATUS
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError

SUBBAGIAN = """
| kode | nama                           | kepala      | surel           |
| TPH  | Teknis dan Hubungan Masyarakat | Kepala TPH  | tph@kpu.example |
| KUL  | Keuangan, Umum, dan Logistik   |             |                 |
"""
NILAI = {"1a": 66, "1b": 12, "2a": 4}
FOLDER = "Bagikan/TW I/Pengingat"
PAGE = "Laporan/Pelaksanaan SOP TW I 2020.docx"
# Handed out on Monday, 6 April 2020: due on Wednesday; the Friday after it is free.
HANDED_OUT, BEFORE, DEADLINE, AFTER, LATER, FREE = (
    datetime(2020, 4, day, 9, 5, tzinfo=UTC) for day in (6, 7, 8, 9, 13, 10)
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office whose forms of TW I were handed out. No LibreOffice: it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    settled = replace(PENGATURAN, kota="Contoh", nama_pejabat="Nama Pejabat")
    content = master(subbagian=SUBBAGIAN, pengaturan=settled)
    (tmp_path / "kinerja.xlsx").write_bytes(content)
    press(tmp_path, commands.generate, HANDED_OUT)
    press(tmp_path, commands.distribute, HANDED_OUT)
    return tmp_path


def press(
    folder: Path, command: Callable[[Order], Outcome], at: datetime, *, coba: bool = False
) -> Outcome:
    return command(Order(FileDesk.in_folder(folder), clock=lambda: at, coba=coba))


def status(folder: Path, at: datetime, *, coba: bool = False) -> Outcome:
    return press(folder, commands.progress, at, coba=coba)


def send_back(folder: Path, kode: str, at: datetime) -> None:
    form = folder / "Formulir" / f"Formulir {kode} TW I 2020.xlsx"
    (folder / "Masuk" / form.name).write_bytes(filled(form.read_bytes(), NILAI))
    press(folder, commands.merge, at)


def type_in(folder: Path, kode: str, **cells: object) -> None:
    """What the planner types in the row of a Subbagian in the register."""
    desk = FileDesk.in_folder(folder)
    rekap, _ = read_rekap(desk.read())
    rows = tuple(
        replace(d, **cells) if d.subbagian == kode else d  # type: ignore[arg-type]
        for d in rekap.distribusi
    )
    desk.write([Page(DISTRIBUSI, distribusi_rows(replace(rekap, distribusi=rows)))])


def drafts(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).glob("*"))


def ketepatan(folder: Path) -> list[object]:
    grid = FileDesk.in_folder(folder).read().grid(STATUS.name)
    assert grid
    column = [c.key for c in STATUS.columns].index("ketepatan") + 1
    return [grid.cells[row, column].value for row in (5, 6)]


def actions(folder: Path) -> list[str]:
    rekap, _ = read_rekap(FileDesk.in_folder(folder).read())
    return [t.nama for t in rekap.jurnal]


# ---- reminders


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (HANDED_OUT, []),
        (
            BEFORE,
            ["2020-04-07 H-1 KUL.txt", "2020-04-07 H-1 TPH.eml", "2020-04-07 H-1 TPH.txt"],
        ),
        (DEADLINE, ["2020-04-08 H KUL.txt", "2020-04-08 H TPH.eml", "2020-04-08 H TPH.txt"]),
        (
            AFTER,
            ["2020-04-09 H+1 KUL.txt", "2020-04-09 H+1 TPH.eml", "2020-04-09 H+1 TPH.txt"],
        ),
        (FREE, []),
        (LATER, []),
    ],
)
def test_drafts_are_made_on_three_days_only(
    folder: Path, at: datetime, expected: list[str]
) -> None:
    outcome = status(folder, at)

    assert drafts(folder) == expected
    assert outcome.counts["pengingat"] == len({name.split()[2][:3] for name in expected})


def test_who_has_returned_is_not_reminded(folder: Path) -> None:
    send_back(folder, "TPH", BEFORE)
    status(folder, DEADLINE)

    assert drafts(folder) == ["2020-04-08 H KUL.txt"]


def test_the_draft_is_unsent_and_carries_the_form_that_was_handed_out(folder: Path) -> None:
    status(folder, BEFORE)
    raw = (folder / FOLDER / "2020-04-07 H-1 TPH.eml").read_bytes()
    draft = email.message_from_bytes(raw, policy=email.policy.default)
    (form,) = draft.iter_attachments()

    assert (draft["X-Unsent"], draft["To"]) == ("1", "tph@kpu.example")
    assert form.get_filename() == "Formulir TPH TW I 2020.xlsx"
    assert form.get_content() == (folder / "Formulir" / form.get_filename()).read_bytes()


def test_a_form_that_was_changed_since_is_not_sent_around(folder: Path) -> None:
    (folder / "Formulir" / "Formulir TPH TW I 2020.xlsx").write_bytes(b"lain")
    status(folder, BEFORE)
    raw = (folder / FOLDER / "2020-04-07 H-1 TPH.eml").read_bytes()

    assert not list(
        email.message_from_bytes(raw, policy=email.policy.default).iter_attachments()
    )


def test_each_day_has_its_own_words(folder: Path) -> None:
    said = {}
    for at in (BEFORE, DEADLINE, AFTER):
        status(folder, at)
        (path,) = (folder / FOLDER).glob(f"{at.date()}*KUL.txt")
        said[at] = path.read_text(encoding="utf-8-sig")

    assert "ditunggu kembali paling lambat Rabu, 8 April 2020" in said[BEFORE]
    assert "hari ini, Rabu, 8 April 2020, adalah hari terakhir" in said[DEADLINE]
    assert "yang batasnya Rabu, 8 April 2020 belum kami terima" in said[AFTER]


def test_who_has_no_address_is_said_and_gets_a_text(folder: Path) -> None:
    outcome = status(folder, BEFORE)

    assert ("B32", "A6") in [(t.rule.code, t.location.cell) for t in outcome.temuan]


def test_an_own_template_that_is_wrong_is_refused_before_anything_is_written(
    folder: Path,
) -> None:
    (folder / "Templat").mkdir()
    (folder / "Templat" / "pesan_pengingat.txt").write_text("{{ jabatn }}", encoding="utf-8")
    before = tree(folder)
    with pytest.raises(KinerjaError) as caught:
        status(folder, BEFORE)

    assert [t.rule.code for t in caught.value.temuan] == ["L02"]
    assert tree(folder) == before


def test_a_year_whose_cuti_bersama_nobody_knows_is_named(folder: Path) -> None:
    """
    | Subbagian | Batas Khusus |
    | KUL       | 9 April 2041 |
    """
    type_in(folder, "KUL", batas_khusus=date(2041, 4, 9))
    outcome = status(folder, DEADLINE)

    assert [dict(t.facts)["tahun"] for t in outcome.temuan if t.rule.code == "W01"] == ["2041"]
    assert [line for line in outcome.rincian if "2041 belum dikenal" in line]


# ---- twice, the next day, as a trial


@pytest.mark.parametrize("at", [HANDED_OUT, BEFORE, AFTER, LATER])
def test_pressed_twice_it_changes_nothing(folder: Path, at: datetime) -> None:
    status(folder, at)
    before = tree(folder)
    outcome = status(folder, at.replace(hour=15))

    assert outcome.berkas == ()
    assert tree(folder) == before


def test_on_the_next_day_only_the_sheets_of_the_day_change(folder: Path) -> None:
    status(folder, AFTER)
    before, done = dict(tree(folder)), actions(folder)
    status(folder, LATER)
    changed = {name for name, digest in tree(folder) if before.get(name) != digest}

    assert changed == {"kinerja.xlsx"}
    assert actions(folder) == done
    assert ketepatan(folder) == ["✖ Belum, lewat batas"] * 2


def test_a_trial_changes_nothing_and_says_the_same(folder: Path) -> None:
    before = tree(folder)
    trial = status(folder, BEFORE, coba=True)
    assert tree(folder) == before
    done = status(folder, BEFORE)

    assert (trial.berkas, trial.rincian, trial.counts) == (
        done.berkas,
        done.rincian,
        done.counts,
    )


def test_a_late_form_is_merged_all_the_same(folder: Path) -> None:
    send_back(folder, "TPH", LATER)
    outcome = status(folder, LATER)

    assert ketepatan(folder) == ["! Terlambat", "✖ Belum, lewat batas"]
    assert outcome.rincian[0].startswith("✖ KUL")
    assert [t.rule.code for t in outcome.temuan] == ["B31", "B30"]
    assert outcome.exit is Exit.TEMUAN


def test_what_the_planner_types_in_the_register_wins(folder: Path) -> None:
    """
    | Subbagian | Batas Khusus | Kembali Sebenarnya |
    | TPH       |              | 8 April 2020 16.00 |
    | KUL       | 14 April     |                    |
    """
    send_back(folder, "TPH", LATER)
    type_in(folder, "TPH", kembali_nyata=datetime(2020, 4, 8, 16))
    type_in(folder, "KUL", batas_khusus=date(2020, 4, 14))
    status(folder, LATER)

    assert ketepatan(folder) == ["✔ Tepat waktu", "– Belum"]
    assert drafts(folder) == ["2020-04-13 H-1 KUL.txt"]


# ---- the proof


def test_the_page_is_made_once_a_step_is_done_and_again_only_for_news(folder: Path) -> None:
    first = status(folder, HANDED_OUT)
    again = status(folder, LATER)
    send_back(folder, "TPH", LATER)
    later = status(folder, LATER)

    assert [PAGE in o.berkas for o in (first, again, later)] == [True, False, True]


def test_without_a_step_there_is_nothing_to_prove(tmp_path: Path) -> None:
    (tmp_path / "kinerja.xlsx").write_bytes(master(subbagian=SUBBAGIAN))
    outcome = status(tmp_path, HANDED_OUT)

    assert outcome.berkas == ()
    assert outcome.counts["belum_dibagikan"] == 2
