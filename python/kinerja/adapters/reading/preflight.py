"""A bounded look at a returned workbook as bytes, before any reader touches it.

It refuses what is no workbook, what is damaged and what would hurt a reader, and
counts what the readers must find. Limits are totals, never ratios: honest files have
ratios of a hundred (returned-files, row 84).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, datetime

from kinerja.adapters.reading.lembar import (
    MAIN,
    MAX_CELLS,
    MAX_ROWS,
    MAX_SPANS,
    Lembar,
    look,
    too_large,
)
from kinerja.adapters.reading.notes import Notes, notes
from kinerja.adapters.reading.scan import Attributes, Hooks, Refused, scan
from kinerja.adapters.reading.sniff import refuse_other_formats, refuse_other_packages
from kinerja.model import Location
from kinerja.temuan import Rule, Sebab, Temuan, Ukuran

MB = 2**20
MAX_ENTRIES = 2_000
MAX_PART = 48 * MB
MAX_TOTAL = 96 * MB
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_VBA, _OUTSIDE = "vbaproject", "externallink"  # as parts and relations are named
_ENTRY = b"PK\x01\x02"  # one in the directory for each part
_HARMFUL = (
    ("xl/macrosheets/", Sebab.MAKRO_LAMA),
    ("xl/activex/", Sebab.ACTIVEX),
    ("xl/embeddings/", Sebab.OBJEK),
)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What is in a workbook that is safe to read."""

    sheets: Mapping[str, Lembar]  # by the name on its tab, in that order
    parts: Mapping[str, str]  # the part of each sheet, by the same name
    notes: Mapping[str, Notes]
    book: str  # the part of the workbook itself
    has_macros: bool = False
    has_outside_links: bool = False
    subject: str = ""
    aplikasi: str = ""
    disimpan: datetime | None = None


def preflight(data: bytes, name: str, without: Set[str] = frozenset()) -> Package | Temuan:
    """What the workbook holds, or why it must not be read.

    Sheets of the names ``without`` are not looked at, and so nobody may read them.
    """
    try:
        return _inspect(data, without)
    except Refused as refused:
        return refused.rule.at(Location(name), berkas=name, **refused.facts)


def _inspect(data: bytes, without: Set[str]) -> Package:
    refuse_other_formats(data)
    parts = read_parts(data, refuse_other_packages)
    book = main_part(parts)
    if _STRICT in parts[book]:
        raise Refused(Rule.XML_KETAT)
    every = _sheets(parts, book)
    sheets = {name: part for name, part in every.items() if name not in without}
    looked = {}
    for part in sorted(parts.keys() - (set(every.values()) - set(sheets.values()))):
        if part in sheets.values():
            looked[part] = look(parts[part])
        elif part.lower().endswith((".xml", ".rels")):  # VML is not XML (row 89)
            scan(parts[part])
    _refuse_whole(looked)
    return Package(
        sheets={name: looked[part] for name, part in sheets.items()},
        parts=sheets,
        notes={name: _notes(parts, part) for name, part in sheets.items()},
        book=book,
        has_macros=_carries(parts, book, _VBA),
        has_outside_links=_carries(parts, book, _OUTSIDE),
        subject=_text(parts, "docProps/core.xml", "http://purl.org/dc/elements/1.1/ subject"),
        aplikasi=_text(
            parts, "docProps/app.xml", f"{_OFFICE}/extended-properties Application"
        ).partition("$")[0],  # LibreOffice adds its platform and build behind the version
        disimpan=_moment(
            _text(parts, "docProps/core.xml", "http://purl.org/dc/terms/ modified")
        ),
    )


# ---- the container


def read_parts(
    data: bytes, refuse: Callable[[zipfile.ZipFile, Collection[str]], None]
) -> dict[str, bytes]:
    """Every part, each checked against its own checksum.

    Raises:
        Refused: if it is too large, damaged, harmful, or not what ``refuse`` lets pass.
    """
    too_large(data.count(_ENTRY), MAX_ENTRIES, Ukuran.BAGIAN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not _is_ignored(info)]
            _check_names(infos)
            _check_sizes(infos)
            refuse(package, {info.filename for info in infos})
            return {info.filename: package.read(info) for info in infos}
    except _DAMAGE as error:
        raise Refused(Rule.BERKAS_RUSAK) from error


