"""What applications show, found in the tables that they export or that people paste.

A table has its headings in one row: a column with the kode (or the wording) of what each row
is about, and either a column for every Isian of the map, or one that names the Isian and one
that says what is shown. Nothing else of it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja import periode
from kinerja.banding_entri import selisih_of
from kinerja.entri import Salinan, salinan_of
from kinerja.grid import Book, Cell, Grid, Kind
from kinerja.model import Location
from kinerja.model_entri import Bentuk, Entri, KunciEntri, PetaEntri
from kinerja.nilai_entri import text_in
from kinerja.rekap import Rekap
from kinerja.sheets.entri import (
    JUDUL_APLIKASI,
    JUDUL_ISIAN,
    JUDUL_KODE,
    JUDUL_PERIODE,
    JUDUL_TAMPIL,
    JUDUL_URAIAN,
    PETA_ENTRI,
    TEMPEL_ENTRI,
)
from kinerja.sheets.table import HEADING_ROW, normal
from kinerja.temuan import Rule, Temuan
from kinerja.view import View

NAMED = 5  # strange codes that a message names
Lines = Mapping[str, tuple[Salinan, ...]]  # by application


@dataclass(frozen=True, slots=True)
class Heading:
    """One row of headings: the column of each, by what it says."""

    row: int
    columns: Mapping[str, int]

    def of(self, names: Iterable[str]) -> int | None:
        """The column under one of these names."""
        return next((self.columns[n] for n in names if n in self.columns), None)

    @property
    def key(self) -> tuple[int, ...]:
        """The columns that may say what a row is about, the kode first."""
        found = (self.of(JUDUL_KODE), self.of(JUDUL_URAIAN))
        return tuple(c for c in found if c is not None)

    @property
    def is_long(self) -> bool:
        """Whether a column names the Isian, and another says what is shown."""
        return self.of(JUDUL_ISIAN) is not None and self.of(JUDUL_TAMPIL) is not None


@dataclass(slots=True)
class Found:
    """What the tables say, the last one counting, and what is wrong with them."""

    entri: dict[KunciEntri, Entri] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)


def shown_back(view: View, books: Iterable[Book]) -> tuple[Rekap, list[Temuan]]:
    """The Rekap with what exported files and pasted tables show, each with its cell.

    A later table counts more than an earlier one. What a person typed at the field itself
    stays.
    """
    lines, found = salinan_of(view), Found()
    for book in books:
        is_pasted = book.identitas.berkas == view.rekap.file
        grids = [g for g in book.grids if not is_pasted or _is_pasted(g)]
        read = [_read(view, lines, grid, found) for grid in grids]
        if not is_pasted and not any(read):
            facts = {"berkas": book.identitas.berkas, "lembar": PETA_ENTRI.name}
            at = Location(book.identitas.berkas)
            found.temuan.append(Rule.EKSPOR_TANPA_JUDUL.at(at, **facts))
    others = {e.kunci_entri: e for e in view.rekap.entri}
    others |= {e.kunci_entri: e for e in found.entri.values()}
    return replace(view.rekap, entri=tuple(others.values())), found.temuan


def _is_pasted(grid: Grid) -> bool:
    return normal(grid.sheet) == normal(TEMPEL_ENTRI.name)


def _read(view: View, lines: Lines, grid: Grid, found: Found) -> bool:
    """Take every table of a sheet; whether there is one."""
    headings = list(_headings(grid, lines))
    for number, heading in enumerate(headings):
        end = headings[number + 1].row if number + 1 < len(headings) else None
        rows = [r for r in _rows(grid) if r > heading.row and (end is None or r < end)]
        _table(view, lines, (grid, heading, rows), found)
    return bool(headings)


def _rows(grid: Grid) -> Sequence[int]:
    return sorted({row for row, _ in grid.cells})


def _headings(grid: Grid, lines: Lines) -> Iterator[Heading]:
    """Every row that says what is below it."""
    isian = {normal(s.entri.isian) for group in lines.values() for s in group}
    by_row: dict[int, dict[str, int]] = {}
    for (row, column), cell in sorted(grid.cells.items()):
        if cell.kind is Kind.TEXT:
            by_row.setdefault(row, {}).setdefault(normal(cell.value), column)
    for row, columns in by_row.items():
        heading = Heading(row, columns)
        if heading.key and (heading.is_long or isian & columns.keys()):
            yield heading


# ---- one table


def _table(
    view: View, lines: Lines, table: tuple[Grid, Heading, Sequence[int]], found: Found
) -> None:
    grid, heading, rows = table
    fits = _fitting(grid, heading, lines)
    by_row = heading.of(JUDUL_APLIKASI) if heading.is_long else None
    if len(fits) > 1 and by_row is None:
        at = Location(grid.file, grid.sheet, heading.row)
        found.temuan.append(Rule.EKSPOR_MENDUA.at(at, daftar=", ".join(fits)))
        return
    strange: dict[str, int] = {}
    for row in rows:
        if not _is_of_periode(view, grid, heading, row):
            continue
        said = _text(grid, row, by_row)
        group = [s for a in fits if not said or normal(a) == normal(said) for s in lines[a]]
        kunci = _kunci(grid, heading, row, group)
        if kunci is None:
            name = next((t for c in heading.key if (t := _text(grid, row, c))), "")
            strange |= {name: row} if name and group else {}
            continue
        _take(grid, heading, row, [s for s in group if s.entri.kunci == kunci], found)
    if strange:
        daftar = ", ".join(list(strange)[:NAMED]) + (" …" if len(strange) > NAMED else "")
        at = Location(grid.file, grid.sheet, heading.row)
        found.temuan.append(Rule.EKSPOR_KODE_ASING.at(at, jumlah=len(strange), daftar=daftar))


def _fitting(grid: Grid, heading: Heading, lines: Lines) -> list[str]:
    """The applications a table can be of: those named with it, else those that fit best."""
    names = normal(" ".join([grid.file, grid.sheet, *_above(grid, heading.row)]))
    named = [a for a in lines if normal(a) in names]
    if heading.is_long:
        return named or list(lines)
    amount = {
        a: len({normal(s.entri.isian) for s in group} & heading.columns.keys())
        for a, group in lines.items()
    }
    among = [a for a in named if amount[a]] or list(lines)
    most = max((amount[a] for a in among), default=0)
    return [a for a in among if amount[a] == most and most]


def _above(grid: Grid, row: int) -> Iterator[str]:
    for (r, _), cell in grid.cells.items():
        if r < row and cell.kind is Kind.TEXT and not (_is_pasted(grid) and r < HEADING_ROW):
            yield str(cell.value)


def _is_of_periode(view: View, grid: Grid, heading: Heading, row: int) -> bool:
    """Whether a row is of the running Periode, or says nothing of one."""
    said = periode.parse(view.pengaturan.siklus, _text(grid, row, heading.of(JUDUL_PERIODE)))
    return said in {None, view.pengaturan.periode}


def _kunci(grid: Grid, heading: Heading, row: int, group: Iterable[Salinan]) -> str | None:
    """The Indikator or line of the Anggaran that a row is about.

    A kode that became a number may have lost a zero at its end: “1.1” was perhaps “1.10”.
    """
    by_name = {normal(s.uraian): s.entri.kunci for s in group}
    codes = {normal(s.entri.kunci): s.entri.kunci for s in group}
    for column in heading.key:
        cell, text = grid.cells.get((row, column)), normal(_text(grid, row, column))
        kunci = codes.get(text) or by_name.get(text) if text else None
        is_doubtful = cell is not None and cell.kind is Kind.NUMBER and f"{text}0" in codes
        if kunci and not is_doubtful:
            return kunci
    return None


def _take(
    grid: Grid, heading: Heading, row: int, group: Sequence[Salinan], found: Found
) -> None:
    """Note what one row shows of the fields of one Indikator."""
    cells: dict[str, int | None] = dict(heading.columns)
    if heading.is_long:
        isian = normal(_text(grid, row, heading.of(JUDUL_ISIAN)))
        cells = {isian: heading.of(JUDUL_TAMPIL)}
    seen: set[str] = set()
    for s in group:
        name = normal(s.entri.isian)
        column = cells.get(name)
        if column is None or name in seen or s.isian is None or column in heading.key:
            continue
        seen.add(name)
        cell = grid.cells.get((row, column))
        tampil = text_in(cell, s.isian.bentuk)
        if tampil and _may_fill(s.entri):
            e = replace(s.entri, tampil=tampil, tampil_di=grid.at((row, column)))
            found.temuan.extend(_said_otherwise(found, e, s.isian, s.satuan))
            found.entri[e.kunci_entri] = e


def _said_otherwise(found: Found, e: Entri, isian: PetaEntri, satuan: str) -> Iterator[Temuan]:
    """That the same sheet has shown something else before; another sheet may well be newer."""
    before = found.entri.get(e.kunci_entri)
    if before is None or selisih_of(e.tampil, before.tampil, isian.bentuk, satuan) is None:
        return
    old, here = before.tampil_di, e.tampil_di
    if (old.file, old.sheet) == (here.file, here.sheet):
        shown = {"lama": before.tampil, "baru": e.tampil, "sel": old.cell}
        yield Rule.EKSPOR_DUA_NILAI.at(here, isian=e.isian, kunci=e.kunci, **shown)


def _may_fill(e: Entri) -> bool:
    """Whether nobody has typed there what the application shows."""
    return not e.tampil or bool(e.tampil_di.file)


def _text(grid: Grid, row: int, column: int | None) -> str:
    cell: Cell | None = grid.cells.get((row, column)) if column is not None else None
    return text_in(cell, Bentuk.TITIK)
