"""A spreadsheet program that is only memory: sheets as lists of rows, and who watches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from grids import grid
from kinerja.adapters.host import Content
from kinerja.adapters.program_cells import content_of
from kinerja.grid import Book, Grid, Place
from kinerja.model import Location
from kinerja.temuan import KinerjaError, Rule

Rows = list[list[Content]]
BUSY = KinerjaError(Rule.PROGRAM_SIBUK.at(Location(""), program="Excel"))


@dataclass
class MemoryHost:
    """A program with the master open; ``busy`` are the members that it refuses."""

    path: Path
    pages: dict[str, Rows] = field(default_factory=dict)
    is_read_only: bool = False
    percent: set[tuple[str, Place]] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    stays_busy: bool = False  # after it refused once, nothing is written any more
    answer: bool = True  # to every question
    calls: list[str] = field(default_factory=list)  # in their order
    said: list[str] = field(default_factory=list)  # in dialogs that are only read
    asked: list[str] = field(default_factory=list)
    bar: list[str] = field(default_factory=list)  # what stood in the status bar
    depth: int = 0  # of undisturbed

    def _called(self, member: str, *words: object) -> None:
        self.calls.append(" ".join(map(str, (member, *words))))
        if member in self.busy or self.calls[-1] in self.busy:
            self.busy |= {"write"} if self.stays_busy else set()
            raise BUSY

    def sheets(self) -> Sequence[str]:
        return list(self.pages)

    def read(self, sheet: str) -> Sequence[Sequence[Content]]:
        if "read" in self.busy:
            raise BUSY
        width = max((len(row) for row in self.pages[sheet]), default=0)
        return [[*row, *[None] * (width - len(row))] for row in self.pages[sheet]]

    def percents(self, sheet: str, numbers: Sequence[Place]) -> Collection[Place]:
        return [place for place in numbers if (sheet, place) in self.percent]

    def write(
        self,
        sheet: str,
        place: Place,
        rows: Sequence[Sequence[Content]],
        is_text: Sequence[bool],
        *,
        fit: bool,
    ) -> None:
        texts = "".join("t" if text else "-" for text in is_text)
        self._called("write", sheet, place, len(rows), texts, *(["fit"] if fit else []))
        assert self.depth == 1
        page = self.pages[sheet]
        top, left = place
        for r, row in enumerate(rows, start=top - 1):
            page.extend([] for _ in range(r + 1 - len(page)))
            page[r].extend([None] * (left - 1 + len(row) - len(page[r])))
            page[r][left - 1 : left - 1 + len(row)] = row

    def copy_sheet(self, pattern: str, name: str) -> None:
        self._called("copy_sheet", pattern, name)
        self.pages[name] = [list(row) for row in self.pages[pattern]]

    def copy(self, to: Path) -> None:
        to.write_bytes(b"half")
        self._called("copy")
        to.write_bytes(b"whole")

    def save(self) -> None:
        self._called("save")

    def status(self, text: str) -> None:
        self._called("status")
        self.bar.append(text)

    def tell(self, text: str) -> None:
        self._called("tell")
        self.said.append(text)

    def ask(self, text: str) -> bool:
        self.asked.append(text)
        return self.answer

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1


def rows_of(cells: Grid) -> Rows:
    """A sheet as rows from A1, every number as the float a program has."""
    rows: Rows = []
    for (row, column), cell in sorted(cells.cells.items()):
        rows.extend([] for _ in range(row - len(rows)))
        rows[row - 1].extend([None] * (column - len(rows[row - 1])))
        rows[row - 1][column - 1] = content_of(cell.value)
    return rows


def table_host(path: Path, **tables: str) -> MemoryHost:
    """A program with these sheets, each a table of its cells."""
    return MemoryHost(path, {name: rows_of(grid(text)) for name, text in tables.items()})


def book_host(path: Path, book: Book) -> MemoryHost:
    """A program with a whole master open."""
    return MemoryHost(path, {g.sheet: rows_of(g) for g in book.grids})
