"""Surat Edaran: its row in the register, and what is printed of it.

The row is made once; what people typed in it is never changed. The letter says nothing
that a paraf or a signature would change, so that it can be told whether it changed since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kinerja.generate import last_made
from kinerja.kalender import deadline, free_days, skipped_text, working_days
from kinerja.model_sop import SuratEdaran
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
    unit,
)
from kinerja.nomor import nomor
from kinerja.printing import alinea, hari_tanggal, number
from kinerja.registers import day, in_place, is_signed, of_periode
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import SIKLUS, TITIK
from kinerja.sheets.surat import JUDUL_EDARAN, PENGELOLA

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisEdaran:
    """One Subbagian in the annex: its form, and by when it is to be back."""

    nama: str
    ada: bool  # its form was made
    formulir: str  # the code printed on it
    berkas: str
    revisi: int
    indikator: int
    batas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisParaf:
    """Who puts a paraf under the draft."""

    peran: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahEdaran:
    """All that the template of the surat edaran may print."""

    kop: Kop
    satker: str
    nomor: str
    tentang: str
    kepada: tuple[str, ...]
    periode: str  # “Triwulan I”
    satuan_periode: str  # what a Periode is: “triwulan”
    tahun: int
    batas: str
    hari_kerja: int  # between the letter and the batas; 0 if that cannot be told
    dilewati: str  # the days on the way that do not count, each with why
    perencana: str
    surel: str
    pengelola: str
    ekstensi: str
    batas_mb: str
    kota: str
    tanggal: str
    pejabat: Pejabat
    tembusan: tuple[str, ...]
    paraf: tuple[BarisParaf, ...]
    baris: tuple[BarisEdaran, ...]


def title_of(rekap: Rekap) -> str:
    """The title of the letter of the running Periode, and the name of its file."""
    return titled(rekap, JUDUL_EDARAN)


def edaran_of(rekap: Rekap) -> SuratEdaran | None:
    """The row of the running Periode."""
    return of_periode(rekap.surat_edaran, rekap.pengaturan.periode)


def with_edaran(rekap: Rekap, new: SuratEdaran) -> Rekap:
    """The Rekap with this row in the place of that of the running Periode."""
    return replace(rekap, surat_edaran=in_place(rekap.surat_edaran, new))


def registered(rekap: Rekap) -> SuratEdaran:
    """The row of the running Periode with its blanks filled; what was typed stays."""
    s = edaran_of(rekap) or SuratEdaran(periode=rekap.pengaturan.periode)
    if not is_signed(s):
        s = _filled(rekap, s)
    return replace(s, nomor=nomor(rekap, s.no, letter_day(s)) if s.no else "")


def _filled(rekap: Rekap, s: SuratEdaran) -> SuratEdaran:
    s = replace(s, tentang=s.tentang or perihal(rekap), konsep=s.konsep or rekap.kini)
    return s if s.batas else replace(s, batas=_due(rekap, s))


def letter_day(s: SuratEdaran) -> date | None:
    """The day of the letter; that of its draft as long as it has none."""
    return day(s.tanggal) or (s.konsep.date() if s.konsep else None)


def _due(rekap: Rekap, s: SuratEdaran) -> date | None:
    start = day(s.tanggal) or (rekap.kini.date() if rekap.kini else None)
    return deadline(rekap, start, rekap.pengaturan.hari_isi).tanggal if start else None


def naskah_edaran(rekap: Rekap, s: SuratEdaran) -> NaskahEdaran:
    """What is printed of one row of the register; dots for what nobody said yet."""
    p, planner = rekap.pengaturan, perencana(rekap)
    due = day(s.batas)
    return NaskahEdaran(
        kop=kop_of(p),
        satker=p.satker or TITIK,
        nomor=nomor(rekap, s.no, letter_day(s)),
        tentang=" ".join(s.tentang.split()) or perihal(rekap),
        kepada=tuple(kepala(u) for u in rekap.asked() or rekap.subbagian),
        periode=sebutan(p.siklus, s.periode),
        satuan_periode=SIKLUS[p.siklus],
        tahun=p.tahun,
        batas=hari_tanggal(due) if due else typed(s.batas),
        hari_kerja=_days_given(rekap, s),
        dilewati=_skipped(rekap, s),
        perencana=unit(planner) if planner else TITIK,
        surel=planner.surel if planner else "",
        pengelola=p.pengelola,
        ekstensi=", ".join(p.ekstensi),
        batas_mb=number(p.batas_mb),
        kota=p.kota or TITIK,
        tanggal=typed(s.tanggal),
        pejabat=sekretaris(p),
        tembusan=alinea(p.tembusan),
        paraf=(
            BarisParaf(peran=PENGELOLA, nama=p.pengelola or TITIK),
            BarisParaf(
                peran=kepala(planner) if planner else TITIK,
                nama=(planner.kepala if planner else "") or TITIK,
            ),
        ),
        baris=tuple(_rows(rekap, s)),
    )


def _days_given(rekap: Rekap, s: SuratEdaran) -> int:
    start, due = letter_day(s), day(s.batas)
    return working_days(rekap, start, due) if start and due else 0


def _skipped(rekap: Rekap, s: SuratEdaran) -> str:
    start, due = letter_day(s), day(s.batas)
    if not start or not due or due <= start:
        return ""
    return skipped_text(free_days(rekap, start + A_DAY, due - A_DAY))


def _rows(rekap: Rekap, s: SuratEdaran) -> Iterator[BarisEdaran]:
    """Each Subbagian that has something to fill."""
    due = day(s.batas)
    batas = hari_tanggal(due) if due else typed(s.batas)
    for u in rekap.asked():
        made = last_made(rekap, u.kode, s.periode)
        yield BarisEdaran(
            nama=u.nama,
            ada=made is not None,
            formulir=made.formulir.id if made else "",
            berkas=made.berkas if made else "",
            revisi=made.formulir.revisi if made else 0,
            indikator=sum(u.kode in i.penjawab for i in rekap.indikator),
            batas=batas,
        )
