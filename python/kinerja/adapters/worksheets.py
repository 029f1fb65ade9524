"""The rows of one worksheet part: find its headings, and put other rows under them.

Rows and cells may lack references, as some programs leave them. Cells that are not
replaced keep everything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kinerja.adapters.look import link_formula, row_height
from kinerja.adapters.parts import BrokenPackageError
from kinerja.adapters.xml_cells import (
    EPOCH_1900,
    LINK,
    Content,
    children,
    content_of,
    escaped,
    number_of,
    place_of,
    same,
    tag,
    text_of,
)
from kinerja.grid import Cell, Grid, Kind, Place, Value, cell_name
from kinerja.sheets.table import normal

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ROW_LOOK = ("spans", "ht", "customHeight", "hidden", "s", "customFormat", "collapsed")
LAST_ROW, LAST_COLUMN, USUAL_WIDTH = 1_048_576, 1000, 8.43


@dataclass(slots=True)
class Worksheet:
    """One worksheet part; ``strings`` are the workbook's shared texts."""

    root: _Element
    strings: Sequence[str] = ()
    epoch: date = EPOCH_1900
    lost_formula: bool = field(default=False, init=False)  # one of the replaced cells had one

    def __post_init__(self) -> None:
        self._space = tag(self.root, "")
        data = self.root.find(self._tag("sheetData"))
        if data is None:
            raise BrokenPackageError
        self._data = data
        self._widths = {number: _width(column) for number, column in self._columns()}
        self._rows = dict(self._number_rows())

    _space: str = field(init=False)
    _data: _Element = field(init=False)
    _widths: dict[int, float] = field(init=False)
    _rows: dict[int, _Element] = field(init=False)
    _seen: list[tuple[Place, _Element, Content]] | None = field(default=None, init=False)

    def _tag(self, name: str) -> str:
        return self._space + name

    def _number_rows(self) -> Iterator[tuple[int, _Element]]:
        """Rows and cells with the references that some programs leave out."""
        number = 0
        for row in self._data.iterchildren(self._tag("row")):
            number = number_of(row.get("r") or str(number + 1))
            row.set("r", str(number))
            column = 0
            for cell in row.iterchildren(self._tag("c")):
                ref = cell.get("r")
                column = place_of(ref)[1] if ref else column + 1
                if not ref:
                    cell.set("r", cell_name(number, column))
            yield number, row

    def texts(self, file: str, name: str, wanted: Iterable[str]) -> Grid:
        """The cells that hold one of these texts, for finding the headings."""
        known = set(wanted)
        cells = {
            place: Cell(Kind.TEXT, content[1])
            for place, _, content in self._held()
            if content and content[0] == "s" and normal(content[1]) in known
        }
        return Grid(file=file, sheet=name, cells=cells)

    def _held(self) -> Sequence[tuple[Place, _Element, Content]]:
        """Every cell with what it shows, looked at once as long as nothing changes."""
        if self._seen is None:
            self._seen = [(place, c, self._shown(c)) for place, c in self._cells()]
        return self._seen

    def _cells(self) -> Iterator[tuple[Place, _Element]]:
        wanted = self._tag("c")
        for row in self._rows.values():
            for cell in row.iterchildren(wanted):
                yield place_of(cell.get("r") or ""), cell

    def _content(self, cell: _Element) -> Content:
        """What is in a cell, in the form of ``content_of``; a formula is ``("f", "")``."""
        return self._formula(cell, self._shown(cell))

    def _formula(self, cell: _Element, shown: Content) -> Content:
        """What a cell holds that shows this: more than it shows, if it has a formula."""
        formula = children(cell).get(self._tag("f"))
        if formula is None:
            return shown
        is_link = shown and formula.text == link_formula(shown[1])
        return (LINK, shown[1]) if shown and is_link else ("f", "")

    def _shown(self, cell: _Element) -> Content:
        """What a cell shows, be it typed or worked out."""
        held = children(cell) if len(cell) else {}
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            item = held.get(self._tag("is"))
            text = "" if item is None else text_of(item)
            return ("s", text) if text else None
        value = held.get(self._tag("v"))
        if value is None or not value.text:
            return None
        raw = value.text
        if kind == "s":
            text = self._shared(raw)
            return ("s", text) if text else None
        return ("s" if kind == "str" else kind), raw

    def _shared(self, index: str) -> str:
        try:
            return self.strings[number_of(index)]
        except IndexError as error:
            raise BrokenPackageError from error

    def replace(
        self,
        top: int,
        columns: Sequence[int],
        rows: Sequence[Sequence[Value]],
        capacity: int = 0,
    ) -> bool:
        """Put these rows directly under row ``top``, in these columns; say if that is news.

        Whatever stood in these columns below is gone; other columns keep theirs. If
        the same values stand there already, nothing is touched. A table of a limited
        ``capacity`` has a fixed place: cells below it are another's, and its own keep
        their look.
        """
        last = top + capacity if capacity else LAST_ROW
        wanted = {
            (number, column): content
            for number, row in enumerate(rows, start=top + 1)
            for column, value in zip(columns, row, strict=True)
            if (content := content_of(value, self.epoch))
        }
        owned = frozenset(columns)
        held = [h for h in self._held() if top < h[0][0] <= last and h[0][1] in owned]
        known = {place: self._formula(cell, shown) for place, cell, shown in held}
        if same(wanted, {place: content for place, content in known.items() if content}):
            return False
        self._seen = None
        old = [(place, cell) for place, cell, _ in held]
        if capacity:
            self.put({place: wanted.get(place) for place in (*dict(old), *wanted)})
            return True
        styles = self._styles(old)
        self._unshare(old)
        self._remove(old)
        self._insert(wanted, styles)
        self._open_filter(top, top + len(rows))
        self._unmerge(top, owned)
        self._measure()
        return True

    def contents(self) -> Mapping[Place, Content]:
        """What is in every cell that holds something; a formula is ``("f", "")``."""
        found = ((place, self._content(cell)) for place, cell in self._cells())
        return {place: content for place, content in found if content}

    def style(self, place: Place) -> int:
        """The number of the style of a cell, or else of its column."""
        row = self._rows.get(place[0])
        cell = None if row is None else _cell_at(row, place[1])
        own = self._styles(()).get(place[1]) if cell is None else cell.get("s")
        return number_of(own or "0")

    def put(self, cells: Mapping[Place, Content]) -> None:
        """Put content in single cells and leave their look alone; None empties one.

        A row that was not there yet is as high as its texts need.
        """
        self._seen = None
        grown: dict[int, list[tuple[int, str]]] = {}
        old = {place: cell for place, cell in self._cells() if place in cells}
        self._unshare(old.items())
        styles = self._styles(old.items())
        for place, content in cells.items():
            cell = old.get(place)
            if cell is not None:
                self._fill(cell, content)
            elif content:
                if place[0] in grown or place[0] not in self._rows:
                    grown.setdefault(place[0], []).append((place[1], content[1]))
                row = self._row(place[0])
                new = self._new_cell(place, content, styles.get(place[1]))
                row[:] = sorted([*row, new], key=_column_of)
                _forget(row, "spans")
        for number, texts in grown.items():
            self._fit(self._rows[number], texts)
        self._data[:] = [self._rows[number] for number in sorted(self._rows)]
        self._measure()

    def _row(self, number: int) -> _Element:
        """The row of that number, made where there is none."""
        from lxml import etree

        if number not in self._rows:
            self._rows[number] = etree.Element(self._tag("row"), r=str(number))
        return self._rows[number]

    def _styles(self, old: Iterable[tuple[Place, _Element]]) -> Mapping[int, str]:
        """The style of each column: its own, or that of the first cell under the headings."""
        own = ((number, column.get("style", "0")) for number, column in self._columns())
        styles = {number: style for number, style in own if style != "0"}
        for (_, number), cell in old:
            if cell.get("s"):
                styles.setdefault(number, cell.get("s", "0"))
        return styles

    def _columns(self) -> Iterator[tuple[int, _Element]]:
        """What is said of each column, up to the last that a table may have."""
        for column in self.root.iterfind(f"{self._tag('cols')}/{self._tag('col')}"):
            low, high = number_of(column.get("min", "1")), number_of(column.get("max", "1"))
            for number in range(low, min(high, LAST_COLUMN) + 1):
                yield number, column

    def _unshare(self, old: Iterable[tuple[Place, _Element]]) -> None:
        """Write out the formulas of a user's cells that only pointed to one being replaced."""
        masters = {}
        gone = set()
        for place, cell in old:
            gone.add(place)
            formula = cell.find(self._tag("f"))
            if formula is not None:
                self.lost_formula = True
                if formula.get("t") == "shared" and formula.text:
                    masters[formula.get("si")] = (cell.get("r"), formula.text)
        if masters:
            self._write_out(masters, gone)

    def _write_out(
        self, masters: Mapping[str | None, tuple[str | None, str]], gone: set[Place]
    ) -> None:
        from openpyxl.formula.translate import Translator

        for place, cell in self._cells():
            formula = cell.find(self._tag("f"))
            if formula is None or place in gone or formula.get("si") not in masters:
                continue
            origin, text = masters[formula.get("si")]
            moved = Translator(f"={text}", origin=origin).translate_formula(cell.get("r"))
            formula.attrib.clear()
            formula.text = moved.removeprefix("=")

    def _remove(self, old: Iterable[tuple[Place, _Element]]) -> None:
        for (number, _), cell in old:
            row = self._rows[number]
            row.remove(cell)
            if len(row) == 0:
                del self._rows[number]

    def _insert(
        self, wanted: Mapping[Place, tuple[str, str]], styles: Mapping[int, str]
    ) -> None:
        grown: dict[int, list[tuple[int, str]]] = {}
        for (number, column), content in wanted.items():
            grown.setdefault(number, []).append((column, content[1]))
        for number, texts in grown.items():
            row = self._row(number)
            cells = [
                self._new_cell((number, column), wanted[number, column], styles.get(column))
                for column, _ in texts
            ]
            row[:] = sorted([*row, *cells], key=_column_of)
            self._fit(row, texts)
        self._data[:] = [self._rows[number] for number in sorted(self._rows)]

    def _fit(self, row: _Element, texts: Iterable[tuple[int, str]]) -> None:
        """Give the row the look of a new one, as high as its texts need."""
        for name in _ROW_LOOK:
            _forget(row, name)
        height = row_height(
            (text, self._widths.get(column, USUAL_WIDTH)) for column, text in texts
        )
        if height:
            row.set("ht", f"{height:g}")

    def _new_cell(self, place: Place, content: Content, style: str | None) -> _Element:
        from lxml import etree

        cell = etree.Element(self._tag("c"), r=cell_name(*place))
        if style:
            cell.set("s", style)
        self._fill(cell, content)
        return cell

    def _fill(self, cell: _Element, content: Content) -> None:
        """Let a cell hold this and nothing else; its place and its style stay."""
        from lxml import etree

        for child in list(cell):
            cell.remove(child)
        for name in {str(name) for name in cell.attrib} - {"r", "s"}:
            _forget(cell, name)
        kind, text = content or ("", "")
        if kind == "s":
            cell.set("t", "inlineStr")
            holder = etree.SubElement(cell, self._tag("is"))
            item = etree.SubElement(holder, self._tag("t"))
            item.text = escaped(text)
            if text != " ".join(text.split()):
                item.set(SPACE, "preserve")
            return
        if kind == LINK:
            cell.set("t", "str")
            etree.SubElement(cell, self._tag("f")).text = link_formula(text)
        if kind == "b":
            cell.set("t", "b")
        if text:
            etree.SubElement(cell, self._tag("v")).text = text

    def _open_filter(self, top: int, last: int) -> None:
        """Show every row: a filter set for the old rows would hide new ones."""
        found = self.root.find(self._tag("autoFilter"))
        if found is None:
            return
        for child in list(found):
            found.remove(child)
        for row in self._rows.values():
            if number_of(row.get("r", "0")) > top:
                _forget(row, "hidden")
        properties = self.root.find(self._tag("sheetPr"))
        if properties is not None:
            _forget(properties, "filterMode")
        first, _, end = found.get("ref", "").partition(":")
        if end and place_of(first)[0] == top and place_of(end)[0] < last:
            found.set("ref", f"{first}:{cell_name(last, place_of(end)[1])}")

    def _unmerge(self, top: int, owned: frozenset[int]) -> None:
        """A merged range would hide the rows under it."""
        merges = self.root.find(self._tag("mergeCells"))
        if merges is None:
            return
        for merge in list(merges):
            first, _, last = merge.get("ref", "").partition(":")
            (_, left), (bottom, right) = place_of(first), place_of(last or first)
            if bottom > top and any(left <= column <= right for column in owned):
                merges.remove(merge)
        merges.set("count", str(len(merges)))
        if len(merges) == 0:
            self.root.remove(merges)

    def _measure(self) -> None:
        dimension = self.root.find(self._tag("dimension"))
        places = [place for place, _ in self._cells()]
        if dimension is None or not places:
            return
        rows, columns = zip(*places, strict=True)
        first = cell_name(min(rows), min(columns))
        last = cell_name(max(rows), max(columns))
        dimension.set("ref", first if first == last else f"{first}:{last}")


def _width(column: _Element) -> float:
    """The width in characters; a hidden column needs no height, however much it holds."""
    if column.get("hidden") in {"1", "true"}:
        return math.inf
    try:
        return float(column.get("width", USUAL_WIDTH))
    except ValueError as error:
        raise BrokenPackageError from error


def _forget(element: _Element, attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]


def _cell_at(row: _Element, column: int) -> _Element | None:
    return next((cell for cell in row if _column_of(cell) == column), None)


def _column_of(cell: _Element) -> int:
    """The column of a cell; what is no cell comes after them all."""
    ref = cell.get("r")
    return place_of(ref)[1] if ref else 1 << 15
