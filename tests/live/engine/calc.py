"""The engine: what xlwings asks of Excel, asked of LibreOffice Calc.

A member that is not here raises NotImplementedError, by ``xlwings.base_classes``.
``test_engine.py`` makes sure that each one here exists in both engines of Excel.
"""

from __future__ import annotations

import functools
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlwings as xw
from xlwings import base_classes

from live.engine.cells import Cells, Formats, cleaned
from live.engine.office import Office, bridge

NAME = "calc"
VISIBLE, HIDDEN = -1, 0  # as Excel's constants; Calc has no third state
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}
_BARE = re.compile(rb"&(?!#?\w+;)")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One call that changed a book."""

    sheet: str
    what: str
    is_still: bool  # the screen and the calculation stood still


class LibreOfficeError(xw.XlwingsError):
    """What the program said; on Windows a ``com_error``, which needs pywin32 to exist."""


def translated(cls: type) -> type:
    """Let members raise LibreOfficeError: UNO's own cannot pass a ``with`` block."""
    for name, member in list(vars(cls).items()):
        if isinstance(member, property):
            parts = (member.fget, member.fset, member.fdel)
            setattr(cls, name, property(*(part and _guarded(part) for part in parts)))
        elif callable(member) and not isinstance(member, type):
            setattr(cls, name, _guarded(member))
    return cls


