"""The master open in Excel, through xlwings' BSD part.

Only members that xlwings' Windows and Mac engines both have are used; what Windows
alone can do stands in functions of one line that say so. Nothing of xlwings' paid part.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja.adapters.files import here, shown
from kinerja.adapters.host import Content
from kinerja.adapters.look import link_formula
from kinerja.adapters.program_cells import is_percent
from kinerja.grid import Place
from kinerja.model import Location
from kinerja.sheets.table import Link
from kinerja.temuan import KinerjaError, Rule, Sebab, Temuan

if TYPE_CHECKING:
    from xlwings import Book, Range, Sheet

NAME = "Excel"
TITLE = "Kinerja"
GENERAL, TEXT = "General", "@"
_TABLES = ("matplotlib", "numpy", "pandas", "PIL", "plotly", "polars")
ATTEMPTS = 2_000  # about two seconds; xlwings itself would ask a busy Excel for ever
UNKNOWN_ERROR, LAST_ERROR = "#UNKNOWN!", -2_146_000_000  # COM has numbers for errors
# What Windows and a Mac call an Excel that is asked too much, edits a cell, or is gone.
_SILENT = (
    *("-2147418111", "-2147417846", "-2146777998", "-2147417848", "-2147023174"),
    *("-1712", "-609", "not responding"),
)


@dataclass(slots=True)
class ExcelHost:
    """Excel with the master open in it."""

    book: Book
    _status: tuple[Any, ...] = field(default=(), init=False)  # what stood there before ours

    @staticmethod
    def caller() -> ExcelHost:
        """The Excel whose button was pressed, as the command line says.

        Raises:
            KinerjaError: if it does not answer.
        """
        with _without_tables():
            import xlwings

        _ask_no_longer_than_a_moment()
        with _answering():
            return ExcelHost(xlwings.Book.caller())

    @property
    def path(self) -> Path:
        """Where the master is kept.

        Raises:
            KinerjaError: if it was never saved, or lies where no folder is.
        """
        from xlwings import XlwingsError

        with _answering():
            name = shown(self.book.name)
            try:
                path = Path(self.book.fullname)
            except XlwingsError as error:  # OneDrive or SharePoint, with no folder here
                raise KinerjaError(
                    Rule.MASTER_DARING.at(Location(name), berkas=name)
                ) from error
        if not path.is_absolute():
            raise KinerjaError(Rule.MASTER_BELUM_DISIMPAN.at(Location(name), berkas=name))
        return path

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened so that it cannot be saved where it is."""
        with _answering():
            return _is_read_only(self.book)

    # ---- sheets and cells

    def sheets(self) -> Sequence[str]:
        """The names of all sheets, in the order of their tabs."""
        with _answering():
            return [sheet.name for sheet in self.book.sheets]

    def read(self, sheet: str) -> Sequence[Sequence[Content]]:
        """Every row from A1 to the last used cell, in one call."""
        with _answering():
            found = self.book.sheets[sheet]
            last = found.used_range.last_cell
            area = found.range((1, 1), (last.row, last.column))
            rows = area.options(ndim=2, err_to_str=True).value
        contents = [[_content(value) for value in row] for row in rows]
        return [] if contents == [[None]] else contents

    def percents(self, sheet: str, numbers: Sequence[Place]) -> Collection[Place]:
        """Which of these numbers are percentages; a column of one format is one call."""
        columns: dict[int, list[int]] = {}
        for row, column in sorted(numbers):
            columns.setdefault(column, []).append(row)
        with _answering():
            found = self.book.sheets[sheet]
            return [
                (row, column)
                for column, rows in columns.items()
                for row in _percent_rows(found, column, rows)
            ]

    def write(
        self,
        sheet: str,
        place: Place,
        rows: Sequence[Sequence[Content]],
        is_text: Sequence[bool],
        *,
        fit: bool,
    ) -> None:
        """Put a rectangle at a place, in one assignment.

        What begins with an apostrophe is text to Excel, whatever it looks like. A cell
        formatted as text needs none, but turns numbers into text and may keep one.
        """
        is_plain = [t and _is_plain(row[n] for row in rows) for n, t in enumerate(is_text)]
        with _answering(_locked(sheet)):
            found = self.book.sheets[sheet]
            area = _area(found, place, (len(rows), len(is_text)))
            _show_all_rows(found)
            before = [
                _either(p, TEXT, t, GENERAL) for p, t in zip(is_plain, is_text, strict=True)
            ]
            _format(found, place, len(rows), before)
            area.value = [
                [v if p else _marked(v) for v, p in zip(row, is_plain, strict=True)]
                for row in rows
            ]
            late = [TEXT if b == GENERAL else "" for b in before]
            _format(found, place, len(rows), late)
            if fit:
                area.rows.autofit()

    def copy_sheet(self, pattern: str, name: str) -> None:
        """Put a visible copy of a hidden sheet at the end, under a name of its own."""
        with _answering(_locked(name)):
            last = self.book.sheets[len(self.book.sheets) - 1]
            self.book.sheets[pattern].copy(after=last, name=name).visible = True

    # ---- the file

    def copy(self, to: Path) -> None:
        """Put a whole copy of the master in a file, with what is not saved yet."""
        with _answering(_unsaved(to)):
            _save_copy(self.book, self.path, to)

    def save(self) -> None:
        """Save the master where it is."""
        with _answering(_unsaved(self.path)):
            self.book.save()

    # ---- who watches

    def status(self, text: str) -> None:
        """Say in the status bar what is being done; "" gives back what stood there."""
        with _answering():
            app = self.book.app
            self._status = self._status or (app.status_bar,)
            app.status_bar = text or self._status[0]
            if not text:
                self._status = ()

    def tell(self, text: str) -> None:
        """Show a dialog that only needs to be read."""
        with _answering():
            self.book.app.alert(text, TITLE, "ok", "info")

    def ask(self, text: str) -> bool:
        """Show a question; True is yes."""
        with _answering():
            return self.book.app.alert(text, TITLE, "yes_no", "info") == "yes"

    def undisturbed(self) -> AbstractContextManager[None]:
        """Screen, calculation and Excel's own questions stand still meanwhile."""
        return _still(self.book.app)


