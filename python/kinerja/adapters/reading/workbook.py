"""A returned workbook read by openpyxl, cell by cell, as Book.

Only in the child process: a library that hangs or dies on a file takes nothing with
it. Only cells that exist are visited, never a range up to the last row.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from kinerja.adapters.program_cells import is_percent, number
from kinerja.adapters.reading.lembar import Lembar
from kinerja.adapters.reading.notes import Notes
from kinerja.adapters.reading.preflight import Package, relations_part
from kinerja.adapters.reading.second import Second
from kinerja.adapters.reading.text import clean, decode
from kinerja.grid import Book, Cell, Grid, Kind, Place, Value
from kinerja.model import Identitas

MANY_BARE = 20_000
_BARE_CELL = re.compile(rb'<c r="[A-Z0-9]+"[^<>]*?(/>|></c>)')
_BARE_ROW = re.compile(rb'<row r="[0-9]+"[^<>]*?(/>|></row>)')
_NOT_ASKED = re.compile(
    r"docProps/|customXml/|xl/(theme|drawings|charts|chartsheets|dialogsheets|comments)"
)
CONSTANT = re.compile(r'=?"((?:[^"]|"")*)"')


def read(data: bytes, package: Package, identitas: Identitas) -> Book:
    """Everything a person may have typed or done, with its place.

    Raises:
        Exception: whatever openpyxl and calamine raise on a file they cannot read.
    """
    slim = _slim(data, package)
    values = _load(slim, data_only=True)
    with_formulas = any(sheet.formulas for sheet in package.sheets.values())
    formulas = _load(slim, data_only=False) if with_formulas else values
    second = Second(data)
    grids = tuple(
        _grid(
            identitas.berkas,
            (values[name], formulas[name]),
            (facts, package.notes[name]),
            second,
        )
        for name, facts in package.sheets.items()
    )
    return Book(
        identitas=identitas,
        grids=grids,
        names=_constants(formulas),
        subject=decode(package.subject),
        has_macros=package.has_macros,
        has_outside_links=package.has_outside_links,
    )


# ---- opening


def _load(data: bytes, *, data_only: bool) -> Any:  # noqa: ANN401 - a library's own object
    from openpyxl import load_workbook

    with _cells_only(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it drops is not read anyway
        return load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)


@contextmanager
def _cells_only() -> Iterator[None]:
    """Leave out, while it reads, what is not asked of openpyxl.

    It would drop values under a merge, type link addresses into empty cells and visit
    every cell of a merged or linked range; spans are known from the preflight.
    """
    from openpyxl.worksheet._reader import WorksheetReader

    whole = WorksheetReader.bind_all
    setattr(WorksheetReader, "bind_all", _bind)  # noqa: B010 - mypy refuses assignment
    try:
        yield
    finally:
        setattr(WorksheetReader, "bind_all", whole)  # noqa: B010


def _bind(reader: Any) -> None:  # noqa: ANN401
    reader.bind_cells()
    reader.bind_col_dimensions()
    reader.bind_row_dimensions()
    reader.bind_properties()


def _slim(data: bytes, package: Package) -> bytes:
    """The workbook without what is not asked of openpyxl.

    It refuses a whole workbook over a drawing, a comment or a property that it cannot
    read, and is slow over styled cells without content; both are common and harmless.
    """
    slow = {package.parts[name] for name, s in package.sheets.items() if s.bare > MANY_BARE}
    relations = {relations_part(""), relations_part(package.book)}
    slim = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(slim, "w") as new:
        for name in old.namelist():
            if name in relations or (name.endswith(".xml") and not _NOT_ASKED.match(name)):
                part = old.read(name)
                if name in slow:
                    part = _BARE_ROW.sub(b"", _BARE_CELL.sub(b"", part))
                new.writestr(name, part)
    return slim.getvalue()


# ---- one sheet


def _grid(
    file: str, sheets: tuple[Any, Any], looked: tuple[Lembar, Notes], second: Second
) -> Grid:
    (values, formulas), (facts, notes) = sheets, looked
    cells = dict(_cells(values, formulas, facts))
    return Grid(
        file=file,
        sheet=clean(values.title),
        cells=second.compare(values.title, cells, facts.last, values.parent.epoch),
        hidden_rows=frozenset(
            row for row, d in values.row_dimensions.items() if d.hidden or d.height == 0
        ),
        hidden_columns=frozenset(_hidden_columns(values)),
        spans=facts.spans,
        comments=notes,
        hidden=values.sheet_state != "visible",
        protected=bool(values.protection.sheet),
    )


def _hidden_columns(sheet: Any) -> Iterator[int]:  # noqa: ANN401
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden or dimension.width == 0:
            yield from range(dimension.min, min(dimension.max, 16_384) + 1)


def _cells(values: Any, formulas: Any, facts: Lembar) -> Iterator[tuple[Place, Cell]]:  # noqa: ANN401
    looks: dict[int, tuple[bool, bool]] = {}
    for place, cell in values._cells.items():
        formula = _formula(formulas._cells.get(place))
        value = "" if cell.value is None and place in facts.blank_results else cell.value
        if value is None and not formula:
            continue
        if cell.style_id not in looks:
            looks[cell.style_id] = (is_percent(cell.number_format), bool(cell.font.strike))
        percent, struck = looks[cell.style_id]
        kind, content = _content(value, is_error=cell.data_type == "e")
        yield place, Cell(kind, content, formula, percent, struck)


def _formula(cell: Any) -> str:  # noqa: ANN401
    if cell is None or cell.data_type != "f":
        return ""
    if isinstance(cell.value, str):
        return clean(cell.value)
    return clean(getattr(cell.value, "text", "") or "=")  # of an array; a data table has none


def _content(value: object, *, is_error: bool) -> tuple[Kind, Value]:
    match value:
        case None:
            return Kind.UNCALCULATED, None
        case bool():
            return Kind.BOOL, value
        case int() | float():
            return Kind.NUMBER, number(value)
        case datetime():
            return Kind.DATE, value if value.time() != time() else value.date()
        case date():
            return Kind.DATE, value
        case time():
            return Kind.TIME, value
        case timedelta():  # [h]:mm, a duration; no Kind of its own
            return Kind.TIME, str(value)
        case _:
            return Kind.ERROR if is_error else Kind.TEXT, decode(str(value))


def _constants(book: Any) -> Mapping[str, str]:  # noqa: ANN401
    """The defined names whose value is a text, such as ``="K2026-KUL"``."""
    found = {}
    for name, defined in book.defined_names.items():
        match = CONSTANT.fullmatch((defined.attr_text or "").strip())
        if match:
            found[clean(name)] = clean(match[1].replace('""', '"'))
    return found
