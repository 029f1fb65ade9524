"""The master while it is open in Excel or LibreOffice, through a Host.

Reads what the reader of the closed file reads, and changes what the patcher changes:
rows under headings, wherever a user has moved them. A user's own cells are never
touched, a user's own sheets never written.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kinerja.adapters.files import here, refuse_write, shown
from kinerja.adapters.host import Content, Host
from kinerja.adapters.look import NUMBER_FORMATS
from kinerja.adapters.program_cells import cell_of, content_of, same
from kinerja.grid import Book, Cell, Grid, Kind, Place
from kinerja.model import Identitas, Location
from kinerja.sheets.table import (
    Column,
    Page,
    Rows,
    Sheet,
    as_shown,
    find_headings,
    missing_columns,
    normal,
)
from kinerja.temuan import KinerjaError, Rule, Temuan

Contents = Sequence[Sequence[Content]]
TEXT_FORMAT = "@"
TITLE = (1, 1)  # of every sheet


@dataclass(frozen=True, slots=True)
class LiveDesk:
    """The master that a person has open."""

    host: Host

    @property
    def path(self) -> Path:
        """Where the master is kept.

        Raises:
            KinerjaError: if it was never saved, or is not on this computer.
        """
        return self.host.path

    def check_free(self) -> None:
        """Make sure, before any work, that the master can be saved.

        Raises:
            KinerjaError: if it was opened for reading only.
        """
        if self.host.is_read_only:
            name = shown(self.path.name)
            raise KinerjaError(Rule.MASTER_HANYA_BACA.at(here(self.path), berkas=name))

    def read(self, without: Set[str] = frozenset()) -> Book:
        """The master as it stands now, saved or not; without the sheets of these names.

        Raises:
            KinerjaError: if the program does not answer.
        """
        file = shown(self.path.name)
        sheets = (sheet for sheet in self.host.sheets() if sheet not in without)
        grids = tuple(self._grid(file, sheet) for sheet in sheets)
        return Book(identitas=Identitas(sha256="", berkas=file), grids=grids)

    def _grid(self, file: str, sheet: str) -> Grid:
        contents = self.host.read(sheet)
        numbers = [place for place, content in _places(contents) if type(content) is float]
        percents = set(self.host.percents(sheet, numbers)) if numbers else set()
        cells = {
            place: cell
            for place, content in _places(contents)
            if (cell := cell_of(content, percent=place in percents))
        }
        return Grid(file=file, sheet=sheet, cells=cells)

    def copy(self, to: Path) -> None:
        """Make a whole copy of the master, with what is not saved yet.

        Raises:
            KinerjaError: if the copy cannot be written; nothing half written is left.
        """
        temp = to.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            self.host.copy(temp)
            temp.replace(to)
        except OSError as error:
            refuse_write(to, error)
        finally:
            with suppress(OSError):
                temp.unlink(missing_ok=True)

    def write(
        self, pages: Sequence[Page], on_change: Callable[[], Sequence[Page]] = lambda: ()
    ) -> bool:
        """Put these rows in these sheets, and those that ``on_change`` adds; say if it did.

        If all of them stand there already, ``on_change`` is not called and nothing is
        touched; if only quiet ones do not, they are written without it. What was written
        is saved.

        Raises:
            KinerjaError: if a sheet or a column is missing, all of them, or the program
                refuses; what was written by then is put back.
        """
        self.check_free()
        with self.host.undisturbed():
            changes = _changes(self.host, pages)
            if not changes:
                return False
            is_news = not all(change.is_quiet for change in changes)
            if is_news:
                changes += _changes(self.host, on_change())
            _put(self.host, changes)
        return is_news


# ---- reading


def _places(contents: Contents) -> Iterator[tuple[Place, Content]]:
    for row, values in enumerate(contents, start=1):
        for column, content in enumerate(values, start=1):
            if content is not None:
                yield (row, column), content


# ---- writing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A rectangle that is to hold other rows than it does; as few as there are tables."""

    page: Sheet
    sheet: str  # its name here
    pattern: str  # of a sheet that is not there yet
    place: Place
    rows: Contents
    before: Contents
    is_text: Sequence[bool]
    is_quiet: bool


