"""What is known of the reports: how they are drafted, and which were compiled.

Values only, as in ``model``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kinerja.model import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalimat:
    """One pattern of a draft sentence, for one analysis in one case."""

    analisis: str
    keadaan: str
    pola: str  # with the names of facts in braces
    disetujui: bool = False  # the office takes it as its own: no longer marked as a draft
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanTerbit:
    """One report that was compiled, and the digest of all the facts it was made from."""

    nama: str  # its name in the register: “tahunan”, “semester 1”
    berkas: str
    sha256: str
    sidik: str
    dibuat: datetime | None = None
    draf: bool = False
    kepala: str = ""  # the digest of the journal that its colophon prints


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """One figure of a report that is another than before."""

    nama: str
    semula: str
    menjadi: str
    diisi: bool  # by a person; else it follows from others
