"""The figures of a year: what the answers make per Indikator and per Sasaran.

Derived each time, never stored. None is *not known yet* and is printed loudly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja import periode
from kinerja.answers import Key
from kinerja.capaian import Gulungan, capped, mean, predikat, raw_capaian, roll_up
from kinerja.model import Indikator, Nilai, Pengaturan, Realisasi, Sasaran
from kinerja.rekap import Rekap


@dataclass(frozen=True, slots=True, kw_only=True)
class Hasil:
    """One Indikator over the year; ``capaian`` is capped, ``capaian_asli`` is not."""

    indikator: Indikator
    answers: tuple[Realisasi | None, ...]  # of the penanggung jawab, one a Periode
    semester: tuple[Gulungan, Gulungan]
    tahun: Nilai | None
    capaian_asli: Decimal | None
    capaian: Decimal | None
    predikat: str

    @property
    def nilai_periode(self) -> tuple[Nilai | None, ...]:
        """The Nilai of every Periode."""
        return tuple(a.nilai if a else None for a in self.answers)

    @property
    def nilai_semester(self) -> tuple[Nilai | None, Nilai | None]:
        """The Nilai of both Semester under the Indikator's own Konsolidasi."""
        one, two = self.semester
        return one.nilai(self.indikator), two.nilai(self.indikator)


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSasaran:
    """One Sasaran: its Indikator and their mean Capaian, ``dihitung`` of them counted."""

    sasaran: Sasaran
    hasil: tuple[Hasil, ...]
    capaian: Decimal | None
    dihitung: int
    predikat: str


def hasil_of(rekap: Rekap, answers: Mapping[Key, Realisasi]) -> tuple[Hasil, ...]:
    """The figures of every Indikator, in the order of the master."""
    return tuple(_hasil(i, rekap.pengaturan, answers) for i in rekap.indikator)


def _hasil(
    indikator: Indikator, pengaturan: Pengaturan, answers: Mapping[Key, Realisasi]
) -> Hasil:
    siklus = pengaturan.siklus
    own = tuple(
        answers.get((indikator.kode, indikator.penanggung_jawab, p))
        for p in periode.of_year(siklus)
    )
    half = siklus // 2
    semester = roll_up(own[:half]), roll_up(own[half:])
    tahun = semester[0].combine(semester[1]).nilai(indikator)
    raw = raw_capaian(indikator.target, tahun, indikator.polaritas, pengaturan.rumus_negatif)
    final = capped(raw, pengaturan)
    return Hasil(
        indikator=indikator,
        answers=own,
        semester=semester,
        tahun=tahun,
        capaian_asli=raw,
        capaian=final,
        predikat=predikat(final, pengaturan.skala),
    )


def hasil_sasaran(rekap: Rekap, hasil: tuple[Hasil, ...]) -> tuple[HasilSasaran, ...]:
    """The figures of every Sasaran, in the order of the master."""
    result = []
    for sasaran in rekap.sasaran:
        own = tuple(h for h in hasil if h.indikator.sasaran == sasaran.kode)
        capaian, counted = mean((h.capaian, h.indikator.bobot) for h in own)
        result.append(
            HasilSasaran(
                sasaran=sasaran,
                hasil=own,
                capaian=capaian,
                dihitung=counted,
                predikat=predikat(capaian, rekap.pengaturan.skala),
            )
        )
    return tuple(result)


def capaian_periode(
    indikator: Indikator, p: int, nilai: Nilai | None, pengaturan: Pengaturan
) -> Decimal | None:
    """Capaian of one Periode against its own Target, uncapped."""
    target = indikator.target_periode[p - 1] if p <= len(indikator.target_periode) else None
    return raw_capaian(target, nilai, indikator.polaritas, pengaturan.rumus_negatif)
