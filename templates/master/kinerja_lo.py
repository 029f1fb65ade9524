"""kinerja in LibreOffice: starts kinerja, and does in the open document what it asks.

LibreOffice runs this file with its own Python, so nothing is imported here but the
standard library and ``uno``, and Python 3.8 has to understand it. The macro of a button
calls ``jalankan``; kinerja runs as a process of its own and asks in lines of JSON:

    kinerja       {"ask": "read", "args": ["Rekap"]}
    LibreOffice   {"ok": [["Kode", 80.0, {"date": "2026-03-31T00:00:00"}]]}
                  {"error": "..."}

Beside plain JSON a cell is {"date": iso}, {"percent": number}, {"link": place} or
{"formula": its value}.
Nothing here decides anything about kinerja, and nothing here ever saves the document:
LibreOffice would drop the code names that the macros need in Excel.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import IO, Any

TITLE = "Kinerja"
BELUM_TERPASANG = (
    "Python untuk kinerja belum ditemukan.\n\n"
    "Jalankan “python3 mulai.py pasang” di folder program kinerja, lalu tekan tombolnya lagi."
)
BELUM_DISIMPAN = "Simpan dahulu workbook kinerja di folder kerja, lalu tekan tombolnya lagi."
TERHENTI = "Pekerjaan terhenti. Rinciannya ada di berkas ini:\n{log}"
TIDAK_DAPAT_MULAI = "Python di tempat ini belum dapat dijalankan:\n{python}"

ANSWER = "KINERJA_JAWAB"  # what a question is answered with where nobody can see it
NAMED = "kinerja_lo.txt"  # beside this file: the interpreter that ``pasang`` has set up
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "PYTHONEXECUTABLE")
PAUSE = 0.05  # seconds between two looks at what the process says

FORMULAS = 16  # com.sun.star.sheet.CellFlags
DATE, TIME, PERCENT, TEXT, LOGICAL = 2, 4, 128, 256, 1024  # com.sun.star.util.NumberFormat
OK, YES_NO = 1, 3 + 0x40000  # com.sun.star.awt.MessageBoxButtons; Enter is yes, as in Excel
UNSEEN, YES = 0, 2  # com.sun.star.awt.MessageBoxResults
WITH_CHILDREN = 1  # com.sun.star.awt.InvalidateStyle
SECONDS_A_DAY = 86_400

Uno = Any  # an object of LibreOffice
Content = Any  # of a cell, as JSON carries it
_running: list[str] = []  # the button that is at work; another one has to wait


def jalankan(perintah: str = "", dokumen: Uno = None, *_rest: Uno) -> None:
    """Run the command of a button on the open document, to its end."""
    document = dokumen or XSCRIPTCONTEXT.getDocument()  # noqa: F821  # given by LibreOffice
    if _running or not perintah:
        return
    _running.append(perintah)
    window = Window(document)
    try:
        window.enable(False)
        _run(str(perintah), document, window)
    finally:
        window.restore()
        _running.remove(perintah)


def _run(command: str, document: Uno, window: Window) -> None:
    if not document.URL.startswith("file:"):
        window.tell(BELUM_DISIMPAN)
        return
    path = _path(document.URL)
    python = find_python(path.parent)
    if python is None:
        window.tell(BELUM_TERPASANG)
        return
    with _log(path.parent) as window.log:
        try:
            process = start(python, command, path, window.log)
        except OSError:
            window.tell(TIDAK_DAPAT_MULAI.format(python=python))
            return
        is_told = serve(process, Document(document, window))
        if process.returncode and not is_told:
            window.tell(TERHENTI.format(log=window.log.name))


def _log(folder: Path) -> IO[str]:
    """Where what is printed goes: beside the workbook, if that can be written."""
    for place in (folder / "Log", Path(tempfile.gettempdir(), f"kinerja_{os.getpid()}")):
        try:
            place.mkdir(exist_ok=True)
            return (place / "libreoffice.log").open("w", encoding="utf-8")
        except OSError:
            continue
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123


def _path(url: str) -> Path:
    import uno

    return Path(uno.fileUrlToSystemPath(url))


# ---- the other process


def find_python(folder: Path) -> Path | None:
    """The interpreter that has kinerja: the person's own, else one beside the workbook.

    Others may be able to write beside the workbook, so that comes last.
    """
    program = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    places = [
        os.environ.get("KINERJA_PYTHON"),
        _named(),
        _home() / "venv" / program,
        folder / ".venv" / program,
        folder.parent / ".venv" / program,
    ]
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


def _named() -> str:
    here = _path(__file__) if __file__.startswith("file:") else Path(__file__)
    try:
        return here.with_name(NAMED).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _home() -> Path:
    """The folder of kinerja for this user."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", ""), "Kinerja")
    return Path.home() / ("Kinerja" if sys.platform == "darwin" else ".local/share/kinerja")


