"""Dari Mana: where every figure of the report comes from, down to the files behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from kinerja.adapters import files, reading
from kinerja.adapters.files import Archived, sha256_of
from kinerja.adapters.ooxml import asal as bookmarks
from kinerja.asal import Asal, Graf
from kinerja.commands.journaling import Journal
from kinerja.commands.order import Order, rekap_in
from kinerja.dari_mana import dari_mana_page
from kinerja.grid import Book, Cell, column_number
from kinerja.jurnal_checks import journal_is_whole
from kinerja.jurnal_lines import read_line
from kinerja.keutuhan import faults, printed_faults, report_faults
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.rekap import Kiriman, Rekap
from kinerja.saksi import Saksi, place_of
from kinerja.sheets.dari_mana import BROKEN
from kinerja.sheets.folders import ARSIP, LAPORAN
from kinerja.temuan import KinerjaError, Temuan
from kinerja.trace import Telusur, behind_it, chain, graf_of, telusur_of, wanted
from kinerja.view import view_of


def trace(order: Order, kunci: str = "") -> Outcome:
    """Show the chain behind one figure, or write the sheet “Dari Mana” for all.

    Every file behind it is read and digested again; what is not as it was is named. One
    figure can be asked for while the master is open elsewhere, since nothing is written.

    Raises:
        KinerjaError: if there is no such figure; with the nearest one.
    """
    with nullcontext() if kunci else order.guard():
        rekap, _ = rekap_in(order, order.desk.read())
        view = view_of(rekap)
        graf = graf_of(view)
        asked = (wanted(graf, bookmark_kunci(graf, kunci)),) if kunci else ()
        figures = behind_it(graf, asked[0]) if asked else tuple(graf.values())
        journal = Journal.of(order.folder)
        told = _told(rekap, journal)
        saksi = _saksi(order, rekap, graf, figures, told)
        t = telusur_of(view, graf, saksi)
        keys = [asal.kunci for asal in asked] or list(graf)
        found = (
            *faults(view, t.values, saksi, figures),
            *report_faults(told, saksi),
            *printed_faults(graf, t.values, saksi, keys),
            *journal_is_whole(journal.lines, rekap.jurnal)[1],
        )
        outcome = _outcome(order, t, asked, found)
        if not asked:
            order.write(outcome, [dari_mana_page(t)], rekap)
    return outcome


def _outcome(
    order: Order, t: Telusur, asked: Sequence[Asal], found: tuple[Temuan, ...]
) -> Outcome:
    broken = sum(t.utuh[kunci] in BROKEN for kunci in t.graf)
    if asked:
        lines = tuple(line for asal in asked for line in chain(t, asal.kunci))
        return Outcome(
            command="trace",
            perihal=asked[0].kunci,
            rincian=lines,
            temuan=found,
            coba=order.coba,
        )
    counts = {"ditelusuri": len(t.graf), "diperiksa": len(t.saksi.arsip), "putus": broken}
    return Outcome(command="trace", counts=counts, temuan=found, coba=order.coba)


def bookmark_kunci(graf: Graf, text: str) -> str:
    """The kunci that the name of a bookmark in a report stands for; else the text itself."""
    found = bookmarks.NAME.fullmatch(text.strip())
    known = {bookmarks.sidik_of(k): k for k in graf} if found else {}
    return known.get(found[1], text) if found else text


# ---- what the files say now


def _saksi(
    order: Order,
    rekap: Rekap,
    graf: Graf,
    figures: Iterable[Asal],
    told: Mapping[str, str],
) -> Saksi:
    typed = [asal for asal in figures if asal.jawaban]
    shas = {asal.jawaban.sha256 for asal in typed if asal.jawaban}
    kiriman = [k for k in rekap.kiriman if k.identitas.sha256 in shas]
    arsip = {a.sha256: _digest(a.path) for a in _archived(order.folder / ARSIP, kiriman)}
    whole = [
        a for a in _archived(order.folder / ARSIP, kiriman) if arsip[a.sha256] == a.sha256
    ]
    return Saksi(
        arsip=arsip,
        sel=dict(_cells(order, whole, typed)),
        berkas={path: _digest(order.folder / path) for path in told},
        cetak=tuple(_printed(order.folder, graf, told)),
    )


def _archived(folder: Path, kiriman: Iterable[Kiriman]) -> list[Archived]:
    """The copies that were kept when the files came back."""
    found = []
    for k in kiriman:
        sha256, name = k.identitas.sha256, k.identitas.berkas
        path = next(iter(sorted(folder.glob(f"{sha256}*"))), folder / sha256)
        found.append(Archived(path, sha256, name))
    return found


def _digest(path: Path) -> str:
    """The digest of what is there now; "" if no file is.

    Raises:
        KinerjaError: if it cannot be read.
    """
    if not path.is_file():
        return ""
    try:
        return sha256_of(path)
    except OSError as error:
        raise KinerjaError(files.unread(path, files.sebab_of(error))) from error


def _cells(
    order: Order, archived: Sequence[Archived], typed: Iterable[Asal]
) -> Iterator[tuple[tuple[str, str, str], Cell | None]]:
    """The cells of the figures as they stand in the files that came back."""
    by_file: dict[str, list[Asal]] = {}
    for asal in typed:
        by_file.setdefault(asal.jawaban.sha256 if asal.jawaban else "", []).append(asal)
    books = reading.read_books(archived)
    for number, (file, book) in enumerate(zip(archived, books, strict=True), start=1):
        order.progress(file.name, number, len(archived))
        if not isinstance(book, Book):
            continue  # it was read once; its digest tells whether it is still the same
        for at in filter(None, map(place_of, by_file[file.sha256])):
            yield (file.sha256, at.sheet, at.cell), _cell(book, at)


def _cell(book: Book, at: Location) -> Cell | None:
    grid = book.grid(at.sheet)
    return grid.cells.get((at.row, column_number(at.column))) if grid else None


def _told(rekap: Rekap, journal: Journal) -> Mapping[str, str]:
    """The digest of every report as it was compiled last, by its path."""
    told: dict[str, str] = {}
    for line in filter(None, map(read_line, journal.lines)):
        told |= {p: d for p, d in line.keluar.items() if p.startswith(f"{LAPORAN}/")}
    return told | {t.berkas: t.sha256 for t in rekap.laporan}


def _printed(
    folder: Path, graf: Graf, told: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Every figure that a report prints, by its bookmark."""
    known = {bookmarks.sidik_of(kunci): kunci for kunci in graf}
    for path in told:
        data = files.read_whole(folder / path) if path.endswith(".docx") else b""
        for f in bookmarks.figures(data) if isinstance(data, bytes) else ():
            if f.sidik in known:
                yield path, known[f.sidik], f.teks
