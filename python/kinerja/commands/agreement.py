"""Ambil PK: a Perjanjian Kinerja goes into the master, once its differences were seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.adapters import folder, reading
from kinerja.adapters.files import here, is_regular, shown
from kinerja.agreement import MAX_INDIKATOR
from kinerja.agreement import agreement as proposed
from kinerja.agreement_tables import Perjanjian, perjanjian_of
from kinerja.commands.order import Order, with_world
from kinerja.grid import Book
from kinerja.master import NOT_READ, read_rekap
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.agreement import ASAL, ASAL_BERKAS, ASAL_LEMBAR, DIABAIKAN, TEMPEL_PK
from kinerja.sheets.folders import PERJANJIAN
from kinerja.sheets.master import anggaran_sheet, indikator_sheet
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.verify import verify as verified

READABLE = {".docx", ".docm", ".xlsx", ".xlsm"}
IN_THE_WAY = {Rule.KOLOM_HILANG, Rule.MASTER_SEL_GALAT}  # of the sheets that are written


def agreement(order: Order, paths: Sequence[Path] = ()) -> Outcome:
    """Take a Perjanjian Kinerja into the master: this file, what was pasted, or the one file.

    Pressed twice it changes nothing. No row is removed, and no column is touched that it
    does not speak of.

    Raises:
        KinerjaError: if none can be read, or several could be meant; nothing is written.
    """
    with order.guard():
        book = order.desk.read(NOT_READ)
        rekap, problems = read_rekap(book)
        siklus = rekap.pengaturan.siklus
        _check_sheets(problems, (indikator_sheet(siklus).name, anggaran_sheet(siklus).name))
        source = _source(order, book, paths, rekap.pengaturan.tahun)
        tahun = rekap.pengaturan.tahun
        asal = ASAL.format(tahun=f" {tahun}" if tahun else "", asal=source.asal)
        usulan = proposed(book, source.perjanjian, siklus, asal)
        outcome = Outcome(
            command="agreement",
            counts=usulan.counts,
            temuan=(source.said(), *usulan.temuan),
            coba=order.coba,
        )
        if not order.agree(outcome):
            return replace(outcome, declined=True)
        after, problems = read_rekap(usulan.book)
        whole = with_world(order, after)
        written = pages(whole, [*problems, *verified(whole)])
        masuk = {source.berkas: source.sha256} if source.sha256 else {}
        order.write(outcome, [*usulan.pages, *written], rekap, masuk=masuk)
    return outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the Perjanjian Kinerja was found, and what it says."""

    perjanjian: Perjanjian
    asal: str
    berkas: str
    sha256: str = ""  # of the file; "" for what was pasted
    unread: tuple[str, ...] = ()  # other files that lie there

    def said(self) -> Temuan:
        """From where it was read, and how much."""
        return Rule.PK_DIPAKAI.at(
            Location(self.berkas),
            asal=self.asal,
            indikator=len(self.perjanjian.indikator),
            anggaran=len(self.perjanjian.anggaran),
            bantuan=DIABAIKAN.format(daftar=", ".join(self.unread)) if self.unread else "",
        )


def _check_sheets(problems: Iterable[Temuan], names: Sequence[str]) -> None:
    """Both sheets can be read cell by cell.

    Raises:
        KinerjaError: if one is missing or damaged; with all that is in the way.
    """
    found = [
        t
        for t in problems
        if (t.rule in IN_THE_WAY and t.location.sheet in names)
        or (t.rule is Rule.LEMBAR_HILANG and dict(t.facts)["lembar"] in names)
    ]
    if found:
        raise KinerjaError(*found)


def _source(order: Order, book: Book, paths: Sequence[Path], tahun: int) -> Source:
    """What a person named, else what was pasted, else what lies in the folder.

    Raises:
        KinerjaError: if there is nothing, or more than one.
    """
    if paths:
        return _of_file(_only(paths), tahun)
    readable, others = _in_folder(order.folder / PERJANJIAN)
    grid = book.grid(TEMPEL_PK.name)
    if grid:
        pasted = perjanjian_of(replace(book, grids=(grid,)), tahun)
        if pasted.indikator or pasted.anggaran:
            names = tuple(shown(path.name) for path in (*readable, *others))
            return Source(
                perjanjian=_checked(pasted, _asal_lembar(), book.identitas.berkas),
                asal=_asal_lembar(),
                berkas=book.identitas.berkas,
                unread=names,
            )
    if not readable and not others:
        at = Location(book.identitas.berkas, TEMPEL_PK.name)
        if grid and _has_more(grid.cells.keys()):
            raise KinerjaError(Rule.PK_TANPA_TABEL.at(at, asal=_asal_lembar()))
        facts = {"lembar": TEMPEL_PK.name, "folder": PERJANJIAN}
        raise KinerjaError(Rule.PK_TIDAK_ADA.at(at, **facts))
    found = _of_file(_only(readable or others), tahun)
    rest = others if readable else ()
    return replace(found, unread=tuple(shown(path.name) for path in rest))


def _asal_lembar() -> str:
    return ASAL_LEMBAR.format(lembar=TEMPEL_PK.name)


def _has_more(places: Iterable[tuple[int, int]]) -> bool:
    """Whether something was pasted below the headings the sheet came with."""
    return any(row > 4 for row, _ in places)


def _in_folder(path: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The files that can be read, and those of other kinds; none below the folder."""
    if not path.is_dir():
        return (), ()
    files = [
        entry
        for entry, found in folder.entries(path)
        if entry.parent == path and is_regular(found) and not folder.is_junk(entry.name)
    ]
    readable = tuple(p for p in files if p.suffix.lower() in READABLE)
    return readable, tuple(p for p in files if p not in readable)


def _only(paths: Sequence[Path]) -> Path:
    """The one file.

    Raises:
        KinerjaError: if there are several, with their names.
    """
    if len(paths) > 1:
        daftar = ", ".join(shown(path.name) for path in paths)
        at = here(paths[0].parent)
        raise KinerjaError(Rule.PK_BEBERAPA.at(at, jumlah=len(paths), daftar=daftar))
    return paths[0]


def _of_file(path: Path, tahun: int) -> Source:
    """What a workbook or a document says.

    Raises:
        KinerjaError: if it cannot be read, or has no table of that kind.
    """
    name = shown(path.name)
    book = reading.read_tables(path)
    if isinstance(book, Temuan):
        facts = {"berkas": name, "sebab": book.message, "lembar": TEMPEL_PK.name}
        raise KinerjaError(Rule.PK_TIDAK_TERBACA.at(here(path), **facts))
    asal = ASAL_BERKAS.format(berkas=name)
    return Source(
        perjanjian=_checked(perjanjian_of(book, tahun), asal, name),
        asal=asal,
        berkas=name,
        sha256=book.identitas.sha256,
    )


def _checked(perjanjian: Perjanjian, asal: str, berkas: str) -> Perjanjian:
    """One that says something, and not more than one can.

    Raises:
        KinerjaError: if it does not.
    """
    amount = len(perjanjian.indikator)
    if not amount and not perjanjian.anggaran:
        empty = Rule.PK_TANPA_TABEL.at(Location(berkas), asal=asal)
        raise KinerjaError(empty, *perjanjian.temuan)
    if amount > MAX_INDIKATOR:
        facts = {"asal": asal, "jumlah": amount, "batas": MAX_INDIKATOR}
        raise KinerjaError(Rule.PK_TERLALU_PANJANG.at(Location(berkas), **facts))
    return perjanjian
