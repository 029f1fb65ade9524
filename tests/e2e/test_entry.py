"""Lembar Entri on a folder: sheets made, ticks stamped, exports compared, step 13 ended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from entries import PETA, peta
from folders import filled, master, tree
from kinerja import commands
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.entri_lembar import sheet_of
from kinerja.grid import Value
from kinerja.master import read_rekap
from kinerja.outcome import Outcome
from kinerja.peta_entri import peta_rows
from kinerja.rekap import Rekap
from kinerja.sheets.entri import ENTRI, FOLDER_ENTRI, PETA_ENTRI
from kinerja.sheets.table import Page, Row, read_table

LAPKIN, MONEV = sheet_of("e-Lapkin"), sheet_of("e-Monev")
KINI = datetime(2020, 4, 6, 14, 5, tzinfo=UTC)
NILAI = {"1a": 66.5, "1b": 3, "2a": 4}


def order_in(folder: Path) -> Order:
    return Order(FileDesk.in_folder(folder), clock=lambda: KINI, person=lambda: "Staf")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose forms of TW I are back, with the map of two applications."""
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "kinerja.xlsx").write_bytes(master())
    for name in ("Masuk", FOLDER_ENTRI):
        (folder / name).mkdir()
    order = order_in(folder)
    order.desk.write([Page(PETA_ENTRI, peta_rows(peta(PETA)))], tuple)
    commands.generate(order)
    for path in (folder / "Formulir").rglob("*.xlsx"):
        (folder / "Masuk" / path.name).write_bytes(filled(path.read_bytes(), NILAI))
    commands.merge(order)
    return folder


@pytest.fixture
def order(office: Path, tmp_path: Path) -> Order:
    """That office, for one test alone."""
    return order_in(Path(shutil.copytree(office, tmp_path / "kantor")))


def rows(order: Order, sheet: object = LAPKIN) -> Mapping[tuple[str, str], Row]:
    """The rows of an application's sheet, by kode and Isian."""
    assert isinstance(sheet, type(LAPKIN))
    grid = order.desk.read().grid(sheet.name)
    assert grid
    found = read_table(grid, sheet)[0].rows
    return {(row.text("kode"), row.text("isian")): row for row in found}


def put(order: Order, cells: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
    """Type in e-Lapkin's sheet, in the rows of these fields."""
    page = [
        [
            cells.get(key, {}).get(c.key)
            or (row.cells[c.key].value if c.key in row.cells else None)
            for c in LAPKIN.columns
        ]
        for key, row in rows(order).items()
    ]
    order.desk.write([Page(LAPKIN, page)], tuple)


def _value(row: Row, key: str) -> Value:
    return row.cells[key].value if key in row.cells else None


def known(order: Order) -> Rekap:
    return read_rekap(order.desk.read())[0]


def codes(outcome: Outcome) -> list[str]:
    return sorted({t.rule.code for t in outcome.temuan})


def workbook(path: Path, *lines: tuple[object, ...]) -> None:
    """What an application exports, saved by another program."""
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)


def test_it_makes_one_sheet_an_application_with_values_to_copy(order: Order) -> None:
    before = {g.sheet for g in order.desk.read().grids}
    outcome = commands.entry(order)
    after = {g.sheet for g in order.desk.read().grids}

    assert after - before == {"Entri e-Lapkin", "Entri e-Monev"}
    assert rows(order)["1a", "Nilai"].text("nilai") == "66,5"
    assert rows(order, MONEV)["1a", "S.d."].text("nilai") == "66.5"
    assert outcome.counts["entri_belum"] > 0


def test_ready_cells_are_texts_that_no_program_computes(order: Order) -> None:
    commands.entry(order)
    book = load_workbook(BytesIO(order.desk.path.read_bytes()))
    cells = (book["Entri e-Lapkin"].cell(row, 5) for row in range(5, 12))
    column = [cell for cell in cells if cell.value]

    assert {cell.data_type for cell in column} == {"s"}
    assert {cell.number_format for cell in column} == {"@"}
    assert not any(cell.quotePrefix for cell in column)


def test_pressed_twice_nothing_changes(order: Order) -> None:
    commands.entry(order)
    before = tree(order.folder)
    commands.entry(order)

    assert tree(order.folder) == before


def test_a_trial_changes_not_a_byte(order: Order) -> None:
    before = tree(order.folder)
    commands.entry(replace(order, coba=True))

    assert tree(order.folder) == before


def test_a_tick_is_stamped_by_the_next_button_and_by_no_later_one(order: Order) -> None:
    commands.entry(order)
    put(order, {("1a", "Nilai"): {"sudah": "✔", "bukti": "TT-7"}})
    commands.verify(order)
    later = replace(order, clock=lambda: KINI + timedelta(days=3), person=lambda: "Lain")
    commands.entry(later)
    (e,) = known(later).entri

    assert (e.saat, e.oleh) == (KINI.replace(tzinfo=None, second=0), "Staf")
    assert (e.nilai, e.bukti) == ("66,5", "TT-7")
    assert len(read_table(order.desk.read().grid(ENTRI.name), ENTRI)[0].rows) == 1  # type: ignore[arg-type]


