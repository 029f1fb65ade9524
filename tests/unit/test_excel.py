"""What Excel refuses, and what it gets back; how cells are read and written is in live/.

No Excel was asked: that its errors look like these is what Microsoft and pywin32 document.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings

from grids import codes
from kinerja.adapters import excel
from kinerja.adapters.excel import ExcelHost
from kinerja.temuan import KinerjaError
from terminal import python

REJECTED = "(-2147418111, 'Call was rejected by callee.', None, None)"
IN_EDIT = "(-2147352567, 'Exception occurred.', (0, None, None, None, 0, -2146777998), None)"
LOCKED = "(-2147352567, 'Exception occurred.', (0, 'Excel', 'protected', '', 0, -2146827284))"


class App(SimpleNamespace):
    """The switches of a program; ``stuck`` ones cannot be set back."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in self.stuck and value is True:
            raise xlwings.XlwingsError(REJECTED)
        super().__setattr__(name, value)


def app(**switches: Any) -> App:
    made = App.__new__(App)
    usual = {"screen_updating": True, "display_alerts": True, "calculation": "semiautomatic"}
    made.__dict__.update({"stuck": (), "status_bar": False} | usual | switches)
    return made


def host(**book: Any) -> ExcelHost:
    return ExcelHost(SimpleNamespace(**({"app": app(), "name": "kinerja.xlsm"} | book)))


def fails(text: str) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise xlwings.XlwingsError(text)

    return fail


def refused(work: Callable[[], object]) -> list[str]:
    with pytest.raises(KinerjaError) as caught:
        work()
    return codes(caught.value.temuan)


def switches(made: App) -> tuple[object, ...]:
    return made.screen_updating, made.display_alerts, made.calculation


# ---- standing still


def test_everything_is_as_it_was_after_standing_still() -> None:
    made = app(display_alerts=False)
    with host(app=made).undisturbed():
        inside = switches(made)

    assert inside == (False, False, "manual")
    assert switches(made) == (True, False, "semiautomatic")


def test_a_bug_meanwhile_changes_nothing_of_that() -> None:
    made = app()
    with pytest.raises(ZeroDivisionError), host(app=made).undisturbed():
        _ = 1 / 0

    assert switches(made) == (True, True, "semiautomatic")


def test_what_can_be_given_back_is_given_back() -> None:
    made = app(stuck=("display_alerts",))

    def still() -> None:
        with host(app=made).undisturbed():
            pass

    assert refused(still) == ["S23"]
    assert (made.screen_updating, made.calculation) == (True, "semiautomatic")


@pytest.mark.parametrize("before", [False, "Siap", None])
def test_the_status_bar_gets_back_what_stood_there(before: object) -> None:
    made = app(status_bar=before)
    excel_ = host(app=made)
    for text in ("satu", "dua", ""):
        excel_.status(text)

    assert made.status_bar is before


# ---- refusals


@pytest.mark.parametrize("said", [REJECTED, IN_EDIT, "Excel application is not responding"])
def test_a_busy_excel_is_said_to_be_busy(said: str) -> None:
    assert refused(lambda: host(app=SimpleNamespace(alert=fails(said))).tell("x")) == ["S23"]


@pytest.mark.parametrize(("said", "code"), [(LOCKED, "S24"), (REJECTED, "S23")])
def test_a_sheet_that_cannot_be_changed_is_named(said: str, code: str) -> None:
    class Sheets:
        def __getitem__(self, name: str) -> None:
            fails(said)()

    def write() -> None:
        host(sheets=Sheets()).write("Rekap", (1, 1), [["x"]], [True], fit=True)

    assert refused(write) == [code]


def test_a_master_that_cannot_be_saved_is_named(tmp_path: Path) -> None:
    made = host(fullname=str(tmp_path / "kinerja.xlsm"), save=fails(LOCKED))

    assert refused(made.save) == ["S06"]


def test_what_nobody_expects_of_excel_is_a_bug() -> None:
    with pytest.raises(xlwings.XlwingsError):
        host(app=SimpleNamespace(alert=fails(LOCKED))).tell("x")


# ---- where it is


def test_a_master_that_was_never_saved_has_no_folder() -> None:
    assert refused(lambda: host(fullname="Book1").path) == ["S20"]


def test_a_master_on_the_internet_has_no_folder() -> None:
    class Book:
        name = "kinerja.xlsm"

        @property
        def fullname(self) -> str:
            raise xlwings.XlwingsError("Couldn't find the local OneDrive folder")

    assert refused(lambda: ExcelHost(Book()).path) == ["S21"]  # type: ignore[arg-type]


# ---- cells


@pytest.mark.parametrize(
    ("value", "content"),
    [
        ("", None),
        (80, 80.0),
        (Decimal("12500.50"), 12500.5),  # what COM makes of a cell shown as money
        (-2146826245, "#UNKNOWN!"),
        ("#REF!", "#REF!"),
        (True, True),
    ],
)
def test_what_excel_hands_over_is_made_plain(value: object, content: object) -> None:
    found = excel._content(value)

    assert found == content
    assert type(found) is type(content)


# ---- starting


LIGHTLY = """
import sys
from kinerja.adapters.excel import _without_tables
sys.path.insert(0, sys.argv[1])
with _without_tables():
    import xlwings
assert not {"numpy", "pandas", "matplotlib", "PIL"} & set(sys.modules)
import pandas
assert pandas.is_here
"""


def test_a_click_imports_xlwings_without_what_only_tables_need(tmp_path: Path) -> None:
    (tmp_path / "pandas.py").write_text("is_here = True\n", encoding="utf-8")
    said = python("-c", LIGHTLY, str(tmp_path))

    assert (said.status, said.err) == (0, "")
