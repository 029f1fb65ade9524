"""Both semester reports and the annual one of an office of which one form never came back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

import scripted
from filling import typed_into
from folders import tree
from grids import places
from kinerja import commands, settings
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.order import rekap_of
from kinerja.kalimat import kalimat_rows
from kinerja.model_laporan import Kalimat
from kinerja.outcome import Outcome
from kinerja.sheets import master as sheets
from kinerja.sheets.kalimat import KALIMAT, Analisis, Kasus
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError

NOW = datetime(2021, 1, 4, 1, 0, tzinfo=UTC)
MISSING = "[belum ada data: formulir Perencanaan, Data, dan Informasi Semester II]"
S1, S2 = (f"Laporan/Laporan Kinerja Semester {n} Tahun 2020.docx" for n in (1, 2))
ANNUAL = "Laporan/Laporan Kinerja Tahunan 2020.docx"
BROKEN = Kalimat(analisis=Analisis.TAHUN_INI, keadaan=Kasus.TERCAPAI, pola="{realisai} ada.")


def press(folder: Path, command: str, *given: object, coba: bool = False) -> Outcome:
    order = Order(FileDesk.in_folder(folder), coba=coba, clock=lambda: NOW)
    found: Outcome = getattr(commands, command)(order, *given)
    return found


def write(folder: Path, page: Page) -> None:
    FileDesk.in_folder(folder).write([page], tuple)


def collect(folder: Path, p: int, who: tuple[str, ...]) -> None:
    """One Semester, from its forms to what came back of them."""
    write(folder, Page(sheets.PENGATURAN, settings.rows(scripted.in_periode(p))))
    press(folder, "generate")
    for subbagian in who:
        name = f"Formulir {subbagian} {scripted.SEMESTER[p]} 2020.xlsx"
        pieces = folder / "Data Pendukung" / subbagian / scripted.SEMESTER[p]
        pieces.mkdir(parents=True, exist_ok=True)
        typed, listed = scripted.clean(subbagian, p)
        for kode, _, file, _ in listed:
            (pieces / file).write_bytes(f"%PDF-1.4 {kode} {p}".encode())
        form = (folder / "Formulir" / name).read_bytes()
        (folder / "Masuk").mkdir(exist_ok=True)
        (folder / "Masuk" / name).write_bytes(typed_into(form, typed, listed))
    press(folder, "merge")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """REN sent its form of Semester I and never that of Semester II; all is compiled."""
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "kinerja.xlsm").write_bytes(scripted.master())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office, "find_office", lambda: None)  # a PDF each time would be slow
        collect(folder, 1, ("TPH", "KUL", "HUK", "PAR", "REN"))
        press(folder, "semester")
        collect(folder, 2, ("TPH", "KUL", "HUK", "PAR"))
        press(folder, "semester")
        press(folder, "annual")
        yield folder


def text_of(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    return "\n".join(
        "".join(t.text or "" for t in p.iter() if t.tag.endswith("}t"))
        for p in document.element.body.iter()
        if p.tag.endswith("}p")
    )


def test_each_report_says_the_missing_form_once_and_nothing_else_is_missing(
    year: Path,
) -> None:
    said = {name: text_of(year / name) for name in (S1, S2, ANNUAL)}

    assert {name: text.count("[belum ada data") for name, text in said.items()} == {
        S1: 0,
        S2: 1,
        ANNUAL: 1,
    }
    assert MISSING in said[S2]
    assert MISSING in said[ANNUAL]


def test_pressed_twice_nothing_changes(year: Path) -> None:
    before = tree(year)
    press(year, "semester")
    press(year, "annual")

    assert tree(year) == before


def test_a_trial_writes_nothing(year: Path, tmp_path: Path) -> None:
    collect_only = tmp_path / "kantor"
    collect_only.mkdir()
    (collect_only / "kinerja.xlsm").write_bytes(scripted.master())
    before = tree(collect_only)
    outcome = press(collect_only, "semester", coba=True)

    assert outcome.berkas
    assert tree(collect_only) == before


def test_the_register_and_the_annual_report_name_the_files_that_were_compiled(
    year: Path,
) -> None:
    rekap, _ = rekap_of(Order(FileDesk.in_folder(year), clock=lambda: NOW))
    by_name = {t.nama: t for t in rekap.laporan}
    said = text_of(year / ANNUAL)

    assert set(by_name) == {"semester 1", "semester 2", "tahunan"}
    assert by_name["semester 1"].sha256 in said
    assert by_name["semester 2"].sha256 in said


def test_the_report_ends_with_the_digest_of_the_journal(year: Path) -> None:
    rekap, _ = rekap_of(Order(FileDesk.in_folder(year), clock=lambda: NOW))
    by_name = {t.nama: t for t in rekap.laporan}

    assert by_name["tahunan"].kepala in {t.sidik for t in rekap.jurnal}
    assert by_name["tahunan"].kepala in text_of(year / ANNUAL)
    assert by_name["semester 2"].kepala in text_of(year / S2)


@pytest.mark.parametrize("asked", ["3", "I", "satu", "1,2"])
def test_a_semester_that_there_is_not_is_refused(year: Path, asked: str) -> None:
    before = tree(year)
    with pytest.raises(KinerjaError) as error:
        press(year, "semester", asked)

    assert [t.rule.code for t in error.value.temuan] == ["L13"]
    assert tree(year) == before


def test_one_semester_can_be_asked_for(year: Path) -> None:
    assert press(year, "semester", "1", coba=True).berkas == (S1,)
    assert press(year, "semester", "2", coba=True).berkas == (S2,)


def test_a_broken_pattern_is_named_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "kinerja.xlsm").write_bytes(scripted.master())
    write(tmp_path, Page(KALIMAT, kalimat_rows([BROKEN])))
    outcome = press(tmp_path, "check")

    assert [p for p in places(outcome.temuan) if p[0].startswith("L")] == [("L07", "C5")]
