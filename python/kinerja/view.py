"""The Rekap as the checks see it: what counts now, worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja import periode
from kinerja.answers import Key, current
from kinerja.inventory import Cocok, match
from kinerja.model import Indikator, Location, Realisasi
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets import formulir as form
from kinerja.sheets.table import Column


@dataclass(frozen=True, slots=True)
class View:
    """A Rekap and what follows from it."""

    rekap: Rekap
    answers: Mapping[Key, Realisasi]
    cocok: tuple[Cocok, ...]

    def due(self) -> range:
        """The Periode that should be answered by now."""
        return range(1, self.rekap.pengaturan.periode + 1)

    def returned(self, subbagian: str, p: int) -> Kiriman | None:
        """The highest returned file of a Subbagian and a Periode."""
        found = None
        for k in self.rekap.accepted():
            if k.formulir and (k.formulir.subbagian, k.formulir.periode) == (subbagian, p):
                found = k
        return found

    def owned(self) -> Iterator[tuple[Indikator, Realisasi]]:
        """Every answer of a penanggung jawab, with its Indikator."""
        for i in self.rekap.indikator:
            for p in periode.of_year(self.rekap.pengaturan.siklus):
                answer = self.answers.get((i.kode, i.penanggung_jawab, p))
                if answer:
                    yield i, answer

    def name(self, p: int) -> str:
        """The Periode as the office says it."""
        return self.rekap.periode_name(p)

    def heading(self, field: str, p: int) -> str:
        """The heading over a field in the form."""
        return column(self.rekap, field, p).heading


def view_of(rekap: Rekap) -> View:
    """Work out what counts now."""
    answers = current(rekap)
    return View(rekap, answers, match(rekap, answers))


def column(rekap: Rekap, field: str, p: int) -> Column:
    """The column of the form that holds a field."""
    isian = form.isian_sheet(rekap.pengaturan.siklus, rekap.pengaturan.tahun, p)
    columns = {c.key: c for c in (*form.NARASI_SHEET.columns, *isian.columns)}
    return columns[field]


def place(answer: Realisasi, field: str) -> Location:
    """The cell of a field, or of the row if the cell is not known."""
    return answer.letak.get(field) or answer.letak.get("nilai") or Location("")
