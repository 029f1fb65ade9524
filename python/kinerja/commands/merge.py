"""Gabungkan: what was returned goes into the master."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja.adapters import files, folder, reading
from kinerja.adapters.files import Archived
from kinerja.commands.order import Order, rekap_of
from kinerja.merge import merge as merged
from kinerja.merge import selisih, without_refused
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.perbaikan import answered, differences, progress_of
from kinerja.registers import with_returns
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.returned import read_returned, unreadable
from kinerja.sheets.folders import ARSIP, MASUK
from kinerja.sop import stamped
from kinerja.tables import pages, standing
from kinerja.temuan import Rule, Temuan
from kinerja.verify import verify as verified


def merge(order: Order, paths: Sequence[Path] = ()) -> Outcome:
    """Take what was returned into the master: these files, or all in the folder Masuk.

    Originals are archived before they are read and never changed. Files that are
    known already are not read again, unless rows of them are gone.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        chosen, notes = (tuple(paths), ()) if paths else folder.incoming(order.folder / MASUK)
        with _archive(order) as archive:
            kept, refused = _archived(chosen, archive)
            fresh, doubles = _fresh(rekap, kept)
            read = tuple(_read(order, rekap, fresh))
        before = rekap if paths else without_refused(rekap, (a.sha256 for a in kept))
        after = stamped(with_returns(answered(merged(before, read), read)), "merge")
        temuan = verified(after)
        stand = standing(after, [*problems, *temuan])
        difference = selisih(rekap, after, read)
        outcome = Outcome(
            command="merge",
            counts={
                "dibaca": len(read),
                "ditolak": sum(k.penerimaan is Penerimaan.DITOLAK for k in read)
                + len(refused),
                "dilewati": len(kept) - len(read),
                "ditambah": difference.ditambah,
                "diubah": difference.diubah,
                "tetap": difference.tetap,
                "diabaikan": difference.diabaikan,
                **progress_of(rekap, after, stand),
            },
            rincian=tuple(differences(after, read)),
            temuan=(*notes, *refused, *doubles, *_about(read, stand)),
            coba=order.coba,
        )
        if not order.agree(outcome):
            return replace(outcome, declined=True)
        order.write(outcome, pages(after, [*problems, *temuan]), rekap, masuk=_named(read))
    return outcome


@contextmanager
def _archive(order: Order) -> Iterator[Path]:
    """Where originals are kept; a trial keeps them only while it lasts."""
    if not order.coba:
        yield order.folder / ARSIP
        return
    with TemporaryDirectory() as temporary:
        yield Path(temporary)


def _archived(paths: Iterable[Path], archive: Path) -> tuple[list[Archived], list[Temuan]]:
    kept, refused = [], []
    for path in paths:
        lock = folder.open_elsewhere(path)
        result = lock or files.archive(path, archive)
        if isinstance(result, Temuan):
            refused.append(result)
        else:
            kept.append(result)
    return kept, refused


def _fresh(rekap: Rekap, kept: Iterable[Archived]) -> tuple[list[Archived], list[Temuan]]:
    """The files that have to be read, and a note for each that is here twice."""
    known = {
        k.identitas.sha256
        for k in rekap.kiriman
        if k.penerimaan is not Penerimaan.DITOLAK and not k.lost
    }
    first: dict[str, Archived] = {}
    doubles = []
    for archived in kept:
        other = first.setdefault(archived.sha256, archived)
        if other is not archived:
            here = Location(archived.name)
            doubles.append(Rule.SAMA_PERSIS.at(here, berkas=archived.name, lain=other.name))
    return [a for a in first.values() if a.sha256 not in known], doubles


def _read(order: Order, rekap: Rekap, fresh: Sequence[Archived]) -> Iterator[Kiriman]:
    books = reading.read_books(fresh)
    for number, (archived, book) in enumerate(zip(fresh, books, strict=True), start=1):
        order.progress(archived.name, number, len(fresh))
        if isinstance(book, Temuan):
            yield unreadable(archived.sha256, archived.name, book)
        else:
            yield read_returned(book, rekap)


def _named(read: Iterable[Kiriman]) -> Mapping[str, str]:
    """The digest of every file that was read, by its name; of two alike one has it behind."""
    named: dict[str, str] = {}
    for identitas in (k.identitas for k in read):
        name = identitas.berkas
        if name in named:
            name = f"{name} ({identitas.sha256[:8]})"
        named[name] = identitas.sha256
    return named


def _about(read: Iterable[Kiriman], stand: Iterable[tuple[Temuan, str]]) -> Iterator[Temuan]:
    """What is to be said about the files read just now, of all that stands."""
    fresh = {k.identitas.sha256: k.identitas.berkas for k in read}
    names = set(fresh.values())
    for t, sha256 in stand:
        if sha256 in fresh or (not sha256 and t.location.file in names):
            yield t
