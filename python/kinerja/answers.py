"""Which of several answers counts.

Returned files are kept side by side. The answer that counts is picked cell by cell
from their content alone, so files may arrive in any order and any number of times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from kinerja.model import DataPendukung, Keputusan, Realisasi, Status
from kinerja.rekap import Rekap
from kinerja.sheets.formulir import NARASI_FIELDS

Key = tuple[str, str, int]  # Indikator, Subbagian, Periode
Rank = tuple[bool, int, datetime]

# Status and number are one answer: a later “Tidak berlaku” takes the number away.
ANSWER = ("status", "nilai", "x", "y", "alasan")
GROUPS: tuple[tuple[str, ...], ...] = (ANSWER, *((field,) for field in NARASI_FIELDS))


@dataclass(frozen=True, slots=True)
class Ranked:
    """One answer and the rank of the file that gave it."""

    rank: Rank
    answer: Realisasi

    def rank_in(self, group: tuple[str, ...]) -> tuple[bool, bool, int, datetime]:
        """Keputusan first, then what the planner typed over, then revision and time."""
        chosen, revisi, saved = self.rank
        return chosen, is_corrected(self.answer, group), revisi, saved


def ranked(rekap: Rekap) -> Mapping[Key, tuple[Ranked, ...]]:
    """Every answer that may count, lowest rank first."""
    found: dict[Key, list[Ranked]] = {}
    for kiriman in rekap.accepted():
        for r in kiriman.realisasi:
            if r.keputusan is not Keputusan.ABAIKAN:
                rank = (r.keputusan is Keputusan.PAKAI, *kiriman.rank)
                key = (r.indikator, r.subbagian, r.periode)
                found.setdefault(key, []).append(Ranked(rank, r))
    return {key: tuple(sorted(all_, key=lambda a: a.rank)) for key, all_ in found.items()}


def current(rekap: Rekap) -> Mapping[Key, Realisasi]:
    """The answer that counts, each cell from the highest file that filled it.

    What the planner typed over stands, whatever came back since. Where two files of the
    same rank disagree, the cell stays unanswered: ``conflicts`` names them and the planner
    decides.
    """
    return {key: _compose(answers) for key, answers in ranked(rekap).items()}


def _compose(answers: tuple[Ranked, ...]) -> Realisasi:
    first = answers[-1].answer
    whole = Realisasi(
        indikator=first.indikator, subbagian=first.subbagian, periode=first.periode
    )
    letak = dict(first.letak)  # where a blank cell is to be filled
    koreksi: dict[str, str] = {}
    for group in GROUPS:
        top = highest(answers, group)
        if not top or any(not same(top[0].answer, other.answer, group) for other in top[1:]):
            continue
        source = top[0].answer
        whole = replace(whole, **{field: getattr(source, field) for field in group})
        letak |= {f: place for f, place in source.letak.items() if f in group}
        koreksi |= {f: said for f, said in source.koreksi.items() if f in group}
        if group is ANSWER:
            whole = replace(whole, sha256=source.sha256)
    sha256 = whole.sha256 or first.sha256
    return replace(whole, letak=letak, koreksi=koreksi, sha256=sha256)


def highest(answers: Iterable[Ranked], group: tuple[str, ...]) -> tuple[Ranked, ...]:
    """Of those that answered this group, all with the highest rank."""
    filled = [a for a in answers if is_filled(a.answer, group)]
    if not filled:
        return ()
    top = max(a.rank_in(group) for a in filled)
    return tuple(a for a in filled if a.rank_in(group) == top)


def is_filled(answer: Realisasi, group: tuple[str, ...]) -> bool:
    """Whether this answer says anything in the group; the number 0 does.

    A cell that the planner emptied says that there is nothing.
    """
    filled = any(getattr(answer, field) not in (None, "", Status.BELUM) for field in group)
    return filled or is_corrected(answer, group)


def is_corrected(answer: Realisasi, group: tuple[str, ...]) -> bool:
    """Whether the planner typed over anything in the group."""
    return any(field in answer.koreksi for field in group)


def same(one: Realisasi, two: Realisasi, group: tuple[str, ...]) -> bool:
    """Whether two answers say the same in the group."""
    return all(getattr(one, field) == getattr(two, field) for field in group)


def conflicts(rekap: Rekap) -> Iterator[tuple[tuple[str, ...], Realisasi, Realisasi]]:
    """Pairs of answers of equal rank that disagree, with the group they disagree in."""
    for answers in ranked(rekap).values():
        for group in GROUPS:
            top = highest(answers, group)
            for other in top[1:]:
                if not same(top[0].answer, other.answer, group):
                    yield group, top[0].answer, other.answer


def changes(rekap: Rekap) -> Iterator[tuple[tuple[str, ...], Realisasi, Realisasi]]:
    """Pairs (older, newer) where a newer answer replaced another one."""
    for answers in ranked(rekap).values():
        for group in GROUPS:
            filled = [a for a in _uncorrected(answers, group) if is_filled(a.answer, group)]
            for older, newer in pairwise(filled):
                if older.rank < newer.rank and not same(older.answer, newer.answer, group):
                    yield group, older.answer, newer.answer


def _uncorrected(answers: Iterable[Ranked], group: tuple[str, ...]) -> list[Ranked]:
    """What files say themselves in the group."""
    return [a for a in answers if not is_corrected(a.answer, group)]


def held_back(rekap: Rekap) -> Iterator[tuple[tuple[str, ...], Realisasi, Realisasi]]:
    """Pairs (correction, newer) where a file as high as the corrected one disagrees."""
    for answers in ranked(rekap).values():
        for group in GROUPS:
            top = highest(answers, group)
            if not top or not is_corrected(top[0].answer, group):
                continue
            later = [a for a in _uncorrected(answers, group) if a.rank >= top[0].rank]
            for newer in highest(later, group):
                if not same(top[0].answer, newer.answer, group):
                    yield group, top[0].answer, newer.answer


def listed(rekap: Rekap) -> tuple[DataPendukung, ...]:
    """The data pendukung that counts: of each row the list of the highest file with one."""
    lists: dict[Key, tuple[DataPendukung, ...]] = {}
    for kiriman in rekap.accepted():
        rows: dict[Key, list[DataPendukung]] = {}
        for d in kiriman.data_pendukung:
            rows.setdefault((d.indikator, d.subbagian, d.periode), []).append(d)
        lists |= {key: tuple(found) for key, found in rows.items()}
    return tuple(d for found in lists.values() for d in found)


def forgotten(rekap: Rekap) -> Iterator[tuple[tuple[str, ...], Realisasi, Realisasi]]:
    """Pairs (older, newest) where the newest is blank and the older answer still counts.

    What the planner typed over is no older answer: that is told as a correction.
    """
    for answers in ranked(rekap).values():
        newest = answers[-1]
        for group in GROUPS:
            top = highest(answers, group)
            if not top or is_filled(newest.answer, group) or top[0].rank >= newest.rank:
                continue
            if not is_corrected(top[0].answer, group):
                yield group, top[0].answer, newest.answer
