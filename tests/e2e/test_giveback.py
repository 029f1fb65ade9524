"""Kembalikan, the lock and the excuse, as a planner uses them in the folder and its sheets."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest

from folders import filled, master, rename, saved_on, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.answers import current
from kinerja.commands import Order
from kinerja.commands.order import rekap_of
from kinerja.grid import Value
from kinerja.master import read_rekap
from kinerja.mutakhir import stale
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.master import CATATAN, DATA_PENDUKUNG, REALISASI
from kinerja.sheets.table import HEADING_ROW, Page, Sheet
from kinerja.sheets.terbitan import TAHUNAN
from kinerja.sheets.verifikasi import VERIFIKASI, own_words
from kinerja.tables import pages, still_open
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.undoing import written_pages
from kinerja.verifikasi import standings
from kinerja.verify import verify
from threaded import thread, threaded

CLOCK = datetime(2020, 4, 1, 1, 0, tzinfo=UTC)  # a Wednesday
TPH = "Formulir TPH TW I 2020.xlsx"


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """TPH came back with words for a number, and was looked at."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsm").write_bytes(master())
    made = Order(FileDesk.in_folder(tmp_path), clock=lambda: CLOCK)
    commands.generate(made)
    send(made, {"1a": "belum ada", "1b": 12})
    commands.verify(made)
    return made


def send(order: Order, nilai: Mapping[str, object], name: str = TPH) -> None:
    """A form comes back under this name, and is merged."""
    masuk = order.folder / "Masuk"
    masuk.mkdir(exist_ok=True)
    form = (order.folder / "Formulir" / TPH).read_bytes()
    (masuk / name).write_bytes(saved_on(order.clock(), filled(form, nilai)))
    commands.merge(order)


def later(order: Order, hours: int) -> Order:
    """The same office so many hours later."""
    return replace(order, clock=lambda: CLOCK + timedelta(hours=hours))


@dataclass(frozen=True)
class Typed:
    """What a planner types in one row of a sheet that kinerja wrote."""

    sheet: Sheet
    where: Mapping[str, Value]
    what: Mapping[str, Value]


def type_in(order: Order, typed: Typed) -> None:
    """Type in the row in which those cells stand."""
    rekap, problems = rekap_of(order)
    written = {p.sheet.name: p for p in pages(rekap, [*problems, *verify(rekap)])}
    keys = [c.key for c in typed.sheet.columns]
    rows = [list(row) for row in written[typed.sheet.name].rows]
    for row in rows:
        if all(row[keys.index(k)] == v for k, v in typed.where.items()):
            for key, value in typed.what.items():
                row[keys.index(key)] = value
    order.desk.write([Page(typed.sheet, rows)], tuple)


def standing(order: Order) -> tuple[Rekap, list[Temuan]]:
    """The office, and every Temuan that stands."""
    rekap, problems = rekap_of(order)
    return rekap, still_open(rekap, [*problems, *verify(rekap)])


def tahapan(order: Order, subbagian: str = "TPH") -> str:
    """How far the form of a Subbagian is."""
    found = standings(*standing(order))
    return next(k.tahapan.name for k in found if k.verifikasi.subbagian == subbagian)


def typed_lock(putusan: str, **more: Value) -> Typed:
    return Typed(VERIFIKASI, {"subbagian": "TPH"}, {"putusan": putusan, **more})


# ---- given back


def test_the_message_has_the_workbook_with_it_and_says_until_when(order: Order) -> None:
    outcome = commands.giveback(order)
    (draft,) = (order.folder / "Kembalikan").rglob("*.eml")
    mail = BytesParser(policy=policy.default).parsebytes(draft.read_bytes())
    attached = [part.get_filename() for part in mail.iter_attachments()]
    said = draft.with_suffix(".txt").read_text(encoding="utf-8-sig")

    assert outcome.counts["dikembalikan"] == 1
    assert attached == [f"Perbaikan 1 - {TPH}"]
    assert mail["X-Unsent"] == "1"
    assert "3 April 2020" in said
    assert "Isian!J8" in said


