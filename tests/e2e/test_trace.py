"""Dari Mana on a folder: from the report in Word down to the bytes of every file behind it."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pypdfium2 import PdfDocument
from python_calamine import CalamineWorkbook

from filling import Typed, typed_into
from folders import PENGATURAN, master, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.ooxml.asal import sidik_of
from kinerja.asal import UNCOUNTED, Asal, Graf, printed, values
from kinerja.commands import Order
from kinerja.commands.order import rekap_of
from kinerja.grid import column_number
from kinerja.model import Realisasi
from kinerja.outcome import Exit, Outcome
from kinerja.rekap import Rekap
from kinerja.saksi import belakang, place_of, said_of
from kinerja.sheets.dari_mana import DARI_MANA
from kinerja.sheets.laporan import MARKER, TIDAK_ADA
from kinerja.sheets.master import REALISASI
from kinerja.sheets.table import Page, read_table
from kinerja.tables import pages
from kinerja.temuan import KinerjaError
from kinerja.trace import behind_it, graf_of
from kinerja.view import view_of

INDIKATOR = """
| kode_sasaran | sasaran    | kode | uraian      | penanggung_jawab | satuan | jenis  | konsolidasi    | target | target_1 | target_2 |
| 1            | Demokratis | 1a   | Partisipasi | TPH              | %      | persen | nilai terakhir | 80     | 70       | 80       |
| 1            |            | 1b   | Sosialisasi | TPH              | kali   | angka  | jumlah         | 12     | 6        | 6        |
| 2            | Akuntabel  | 2a   | Sengketa    | KUL              | %      | rasio  | jumlah         | 90     | 90       | 90       |
| 2            |            | 2b   | Kepuasan    | KUL              | %      | persen | rata-rata      | 85     | 85       | 85       |
"""  # noqa: E501  # as wide as the sheet
SYARAT = """
| indikator | jenis        | jumlah |
| 1a        | Berita acara | 1      |
| 1b        | Notula       | 1      |
| 2a        | Salinan      | 1      |
| 2b        | Rekap survei | 1      |
"""
NILAI: dict[int, Typed] = {
    1: {
        ("1a", "nilai"): 64.5,
        ("1b", "nilai"): 5,
        ("2a", "x"): 7,
        ("2a", "y"): 9,
        ("2b", "nilai"): "81,25",
    },
    2: {
        ("1a", "nilai"): 66,
        ("1b", "nilai"): 7,
        ("2a", "x"): 11,
        ("2a", "y"): 12,
        ("2b", "nilai"): 87.5,
    },
}
OWNED = {"TPH": ("1a", "1b"), "KUL": ("2a", "2b")}
JENIS = {"1a": "Berita acara", "1b": "Notula", "2a": "Salinan", "2b": "Rekap survei"}
REPORT = "Laporan/Laporan Kinerja Tahunan 2020.docx"
SEED = 20_261_123
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def play(folder: Path) -> None:
    """One year of two Semester, up to the annual report."""
    content = master(
        pengaturan=replace(PENGATURAN, siklus=2, periode=2),
        indikator=INDIKATOR,
        syarat=SYARAT,
    )
    (folder / "kinerja.xlsx").write_bytes(content)
    for p in (1, 2):
        commands.generate(order(folder), str(p))
    for path in sorted((folder / "Formulir").glob("*.xlsx")):
        _send_back(folder, path)
    for job in (commands.merge, commands.verify, commands.inventory, commands.annual):
        job(order(folder))


def _send_back(folder: Path, path: Path) -> None:
    unit = next(unit for unit in OWNED if unit in path.name)
    p = 2 if "Semester II" in path.name else 1
    own = {key: v for key, v in NILAI[p].items() if key[0] in OWNED[unit]}
    pieces = [(kode, JENIS[kode], f"{kode} semester {p}.pdf", None) for kode in OWNED[unit]]
    (folder / "Masuk" / path.name).write_bytes(typed_into(path.read_bytes(), own, pieces))
    room = folder / "Data Pendukung" / unit / ("Semester II" if p == 2 else "Semester I")
    room.mkdir(parents=True, exist_ok=True)
    for _, _, name, _ in pieces:
        (room / name).write_bytes(paper(3) + name.encode())


def paper(pages: int) -> bytes:
    """A PDF of so many pages."""
    document, target = PdfDocument.new(), BytesIO()
    for _ in range(pages):
        document.new_page(200, 300)
    document.save(target)
    return target.getvalue()


def order(folder: Path) -> Order:
    return Order(FileDesk.in_folder(folder))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a compiled report. No LibreOffice: it is slow."""
    folder = tmp_path_factory.mktemp("kantor")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office, "find_office", lambda: None)
        play(folder)
        yield folder


@pytest.fixture
def folder(played: Path, tmp_path: Path) -> Path:
    """A copy that may be spoilt."""
    return Path(shutil.copytree(played, tmp_path / "kantor"))


def rekap_in(folder: Path) -> Rekap:
    return rekap_of(order(folder))[0]


def codes(outcome: Outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan if t.rule.code.startswith("T")]


