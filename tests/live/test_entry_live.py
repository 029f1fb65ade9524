"""Lembar Entri in a program: made, ticked and copied as people do it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from entries import peta
from folders import INDIKATOR, master
from kinerja import commands
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Desk, Order
from kinerja.entri_lembar import sheet_of
from kinerja.master import read_rekap
from kinerja.peta_entri import peta_rows
from kinerja.sheets.entri import PETA_ENTRI
from kinerja.sheets.table import Page, read_table
from live.desks import Opened, live_desk

pytestmark = pytest.mark.live
SHEET = sheet_of("e-Lapkin")
PETA = """
| aplikasi | layar | isian  | sumber       | bentuk  |
| e-Lapkin | L     | Uraian | uraian       | teks    |
| e-Lapkin | L     | Target | target tahun | 1234.56 |
"""
KINI = datetime(2020, 4, 6, 14, 5, tzinfo=UTC)
TEXTS = ("=1+2", "+62 812", '-"kutip"')


def office(folder: Path) -> Path:
    """A master whose Indikator have wordings that a program might compute."""
    indikator = INDIKATOR
    for word, text in zip(("Partisipasi", "Sosialisasi", "Rapat"), TEXTS, strict=True):
        indikator = indikator.replace(word, text)
    folder.mkdir(exist_ok=True)
    path = folder / "kinerja.xlsx"
    path.write_bytes(master(indikator=indikator))
    FileDesk(path).write([Page(PETA_ENTRI, peta_rows(peta(PETA)))], tuple)
    return path


@pytest.fixture
def opened(calc: xw.App, tmp_path: Path) -> Opened:
    """That master, open."""
    return live_desk(office(tmp_path / "terbuka"), calc)


def order_of(desk: Desk) -> Order:
    return Order(desk, clock=lambda: KINI, person=lambda: "Staf")


def rows(desk: Desk) -> list[list[str]]:
    grid = desk.read().grid(SHEET.name)
    assert grid
    found = read_table(grid, SHEET)[0].rows
    return [[row.text(c.key) for c in SHEET.columns] for row in found]


def column(key: str) -> int:
    return 1 + [c.key for c in SHEET.columns].index(key)


def copied(opened: Opened, row: int) -> str:
    """What the program puts into the clipboard for one ready cell."""
    assert opened.book
    document: Any = opened.book.impl.document
    sheet = document.Sheets.getByName(SHEET.name)
    controller = document.CurrentController
    controller.setActiveSheet(sheet)
    controller.select(sheet.getCellByPosition(column("nilai") - 1, row - 1))
    content = controller.getTransferable()
    plain = "text/plain;charset=utf-16"
    flavor = next(f for f in content.getTransferDataFlavors() if f.MimeType == plain)
    return str(content.getTransferData(flavor)).rstrip("\n")


def test_open_and_closed_masters_get_the_same_sheet(opened: Opened, tmp_path: Path) -> None:
    other = FileDesk(office(tmp_path / "tertutup"))
    counts = [commands.entry(order_of(desk)).counts for desk in (opened.desk, other)]

    assert counts[0] == counts[1]
    assert rows(opened.desk) == rows(other) != []


def test_copying_a_ready_cell_gives_exactly_its_text(opened: Opened) -> None:
    """
    |   | E        |
    | 5 | =1+2     |
    | 6 | 80       |
    | 7 | +62 812  |
    | 9 | -"kutip" |
    """
    commands.entry(order_of(opened.desk))
    found = [copied(opened, row) for row in (5, 7, 9)]

    assert found == list(TEXTS)
    assert copied(opened, 6) == "80"


def test_a_tick_that_is_typed_is_stamped_once_and_nothing_else_changes(opened: Opened) -> None:
    order = order_of(opened.desk)
    commands.entry(order)
    assert opened.book
    page = opened.book.sheets[SHEET.name]
    page.range((6, column("sudah"))).value = "✔"
    page.range((6, column("tampil"))).value = "80.0"
    commands.entry(order)
    commands.entry(replace(order, person=lambda: "Lain"))
    (e,) = read_rekap(opened.desk.read())[0].entri

    assert (e.oleh, e.saat) == ("Staf", KINI.replace(tzinfo=None))
    assert (e.nilai, e.isian) == ("80", "Target")
    assert e.tampil in {"80.0", "80"}
