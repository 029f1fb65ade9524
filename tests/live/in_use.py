"""LibreOffice as a person has it: prepared by kinerja, with default security, on a screen.

The screen is a virtual one (Xvfb with a window manager); the mouse and the keyboard are
real to LibreOffice, which cannot tell them from a person's.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from kinerja.adapters.calc import CalcHost
from kinerja.adapters.libreoffice_profile import SOURCE, install_into
from kinerja.adapters.reading import read_book
from kinerja.grid import Book, Cell, Place, letter
from kinerja.sheets.table import Sheet
from live.engine.office import SOFFICE, Office, bridge

PROGRAMS = ("Xvfb", "openbox", "xdotool")
SIZE = (1600, 1000)
PATIENCE = 120  # seconds until a command must have ended
BY_SECURITY = 3  # com.sun.star.document.MacroExecMode.USE_CONFIG
FIRST_ROW = 5  # below the title, what the sheet is for, and the headings
BUTTON = "com.sun.star.drawing.ControlShape"


def missing() -> str:
    """Why no person can be played; "" if one can."""
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    return f"belum terpasang: {', '.join(lacking)}" if lacking else ""


class Calc(Office):
    """A running LibreOffice whose profile ``install_into`` has prepared for one folder."""

    def __init__(self, office: Path, *, is_seen: bool) -> None:
        self.office, self.is_seen = office, is_seen
        super().__init__()

    def _command(self) -> list[str]:
        profile = self.folder / "profil"
        install_into(profile, self.office, Path(sys.executable))
        flags = ("norestore", "nologo", "nodefault", "nofirststartwizard")
        return [
            str(SOFFICE),
            *(f"--{flag}" for flag in (*flags, *(() if self.is_seen else ("headless",)))),
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept={self.address}",
        ]

    def open(self, path: Path) -> Document:
        """Open a workbook as a person does; macros run if its folder is trusted."""
        uno = bridge()
        security = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        security.Name, security.Value = "MacroExecutionMode", BY_SECURITY
        url = uno.systemPathToFileUrl(str(path))
        return Document(self.desktop.loadComponentFromURL(url, "_blank", 0, (security,)), path)


class Document:
    """The master open in LibreOffice."""

    def __init__(self, document: Any, path: Path) -> None:
        self.document, self.path = document, path

    def run(self, macro: str) -> object:
        """Run a macro of its own and give back what it returns."""
        uri = f"vnd.sun.star.script:VBAProject.{macro}?language=Basic&location=document"
        script = self.document.getScriptProvider().getScript(uri)
        return script.invoke((), (), ())[0]

    def type(self, sheet: str, cell: str, text: str) -> None:
        """Type something in a cell."""
        self.document.Sheets.getByName(sheet).getCellRangeByName(cell).setFormula(text)

    def choose(self, sheet: str, cell: str) -> None:
        """Put the cursor in a cell, where the keyboard types next."""
        page, controller = (
            self.document.Sheets.getByName(sheet),
            self.document.CurrentController,
        )
        controller.setActiveSheet(page)
        controller.select(page.getCellRangeByName(cell))
        controller.Frame.ContainerWindow.setFocus()
        controller.Frame.ComponentWindow.setFocus()

    def show_first(self) -> None:
        """Show the sheet with the buttons."""
        controller = self.document.CurrentController
        controller.setActiveSheet(self.document.Sheets.getByIndex(0))

    def cell(self, sheet: Sheet, key: str) -> str:
        """The cell of a column in the first row of a sheet."""
        column = [c.key for c in sheet.columns].index(key) + 1
        return f"{letter(column)}{FIRST_ROW}"

    def text(self, sheet: str, cell: str) -> str:
        """What a cell shows."""
        return str(self.document.Sheets.getByName(sheet).getCellRangeByName(cell).String)

    def buttons(self) -> dict[str, tuple[int, int]]:
        """The middle of each button of the first sheet on the screen, by its label."""
        controller, found = self.document.CurrentController, {}
        for control in self._controls():
            seen = controller.getControl(control).getAccessibleContext()
            place, size = seen.getLocationOnScreen(), seen.getSize()
            middle = (place.X + size.Width // 2, place.Y + size.Height // 2)
            found[str(control.Label)] = middle
        return found

    def labels(self) -> list[str]:
        """What stands on the buttons of the first sheet."""
        return [str(control.Label) for control in self._controls()]

    def _controls(self) -> Iterator[Any]:
        page = self.document.Sheets.getByIndex(0).DrawPage
        for shape in (page.getByIndex(n) for n in range(page.Count)):
            if shape.ShapeType == BUTTON:
                yield shape.Control

    def store(self, path: Path) -> None:
        """Let LibreOffice itself save it, as another file."""
        uno = bridge()
        kind = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        kind.Name, kind.Value = "FilterName", "Calc MS Excel 2007 VBA XML"
        self.document.storeToURL(uno.systemPathToFileUrl(str(path)), (kind,))

    def close(self) -> None:
        """Close it without saving."""
        self.document.setModified(False)
        self.document.close(True)

    def is_free(self) -> bool:
        """Whether a person can work in its window."""
        return bool(self.document.CurrentController.Frame.ContainerWindow.isEnabled())

    def host(self) -> CalcHost:
        """The document as kinerja speaks with it, without a button."""
        pipe = Pipe(script().Document(self.document, script().Window(self.document)))
        return CalcHost(self.path, pipe, pipe)

    def cells(self) -> dict[str, Mapping[Place, Cell]]:
        """What every sheet holds."""
        host = self.host()
        return {name: host.cells(name) for name in host.sheets()}


class Pipe(io.StringIO):
    """Both pipes between kinerja and the script, without a process at either end."""

    def __init__(self, document: Any) -> None:
        super().__init__()
        self.document = document
        self.said = ""

    def write(self, text: str) -> int:
        answer = self.document.answer(json.loads(text))
        self.said = json.dumps(answer) + "\n"
        return len(text)

    def readline(self, _size: int = -1) -> str:
        return self.said


@cache
def script() -> ModuleType:
    """The script that LibreOffice runs, loaded here."""
    bridge()
    spec = importlib.util.spec_from_file_location("kinerja_lo", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> Book:
    """The cells of a file."""
    book = read_book(path)
    assert isinstance(book, Book)
    return book


class Screen:
    """A screen of its own with a mouse and a keyboard."""

    def __init__(self) -> None:
        self.started: list[subprocess.Popen[bytes]] = []
        told, number = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        self._start("Xvfb", "-displayfd", str(number), "-screen", "0", size, keep=number)
        os.close(number)
        with os.fdopen(told) as answer:
            self.display = f":{answer.readline().strip()}"
        self._start("openbox")

    def _start(self, *words: str, keep: int | None = None) -> None:
        self.started.append(
            subprocess.Popen(
                words,
                env={**os.environ, "DISPLAY": getattr(self, "display", "")},
                pass_fds=() if keep is None else (keep,),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout

    def click(self, place: tuple[int, int]) -> None:
        """Press the left button of the mouse at a place."""
        self._do(
            "mousemove", "--sync", str(place[0]), str(place[1]), "sleep", "0.2", "click", "1"
        )

    def press(self, keys: str) -> None:
        """Press keys at once, such as ctrl+s."""
        self._do("key", keys)

    def write(self, text: str) -> None:
        """Type a text and Enter."""
        self._do("type", "--delay", "30", text)
        self.press("Return")

    def dialogs(self) -> list[str]:
        """The windows that kinerja has opened."""
        return self._do("search", "--onlyvisible", "--name", "^Kinerja$").split()

    def answer(self, window: str) -> None:
        """Press the Enter key in a dialog, which takes the button it offers."""
        self._do("windowactivate", "--sync", window, "key", "Return")

    def look(self, name: str) -> None:
        """Keep what a person sees now, for one who asks for it by KINERJA_GAMBAR."""
        if folder := os.environ.get("KINERJA_GAMBAR"):
            path = str(Path(folder, f"{name}.png"))
            words = ["import", "-display", self.display, "-window", "root", path]
            subprocess.run(words, check=False, timeout=30)

    def stop(self) -> None:
        """End all of it."""
        for process in reversed(self.started):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def until(is_so: Callable[[], bool], what: str) -> None:
    """Wait for something.

    Raises:
        TimeoutError: if it does not come.
    """
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.1)


def at_work(path: Path) -> bool:
    """Whether kinerja is working for this master."""
    wanted = f"--calc={path}".encode()
    for process in Path("/proc").iterdir():
        if re.fullmatch(r"\d+", process.name):
            try:
                words = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:  # it has ended meanwhile
                continue
            if wanted in words:
                return True
    return False


def pressed(screen: Screen, document: Document, label: str) -> int:
    """Click a button, answer every dialog with Enter, to the end; how many there were."""
    until(document.is_free, f"{label}: jendela terkunci")
    screen.click(document.buttons()[label])
    until(lambda: at_work(document.path), f"{label}: tidak mulai")
    answered: set[str] = set()

    def is_done() -> bool:
        for window in screen.dialogs():
            screen.look(f"{label} {len(answered)}")
            answered.add(window)
            screen.answer(window)
        is_over = not at_work(document.path) and not screen.dialogs()
        return is_over and document.is_free()  # the script may still be tidying up

    until(is_done, f"{label}: tidak selesai")
    return len(answered)