def bookmarks(docx: Path) -> list[tuple[str, str]]:
    """Name and text of every bookmark of a figure; read with no code of ours."""
    with zipfile.ZipFile(docx) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = []
    for start in root.iter(f"{W}bookmarkStart"):
        name = start.get(f"{W}name")
        if name.startswith("_asal"):
            text = ""
            for element in start.itersiblings():
                if element.tag == f"{W}bookmarkEnd":
                    break
                text += "".join(t.text or "" for t in element.iter(f"{W}t"))
            found.append((name, text))
    return found


def raw_cell(path: Path, sheet: str, row: int, column: str) -> object:
    """One cell as another reader sees it."""
    rows = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    found = rows.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return found[row - 1][column_number(column) - 1]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ---- from the report to the files


def test_twenty_figures_of_the_report_trace_to_files_with_their_digests(played: Path) -> None:
    view = view_of(rekap_in(played))
    graf, behind = graf_of(view), belakang(view)
    keys, known = {sidik_of(k): k for k in graf}, values(graf)
    every = bookmarks(played / REPORT)
    chosen = random.Random(SEED).sample(every, 20)  # the same every time
    traced = 0
    for name, text in chosen:
        kunci = keys[name.rpartition("_")[2]]
        now = printed(graf[kunci], known.get(kunci))
        assert graf[kunci].aturan in UNCOUNTED or text == (now or _unknown(text))
        for asal in _answers(behind_it(graf, graf[kunci])):
            _check_file(played, asal)
            for b in behind.bukti_of(asal):
                found = b.cocok.berkas
                assert found
                assert found.halaman == 3
                path = played / "Data Pendukung" / found.folder / found.nama
                assert sha256(path) == found.sha256 == b.terdaftar
                traced += 1

    assert len(every) > 150
    assert traced > 20


def _unknown(text: str) -> str:
    """The text itself where it says that the figure is not known."""
    return text if text == TIDAK_ADA or MARKER.fullmatch(text) else ""


def _answers(typed: Sequence[Asal]) -> list[Asal]:
    """Those that have a cell with something in it, in a returned file."""
    return [a for a in typed if a.jawaban and a.isi is not None]


def _check_file(folder: Path, asal: Asal) -> None:
    """Its cell in the master, its cell in the archived original, and that one's digest."""
    at, answer = place_of(asal), asal.jawaban
    assert at
    assert answer
    assert asal.sel
    (original,) = (folder / "Arsip").glob(f"{answer.sha256}*")
    raw = raw_cell(original, at.sheet, at.row, at.column)
    grid = FileDesk.in_folder(folder).read().grid(asal.sel.sheet)
    assert grid
    held = grid.value((asal.sel.row, column_number(asal.sel.column)))
    assert sha256(original) == answer.sha256
    assert str(raw).replace(",", ".").removesuffix(".0") == said_of(asal).replace(",", ".")
    assert held == asal.isi


def test_bookmarks_have_names_that_word_takes_and_each_its_own(played: Path) -> None:
    names = [name for name, _ in bookmarks(played / REPORT)]
    bad = [n for n in names if len(n) > 40 or not re.fullmatch(r"_[A-Za-z0-9_]+", n)]

    assert bad == []
    assert len(set(map(str.casefold, names))) == len(names)


def test_bookmark_answers_for_its_figure(played: Path) -> None:
    name = next(n for n, _ in bookmarks(played / REPORT) if "_2a_tahun_" in n)
    outcome = commands.trace(order(played), name)

    assert outcome.perihal == "2a/tahun"


def test_chain_of_a_year_leads_to_every_file_and_piece(played: Path) -> None:
    outcome = commands.trace(order(played), "1a")
    text = "\n".join(outcome.rincian)

    assert outcome.exit is Exit.CLEAN
    for p in (1, 2):
        (answer,) = (r for r in _of(rekap_in(played), "1a") if r.periode == p)
        assert answer.sha256[:12] in text
        assert f"1a semester {p}.pdf" in text
    assert "berisi “64.5”" in text or "berisi “64,5”" in text


def _of(rekap: Rekap, kode: str) -> list[Realisasi]:
    return [r for k in rekap.accepted() for r in k.realisasi if r.indikator == kode]


def test_unknown_code_suggests_the_nearest_and_changes_nothing(played: Path) -> None:
    before = tree(played)
    with pytest.raises(KinerjaError) as caught:
        commands.trace(order(played), "1a/capaain")

    assert [t.rule.code for t in caught.value.temuan] == ["T01"]
    assert "1a/capaian" in caught.value.temuan[0].message
    assert tree(played) == before


# ---- the sheet


def test_button_writes_every_figure_and_no_line_of_the_journal(folder: Path) -> None:
    journal = (folder / "Riwayat" / "riwayat.jsonl").read_bytes()
    outcome = commands.trace(order(folder))
    grid = FileDesk.in_folder(folder).read().grid(DARI_MANA.name)
    assert grid
    found = {row.text("kunci") for row in read_table(grid, DARI_MANA)[0].rows}
    graf = graf_of(view_of(rekap_in(folder)))
    left_out = [graf[kunci] for kunci in set(graf) - found]

    assert outcome.exit is Exit.CLEAN
    assert outcome.counts["putus"] == 0
    assert (folder / "Riwayat" / "riwayat.jsonl").read_bytes() == journal
    assert all(asal.typed and asal.isi is None for asal in left_out)


