"""What a file of data pendukung really is, by its bytes: digest, kind, pages, faults.

Nothing is ever unpacked, decoded or run: of an archive only its directory is read, of a
picture only its header. Limits are those of returned-files 2.6.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from threading import Lock

from kinerja.adapters.archive_list import Listed, list_zip
from kinerja.adapters.files import MAX_BYTES, open_regular
from kinerja.adapters.picture import pixels
from kinerja.model import Cacat

_HEAD = 8192  # bytes; every sign of a kind of file lies within
_TAIL = 65536  # of a PDF, where its catalogue usually is
MAX_PIXELS = 250_000_000  # a telephone takes 200 million, no honest picture more
_ZIP, _CFB, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_NO_ZIP = b"PK\x05\x06"  # an archive with nothing in it
_SAME = ({"jpg", "jpeg", "jfif"}, {"tif", "tiff"}, {"htm", "html"})
_MAGIC = (
    (_PDF, "pdf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"\xcf\xfa\xed\xfe", "macho"),
    (b"\xca\xfe\xba\xbe", "class"),
    (b"#!", "sh"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "lnk"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
)
_CLOUD = re.compile(rb'\{\s*"(url|doc_id|resource_id)"', re.IGNORECASE)
_SHORTCUT = re.compile(rb"\[InternetShortcut\]", re.IGNORECASE)
_HTML = re.compile(rb"<(!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)
_SCRIPT = re.compile(rb"/(JavaScript|JS|Launch)\b")
_PROGRAMS = {"exe", "elf", "macho", "class", "sh", "apk", "jar"}
# What Windows runs at a double click, whatever is in it.
_RUN = re.compile(
    r"\.(exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|jar|apk|dll|cpl)$", re.IGNORECASE
)
_STREAMS = (("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("Workbook", "xls"))
_FIB = re.compile(rb"\xec\xa5(\xc1\x00|\xd9\x00|\x01\x01|\x0c\x01|\x12\x01).{8}", re.DOTALL)
_MINI_SECTOR = 64  # bytes; every stream begins at a multiple
_LOCKED, _MACROS = "EncryptedPackage".encode("utf-16-le"), "_VBA_PROJECT".encode("utf-16-le")
_OFFICE = {"docx", "docm", "xlsx", "xlsm", "xlsb", "pptx", "pptm"}
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
_PDFIUM = Lock()  # it must not be called from two threads, says its documentation


@dataclass(frozen=True, slots=True)
class Content:
    """What the bytes of one file say; all empty if it cannot be opened."""

    sha256: str = ""
    isi: str = ""  # the extension it should have; "" if it is none we know
    halaman: int | None = None
    cacat: tuple[Cacat, ...] = ()
    anggota: int | None = None


def content_of(path: Path) -> Content:
    """Look at one regular file; it is opened once, and never followed if it is a link."""
    try:
        with open_regular(path) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            return _look(path, file, digest)
    except OSError:
        return Content()


def _look(path: Path, file: BufferedReader, digest: str) -> Content:
    head = file.read(_HEAD)
    suffix = path.suffix.lower().lstrip(".")
    run = (Cacat.PROGRAM,) if _RUN.search(path.name) else ()
    if head.startswith((_ZIP, _NO_ZIP)):
        found = list_zip(file)
        return Content(digest, found.isi, None, _faults(run, found), found.anggota)
    if head.startswith(_CFB):
        return _of_cfb(file, digest, suffix, run)
    isi = _as_named(_kind(head), suffix)
    if isi == "pdf":
        pages, faults = _of_pdf(path, file, head)
        return Content(digest, isi, pages, (*run, *faults))
    if isi in _PROGRAMS:
        run = (Cacat.PROGRAM,)
    if not run and pixels(head, file) > MAX_PIXELS:
        return Content(digest, isi, None, (Cacat.RAKSASA,))
    return Content(digest, isi, None, run)


def _faults(run: tuple[Cacat, ...], found: Listed) -> tuple[Cacat, ...]:
    return (Cacat.PROGRAM,) if run or found.isi in _PROGRAMS else found.cacat


def _kind(head: bytes) -> str:
    """The extension the content has; empty if it is none we know."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _CLOUD.match(text):
        return "gdoc"
    if _SHORTCUT.match(text):
        return "url"
    return "html" if _HTML.match(text) else _guessed(head)


def _guessed(head: bytes) -> str:
    import puremagic

    if not head:
        return ""
    try:
        return puremagic.from_string(head).lstrip(".").lower()
    except puremagic.PureError:
        return ""


def _as_named(kind: str, suffix: str) -> str:
    """The kind, in the spelling of the file's own name where both mean the same."""
    same = next((names for names in _SAME if kind in names), {kind})
    return suffix if suffix in same else "jpg" if kind == "jfif" else kind


# ---- old Office files, and new ones under a password


def _of_cfb(file: BufferedReader, digest: str, suffix: str, run: tuple[Cacat, ...]) -> Content:
    """Told apart by the names of their streams."""
    file.seek(0)
    data = file.read(MAX_BYTES)
    if _LOCKED in data:
        return Content(digest, suffix if suffix in _OFFICE else "", None, (Cacat.TERKUNCI,))
    streams = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in data)
    isi = next(streams, "")
    return Content(digest, isi, None, (*run, *_old_faults(data)))


def _old_faults(data: bytes) -> Iterator[Cacat]:
    """By what Word 97 and Excel 97 set in the first bytes of their own stream.

    fEncrypted of the FIB: [MS-DOC] 2.5.2; the record FilePass: [MS-XLS] 2.4.117.
    """
    fibs = (f for f in _FIB.finditer(data) if f.start() % _MINI_SECTOR == 0)
    is_locked_word = any(f[0][11] & 1 for f in fibs)
    bof = data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    is_locked_excel = bof >= 0 and data[bof + 20 : bof + 22] == b"\x2f\x00"
    if is_locked_word or is_locked_excel:
        yield Cacat.TERKUNCI
    if _MACROS in data:
        yield Cacat.MAKRO


# ---- PDF


def _of_pdf(
    path: Path, file: BufferedReader, head: bytes
) -> tuple[int | None, tuple[Cacat, ...]]:
    """The number of pages, none if it cannot be opened; that a script is in it is a hint."""
    pages, fault = _pages(path)
    if fault:
        return None, (fault,)
    file.seek(0, 2)
    file.seek(max(0, file.tell() - _TAIL))
    has_script = _SCRIPT.search(head) or _SCRIPT.search(file.read())
    return pages, (Cacat.SKRIP,) if has_script else ()


def _pages(path: Path) -> tuple[int | None, Cacat | None]:
    import pypdfium2

    try:
        with _PDFIUM, pypdfium2.PdfDocument(path) as document:
            count = len(document)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        return None, Cacat.TERKUNCI if code == _WRONG_PASSWORD else Cacat.RUSAK
    except OSError:
        return None, None
    return (count, None) if count else (None, Cacat.RUSAK)
