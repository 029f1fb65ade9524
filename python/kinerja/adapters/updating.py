"""Bring a master that an earlier version made up to date with a new one.

Sheets and columns that it lacks are put in, “Beranda” is drawn anew; no other cell changes.
What has to be there since the first version is never put in: if it is gone, so are its rows,
and they come from a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.adapters.damage import CODE_NAME
from kinerja.adapters.drawings import buttons_on, has_comments, with_drawings
from kinerja.adapters.grafting import Graft
from kinerja.adapters.parts import Package
from kinerja.adapters.widening import last_column, widen
from kinerja.adapters.workbook_part import WorkbookPart
from kinerja.adapters.worksheets import Worksheet
from kinerja.adapters.xml_cells import parsed, serialized
from kinerja.sheets import beranda, master
from kinerja.sheets.table import Column, Sheet, find_headings, normal


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a master of an earlier version lacks."""

    sheets: tuple[str, ...] = ()
    columns: tuple[tuple[Sheet, tuple[Column, ...]], ...] = ()
    beranda: bool = False
    renamed: tuple[tuple[str, str], ...] = ()  # a declared sheet, and what it is called now

    def __bool__(self) -> bool:
        return bool(self.sheets or self.columns or self.beranda)


def lacking(raw: bytes, new: bytes, siklus: int, tables: Sequence[Sheet]) -> Lacking:
    """What of a new master this one lacks; ``tables`` are those of “Beranda”.

    Raises:
        BrokenPackageError: if one of them cannot be read.
    """
    package = Package(raw)
    book = WorkbookPart.read(package)
    declared = [s for s in master.sheets_of(siklus) if s.optional]
    renamed = dict(_renamed(package, book))
    sheets = [
        s.name for s in declared if normal(s.name) not in book.sheets and s.name not in renamed
    ]
    here = [s for s in master.sheets_of(siklus) if normal(s.name) in book.sheets]
    columns = ((s, _columns(package, book, s)) for s in here)
    return Lacking(
        tuple(sheets),
        tuple((sheet, found) for sheet, found in columns if found),
        _is_old_beranda(package, book, Package(new), tables),
        tuple(renamed.items()),
    )


def updated(raw: bytes, new: bytes, lacks: Lacking) -> bytes:
    """The master with what it lacks of a new one; its macros stay as they are.

    Raises:
        BrokenPackageError: if one of them cannot be read.
    """
    graft = Graft(Package(raw), Package(new))
    for name in lacks.sheets:
        graft.add(name)
    for sheet, columns in lacks.columns:
        _widen(graft, sheet, columns)
    if not lacks.beranda:
        return graft.done()
    if normal(beranda.NAMA) in graft.book.sheets:
        graft.replace(beranda.NAMA)
    else:
        graft.add(beranda.NAMA)
    return with_drawings(graft.done(), new, beranda.NAMA)


def _renamed(package: Package, book: WorkbookPart) -> Iterator[tuple[str, str]]:
    """Declared sheets that a person has called something else: their code name tells."""
    missing = {c: n for n, c in master.CODE_NAMES.items() if normal(n) not in book.sheets}
    known = {normal(name) for name in master.CODE_NAMES}
    for name, part in book.sheets.items():
        found = None if name in known else CODE_NAME.search(package.read(part))
        code = _code_name(package.read(part)) if found else ""
        if code in missing:
            yield missing[code], name


def _code_name(part: bytes) -> str:
    root = parsed(part)
    return next((e.get("codeName", "") for e in root if e.get("codeName")), "")


def _columns(package: Package, book: WorkbookPart, sheet: Sheet) -> tuple[Column, ...]:
    """The columns that were declared since; none if its headings are not to be found."""
    top, where = _headings(package, book, sheet)
    if not top:
        return ()
    return tuple(c for c in sheet.columns if c.optional and c.key not in where)


def _headings(
    package: Package, book: WorkbookPart, sheet: Sheet
) -> tuple[int, Mapping[str, int]]:
    worksheet = Worksheet(parsed(package.read(book.sheets[normal(sheet.name)])), book.strings)
    headings = {normal(column.heading) for column in sheet.columns}
    return find_headings(worksheet.texts("", sheet.name, headings), sheet)


def _is_old_beranda(
    package: Package, book: WorkbookPart, new: Package, tables: Iterable[Sheet]
) -> bool:
    """Whether “Beranda” lacks a table, a column or a button; notes of a person keep it."""
    if normal(beranda.NAMA) not in book.sheets:
        return True
    if has_comments(package, beranda.NAMA):
        return False
    if set(buttons_on(package, beranda.NAMA)) != set(buttons_on(new, beranda.NAMA)):
        return True
    return any(len(_headings(package, book, s)[1]) < len(s.columns) for s in tables)


def _widen(graft: Graft, sheet: Sheet, columns: Iterable[Column]) -> None:
    """Put the columns to the right of all that stands in the sheet."""
    part = graft.book.sheets[normal(sheet.name)]
    root, like = parsed(graft.old.read(part)), graft.taken(sheet.name)
    worksheet = Worksheet(root, graft.book.strings)
    headings = {normal(column.heading) for column in sheet.columns}
    top, _ = find_headings(worksheet.texts("", sheet.name, headings), sheet)
    start = last_column(worksheet) + 1
    pattern = Worksheet(like)
    for number, column in enumerate(columns, start=start):
        widen(
            worksheet, pattern, column.heading, (top, number), sheet.columns.index(column) + 1
        )
    graft.stretch(root, sheet.name, top)
    graft.parts[part] = serialized(root)
