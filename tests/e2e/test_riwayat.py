"""The journal beside the workbook: commands write it, “Periksa Instalasi” reads it."""

from __future__ import annotations

import errno
import hashlib
import importlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from dying import deaths
from folders import PENGATURAN, filled, master, tree
from hosts import book_host
from kinerja import commands
from kinerja.adapters import files, machine, office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.live import LiveDesk
from kinerja.commands import Order
from kinerja.commands.journaling import Journal
from kinerja.jurnal_checks import journal_is_whole
from kinerja.jurnal_lines import Line, read_line, sidik_of
from kinerja.master import read_rekap
from kinerja.model import Tindakan
from kinerja.outcome import Outcome
from kinerja.sheets import master as sheets
from kinerja.sheets.jurnal import LETAK
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError
from kinerja.undoing import written_pages

WITA = timezone(timedelta(hours=8))
MOMENT = datetime(2020, 4, 2, 9, 15, 30, tzinfo=WITA)
TPH, KUL = "Formulir TPH TW I 2020.xlsx", "Formulir KUL TW I 2020.xlsx"


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office that has made nothing yet. LibreOffice is left out, as it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsm").write_bytes(master())
    return Order(FileDesk.in_folder(tmp_path), clock=lambda: MOMENT, person=lambda: "budi")


@pytest.fixture
def returned(order: Order) -> Order:
    """The same office with its forms out and one of them back."""
    commands.generate(order)
    form = (order.folder / "Formulir" / TPH).read_bytes()
    (order.folder / "Masuk" / TPH).write_bytes(filled(form, {"1a": 66, "1b": 3}))
    return order


def lines(order: Order) -> list[Line]:
    """The journal; every line of it can be read."""
    found = [read_line(data) for data in Journal.of(order.folder).lines]

    assert None not in found
    return [line for line in found if line]


def rows(order: Order) -> tuple[Tindakan, ...]:
    """What the sheet “Riwayat” shows, the oldest first."""
    return read_rekap(order.desk.read())[0].jurnal


def wrong(order: Order) -> list[str]:
    """What is wrong with the journal; if nothing is, that must be said."""
    found = Journal.of(order.folder).lines
    right, temuan = journal_is_whole(found, rows(order))

    assert bool(right) == (bool(found) and not {t.rule.code for t in temuan} - {"S92"})
    return [t.rule.code for t in temuan]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def standing(order: Order, name: str) -> Mapping[str, str]:
    """The files in a folder with their digests; not what is only being written."""
    found = (order.folder / name).glob("[!.]*")
    return {path.relative_to(order.folder).as_posix(): digest(path) for path in found}


def told(order: Order) -> Mapping[str, str]:
    """What the journal says went out."""
    found: dict[str, str] = {}
    for line in lines(order):
        found |= line.keluar
    return found


# ---- what a line says


def test_a_line_says_who_did_what_when_and_what_went_out(order: Order) -> None:
    commands.generate(order)
    (line,) = lines(order)
    (copy,) = (order.folder / "Cadangan").iterdir()

    assert (line.n, line.sebelum, line.waktu) == (1, "", MOMENT)
    assert (line.oleh, line.tindakan, line.perintah) == ("budi", "Buat Formulir", "generate")
    assert (line.hasil, line.cadangan) == ("2 dibuat", copy.name)
    assert line.hitungan == {"dibuat": 2, "sudah_ada": 0}
    assert line.masuk == {}
    assert line.keluar == standing(order, "Formulir")
    assert set(line.keluar) == {f"Formulir/{TPH}", f"Formulir/{KUL}"}


def test_a_merge_says_which_files_it_read(returned: Order) -> None:
    commands.merge(returned)
    _, second = lines(returned)

    assert second.masuk == {TPH: digest(returned.folder / "Masuk" / TPH)}
    assert second.keluar == {}
    assert second.sebelum == sidik_of(Journal.of(returned.folder).lines[0])


def test_two_returned_files_of_one_name_are_both_told(returned: Order) -> None:
    other = returned.folder / "Masuk" / "susulan" / TPH
    other.parent.mkdir()
    form = (returned.folder / "Formulir" / TPH).read_bytes()
    other.write_bytes(filled(form, {"1a": 70, "1b": 3}))
    commands.merge(returned)
    masuk = lines(returned)[-1].masuk

    assert sorted(masuk.values()) == sorted(
        digest(path) for path in (other, returned.folder / "Masuk" / TPH)
    )


def test_the_sheet_shows_the_person_and_knows_each_line(returned: Order) -> None:
    commands.merge(returned)
    commands.undo(returned)

    assert [t.nama for t in rows(returned)] == ["Buat Formulir", "Gabungkan", "Urungkan"]
    assert {t.oleh for t in rows(returned)} == {"budi"}
    assert [t.sidik for t in rows(returned)] == [
        sidik_of(data) for data in Journal.of(returned.folder).lines
    ]
    assert wrong(returned) == []


