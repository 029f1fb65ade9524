"""A button, from the click to its one dialog, in a program that is only memory."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from folders import master
from hosts import BUSY, MemoryHost, book_host
from kinerja import buttons, commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.live import LiveDesk
from kinerja.commands import Order
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.table import HEADING_ROW
from kinerja.sheets.tombol import JUDUL, TOMBOL
from kinerja.temuan import Rule, Temuan

Command = Callable[[Order], Outcome]
WRONG = Rule.KOLOM_HILANG.at(Location("a.xlsx"), judul="Kode", lembar="Isian")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The master of a small office, as a program finds it."""
    path = tmp_path_factory.mktemp("kantor") / "kinerja.xlsx"
    path.write_bytes(master())
    return FileDesk(path).read()


@pytest.fixture
def host(opened: Book, tmp_path: Path) -> MemoryHost:
    path = tmp_path / "kinerja.xlsm"
    path.write_bytes(b"")
    return book_host(path, opened)


def press(command: str, host: MemoryHost) -> int:
    return buttons.run(command, host, LiveDesk(host))


def clean(order: Order) -> Outcome:
    return Outcome(command="")


def troubled(order: Order) -> Outcome:
    return Outcome(command="", temuan=(WRONG,))


def refused(order: Order) -> Outcome:
    return Outcome(command="", temuan=(WRONG,), refused=True)


def declined(order: Order) -> Outcome:
    outcome = Outcome(command="merge", counts={"ditambah": 1})
    return replace(outcome, declined=not order.agree(outcome))


def world(order: Order) -> Outcome:
    raise BUSY


def bug(order: Order) -> Outcome:
    raise ZeroDivisionError("rahasia dapur")


ENDS = [clean, troubled, refused, declined, world, bug]


@pytest.mark.parametrize("command", TOMBOL)
@pytest.mark.parametrize("end", ENDS)
def test_every_button_ends_in_one_dialog_and_gives_the_status_bar_back(
    command: str, end: Command, host: MemoryHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(order: Order) -> Outcome:
        order.progress("berkas", 1, 2)
        done = end(order)
        return replace(done, command=command)

    monkeypatch.setattr(commands, command, work)
    host.answer = False

    assert press(command, host) == 0
    assert len(host.said) == 1
    assert host.said[0].startswith(JUDUL[command])
    assert "Traceback" not in host.said[0]
    assert "rahasia" not in host.said[0]
    assert host.bar == [f"Kinerja: {JUDUL[command]} 1/2 – berkas", ""]


def test_a_problem_of_the_world_is_said_with_its_code_and_remedy(
    host: MemoryHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "merge", world)
    press("merge", host)
    found: Temuan = BUSY.temuan[0]

    assert "S23" in host.said[0]
    assert found.message in host.said[0]
    assert found.remedy in host.said[0]


def test_a_bug_goes_to_the_log_of_the_folder_and_is_said_calmly(
    host: MemoryHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "merge", bug)
    press("merge", host)
    log = host.path.parent / "Log" / "kinerja.log"

    assert "ZeroDivisionError: rahasia dapur" in log.read_text(encoding="utf-8")
    assert str(log) in host.said[0]


def test_an_unknown_button_is_refused(host: MemoryHost) -> None:
    assert press("hapus", host) == 0
    assert "S25" in host.said[0]


@pytest.mark.parametrize("command", ["install", "repair", "Order", ""])
def test_what_has_no_button_is_no_button(command: str, host: MemoryHost) -> None:
    assert press(command, host) == 0
    assert "S25" in host.said[0]


@pytest.mark.parametrize("command", sorted(set(TOMBOL) - {"doctor"}))
def test_a_book_that_is_no_master_is_told_what_it_lacks(command: str, tmp_path: Path) -> None:
    other = MemoryHost(tmp_path / "anggaran.xlsx", {"Lembar1": [["a", 1.0]]})
    other.path.write_bytes(b"")

    assert press(command, other) == 0
    assert len(other.said) == 1
    assert not [call for call in other.calls if call.startswith("write")]


def test_a_program_that_no_longer_answers_is_left_alone(host: MemoryHost) -> None:
    host.busy = {"tell", "status"}

    assert press("verify", host) == buttons.UNSEEN


# ---- the real commands


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is left out, as it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize("command", ["check", "generate", "merge", "verify", "annual"])
def test_every_job_runs_on_a_master_that_is_open(command: str, host: MemoryHost) -> None:
    (host.path.parent / "Masuk").mkdir()

    assert press(command, host) == 0
    assert len(host.said) == 1
    assert host.depth == 0
    assert host.calls[-2:] == ["status", "tell"]


@pytest.mark.parametrize("command", ["check", "verify"])
def test_pressing_twice_writes_once(command: str, host: MemoryHost) -> None:
    press(command, host)
    host.calls.clear()
    press(command, host)

    assert host.calls == ["status", "tell"]


def test_an_action_keeps_a_copy_and_tells_the_journal(host: MemoryHost) -> None:
    press("verify", host)
    copies = [p.name for p in (host.path.parent / "Cadangan").iterdir()]

    assert len(copies) == 1
    assert host.calls[0] == "copy"
    assert host.pages["Riwayat"][HEADING_ROW][1] == JUDUL["verify"]


# ---- starting


def test_a_program_that_cannot_be_reached_is_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["buttons", "verify", "--wb=kinerja.xlsm"])
    monkeypatch.setattr(buttons, "caller", lambda _words: (_ for _ in ()).throw(BUSY))
    with pytest.raises(SystemExit) as ended:
        buttons.main()

    assert ended.value.code == buttons.UNSEEN


def test_a_click_gives_the_command_to_the_program(
    host: MemoryHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []

    def caller(given: list[str]) -> tuple[MemoryHost, LiveDesk]:
        words.extend(given)
        return host, LiveDesk(host)

    monkeypatch.setattr(sys, "argv", ["buttons", "check", "--wb=kinerja.xlsm", "--hwnd=1"])
    monkeypatch.setattr(buttons, "caller", caller)
    with pytest.raises(SystemExit) as ended:
        buttons.main()

    assert ended.value.code in {0, 1}
    assert words == ["check", "--wb=kinerja.xlsm", "--hwnd=1"]
    assert host.said[0].startswith(JUDUL["check"])


# ---- saving, where the program itself must not


def test_saving_says_nothing_when_it_could_be_done(host: MemoryHost) -> None:
    assert buttons.save(host, LiveDesk(host)) == 0
    assert host.said == []


def test_saving_says_why_it_could_not_be_done(host: MemoryHost) -> None:
    host.is_read_only = True

    assert buttons.save(host, LiveDesk(host)) == 2
    assert len(host.said) == 1


def test_libreoffice_asks_to_save_by_a_name_that_no_button_has(
    host: MemoryHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["buttons", buttons.SAVE, "--calc=kinerja.xlsm"])
    monkeypatch.setattr(buttons, "caller", lambda _words: (host, LiveDesk(host)))
    with pytest.raises(SystemExit) as ended:
        buttons.main()

    assert buttons.SAVE not in TOMBOL
    assert ended.value.code == 0
    assert host.said == []
