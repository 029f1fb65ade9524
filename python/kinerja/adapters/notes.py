"""Notes on cells of a workbook that somebody else saved: added beside those that are there.

A note is an entry of a comments part and a shape of a VML part; both are made where a
sheet has none. Where a person has begun a thread, what is given back is a reply in it. The
cells themselves are not touched.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from kinerja.adapters.note_boxes import EMPTY_VML, drawn
from kinerja.adapters.parts import BrokenPackageError, Package
from kinerja.adapters.threads import (
    COPY,
    PERSON,
    THREAD,
    copied,
    replied,
    threads_of,
    with_person,
)
from kinerja.adapters.workbook_part import CONTENT_TYPES, WORKBOOK, relationships
from kinerja.adapters.xml_cells import (
    escaped,
    number_of,
    parsed,
    serialized,
    tag,
)
from kinerja.sheets.verifikasi import is_given_back, own_words

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "kinerja"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What follows legacyDrawing in a worksheet part, ECMA-376 part 1, 18.3.1.99.
LATER = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
_EMPTY_COMMENTS = (
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<authors/><commentList/></comments>"
)


def with_notes(
    package: Package, part: str, notes: Mapping[str, str], changed: dict[str, bytes]
) -> None:
    """Put into ``changed`` every part that these notes change, by cell of one sheet.

    Raises:
        BrokenPackageError: if a part of the package cannot be read.
    """
    rels_name = _relations_of(part)
    rels = _read(package, changed, rels_name, f'<Relationships xmlns="{PACKAGE}"/>'.encode())
    comments = _related(part, rels, "comments")
    vml = _legacy(package, changed, part, rels)
    free = _number(package, changed)
    if not comments:
        comments = f"xl/comments{free}.xml"
        _relate(rels, "comments", f"/{comments}")
    if not vml:
        vml = f"xl/drawings/vmlDrawing{free}.vml"
        identity = _relate(rels, "vmlDrawing", f"/{vml}")
        changed[part] = _with_legacy(_read(package, changed, part), identity)
    listed = _read(package, changed, comments, _EMPTY_COMMENTS)
    threads = _related(part, rels, THREAD)
    held = _with_replies(package, threads, listed, notes, changed) if threads else frozenset()
    notes = {cell: text for cell, text in notes.items() if cell not in held}
    gone = outdated(listed) - notes.keys()
    changed[comments] = _commented(listed, notes, held)
    boxes, sheet = _read(package, changed, vml, EMPTY_VML), _read(package, changed, part)
    changed[vml] = drawn(boxes, notes, gone, free, sheet)
    changed[rels_name] = serialized(rels)
    types = _read(package, changed, CONTENT_TYPES)
    _declare(types, f"/{comments}", COMMENTS)
    _declare(types, f"/{vml}", VML)
    changed[CONTENT_TYPES] = serialized(types)


def has_notes(package: Package, part: str) -> bool:
    """Whether a sheet has notes.

    Raises:
        BrokenPackageError: if what it is related to cannot be read.
    """
    name = _relations_of(part)
    return name in package.names and bool(
        _related(part, parsed(package.read(name)), "comments")
    )


def _relations_of(part: str) -> str:
    return f"{posixpath.dirname(part)}/_rels/{posixpath.basename(part)}.rels"


def _read(
    package: Package, changed: Mapping[str, bytes], name: str, missing: bytes = b""
) -> _Element:
    """A part as it stands now; ``missing`` where there is none."""
    if name in changed:
        return parsed(changed[name])
    return parsed(missing if missing and name not in package.names else package.read(name))


def _related(part: str, rels: _Element, kind: str, identity: str = "") -> str:
    """The part of this kind that a part is related to; "" if there is none."""
    for relation in rels:
        is_kind = str(relation.get("Type", "")).endswith(f"/{kind}")
        if is_kind and identity in {"", relation.get("Id")}:
            target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
            return posixpath.normpath(target).removeprefix("/")
    return ""


def _legacy(package: Package, changed: Mapping[str, bytes], part: str, rels: _Element) -> str:
    """The VML part of the notes of a sheet; "" if it has none."""
    root = _read(package, changed, part)
    found = root.find(tag(root, "legacyDrawing"))
    if found is None:
        return ""
    identity = next((str(v) for k, v in found.attrib.items() if str(k).endswith("}id")), "")
    return _related(part, rels, "vmlDrawing", identity)


def _number(package: Package, changed: Mapping[str, bytes]) -> int:
    """A number that no comments part and no VML part has."""
    names = {*package.names, *changed}
    found = (re.search(r"(?:comments|vmlDrawing)\D*(\d+)\.", name) for name in names)
    return 1 + max((int(m[1]) for m in found if m), default=0)


def _relate(rels: _Element, kind: str, target: str) -> str:
    """Add a relationship; its id."""
    taken = {relation.get("Id") for relation in rels}
    identity = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    relation = rels.makeelement(tag(rels, "Relationship"), {}, None)
    relation.set("Id", identity)
    relation.set("Type", f"{OFFICE}/{kind}")
    relation.set("Target", target)
    rels.append(relation)
    return identity


def _with_legacy(root: _Element, identity: str) -> bytes:
    """The worksheet part that names its VML part, in the place that the schema gives it."""
    for old in root.findall(tag(root, "legacyDrawing")):
        root.remove(old)
    element = root.makeelement(tag(root, "legacyDrawing"), {}, {"r": OFFICE})
    element.set(f"{{{OFFICE}}}id", identity)
    later = next((c for c in root if c.tag in {tag(root, name) for name in LATER}), None)
    if later is None:
        root.append(element)
    else:
        later.addprevious(element)
    return serialized(root)


def _commented(root: _Element, notes: Mapping[str, str], held: Set[str]) -> bytes:
    """The comments part with these notes, each above what the cell had noted before.

    Cells whose notes are ``held`` by a thread stay as they are.
    """
    authors, listed = root.find(tag(root, "authors")), root.find(tag(root, "commentList"))
    if authors is None or listed is None:
        raise BrokenPackageError(AUTHOR)
    names = [a.text or "" for a in authors]
    if AUTHOR not in names:
        author = authors.makeelement(tag(root, "author"), {}, None)
        author.text = AUTHOR
        authors.append(author)
        names.append(AUTHOR)
    known = {c.get("ref", ""): c for c in listed}
    for cell in (c for c in {**known, **notes} if c not in held):
        comment = known.get(cell)
        if comment is None:
            comment = listed.makeelement(tag(root, "comment"), {"ref": cell}, None)
            listed.append(comment)
        said = _said(comment)
        texts = [notes.get(cell, ""), own_words(said)]
        wanted = "\n\n".join(text for text in texts if text)
        if not wanted:
            listed.remove(comment)
        elif wanted != said:
            comment.set("authorId", str(names.index(AUTHOR)))
            _write(comment, wanted)
    return serialized(root)


def _with_replies(
    package: Package,
    part: str,
    listed: _Element,
    notes: Mapping[str, str],
    changed: dict[str, bytes],
) -> Set[str]:
    """Reply in the threads of a sheet; the cells that have one."""
    people = _related(WORKBOOK, relationships(package), PERSON)
    root, copies = _read(package, changed, part), _copies(listed)
    threads = threads_of(root, copies)
    is_altered = False
    for cell, thread in threads.items():
        text, copy = notes.get(cell, ""), copies[thread[0].get("id", "")]
        old = replied(root, thread, text, AUTHOR)
        if old or text:
            _write(copy, copied(_said(copy), old, text))
            is_altered = True
    if is_altered:
        changed[part] = serialized(root)
    if threads.keys() & notes.keys():
        changed[people] = with_person(_read(package, changed, people), AUTHOR)
    return threads.keys()


def _copies(listed: _Element) -> Mapping[str, _Element]:
    """The plain notes that are copies of threads, by the number of the thread."""
    authors = {n: a.text or "" for n, a in enumerate(listed.iter(tag(listed, "author")))}
    found = {}
    for comment in listed.iter(tag(listed, "comment")):
        author = authors.get(number_of(comment.get("authorId", "0")), "")
        if author.startswith(COPY):
            found[author.removeprefix(COPY)] = comment
    return found


def _said(comment: _Element) -> str:
    return "".join(t.text or "" for t in comment.iter(tag(comment, "t"))).strip()


def outdated(root: _Element) -> frozenset[str]:
    """The cells of a comments part with nothing but what was given back before."""
    return frozenset(
        comment.get("ref", "")
        for comment in root.iter(tag(root, "comment"))
        if is_given_back(_said(comment))
    )


def _write(comment: _Element, text: str) -> None:
    for child in list(comment):
        comment.remove(child)
    holder = comment.makeelement(tag(comment, "text"), {}, None)
    written = comment.makeelement(tag(comment, "t"), {}, None)
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    written.text = escaped(text)
    holder.append(written)
    comment.append(holder)


def _declare(types: _Element, name: str, kind: str) -> None:
    """Say what a part is, unless it is said already."""
    extension = name.rpartition(".")[2]
    for known in types:
        if known.get("PartName") == name:
            return
        if (
            known.get("Extension", "").casefold() == extension
            and known.get("ContentType") == kind
        ):
            return
    override = types.makeelement(tag(types, "Override"), {}, None)
    override.set("PartName", name)
    override.set("ContentType", kind)
    types.append(override)
