"""A returned workbook as it goes back: notes on its cells, and one sheet that lists them.

Nothing else changes: every cell, picture and sheet of the person stays as it was, part by
part. An earlier list in the same workbook gives way to the new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kinerja.adapters import look
from kinerja.adapters.notes import OFFICE, has_notes, with_notes
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.adapters.workbook_part import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    STYLES,
    WORKBOOK,
    WorkbookPart,
    relationships,
    sheet_elements,
)
from kinerja.adapters.xml_cells import escaped, number_of, parsed, serialized, tag
from kinerja.grid import Value, cell_name, letter
from kinerja.sheets.table import Link, Sheet, normal
from kinerja.sheets.verifikasi import KODE_PERBAIKAN

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
TITLE, LINE, HEAD, CELL, LINK, INPUT = range(6)  # the formats of the list, in this order
_FONTS = (
    '<font xmlns="{0}"><b/><sz val="16"/><color rgb="FF{1}"/><name val="Calibri"/></font>',
    '<font xmlns="{0}"><sz val="11"/><color rgb="FF{2}"/><name val="Calibri"/></font>',
    '<font xmlns="{0}"><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>',
    '<font xmlns="{0}"><u/><sz val="11"/><color rgb="FF{1}"/><name val="Calibri"/></font>',
)
# font, fill and border by their place among those that are added; None: that of the book
_FORMATS = ((0, None, None), (1, None, None), (2, 0, 0), (1, None, 0), (3, None, 0), (1, 1, 0))
_BELOW = 2  # rows free under the lines above the headings
_LETTERS = 1.1  # letters of a text that fit into one unit of width
_ROW = 15  # points of a line


def marked(
    data: bytes,
    notes: Mapping[tuple[str, str], str],
    sheet: Sheet,
    rows: Sequence[Sequence[Value]],
    lines: Sequence[str],
) -> bytes:
    """The workbook with a note on each of these cells, by sheet and cell, and their list.

    ``lines`` stand above the rows. The same input gives the same bytes.

    Raises:
        BrokenPackageError: if the package cannot be followed.
    """
    package = Package(data)
    book = WorkbookPart.read(package)
    if str(book.root.tag) != f"{{{MAIN}}}workbook":  # the strict form names all otherwise
        raise BrokenPackageError(WORKBOOK)
    changed: dict[str, bytes] = {}
    for name, part in book.sheets.items():
        own = {cell: text for (at, cell), text in notes.items() if normal(at) == name}
        if own or has_notes(package, part):
            with_notes(package, part, own, changed)
    first = _with_formats(package, changed)
    content = _list(sheet, rows, lines, first)
    _place(package, book, sheet.name, content, changed)
    return package.replaced(changed)


# ---- formats


def _with_formats(package: Package, changed: dict[str, bytes]) -> int:
    """Add the formats of the list to those of the book; the number of the first."""
    root = parsed(package.read(STYLES))
    colours = [c.lstrip("#") for c in (look.HEADING, look.INK, look.INPUT, look.LINE)]
    fonts = [_add(root, "fonts", text.format(MAIN, *colours)) for text in _FONTS]
    fill = (
        '<fill xmlns="{0}"><patternFill patternType="solid"><fgColor rgb="FF{1}"/>'
        '<bgColor indexed="64"/></patternFill></fill>'
    )
    fills = [_add(root, "fills", fill.format(MAIN, colours[n])) for n in (0, 2)]
    side = f'<{{0}} style="thin"><color rgb="FF{colours[3]}"/></{{0}}>'
    sides = "".join(side.format(name) for name in ("left", "right", "top", "bottom"))
    border = _add(root, "borders", f'<border xmlns="{MAIN}">{sides}<diagonal/></border>')
    found = [
        _add(
            root,
            "cellXfs",
            f'<xf xmlns="{MAIN}" numFmtId="0" fontId="{fonts[font]}" '
            f'fillId="{0 if fill_ is None else fills[fill_]}" '
            f'borderId="{0 if edge is None else border}" xfId="0" applyFont="1" applyFill="1" '
            'applyBorder="1" applyAlignment="1" applyProtection="1">'
            f'<alignment vertical="top" wrapText="{int(n >= HEAD)}"/>'
            '<protection locked="0"/></xf>',
        )
        for n, (font, fill_, edge) in enumerate(_FORMATS)
    ]
    changed[STYLES] = serialized(root)
    return found[0]


def _add(root: _Element, name: str, text: str) -> int:
    """Add an element to a list of the styles part; its number there.

    Raises:
        BrokenPackageError: if there is no such list.
    """
    holder = root.find(tag(root, name))
    if holder is None:
        raise BrokenPackageError(name)
    space = str(root.tag).partition("}")[0].lstrip("{")
    holder.append(parsed(text.replace(MAIN, space).encode()))
    holder.set("count", str(len(holder)))
    return len(holder) - 1


# ---- the list


def _list(
    sheet: Sheet, rows: Sequence[Sequence[Value]], lines: Sequence[str], first: int
) -> bytes:
    """The worksheet part of the list."""
    head = len(lines) + _BELOW + 1
    above = [(1, [(1, sheet.title, TITLE)])]
    above += [(n, [(1, text, LINE)]) for n, text in enumerate(lines, start=2)]
    heads = [(c, column.heading, HEAD) for c, column in enumerate(sheet.columns, start=1)]
    table = [(head, heads)]
    table += [(n, _cells(sheet, row)) for n, row in enumerate(rows, start=head + 1)]
    body = "".join(_row(sheet, n, cells, first) for n, cells in (*above, *table))
    widths = "".join(
        f'<col min="{c}" max="{c}" width="{column.width}" customWidth="1"/>'
        for c, column in enumerate(sheet.columns, start=1)
    )
    links = "".join(_links(sheet, rows, head))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
        f'<sheetPr><tabColor rgb="FF{look.WARN.lstrip("#")}"/><pageSetUpPr fitToPage="1"/>'
        '</sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" '
        f'workbookViewId="0"><pane ySplit="{head}" topLeftCell="A{head + 1}" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{_ROW}"/><cols>{widths}</cols>'
        f"<sheetData>{body}</sheetData>"
        + (f"<hyperlinks>{links}</hyperlinks>" if links else "")
        + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" '
        'footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "</worksheet>"
    ).encode()


def _cells(sheet: Sheet, row: Sequence[Value]) -> list[tuple[int, str, int]]:
    """Text and format of every cell of one row."""
    found = []
    for c, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
        looks = LINK if isinstance(value, Link) else INPUT if column.fillable else CELL
        found.append((c, _shown(value), looks))
    return found


def _shown(value: Value) -> str:
    """A place as people say it: ``Isian!F12``."""
    text = "" if value is None else str(value)
    return text.replace("'", "") if isinstance(value, Link) else text


def _row(sheet: Sheet, n: int, cells: Sequence[tuple[int, str, int]], first: int) -> str:
    """One row, high enough for its longest text."""
    lines = 1
    if len(cells) > 1:
        needed = (len(text) / (sheet.columns[c - 1].width * _LETTERS) for c, text, _ in cells)
        lines = 1 + max(int(share) for share in needed)
    high = 24 if n == 1 else lines * _ROW + 3
    body = "".join(
        f'<c r="{letter(c)}{n}" s="{first + looks}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{escape(escaped(text))}</t></is></c>'
        for c, text, looks in cells
    )
    return f'<row r="{n}" ht="{high}" customHeight="1">{body}</row>'


def _links(sheet: Sheet, rows: Sequence[Sequence[Value]], head: int) -> Iterator[str]:
    for n, row in enumerate(rows, start=head + 1):
        for c, value in enumerate(row, start=1):
            if isinstance(value, Link):
                at = cell_name(n, c)
                yield f'<hyperlink ref="{at}" location={quoteattr(str(value))}/>'


# ---- its place in the book


def _place(
    package: Package,
    book: WorkbookPart,
    name: str,
    content: bytes,
    changed: dict[str, bytes],
) -> None:
    """Put the list into the book, last of its tabs, and shown first when it is opened."""
    root = book.root
    part = next((p for p in book.sheets.values() if _is_list(package, book, p)), "")
    if not part:
        part, name = _free(package), _free_name(book, name)
        _list_sheet(package, root, name, part, changed)
    changed[part] = content
    for other in book.sheets.values():
        if other != part:
            _unselect(package, other, changed)
    listed = (normal(e.get("name", "")) for e in sheet_elements(root))
    _show(root, [book.sheets.get(name, part) for name in listed], part)
    changed[WORKBOOK] = serialized(root)


def _show(root: _Element, parts: Sequence[str], part: str) -> None:
    """The list is what one sees when the book is opened, also if somebody had hidden it."""
    place = parts.index(part)
    sheet_elements(root)[place].attrib.pop("state", "")
    view = root.find(f"{tag(root, 'bookViews')}/{tag(root, 'workbookView')}")
    if view is not None:
        view.set("activeTab", str(place))


def _is_list(package: Package, book: WorkbookPart, part: str) -> bool:
    """Whether a sheet is the list of an earlier round: no sheet of their own has its code."""
    root = parsed(package.read(part))
    begin = KODE_PERBAIKAN.partition("{")[0]
    for cell in root.iter(tag(root, "c")):
        text = "".join(t.text or "" for t in cell.iter(tag(root, "t")))
        if cell.get("t") == "s":
            number = number_of(cell.findtext(tag(root, "v")) or "0")
            text = book.strings[number] if number < len(book.strings) else ""
        if text.startswith(begin):
            return True
    return False


def _free_name(book: WorkbookPart, name: str) -> str:
    """The name, or with a number behind it if a sheet of their own has it."""
    names = chain([name], (f"{name} ({n})" for n in count(2)))
    return next(n for n in names if normal(n) not in book.sheets)


def _free(package: Package) -> str:
    names = {name.casefold() for name in package.names}
    number = 1
    while f"xl/worksheets/sheet{number}.xml" in names:
        number += 1
    return f"xl/worksheets/sheet{number}.xml"


def _list_sheet(
    package: Package, root: _Element, name: str, part: str, changed: dict[str, bytes]
) -> None:
    """List a new sheet after all others, with its relationship and its content type."""
    relations = relationships(package)
    taken = {relation.get("Id") for relation in relations}
    identity = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    relation = relations.makeelement(tag(relations, "Relationship"), {}, None)
    relation.set("Id", identity)
    relation.set("Type", f"{OFFICE}/worksheet")
    relation.set("Target", f"/{part}")
    relations.append(relation)
    changed[RELATIONSHIPS] = serialized(relations)
    types = parsed(changed.get(CONTENT_TYPES) or package.read(CONTENT_TYPES))
    override = types.makeelement(tag(types, "Override"), {}, None)
    override.set("PartName", f"/{part}")
    override.set("ContentType", SHEET_TYPE)
    types.append(override)
    changed[CONTENT_TYPES] = serialized(types)
    sheets = sheet_elements(root)
    new = sheets[-1].makeelement(tag(root, "sheet"), {}, None)
    new.set("name", name)
    new.set("sheetId", str(1 + max(number_of(e.get("sheetId", "0")) for e in sheets)))
    new.set(f"{{{OFFICE}}}id", identity)
    sheets[-1].addnext(new)


def _unselect(package: Package, part: str, changed: dict[str, bytes]) -> None:
    """Two selected sheets would be typed in at once, so only the list is selected."""
    root = parsed(changed.get(part) or package.read(part))
    views = root.findall(f"{tag(root, 'sheetViews')}/{tag(root, 'sheetView')}")
    chosen = [view for view in views if view.get("tabSelected")]
    for view in chosen:
        del view.attrib["tabSelected"]
    if chosen:
        changed[part] = serialized(root)
