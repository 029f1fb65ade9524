"""Next year's folder: what it holds, what is still to be filled, and this year untouched."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from dying import dies
from folders import PENGATURAN, filled, master, rows, tree
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.answers import current
from kinerja.commands import Order
from kinerja.grid import Cell, Grid, Kind
from kinerja.hasil import hasil_of
from kinerja.master import read_rekap
from kinerja.model import Indikator, Riwayat
from kinerja.outcome import Exit, Outcome
from kinerja.rekap import Rekap
from kinerja.rollover import folder_name, kept_sheets, left_behind
from kinerja.sheets import master as sheets
from kinerja.sheets.table import HEADING_ROW, Page

TPH = "Formulir TPH TW IV 2020.xlsx"
WIB = timezone(timedelta(hours=7))
NOON = datetime(2021, 1, 4, 12, tzinfo=WIB)
RIWAYAT = """
| indikator | tahun | target | realisasi | asal          |
| 1a        | 2019  | 75     | 71.25     | LKjIP 2019    |
"""


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office of 2020 with one form back; its folder is named for the year."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    folder = tmp_path / "KPU 2020"
    folder.mkdir()
    (folder / "kinerja.xlsm").write_bytes(master(pengaturan=replace(PENGATURAN, periode=4)))
    made = Order(FileDesk.in_folder(folder), clock=lambda: NOON)
    made.desk.write([Page(sheets.RIWAYAT, rows(sheets.RIWAYAT, RIWAYAT))])
    commands.generate(made)
    form = (folder / "Formulir" / TPH).read_bytes()
    (folder / "Masuk" / TPH).write_bytes(filled(form, {"1a": 66.7, "1b": 3}, "BA.pdf"))
    place = folder / "Data Pendukung" / "TPH" / "TW IV" / "1a"
    place.mkdir(parents=True)
    (place / "BA.pdf").write_bytes(b"%PDF-1.4\nbukti\n%%EOF\n")
    (folder / "Templat").mkdir()
    (folder / "Templat" / "petunjuk.txt").write_text("Milik kantor", encoding="utf-8")
    commands.merge(made)
    return made


def next_year(order: Order) -> Order:
    """The office of the year after."""
    return replace(order, desk=FileDesk.in_folder(order.folder.with_name("KPU 2021")))


@pytest.fixture
def new(order: Order) -> Order:
    """The same, made."""
    commands.rollover(order)
    return next_year(order)


def rekap_of(order: Order) -> Rekap:
    return read_rekap(order.desk.read())[0]


def codes(outcome: Outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan]


# ---- what next year begins with


def test_the_definitions_are_equal(order: Order, new: Order) -> None:
    """All of an Indikator, save where its Target is from."""
    old, now = rekap_of(order), rekap_of(new)

    def told(indikator: Sequence[Indikator]) -> list[Indikator]:
        return [replace(i, asal="") for i in indikator]

    assert told(now.indikator) == told(old.indikator)
    assert now.subbagian == old.subbagian
    assert now.sasaran == old.sasaran
    assert now.syarat == old.syarat
    assert now.sop == old.sop
    assert now.kalimat == old.kalimat
    assert now.peta_entri == old.peta_entri
    wanted = replace(old.pengaturan, tahun=2021, periode=1)
    assert now.pengaturan == wanted


def test_target_and_realisasi_become_last_years_to_the_last_digit(
    order: Order, new: Order
) -> None:
    """
    | Kode | Tahun | Target | Realisasi |
    | 1a   | 2019  | 75     | 71,25     |
    | 1a   | 2020  | 80     | 66,7      |
    | 1b   | 2020  | 12     | 3         |
    | 2a   | 2020  | 4      |           |
    """
    old = rekap_of(order)
    made = {h.indikator.kode: h.tahun for h in hasil_of(old, current(old))}
    found = [(r.indikator, r.tahun, r.target, r.realisasi) for r in rekap_of(new).riwayat]

    assert found == [
        ("1a", 2019, Decimal(75), Decimal("71.25")),
        ("1a", 2020, Decimal(80), Decimal("66.7")),
        ("1b", 2020, Decimal(12), Decimal(3)),
        ("2a", 2020, Decimal(4), None),
    ]
    assert made["1a"] == Decimal("66.7")


def test_a_figure_of_last_year_that_was_typed_already_stays(order: Order) -> None:
    typed = """
    | indikator | tahun | target | realisasi | asal    |
    | 1b        | 2020  | 12     | 4         | Revisi  |
    """
    order.desk.write([Page(sheets.RIWAYAT, rows(sheets.RIWAYAT, typed))])
    commands.rollover(order)
    found = [r for r in rekap_of(next_year(order)).riwayat if r.indikator == "1b"]

    assert found == [
        Riwayat(
            indikator="1b",
            tahun=2020,
            target=Decimal(12),
            realisasi=Decimal(4),
            asal="Revisi",
        )
    ]


def test_check_names_only_what_has_to_be_filled(order: Order, new: Order) -> None:
    """Targets from the new Perjanjian Kinerja, and the pagu of the new budget."""
    before = set(codes(commands.check(order)))
    found = codes(commands.check(new))

    assert [code for code in found if code not in before] == ["A15"] * 3 + ["I31"] * 2


def test_a_target_whose_origin_is_written_is_no_longer_asked_about(new: Order) -> None:
    sheet = sheets.indikator_sheet(4)
    known = rekap_of(new).indikator
    asal = [c.key for c in sheet.columns].index("asal")
    typed = [[*r] for r in rows(sheet, INDIKATOR_BARU)]
    typed[0][asal] = "PK 2021"
    new.desk.write([Page(sheet, typed)])

    assert codes(commands.check(new)).count("A15") == 0
    assert len(known) == 3


INDIKATOR_BARU = """
| kode_sasaran | sasaran    | kode | uraian      | penanggung_jawab | jenis  |target|target_4|
| 1            | Demokratis | 1a   | Partisipasi | TPH              | persen | 82     | 82 |
"""


def test_generate_works_in_the_new_year(new: Order) -> None:
    outcome = commands.generate(new)

    assert outcome.counts["dibuat"] == 2
    assert {p.name for p in (new.folder / "Formulir").glob("*.xlsx")} == {
        "Formulir TPH TW I 2021.xlsx",
        "Formulir KUL TW I 2021.xlsx",
    }


def test_registers_begin_empty_and_no_answer_comes_along(new: Order) -> None:
    rekap = rekap_of(new)

    assert (rekap.terbit, rekap.kiriman, rekap.jurnal, rekap.laporan, rekap.cap) == ((),) * 5
    assert (rekap.disposisi, rekap.surat_edaran, rekap.distribusi) == ((),) * 3
    assert all(a.pagu == 0 and set(a.realisasi) == {None} for a in rekap.anggaran)


def test_data_pendukung_of_this_year_is_known_next_year(new: Order) -> None:
    digest = hashlib.sha256(b"%PDF-1.4\nbukti\n%%EOF\n").hexdigest()
    (known,) = rekap_of(new).berkas_lalu

    assert (known.tahun, known.sha256, known.indikator) == (2020, digest, "1a")
    assert known.berkas.endswith("BA.pdf")


def test_files_of_earlier_years_stay_known(new: Order) -> None:
    commands.rollover(new)
    later = replace(new, desk=FileDesk.in_folder(new.folder.with_name("KPU 2022")))

    assert [b.tahun for b in rekap_of(later).berkas_lalu] == [2020]


def test_the_offices_own_templates_come_along(new: Order) -> None:
    assert (new.folder / "Templat" / "petunjuk.txt").read_text("utf-8") == "Milik kantor"


def test_sheets_and_columns_of_the_office_that_stay_behind_are_named(order: Order) -> None:
    book = order.desk.read()
    sheet = sheets.SUBBAGIAN
    right = len(sheet.columns) + 2
    grids = [
        replace(g, cells={**g.cells, (HEADING_ROW, right): Cell(Kind.TEXT, "Ruang")})
        if g.sheet == sheet.name
        else g
        for g in book.grids
    ]
    own = Grid(file="", sheet="Catatan Rapat", cells={(1, 1): Cell(Kind.TEXT, "isi")})
    empty = Grid(file="", sheet="Sheet1", cells={})
    found = left_behind(rekap_of(order), replace(book, grids=(*grids, own, empty)))

    assert [dict(t.facts)["nama"] for t in found] == ["Catatan Rapat", "Ruang"]


# ---- this year, and what is there


def test_no_byte_of_this_year_changes(order: Order) -> None:
    before = tree(order.folder)
    outcome = commands.rollover(order)

    assert tree(order.folder) == before
    assert outcome.berkas == ("../KPU 2021/kinerja.xlsm",)


def test_a_folder_that_is_there_is_never_written_over(new: Order, order: Order) -> None:
    (new.folder / "milik saya.txt").write_text("penting", encoding="utf-8")
    before = tree(order.folder.parent)
    outcome = commands.rollover(order)

    assert codes(outcome) == ["A10"]
    assert outcome.exit is Exit.REFUSED
    assert tree(order.folder.parent) == before


def test_a_trial_makes_nothing(order: Order) -> None:
    before = tree(order.folder.parent)
    trial = commands.rollover(replace(order, coba=True))

    assert tree(order.folder.parent) == before
    assert trial.counts == commands.rollover(order).counts


def test_what_this_year_still_lacks_is_said(order: Order) -> None:
    found = codes(commands.rollover(order))

    assert found.count("A11") == 1
    assert found.count("A12") == 1  # 2a
    assert found.count("A13") == 4


def test_a_periode_that_is_archived_is_not_asked_for(order: Order) -> None:
    commands.archive(order)
    outcome = commands.rollover(order)
    lacking = [dict(t.facts)["periode"] for t in outcome.temuan if t.rule.code == "A13"]

    assert lacking == ["TW I", "TW II", "TW III"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("2026", "2027"),
        ("Kinerja 2026", "Kinerja 2027"),
        ("2026 kinerja 2026", "2026 kinerja 2027"),
        ("Kinerja", "Kinerja 2027"),
    ],
)
def test_the_new_folder_is_named_as_this_one(name: str, wanted: str) -> None:
    assert folder_name(name, 2026) == wanted


def test_each_sheet_is_kept_or_begins_empty_by_decision(order: Order) -> None:
    kept = {s.name for s in kept_sheets(rekap_of(order))}

    assert kept == {
        "Pengaturan", "Skala Predikat", "Subbagian", "Sasaran & Indikator", "Rencana Aksi",
        "Syarat Data Pendukung", "Tahun Sebelumnya", "Anggaran", "Hari Libur", "SOP",
        "Narasi Laporan", "Kalimat", "Peta Entri",
    }  # fmt: skip


def test_killed_at_any_call_no_half_year_stands_and_the_next_run_finishes(
    order: Order, tmp_path: Path
) -> None:
    start = tmp_path / "awal" / "KPU 2020"
    shutil.copytree(order.folder, start)
    commands.rollover(order)
    whole = tree(next_year(order).folder)
    stood, call = set(), 0
    while True:
        call += 1
        room = tmp_path / f"mati {call}"
        folder = room / "KPU 2020"
        shutil.copytree(start, folder)
        if not dies("rollover", folder, call, NOON, watched=room):
            break
        new = room / "KPU 2021"
        stood.add(new.is_dir())
        if not new.is_dir():
            commands.rollover(replace(order, desk=FileDesk.in_folder(folder)))
        assert tree(new) == whole, call
        assert sorted(p.name for p in room.iterdir()) == ["KPU 2020", "KPU 2021"], call
        shutil.rmtree(room)

    assert call > 5
    assert False in stood
