"""Tahun Baru: the folder and the master of next year, made from this year's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kinerja import periode
from kinerja.adapters import files
from kinerja.adapters.building import master_bytes
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.whole_folder import appearing
from kinerja.archive import package_name
from kinerja.commands.archive import packages
from kinerja.commands.new import FOLDERS, NAME, first_beranda, prefilled
from kinerja.commands.order import Order, rekap_in, rekap_of
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.rollover import folder_name, left_behind, next_rows, riwayat_of, unfinished
from kinerja.sheets import master
from kinerja.sheets.folders import TEMPLAT
from kinerja.sheets.table import Rows
from kinerja.tables import pages, standing
from kinerja.temuan import Rule, Temuan
from kinerja.verify import verify as verified


def rollover(order: Order) -> Outcome:
    """Make next year's folder beside this year's, of which no byte changes.

    A folder of that name that is there already stays as it is: then nothing is done.
    """
    with order.guard():
        book = order.desk.read()
        rekap, problems = rekap_in(order, book)
        place = _place(order, rekap)
        if place.exists():
            return _there(order, place)
        found = [t for t, _ in standing(rekap, [*problems, *verified(rekap)])]
        notes = (*unfinished(rekap, found, _sealed(order, rekap)), *left_behind(rekap, book))
        if not order.coba:
            _made(order, rekap, book, place)
        return Outcome(
            command="rollover",
            counts={
                "dibawa": len(rekap.indikator),
                "riwayat": sum(r.realisasi is not None for r in riwayat_of(rekap)),
            },
            temuan=notes,
            berkas=(f"../{place.name}/{NAME}",),
            coba=order.coba,
        )


def _place(order: Order, rekap: Rekap) -> Path:
    here = order.folder.resolve()
    return here.with_name(folder_name(here.name, rekap.pengaturan.tahun))


def _there(order: Order, place: Path) -> Outcome:
    name = files.shown(place.name)
    temuan = (Rule.TAHUN_BARU_SUDAH_ADA.at(Location(name), folder=name),)
    return Outcome(command="rollover", temuan=temuan, coba=order.coba, refused=True)


def _sealed(order: Order, rekap: Rekap) -> Iterator[int]:
    """The Periode that have a package."""
    for p in periode.of_year(rekap.pengaturan.siklus):
        if any(packages(order.folder, package_name(rekap, p))):
            yield p


def _made(order: Order, rekap: Rekap, book: Book, place: Path) -> None:
    """Make the folder beside its place, then give it its name.

    Raises:
        KinerjaError: if it cannot be written; nothing of it is then left.
    """
    with appearing(place) as new:
        for name in FOLDERS:
            files.make_folder(new / name)
        files.write_atomic(new / NAME, _master(rekap, book))
        _copy_templates(order.folder / TEMPLAT, new / TEMPLAT)
        _work_out(replace(order, desk=FileDesk(new / NAME)))


def _master(rekap: Rekap, book: Book) -> bytes:
    siklus = rekap.pengaturan.siklus
    rows: Mapping[str, Rows] = {**prefilled(rekap.pengaturan), **next_rows(rekap, book)}
    return master_bytes(master.sheets_of(siklus), rows, first_beranda(siklus))


def _copy_templates(old: Path, new: Path) -> None:
    """The office's own templates go on being its own."""
    if old.is_dir():
        shutil.copytree(old, new, ignore=_links)


def _links(folder: str, names: list[str]) -> set[str]:
    """What is no file and no folder is not followed."""
    return {name for name in names if (Path(folder) / name).is_symlink()}


def _work_out(new: Order) -> None:
    """The sheets that kinerja writes: they say what is to be filled."""
    rekap, problems = rekap_of(new)
    checks: list[Temuan] = [*problems, *verified(rekap)]
    new.desk.write(pages(rekap, checks), tuple)
