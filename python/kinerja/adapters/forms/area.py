"""Where the cells of a form are, and what its formulas call them."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.grid import letter
from kinerja.sheets.formulir import DATA_START, STAMP, STAMP_KEYS
from kinerja.sheets.table import Sheet

STAMP_HEADING = len(STAMP_KEYS) + 2  # a blank row between the keys and the definitions
STAMP_START = STAMP_HEADING + 1


@dataclass(frozen=True, slots=True)
class Area:
    """The data rows of one sheet; rows and columns count from 1, as Excel does."""

    sheet: Sheet
    rows: int
    start: int = DATA_START

    @property
    def last(self) -> int:
        """The last data row."""
        return self.start + self.rows - 1

    def column(self, key: str) -> int:
        """The number of a column."""
        return next(n for n, c in enumerate(self.sheet.columns, 1) if c.key == key)

    def cell(self, key: str, row: int) -> str:
        """A cell as a formula of any sheet may call it."""
        return f"{self._prefix}${letter(self.column(key))}${row}"

    def range(self, key: str) -> str:
        """All data cells of a column."""
        return f"{self.cell(key, self.start)}:${letter(self.column(key))}${self.last}"

    @property
    def _prefix(self) -> str:
        name = self.sheet.name
        return f"{name}!" if name == STAMP or name.isalpha() else f"'{name}'!"
