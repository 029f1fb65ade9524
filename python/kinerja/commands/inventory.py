"""Inventaris: what lies in the folder of data pendukung goes into the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kinerja.adapters.annex import list_bytes
from kinerja.commands.order import Order, rekap_of
from kinerja.commands.publishing import digests, publish
from kinerja.daftar_arsip import daftar_page, daftar_sampul
from kinerja.inventaris import Baris, changed, registered
from kinerja.inventaris_rows import lines_of
from kinerja.inventory import Cocok
from kinerja.model import Location
from kinerja.model_arsip import Inventaris
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets.folders import DATA_PENDUKUNG as FOLDER
from kinerja.sheets.folders import LAPORAN
from kinerja.sheets.inventaris import JUDUL_DAFTAR, REGISTER_BERKAS, SEBELUMNYA
from kinerja.sheets.master import DATA_PENDUKUNG
from kinerja.sheets.table import columns_missing
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Temuan
from kinerja.verify import verify as verified
from kinerja.view import view_of

ABOUT_FILES = "D"  # the family of Rule that is about data pendukung


def inventory(order: Order) -> Outcome:
    """Register every file of data pendukung as it is now, name it, and list the archive.

    Twice on the same files changes nothing. A file with other bytes than were registered
    is asked about first, and the journal keeps both digests.

    Raises:
        KinerjaError: if the sheet lacks a column of the register; nothing is written.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        _check_columns(rekap)
        lines = lines_of(view_of(rekap))
        exchanged = tuple(changed(lines))
        today = rekap.kini.date() if rekap.kini else None
        after = registered(rekap, lines, today)
        temuan = verified(after)
        outcome = Outcome(
            command="inventory",
            counts=_counts(lines, len(exchanged)),
            temuan=tuple(_about_files(temuan)),
            coba=order.coba,
        )
        if not order.agree(outcome):
            return replace(outcome, declined=True)
        made = {
            f"{LAPORAN}/{JUDUL_DAFTAR.format(tahun=after.pengaturan.tahun)}.xlsx": _daftar(
                after
            )
        }
        outcome = replace(outcome, berkas=publish(order, made))
        written = pages(after, [*problems, *temuan])
        order.write(outcome, written, rekap, masuk=_digests(exchanged), keluar=digests(made))
    return outcome


def _check_columns(rekap: Rekap) -> None:
    """The columns of the register are there; without them it would be forgotten at once.

    Raises:
        KinerjaError: if one is missing; with all that are.
    """
    name = DATA_PENDUKUNG.name
    there = rekap.judul_register.get(name, {})
    if missing := [c.heading for c in REGISTER_BERKAS if c.key not in there]:
        raise KinerjaError(columns_missing(Location(rekap.file, name), missing))


def _counts(lines: Iterable[Baris], exchanged: int) -> Mapping[str, int]:
    """How many files are registered now, and how many were already."""
    there = [b for b in lines if b.cocok and b.cocok.berkas and b.cocok.berkas.sha256]
    known = sum(1 for b in there if b.tercatat and b.tercatat.sha256)
    return {
        "didaftar": len(there) - known,
        "terdaftar": known - exchanged,
        "berganti_isi": exchanged,
    }


def _about_files(temuan: Iterable[Temuan]) -> Iterator[Temuan]:
    """What is wrong with data pendukung, whatever else is."""
    return (t for t in temuan if t.rule.code.startswith(ABOUT_FILES))


def _digests(exchanged: Iterable[tuple[Cocok, Inventaris]]) -> Mapping[str, str]:
    """The digest of each file that was exchanged, and the one that it had before."""
    found: dict[str, str] = {}
    for c, i in exchanged:
        assert c.berkas
        name = f"{FOLDER}/{c.berkas.folder}/{c.berkas.nama}"
        found |= {name: c.berkas.sha256, SEBELUMNYA.format(berkas=name): i.sha256}
    return found


def _daftar(rekap: Rekap) -> bytes:
    return list_bytes(daftar_sampul(rekap), daftar_page(rekap))
