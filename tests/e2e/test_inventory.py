"""Inventaris on a real folder: what is registered, what is kept, what is asked first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from folders import filled, master, tree
from kinerja import commands
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.journaling import Journal
from kinerja.commands.order import Agree, always
from kinerja.inventaris import own_column
from kinerja.jurnal_lines import read_line
from kinerja.master import read_rekap
from kinerja.outcome import Outcome
from kinerja.sheets.master import DATA_PENDUKUNG
from kinerja.sheets.table import HEADING_ROW, read_table
from kinerja.temuan import KinerjaError
from planted_files import pdf

NOW = datetime(2020, 4, 6, 2, 15, tzinfo=UTC)
DAFTAR = "Laporan/Daftar Arsip 2020.xlsx"
PLACE = "Data Pendukung/TPH/TW I/notula.pdf"
TPH, KUL = "Formulir TPH TW I 2020.xlsx", "Formulir KUL TW I 2020.xlsx"


def ordered(folder: Path, agree: Agree = always, *, coba: bool = False) -> Order:
    return Order(FileDesk.in_folder(folder), coba=coba, agree=agree, clock=lambda: NOW)


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """An office whose two forms came back, each with one file that is there."""
    (tmp_path / "kinerja.xlsx").write_bytes(master())
    made = ordered(tmp_path)
    commands.generate(made)
    (tmp_path / "Masuk").mkdir(exist_ok=True)
    for name, kode in ((TPH, "1a"), (KUL, "2a")):
        form = (tmp_path / "Formulir" / name).read_bytes()
        (tmp_path / "Masuk" / name).write_bytes(filled(form, {kode: 66}, "notula.pdf"))
    put(tmp_path, PLACE, pdf("satu"))
    put(tmp_path, PLACE.replace("TPH", "KUL"), pdf("dua", pages=2))
    commands.merge(made)
    return made


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def codes(outcome: Outcome) -> set[str]:
    return {t.rule.code for t in outcome.temuan}


def register(order: Order, *keys: str) -> list[list[str]]:
    """These columns of the rows that are registered, the office's own by their heading."""
    grid = order.desk.read().grid(DATA_PENDUKUNG.name)
    assert grid
    declared = {c.key for c in DATA_PENDUKUNG.columns}
    own = {key: own_column(key, ()) for key in keys if key not in declared}
    sheet = replace(DATA_PENDUKUNG, columns=(*DATA_PENDUKUNG.columns, *own.values()))
    table, _ = read_table(grid, sheet)
    wanted = [own[key].key if key in own else key for key in keys]
    kept = (row for row in table.rows if row.text("sha256_terdaftar"))
    return [[row.text(key) for key in wanted] for row in kept]


def type_in(order: Order, rows: dict[str, dict[str, object]]) -> None:
    """What the office types in Excel: under its own headings, on the rows of these files."""
    path = order.desk.path
    book = load_workbook(path)
    sheet = book[DATA_PENDUKUNG.name]
    heads = {c.value: c.column for c in sheet[HEADING_ROW] if c.value}
    for row in range(HEADING_ROW + 1, sheet.max_row + 1):
        key = f"{sheet.cell(row, heads['Subbagian']).value}"
        for heading, value in rows.get(key, {}).items():
            at = heads.setdefault(heading, max(heads.values()) + 1)
            sheet.cell(HEADING_ROW, at).value = heading
            if sheet.cell(row, heads["SHA-256 Terdaftar"]).value:
                sheet.cell(row, at).value = value
    book.save(path)


def test_files_are_registered_named_and_listed_for_the_archive(order: Order) -> None:
    """
    | Subbagian | Nama Arsip               | Dicatat    |
    | KUL       | K2a_S1_KUL_01__notula.pdf| 2020-04-06 |
    | TPH       | K1a_S1_TPH_01__notula.pdf| 2020-04-06 |
    """
    outcome = commands.inventory(order)
    book = load_workbook(order.folder / DAFTAR)

    assert (outcome.counts["didaftar"], outcome.berkas) == (2, (DAFTAR,))
    assert register(order, "subbagian", "nama_arsip", "dicatat") == [
        ["KUL", "K2a_S1_KUL_01__notula.pdf", "2020-04-06"],
        ["TPH", "K1a_S1_TPH_01__notula.pdf", "2020-04-06"],
    ]
    assert [row[8].value for row in book.active.iter_rows(min_row=HEADING_ROW + 1)] == [
        "K1a_S1_TPH_01__notula.pdf",
        "K2a_S1_KUL_01__notula.pdf",
    ]


