"""The Target of one Semester, which nobody types: its Periode make it by Konsolidasi."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.capaian import ZERO
from kinerja.model import Indikator, Jenis, Konsolidasi, Target


def target_of(i: Indikator, periode: Sequence[int]) -> Target | None:
    """The Target of these Periode together; None where it cannot be said.

    Percentages are never added: a ratio aims at what it shall be in the last Periode, and
    a percentage that is to be added has no Target as it has no Realisasi.
    """
    known = [i.target_periode[p - 1] if p <= len(i.target_periode) else None for p in periode]
    numbers = [t for t in known if isinstance(t, Decimal)]
    if i.konsolidasi is Konsolidasi.TERAKHIR or i.jenis is Jenis.RASIO or not numbers:
        return known[-1]
    if i.konsolidasi is Konsolidasi.MAKSIMUM:
        return max(numbers)
    if len(numbers) < len(known) or (i.jenis is Jenis.PERSEN and _is_sum(i)):
        return None
    total = sum(numbers, ZERO)
    return total if _is_sum(i) else total / len(numbers)


def _is_sum(i: Indikator) -> bool:
    return i.konsolidasi is Konsolidasi.JUMLAH
