"""Pulihkan Workbook: a damaged master made whole, an old one brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kinerja.adapters import backup, files
from kinerja.adapters.damage import MACRO_FILE, damage
from kinerja.adapters.parts import BrokenPackageError
from kinerja.adapters.patching import lock_of, patched
from kinerja.adapters.reading.own import read_plain
from kinerja.adapters.repair import Repaired, lacks_buttons, redrawn, repaired
from kinerja.adapters.updating import Lacking, lacking, updated
from kinerja.commands.journaling import Journal
from kinerja.commands.new import SIKLUS, empty_master, first_beranda
from kinerja.commands.order import Order, with_world
from kinerja.definitions import pengaturan_of
from kinerja.jurnal_lines import Line
from kinerja.master import read_rekap
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets import beranda
from kinerja.sheets.folders import CADANGAN
from kinerja.sheets.tombol import JUDUL
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Rule, Sebab, Tambahan, Temuan
from kinerja.verify import verify as verified

new_master = cache(empty_master)  # the same bytes for the same siklus


@dataclass(frozen=True, slots=True)
class Whole:
    """The master as it shall be: what was put back, and what it lacked."""

    mended: Repaired
    is_damaged: bool
    lacks: Lacking

    @property
    def added(self) -> int:
        """How many sheets and columns it lacked."""
        columns = sum(len(found) for _, found in self.lacks.columns)
        return len(self.lacks.sheets) + columns


def repair(order: Order) -> Outcome:
    """Mend a master that another program has saved, or that an earlier version made.

    What its sheets hold stays, and so do the user's own sheets and columns. A copy of it as
    it was is kept first; a master that is whole is left alone.

    Raises:
        KinerjaError: if it is open, or cannot be read or written.
    """
    path, name = order.desk.path, files.shown(order.desk.path.name)
    at = files.here(path)
    if lock := lock_of(path):
        bantuan = Rule.left_over(files.shown(lock))
        raise KinerjaError(Rule.BERKAS_TERBUKA.at(at, berkas=name, bantuan=bantuan))
    raw = files.read_whole(path)
    if isinstance(raw, Temuan):
        raise KinerjaError(raw)
    try:
        whole = _whole(order, name, raw)
    except BrokenPackageError as error:
        sebab = Sebab.BAGIAN_RUSAK
        raise KinerjaError(Rule.MASTER_RUSAK.at(at, berkas=name, sebab=sebab)) from error
    names = tuple(_renamed(at, whole.lacks))
    if not whole.is_damaged and not whole.lacks:
        temuan = (Rule.TIDAK_RUSAK.at(at, berkas=name), *names)
        return Outcome(command="repair", temuan=temuan, coba=order.coba)
    outcome = Outcome(
        command="repair",
        counts={
            "dipulihkan": len(whole.mended.mended) if whole.is_damaged else 0,
            "dilengkapi": whole.added or int(bool(whole.lacks)),
        },
        coba=order.coba,
    )
    kept = "" if order.coba else _replace(order, outcome, whole.mended.data)
    return replace(outcome, temuan=(*_said(at, whole, kept), *names))


def outdated(master: Path) -> tuple[Temuan, ...]:
    """That an earlier version made the master, and how to bring it up to date; else nothing.

    One that cannot be read is told of elsewhere.
    """
    name, raw = files.shown(master.name), files.read_whole(master)
    try:
        lacks = Lacking() if isinstance(raw, Temuan) else _lacks(raw, _siklus(name, raw))
    except BrokenPackageError:
        return ()
    bagian = "; ".join(_words(lacks))
    at = files.here(master)
    return (Rule.MASTER_LAMA.at(at, berkas=name, bagian=bagian),) if bagian else ()


def _lacks(raw: bytes, siklus: int) -> Lacking:
    tables = [page.sheet for page in first_beranda(siklus)]
    return lacking(raw, new_master(siklus), siklus, tables)


def _whole(order: Order, name: str, raw: bytes) -> Whole:
    path = order.desk.path
    is_damaged = damage(path, raw) is not None
    mended = _mended(name, raw) if is_damaged else Repaired(raw, (), ())
    siklus = _siklus(name, mended.data)
    lacks = _lacks(mended.data, siklus)
    if not lacks:
        return Whole(mended, is_damaged, lacks)
    data = updated(mended.data, new_master(siklus), lacks)
    if path.suffix.lower() == MACRO_FILE:
        mended = _joined(mended, repaired(data, anew=True))
    else:
        mended = replace(mended, data=data)
    filled = replace(mended, data=_filled(order, name, mended.data, lacks))
    return Whole(filled, is_damaged, lacks)


def _joined(first: Repaired, then: Repaired) -> Repaired:
    put, left = (*first.mended, *then.mended), (*first.left, *then.left)
    return Repaired(then.data, tuple(dict.fromkeys(put)), tuple(dict.fromkeys(left)))


def _mended(name: str, raw: bytes) -> Repaired:
    mended = repaired(raw)
    if not lacks_buttons(mended.data):
        return mended
    return redrawn(mended, new_master(_siklus(name, mended.data)))


def _siklus(name: str, raw: bytes) -> int:
    book = read_plain(raw, name)
    return pengaturan_of(book)[0].siklus if book else SIKLUS


def _filled(order: Order, name: str, data: bytes, lacks: Lacking) -> bytes:
    """The rows of the sheets that are new, from all that the others hold."""
    book = read_plain(data, name)
    rekap, problems = read_rekap(book) if book else (None, [])
    if rekap is None or not rekap.pengaturan.tahun:
        return data
    rekap = with_world(order, rekap)
    found = pages(rekap, [*problems, *verified(rekap)])
    new = {*lacks.sheets, *([beranda.NAMA] if lacks.beranda else [])}
    return patched(name, data, [page for page in found if page.sheet.name in new])


def _replace(order: Order, outcome: Outcome, data: bytes) -> str:
    """Put the mended master in place; where the one from before is kept."""
    with files.lock(order.folder):
        moment, action = order.clock(), JUDUL["repair"]
        copy = backup.keep(order.desk, order.folder / CADANGAN, action, moment)
        line = Line(
            waktu=moment,
            oleh=order.person(),
            tindakan=action,
            perintah=outcome.command,
            hasil=outcome.said,
            cadangan=copy.name,
            hitungan=outcome.counts,
        )
        files.write_atomic(order.desk.path, _noted(order, line, data))
    return f"{CADANGAN}/{copy.name}"


def _noted(order: Order, line: Line, data: bytes) -> bytes:
    """The master that shows the line in its journal, if it can be read."""
    name = order.desk.path.name
    book = read_plain(data, name)
    if book is None:
        return data
    rekap, _ = read_rekap(book)
    return patched(name, data, Journal.of(order.folder).add(line, rekap.jurnal))


def _said(at: Location, whole: Whole, kept: str) -> Iterator[Temuan]:
    cadangan = kept or CADANGAN
    if whole.is_damaged:
        bagian = ", ".join(whole.mended.mended)
        yield Rule.DIPULIHKAN.at(at, bagian=bagian, cadangan=cadangan)
    if whole.lacks:
        yield Rule.DIPERBARUI.at(at, bagian="; ".join(_words(whole.lacks)), cadangan=cadangan)
    if whole.mended.left:
        yield Rule.BELUM_PULIH.at(at, bagian=", ".join(whole.mended.left))


def _words(lacks: Lacking) -> Iterator[str]:
    if lacks.sheets:
        yield Tambahan.LEMBAR.format(nama=", ".join(lacks.sheets))
    for sheet, columns in lacks.columns:
        nama = ", ".join(column.heading for column in columns)
        yield Tambahan.KOLOM.format(nama=nama, lembar=sheet.name)
    if lacks.beranda:
        yield Tambahan.BERANDA


def _renamed(at: Location, lacks: Lacking) -> Iterator[Temuan]:
    for name, now in lacks.renamed:
        yield Rule.LEMBAR_BERGANTI_NAMA.at(at, lembar=name, nama=now)
