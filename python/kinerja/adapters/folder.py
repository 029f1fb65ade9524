"""What lies in the folders Masuk and Data Pendukung: names, digests, kinds, page counts.

Links are not followed, pipes not opened, archives listed but never unpacked, and
nothing is ever changed. What the files prove is not decided here.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kinerja import periode
from kinerja.adapters.files import (
    MAX_BYTES,
    here,
    is_elsewhere,
    is_junction,
    is_regular,
    open_regular,
    sebab_of,
    shown,
    unread,
)
from kinerja.model import Berkas
from kinerja.temuan import KinerjaError, Rule, Temuan

_OPEN_IN_OFFICE = "~$"
_JUNK = re.compile(
    r"~\$.*|\..*|thumbs\.db|desktop\.ini|__macosx|.*\.(tmp|bak|part|crdownload)", re.IGNORECASE
)
_HEAD = 8192  # bytes; every sign of a kind of file lies within
_ZIP, _CFB = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAME = ({"jpg", "jpeg", "jfif"}, {"tif", "tiff"}, {"htm", "html"})
# The first part that gives an Office file away, and the extension it should have.
_PARTS = (
    ("xl/workbook.bin", "xlsb"),
    ("xl/vbaProject.bin", "xlsm"),
    ("word/vbaProject.bin", "docm"),
    ("ppt/vbaProject.bin", "pptm"),
    ("xl/workbook.xml", "xlsx"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
)
_STREAMS = (("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("Workbook", "xls"))


def incoming(folder: Path) -> tuple[tuple[Path, ...], tuple[Temuan, ...]]:
    """Every file below the folder that someone may have returned, in the order of names.

    Raises:
        KinerjaError: if the folder is missing.
    """
    if not folder.is_dir():
        raise KinerjaError(Rule.FOLDER_TIDAK_ADA.at(here(folder), folder=shown(folder.name)))
    paths: list[Path] = []
    temuan: list[Temuan] = []
    for path, found in entries(folder):
        if note := open_elsewhere(path):
            temuan.append(note)
        elif is_junk(path.name):
            continue
        elif is_regular(found):
            paths.append(path)
        else:
            temuan.append(Rule.BUKAN_BERKAS_BIASA.at(here(path), berkas=shown(path.name)))
    return tuple(paths), tuple(temuan)


def open_elsewhere(path: Path) -> Temuan | None:
    """The note that Office has a file open, where this is the lock it leaves beside it."""
    if not path.name.startswith(_OPEN_IN_OFFICE):
        return None
    return Rule.SEDANG_DIBUKA.at(here(path), berkas=shown(path.name))


def is_junk(name: str) -> bool:
    """Whether a program left it there: lock files, thumbnails, half downloads."""
    return bool(_JUNK.fullmatch(name))


def entries(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """All that lies below a folder and is not a folder, sorted; links are not followed.

    Raises:
        KinerjaError: if a folder below cannot be listed, since its files would be missed.
    """
    for name in sorted(_listing(folder)):
        path = folder / name
        try:
            found = path.lstat()
        except OSError:
            continue  # gone since the folder was listed
        if not stat.S_ISDIR(found.st_mode) or is_junction(found):
            yield path, found
        elif not is_junk(name):
            yield from entries(path)


def _listing(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError as error:
        raise KinerjaError(unread(folder, sebab_of(error))) from error


def data_pendukung(folder: Path, siklus: int) -> tuple[Berkas, ...]:
    """Every file below ``<folder>/<Subbagian>/<periode>``, in the order of names.

    ``folder`` is the folder Data Pendukung itself; that it is missing means no files.

    Raises:
        KinerjaError: if a folder below cannot be listed.
    """
    if not folder.is_dir():
        return ()
    return tuple(
        _berkas(path, found, path.relative_to(folder).parent.parts, siklus)
        for path, found in entries(folder)
        if not is_junk(path.name)
    )


def _berkas(path: Path, found: os.stat_result, parts: tuple[str, ...], siklus: int) -> Berkas:
    parts = tuple(unicodedata.normalize("NFC", part) for part in parts)
    biasa = is_regular(found)
    digest, isi, pages = ("", "", None)
    if biasa and not is_elsewhere(found):
        digest, isi, pages = _content(path)
    return Berkas(
        nama=unicodedata.normalize("NFC", path.name),
        folder="/".join(parts),
        subbagian=parts[0] if parts else "",
        periode=periode.parse(siklus, parts[1]) if len(parts) > 1 else None,
        ukuran=found.st_size if biasa else 0,
        sha256=digest,
        isi=isi,
        halaman=pages,
        biasa=biasa,
    )


def _content(path: Path) -> tuple[str, str, int | None]:
    """Digest, kind and page count; all empty if the file cannot be opened."""
    try:
        with open_regular(path) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            head = file.read(_HEAD)
    except OSError:
        return "", "", None
    isi = _as_named(_kind(path, head), path.suffix.lower().lstrip("."))
    return digest, isi, _pages(path) if isi == "pdf" else None


def _kind(path: Path, head: bytes) -> str:
    """The extension the content has; empty if it is none we know."""
    import puremagic

    if head.startswith(_ZIP):
        return _kind_of_zip(path)
    if head.startswith(_CFB):
        return _kind_of_cfb(path)
    if not head:
        return ""
    try:
        return puremagic.from_string(head).lstrip(".").lower()
    except puremagic.PureError:
        return ""


def _kind_of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            if "mimetype" in names:
                return _kind_of_odf(package)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return ""
    return next((kind for part, kind in _PARTS if part in names), "zip")


def _kind_of_odf(package: zipfile.ZipFile) -> str:
    with package.open("mimetype") as file:
        mimetype = file.read(100).decode("ascii", "replace")
    kinds = {"spreadsheet": "ods", "text": "odt", "presentation": "odp", "graphics": "odg"}
    return kinds.get(mimetype.strip().rpartition(".")[2], "zip")


def _kind_of_cfb(path: Path) -> str:
    """Old Office files are told apart by the names of their streams."""
    try:
        with open_regular(path) as file:
            data = file.read(MAX_BYTES)
    except OSError:
        return ""
    streams = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in data)
    return next(streams, "")


def _as_named(kind: str, suffix: str) -> str:
    """The kind, in the spelling of the file's own name where both mean the same."""
    same = next((names for names in _SAME if kind in names), {kind})
    return suffix if suffix in same else "jpg" if kind == "jfif" else kind


def _pages(path: Path) -> int | None:
    """The number of pages; None if the document is damaged or locked."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except (pypdfium2.PdfiumError, OSError):
        return None
