"""Never lose anything: the journal, the way back, corrections, a process that is killed."""

from __future__ import annotations

import errno
import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from dying import deaths
from folders import INDIKATOR, PENGATURAN, SUBBAGIAN, filled, master, rows, saved_on, tree
from hosts import book_host
from kinerja import commands, settings
from kinerja.adapters import machine, office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.live import LiveDesk
from kinerja.answers import current
from kinerja.commands import Order
from kinerja.commands.journaling import Journal
from kinerja.commands.new import new_office
from kinerja.grid import Value
from kinerja.jurnal_checks import journal_is_whole
from kinerja.jurnal_lines import Line, read_line
from kinerja.master import read_rekap
from kinerja.model import Tindakan
from kinerja.outcome import Outcome
from kinerja.printing import saat
from kinerja.rekap import Rekap
from kinerja.sheets import beranda
from kinerja.sheets import master as sheets
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError, Rule, Sebab
from kinerja.undoing import written_pages, written_sheets

Command = Callable[[Order], Outcome]
TPH = "Formulir TPH TW I 2020.xlsx"
KEY = ("1b", "TPH", 1)
SHEET = sheets.REALISASI


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office whose forms are out; one came back. LibreOffice is left out, as it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsm").write_bytes(master())
    made = Order(FileDesk.in_folder(tmp_path))
    commands.generate(made)
    send(made, {"1a": 66, "1b": 3})
    return made


def send(order: Order, nilai: dict[str, object], name: str = TPH) -> None:
    """What a Subbagian typed comes back; each file is saved a day after the one before."""
    form = (order.folder / "Formulir" / TPH).read_bytes()
    masuk = order.folder / "Masuk"
    day = 1 + len(list(masuk.iterdir()))
    (masuk / name).write_bytes(saved_on(datetime(2020, 4, day, 8), filled(form, nilai)))


def rekap_of(order: Order) -> Rekap:
    return read_rekap(order.desk.read())[0]


def journal(order: Order) -> list[Tindakan]:
    return list(rekap_of(order).jurnal)


def states(order: Order) -> Sequence[Sequence[Sequence[Value]]]:
    """The rows of every sheet that kinerja writes, the journal aside."""
    found = written_pages(order.desk.read(), written_sheets(rekap_of(order)))
    return [page.rows for page in found]


def type_over(order: Order, row: int, key: str, value: Value) -> None:
    """What a planner types in the sheet “Realisasi”; the rows count from 0."""
    (page,) = written_pages(order.desk.read(), [SHEET])
    typed = [list(r) for r in page.rows]
    typed[row][[c.key for c in SHEET.columns].index(key)] = value
    assert order.desk.write([Page(SHEET, typed)])


def file_of(order: Order) -> list[Line]:
    """The journal beside the workbook, every line of it whole."""
    lines = [read_line(data) for data in Journal.of(order.folder).lines]
    assert None not in lines
    return [line for line in lines if line]


def wrong_in_journal(order: Order) -> set[str]:
    """What is wrong with the journal beside the workbook, or with the sheet that shows it."""
    lines = Journal.of(order.folder).lines
    return {t.rule.code for t in journal_is_whole(lines, rekap_of(order).jurnal)[1]}


def codes(outcome: Outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan]


# ---- the rest of the workbook


def test_twenty_merges_change_rows_and_nothing_else(tmp_path: Path) -> None:
    """Macros, ribbon, the buttons and the chart of Beranda, formats: byte for byte."""
    desk = FileDesk(new_office(tmp_path, PENGATURAN.siklus))
    order = Order(desk)
    plan(order)
    commands.generate(order)
    before = parts(desk.path)
    for number in range(20):
        send(order, {"1a": 60 + number}, f"Kiriman {number}.xlsx")
        assert commands.merge(order).counts["dibaca"] == 1
    after = parts(desk.path)
    changed = {name for name in after if after[name] != before.get(name)}

    assert list(after) == list(before)
    assert {name.rpartition("/")[0] for name in changed} == {"xl/worksheets"}
    assert {
        "xl/vbaProject.bin",
        "customUI/customUI14.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/charts/chart1.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
    } <= set(after) - changed


