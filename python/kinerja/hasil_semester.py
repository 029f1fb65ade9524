"""The figures of one Semester, from its own Periode, with the year so far beside them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.capaian import capped, mean, predikat, raw_capaian
from kinerja.hasil import Hasil, HasilSasaran, hasil_of
from kinerja.model import EXCUSED, Nilai, Target
from kinerja.rekap import Rekap
from kinerja.target_semester import target_of
from kinerja.view import View

KEDUANYA = (1, 2)


def begun(rekap: Rekap) -> tuple[int, ...]:
    """The Semester that have begun, by the running Periode."""
    return tuple(s for s in KEDUANYA if rekap.pengaturan.periode >= span(rekap, s).start)


def span(rekap: Rekap, semester: int) -> range:
    """The Periode of one Semester."""
    half = rekap.pengaturan.siklus // 2
    return range(half * (semester - 1) + 1, half * semester + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSemester:
    """One Indikator in one Semester."""

    hasil: Hasil
    target: Target | None
    nilai: Nilai | None
    kumulatif: Nilai | None
    asli: Decimal | None  # the Capaian before any cap
    capaian: Decimal | None
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranHasil:
    """One Sasaran in one Semester."""

    hasil: HasilSasaran  # with the Capaian of the Semester
    indikator: tuple[HasilSemester, ...]


def hasil_semester(rekap: Rekap, hasil: Hasil, semester: int) -> HasilSemester:
    """The figures of one Indikator in one Semester, and of the year so far."""
    i, within, p = hasil.indikator, span(rekap, semester), rekap.pengaturan
    one, two = hasil.semester
    rolled = (one, two)[semester - 1]
    so_far = one if semester == 1 else one.combine(two)
    target, value = target_of(i, within), rolled.nilai(i)
    raw = raw_capaian(target, value, i.polaritas, p.rumus_negatif)
    own = [hasil.answers[n - 1] for n in within]
    return HasilSemester(
        hasil=hasil,
        target=target,
        nilai=value,
        kumulatif=so_far.nilai(i),
        asli=raw,
        capaian=capped(raw, p),
        is_due=not all(a is not None and a.status in EXCUSED for a in own),
    )


def by_sasaran(view: View, semester: int) -> tuple[SasaranHasil, ...]:
    """The figures of every Sasaran in one Semester, in the order of the master."""
    every = [
        hasil_semester(view.rekap, h, semester) for h in hasil_of(view.rekap, view.answers)
    ]
    found = []
    for sasaran in view.rekap.sasaran:
        own = tuple(p for p in every if p.hasil.indikator.sasaran == sasaran.kode)
        capaian, dihitung = mean((p.capaian, p.hasil.indikator.bobot) for p in own)
        hasil = HasilSasaran(
            sasaran=sasaran,
            hasil=tuple(p.hasil for p in own),
            capaian=capaian,
            dihitung=dihitung,
            predikat=predikat(capaian, view.pengaturan.skala),
        )
        found.append(SasaranHasil(hasil=hasil, indikator=own))
    return tuple(found)
