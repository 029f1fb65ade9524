"""Small real files for the sample year: PDF, JPG, XLSX, each with its own bytes.

Every one of them says in words that it is rekaan.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

PHOTO = Path(__file__).parents[2] / "templates" / "contoh" / "foto.jpg"
SECONDS = 120  # for LibreOffice
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def piece_bytes(name: str, lines: Sequence[str]) -> bytes:
    """A file of the kind its name says, carrying these lines."""
    makers = {".pdf": pdf, ".jpg": jpg, ".xlsx": xlsx}
    return makers[Path(name).suffix](lines)


def pdf(lines: Sequence[str]) -> bytes:
    """One A4 page of text."""
    shown = [re.sub(r"([\\()])", r"\\\1", line) for line in lines]
    drawn = " ".join(f"({line}) Tj T*" for line in shown)
    content = f"BT /F1 12 Tf 72 770 Td 18 TL {drawn} ET".encode("cp1252", "replace")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font,
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\n" % size
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def jpg(lines: Sequence[str]) -> bytes:
    """The sample picture with the lines as its comment."""
    picture = PHOTO.read_bytes()
    comment = "\n".join(lines).encode()
    marker = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big")
    return picture[:2] + marker + comment + picture[2:]


def xlsx(lines: Sequence[str]) -> bytes:
    """A workbook with one line a row."""
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1, tzinfo=UTC)})
    page = book.add_worksheet("Contoh")
    page.set_column(0, 0, 60)
    for row, line in enumerate(lines):
        page.write_string(row, 0, line)
    book.close()
    return target.getvalue()


def dated(workbook: bytes, when: datetime) -> bytes:
    """The same workbook as if it had last been saved then."""
    target = BytesIO()
    moment = when.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + moment + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, when.timetuple()[:6])
            new.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def resaved(office: Path, workbook: bytes) -> bytes:
    """The workbook as LibreOffice saves it; as it was if LibreOffice does not manage."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        source, out = folder / "formulir.xlsx", folder / "hasil"
        source.write_bytes(workbook)
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        kind = "xlsx:Calc MS Excel 2007 XML"
        options = ["--headless", "--norestore", "--convert-to", kind, "--outdir", str(out)]
        command = [str(office), profile, *options, str(source)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
            return (out / source.name).read_bytes()
        except (OSError, subprocess.SubprocessError):
            return workbook