def mend(path: Path) -> None:
    """Escape the captions of buttons, which LibreOffice 7.4 forgets and Excel does not."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            is_drawing = name.startswith("xl/drawings/")
            archive.writestr(name, _BARE.sub(b"&amp;", part) if is_drawing else part)


def _guarded(member: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(member)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return member(*given, **named)
        except bridge().getClass("com.sun.star.uno.Exception") as error:
            message = f"{type(error).__name__}: {error}"
        raise LibreOfficeError(message)

    return guarded


@contextmanager
def started() -> Iterator[xw.App]:
    """A LibreOffice that xlwings takes for the Excel in front, for as long as it lasts."""
    before = xw.engines.active
    office = Office()
    try:
        engine = xw.Engine(impl=Engine(App(office)))
        xw.engines.add(engine)
        engine.activate()
        yield engine.apps.active
    finally:
        office.stop()
        xw.engines.active = before


class Engine:
    name, type = NAME, "desktop"

    def __init__(self, app: App) -> None:
        self.apps = Apps(app)
        app.engine = self

    @staticmethod
    def prepare_xl_data_element(value: object, _options: object) -> object:
        return "" if value is None else value

    @staticmethod
    def clean_value_data(data: Any, *options: Any) -> list[list[object]]:
        return [[cleaned(value, *options) for value in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self, app: App) -> None:
        self.app = app

    def __iter__(self) -> Iterator[App]:
        return iter([self.app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, _pid: int) -> App:
        return self.app


@translated
class App(base_classes.App):
    """The program. Its flags only remember: what matters is that they are given back."""

    # Plain attributes in the place of the base's properties.
    engine: Any = None
    pid: Any = None
    screen_updating: Any = None
    display_alerts: Any = None
    calculation: Any = None
    status_bar: Any = None  # False: the program's own text, as in Excel
    version = "16.0"

    def __init__(self, office: Office) -> None:
        self.office = office
        self.pid = office.process.pid
        self.reset()

    def reset(self) -> None:
        """As a user finds Excel, with no book open."""
        for book in self.books:
            book.close()
        self.screen_updating = self.display_alerts = True
        self.calculation, self.status_bar = "automatic", False
        self.keeps_apostrophe = False  # whether cells formatted as text do, see ``typed``
        self.changes: list[Change] = []  # of any book, in their order
        self.alerts: list[tuple[str, str]] = []  # what was said, with which buttons
        self.answers: list[str] = []  # to the questions to come

    @property
    def books(self) -> Books:
        return Books(self)

    def alert(
        self, prompt: str, title: str, buttons: str | None, mode: str, _callback: object
    ) -> str:
        assert title
        assert mode in {None, "info", "critical"}  # Excel's engine knows no other
        self.alerts.append((prompt, buttons or "ok"))
        return "ok" if buttons in (None, "ok") else self.answers.pop(0)


@translated
class Books(base_classes.Books):
    app: Any = None

    def __init__(self, app: App) -> None:
        self.app = app

    def __iter__(self) -> Iterator[Book]:
        found = []
        documents = self.app.office.desktop.Components.createEnumeration()
        while documents.hasMoreElements():
            document = documents.nextElement()
            if document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                found.append(Book(self.app, document))
        return iter(found)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __call__(self, name_or_index: int | str) -> Book:
        for number, book in enumerate(self, start=1):
            if name_or_index in (number, book.name):
                return book
        raise KeyError(name_or_index)

    def open(self, fullname: str, *_options: object) -> Book:
        uno = bridge()
        url = uno.systemPathToFileUrl(fullname)
        document = self.app.office.desktop.loadComponentFromURL(url, "_blank", 0, ())
        if document is None:
            raise LibreOfficeError(f"cannot open {fullname}")
        return Book(self.app, document)


@translated
class Book(base_classes.Book):
    app: Any = None

    def __init__(self, app: App, document: Any) -> None:
        self.app, self.document = app, document

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    @property
    def fullname(self) -> str:
        return str(bridge().fileUrlToSystemPath(self.document.URL))

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    def save(self, path: str | None = None, password: None = None) -> None:
        assert password is None
        if path is None:
            self.document.store()
            mend(Path(self.fullname))
            return
        uno = bridge()
        kind = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        kind.Name, kind.Value = "FilterName", FILTERS[Path(path).suffix]
        url = uno.systemPathToFileUrl(path)
        # As a copy: storing under another name would rename the open document.
        self.document.storeToURL(url, (kind,))
        mend(Path(path))

    def close(self) -> None:
        self.document.setModified(False)
        self.document.close(True)


@translated
class Sheets(base_classes.Sheets):
    def __init__(self, book: Book) -> None:
        self.book, self.calc = book, book.document.Sheets

    def __iter__(self) -> Iterator[Sheet]:
        return iter([self(number + 1) for number in range(len(self))])

    def __len__(self) -> int:
        return int(self.calc.Count)

    def __call__(self, name_or_index: int | str) -> Sheet:
        # Excel's engine raises a com_error for a name that is not there, no KeyError.
        if isinstance(name_or_index, str):
            return Sheet(self.book, self.calc.getByName(name_or_index))
        return Sheet(self.book, self.calc.getByIndex(name_or_index - 1))

    def __contains__(self, name: str) -> bool:
        raise NotImplementedError  # in Excel's engines it only looks as if it worked


@translated
class Sheet(base_classes.Sheet):
    book: Any = None

    def __init__(self, book: Book, calc: Any) -> None:
        self.book, self.calc = book, calc

    @property
    def name(self) -> str:
        return str(self.calc.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.changed("name")
        self.calc.Name = name

    @property
    def index(self) -> int:
        return int(self.calc.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> int:
        return VISIBLE if self.calc.IsVisible else HIDDEN

    @visible.setter
    def visible(self, visible: int) -> None:
        self.changed("visible")
        self.calc.IsVisible = bool(visible)

    @property
    def used_range(self) -> Range:
        cursor = self.calc.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        a = cursor.RangeAddress
        return Range(
            self, (a.StartRow + 1, a.StartColumn + 1), (a.EndRow + 1, a.EndColumn + 1)
        )

    def range(self, first: Place | Range, last: Place | Range | None = None) -> Range:
        start = first if isinstance(first, tuple) else first.first
        if last is None:
            return Range(self, start, start if isinstance(first, tuple) else first.last)
        return Range(self, start, last if isinstance(last, tuple) else last.last)

    def copy(self, before: Sheet | None, after: Sheet | None) -> None:
        neighbour = before or after
        assert neighbour
        self.changed("copy")
        names = {sheet.name for sheet in self.book.sheets}
        number = next(n for n in range(2, 1000) if f"{self.name} ({n})" not in names)
        place = neighbour.index - 1 if before else neighbour.index
        self.book.sheets.calc.copyByName(self.name, f"{self.name} ({number})", place)
        # In Excel the copy of a hidden sheet is hidden too.
        copied = Sheet(self.book, self.book.sheets.calc.getByIndex(place))
        copied.calc.IsVisible = self.calc.IsVisible

    def changed(self, what: str) -> None:
        app = self.book.app
        is_still = not app.screen_updating and app.calculation == "manual"
        app.changes.append(Change(self.name, what, is_still))


@translated
class Range(base_classes.Range):
    sheet: Any = None
    row: Any = None
    column: Any = None
    shape: Any = None

    def __init__(self, sheet: Sheet, first: Place, last: Place) -> None:
        if 0 in first:
            raise IndexError("Excel counts from 1")
        self.sheet, self.first, self.last = sheet, first, last
        self.row, self.column = first
        self.shape = (last[0] - first[0] + 1, last[1] - first[1] + 1)
        self.options: dict[str, object] = {}

    @property
    def api(self) -> Any:
        return self.sheet.calc.getCellRangeByPosition(
            self.column - 1, self.row - 1, self.last[1] - 1, self.last[0] - 1
        )

    def __len__(self) -> int:
        return int(self.shape[0] * self.shape[1])

    def __call__(self, row: int, column: int) -> Range:
        place = (self.row + row - 1, self.column + column - 1)
        return Range(self.sheet, place, place)

    @property
    def raw_value(self) -> Any:
        rows = self._cells().read()
        return rows[0][0] if self.shape == (1, 1) else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        height, width = self.shape
        if not isinstance(data, list):
            data = [[data] * width for _ in range(height)]
        self.sheet.changed("value")
        self._cells().write(data, keeps_apostrophe=self.sheet.book.app.keeps_apostrophe)

    @property
    def number_format(self) -> str | None:
        keys = {key for row in self._cells().formats_by_cell() for key in row}
        formats = Formats(self.sheet.book.document)
        return formats.code(keys.pop()) if len(keys) == 1 else None

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.sheet.changed("number_format")
        self._cells().format(code)

    def autofit(self, axis: str | None = None) -> None:
        assert axis == "r"  # widths are the user's own
        self.sheet.changed("autofit")
        self.api.Rows.OptimalHeight = True

    def _cells(self) -> Cells:
        return Cells(self.sheet.book.document, self.api)
