"""Lembar Disposisi: its row in the register, and the sheet that goes from hand to hand.

Step 1 of the SOP, carried on to 2, 3, 8 and 9. The row is made once; later sheets print
what it says then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kinerja.kalender import deadline
from kinerja.model_sop import Disposisi, LangkahSop, Sifat
from kinerja.naskah import (
    Kop,
    Pejabat,
    kepala,
    kop_of,
    perencana,
    perihal,
    sebutan,
    sekretaris,
    titled,
    typed,
    typed_moment,
)
from kinerja.printing import alinea
from kinerja.registers import in_place, of_periode
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TITIK
from kinerja.sheets.surat import (
    ARAHAN,
    DITERUSKAN,
    INSTRUKSI,
    INSTRUKSI_AWAL,
    JUDUL_DISPOSISI,
)
from kinerja.sheets.table import normal
from kinerja.sop import SEED, steps

FIRST = 1  # the step of the SOP that a lembar disposisi is
REST = 1  # working days of the SOP beside filling and verifying: 7 hours and a quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilihan:
    """One thing that can be ticked."""

    nama: str
    dipilih: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTerusan:
    """One step of the SOP in which the sheet goes on."""

    langkah: int
    dari: str
    kepada: str
    kegiatan: str
    saat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarDisposisi:
    """All that the template of the lembar disposisi may print."""

    kop: Kop
    agenda: str
    asal: str
    nomor: str
    tanggal: str
    diterima: str
    perihal: str
    lampiran: str
    sifat: tuple[Pilihan, ...]
    diteruskan: str
    nama_diteruskan: str
    instruksi: tuple[Pilihan, ...]
    instruksi_lain: tuple[str, ...]
    catatan: tuple[str, ...]
    batas: str
    pejabat: Pejabat
    terusan: tuple[BarisTerusan, ...]


def title_of(rekap: Rekap) -> str:
    """The title of the sheet of the running Periode, and the name of its file."""
    return titled(rekap, JUDUL_DISPOSISI)


def lembar_of(rekap: Rekap) -> Disposisi | None:
    """The row of the running Periode."""
    return of_periode(rekap.disposisi, rekap.pengaturan.periode)


def with_lembar(rekap: Rekap, new: Disposisi) -> Rekap:
    """The Rekap with this row in the place of that of the running Periode."""
    return replace(rekap, disposisi=in_place(rekap.disposisi, new))


def registered(rekap: Rekap) -> Disposisi:
    """The row of the running Periode; before its first print with every blank filled."""
    d = lembar_of(rekap) or Disposisi(periode=rekap.pengaturan.periode)
    return d if d.berkas else _filled(rekap, d)


def _filled(rekap: Rekap, d: Disposisi) -> Disposisi:
    p, first = rekap.pengaturan, _steps(rekap)[FIRST]
    said = {"periode": sebutan(p.siklus, p.periode), "tahun": p.tahun}
    return replace(
        d,
        asal=d.asal or f"{p.jabatan} {p.satker}".strip(),
        diterima=d.diterima or rekap.kini,
        perihal=d.perihal or perihal(rekap),
        lampiran=d.lampiran or first.kelengkapan,
        instruksi=d.instruksi or "\n".join(INSTRUKSI_AWAL),
        catatan=d.catatan or ARAHAN.format(**said),
        batas=d.batas or _due(rekap),
        terusan={**d.terusan, FIRST: d.terusan.get(FIRST) or rekap.kini},
    )


def _due(rekap: Rekap) -> date | None:
    """When all of the SOP can be done, if it begins now."""
    p = rekap.pengaturan
    days = p.hari_isi + p.hari_verifikasi + REST
    return deadline(rekap, rekap.kini.date(), days).tanggal if rekap.kini else None


def _steps(rekap: Rekap) -> Mapping[int, LangkahSop]:
    """The steps of the SOP by number; as delivered where the office took one away."""
    return {step.nomor: step for step in (*SEED, *steps(rekap))}


def lembar_disposisi(rekap: Rekap, d: Disposisi) -> LembarDisposisi:
    """What is printed of one row of the register; dots for what nobody said yet."""
    p, planner = rekap.pengaturan, perencana(rekap)
    said = alinea(d.instruksi)
    known = {_plain(name) for name in INSTRUKSI}
    return LembarDisposisi(
        kop=kop_of(p),
        agenda=d.agenda or TITIK,
        asal=d.asal or TITIK,
        nomor=d.nomor or TITIK,
        tanggal=typed(d.tanggal),
        diterima=typed_moment(d.diterima),
        perihal=d.perihal or TITIK,
        lampiran=d.lampiran or TITIK,
        sifat=tuple(Pilihan(nama=s.value, dipilih=s is d.sifat) for s in Sifat),
        diteruskan=kepala(planner) if planner else TITIK,
        nama_diteruskan=planner.kepala if planner else "",
        instruksi=tuple(
            Pilihan(nama=name, dipilih=_plain(name) in {_plain(s) for s in said})
            for name in INSTRUKSI
        ),
        instruksi_lain=tuple(s for s in said if _plain(s) not in known),
        catatan=alinea(d.catatan),
        batas=typed(d.batas),
        pejabat=sekretaris(p),
        terusan=tuple(_carried(rekap, d)),
    )


def _plain(name: str) -> str:
    """An order as it is compared: ``Tindaklanjuti.`` is ``Tindak lanjuti``."""
    return normal(name).replace(" ", "").rstrip(".,;")


def _carried(rekap: Rekap, d: Disposisi) -> Iterator[BarisTerusan]:
    steps = _steps(rekap)
    for n in DITERUSKAN:
        step = steps[n]
        later = (steps[m].pelaksana for m in sorted(steps) if m > n)
        yield BarisTerusan(
            langkah=n,
            dari=step.pelaksana or TITIK,
            kepada=next((who for who in later if who != step.pelaksana), "") or TITIK,
            kegiatan=step.kegiatan,
            saat=typed_moment(d.terusan.get(n)),
        )
