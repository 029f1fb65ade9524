"""The page for evaluators: what the year proves, every field that its template prints.

It tells of what has happened; what only looked or put away is not counted, since that
would change this very page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kinerja.jam_kerja import lama
from kinerja.kriteria_lke import DI_LUAR, found_of, owned, started
from kinerja.model import Tindakan
from kinerja.naskah import Kop, Pejabat, kepala, kop_of, perencana, sebutan, sekretaris
from kinerja.printing import saat
from kinerja.progress import pengembalian
from kinerja.rekap import Rekap
from kinerja.sheets import lke as words
from kinerja.sheets.distribusi import Ketepatan
from kinerja.sheets.laporan import TIDAK_ADA, TITIK
from kinerja.sheets.lke import Kriteria, Terbukti
from kinerja.sheets.master import Lengkap
from kinerja.sheets.terbitan import DRAF, FINAL, TAHUNAN
from kinerja.sop import Jejak, timeline
from kinerja.terbitan import terbit_of
from kinerja.view import View, view_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar:
    """One screenshot: a file that lies in the folder for them."""

    berkas: str  # below the folder of the office
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKriteria:
    """One criterion, what was found for it, and what is to be attached."""

    nomor: int
    komponen: str
    kriteria: str
    keadaan: str
    ditemukan: str
    lampiran: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLangkah:
    """One step of the SOP in one Periode."""

    nomor: int
    kegiatan: str
    mulai: str
    selesai: str
    nyata: str
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPeriode:
    """One Periode: the SOP in it, and what came back."""

    periode: str
    langkah: tuple[BarisLangkah, ...]
    selesai: str  # how many of those
    nyata: str
    baku: str
    kembali: str
    tepat: str
    angka: str
    narasi: str
    data_pendukung: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTindakan:
    """All actions of one kind that the journal tells of."""

    nama: str
    banyak: int
    pertama: str
    terakhir: str
    oleh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLaporan:
    """One report that was compiled."""

    berkas: str
    status: str
    disusun: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisGambar:
    """One screenshot, and what it shows."""

    berkas: str
    tentang: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanLke:
    """The page of one year."""

    kop: Kop
    satker: str
    kota: str
    tahun: str
    kriteria: tuple[BarisKriteria, ...]
    banyak_ada: int
    banyak_kriteria: int
    periode: tuple[BarisPeriode, ...]
    tindakan: tuple[BarisTindakan, ...]
    banyak_tindakan: int
    sidik: str
    laporan: tuple[BarisLaporan, ...]
    gambar: tuple[BarisGambar, ...]
    perencana: Pejabat
    sekretaris: Pejabat


def evaluation(rekap: Rekap, gambar: Iterable[Gambar]) -> HalamanLke:
    """The page of the year so far."""
    p, view, shots = rekap.pengaturan, view_of(rekap), tuple(gambar)
    rows = tuple(_kriteria(view, shots))
    actions = tuple(t for t in rekap.jurnal if t.nama not in DI_LUAR)
    planner = perencana(rekap)
    return HalamanLke(
        kop=kop_of(p),
        satker=p.satker or TITIK,
        kota=p.kota or TITIK,
        tahun=str(p.tahun),
        kriteria=rows,
        banyak_ada=sum(r.keadaan == Terbukti.ADA for r in rows),
        banyak_kriteria=len(rows),
        periode=tuple(_periode(view, n) for n in started(rekap)),
        tindakan=tuple(_tindakan(actions)),
        banyak_tindakan=len(actions),
        sidik=actions[-1].sidik if actions else "",
        laporan=tuple(_laporan(rekap)),
        gambar=tuple(_gambar(rekap, shots)),
        perencana=Pejabat(
            jabatan=kepala(planner) if planner else TITIK,
            nama=(planner.kepala if planner else "") or TITIK,
        ),
        sekretaris=sekretaris(p),
    )


# ---- the criteria


def _kriteria(view: View, gambar: tuple[Gambar, ...]) -> Iterator[BarisKriteria]:
    for nomor, k in enumerate(words.KRITERIA, start=1):
        found = found_of(view, k.bukti)
        told = words.DITEMUKAN[k.bukti].format(n=found.n, m=found.m, gambar=len(gambar))
        keadaan, more = _in_report(view.rekap, k, found.keadaan)
        yield BarisKriteria(
            nomor=nomor,
            komponen=k.komponen,
            kriteria=k.kriteria,
            keadaan=keadaan.value,
            ditemukan=told + more,
            lampiran=k.lampiran,
        )


def _in_report(rekap: Rekap, k: Kriteria, keadaan: Terbukti) -> tuple[Terbukti, str]:
    """A criterion of the report is met by a report, and not by a draft."""
    if k.komponen != words.PELAPORAN:
        return keadaan, ""
    report = terbit_of(rekap, TAHUNAN)
    if report is None:
        return Terbukti.BELUM, words.BELUM_DISUSUN
    if report.draf and keadaan is Terbukti.ADA:
        return Terbukti.SEBAGIAN, words.MASIH_DRAF
    return keadaan, words.MASIH_DRAF if report.draf else ""


# ---- the Periode


def _periode(view: View, p: int) -> BarisPeriode:
    rekap = view.rekap
    way = timeline(rekap, p)
    due = [j for j in way.jejak if not j.nanti]
    rows = [r for r in pengembalian(rekap) if r.periode == p]
    three = list(zip(*owned(view, p), strict=True)) or [(), (), ()]
    return BarisPeriode(
        periode=sebutan(rekap.pengaturan.siklus, p),
        langkah=tuple(_langkah(rekap, j) for j in way.jejak if j.selesai or not j.nanti),
        selesai=_of(sum(j.selesai is not None for j in due), len(due)),
        nyata=lama(way.menit, rekap.pengaturan),
        baku=lama(way.baku, rekap.pengaturan),
        kembali=_of(sum(r.is_back for r in rows), len(rows)),
        tepat=_of(sum(r.ketepatan is Ketepatan.TEPAT for r in rows), len(rows)),
        angka=_complete(three[0]),
        narasi=_complete(three[1]),
        data_pendukung=_complete(three[2]),
    )


def _of(n: int, m: int) -> str:
    return words.DARI.format(n=n, m=m) if m else TIDAK_ADA


def _complete(states: Iterable[Lengkap]) -> str:
    due = [s for s in states if s is not Lengkap.TIDAK_BERLAKU]
    return _of(due.count(Lengkap.LENGKAP), len(due))


def _langkah(rekap: Rekap, j: Jejak) -> BarisLangkah:
    is_known = j.selesai is not None and j.menit is not None
    return BarisLangkah(
        nomor=j.langkah.nomor,
        kegiatan=j.langkah.kegiatan,
        mulai=saat(j.mulai) if j.mulai else TIDAK_ADA,
        selesai=saat(j.selesai) if j.selesai else TIDAK_ADA,
        nyata=lama(j.menit or 0, rekap.pengaturan) if is_known else TIDAK_ADA,
        sumber=j.sumber or TIDAK_ADA,
    )


# ---- journal, reports, screenshots


def _tindakan(actions: Iterable[Tindakan]) -> Iterator[BarisTindakan]:
    """Each kind of action, in the order in which it was done first."""
    by_name: dict[str, list[Tindakan]] = {}
    for t in actions:
        by_name.setdefault(t.nama, []).append(t)
    for nama, done in by_name.items():
        yield BarisTindakan(
            nama=nama,
            banyak=len(done),
            pertama=_when(done[0]),
            terakhir=_when(done[-1]),
            oleh=", ".join(dict.fromkeys(t.oleh for t in done if t.oleh)) or TIDAK_ADA,
        )


def _when(t: Tindakan) -> str:
    return saat(t.waktu) if isinstance(t.waktu, datetime) else t.waktu


def _laporan(rekap: Rekap) -> Iterator[BarisLaporan]:
    for t in rekap.laporan:
        yield BarisLaporan(
            berkas=t.berkas,
            status=DRAF if t.draf else FINAL,
            disusun=saat(t.dibuat) if t.dibuat else TIDAK_ADA,
            sha256=t.sha256,
        )


def _gambar(rekap: Rekap, gambar: Iterable[Gambar]) -> Iterator[BarisGambar]:
    """Each screenshot with the applications and Periode whose entry it proves."""
    shown: dict[str, list[str]] = {}
    for e in rekap.entri:
        said = f"{e.aplikasi} {rekap.periode_name(e.periode)}"
        if e.bukti and said not in shown.setdefault(e.bukti, []):
            shown[e.bukti].append(said)
    for g in gambar:
        name = g.berkas.rpartition("/")[2]
        about = ", ".join(shown.get(name, ())) or TIDAK_ADA
        yield BarisGambar(berkas=g.berkas, tentang=about, sha256=g.sha256)
