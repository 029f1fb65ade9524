"""Masters that an earlier version made: what they lack is put in, and nothing else changes.

Openpyxl reads every cell before and after.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

import folders
from kinerja import settings
from kinerja.adapters.building import master_bytes
from kinerja.adapters.copying import with_copies
from kinerja.adapters.damage import lost_parts
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.drawings import buttons_on
from kinerja.adapters.parts import Package
from kinerja.adapters.user_places import this_system
from kinerja.adapters.workbook_part import WorkbookPart
from kinerja.adapters.worksheets import Worksheet
from kinerja.adapters.xml_cells import parsed, serialized
from kinerja.commands import (
    Order,
    doctor,
    entry,
    giveback,
    install,
    inventory,
    repair,
    trace,
    undo,
    verify,
)
from kinerja.commands.install import STEPS
from kinerja.commands.new import empty_master, first_beranda
from kinerja.commands.repair import outdated
from kinerja.grid import Place
from kinerja.outcome import Exit, Outcome
from kinerja.sheets import master
from kinerja.sheets.entri import PETA_ENTRI
from kinerja.sheets.kalimat import KALIMAT
from kinerja.sheets.table import Sheet, normal
from kinerja.temuan import KinerjaError
from open_xml import MISSING, VALIDATE, errors

NAME = "kinerja.xlsm"
NEW = (
    *("Kalimat", "Peta Entri", "Tempel Entri", "Laporan Terbit", "Dari Mana", "Verifikasi"),
    *("Perbaikan", "Pengecualian", "Entri", "Entri Aplikasi", "Berkas Lalu"),
)
# Columns that came after the first masters were made, by their sheet.
NEW_COLUMNS = {
    "Catatan Verifikasi": ("alasan", "id"),
    "Kiriman": ("dasar",),
    "Data Pendukung": ("isi", "dalam_periode", *(c.key for c in master.REGISTER_BERKAS)),
}
OWN = "Catatan Kami"  # a sheet of the office
PLAIN = ("Beranda", "xlwings.conf")  # no table that is printed on many pages
Cells = dict[str, dict[str, object]]


def older(sheet: Sheet) -> Sheet:
    gone = NEW_COLUMNS.get(sheet.name, ())
    return replace(sheet, columns=tuple(c for c in sheet.columns if c.key not in gone))


@pytest.fixture(scope="module")
def old() -> bytes:
    """A filled master without what is new, with a sheet and a column of the office."""
    tables = {
        master.SUBBAGIAN: folders.SUBBAGIAN,
        master.indikator_sheet(4): folders.INDIKATOR,
        master.SYARAT: folders.SYARAT,
        master.anggaran_sheet(4): folders.ANGGARAN,
    }
    rows = {sheet.name: folders.rows(sheet, table) for sheet, table in tables.items()}
    rows[master.PENGATURAN.name] = settings.rows(folders.PENGATURAN)
    rows[master.SKALA.name] = settings.skala_rows(folders.PENGATURAN)
    sheets = [older(s) for s in master.sheets_of(4) if s.name not in NEW]
    raw = master_bytes(sheets, rows, first_beranda(4))
    own = Sheet(name=OWN, title="milik kantor", columns=(), pattern=master.ISIAN_SUBBAGIAN)
    package = with_copies(Package(raw), [own])
    return typed(package, "Data Pendukung", {(4, 15): "Rak", (5, 15): "A-3"})


def typed(package: Package, name: str, texts: dict[Place, str]) -> bytes:
    book = WorkbookPart.read(package)
    part = book.sheets[normal(name)]
    worksheet = Worksheet(parsed(package.read(part)), book.strings)
    worksheet.put({place: ("s", text) for place, text in texts.items()})
    return package.replaced({part: serialized(worksheet.root)})


def office(folder: Path, raw: bytes) -> Order:
    (folder / NAME).write_bytes(raw)
    return Order(FileDesk(folder / NAME), person=lambda: "perencana")


def cells(raw: bytes) -> Cells:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    return {
        sheet.title: {
            c.coordinate: (c.value, c.number_format, c.font.b, c.fill.fgColor.rgb)
            for row in sheet.iter_rows()
            for c in row
            if c.value is not None
        }
        for sheet in book.worksheets
    }


def codes(outcome: Outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan]


def test_every_cell_of_an_old_master_is_still_there(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    outcome = repair(order)
    before, after = cells(old), cells(order.desk.path.read_bytes())

    assert codes(outcome) == ["S67"]
    assert {name for name in after if name not in before} == set(NEW)
    for name in before.keys() - {"Beranda", "Riwayat"}:
        assert before[name].items() <= after[name].items(), name
    assert after[OWN]["A1"][0] == "milik kantor"
    assert after["Data Pendukung"]["O5"][0] == "A-3"


def test_what_is_new_stands_and_looks_as_in_a_new_master(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    repair(order)
    raw, new = order.desk.path.read_bytes(), empty_master(4)
    book, model = (openpyxl.load_workbook(io.BytesIO(r)) for r in (raw, new))

    assert [n for n in book.sheetnames if n != OWN] == model.sheetnames
    for name in (KALIMAT.name, PETA_ENTRI.name):
        assert cells(raw)[name] == cells(new)[name]
    headings = [c.value for c in book["Catatan Verifikasi"][4]]
    assert headings[-2:] == ["Alasan Diterima", "Nomor Catatan"]
    assert book["Catatan Verifikasi"].auto_filter.ref == "A4:L10004"
    kept = {c.value: c.column_letter for c in book["Data Pendukung"][4]}["Keputusan"]
    checks = book["Data Pendukung"].data_validations.dataValidation
    assert f"{kept}5:{kept}504" in [str(c.sqref) for c in checks if c.type == "list"]
    assert [n for n in book.sheetnames if book[n].sheet_state == "hidden"] == [
        n for n in model.sheetnames if model[n].sheet_state == "hidden"
    ]
    for name in book.sheetnames:  # each still has the name of its own print titles
        assert book[name].print_title_rows == ("$4:$4" if name not in PLAIN else None)


def test_macros_ribbon_and_buttons_are_those_of_a_new_master(
    old: bytes, tmp_path: Path
) -> None:
    order = office(tmp_path, old)
    repair(order)
    package, new = Package(order.desk.path.read_bytes()), Package(empty_master(4))

    assert lost_parts(package) == ()
    for part in ("xl/vbaProject.bin", "customUI/customUI14.xml"):
        assert package.read(part) == new.read(part)
    assert buttons_on(package, "Beranda") == buttons_on(new, "Beranda")


@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_an_updated_master_is_whole_for_excels_own_reader(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    repair(order)

    assert errors(order.desk.path) == []


def test_twice_changes_nothing_and_a_trial_nothing_at_all(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    trial = repair(replace(order, coba=True))

    assert codes(trial) == ["S67"]
    assert [p.name for p in tmp_path.iterdir()] == [NAME]
    assert order.desk.path.read_bytes() == old

    repair(order)
    once = order.desk.path.read_bytes()

    assert codes(repair(order)) == ["S86"]
    assert order.desk.path.read_bytes() == once
    assert [p.read_bytes() for p in (tmp_path / "Cadangan").iterdir()] == [old]


def test_it_is_named_by_doctor_and_install_until_it_is_mended(
    old: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = office(tmp_path, old)
    assert [t.rule.code for t in outdated(order.desk.path)] == ["S70"]
    assert "S70" in codes(doctor(order))
    monkeypatch.setitem(STEPS, this_system(), ())  # type: ignore[misc]  # nothing of this computer
    assert codes(install(order)) == ["S70"]
    assert order.desk.path.read_bytes() == old

    repair(order)

    assert outdated(order.desk.path) == ()
    assert "S70" not in codes(doctor(order))


def test_the_journal_tells_of_it(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    repair(order)
    row = [c.value for c in openpyxl.load_workbook(order.desk.path)["Riwayat"][5]]

    assert row[1] == "Pulihkan Workbook"
    assert "perencana" in row
    assert len((tmp_path / "Riwayat/riwayat.jsonl").read_text().splitlines()) == 1


def test_the_later_steps_run_on_an_updated_master(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    with pytest.raises(KinerjaError) as refused:
        inventory(order)
    assert {t.rule.code for t in refused.value.temuan} == {"I11"}
    assert all("repair --folder" in t.remedy for t in refused.value.temuan)

    repair(order)
    for command in (verify, giveback, inventory, entry, trace):
        assert command(order).exit is not Exit.REFUSED


def test_a_renamed_sheet_is_not_put_in_twice(tmp_path: Path) -> None:
    """Its code name tells which it is."""
    package = Package(empty_master(4))
    book = package.read("xl/workbook.xml").replace(b'name="Kalimat"', b'name="Pola"')
    order = office(tmp_path, package.replaced({"xl/workbook.xml": book}))
    outcome = repair(order)

    assert codes(outcome) == ["S86", "S68"]


def test_undo_puts_the_whole_file_back_and_the_journal_goes_on(
    old: bytes, tmp_path: Path
) -> None:
    order = office(tmp_path, old)
    repair(order)
    new = order.desk.path.read_bytes()
    outcome = undo(order)
    before, after = cells(old), cells(order.desk.path.read_bytes())
    riwayat = [row[1][0] for row in rows_of(after["Riwayat"])]

    assert outcome.counts["diurungkan"] == 1
    told = {"Riwayat": {}, "Beranda": {}}  # which tell of both actions
    assert before | told == after | told
    assert riwayat == ["Urungkan", "Pulihkan Workbook"]
    assert new in [p.read_bytes() for p in (tmp_path / "Cadangan/Diurungkan").iterdir()]
    assert list((tmp_path / "Cadangan").glob("*.xlsm")) == []


def test_undo_throws_away_nothing_that_was_typed_since(old: bytes, tmp_path: Path) -> None:
    order = office(tmp_path, old)
    repair(order)
    path = order.desk.path
    path.write_bytes(typed(Package(path.read_bytes()), "Subbagian", {(5, 2): "Nama baru"}))
    typed_in = path.read_bytes()

    with pytest.raises(KinerjaError):
        undo(order)
    assert path.read_bytes() == typed_in


def rows_of(sheet: dict[str, object]) -> list[list[object]]:
    return [
        [sheet.get(f"{column}{n}", ("",)) for column in "AB"]
        for n in range(5, 20)
        if f"A{n}" in sheet
    ]
