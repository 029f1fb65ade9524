"""One cycle of the SOP through the real buttons, with a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from calendars import office_in
from contoh.files import piece_bytes
from folders import PENGATURAN, filled, master
from kinerja import commands
from kinerja.adapters import kalender, office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.jam_kerja import lama
from kinerja.jam_sop import jam_sop_rows
from kinerja.master import read_rekap
from kinerja.model_sop import Cap, Paraf
from kinerja.outcome import Outcome
from kinerja.registers import disposisi_rows, surat_edaran_rows
from kinerja.rekap import Rekap
from kinerja.sheets.sop import JAM_SOP
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.table import Page, read_table
from kinerja.sop import standing, timeline
from scripts import BUTTONS, SPREAD, TAHAP, standard_ends

P = 4  # the last Periode of the year, of which the annual report is a part
# One Indikator for each Subbagian, reached and proved, so that the report is no draft.
INDIKATOR = """
| kode_sasaran | sasaran    | kode | uraian      | penanggung_jawab | jenis  | target |
| 1            | Demokratis | 1a   | Partisipasi | TPH              | persen | 80     |
| 2            | Akuntabel  | 2a   | Rapat       | KUL              | angka  | 4      |
"""
SYARAT = """
| indikator | jenis        | jumlah |
| 1a        | Berita acara | 1      |
| 2a        | Notula       | 1      |
"""
NILAI = {"1a": 80, "2a": 4}
BUKTI = "notula.pdf"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileDesk:
    """An office that has made nothing yet. No LibreOffice: it is slow."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    settled = replace(PENGATURAN, tahun=2025, periode=P, kota="Contoh", nama_pejabat="Nama")
    content = master(pengaturan=settled, indikator=INDIKATOR, syarat=SYARAT)
    (tmp_path / "kinerja.xlsx").write_bytes(content)
    return FileDesk.in_folder(tmp_path)


def rekap_of(desk: FileDesk) -> Rekap:
    """What the master holds, with the calendar as the commands have it."""
    rekap, _ = read_rekap(desk.read())
    return replace(rekap, kalender=kalender.of(2025, 2026))


def press(desk: FileDesk, name: str, at: datetime) -> Outcome:
    command: Callable[[Order], Outcome] = getattr(commands, name)
    return command(Order(desk, clock=lambda: at.replace(tzinfo=UTC)))


def send_back(folder: Path) -> None:
    for path in (folder / "Formulir").glob("*.xlsx"):
        (folder / "Masuk" / path.name).write_bytes(filled(path.read_bytes(), NILAI, BUKTI))
    for room in (folder / "Data Pendukung").glob("*/TW IV"):
        (room / BUKTI).write_bytes(piece_bytes(BUKTI, (room.parent.name,)))


def type_in(desk: FileDesk, n: int, at: datetime) -> None:
    """What people write in the registers when step n is done."""
    rekap = rekap_of(desk)
    if n in TAHAP:
        (surat,) = rekap.surat_edaran
        paraf = {**surat.paraf, TAHAP[n]: Paraf(saat=at, oleh="Pejabat")}
        rekap = replace(rekap, surat_edaran=(replace(surat, paraf=paraf),))
        desk.write([Page(SURAT_EDARAN, surat_edaran_rows(rekap))])
    elif n in {8, 9}:
        (disposisi,) = rekap.disposisi
        terusan = {**disposisi.terusan, n: at}
        rekap = replace(rekap, disposisi=(replace(disposisi, terusan=terusan),))
        desk.write([Page(DISPOSISI, disposisi_rows(rekap))])
    else:
        typed = Cap(periode=P, langkah=n, selesai_nyata=at, alasan="belum ada tombolnya")
        desk.write([Page(JAM_SOP, jam_sop_rows(replace(rekap, cap=(*rekap.cap, typed))))])


def play(desk: FileDesk, start: datetime, ends: Mapping[int, datetime]) -> None:
    for n, end in sorted(ends.items()):
        if n == 11:
            send_back(desk.path.parent)
        if n in BUTTONS:
            press(desk, BUTTONS[n], end)
        else:
            type_in(desk, n, end)
        if n == 1:
            rekap = rekap_of(desk)
            received = (replace(rekap.disposisi[0], diterima=start),)
            rows = disposisi_rows(replace(rekap, disposisi=received))
            desk.write([Page(DISPOSISI, rows)])


def column(desk: FileDesk, key: str) -> list[object]:
    """One column of “Jam SOP” as it stands in the workbook."""
    grid = desk.read().grid(JAM_SOP.name)
    assert grid
    cells = (row.cells.get(key) for row in read_table(grid, JAM_SOP)[0].rows)
    return [cell.value if cell else None for cell in cells]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        # over a weekend, 17 August and the cuti bersama of the 18th
        (datetime(2025, 8, 14, 7, 30), datetime(2025, 8, 20, 15, 45)),
        # over New Year and a weekend
        (datetime(2025, 12, 30, 7, 30), datetime(2026, 1, 5, 15, 45)),
    ],
)
def test_cycle_through_the_buttons_takes_what_the_sop_says(
    desk: FileDesk, start: datetime, end: datetime
) -> None:
    play(desk, start, standard_ends(office_in(2025), start))
    rekap = rekap_of(desk)
    whole = timeline(rekap, P)
    minutes = column(desk, "menit")

    assert lama(whole.menit, rekap.pengaturan) == "3 hari 7 jam 15 menit"
    assert minutes == [Decimal(m) for m in (*SPREAD.values(), 20, 15, 900, 450, 180, 15)]
    assert set(column(desk, "selisih")) == {None, Decimal(0)}
    assert whole.jejak[-1].selesai == end
    assert standing(rekap, P).langkah is None


def test_second_press_of_every_button_stamps_nothing_anew(desk: FileDesk) -> None:
    start = datetime(2025, 8, 14, 7, 30)
    play(desk, start, standard_ends(office_in(2025), start))
    before = column(desk, "cap")
    for name in BUTTONS.values():
        press(desk, name, datetime(2025, 9, 1, 9))

    assert column(desk, "cap") == before
    assert [d.kembali for d in rekap_of(desk).distribusi] == [
        datetime(2025, 8, 19, 11, 30)
    ] * 2


def test_undo_takes_the_stamp_back(desk: FileDesk) -> None:
    press(desk, "check", datetime(2025, 8, 14, 8))
    before = column(desk, "cap")
    press(desk, "generate", datetime(2025, 8, 14, 9))
    press(desk, "undo", datetime(2025, 8, 14, 10))

    assert before[1] == datetime(2025, 8, 14, 8)
    assert column(desk, "cap") == before


def test_forms_of_a_later_periode_do_not_end_the_step_of_the_running_one(
    desk: FileDesk,
) -> None:
    order = Order(desk, clock=lambda: datetime(2025, 8, 14, 8, tzinfo=UTC))
    commands.generate(order, "TW I")

    assert column(desk, "cap") == [None] * 14


def test_master_with_a_galat_does_not_end_the_check(desk: FileDesk) -> None:
    content = master(pengaturan=PENGATURAN, indikator="| kode |")
    desk.path.write_bytes(content)
    press(desk, "check", datetime(2025, 8, 14, 8))

    assert column(desk, "cap") == [None] * 14


def test_draft_of_the_report_does_not_end_the_sop(desk: FileDesk) -> None:
    press(desk, "generate", datetime(2025, 8, 14, 8))
    press(desk, "annual", datetime(2025, 8, 14, 9))

    assert [at is not None for at in column(desk, "cap")] == [n == 3 for n in range(1, 15)]
