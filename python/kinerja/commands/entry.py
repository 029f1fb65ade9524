"""Lembar Entri: what is typed into other applications, ticked, and compared with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kinerja.adapters import entry_folder
from kinerja.commands.order import Order, check_places, rekap_in
from kinerja.ekspor_entri import shown_back
from kinerja.entri import is_done, summary
from kinerja.entri_lembar import made
from kinerja.grid import Book
from kinerja.master import NOT_READ
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.peta_entri import aplikasi_of, contoh_of
from kinerja.rekap import Rekap
from kinerja.sheets.entri import FOLDER_ENTRI, PETA_ENTRI, RINCIAN
from kinerja.sheets.master import CATATAN
from kinerja.sop import stamped
from kinerja.tables import pages
from kinerja.temuan import Rule, Temuan
from kinerja.verify import verify as verified
from kinerja.view import View, view_of


def entry(order: Order) -> Outcome:
    """Make the sheets of the applications, note new ticks, and name what differs there.

    Tables pasted in “Tempel Entri” or exported into the folder Entri fill what the
    applications show, where nobody has typed it. Step 13 of the SOP ends once everything
    of the running Periode is ticked and nothing differs. Nothing signs in anywhere.
    """
    with order.guard():
        book = order.desk.read(NOT_READ)
        rekap, problems = rekap_in(order, book)
        if missing := tuple(_missing(book, rekap)):
            found = (*missing, *(t for t in problems if t.location.sheet == PETA_ENTRI.name))
            return Outcome(command="entry", temuan=found, coba=order.coba, refused=True)
        check_places(book, rekap)
        books, unread = _exported(order)
        after, said = shown_back(view_of(rekap), [*books, book])
        view = view_of(after)
        if is_done(view):
            after = stamped(after, "entry")
        temuan = [*problems, *verified(after), *unread, *said]
        outcome = Outcome(
            command="entry",
            counts=_counts(view),
            temuan=(*_about(temuan, unread, said), *_contoh(rekap)),
            rincian=tuple(_rincian(view)),
            lembar="" if order.coba else CATATAN.name,
            coba=order.coba,
        )
        masuk = {b.identitas.berkas: b.identitas.sha256 for b in books}
        order.write(outcome, made(pages(after, temuan), after.peta_entri), rekap, masuk=masuk)
    return outcome


def _missing(book: Book, rekap: Rekap) -> Iterator[Temuan]:
    """Why no sheet of an application can be made."""
    at = Location(rekap.file, PETA_ENTRI.name)
    if book.grid(PETA_ENTRI.name) is None:
        yield Rule.LEMBAR_ENTRI_TIDAK_ADA.at(Location(rekap.file), lembar=PETA_ENTRI.name)
    elif not rekap.peta_entri:
        yield Rule.PETA_KOSONG.at(at, lembar=PETA_ENTRI.name)


def _exported(order: Order) -> tuple[list[Book], list[Temuan]]:
    """What applications exported, and why some of it cannot be read."""
    books: list[Book] = []
    unread: list[Temuan] = []
    for found in entry_folder.exported(order.folder / FOLDER_ENTRI):
        if isinstance(found, Book):
            books.append(found)
        else:
            unread.append(found)
    return books, unread


def _counts(view: View) -> Mapping[str, int]:
    found = summary(view)
    return {
        "entri_sudah": sum(r.sudah for r in found),
        "entri_belum": sum(r.belum for r in found),
        "entri_beda": sum(r.beda for r in found),
    }


def _rincian(view: View) -> Iterator[str]:
    for r in summary(view):
        yield RINCIAN.format(
            aplikasi=r.aplikasi, sudah=r.sudah, jumlah=r.jumlah, belum=r.belum, beda=r.beda
        )


def _about(temuan: Iterable[Temuan], *more: Iterable[Temuan]) -> Iterator[Temuan]:
    """What is to be said after it: of the map and of the entries, not of anything else."""
    read = {t for found in more for t in found}
    for t in temuan:
        if t in read or t.rule.code.startswith("E") or t.location.sheet == PETA_ENTRI.name:
            yield t


def _contoh(rekap: Rekap) -> Iterator[Temuan]:
    """That nobody has confirmed the map of an application yet: it is not to be trusted."""
    at = Location(rekap.file, PETA_ENTRI.name)
    for aplikasi in aplikasi_of(rekap.peta_entri):
        amount = contoh_of(rekap.peta_entri, aplikasi)
        if amount:
            facts = {"jumlah": amount, "aplikasi": aplikasi, "lembar": PETA_ENTRI.name}
            yield Rule.PETA_CONTOH.at(at, **facts)
