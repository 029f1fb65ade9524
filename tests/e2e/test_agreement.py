"""Ambil PK on a folder: from a file, from its folder, from what was pasted; and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from agreements import SIGNED, signed_docx
from folders import master, tree
from kinerja import commands, dialog
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.parts import Package
from kinerja.adapters.workbook_part import STRINGS
from kinerja.commands import Order
from kinerja.commands.new import new_office
from kinerja.grid import Value
from kinerja.outcome import Outcome
from kinerja.sheets.agreement import TEMPEL_PK
from kinerja.sheets.folders import PERJANJIAN
from kinerja.sheets.master import indikator_sheet
from kinerja.sheets.table import Page, read_table
from kinerja.temuan import KinerjaError

INDIKATOR = indikator_sheet(4)


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """An office whose agreement lies in its folder."""
    (tmp_path / "kinerja.xlsx").write_bytes(master())
    (tmp_path / PERJANJIAN).mkdir()
    (tmp_path / PERJANJIAN / "PK 2020.docx").write_bytes(signed_docx())
    return Order(FileDesk.in_folder(tmp_path))


def rows(order: Order, *keys: str) -> list[list[str]]:
    """What stands in these columns of “Sasaran & Indikator”."""
    grid = order.desk.read().grid(INDIKATOR.name)
    assert grid
    return [[row.text(key) for key in keys] for row in read_table(grid, INDIKATOR)[0].rows]


def codes(outcome: Outcome) -> list[str]:
    return sorted(t.rule.code for t in outcome.temuan)


def refused(order: Order, *paths: Path) -> list[str]:
    with pytest.raises(KinerjaError) as error:
        commands.agreement(order, paths)
    return [t.rule.code for t in error.value.temuan]


def paste(order: Order, *table: Sequence[Value]) -> None:
    """What a person pasted under the headings of “Tempel PK”."""
    width = len(TEMPEL_PK.columns)
    rows_ = [[*row, *([None] * (width - len(row)))] for row in table]
    order.desk.write([Page(TEMPEL_PK, rows_)], tuple)


def test_the_agreement_in_the_folder_goes_into_the_master(order: Order) -> None:
    outcome = commands.agreement(order)

    assert outcome.counts == {"indikator_baru": 1, "anggaran_baru": 0, "isian_berubah": 3}
    assert codes(outcome) == ["P11", "P12", "P13", "P13", "P13", "P18"]
    assert rows(order, "kode", "uraian", "target", "penanggung_jawab") == [
        ["1a", "Partisipasi", "82.5", "TPH"],
        ["1b", "Sosialisasi", "12", "TPH"],
        ["2a", "Rapat", "4", "KUL"],
        ["2.1", "Opini & <nilai> BPK", "WTP", ""],
    ]


def test_pressed_twice_nothing_changes(order: Order) -> None:
    commands.agreement(order)
    before = tree(order.folder)
    outcome = commands.agreement(order)

    assert not any(outcome.counts.values())
    assert tree(order.folder) == before


def test_a_trial_names_all_and_changes_not_a_byte(order: Order) -> None:
    before = tree(order.folder)
    outcome = commands.agreement(replace(order, coba=True))

    assert outcome.counts["indikator_baru"] == 1
    assert tree(order.folder) == before


def test_a_person_sees_the_differences_first_and_may_say_no(order: Order) -> None:
    before = order.desk.path.read_bytes()
    asked: list[str] = []

    def no(outcome: Outcome) -> bool:
        asked.append(dialog.question(outcome))
        return False

    outcome = commands.agreement(replace(order, agree=no))

    assert outcome.declined
    assert order.desk.path.read_bytes() == before
    assert "“82,5”" in asked[0]
    assert "“Opini & <nilai> BPK”" in asked[0]


def test_an_undo_takes_it_back_with_what_was_typed_there_since(order: Order) -> None:
    before = rows(order, *(c.key for c in INDIKATOR.columns))
    commands.agreement(order)
    asked: list[str] = []

    def yes(outcome: Outcome) -> bool:
        asked.append(dialog.question(outcome))
        return True

    commands.undo(replace(order, agree=yes))

    assert rows(order, *(c.key for c in INDIKATOR.columns)) == before
    assert INDIKATOR.name in asked[0]


def test_an_undo_of_another_action_leaves_what_the_planner_typed(order: Order) -> None:
    commands.agreement(order)
    commands.verify(order)
    known = rows(order, "kode")
    (order.folder / "Data Pendukung" / "TPH" / "TW I").mkdir(parents=True)
    (order.folder / "Data Pendukung" / "TPH" / "TW I" / "baru.pdf").write_bytes(b"%PDF-1.4")
    commands.verify(order)
    commands.undo(order)

    assert rows(order, "kode") == known


def test_what_was_pasted_counts_before_the_folder(order: Order) -> None:
    paste(order, ["1", "Demokratis", "Partisipasi", "90%"], ["", "", "Sosialisasi", "12"])
    outcome = commands.agreement(order)

    assert rows(order, "target")[0] == ["90"]
    assert codes(outcome) == ["P11", "P13", "P13", "P14"]
    assert "PK 2020.docx" in outcome.temuan[0].remedy


def test_a_table_pasted_with_its_own_headings_is_found(order: Order) -> None:
    paste(
        order,
        ["No", "Sasaran", "Indikator Kinerja Utama", "Target", "Satuan"],
        ["1", "Demokratis", "Partisipasi", "90", "%"],
    )

    assert commands.agreement(order).counts["isian_berubah"] == 2
    assert rows(order, "target", "satuan")[0] == ["90", "%"]


def test_a_new_office_is_filled_from_nothing(tmp_path: Path) -> None:
    new_office(tmp_path)
    path = tmp_path / "PK.docx"
    path.write_bytes(signed_docx())
    order = Order(FileDesk.in_folder(tmp_path))
    outcome = commands.agreement(order, [path])

    assert outcome.counts == {"indikator_baru": 4, "anggaran_baru": 1, "isian_berubah": 0}
    assert rows(order, "kode_sasaran", "sasaran", "kode", "jenis", "satuan") == [
        ["1", "Demokratis", "1.1", "persen", "%"],
        ["1", "Demokratis", "1.2", "angka", "kegiatan"],
        ["2", "Akuntabel", "2.1", "angka", ""],
        ["2", "Akuntabel", "2.2", "teks", ""],
    ]


# ---- nothing, or too much


def test_nothing_to_bring_in_is_said(order: Order) -> None:
    (order.folder / PERJANJIAN / "PK 2020.docx").unlink()
    empty = refused(order)
    (order.folder / PERJANJIAN).rmdir()

    assert (empty, refused(order)) == (["P07"], ["P07"])


def test_text_without_headings_is_said_of_the_sheet(order: Order) -> None:
    (order.folder / PERJANJIAN / "PK 2020.docx").unlink()
    paste(order, ["", "Demokratis", "", "80"])

    assert refused(order) == ["P10"]


def test_several_files_are_refused_with_their_names(order: Order) -> None:
    (order.folder / PERJANJIAN / "PK revisi.docx").write_bytes(signed_docx(SIGNED[:1]))
    one, two = sorted((order.folder / PERJANJIAN).iterdir())

    assert refused(order) == ["P08"]
    assert refused(order, one, two) == ["P08"]
    assert commands.agreement(order, [two]).counts["indikator_baru"] == 0


def test_other_files_in_the_folder_are_named_and_not_read(order: Order) -> None:
    (order.folder / PERJANJIAN / "pindaian.pdf").write_bytes(b"%PDF-1.4")
    (order.folder / PERJANJIAN / "~$PK 2020.docx").write_bytes(b"kunci")
    outcome = commands.agreement(order)

    assert "pindaian.pdf" in outcome.temuan[0].remedy
    assert "~$" not in outcome.temuan[0].remedy


@pytest.mark.parametrize(
    ("content", "expected"), [(b"%PDF-1.4", "P09"), (b"", "P09"), (None, "P10"), ("", "P09")]
)
def test_what_is_no_agreement_is_refused_and_nothing_written(
    order: Order, content: bytes | str | None, expected: str
) -> None:
    path = order.folder / PERJANJIAN / "PK 2020.docx"
    data = signed_docx((), ()) if content is None else content
    path.unlink() if isinstance(data, str) else path.write_bytes(data)
    before = order.desk.path.read_bytes()

    assert refused(order, path) == [expected]
    assert order.desk.path.read_bytes() == before


def test_a_table_of_hundreds_is_no_agreement(order: Order) -> None:
    many = [(f"Indikator nomor {n} yang lain", "1") for n in range(301)]
    path = order.folder / "banyak.docx"
    path.write_bytes(signed_docx([("Demokratis", many)], ()))

    assert refused(order, path) == ["I48"]


def test_a_master_without_a_column_that_is_due_is_not_written(order: Order) -> None:
    whole = Package(master())
    strings = whole.read(STRINGS).replace(b">Polaritas<", b">Polarisasi<")
    order.desk.path.write_bytes(whole.replaced({STRINGS: strings}))
    before = order.desk.path.read_bytes()

    assert refused(order) == ["F02"]
    assert order.desk.path.read_bytes() == before
