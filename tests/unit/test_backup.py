"""Copies of the master: what is kept, and what may go."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids import records
from kinerja.adapters import backup

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A master whose copies are what it holds."""

    path: Path

    def copy(self, to: Path) -> None:
        to.write_bytes(self.path.read_bytes())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A master that is a whole workbook, as far as one can see from outside."""
    with zipfile.ZipFile(tmp_path / "kinerja.xlsm", "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    return Desk(tmp_path / "kinerja.xlsm")


def named(days: float, action: str = "Gabungkan") -> Path:
    """A copy of so many days ago."""
    moment = NOW - timedelta(days=days)
    return Path(f"{moment:%Y-%m-%d %H.%M.%S}.000 {action}.xlsm")


def kept(days: Sequence[float], damaged: Sequence[int] = ()) -> list[float]:
    """Of copies of these ages, newest first, those that stay; some are damaged."""
    paths = {named(d): d for d in days}
    bad = {named(days[n]) for n in damaged}
    gone = backup.stale(sorted(paths), NOW, lambda path: path not in bad)
    return [d for path, d in paths.items() if path not in gone]


def test_a_copy_is_named_by_moment_and_action(desk: Desk) -> None:
    copy = backup.keep(desk, desk.path.parent / "Cadangan", "Periksa & Tandai", NOW)

    assert copy.name == "2026-11-22 08.00.00.000 Periksa & Tandai.xlsm"
    assert copy.read_bytes() == desk.path.read_bytes()
    assert backup.made(copy) == (datetime(2026, 11, 22, 8), "Periksa & Tandai")


def test_a_clock_that_was_put_back_makes_no_copy_older_than_the_others(desk: Desk) -> None:
    folder = desk.path.parent / "Cadangan"
    moments = (NOW, NOW - timedelta(days=400), NOW - timedelta(days=1), NOW)
    made = [backup.keep(desk, folder, "Gabungkan", moment) for moment in moments]

    assert backup.copies(folder) == made


@pytest.mark.parametrize(
    "name",
    [
        "Laporan Kinerja Tahunan 2020 1a2b3c4d.docx",
        "2026-11-22 salinan saya.xlsm",
        "2026-99-22 08.00.00.000 Gabungkan.xlsm",
        "2026-11-22 08.00.00.000 Gabungkan.ods",
        "kinerja.xlsm",
    ],
)
def test_what_is_not_ours_is_never_taken_for_a_copy(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"milik orang")
    (tmp_path / "2026-11-22 08.00.00.000 Gabungkan.xlsx").write_bytes(b"")

    assert [path.suffix for path in backup.copies(tmp_path)] == [".xlsx"]


def test_pruning_is_by_age_and_by_count(table: str) -> None:
    """
    | what                    | days old, newest first | damaged   | stay              |
    | young ones stay         | 0 1 2 3 4 5 6          |           | 0 1 2 3 4 5 6     |
    | old beyond the newest 5 | 0 1 2 3 4 15 16        |           | 0 1 2 3 4         |
    | all old: 5 stay         | 90 91 92 93 94 95      |           | 90 91 92 93 94    |
    | the last good one stays | 20 21 22 23 24 25 26   | 0 1 2 3 4 | 20 21 22 23 24 25 |
    | from the future         | -9 -8 1 2 3 4          |           | -9 -8 1 2 3 4     |
    | two weeks to the day    | 0 1 2 3 4 14 14.1      |           | 0 1 2 3 4 14      |
    """
    for row in records(table):
        days = [float(d) for d in row["days old, newest first"].split()]
        damaged = [int(n) for n in row["damaged"].split()]

        assert kept(days, damaged) == [float(d) for d in row["stay"].split()], row["what"]


def test_more_than_thirty_of_one_day_are_pruned_by_count() -> None:
    days = [n / 100 for n in range(40)]

    assert kept(days) == days[:30]


ages = st.lists(st.integers(-5, 60), max_size=45, unique=True).map(sorted)


@given(ages, st.sets(st.integers(0, 44)))
def test_the_last_good_copy_never_goes(days: list[int], bad: set[int]) -> None:
    damaged = [n for n in bad if n < len(days)]
    good = [d for n, d in enumerate(days) if n not in damaged]
    left = kept([float(d) for d in days], damaged)

    assert not good or good[0] in left
    assert len(left) <= backup.KEPT + 1
    assert left[: backup.FEWEST] == days[: backup.FEWEST]


@given(ages)
def test_an_older_copy_never_outlives_a_newer_one(days: list[int]) -> None:
    left = kept([float(d) for d in days])

    assert left == days[: len(left)]


def test_only_a_package_that_is_whole_is_good(desk: Desk, tmp_path: Path) -> None:
    whole = desk.path.read_bytes()
    (tmp_path / "half.xlsm").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "flipped.xlsm").write_bytes(whole.replace(b"<workbook/>", b"<workbuuk/>"))
    with zipfile.ZipFile(tmp_path / "other.xlsm", "w") as package:
        package.writestr("word/document.xml", "")

    assert backup.is_whole(desk.path)
    for name in ("half.xlsm", "flipped.xlsm", "other.xlsm", "tidak ada.xlsm"):
        assert not backup.is_whole(tmp_path / name), name


def test_a_copy_that_cannot_be_removed_does_not_stop_the_action(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = desk.path.parent / "Cadangan"
    for day in range(20, 30):
        backup.keep(desk, folder, "Gabungkan", NOW - timedelta(days=day))

    def locked(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(missing_ok)

    monkeypatch.setattr(Path, "unlink", locked)
    copy = backup.keep(desk, folder, "Gabungkan", NOW)

    assert copy.exists()


def test_a_retired_copy_is_kept_in_the_other_folder(desk: Desk) -> None:
    folder = desk.path.parent / "Cadangan"
    copy = backup.keep(desk, folder, "Gabungkan", NOW)
    backup.retire(copy, folder / "Diurungkan")

    assert backup.copies(folder) == []
    assert [path.name for path in backup.copies(folder / "Diurungkan")] == [copy.name]
