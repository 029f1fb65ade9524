"""The second reader: what python-calamine sees in the same cells.

It is asked only whether it agrees. Where both readers give a number it has been the
same number in 1.6 million cells, so a difference means that the file is not to be
trusted. It knows no errors and trims text, so an empty cell or a missing space at
those is no difference.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kinerja.adapters.reading.text import bare, decode
from kinerja.grid import Cell, Kind, Place

# calamine makes a full rectangle: one cell in XFD1048576 would take all memory.
MAX_AREA = 5_000_000
_CLOSE = 1e-9
_MOMENT = 1e-5  # days, about a second


class Second:
    """The second reader of one workbook; it has no opinion on what it cannot open."""

    def __init__(self, data: bytes) -> None:
        from python_calamine import CalamineError, CalamineWorkbook

        self.refusal = CalamineError
        try:
            self.book: CalamineWorkbook | None = CalamineWorkbook.from_filelike(
                io.BytesIO(data)
            )
        except CalamineError:
            self.book = None

    def compare(
        self, sheet: str, cells: Mapping[Place, Cell], last: Place, epoch: datetime
    ) -> dict[Place, Cell]:
        """The cells, with ``other`` where this reader saw something else."""
        rows = self._rows(sheet) if last[0] * last[1] <= MAX_AREA else []
        if not any(value != "" for row in rows for value in row):
            return dict(cells)  # unread is not empty: calamine has no rows of UTF-16 parts
        return {
            place: _compared(cell, _seen(rows, place), epoch) for place, cell in cells.items()
        }

    def _rows(self, sheet: str) -> list[list[Any]]:
        if self.book is None:
            return []
        try:
            return self.book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        except self.refusal:
            return []


def _seen(rows: list[list[Any]], place: Place) -> Any:  # noqa: ANN401 - many types, see calamine
    row, column = place
    inside = row <= len(rows) and column <= len(rows[row - 1])
    return rows[row - 1][column - 1] if inside else ""


def _compared(cell: Cell, seen: Any, epoch: datetime) -> Cell:  # noqa: ANN401
    if cell.kind is Kind.ERROR or _agrees(cell, seen, epoch):
        return cell
    shown = f"{seen:.15g}" if isinstance(seen, float) else str(seen)
    return replace(cell, other=decode(shown).strip())


def _agrees(cell: Cell, seen: Any, epoch: datetime) -> bool:  # noqa: ANN401
    match cell.kind:
        case Kind.UNCALCULATED:
            return bool(seen == "")
        case Kind.TEXT:
            return isinstance(seen, str) and bare(seen) == bare(str(cell.value))
        case Kind.BOOL:
            return isinstance(seen, bool) and seen is cell.value
    one, two = _serial(cell.value, epoch), _serial(seen, epoch)
    if one is None or two is None:
        return bare(str(seen)) == bare(str(cell.value))
    is_plain = cell.kind is Kind.NUMBER and isinstance(seen, (int, float))
    return abs(one - two) <= (_CLOSE * max(1, abs(one)) if is_plain else _MOMENT)


def _serial(value: object, epoch: datetime) -> float | None:
    """A number, date or time as the number Excel stores; None if it is none of them."""
    from openpyxl.utils.datetime import to_excel

    if isinstance(value, bool):
        return None
    if isinstance(value, (Decimal, int, float)):
        return float(value)
    if isinstance(value, (datetime, date, time, timedelta)):
        return float(to_excel(value, epoch))  # type: ignore[no-untyped-call]
    return None
