"""The commands on a folder, called as the terminal and the buttons call them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from folders import INDIKATOR, master, rows, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.model import Pengaturan
from kinerja.outcome import Outcome
from kinerja.sheets.master import indikator_sheet
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError

Command = Callable[[Order], Outcome]
TPH = "Formulir TPH TW I 2020.xlsx"


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office that has made nothing yet; LibreOffice is left out, as it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsx").write_bytes(master())
    return Order(FileDesk.in_folder(tmp_path))


def change_target(order: Order, new: str) -> None:
    """What a planner does after a revision of the Perjanjian Kinerja."""
    sheet = indikator_sheet(4)
    order.desk.write([Page(sheet, rows(sheet, INDIKATOR.replace("| 80 ", f"| {new} ")))])


def codes(outcome: Outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan]


def refused(error: pytest.ExceptionInfo[KinerjaError]) -> list[str]:
    return [t.rule.code for t in error.value.temuan]


# ---- generate


def test_changed_definition_makes_a_revision_and_leaves_the_old_form(order: Order) -> None:
    commands.generate(order)
    before = (order.folder / "Formulir" / TPH).read_bytes()
    change_target(order, "90")
    outcome = commands.generate(order)

    assert codes(outcome) == ["S10"]
    assert "Target 2020 1a 80 → 90" in outcome.temuan[0].message
    assert outcome.berkas == ("Formulir/Formulir TPH TW I 2020 R2.xlsx",)
    assert (order.folder / "Formulir" / TPH).read_bytes() == before


def test_a_file_in_the_place_of_a_form_is_never_written_over(order: Order) -> None:
    (order.folder / "Formulir").mkdir()
    (order.folder / "Formulir" / TPH).write_bytes(b"milik orang lain")
    outcome = commands.generate(order)

    assert codes(outcome) == ["S09"]
    assert (order.folder / "Formulir" / TPH).read_bytes() == b"milik orang lain"


def test_a_folder_in_the_place_of_a_form_is_left_there(order: Order) -> None:
    (order.folder / "Formulir" / TPH).mkdir(parents=True)
    outcome = commands.generate(order)

    assert codes(outcome) == ["S09"]
    assert (order.folder / "Formulir" / TPH).is_dir()


def test_a_form_that_is_gone_is_made_again_with_the_same_bytes(order: Order) -> None:
    commands.generate(order)
    before = (order.folder / "Formulir" / TPH).read_bytes()
    (order.folder / "Formulir" / TPH).unlink()
    outcome = commands.generate(order)

    assert outcome.berkas == (f"Formulir/{TPH}",)
    assert (order.folder / "Formulir" / TPH).read_bytes() == before


def test_folders_are_ready_for_what_comes_back(order: Order) -> None:
    commands.generate(order, "TW II")

    assert (order.folder / "Masuk").is_dir()
    assert (order.folder / "Data Pendukung" / "KUL" / "TW II").is_dir()


@pytest.mark.parametrize("named", ["5", "Mei", "nol"])
def test_a_periode_that_does_not_exist_is_refused(order: Order, named: str) -> None:
    with pytest.raises(KinerjaError) as caught:
        commands.generate(order, named)

    assert refused(caught) == ["P04"]


# ---- annual


def test_without_any_template_nothing_is_made(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("kinerja.commands.publishing")
    monkeypatch.setattr(module, "TEMPLATES", order.folder / "tidak ada")
    with pytest.raises(KinerjaError) as caught:
        commands.annual(order)

    assert refused(caught) == ["S05"]
    assert not (order.folder / "Laporan").exists()


@pytest.mark.parametrize(
    ("line", "code"), [("{{ capaian_kantr }}", "L02"), ("{% if terukur %}", "L03")]
)
def test_what_is_wrong_with_an_own_template_is_named_before_anything_is_made(
    order: Order, line: str, code: str
) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(line)
    (order.folder / "Templat").mkdir()
    document.save(str(order.folder / "Templat" / "laporan_tahunan.docx"))
    with pytest.raises(KinerjaError) as caught:
        commands.annual(order)

    assert refused(caught) == [code]
    assert not (order.folder / "Laporan").exists()


def test_a_report_that_somebody_changed_is_kept_beside_the_new_one(order: Order) -> None:
    made = order.folder / "Laporan" / "Laporan Kinerja Tahunan 2020.docx"
    commands.annual(order)
    made.write_bytes(b"disunting di Word")
    commands.annual(order)
    kept = [path.read_bytes() for path in (order.folder / "Cadangan").glob("Laporan*.docx")]

    assert kept == [b"disunting di Word"]
    assert made.read_bytes().startswith(b"PK")


def test_a_report_that_is_open_elsewhere_is_left_alone(order: Order) -> None:
    commands.annual(order)
    name = "Laporan Kinerja Tahunan 2020.docx"
    (order.folder / "Laporan" / name).write_bytes(b"sedang disunting")
    (order.folder / "Laporan" / f"~${name}").write_bytes(b"")
    before = tree(order.folder / "Laporan")
    with pytest.raises(KinerjaError) as caught:
        commands.annual(order)

    assert refused(caught) == ["S01"]
    assert f"~${name}" in caught.value.temuan[0].remedy
    assert tree(order.folder / "Laporan") == before


# ---- all of them


@pytest.mark.parametrize("command", [commands.merge, commands.verify, commands.annual])
def test_a_master_without_a_year_is_refused(order: Order, command: Command) -> None:
    order.desk.path.write_bytes(master(pengaturan=Pengaturan(satker="KPU Kabupaten Contoh")))
    (order.folder / "Masuk").mkdir()
    with pytest.raises(KinerjaError) as caught:
        command(order)

    assert refused(caught) == ["P02"]
