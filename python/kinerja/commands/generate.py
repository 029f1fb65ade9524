"""Buat Formulir: one form for every Subbagian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja import periode
from kinerja.adapters import files, reading
from kinerja.adapters.forms import form_bytes
from kinerja.check import check
from kinerja.commands.check import noted
from kinerja.commands.order import Order, by_severity, check_places, with_world
from kinerja.commands.publishing import digest_of, is_held
from kinerja.generate import definition_changes, isi_formulir, last_made
from kinerja.grid import Book
from kinerja.isian import IsiFormulir
from kinerja.master import NOT_READ, read_rekap
from kinerja.model import FormulirTerbit, Location
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.returned import definitions_of
from kinerja.sheets.folders import FORMULIR, MASUK, data_pendukung_folder
from kinerja.sheets.table import Page
from kinerja.sop import stamped
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Rule, Severity, Temuan, has_galat
from kinerja.verify import verify as verified


def generate(order: Order, named: str = "") -> Outcome:
    """Make the form of every Subbagian for one Periode, as a person names it.

    Pressed twice it makes nothing new; what was handed out is never written over.
    A master with a Galat is refused, with all that is wrong.
    """
    with order.guard():
        book = order.desk.read(NOT_READ)
        rekap, read = read_rekap(book)
        problems = _problems(rekap, read)
        if has_galat(problems):
            return _refused(order, rekap, read)
        check_places(book, rekap)
        forms = isi_formulir(rekap, _chosen(rekap, named))
        _make_room(order, forms)
        results = []
        for number, isi in enumerate(forms, start=1):
            order.progress(isi.berkas, number, len(forms))
            results.append(_make_form(order, rekap, isi))
        made = tuple(r.terbit for r in results if r.terbit)
        new = replace(rekap, terbit=_registered(rekap, made))
        written = tuple(f"{FORMULIR}/{r.isi.berkas}" for r in results if r.written)
        outcome = Outcome(
            command="generate",
            counts={"dibuat": len(written), "sudah_ada": len(forms) - len(written)},
            temuan=(*problems, *(t for r in results for t in r.temuan)),
            berkas=written,
            coba=order.coba,
        )
        keluar = {f"{FORMULIR}/{r.isi.berkas}": r.sha256 for r in results if r.sha256}
        order.write(outcome, _pages(order, new, read), rekap, keluar=keluar)
    return outcome


def _problems(rekap: Rekap, read: Sequence[Temuan]) -> tuple[Temuan, ...]:
    """What is wrong with the master; what it only lacks for later is for “Periksa Master”."""
    found = (*read, *check(rekap))
    return tuple(t for t in found if t.rule.severity is not Severity.CATATAN)


def _refused(order: Order, rekap: Rekap, read: Sequence[Temuan]) -> Outcome:
    """Say what is wrong, and let it be read in the master where that has a place for it."""
    problems = _problems(rekap, read)
    outcome = Outcome(
        command="generate",
        counts=by_severity(problems),
        temuan=problems,
        coba=order.coba,
        refused=True,
    )
    try:
        return noted(order, outcome, with_world(order, rekap), read)
    except KinerjaError:  # it lacks the sheet; that is among the problems
        return outcome


def _pages(order: Order, rekap: Rekap, read: Sequence[Temuan]) -> Sequence[Page]:
    """The register of forms, and every sheet that shows what is handed out now."""
    whole = stamped(with_world(order, rekap), "generate")
    return pages(whole, [*read, *verified(whole)])


def _chosen(rekap: Rekap, named: str) -> int:
    """The Periode a person named, or the current one.

    Raises:
        KinerjaError: if there is no such Periode.
    """
    if not named:
        return rekap.pengaturan.periode
    p = periode.parse(rekap.pengaturan.siklus, named)
    if p is None:
        siklus = rekap.pengaturan.siklus
        raise KinerjaError(
            Rule.PERIODE_TIDAK_ADA.at(Location(rekap.file), periode=named, siklus=siklus)
        )
    return p


def _make_room(order: Order, forms: Iterable[IsiFormulir]) -> None:
    """The folders that what comes back goes into, so that nobody has to name them."""
    if order.coba:
        return
    files.make_folder(order.folder / MASUK)
    for isi in forms:
        f = isi.formulir
        where = data_pendukung_folder(isi.pengaturan.siklus, f.subbagian, f.periode)
        files.make_folder(order.folder / where)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one form."""

    isi: IsiFormulir
    terbit: FormulirTerbit | None
    written: bool
    sha256: str = ""  # of what was handed out; "" if another file has its place
    temuan: tuple[Temuan, ...] = ()


def _make_form(order: Order, rekap: Rekap, isi: IsiFormulir) -> Made:
    """Write one form, unless it is there already or its place is taken."""
    path = order.folder / FORMULIR / isi.berkas
    known = [t for t in rekap.terbit if t.formulir == isi.formulir]
    if known and path.exists():
        return Made(isi, None, written=False, sha256=known[-1].sha256)
    data = form_bytes(isi)
    digest = digest_of(data)
    if path.exists() and not is_held(path, data):
        taken = Rule.FORMULIR_SUDAH_ADA.at(Location(isi.berkas), berkas=isi.berkas)
        return Made(isi, None, written=False, temuan=(taken,))
    written = not path.exists()
    if written and not order.coba:
        files.make_folder(path.parent)
        files.write_atomic(path, data)
    terbit = FormulirTerbit(
        formulir=isi.formulir, berkas=isi.berkas, sidik=isi.sidik, sha256=digest
    )
    news = () if known else _news(order, rekap, isi)
    return Made(isi, terbit, written=written, sha256=digest, temuan=news)


def _news(order: Order, rekap: Rekap, isi: IsiFormulir) -> tuple[Temuan, ...]:
    """What a new revision changes, from the definitions that the last form carries."""
    last = last_made(rekap, isi.formulir.subbagian, isi.formulir.periode)
    if last is None:
        return ()
    path = order.folder / FORMULIR / last.berkas
    old = reading.read_book(path) if path.exists() else None
    issued = definitions_of(old) if isinstance(old, Book) else []
    return (
        Rule.REVISI_BARU.at(
            Location(isi.berkas),
            subbagian=isi.formulir.subbagian,
            periode=rekap.periode_name(isi.formulir.periode),
            revisi=isi.formulir.revisi,
            perubahan=definition_changes(issued, isi),
        ),
    )


def _registered(rekap: Rekap, made: Iterable[FormulirTerbit]) -> tuple[FormulirTerbit, ...]:
    """The register with these forms; a form made again replaces its own entry."""
    register = {t.formulir: t for t in rekap.terbit} | {t.formulir: t for t in made}
    return tuple(register.values())
