"""What the files behind the figures say now: read again, and compared with what is known.

``keutuhan`` tells what is wrong with it; here is only how one answer and its files stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kinerja.asal import Asal, Graf
from kinerja.grid import Cell
from kinerja.inventory import Cocok, name_key
from kinerja.koreksi import said
from kinerja.model import Indikator, Jenis, Location
from kinerja.rekap import Kiriman
from kinerja.sheets.dari_mana import BROKEN, Utuh
from kinerja.sheets.table import plain
from kinerja.values import read_number
from kinerja.view import View

NUMBERS = frozenset({"nilai", "x", "y"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saksi:
    """What was found: digests by what they should be, and cells as another look found them.

    A digest is "" where there is no file. ``sel`` is by sha256, sheet and cell; it has only
    what was read again.
    """

    arsip: Mapping[str, str] = field(default_factory=dict)
    sel: Mapping[tuple[str, str, str], Cell | None] = field(default_factory=dict)
    berkas: Mapping[str, str] = field(default_factory=dict)  # of reports, by their path
    cetak: tuple[tuple[str, str, str], ...] = ()  # report, kunci, text as it stands there

    def cell(self, sha256: str, at: Location) -> Cell | None:
        """The cell of a returned file, if it was read and is there."""
        return self.sel.get((sha256, at.sheet, at.cell))

    def was_read(self, sha256: str, at: Location) -> bool:
        """Whether it was read again, if only to find nothing."""
        return (sha256, at.sheet, at.cell) in self.sel


@dataclass(frozen=True, slots=True)
class Bukti:
    """One data pendukung behind an answer, and the sha256 it was registered with, or ""."""

    cocok: Cocok
    terdaftar: str

    @property
    def is_changed(self) -> bool:
        """Whether it is another content than was registered."""
        now = self.cocok.berkas.sha256 if self.cocok.berkas else ""
        return bool(self.terdaftar and now and now != self.terdaftar)

    @property
    def is_gone(self) -> bool:
        """Whether it was registered and is no more there."""
        return bool(self.terdaftar) and self.cocok.berkas is None


@dataclass(frozen=True, slots=True)
class Belakang:
    """What stands behind the answers: the returned files and the data pendukung."""

    kiriman: Mapping[str, Kiriman]
    bukti: Mapping[tuple[str, int], tuple[Bukti, ...]]

    def of(self, asal: Asal) -> Kiriman | None:
        """The returned file in which a figure was typed."""
        return self.kiriman.get(asal.jawaban.sha256) if asal.jawaban else None

    def bukti_of(self, asal: Asal) -> tuple[Bukti, ...]:
        """The data pendukung of the answer in which a figure was typed."""
        r = asal.jawaban
        return self.bukti.get((r.indikator, r.periode), ()) if r else ()


def belakang(view: View) -> Belakang:
    """What stands behind every answer, looked up once."""
    registered = {
        (e.indikator, e.subbagian, e.periode, name_key(e.berkas)): e.sha256
        for e in view.rekap.inventaris
    }
    found: dict[tuple[str, int], list[Bukti]] = {}
    for c in view.cocok:
        if c.data_pendukung and c.periode:
            names = {name_key(c.data_pendukung.berkas)}
            names |= {name_key(c.berkas.nama)} if c.berkas else set()
            keys = ((c.indikator, c.subbagian, c.periode, name) for name in names)
            known = next((s for k in keys if (s := registered.get(k))), "")
            found.setdefault((c.indikator, c.periode), []).append(Bukti(c, known))
    kiriman = {k.identitas.sha256: k for k in view.rekap.kiriman}
    return Belakang(kiriman, {key: tuple(rows) for key, rows in found.items()})


def said_of(asal: Asal) -> str:
    """What the returned file said in the cell of a figure, whatever was typed over since."""
    r, key = asal.jawaban, asal.kolom
    if r is None:
        return ""
    return r.koreksi.get(key, said(getattr(r, key)))


def is_corrected(asal: Asal) -> bool:
    """Whether the planner typed over it."""
    return asal.jawaban is not None and asal.kolom in asal.jawaban.koreksi


def agrees(cell: Cell | None, text: str, indikator: Indikator | None) -> bool:
    """Whether a cell says what the master says it said."""
    if cell is None:
        return not text
    if indikator and indikator.jenis is Jenis.TEKS:
        return said(plain(cell.value)) == text
    number = read_number(cell, indikator.satuan if indikator else "").value
    return said(number) == text or said(plain(cell.value)) == text


def place_of(asal: Asal) -> Location | None:
    """The cell of the returned file in which a figure was typed."""
    return asal.jawaban.letak.get(asal.kolom) if asal.jawaban else None


def is_checked(asal: Asal, text: str) -> bool:
    """Whether its cell must say the same: a status may stand in words, a sum in a formula."""
    return asal.kolom in NUMBERS and bool(text)


def digest_now(asal: Asal, behind: Belakang, saksi: Saksi) -> str | None:
    """The digest that the copy of its returned file has now; None if it has no file."""
    kiriman = behind.of(asal)
    return (
        saksi.arsip.get(kiriman.identitas.sha256, kiriman.identitas.sha256)
        if kiriman
        else None
    )


def is_otherwise(asal: Asal, saksi: Saksi, known: Mapping[str, Indikator]) -> bool:
    """Whether its cell, read again, says something else than the master says it said."""
    answer, at, text = asal.jawaban, place_of(asal), said_of(asal)
    if answer is None or at is None or not is_checked(asal, text):
        return False
    if not saksi.was_read(answer.sha256, at):
        return False
    return not agrees(saksi.cell(answer.sha256, at), text, known.get(answer.indikator))


def keadaan(view: View, graf: Graf, saksi: Saksi) -> Mapping[str, Utuh]:
    """How every figure stands, by its kunci; one that is made of a broken one is broken."""
    behind, known = belakang(view), view.rekap.by_kode()
    found: dict[str, Utuh] = {}
    for kunci, asal in graf.items():
        worst = (*_of_file(asal, behind, saksi, known), *_beside(asal, behind))
        found[kunci] = worst[0] if worst else Utuh.UTUH
        if any(found[k] in BROKEN for k in asal.dari):
            found[kunci] = Utuh.ASALNYA
        elif asal.typed and asal.isi is None and not is_corrected(asal):
            found[kunci] = Utuh.BELUM
    return found


def _of_file(
    asal: Asal, behind: Belakang, saksi: Saksi, known: Mapping[str, Indikator]
) -> Iterator[Utuh]:
    """What is broken about the returned file and its cell."""
    now = digest_now(asal, behind, saksi)
    if now == "":
        yield Utuh.BERKAS_HILANG
    elif asal.jawaban and now and now != asal.jawaban.sha256:
        yield Utuh.BERKAS_BERUBAH
    elif is_otherwise(asal, saksi, known):
        yield Utuh.ISI_BERBEDA


def _beside(asal: Asal, behind: Belakang) -> Iterator[Utuh]:
    """What is to be said of its data pendukung, and of who typed over it."""
    pieces = behind.bukti_of(asal)
    if any(b.is_changed for b in pieces):
        yield Utuh.BUKTI_BERUBAH
    if is_corrected(asal):
        yield Utuh.DIKOREKSI
    if any(b.is_gone for b in pieces):
        yield Utuh.BUKTI_HILANG
