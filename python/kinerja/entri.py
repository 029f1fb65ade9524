"""What is typed into other applications: ready values, ticks, and what is still open.

One ``Salinan`` is one cell that a person copies. Worked out each time from the map and the
answers; what people typed beside it is kept as ``Entri``, by the field and the Indikator and
never by the row. Nothing signs in anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.banding_entri import Selisih, selisih_of
from kinerja.grid import Value
from kinerja.hasil import Hasil, hasil_of
from kinerja.model_entri import Entri, KunciEntri, PetaEntri
from kinerja.nilai_entri import (
    ANGGARAN,
    FIGURES,
    PERCENTS,
    UMUM,
    Isi,
    isi_anggaran,
    isi_indikator,
    written,
)
from kinerja.peta_entri import aplikasi_of
from kinerja.rekap import Rekap
from kinerja.sheets.entri import PERSEN, RUPIAH, KeadaanEntri
from kinerja.view import View

OPEN = frozenset({KeadaanEntri.BELUM, KeadaanEntri.TANPA_DATA})
WRONG = frozenset({KeadaanEntri.BEDA, KeadaanEntri.BERUBAH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Salinan:
    """One field of one application for one Indikator or line of the Anggaran.

    ``isian`` is None for a tick whose field the map does not name any more.
    """

    isian: PetaEntri | None
    entri: Entri  # what people typed; blank if they did not yet
    uraian: str = ""
    nilai: str = ""
    lain: str = ""
    satuan: str = ""
    belum: bool = False  # there is no value yet, and there will be one

    @property
    def selisih(self) -> Selisih | None:
        """How what the application shows differs; None if it does not, or nobody can say."""
        e, field = self.entri, self.isian
        if field is None or self.belum or not e.tampil:
            return None
        return selisih_of(e.tampil, self.nilai, field.bentuk, self.satuan)

    @property
    def is_stale(self) -> bool:
        """Whether another value was typed than there is now."""
        e = self.entri
        return self.isian is not None and e.is_ticked and e.nilai != self.nilai

    @property
    def keadaan(self) -> KeadaanEntri:
        """How far it is."""
        if self.isian is None:
            return KeadaanEntri.LEPAS
        if self.selisih:
            return KeadaanEntri.BEDA
        if self.is_stale:
            return KeadaanEntri.BERUBAH
        if self.belum:
            return KeadaanEntri.TANPA_DATA
        if self.entri.is_ticked:
            return KeadaanEntri.SUDAH
        return KeadaanEntri.BELUM if self.nilai else KeadaanEntri.KOSONG


# ---- what is to be typed


def salinan_of(view: View) -> Mapping[str, tuple[Salinan, ...]]:
    """Every field of the running Periode, by application, in its own order.

    Screen by screen, and on each screen one Indikator after the other. Ticks that fit no
    field any more come last.
    """
    typed = {e.kunci_entri: e for e in view.rekap.entri}
    hasil = hasil_of(view.rekap, view.answers)
    found: dict[str, tuple[Salinan, ...]] = {}
    for aplikasi in aplikasi_of(view.rekap.peta_entri):
        asked = _asked(view, aplikasi, hasil)
        lines = tuple(_salinan(view, a, typed) for a in asked)
        known = {s.entri.kunci_entri for s in lines}
        found[aplikasi] = (*lines, *_strays(view, aplikasi, known))
    return found


def _salinan(view: View, asked: Asked, typed: Mapping[KunciEntri, Entri]) -> Salinan:
    field, isi = asked.field, asked.isi
    blank = Entri(
        aplikasi=field.aplikasi,
        periode=view.pengaturan.periode,
        layar=field.layar,
        isian=field.isian,
        kunci=asked.kunci,
    )
    known = typed.get(blank.kunci_entri)
    return Salinan(
        isian=field,
        entri=replace(known, layar=field.layar, isian=field.isian) if known else blank,
        uraian=asked.uraian,
        nilai=written(isi.nilai, field.bentuk, field.desimal),
        lain=isi.lain,
        satuan=(field.satuan or asked.satuan) if field.sumber in FIGURES else "",
        belum=isi.belum,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """One field, of what it is asked, and what goes into it."""

    field: PetaEntri
    kunci: str
    uraian: str
    satuan: str
    isi: Isi


def _asked(view: View, aplikasi: str, hasil: Sequence[Hasil]) -> Iterator[Asked]:
    """What one application asks, screen by screen."""
    fields = [f for f in view.rekap.peta_entri if f.aplikasi == aplikasi]
    for layar in dict.fromkeys(f.layar for f in fields):
        yield from _on_screen(view, [f for f in fields if f.layar == layar], hasil)


def _on_screen(
    view: View, fields: Sequence[PetaEntri], hasil: Sequence[Hasil]
) -> Iterator[Asked]:
    """What one screen asks: of each Indikator, then of each line of the Anggaran."""
    sources = {f.sumber for f in fields}
    if sources - ANGGARAN - UMUM or not sources & ANGGARAN:
        for h in hasil:
            yield from _asked_indikator(view, h, fields)
    if sources & ANGGARAN:
        for a in view.rekap.anggaran:
            for field in fields:
                if isi := isi_anggaran(a, field, view.pengaturan.periode):
                    yield Asked(field, a.kode, a.uraian, RUPIAH, isi)


def _asked_indikator(view: View, h: Hasil, fields: Iterable[PetaEntri]) -> Iterator[Asked]:
    i = h.indikator
    for field in fields:
        if isi := isi_indikator(view, h, field, view.pengaturan.periode):
            satuan = PERSEN if field.sumber in PERCENTS else i.satuan
            yield Asked(field, i.kode, i.uraian, satuan, isi)


def _strays(view: View, aplikasi: str, known: set[KunciEntri]) -> Iterator[Salinan]:
    """Ticks of the running Periode whose field or Indikator is gone: they are kept."""
    for e in view.rekap.entri:
        is_here = (e.aplikasi, e.periode) == (aplikasi, view.pengaturan.periode)
        if is_here and e.kunci_entri not in known and is_kept(e):
            yield Salinan(isian=None, entri=e)


def is_kept(e: Entri) -> bool:
    """Whether a person has typed anything of it."""
    return bool(e.sudah or e.bukti or e.tampil)


# ---- ticks


def noted(rekap: Rekap, person: str) -> Rekap:
    """The Rekap with time and person at each tick that has none yet, and digests of Bukti.

    What is there stays as it is, however often a button is pressed.
    """

    def one(e: Entri) -> Entri:
        if e.is_ticked and e.saat is None and rekap.kini:
            e = replace(e, saat=rekap.kini, oleh=person)
        digest = rekap.bukti_entri.get(e.bukti, "")
        return replace(e, sidik_bukti=digest) if digest and not e.sidik_bukti else e

    return replace(rekap, entri=tuple(one(e) for e in rekap.entri))


def is_unnoted(rekap: Rekap) -> bool:
    """Whether somebody has ticked something since the last action."""
    return any(e.is_ticked and e.saat is None for e in rekap.entri)


# ---- how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringkasan:
    """How many fields of one application are to be typed, are typed, are not, are wrong."""

    aplikasi: str
    jumlah: int
    sudah: int
    belum: int
    beda: int

    @property
    def is_done(self) -> bool:
        """Whether everything is typed and nothing differs."""
        return self.jumlah > 0 and self.sudah == self.jumlah


def summary(view: View) -> tuple[Ringkasan, ...]:
    """How far every application of the map is in the running Periode."""
    return tuple(_ringkasan(a, lines) for a, lines in salinan_of(view).items())


def _ringkasan(aplikasi: str, lines: Iterable[Salinan]) -> Ringkasan:
    states = [s.keadaan for s in lines]
    due = [k for k in states if k not in {KeadaanEntri.KOSONG, KeadaanEntri.LEPAS}]
    return Ringkasan(
        aplikasi=aplikasi,
        jumlah=len(due),
        sudah=due.count(KeadaanEntri.SUDAH),
        belum=sum(1 for k in due if k in OPEN),
        beda=sum(1 for k in due if k in WRONG),
    )


def is_done(view: View) -> bool:
    """Whether step 13 is done for the running Periode: all ticked, and nothing differs."""
    found = summary(view)
    return bool(found) and all(r.is_done for r in found)


def beranda_rows(view: View) -> list[list[Value]]:
    """Of each application: its name, how many fields, typed, open, wrong; and the state."""
    return [
        [r.aplikasi, *(Decimal(n) for n in (r.jumlah, r.sudah, r.belum, r.beda)), _state(r)]
        for r in summary(view)
    ]


def _state(r: Ringkasan) -> str:
    """The state of one application in symbol and word: what is open is red."""
    if not r.jumlah:
        return KeadaanEntri.KOSONG.value
    if r.belum:
        return KeadaanEntri.BELUM.value
    return (KeadaanEntri.BEDA if r.beda else KeadaanEntri.SUDAH).value
