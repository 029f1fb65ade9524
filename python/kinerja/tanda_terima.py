"""The receipt of a Periode: who was handed which form, with room to sign for it."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja import periode
from kinerja.model import Formulir
from kinerja.model_sop import Distribusi
from kinerja.naskah import Kop, Pejabat, kop_of
from kinerja.printing import hari_tanggal, saat
from kinerja.registers import batas_of, moment, newest
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import SIDIK
from kinerja.sheets.laporan import TITIK


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTerima:
    """One Subbagian."""

    no: int
    kode: str
    subbagian: str
    formulir: str
    id: str
    revisi: int
    sidik: str
    dibagikan: str
    batas: str
    penerima: str
    diterima: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerima:
    """All that tanda_terima.docx may print."""

    kop: Kop
    periode: str
    tahun: str
    baris: tuple[BarisTerima, ...]
    kota: str
    penyerah: Pejabat


def tanda_terima(rekap: Rekap) -> TandaTerima:
    """The receipt of the running Periode: of each Subbagian what it was handed last."""
    p, order = rekap.pengaturan, rekap.order()
    rows = sorted(newest(rekap, p.periode), key=lambda d: order(d.subbagian))
    return TandaTerima(
        kop=kop_of(p),
        periode=periode.long_name(p.siklus, p.periode),
        tahun=str(p.tahun),
        baris=tuple(_baris(rekap, n, d) for n, d in enumerate(rows, start=1)),
        kota=p.kota or TITIK,
        penyerah=Pejabat(jabatan="", nama=p.pengelola or TITIK),
    )


def _baris(rekap: Rekap, no: int, d: Distribusi) -> BarisTerima:
    batas, received = batas_of(d), moment(d.diterima)
    formulir = Formulir(
        subbagian=d.subbagian, tahun=rekap.pengaturan.tahun, periode=d.periode, revisi=d.revisi
    )
    return BarisTerima(
        no=no,
        kode=d.subbagian,
        subbagian=rekap.named(d.subbagian).nama,
        formulir=d.berkas,
        id=formulir.id,
        revisi=d.revisi,
        sidik=d.sha256[:SIDIK],
        dibagikan=saat(d.dibagikan) if d.dibagikan else "",
        batas=hari_tanggal(batas) if batas else "",
        penerima=d.penerima,
        diterima=saat(received) if received else "",
    )
