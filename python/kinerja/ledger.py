"""Where every non-empty cell of a returned file went.

Found = taken + reported in a Temuan + listed as outside the form. The equation holds
for each file and is the answer to a value that disappears unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kinerja.grid import Book, Cell, Grid, Place, cell_name
from kinerja.model import Hitungan, Location
from kinerja.sheets.table import is_blank, plain
from kinerja.temuan import Rule, Temuan

SHOWN = 12  # cells named in one Temuan; their number is always told


@dataclass(slots=True)
class Ledger:
    """The account of one file while it is being read."""

    book: Book
    own_text: frozenset[str]  # what the form itself has written in it
    taken: set[tuple[str, Place]] = field(default_factory=set)
    covered: set[tuple[str, str]] = field(default_factory=set)
    temuan: list[Temuan] = field(default_factory=list)

    def take(self, grid: Grid, *places: Place) -> None:
        """These cells are understood."""
        self.taken.update((grid.sheet, place) for place in places)

    def report(self, *temuan: Temuan) -> None:
        """These cells are in a Temuan."""
        self.temuan += temuan

    def report_row(self, temuan: Temuan, places: Iterable[Location]) -> None:
        """One Temuan that speaks for several cells."""
        self.covered.update((place.sheet, place.cell) for place in places)
        self.report(temuan)

    def close(self) -> tuple[Hitungan, tuple[Temuan, ...]]:
        """The sums, and every Temuan with those for what lies outside."""
        reported = {(t.location.sheet, t.location.cell) for t in self.temuan} | self.covered
        found = taken = noted = 0
        outside: dict[str, list[Place]] = {}
        for grid in self.book.grids:
            for place, cell in content(grid):
                found += 1
                if (grid.sheet, place) in self.taken or self.is_own(cell):
                    taken += 1
                elif (grid.sheet, cell_name(*place)) in reported:
                    noted += 1
                else:
                    outside.setdefault(grid.sheet, []).append(place)
        rest = sum(len(places) for places in outside.values())
        assert found == taken + noted + rest
        listed = self._list_outside(outside)
        sums = Hitungan(ditemukan=found, diambil=taken, dicatat=noted, di_luar=rest)
        return sums, (*self.temuan, *listed)

    def is_own(self, cell: Cell) -> bool:
        """Whether the form itself came with this text or formula."""
        return (cell.formula or plain(cell.value)) in self.own_text

    def _list_outside(self, outside: dict[str, list[Place]]) -> Iterator[Temuan]:
        file = self.book.identitas.berkas
        for sheet, places in outside.items():
            first = Location(file, sheet, places[0][0])
            yield Rule.DI_LUAR_FORMULIR.at(first, jumlah=len(places), sel=naming(places))


def content(grid: Grid) -> Iterator[tuple[Place, Cell]]:
    """The cells with content, row by row."""
    for place in sorted(grid.cells):
        if not is_blank(grid.cells[place]):
            yield place, grid.cells[place]


def naming(places: Iterable[Place]) -> str:
    """Cells by name; the first dozen of many."""
    names = [cell_name(*place) for place in places]
    rest = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f", +{rest}" if rest > 0 else "")
