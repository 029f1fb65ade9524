"""The cells of a form, and how they look.

Text goes through ``Page`` only, so that nothing of a user's becomes a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.adapters import look
from kinerja.adapters.forms.formulas import Formula
from kinerja.grid import storable
from kinerja.sheets.table import Column, Shape

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from kinerja.isian import IsiFormulir

NUMBER, WHOLE = "#,##0.00##", "#,##0"
# A stroke through the cell, as on paper: LibreOffice 7.4 shows no hatching.
SHADED: Mapping[str, Any] = {
    "bg_color": look.REFERENCE,
    "diag_type": 1,
    "diag_border": 1,
    "diag_color": look.LINE,
}


@dataclass(frozen=True, slots=True)
class Canvas:
    """One form being written: its workbook, its content, its formats by name.

    ``own`` gathers, in order, every text and formula that the form comes with.
    """

    book: Workbook
    isi: IsiFormulir
    formats: dict[str, Format] = field(default_factory=dict)
    own: dict[str, None] = field(default_factory=dict)

    def format(self, shape: Shape = Shape.TEXT, **more: object) -> Format:
        """A bordered cell format, made once."""
        name = repr((shape, more))
        return self._once(name, lambda: look.shape_format(self.book, shape, **more))

    def plain(self, **more: object) -> Format:
        """A format without border, made once; locked, unlike Normal."""
        return self._once(repr(more), lambda: self.book.add_format({**look.FONT, **more}))

    def _once(self, name: str, make: Callable[[], Format]) -> Format:
        if name not in self.formats:
            self.formats[name] = make()
        return self.formats[name]

    def input(self, column: Column, **more: object) -> Format:
        """A cell to type in."""
        style = {"bg_color": look.INPUT, "locked": False, **_digits(column), **more}
        return self.format(column.shape, **style)

    def reference(self, column: Column, **more: object) -> Format:
        """A cell that is given, and locked."""
        fill = {"bg_color": look.REFERENCE, **more}
        return self.format(column.shape, **_digits(column), **fill)

    def shaded(self) -> Format:
        """A cell that is not to be filled."""
        return self.format(Shape.TEXT, **SHADED)


def _digits(column: Column) -> dict[str, object]:
    return {"num_format": NUMBER} if column.shape is Shape.NUMBER else {}


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet being written; rows and columns count from 1, as Excel does."""

    canvas: Canvas
    sheet: Worksheet

    def text(self, row: int, column: int, value: str, style: Format) -> None:
        """Write a text of the form's own, literally, whatever it looks like."""
        self._remember(value)
        self.value(row, column, value, style)

    def value(self, row: int, column: int, content: object, style: Format) -> None:
        """Write what is known: a number as a number, anything else as literal text."""
        if isinstance(content, Decimal):
            self.sheet.write_number(row - 1, column - 1, float(content), style)
        elif content in (None, ""):
            self.sheet.write_blank(row - 1, column - 1, None, style)
        else:
            self.sheet.write_string(row - 1, column - 1, storable(str(content)), style)

    def formula(self, row: int, column: int, what: Formula, style: Format) -> None:
        """Write a formula with the value it has now."""
        self._remember(what.text)
        self.sheet.write_formula(row - 1, column - 1, what.text, style, what.value)

    def note(self, row: int, column: int, said: str, **options: object) -> None:
        """A note on a cell."""
        self._remember(storable(said))
        self.sheet.write_comment(row - 1, column - 1, storable(said), options)

    def _remember(self, said: str) -> None:
        if said:
            self.canvas.own[storable(said)] = None


def add_page(canvas: Canvas, name: str) -> Page:
    """A new sheet."""
    return Page(canvas, canvas.book.add_worksheet(name))
