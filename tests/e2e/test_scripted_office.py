"""One office through the second half of the SOP, as five Subbagian send their forms back.

What each does stands in ``scripted``. Every press is a public command on a folder.
"""

from __future__ import annotations

import random
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import scripted
from contoh.files import piece_bytes, resaved
from filling import contents, notes, relisted, typed_into
from folders import rows
from kinerja import commands, settings
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.office import find_office
from kinerja.adapters.ooxml.asal import figures
from kinerja.annual import report as annual_report
from kinerja.answers import Key, current
from kinerja.commands import Order
from kinerja.commands.order import rekap_of
from kinerja.koreksi import FIELDS
from kinerja.master import read_rekap
from kinerja.model import Realisasi
from kinerja.model_verifikasi import Tahapan
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets import master as sheets
from kinerja.sheets.table import Page
from kinerja.tables import still_open
from kinerja.temuan import GALAT
from kinerja.verifikasi import standings
from kinerja.verify import verify

MORNING = datetime(2021, 1, 4, 1, 0, tzinfo=UTC)
EVERYONE = ("TPH", "KUL", "HUK", "PAR", "REN")


@dataclass(slots=True)
class Office:
    """The folder, the time it is, and what every press said."""

    folder: Path
    clock: datetime = datetime(2020, 7, 1, 1, 0, tzinfo=UTC)
    said: list[Outcome] = field(default_factory=list)
    before: Mapping[Key, Realisasi] = field(default_factory=dict)  # the second round
    morning: object = None  # what the sheets said as the day began

    @property
    def order(self) -> Order:
        """The next press, ten minutes after the last."""
        self.clock += timedelta(minutes=10)
        moment = self.clock
        return Order(FileDesk.in_folder(self.folder), clock=lambda: moment)

    def press(self, command: str, *given: object) -> Outcome:
        """Press a button."""
        self.said.append(getattr(commands, command)(self.order, *given))
        return self.said[-1]

    def collect(self, p: int) -> None:
        """Say which Semester is collected, and make its forms."""
        page = Page(sheets.PENGATURAN, settings.rows(scripted.in_periode(p)))
        self.order.desk.write([page], tuple)
        self.press("generate")

    def form(self, subbagian: str, p: int, revisi: str = "") -> Path:
        """A form as it was made."""
        name = f"Formulir {subbagian} {scripted.SEMESTER[p]} 2020{revisi}.xlsx"
        return self.folder / "Formulir" / name

    def rekap(self) -> Rekap:
        """The office as its master says now."""
        return rekap_of(self.order)[0]

    def now(self) -> object:
        """What stands in the sheets, whatever was noted of the actions."""
        return replace(read_rekap(self.order.desk.read())[0], jurnal=())

    def tahapan(self) -> Mapping[tuple[str, int], Tahapan]:
        """How far each form is."""
        rekap, problems = rekap_of(self.order)
        temuan = still_open(rekap, [*problems, *verify(rekap)])
        return {
            (k.verifikasi.subbagian, k.verifikasi.periode): k.tahapan
            for k in standings(rekap, temuan)
        }

    def save_pieces(self, subbagian: str, p: int) -> None:
        """The data pendukung of a Subbagian, each with content of its own."""
        folder = self.folder / "Data Pendukung" / subbagian / scripted.SEMESTER[p]
        folder.mkdir(parents=True, exist_ok=True)
        for kode, _, name, _ in scripted.clean(subbagian, p)[1]:
            (folder / name).write_bytes(piece_bytes(name, (f"Notula {kode} semester {p}",)))

    def send(self, subbagian: str, p: int, data: bytes, name: str = "") -> None:
        """A form comes back under this name, with its data pendukung."""
        masuk = self.folder / "Masuk"
        masuk.mkdir(exist_ok=True)
        (masuk / (name or self.form(subbagian, p).name)).write_bytes(data)
        self.save_pieces(subbagian, p)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Semester I is in, and the forms of Semester II are out: the morning of the day."""
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "kinerja.xlsm").write_bytes(scripted.master())
    found = Office(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office, "find_office", lambda: None)  # a PDF each time would be slow
        found.collect(1)
        for subbagian in EVERYONE:
            typed, pieces = scripted.clean(subbagian, 1)
            form = found.form(subbagian, 1).read_bytes()
            found.send(subbagian, 1, typed_into(form, typed, pieces))
        found.press("merge")
        found.press("verify")
        found.clock = MORNING
        found.collect(2)
        page = sheets.indikator_sheet(2)
        found.order.desk.write([Page(page, rows(page, scripted.AMENDED))], tuple)
        found.morning = found.now()
        yield found


def form_of_five(year: Office) -> None:
    """The forms of the day come back: four of five, each as its Subbagian does it."""
    for subbagian in ("TPH", "KUL", "HUK"):
        typed, pieces = scripted.clean(subbagian, 2)
        data = typed_into(year.form(subbagian, 2).read_bytes(), typed, pieces)
        if subbagian == "KUL":
            found = find_office()
            assert found
            year.send("KUL", 2, resaved(found, data), "Form KUL (1) rev FINAL.xlsx")
        else:
            year.send(subbagian, 2, data)
    slipped = typed_into(year.form("PAR", 2).read_bytes(), *scripted.slipped())
    year.send("PAR", 2, slipped)


@pytest.fixture(scope="module")
def first_round(year: Office) -> Office:
    """What came back was merged, checked, and given back."""
    form_of_five(year)
    year.press("generate")
    year.press("merge")
    year.press("verify")
    year.press("giveback")
    return year


@pytest.fixture(scope="module")
def second_round(first_round: Office) -> Office:
    """PAR mends ten of twelve in its own file, and sends that back."""
    year = first_round
    (given,) = (year.folder / "Kembalikan").rglob("*.xlsx")
    mended = relisted(typed_into(given.read_bytes(), scripted.MENDED), scripted.RIGHT_FILES)
    year.send("PAR", 2, mended, "perbaikan dari PAR (2).xlsx")
    year.before = dict(current(year.rekap()))
    for command in ("merge", "verify", "giveback", "inventory"):
        year.press(command)
    return year


pytestmark = pytest.mark.live  # KUL saves its form with LibreOffice


def test_what_came_back_stands_in_the_matrix(first_round: Office) -> None:
    rekap, told = first_round.rekap(), first_round.tahapan()

    assert {s: t.name for (s, p), t in told.items() if p == 2} == {
        "TPH": "TERVERIFIKASI",
        "KUL": "TERVERIFIKASI",
        "HUK": "PERLU_PERBAIKAN",
        "PAR": "PERLU_PERBAIKAN",
        "REN": "BELUM",
    }
    assert {t.name for (_, p), t in told.items() if p == 1} == {"TERVERIFIKASI"}
    assert len(list(rekap.accepted())) == 9


def test_one_workbook_goes_back_with_twelve_notes(first_round: Office) -> None:
    (given,) = (first_round.folder / "Kembalikan").rglob("*.xlsx")
    sent = (first_round.folder / "Masuk" / first_round.form("PAR", 2).name).read_bytes()
    before, after = notes(sent), notes(given.read_bytes())

    new = {cell for cell, text in after.items() if before.get(cell) != text}
    assert given.parent.name == "PAR"
    assert len(new) == 12


def test_the_workbook_that_goes_back_says_what_it_said(first_round: Office) -> None:
    (given,) = (first_round.folder / "Kembalikan").rglob("*.xlsx")
    sent = (first_round.folder / "Masuk" / first_round.form("PAR", 2).name).read_bytes()
    now = contents(given.read_bytes())

    assert {c: v for c, v in now.items() if not c.startswith("Perbaikan!")} == contents(sent)


def test_ten_are_closed_and_two_stay_open(second_round: Office) -> None:
    asked = second_round.rekap().perbaikan
    merged = [o for o in second_round.said if o.command == "merge"][-1]

    assert len([p for p in asked if p.putaran == 1]) == 12
    assert {p.kode for p in asked if not p.selesai} == scripted.LEFT_OPEN
    assert merged.counts["perbaikan_selesai"] == 10
    assert merged.counts["perbaikan_terbuka"] == 2


def test_no_other_cell_of_any_answer_changed(second_round: Office) -> None:
    after = current(second_round.rekap())
    changed = {
        (key[0], field)
        for key, r in after.items()
        for field in FIELDS
        if getattr(r, field) != getattr(second_round.before[key], field)
    }
    follows = {(kode, f) for kode in ("4a", "4b", "4d", "4h") for f in ("nilai", "status")}

    assert changed - follows <= set(scripted.MENDED) | {("4c", "nilai"), ("4f", "status")}
    assert {kode for kode, _ in changed} == {"4a", "4b", "4c", "4d", "4f", "4h"}


def test_what_stays_open_goes_back_in_a_second_round(second_round: Office) -> None:
    given = sorted((second_round.folder / "Kembalikan").rglob("*.xlsx"))

    assert [path.name.partition(" - ")[0] for path in given] == ["Perbaikan 1", "Perbaikan 2"]


@pytest.fixture(scope="module")
def compiled(second_round: Office) -> Office:
    """All is mended but what never came; both Semester and the year are compiled."""
    year = second_round
    second = next((year.folder / "Kembalikan").rglob("Perbaikan 2*.xlsx"))
    year.send("PAR", 2, typed_into(second.read_bytes(), scripted.LAST), "PAR lagi.xlsx")
    for command in ("merge", "verify", "inventory", "semester", "annual"):
        year.press(command)
    return year


def texts(path: Path) -> str:
    """All that a Word document says, as plain text of its parts."""
    with zipfile.ZipFile(path) as package:
        parts = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
        return "\n".join(re.sub("<[^>]*>", "", package.read(n).decode()) for n in parts)


def test_each_report_says_once_and_loudly_what_never_came(compiled: Office) -> None:
    told = {
        path.name: set(re.findall(r"\[belum ada data[^\]]*\]", texts(path)))
        for path in (compiled.folder / "Laporan").glob("Laporan Kinerja *.docx")
    }
    rekap = compiled.rekap()

    assert {name: len(found) for name, found in told.items()} == {
        "Laporan Kinerja Semester 1 Tahun 2020.docx": 0,
        "Laporan Kinerja Semester 2 Tahun 2020.docx": 1,
        "Laporan Kinerja Tahunan 2020.docx": 1,
    }
    assert annual_report(rekap, ()).jumlah_belum == 1
    assert "Semester II" in "".join(told["Laporan Kinerja Tahunan 2020.docx"])


def test_twenty_figures_of_the_year_are_traced(compiled: Office) -> None:
    docx = (compiled.folder / "Laporan" / "Laporan Kinerja Tahunan 2020.docx").read_bytes()
    found = sorted(cetak.nama for cetak in figures(docx))
    chosen = random.Random(20).sample(found, 20)

    for name in chosen:
        outcome = compiled.press("trace", name)
        codes = [t.rule.code for t in outcome.temuan if t.rule.severity is GALAT]
        assert outcome.rincian
        assert codes == []


def test_the_whole_day_can_be_taken_back(compiled: Office, tmp_path: Path) -> None:
    copy = tmp_path / "kantor"
    shutil.copytree(compiled.folder, copy)
    again = Office(copy, clock=compiled.clock)
    for _ in range(100):
        if again.now() == compiled.morning:
            break
        again.press("undo")

    assert again.now() == compiled.morning
