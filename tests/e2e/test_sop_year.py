"""The buttons of the SOP on a small office: twice, as a trial, in any order, or not at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from folders import PENGATURAN, filled, master, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.master import read_rekap
from kinerja.outcome import Outcome
from kinerja.temuan import KinerjaError, Rule

SUBBAGIAN = """
| kode | nama                           | kepala      | surel            |
| TPH  | Teknis dan Hubungan Masyarakat | Kepala TPH  | tph@kpu.example  |
| KUL  | Keuangan, Umum, dan Logistik   | Kepala KUL  | kul@kpu.example  |
"""
NILAI = {"1a": 66, "1b": 12, "2a": 4}
ROUND = ("disposition", "check", "generate", "circular", "distribute", "progress")
AFTER = ("merge", "verify", "annual")
ALL = ("agreement", *ROUND, *AFTER, "undo", "doctor")
WITHOUT_LETTERS = ("check", "generate", "merge", "verify", "annual")
# What a button says that comes before the one it needs.
MISSED = {"agreement": "P07", "circular": "N13", "distribute": "B06", "merge": "S02"}
CLOCK = datetime(2020, 4, 1, 8, 0, tzinfo=UTC)  # a Wednesday


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office that has made nothing yet; its clock stands still. No LibreOffice: slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    settled = replace(PENGATURAN, kota="Contoh", nama_pejabat="Nama Pejabat")
    content = master(subbagian=SUBBAGIAN, pengaturan=settled)
    (tmp_path / "kinerja.xlsx").write_bytes(content)
    return Order(FileDesk.in_folder(tmp_path), clock=lambda: CLOCK)


def press(order: Order, name: str) -> Outcome | KinerjaError:
    """Press a button; what it says, or why it was refused."""
    command: Callable[[Order], Outcome] = getattr(commands, name)
    try:
        return command(order)
    except KinerjaError as refusal:
        return refusal


def press_all(order: Order, names: Sequence[str]) -> None:
    """Press these buttons one after the other; the forms come back before merging."""
    for name in names:
        if name == "merge":
            send_back(order)
        press(order, name)


def send_back(order: Order) -> None:
    """Every form that was made comes back."""
    (order.folder / "Masuk").mkdir(exist_ok=True)
    for path in sorted((order.folder / "Formulir").glob("*.xlsx")):
        data = filled(path.read_bytes(), NILAI, "notula.pdf")
        (order.folder / "Masuk" / path.name).write_bytes(data)


def said(result: Outcome | KinerjaError) -> list[str]:
    """The sentences a person gets to read."""
    if isinstance(result, KinerjaError):
        return [t.message for t in result.temuan]
    return [result.headline, *(t.message for t in result.temuan)]


# ---- twice


def test_a_second_press_of_any_button_changes_no_byte(order: Order) -> None:
    changed = []
    for name in (*ROUND, *AFTER):
        press_all(order, (name,))
        before = tree(order.folder)
        press(order, name)
        if tree(order.folder) != before:
            changed.append(name)

    assert changed == []


def test_the_whole_round_once_more_changes_no_byte(order: Order) -> None:
    """The page of Status tells of what came after it, so it is pressed once more first."""
    press_all(order, (*ROUND, *AFTER, "progress"))
    before = tree(order.folder)
    for name in (*ROUND, *AFTER):
        press(order, name)

    assert tree(order.folder) == before


def test_pressing_later_moves_no_stamp(order: Order) -> None:
    press_all(order, (*ROUND, *AFTER))
    before = read_rekap(order.desk.read())[0].cap
    later = replace(order, clock=lambda: CLOCK + timedelta(minutes=45))
    for name in (*ROUND, *AFTER):
        press(later, name)

    assert len({cap.langkah for cap in before}) >= 9
    assert read_rekap(order.desk.read())[0].cap == before


# ---- only tried


@pytest.mark.parametrize("pressed", [(), ROUND, (*ROUND, *AFTER)], ids=len)
def test_a_trial_of_any_button_changes_no_byte(order: Order, pressed: Sequence[str]) -> None:
    press_all(order, pressed)
    before = tree(order.folder)
    changed = []
    for name in ALL:
        press(replace(order, coba=True), name)
        if tree(order.folder) != before:
            changed.append(name)

    assert changed == []


# ---- in another order


@pytest.mark.parametrize("name", ALL)
def test_a_button_that_is_pressed_first_of_all_says_something(order: Order, name: str) -> None:
    assert all(said(press(order, name)))


@pytest.mark.parametrize(("name", "code"), MISSED.items())
def test_a_button_that_is_pressed_too_early_names_what_is_missing(
    order: Order, name: str, code: str
) -> None:
    result = press(order, name)

    assert code in [t.rule.code for t in result.temuan]
    assert not (order.folder / "Bagikan").exists()


def test_status_before_anything_was_handed_out_waits_for_nobody(order: Order) -> None:
    outcome = press(order, "progress")

    assert isinstance(outcome, Outcome)
    assert outcome.counts["belum_dibagikan"] == 2
    assert (outcome.counts["ditunggu"], outcome.counts["pengingat"]) == (0, 0)


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_buttons_leaves_a_bug_or_a_damaged_master(order: Order, seed: int) -> None:
    names = list(ALL) * 2
    random.Random(seed).shuffle(names)
    results = []
    for name in names:
        if name == "merge" and (order.folder / "Formulir").is_dir():
            send_back(order)
        results.append(press(order, name))

    assert all(said(result) for result in results)
    assert read_rekap(order.desk.read())[1] == []


def test_the_sop_backwards_ends_where_it_ends_forwards(order: Order) -> None:
    for name in (*reversed(ROUND), *ROUND):
        press(order, name)
    rekap, _ = read_rekap(order.desk.read())

    assert len(rekap.disposisi) == len(rekap.surat_edaran) == 1
    assert [(d.subbagian, d.revisi) for d in rekap.distribusi] == [("TPH", 1), ("KUL", 1)]


# ---- not used


def test_an_office_without_letters_gets_through_the_year(order: Order) -> None:
    press_all(order, WITHOUT_LETTERS)
    rekap, problems = read_rekap(order.desk.read())

    assert problems == []
    assert (order.folder / "Laporan" / "Laporan Kinerja Tahunan 2020.docx").is_file()
    assert rekap.disposisi == rekap.surat_edaran == rekap.distribusi == ()
    assert not (order.folder / "Surat").exists()
    assert not (order.folder / "Bagikan").exists()


def test_nobody_is_told_of_letters_who_writes_none(order: Order) -> None:
    press_all(order, WITHOUT_LETTERS)
    verified = press(order, "verify")
    groups = {t.rule.code[0] for t in verified.temuan}

    assert groups <= {"R", "D", "F"}
    assert Rule.BELUM_ADA_FORMULIR not in [t.rule for t in verified.temuan]
