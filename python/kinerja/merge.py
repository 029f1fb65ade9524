"""Join what returned files say with what is known already.

Readings are kept side by side, one Kiriman for each content, so merging is a union:
the same file twice changes nothing, and no order of files makes a difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kinerja.answers import current
from kinerja.rekap import Kiriman, Penerimaan, Rekap


@dataclass(frozen=True, slots=True)
class Selisih:
    """What a merge does to the answers that count, in numbers of answers."""

    ditambah: int = 0
    diubah: int = 0
    tetap: int = 0


def merge(rekap: Rekap, kiriman: Iterable[Kiriman]) -> Rekap:
    """Add what was returned; what is known already stays as it is.

    A file that was refused is tried again each time: a newer reading of it replaces
    the older refusal.
    """
    known = {k.identitas.sha256: k for k in rekap.kiriman}
    for k in kiriman:
        before = known.get(k.identitas.sha256)
        if before is None or before.penerimaan is Penerimaan.DITOLAK:
            known[k.identitas.sha256] = k
    joined = sorted(known.values(), key=lambda k: k.identitas.sha256)
    return replace(rekap, kiriman=tuple(joined))


def without_refused(rekap: Rekap, here: Iterable[str]) -> Rekap:
    """Forget refused files that are no longer among those of these sha256."""
    kept = set(here)
    return replace(
        rekap,
        kiriman=tuple(
            k
            for k in rekap.kiriman
            if k.penerimaan is not Penerimaan.DITOLAK or k.identitas.sha256 in kept
        ),
    )


def selisih(before: Rekap, after: Rekap) -> Selisih:
    """How the answers that count differ."""
    old, new = current(before), current(after)
    added = sum(1 for key in new if key not in old)
    changed = sum(1 for key in new if key in old and new[key] != old[key])
    return Selisih(ditambah=added, diubah=changed, tetap=len(new) - added - changed)


def superseded(rekap: Rekap) -> frozenset[str]:
    """The sha256 of files of which a higher one came back for the same form."""
    highest: dict[tuple[str, int], str] = {}
    older = set()
    for k in rekap.accepted():
        if k.formulir:
            slot = (k.formulir.subbagian, k.formulir.periode)
            if slot in highest:
                older.add(highest[slot])
            highest[slot] = k.identitas.sha256
    return frozenset(older)


def latest(rekap: Rekap) -> tuple[Kiriman, ...]:
    """The files whose Temuan stand: of each form the highest, and all that were refused."""
    older = superseded(rekap)
    return tuple(k for k in rekap.kiriman if k.identitas.sha256 not in older)
