"""Give a master that another program has saved its macros, code names and ribbon back.

What the sheets hold stays as it is in the damaged file, the user's own sheets included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kinerja.adapters.building import KONF, ribbon_text, vba_project
from kinerja.adapters.damage import (
    FOREIGN,
    MACRO_BOOK,
    MACROS,
    PROPERTIES,
    RIBBON,
    RIBBON_FOLDER,
    ROOT,
    lost_parts,
    modules_of,
)
from kinerja.adapters.drawings import buttons_on, has_comments, with_drawings
from kinerja.adapters.macros import WORKBOOK as WORKBOOK_NAME
from kinerja.adapters.parts import Package
from kinerja.adapters.ribbon import with_ribbon
from kinerja.adapters.workbook_part import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    STYLES,
    WORKBOOK,
    WorkbookPart,
    relationships,
    sheet_elements,
)
from kinerja.adapters.xml_cells import parsed, serialized, tag
from kinerja.sheets import beranda
from kinerja.sheets.master import CODE_NAMES
from kinerja.sheets.table import normal
from kinerja.temuan import Bagian

if TYPE_CHECKING:
    from lxml.etree import _Element

MACRO_TYPE = "application/vnd.ms-office.vbaProject"
MACRO_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
SIGNED = re.compile(r"xl/(vbaProjectSignature\w*\.bin|_rels/vbaProject\.bin\.rels)")
BUTTONS = re.compile(r"xl/(drawings/\w+\.(vml|xml)|worksheets/\w+\.xml)")
# LibreOffice names the module of a macro where Excel names the workbook.
MODULE = re.compile(rb"(?<=[\">])Kinerja\w+\.(?=Tekan_\w+[\"<])")
# LibreOffice 7.4 writes the “&” of a caption as it is, which is no XML.
BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")
THIS_WORKBOOK = b"[0]!"
OWN_MODULE = re.compile(rb"^(?:Module|Class|BaseClass)=(?!Kinerja)", re.MULTILINE)
APPLICATION = re.compile(rb"(?<=<Application>)[^<]*(?=</Application>)")
BEFORE = ("fileVersion", "fileSharing")  # of workbookPr
# The order of [ECMA-376] 18.8.22 as the Open XML SDK wants it; openpyxl writes another.
FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz",
    "color", "name", "family", "charset", "scheme",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repaired:
    """The mended workbook, what was put back, and what could not be."""

    data: bytes
    mended: tuple[Bagian, ...]
    left: tuple[Bagian, ...]


@dataclass(slots=True)
class _Work:
    """A package at work: what is changed and dropped so far."""

    package: Package
    parts: dict[str, bytes] = field(default_factory=dict)
    drop: set[str] = field(default_factory=set)
    mended: list[Bagian] = field(default_factory=list)

    def read(self, name: str) -> bytes:
        return self.parts.get(name) or self.package.read(name)

    def names(self, pattern: re.Pattern[str]) -> list[str]:
        return sorted(name for name in self.package.names if pattern.fullmatch(name))


def repaired(raw: bytes, *, anew: bool = False) -> Repaired:
    """The master with all that a program dropped which does not know it.

    ``anew``: with the macros and the ribbon of this version, whatever it had.

    Raises:
        BrokenPackageError: if it cannot be read.
        KinerjaError: if a text of the macros or of the ribbon is missing.
    """
    work = _Work(Package(raw))
    work.mended += lost_parts(work.package)
    if anew:
        work.mended += [b for b in (Bagian.MAKRO, Bagian.PITA) if b not in work.mended]
    left = tuple(_left(work.package, work.mended))
    if {Bagian.MAKRO, Bagian.NAMA_KODE} & set(work.mended):
        _mend_macros(work)
    _mend_buttons(work)
    _mend_fonts(work)
    _mend_lists(work)
    whole = work.package.replaced(work.parts, work.drop)
    return Repaired(with_ribbon(whole, ribbon_text()), tuple(work.mended), left)


def _left(package: Package, lost: Sequence[Bagian]) -> Iterator[Bagian]:
    """What cannot be put back."""
    has_project = Bagian.MAKRO in lost and MACROS in package.names
    if has_project and OWN_MODULE.search(modules_of(package.read(MACROS))):
        yield Bagian.MAKRO_SENDIRI
    if PROPERTIES in package.names and FOREIGN.search(package.read(PROPERTIES)):
        yield Bagian.TAMPILAN


def lacks_buttons(raw: bytes) -> bool:
    """Whether “Beranda” is there without buttons that Excel could show.

    Raises:
        BrokenPackageError: if it cannot be read.
    """
    package = Package(raw)
    is_there = normal(beranda.NAMA) in WorkbookPart.read(package).sheets
    return is_there and not buttons_on(package, beranda.NAMA)


def redrawn(mended: Repaired, new: bytes) -> Repaired:
    """The same with the buttons and the chart of a new master on “Beranda”.

    If a person has put notes there, they stay and the buttons do not come back.

    Raises:
        BrokenPackageError: if one of them cannot be read.
    """
    if has_comments(Package(mended.data), beranda.NAMA):
        return replace(mended, left=(*mended.left, Bagian.TOMBOL))
    data = with_drawings(mended.data, new, beranda.NAMA)
    return replace(mended, data=data, mended=(*mended.mended, Bagian.TOMBOL))


# ---- macros and code names


def _mend_macros(work: _Work) -> None:
    """The project, and the names by which it knows the workbook and its sheets."""
    book = WorkbookPart.read(work.package)
    _properties(book.root).set("codeName", WORKBOOK_NAME)
    for sheet in sheet_elements(book.root):
        if sheet.get("name") == KONF and sheet.get("state") != "veryHidden":
            sheet.set("state", "veryHidden")
            work.mended.append(Bagian.TERSEMBUNYI)
    work.parts[WORKBOOK] = serialized(book.root)
    named = {
        book.sheets[normal(n)]: c for n, c in CODE_NAMES.items() if normal(n) in book.sheets
    }
    for part in book.sheets.values():
        _name(work, part, named.get(part, ""))
    work.parts[MACROS] = vba_project(list(named.values()))
    work.drop |= set(work.names(SIGNED))


def _properties(root: _Element) -> _Element:
    """The properties of the workbook, made where there are none."""
    from lxml import etree

    found = root.find(tag(root, "workbookPr"))
    if found is None:
        found = etree.Element(tag(root, "workbookPr"))
        before = {tag(root, name) for name in BEFORE}
        root.insert(sum(child.tag in before for child in root), found)
    return found


def _name(work: _Work, part: str, code_name: str) -> None:
    """Give a sheet its code name; a sheet of the user's gets a new one from Excel."""
    from lxml import etree

    root = parsed(work.read(part))
    properties = root.find(tag(root, "sheetPr"))
    if properties is None:
        properties = etree.Element(tag(root, "sheetPr"))
        root.insert(0, properties)
    if "codeName" in properties.attrib:
        del properties.attrib["codeName"]
    if code_name:
        properties.set("codeName", code_name)
    work.parts[part] = serialized(root)


