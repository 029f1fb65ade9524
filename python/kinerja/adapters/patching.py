"""Change the rows of a master in use, and nothing else in it.

Excel's and LibreOffice's own parts, a user's sheets, charts, comments, macros and
ribbon are copied byte for byte. Rows are found under their headings, wherever a user
has moved them; columns that are not declared keep their cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.adapters.copying import with_copies
from kinerja.adapters.files import shown
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.adapters.workbook_part import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    WORKBOOK,
    WorkbookPart,
    relationships,
)
from kinerja.adapters.worksheets import Worksheet
from kinerja.adapters.xml_cells import parsed, serialized, tag
from kinerja.model import Location
from kinerja.sheets.table import Page, as_shown, find_headings, missing_columns, normal
from kinerja.temuan import KinerjaError, Rule, Sebab, Temuan

if TYPE_CHECKING:
    from lxml.etree import _Element

CALC_CHAIN = "xl/calcChain.xml"


@dataclass(frozen=True, slots=True)
class Patch:
    """A workbook with other rows, and whether more than quiet pages differ in it."""

    data: bytes
    is_news: bool


def patched(file: str, raw: bytes, pages: Sequence[Page]) -> bytes:
    """The workbook as ``patch`` makes it.

    Raises:
        KinerjaError: as ``patch`` does.
    """
    return patch(file, raw, pages).data


def patch(file: str, raw: bytes, pages: Sequence[Page]) -> Patch:
    """The workbook with these rows under the headings of these sheets.

    A sheet with a pattern is made where it is missing. If all rows stand there already,
    the bytes are those that came in.

    Raises:
        KinerjaError: if it cannot be read, or lacks a sheet or a column; all of them.
    """
    name = shown(file)
    try:
        old = Package(raw)
        package = with_copies(old, [page.sheet for page in pages if page.sheet.pattern])
        done = _patched(name, package, pages)
        return replace(done, is_news=done.is_news or package is not old)
    except BrokenPackageError as error:
        sebab = Sebab.BAGIAN_RUSAK if raw.startswith(b"PK") else Sebab.BUKAN_WORKBOOK
        raise KinerjaError(
            Rule.MASTER_RUSAK.at(Location(name), berkas=name, sebab=sebab)
        ) from error


def lock_of(path: Path, *, in_calc: bool = True) -> str:
    """The lock that Office or LibreOffice leaves beside a file it has open; "" if none.

    Word puts its sign in the place of the first two letters of all but short names,
    https://wordribbon.tips.net/T013192_Extra_Document_File_Being_Saved.html
    """
    of_word = [f"~${path.name[2:]}"] if path.suffix.casefold() == ".docx" else []
    locks = (f"~${path.name}", *of_word, *([f".~lock.{path.name}#"] if in_calc else ()))
    return next((lock for lock in locks if path.with_name(lock).exists()), "")


def _patched(file: str, package: Package, pages: Sequence[Page]) -> Patch:
    book = WorkbookPart.read(package)
    temuan: list[Temuan] = []
    changed: dict[str, _Element] = {}
    lost_formula = is_loud = False
    for page in pages:
        part = book.sheets.get(normal(page.sheet.name))
        if part is None:
            if not page.sheet.optional:
                place = Location(file, page.sheet.name)
                temuan.append(Rule.LEMBAR_HILANG.at(place, lembar=page.sheet.name))
            continue
        root = changed[part] if part in changed else parsed(package.read(part))
        worksheet = Worksheet(root, book.strings, book.epoch)
        missing, is_news = _replace(file, worksheet, page)
        temuan += missing
        lost_formula |= worksheet.lost_formula
        if is_news:
            changed[part] = root
            is_loud |= not page.quiet
    if temuan:
        raise KinerjaError(*temuan)
    data = assembled(package, book, changed, lost_formula=lost_formula)
    return Patch(data, is_loud)


def assembled(
    package: Package,
    book: WorkbookPart,
    changed: Mapping[str, _Element],
    *,
    lost_formula: bool,
) -> bytes:
    """The package with these parts changed, and what Excel then has to work out again.

    Raises:
        BrokenPackageError: if it cannot be written again.
    """
    parts = {part: serialized(root) for part, root in changed.items()}
    stale, drop = _recalculation(package, book, changed=bool(parts), lost_formula=lost_formula)
    return package.replaced(parts | stale, drop)


def _replace(file: str, worksheet: Worksheet, page: Page) -> tuple[tuple[Temuan, ...], bool]:
    """Put the rows of one page in place: what is missing for that, and if it is news."""
    sheet = page.sheet
    headings = {normal(column.heading) for column in sheet.columns}
    top, where = find_headings(worksheet.texts(file, sheet.name, headings), sheet)
    missing = missing_columns(sheet, where, Location(file, sheet.name, top))
    if missing:
        return missing, False
    present = [(n, c) for n, c in enumerate(sheet.columns) if c.key in where]
    columns = [where[column.key] for _, column in present]
    page_rows = page.rows[: sheet.capacity or None]
    rows = [[as_shown(row[n], column) for n, column in present] for row in page_rows]
    return (), worksheet.replace(top, columns, rows, sheet.capacity)


# ---- what Excel has worked out before: a user's own formulas may stand on the new rows


def _recalculation(
    package: Package, book: WorkbookPart, *, changed: bool, lost_formula: bool
) -> tuple[dict[str, bytes], frozenset[str]]:
    """Parts that make Excel work out its formulas again, and parts that have to go.

    Only a file that Excel itself saved has a calculation chain; one that lists a cell
    without formula makes Excel offer a repair.
    """
    if not changed or CALC_CHAIN not in package.names:
        return {}, frozenset()
    parts = {}
    settings = book.root.find(tag(book.root, "calcPr"))
    if settings is not None and settings.get("fullCalcOnLoad") != "1":
        settings.set("fullCalcOnLoad", "1")
        parts[WORKBOOK] = serialized(book.root)
    if not lost_formula:
        return parts, frozenset()
    return parts | _without_chain(package), frozenset({CALC_CHAIN})


def _without_chain(package: Package) -> dict[str, bytes]:
    relations, types = relationships(package), parsed(package.read(CONTENT_TYPES))
    for relation in list(relations):
        if relation.get("Type", "").endswith("/calcChain"):
            relations.remove(relation)
    for kind in list(types):
        if kind.get("PartName") == f"/{CALC_CHAIN}":
            types.remove(kind)
    return {
        RELATIONSHIPS: serialized(relations),
        CONTENT_TYPES: serialized(types),
    }
