"""Which of several answers counts.

Returned files are kept side by side. The answer that counts is picked cell by cell
from their content alone, so files may arrive in any order and any number of times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from kinerja.model import DataPendukung, Keputusan, Realisasi, Status
from kinerja.rekap import Kiriman, Rank, Rekap
from kinerja.sheets.formulir import NARASI_FIELDS

Key = tuple[str, str, int]  # Indikator, Subbagian, Periode

# Status and number are one answer: a later “Tidak berlaku” takes the number away.
ANSWER = ("status", "nilai", "x", "y", "alasan")
GROUPS: tuple[tuple[str, ...], ...] = (ANSWER, *((field,) for field in NARASI_FIELDS))


@dataclass(frozen=True, slots=True)
class Ranked:
    """One answer and its rank: whether the planner chose it, then that of its file."""

    rank: tuple[bool, Rank]
    answer: Realisasi
    kept: frozenset[tuple[str, ...]] = frozenset()  # groups as they were in the file it mends

    def says(self, group: tuple[str, ...]) -> bool:
        """Whether it says anything in the group that the file it mends did not say."""
        return group not in self.kept and is_filled(self.answer, group)

    def rank_in(self, group: tuple[str, ...]) -> tuple[bool, bool, Rank]:
        """Keputusan first, then what the planner typed over, then the file."""
        chosen, of_file = self.rank
        return chosen, is_corrected(self.answer, group), of_file


def ranked(rekap: Rekap) -> Mapping[Key, tuple[Ranked, ...]]:
    """Every answer that may count, lowest rank first.

    Of a file that was given back to be mended only those cells are an answer that differ
    from the file it mends; the others are what they were.
    """
    found: dict[Key, list[Ranked]] = {}
    bases, ranks = _bases(rekap), rekap.ranks()
    for kiriman in rekap.accepted():
        base = bases.get(kiriman.dasar, {})
        for r in kiriman.realisasi:
            if r.keputusan is not Keputusan.ABAIKAN:
                rank = (r.keputusan is Keputusan.PAKAI, ranks[kiriman.identitas.sha256])
                key = _key(r)
                kept = _unchanged(r, base[key]) if key in base else frozenset()
                found.setdefault(key, []).append(Ranked(rank, r, kept))
    return {key: tuple(sorted(all_, key=lambda a: a.rank)) for key, all_ in found.items()}


def _key(r: Realisasi | DataPendukung) -> Key:
    return r.indikator, r.subbagian, r.periode


def _bases(rekap: Rekap) -> Mapping[str, Mapping[Key, Realisasi]]:
    """The answers of every file that another one mends, by its sha256."""
    mended = {k.dasar for k in rekap.kiriman if k.dasar}
    return {
        k.identitas.sha256: {_key(r): r for r in k.realisasi}
        for k in rekap.accepted()
        if k.identitas.sha256 in mended
    }


def _unchanged(r: Realisasi, base: Realisasi) -> frozenset[tuple[str, ...]]:
    """The groups in which a mended answer is as it was; what the planner ordered is none."""
    if r.keputusan is Keputusan.PAKAI or base.keputusan is Keputusan.ABAIKAN:
        return frozenset()
    groups = (
        g for g in GROUPS if not is_corrected(r, g) and _as_read(r, g) == _as_read(base, g)
    )
    return frozenset(groups)


def _as_read(r: Realisasi, group: tuple[str, ...]) -> list[object]:
    """What the file itself says in a group, whatever was typed over it since."""
    return [r.koreksi.get(field, getattr(r, field)) for field in group]


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
    filled = [a for a in answers if a.says(group)]
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
            filled = [a for a in _uncorrected(answers, group) if a.says(group)]
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
    """The data pendukung that counts: of each row the list of the highest file with one.

    The list of a mended file counts where it differs from that of the file it mends, or
    where no other file has given one since.
    """
    lists: dict[Key, tuple[DataPendukung, ...]] = {}
    mended = {k.dasar for k in rekap.kiriman if k.dasar}
    bases: dict[str, Mapping[Key, tuple[DataPendukung, ...]]] = {}
    for kiriman in rekap.accepted():
        rows, base = _lists_of(kiriman), bases.get(kiriman.dasar, {})
        if kiriman.identitas.sha256 in mended:
            bases[kiriman.identitas.sha256] = rows
        for key, found in rows.items():
            was = _names(base.get(key, ()))
            is_kept = key in lists and key in base and _names(found) == was
            if not is_kept or _names(lists[key]) == was:
                lists[key] = found
    return tuple(d for found in lists.values() for d in found)


def _lists_of(kiriman: Kiriman) -> Mapping[Key, tuple[DataPendukung, ...]]:
    """What one file lists for each row."""
    rows: dict[Key, list[DataPendukung]] = {}
    for d in kiriman.data_pendukung:
        rows.setdefault(_key(d), []).append(d)
    return {key: tuple(found) for key, found in rows.items()}


def _names(pieces: Iterable[DataPendukung]) -> list[tuple[object, ...]]:
    return [(d.berkas, d.jenis, d.tanggal, d.keterangan) for d in pieces]


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
