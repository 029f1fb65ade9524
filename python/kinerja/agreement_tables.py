"""The tables of a Perjanjian Kinerja, found by their headings and read as they are meant.

(No) | Sasaran Strategis | Indikator Kinerja | Target, and Program | Anggaran | Keterangan, as
KPU Kabupaten Ponorogo prints them (2020,
https://123dok.com/document/yd82eejq-komisi-pemilihan-umum-kabupaten-ponorogo.html). A Sasaran
stands beside the first of its Indikator; what is blank or merged below belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.grid import Book, Cell, Grid
from kinerja.model import Location
from kinerja.printing import rupiah
from kinerja.sheets.table import is_blank, plain
from kinerja.target_text import TargetPk, Unread, read_target
from kinerja.temuan import Rule, Sebab, Temuan
from kinerja.values import read_number, tidy

LONGEST_HEADING = 60  # signs; more is a sentence that only speaks of such things


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebutan:
    """One Indikator as a Perjanjian Kinerja names it."""

    uraian: str
    sasaran: str
    nomor_sasaran: str = ""
    kode: str = ""  # “1.1”, where it is printed
    is_kode: bool = False  # under the heading “Kode”, so that it is meant as one
    target: TargetPk = field(default_factory=TargetPk)
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One line of the budget as a Perjanjian Kinerja names it."""

    uraian: str
    kode: str
    pagu: Decimal
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Perjanjian:
    """All that its tables say, and what of them could not be taken."""

    indikator: tuple[Sebutan, ...] = ()
    anggaran: tuple[Program, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    has_table: bool = False  # one with the headings of Indikator


def perjanjian_of(book: Book, tahun: int) -> Perjanjian:
    """What the tables of this workbook or document agree on for a year."""
    reading = _Reading(tahun)
    for grid in book.grids:
        for table in _tables(grid, tahun):
            reading.take(table)
    return Perjanjian(
        indikator=tuple(reading.indikator),
        anggaran=tuple(reading.anggaran),
        temuan=tuple(reading.temuan),
        has_table=reading.has_table,
    )


# ---- headings

_WORDS: Mapping[str, re.Pattern[str]] = {  # in this order: the first that fits
    "no": re.compile(r"no(mor)?( urut)?|urut"),
    "kode": re.compile(r"kode( (indikator|iku|ik|iksk)( kinerja)?)?|nomor indikator"),
    "kode_sasaran": re.compile(r"(kode|nomor) sasaran( \w+)?"),
    "": re.compile(r".*\b(tw|triwulan|semester|bulan|renstra|realisasi|capaian)\b.*"),
    "satuan": re.compile(r"sat(uan)?( (target|ukuran|pengukuran))?|unit"),
    "target": re.compile(r"target( \w+){0,3}|kuantitas|volume"),
    "indikator": re.compile(r"(\w+ )?indikator( \w+){0,6}|iku"),
    "sasaran": re.compile(r"(uraian |tujuan )?(dan )?sasaran( \w+){0,4}"),
    "pagu": re.compile(r"((jumlah|alokasi|nilai) )?(anggaran|pagu)( \w+){0,4}|jumlah( rp)?"),
    "program": re.compile(r"(uraian |nama |kode )?(program|kegiatan)( \w+){0,5}"),
}
_SIGN = re.compile("target|kuantitas|volume|anggaran|pagu", re.IGNORECASE)  # in every one
MEASURED = {"indikator", "target"}
SPENT = {"program", "pagu"}


def heading_key(text: str) -> str:
    """What a column holds, by its heading; "" if that is none we know."""
    words = " ".join(re.findall(r"[a-z]+|\d+", tidy(text).casefold()))
    if not words or len(words) > LONGEST_HEADING:
        return ""
    return next((key for key, known in _WORDS.items() if known.fullmatch(words)), "")


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows under one heading row, and in which columns each thing stands."""

    grid: Grid
    rows: Mapping[int, Mapping[int, Cell]]  # those below the headings, by number
    top: int
    columns: Mapping[str, range]

    def cells(self, number: int, key: str) -> list[tuple[int, Cell]]:
        """The cells of a row under one heading, which may reach over several columns."""
        row = self.rows[number]
        return [(c, row[c]) for c in self.columns.get(key, ()) if c in row]

    def text(self, number: int, key: str) -> str:
        """The text of a row under one heading, in one line."""
        parts = [tidy(plain(cell.value)) for _, cell in self.cells(number, key)]
        if key == "target":
            return " ".join(parts)
        return " ".join(
            f"{part}." if n + 1 < len(parts) and _BARE_NUMBER.fullmatch(part) else part
            for n, part in enumerate(parts)
        )

    def at(self, number: int, key: str) -> Location:
        """The cell of a row under one heading."""
        found = self.cells(number, key)
        return self.grid.at((number, found[0][0] if found else self.columns[key][0]))


def _tables(grid: Grid, tahun: int) -> list[_Table]:
    """Every table with headings that are known; it ends where the next one begins."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(grid.cells.items()):
        if not is_blank(cell):
            rows.setdefault(row, {})[column] = cell
    found: list[_Table] = []
    inside: dict[int, Mapping[int, Cell]] = {}
    for number, cells in rows.items():
        if columns := _headings(grid, number, cells, tahun):
            inside = {}
            found.append(_Table(grid, inside, number, columns))
        else:
            inside[number] = cells
    return found


def _headings(
    grid: Grid, number: int, row: Mapping[int, Cell], tahun: int
) -> Mapping[str, range]:
    """The columns under each heading of a row; none if it is no heading row."""
    found: dict[str, range] = {}
    texts = {column: plain(cell.value) for column, cell in row.items()}
    if not any(_SIGN.search(text) for text in texts.values()):
        return found
    for column, text in texts.items():
        key = heading_key(text)
        is_better = key == "target" and str(tahun) in text
        if key and (key not in found or is_better):
            found[key] = range(column, _end(grid, (number, column)) + 1)
    keys = found.keys()
    return found if keys >= MEASURED or keys >= SPENT else {}


def _end(grid: Grid, place: tuple[int, int]) -> int:
    """The last column that a merged heading reaches over."""
    span = next((s for s in grid.spans if s.first == place), None)
    return min(span.last[1], place[1] + 10) if span else place[1]


# ---- rows

_BARE_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_NUMBERED = re.compile(
    r"(?:sasaran(?: \w+)? )?\(?(\d+(?:\.\d+)+|\d+(?=[.)]))[.):]*\s+(?=\S)", re.I
)
_LETTERED = re.compile(r"\(?[a-z][.)]\s+(?=\S)", re.IGNORECASE)
_SASARAN = re.compile(r"sasaran(?: [a-z]+){0,2}\s*(\d+)?\s*[:.]\s*", re.IGNORECASE)
_LEVELS = re.compile(r"\d+(\.\d+)+")
_SUM = re.compile(r"(sub ?)?(jumlah|total)\b.*", re.IGNORECASE)
_PROGRAM_KODE = re.compile(
    r"((?:\d{3}\.)?(?:\d{2}\.)?[A-Z]{2}|\d{3}\.\d{2}|\d{4})[\s.:–-]+(?=\S)"
)


def unnumbered(text: str) -> tuple[str, str]:
    """The number in front of a text, and the text without it: ``1.1``, ``Persentase …``."""
    if found := _SASARAN.match(text):
        return found[1] or "", text[found.end() :].strip()
    if found := _NUMBERED.match(text):
        return found[1], text[found.end() :].strip()
    return "", _LETTERED.sub("", text, count=1).strip()


def _has_words(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]", text)) >= 3


@dataclass(slots=True)
class _Reading:
    """What was read of all tables so far."""

    tahun: int
    indikator: list[Sebutan] = field(default_factory=list)
    anggaran: list[Program] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    has_table: bool = False

    def take(self, table: _Table) -> None:
        """Add the rows of one table."""
        if table.columns.keys() >= MEASURED:
            self.has_table = True
            self._take_indikator(table)
        else:
            self._take_anggaran(table)

    def _take_indikator(self, table: _Table) -> None:
        sasaran, nomor = "", ""
        counts = _counts_indikator(table)
        before = table.top
        for number in table.rows:
            if number > before + 1 and not _is_measured(table, number):
                continue  # below a blank row stand signatures
            before = number
            said = self._sasaran_of(table, number)
            if said:
                own, sasaran = unnumbered(said)
                counted = "" if counts else _digits(table.text(number, "no"))
                nomor = table.text(number, "kode_sasaran") or own or counted
            uraian = table.text(number, "indikator")
            if _has_words(uraian) and said != uraian:
                self._add(table, number, (sasaran, nomor))

    def _sasaran_of(self, table: _Table, number: int) -> str:
        """What a row says of the Sasaran that begins with it; "" if it goes on."""
        if said := table.text(number, "sasaran"):
            return said if _has_words(said) else ""
        texts = [tidy(plain(cell.value)) for cell in table.rows[number].values()]
        is_group = len([t for t in texts if _has_words(t)]) == 1 and not table.cells(
            number, "target"
        )
        alone = next((t for t in texts if _has_words(t)), "")
        if is_group and ("sasaran" not in table.columns or _SASARAN.match(alone)):
            return alone
        return ""

    def _add(self, table: _Table, number: int, sasaran: tuple[str, str]) -> None:
        for said, cell in _parts(table, number):
            at = table.at(number, "indikator")
            own, uraian = unnumbered(said)
            if not sasaran[0]:
                self._leave_out(at, uraian, Sebab.TANPA_SASARAN)
                continue
            target = read_target(cell, table.text(number, "satuan"))
            if isinstance(target, Unread):
                self._leave_out(at, uraian, target.sebab)
                continue
            printed = table.text(number, "kode")
            kode = printed or own or table.text(number, "no").rstrip(".)")
            self.indikator.append(
                Sebutan(
                    uraian=uraian,
                    sasaran=sasaran[0],
                    nomor_sasaran=sasaran[1],
                    kode=kode if printed or _LEVELS.fullmatch(kode) else "",
                    is_kode=bool(printed),
                    target=target,
                    location=at,
                )
            )

    def _take_anggaran(self, table: _Table) -> None:
        taken, before = len(self.anggaran), table.top
        for number in table.rows:
            if number > before + 1:
                break
            before = number
            uraian = table.text(number, "program")
            cells = table.cells(number, "pagu")
            is_sum = _SUM.fullmatch(uraian or table.text(number, "no"))
            if not cells or not (_has_words(uraian) or is_sum):
                continue
            pagu = read_number(cells[0][1]).value
            if pagu is None:
                self._leave_out(table.at(number, "pagu"), uraian, Sebab.TANPA_PAGU)
            elif is_sum:
                self._compare(table.at(number, "pagu"), pagu, self.anggaran[taken:])
            else:
                self.anggaran.append(_program(table, number, uraian, pagu))

    def _compare(self, at: Location, said: Decimal, lines: Sequence[Program]) -> None:
        """Say where the sum at the foot of the table is not that of its lines."""
        made = sum((p.pagu for p in lines), Decimal(0))
        if lines and made != said:
            facts = {"tertulis": rupiah(said), "jumlah": rupiah(made)}
            rule = Rule.PK_JUMLAH_ANGGARAN
            self.temuan.append(rule.at(at, **facts, selisih=rupiah(said - made)))

    def _leave_out(self, at: Location, isi: str, sebab: Sebab) -> None:
        self.temuan.append(Rule.PK_BARIS_DILEWATI.at(at, isi=isi, sebab=sebab))


def _is_measured(table: _Table, number: int) -> bool:
    """Whether a row has an Indikator and a figure for it."""
    target = table.text(number, "target")
    return _has_words(table.text(number, "indikator")) and any(c.isdecimal() for c in target)


def _counts_indikator(table: _Table) -> bool:
    """Whether “No” counts the Indikator: one Sasaran has several of its numbers."""
    numbers: dict[str, set[str]] = {}
    sasaran = ""
    for n in table.rows:
        sasaran = table.text(n, "sasaran") or sasaran
        if table.text(n, "no") and table.text(n, "indikator"):
            numbers.setdefault(sasaran, set()).add(table.text(n, "no"))
    return any(len(found) > 1 for found in numbers.values())


def _digits(text: str) -> str:
    found = re.fullmatch(r"\(?(\d{1,3})[.)]*", text)
    return found[1] if found else ""


def _parts(table: _Table, number: int) -> list[tuple[str, Cell | None]]:
    """The Indikator of one row: several where both cells hold as many lines."""
    uraian = table.cells(number, "indikator")
    targets = table.cells(number, "target")
    text = table.text(number, "indikator")
    if len(uraian) == 1 and len(targets) == 1:
        one, two = (_lines(cells[0][1]) for cells in (uraian, targets))
        if len(one) == len(two) > 1 and all(_has_words(line) for line in one):
            texts = (Cell(targets[0][1].kind, line) for line in two)
            return list(zip(one, texts, strict=True))
    if len(targets) > 1:
        joined = Cell(targets[0][1].kind, table.text(number, "target"))
        is_text = all(isinstance(cell.value, str) for _, cell in targets)
        return [(text, joined if is_text else targets[0][1])]
    return [(text, targets[0][1] if targets else None)]


def _lines(cell: Cell) -> list[str]:
    return [tidy(line) for line in plain(cell.value).splitlines() if line.strip()]


def _program(table: _Table, number: int, uraian: str, pagu: Decimal) -> Program:
    at = table.at(number, "program")
    found = _PROGRAM_KODE.match(uraian)
    kode = found[1] if found else table.text(number, "kode")
    text = uraian[found.end() :] if found else unnumbered(uraian)[1]
    return Program(uraian=text.strip(), kode=kode, pagu=pagu, location=at)
