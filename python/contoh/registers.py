"""Type in a sheet of the master as people do: find the row, find the column, type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja.adapters.desk import FileDesk
from kinerja.grid import Value
from kinerja.sheets.table import Page, Sheet, normal, read_table

Typed = tuple[Mapping[str, object], Mapping[str, Value]]  # which row, what is typed in it


def type_in(desk: FileDesk, sheet: Sheet, *typed: Typed) -> None:
    """Type in rows of a sheet that are there; all other cells stay as they are.

    Raises:
        LookupError: if there is no such sheet or row.
    """
    rows = rows_of(desk, sheet)
    for wanted, values in typed:
        found = [row for row in rows if is_row(row, wanted)]
        if not found:
            raise LookupError(f"{sheet.name}: {wanted}")
        for row in found:
            row.update(values)
    put(desk, sheet, rows)


def rows_of(desk: FileDesk, sheet: Sheet) -> list[dict[str, Value]]:
    """What stands in a sheet, row by row.

    Raises:
        LookupError: if there is no such sheet.
    """
    grid = desk.read().grid(sheet.name)
    if grid is None:
        raise LookupError(sheet.name)
    table, _ = read_table(grid, sheet)
    return [{key: cell.value for key, cell in row.cells.items()} for row in table.rows]


def put(desk: FileDesk, sheet: Sheet, rows: Sequence[Mapping[str, Value]]) -> None:
    """Make these the rows of a sheet."""
    desk.write([Page(sheet, [_in_order(sheet, row) for row in rows])])


def is_row(row: Mapping[str, Any], wanted: Mapping[str, object]) -> bool:
    """Whether the row has what is wanted in every column that is named."""
    return all(normal(row.get(key)) == normal(str(value)) for key, value in wanted.items())


def _in_order(sheet: Sheet, row: Mapping[str, Value]) -> Sequence[Value]:
    return [row.get(column.key) for column in sheet.columns]
