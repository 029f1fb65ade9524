"""The master on disk, and the document in which LibreOffice shows it, kept alike.

LibreOffice must never save the master: it would drop the code names that Excel's macros
need. So the file is the master, read and patched as if it were closed; the document gets
the same rows, and what a person has typed in it is put into the file first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from kinerja.adapters.calc import CalcHost
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.files import here, read_whole, shown, write_atomic
from kinerja.adapters.live import LiveDesk
from kinerja.adapters.parts import BrokenPackageError
from kinerja.adapters.typed import Typed, with_typed
from kinerja.grid import Book
from kinerja.sheets.master import JURNAL
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError, Rule, Sebab, Temuan

NAMED = 5  # places that a message names


@dataclass(frozen=True, slots=True)
class MirrorDesk:
    """The master that a person has open in LibreOffice."""

    host: CalcHost

    @property
    def path(self) -> Path:
        """Where the master is kept."""
        return self.host.path

    @property
    def _file(self) -> FileDesk:
        return FileDesk(self.host.path, shown=True)

    def check_free(self) -> None:
        """Make sure that the master can be written, and put what was typed into it.

        What cannot be put there is said here, and only here: once for each button.

        Raises:
            KinerjaError: if somebody else has it open, or the file is newer than the
                document.
        """
        LiveDesk(self.host).check_free()
        self._file.check_free()
        if behind := self._keep_typed():
            contoh = ", ".join(behind[:NAMED])
            temuan = Rule.BELUM_IKUT_TERSIMPAN.at(here(self.path), contoh=contoh)
            self.host.tell(f"{temuan.message}\n\n{temuan.remedy}")

    def read(self, without: Set[str] = frozenset()) -> Book:
        """The master, with what was typed in LibreOffice; as ``FileDesk`` reads it.

        Raises:
            KinerjaError: if it cannot be read, or the file is newer than the document.
        """
        self._keep_typed()
        return self._file.read(without)

    def copy(self, to: Path) -> None:
        """Make a whole copy of the master.

        Raises:
            KinerjaError: if it cannot be read, or the copy not be written.
        """
        self._file.copy(to)

    def write(
        self, pages: Sequence[Page], on_change: Callable[[], Sequence[Page]] = lambda: ()
    ) -> bool:
        """Put these rows in these sheets of the file, and then of the document.

        If only quiet ones differ they are written, without ``on_change``.

        Raises:
            KinerjaError: if the file cannot be written, and nothing is changed; or if
                LibreOffice does not answer, and only the file is.
        """
        written = list(pages)

        def changing() -> Sequence[Page]:
            more = on_change()
            written.extend(more)
            return more

        is_news = self._file.write(pages, changing)
        if not is_news:
            written = [page for page in pages if page.quiet]
        if written:
            is_modified = self.host.is_modified()  # by what cannot be kept, see _keep_typed
            LiveDesk(self.host).write(written)
            self.host.put_down(is_whole=not is_modified)
        return is_news

    def _keep_typed(self) -> Sequence[str]:
        """Put what was typed since the last button into the file; what cannot be, by place."""
        if not self.host.is_modified():
            return ()
        raw = read_whole(self.path)
        if isinstance(raw, Temuan):
            raise KinerjaError(raw)
        typed = self._typed(raw)
        if JURNAL.name in typed.sheets:  # which only kinerja writes
            name = shown(self.path.name)
            raise KinerjaError(Rule.DOKUMEN_TERTINGGAL.at(here(self.path), berkas=name))
        if typed.data != raw:
            write_atomic(self.path, typed.data)
        self.host.put_down(is_whole=not typed.behind)
        return typed.behind

    def _typed(self, raw: bytes) -> Typed:
        try:
            return with_typed(
                raw, {name: self.host.cells(name) for name in self.host.sheets()}
            )
        except BrokenPackageError as error:
            name = shown(self.path.name)
            rule = Rule.MASTER_RUSAK
            raise KinerjaError(
                rule.at(here(self.path), berkas=name, sebab=Sebab.BAGIAN_RUSAK)
            ) from error
