"""What a file is, by its bytes; its name is not asked."""

from __future__ import annotations

import re
from collections.abc import Collection
from zipfile import ZipFile

from kinerja.adapters.reading.scan import Refused
from kinerja.temuan import JenisBerkas, Rule

_ZIP = b"PK\x03\x04"
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_CLOUD = re.compile(rb'\{\s*"(url|doc_id)"|\[InternetShortcut\]', re.IGNORECASE)
_HTML = re.compile(rb"<(!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)
_MAGIC = (
    (b"%PDF-", JenisBerkas.PDF),
    (b"\xff\xd8\xff", JenisBerkas.GAMBAR),
    (b"\x89PNG", JenisBerkas.GAMBAR),
    (b"GIF8", JenisBerkas.GAMBAR),
    (b"L\x00\x00\x00\x01\x14\x02\x00", JenisBerkas.TAUTAN),  # a Windows shortcut
    (b"\x09\x08", JenisBerkas.EXCEL_LAMA),  # BIFF without a container
)
_PARTS = (
    ("xl/workbook.bin", JenisBerkas.EXCEL_BINER),
    ("word/", JenisBerkas.WORD),
    ("ppt/", JenisBerkas.POWERPOINT),
    ("Index/", JenisBerkas.NUMBERS),
)


def refuse_other_formats(data: bytes) -> None:
    """Let only a zip archive pass.

    Raises:
        Refused: naming what it is instead.
    """
    if not data:
        raise Refused(Rule.BERKAS_NOL)
    if data.startswith(_ZIP):
        return
    if data.startswith(_CFB):
        if _ENCRYPTED in data:
            raise Refused(Rule.BERKAS_BERSANDI)
        if _WORD in data:
            raise Refused(Rule.BUKAN_XLSX, jenis=JenisBerkas.WORD_LAMA)
        raise Refused(Rule.BUKAN_XLSX, jenis=JenisBerkas.EXCEL_LAMA)
    jenis = _kind(data)
    if jenis is None:
        raise Refused(Rule.BERKAS_RUSAK)
    raise Refused(Rule.BUKAN_XLSX, jenis=jenis)


def _kind(data: bytes) -> JenisBerkas | None:
    for magic, jenis in _MAGIC:
        if data.startswith(magic):
            return jenis
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _CLOUD.match(head):
        return JenisBerkas.TAUTAN
    if _HTML.search(head):
        return JenisBerkas.HTML
    if head.startswith(b"<?xml"):
        return JenisBerkas.XML
    return JenisBerkas.TEKS if _is_text(data[:4096]) else None


def _is_text(head: bytes) -> bool:
    """Whether a person could read it: no control signs but the usual ones."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)


def refuse_other_packages(package: ZipFile, names: Collection[str]) -> None:
    """Let only a package of Office pass that is a workbook in XML.

    Raises:
        Refused: naming what it is instead.
    """
    if "mimetype" in names:
        with package.open("mimetype") as file:
            spreadsheet = b"spreadsheet" in file.read(200)
        raise Refused(
            Rule.BUKAN_XLSX,
            jenis=JenisBerkas.LEMBAR_ODF if spreadsheet else JenisBerkas.DOKUMEN_ODF,
        )
    if "xl/workbook.xml" in names:
        return
    for part, jenis in _PARTS:
        if any(name.startswith(part) for name in names):
            raise Refused(Rule.BUKAN_XLSX, jenis=jenis)
    if "[Content_Types].xml" not in names:
        raise Refused(Rule.BUKAN_XLSX, jenis=JenisBerkas.ZIP)
