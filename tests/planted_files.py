"""Files of data pendukung as they really come: honest ones, and every kind that is not.

None was made by a program that means harm: each has only the sign that gives it away.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Mapping

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = {"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}
DOCUMENT = {"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}


def pdf(
    text: str = "notula",
    pages: int = 1,
    catalog: str = "",
    trailer: str = "",
    scan: bytes = b"",
) -> bytes:
    """A whole PDF; ``catalog`` and ``trailer`` are entries of the two, ``scan`` a stream."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{'3 0 R ' * pages}]/Count {pages}>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        f"({text})",
        "<</Filter/Standard/V 1/R 2/P -4/O<" + "ab" * 32 + ">/U<" + "cd" * 32 + ">>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    if scan:
        places.append(len(body))
        body += f"{len(places)} 0 obj\n<</Length {len(scan)}>>\nstream\n".encode()
        body += scan + b"\nendstream\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer<</Root 1 0 R/Size {len(places) + 1}{trailer}>>\n"
    return body + end.encode() + f"startxref\n{len(body)}\n%%EOF\n".encode()


def locked_pdf() -> bytes:
    """One that nobody opens without its password."""
    return pdf(trailer="/Encrypt 5 0 R/ID[<00><00>]")


def zipped(
    members: Mapping[str, str | bytes], *, links: tuple[str, ...] = (), locked: bool = False
) -> bytes:
    """A ZIP of these; some as links, or all under a password by their flag."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            mode = stat.S_IFLNK if name in links else stat.S_IFREG
            info.external_attr = (mode | 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    data = stream.getvalue()
    if locked:
        data = data.replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
        )
    return data


def bomb() -> bytes:
    """A few hundred bytes that declare four gigabytes."""
    data = bytearray(zipped({"a.txt": b"\0" * 1000, "b.txt": "b"}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 0xFFFF_FFF0)
    return bytes(data)


def many(count: int = 30_000) -> bytes:
    """A ZIP with very many members."""
    return zipped({f"{n}.txt": b"" for n in range(count)})


def compound(*streams: str) -> bytes:
    """An old Office file, or a new one under a password, with these names of streams."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return CFB + bytes(504) + names


def locked_excel_97() -> bytes:
    """The stream of a workbook that begins with FilePass."""
    bof = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)
    return CFB + bytes(504) + bof + b"\x2f\x00\x36\x00" + "Workbook".encode("utf-16-le")


def locked_word_97() -> bytes:
    """The stream of a document whose first block says fEncrypted."""
    fib = b"\xec\xa5\x01\x01\x4d\x20\x09\x04\x00\x00\xf0\x13\xbf\x00"
    return CFB + bytes(504 + 64) + fib + "WordDocument".encode("utf-16-le")


def odf(content: bytes) -> bytes:
    """A spreadsheet of OpenDocument whose content.xml is stored as it is."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def png(width: int = 8, height: int = 8) -> bytes:
    """The header of a picture of that size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">2I", width, height) + bytes(9)


def jpeg(width: int = 8, height: int = 8) -> bytes:
    """A picture with a profile before its size, as telephones make them."""
    profile = b"\xff\xe1" + (4002).to_bytes(2) + bytes(4000)
    size = b"\xff\xc0\0\x11\x08" + height.to_bytes(2) + width.to_bytes(2)
    return b"\xff\xd8" + profile + size + bytes(40)


CLEAN: Mapping[str, bytes] = {
    "notula.pdf": pdf("notula"),
    "foto.jpg": jpeg(4000, 3000),
    "tangkapan layar.png": png(1920, 1080),
    "daftar hadir.xlsx": zipped(WORKBOOK),
    "laporan.docx": zipped(DOCUMENT),
}
# Each with the one Rule that names it.
PLANTED: Mapping[str, tuple[bytes, str]] = {
    "kosong.pdf": (b"", "D07"),
    "halaman.pdf": (b"\n<!DOCTYPE html><html><body>Masuk</body></html>", "D08"),
    "terkunci.pdf": (locked_pdf(), "D16"),
    "terkunci.xlsx": (compound("EncryptedPackage", "EncryptionInfo"), "D16"),
    "terkunci.docx": (compound("EncryptedPackage"), "D16"),
    "rusak.pdf": (pdf()[:60], "D17"),
    "rusak.xlsx": (zipped(WORKBOOK)[:80], "D17"),
    "makro.docx": (zipped({**DOCUMENT, "word/vbaProject.bin": "x"}), "D18"),
    "program.pdf": (b"MZ\x90\0" + bytes(200), "D19"),
    "skrip.pdf": (pdf(catalog="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), "D20"),
    "titik.png": (png(60_000, 60_000), "D24"),
    "titik.jpg": (jpeg(60_000, 60_000), "D24"),
    "pintasan.pdf": (b"L\0\0\0\x01\x14\x02\0" + bytes(80), "D26"),
}
# The same, of kinds that the applications would not take in any case.
OTHER_KINDS: Mapping[str, tuple[bytes, str]] = {
    "makro.xlsm": (zipped({**WORKBOOK, "xl/vbaProject.bin": "x"}), "D18"),
    "makro.xls": (compound("Workbook", "_VBA_PROJECT_CUR"), "D18"),
    "terkunci.xls": (locked_excel_97(), "D16"),
    "terkunci.doc": (locked_word_97(), "D16"),
    "terkunci.ods": (odf(b"\x91\x02\xfe acak"), "D16"),
    "terkunci.zip": (zipped({"a.txt": "a"}, locked=True), "D16"),
    "naik.zip": (zipped({"../../keluar.txt": "a"}), "D21"),
    "akar.zip": (zipped({"/etc/passwd": "a"}), "D21"),
    "penggerak.zip": (zipped({"C:\\Windows\\a.txt": "a"}), "D21"),
    "tautan.zip": (zipped({"t": "/etc"}, links=("t",)), "D21"),
    "menimpa.zip": (zipped({"a.txt": "a", "A.TXT": "b"}), "D21"),
    "berprogram.zip": (zipped({"faktur.pdf.exe": "MZ"}), "D21"),
    "berlapis.zip": (zipped({"dalam.zip": zipped({"a.txt": "a"})}), "D22"),
    "banyak.zip": (many(), "D23"),
    "bom.zip": (bomb(), "D23"),
    "arsip.rar": (b"Rar!\x1a\x07\x01\0" + bytes(40), "D25"),
    "arsip.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(40), "D25"),
    "tempat.lnk": (b"L\0\0\0\x01\x14\x02\0" + bytes(80), "D26"),
    "tempat.url": (b"[InternetShortcut]\r\nURL=https://contoh.example\r\n", "D26"),
    "tempat.gdoc": (b'{"url": "https://contoh.example"}', "D26"),
    "jalan.bat": (b"@echo off\r\n", "D19"),
}