def _is_ignored(info: zipfile.ZipInfo) -> bool:
    """Folders, and what macOS adds when a person zips by hand."""
    return info.is_dir() or info.orig_filename.startswith("__MACOSX/")


def _check_names(infos: list[zipfile.ZipInfo]) -> None:
    names = [info.orig_filename for info in infos]  # filename is mended on Windows
    for name in names:
        if "\\" in name or "\0" in name or ".." in name.split("/") or name.startswith("/"):
            raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.NAMA_BAGIAN)
        for start, sebab in _HARMFUL:
            if name.lower().startswith(start):
                raise Refused(Rule.BERKAS_BERBAHAYA, sebab=sebab)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.BAGIAN_GANDA)


def _check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    """By what the directory declares: zipfile never gives more than that."""
    if any(info.flag_bits & 1 for info in infos):
        raise Refused(Rule.BERKAS_BERSANDI)
    sizes = [info.file_size for info in infos]
    total = sum(sizes)
    if total > MAX_TOTAL or max(sizes, default=0) > MAX_PART:
        raise Refused(Rule.BERKAS_TERLALU_BESAR, ukuran=Ukuran.MB.of(total // MB))


# ---- the workbook


def main_part(parts: Mapping[str, bytes]) -> str:
    """The part that is the workbook or the document itself.

    Raises:
        Refused: if there is none.
    """
    for kind, target in _relations(parts, "").values():
        if kind.endswith("/officeDocument") and target in parts:
            return target
    raise Refused(Rule.BERKAS_RUSAK)


def _relations(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Kind and target of every relation of a part, by its id."""
    folder = posixpath.dirname(part)
    found: dict[str, tuple[str, str]] = {}

    def note(attributes: Attributes) -> None:
        target = attributes.get("Target", "")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[attributes.get("Id", "")] = (attributes.get("Type", ""), path)

    data = parts.get(relations_part(part))
    if data is not None:
        scan(data, Hooks(start={_REL: note}))
    return found


def relations_part(part: str) -> str:
    """The part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _notes(parts: Mapping[str, bytes], part: str) -> Notes:
    found = {
        kind.rpartition("/")[2]: target for kind, target in _relations(parts, part).values()
    }
    return notes(
        parts.get(found.get("comments", "")), parts.get(found.get("threadedComment", ""))
    )


def _sheets(parts: Mapping[str, bytes], book: str) -> dict[str, str]:
    """The part of every worksheet by the name on its tab."""
    ids: dict[str, str] = {}

    def note(attributes: Attributes) -> None:
        ids[attributes.get("name", "")] = attributes.get(f"{_OFFICE}/relationships id", "")

    scan(parts[book], Hooks(start={f"{MAIN} sheet": note}))
    relations = _relations(parts, book)
    sheets = {}
    for name, key in ids.items():
        kind, target = relations.get(key, ("", ""))
        if kind.endswith("/xlMacrosheet"):
            raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.MAKRO_LAMA)
        if kind.endswith("/worksheet"):
            sheets[name] = target
    if not sheets or not set(sheets.values()) <= set(parts):
        raise Refused(Rule.BERKAS_RUSAK)
    return sheets


def _carries(parts: Mapping[str, bytes], book: str, what: str) -> bool:
    """Whether a part or a relation of the workbook is of that kind, by its name.

    Either is enough: programs find macros by the relation, whatever their part is named.
    """
    kinds = [kind for kind, _ in _relations(parts, book).values()]
    last = (posixpath.basename(name) for name in (*parts, *kinds))
    return any(name.lower().startswith(what) for name in last)


def _refuse_whole(sheets: Mapping[str, Lembar]) -> None:
    """The limits hold for the workbook too, not only sheet by sheet."""
    too_large(sum(len(s.places) for s in sheets.values()), MAX_CELLS, Ukuran.SEL)
    too_large(sum(s.rows for s in sheets.values()), MAX_ROWS, Ukuran.BARIS)
    too_large(sum(len(s.spans) for s in sheets.values()), MAX_SPANS, Ukuran.GABUNGAN)


# ---- the properties


def _text(parts: Mapping[str, bytes], part: str, element: str) -> str:
    """The text of one element of a part; empty if there is none."""
    found: list[str] = []
    if part in parts:
        scan(parts[part], Hooks(end={element: found.append}))
    return found[0].strip() if found else ""


def _moment(text: str) -> datetime | None:
    """A moment in universal time without a zone, as Excel writes it; None if it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo:
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None)