def _locked(sheet: str) -> Temuan:
    return Rule.LEMBAR_TERLINDUNG.at(Location("", sheet), lembar=sheet)


def _unsaved(path: Path) -> Temuan:
    name = shown(path.name)
    return Rule.TIDAK_DAPAT_MENULIS.at(here(path), berkas=name, sebab=Sebab.GANGGUAN)


# ---- reading


def _content(value: Any) -> Content:  # noqa: ANN401  # whatever COM or AppleScript give
    match value:
        case None | "":
            return None
        case bool() | float() | str() | datetime():
            return value
        case int() if value < LAST_ERROR:
            return UNKNOWN_ERROR  # younger than this xlwings, which names the others
        case _:
            return float(value)  # a Decimal of a cell shown as money, a whole number of a Mac


def _percent_rows(sheet: Sheet, column: int, rows: Sequence[int]) -> Sequence[int]:
    """The rows among these; the format of cells that differ is asked again in halves."""
    shown_as = sheet.range((rows[0], column), (rows[-1], column)).number_format
    if shown_as or len(rows) == 1:
        return rows if is_percent(shown_as or "") else ()
    half = len(rows) // 2
    return [
        row
        for part in (rows[:half], rows[half:])
        for row in _percent_rows(sheet, column, part)
    ]


# ---- writing


def _is_plain(contents: Iterator[Content]) -> bool:
    """Whether cells formatted as text keep all of it as it is."""
    return all(v is None or (isinstance(v, str) and v[:1] != "'") for v in contents)


def _marked(content: Content) -> Content:
    if isinstance(content, Link):
        return f"={link_formula(content)}"
    return f"'{content}" if isinstance(content, str) else content


def _either(first: bool, one: str, second: bool, two: str) -> str:
    return one if first else two if second else ""


def _area(sheet: Sheet, place: Place, shape: Place) -> Range:
    (top, left), (height, width) = place, shape
    return sheet.range((top, left), (top + height - 1, left + width - 1))


def _format(sheet: Sheet, place: Place, height: int, formats: Sequence[str]) -> None:
    """Give columns side by side their number formats; "" leaves a column its own."""
    top, column = place
    for number_format, group in groupby(formats):
        width = len(list(group))
        if number_format:
            _area(sheet, (top, column), (height, width)).number_format = number_format
        column += width


# ---- the program


@contextmanager
def _without_tables() -> Iterator[None]:
    """Xlwings imports these wherever they are installed, at 0.5 s a click and more."""
    hidden = {name: None for name in _TABLES if name not in sys.modules}
    sys.modules.update(hidden)  # type: ignore[arg-type]  # None: as if not installed
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


@contextmanager
def _still(app: Any) -> Iterator[None]:  # noqa: ANN401  # a test's engine is no App
    """Everything is as it was afterwards, even where giving back one thing fails."""
    quiet = {"screen_updating": False, "display_alerts": False, "calculation": "manual"}
    with ExitStack() as back:
        with _answering():
            for name, value in quiet.items():
                was = getattr(app, name)
                back.callback(_give_back, app, name, was)
                setattr(app, name, value)
        yield


def _give_back(app: Any, name: str, was: object) -> None:  # noqa: ANN401
    with _answering():
        setattr(app, name, was)


@contextmanager
def _answering(otherwise: Temuan | None = None) -> Iterator[None]:
    """Turn what Excel refuses into a Temuan: it is busy, or ``otherwise``; else it is a bug.

    Raises:
        KinerjaError: if Excel is busy or refuses.
    """
    try:
        yield
    except _refusals() as error:
        said = f"{type(error).__name__}: {error}"
        if any(known in said for known in _SILENT):
            otherwise = Rule.PROGRAM_SIBUK.at(Location(""), program=NAME)
        if otherwise is None:
            raise
        raise KinerjaError(otherwise) from error


def _refusals() -> tuple[type[Exception], ...]:
    """What comes through xlwings when Excel does not do what it is asked."""
    from xlwings import XlwingsError

    if sys.platform == "win32":
        from pywintypes import com_error
        from xlwings._xlwindows import ExcelBusyError

        return XlwingsError, com_error, ExcelBusyError
    if sys.platform == "darwin":
        from appscript.reference import CommandError

        return XlwingsError, CommandError
    return (XlwingsError,)


# ---- what only Windows can do, and so no test of ours has run


def _ask_no_longer_than_a_moment() -> None:
    if sys.platform == "win32":
        from xlwings import _xlwindows

        _xlwindows.N_COM_ATTEMPTS = ATTEMPTS


def _is_read_only(book: Book) -> bool:
    return bool(sys.platform == "win32" and book.api.ReadOnly)


def _show_all_rows(sheet: Sheet) -> None:
    """A filter that hides rows would make Excel write past them."""
    if sys.platform == "win32" and sheet.api.FilterMode:
        sheet.api.ShowAllData()


def _save_copy(book: Book, path: Path, to: Path) -> None:
    """Elsewhere the master itself is saved and then copied: there is no SaveCopyAs."""
    if sys.platform == "win32":
        book.api.SaveCopyAs(str(to))
    else:
        book.save()
        shutil.copyfile(path, to)