def test_a_master_that_is_open_in_a_program_keeps_the_same_journal(returned: Order) -> None:
    host = book_host(returned.desk.path, returned.desk.read())
    opened = replace(returned, desk=LiveDesk(host))
    commands.merge(opened)
    commands.undo(opened)

    assert [line.perintah for line in lines(opened)] == ["generate", "merge", "undo"]
    assert wrong(opened) == []


def test_who_is_at_the_computer_is_never_a_reason_to_stop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody() -> str:
        raise KeyError

    assert machine.person()
    monkeypatch.setattr(machine.getpass, "getuser", nobody)
    assert machine.person() == ""


# ---- when there is nothing to say


@pytest.mark.parametrize(
    "command", [commands.generate, commands.merge, commands.verify, commands.annual]
)
def test_pressed_twice_nothing_is_added_and_nothing_changes(
    returned: Order, command: Callable[[Order], Outcome]
) -> None:
    commands.merge(returned)
    command(returned)
    before = tree(returned.folder)
    command(returned)

    assert tree(returned.folder) == before


def test_a_trial_leaves_no_line(returned: Order) -> None:
    before = tree(returned.folder)
    for command in (commands.merge, commands.annual, commands.undo):
        command(replace(returned, coba=True))

    assert tree(returned.folder) == before


def test_a_form_made_once_more_from_the_same_data_is_no_news(returned: Order) -> None:
    (returned.folder / "Formulir" / TPH).unlink()
    commands.generate(returned)

    assert len(lines(returned)) == 1
    assert told(returned) == standing(returned, "Formulir")


# ---- the annual report


def stamps(order: Order) -> set[int]:
    """The steps of the SOP that are stamped."""
    return {c.langkah for c in read_rekap(order.desk.read())[0].cap if c.selesai}


