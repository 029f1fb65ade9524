"""The engine that stands in for Excel: where it follows Excel, and what it may not offer.

A test through it proves nothing if the engine is kinder than Excel.
"""

from __future__ import annotations

import ast
import importlib
import os
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlwings as xw

from grids import records
from live.desks import made, sections
from live.engine import LibreOfficeError
from live.engine import calc as engine_source
from live.engine.typed import Kind, entered, moment, serial

pytestmark = pytest.mark.live

XLWINGS = Path(xw.__file__).parent
DESKTOP = ("_xlwindows.py", "_xlmac.py")
SPECIAL = {"__call__", "__len__", "__iter__", "__contains__", "__getitem__"}


def members(path: Path) -> dict[str, set[str]]:
    """The public members of every class of a module, inherited ones of the module too."""
    found: dict[str, set[str]] = {}
    classes = [
        n for n in ast.parse(path.read_text("utf-8")).body if isinstance(n, ast.ClassDef)
    ]
    for node in classes:
        names = {base.id for base in node.bases if isinstance(base, ast.Name)}
        own = set().union(*(found.get(name, set()) for name in names))
        for child in node.body:
            if isinstance(child, ast.FunctionDef):
                own.add(child.name)
            elif isinstance(child, ast.Assign):
                own |= {t.id for t in child.targets if isinstance(t, ast.Name)}
            elif isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
                own.add(child.target.id)
        found[node.name] = {n for n in own if not n.startswith("_") or n in SPECIAL}
    return found


def assigned(path: Path) -> dict[str, set[str]]:
    """What each class of a module keeps on ``self``."""
    found: dict[str, set[str]] = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = {
                n.attr
                for n in ast.walk(node)
                if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)
            }
    return found


def kinder(offered: dict[str, set[str]], desktop: str) -> set[str]:
    """The members offered, of those xlwings asks an engine for, that this one lacks."""
    base = members(XLWINGS / "base_classes.py")
    theirs, kept = members(XLWINGS / desktop), assigned(XLWINGS / desktop)
    return {
        f"{name}.{member}"
        for name, own in offered.items()
        for member in own & base.get(name, set())
        if member not in theirs.get(name, set()) | kept.get(name, set()) | theirs["Collection"]
    }


# ---- the engine offers nothing that Excel lacks


@pytest.mark.parametrize("desktop", DESKTOP)
def test_every_member_of_the_engine_is_in_the_engines_of_excel(desktop):
    assert kinder(members(Path(engine_source.__file__)), desktop) == set()


@pytest.mark.parametrize("desktop", DESKTOP)
def test_a_member_that_excel_lacks_would_be_found(desktop):
    """freeze_panes is declared by xlwings and implemented by neither desktop engine."""
    offered = {"Sheet": {"freeze_panes", "used_range"}, "Range": {"raw_value"}}

    assert kinder(offered, desktop) == {"Sheet.freeze_panes"}


def test_a_member_that_the_engine_lacks_cannot_be_used(calc):
    with pytest.raises(NotImplementedError):
        calc.impl.calculate()


def test_the_paid_part_of_xlwings_is_not_used():
    assert xw.__pro__ is False
    assert "XLWINGS_LICENSE_KEY" not in os.environ
    # ``import xlwings`` itself tries these and gives up without a licence.
    loaded = {name for name in sys.modules if name.startswith("xlwings.pro")}
    assert loaded <= {"xlwings.pro", "xlwings.pro.utils"}
    with pytest.raises(xw.LicenseError):
        importlib.import_module("xlwings.pro.reports")


# ---- what Excel makes of what a cell is given


def test_texts_are_parsed_as_excel_does(table):
    """
    | given              | kind    | content |
    | 00123              | number  | 123     |
    | 198501012010011001 | number  | 1.98501012010011e+17 |
    | 1e5                | number  | 100000  |
    | 1,234.5            | number  | 1234.5  |
    | -5                 | number  | -5      |
    | (5)                | number  | -5      |
    | 95%                | percent | 0.95    |
    | 1-2                | date    | 46024   |
    | 3/31/2020          | date    | 43921   |
    | 2020-03-31         | date    | 43921   |
    | Jan 2020           | date    | 43831   |
    | 10:30              | time    | 0.4375  |
    | true               | bool    | 1       |
    | =1+1               | formula | =1+1    |
    | -ab                | formula | =-ab    |
    | #N/A               | formula | =#N/A   |
    | '00123             | text    | 00123   |
    | ''a                | text    | 'a      |
    | 1.2.3              | text    | 1.2.3   |
    | 31/31/2020         | text    | 31/31/2020 |
    """
    for row in records(table):
        entry = entered(row["given"], is_text_cell=False, keeps_apostrophe=False)
        content = entry.content if isinstance(entry.content, str) else f"{entry.content:.15g}"

        assert (entry.kind, content) == (row["kind"], row["content"])