def test_a_typo_in_an_exported_workbook_is_found_at_its_cell(order: Order) -> None:
    path = order.folder / FOLDER_ENTRI / "ekspor e-Lapkin.xlsx"
    workbook(path, ("Kode", "Target", "Nilai"), ("1a", 80, 65.6), ("1b", 12, 3))
    found = [t for t in commands.entry(order).temuan if t.rule.code == "E04"]

    assert [(t.location.file, t.location.cell) for t in found] == [
        ("ekspor e-Lapkin.xlsx", "C2")
    ]
    assert rows(order)["1a", "Nilai"].text("selisih") == "-0,9"
    assert "E04" in {t.rule.code for t in commands.verify(order).temuan}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_typo_in_an_exported_csv_is_found_at_its_cell(
    order: Order, encoding: str, separator: str
) -> None:
    lines = (("Kode", "Nilai", "Catatan"), ('="1a"', '"65,6"', "é"), ("1b", "3", ""))
    text = "\r\n".join(separator.join(line) for line in lines)
    path = order.folder / FOLDER_ENTRI / "e-Lapkin.csv"
    path.write_bytes(text.encode(encoding))
    found = [t for t in commands.entry(order).temuan if t.rule.code == "E04"]

    assert [(t.location.file, t.location.cell) for t in found] == [("e-Lapkin.csv", "B2")]


HOSTILE = {
    "bom.xlsx": b"PK\x03\x04" + b"\0" * 2000,
    "nol.csv": b"Kode;Nilai\n1a;\0\0\n",
    "besar.csv": b"Kode;Nilai\n" + b"1a;1\n" * 2_000_000,
    "satu sel.csv": b'Kode;Nilai\n1a;"' + b"x" * 200_000,
    "lebar.csv": b";1" * 300_000,
    "lama.xls": b"<html><table><tr><td>Kode</td></tr></table></html>",
    "kosong.xlsx": b"",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_export_is_refused_alone_and_calmly(order: Order, name: str) -> None:
    folder = order.folder / FOLDER_ENTRI
    (folder / name).write_bytes(HOSTILE[name])
    (folder / "e-Lapkin.csv").write_text("Kode;Nilai\n1a;65,6\n", encoding="utf-8")
    outcome = commands.entry(order)

    assert {t.location.file for t in outcome.temuan} >= {name, "e-Lapkin.csv"}
    assert not outcome.refused


@pytest.mark.skipif(os.name == "nt", reason="no pipes or links there")
def test_pipes_and_links_in_the_folder_are_left_alone(order: Order) -> None:
    folder = order.folder / FOLDER_ENTRI
    os.mkfifo(folder / "pipa.csv")
    (folder / "tautan.csv").symlink_to("/etc/passwd")

    assert not {t.location.file for t in commands.entry(order).temuan} & {
        "pipa.csv",
        "tautan.csv",
    }


def test_a_formula_in_an_export_is_text_and_never_runs(order: Order) -> None:
    path = order.folder / FOLDER_ENTRI / "e-Lapkin.csv"
    path.write_text('Kode;Kendala\n1a;=HYPERLINK("http://x";"y")\n', encoding="utf-8")
    commands.entry(order)
    book = load_workbook(BytesIO(order.desk.path.read_bytes()))
    cells = [c for row in book["Entri e-Lapkin"].iter_rows() for c in row]

    assert [c.data_type for c in cells if "HYPERLINK" in str(c.value)] == ["s"]


def test_a_screenshot_that_is_named_has_to_be_there(order: Order) -> None:
    commands.entry(order)
    put(order, {("1a", "Nilai"): {"sudah": "✔", "bukti": "Layar 1.png"}})
    missing = codes(commands.entry(order))
    (order.folder / FOLDER_ENTRI / "layar 1.PNG").write_bytes(b"\x89PNG one")
    there = codes(commands.entry(order))
    (order.folder / FOLDER_ENTRI / "layar 1.PNG").write_bytes(b"\x89PNG two")

    assert "E06" in missing
    assert not {"E06", "E07"} & set(there)
    assert "E07" in codes(commands.verify(order))


ONE = """
| aplikasi | layar | isian | sumber            | bentuk  |
| e-Lapkin | L     | Nilai | realisasi periode | 1234,56 |
"""


def test_step_13_ends_once_all_is_ticked_and_nothing_differs(order: Order) -> None:
    order.desk.write([Page(PETA_ENTRI, peta_rows(peta(ONE)))], tuple)
    commands.entry(order)
    put(order, {(k, "Nilai"): {"sudah": "✔", "tampil": "9"} for k in NILAI})
    commands.entry(order)
    differing = [c.langkah for c in known(order).cap]
    put(order, {(k, "Nilai"): {"tampil": str(v)} for k, v in NILAI.items()})
    commands.entry(order)

    assert 13 not in differing
    assert 13 in [c.langkah for c in known(order).cap]


def test_undo_takes_the_ticks_back(order: Order) -> None:
    commands.entry(order)
    put(order, {("1a", "Nilai"): {"sudah": "✔"}})
    commands.entry(order)
    commands.undo(order)
    (e,) = known(order).entri

    assert (e.sudah, e.saat) == ("✔", None)


def test_a_master_without_a_map_is_refused_and_not_changed(order: Order) -> None:
    order.desk.write([Page(PETA_ENTRI, [])], tuple)
    before = tree(order.folder)
    outcome = commands.entry(order)

    assert outcome.refused
    assert codes(outcome) == ["E13"]
    assert tree(order.folder) == before


def test_the_shipped_map_is_said_to_be_a_start(order: Order) -> None:
    order.desk.write([Page(PETA_ENTRI, peta_rows())], tuple)
    outcome = commands.entry(order)

    assert codes(outcome) == ["E12"]
    assert {row.text("pasti") for row in rows(order).values()} == {"contoh"}
