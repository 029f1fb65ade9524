"""Cells of one table of the master typed over, each where it stands.

For sheets that people fill: every row stays in its place, so that what they have beside
the table stays beside it, and every cell keeps its look.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal

from kinerja.grid import Cell, Grid, Kind, Place, Value
from kinerja.model import Location
from kinerja.sheets.table import Page, Row, Sheet, Table, find_headings, read_table


@dataclass(slots=True)
class SheetEdits:
    """One table, and what its cells are to hold instead."""

    grid: Grid
    sheet: Sheet
    table: Table
    cells: dict[Place, Value] = field(default_factory=dict)

    @staticmethod
    def of(grid: Grid, sheet: Sheet) -> SheetEdits:
        """Nothing changed yet."""
        return SheetEdits(grid, sheet, read_table(grid, sheet)[0])

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand now."""
        return self.table.rows

    def at(self, number: int, key: str) -> Location:
        """The cell of a row under a heading."""
        return self.grid.at((number, self.table.columns[key]))

    def put(self, number: int, key: str, value: Value) -> None:
        """Let a cell hold this; where the sheet lacks that column, nothing is done."""
        column = self.table.columns.get(key)
        if column is not None:
            self.cells[number, column] = value

    def new_row(self) -> int:
        """The first row below all that stands or was put there."""
        rows = (*(row.number for row in self.rows), *(row for row, _ in self.cells))
        return max(rows, default=self.table.heading_row) + 1

    def page(self) -> tuple[Page, ...]:
        """The table as it will stand; none if nothing changes."""
        if not self.cells:
            return ()
        top, where = self.table.heading_row, self.table.columns
        columns = tuple(
            c for c in self.sheet.columns if c.key in where and self._may_write(where[c.key])
        )
        rows = [
            [self._value((number, self.table.columns[c.key])) for c in columns]
            for number in range(top + 1, self.new_row())
        ]
        return (Page(replace(self.sheet, columns=columns, capacity=len(rows)), rows),)

    def _may_write(self, column: int) -> bool:
        """Whether something is put there, or at least no formula stands there."""
        if any(at == column for _, at in self.cells):
            return True
        cells = self.grid.cells.items()
        return not any(cell.formula for (_, at), cell in cells if at == column)

    def _value(self, place: Place) -> Value:
        return self.cells[place] if place in self.cells else self.grid.value(place)

    def after(self) -> Grid:
        """The sheet as it will stand."""
        cells = {**self.grid.cells}
        for place, value in self.cells.items():
            cells.pop(place, None)
            if value not in {None, ""}:
                cells[place] = Cell(_kind(value), value)
        return replace(self.grid, cells=cells)


def _kind(value: Value) -> Kind:
    match value:
        case bool():
            return Kind.BOOL
        case Decimal():
            return Kind.NUMBER
        case date():
            return Kind.DATE
        case time():
            return Kind.TIME
        case _:
            return Kind.TEXT


def restored(before: Grid, now: Grid, sheet: Sheet) -> tuple[Page, ...]:
    """The columns that differ, as they stood before; none if none differs.

    Both must have the same headings in the same cells, else nothing is written back.
    """
    if find_headings(before, sheet) != find_headings(now, sheet):
        return ()
    edits = SheetEdits.of(now, sheet)
    top = edits.table.heading_row
    for column in edits.table.columns.values():
        for number in _rows_of(before, now, top, column):
            value = before.value((number, column))
            if value != now.value((number, column)):
                edits.cells[number, column] = value
    return edits.page()


def _rows_of(before: Grid, now: Grid, top: int, column: int) -> set[int]:
    places = (*before.cells, *now.cells)
    return {row for row, at in places if at == column and row > top}
