"""Journals to begin a test with: lines of a file, and the sheet that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from kinerja.jurnal_lines import Line, note, read_line, sidik_of, tindakan_of, written
from kinerja.model import Location, Tindakan

LINE = Line(
    waktu=datetime(2026, 11, 22, 8, 30, tzinfo=UTC),
    oleh="budi",
    tindakan="Gabungkan",
    perintah="merge",
    hasil="4 dibaca",
    cadangan="2026-11-22 08.30.00.000 Gabungkan.xlsm",
    hitungan={"dibaca": 4},
    masuk={"Formulir TPH.xlsx": "a" * 64},
)


def file_of(*results: str) -> tuple[bytes, ...]:
    """The lines of actions with these results, one after the other."""
    lines: tuple[bytes, ...] = ()
    for hasil in results:
        lines = (*lines, written(replace(LINE, hasil=hasil), lines))
    return lines


def sheet_of(lines: Sequence[bytes], *places: int) -> tuple[Tindakan, ...]:
    """The rows that the sheet has for these lines, the oldest first; all if none is named."""
    chosen = places or range(1, len(lines) + 1)
    return tuple(_row(lines[place - 1]) for place in chosen)


def _row(data: bytes) -> Tindakan:
    """The row of one line; the newest stands highest."""
    line = read_line(data)
    assert line
    at = Location("kinerja.xlsm", "Riwayat", 100 - line.n, "A")
    return replace(tindakan_of(line, sidik_of(data)), location=at)


def with_next(lines: Sequence[bytes], rows: Sequence[Tindakan]) -> tuple[bytes, ...]:
    """The file after one more action, which says what it met."""
    line = replace(LINE, hasil="berikutnya", catatan=note(lines, rows))
    return (*lines, written(line, lines))
