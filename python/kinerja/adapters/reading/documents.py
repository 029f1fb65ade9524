"""The tables of a Word document as sheets of cells; what stands outside them is not read.

A stranger made the document: its container is looked at as that of a workbook is, and its
XML is read in one pass without a DTD, so that nothing is expanded. Merged cells become
spans; text that was deleted or moved away under Track Changes is left out.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from kinerja.adapters.reading.lembar import too_large
from kinerja.adapters.reading.preflight import main_part, read_parts
from kinerja.adapters.reading.scan import Attributes, Hooks, Refused, scan
from kinerja.adapters.reading.text import decode
from kinerja.grid import Book, Cell, Grid, Kind, Place, Span
from kinerja.model import Identitas, Location
from kinerja.sheets.agreement import TABEL
from kinerja.temuan import Rule, Temuan, Ukuran

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_DOCUMENT = "word/document.xml"
MAX_CELLS = 50_000
MAX_COLUMNS = 200  # Word itself has 63


def is_document(data: bytes) -> bool:
    """Whether the bytes are a package of Word."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _DOCUMENT in package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def read(data: bytes, name: str) -> Book | Temuan:
    """Every table, in the order in which they begin, or why it must not be read."""
    try:
        tables = _tables(data, name)
    except Refused as refused:
        return refused.rule.at(Location(name), berkas=name, **refused.facts)
    identitas = Identitas(sha256=hashlib.sha256(data).hexdigest(), berkas=name)
    return Book(identitas=identitas, grids=tuple(table.grid() for table in tables))


def _tables(data: bytes, name: str) -> list[_Table]:
    parts = read_parts(data, _anything)
    document = parts[main_part(parts)]
    if MAIN.encode() not in document:
        raise Refused(Rule.XML_KETAT)
    reading = _Reading(name)
    scan(document, reading.hooks())
    return reading.tables


def _anything(_package: zipfile.ZipFile, _names: Collection[str]) -> None:
    """A document may hold any other part; none of them is opened."""


@dataclass(slots=True)
class _Table:
    """One table, and where in it the reading is."""

    file: str
    sheet: str
    cells: dict[Place, Cell] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    merged: dict[int, tuple[Place, Place]] = field(default_factory=dict)  # open, by column
    row: int = 0
    column: int = 1
    width: int = 1
    is_merged: bool = False  # this cell goes on with the one above
    begins_merge: bool = False
    text: list[str] = field(default_factory=list)

    def start_cell(self) -> None:
        self.width, self.is_merged, self.begins_merge = 1, False, False
        self.text = []

    def end_cell(self) -> None:
        first = (self.row, self.column)
        last = (self.row, self.column + self.width - 1)
        opened = self.merged.get(self.column)
        if self.is_merged and opened:
            self.merged[self.column] = (opened[0], last)
        else:
            self.close(self.column)
            if self.begins_merge or self.width > 1:
                self.merged[self.column] = (first, last)
        text = decode("".join(self.text)).strip()
        if text and not self.is_merged:
            self.cells[first] = Cell(Kind.TEXT, text)
        self.column += self.width
        if self.column > MAX_COLUMNS:
            raise Refused(Rule.BERKAS_RUSAK)

    def close(self, column: int) -> None:
        """Note a merged range that has come to its end."""
        first, last = self.merged.pop(column, ((0, 0), (0, 0)))
        if first != last:
            self.spans.append(Span(first, last))

    def grid(self) -> Grid:
        for column in list(self.merged):
            self.close(column)
        return Grid(
            file=self.file, sheet=self.sheet, cells=self.cells, spans=tuple(self.spans)
        )


@dataclass(slots=True)
class _Reading:
    """One pass over the document: the tables so far, and those it is inside of."""

    name: str
    tables: list[_Table] = field(default_factory=list)
    inside: list[_Table] = field(default_factory=list)
    hidden: int = 0  # how deep in what nobody sees
    amount: int = 0

    def hooks(self) -> Hooks:
        start: dict[str, Callable[[Attributes], None]] = {
            "tbl": self.start_table,
            "tr": self.start_row,
            "tc": self.start_cell,
            "gridSpan": self.wide,
            "gridBefore": self.indent,
            "vMerge": self.merge,
            "moveFrom": self.hide,
            "tab": lambda _: self.add(" "),
            "br": lambda _: self.add("\n"),
        }
        end: dict[str, Callable[[str], None]] = {
            "tbl": self.end_table,
            "tc": self.end_cell,
            "t": self.add,
            "p": lambda _: self.add("\n"),
            "moveFrom": self.show,
        }
        return Hooks(
            start={f"{MAIN} {k}": hook for k, hook in start.items()} | {_FALLBACK: self.hide},
            end={f"{MAIN} {k}": hook for k, hook in end.items()} | {_FALLBACK: self.show},
        )

    def start_table(self, _: Attributes) -> None:
        table = _Table(self.name, TABEL.format(n=len(self.tables) + 1))
        self.tables.append(table)
        self.inside.append(table)

    def end_table(self, _: str) -> None:
        self.inside.pop()

    def start_row(self, _: Attributes) -> None:
        if self.inside:
            self.inside[-1].row += 1
            self.inside[-1].column = 1

    def start_cell(self, _: Attributes) -> None:
        self.amount += 1
        too_large(self.amount, MAX_CELLS, Ukuran.SEL)
        if self.inside:
            self.inside[-1].start_cell()

    def end_cell(self, _: str) -> None:
        if self.inside:
            self.inside[-1].end_cell()

    def wide(self, attributes: Attributes) -> None:
        if self.inside:
            self.inside[-1].width = _count(attributes, least=1)

    def indent(self, attributes: Attributes) -> None:
        if self.inside:
            self.inside[-1].column += _count(attributes, least=0)

    def merge(self, attributes: Attributes) -> None:
        if self.inside:
            begins = attributes.get(f"{MAIN} val") == "restart"
            self.inside[-1].begins_merge = begins
            self.inside[-1].is_merged = not begins

    def add(self, text: str) -> None:
        if self.inside and not self.hidden:
            self.inside[-1].text.append(text)

    def hide(self, _: Attributes) -> None:
        self.hidden += 1

    def show(self, _: str) -> None:
        self.hidden -= 1


def _count(attributes: Attributes, least: int) -> int:
    """How many columns; as a document that is damaged if that is no sensible number."""
    text = attributes.get(f"{MAIN} val", str(least))
    if not text.isdecimal() or not least <= int(text[:4]) <= MAX_COLUMNS:
        raise Refused(Rule.BERKAS_RUSAK)
    return int(text[:4])
