"""What every part of the annual report is worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja import periode
from kinerja.answers import Key
from kinerja.model import Pengaturan, Realisasi
from kinerja.printing import alinea, belum
from kinerja.rekap import Rekap


@dataclass(frozen=True, slots=True)
class Sumber:
    """The Rekap and the answers that count in it."""

    rekap: Rekap
    answers: Mapping[Key, Realisasi]

    @property
    def pengaturan(self) -> Pengaturan:
        """The policy."""
        return self.rekap.pengaturan

    def nama(self, subbagian: str) -> str:
        """The name of a Subbagian; its kode where it is not in the master."""
        names = {s.kode: s.nama for s in self.rekap.subbagian}
        return names.get(subbagian) or subbagian or belum("subbagian")

    def periode(self, p: int) -> str:
        """The short name of a Periode."""
        return periode.name(self.pengaturan.siklus, p)

    def narasi(self, bagian: str) -> tuple[str, ...]:
        """The paragraphs the planner wrote for one slot, none if there are none."""
        texts = (n.isi for n in self.rekap.narasi if n.bagian.strip() == bagian)
        return tuple(line for text in texts for line in alinea(text))