def test_pressed_twice_or_only_tried_nothing_changes(order: Order) -> None:
    before = tree(order.folder)
    commands.giveback(replace(order, coba=True))

    assert tree(order.folder) == before
    commands.giveback(order)
    once = tree(order.folder)
    commands.giveback(later(order, 3))
    assert tree(order.folder) == once


def test_a_thread_of_excel_365_is_answered_and_its_answer_is_read(order: Order) -> None:
    """
    |    | as sent   | its thread | mended | the thread                       |
    | 1a | belum ada | 66 kah?    | 66     | 66 kah? · T… given back · sudah  |
    """
    masuk, soon = order.folder / "Masuk" / TPH, later(order, 1)
    asked = threaded(masuk.read_bytes(), "Isian", {"J8": ["66 kah?"]})
    masuk.write_bytes(saved_on(soon.clock(), asked))
    for action in (commands.merge, commands.verify, commands.giveback):
        action(soon)
    (back,) = (order.folder / "Kembalikan").rglob("*.xlsx")
    said = [entry.text for entry in thread(back.read_bytes(), "J8")]
    mended = filled(back.read_bytes(), {"1a": 66})
    mended = threaded(mended, "Isian", {"J8": [*said, "sudah"]})
    after = later(order, 5)
    masuk.with_name(back.name).write_bytes(saved_on(after.clock(), mended))
    commands.merge(after)

    rekap, wrong = standing(after)
    assert (said[0], [own_words(text) for text in said[1:]]) == ("66 kah?", [""])
    assert current(rekap)["1a", "TPH", 1].nilai == 66
    assert [dict(t.facts)["isi"] for t in wrong if t.rule.code == "F25"] == ["66 kah?\nsudah"]


@pytest.mark.parametrize("clock", [CLOCK, datetime(2002, 1, 1, tzinfo=UTC)])
def test_what_is_mended_counts_though_the_clock_of_that_computer_is_wrong(
    order: Order, clock: datetime
) -> None:
    """
    |    | as sent   | mended, saved at that time or in 2002 |
    | 1a | belum ada | 66                                   |
    """
    commands.giveback(order)
    (given,) = (order.folder / "Kembalikan").rglob("*.xlsx")
    mended = saved_on(clock, filled(given.read_bytes(), {"1a": 66, "1b": 12}))
    (order.folder / "Masuk" / f"2 {TPH}").write_bytes(mended)
    commands.merge(later(order, 24))
    rekap = rekap_of(order)[0]
    closed = {p.sel for p in rekap.perbaikan if p.lembar == "Isian" and p.selesai}

    assert current(rekap)["1a", "TPH", 1].nilai == 66
    assert "J8" in closed


def test_a_workbook_that_was_lost_is_made_again_and_nothing_else_changes(order: Order) -> None:
    commands.giveback(order)
    before, asked = tree(order.folder), rekap_of(order)[0].permintaan
    lost = [p for p in (order.folder / "Kembalikan").rglob("*") if p.is_file()]
    for path in lost:
        path.unlink()
    outcome = commands.giveback(later(order, 30))

    assert len(outcome.berkas) == len(lost)
    assert {e for e in before if "Kembalikan" in e[0]} <= {*tree(order.folder)}
    assert rekap_of(order)[0].permintaan == asked != ()


def test_a_planner_who_says_no_changes_nothing(order: Order) -> None:
    before = tree(order.folder)
    outcome = commands.giveback(replace(order, agree=lambda _outcome: False))

    assert outcome.declined
    assert tree(order.folder) == before


def test_without_its_original_a_form_is_named_and_the_rest_goes_on(order: Order) -> None:
    for original in (order.folder / "Arsip").iterdir():
        original.unlink()
    outcome = commands.giveback(order)

    assert [t.rule.code for t in outcome.temuan] == ["V05"]
    assert list((order.folder / "Kembalikan").rglob("*.xlsx")) == []