@pytest.fixture
def without_galat(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is no draft, though hardly anything is answered."""
    module = importlib.import_module("kinerja.commands.annual")
    monkeypatch.setattr(module, "has_galat", lambda _: False)


@pytest.mark.usefixtures("without_galat")
@pytest.mark.parametrize(("p", "ends"), [(1, set()), (4, {14})])
def test_the_annual_report_is_told_and_ends_the_year(
    order: Order, p: int, ends: set[int]
) -> None:
    order.desk.path.write_bytes(master(pengaturan=replace(PENGATURAN, periode=p)))
    commands.generate(order)
    before = stamps(order)
    commands.annual(order)
    last = lines(order)[-1]

    assert last.perintah == "annual"
    assert last.keluar == standing(order, "Laporan")
    assert stamps(order) - before == ends
    assert wrong(order) == []


def test_a_report_that_alone_is_new_is_told_too(returned: Order) -> None:
    commands.merge(returned)
    commands.annual(returned)
    made = returned.folder / "Laporan" / "Rekap 2020.xlsx"
    before, whole = len(lines(returned)), told(returned)
    order = replace(returned, clock=lambda: MOMENT)
    order.write(
        Outcome(command="annual"), [], read_rekap(order.desk.read())[0], keluar={"x.pdf": "1"}
    )

    assert told(order) == {**whole, "x.pdf": "1"}
    assert len(lines(order)) == len(rows(order)) == before + 1
    assert wrong(order) == []
    assert made.is_file()


def test_a_pdf_is_written_again_only_with_the_document(
    returned: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = iter(range(100))
    monkeypatch.setattr(office, "find_office", lambda: Path("soffice"))
    monkeypatch.setattr(office, "pdf_of", lambda _data, _name: b"%%PDF-1.%d" % next(made))
    monkeypatch.setattr("kinerja.adapters.contents.pages_of", lambda *_: {})
    commands.annual(returned)
    pdf = returned.folder / "Laporan" / "Laporan Kinerja Tahunan 2020.pdf"
    first = tree(returned.folder)
    commands.annual(returned)
    again = tree(returned.folder)
    old = pdf.read_bytes()
    pdf.with_suffix(".docx").write_bytes(b"disunting")
    commands.annual(returned)

    assert again == first
    assert pdf.read_bytes() != old
    assert told(returned)[f"Laporan/{pdf.name}"] == digest(pdf)


@pytest.mark.usefixtures("without_galat")
@pytest.mark.parametrize("p", [1, 4])
def test_undo_after_the_annual_report_takes_sheets_back_and_leaves_the_report(
    order: Order, p: int
) -> None:
    """In the last Periode the report stamps the SOP, too."""
    order.desk.path.write_bytes(master(pengaturan=replace(PENGATURAN, periode=p)))
    commands.generate(order)
    commands.annual(order)
    report = standing(order, "Laporan")
    outcome = commands.undo(order)

    assert outcome.said.startswith("Susun Laporan Tahunan")
    assert 14 not in stamps(order)
    assert standing(order, "Laporan") == report
    assert wrong(order) == []


# ---- a journal that cannot be written


@pytest.mark.parametrize("why", [errno.ENOSPC, errno.EROFS], ids=["full", "read-only"])
def test_without_a_line_in_the_journal_the_master_is_not_changed(
    returned: Order, monkeypatch: pytest.MonkeyPatch, why: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(why, "")

    before = returned.desk.path.read_bytes(), (returned.folder / LETAK).read_bytes()
    monkeypatch.setattr(files, "_write_all", refuse)
    with pytest.raises(KinerjaError) as caught:
        commands.merge(returned)

    assert [t.rule.code for t in caught.value.temuan] == ["S06"]
    assert caught.value.temuan[0].location.file == "riwayat.jsonl"
    assert (returned.desk.path.read_bytes(), (returned.folder / LETAK).read_bytes()) == before


def test_what_is_no_file_in_its_place_is_refused_before_anything_is_done(order: Order) -> None:
    (order.folder / LETAK).mkdir(parents=True)
    before = order.desk.path.read_bytes()
    with pytest.raises(KinerjaError) as caught:
        commands.check(order)

    assert caught.value.temuan[0].location.file == "riwayat.jsonl"
    assert order.desk.path.read_bytes() == before


# ---- Periksa Instalasi


def examined(order: Order) -> tuple[list[str], list[str]]:
    """What doctor says of the journal: codes, and sentences about its actions."""
    outcome = commands.doctor(order)
    ours = [t.rule.code for t in outcome.temuan if "S88" <= t.rule.code <= "S98"]
    return ours, [said for said in outcome.baik if said.startswith("Riwayat")]


def test_doctor_says_that_the_journal_is_whole_or_what_was_done_to_it(returned: Order) -> None:
    commands.merge(returned)
    path = returned.folder / LETAK
    whole = path.read_bytes()
    codes, said = examined(returned)
    path.write_bytes(whole.replace(b'"2 dibuat"', b'"3 dibuat"'))

    assert (codes, said) == ([], ["Riwayat utuh: 2 tindakan sejak 2 April 2020."])
    assert examined(returned) == (["S88", "S93"], [])
    path.unlink()
    assert examined(returned) == (["S95"], [])
    path.write_bytes(whole.splitlines(keepends=True)[0])
    assert examined(returned) == (["S93"], [])


def test_doctor_says_nothing_of_a_folder_that_never_had_a_journal(order: Order) -> None:
    assert examined(order) == ([], [])


def test_doctor_names_the_row_of_the_sheet_that_was_typed_over(returned: Order) -> None:
    (page,) = written_pages(returned.desk.read(), [sheets.JURNAL])
    typed = [[*row[:2], "9 dibuat", *row[3:]] for row in page.rows]
    returned.desk.write([Page(sheets.JURNAL, typed)])
    (found,) = (t for t in commands.doctor(returned).temuan if t.rule.code == "S97")

    assert (found.location.sheet, found.location.cell) == ("Riwayat", "A5")


# ---- a process that is killed, a line that was torn


@pytest.mark.parametrize("command", ["generate", "annual"])
def test_killed_at_any_call_the_journal_and_the_master_agree_or_the_next_action_says_so(
    order: Order, tmp_path_factory: pytest.TempPathFactory, command: str
) -> None:
    made = {"generate": "Formulir", "annual": "Laporan"}[command]
    start = tmp_path_factory.mktemp("awal") / "kantor"
    shutil.copytree(order.folder, start)
    seen = set()
    for call, folder in deaths(command, start):
        hurt = Order(FileDesk.in_folder(folder))
        before, found = wrong(hurt), standing(hurt, made)
        getattr(commands, command)(hurt)
        seen |= {tuple(before)}

        assert set(before) <= {"S92", "S96"}, call
        assert set(wrong(hurt)) <= {"S92"}, call
        assert any(line.catatan for line in lines(hurt)) == ("S96" in before), call
        assert found.items() <= standing(hurt, made).items() <= told(hurt).items(), call

    assert call > 10
    assert seen == {(), ("S96",)}


def test_a_torn_line_stays_and_the_next_line_says_so(returned: Order) -> None:
    path = returned.folder / LETAK
    torn = b'{"cadangan": "2020-04-02 09.15.30.001 Gabung'
    path.write_bytes(path.read_bytes() + torn)

    assert wrong(returned) == ["S92", "S96"]
    commands.merge(returned)
    data = Journal.of(returned.folder).lines
    last = read_line(data[-1])

    assert data[1] == torn
    assert last
    assert last.n == 3
    assert "2" in last.catatan
    assert last.catatan in rows(returned)[-1].hasil
    assert wrong(returned) == ["S92"]


def test_an_older_copy_put_back_by_hand_is_noted_by_the_next_action(returned: Order) -> None:
    before = returned.desk.path.read_bytes()
    commands.merge(returned)
    returned.desk.path.write_bytes(before)

    assert wrong(returned) == ["S96"]
    commands.merge(returned)

    assert lines(returned)[-1].catatan.startswith("Baris 2 ")
    assert wrong(returned) == []


def test_a_journal_that_is_gone_begins_anew_and_says_so(returned: Order) -> None:
    (returned.folder / LETAK).unlink()
    commands.merge(returned)
    (line,) = lines(returned)

    assert line.catatan
    assert line.keluar == {}
    assert wrong(returned) == ["S93"]
