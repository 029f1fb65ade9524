"""The checks of the master: what must be right before a form is made from it.

Each looks for one thing and is named for what must be true; to add one, write it and
list it. Codes, names and numbers are checked while they are read, in ``definitions`` and
``indikator``; what is defined beside each other, in ``definition_checks``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from kinerja import definition_checks, sop_checks
from kinerja.answers import current
from kinerja.model import Indikator, Jenis, Konsolidasi, Location
from kinerja.printing import tanggal
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.table import normal
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
            at = i.letak.get("konsolidasi", i.location)
            yield Rule.PERSEN_DIJUMLAH.at(at, indikator=i.kode, jenis=i.jenis)


def targets_of_periode_make_the_year(rekap: Rekap) -> Iterator[Temuan]:
    """The Target of the Periode must lead to the Target of the year."""
    for i in rekap.indikator:
        made = _target_of_year(i)
        if made is not None and isinstance(i.target, Decimal) and made != i.target:
            yield Rule.TARGET_PERIODE_BERBEDA.at(
                i.letak.get("target", i.location),
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


def rencana_has_target(rekap: Rekap) -> Iterator[Temuan]:
    """Nobody can say whether a plan without a Target was carried out."""
    for r in rekap.rencana_aksi:
        if all(target is None for target in r.target):
            rule = Rule.RENCANA_TANPA_TARGET
            yield rule.at(r.location, uraian=r.uraian, indikator=r.indikator)


def rencana_is_written_once(rekap: Rekap) -> Iterator[Temuan]:
    """What stands twice is done twice on paper, and paid twice."""
    seen: dict[tuple[str, ...], int] = {}
    for r in rekap.rencana_aksi:
        key = (r.indikator, r.penanggung_jawab, normal(r.uraian))
        first = seen.setdefault(key, r.location.row)
        if first != r.location.row:
            yield Rule.RENCANA_GANDA.at(
                r.location,
                uraian=r.uraian,
                indikator=r.indikator,
                pertama=first,
                kedua=r.location.row,
            )


def rencana_is_of_who_answers(rekap: Rekap) -> Iterator[Temuan]:
    """A plan is shown in the form of who does it, beside the Indikator it serves."""
    known = rekap.by_kode()
    for r in rekap.rencana_aksi:
        i = known.get(r.indikator)
        if i and r.penanggung_jawab not in i.penjawab:
            yield Rule.RENCANA_DI_LUAR_PELAKSANA.at(
                r.location, subbagian=r.penanggung_jawab, indikator=r.indikator
            )


def libur_is_written_once(rekap: Rekap) -> Iterator[Temuan]:
    """A day is free or it is not."""
    seen: dict[date, int] = {}
    for day in rekap.hari_libur:
        first = seen.setdefault(day.tanggal, day.location.row)
        if first != day.location.row:
            yield Rule.LIBUR_GANDA.at(
                day.location,
                tanggal=tanggal(day.tanggal),
                pertama=first,
                kedua=day.location.row,
            )


def libur_is_of_the_year(rekap: Rekap) -> Iterator[Temuan]:
    """A list copied from last year would move every deadline."""
    tahun = rekap.pengaturan.tahun
    for day in rekap.hari_libur:  # what is due of the last Periode is due in the next year
        if tahun and day.tanggal.year not in {tahun, tahun + 1}:
            shown = tanggal(day.tanggal)
            yield Rule.LIBUR_TAHUN_LAIN.at(day.location, tanggal=shown, tahun=tahun)


def numbers_are_of_who_answers(rekap: Rekap) -> Iterator[Temuan]:
    """A kode that is changed in mid-year takes away what was answered under the old one."""
    known = rekap.by_kode()
    given = Counter(
        (r.indikator, r.subbagian) for r in current(rekap).values() if r.nilai is not None
    )
    for (kode, subbagian), jumlah in given.items():
        i = known.get(kode)
        if i is None:
            here = Location(rekap.file, master.REALISASI.name)
            rule = Rule.INDIKATOR_TIADA
            yield rule.at(here, jumlah=jumlah, indikator=kode, subbagian=subbagian)
        elif i.penanggung_jawab != subbagian:
            yield Rule.BUKAN_LAGI_PENANGGUNG_JAWAB.at(
                i.location,
                jumlah=jumlah,
                indikator=kode,
                subbagian=subbagian,
                penanggung_jawab=i.penanggung_jawab,
            )


def kiriman_are_of_the_year(rekap: Rekap) -> Iterator[Temuan]:
    """A copy of last year's master would count last year's answers as this year's."""
    tahun = rekap.pengaturan.tahun
    years = Counter(k.formulir.tahun for k in rekap.accepted() if k.formulir)
    here = Location(rekap.file, master.PENGATURAN.name)
    for lain, jumlah in sorted(years.items()):
        if tahun not in {0, lain}:
            yield Rule.TAHUN_BERUBAH.at(here, tahun=tahun, jumlah=jumlah, lain=lain)


def rows_of_kiriman_are_there(rekap: Rekap) -> Iterator[Temuan]:
    """A row that is removed, or spoilt as it is typed in, takes an answer with it."""
    here = Location(rekap.file, master.KIRIMAN.name)
    for k in rekap.accepted():
        if k.lost:
            berkas = k.identitas.berkas
            yield Rule.BARIS_KIRIMAN_HILANG.at(here, jumlah=k.lost, berkas=berkas)


CHECKS: tuple[Check, ...] = (
    tables_have_rows,
    percentages_are_not_added,
    targets_of_periode_make_the_year,
    indikator_has_syarat,
    rencana_has_target,
    rencana_is_written_once,
    rencana_is_of_who_answers,
    libur_is_written_once,
    libur_is_of_the_year,
    numbers_are_of_who_answers,
    kiriman_are_of_the_year,
    rows_of_kiriman_are_there,
    *definition_checks.CHECKS,
    *sop_checks.CHECKS,
)


def check(rekap: Rekap) -> list[Temuan]:
    """Run every check of the master."""
    return [temuan for looks in CHECKS for temuan in looks(rekap)]
