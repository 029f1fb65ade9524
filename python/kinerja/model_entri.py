"""What is typed into other applications (step 13 of the SOP): the map and the ticks.

Values only, as in ``model``. Nothing here signs in anywhere or holds a credential.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kinerja.model import Location


class Sumber(StrEnum):
    """Which fact of kinerja one field of an application is filled with.

    Together they are short enough for a list in a cell of Excel: 255 signs.
    """

    KODE = "kode"
    URAIAN = "uraian"
    TARGET_TAHUN = "target tahun"
    TARGET_PERIODE = "target periode"
    REALISASI_PERIODE = "realisasi periode"
    REALISASI_KUMULATIF = "realisasi kumulatif"
    PERTAMBAHAN = "pertambahan"  # of the cumulative one, for what adds up by itself
    CAPAIAN_PERIODE = "capaian periode"
    CAPAIAN_TAHUN = "capaian tahun"  # the cumulative one against the Target of the year
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"
    PENYEBAB = "penyebab"
    KENDALA = "kendala"
    SOLUSI = "solusi"
    TINDAK_LANJUT = "tindak lanjut"
    DATA_PENDUKUNG = "data pendukung"
    PAGU = "pagu"
    ANGGARAN_PERIODE = "anggaran periode"
    ANGGARAN_KUMULATIF = "anggaran kumulatif"


class Bentuk(StrEnum):
    """How the application wants a number written."""

    KOMA = "1.234,56"
    KOMA_POLOS = "1234,56"
    TITIK = "1234.56"
    BULAT = "1235"
    TEKS = "teks"


BUKAN_TANDA = frozenset(
    {"-", "–", "belum", "tidak", "tdk", "no"}
)  # written where a tick is due


@dataclass(frozen=True, slots=True, kw_only=True)
class PetaEntri:
    """One field of one application, in the order of its screens; a row the office edits."""

    aplikasi: str
    urutan: int
    layar: str
    isian: str
    sumber: Sumber
    bentuk: Bentuk = Bentuk.TEKS
    desimal: int = 2
    satuan: str = ""
    contoh: bool = False  # shipped as a start, and not confirmed by the office yet
    location: Location = field(default=Location(""), compare=False)


KunciEntri = tuple[str, int, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entri:
    """One cell to be typed into an application, and the tick that it was.

    ``kunci`` is the Indikator or the line of the Anggaran it is about. ``tampil_di`` is the
    cell of an exported file or a pasted table that says what the application shows; a bare
    Location if a person typed it.
    """

    aplikasi: str
    periode: int
    layar: str
    isian: str
    kunci: str
    sudah: str = ""  # typed: anything but blank, or a word for no, is a tick
    saat: datetime | None = None
    oleh: str = ""
    nilai: str = ""  # what stood there when it was ticked
    bukti: str = ""  # receipt number, or the name of a screenshot
    sidik_bukti: str = ""  # the digest of that screenshot when it was first seen
    tampil: str = ""  # what the application shows back
    tampil_di: Location = field(default=Location(""), compare=False)

    @property
    def kunci_entri(self) -> KunciEntri:
        """What no other has, wherever its row stands and however the map is numbered."""
        names = (n.casefold() for n in (self.aplikasi, self.layar, self.isian, self.kunci))
        aplikasi, layar, isian, kunci = names
        return aplikasi, self.periode, layar, isian, kunci

    @property
    def is_ticked(self) -> bool:
        """Whether a person says that it was typed."""
        return bool(self.sudah) and self.sudah.casefold() not in BUKAN_TANDA
