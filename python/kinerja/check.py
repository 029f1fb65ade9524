"""The checks of the master: what must be right before a form is made from it.

Each looks for one thing and is named for what must be true; to add one, write it and
list it. Codes, names and numbers are checked while they are read, in ``definitions``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from kinerja.model import Indikator, Jenis, Konsolidasi, Location
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.temuan import Rule, Temuan
from kinerja.values import to_text

Check = Callable[[Rekap], Iterator[Temuan]]


def tables_have_rows(rekap: Rekap) -> Iterator[Temuan]:
    """Without Subbagian and Indikator there is nothing to ask."""
    here = Location(rekap.file)
    if not rekap.subbagian:
        yield Rule.MASTER_TANPA_ISI.at(here, lembar=master.SUBBAGIAN.name)
    if not rekap.indikator:
        sheet = master.indikator_sheet(rekap.pengaturan.siklus)
        yield Rule.MASTER_TANPA_ISI.at(here, lembar=sheet.name)


def percentages_are_not_added(rekap: Rekap) -> Iterator[Temuan]:
    """Four quarters of 80 % are not 320 %."""
    for i in rekap.indikator:
        if i.jenis is Jenis.PERSEN and i.konsolidasi is Konsolidasi.JUMLAH:
            yield Rule.PERSEN_DIJUMLAH.at(i.location, indikator=i.kode, jenis=i.jenis)


def targets_of_periode_make_the_year(rekap: Rekap) -> Iterator[Temuan]:
    """The Target of the Periode must lead to the Target of the year."""
    for i in rekap.indikator:
        made = _target_of_year(i)
        if made is not None and isinstance(i.target, Decimal) and made != i.target:
            yield Rule.TARGET_PERIODE_BERBEDA.at(
                i.location,
                indikator=i.kode,
                jumlah=to_text(made),
                seharusnya=to_text(i.target),
                selisih=to_text(made - i.target),
            )


def _target_of_year(i: Indikator) -> Decimal | None:
    """What the Target of the Periode make of a year; None where that cannot be said."""
    targets = [t for t in i.target_periode if isinstance(t, Decimal)]
    if not targets or (i.jenis is Jenis.RASIO and i.konsolidasi is Konsolidasi.JUMLAH):
        return None
    match i.konsolidasi:
        case Konsolidasi.JUMLAH:
            return sum(targets, Decimal(0))
        case Konsolidasi.TERAKHIR:
            return targets[-1]
        case Konsolidasi.MAKSIMUM:
            return max(targets)
        case _:
            return None  # a mean of targets need not be the target of the year


def indikator_has_syarat(rekap: Rekap) -> Iterator[Temuan]:
    """Who does not say what evidence is due will not get it."""
    with_syarat = {s.indikator for s in rekap.syarat}
    for i in rekap.indikator:
        if i.kode not in with_syarat:
            yield Rule.TANPA_SYARAT.at(i.location, indikator=i.kode)


CHECKS: tuple[Check, ...] = (
    tables_have_rows,
    percentages_are_not_added,
    targets_of_periode_make_the_year,
    indikator_has_syarat,
)


def check(rekap: Rekap) -> list[Temuan]:
    """Run every check of the master."""
    return [temuan for looks in CHECKS for temuan in looks(rekap)]
