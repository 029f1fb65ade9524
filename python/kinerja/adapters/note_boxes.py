"""The boxes in which notes are shown: shapes of a VML part, beside the cells they are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.adapters.xml_cells import number_of, parsed, place_of, serialized, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

VML_SPACE, EXCEL_SPACE = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:excel",
)
WIDTH, LINE, LETTERS = 400, 19, 48  # pixels across, pixels a line, letters in a line
ROW, COLUMN, DIGIT = 20, 64, 7  # pixels of what no width is told of; of one sign of a width
WIDEST = 16384  # columns of a sheet
EMPTY_VML = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml"'
    b' xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    b' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}"'
    ' type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:{width}px;height:{height}px;z-index:{id};visibility:hidden" fillcolor="#ffffe1"'
    ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black"'
    ' obscured="t"/><v:path o:connecttype="none"/><v:textbox/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 0, {top}, 0, {right}, {bottom}</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)


def drawn(
    root: _Element, notes: Mapping[str, str], gone: Iterable[str], number: int, sheet: _Element
) -> bytes:
    """The VML part with a box for each of these notes, and none for those that are gone.

    ``number`` tells the boxes of this part from those of others, ``sheet`` is the worksheet
    that they lie on.

    Raises:
        BrokenPackageError: if the place of another box, or a size, cannot be read.
    """
    first, sizes = _highest(root, number), _sizes(sheet)
    replaced = {_place(cell) for cell in (*notes, *gone)}
    for shape in list(root.iter(f"{{{VML_SPACE}}}shape")):
        parent = shape.getparent()
        if parent is not None and _drawn_at(shape) in replaced:
            parent.remove(shape)
    for n, (cell, text) in enumerate(notes.items(), start=1):
        root.append(_box(_place(cell), text, first + n, sizes))
    return serialized(root)


def _highest(root: _Element, number: int) -> int:
    """The highest number of a shape in this part; of an empty one where its own begin."""
    ids = (str(shape.get("id", "")) for shape in root.iter(f"{{{VML_SPACE}}}shape"))
    known = (re.search(r"_s(\d+)$", identity) for identity in ids)
    return max((int(m[1]) for m in known if m), default=1024 * (64 + number))


def _drawn_at(shape: _Element) -> tuple[int, int] | None:
    """The cell that a shape is the note of."""
    row, column = (shape.find(f".//{{{EXCEL_SPACE}}}{name}") for name in ("Row", "Column"))
    if row is None or column is None:
        return None
    return number_of((row.text or "0").strip()), number_of((column.text or "0").strip())


def _box(place: tuple[int, int], text: str, identity: int, sizes: Sizes) -> _Element:
    """A box beside the cell, as high as its text; programs go by the cells that it covers."""
    row, column = place
    height = LINE * (sum(1 + len(line) // LETTERS for line in text.split("\n")) + 1)
    written = _BOX.format(
        id=identity,
        width=WIDTH,
        height=height,
        left=column + 1,
        right=_reached(sizes.columns, COLUMN, column + 1, WIDTH),
        top=row,
        bottom=_reached(sizes.rows, ROW, row, height),
        row=row,
        column=column,
    )
    return deepcopy(parsed(written.encode()))


@dataclass(frozen=True, slots=True)
class Sizes:
    """How high rows and how wide columns of a sheet are, in pixels, those that tell it."""

    rows: Mapping[int, int]
    columns: Mapping[int, int]


def _sizes(root: _Element) -> Sizes:
    rows = {}
    for row in root.iterfind(f"{tag(root, 'sheetData')}/{tag(root, 'row')}"):
        if row.get("ht"):
            rows[_whole(row.get("r")) - 1] = _whole(row.get("ht")) * 4 // 3
    columns: dict[int, int] = {}
    for column in root.iterfind(f"{tag(root, 'cols')}/{tag(root, 'col')}"):
        first, last = _whole(column.get("min")), min(_whole(column.get("max")), WIDEST)
        width = _whole(column.get("width")) * DIGIT
        columns |= dict.fromkeys(range(first - 1, last), width)
    return Sizes(rows, columns)


def _whole(text: str | None) -> int:
    return number_of((text or "0").partition(".")[0])


def _reached(sizes: Mapping[int, int], usual: int, first: int, length: int) -> str:
    """Where so many pixels from there end: the row or column, and the pixels in it."""
    place = first
    while length > sizes.get(place, usual):
        length -= sizes.get(place, usual)
        place += 1
    return f"{place}, {length}"


def _place(cell: str) -> tuple[int, int]:
    """Row and column from 0, as VML counts them."""
    row, column = place_of(cell)
    return row - 1, column - 1
