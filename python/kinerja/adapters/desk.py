"""The master as a file, with Excel closed: read whole, patched in place.

Only the parts of the sheets that change are written anew; everything else in the
package stays byte for byte what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja.adapters.files import here, shown, write_atomic
from kinerja.adapters.patching import is_open, patched
from kinerja.adapters.reading import read_book
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError, Rule, Temuan

NAMES = ("kinerja.xlsm", "kinerja.xlsx")


@dataclass(frozen=True, slots=True)
class FileDesk:
    """The master of one folder."""

    path: Path

    @staticmethod
    def in_folder(folder: Path) -> FileDesk:
        """The master in a folder.

        Raises:
            KinerjaError: if the folder or the master is not there.
        """
        if not folder.is_dir():
            name = shown(folder.name)
            raise KinerjaError(Rule.FOLDER_TIDAK_ADA.at(Location(name), folder=name))
        for name in NAMES:
            if (folder / name).is_file():
                return FileDesk(folder / name)
        where = shown(folder.resolve().name)
        raise KinerjaError(Rule.MASTER_TIDAK_ADA.at(Location(where), folder=where))

    def read(self) -> Book:
        """The whole master.

        Raises:
            KinerjaError: if it cannot be read.
        """
        book = read_book(self.path)
        if isinstance(book, Temuan):
            sebab = book.message
            raise KinerjaError(
                Rule.MASTER_RUSAK.at(
                    here(self.path), berkas=shown(self.path.name), sebab=sebab
                )
            )
        return book

    def check_free(self) -> None:
        """Make sure, before any work, that the master can be written.

        Raises:
            KinerjaError: if another program has it open.
        """
        if is_open(self.path):
            name = shown(self.path.name)
            raise KinerjaError(Rule.BERKAS_TERBUKA.at(here(self.path), berkas=name))

    def write(
        self, pages: Sequence[Page], before: Callable[[], object] = lambda: None
    ) -> None:
        """Put these rows in these sheets; ``before`` is called first if that changes anything.

        Raises:
            KinerjaError: if it cannot be read or written; the master is then as it was.
        """
        self.check_free()
        data = patched(self.path, pages)
        if data != self.path.read_bytes():
            before()
            write_atomic(self.path, data)
