"""Bagikan on a real folder: what lies in it afterwards, and what is never touched."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import kinerja
from dying import CALLS, dies
from folders import ANGGARAN, INDIKATOR, SUBBAGIAN, SYARAT, filled, master, rows, tree
from kinerja import commands
from kinerja.adapters import outlook
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.journaling import Journal
from kinerja.grid import Value
from kinerja.jurnal_lines import read_line
from kinerja.master import read_rekap
from kinerja.model_sop import Distribusi
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets import master as sheets
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.surat import SURAT_EDARAN
from kinerja.sheets.table import Page, Sheet
from kinerja.temuan import KinerjaError
from kinerja.undoing import written_pages

SE = b"%PDF-1.4 surat edaran"
NOW = datetime(2020, 4, 3, 2, 15, tzinfo=UTC)  # a Friday
SURELS = """
| kode | nama                       | surel          |
| TPH  | Hukum & SDM <dan> “Humas”  | tph@kpu.go.id  |
| KUL  | Keuangan – Umum            |                |
"""
LETTER = """
| periode | no | nomor        | tentang      | saat_SEKRETARIS   | berkas_ttd | berkas      |
| 1       | 7  | 7 Tahun 2020 | Data kinerja | 20/3/2020 09.00   | SE TTD.pdf | Surat/a.doc |
"""


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """An office whose forms are made and whose letter is signed and scanned."""
    return office(tmp_path)


def office(folder: Path, data: bytes = b"") -> Order:
    """The same in a folder, on this master if one is given."""
    folder.mkdir(exist_ok=True)
    (folder / "kinerja.xlsm").write_bytes(data or master(SURELS))
    made = Order(FileDesk.in_folder(folder), clock=lambda: NOW)
    commands.generate(made)
    (folder / "Surat").mkdir()
    (folder / "Surat" / "SE TTD.pdf").write_bytes(SE)
    made.desk.write([Page(SURAT_EDARAN, rows(SURAT_EDARAN, LETTER))])
    return made


def codes(outcome: Outcome) -> list[str]:
    return sorted(t.rule.code for t in outcome.temuan)


def rekap_of(order: Order) -> Rekap:
    return read_rekap(order.desk.read())[0]


def register(order: Order) -> list[tuple[str, int, str]]:
    """Subbagian, Revisi, and the day by which it is due."""
    return [(d.subbagian, d.revisi, str(d.batas)) for d in rekap_of(order).distribusi]


def names(order: Order, below: str = "Bagikan") -> list[str]:
    top = order.folder / below
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*"))


def package(order: Order, name: str = "TPH") -> Path:
    return order.folder / "Bagikan" / "TW I" / name


def refusal(order: Order) -> list[str]:
    """The codes of a refusal that changed nothing at all."""
    before = tree(order.folder)
    with pytest.raises(KinerjaError) as caught:
        commands.distribute(order)
    assert [line for line in tree(order.folder) if line not in before] in (
        [],
        [("Log", ""), ("Log/kinerja.lock", hashlib.sha256(b"").hexdigest())],
    )
    return [t.rule.code for t in caught.value.temuan]


def type_in(order: Order, sheet: Sheet, row: int, **cells: Value) -> None:
    """What a person types in a register; the rows count from 0."""
    (page,) = written_pages(order.desk.read(), [sheet])
    typed = [list(r) for r in page.rows]
    keys = [c.key for c in sheet.columns]
    for key, value in cells.items():
        typed[row][keys.index(key)] = value
    order.desk.write([Page(sheet, typed)])


def plan_anew(order: Order) -> None:
    """The planner corrects a Target, and the forms are made again."""
    sheet = sheets.indikator_sheet(4)
    order.desk.write([Page(sheet, rows(sheet, INDIKATOR.replace("| 12 ", "| 15 ")))])
    commands.generate(order)


# ---- what is there


def test_every_subbagian_has_a_folder_a_zip_and_a_draft(order: Order) -> None:
    outcome = commands.distribute(order)

    assert outcome.counts["dibagikan"] == 2
    assert codes(outcome) == ["B14"]
    assert names(order) == [
        "TW I",
        "TW I/KUL",
        "TW I/KUL.eml",
        "TW I/KUL.zip",
        "TW I/KUL/Data Pendukung",
        "TW I/KUL/Data Pendukung/KUL",
        "TW I/KUL/Data Pendukung/KUL/TW I",
        "TW I/KUL/Data Pendukung/KUL/TW I/2a",
        "TW I/KUL/Formulir KUL TW I 2020.xlsx",
        "TW I/KUL/Pesan.txt",
        "TW I/KUL/Petunjuk.txt",
        "TW I/KUL/SE TTD.pdf",
        "TW I/TPH",
        "TW I/TPH.eml",
        "TW I/TPH.zip",
        "TW I/TPH/Data Pendukung",
        "TW I/TPH/Data Pendukung/TPH",
        "TW I/TPH/Data Pendukung/TPH/TW I",
        "TW I/TPH/Data Pendukung/TPH/TW I/1a",
        "TW I/TPH/Data Pendukung/TPH/TW I/1b",
        "TW I/TPH/Formulir TPH TW I 2020.xlsx",
        "TW I/TPH/Pesan.txt",
        "TW I/TPH/Petunjuk.txt",
        "TW I/TPH/SE TTD.pdf",
    ]


def test_the_zip_holds_the_folder_and_nothing_outside_of_it(order: Order) -> None:
    commands.distribute(order)
    top = package(order)
    with zipfile.ZipFile(top.with_suffix(".zip")) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        content = {i.filename: archive.read(i) for i in infos if not i.is_dir()}
    ours = {p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob("*.*")}

    assert content == ours
    assert [i.filename for i in infos if i.is_dir()] == [
        "Data Pendukung/TPH/TW I/1a/",
        "Data Pendukung/TPH/TW I/1b/",
    ]
    assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert not [i for i in infos if re.search(r"^/|\\|\.\.|:", i.filename)]


def test_what_comes_back_can_be_dropped_over_the_folder_of_the_office(order: Order) -> None:
    commands.distribute(order)
    with zipfile.ZipFile(package(order).with_suffix(".zip")) as archive:
        archive.extractall(order.folder / "kembali")
    returned = order.folder / "kembali" / "Data Pendukung"
    for kode in ("1a", "1b"):
        (returned / "TPH" / "TW I" / kode / "notula.pdf").write_bytes(kode.encode())
    shutil.copytree(returned, order.folder / "Data Pendukung", dirs_exist_ok=True)
    commands.verify(order)
    (page,) = written_pages(order.desk.read(), [sheets.DATA_PENDUKUNG])

    assert [row[5] for row in page.rows] == [
        "TPH/TW I/1a/notula.pdf",
        "TPH/TW I/1b/notula.pdf",
    ]


def test_the_draft_is_addressed_and_carries_form_and_letter(order: Order) -> None:
    commands.distribute(order)
    draft = message_from_bytes(
        package(order).with_suffix(".eml").read_bytes(), policy=policy.default
    )
    assert isinstance(draft, EmailMessage)
    attached = {a.get_filename(): a.get_content() for a in draft.iter_attachments()}
    form = (order.folder / "Formulir" / "Formulir TPH TW I 2020.xlsx").read_bytes()
    body = draft.get_body()
    assert body is not None

    assert (draft["X-Unsent"], draft["To"], draft["Date"]) == ("1", "tph@kpu.go.id", None)
    assert draft["Subject"] == (
        "Formulir Data Kinerja Triwulan I 2020 – Hukum & SDM <dan> “Humas”"
    )
    assert attached["Formulir TPH TW I 2020.xlsx"] == form
    assert attached["SE TTD.pdf"] == SE
    assert "Petunjuk.txt" in attached
    assert "Hukum & SDM <dan> “Humas”" in body.get_content()
    assert "Selasa, 7 April 2020" in body.get_content()


def test_a_draft_without_address_is_made_without_one(order: Order) -> None:
    commands.distribute(order)
    draft = message_from_bytes(package(order, "KUL").with_suffix(".eml").read_bytes())

    assert draft["To"] is None
    assert draft["X-Unsent"] == "1"


def test_the_message_can_be_pasted_and_the_petunjuk_names_every_folder(order: Order) -> None:
    commands.distribute(order)
    message = (package(order) / "Pesan.txt").read_text(encoding="utf-8-sig")
    petunjuk = (package(order) / "Petunjuk.txt").read_text(encoding="utf-8-sig")

    assert "Hukum & SDM <dan> “Humas”" in message
    assert "K2020-TPH-P1-R1-" in message
    assert "7 Tahun 2020" in message
    for folder in ("Data Pendukung/TPH/TW I/1a", "Data Pendukung/TPH/TW I/1b"):
        assert f"Folder : {folder}\n" in petunjuk
    assert "Wajib  : Berita acara (1)" in petunjuk


def test_the_register_proves_which_form_went_out(order: Order) -> None:
    commands.distribute(order)
    found = rekap_of(order).distribusi
    forms = [order.folder / "Formulir" / d.berkas for d in found]

    assert register(order) == [("TPH", 1, "2020-04-07"), ("KUL", 1, "2020-04-07")]
    assert [d.sha256 for d in found] == [
        hashlib.sha256(p.read_bytes()).hexdigest() for p in forms
    ]
    assert {d.dibagikan for d in found} == {datetime(2020, 4, 3, 2, 15)}


def test_the_receipt_names_every_subbagian_with_room_to_sign(order: Order) -> None:
    commands.distribute(order)
    cells = receipt(order)

    assert cells[0] == [
        "No", "Subbagian", "Formulir", "Revisi", "Sidik", "Batas", "Diterima Oleh",
        "Tanggal & Jam", "Tanda Tangan",
    ]  # fmt: skip
    sidik = rekap_of(order).distribusi[0].sha256[:12]
    assert [row[1] for row in cells[1:]] == [
        "Hukum & SDM <dan> “Humas” (TPH)",
        "Keuangan – Umum (KUL)",
    ]
    assert cells[1][3:6] == ["1", sidik, "Selasa, 7 April 2020"]
    assert [text.strip() for text in cells[1][6:]] == ["", "", ""]


def receipt(order: Order, name: str = "Tanda Terima TW I 2020.docx") -> list[list[str]]:
    document: Any = Document(io.BytesIO((order.folder / "Surat" / name).read_bytes()))
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_the_steps_of_the_sop_end_when_every_form_is_out(order: Order) -> None:
    form = order.folder / "Formulir" / "Formulir TPH TW I 2020.xlsx"
    whole = form.read_bytes()
    form.write_bytes(b"lain")
    commands.distribute(order)
    before = {c.langkah for c in rekap_of(order).cap if c.selesai}
    form.write_bytes(whole)
    commands.distribute(order)
    after = {c.langkah for c in rekap_of(order).cap if c.selesai}

    assert before & {8, 9, 10} == set()
    assert after - before == {8, 9, 10}


def test_the_journal_tells_what_went_out(order: Order) -> None:
    commands.distribute(order)
    line = read_line(Journal.of(order.folder).lines[-1])
    assert line
    packed = "Bagikan/TW I/TPH.zip"

    assert (
        line.keluar[packed] == hashlib.sha256((order.folder / packed).read_bytes()).hexdigest()
    )
    assert "Surat/Tanda Terima TW I 2020.docx" in line.keluar


# ---- again


def test_pressed_twice_nothing_changes(order: Order) -> None:
    commands.distribute(order)
    before = tree(order.folder)
    outcome = commands.distribute(replace(order, clock=lambda: NOW.replace(hour=8)))

    assert tree(order.folder) == before
    assert outcome.counts == {
        "dibagikan": 0,
        "diperbarui": 0,
        "sudah_dibagikan": 2,
        "tertahan": 0,
    }


def test_pressed_months_later_nothing_is_handed_out_again(order: Order) -> None:
    commands.distribute(order)
    before = tree(order.folder / "Bagikan"), tree(order.folder / "Surat"), register(order)
    commands.distribute(replace(order, clock=lambda: NOW.replace(month=6)))

    assert (tree(order.folder / "Bagikan"), tree(order.folder / "Surat"), register(order)) == (
        before
    )


def test_two_offices_hand_out_the_same_bytes(order: Order, tmp_path_factory: Any) -> None:
    other = office(tmp_path_factory.mktemp("lain"))
    for one in (order, other):
        commands.distribute(one)

    assert tree(order.folder / "Bagikan") == tree(other.folder / "Bagikan")
    assert tree(order.folder / "Surat") == tree(other.folder / "Surat")


def test_a_trial_changes_nothing_and_counts_the_same(order: Order) -> None:
    before = tree(order.folder)
    trial = commands.distribute(replace(order, coba=True))

    assert tree(order.folder) == before
    real = commands.distribute(order)
    assert (trial.counts, trial.berkas, codes(trial)) == (
        real.counts,
        real.berkas,
        codes(real),
    )


def test_a_new_revisi_gets_its_own_package_and_the_old_one_stays(order: Order) -> None:
    commands.distribute(order)
    before = tree(package(order)), package(order).with_suffix(".zip").read_bytes()
    plan_anew(order)
    outcome = commands.distribute(order)
    message = (package(order, "TPH R2") / "Pesan.txt").read_text(encoding="utf-8-sig")

    assert outcome.counts["dibagikan"] == 1
    assert (tree(package(order)), package(order).with_suffix(".zip").read_bytes()) == before
    assert register(order) == [
        ("TPH", 1, "2020-04-07"),
        ("TPH", 2, "2020-04-07"),
        ("KUL", 1, "2020-04-07"),
    ]
    assert "- Target 2020 1b 12 → 15\n" in message
    assert "menggantikan revisi 1" in message
    assert [row[3] for row in receipt(order)[1:]] == ["2", "1"]


def test_a_letter_that_is_signed_later_renews_the_package_and_says_so(order: Order) -> None:
    (order.folder / "Surat" / "SE TTD.pdf").unlink()
    first = commands.distribute(order)
    old = (package(order) / "Pesan.txt").read_bytes()
    (order.folder / "Surat" / "SE TTD.pdf").write_bytes(SE)
    outcome = commands.distribute(order)
    kept = [path.read_bytes() for path in (order.folder / "Cadangan").glob("Pesan *.txt")]

    assert codes(first) == ["B09", "B11", "B14"]
    assert codes(outcome) == ["B14", "B19", "B19"]
    assert outcome.counts["diperbarui"] == 2
    assert len(kept) == 2
    assert old in kept
    assert (package(order) / "SE TTD.pdf").read_bytes() == SE


def test_another_deadline_typed_by_the_office_is_told_and_stays(order: Order) -> None:
    commands.distribute(order)
    typed = {"batas_khusus": date(2020, 4, 20), "alasan": "Sedang dinas", "penerima": "Budi"}
    type_in(order, DISTRIBUSI, 0, **typed)
    outcome = commands.distribute(order)
    (first, _) = rekap_of(order).distribusi
    message = (package(order) / "Pesan.txt").read_text(encoding="utf-8-sig")

    assert codes(outcome) == ["B14", "B19"]
    assert (first.batas_khusus, first.alasan, first.penerima) == tuple(typed.values())
    assert "Senin, 20 April 2020 (Sedang dinas)" in message
    assert [row[6].strip() for row in receipt(order)[1:]] == ["Budi", ""]


# ---- what people did


def test_a_row_that_was_overtyped_is_known_by_its_form(order: Order) -> None:
    commands.distribute(order)
    before = rekap_of(order).distribusi
    type_in(order, DISTRIBUSI, 0, periode="abc", subbagian="", revisi=None)
    commands.verify(order)

    assert rekap_of(order).distribusi == before


def test_a_register_with_a_row_that_nothing_tells_is_left_as_it_is(order: Order) -> None:
    commands.distribute(order)
    type_in(order, DISTRIBUSI, 0, periode="abc", sha256="")

    assert refusal(order) == ["B25"]


def test_a_form_that_was_changed_before_is_held_back_and_the_others_go(order: Order) -> None:
    (order.folder / "Formulir" / "Formulir TPH TW I 2020.xlsx").write_bytes(b"lain")
    outcome = commands.distribute(order)

    assert codes(outcome) == ["B01", "B14"]
    assert outcome.counts["tertahan"] == 1
    assert not package(order).exists()
    assert [kode for kode, *_ in register(order)] == ["KUL"]


def test_a_form_that_is_filled_in_where_it_was_put_is_left_alone(order: Order) -> None:
    commands.distribute(order)
    form = package(order) / "Formulir TPH TW I 2020.xlsx"
    theirs = filled(form.read_bytes(), {"1a": 66})
    form.write_bytes(theirs)
    zipped = package(order).with_suffix(".zip").read_bytes()
    outcome = commands.distribute(order)

    assert codes(outcome) == ["B05", "B14"]
    assert form.read_bytes() == theirs
    assert package(order).with_suffix(".zip").read_bytes() == zipped


def test_files_of_others_in_a_package_stay_and_are_named(order: Order) -> None:
    commands.distribute(order)
    strange = package(order) / "Data Pendukung" / "TPH" / "TW I" / "1a" / "foto.jpg"
    strange.write_bytes(b"foto")
    (package(order) / "Thumbs.db").write_bytes(b"")
    outcome = commands.distribute(order)
    (found,) = [t for t in outcome.temuan if t.rule.code == "B18"]

    assert strange.read_bytes() == b"foto"
    assert dict(found.facts)["jumlah"] == "1"
    assert dict(found.facts)["contoh"] == "Data Pendukung/TPH/TW I/1a/foto.jpg"


def test_a_receipt_that_was_saved_in_word_is_not_overwritten(order: Order) -> None:
    commands.distribute(order)
    path = order.folder / "Surat" / "Tanda Terima TW I 2020.docx"
    document: Any = Document(io.BytesIO(path.read_bytes()))
    document.core_properties.modified = datetime(2020, 4, 4, 9, 0)
    document.save(str(path))
    theirs = path.read_bytes()
    plan_anew(order)
    outcome = commands.distribute(order)
    again = tree(order.folder)
    commands.distribute(order)

    assert codes(outcome) == ["B14", "N01"]
    assert path.read_bytes() == theirs
    assert [row[3] for row in receipt(order, "Tanda Terima TW I 2020 (2).docx")[1:]] == [
        "2",
        "1",
    ]
    assert tree(order.folder) == again


def test_the_scan_of_the_letter_is_looked_for_in_its_folder_only(order: Order) -> None:
    (order.folder / "rahasia.pdf").write_bytes(b"rahasia")
    type_in(order, SURAT_EDARAN, 0, berkas_ttd="../rahasia.pdf")
    outcome = commands.distribute(order)

    assert codes(outcome) == ["B09", "B11", "B14"]
    assert not list(package(order).glob("*.pdf"))


# ---- refusals change nothing


def test_without_forms_it_says_what_to_press(tmp_path: Path) -> None:
    (tmp_path / "kinerja.xlsm").write_bytes(master())

    assert refusal(Order(FileDesk.in_folder(tmp_path), clock=lambda: NOW)) == ["B06"]


def test_a_file_that_is_open_elsewhere_stops_all_of_it(order: Order) -> None:
    package(order).mkdir(parents=True)
    (package(order) / "Petunjuk.txt").write_text("lama", encoding="utf-8")
    (package(order) / ".~lock.Petunjuk.txt#").write_text("Budi", encoding="utf-8")
    (package(order) / "~$SE TTD.pdf").write_text("Budi", encoding="utf-8")

    assert refusal(order) == ["S01", "S01"]


def test_a_receipt_that_is_open_elsewhere_stops_all_of_it(order: Order) -> None:
    commands.distribute(order)
    plan_anew(order)
    (order.folder / "Surat" / "~$Tanda Terima TW I 2020.docx").write_bytes(b"")

    assert refusal(order) == ["S01"]


def test_a_file_where_a_folder_goes_and_a_folder_where_a_file_goes(order: Order) -> None:
    package(order).parent.mkdir(parents=True)
    package(order).write_bytes(b"bukan folder")
    package(order, "KUL.zip").mkdir()

    assert refusal(order) == ["B17", "B17"]


def test_a_path_too_long_for_windows_is_refused(tmp_path: Path) -> None:
    assert refusal(office(tmp_path / ("k" * 200))) == ["B16"]


@pytest.mark.parametrize("name", ["pesan_bagikan.txt", "petunjuk.txt", "tanda_terima.docx"])
def test_a_template_of_the_office_that_is_wrong_stops_all_of_it(
    order: Order, name: str
) -> None:
    (order.folder / "Templat").mkdir()
    document: Any = Document()
    document.add_paragraph("{{ tidak_ada }}")
    path = order.folder / "Templat" / name
    if name.endswith(".docx"):
        document.save(str(path))
    else:
        path.write_text("Yth.\n{{ tidak_ada }}\n", encoding="utf-8")

    assert refusal(order) == ["L02"]


def test_a_code_that_windows_reserves_gets_no_folder(order: Order) -> None:
    typed = rows(sheets.SUBBAGIAN, SURELS.replace("| KUL ", "| CON "))
    order.desk.write([Page(sheets.SUBBAGIAN, typed)], tuple)
    commands.distribute(order)

    assert [kode for kode, *_ in register(order)] == ["TPH"]
    assert not [name for name in names(order) if "CON" in name]


# ---- returned


def test_an_older_revisi_that_comes_back_is_told_with_what_was_handed_out(
    order: Order,
) -> None:
    commands.distribute(order)
    older = (package(order) / "Formulir TPH TW I 2020.xlsx").read_bytes()
    plan_anew(order)
    commands.distribute(order)
    (order.folder / "Masuk" / "tph.xlsx").write_bytes(filled(older, {"1a": 66, "1b": 3}))
    outcome = commands.merge(order)
    (found,) = [t for t in outcome.temuan if t.rule.code == "B22"]
    one, two, _ = rekap_of(order).distribusi

    assert one.sha256[:12] in dict(found.facts)["lama"]
    assert dict(found.facts)["sidik"] == two.sha256[:12]
    assert dict(found.facts)["saat"] == "3 Apr 2020, 02.15"


def test_a_form_that_was_never_handed_out_is_told_when_it_comes_back(order: Order) -> None:
    (order.folder / "Formulir" / "Formulir TPH TW I 2020.xlsx").rename(
        order.folder / "Formulir" / "disimpan.xlsx"
    )
    commands.distribute(order)
    form = (order.folder / "Formulir" / "disimpan.xlsx").read_bytes()
    (order.folder / "Masuk" / "tph.xlsx").write_bytes(filled(form, {"1a": 66, "1b": 3}))
    outcome = commands.merge(order)

    assert "B23" in codes(outcome)
    assert "F22" not in codes(outcome)


# ---- Outlook


class Refused(Exception):  # what pywintypes calls com_error
    """What Outlook says when it does not want to."""


class FakeOutlook:
    """An Outlook that only remembers; any member it does not have is an error."""

    def __init__(self, allowed: int = 99) -> None:
        self.items: list[FakeItem] = []
        self.allowed = allowed

    def CreateItem(self, kind: int) -> FakeItem:
        assert kind == 0
        if len(self.items) == self.allowed:
            raise Refused
        self.items.append(FakeItem())
        return self.items[-1]


class FakeItem:
    """One item; it can be saved, and nothing else."""

    def __init__(self) -> None:
        self.To = self.Subject = self.Body = ""
        self.Attachments = self
        self.files: list[Path] = []
        self.saved = 0

    def Add(self, path: str) -> None:
        assert Path(path).is_absolute()
        assert Path(path).is_file()
        self.files.append(Path(path))

    def Save(self) -> None:
        self.saved += 1


def with_outlook(monkeypatch: pytest.MonkeyPatch, program: FakeOutlook) -> FakeOutlook:
    monkeypatch.setattr(outlook, "running", lambda: program)
    monkeypatch.setattr(outlook, "_refusals", lambda: (Refused,))
    return program


def test_drafts_are_saved_in_outlook_once(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = with_outlook(monkeypatch, FakeOutlook())
    commands.distribute(replace(order, coba=True))
    outcome = commands.distribute(order)
    commands.distribute(order)
    one, two = program.items

    assert (one.saved, two.saved) == (1, 1)
    assert (one.To, two.To) == ("tph@kpu.go.id", "")
    assert "Hukum & SDM <dan> “Humas”" in one.Subject
    assert [p.name for p in one.files] == [
        "Formulir TPH TW I 2020.xlsx",
        "SE TTD.pdf",
        "Petunjuk.txt",
    ]
    assert len(outcome.baik) == 1


def test_an_outlook_that_refuses_is_told_and_the_rest_is_done(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = with_outlook(monkeypatch, FakeOutlook(allowed=1))
    outcome = commands.distribute(order)

    assert len(program.items) == 1
    assert codes(outcome) == ["B14", "B24"]
    assert len(register(order)) == 2


def test_no_outlook_is_asked_for_where_there_is_none() -> None:
    assert outlook.running() is None


def test_nothing_in_the_source_can_post_an_email() -> None:
    sources = Path(kinerja.__file__).parent.rglob("*.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)

    assert not re.search(r"\bSend\b|smtplib|sendmail", text)


# ---- a process that is killed


def small_master() -> bytes:
    """Of one Subbagian, so that the calls are few."""
    subbagian, indikator, syarat, anggaran = (
        table.strip().rpartition("\n")[0] for table in (SUBBAGIAN, INDIKATOR, SYARAT, ANGGARAN)
    )
    return master(subbagian, indikator, syarat, anggaran=anggaran)


def handed_out(order: Order) -> tuple[Sequence[Distribusi], Sequence[tuple[str, str]]]:
    """What the register says and what lies in the folders for the Subbagian."""
    places = [tree(order.folder / name) for name in ("Bagikan", "Surat")]
    return rekap_of(order).distribusi, [line for found in places for line in found]


def test_killed_at_any_call_the_master_is_before_or_after_and_the_next_run_finishes(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    start = tmp_path_factory.mktemp("awal") / "kantor"
    order = office(start, small_master())
    begun = tmp_path_factory.mktemp("mulai") / "kantor"
    shutil.copytree(start, begun)
    before = order.desk.path.read_bytes()
    commands.distribute(order)
    after, seen = handed_out(order), set()
    for call in range(1, CALLS):
        folder = tmp_path_factory.mktemp("mati") / "kantor"
        shutil.copytree(begun, folder)
        killed = dies("distribute", folder, call, NOW)
        hurt = Order(FileDesk.in_folder(folder), clock=lambda: NOW)
        is_before = hurt.desk.path.read_bytes() == before
        seen.add(is_before)

        assert is_before or rekap_of(hurt).distribusi == after[0], call
        commands.distribute(hurt)
        assert handed_out(hurt) == after, call
        if not killed:
            break

    assert not killed
    assert call > 20
    assert seen == {True, False}
