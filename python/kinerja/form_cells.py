"""Read one cell of a returned form: a number, a text, a date, and what must be said of it.

What cannot be taken is said; what only looks odd is taken and said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.grid import LIMIT, Book, Cell, Grid, Kind, Place
from kinerja.isian import PENANGGUNG_JAWAB
from kinerja.ledger import Ledger
from kinerja.model import Formulir, Indikator, Jenis, Location, Polaritas
from kinerja.rekap import Rekap
from kinerja.sheets.table import Row, Sheet, Table, plain
from kinerja.temuan import Rule
from kinerja.values import Read, parse_number, read_date, read_number, target_text, to_text


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks about one Indikator, as it was handed out."""

    indikator: Indikator
    definisi: Mapping[str, str]

    @property
    def is_owner(self) -> bool:
        """Whether the form's Subbagian gives the number."""
        return self.definisi["peran"] == PENANGGUNG_JAWAB

    def today(self, key: str, p: int, issued: str) -> str:
        """What the master says now of a locked cell; ``issued`` where it says nothing."""
        i = self.indikator
        targets = i.target_periode
        now = {
            "uraian": i.uraian,
            "satuan": i.satuan,
            "target_tahun": target_text(i.target),
            "target": target_text(targets[p - 1] if p <= len(targets) else None),
        }
        return now.get(key, issued)


@dataclass(frozen=True, slots=True)
class Reading:
    """One form while it is being read."""

    book: Book
    rekap: Rekap
    formulir: Formulir
    siklus: int
    asked: Mapping[str, Asked]  # by normalised kode
    ledger: Ledger

    def place(self, sheet: str) -> Location:
        """A sheet as a whole."""
        return Location(self.book.identitas.berkas, sheet)


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet of the form as it was found in the file."""

    grid: Grid
    sheet: Sheet
    table: Table


def number_of(r: Reading, part: Part, row: Row, key: str, asked: Asked) -> Decimal | None:
    """The number in a cell; None and a Temuan where there is none to be sure of."""
    cell = usable(r, part, row, key)
    if cell is None:
        return None
    read = read_number(cell, asked.definisi.get("satuan", ""))
    if read.value is not None and key == "nilai":
        read = _doubt_hundredfold(read, asked)
    _remark(r, part, row, key, asked, read)
    if read.value is not None:
        take(r, part, row, key)
    return read.value


def _doubt_hundredfold(read: Read[Decimal], asked: Asked) -> Read[Decimal]:
    """Refuse 0.95 where the Target is 95: it may be 0.95 % or 95 %.

    Excel keeps 0.95 where 95% was typed. Who writes the sign as text has decided.
    """
    value, target = read.value, parse_number(asked.definisi.get("target", ""))
    percent = asked.indikator.jenis in {Jenis.PERSEN, Jenis.RASIO}
    decided = any(rule is Rule.ANGKA_BERSATUAN for rule, _ in read.remarks)
    if value is None or decided or not percent or not isinstance(target, Decimal):
        return read
    if (
        not 0 < value <= 1
        or target < 20 * value
        or asked.indikator.polaritas is Polaritas.NEGATIF
    ):
        return read
    one, hundred = to_text(value), to_text(value * 100)
    facts: dict[str, object] = {"isi": one, "satu": one, "dua": hundred}
    return Read(None, ((Rule.PERSEN_SERATUS_KALI, facts),))


def _remark(
    r: Reading, part: Part, row: Row, key: str, asked: Asked, read: Read[Decimal]
) -> None:
    """Say what a reading of a number had to say, at its cell."""
    judul, kode = part.sheet.column(key).heading, asked.indikator.kode
    for rule, facts in read.remarks:
        r.ledger.report(rule.at(row.places[key], judul=judul, indikator=kode, **facts))


def text_of(r: Reading, part: Part, row: Row, key: str, asked: Asked | None = None) -> str:
    """The text of a cell; what cannot be kept whole is said."""
    cell = usable(r, part, row, key)
    if cell is None:
        return ""
    place = row.places[key]
    if cell.kind in {Kind.ERROR, Kind.UNCALCULATED}:
        judul = part.sheet.column(key).heading
        kode = asked.indikator.kode if asked else ""
        rule = Rule.SEL_GALAT if cell.kind is Kind.ERROR else Rule.RUMUS_TANPA_NILAI
        isi = cell.formula or plain(cell.value)
        r.ledger.report(rule.at(place, judul=judul, indikator=kode, isi=isi))
        return ""
    take(r, part, row, key)
    text = _shown(cell)
    if bad := text.count("\ufffd"):
        r.ledger.report(Rule.HURUF_DIGANTI.at(place, jumlah=bad))
    if len(text) > LIMIT:
        r.ledger.report(Rule.TEKS_PANJANG.at(place, jumlah=len(text)))
    return text


def _shown(cell: Cell) -> str:
    """The content as Indonesia writes it."""
    return to_text(cell.value) if isinstance(cell.value, Decimal) else plain(cell.value)


def date_of(r: Reading, part: Part, row: Row, key: str) -> date | None:
    """The date of a cell; None and a Temuan where there is none to be sure of."""
    cell = usable(r, part, row, key)
    if cell is None:
        return None
    read = read_date(cell)
    for rule, facts in read.remarks:
        judul = part.sheet.column(key).heading
        r.ledger.report(rule.at(row.places[key], judul=judul, **facts))
    if read.value is not None:
        take(r, part, row, key)
    return read.value


def usable(r: Reading, part: Part, row: Row, key: str) -> Cell | None:
    """The cell, if it can be trusted: seen alike by both readers, under no merged range."""
    cell = row.cells.get(key)
    if cell is None:
        return None
    here, place = row.places[key], _place(part, row, key)
    for span in part.grid.spans:
        if span.covers(place):
            r.ledger.report(
                Rule.TERTUTUP_GABUNGAN.at(
                    here, sel=here.cell, rentang=span.name, isi=_shown(cell)
                )
            )
            return None
    if cell.other is not None:
        r.ledger.report(
            Rule.PEMBACA_BERBEDA.at(here, sel=here.cell, satu=_shown(cell), dua=cell.other)
        )
        return None
    if cell.struck:
        judul, kode = part.sheet.column(key).heading, row.text("kode")
        struck = Rule.TERCORET.at(here, judul=judul, indikator=kode, isi=_shown(cell))
        if struck not in r.ledger.temuan:  # a Realisasi is looked at twice
            r.ledger.report(struck)
    return cell


def take(r: Reading, part: Part, row: Row, key: str) -> None:
    """The cell is understood."""
    r.ledger.take(part.grid, _place(part, row, key))


def _place(part: Part, row: Row, key: str) -> Place:
    return row.number, part.table.columns[key]
