"""A Book as JSON and back, between the child process and ours.

JSON, never pickle: what comes from the child was made from a stranger's file. Values
are made again by the kind of their cell, so nothing else can come through.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kinerja.grid import Book, Cell, Grid, Kind, Place, Span, Value
from kinerja.model import Identitas, Location
from kinerja.temuan import Rule, Temuan

Json = dict[str, Any]


def pack(answer: Book | Temuan) -> Json:
    """The answer as JSON can carry it."""
    if isinstance(answer, Temuan):
        return {"rule": answer.rule.name, "facts": dict(answer.facts)}
    identitas = answer.identitas
    return {
        "sha256": identitas.sha256,
        "disimpan": identitas.disimpan.isoformat() if identitas.disimpan else None,
        "aplikasi": identitas.aplikasi,
        "grids": [_pack_grid(grid) for grid in answer.grids],
        "names": dict(answer.names),
        "subject": answer.subject,
        "has_macros": answer.has_macros,
        "has_outside_links": answer.has_outside_links,
    }


def unpack(answer: Json, name: str) -> Book | Temuan:
    """The answer as it was, about the file of that name."""
    if "rule" in answer:
        return Rule[answer["rule"]].at(Location(name), **answer["facts"])
    disimpan = answer["disimpan"]
    return Book(
        identitas=Identitas(
            sha256=answer["sha256"],
            berkas=name,
            disimpan=datetime.fromisoformat(disimpan) if disimpan else None,
            aplikasi=answer["aplikasi"],
        ),
        grids=tuple(_unpack_grid(grid, name) for grid in answer["grids"]),
        names=answer["names"],
        subject=answer["subject"],
        has_macros=answer["has_macros"],
        has_outside_links=answer["has_outside_links"],
    )


def _pack_grid(grid: Grid) -> Json:
    return {
        "sheet": grid.sheet,
        "cells": [[*place, *_pack_cell(cell)] for place, cell in grid.cells.items()],
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "spans": [[*span.first, *span.last] for span in grid.spans],
        "comments": [[*place, text] for place, text in grid.comments.items()],
        "hidden": grid.hidden,
        "protected": grid.protected,
    }


def _unpack_grid(grid: Json, name: str) -> Grid:
    cells: Mapping[Place, Cell] = {
        (row, column): _unpack_cell(*content) for row, column, *content in grid["cells"]
    }
    return Grid(
        file=name,
        sheet=grid["sheet"],
        cells=cells,
        hidden_rows=frozenset(grid["hidden_rows"]),
        hidden_columns=frozenset(grid["hidden_columns"]),
        spans=tuple(Span((a, b), (c, d)) for a, b, c, d in grid["spans"]),
        comments={(row, column): text for row, column, text in grid["comments"]},
        hidden=grid["hidden"],
        protected=grid["protected"],
    )


def _pack_cell(cell: Cell) -> list[object]:
    value: object = cell.value
    if isinstance(value, Decimal):
        value = str(value)
    elif isinstance(value, (date, time)):
        value = value.isoformat()
    return [cell.kind.value, value, cell.formula, cell.percent, cell.struck, cell.other]


def _unpack_cell(
    kind: str,
    value: object,
    formula: str,
    percent: bool,
    struck: bool,
    other: str | None,
) -> Cell:
    return Cell(Kind(kind), _value(Kind(kind), value), formula, percent, struck, other)


def _value(kind: Kind, value: object) -> Value:
    text = str(value)
    match kind:
        case Kind.NUMBER:
            return Decimal(text)
        case Kind.DATE:
            return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        case Kind.TIME:
            return _time(text)
        case Kind.BOOL:
            return bool(value)
        case Kind.UNCALCULATED:
            return None
        case _:
            return text


def _time(text: str) -> time | str:
    """A time of day, or a duration as it was written."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        return text
