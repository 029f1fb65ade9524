"""The buttons of the master in LibreOffice: pressed by a mouse, and run by their macros.

What counts is what is in the files and in the open document afterwards: the file must be
whole, and the document show what the file holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from contoh.agreement import agreement_docx
from contoh.data import read_sample
from contoh.script import AGREED
from contoh.sending import Outbox, send
from contoh.year import AGREEMENT, Year, build, clear
from kinerja.adapters.damage import lost_parts
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.drawings import buttons_on
from kinerja.adapters.parts import Package
from kinerja.adapters.typed import with_typed
from kinerja.commands.order import Order
from kinerja.commands.repair import repair
from kinerja.grid import Kind
from kinerja.jurnal import jurnal_pages
from kinerja.master import read_rekap
from kinerja.model import Tindakan
from kinerja.model_sop import Tahap
from kinerja.rekap import Rekap
from kinerja.sheets.beranda import NAMA, TERAKHIR
from kinerja.sheets.dari_mana import DARI_MANA
from kinerja.sheets.distribusi import STATUS
from kinerja.sheets.folders import PERJANJIAN
from kinerja.sheets.master import CATATAN, JURNAL, PENGATURAN, indikator_sheet
from kinerja.sheets.surat import SURAT_EDARAN
from kinerja.sheets.table import Page
from kinerja.sheets.tombol import JUDUL, TOMBOL
from kinerja.temuan import KinerjaError
from live import engine, in_use
from live.desks import values
from live.in_use import Calc, Document, Screen, pressed
from open_xml import VALIDATE, errors

pytestmark = pytest.mark.live
MACROS = "xl/vbaProject.bin"
Press = Callable[[str], int]


@pytest.fixture
def year(tmp_path: Path) -> Year:
    """The sample's master, with nothing done yet."""
    year = Year(Outbox(tmp_path / "Kinerja 2020", read_sample()), lambda _: None)
    clear(year.folder)
    build(year)
    return year


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    if reason := in_use.missing() or engine.missing():
        pytest.skip(reason)
    screen = Screen()
    try:
        monkeypatch.setenv("DISPLAY", screen.display)
        monkeypatch.setenv("SAL_USE_VCLPLUGIN", "gen")
        yield screen
    finally:
        screen.stop()


@pytest.fixture
def seen(year: Year, screen: Screen) -> Iterator[Document]:
    """The master as a person sees it."""
    calc = Calc(year.folder, is_seen=True)
    try:
        yield calc.open(year.desk.path)
    finally:
        calc.stop()


@pytest.fixture
def press(seen: Document, screen: Screen) -> Press:
    """A click on the button of a command, to its end; how many dialogs were answered."""

    def click(command: str) -> int:
        dialogs = pressed(screen, seen, JUDUL[command])
        screen.look(command)
        assert is_shown(seen)
        return dialogs

    return click


@pytest.fixture
def calc(year: Year, monkeypatch: pytest.MonkeyPatch) -> Iterator[Calc]:
    """LibreOffice where nobody can see a dialog; questions are answered yes."""
    if reason := engine.missing():
        pytest.skip(reason)
    monkeypatch.setenv("KINERJA_JAWAB", "ya")
    calc = Calc(year.folder, is_seen=False)
    try:
        yield calc
    finally:
        calc.stop()


@pytest.fixture
def unseen(calc: Calc, year: Year) -> Document:
    """The master in it."""
    return calc.open(year.desk.path)


def rekap(document: Document) -> Rekap:
    """What the file holds now."""
    raw = document.path.read_bytes()
    assert lost_parts(Package(raw)) == ()
    return read_rekap(in_use.read(document.path))[0]


def is_shown(document: Document) -> bool:
    """Whether the document shows what the file holds, and has nothing left to save."""
    raw = document.path.read_bytes()
    typed = with_typed(raw, document.cells())
    assert typed.sheets == []
    assert typed.behind == []
    assert not document.document.isModified()
    return typed.data == raw


