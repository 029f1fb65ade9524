"""Real Excel opens the master, compiles its macros, and every button is pressed.

    python tests/live/excel_smoke.py "Kinerja 2020"

The folder is one that ``mulai.py contoh`` has played; a copy of it is used. Only Windows has
the programs for it (Excel, pywin32), so pytest does not collect this file, and it never ran
where kinerja was written. It stops at the first promise that is broken, with a traceback.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import win32com.client
import win32con
import win32gui

from kinerja.sheets.master import CODE_NAMES

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "templates" / "master" / "vba").glob("*.bas"))
ON_SHEET = ("check", "generate", "merge", "verify", "annual", "undo")
COMPILE = 578  # Debug > Compile, in the menus of the VBA editor
ENABLED = 1  # msoAutomationSecurityLow
WITH_MACROS = 52  # xlOpenXMLWorkbookMacroEnabled
FORM_CONTROL = 8  # msoFormControl
DIALOG = "#32770"  # the class of every message box of Windows
PROGRAM_ERROR = "S08"


def main(folder: Path) -> None:
    """Go through all of it in a copy of the folder."""
    with tempfile.TemporaryDirectory() as temp:
        office = Path(temp) / "Kinerja 2020"
        shutil.copytree(folder, office)
        with excel() as program:
            book = opened(program, office / "kinerja.xlsm")
            modules_are_those_of_the_sources(book)
            every_sheet_has_its_code_name(book)
            project_compiles(program, book)
            buttons_name_their_macros(book)
            say(program.Run(f"'{book.Name}'!UjiMakro"))
            press_everything(program, book, office)
            saved_again(program, book, office / "disimpan Excel.xlsm")
            say("OK", program.Version, program.Build)


@contextmanager
def excel() -> Iterator[Any]:
    """An Excel of its own, which ends whatever happens."""
    program = win32com.client.DispatchEx("Excel.Application")
    program.Visible, program.AutomationSecurity = True, ENABLED
    try:
        yield program
    finally:
        program.DisplayAlerts = False
        program.Quit()


def opened(program: Any, path: Path) -> Any:
    """Open a workbook; a repair, silent or not, is a broken promise."""
    before = repair_logs()
    with answered() as said:
        book = program.Workbooks.Open(str(path))
    assert said == [], f"Excel asked before it opened the workbook: {said}"
    assert repair_logs() == before, "Excel repaired the workbook"
    assert "Repaired" not in program.Caption
    assert book.HasVBProject, "the macros were dropped"
    return book


def repair_logs() -> set[Path]:
    """What Excel writes when it repairs a workbook."""
    return set(Path(tempfile.gettempdir()).glob("error*.xml"))


# ---- the macros


def modules_are_those_of_the_sources(book: Any) -> None:
    """Line by line; Excel may have changed nothing but the case of names."""
    found = {part.Name: text_of(part.CodeModule) for part in book.VBProject.VBComponents}
    for source in SOURCES:
        written = source.read_text(encoding="ascii")
        lines = [line for line in written.splitlines() if not line.startswith("Attribute ")]
        assert plain(found[source.stem]) == plain("\n".join(lines)), source.name


def text_of(module: Any) -> str:
    """The whole text of a module."""
    return str(module.Lines(1, module.CountOfLines)) if module.CountOfLines else ""


def plain(text: str) -> list[str]:
    """Lines without what the editor of VBA may change."""
    return [line.rstrip().casefold() for line in text.strip().splitlines()]


def every_sheet_has_its_code_name(book: Any) -> None:
    """They are what other programs lose, so they must be right from the start."""
    found = {sheet.Name: sheet.CodeName for sheet in book.Worksheets}
    declared = {name: CODE_NAMES[name] for name in found if name in CODE_NAMES}
    assert declared == {name: found[name] for name in declared}
    assert all(found.values())
    assert book.CodeName == "ThisWorkbook"


def project_compiles(program: Any, book: Any) -> None:
    """Debug > Compile; a dialog is the message of the compiler."""
    program.VBE.MainWindow.Visible = True
    program.VBE.ActiveVBProject = book.VBProject
    with answered() as said:
        program.VBE.CommandBars.FindControl(Id=COMPILE).Execute()
        time.sleep(2)
    program.VBE.MainWindow.Visible = False
    assert said == [], said


def buttons_name_their_macros(book: Any) -> None:
    """The buttons on Beranda call the Sub of their command."""
    shapes = book.Worksheets("Beranda").Shapes
    macros = [shape.OnAction for shape in shapes if shape.Type == FORM_CONTROL]
    wanted = {f"Tekan_{command}" for command in ON_SHEET}
    assert {macro.rpartition("!")[2].rpartition(".")[2] for macro in macros} == wanted


# ---- the buttons


def press_everything(program: Any, book: Any, office: Path) -> None:
    """Each button runs Python to its end and says so in a dialog; none is a bug."""
    for command in ON_SHEET:
        press(command, lambda c=command: program.Run(f"'{book.Name}'!Tekan_{c}"))
    # On the ribbon only; the callback of the ribbon itself takes an object Excel alone makes.
    press("doctor", lambda: program.Run(f"'{book.Name}'!KinerjaJalankan", "doctor"))
    assert not (office / "Log" / "kinerja.log").exists(), "a bug was logged"
    assert list((office / "Laporan").glob("*.docx"))
    assert program.StatusBar is False
    assert program.Cursor == -4143  # xlDefault


def press(command: str, start: Callable[[], object]) -> None:
    """Press one button and answer what it asks."""
    with answered() as said:
        began = time.monotonic()
        start()
        took = time.monotonic() - began
    say(f"{command}: {took:.1f} s", *said, sep="\n    ")
    assert said, f"{command} said nothing"
    assert not any(PROGRAM_ERROR in text for text in said), said


@contextmanager
def answered() -> Iterator[list[str]]:
    """Answer every message box of Excel or Python meanwhile: yes, or OK; what they said."""
    said: list[str] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.3):
            for window in boxes():
                said.append(words_of(window))
                answer(window)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield said
    finally:
        done.set()
        watcher.join(5)


def boxes() -> list[int]:
    """The message boxes that are open now; the runner has no other user."""
    found: list[int] = []

    def look(window: int, _: object) -> bool:
        if win32gui.IsWindowVisible(window) and win32gui.GetClassName(window) == DIALOG:
            found.append(window)
        return True

    win32gui.EnumWindows(look, None)
    return [window for window in found if win32gui.IsWindowEnabled(window)]


def words_of(window: int) -> str:
    """Title and text of a message box."""
    texts = [win32gui.GetWindowText(window)]

    def look(child: int, _: object) -> bool:
        if win32gui.GetClassName(child) == "Static":
            texts.append(win32gui.GetWindowText(child))
        return True

    win32gui.EnumChildWindows(window, look, None)
    return " | ".join(" ".join(text.split()) for text in texts if text)


def answer(window: int) -> None:
    """Yes where that is asked, else OK."""
    for button in (win32con.IDYES, win32con.IDOK):
        if win32gui.GetDlgItem(window, button):
            win32gui.PostMessage(window, win32con.WM_COMMAND, button, 0)
            time.sleep(0.5)
            return


# ---- what Excel itself makes of it


def saved_again(program: Any, book: Any, path: Path) -> None:
    """Excel's own file holds the same macros, buttons and code names."""
    with answered() as said:
        book.SaveAs(str(path), WITH_MACROS)
        book.Close(False)
    assert said == [], said
    book = opened(program, path)
    modules_are_those_of_the_sources(book)
    every_sheet_has_its_code_name(book)
    buttons_name_their_macros(book)
    say(program.Run(f"'{book.Name}'!UjiMakro"))
    book.Close(False)


def say(*words: object, sep: str = " ") -> None:
    """Tell the log of the runner."""
    sys.stdout.write(sep.join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