def _changes(host: Host, pages: Sequence[Page]) -> list[_Change]:
    """What has to be written for these pages.

    Raises:
        KinerjaError: if a sheet or a column is missing; with all of them.
    """
    standing = _Standing(host)
    changes: list[_Change] = []
    missing: list[Temuan] = []
    for page in pages:
        named = standing.named(page.sheet)
        if named is None:
            if not page.sheet.optional:
                at = Location(standing.file, page.sheet.name)
                missing.append(Rule.LEMBAR_HILANG.at(at, lembar=page.sheet.name))
            continue
        table = _Table.of(page, named, standing)
        missing += table.missing
        if not table.missing:
            changes += table.changes()
    if missing:
        raise KinerjaError(*missing)
    return changes


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands in the sheets, each read once."""

    host: Host
    read: dict[str, Contents] = field(default_factory=dict)

    @property
    def file(self) -> str:
        return shown(self.host.path.name)

    def named(self, sheet: Sheet) -> tuple[str, str] | None:
        """The name of the sheet and of the pattern it has still to be copied from."""
        there = {normal(name): name for name in self.host.sheets()}
        if name := there.get(normal(sheet.name)):
            return name, ""
        pattern = there.get(normal(sheet.pattern)) if sheet.pattern else None
        return (sheet.name, pattern) if pattern else None

    def contents(self, name: str) -> Contents:
        if name not in self.read:
            self.read[name] = self.host.read(name)
        return self.read[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One page, and where it stands."""

    page: Page
    named: tuple[str, str]
    contents: Contents
    top: int
    where: Mapping[str, int]
    missing: tuple[Temuan, ...]

    @classmethod
    def of(cls, page: Page, named: tuple[str, str], standing: _Standing) -> _Table:
        """Find the headings of a page; a Temuan for each that is not there."""
        name, pattern = named
        contents = standing.contents(pattern or name)
        texts = {p: Cell(Kind.TEXT, c) for p, c in _places(contents) if isinstance(c, str)}
        grid = Grid(file=standing.file, sheet=name, cells=texts)
        top, where = find_headings(grid, page.sheet)
        at = Location(standing.file, page.sheet.name, top)
        return cls(
            page=page,
            named=named,
            contents=contents,
            top=top,
            where=where,
            missing=missing_columns(page.sheet, where, at),
        )

    def changes(self) -> list[_Change]:
        """Its rectangles; none if all of them stand there already."""
        runs = [self._change(run) for run in self._runs()]
        is_news = bool(self.named[1]) or any(not _equal(c.rows, c.before) for c in runs)
        return runs if is_news else []

    def _runs(self) -> list[list[tuple[int, int]]]:
        """Its columns in the order of the sheet, parted where a user's own lie between.

        Each is the column of the sheet and the number of the declared column.
        """
        declared = self.page.sheet.columns
        found = sorted(
            (self.where[c.key], n) for n, c in enumerate(declared) if c.key in self.where
        )
        parts = groupby(enumerate(found), key=lambda pair: pair[1][0] - pair[0])
        return [[column for _, column in part] for _, part in parts]

    def _change(self, run: Sequence[tuple[int, int]]) -> _Change:
        columns = [column for column, _ in run]
        declared = self.page.sheet.columns
        before = [[self._standing((row, c)) for c in columns] for row in self._rows()]
        wanted = [
            [content_of(as_shown(row[n], declared[n])) for _, n in run]
            for row in self._wanted()
        ]
        blank: list[Content] = [None] * len(run)
        name, pattern = self.named
        return _Change(
            page=self.page.sheet,
            sheet=name,
            pattern=pattern,
            place=(self.top + 1, columns[0]),
            rows=wanted + [blank] * (len(before) - len(wanted)),
            before=before,
            is_text=[_is_text(declared[n]) for _, n in run],
            is_quiet=self.page.quiet,
        )

    def _wanted(self) -> Rows:
        return self.page.rows[: self.page.sheet.capacity or None]

    def _rows(self) -> range:
        """The rows of the sheet that are written: all that this table held or will hold."""
        first = self.top + 1
        if self.page.sheet.capacity:
            return range(first, first + self.page.sheet.capacity)
        columns = self.where.values()
        used = (
            row
            for row in range(len(self.contents), self.top, -1)
            if any(self._standing((row, column)) is not None for column in columns)
        )
        return range(first, max(next(used, self.top), self.top + len(self.page.rows)) + 1)

    def _standing(self, place: Place) -> Content:
        row, column = place
        if row > len(self.contents) or column > len(self.contents[row - 1]):
            return None
        return self.contents[row - 1][column - 1]


def _is_text(column: Column) -> bool:
    return NUMBER_FORMATS[column.shape] == TEXT_FORMAT


def _equal(one: Contents, two: Contents) -> bool:
    return all(
        same(a, b)
        for row_one, row_two in zip(one, two, strict=True)
        for a, b in zip(row_one, row_two, strict=True)
    )


def _put(host: Host, changes: Sequence[_Change]) -> None:
    """Write them all and save, or put back what was there.

    Raises:
        KinerjaError: if the program refuses.
    """
    done: list[_Change] = []
    is_whole = False
    try:
        for change in changes:
            if change.pattern and change.sheet not in host.sheets():
                _copy(host, change)
            if change.rows:
                done.append(change)
                _write(host, change, change.rows)
        host.save()
        is_whole = True
    finally:
        for change in () if is_whole else reversed(done):
            with suppress(KinerjaError):
                _write(host, change, change.before)


def _copy(host: Host, change: _Change) -> None:
    """Make a sheet from its pattern, with a title of its own if it has one."""
    host.copy_sheet(change.pattern, change.sheet)
    if title := change.page.title:
        host.write(change.sheet, TITLE, [[title]], [False], fit=False)


def _write(host: Host, change: _Change, rows: Contents) -> None:
    """Rows of a table with a place of its own keep their height: others stand beside it."""
    is_fixed = bool(change.page.capacity)
    host.write(change.sheet, change.place, rows, change.is_text, fit=not is_fixed)
