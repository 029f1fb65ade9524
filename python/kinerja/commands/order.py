"""What every command is given: the master, the folder around it, who watches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kinerja.adapters import backup, entry_folder, files, folder, kalender, machine
from kinerja.commands.journaling import Journal
from kinerja.entri import is_unnoted, noted
from kinerja.entri_lembar import named_bukti
from kinerja.grid import Book
from kinerja.jurnal_lines import Line, untold
from kinerja.master import NOT_READ, read_rekap
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.pengecualian import excused_by
from kinerja.rekap import Rekap
from kinerja.sheets import folders
from kinerja.sheets.beranda import TANPA_HASIL
from kinerja.sheets.distribusi import FOLDER
from kinerja.sheets.entri import FOLDER_ENTRI
from kinerja.sheets.jurnal import LETAK
from kinerja.sheets.master import JURNAL, sheets_of
from kinerja.sheets.table import Page, missing_sheets, typed_below, unplaced
from kinerja.sheets.tombol import JUDUL
from kinerja.sheets.verifikasi import REMEMBERING
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Rule, Temuan

NOTHING: Mapping[str, str] = {}
Progress = Callable[[str, int, int], None]  # what is at hand, its number, of how many


class Desk(Protocol):
    """The master, wherever it is open."""

    @property
    def path(self) -> Path:
        """Where the master is kept."""

    def read(self, without: Set[str] = frozenset()) -> Book:
        """The whole master; sheets of the names ``without`` need not be in it."""

    def check_free(self) -> None:
        """Raise KinerjaError if it cannot be written."""

    def copy(self, to: Path) -> None:
        """Make a whole copy of the master as it stands now."""

    def write(self, pages: Sequence[Page], on_change: Callable[[], Sequence[Page]]) -> bool:
        """Put rows in sheets; False, and nothing done, if they stand there already.

        Else ``on_change`` is called before anything is written, and what it gives is
        written too. If only quiet pages differ they are written without it, and False.
        """


Agree = Callable[[Outcome], bool]  # shown what would change; whether to go on


def always(_outcome: Outcome) -> bool:
    """Nobody is asked."""
    return True


def now() -> datetime:
    """The time on the wall of the office."""
    return datetime.now(UTC).astimezone()


def silent(_what: str, _number: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Order:
    """On which master a command works, whether it is only a trial, and who watches."""

    desk: Desk
    coba: bool = False
    progress: Progress = silent
    agree: Agree = always
    clock: Callable[[], datetime] = now  # with its zone
    person: Callable[[], str] = machine.person
    copies: str = folders.CADANGAN  # where the master from before the action is kept

    @property
    def folder(self) -> Path:
        """The folder of the office for one year."""
        return self.desk.path.parent

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Nobody else works in the folder meanwhile; a trial disturbs nobody.

        Raises:
            KinerjaError: if it is so, or what every action keeps could not be kept.
        """
        if self.coba:
            yield
            return
        self.desk.check_free()
        with files.lock(self.folder):
            self._check_kept()
            yield

    def _check_kept(self) -> None:
        """Looked at before anything is written, since the copy and the journal come last.

        Raises:
            KinerjaError: if the master, a copy of it or a line of the journal cannot be
                written.
        """
        journal = self.folder / LETAK
        kept = (self.folder / folders.CADANGAN, self.folder / self.copies, journal.parent)
        wrong = [t for place in (self.folder, *kept) if (t := _no_place(place))]
        if not wrong and (hindered := files.obstacle(journal)):
            wrong.append(hindered)
        if wrong:
            raise KinerjaError(*dict.fromkeys(wrong))

    def write(
        self,
        outcome: Outcome,
        pages: Sequence[Page],
        rekap: Rekap,
        masuk: Mapping[str, str] = NOTHING,
        keluar: Mapping[str, str] = NOTHING,
    ) -> bool:
        """Write the sheets, unless it is a trial; say if that changed anything.

        A copy of the master is kept first, and the journal gets a line and its sheet a row
        under those of ``rekap``. ``masuk`` and ``keluar`` are the digests of the files that
        were read and that stand in the folder now, by their names. A file that the journal
        has not told of with this content is news, even if no sheet changes; so is an action
        that was interrupted before.
        """
        if self.coba:
            return False
        journal, moment = Journal.of(self.folder), self.clock()
        news = untold(journal.lines, keluar)

        def on_change() -> Sequence[Page]:
            action = JUDUL[outcome.command]
            copy = backup.keep(self.desk, self.folder / self.copies, action, moment)
            line = Line(
                waktu=moment,
                oleh=self.person(),
                tindakan=action,
                perintah=outcome.command,
                hasil=outcome.said or TANPA_HASIL,
                cadangan=copy.relative_to(self.folder / folders.CADANGAN).as_posix(),
                hitungan=outcome.counts,
                masuk=masuk,
                keluar=news,
            )
            return journal.add(line, rekap.jurnal)

        if self.desk.write(pages, on_change):
            return True
        is_news = bool(news) or journal.is_ahead(rekap.jurnal)
        return is_news and self.desk.write(on_change(), tuple)


