"""The master as a file, with Excel closed: read whole, patched in place.

Only the parts of the sheets that change are written anew; everything else in the
package stays byte for byte what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from kinerja.adapters.damage import damage
from kinerja.adapters.files import here, obstacle, read_whole, shown, write_atomic
from kinerja.adapters.patching import lock_of, patch, patched
from kinerja.adapters.reading import read_own
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError, Rule, Temuan

NAMES = ("kinerja.xlsm", "kinerja.xlsx")


@dataclass(frozen=True, slots=True)
class FileDesk:
    """The master of one folder; ``shown``: a LibreOffice that we speak with has it open."""

    path: Path
    shown: bool = False

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

    @staticmethod
    def expected_in(folder: Path) -> FileDesk:
        """The master in a folder, or the one that would be made there."""
        there = (folder / name for name in NAMES if (folder / name).is_file())
        return FileDesk(next(there, folder / NAMES[0]))

    def read(self, without: Set[str] = frozenset()) -> Book:
        """The whole master; sheets of the names ``without`` need not be in it.

        Raises:
            KinerjaError: if it cannot be read, or another program has damaged it.
        """
        self._check_whole()
        book = read_own(self.path, without)
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
            KinerjaError: if another program has it open or has damaged it, or if it may
                not be written.
        """
        self._check_whole()
        if lock := lock_of(self.path, in_calc=not self.shown):
            at, name = here(self.path), shown(self.path.name)
            bantuan = Rule.left_over(shown(lock))
            raise KinerjaError(Rule.BERKAS_TERBUKA.at(at, berkas=name, bantuan=bantuan))
        if hindered := obstacle(self.path):
            raise KinerjaError(hindered)

    def _check_whole(self) -> None:
        """Nothing is read from a master that Excel may refuse, and nothing written to it."""
        raw = read_whole(self.path)
        found = None if isinstance(raw, Temuan) else damage(self.path, raw)
        if found:
            raise KinerjaError(found)

    def copy(self, to: Path) -> None:
        """Make a whole copy of the master.

        Raises:
            KinerjaError: if it cannot be read, or the copy not be written.
        """
        write_atomic(to, _whole(self.path))

    def write(
        self, pages: Sequence[Page], on_change: Callable[[], Sequence[Page]] = lambda: ()
    ) -> bool:
        """Put these rows in these sheets, and those that ``on_change`` adds; say if it did.

        If all of them stand there already, ``on_change`` is not called and the file is
        left alone; if only quiet ones do not, they are written without it.

        Raises:
            KinerjaError: if it cannot be read or written; the master is then as it was.
        """
        self.check_free()
        data, name = _whole(self.path), self.path.name
        changed = patch(name, data, pages)
        if changed.is_news:
            write_atomic(self.path, patched(name, changed.data, on_change()))
        elif changed.data != data:
            write_atomic(self.path, changed.data)
        return changed.is_news


def _whole(path: Path) -> bytes:
    raw = read_whole(path)
    if isinstance(raw, Temuan):
        raise KinerjaError(raw)
    return raw
