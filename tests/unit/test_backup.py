"""Copies of the master, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kinerja.adapters import backup
from kinerja.temuan import KinerjaError

MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def master(tmp_path: Path) -> Path:
    path = tmp_path / "kinerja.xlsx"
    path.write_bytes(b"pagi")
    return path


def work(master: Path, content: bytes, minutes: int) -> None:
    """One action: the copy is kept, then the master changes."""
    folder = master.parent / "Cadangan"
    backup.keep(master, folder, "merge", MORNING + timedelta(minutes=minutes))
    master.write_bytes(content)


def test_undo_goes_back_one_action_at_a_time(master: Path) -> None:
    work(master, b"siang", 1)
    work(master, b"sore", 2)
    seen = []
    for _ in range(2):
        backup.restore(master, master.parent / "Cadangan")
        seen.append(master.read_bytes())

    assert seen == [b"siang", b"pagi"]


def test_what_undo_takes_away_is_kept(master: Path) -> None:
    work(master, b"siang", 1)
    backup.restore(master, master.parent / "Cadangan")
    undone = list((master.parent / "Cadangan" / "Diurungkan").iterdir())

    assert [path.read_bytes() for path in undone] == [b"siang"]


def test_without_a_copy_there_is_nothing_to_undo(master: Path) -> None:
    with pytest.raises(KinerjaError) as caught:
        backup.restore(master, master.parent / "Cadangan")

    assert [t.rule.code for t in caught.value.temuan] == ["S11"]
    assert master.read_bytes() == b"pagi"


def test_a_copy_that_equals_the_master_is_no_step_back(master: Path) -> None:
    work(master, b"siang", 1)
    work(master, b"siang", 2)
    backup.restore(master, master.parent / "Cadangan")

    assert master.read_bytes() == b"pagi"


def test_only_the_newest_copies_are_kept(master: Path) -> None:
    for minute in range(backup.KEPT + 5):
        work(master, str(minute).encode(), minute)
    found = backup.copies(master, master.parent / "Cadangan")

    assert len(found) == backup.KEPT
    assert found[-1].read_bytes() == str(backup.KEPT + 3).encode()
