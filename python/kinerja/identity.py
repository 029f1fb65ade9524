"""Which form a returned file is, whatever its name: by what it carries itself.

The identity is in four places, since every way of saving a file loses some of them:
the hidden stamp, a defined name, the document's subject, and a printed code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.grid import Book, Grid
from kinerja.model import Formulir, Location
from kinerja.rekap import Rekap
from kinerja.sheets.formulir import (
    BACA_DULU,
    DATA_PENDUKUNG_SHEET,
    ID_NAME,
    NARASI_SHEET,
    STAMP,
    isian_sheet,
)
from kinerja.sheets.table import find_headings, normal, plain
from kinerja.temuan import Rule, Temuan
from kinerja.values import suggest

_ID = re.compile(r"K(\d{4})-(.+)-P(\d{1,2})-R(\d{1,3})-\d\d")


@dataclass(frozen=True, slots=True)
class Identity:
    """The form, or None, and what has to be said about how it was recognised."""

    formulir: Formulir | None
    temuan: tuple[Temuan, ...] = ()


def parse_id(text: str) -> Formulir | None:
    """The form a printed code names; None if it is no code or its check signs are wrong."""
    found = _ID.fullmatch(text.strip())
    if not found:
        return None
    formulir = Formulir(
        tahun=int(found[1]),
        subbagian=found[2],
        periode=int(found[3]),
        revisi=int(found[4]),
    )
    return formulir if formulir.id == text.strip() else None


def stamp_of(book: Book) -> dict[str, str]:
    """Key and value of the hidden stamp; empty if it is gone."""
    grid = book.grid(STAMP)
    if grid is None:
        return {}
    return {
        plain(cell.value): plain(grid.value((row, 2)))
        for (row, column), cell in grid.cells.items()
        if column == 1
    }


def carriers(book: Book) -> Iterator[Formulir]:
    """Every identity the file carries, one for each carrier that has one."""
    candidates = [stamp_of(book).get("id", ""), book.names.get(ID_NAME, ""), book.subject]
    for text in candidates:
        if formulir := parse_id(text):
            yield formulir
    for grid in book.grids:
        if looks_like_form(grid) and (formulir := printed(grid)):
            yield formulir


def looks_like_form(grid: Grid) -> bool:
    """Whether it is the cover or has the table of a form; the master lists codes too."""
    if grid.sheet in {STAMP, BACA_DULU}:
        return grid.sheet == BACA_DULU
    sheets = (isian_sheet(4, 0, 1), NARASI_SHEET, DATA_PENDUKUNG_SHEET)
    return any(2 * len(find_headings(grid, s)[1]) >= len(s.columns) for s in sheets)


def printed(grid: Grid) -> Formulir | None:
    """The identity printed on a sheet."""
    for place in sorted(grid.cells):
        if found := _ID.search(plain(grid.cells[place].value)):
            return parse_id(found[0])
    return None


def identify(book: Book) -> Identity:
    """The form most carriers name."""
    votes = Counter(carriers(book))
    here = Location(book.identitas.berkas)
    if not votes:
        asing = Rule.FORMULIR_ASING.at(here, berkas=book.identitas.berkas)
        return Identity(None, (asing,))
    # the highest revision breaks a tie, so that the result does not depend on order
    best = max(votes, key=lambda f: (votes[f], f.revisi, f.id))
    temuan = []
    if len(votes) > 1:
        names = ", ".join(sorted(f.id for f in votes))
        temuan.append(Rule.IDENTITAS_BERBEDA.at(here, pengenal=names, dipakai=best.id))
    if not stamp_of(book):
        temuan.append(Rule.IDENTITAS_HILANG.at(here, dipakai=best.id))
    return Identity(best, tuple(temuan))


def refusal(formulir: Formulir, rekap: Rekap, here: Location) -> Temuan | None:
    """Why a form does not belong in this Rekap; None if it does."""
    p = rekap.pengaturan
    if formulir.tahun != p.tahun:
        return Rule.TAHUN_LAIN.at(here, tahun=formulir.tahun, seharusnya=p.tahun)
    if not any(normal(s.kode) == normal(formulir.subbagian) for s in rekap.subbagian):
        usul = suggest(formulir.subbagian, (s.kode for s in rekap.subbagian))
        return Rule.SUBBAGIAN_TIDAK_DIKENAL.at(here, subbagian=formulir.subbagian, usul=usul)
    if not 1 <= formulir.periode <= p.siklus:
        return Rule.PERIODE_TIDAK_DIKENAL.at(here, periode=formulir.periode, siklus=p.siklus)
    return None
