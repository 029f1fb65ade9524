"""Draft sentences, made by rule from figures that are printed already.

A figure goes into a sentence as it stands in the report, never worked out again. The
patterns are rows of the sheet “Kalimat”; which of them an Indikator gets depends only on
its place and its case, so that a figure that changes elsewhere does not reword it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter

from kinerja.grid import Value
from kinerja.laporan_sasaran import Draf, Terukur
from kinerja.master_reading import MasterReading
from kinerja.model_laporan import Kalimat
from kinerja.sheets.kalimat import (
    BAWAAN,
    DISETUJUI,
    ISIAN,
    KALIMAT,
    KASUS,
    PEMBEDA,
    Analisis,
    Kasus,
)
from kinerja.sheets.laporan import MARKER, MENUNGGU, TIDAK_ADA
from kinerja.sheets.table import Row
from kinerja.temuan import Rule, Temuan
from kinerja.values import suggest

Facts = Mapping[str, str]
Case = tuple[Kasus | None, Facts]  # None where nothing can be said
SEED = tuple(
    Kalimat(analisis=analisis, keadaan=kasus, pola=pola)
    for (analisis, kasus), patterns in BAWAAN.items()
    for pola in patterns
)
_DIGIT = re.compile(r"\d")


# ---- the sheet


def kalimat_of(reading: MasterReading) -> tuple[Kalimat, ...]:
    """The patterns of the office that can be used, and a Temuan for each that cannot."""
    found = (_kalimat(reading, row) for row in reading.rows(KALIMAT))
    return tuple(k for k in found if k)


def _kalimat(reading: MasterReading, row: Row) -> Kalimat | None:
    if not reading.required(row, KALIMAT, "analisis", "kasus", "pola"):
        return None
    analisis = reading.choice(row, KALIMAT, "analisis", None, Analisis)
    kasus = reading.choice(row, KALIMAT, "kasus", None, Kasus)
    if analisis is None or kasus is None:
        return None
    at = row.places["pola"]
    wrong = tuple(_faults(row, analisis, kasus))
    reading.temuan += wrong
    setuju = reading.choice(row, KALIMAT, "disetujui", "", str) == DISETUJUI
    made = Kalimat(
        analisis=analisis,
        keadaan=kasus,
        pola=row.text("pola"),
        disetujui=setuju,
        location=at,
    )
    return None if wrong else made


def _faults(row: Row, analisis: Analisis, kasus: Kasus) -> Iterator[Temuan]:
    """Everything wrong with one pattern, at its cell."""
    if kasus not in KASUS[analisis]:
        yield Rule.KALIMAT_TANPA_KEADAAN.at(
            row.places["kasus"],
            analisis=analisis,
            keadaan=kasus,
            pilihan=", ".join(KASUS[analisis]),
        )
    at, pola = row.places["pola"], row.text("pola")
    try:
        parts = tuple(Formatter().parse(pola))
    except ValueError:
        yield Rule.KALIMAT_TIDAK_TERTUTUP.at(at, pola=pola)
        return
    known = ISIAN[analisis]
    for text, name, shape, conversion in parts:
        if _DIGIT.search(text):
            yield Rule.KALIMAT_BERANGKA.at(at, teks=text.strip())
        if name is not None and (name not in known or shape or conversion):
            isian, usul = "{" + name + "}", suggest(name, known)
            yield Rule.KALIMAT_ISIAN_ASING.at(
                at, isian=isian, analisis=analisis, usul=usul, daftar=", ".join(known)
            )


def kalimat_rows(kalimat: Iterable[Kalimat] = SEED) -> list[list[Value]]:
    """The rows of a new sheet “Kalimat”."""
    return [[k.analisis, k.keadaan, k.pola, DISETUJUI if k.disetujui else ""] for k in kalimat]


# ---- the sentences


def written(
    kalimat: Sequence[Kalimat], analisis: Analisis, cases: Iterable[Case]
) -> tuple[Draf, ...]:
    """One sentence for each case in order; no two neighbours have the same.

    A case of which the office has no pattern that can be filled takes what is shipped.
    """
    found: list[Draf] = []
    before = ""
    for place, (kasus, facts) in enumerate(cases):
        made = Draf()
        if kasus is not None:
            made = _sentence(kalimat, analisis, kasus, facts, place, before)
        before = "".join(made.isi)
        found.append(made)
    return tuple(found)


def _sentence(
    kalimat: Sequence[Kalimat],
    analisis: Analisis,
    kasus: Kasus,
    facts: Facts,
    place: int,
    before: str,
) -> Draf:
    for patterns in (kalimat, SEED):
        usable = [
            (k, isi)
            for k in patterns
            if (k.analisis, k.keadaan) == (analisis, kasus) and (isi := _filled(k.pola, facts))
        ]
        if usable:
            turn = place % len(usable)
            ordered = [*usable[turn:], *usable[:turn]]
            fresh = ((k, isi) for k, isi in ordered if "".join(isi) != before)
            k, isi = next(fresh, (ordered[0][0], (*_apart(facts), *ordered[0][1])))
            return Draf(ada=True, draf=not k.disetujui, isi=isi)
    return Draf()


def _filled(pola: str, facts: Facts) -> tuple[str, ...]:
    """The pieces of a sentence; none if a fact that it needs is not known."""
    pieces: list[str] = []
    for text, name, _, _ in Formatter().parse(pola):
        if text:
            pieces.append(text)
        if name is not None:
            fact = facts.get(name, "")
            if not is_known(fact):
                return ()
            pieces.append(fact)
    return tuple(pieces)


def is_known(fact: str) -> bool:
    """Whether a printed figure says something."""
    return fact not in {"", TIDAK_ADA, MENUNGGU} and not MARKER.search(fact)


def _apart(facts: Facts) -> tuple[str, ...]:
    return _filled(PEMBEDA, facts)


def kasus_of(i: Terukur) -> Kasus | None:
    """How the Realisasi stands to its Target; None while it is not known."""
    if not i.ada:
        return None
    if not i.terukur:
        return Kasus.TANPA_CAPAIAN
    if i.melampaui:
        return Kasus.MELAMPAUI
    return Kasus.TERCAPAI if i.tercapai else Kasus.BELUM