def test_twice_changes_no_byte_and_writes_no_line(order: Order) -> None:
    commands.inventory(order)
    before = tree(order.folder)
    outcome = commands.inventory(order)

    assert tree(order.folder) == before
    assert (outcome.counts["didaftar"], outcome.counts["terdaftar"]) == (0, 2)


def test_trial_writes_nothing(order: Order) -> None:
    before = tree(order.folder)
    outcome = commands.inventory(ordered(order.folder, coba=True))

    assert (tree(order.folder), outcome.counts["didaftar"]) == (before, 2)


def test_exchanged_file_is_named_asked_about_and_told_in_the_journal(order: Order) -> None:
    commands.inventory(order)
    ((_, old), (_, first)) = register(order, "subbagian", "sha256_terdaftar")
    put(order.folder, PLACE, pdf("diganti diam-diam"))
    told = codes(commands.verify(order))
    before = tree(order.folder)
    declined = commands.inventory(ordered(order.folder, lambda _outcome: False))
    untouched = tree(order.folder)
    outcome = commands.inventory(order)
    line = read_line(Journal.of(order.folder).lines[-1])
    ((_, kept), (_, new)) = register(order, "subbagian", "sha256_terdaftar")

    assert "D27" in told
    assert (declined.declined, untouched) == (True, before)
    assert outcome.counts["berganti_isi"] == 1
    assert line.masuk == {PLACE: new, f"{PLACE} (sebelumnya)": first}
    assert (kept, new != first) == (old, True)
    assert "D27" not in codes(outcome)


def test_own_columns_stay_with_their_rows_through_every_button(order: Order) -> None:
    """
    | Subbagian | Lokasi Simpan | Rak | Lembar |
    | KUL       | Lemari 2      | B-7 | 12     |
    | TPH       |               | A-1 |        |
    """
    commands.inventory(order)
    type_in(order, {"KUL": {"Lokasi Simpan": "Lemari 2", "Rak": "B-7", "Lembar": 12}})
    type_in(order, {"TPH": {"Rak": "A-1"}})
    put(order.folder, "Data Pendukung/KUL/TW I/a baru.pdf", pdf("baru"))
    for command in (commands.verify, commands.inventory, commands.verify):
        command(order)
    found = register(order, "subbagian", "nama_arsip", "lokasi", "Rak", "Lembar")

    assert found == [
        ["KUL", "", "", "", ""],
        ["KUL", "K2a_S1_KUL_01__notula.pdf", "Lemari 2", "B-7", "12"],
        ["TPH", "K1a_S1_TPH_01__notula.pdf", "", "A-1", ""],
    ]


def test_undo_takes_back_the_register_and_leaves_own_columns_whole(order: Order) -> None:
    commands.inventory(order)
    type_in(order, {"KUL": {"Rak": "B-7"}, "TPH": {"Rak": "A-1"}})
    put(order.folder, "Data Pendukung/KUL/TW I/a baru.pdf", pdf("baru"))
    commands.inventory(order)
    commands.undo(order)

    assert register(order, "subbagian", "nama_arsip", "Rak") == [
        ["KUL", "K2a_S1_KUL_01__notula.pdf", "B-7"],
        ["TPH", "K1a_S1_TPH_01__notula.pdf", "A-1"],
    ]


def test_refused_file_is_a_galat_at_the_form(order: Order) -> None:
    commands.inventory(order)
    type_in(order, {"KUL": {"Keputusan": "ditolak", "Catatan": "belum ditandatangani"}})
    (temuan,) = (t for t in commands.verify(order).temuan if t.rule.code == "D32")

    assert (temuan.location.file, temuan.location.cell) == (KUL, "C8")
    assert dict(temuan.facts)["alasan"] == ": belum ditandatangani"


def test_master_without_the_columns_of_the_register_is_refused(order: Order) -> None:
    book = load_workbook(order.desk.path)
    for cell in book[DATA_PENDUKUNG.name][HEADING_ROW]:
        if cell.value == "Nama Arsip":
            cell.value = None
    book.save(order.desk.path)
    before = tree(order.folder)
    with pytest.raises(KinerjaError) as error:
        commands.inventory(order)

    assert [t.rule.code for t in error.value.temuan] == ["S69"]
    assert tree(order.folder) == before


def test_the_day_of_registering_stays(order: Order) -> None:
    commands.inventory(order)
    later = Order(order.desk, clock=lambda: datetime(2020, 5, 1, 2, tzinfo=UTC))
    commands.inventory(later)
    found, _ = read_rekap(order.desk.read())

    assert {i.dicatat for i in found.inventaris} == {date(2020, 4, 6)}