def test_a_mouse_on_every_button_plays_the_first_triwulan(
    year: Year, seen: Document, press: Press
) -> None:
    macros = Package(seen.path.read_bytes()).read(MACROS)

    assert press("check") == 1
    assert press("generate") == 1
    assert len(list((year.folder / "Formulir").glob("*.xlsx"))) == 4
    list(send(year.outbox, 1, 1))
    assert press("merge") == 2  # what would change, and what was
    assert len(rekap(seen).kiriman) >= 4
    assert press("verify") == 1
    assert seen.text(CATATAN.name, "A5")
    assert press("annual") == 1
    assert {p.suffix for p in (year.folder / "Laporan").iterdir()} == {
        ".docx",
        ".pdf",
        ".xlsx",
    }
    assert press("undo") == 2
    assert Package(seen.path.read_bytes()).read(MACROS) == macros
    assert not (year.folder / "Log" / "kinerja.log").exists()


def test_a_mouse_and_a_keyboard_take_the_letters_through_the_office(
    year: Year, seen: Document, screen: Screen, press: Press
) -> None:
    """
    Surat Edaran
    | No | Tanggal Surat | Paraf Pengelola  | Paraf Kasubbag |
    | 7  | 22/11/2026    | 22/11/2026 14.30 | 22/11/2026     |
    """
    p = year.sample.pengaturan.periode
    short = year.name(p)

    def type_in(key: str, text: str) -> None:
        cell = seen.cell(SURAT_EDARAN, key)
        before = seen.text(SURAT_EDARAN.name, cell)
        seen.choose(SURAT_EDARAN.name, cell)
        screen.write(text)
        screen.look(f"{key} {text}".replace("/", "-"))
        in_use.until(lambda: seen.text(SURAT_EDARAN.name, cell) != before, f"{cell}: kosong")

    assert press("disposition") == 1
    assert rekap(seen).disposisi[0].berkas in made(year)
    assert press("generate") == 1
    assert press("circular") == 1
    for key, text in {
        "no": "7",
        "tanggal": "22/11/2026",
        "saat_PENGELOLA": "22/11/2026 14.30",
        "saat_KASUBBAG": "22/11/2026",
    }.items():
        type_in(key, text)
    screen.press("ctrl+s")
    in_use.until(lambda: not seen.document.isModified(), "belum tersimpan")
    in_use.until(seen.is_free, "jendela terkunci")
    screen.look("Surat Edaran, diketik")
    seen.show_first()
    assert press("circular") == 1
    paraf = rekap(seen).surat_edaran[0].paraf
    assert paraf[Tahap.PENGELOLA].saat == datetime(2026, 11, 22, 14, 30)
    assert paraf[Tahap.KASUBBAG].saat == datetime(2026, 11, 22)
    assert seen.text(SURAT_EDARAN.name, seen.cell(SURAT_EDARAN, "keadaan")) == "Paraf Kasubbag"
    seen.show_first()
    assert press("distribute") == 1
    assert {d.subbagian for d in rekap(seen).distribusi} == set(year.sample.subbagian)
    assert len([b for b in made(year) if b.endswith(".eml")]) == 4
    assert press("progress") == 1
    assert seen.text(STATUS.name, seen.cell(STATUS, "ketepatan")) != ""
    assert f"Laporan/Pelaksanaan SOP {short} 2020.docx" in made(year)
    assert press("undo") == 2
    assert not (year.folder / "Log" / "kinerja.log").exists()


@pytest.fixture
def returned(year: Year) -> Year:
    """The forms of the first triwulan are back and checked; in one a figure is missing."""
    for command in ("generate", "merge", "verify"):
        if command == "merge":
            list(send(year.outbox, 1, 1))
        year.press(command, datetime.now())  # the clicks go on from now
    return year


