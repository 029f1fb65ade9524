"""Ambil PK on a master that is open in a program, as on one that is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw

from agreements import signed_docx
from folders import master
from kinerja import commands
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Desk, Order
from kinerja.sheets.master import anggaran_sheet, indikator_sheet
from kinerja.sheets.table import read_table
from live.desks import live_desk

pytestmark = pytest.mark.live
SHEETS = (indikator_sheet(4), anggaran_sheet(4))


@pytest.fixture
def order(calc: xw.App, tmp_path: Path) -> Order:
    """The small office, its master open."""
    (tmp_path / "kinerja.xlsx").write_bytes(master())
    opened = live_desk(tmp_path / "kinerja.xlsx", calc)
    return Order(opened.desk)


def closed(folder: Path) -> Order:
    folder.mkdir()
    (folder / "kinerja.xlsx").write_bytes(master())
    return Order(FileDesk.in_folder(folder))


def rows(desk: Desk) -> list[list[str]]:
    """Every cell of both sheets as text."""
    book, found = desk.read(), []
    for sheet in SHEETS:
        grid = book.grid(sheet.name)
        assert grid
        table, _ = read_table(grid, sheet)
        found += [[row.text(c.key) for c in sheet.columns] for row in table.rows]
    return found


def test_open_and_closed_masters_become_the_same_and_go_back(
    order: Order, tmp_path: Path
) -> None:
    path = tmp_path / "PK.docx"
    path.write_bytes(signed_docx())
    other = closed(tmp_path / "tertutup")
    before = rows(order.desk)
    counts = [commands.agreement(each, [path]).counts for each in (order, other)]

    assert counts[0] == counts[1]
    assert rows(order.desk) == rows(other.desk) != before
    assert not any(commands.agreement(order, [path]).counts.values())

    commands.undo(order)

    assert rows(order.desk) == before
