"""What lies in the folder Entri: screenshots, and tables that the applications export.

A workbook is read as any file from others, in another process. A CSV is read here, as text
within limits; nothing of either is ever run.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from kinerja.adapters import reading
from kinerja.adapters.files import here, is_regular, open_regular, read_whole, shown, unread
from kinerja.adapters.folder import entries, is_junk, open_elsewhere
from kinerja.grid import Book, Cell, Grid, Kind, Place
from kinerja.model import Identitas
from kinerja.temuan import Sebab, Temuan

TABLES = frozenset({".xlsx", ".xlsm", ".csv", ".tsv", ".txt"})
REFUSED = frozenset({".xls", ".xlsb", ".ods"})  # read all the same, to be told why not
MOST_BYTES, MOST_CELLS = 5 * 2**20, 200_000
_PROTECTED = re.compile(r'="(.*)"')  # how exports keep Excel from changing a kode


def digests(folder: Path, names: Collection[str]) -> Mapping[str, str]:
    """The sha256 of each of these files that is there, by the name as it was asked."""
    if not names or not folder.is_dir():
        return {}
    wanted = {_plain(name): name for name in names}
    found = {}
    for path, status in entries(folder):
        name = wanted.get(_plain(path.name))
        if name and is_regular(status) and (digest := _sha256(path)):
            found[name] = digest
    return found


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _sha256(path: Path) -> str:
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def exported(folder: Path) -> Iterator[Book | Temuan]:
    """Every table in the folder, the oldest first, or why it could not be read."""
    if not folder.is_dir():
        return
    found = []
    for path, status in entries(folder):
        if note := open_elsewhere(path):
            yield note
        elif _is_table(path) and is_regular(status):
            found.append((status.st_mtime_ns, path.name, path))
    for _, _, path in sorted(found):
        yield read_csv(path) if _is_text(path) else reading.read_book(path)


def _is_table(path: Path) -> bool:
    return not is_junk(path.name) and path.suffix.casefold() in TABLES | REFUSED


def _is_text(path: Path) -> bool:
    return path.suffix.casefold() in {".csv", ".tsv", ".txt"}


def read_csv(path: Path) -> Book | Temuan:
    """A CSV as a Book with one sheet, every cell a text; or why it was refused."""
    data = read_whole(path, limit=MOST_BYTES)
    if isinstance(data, Temuan):
        return data
    cells = _cells(_decoded(data)) if b"\0" not in data or data[:2] in _UTF16 else None
    if cells is None:
        return unread(path, Sebab.BUKAN_TABEL)
    name = here(path).file
    sha256 = hashlib.sha256(data).hexdigest()
    grid = Grid(file=name, sheet=shown(path.stem), cells=cells)
    return Book(identitas=Identitas(sha256=sha256, berkas=name), grids=(grid,))


_UTF16 = {b"\xff\xfe", b"\xfe\xff"}


def _decoded(data: bytes) -> str:
    """The text: as its mark says, else UTF-8, else as Windows wrote it."""
    if data[:2] in _UTF16:
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _cells(text: str) -> dict[Place, Cell] | None:
    """The cells by place; None if it is no table, or a larger one than any export."""
    head = text[:10_000]
    separator = max(";,\t", key=head.count)
    cells: dict[Place, Cell] = {}
    try:
        for row, values in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
            for column, value in enumerate(values, 1):
                if value.strip():
                    cells[row, column] = Cell(Kind.TEXT, _unprotected(value.strip()))
            if len(cells) > MOST_CELLS:
                return None
    except csv.Error:
        return None
    return cells


def _unprotected(value: str) -> str:
    found = _PROTECTED.fullmatch(value)
    return found[1] if found else value
