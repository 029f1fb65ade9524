"""The Rekap with what follows from it, worked out once.

For the checks, the sheets that are worked out, and the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja import periode
from kinerja.answers import Key, current
from kinerja.inventory import Cocok, by_indikator, match
from kinerja.model import Indikator, Location, Pengaturan, Realisasi, Syarat
from kinerja.printing import alinea, belum
from kinerja.rekap import Rekap
from kinerja.sheets import formulir as form
from kinerja.sheets.table import Column
from kinerja.temuan import Temuan


@dataclass(frozen=True, slots=True)
class View:
    """A Rekap and what follows from it."""

    rekap: Rekap
    answers: Mapping[Key, Realisasi]
    cocok: tuple[Cocok, ...]
    lines: Mapping[tuple[str, int | None], Sequence[Cocok]]  # of Indikator and Periode
    syarat: Mapping[str, Sequence[Syarat]]  # of an Indikator

    def due(self) -> range:
        """The Periode that should be answered by now."""
        return range(1, self.pengaturan.periode + 1)

    def owned(self) -> Iterator[tuple[Indikator, Realisasi]]:
        """Every answer of a penanggung jawab, with its Indikator."""
        for i in self.rekap.indikator:
            for p in periode.of_year(self.pengaturan.siklus):
                answer = self.answers.get((i.kode, i.penanggung_jawab, p))
                if answer:
                    yield i, answer

    @property
    def pengaturan(self) -> Pengaturan:
        """The policy."""
        return self.rekap.pengaturan

    def periode_name(self, p: int) -> str:
        """The Periode as the office says it."""
        return self.rekap.periode_name(p)

    def subbagian_name(self, kode: str) -> str:
        """The name of a Subbagian; its kode where it is not in the master."""
        return self.rekap.named(kode).nama or kode or belum("subbagian")

    def narasi(self, bagian: str) -> tuple[str, ...]:
        """The paragraphs the planner wrote for one slot, none if there are none."""
        texts = (n.isi for n in self.rekap.narasi if n.bagian.strip() == bagian)
        return tuple(line for text in texts for line in alinea(text))

    def heading(self, field: str, p: int) -> str:
        """The heading over a field in the form."""
        return column(self.rekap, field, p).heading


Check = Callable[[View], Iterator[Temuan]]


def view_of(rekap: Rekap) -> View:
    """Work out what counts now."""
    answers = current(rekap)
    cocok = match(rekap, answers)
    lines: dict[tuple[str, int | None], list[Cocok]] = {}
    for c in cocok:
        lines.setdefault((c.indikator, c.periode), []).append(c)
    return View(rekap, answers, cocok, lines, by_indikator(rekap.syarat))


def column(rekap: Rekap, field: str, p: int) -> Column:
    """The column of the form that holds a field."""
    isian = form.isian_sheet(rekap.pengaturan.siklus, rekap.pengaturan.tahun, p)
    columns = {c.key: c for c in (*form.NARASI_SHEET.columns, *isian.columns)}
    return columns[field]


def place(answer: Realisasi, field: str) -> Location:
    """The cell of a field, of the row, or just the file, whichever is known."""
    file = next((at.file for at in answer.letak.values()), "")
    return answer.letak.get(field) or answer.letak.get("nilai") or Location(file)
