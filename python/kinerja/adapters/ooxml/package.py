"""An Office package as a dictionary of its parts, read with limits and written the same.

The lowest layer under the Word adapters: it knows zip and XML, and nothing of reports.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Parts = dict[str, bytes]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
LIMIT = 100 * 1024 * 1024  # bytes of all parts together

# What kinerja puts into a document for itself, between two private signs that data
# cannot contain; a later step takes it out again.
OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([a-z]+):([^{CLOSE}]*){CLOSE}")

# Signs that XML 1.0 cannot carry or Word does not show, and the two that are ours.
BAD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000\ue001"
    "\ufdd0-\ufdef\ufffe\uffff]"
)


def token(kind: str, key: str) -> str:
    """A place in the document that a later step fills."""
    return f"{OPEN}{kind}:{key}{CLOSE}"


def clean(text: str) -> str:
    """Text that a document can carry; every sign it cannot becomes U+FFFD."""
    return BAD.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def read(data: bytes) -> Parts:
    """Every part by name.

    Raises:
        zipfile.BadZipFile: if it is no zip, or swells beyond the limit.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LIMIT:
            raise zipfile.BadZipFile
        return {name: archive.read(name) for name in archive.namelist()}


def write(parts: Mapping[str, bytes]) -> bytes:
    """The file; the same parts give the same bytes, content types first as Word wants."""
    buffer = io.BytesIO()
    first = (CONTENT_TYPES, "_rels/.rels")
    names = sorted(parts, key=lambda name: (*(name != f for f in first), name))
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def parse(data: bytes) -> _Element:
    """XML, strictly, without entities from outside.

    Raises:
        lxml.etree.XMLSyntaxError: if it is not well formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def serialize(root: _Element) -> bytes:
    """The bytes of a part."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def external(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Every address outside the package that a relationship points to."""
    found = set()
    for name, data in parts.items():
        if name.endswith(".rels"):
            for rel in parse(data):
                if rel.get("TargetMode") == "External":
                    found.add(str(rel.get("Target")))
    return frozenset(found)


def add_relationship(parts: Parts, of: str, kind: str, target: str) -> str:
    """Relate a part to another, and the id of that relation."""
    from lxml import etree

    path = PurePosixPath(of)
    name = str(path.parent / "_rels" / f"{path.name}.rels")
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    empty = f'<Relationships xmlns="{space}"/>'.encode()
    root = parse(parts.get(name, empty))
    taken = {rel.get("Id") for rel in root}
    rid = next(r for n in range(1, len(taken) + 2) if (r := f"rId{n}") not in taken)
    etree.SubElement(root, f"{{{space}}}Relationship", Id=rid, Type=kind, Target=target)
    parts[name] = serialize(root)
    return rid


def add_content_type(parts: Parts, attribute: str, value: str, content_type: str) -> None:
    """Declare what a part (``PartName``) or every file of an ``Extension`` is."""
    from lxml import etree

    root = parse(parts[CONTENT_TYPES])
    if any(child.get(attribute) == value for child in root):
        return
    space = str(root.tag).split("}")[0] + "}"
    kind = "Override" if attribute == "PartName" else "Default"
    new = etree.Element(f"{space}{kind}", {attribute: value, "ContentType": content_type})
    root.insert(0 if kind == "Default" else len(root), new)
    parts[CONTENT_TYPES] = serialize(root)


def paragraphs(root: _Element) -> Iterator[_Element]:
    """Every paragraph, also those in tables and text boxes."""
    return root.iter(f"{W}p")


def text_of(element: _Element) -> str:
    """The text a reader sees, field codes aside."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))
