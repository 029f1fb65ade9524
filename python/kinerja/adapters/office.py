"""LibreOffice, if it is installed: it turns a finished document into a PDF.

It runs with a profile of its own that is thrown away, so that an open LibreOffice of the
user is neither needed nor disturbed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kinerja.model import Location
from kinerja.temuan import Rule, Temuan

SECONDS = 120
PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("/usr/lib/libreoffice/program/soffice"),
    Path("/snap/bin/libreoffice"),
)
# Named places let the page of every bookmark be read from the PDF; its outline is for readers.
FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


def find_office() -> Path | None:
    """The program soffice: on the search path, or where its installers put it."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found and Path(found).is_absolute():  # Windows looks in the current folder too
            return Path(found)
    return next((place for place in PLACES if place.is_file()), None)


def to_pdf(source: Path, folder: Path) -> Path | Temuan:
    """A PDF of the document in the folder, or why there is none."""
    office = find_office()
    if office is None:
        return Rule.TANPA_PDF.at(Location(source.name))
    made = folder / f"{source.stem}.pdf"
    made.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        sebab = _convert(office, source, folder, Path(profile))
    if made.is_file() and made.stat().st_size:
        return made
    return Rule.PDF_GAGAL.at(Location(source.name), sebab=sebab)


def pdf_of(docx: bytes, name: str) -> bytes | Temuan:
    """The same for a document that is not saved yet; ``name`` is its name in messages."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / name
        source.write_bytes(docx)
        made = to_pdf(source, Path(folder))
        return made if isinstance(made, Temuan) else made.read_bytes()


def _convert(office: Path, source: Path, folder: Path, profile: Path) -> str:
    """Run the conversion; what it said, for the case that it failed."""
    command = [
        str(office),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        FILTER,
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, check=False, env=os.environ.copy()
        )
    except subprocess.TimeoutExpired:
        return f"> {SECONDS} s"
    except OSError as error:
        return str(error.strerror)
    said = " ".join(done.stderr.decode("utf-8", "replace").split())
    return said[:200] or str(done.returncode)