def plan(order: Order) -> None:
    """What the planner types in the yellow sheets of a new office."""
    tables = {sheets.SUBBAGIAN: SUBBAGIAN, sheets.indikator_sheet(4): INDIKATOR}
    typed = [Page(sheet, rows(sheet, table)) for sheet, table in tables.items()]
    order.desk.write([*typed, Page(sheets.PENGATURAN, settings.rows(PENGATURAN))], lambda: ())


def parts(path: Path) -> dict[str, str]:
    """The sha256 of every part of a package."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        return {name: hashlib.sha256(package.read(name)).hexdigest() for name in names}


# ---- the journal


def test_each_action_that_changes_the_master_leaves_one_row(order: Order) -> None:
    commands.merge(order)
    (order.folder / "Data Pendukung" / "TPH" / "TW I" / "notula.pdf").write_bytes(b"%PDF-1.4")
    commands.verify(order)
    found = journal(order)

    assert [t.nama for t in found] == ["Buat Formulir", "Gabungkan", "Periksa & Tandai"]
    assert [t.hasil.split(",")[0] for t in found[:2]] == ["2 dibuat", "1 dibaca"]
    assert [t.cadangan for t in found] == sorted(
        path.name for path in (order.folder / "Cadangan").iterdir()
    )


@pytest.mark.parametrize("command", [commands.generate, commands.merge, commands.verify])
def test_an_action_that_changes_nothing_leaves_no_row_and_no_copy(
    order: Order, command: Command
) -> None:
    commands.merge(order)
    command(order)  # the first “Periksa & Tandai” notes when each form was looked at
    before = tree(order.folder / "Cadangan"), order.desk.path.read_bytes()
    command(order)

    assert (tree(order.folder / "Cadangan"), order.desk.path.read_bytes()) == before


def test_a_row_of_the_journal_that_a_person_changed_is_never_dropped(order: Order) -> None:
    order.desk.write(
        [Page(sheets.JURNAL, [["tadi pagi", "Rapat", "catatan saya", *[""] * 3]])]
    )
    commands.merge(order)

    assert [t.waktu for t in journal(order)][:1] == ["tadi pagi"]
    assert [t.nama for t in journal(order)] == ["Rapat", "Gabungkan"]


def test_a_row_that_no_longer_fits_in_the_sheet_is_in_the_file(order: Order) -> None:
    many = [["2026-01-01 08:00:00", "Gabungkan", str(n), *[""] * 3] for n in range(1_000)]
    order.desk.write([Page(sheets.JURNAL, many)])
    commands.merge(order)
    *_, last = file_of(order)

    assert len(journal(order)) == 1_000
    assert last.lama == ("2026-01-01 08:00:00\tGabungkan\t999\t\t\t",)


# ---- undo


def test_undo_takes_one_action_back_at_a_time(order: Order) -> None:
    seen = [states(order)]
    commands.merge(order)
    seen.append(states(order))
    send(order, {"1a": 70, "1b": 3}, "kedua.xlsx")
    commands.merge(order)
    after_two = states(order)
    commands.undo(order)
    once = states(order)
    commands.undo(order)

    assert after_two not in seen
    assert once == seen[1]
    assert states(order) == seen[0]
    assert [t.nama for t in journal(order)][-2:] == ["Urungkan", "Urungkan"]


def test_undo_leaves_a_row_that_says_what_was_taken_back_and_keeps_that_state(
    order: Order,
) -> None:
    commands.merge(order)
    merged = order.desk.path.read_bytes()
    outcome = commands.undo(order)
    (*_, merge, undo) = journal(order)
    moment = datetime.strptime(merge.cadangan[:16], "%Y-%m-%d %H.%M")
    copy = order.folder / "Cadangan" / undo.cadangan

    assert codes(outcome) == ["S12"]
    assert undo.hasil == f"Gabungkan {saat(moment)}"
    assert undo.cadangan.startswith("Diurungkan/")
    assert copy.read_bytes() == merged
    assert (order.folder / "Cadangan" / "Diurungkan" / merge.cadangan).is_file()


def test_what_the_planner_typed_since_stays(order: Order) -> None:
    commands.merge(order)
    sheet = sheets.indikator_sheet(4)
    order.desk.write([Page(sheet, rows(sheet, INDIKATOR.replace("| 80 ", "| 90 ")))])
    commands.undo(order)

    assert rekap_of(order).by_kode()["1a"].target == 90
    assert rekap_of(order).kiriman == ()


def test_beranda_after_an_undo_knows_what_the_planner_typed_since(tmp_path: Path) -> None:
    made = Order(FileDesk(new_office(tmp_path)))
    commands.check(made)
    plan(made)
    commands.generate(made)
    commands.undo(made)
    once = beranda_of(made)
    commands.undo(made)

    assert once == [["1 · Lembar Disposisi", "KPU Kabupaten Contoh"]]
    assert beranda_of(made) == once


def beranda_of(order: Order) -> Sequence[Sequence[Value]]:
    """The next step as “Beranda” says it, and whose master it is."""
    step, head = written_pages(order.desk.read(), [beranda.LANGKAH, beranda.KEPALA])
    return [[step.rows[0][0], head.rows[0][0]]]


def test_what_was_undone_can_be_done_again(order: Order) -> None:
    commands.merge(order)
    merged = states(order)
    commands.undo(order)
    commands.merge(order)

    assert states(order) == merged


def test_undo_of_a_master_that_is_open_goes_back_as_far(order: Order) -> None:
    commands.merge(order)
    host = book_host(order.desk.path, order.desk.read())
    opened = Order(LiveDesk(host))
    commands.undo(opened)
    once = rekap_of(opened)
    commands.undo(opened)
    twice = rekap_of(opened)
    with pytest.raises(KinerjaError) as caught:
        commands.undo(opened)

    assert (len(once.terbit), once.kiriman) == (2, ())
    assert twice.terbit == ()
    assert [t.hasil.rsplit(" ", 4)[0] for t in twice.jurnal[-2:]] == [
        "Gabungkan",
        "Buat Formulir",
    ]
    assert [t.rule.code for t in caught.value.temuan] == ["S11"]


def test_a_copy_of_the_same_state_is_no_step_back_for_an_open_master(order: Order) -> None:
    commands.merge(order)
    type_over(order, 0, "batas_waktu", date(2020, 6, 30))
    commands.verify(order)
    again = order.folder / "Cadangan" / "2099-01-01 08.00.00.000 Pulihkan Workbook.xlsm"
    shutil.copy(order.desk.path, again)
    opened = Order(LiveDesk(book_host(order.desk.path, order.desk.read())), coba=True)

    assert commands.undo(opened).said.startswith("Periksa & Tandai")


def test_undo_works_from_the_copy_of_a_master_of_older_days(order: Order) -> None:
    commands.merge(order)
    (copy,) = (order.folder / "Cadangan").glob("*Gabungkan.xlsm")
    copy.rename(copy.with_suffix(".xlsx"))
    commands.undo(order)

    assert rekap_of(order).kiriman == ()


def test_a_copy_that_equals_the_master_is_no_step_back(order: Order) -> None:
    commands.merge(order)
    again = order.folder / "Cadangan" / "2099-01-01 08.00.00.000 Pulihkan Workbook.xlsm"
    shutil.copy(order.desk.path, again)
    commands.undo(order)

    assert rekap_of(order).kiriman == ()
    assert not again.exists()
    assert (again.parent / "Diurungkan" / again.name).is_file()


def test_a_damaged_copy_is_skipped_and_said(order: Order) -> None:
    commands.merge(order)
    bad = order.folder / "Cadangan" / "2099-01-01 08.00.00.000 Gabungkan.xlsm"
    bad.write_bytes(b"PK rusak")
    outcome = commands.undo(order)

    assert sorted(codes(outcome)) == ["S12", "S13"]
    assert rekap_of(order).kiriman == ()
    assert bad.read_bytes() == b"PK rusak"


def test_with_nothing_left_undo_says_so_and_changes_nothing(order: Order) -> None:
    commands.undo(order)
    before = order.desk.path.read_bytes()
    with pytest.raises(KinerjaError) as caught:
        commands.undo(order)

    assert [t.rule.code for t in caught.value.temuan] == ["S11"]
    assert order.desk.path.read_bytes() == before


def test_undo_asks_before_it_changes_anything(order: Order) -> None:
    commands.merge(order)
    before = tree(order.folder)
    asked: list[Outcome] = []

    def refuse(outcome: Outcome) -> bool:
        asked.append(outcome)
        return False

    outcome = commands.undo(replace(order, agree=refuse))

    assert outcome.declined
    assert [o.said.split()[0] for o in asked] == ["Gabungkan"]
    assert tree(order.folder) == before


def test_a_trial_of_undo_says_what_it_would_take_back(order: Order) -> None:
    commands.merge(order)
    before = tree(order.folder)
    outcome = commands.undo(replace(order, coba=True))

    assert outcome.said.startswith("Gabungkan ")
    assert tree(order.folder) == before


# ---- preview


@pytest.mark.parametrize("typed", [None, 5])
def test_a_trial_counts_what_the_real_run_counts(order: Order, typed: int | None) -> None:
    commands.merge(order)
    if typed:
        type_over(order, 1, "nilai", Decimal(typed))
    send(order, {"1a": 71, "1b": 4}, "kedua.xlsx")
    asked: list[Outcome] = []
    trial = commands.merge(replace(order, coba=True))
    real = commands.merge(replace(order, agree=lambda o: asked.append(o) is None))

    assert trial.counts == real.counts == asked[0].counts
    assert codes(trial) == codes(real)
    assert [real.counts[name] for name in ("ditambah", "diubah", "tetap", "diabaikan")] == (
        [0, 1, 1, 1] if typed else [0, 2, 0, 0]
    )


@pytest.mark.parametrize("spoil", ["a row is removed", "a row is typed over"])
def test_an_answer_that_is_gone_from_the_sheet_is_told_and_comes_back(
    order: Order, spoil: str
) -> None:
    commands.merge(order)
    type_over(order, 1, "nilai", Decimal(4))
    whole = current(rekap_of(order))
    if spoil == "a row is removed":
        (page,) = written_pages(order.desk.read(), [SHEET])
        order.desk.write([Page(SHEET, page.rows[1:])])
    else:
        type_over(order, 0, "periode", "TW I")
    told = codes(commands.verify(order))
    again = commands.merge(order)

    assert told.count("I22") == 1
    assert (again.counts["dibaca"], again.counts["ditambah"]) == (1, 1)
    assert current(rekap_of(order)) == whole
    assert "I22" not in codes(commands.verify(order))


def test_a_program_that_stays_busy_loses_nothing_of_a_file(order: Order) -> None:
    host = book_host(order.desk.path, order.desk.read())
    opened = Order(LiveDesk(host))
    host.busy, host.stays_busy = {"write Realisasi (5, 1) 2 tt-t---ttttttt-ttttt fit"}, True
    with pytest.raises(KinerjaError):
        commands.merge(opened)
    host.busy, host.stays_busy = set(), False
    commands.merge(opened)

    assert len(current(rekap_of(opened))) == 2


def test_who_says_no_to_a_merge_has_the_master_as_it_was(order: Order) -> None:
    before = order.desk.path.read_bytes(), tree(order.folder / "Masuk")
    outcome = commands.merge(replace(order, agree=lambda _: False))

    assert outcome.declined
    assert (order.desk.path.read_bytes(), tree(order.folder / "Masuk")) == before
    assert not list((order.folder / "Cadangan").glob("*Gabungkan*"))


# ---- corrections


def test_a_correction_survives_verify_and_a_newer_file_and_is_told(order: Order) -> None:
    commands.merge(order)
    type_over(order, 1, "nilai", Decimal(5))
    type_over(order, 1, "batas_waktu", date(2020, 6, 30))
    checked = commands.verify(order)
    send(order, {"1a": 66, "1b": 4}, "kedua.xlsx")
    merged = commands.merge(order)
    commands.verify(order)
    r = current(rekap_of(order))[KEY]

    assert [code for code in codes(checked) if code == "R33"] == ["R33", "R33"]
    assert "R32" in codes(merged)
    assert (r.nilai, r.batas_waktu) == (5, date(2020, 6, 30))
    assert r.koreksi == {"nilai": "3", "batas_waktu": ""}


def test_pakai_on_the_newer_row_lets_it_count(order: Order) -> None:
    commands.merge(order)
    type_over(order, 1, "nilai", Decimal(5))
    send(order, {"1a": 66, "1b": 4}, "kedua.xlsx")
    commands.merge(order)
    newer = next(
        n
        for n, r in enumerate(r for k in rekap_of(order).kiriman for r in k.realisasi)
        if (r.indikator, r.nilai) == ("1b", 4)
    )
    type_over(order, newer, "keputusan", "pakai")
    commands.verify(order)

    assert current(rekap_of(order))[KEY].nilai == 4


# ---- a process that is killed


@pytest.mark.parametrize("command", ["merge", "undo"])
def test_killed_at_any_call_the_master_is_before_or_after_and_the_next_run_finishes(
    order: Order, tmp_path_factory: pytest.TempPathFactory, command: str
) -> None:
    if command == "undo":
        commands.merge(order)
    run: Command = getattr(commands, command)
    start = tmp_path_factory.mktemp("awal") / "kantor"
    shutil.copytree(order.folder, start)
    before, bytes_before = states(order), order.desk.path.read_bytes()
    run(order)
    after, names = states(order), [t.nama for t in journal(order)]
    seen = set()
    for call, folder in deaths(command, start):
        hurt = Order(FileDesk.in_folder(folder))
        with zipfile.ZipFile(hurt.desk.path) as package:
            assert package.testzip() is None
        is_before = hurt.desk.path.read_bytes() == bytes_before
        seen.add(is_before)

        assert is_before or states(hurt) == after, call
        assert wrong_in_journal(hurt) <= {"S92", "S96"}, call
        if is_before or command == "merge":
            run(hurt)
        assert wrong_in_journal(hurt) <= {"S92"}, call
        assert states(hurt) == after, call
        assert [t.nama for t in journal(hurt)] == names, call

    assert call > 10
    assert seen == {True, False}
    assert before != after


@pytest.mark.parametrize("name", ["Masuk", "Data Pendukung"])
def test_a_folder_that_may_not_be_opened_is_never_taken_for_an_empty_one(
    order: Order, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = tree(order.folder)
    listed = Path.iterdir

    def closed(path: Path) -> Iterator[Path]:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Denied")
        return listed(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", closed)
        with pytest.raises(KinerjaError) as caught:
            commands.merge(order)

    assert [t.rule for t in caught.value.temuan] == [Rule.FOLDER_TERTUTUP]
    assert f"“{name}”" in caught.value.temuan[0].message
    assert tree(order.folder) == before


@pytest.mark.parametrize("name", ["Cadangan", "Riwayat", "."])
def test_nothing_is_made_where_the_copy_or_the_journal_could_not_be_kept(
    order: Order, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = tree(order.folder)

    def closed(folder: Path) -> Sebab | None:
        return Sebab.IZIN if folder == order.folder / name else None

    monkeypatch.setattr(machine, "hindrance", closed)
    for command in (commands.merge, commands.distribute, commands.archive, commands.undo):
        with pytest.raises(KinerjaError) as caught:
            command(order)

        assert [t.rule for t in caught.value.temuan] == [Rule.FOLDER_TIDAK_DAPAT_DITULIS]
        assert f"“{(order.folder / name).name}”" in caught.value.temuan[0].message
    assert tree(order.folder) == before
