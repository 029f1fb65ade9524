"""The arithmetic of Capaian. Decimal throughout: reports are audited.

Formulas and their sources: positif R/T × 100; negatif A (2T − R)/T × 100
(LKjIP Maluku Tengah 2021, https://fliphtml5.com/qdghn/orip/LKJIP_KAB._MALUKU_TENGAH_TAHUN_2021/94);
rentang divides by the bound that was crossed (PermenPANRB on SKP,
http://online.flipbuilder.com/vajnr/eqrv/files/basic-html/page110.html). Nothing is
rounded here; only what is printed is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model import (
    EXCUSED,
    Indikator,
    Jenis,
    Konsolidasi,
    Nilai,
    Pengaturan,
    Polaritas,
    Realisasi,
    Rentang,
    Skala,
    Target,
)

ZERO = Decimal(0)
HUNDRED = Decimal(100)


def raw_capaian(
    target: Target | None, nilai: Nilai | None, polaritas: Polaritas, rumus: str = "A"
) -> Decimal | None:
    """Capaian in percent before any cap; None where it has no meaning.

    It has none without a Nilai, for text, and for a zero Target with positif. A zero
    Target with negatif is 100 when the Nilai is zero too, else 0. Never below 0.
    """
    if not isinstance(nilai, Decimal) or target is None or isinstance(target, str):
        return None
    bound = _bound(target, nilai) if isinstance(target, Rentang) else target
    if bound is None:
        return HUNDRED
    if bound == 0:
        if polaritas is Polaritas.POSITIF:
            return None
        return HUNDRED if nilai == 0 else ZERO
    if polaritas is Polaritas.POSITIF:
        return max(ZERO, nilai / bound * HUNDRED)
    if rumus == "B":
        return bound / nilai * HUNDRED if nilai > 0 else None
    return max(ZERO, (2 * bound - nilai) / bound * HUNDRED)


def _bound(rentang: Rentang, nilai: Decimal) -> Decimal | None:
    """The bound that was crossed; None inside the Rentang."""
    if nilai > rentang.atas:
        return rentang.atas
    return rentang.bawah if nilai < rentang.bawah else None


def capped(raw: Decimal | None, pengaturan: Pengaturan) -> Decimal | None:
    """Capaian as the report counts it, at most ``batas_capaian``."""
    if raw is None or pengaturan.batas_capaian is None:
        return raw
    return min(raw, pengaturan.batas_capaian)


def predikat(capaian: Decimal | None, skala: Sequence[Skala]) -> str:
    """The word for an unrounded, capped Capaian; empty where there is none."""
    if capaian is None:
        return ""
    for step in skala:
        if step.batas is None or capaian > step.batas:
            return step.predikat
    return ""


@dataclass(frozen=True, slots=True)
class Gulungan:
    """The answers of some consecutive Periode, rolled up but still combinable.

    ``combine`` is associative and ``Gulungan()`` changes nothing, so Semester 1 combined
    with Semester 2 is the year, whatever the Konsolidasi.
    """

    jumlah: Decimal = ZERO
    banyak: int = 0
    belum: int = 0  # Periode nobody has answered
    x: Decimal = ZERO
    y: Decimal = ZERO
    terakhir: Nilai | None = None
    menunggu: bool = False  # a Periode after ``terakhir`` is still unanswered
    maksimum: Decimal | None = None

    def combine(self, later: Gulungan) -> Gulungan:
        """This one followed by a later one."""
        highest = [m for m in (self.maksimum, later.maksimum) if m is not None]
        answered = later.terakhir is not None
        return Gulungan(
            jumlah=self.jumlah + later.jumlah,
            banyak=self.banyak + later.banyak,
            belum=self.belum + later.belum,
            x=self.x + later.x,
            y=self.y + later.y,
            terakhir=later.terakhir if answered else self.terakhir,
            menunggu=later.menunggu or (self.menunggu and not answered),
            maksimum=max(highest, default=None),
        )

    def nilai(self, indikator: Indikator) -> Nilai | None:
        """The one Nilai that the Indikator's Konsolidasi makes of them.

        None while an answer that it needs is missing: all of them, or for nilai
        terakhir the last. A rasio that is jumlah divides the sums of x and y;
        percentages are never added.
        """
        if indikator.konsolidasi is Konsolidasi.TERAKHIR:
            return None if self.menunggu else self.terakhir
        if self.belum or not self.banyak:
            return None
        if indikator.konsolidasi is Konsolidasi.MAKSIMUM:
            return self.maksimum
        if indikator.konsolidasi is Konsolidasi.RERATA:
            return self.jumlah / self.banyak
        if indikator.jenis is Jenis.RASIO:
            return self.x / self.y * HUNDRED if self.y else None
        return None if indikator.jenis is Jenis.PERSEN else self.jumlah


def roll_up(answers: Iterable[Realisasi | None]) -> Gulungan:
    """Combine the answers of one Indikator, one for each Periode in order."""
    whole = Gulungan()
    for answer in answers:
        whole = whole.combine(_one(answer))
    return whole


def _one(answer: Realisasi | None) -> Gulungan:
    """A single Periode; Nihil and Tidak berlaku add nothing and are not missed."""
    if answer is not None and answer.status in EXCUSED:
        return Gulungan()
    if answer is None or answer.nilai is None:
        return Gulungan(belum=1, menunggu=True)
    if isinstance(answer.nilai, str):
        return Gulungan(banyak=1, terakhir=answer.nilai)
    return Gulungan(
        jumlah=answer.nilai,
        banyak=1,
        x=answer.x or ZERO,
        y=answer.y or ZERO,
        terakhir=answer.nilai,
        maksimum=answer.nilai,
    )


def nilai_of(
    indikator: Indikator, nilai: Nilai | None, x: Decimal | None, y: Decimal | None
) -> Nilai | None:
    """The Nilai of one answer: x/y × 100 for a rasio, None where y is missing or zero."""
    if indikator.jenis is not Jenis.RASIO:
        return nilai
    return x / y * HUNDRED if x is not None and y else None


def mean(parts: Iterable[tuple[Decimal | None, Decimal | None]]) -> tuple[Decimal | None, int]:
    """Weighted mean of (capaian, bobot), zeros in and None out, and how many counted.

    Without weights, or where one is missing, all weigh the same.
    """
    known = [(c, b) for c, b in parts if c is not None]
    if not known:
        return None, 0
    weighted = all(b is not None and b > 0 for _, b in known)
    weights = [b if weighted and b is not None else Decimal(1) for _, b in known]
    total = sum((c * w for (c, _), w in zip(known, weights, strict=True)), ZERO)
    return total / sum(weights, ZERO), len(known)


def serapan(pagu: Decimal, realisasi: Decimal) -> Decimal | None:
    """Realisasi Anggaran in percent of the pagu; None for a pagu of zero."""
    return realisasi / pagu * HUNDRED if pagu else None


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Efficiency E in percent, clamped to ±20, and its transformed value NE from 0 to 100."""

    e: Decimal
    ne: Decimal


def efisiensi(parts: Iterable[tuple[Decimal, Decimal, Decimal | None]]) -> Efisiensi | None:
    """Efficiency of (pagu, realisasi, capaian in percent); None where nothing was due.

    E = Σ(pagu × capaian − realisasi) / Σ(pagu × capaian) × 100, clamped to ±20, and
    NE = 50 + E/20 × 50, after PMK 22/PMK.02/2021
    (https://jdih.kemenkeu.go.id/dok/22-pmk-02-2021/summary). Lines without a Capaian
    stay out. The clamp is what keeps NE within 0 to 100.
    """
    known = [(p * c / HUNDRED, r) for p, r, c in parts if c is not None]
    due = sum((p for p, _ in known), ZERO)
    if not due:
        return None
    e = (due - sum((r for _, r in known), ZERO)) / due * HUNDRED
    e = max(Decimal(-20), min(Decimal(20), e))
    return Efisiensi(e, 50 + e / 20 * 50)