def test_a_mouse_takes_a_triwulan_from_mending_to_the_next_year(
    returned: Year, seen: Document, press: Press
) -> None:
    """
    Isian (TW I, PARMAS-SDM)
    | Kode | Realisasi |
    | 2.2  |           |
    """
    year = returned

    assert press("giveback") == 2  # what would be given back, and what was
    (given,) = (b for b in made(year) if b.startswith("Kembalikan/") and b.endswith(".xlsx"))
    assert given.startswith("Kembalikan/TW I/PARMAS-SDM/")
    assert {p.kode for p in rekap(seen).perbaikan} == {"R09"}
    assert press("inventory") == 1
    assert "Laporan/Daftar Arsip 2020.xlsx" in made(year)
    assert press("entry") == 1
    (lapkin,) = (n for n in seen.document.Sheets.ElementNames if n == "Entri e-Lapkin")
    assert seen.text(lapkin, "A5") != ""
    assert press("semester") == 1
    assert "Laporan/Laporan Kinerja Semester 1 Tahun 2020.docx" in made(year)
    assert press("trace") == 1
    assert seen.text(DARI_MANA.name, "A5") != ""
    assert press("evaluation") == 1
    assert "Laporan/Halaman LKE 2020.docx" in made(year)
    assert press("archive") == 1
    assert "Arsip Periode/2020 TW I/manifest-sha256.txt" in made(year)
    assert press("rollover") == 1
    assert year.folder.with_name("Kinerja 2021").joinpath("kinerja.xlsm").is_file()
    assert press("undo") == 2
    assert not (year.folder / "Log" / "kinerja.log").exists()


def made(year: Year) -> set[str]:
    """The files of the office."""
    return {p.relative_to(year.folder).as_posix() for p in year.folder.rglob("*.*")}


@pytest.fixture
def agreed(year: Year) -> str:
    """A Perjanjian Kinerja waits in its folder; the name of the sheet that lacks its rows."""
    sheet = indikator_sheet(year.sample.pengaturan.siklus)
    year.desk.write([Page(sheet, [])])
    path = year.folder / PERJANJIAN / AGREEMENT.format(tahun=year.sample.pengaturan.tahun)
    path.parent.mkdir()
    path.write_bytes(agreement_docx(year.sample, AGREED))
    return sheet.name


def test_a_mouse_brings_in_a_perjanjian_kinerja(
    agreed: str, seen: Document, screen: Screen
) -> None:
    before = values(in_use.read(seen.path))[agreed]

    assert pressed(screen, seen, JUDUL["agreement"]) == 2  # what would change, and what was
    assert is_shown(seen)
    assert values(in_use.read(seen.path))[agreed] != before
    assert pressed(screen, seen, JUDUL["undo"]) == 2
    assert values(in_use.read(seen.path))[agreed] == before


def test_saving_keeps_what_was_typed_and_all_that_libreoffice_would_drop(
    seen: Document, screen: Screen
) -> None:
    """
    Pengaturan
    | Pengaturan   | Isi                |
    | Satuan Kerja | KPU Kabupaten Baru |
    """
    before = Package(seen.path.read_bytes())
    seen.type(PENGATURAN.name, "B5", "KPU Kabupaten Baru")
    screen.press("ctrl+s")
    in_use.until(lambda: not seen.document.isModified(), "belum tersimpan")
    in_use.until(seen.is_free, "jendela terkunci")
    after = Package(seen.path.read_bytes())

    assert rekap(seen).pengaturan.satker == "KPU Kabupaten Baru"
    assert sum(after.read(name) != before.read(name) for name in before.names) == 1
    assert screen.dialogs() == []


def test_a_macro_runs_its_command_to_the_end(unseen: Document) -> None:
    assert str(unseen.run("KinerjaTombol.UjiMakro")).startswith("LibreOffice")

    unseen.run("KinerjaTombol.Tekan_verify")

    assert [t.nama for t in rekap(unseen).jurnal] == [JUDUL["verify"]]
    assert is_shown(unseen)


def test_what_was_typed_is_in_the_file_before_the_command_reads_it(unseen: Document) -> None:
    """
    Pengaturan
    | Pengaturan   | Isi                |
    | Satuan Kerja | KPU Kabupaten Baru |
    """
    unseen.type(PENGATURAN.name, "B5", "KPU Kabupaten Baru")
    unseen.type(PENGATURAN.name, "G5", "catatan sendiri")
    unseen.run("KinerjaTombol.Tekan_check")

    assert rekap(unseen).pengaturan.satker == "KPU Kabupaten Baru"
    assert is_shown(unseen)


