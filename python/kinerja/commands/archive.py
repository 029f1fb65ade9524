"""Arsipkan: one sealed package of the running Periode, readable without any program."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kinerja.adapters import bag, files, plain_text
from kinerja.adapters.bag import Isi, Salinan
from kinerja.adapters.folder import is_junk
from kinerja.archive import (
    Simpanan,
    jurnal_path,
    package_name,
    payload_of,
    simpanan_of,
    tabel,
    told,
    unlocked,
)
from kinerja.baca_dulu import baca_dulu, info_of
from kinerja.commands.journaling import Journal
from kinerja.commands.letters import text_template
from kinerja.commands.order import Order, check_places, rekap_in
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets.arsip import BACA
from kinerja.sheets.folders import ARSIP, ARSIP_PERIODE, LAPORAN, SURAT
from kinerja.tables import pages, standing
from kinerja.temuan import Rule, Temuan, has_galat
from kinerja.verify import verify as verified

TEMPLAT_BACA = "baca_dulu.txt"


def archive(order: Order) -> Outcome:
    """Seal all of the running Periode in one folder, beside those sealed before.

    A package that is there is never touched: if nothing is new it stays the last one, else
    a new one gets a number. What was changed in one since is named, file by file.
    """
    with order.guard():
        book = order.desk.read()
        rekap, problems = rekap_in(order, book)
        check_places(book, rekap)
        checks = [*problems, *verified(rekap)]
        found = [t for t, _ in standing(rekap, checks)]
        isi = _contents(order, rekap, book, checks)
        if not isi.simpanan:
            return Outcome(command="archive", temuan=(_nothing(rekap),), refused=True)
        known = tuple(packages(order.folder, package_name(rekap, rekap.pengaturan.periode)))
        faults = {path: tuple(_faults(path)) for path in known}
        notes = (*isi.temuan, *unlocked(rekap))
        place, is_new = _place(order, rekap, isi, faults)
        if is_new and not order.coba:
            _sealed(order, rekap, isi, place, found, notes)
        said = (*_said(rekap, found), *_renewed(known, place, is_new))
        outcome = Outcome(
            command="archive",
            counts={
                "diarsipkan": len(isi.payload) if is_new else 0,
                "sudah_diarsipkan": 0 if is_new else len(isi.payload),
            },
            temuan=(*chain(*faults.values()), *said, *notes),
            berkas=(f"{ARSIP_PERIODE}/{place.name}",) if is_new else (),
            coba=order.coba,
        )
        if not order.coba:
            shown = told(rekap) if is_new else rekap
            order.write(outcome, pages(shown, checks), rekap, keluar=_keluar(place))
    return outcome


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a package, and what is said of it."""

    simpanan: tuple[Simpanan, ...]
    payload: Mapping[str, Isi]
    temuan: tuple[Temuan, ...]


def _contents(order: Order, rekap: Rekap, book: Book, checks: Sequence[Temuan]) -> Contents:
    names = {f: _names(order.folder / f) for f in (SURAT, LAPORAN)}
    simpanan = simpanan_of(rekap, names)
    originals = {Path(name).stem: name for name in _names(order.folder / ARSIP)}
    copies: dict[str, Isi] = {}
    temuan: list[Temuan] = []
    for number, b in enumerate(simpanan, start=1):
        order.progress(b.jalur.rpartition("/")[2], number, len(simpanan))
        copy, note = _copy(order, rekap, b, originals)
        temuan += note
        if copy:
            copies[b.jalur] = copy
    tables = tabel(rekap, book, checks)
    jurnal = Journal.of(order.folder).raw
    return Contents(
        simpanan, {**copies, **payload_of(rekap, tables, jurnal)}, tuple(dict.fromkeys(temuan))
    )


def _names(folder: Path) -> tuple[str, ...]:
    """The files in a folder, those aside that programs leave there."""
    if not folder.is_dir():
        return ()
    found = (path for path in sorted(folder.iterdir()) if not is_junk(path.name))
    return tuple(path.name for path in found if path.is_file() and not path.is_symlink())


