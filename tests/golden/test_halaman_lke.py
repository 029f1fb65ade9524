"""The page for evaluators as it is printed, read back as text."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from folders import filled, master, tree
from kinerja import commands
from kinerja.adapters import office, word
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.evaluation import Gambar, HalamanLke, evaluation
from kinerja.model import Tindakan
from kinerja.model_laporan import LaporanTerbit
from kinerja.rekap import Rekap
from kinerja.sheets.table import normal
from letters import OFFICE
from open_xml import MISSING, VALIDATE, errors
from printed import HOSTILE, TEMPLATES, lines, opened, printed, rows
from scripts import played, standard_ends

NAME = "halaman_lke"
START = datetime(2026, 11, 19, 7, 30)  # a Thursday
WHOLE = replace(
    played(OFFICE, START, standard_ends(OFFICE, START)),
    jurnal=(
        Tindakan(waktu=START, nama="Gabungkan", hasil="", oleh="Pengelola", sidik="ab12"),
    ),
    laporan=(
        LaporanTerbit(nama="tahunan", berkas="L.docx", sha256="c" * 64, sidik="", draf=True),
    ),
)
SHOTS = (Gambar(berkas="Entri/layar.png", sha256="d" * 64),)


def page(rekap: Rekap = WHOLE, *gambar: Gambar) -> bytes:
    return printed(NAME, evaluation(rekap, gambar))


def test_the_delivered_template_is_free_of_problems() -> None:
    path = TEMPLATES / f"{NAME}.docx"

    assert word.problems(path.read_bytes(), HalamanLke, path.name) == ()


def test_title_and_result_stand_above_everything() -> None:
    found = lines(page())

    assert found[4:6] == [
        "Bukti Pengumpulan dan Pengukuran Data Kinerja",
        "untuk Lembar Kerja Evaluasi SAKIP Tahun 2026",
    ]
    assert found[6].startswith("Halaman ini disusun dari data kinerja KPU Kabupaten Contoh")
    assert "penilaiannya tetap pada evaluator" in found[6]


def test_every_part_has_its_table() -> None:
    data = page(WHOLE, *SHOTS)
    heads = [rows(data, n)[0][0] for n in range(5)]

    assert heads == ["No", "Periode", "Berkas", "Berkas", "Tindakan"]
    assert rows(data, 3)[1] == ["Entri/layar.png", "–", "d" * 64]
    assert rows(data, 2)[1][1] == "Draf"


def test_an_empty_office_prints_sentences_in_the_place_of_tables() -> None:
    said = lines(page(replace(OFFICE, terbit=(), cap=())))

    assert "Belum ada periode yang dimulai." in said
    assert "Belum ada laporan yang disusun." in said
    assert "Belum ada tindakan yang tercatat." in said


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_is_printed_as_it_is(text: str) -> None:
    rekap = replace(WHOLE, jurnal=(replace(WHOLE.jurnal[0], oleh=text),))
    cells = [
        normal(c.text) for t in opened(page(rekap)).tables for r in t.rows for c in r.cells
    ]
    shown = normal(text.replace("\x07", "").replace("\ud800", ""))

    assert any(
        shown in cell or shown.replace(" ", "") in cell.replace(" ", "") for cell in cells
    )


@pytest.mark.skipif(not VALIDATE, reason=MISSING)
@pytest.mark.parametrize("rekap", [OFFICE, WHOLE], ids=["kosong", "penuh"])
def test_the_open_xml_sdk_finds_no_error(rekap: Rekap, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.docx"
    path.write_bytes(page(rekap, *SHOTS))

    assert errors(path) == []


# ---- the button


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office with one form back and two pictures; LibreOffice is left out."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsm").write_bytes(master())
    made = Order(FileDesk.in_folder(tmp_path))
    commands.generate(made)
    name = "Formulir TPH TW I 2020.xlsx"
    form = (tmp_path / "Formulir" / name).read_bytes()
    (tmp_path / "Masuk" / name).write_bytes(filled(form, {"1a": 66}))
    commands.merge(made)
    for folder, file in (("Entri", "layar.PNG"), ("Gambar", "b.jpg"), ("Gambar", "c.txt")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / file).write_bytes(b"gambar")
    return made


def test_pressed_twice_nothing_changes(order: Order) -> None:
    first = commands.evaluation(order)
    before = tree(order.folder)
    again = commands.evaluation(order)

    assert first.berkas == ("Laporan/Halaman LKE 2020.docx",)
    assert again.berkas == ()
    assert tree(order.folder) == before


def test_archiving_does_not_change_the_page_nor_the_page_the_archive(order: Order) -> None:
    commands.evaluation(order)
    commands.archive(order)
    before = tree(order.folder)
    commands.evaluation(order)
    commands.archive(order)

    assert tree(order.folder) == before


def test_only_pictures_are_listed(order: Order) -> None:
    commands.evaluation(order)
    data = (order.folder / "Laporan" / "Halaman LKE 2020.docx").read_bytes()
    tables = range(len(opened(data).tables))
    (shots,) = (rows(data, n) for n in tables if "Membuktikan Entri" in rows(data, n)[0])

    assert [row[0] for row in shots[1:]] == ["Entri/layar.PNG", "Gambar/b.jpg"]


def test_without_pictures_it_says_where_they_go(order: Order) -> None:
    for name in ("Entri", "Gambar"):
        shutil.rmtree(order.folder / name)
    outcome = commands.evaluation(order)

    assert "A16" in [t.rule.code for t in outcome.temuan]


@pytest.mark.live
@pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed here")
def test_the_signatures_never_stand_alone_on_a_page() -> None:
    import pypdfium2

    pdf = office.pdf_of(page(WHOLE, *SHOTS), "Halaman LKE.docx")
    assert isinstance(pdf, bytes)
    document = pypdfium2.PdfDocument(pdf)
    pages = [sheet.get_textpage().get_text_bounded() for sheet in document]
    document.close()
    (signed,) = (text for text in pages if "Mengetahui," in text)

    assert "Sidik riwayat" in signed
