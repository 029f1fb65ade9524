"""Marks that another program than Excel has saved the master, and what it dropped.

Only marks that Excel never leaves count, so that a master which Excel saved is never
called damaged: Excel writes ``vbaProject.bin`` anew with compiled code, renumbers parts
and relationships, and adds sheets that have no code name yet. A module or a sheet that a
later kinerja knows may be missing in a master that an earlier one made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.adapters.files import here, shown
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.adapters.workbook_part import (
    CONTENT_TYPES,
    WORKBOOK,
    WorkbookPart,
    relationships,
)
from kinerja.adapters.xml_cells import parsed, tag
from kinerja.sheets.master import CODE_NAMES
from kinerja.sheets.table import normal
from kinerja.temuan import Bagian, Rule, Temuan

if TYPE_CHECKING:
    from lxml.etree import _Element

MACRO_FILE = ".xlsm"
MACROS, PROPERTIES, ROOT = "xl/vbaProject.bin", "docProps/app.xml", "_rels/.rels"
MACRO_BOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
RIBBON = "/relationships/ui/extensibility"  # ends the type of both ribbon parts
RIBBON_FOLDER = "customUI/"
OURS = b"Module=Kinerja"  # in the list of modules
# They write the macros anew, in a way that Excel was never seen to read.
FOREIGN = re.compile(rb"<Application>[^<]*(?:LibreOffice|Collabora|OpenOffice)")
CODE_NAME = re.compile(rb"<(?:\w+:)?sheetPr[^>]*\scodeName=\"[^\"]")


def damage(path: Path, raw: bytes) -> Temuan | None:
    """What is wrong with a master that another program saved; a file without macros is exempt.

    A package that cannot be read at all is left to its readers.
    """
    if path.suffix.lower() != MACRO_FILE:
        return None
    try:
        lost = lost_parts(Package(raw))
    except BrokenPackageError:
        return None
    if not lost:
        return None
    name = shown(path.name)
    bagian = ", ".join(lost)
    return Rule.MASTER_DISIMPAN_LAIN.at(here(path), berkas=name, bagian=bagian)


def lost_parts(package: Package) -> tuple[Bagian, ...]:
    """What another program has dropped from a master with macros.

    Raises:
        BrokenPackageError: if it cannot be read.
    """
    return tuple(_lost(package))


def _lost(package: Package) -> Iterator[Bagian]:
    book = WorkbookPart.read(package)
    if not _is_macro_book(package):
        yield Bagian.JENIS
    if not _has_macros(package):
        yield Bagian.MAKRO
    if not _has_code_names(package, book):
        yield Bagian.NAMA_KODE
    if not _has_ribbon(package):
        yield Bagian.PITA


def _is_macro_book(package: Package) -> bool:
    types = parsed(package.read(CONTENT_TYPES))
    return any(
        kind.get("PartName") == f"/{WORKBOOK}" and kind.get("ContentType") == MACRO_BOOK
        for kind in types
    )


def _has_macros(package: Package) -> bool:
    if MACROS not in package.names or not _relates(relationships(package), "/vbaProject"):
        return False
    if PROPERTIES in package.names and FOREIGN.search(package.read(PROPERTIES)):
        return False
    project = package.read(MACROS)
    # The list of modules is not packed, but it may lie in pieces.
    return OURS in project or OURS in modules_of(project)


def modules_of(project: bytes) -> bytes:
    """The list of modules in a VBA project; nothing if the project cannot be read."""
    from pyopenvba.cfb import CFB
    from pyopenvba.exceptions import CFBError

    try:
        return bytes(CFB.from_bytes(project).get_stream("PROJECT"))
    except (CFBError, KeyError):
        return b""


def _has_code_names(package: Package, book: WorkbookPart) -> bool:
    """Other programs drop them all; a sheet that Excel has added may have none."""
    properties = book.root.find(tag(book.root, "workbookPr"))
    if properties is None or not properties.get("codeName"):
        return False
    declared = (book.sheets[normal(n)] for n in CODE_NAMES if normal(n) in book.sheets)
    return any(CODE_NAME.search(package.read(part)) for part in declared)


def _has_ribbon(package: Package) -> bool:
    """Whether each part is related and each relation has its part, as Excel leaves them."""
    related = _relates(parsed(package.read(ROOT)), RIBBON)
    there = {n for n in package.names if n.startswith(RIBBON_FOLDER) and n.endswith(".xml")}
    return there <= related <= package.names


def _relates(relations: _Element, end: str) -> set[str]:
    """The targets of the relationships whose type ends so."""
    return {
        relation.get("Target", "").removeprefix("/")
        for relation in relations
        if relation.get("Type", "").endswith(end)
    }
