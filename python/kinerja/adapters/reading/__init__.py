"""Files from others, read in another process: workbooks, and tables of Word documents.

The libraries that read are never imported here: on some files they hang, take all
memory or abort, and then only the child process dies. One child reads a whole batch.
The master, which the office itself has made, is read in this process where it is plain.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path

import kinerja
from kinerja.adapters.files import Archived, here, read_whole
from kinerja.adapters.reading.wire import Json, unpack
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.temuan import Rule, Sebab, Temuan

TIMEOUT = 20.0  # seconds a file
CHILD = f"{__name__}.child"
_ROOT = Path(kinerja.__file__).parent.parent
# DTDs never come as far as openpyxl, so the slower guarded parser is not needed.
_ENVIRONMENT = {"OPENPYXL_DEFUSEDXML": "False", "OPENPYXL_LXML": "False"}
_log = logging.getLogger(__name__)


def read_books(archived: Sequence[Archived]) -> Iterator[Book | Temuan]:
    """Each file as a Book, or why it was refused, in the same order.

    A file that kills or delays its reader is refused alone; the others are read.
    """
    with _Reader() as reader:
        for file in archived:
            answer = reader.read(file.path, file.name)
            if isinstance(answer, Book) and answer.identitas.sha256 != file.sha256:
                answer = Rule.BERKAS_BERUBAH.at(Location(file.name), berkas=file.name)
            yield answer


def read_book(path: Path) -> Book | Temuan:
    """One workbook where it lies, such as the master, or why it was refused."""
    with _Reader() as reader:
        return reader.read(path, here(path).file)


def read_tables(path: Path) -> Book | Temuan:
    """A workbook, or the tables of a Word document as sheets, or why it was refused."""
    with _Reader() as reader:
        return reader.read(path, here(path).file, tables=True)


def read_own(path: Path, without: Set[str] = frozenset()) -> Book | Temuan:
    """The office's own workbook, quickly where it is plain, else as any other.

    Sheets of the names ``without`` need not be in it.
    """
    from kinerja.adapters.reading.own import read_plain

    data = read_whole(path)
    if isinstance(data, Temuan):
        return data
    return read_plain(data, here(path).file, without) or read_book(path)


class _Reader:
    """The child process, started when first needed and again after it died."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def __enter__(self) -> _Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def read(self, path: Path, name: str, *, tables: bool = False) -> Book | Temuan:
        """Ask the child for one file; a child that does not answer is ended."""
        line = self._ask({"path": str(path.absolute()), "name": name, "tables": tables})
        if line:
            answer: Json = json.loads(line)
            if "detail" in answer:
                _log.info("%s: %s", name, answer["detail"])
            return unpack(answer, name)
        sebab = Sebab.WAKTU if line is None else Sebab.BERHENTI
        self.stop()
        return Rule.TIDAK_TERBACA.at(Location(name), berkas=name, sebab=sebab)

    def _ask(self, request: Json) -> bytes | None:
        """The answer; empty if the child died, None if it took too long."""
        process = self.process or self._start()
        assert process.stdin
        try:
            process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            process.stdin.flush()
            return self.answers.get(timeout=TIMEOUT)
        except queue.Empty:
            return None
        except OSError:
            return b""

    def _start(self) -> subprocess.Popen[bytes]:
        paths = (str(_ROOT), os.environ.get("PYTHONPATH", ""))
        self.process = subprocess.Popen(  # -P: nothing is imported from the current folder
            [sys.executable, "-P", "-X", "utf8", "-m", CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ
            | _ENVIRONMENT
            | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.answers = queue.SimpleQueue()
        threading.Thread(
            target=_collect, args=(self.process, self.answers), daemon=True
        ).start()
        return self.process

    def stop(self) -> None:
        """End the child, whatever it is doing."""
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin:
            with suppress(OSError):
                process.stdin.close()


def _collect(process: subprocess.Popen[bytes], answers: queue.SimpleQueue[bytes]) -> None:
    """Pass on each answer; an empty one says that no more will come."""
    assert process.stdout
    with process.stdout as lines:
        for line in lines:
            answers.put(line)
    answers.put(b"")
