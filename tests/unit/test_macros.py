"""The macros of the master: what they start, what they say, and how they are kept.

Excel is played (see ``vba``); its commands are told in the order they were given.
"""

from __future__ import annotations

import io

import olefile
import pytest

from kinerja.adapters import macros
from vba import MAC, PLATFORMS, SOURCES, WINDOWS, Desk, press, read_back

PYTHON = r"D:\Kinerja 2026\.venv\Scripts\python.exe"
ABOVE = r"D:\Kinerja 2026\..\.venv\Scripts\python.exe"
OF_USER = r"C:\Users\Budi Utomo\AppData\Local\Kinerja\venv\Scripts\python.exe"
NAMED, SET = r"E:\pilihan\python.exe", r"F:\kantor\python.exe"
ENDS = ["cursor -4143", "status False"]


# ---- Excel on Windows


def test_a_button_starts_python_for_this_workbook() -> None:
    pressed = press("merge", Desk(files=(PYTHON,)))

    assert pressed.started() == [
        f'"{PYTHON}" -I -m kinerja.buttons merge --wb="kinerja.xlsm" --from_xl=1 --hwnd=12345'
    ]
    assert pressed.dialogs == []


@pytest.mark.parametrize(
    ("missing", "found"),
    [(0, NAMED), (1, OF_USER), (2, PYTHON), (3, ABOVE), (4, SET)],
)
def test_python_is_looked_for_in_this_order(missing: int, found: str) -> None:
    there = (NAMED, OF_USER, PYTHON, ABOVE, SET)[missing:]
    desk = Desk(files=there, named=NAMED, win=SET)

    assert [line.split('"')[1] for line in press("check", desk).started()] == [found]


def test_an_interpreter_that_is_only_named_is_not_started() -> None:
    desk = Desk(files=(OF_USER,), named=NAMED, win=SET)

    assert press("check", desk).started()[0].startswith(f'"{OF_USER}"')


def test_what_python_has_said_itself_is_not_said_again() -> None:
    assert press("merge", Desk(files=(PYTHON,), code=0)).dialogs == []


@pytest.mark.parametrize("code", [-1, 1, 2, 3, 103])
def test_python_that_could_not_speak_is_spoken_for(code: int) -> None:
    [dialog] = press("merge", Desk(files=(PYTHON,), code=code)).dialogs

    assert f"(kode {code})" in dialog
    assert "folder Log" in dialog


def test_a_computer_that_forbids_python_shows_the_command_for_the_terminal() -> None:
    [dialog] = press("merge", Desk(files=(PYTHON,), code=70)).dialogs

    assert dialog.endswith(f'"{PYTHON}" -m kinerja merge --folder "D:\\Kinerja 2026"')


@pytest.mark.parametrize("code", [0, 3, 70])
def test_cursor_and_status_bar_are_given_back(code: int) -> None:
    told = press("merge", Desk(files=(PYTHON,), code=code)).told

    assert told[:2] == ["cursor 2", "status Kinerja sedang bekerja ..."]
    assert told[-2:] == ENDS


@pytest.mark.parametrize(
    ("desk", "word"),
    [
        (Desk(files=(PYTHON,), folder=""), "belum disimpan"),
        (Desk(files=(PYTHON,), folder="https://contoh.sharepoint.com/a"), "OneDrive"),
        (Desk(files=(PYTHON,), read_only=True), "hanya untuk dibaca"),
        (Desk(files=(PYTHON,), name="kinerja=1.xlsm"), "tanda ="),
        (Desk(files=(PYTHON,), name="kinerja %TEMP%.xlsm"), "atau %"),
        (Desk(), "mulai.cmd pasang"),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_else_happens(
    desk: Desk, word: str
) -> None:
    pressed = press("merge", desk)

    assert [word in dialog for dialog in pressed.dialogs] == [True]
    assert pressed.told == []


# ---- Excel on a Mac

DESK = Desk(platform=MAC, folder="/Users/budi/Kinerja 2026", mac="/opt/python")


def test_a_mac_hands_the_command_to_the_script_and_goes_on() -> None:
    pressed = press("merge", DESK)

    assert pressed.told == [
        "status Kinerja sedang bekerja ...",
        "kinerja.applescript jalankan merge|/opt/python|/Users/budi/Kinerja 2026|kinerja.xlsm",
    ]
    assert pressed.dialogs == []


@pytest.mark.parametrize("answer", ["tidak ada", ""])
def test_a_mac_without_script_or_python_says_what_to_do(answer: str) -> None:
    pressed = press("merge", Desk(platform=MAC, folder=DESK.folder, answer=answer))

    assert pressed.told[-1] == "status False"
    assert ["python3 mulai.py pasang" in dialog for dialog in pressed.dialogs] == [True]


# ---- every platform


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("command", ["check", "generate", "annual", "undo"])
def test_the_command_is_all_that_differs(platform: str, command: str) -> None:
    desk = Desk(platform=platform, files=(PYTHON,))
    told = [line.replace(command, "merge") for line in press(command, desk).told]

    assert told == press("merge", desk).told


def test_windows_of_32_bit_is_like_the_other() -> None:
    desks = [Desk(platform=p, files=(PYTHON,)) for p in PLATFORMS if p != MAC]

    assert WINDOWS in {desk.platform for desk in desks}
    assert len({tuple(press("merge", desk).told) for desk in desks}) == 1


# ---- how the project is kept

SHEETS = ("shSatu", "shDua")


def test_the_same_text_gives_the_same_bytes() -> None:
    assert macros.project(SOURCES, SHEETS) == macros.project(SOURCES, SHEETS)


@pytest.mark.parametrize("count", [1, 7, 40, 120])
def test_any_number_of_sheets_has_a_module_each(count: int) -> None:
    names = [f"sh{number}" for number in range(count)]
    made = olefile.OleFileIO(io.BytesIO(macros.project(SOURCES, names)))
    there = {path[1] for path in made.listdir() if path[0] == "VBA"}

    assert there == {*names, *SOURCES, macros.WORKBOOK, "dir", "_VBA_PROJECT"}
    assert made.parsing_issues == []


def test_a_long_module_comes_back_whole() -> None:
    """Longer than the 4096 bytes that are compressed at a time."""
    lines = [f"' baris {number} {'x' * (number % 90)}" for number in range(3000)]
    text = ['Attribute VB_Name = "Panjang"', *lines]
    made = macros.project({"Panjang": "\n".join(text)}, SHEETS)

    assert read_back(made)["Panjang"] == text
