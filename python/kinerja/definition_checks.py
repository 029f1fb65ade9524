"""The checks of what the planner defines: targets, weights, Subbagian, syarat, anggaran.

Listed in ``check``. What one cell alone shows is checked while it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from kinerja import periode
from kinerja.model import Indikator, Konsolidasi, Letak, Location
from kinerja.printing import number, rupiah
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.arsip import ASAL_DIBAWA
from kinerja.sheets.table import normal
from kinerja.surel import addresses
from kinerja.temuan import Rule, Temuan
from kinerja.values import to_text

Check = Callable[[Rekap], Iterator[Temuan]]
T = TypeVar("T")
WHOLE = (Decimal(100), Decimal(1))  # what all weights of a Sasaran make


def _again(
    things: Iterable[T], key: Callable[[T], Hashable], letak: Callable[[T], Location]
) -> Iterator[tuple[T, int, Location]]:
    """What has the key of one before it, with the row of that and its own cell."""
    first: dict[Hashable, int] = {}
    for thing in things:
        at = letak(thing)
        row = first.setdefault(key(thing), at.row)
        if row != at.row:
            yield thing, row, at


def _at(letak: Letak, key: str, otherwise: Location) -> Location:
    return letak.get(key, otherwise)


# ---- targets


def targets_are_of_this_year(rekap: Rekap) -> Iterator[Temuan]:
    """“Tahun Baru” brings them along, and the new Perjanjian Kinerja may say otherwise."""
    before = rekap.pengaturan.tahun - 1
    for i in rekap.indikator:
        if i.asal == ASAL_DIBAWA.format(tahun=before):
            at = _at(i.letak, "target", i.location)
            yield Rule.TARGET_DIBAWA.at(at, indikator=i.kode, tahun=before)


def mean_of_targets_is_told(rekap: Rekap) -> Iterator[Temuan]:
    """A mean of targets need not be that of the year, but somebody should have meant it."""
    for i in rekap.indikator:
        targets = [t for t in i.target_periode if isinstance(t, Decimal)]
        if i.konsolidasi is not Konsolidasi.RERATA or not targets:
            continue
        rerata = number(sum(targets, Decimal(0)) / len(targets))
        if isinstance(i.target, Decimal) and rerata != number(i.target):
            yield Rule.TARGET_RERATA_BERBEDA.at(
                _at(i.letak, "target", i.location),
                indikator=i.kode,
                rerata=rerata,
                target=number(i.target),
            )


def some_periode_has_a_target(rekap: Rekap) -> Iterator[Temuan]:
    """Without one no Periode has a Capaian of its own; said once for all who lack it."""
    lacking = [
        i
        for i in rekap.indikator
        if i.target is not None and all(t is None for t in i.target_periode)
    ]
    if lacking:
        at = _at(lacking[0].letak, "target_1", lacking[0].location)
        yield Rule.TARGET_PERIODE_KOSONG.at(at, daftar=", ".join(i.kode for i in lacking))


# ---- weights


def weights_are_given_to_all_or_none(rekap: Rekap) -> Iterator[Temuan]:
    """The mean of a Sasaran takes no weights where one of them is missing or not positive."""
    for own in _by_sasaran(rekap).values():
        if not any(i.bobot is not None for i in own):
            continue
        for i in own:
            if i.bobot is None or i.bobot <= 0:
                at = _at(i.letak, "bobot", i.location)
                yield Rule.BOBOT_SEBAGIAN.at(at, indikator=i.kode, sasaran=i.sasaran)


def weights_make_a_whole(rekap: Rekap) -> Iterator[Temuan]:
    """A weight is a share of its Sasaran: all of them are 100, or 1."""
    for sasaran, own in _by_sasaran(rekap).items():
        weights = [i.bobot for i in own if i.bobot is not None and i.bobot > 0]
        made = sum(weights, Decimal(0))
        if len(weights) == len(own) and made not in WHOLE:
            yield Rule.BOBOT_JUMLAH.at(
                _at(own[0].letak, "bobot", own[0].location),
                sasaran=sasaran,
                jumlah=to_text(made),
                selisih=to_text(made - WHOLE[0]),
            )


def _by_sasaran(rekap: Rekap) -> Mapping[str, list[Indikator]]:
    found: dict[str, list[Indikator]] = {}
    for i in rekap.indikator:
        found.setdefault(i.sasaran, []).append(i)
    return found


# ---- anggaran


def anggaran_is_there(rekap: Rekap) -> Iterator[Temuan]:
    """Efficiency is reported for each Sasaran, and needs what it was given."""
    if not rekap.anggaran:
        here = Location(rekap.file, master.anggaran_sheet(rekap.pengaturan.siklus).name)
        yield Rule.ANGGARAN_KOSONG.at(here)
        return
    served = {a.sasaran for a in rekap.anggaran}
    cells = {i.sasaran: i for i in reversed(rekap.indikator)}
    for sasaran in rekap.sasaran:
        i = cells.get(sasaran.kode)
        if i and sasaran.kode not in served:
            at = _at(i.letak, "kode_sasaran", i.location)
            yield Rule.SASARAN_TANPA_ANGGARAN.at(at, sasaran=sasaran.kode)


def pagu_is_positive(rekap: Rekap) -> Iterator[Temuan]:
    """Nothing can be spent of nothing."""
    for a in rekap.anggaran:
        if a.pagu <= 0:
            at = _at(a.letak, "pagu", a.location)
            yield Rule.PAGU_NOL.at(at, kode=a.kode, pagu=rupiah(a.pagu))


def realisasi_is_within_pagu(rekap: Rekap) -> Iterator[Temuan]:
    """Who types cumulative figures is above the pagu soon; reported where it is crossed."""
    for a in rekap.anggaran:
        spent = Decimal(0)
        for p, realisasi in enumerate(a.realisasi, start=1):
            spent += realisasi or 0
            if realisasi and 0 < a.pagu < spent:
                yield Rule.REALISASI_LEBIH.at(
                    _at(a.letak, f"realisasi_{p}", a.location),
                    kode=a.kode,
                    periode=periode.name(rekap.pengaturan.siklus, p),
                    realisasi=rupiah(spent),
                    pagu=rupiah(a.pagu),
                )
                break


def anggaran_is_written_once(rekap: Rekap) -> Iterator[Temuan]:
    """Both rows are added up; two sources of money may share a kode."""
    for a, row, at in _again(rekap.anggaran, lambda a: normal(a.kode), lambda a: a.location):
        yield Rule.ANGGARAN_GANDA.at(at, kode=a.kode, pertama=row, kedua=at.row)


# ---- Subbagian


def subbagian_has_indikator(rekap: Rekap) -> Iterator[Temuan]:
    """Who is asked nothing gets no form."""
    asked = rekap.asked()
    for s in rekap.subbagian if rekap.indikator else ():
        if s not in asked:
            at = _at(s.letak, "kode", _subbagian_sheet(rekap))
            yield Rule.SUBBAGIAN_TANPA_INDIKATOR.at(at, subbagian=s.kode)


def subbagian_can_be_addressed(rekap: Rekap) -> Iterator[Temuan]:
    """Forms are signed by a head and sent to an address; said once for all who lack one."""
    here = _subbagian_sheet(rekap)
    for rule, key in ((Rule.TANPA_KEPALA, "kepala"), (Rule.SUREL_KOSONG, "surel")):
        lacking = [s for s in rekap.subbagian if not getattr(s, key)]
        if lacking:
            at = _at(lacking[0].letak, key, here)
            yield rule.at(at, daftar=", ".join(s.kode for s in lacking))


def surel_is_an_address(rekap: Rekap) -> Iterator[Temuan]:
    """A draft to a mistyped address comes back, or goes to a stranger."""
    for s in rekap.subbagian:
        known = addresses(s.surel)
        rest = s.surel
        for address in known:
            rest = rest.replace(address, "")
        if s.surel and (not known or "@" in rest):
            at = _at(s.letak, "surel", _subbagian_sheet(rekap))
            yield Rule.SUREL_BUKAN_ALAMAT.at(at, subbagian=s.kode, isi=s.surel)


def subbagian_differ_in_name(rekap: Rekap) -> Iterator[Temuan]:
    """Two kode for one Subbagian would each get half of its Indikator."""
    first: dict[str, str] = {}
    for s in rekap.subbagian:
        other = first.setdefault(normal(s.nama), s.kode)
        if other != s.kode:
            at = _at(s.letak, "nama", _subbagian_sheet(rekap))
            yield Rule.NAMA_GANDA.at(at, satu=other, dua=s.kode, nama=s.nama)


def _subbagian_sheet(rekap: Rekap) -> Location:
    return Location(rekap.file, master.SUBBAGIAN.name)


# ---- syarat and earlier years


def syarat_is_written_once(rekap: Rekap) -> Iterator[Temuan]:
    """What is asked for twice has to be there twice."""
    here = Location(rekap.file, master.SYARAT.name)
    twice = _again(
        rekap.syarat,
        lambda s: (s.indikator, normal(s.jenis), s.periode),
        lambda s: _at(s.letak, "jenis", here),
    )
    for s, row, at in twice:
        facts = {"jenis": s.jenis, "indikator": s.indikator}
        yield Rule.SYARAT_GANDA.at(at, **facts, pertama=row, kedua=at.row)


def riwayat_is_written_once(rekap: Rekap) -> Iterator[Temuan]:
    """A year has one Realisasi."""
    here = Location(rekap.file, master.RIWAYAT.name)
    twice = _again(
        rekap.riwayat,
        lambda r: (r.indikator, r.tahun),
        lambda r: _at(r.letak, "tahun", here),
    )
    for r, row, at in twice:
        facts = {"indikator": r.indikator, "tahun": r.tahun}
        yield Rule.RIWAYAT_GANDA.at(at, **facts, pertama=row, kedua=at.row)


def riwayat_is_of_earlier_years(rekap: Rekap) -> Iterator[Temuan]:
    """This year's Realisasi comes from the forms."""
    running, here = rekap.pengaturan.tahun, Location(rekap.file, master.RIWAYAT.name)
    for r in rekap.riwayat:
        if running and not running - 20 <= r.tahun < running:
            at = _at(r.letak, "tahun", here)
            yield Rule.RIWAYAT_TAHUN.at(at, tahun=r.tahun, berjalan=running)


CHECKS: tuple[Check, ...] = (
    targets_are_of_this_year,
    mean_of_targets_is_told,
    some_periode_has_a_target,
    weights_are_given_to_all_or_none,
    weights_make_a_whole,
    anggaran_is_there,
    pagu_is_positive,
    realisasi_is_within_pagu,
    anggaran_is_written_once,
    subbagian_has_indikator,
    subbagian_can_be_addressed,
    surel_is_an_address,
    subbagian_differ_in_name,
    syarat_is_written_once,
    riwayat_is_written_once,
    riwayat_is_of_earlier_years,
)
