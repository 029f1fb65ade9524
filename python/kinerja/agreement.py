"""Bring a Perjanjian Kinerja into the sheets “Sasaran & Indikator” and “Anggaran”.

Nothing is removed and no column is touched that a Perjanjian Kinerja does not speak of.
Bringing in the same one again changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja.agreement_match import paired, rows_meant, sasaran_meant, words
from kinerja.agreement_tables import Perjanjian, Program, Sebutan
from kinerja.grid import Book, Grid, Value
from kinerja.model import Jenis, Location
from kinerja.printing import rupiah
from kinerja.sheet_edits import SheetEdits
from kinerja.sheets.agreement import TANPA_TARGET
from kinerja.sheets.arsip import DIBAWA
from kinerja.sheets.master import anggaran_sheet, indikator_sheet
from kinerja.sheets.table import Page, Row, normal
from kinerja.target_text import PERSEN, TargetPk, Unread, read_target
from kinerja.temuan import Rule, Temuan
from kinerja.values import read_number, target_text, tidy

MAX_INDIKATOR = 300  # no Perjanjian Kinerja of an office has a tenth of it
LONG = 110  # signs of a wording that a message quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan:
    """What would change: the sheets, the master with them, how much, and all of it named."""

    pages: tuple[Page, ...]
    book: Book
    counts: Mapping[str, int]
    temuan: tuple[Temuan, ...]


def agreement(book: Book, perjanjian: Perjanjian, siklus: int, asal: str) -> Usulan:
    """What the master becomes with this Perjanjian Kinerja; ``asal`` is where it is from."""
    indikator, anggaran = indikator_sheet(siklus), anggaran_sheet(siklus)
    grids = {sheet.name: book.grid(sheet.name) for sheet in (indikator, anggaran)}
    one, two = grids[indikator.name], grids[anggaran.name]
    assert one
    assert two
    changes = _Changes(SheetEdits.of(one, indikator), SheetEdits.of(two, anggaran), asal)
    changes.take_indikator(perjanjian.indikator)
    changes.take_anggaran(perjanjian.anggaran)
    edited = (changes.indikator, changes.anggaran)
    return Usulan(
        pages=tuple(page for edits in edited for page in edits.page()),
        book=_with(book, [edits.after() for edits in edited]),
        counts=dict(changes.counts),
        temuan=(*perjanjian.temuan, *changes.temuan),
    )


def _with(book: Book, grids: Iterable[Grid]) -> Book:
    by_name = {grid.sheet: grid for grid in grids}
    return replace(book, grids=tuple(by_name.get(g.sheet, g) for g in book.grids))


@dataclass(slots=True)
class _Changes:
    """What is to be typed in both sheets, and said about it, so far."""

    indikator: SheetEdits
    anggaran: SheetEdits
    asal: str
    temuan: list[Temuan] = field(default_factory=list)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(
            ("indikator_baru", "anggaran_baru", "isian_berubah"), 0
        )
    )

    # ---- Sasaran & Indikator

    def take_indikator(self, said: Sequence[Sebutan]) -> None:
        """Every Indikator that is named: found and compared, or added below."""
        edits, named = self.indikator, list(self._once(said))
        rows = [row for row in edits.rows if row.text("uraian")]
        found = rows_meant(named, rows)
        sasaran = sasaran_meant(named, found, edits.rows)
        self._word_sasaran({sasaran[words(s.sasaran)]: s.sasaran for s in reversed(named)})
        taken = {normal(r.text("kode")) for r in rows}
        taken |= {normal(s.kode) for s, row in zip(named, found, strict=True) if not row}
        printed: set[str] = {normal(r.text("kode")) for r in rows}
        for s, row in zip(named, found, strict=True):
            own = sasaran[words(s.sasaran)]
            if row:
                self._compare(s, row, own)
                continue
            kode = s.kode if s.kode and normal(s.kode) not in printed else ""
            kode = kode or _next_kode(own, taken)
            taken.add(normal(kode))
            printed.add(normal(kode))
            self._add(s, own, kode)
        if named:
            self._name_others(rows, found)

    def _once(self, said: Iterable[Sebutan]) -> Iterator[Sebutan]:
        """Each wording once, the first; another target for it is told."""
        first: dict[str, Sebutan] = {}
        for s in said:
            other = first.setdefault(words(s.uraian), s)
            if other is s:
                yield s
            elif other.target.isi != s.target.isi:
                facts = {"lain": s.target.teks, "dipakai": other.target.teks}
                rule = Rule.PK_DISEBUT_LAGI
                self.temuan.append(rule.at(s.location, uraian=_short(s.uraian), **facts))

    def _word_sasaran(self, said: Mapping[str, str]) -> None:
        """Let every row of a Sasaran have its wording."""
        told: set[str] = set()
        for row in self.indikator.rows:
            kode, text = row.text("kode_sasaran"), row.text("sasaran")
            new = said.get(kode, "")
            if not (text and new) or words(text) == words(new):
                continue
            if kode in told:
                self.indikator.put(row.number, "sasaran", new)
            else:
                self._change(self.indikator, row, "sasaran", (text, new), kode)
            told.add(kode)

    def _compare(self, s: Sebutan, row: Row, sasaran: str) -> None:
        edits, kode = self.indikator, row.text("kode")
        if normal(row.text("kode_sasaran")) != normal(sasaran):
            before = row.text("kode_sasaran")
            self._change(edits, row, "kode_sasaran", (before, sasaran), kode)
            edits.put(row.number, "sasaran", s.sasaran)
        if words(row.text("uraian")) != words(s.uraian):
            self._change(edits, row, "uraian", (row.text("uraian"), s.uraian), kode)
        unit = s.target.satuan
        if unit and _unit(row.text("satuan")) != _unit(unit):
            self._change(edits, row, "satuan", (row.text("satuan"), unit), kode)
        known = read_target(row.cells.get("target"), row.text("satuan"))
        if s.target.isi is not None and not _is_same(known, s.target):
            teks = row.text("target") if isinstance(known, Unread) else known.teks
            self._change(edits, row, "target", (teks, s.target.isi), kode)
            self._doubt(s, edits.at(row.number, "target"))
        jenis = s.target.jenis
        if jenis and not row.text("jenis"):
            edits.put(row.number, "jenis", jenis.value)
        if s.target.isi is not None and row.text("asal").startswith(DIBAWA):
            edits.put(row.number, "asal", self.asal)

    def _add(self, s: Sebutan, sasaran: str, kode: str) -> None:
        number, target = self.indikator.new_row(), _with_unit(s)
        cells: dict[str, Value] = {
            "kode_sasaran": sasaran,
            "sasaran": s.sasaran,
            "kode": kode,
            "uraian": s.uraian,
            "satuan": target.satuan,
            "jenis": target.jenis.value if target.jenis else None,
            "polaritas": target.polaritas.value if target.polaritas else None,
            "target": target.isi,
            "asal": self.asal,
        }
        for key, value in cells.items():
            self.indikator.put(number, key, value)
        self.counts["indikator_baru"] += 1
        said = {"kode": kode, "uraian": _short(s.uraian), "target": _shown(target)}
        at = self.indikator.at(number, "kode")
        self.temuan.append(Rule.PK_INDIKATOR_BARU.at(at, **said))
        self._doubt(s, self.indikator.at(number, "target"))

    def _doubt(self, s: Sebutan, at: Location) -> None:
        """Say which two readings the Target has, where it has two."""
        if s.target.mendua:
            one, two = map(target_text, s.target.mendua)
            facts = {"isi": s.target.teks, "uraian": _short(s.uraian)}
            self.temuan.append(Rule.PK_TARGET_MENDUA.at(at, **facts, satu=one, dua=two))

    def _name_others(self, rows: Sequence[Row], found: Sequence[Row | None]) -> None:
        named = {row.number for row in found if row}
        for row in rows:
            if row.number not in named:
                facts = {"kode": row.text("kode"), "uraian": _short(row.text("uraian"))}
                at = self.indikator.at(row.number, "uraian")
                self.temuan.append(Rule.PK_TANPA_INDIKATOR.at(at, **facts))

    # ---- Anggaran

    def take_anggaran(self, said: Sequence[Program]) -> None:
        """Every program that is named: found and compared, or added below.

        Where none of them is found among rows that are there already, these are its parts,
        and adding the whole would count it twice.
        """
        rows = self.anggaran.rows
        found = _programs_meant(said, rows)
        if rows and not any(found):
            self._compare_sums(said, rows)
            return
        taken = {normal(row.text("kode")) for row in rows}
        taken |= {normal(p.kode) for p in said}
        for p, row in zip(said, found, strict=True):
            if row is None:
                self._add_program(p, p.kode or _next_number(taken))
                continue
            pagu = read_number(row.cells.get("pagu")).value
            if pagu != p.pagu:
                before = row.text("pagu") if pagu is None else rupiah(pagu)
                self._change(self.anggaran, row, "pagu", (before, p.pagu), row.text("kode"))
        others = [row for row in rows if row not in found]
        if said and others:
            daftar = ", ".join(
                row.text("kode") or _short(row.text("uraian")) for row in others
            )
            at = self.anggaran.at(others[0].number, "kode")
            self.temuan.append(Rule.PK_TANPA_ANGGARAN.at(at, daftar=_short(daftar)))

    def _compare_sums(self, said: Sequence[Program], rows: Iterable[Row]) -> None:
        known = (read_number(row.cells.get("pagu")).value for row in rows)
        there = sum((pagu for pagu in known if pagu is not None), Decimal(0))
        asked = sum((p.pagu for p in said), Decimal(0))
        if said and asked != there:
            facts = {"pagu": rupiah(asked), "jumlah": rupiah(there)}
            rule, at = Rule.PK_ANGGARAN_LAIN, said[0].location
            self.temuan.append(rule.at(at, **facts, selisih=rupiah(asked - there)))

    def _add_program(self, p: Program, kode: str) -> None:
        number = self.anggaran.new_row()
        for key, value in (("kode", kode), ("uraian", p.uraian), ("pagu", p.pagu)):
            self.anggaran.put(number, key, value)
        self.counts["anggaran_baru"] += 1
        said = {"kode": kode, "uraian": _short(p.uraian), "pagu": rupiah(p.pagu)}
        at = self.anggaran.at(number, "kode")
        self.temuan.append(Rule.PK_ANGGARAN_BARU.at(at, **said))

    # ---- both

    def _change(
        self, edits: SheetEdits, row: Row, key: str, values: tuple[str, Value], kode: str
    ) -> None:
        before, after = values
        edits.put(row.number, key, after)
        self.counts["isian_berubah"] += 1
        self.temuan.append(
            Rule.PK_BERUBAH.at(
                edits.at(row.number, key),
                judul=edits.sheet.column(key).heading,
                kode=kode,
                lama=_short(before) or TANPA_TARGET,
                baru=_short(_said(key, after)),
            )
        )


def _programs_meant(said: Sequence[Program], rows: Sequence[Row]) -> list[Row | None]:
    by_kode = {normal(row.text("kode")): row for row in rows if row.text("kode")}
    pairs = paired([words(p.uraian) for p in said], [words(r.text("uraian")) for r in rows])
    return [
        rows[pairs[n]] if n in pairs else by_kode.get(normal(p.kode)) if p.kode else None
        for n, p in enumerate(said)
    ]


def _next_kode(sasaran: str, taken: set[str]) -> str:
    """The kode after the last one of the Sasaran: ``1.1``, then ``1.2``."""
    ends = (re.fullmatch(rf"{re.escape(normal(sasaran))}\.(\d+)", kode) for kode in taken)
    return f"{sasaran}.{1 + max((int(end[1]) for end in ends if end), default=0)}"


def _next_number(taken: set[str]) -> str:
    number = 1
    while str(number) in taken:
        number += 1
    taken.add(str(number))
    return str(number)


def _is_same(before: TargetPk | Unread, after: TargetPk) -> bool:
    """Whether both Targets mean the same, however they are typed."""
    if isinstance(before, Unread):
        return False
    one, two = before.isi, after.isi
    if isinstance(one, str) and isinstance(two, str):
        return normal(one) == normal(two)
    if after.mendua and isinstance(one, Decimal):
        return one in after.mendua
    return one == two


def _unit(text: str) -> str:
    unit = normal(text)
    return PERSEN if unit in {"persen", "persentase"} else unit


def _with_unit(s: Sebutan) -> TargetPk:
    """The Target; of a “Persentase …” it is in percent, also where the sign is left out."""
    is_percent = s.target.jenis is Jenis.ANGKA and not s.target.satuan
    if is_percent and re.match("per?sentase|prosentase", s.uraian, re.IGNORECASE):
        return replace(s.target, jenis=Jenis.PERSEN, satuan=PERSEN)
    return s.target


def _shown(target: TargetPk) -> str:
    unit = f" {target.satuan}" if target.satuan not in {"", PERSEN} else target.satuan
    return f"{target.teks}{unit}" if target.teks else TANPA_TARGET


def _said(key: str, value: Value) -> str:
    if isinstance(value, Decimal):
        return rupiah(value) if key == "pagu" else target_text(value)
    return str(value)


def _short(text: str) -> str:
    line = tidy(text)
    return line if len(line) <= LONG else f"{line[:LONG].rstrip()}…"
