"""Join what returned files say with what is known already.

Readings are kept side by side, one Kiriman for each content, so merging is a union:
the same file twice changes nothing, and no order of files makes a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kinerja.answers import GROUPS, Key, current, is_filled, same
from kinerja.model import Realisasi
from kinerja.rekap import Kiriman, Penerimaan, Rekap


@dataclass(frozen=True, slots=True)
class Selisih:
    """What a merge does to the answers that count, in numbers of answers."""

    ditambah: int = 0
    diubah: int = 0
    tetap: int = 0
    diabaikan: int = 0


def merge(rekap: Rekap, kiriman: Iterable[Kiriman]) -> Rekap:
    """Add what was returned; what is known already stays as it is.

    A file that was refused is tried again each time: a newer reading of it replaces
    the older refusal. Rows that are gone from the sheets come back from their file.
    """
    known = {k.identitas.sha256: k for k in rekap.kiriman}
    for k in kiriman:
        before = known.get(k.identitas.sha256)
        if before is None or before.penerimaan is Penerimaan.DITOLAK:
            known[k.identitas.sha256] = k
        elif before.lost:
            known[k.identitas.sha256] = _with_lost(before, k)
    joined = sorted(known.values(), key=lambda k: k.identitas.sha256)
    return replace(rekap, kiriman=tuple(joined))


def _with_lost(left: Kiriman, again: Kiriman) -> Kiriman:
    """What is left of a file, with the rows that are gone as they are read again."""
    rows = {r.indikator: r for r in left.realisasi}
    realisasi = [rows.pop(r.indikator, r) for r in again.realisasi] + list(rows.values())
    others = [d for d in left.data_pendukung if d not in again.data_pendukung]
    pieces = (*again.data_pendukung, *others)
    return replace(
        left,
        realisasi=tuple(realisasi),
        data_pendukung=pieces,
        baris=len(realisasi) + len(pieces),
    )


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


def selisih(before: Rekap, after: Rekap, fresh: Iterable[Kiriman] = ()) -> Selisih:
    """What a merge of the files ``fresh`` makes of the answers.

    An answer is what counts of one Indikator, Subbagian and Periode; a row of a form that
    says nothing is none. ``ditambah``: there was none before. ``diubah``: there was one,
    and at least one of its cells says something else now, or nothing any more. ``tetap``:
    every cell says what it said.

    ``diabaikan`` are answers of the files just read, not of those before: rows of which
    at least one cell says something else than what counts now. A higher file said
    otherwise, the planner typed over it or chose another one, or two files of equal rank
    disagree. What could not be read as an answer at all, and files that were refused, are
    not counted: they are told as Temuan.
    """
    old, new = _answers(before), _answers(after)
    added = new.keys() - old.keys()
    changed = [key for key, r in old.items() if key not in new or not _equal(r, new[key])]
    return Selisih(
        ditambah=len(added),
        diubah=len(changed),
        tetap=len(old) - len(changed),
        diabaikan=sum(_is_ignored(r, new) for k in fresh for r in k.realisasi),
    )


def _answers(rekap: Rekap) -> Mapping[Key, Realisasi]:
    """The answers that count and say something."""
    return {
        key: r
        for key, r in current(rekap).items()
        if any(is_filled(r, group) for group in GROUPS)
    }


def _equal(one: Realisasi, two: Realisasi) -> bool:
    return all(same(one, two, group) for group in GROUPS)


def _is_ignored(r: Realisasi, counting: Mapping[Key, Realisasi]) -> bool:
    """Whether this answer says anything that does not count."""
    whole = counting.get((r.indikator, r.subbagian, r.periode))
    filled = (group for group in GROUPS if is_filled(r, group))
    return any(whole is None or not same(r, whole, group) for group in filled)


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
    """The files whose Temuan stand: of each form the highest, and all that were refused.

    One that came back for a locked form waits, and what is wrong in it with it.
    """
    other = {*superseded(rekap), *rekap.shut_out()}
    return tuple(k for k in rekap.kiriman if k.identitas.sha256 not in other)
