"""What a ZIP holds, by its directory alone: no member is ever opened.

So a document of Office or OpenDocument is told from a ZIP that people packed, and what
would hurt who unpacks it is named.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader

from kinerja.model import Cacat

MAX_MEMBERS = 2_000
MAX_TOTAL = 500 * 2**20  # bytes, once unpacked
MAX_DIRECTORY = 8 * 2**20  # bytes; 2,000 members with long names need less than one
MAX_NAME = 255  # signs of one part of a path
_TAIL = 65_557  # bytes: the end record and the longest comment
_END, _END_64 = struct.Struct("<4s4H2IH"), struct.Struct("<4sQ2H2I4Q")
_UNREADABLE = (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError)
_UNIX = 3  # the system on which the mode of a member means something
# The first part that gives a file away, and the extension it should have.
_PARTS = (
    ("xl/workbook.bin", "xlsb"),
    ("xl/vbaProject.bin", "xlsm"),
    ("word/vbaProject.bin", "docm"),
    ("ppt/vbaProject.bin", "pptm"),
    ("xl/workbook.xml", "xlsx"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("AndroidManifest.xml", "apk"),
    ("META-INF/MANIFEST.MF", "jar"),
)
_ODF = re.compile(
    rb"mimetypeapplication/vnd\.oasis\.opendocument\.(spreadsheet|text|presentation|graphics)"
)
_ODF_KINDS = {
    b"spreadsheet": "ods",
    b"text": "odt",
    b"presentation": "odp",
    b"graphics": "odg",
}
_ARCHIVE = re.compile(r"\.(zip|rar|7z|tar|gz|tgz|bz2|xz|cab|iso|jar)$", re.IGNORECASE)
_PROGRAM = re.compile(
    r"\.(exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|dll|lnk|url)$", re.IGNORECASE
)
_MACRO = re.compile(r"(^|/)(vbaproject[^/]*\.bin|xl/macrosheets/.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """What the directory of a ZIP says."""

    isi: str = ""
    anggota: int | None = None  # of an archive that people packed
    cacat: tuple[Cacat, ...] = ()


def list_zip(file: BufferedReader) -> Listed:
    """The kind of a ZIP, how much is in it, and its faults."""
    size = file.seek(0, 2)
    declared = _declared(file, size)
    if declared is None:
        return Listed(cacat=(Cacat.RUSAK,))
    count, directory = declared
    if count > MAX_MEMBERS or directory > MAX_DIRECTORY:
        return Listed("zip", count, (Cacat.RAKSASA,))
    try:
        with zipfile.ZipFile(file) as package:
            infos = package.infolist()
    except _UNREADABLE:
        return Listed(cacat=(Cacat.RUSAK,))
    isi = _kind(file, infos)
    faults = tuple(dict.fromkeys(_faults(infos, size, isi)))
    if isi in _ODF_KINDS.values() and _is_locked_odf(file, infos):
        faults = (Cacat.TERKUNCI, *faults)
    return Listed(isi, len(infos) if isi == "zip" else None, faults)


def _declared(file: BufferedReader, size: int) -> tuple[int, int] | None:
    """How many members the end record counts, and how large their directory is."""
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        return None
    _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, at)
    large = tail.rfind(b"PK\x06\x06", 0, at)
    if large >= 0 and len(tail) >= large + _END_64.size:
        _, _, _, _, _, _, _, count, directory, _ = _END_64.unpack_from(tail, large)
    return count, directory


def _kind(file: BufferedReader, infos: Sequence[zipfile.ZipInfo]) -> str:
    names = {info.orig_filename for info in infos}
    if "mimetype" in names:
        file.seek(0)
        found = _ODF.search(file.read(200))
        return _ODF_KINDS[found[1]] if found else "zip"
    return next((kind for part, kind in _PARTS if part in names), "zip")


def _is_locked_odf(file: BufferedReader, infos: Iterable[zipfile.ZipInfo]) -> bool:
    """An encrypted content.xml is stored, and does not begin as XML does.

    OpenDocument 1.3 part 2, 3.4.1: encrypted entries are flagged STORED.
    """
    for info in infos:
        if info.orig_filename == "content.xml" and info.compress_type == zipfile.ZIP_STORED:
            file.seek(info.header_offset + 26)
            name, extra = struct.unpack("<2H", file.read(4).ljust(4, b"\0"))
            file.seek(name + extra, 1)
            return not file.read(8).lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<")
    return False


def _faults(infos: Sequence[zipfile.ZipInfo], size: int, isi: str) -> Iterator[Cacat]:
    names = [info.orig_filename for info in infos]  # filename is mended on Windows
    if any(info.flag_bits & 1 for info in infos):
        yield Cacat.TERKUNCI
    if any(_MACRO.search(name) for name in names):
        yield Cacat.MAKRO
    if _is_harmful(infos, names):
        yield Cacat.ARSIP_BERBAHAYA
    if isi == "zip" and any(_ARCHIVE.search(name) for name in names):
        yield Cacat.ARSIP_BERLAPIS
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)  # more than the file: members overlap
    if total > MAX_TOTAL or packed > size or len(infos) > MAX_MEMBERS:
        yield Cacat.RAKSASA


def _is_harmful(infos: Iterable[zipfile.ZipInfo], names: Sequence[str]) -> bool:
    """Whether unpacking would write beside the folder, over itself, or something that runs."""
    if len({name.casefold() for name in names}) < len(names):
        return True
    return any(map(_leads_away, names)) or any(map(_is_special, infos))


def _leads_away(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return (
        ".." in parts
        or not parts[0]  # begins at the root
        or ":" in parts[0]
        or "\0" in name
        or bool(_PROGRAM.search(name))
        or max(map(len, parts)) > MAX_NAME
    )


def _is_special(info: zipfile.ZipInfo) -> bool:
    """Whether it would become a link, a pipe or a device."""
    mode = info.external_attr >> 16
    kind = stat.S_IFMT(mode)
    return info.create_system == _UNIX and kind not in {0, stat.S_IFREG, stat.S_IFDIR}