def test_pressed_twice_it_changes_nothing(folder: Path) -> None:
    commands.trace(order(folder))
    before = tree(folder)
    commands.trace(order(folder))

    assert tree(folder) == before


def test_trial_writes_nothing(folder: Path) -> None:
    before = tree(folder)
    commands.trace(replace(order(folder), coba=True))

    assert tree(folder) == before


def test_one_figure_answers_while_the_master_is_open_elsewhere(folder: Path) -> None:
    (folder / ".~lock.kinerja.xlsx#").write_text("Budi", encoding="utf-8")
    before = tree(folder)

    assert commands.trace(order(folder), "1a/tahun").rincian
    with pytest.raises(KinerjaError):
        commands.trace(order(folder))
    assert tree(folder) == before


def test_typed_over_figure_says_both_values(folder: Path) -> None:
    """
    | Kode | Periode | Realisasi |
    | 1a   | 2       | 66 → 70   |
    """
    rekap = rekap_in(folder)
    (asal,) = (a for k, a in graf_of(view_of(rekap)).items() if k == "1a/Semester II")
    assert asal.sel
    _type(folder, rekap, asal)
    outcome = commands.trace(order(folder), "1a")
    told = next(t for t in outcome.temuan if t.rule.code == "T05")

    assert told.location.cell == asal.sel.cell
    assert ("berkas", "66") in told.facts
    assert ("nilai", "70%") in told.facts
    assert "T10" in codes(outcome)  # the report still prints 66


def _type(folder: Path, rekap: Rekap, asal: Asal) -> None:
    """Type 70 over a Realisasi, as the planner does."""
    (page,) = (p for p in pages(rekap, ()) if p.sheet.name == REALISASI.name)
    column = [c.key for c in REALISASI.columns].index("nilai")
    rows = [list(row) for row in page.rows]
    assert asal.sel
    rows[asal.sel.row - 5][column] = Decimal(70)
    desk = FileDesk.in_folder(folder)
    desk.write([Page(REALISASI, rows)], tuple)


# ---- one byte anywhere


def files_behind(folder: Path) -> dict[str, list[Path]]:
    """Every file in the chain, by its kind."""
    return {
        "laporan": [folder / REPORT, *sorted((folder / "Laporan").glob("Rekap*"))],
        "arsip": sorted(p for p in (folder / "Arsip").glob("*") if p.is_file()),
        "jurnal": [folder / "Riwayat" / "riwayat.jsonl"],
        "bukti": sorted(p for p in (folder / "Data Pendukung").rglob("*.pdf")),
    }


@pytest.mark.parametrize("kind", ["laporan", "arsip", "jurnal", "bukti"])
def test_one_flipped_byte_is_named_with_its_file(folder: Path, kind: str) -> None:
    chance = random.Random(f"{SEED}{kind}")  # the same every time
    rekap = rekap_in(folder)
    names = {k.identitas.sha256: k.identitas.berkas for k in rekap.kiriman}
    unnamed = []
    for _ in range(8):
        path = chance.choice(files_behind(folder)[kind])
        before = path.read_bytes()
        place = chance.randrange(len(before))
        flipped = bytes([before[place] ^ chance.randrange(1, 256)])
        path.write_bytes(before[:place] + flipped + before[place + 1 :])
        outcome = commands.trace(replace(order(folder), coba=True))
        said = " ".join(f"{t.location.file} {t.message}" for t in outcome.temuan)
        name = names.get(path.stem, path.name)
        if outcome.exit is not Exit.TEMUAN or name not in said:
            unnamed.append((name, place, codes(outcome)))
        path.write_bytes(before)

    assert unnamed == []
    assert commands.trace(order(folder)).exit is Exit.CLEAN


@pytest.mark.parametrize(
    ("kind", "code"), [("laporan", "T09"), ("arsip", "T03"), ("bukti", "T07")]
)
def test_file_that_is_gone_is_named(folder: Path, kind: str, code: str) -> None:
    files_behind(folder)[kind][0].unlink()

    assert code in codes(commands.trace(order(folder)))


def test_figure_typed_over_in_word_is_named(folder: Path) -> None:
    path = folder / REPORT
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b">82,50<", b">92,50<")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    outcome = commands.trace(order(folder), "1a/capaian")
    told = next(t for t in outcome.temuan if t.rule.code == "T10")

    assert set(told.facts) >= {("cetak", "92,50"), ("kini", "82,50")}
    assert "T08" in codes(outcome)


def test_graph_of_a_folder_is_that_of_its_master(played: Path) -> None:
    graf: Graf = graf_of(view_of(rekap_in(played)))

    assert {a.sel.file for a in graf.values() if a.sel} == {"kinerja.xlsx"}