@pytest.mark.parametrize("sheet", ["Subbagian", "Skala Predikat", "Verifikasi"])
def test_a_sheet_that_is_gone_is_never_taken_for_an_empty_one(
    order: Order, sheet: str
) -> None:
    rename(order.desk.path, sheet, f"{sheet} (2)")
    before = tree(order.folder)
    for command in (commands.merge, commands.verify, commands.giveback):
        with pytest.raises(KinerjaError) as caught:
            command(order)

        assert [t.rule for t in caught.value.temuan] == [Rule.LEMBAR_HILANG]
        assert caught.value.temuan[0].location.sheet == sheet
    assert tree(order.folder) == before


def test_nothing_is_made_while_the_master_has_no_place_to_note_it(order: Order) -> None:
    (order.folder / "Formulir" / TPH).unlink()
    rename(order.desk.path, "Kelengkapan", "Kelengkapan (2)")
    before = tree(order.folder)
    for command in (commands.generate, commands.giveback, commands.inventory):
        for coba in (False, True):
            with pytest.raises(KinerjaError) as caught:
                command(replace(order, coba=coba))

            assert [t.rule for t in caught.value.temuan] == [Rule.LEMBAR_HILANG]
            assert tree(order.folder) == before


@pytest.mark.parametrize(
    ("sheet", "typed"),
    [
        (REALISASI, {"indikator": "2a", "subbagian": "KUL", "nilai": "4"}),
        (DATA_PENDUKUNG, {"indikator": "1a", "berkas": "notula.pdf"}),
        (CATATAN, {"tingkat": "ditanyakan lewat telepon"}),
        (VERIFIKASI, {"alasan": "sudah dicek"}),
        (DISTRIBUSI, {"penerima": "Budi"}),
    ],
)
def test_rows_typed_where_kinerja_writes_are_named_and_stay(
    order: Order, sheet: Sheet, typed: Mapping[str, str]
) -> None:
    (page,) = written_pages(order.desk.read(), [sheet])
    own = [typed.get(c.key) for c in sheet.columns]
    order.desk.write([Page(sheet, [*page.rows, own])], tuple)
    row = HEADING_ROW + len(page.rows) + 1
    before = tree(order.folder)
    for command in (commands.merge, commands.verify, commands.giveback, commands.inventory):
        with pytest.raises(KinerjaError) as caught:
            command(order)

        (told,) = caught.value.temuan
        assert (told.rule, told.location.sheet) == (Rule.BARIS_DIKETIK, sheet.name)
        assert told.location.row == row
        assert next(iter(typed.values())) in told.message
    assert tree(order.folder) == before


def test_a_row_of_the_office_in_data_pendukung_stays(order: Order) -> None:
    """What is said of a file in the yellow columns is kept, whoever typed the row."""
    (page,) = written_pages(order.desk.read(), [DATA_PENDUKUNG])
    typed = {"berkas": "foto.jpg", "lokasi": "Lemari 2"}
    own = [typed.get(c.key) for c in DATA_PENDUKUNG.columns]
    order.desk.write([Page(DATA_PENDUKUNG, [*page.rows, own])], tuple)
    commands.verify(order)

    found = rekap_of(order)[0].inventaris
    assert ("foto.jpg", "Lemari 2") in {(i.berkas, i.lokasi) for i in found}


def test_undo_takes_the_round_back(order: Order) -> None:
    before = read_rekap(order.desk.read())[0]
    commands.giveback(order)
    assert read_rekap(order.desk.read())[0].perbaikan

    commands.undo(order)
    after = read_rekap(order.desk.read())[0]
    assert (after.perbaikan, after.permintaan) == (before.perbaikan, before.permintaan)


# ---- excused