def start(python: Path, command: str, path: Path, log: IO[str]) -> subprocess.Popen[bytes]:
    """Start kinerja for one button, without what LibreOffice says of its own Python.

    -I: what lies in the office's folder is never taken for a part of the program.
    """
    words = [str(python), "-I", "-X", "utf8", "-m", "kinerja.buttons", command]
    return subprocess.Popen(
        [*words, f"--calc={path}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        env={k: v for k, v in os.environ.items() if k not in FOREIGN},
        cwd=str(path.parent),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def serve(process: subprocess.Popen[bytes], document: Document) -> bool:
    """Do what the process asks until it ends; say whether it has shown a dialog."""
    lines: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    is_told = False
    try:
        while line := _next(lines, document.window):
            request = json.loads(line.decode("utf-8"))
            answer = document.answer(request)
            is_told = is_told or (request["ask"] in ("tell", "ask") and "ok" in answer)
            process.stdin.write(f"{json.dumps(answer)}\n".encode())
            process.stdin.flush()
    except (OSError, ValueError, TypeError, KeyError):  # it is gone, or asks for nothing
        process.kill()
    finally:
        process.stdin.close()
        process.wait()
        document.leave()
    return is_told


def _pump(stream: IO[bytes], lines: queue.Queue[bytes]) -> None:
    with stream:
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _next(lines: queue.Queue[bytes], window: Window) -> bytes:
    """The next line; the window is kept alive meanwhile."""
    while True:
        try:
            return lines.get(timeout=PAUSE)
        except queue.Empty:
            window.repaint()


# ---- what a person sees


class Window:
    """The window of the document; where there is none, nobody is asked or told."""

    def __init__(self, document: Uno) -> None:
        controller = document.CurrentController
        self._window = controller.Frame.ContainerWindow if controller else None
        self._indicator = controller.StatusIndicator if controller else None
        self._is_seen = self._window is not None and self._window.isVisible()
        self._has_status = False
        self.log: IO[str] = sys.stderr

    def enable(self, is_enabled: bool) -> None:
        """Let the person type and click, or not."""
        if self._is_seen:
            self._window.setEnable(is_enabled)

    def restore(self) -> None:
        """Give the window back to the person."""
        self.status("")
        self.enable(True)
        if self._is_seen:  # the button that was pressed would stay down
            self._window.invalidate(WITH_CHILDREN)

    def repaint(self) -> None:
        """Let LibreOffice draw what has changed."""
        if self._is_seen:
            self._window.Toolkit.processEventsToIdle()

    def status(self, text: str) -> None:
        """Say in the status bar what is being done; nothing gives it back."""
        if self._indicator is None:
            return
        if self._has_status:
            self._indicator.end()
        self._has_status = bool(text)
        if text:
            self._indicator.start(text, 0)
        self.repaint()

    def tell(self, text: str) -> None:
        """Show what only needs to be read."""
        self._box("INFOBOX", OK, text)

    def ask(self, text: str) -> bool:
        """Whether a person says yes; where nobody sees it, what was said beforehand."""
        answer = self._box("QUERYBOX", YES_NO, text)
        return answer == YES or (answer == UNSEEN and os.environ.get(ANSWER) == "ya")

    def _box(self, kind: str, buttons: int, text: str) -> int:
        """What was pressed; LibreOffice without a screen closes every box at once."""
        self.log.write(f"{text}\n")
        self.log.flush()
        if not self._is_seen:
            return UNSEEN
        import uno

        of_kind = uno.Enum("com.sun.star.awt.MessageBoxType", kind)
        toolkit = self._window.Toolkit
        self.enable(True)
        try:
            box = toolkit.createMessageBox(self._window, of_kind, buttons, TITLE, text)
            return int(box.execute())
        finally:
            self.enable(False)


# ---- the document


class Document:
    """The open document. What kinerja may ask of it is named in ``ASKED``."""

    ASKED = (
        "sheets", "read", "write", "copy_sheet", "put_down", "is_modified", "is_readonly",
        "undisturbed", "status", "tell", "ask",
    )  # fmt: skip

    def __init__(self, document: Uno, window: Window) -> None:
        self._document = document
        self.window = window
        self.status, self.tell, self.ask = window.status, window.tell, window.ask
        self._automatic: bool | None = None  # calculation, while it is undisturbed
        self._is_whole = False  # nothing is left to save
        null = document.NullDate
        self._epoch = datetime(null.Year, null.Month, null.Day)  # noqa: DTZ001  # a day of cells has no zone

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """What a request gives, or why it could not be done."""
        import uno

        name, words = request["ask"], request.get("args", ())
        if name not in self.ASKED:
            return {"error": name}
        try:
            return {"ok": getattr(self, name)(*words)}
        except uno.getClass("com.sun.star.uno.Exception") as error:
            return {"error": f"{type(error).__name__}: {error.Message}"}

    def is_modified(self) -> bool:
        """Whether a person has changed something since it was opened or put down."""
        return bool(self._document.isModified())

    def is_readonly(self) -> bool:
        """Whether it was opened for reading only: somebody else has it open."""
        return bool(self._document.isReadonly())

    def put_down(self, is_whole: bool) -> None:
        """Nothing is left to save, kinerja has it all in the file; or there still is."""
        self._is_whole = is_whole
        self._document.setModified(not is_whole)
        for chart in self._charts() if is_whole else ():
            chart.setModified(False)  # it is drawn anew, which is no change of a person's

    def _charts(self) -> Iterator[Uno]:
        sheets = self._document.Sheets
        for charts in (sheets.getByName(name).Charts for name in sheets.ElementNames):
            yield from (charts.getByName(name).EmbeddedObject for name in charts.ElementNames)

    def leave(self) -> None:
        """Leave it to the person."""
        self.undisturbed(False)
        self.window.repaint()
        if self._is_whole:
            self.put_down(True)

    def undisturbed(self, is_on: bool) -> None:
        """Let the screen and the calculation stand still, or go on."""
        document = self._document
        if is_on and self._automatic is None:
            self._automatic = document.isAutomaticCalculationEnabled()
            document.lockControllers()
            document.enableAutomaticCalculation(False)
        elif not is_on and self._automatic is not None:
            document.enableAutomaticCalculation(self._automatic)
            document.unlockControllers()
            document.UndoManager.clear()  # as Excel does; “Urungkan” takes the rows back
            self._automatic = None

    def sheets(self) -> list[str]:
        """The names of all sheets in the order of their tabs."""
        return list(self._document.Sheets.ElementNames)

    def copy_sheet(self, pattern: str, name: str) -> None:
        """Put a visible copy of a hidden sheet at the end."""
        sheets = self._document.Sheets
        sheets.copyByName(pattern, name, sheets.Count)
        sheets.getByName(name).IsVisible = True

    # ---- reading

    def read(self, name: str) -> list[list[Content]]:
        """Every row of a sheet from A1 to its last used cell."""
        cells = self._used(name)
        rows = [[None if c == "" else c for c in row] for row in cells.getDataArray()]
        if rows == [[None]]:
            return []
        for kind, areas in self._formats(cells):
            _retell(rows, areas, partial(self._told, kind))
        formulas = cells.queryContentCells(FORMULAS).RangeAddresses
        _retell(rows, formulas, lambda value: {"formula": value})
        return rows

    def _used(self, name: str) -> Uno:
        sheet = self._document.Sheets.getByName(name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        return sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)

    def _formats(self, cells: Uno) -> Iterator[tuple[int, Iterable[Uno]]]:
        """The areas of each kind of number that means more than a number."""
        known = self._document.NumberFormats
        groups = cells.UniqueCellFormatRanges
        for index in range(groups.Count):
            group = groups.getByIndex(index)
            kind = known.getByKey(group.getByIndex(0).NumberFormat).Type
            if kind & (DATE | TIME | PERCENT | LOGICAL):
                yield kind, group.RangeAddresses

    def _told(self, kind: int, content: Content) -> Content:
        """How the content of a cell with that kind of format is told."""
        if not isinstance(content, float):
            return content
        if kind & LOGICAL:
            return bool(content)
        if kind & PERCENT:
            return {"percent": content}
        moment = self._epoch + timedelta(seconds=round(content * SECONDS_A_DAY))
        return {"date": moment.isoformat()}

    # ---- writing

    def write(
        self,
        name: str,
        place: list[int],
        rows: list[list[Content]],
        is_text: list[bool],
        fit: bool = True,
    ) -> None:
        """Put a rectangle at a place, counted from 1; what is None empties a cell.

        A text never becomes anything else.
        """
        if not rows or not is_text:
            return
        top, left = place[0] - 1, place[1] - 1
        bottom, right = top + len(rows) - 1, left + len(is_text) - 1
        sheet = self._document.Sheets.getByName(name)
        for number, text in enumerate(is_text, start=left):
            if text:
                column = sheet.getCellRangeByPosition(number, top, number, bottom)
                column.NumberFormat = self._format(TEXT)
        cells = sheet.getCellRangeByPosition(left, top, right, bottom)
        cells.setDataArray(tuple(tuple(self._plain(c) for c in row) for row in rows))
        self._show(sheet, top, left, rows)
        cells.Rows.IsVisible = True  # a filter set for the old rows would hide new ones
        if fit:
            cells.Rows.OptimalHeight = True

    def _plain(self, content: Content) -> object:
        """A cell as setDataArray takes it; None there would end LibreOffice 7.4."""
        if content is None:
            return ""
        if isinstance(content, dict) and "link" in content:
            return content["link"]
        if isinstance(content, dict):
            moment = datetime.fromisoformat(content["date"])
            return (moment - self._epoch).total_seconds() / SECONDS_A_DAY
        return content if isinstance(content, str) else float(content)

    def _show(self, sheet: Uno, top: int, left: int, rows: list[list[Content]]) -> None:
        """Let a place lead there, and a day or a yes look like one if the cell does not."""
        known = self._document.NumberFormats
        for r, row in enumerate(rows, start=top):
            for c, content in enumerate(row, start=left):
                if not isinstance(content, (bool, dict)):
                    continue
                cell = sheet.getCellByPosition(c, r)
                if isinstance(content, dict) and "link" in content:
                    place = content["link"].replace('"', '""')
                    cell.setFormula(f'=HYPERLINK("#{place}";"{place}")')
                    continue
                wanted = LOGICAL if isinstance(content, bool) else DATE
                if not known.getByKey(cell.NumberFormat).Type & wanted:
                    cell.NumberFormat = self._format(wanted)

    def _format(self, kind: int) -> int:
        import uno

        everywhere = uno.createUnoStruct("com.sun.star.lang.Locale")
        return int(self._document.NumberFormats.getStandardFormat(kind, everywhere))


def _retell(
    rows: list[list[Content]], areas: Iterable[Uno], told: Callable[[Content], Content]
) -> None:
    """Tell what is in these areas in another way; they may reach beyond the rows."""
    for area in areas:
        for row in rows[area.StartRow : area.EndRow + 1]:
            for column in range(area.StartColumn, min(area.EndColumn + 1, len(row))):
                row[column] = told(row[column])


g_exportedScripts = (jalankan,)  # the name LibreOffice looks for
