"""The process that opens returned workbooks: one request a line in, one answer a line out.

It may hang, run out of memory or be killed by a library; ours sees only that no answer
came. Started by ``kinerja.adapters.reading``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from kinerja.adapters.files import read_whole
from kinerja.adapters.reading.preflight import Package, preflight
from kinerja.adapters.reading.wire import Json, pack
from kinerja.grid import Book
from kinerja.model import Identitas, Location
from kinerja.temuan import Rule, Sebab, Temuan

MEMORY = 1536 * 2**20
SECONDS = 20
# openpyxl and its pictures import these when they are installed; 0.2 s, and nothing
# here needs a table or a decoded picture.
_UNWANTED = ("numpy", "pandas", "PIL", "lxml")


def main() -> None:
    """Answer until the other side closes the pipe."""
    for name in _UNWANTED:
        sys.modules[name] = None  # type: ignore[assignment]
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library's print is no answer
    for line in sys.stdin.buffer:
        limit()
        answers.write(json.dumps(answer(json.loads(line))).encode("ascii") + b"\n")
        answers.flush()


def limit() -> None:
    """Bound the memory of this process and the time of the next file; not on Windows."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime)
    with suppress(ValueError, OSError):  # macOS has no limit of memory
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, resource.RLIM_INFINITY))


def answer(request: dict[str, Any]) -> Json:
    """The answer to one request; whatever a library raises becomes a refusal."""
    path, name = Path(request["path"]), request["name"]
    read = read_tables if request.get("tables") else read_file
    try:
        return pack(read(path, name))
    except BaseException as error:  # PanicException of calamine is no Exception
        rule, facts = _rule_of(error)
        temuan = rule.at(Location(name), berkas=name, **facts)
        return pack(temuan) | {"detail": traceback.format_exc()}


def _rule_of(error: BaseException) -> tuple[Rule, dict[str, str]]:
    if isinstance(error, Exception) and not isinstance(error, MemoryError):
        return Rule.BERKAS_RUSAK, {}
    return Rule.TIDAK_TERBACA, {"sebab": Sebab.BERHENTI}


def read_file(path: Path, name: str) -> Book | Temuan:
    """Read one workbook; every cell the preflight counted is in it, or it is refused."""
    from kinerja.adapters.reading.workbook import read

    data = read_whole(path)
    if isinstance(data, Temuan):
        return replace(data, location=Location(name))
    package = preflight(data, name)
    if isinstance(package, Temuan):
        return package
    identitas = Identitas(
        sha256=hashlib.sha256(data).hexdigest(),
        berkas=name,
        disimpan=package.disimpan,
        aplikasi=package.aplikasi,
    )
    book = read(data, package, identitas)
    if not _is_complete(book, package):
        return Rule.TIDAK_TERBACA.at(Location(name), berkas=name, sebab=Sebab.SEL_HILANG)
    return book


def read_tables(path: Path, name: str) -> Book | Temuan:
    """Read a workbook, or the tables of a Word document, whatever the name says."""
    from kinerja.adapters.reading import documents

    data = read_whole(path)
    if isinstance(data, Temuan):
        return replace(data, location=Location(name))
    return documents.read(data, name) if documents.is_document(data) else read_file(path, name)


def _is_complete(book: Book, package: Package) -> bool:
    found = [grid.cells.keys() for grid in book.grids]
    return found == [sheet.places for sheet in package.sheets.values()]


if __name__ == "__main__":
    main()