def test_what_the_file_cannot_take_is_left_to_be_saved(unseen: Document) -> None:
    """
    Pengaturan
    | Pengaturan   | Isi                | | | |      |
    | Satuan Kerja | KPU Kabupaten Baru | | | | =1+1 |
    """
    unseen.type(PENGATURAN.name, "F5", "=1+1")
    unseen.type(PENGATURAN.name, "B5", "KPU Kabupaten Baru")
    unseen.run("KinerjaTombol.Tekan_check")

    assert rekap(unseen).pengaturan.satker == "KPU Kabupaten Baru"
    assert with_typed(unseen.path.read_bytes(), unseen.cells()).behind == ["“Pengaturan” F5"]
    assert unseen.document.isModified()


def test_what_the_file_cannot_take_is_said_once_for_a_button(unseen: Document) -> None:
    """
    Pengaturan
    | Pengaturan   | Isi | | | |      |
    | Satuan Kerja |     | | | | =1+1 |
    """
    unseen.type(PENGATURAN.name, "F5", "=1+1")
    unseen.run("KinerjaTombol.Tekan_verify")
    said = (unseen.path.parent / "Log" / "libreoffice.log").read_text(encoding="utf-8")

    assert said.count("“Pengaturan” F5") == 1


def test_a_document_older_than_its_file_overwrites_nothing(unseen: Document) -> None:
    """
    Riwayat (in the file only)
    | Waktu               | Tindakan  |
    | 2020-04-01 08:00:00 | Gabungkan |
    """
    waktu = datetime.fromisoformat("2020-04-01 08:00:00")
    done = Tindakan(waktu=waktu, nama="Gabungkan", hasil="", cadangan="")
    desk = FileDesk(unseen.path, shown=True)
    desk.write(jurnal_pages([done]))
    newer = unseen.path.read_bytes()
    unseen.type(PENGATURAN.name, "B5", "KPU Kabupaten Baru")
    unseen.run("KinerjaTombol.Tekan_check")

    assert unseen.path.read_bytes() == newer
    assert unseen.text(PENGATURAN.name, "B5") == "KPU Kabupaten Baru"


def test_a_master_that_libreoffice_saved_is_refused_and_mended(
    year: Year, unseen: Document, tmp_path: Path
) -> None:
    """
    Catatan Saya
    | milik sendiri |
    """
    unseen.document.Sheets.insertNewByName("Catatan Saya", 1)
    unseen.type("Catatan Saya", "A1", "milik sendiri")
    unseen.store(tmp_path / "lain.xlsm")
    unseen.close()
    before = values(in_use.read(unseen.path))
    unseen.path.write_bytes((tmp_path / "lain.xlsm").read_bytes())

    with pytest.raises(KinerjaError) as refused:
        year.desk.check_free()
    repair(Order(year.desk))

    assert [t.rule.code for t in refused.value.temuan] == ["S83"]
    assert year.desk.check_free() is None
    mended = values(in_use.read(unseen.path))
    assert mended.pop(JURNAL.name) != before.pop(JURNAL.name)  # the repair is a line of it
    was, now = before.pop(NAMA), mended.pop(NAMA)  # which shows the last action
    assert "Pulihkan Workbook" in [cell[1] for cell in now.values()]
    changed = [place for place in was.keys() | now.keys() if was.get(place) != now.get(place)]
    assert len(changed) <= len(TERAKHIR.columns)
    own = {(1, 1): (Kind.TEXT, "milik sendiri", False)}
    assert mended == before | {"Catatan Saya": own}
    assert [p.name[-5:] for p in (year.folder / "Cadangan").iterdir()] == [".xlsm"]
    if VALIDATE:
        assert errors(unseen.path) == []


def test_the_buttons_of_a_mended_master_work(
    year: Year, calc: Calc, unseen: Document, tmp_path: Path
) -> None:
    before, labels = buttons_on(Package(unseen.path.read_bytes()), NAMA), unseen.labels()
    unseen.store(tmp_path / "lain.xlsm")
    unseen.close()
    unseen.path.write_bytes((tmp_path / "lain.xlsm").read_bytes())
    repair(Order(year.desk))
    again = calc.open(year.desk.path)
    again.run("KinerjaTombol.Tekan_verify")

    assert len(before) == len(TOMBOL) - 1  # all but “Periksa Instalasi”
    assert buttons_on(Package(unseen.path.read_bytes()), NAMA) == before
    assert again.labels() == labels
    assert is_shown(again)