def _no_place(folder: Path) -> Temuan | None:
    """Why nothing can be kept in a folder; None where it can, or where it is to be made."""
    if misplaced := files.misplaced(folder, FOLDER):
        return misplaced
    name, sebab = files.shown(folder.name), machine.hindrance(folder)
    facts = {"folder": name, "sebab": sebab}
    return Rule.FOLDER_TIDAK_DAPAT_DITULIS.at(Location(name), **facts) if sebab else None


def rekap_of(order: Order) -> tuple[Rekap, list[Temuan]]:
    """The Rekap of the master with the files on disk, and what is wrong with the master.

    Raises:
        KinerjaError: as ``rekap_in`` and ``check_places`` do.
    """
    book = order.desk.read(NOT_READ)
    found = rekap_in(order, book)
    check_places(book, found[0])
    return found


def check_places(book: Book, rekap: Rekap) -> None:
    """There is a place for all that an action writes: the master is written last.

    Where a sheet is gone that people fill, its rows would be taken for none, and what
    follows from them be written anew.

    Raises:
        KinerjaError: if a sheet or a column is missing, or rows were typed where kinerja
            writes; with all of them.
    """
    sheets = (*(page.sheet for page in pages(_without_answers(rekap), ())), JURNAL)
    filled = (s for s in sheets_of(rekap.pengaturan.siklus) if not s.optional)
    lost = (
        *missing_sheets(book, (*filled, *REMEMBERING)),
        *unplaced(book, sheets),
        *typed_below(book, sheets),
    )
    if lost:
        raise KinerjaError(*dict.fromkeys(lost))


def _without_answers(rekap: Rekap) -> Rekap:
    """As much of it as decides which sheets there are; their rows cost time."""
    return Rekap(
        file=rekap.file,
        pengaturan=rekap.pengaturan,
        subbagian=rekap.subbagian,
        peta_entri=rekap.peta_entri,
        tanpa_entri=rekap.tanpa_entri,
        tanpa_lembar=rekap.tanpa_lembar,
        kini=rekap.kini,
    )


def rekap_in(order: Order, book: Book) -> tuple[Rekap, list[Temuan]]:
    """The same of a master that was read already.

    Raises:
        KinerjaError: if the master does not say which year it is of; with all problems.
    """
    rekap, problems = read_rekap(book)
    if not rekap.pengaturan.tahun:
        raise KinerjaError(*problems)
    return with_world(order, rekap), problems


def with_world(order: Order, rekap: Rekap) -> Rekap:
    """The Rekap with the data pendukung that is on disk, the calendar, and the time it is.

    What was ticked or excused since the last action gets its time and person here.
    """
    found = folder.data_pendukung(
        order.folder / folders.DATA_PENDUKUNG, rekap.pengaturan.siklus
    )
    kini = order.clock().replace(tzinfo=None, second=0, microsecond=0)
    bukti = entry_folder.digests(order.folder / FOLDER_ENTRI, named_bukti(rekap))
    whole = replace(
        rekap,
        berkas=found,
        kini=kini,
        kalender=kalender.of(rekap.pengaturan.tahun, kini.year),
        bukti_entri=bukti,
    )
    is_new = is_unnoted(whole) or any(not p.saat for p in whole.pengecualian)
    oleh = order.person() if is_new else ""
    return excused_by(noted(whole, oleh), oleh)


def by_severity(temuan: Iterable[Temuan]) -> dict[str, int]:
    """How many Temuan of each severity."""
    counts = {"galat": 0, "peringatan": 0, "catatan": 0}
    for t in temuan:
        counts[t.rule.severity.value.casefold()] += 1
    return counts