# ---- what people press


def _mend_buttons(work: _Work) -> None:
    """Those on a sheet of the user's too."""
    for name in work.names(BUTTONS):
        old = work.read(name)
        new = BARE.sub(b"&amp;", MODULE.sub(THIS_WORKBOOK, old))
        if new != old:
            work.parts[name] = new


# ---- what other programs write in another order


def _mend_fonts(work: _Work) -> None:
    if STYLES not in work.package.names:
        return
    root = parsed(work.read(STYLES))
    order = {tag(root, name): number for number, name in enumerate(FONT)}
    for font in root.iter(tag(root, "font")):
        font[:] = sorted(font, key=lambda child: order.get(str(child.tag), len(order)))
    work.parts[STYLES] = serialized(root)


# ---- the lists of the package


def _mend_lists(work: _Work) -> None:
    """Content types, relationships, and who is said to have written it."""
    work.drop |= {name for name in work.package.names if name.startswith(RIBBON_FOLDER)}
    _list_types(work)
    root = parsed(work.read(ROOT))
    for relation in list(root):
        if relation.get("Type", "").endswith(RIBBON):
            root.remove(relation)
    work.parts[ROOT] = serialized(root)
    _relate_macros(work)
    if PROPERTIES in work.package.names:
        work.parts[PROPERTIES] = APPLICATION.sub(b"Microsoft Excel", work.read(PROPERTIES))


def _list_types(work: _Work) -> None:
    from lxml import etree

    types = parsed(work.read(CONTENT_TYPES))
    of_part = {kind.get("PartName", ""): kind for kind in types}
    for name in work.drop:
        kind = of_part.pop(f"/{name}", None)
        if kind is not None:
            types.remove(kind)
    of_part[f"/{WORKBOOK}"].set("ContentType", MACRO_BOOK)
    is_usual = any(
        kind.get("Extension") == "bin" and kind.get("ContentType") == MACRO_TYPE
        for kind in types
    )
    if f"/{MACROS}" not in of_part and not is_usual:
        words = {"PartName": f"/{MACROS}", "ContentType": MACRO_TYPE}
        etree.SubElement(types, tag(types, "Override"), words)
    work.parts[CONTENT_TYPES] = serialized(types)


def _relate_macros(work: _Work) -> None:
    from lxml import etree

    relations = relationships(work.package)
    if any(relation.get("Type") == MACRO_RELATION for relation in relations):
        return
    words = {"Id": "kinerjaMakro", "Type": MACRO_RELATION, "Target": "vbaProject.bin"}
    etree.SubElement(relations, tag(relations, "Relationship"), words)
    work.parts[RELATIONSHIPS] = serialized(relations)
