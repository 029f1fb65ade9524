"""Reading the master's sheets: cells checked, every problem kept with its place.

What the rows mean is said in ``definitions`` and ``state``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from kinerja.grid import Book, Kind
from kinerja.model import Location
from kinerja.periode import of_year
from kinerja.sheets.table import Row, Sheet, Table, normal, plain, read_table
from kinerja.temuan import Rule, Temuan
from kinerja.values import (
    read_choice,
    read_date,
    read_moment,
    read_number,
    suggest,
    suggest_of,
)

T = TypeVar("T")
BROKEN = {Kind.ERROR, Kind.UNCALCULATED}


@dataclass(slots=True)
class MasterReading:
    """One reading of the master: its book, and the problems met so far."""

    book: Book
    temuan: list[Temuan] = field(default_factory=list)
    siklus: int = 12  # until it is known: as many Periode as a year can have
    names: dict[str, Mapping[str, str]] = field(default_factory=dict)  # nama → kode, by sheet
    _tables: dict[Sheet, tuple[Table, tuple[Temuan, ...]]] = field(default_factory=dict)

    def table(self, sheet: Sheet) -> tuple[Table, tuple[Temuan, ...]] | None:
        """What stands under the headings of a sheet, looked at once; None if it is not there.

        What is wrong with them is only handed on: ``rows`` reports it.
        """
        grid = self.book.grid(sheet.name)
        if grid is None:
            return None
        if sheet not in self._tables:
            self._tables[sheet] = read_table(grid, sheet)
        return self._tables[sheet]

    def is_ours(self, sheet: Sheet) -> bool:
        """Whether a sheet of that name is kinerja's, or there is none."""
        read = self.table(sheet)
        return read is None or not read[1]

    def rows(self, sheet: Sheet) -> tuple[Row, ...]:
        """The rows of a sheet; none, and a Temuan, if it is not there but has to be."""
        read = self.table(sheet)
        if read is None and sheet.optional:
            return ()
        if read is None:
            here = Location(self.book.identitas.berkas)
            self.temuan.append(Rule.LEMBAR_HILANG.at(here, lembar=sheet.name))
            return ()
        table, problems = read
        self.temuan += problems
        self.report_broken(table.rows, sheet)
        return table.rows

    def headings(self, sheet: Sheet) -> Mapping[str, Location]:
        """The cell of every heading of a sheet, by key; none if it is not there."""
        grid, read = self.book.grid(sheet.name), self.table(sheet)
        if grid is None or read is None:
            return {}
        columns = read[0].columns.items()
        return {key: grid.at((read[0].heading_row, column)) for key, column in columns}

    def report_broken(self, rows: Iterable[Row], sheet: Sheet) -> None:
        """Say which cells hold an error, or a formula that nobody has computed."""
        for row in rows:
            for key, cell in row.cells.items():
                if cell.kind in BROKEN:
                    judul = sheet.column(key).heading
                    isi = plain(cell.value) or cell.formula
                    found = Rule.MASTER_SEL_GALAT.at(row.places[key], judul=judul, isi=isi)
                    self.temuan.append(found)

    def number(self, row: Row, sheet: Sheet, key: str, satuan: str = "") -> Decimal | None:
        """The number in a cell, its unit aside; a Temuan where there is something else."""
        cell = row.cells.get(key)
        if cell and cell.kind in BROKEN:
            return None
        read = read_number(cell, satuan)
        for rule, facts in read.remarks:
            if rule in {Rule.ANGKA_BERSATUAN, Rule.RUMUS_DIAMBIL}:
                continue  # the planner's own workbook may compute
            judul, isi = sheet.column(key).heading, facts["isi"]
            usul = "" if rule is not Rule.ANGKA_AMBIGU else Rule.suggestion(str(facts["satu"]))
            at = row.places[key]
            self.temuan.append(Rule.MASTER_BUKAN_ANGKA.at(at, judul=judul, isi=isi, usul=usul))
        return read.value

    def date(self, row: Row, sheet: Sheet, key: str) -> date | None:
        """The date in a cell; a Temuan where there is something else, or two readings."""
        cell = row.cells.get(key)
        if cell and cell.kind in BROKEN:
            return None
        read = read_date(cell)
        for rule, facts in read.remarks:
            judul = sheet.column(key).heading
            self.temuan.append(rule.at(row.places[key], judul=judul, **facts))
        return read.value

    def moment(self, row: Row, sheet: Sheet, key: str) -> datetime | None:
        """The date and time in a cell; a Temuan where there is something else."""
        read = read_moment(row.cells.get(key))
        for rule, facts in read.remarks:
            judul = sheet.column(key).heading
            self.temuan.append(rule.at(row.places[key], judul=judul, **facts))
        return read.value

    def periode(self, row: Row) -> int:
        """The Periode in a row that kinerja wrote.

        Raises:
            ValueError: if the year has no such Periode: somebody typed over it.
        """
        for p in of_year(self.siklus):
            if row.text("periode") == str(p):
                return p
        raise ValueError(row.text("periode"))

    def choice(
        self, row: Row, sheet: Sheet, key: str, default: T, of: Callable[[str], T]
    ) -> T:
        """One of the column's choices; the default where the cell is empty or wrong."""
        text = row.text(key)
        column = sheet.column(key)
        found = read_choice(text, column.choices)
        if text and found is None:
            usul = suggest(text, column.choices)
            pilihan = ", ".join(column.choices)
            self.temuan.append(
                Rule.PILIHAN_TIDAK_DIKENAL.at(
                    row.places[key], judul=column.heading, isi=text, usul=usul, pilihan=pilihan
                )
            )
        return default if found is None else of(found)

    def required(self, row: Row, sheet: Sheet, *keys: str) -> bool:
        """Whether the cells are filled; a Temuan for each that is not."""
        missing = [key for key in keys if not row.text(key)]
        for key in missing:
            judul = sheet.column(key).heading
            self.temuan.append(Rule.KODE_KOSONG.at(row.places[key], judul=judul))
        return not missing

    def unique(self, rows: Iterable[Row], key: str = "kode") -> Iterator[Row]:
        """The rows whose code was not used before; a Temuan for the others."""
        seen: dict[str, int] = {}
        for row in rows:
            kode = normal(row.text(key))
            if kode in seen:
                self.temuan.append(
                    Rule.KODE_GANDA.at(
                        row.places[key],
                        kode=row.text(key),
                        pertama=seen[kode],
                        kedua=row.number,
                    )
                )
                continue
            seen[kode] = row.number
            yield row

    def known(
        self, row: Row, sheet: Sheet, key: str, codes: Mapping[str, str], of: Sheet
    ) -> bool:
        """Whether the code in a cell exists in the other sheet; a Temuan where not."""
        kode = row.text(key)
        if normal(kode) in codes:
            return True
        if self._is_written(kode, of, "kode_sasaran" if key == "sasaran" else "kode"):
            return False
        self.temuan.append(
            Rule.KODE_TIDAK_DIKENAL.at(
                row.places[key],
                judul=sheet.column(key).heading,
                kode=kode,
                lembar=of.name,
                usul=self.near(kode, codes, of),
            )
        )
        return False

    def _is_written(self, kode: str, of: Sheet, key: str) -> bool:
        """Whether a code stands in a row that cannot be used yet; its own Temuan says why."""
        grid, read = self.book.grid(of.name), self.table(of)
        column = read[0].columns.get(key) if read else None
        return grid is not None and any(
            place[1] == column and normal(cell.value) == normal(kode)
            for place, cell in grid.cells.items()
        )

    def near(self, text: str, codes: Mapping[str, str], of: Sheet) -> str:
        """The half sentence that offers the nearest code, or the code of the nearest name."""
        return suggest(text, codes.values()) or suggest_of(text, self.names.get(of.name, {}))
