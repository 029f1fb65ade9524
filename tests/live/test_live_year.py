"""The buttons on the sample, with the master open: the same sheets as from the terminal.

Two offices do the same: one in the terminal with its master closed, one by pressing
buttons with its master open in a real spreadsheet program, through the real xlwings.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
import xlwings as xw

from contoh.data import read_sample
from contoh.sending import Outbox, send
from contoh.year import Year, build, clear
from kinerja import buttons, commands, settings
from kinerja.adapters.excel import ExcelHost
from kinerja.adapters.live import LiveDesk
from kinerja.adapters.reading import read_book
from kinerja.commands import Order
from kinerja.grid import Book, Kind, Place, Value
from kinerja.sheets import folders, master
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError

pytestmark = pytest.mark.live

STEPS = (
    "disposition",
    "generate",
    "circular",
    "distribute",
    "progress",
    "merge",
    "verify",
    "annual",
)
CLOCK = datetime(2020, 4, 6, 9, 30, tzinfo=UTC)
Cells = Mapping[str, Mapping[Place, tuple[Kind, Value, bool]]]


@dataclass
class Offices:
    """What stood in the master of each after each step, and what was said."""

    closed: dict[str, Cells] = field(default_factory=dict)
    opened: dict[str, Cells] = field(default_factory=dict)
    saved: dict[str, Cells] = field(default_factory=dict)  # of the open one, by its file
    status: dict[str, int] = field(default_factory=dict)
    alerts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    state: dict[str, tuple[object, ...]] = field(default_factory=dict)
    again: dict[str, bool] = field(default_factory=dict)  # whether a second press wrote


@pytest.fixture(scope="module")
def offices(running: xw.App, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Both offices through a triwulan and the annual report."""
    running.impl.reset()
    root = tmp_path_factory.mktemp("kantor")
    year = Year(Outbox(root / "tutup", read_sample()), lambda _: None)
    clear(year.folder)
    build(year)
    settled = replace(year.sample.pengaturan, periode=1)
    year.desk.write([Page(master.PENGATURAN, settings.rows(settled))])
    shutil.copytree(year.folder, root / "buka")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(buttons, "Order", partial(Order, clock=lambda: CLOCK))
        yield played(year, root / "buka", running)
    running.impl.reset()


def played(year: Year, other: Path, app: xw.App) -> Offices:
    done = Offices()
    book = app.books.open(other / year.desk.path.name)
    for step in STEPS:
        getattr(commands, step)(Order(year.desk, clock=lambda: CLOCK))
        done.closed[step] = cells(year.desk.read())
        press(done, step, book)
        if step == "generate":
            list(send(year.outbox, 1, 1))
            for name in (folders.MASUK, folders.DATA_PENDUKUNG):
                shutil.copytree(year.folder / name, other / name, dirs_exist_ok=True)
    return done


def press(done: Offices, step: str, book: xw.Book) -> None:
    """Press a button twice; the second time nothing may change."""
    app, host = book.app, ExcelHost(book)
    desk = LiveDesk(host)
    app.impl.alerts, app.impl.answers = [], ["yes", "yes"]
    done.status[step] = buttons.run(step, host, desk)
    done.opened[step] = cells(desk.read())
    done.saved[step] = cells(found(Path(book.fullname)))
    done.alerts[step] = list(app.impl.alerts)
    done.state[step] = (app.screen_updating, app.calculation, app.status_bar)
    app.impl.changes, app.impl.answers = [], ["yes", "yes"]
    buttons.run(step, host, desk)
    done.again[step] = bool(app.impl.changes)


def found(path: Path) -> Book:
    book = read_book(path)
    if not isinstance(book, Book):
        raise KinerjaError(book)
    return book


def cells(book: Book) -> Cells:
    return {
        g.sheet: {
            place: (c.kind, c.value, c.percent)
            for place, c in g.cells.items()
            if (not c.formula or "HYPERLINK" in c.formula) and c.value != ""
        }
        for g in book.grids
    }


def different(one: Cells, two: Cells) -> list[tuple[str, Place, object, object]]:
    """Where two masters differ."""
    return [
        (sheet, place, one.get(sheet, {}).get(place), two.get(sheet, {}).get(place))
        for sheet in sorted(one.keys() | two.keys())
        for place in sorted(one.get(sheet, {}).keys() | two.get(sheet, {}).keys())
        if one.get(sheet, {}).get(place) != two.get(sheet, {}).get(place)
    ]


@pytest.mark.parametrize("step", STEPS)
def test_the_sheets_are_those_of_the_terminal(offices, step):
    # LibreOffice makes another PDF each time, so the journal tells another digest of it
    apart = {(master.JURNAL.name, (5, 6))} if step == "annual" else set()
    saved = different(offices.closed[step], offices.saved[step])
    opened = different(offices.closed[step], offices.opened[step])

    assert list(offices.closed[step]) == list(offices.saved[step])
    assert {(sheet, place) for sheet, place, _, _ in saved} <= apart
    assert {(sheet, place) for sheet, place, _, _ in opened} <= apart


@pytest.mark.parametrize("step", STEPS)
def test_a_button_ends_in_one_dialog_and_leaves_the_program_as_it_was(offices, step):
    buttons_of = [which for _, which in offices.alerts[step]]

    assert buttons_of == (["yes_no", "ok"] if step == "merge" else ["ok"])
    assert offices.state[step] == (True, "automatic", False)
    assert offices.status[step] in {0, 1}


@pytest.mark.parametrize("step", STEPS)
def test_a_second_press_changes_nothing(offices, step):
    assert offices.again[step] is False


def test_something_was_merged(offices):
    answers = offices.saved["merge"][master.REALISASI.name]

    assert len({row for row, _ in answers}) > 10
