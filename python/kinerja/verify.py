"""The checks of what was answered; each looks for one thing, named for what must be true.

To add one: write it, list it in ``CHECKS``, give it a Rule, and show its cells in a test.
What is wrong within one cell is found while the form is read, in ``filled``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja import (
    data_pendukung,
    distribusi_checks,
    entri_checks,
    inventaris_checks,
    isi_berkas,
    koreksi_checks,
    naskah_checks,
    reuse,
)
from kinerja.answers import ANSWER, changes, conflicts, forgotten
from kinerja.capaian import HUNDRED, raw_capaian
from kinerja.check import check
from kinerja.hasil import capaian_periode
from kinerja.isian import EXPLAINED
from kinerja.merge import latest
from kinerja.model import EXCUSED, Indikator, Jenis, Location, Realisasi, Status
from kinerja.printing import percent
from kinerja.rekap import Rekap
from kinerja.sheets.table import normal
from kinerja.temuan import GALAT, Rule, Temuan
from kinerja.values import target_text, to_text
from kinerja.view import Check, View, place, view_of

COPIED = ("penyebab", *EXPLAINED)
SHORT = 15  # signs below which two texts may well be the same


def formulir_has_returned(v: View) -> Iterator[Temuan]:
    """A form that stays away is the first thing the planner must know."""
    forms = (k.formulir for k in v.rekap.accepted() if k.formulir)
    returned = {(f.subbagian, f.periode) for f in forms}
    for t in v.rekap.terbit:
        f = t.formulir
        if f.revisi == 1 and f.periode in v.due() and (f.subbagian, f.periode) not in returned:
            yield Rule.FORMULIR_BELUM_KEMBALI.at(
                Location(t.berkas), subbagian=f.subbagian, periode=v.periode_name(f.periode)
            )


def nilai_is_filled(v: View) -> Iterator[Temuan]:
    """Blank is not zero: it blocks the Indikator. What could not be read is told already."""
    told = _told(v)
    for i, r in v.owned():
        open_ = r.status in {Status.BELUM, Status.TERISI} and r.nilai is None
        here = place(r, "x" if i.jenis is Jenis.RASIO else "nilai")
        if r.periode in v.due() and open_ and r.y != 0 and not _numbers(r) & told:
            yield Rule.NILAI_KOSONG.at(
                here,
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                subbagian=r.subbagian,
            )


def _told(v: View) -> set[Location]:
    """The cells of which a Galat that stands says already why no number comes from them."""
    read = (t for k in latest(v.rekap) for t in k.temuan)
    told = {t.location for t in read if t.rule.severity is GALAT}
    for group, one, two in conflicts(v.rekap):
        if group is ANSWER:
            told |= _numbers(one) | _numbers(two)
    return told


def _numbers(r: Realisasi) -> set[Location]:
    return {place(r, field) for field in ("x", "y", "nilai")}


def alasan_is_given(v: View) -> Iterator[Temuan]:
    """“Nothing to report” is an answer, if it says why."""
    for i, r in v.owned():
        if r.status in EXCUSED and not r.alasan:
            yield Rule.ALASAN_KOSONG.at(
                place(r, "alasan"),
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                status=r.status,
            )


def status_agrees_with_nilai(v: View) -> Iterator[Temuan]:
    """A row cannot have a number and be Nihil."""
    for i, r in v.owned():
        if r.status in EXCUSED and r.nilai is not None:
            yield Rule.STATUS_BERTENTANGAN.at(
                place(r, "status"),
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                status=r.status,
                nilai=target_text(r.nilai),
            )


def penyebut_is_not_zero(v: View) -> Iterator[Temuan]:
    """Nothing can be divided by zero."""
    for i, r in v.owned():
        if r.y == 0:
            yield Rule.PENYEBUT_NOL.at(
                place(r, "y"), indikator=i.kode, periode=v.periode_name(r.periode)
            )


def pembilang_is_within_penyebut(v: View) -> Iterator[Temuan]:
    """A part is seldom more than the whole; often the two are swapped."""
    for i, r in v.owned():
        if r.x is not None and r.y is not None and 0 < r.y < r.x:
            yield Rule.PEMBILANG_LEBIH.at(
                place(r, "x"),
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                x=to_text(r.x),
                y=to_text(r.y),
            )


def persen_is_within_bounds(v: View) -> Iterator[Temuan]:
    """A percentage outside 0 to 100 is usually a slip."""
    for i, r in v.owned():
        if (
            i.jenis is Jenis.PERSEN
            and isinstance(r.nilai, Decimal)
            and not 0 <= r.nilai <= 100
        ):
            yield Rule.PERSEN_DI_LUAR.at(
                place(r, "nilai"),
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                nilai=to_text(r.nilai),
            )


def target_is_not_zero(v: View) -> Iterator[Temuan]:
    """A zero Target has no Capaian for positif, and leaves the mean."""
    for i in v.rekap.indikator:
        zero = i.target == 0
        if zero and raw_capaian(i.target, HUNDRED, i.polaritas) is None:
            yield Rule.TARGET_NOL.at(i.location, indikator=i.kode)


def capaian_is_plausible(v: View) -> Iterator[Temuan]:
    """Far above the Target is more often a slip than a triumph."""
    for i, r in v.owned():
        raw = _capaian(v, i, r)
        if raw is not None and raw > v.pengaturan.ambang_wajar:
            yield Rule.TIDAK_WAJAR.at(
                place(r, "nilai"),
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                capaian=percent(raw),
                ambang=to_text(v.pengaturan.ambang_wajar),
            )


def shortfall_is_explained(v: View) -> Iterator[Temuan]:
    """Analysis 5 of the report needs the reason and what was done about it."""
    for i, r in v.owned():
        raw = _capaian(v, i, r)
        if raw is None or raw >= HUNDRED:
            continue
        for field in EXPLAINED:
            if not getattr(r, field):
                yield Rule.NARASI_KOSONG.at(
                    place(r, field),
                    indikator=i.kode,
                    periode=v.periode_name(r.periode),
                    capaian=percent(raw),
                    judul=v.heading(field, r.periode),
                )


def _capaian(v: View, i: Indikator, r: Realisasi) -> Decimal | None:
    if r.status is not Status.TERISI:
        return None
    return capaian_periode(i, r.periode, r.nilai, v.pengaturan)


def narasi_is_not_copied(v: View) -> Iterator[Temuan]:
    """Text carried over from the Periode before says nothing about this one."""
    for key, r in v.answers.items():
        before = v.answers.get((key[0], key[1], r.periode - 1))
        for field in COPIED if before else ():
            text = getattr(r, field)
            if len(text) >= SHORT and normal(text) == normal(getattr(before, field)):
                yield Rule.NARASI_SALINAN.at(
                    place(r, field),
                    indikator=r.indikator,
                    periode=v.periode_name(r.periode),
                    judul=v.heading(field, r.periode),
                )


def answers_agree(v: View) -> Iterator[Temuan]:
    """Two files of the same rank that disagree: the planner decides."""
    for group, one, two in conflicts(v.rekap):
        field = _differing(group, one, two)
        yield Rule.JAWABAN_BENTROK.at(
            place(two, field),
            judul=v.heading(field, one.periode),
            indikator=one.indikator,
            periode=v.periode_name(one.periode),
            satu=_shown(one, field),
            dua=_shown(two, field),
            asal=place(one, field).file,
        )


def changes_are_told(v: View) -> Iterator[Temuan]:
    """A later answer replaces an earlier one, and says so."""
    for group, older, newer in changes(v.rekap):
        field = _differing(group, older, newer)
        yield Rule.JAWABAN_BERUBAH.at(
            place(newer, field),
            judul=v.heading(field, newer.periode),
            indikator=newer.indikator,
            periode=v.periode_name(newer.periode),
            lama=_shown(older, field),
            baru=_shown(newer, field),
            asal=place(older, field).file,
        )


def blanks_do_not_erase(v: View) -> Iterator[Temuan]:
    """A blank in the newest file leaves the older answer, and says so."""
    for group, older, newest in forgotten(v.rekap):
        filled = (f for f in group if getattr(older, f) not in (None, "", Status.BELUM))
        field = min(filled, key=_is_status)
        yield Rule.JAWABAN_KOSONG_LAGI.at(
            place(newest, field),
            judul=v.heading(field, newest.periode),
            indikator=newest.indikator,
            periode=v.periode_name(newest.periode),
            lama=_shown(older, field),
        )


def _differing(group: tuple[str, ...], one: Realisasi, two: Realisasi) -> str:
    """The field to name of a group that differs: the number before the status."""
    return min((f for f in group if getattr(one, f) != getattr(two, f)), key=_is_status)


def _is_status(field: str) -> bool:
    """Whether the field follows from the others, and is named only for want of them."""
    return field == "status"


def _shown(r: Realisasi, field: str) -> str:
    value = getattr(r, field)
    return (
        to_text(value) if isinstance(value, Decimal) else str("" if value is None else value)
    )


CHECKS: tuple[Check, ...] = (
    formulir_has_returned,
    nilai_is_filled,
    alasan_is_given,
    status_agrees_with_nilai,
    penyebut_is_not_zero,
    pembilang_is_within_penyebut,
    persen_is_within_bounds,
    target_is_not_zero,
    capaian_is_plausible,
    shortfall_is_explained,
    narasi_is_not_copied,
    answers_agree,
    changes_are_told,
    blanks_do_not_erase,
    *koreksi_checks.CHECKS,
    *data_pendukung.CHECKS,
    *isi_berkas.CHECKS,
    *inventaris_checks.CHECKS,
    *reuse.CHECKS,
    *naskah_checks.CHECKS,
    *distribusi_checks.CHECKS,
    *entri_checks.CHECKS,
)


def verify(rekap: Rekap) -> list[Temuan]:
    """Every problem of the master and of the answers, in the order of their places.

    What the reading of the returned files found is in ``rekap.kiriman``, not here.
    """
    view = view_of(rekap)
    found = [temuan for looks in CHECKS for temuan in looks(view)]
    return [*check(rekap), *sorted(found, key=lambda t: t.sort_key)]