def _copy(
    order: Order, rekap: Rekap, b: Simpanan, originals: Mapping[str, str]
) -> tuple[Salinan | None, tuple[Temuan, ...]]:
    """The file that is to be copied, if it is there, and what is wrong with it."""
    folder, _, name = b.berkas.rpartition("/")
    path = order.folder / folder / (originals.get(name, name) if folder == ARSIP else name)
    facts = {"berkas": files.shown(b.jalur), "periode": _periode(rekap)}
    here = Location(rekap.file)
    try:
        with files.open_regular(path) as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None, (Rule.BAGIAN_PAKET_TIDAK_ADA.at(here, **facts),)
    changed = b.sha256 and b.sha256 != sha256
    return Salinan(path, sha256), (
        (Rule.ISI_ARSIP_BERUBAH.at(here, **facts),) if changed else ()
    )


def _periode(rekap: Rekap) -> str:
    return rekap.periode_name(rekap.pengaturan.periode)


# ---- packages that are there


def packages(folder: Path, name: str) -> Iterator[Path]:
    """The packages of the Periode whose first has that name, the oldest first."""
    parent = folder / ARSIP_PERIODE
    found = {
        int(match[1] or 1): path
        for path in (parent.iterdir() if parent.is_dir() else ())
        if (match := re.fullmatch(rf"{re.escape(name)}(?: \((\d+)\))?", path.name))
    }
    return (found[number] for number in sorted(found))


def _faults(folder: Path) -> Iterator[Temuan]:
    here = Location(files.shown(folder.name))
    for cela, name in bag.faults(folder):
        yield cela.value.at(here, berkas=files.shown(name), paket=here.file)


def _place(
    order: Order, rekap: Rekap, isi: Contents, known: Mapping[Path, Sequence[Temuan]]
) -> tuple[Path, bool]:
    """Where the package stands or is to stand, and whether it has to be made."""
    last = next(reversed(tuple(known)), None)
    if last and not known[last] and _is_same(last, isi.payload):
        return last, False
    taken, number = {path.name for path in known}, 1
    while (name := package_name(rekap, rekap.pengaturan.periode, number)) in taken:
        number += 1
    return order.folder / ARSIP_PERIODE / name, True


def _is_same(folder: Path, payload: Mapping[str, Isi]) -> bool:
    """Whether a whole package holds just this; the journal may have grown since."""
    fresh = {name: bag.digest_of(isi) for name, isi in payload.items()}
    old, now = dict(bag.manifest(folder)), payload.get(jurnal_path(), b"")
    fresh.pop(jurnal_path(), None)
    old.pop(jurnal_path(), None)
    before = bag.read(folder, jurnal_path())
    return fresh == old and isinstance(now, bytes) and now.startswith(before)


# ---- making one


def _sealed(
    order: Order,
    rekap: Rekap,
    isi: Contents,
    place: Path,
    found: Sequence[Temuan],
    notes: Sequence[Temuan],
) -> None:
    sizes = {name: _size(one) for name, one in isi.payload.items()}
    told = baca_dulu(rekap, place.name, sizes, found, notes)
    text = plain_text.render(text_template(order, TEMPLAT_BACA), told, TEMPLAT_BACA)
    bag.make(place, isi.payload, {BACA: plain_text.encoded(text)}, info_of(rekap))


def _size(isi: Isi) -> int:
    return len(isi) if isinstance(isi, bytes) else isi.path.stat().st_size


def _keluar(place: Path) -> Mapping[str, str]:
    """The digest that stands for the whole package, as the journal tells it."""
    path = place / bag.MANIFEST
    return {f"{ARSIP_PERIODE}/{place.name}/{bag.MANIFEST}": files.sha256_of(path)}


# ---- what is said


def _nothing(rekap: Rekap) -> Temuan:
    return Rule.PAKET_TANPA_ISI.at(Location(rekap.file), periode=_periode(rekap))


def _said(rekap: Rekap, found: Sequence[Temuan]) -> tuple[Temuan, ...]:
    galat = sum(has_galat([t]) for t in found)
    if not galat:
        return ()
    here = Location(rekap.file)
    return (Rule.PAKET_DENGAN_GALAT.at(here, periode=_periode(rekap), jumlah=galat),)


def _renewed(known: Sequence[Path], place: Path, is_new: bool) -> tuple[Temuan, ...]:
    if not known or not is_new:
        return ()
    old, new = files.shown(known[-1].name), files.shown(place.name)
    periode = known[0].name.partition(" ")[2]
    facts = {"periode": periode, "lama": old, "paket": new}
    return (Rule.PAKET_ARSIP_BARU.at(Location(new), **facts),)
