"""What every letter has in common: the lines above it, and the people who sign it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kinerja.model import Pengaturan, Subbagian
from kinerja.model_sop import Saat, Tanggal
from kinerja.periode import long_name
from kinerja.printing import alinea, saat, tanggal
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TITIK
from kinerja.sheets.surat import BULAN, KEPALA, KEPALA_SUBBAGIAN, PERIHAL, SUBBAGIAN
from kinerja.sheets.table import normal

MONTHLY = 12  # the siklus whose Periode are months
PERENCANAAN = "perencanaan"  # in the name of the Subbagian that manages the data


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """The lines above a letter."""

    baris: tuple[str, ...]
    alamat: str
    kontak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    """Who signs; dots where the office has not said, to be written by hand."""

    jabatan: str
    nama: str = TITIK
    nip: str = TITIK


def kop_of(p: Pengaturan) -> Kop:
    """The kop of the office, or its name where it set none."""
    return Kop(
        baris=alinea(p.kop) or (p.satker or TITIK,),
        alamat=" ".join(p.alamat.split()),
        kontak=" ".join(p.kontak.split()),
    )


def sekretaris(p: Pengaturan) -> Pejabat:
    """Who signs what leaves the office."""
    return Pejabat(jabatan=p.jabatan, nama=p.nama_pejabat or TITIK, nip=p.nip_pejabat or TITIK)


def kepala(subbagian: Subbagian) -> str:
    """Who heads a Subbagian, by office; its name may begin with the kind of unit already."""
    has_kind = normal(subbagian.nama).startswith(("sub", "bagian"))
    return (KEPALA if has_kind else KEPALA_SUBBAGIAN).format(nama=subbagian.nama)


def unit(subbagian: Subbagian) -> str:
    """A Subbagian as a letter names it."""
    has_kind = normal(subbagian.nama).startswith(("sub", "bagian"))
    return subbagian.nama if has_kind else SUBBAGIAN.format(nama=subbagian.nama)


def sebutan(siklus: int, p: int) -> str:
    """The Periode as a letter says it: ``Triwulan I``, ``Semester I``, ``Bulan Januari``."""
    said = long_name(siklus, p)
    return BULAN.format(bulan=said) if siklus == MONTHLY else said


def perihal(rekap: Rekap) -> str:
    """What the letters of the running Periode are about."""
    p = rekap.pengaturan
    return PERIHAL.format(periode=sebutan(p.siklus, p.periode), tahun=p.tahun)


def titled(rekap: Rekap, judul: str) -> str:
    """A title with the running Periode, short enough for the name of a file."""
    p = rekap.pengaturan
    return judul.format(periode=rekap.periode_name(p.periode), tahun=p.tahun)


def typed(value: Tanggal) -> str:
    """A day in print; what was typed where it is none, dots where nothing was."""
    return tanggal(value) if isinstance(value, date) else value or TITIK


def typed_moment(value: Saat) -> str:
    """A time in print; what was typed where it is none, dots where nothing was."""
    return saat(value) if isinstance(value, datetime) else value or TITIK


def perencana(rekap: Rekap) -> Subbagian | None:
    """The Subbagian that manages the data: as set, or by its name."""
    wanted = normal(rekap.pengaturan.subbagian_perencana)
    for s in rekap.subbagian:
        if normal(s.kode) == wanted or (not wanted and PERENCANAAN in normal(s.nama)):
            return s
    return None
