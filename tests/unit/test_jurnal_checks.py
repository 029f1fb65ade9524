"""What “Periksa Instalasi” finds out about the journal; each table shows its file.

A line of a table is a line of the file: its number and what was done to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from grids import records
from journals import LINE, file_of, sheet_of, with_next
from kinerja.jurnal_checks import journal_is_whole
from kinerja.jurnal_lines import written
from kinerja.model import Tindakan
from kinerja.temuan import Temuan

FIVE = file_of("satu", "dua", "tiga", "empat", "lima")
FORGED = written(replace(LINE, hasil="palsu"), FIVE[:2])
OTHERS = file_of("lain", "sekali", "dari")
DONE: dict[str, Callable[[bytes], bytes]] = {
    "": lambda line: line,
    "diubah": lambda line: line.replace(b"4", b"5", 1),
    "dirusak": lambda line: line[:-9],
    "palsu": lambda _line: FORGED,
    "CRLF": lambda line: line + b"\r",
}


def shown(table: str) -> tuple[bytes, ...]:
    """The file that a table shows."""
    return tuple(
        DONE[row.get("diapakan", "")](FIVE[int(row["baris"]) - 1]) for row in records(table)
    )


def places(temuan: Sequence[Temuan]) -> list[tuple[str, str, str]]:
    """Code, sheet and cell; a line of the file has no sheet."""
    return [(t.rule.code, t.location.sheet, t.location.cell) for t in temuan]


def found(lines: Sequence[bytes], rows: Sequence[Tindakan]) -> list[tuple[str, str, str]]:
    right, wrong = journal_is_whole(lines, rows)

    assert bool(right) == (bool(lines) and not wrong)
    return places(wrong)


# ---- whole


def test_a_whole_journal_says_how_many_actions_since_when() -> None:
    right, wrong = journal_is_whole(FIVE, sheet_of(FIVE))

    assert (len(right), wrong) == (1, ())
    assert "5" in right[0]
    assert "22 November 2026" in right[0]


def test_a_folder_that_never_had_one_says_nothing() -> None:
    assert journal_is_whole((), ()) == ((), ())
    assert found((), tuple(replace(t, sidik="") for t in sheet_of(FIVE))) == []


def test_a_sheet_too_short_for_all_actions_is_as_it_should_be() -> None:
    assert found(FIVE, sheet_of(FIVE, 3, 4, 5)) == []


def test_rows_from_before_the_journal_was_kept_are_as_they_should_be() -> None:
    old = Tindakan(waktu="tadi pagi", nama="Rapat", hasil="")

    assert found(FIVE, (old, *sheet_of(FIVE))) == []


# ---- the lines


def test_a_line_that_was_changed_is_named_and_so_is_its_row(table: str) -> None:
    """
    | baris | diapakan |
    | 1     |          |
    | 2     | diubah   |
    | 3     |          |
    | 4     |          |
    | 5     |          |
    """
    assert found(shown(table), sheet_of(FIVE)) == [("S88", "", "2"), ("S93", "Riwayat", "A98")]


def test_the_last_line_is_guarded_by_the_sheet(table: str) -> None:
    """
    | baris | diapakan |
    | 1     |          |
    | 2     |          |
    | 3     |          |
    | 4     |          |
    | 5     | diubah   |
    """
    assert found(shown(table), sheet_of(FIVE)) == [("S93", "Riwayat", "A95"), ("S88", "", "5")]


def test_a_line_that_cannot_be_read_any_more_is_named(table: str) -> None:
    """
    | baris | diapakan |
    | 1     |          |
    | 2     | dirusak  |
    | 3     |          |
    """
    assert places(journal_is_whole(shown(table), sheet_of(FIVE, 1, 2, 3))[1]) == [
        ("S91", "", "2"),
        ("S93", "Riwayat", "A98"),
    ]


def test_lines_that_were_taken_out_are_counted(table: str) -> None:
    """
    | baris |
    | 1     |
    | 4     |
    | 5     |
    """
    _, wrong = journal_is_whole(shown(table), sheet_of(FIVE))

    assert places(wrong) == [("S89", "", "2"), ("S93", "Riwayat", "A97")]
    assert [dict(t.facts)["jumlah"] for t in wrong] == ["2", "2"]


def test_the_first_line_may_not_go_either(table: str) -> None:
    """
    | baris |
    | 2     |
    | 3     |
    | 4     |
    | 5     |
    """
    assert found(shown(table), sheet_of(FIVE, 3, 4, 5)) == [("S89", "", "1")]


def test_lines_that_are_gone_from_the_end_are_known_to_the_sheet(table: str) -> None:
    """
    | baris |
    | 1     |
    | 2     |
    | 3     |
    """
    _, wrong = journal_is_whole(shown(table), sheet_of(FIVE))

    assert places(wrong) == [("S93", "Riwayat", "A95")]
    assert dict(wrong[0].facts)["jumlah"] == "2"


def test_a_line_that_was_put_in_is_named_however_well_it_was_forged(table: str) -> None:
    """
    | baris | diapakan |
    | 1     |          |
    | 2     |          |
    | 2     | palsu    |
    | 3     |          |
    | 4     |          |
    | 5     |          |
    """
    assert found(shown(table), sheet_of(FIVE)) == [("S90", "", "3")]


def test_lines_that_changed_places_are_named(table: str) -> None:
    """
    | baris |
    | 1     |
    | 3     |
    | 2     |
    | 4     |
    | 5     |
    """
    codes = {code for code, _, _ in found(shown(table), sheet_of(FIVE))}

    assert codes == {"S89", "S90"}


def test_a_file_saved_by_an_editor_that_changes_line_ends_is_no_longer_whole(
    table: str,
) -> None:
    """
    | baris | diapakan |
    | 1     | CRLF     |
    | 2     | CRLF     |
    | 3     | CRLF     |
    """
    assert ("S94", "", "") in found(shown(table), sheet_of(FIVE, 1, 2, 3))


# ---- the file


def test_a_file_that_is_gone_is_told() -> None:
    assert found((), sheet_of(FIVE)) == [("S95", "", "")]


@pytest.mark.parametrize(
    "lines", [OTHERS, (b"bukan", b"riwayat")], ids=["other", "no journal"]
)
def test_a_foreign_file_is_told(lines: Sequence[bytes]) -> None:
    assert ("S94", "", "") in found(lines, sheet_of(FIVE))


# ---- a computer that stopped


def test_an_action_that_never_reached_the_workbook_is_told_until_the_next_one() -> None:
    before = sheet_of(FIVE, 1, 2, 3, 4)
    after = with_next(FIVE, before)

    assert found(FIVE, before) == [("S96", "", "5")]
    assert found(after, sheet_of(after, 1, 2, 3, 4, 6)) == []


def test_a_torn_line_is_no_change_and_stays_where_it_is(table: str) -> None:
    """
    | baris | diapakan |
    | 1     |          |
    | 2     |          |
    | 3     | dirusak  |
    """
    lines = shown(table)
    before = sheet_of(FIVE, 1, 2)
    after = with_next(lines, before)

    assert places(journal_is_whole(lines, before)[1]) == [("S92", "", "3"), ("S96", "", "3")]
    right, wrong = journal_is_whole(after, sheet_of(after, 1, 2, 4))
    assert places(wrong) == [("S92", "", "3")]
    assert len(right) == 1


def test_a_workbook_put_back_from_an_older_copy_is_told() -> None:
    assert found(FIVE, sheet_of(FIVE, 1, 2)) == [("S96", "", "3")]


# ---- the sheet


@pytest.mark.parametrize(
    "typed",
    [
        {"hasil": "5 dibaca"},
        {"nama": "Lain"},
        {"oleh": "ani"},
        {"waktu": "kemarin"},
        {"cadangan": ""},
    ],
    ids=lambda typed: next(iter(typed)),
)
def test_a_row_that_was_typed_over_is_named_at_its_cell(typed: dict[str, str]) -> None:
    rows = list(sheet_of(FIVE))
    rows[1] = replace(rows[1], **typed)

    assert found(FIVE, rows) == [("S97", "Riwayat", "A98")]


def test_rows_that_were_taken_out_of_the_sheet_are_counted() -> None:
    _, wrong = journal_is_whole(FIVE, sheet_of(FIVE, 1, 4, 5))

    assert places(wrong) == [("S98", "", "")]
    assert dict(wrong[0].facts)["jumlah"] == "2"


def test_a_master_that_lacks_the_column_of_the_person_is_as_it_should_be() -> None:
    assert found(FIVE, [replace(t, oleh="") for t in sheet_of(FIVE)]) == []