def test_a_cell_formatted_as_text_makes_a_text_of_everything():
    for given, content in ((5.0, "5"), (True, "TRUE"), ("=1+1", "=1+1"), ("00123", "00123")):
        entry = entered(given, is_text_cell=True, keeps_apostrophe=False)

        assert (entry.kind, entry.content) == (Kind.TEXT, content)


@pytest.mark.parametrize(("keeps", "content"), [(False, "5"), (True, "'5")])
def test_an_apostrophe_in_a_cell_formatted_as_text_is_tried_both_ways(keeps, content):
    assert entered("'5", is_text_cell=True, keeps_apostrophe=keeps).content == content


def test_what_com_does_not_know_is_refused():
    with pytest.raises(TypeError):
        entered(Decimal(1), is_text_cell=False, keeps_apostrophe=False)


def test_a_moment_survives_as_a_number():
    then = datetime(2020, 3, 31, 14, 31, 7)

    assert moment(serial(then)) == then


# ---- the same in a real cell


def test_cells_take_and_give_what_excel_would(calc, table, tmp_path):
    """
    Lembar
    | a | b |
    """
    made(tmp_path / "a.xlsx", sections(table), lambda _: None)
    sheet = calc.books.open(tmp_path / "a.xlsx").sheets["Lembar"]
    line = sheet.range((3, 1), (3, 9))
    day = datetime(2020, 3, 31)
    line.value = [["00123", "'00123", "=1+1", "95%", True, day, None, "", "teks"]]

    assert line.value == [123.0, "00123", 2.0, 0.95, True, day, None, None, "teks"]
    formats = [sheet.range((3, column)).number_format for column in range(1, 7)]
    assert formats == ["General", "General", "General", "0%", "BOOLEAN", "m/d/yyyy"]
    line.number_format = "@"  # which leaves what is there as it is
    assert line.value[:6] == [123.0, "00123", 2.0, 0.95, True, 43921.0]
    line = sheet.range((4, 1), (4, 9))
    line.number_format = "@"
    line.value = [["00123", "=1+1", 5.0, True, None, "1-2", "TRUE", "5%", "a"]]

    assert line.value == ["00123", "=1+1", "5", "TRUE", None, "1-2", "TRUE", "5%", "a"]
    assert line.number_format == "@"
    assert sheet.used_range.last_cell.row == 4
    assert sheet.used_range.last_cell.column == 9


def test_an_error_is_given_by_its_name_or_as_nothing(calc, table, tmp_path):
    """
    Lembar
    | =1/0 | =A9+"a" | =NA() |
    """
    made(tmp_path / "a.xlsx", sections(table), lambda _: None)
    line = calc.books.open(tmp_path / "a.xlsx").sheets["Lembar"].range((1, 1), (1, 3))

    assert line.options(err_to_str=True).value == ["#DIV/0!", "#VALUE!", "#N/A"]
    assert line.value == [None, None, None]


def test_a_sheet_that_is_not_there_is_an_error_of_the_program(calc, table, tmp_path):
    """
    Lembar
    | a |
    """
    made(tmp_path / "a.xlsx", sections(table), lambda _: None)
    book = calc.books.open(tmp_path / "a.xlsx")

    with pytest.raises(LibreOfficeError):
        book.sheets["Tidak Ada"]


def test_the_book_that_called_is_found_as_in_excel(calc, table, tmp_path, monkeypatch):
    """
    Lembar
    | a |
    """
    for name in ("kinerja.xlsx", "lain.xlsx"):
        made(tmp_path / name, sections(table), lambda _: None)
        calc.books.open(tmp_path / name)
    monkeypatch.setattr(sys, "argv", ["x", "generate", "--wb=kinerja.xlsx", "--from_xl=1"])

    assert xw.Book.caller().fullname == str(tmp_path / "kinerja.xlsx")