def test_a_reason_typed_beside_a_temuan_lets_it_stand_until_it_is_taken_back(
    order: Order,
) -> None:
    was = commands.verify(order)
    rekap, _ = rekap_of(order)
    for t in was.temuan:
        type_in(order, Typed(CATATAN, {"pesan": t.message}, {"alasan": "sudah dicek"}))
    excused = commands.verify(later(order, 1))
    found = rekap_of(order)[0].pengecualian

    assert was.temuan
    assert excused.temuan == ()
    assert {p.alasan for p in found} == {"sudah dicek"}
    assert {p.saat for p in found} == {(CLOCK + timedelta(hours=1)).replace(tzinfo=None)}
    assert rekap.pengecualian == ()

    kode = found[0].kode
    type_in(order, Typed(CATATAN, {"kode": kode}, {"alasan": ""}))
    again = commands.verify(later(order, 2))
    assert {t.rule.code for t in again.temuan} == {kode}


# ---- locked


@pytest.fixture
def locked(order: Order) -> Order:
    """TPH mended its form; the planner excused the rest and locked it."""
    send(order, {"1a": 66, "1b": 12}, "perbaikan.xlsx")
    for t in commands.verify(later(order, 1)).temuan:
        type_in(order, Typed(CATATAN, {"pesan": t.message}, {"alasan": "sudah dicek"}))
    commands.verify(later(order, 2))
    type_in(order, typed_lock("kunci"))
    commands.verify(later(order, 3))
    return order


def test_what_comes_back_after_the_lock_waits_until_it_is_opened(locked: Order) -> None:
    assert tahapan(locked) == "DIKUNCI"
    send(later(locked, 4), {"1a": 70, "1b": 12}, "terlambat.xlsx")
    waiting = commands.verify(later(locked, 5))

    assert "V04" in {t.rule.code for t in waiting.temuan}
    assert current(rekap_of(locked)[0])["1a", "TPH", 1].nilai == 66

    type_in(locked, typed_lock("buka", alasan="angka dibetulkan BPS"))
    commands.verify(later(locked, 6))
    assert tahapan(locked) != "DIKUNCI"


def test_what_waited_is_checked_by_the_press_that_opens_the_form(locked: Order) -> None:
    send(later(locked, 4), {"1a": 70, "1b": 12}, "terlambat.xlsx")
    waiting = commands.verify(later(locked, 5))
    type_in(locked, typed_lock("buka", alasan="angka dibetulkan BPS"))
    opened = commands.verify(later(locked, 6))

    changed = [
        [t for t in outcome.temuan if t.rule is Rule.JAWABAN_BERUBAH]
        for outcome in (waiting, opened)
    ]
    assert [[t.location.file for t in found] for found in changed] == [[], ["terlambat.xlsx"]]


def test_opening_a_form_again_makes_the_reports_built_on_it_stale(locked: Order) -> None:
    commands.annual(later(locked, 4))
    was = stale(*standing(later(locked, 5)))
    type_in(locked, typed_lock("buka", alasan="angka dibetulkan BPS"))
    commands.verify(later(locked, 6))

    assert was == ()
    assert [t.nama for t in stale(*standing(later(locked, 7)))] == [TAHUNAN]

    commands.annual(later(locked, 8))
    docx = next((locked.folder / "Laporan").glob("Laporan Kinerja Tahunan*.docx"))
    with zipfile.ZipFile(docx) as package:
        said = package.read("word/document.xml").decode()
    assert stale(*standing(later(locked, 9))) == ()
    assert "angka dibetulkan BPS" in said


def test_a_lock_is_not_opened_without_a_reason(locked: Order) -> None:
    type_in(locked, typed_lock("buka"))
    outcome = commands.verify(later(locked, 4))

    assert "V02" in {t.rule.code for t in outcome.temuan}
    assert tahapan(locked) == "DIKUNCI"


def test_the_sheet_stands_where_people_look(order: Order) -> None:
    grid = order.desk.read().grid(VERIFIKASI.name)

    assert grid
    assert grid.value((HEADING_ROW, 3)) == "Tahapan"
