"""The proof that the SOP was followed in one Periode: every field its page may print.

It tells of what has happened and of nothing else: how long a step at hand is taking, or a
form is staying away, is in the workbook, so that the page is the same until something is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.jam_kerja import lama, minutes_a_day
from kinerja.kalender import free_days
from kinerja.model import Tindakan
from kinerja.model_sop import LangkahSop
from kinerja.naskah import Kop, Pejabat, kepala, kop_of, perencana, sebutan, sekretaris
from kinerja.printing import hari, number, saat, tanggal
from kinerja.progress import Pengembalian, pengembalian
from kinerja.rekap import Rekap
from kinerja.settings import shown as setting
from kinerja.sheets import pelaksanaan as words
from kinerja.sheets.distribusi import Ketepatan
from kinerja.sheets.laporan import TIDAK_ADA, TITIK
from kinerja.sheets.tombol import JUDUL
from kinerja.sop import Jejak, Perjalanan, timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLangkah:
    """One step of the SOP: what it should be, and what it was."""

    nomor: int
    kegiatan: str
    pelaksana: str
    kelengkapan: str
    baku: str
    keluaran: str
    mulai: str
    selesai: str
    nyata: str
    selisih: str
    sumber: str  # what stamped it: a button, or the sheet in which it was typed
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisDistribusi:
    """One form that was handed out, and how it came back."""

    nama: str
    dibagikan: str
    penerima: str
    batas: str
    alasan: str
    kembali: str
    ketepatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLibur:
    """Days that did not count, by why."""

    sebab: str
    banyak: int
    hari: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pelaksanaan:
    """The page of one Periode."""

    kop: Kop
    satker: str
    kota: str
    periode: str
    tahun: str
    langkah: tuple[BarisLangkah, ...]
    banyak_langkah: int
    banyak_selesai: int
    berjalan: str  # the step at hand and since when; "" if there is none
    nyata: str
    baku: str
    selisih: str
    turunan: str  # minutes that follow from the total alone; "" if none do
    libur: tuple[BarisLibur, ...]
    dari: str  # the days within which those lie
    sampai: str
    distribusi: tuple[BarisDistribusi, ...]
    banyak_kembali: int
    banyak_tepat: int
    jam_kerja: str
    jam_jumat: str
    sehari: str
    banyak_tindakan: int
    tindakan: str  # the last of them, and when; "" if there is none
    sidik: str
    perencana: Pejabat
    sekretaris: Pejabat


def pelaksanaan(rekap: Rekap) -> Pelaksanaan:
    """The page of the running Periode."""
    p = rekap.pengaturan
    way = timeline(rekap, p.periode)
    rows = [r for r in pengembalian(rekap) if r.periode == p.periode]
    done = [j for j in way.jejak if j.selesai]
    first, last = _range(way, rows)
    actions = _actions(rekap)
    return Pelaksanaan(
        kop=kop_of(p),
        satker=p.satker or TITIK,
        kota=p.kota or TITIK,
        periode=sebutan(p.siklus, p.periode),
        tahun=str(p.tahun),
        langkah=tuple(_langkah(rekap, j) for j in way.jejak),
        banyak_langkah=len(way.jejak),
        banyak_selesai=len(done),
        berjalan=_at_hand(way),
        nyata=lama(way.menit, p),
        baku=lama(way.baku, p),
        selisih=_signed(rekap, way.menit - way.baku) if len(done) == len(way.jejak) else "",
        turunan=words.MENIT.format(n=way.turunan) if way.turunan else "",
        libur=tuple(_libur(rekap, first, last)) if first and last else (),
        dari=tanggal(first) if first else "",
        sampai=tanggal(last) if last else "",
        distribusi=tuple(_distribusi(rekap, r) for r in rows),
        banyak_kembali=sum(r.is_back for r in rows),
        banyak_tepat=sum(r.ketepatan is Ketepatan.TEPAT for r in rows),
        jam_kerja=setting(p.jam_kerja),
        jam_jumat=setting(p.jam_jumat),
        sehari=_hours(minutes_a_day(p)),
        banyak_tindakan=len(actions),
        tindakan=_said(actions[-1]) if actions else "",
        sidik=actions[-1].sidik if actions else "",
        perencana=_perencana(rekap),
        sekretaris=sekretaris(p),
    )


def has_begun(rekap: Rekap) -> bool:
    """Whether there is anything to prove: one step of the running Periode is done."""
    return any(j.selesai for j in timeline(rekap, rekap.pengaturan.periode).jejak)


def _perencana(rekap: Rekap) -> Pejabat:
    found = perencana(rekap)
    if found is None:
        return Pejabat(jabatan=words.KASUBBAG)
    return Pejabat(jabatan=kepala(found), nama=found.kepala or TITIK)


# ---- the steps


def _langkah(rekap: Rekap, j: Jejak) -> BarisLangkah:
    p = rekap.pengaturan
    return BarisLangkah(
        nomor=j.langkah.nomor,
        kegiatan=j.langkah.kegiatan,
        pelaksana=j.langkah.pelaksana,
        kelengkapan=j.langkah.kelengkapan,
        baku=_baku(j.langkah),
        keluaran=j.langkah.keluaran,
        mulai=saat(j.mulai) if j.mulai else TIDAK_ADA,
        selesai=saat(j.selesai) if j.selesai else _unfinished(j),
        nyata=lama(j.menit, p) if j.menit is not None else TIDAK_ADA,
        selisih=_signed(rekap, j.selisih) if j.selisih is not None else TIDAK_ADA,
        sumber=j.sumber or TIDAK_ADA,
        alasan=j.alasan,
    )


def _baku(step: LangkahSop) -> str:
    return f"{number(step.waktu)} {step.satuan_waktu}" if step.waktu is not None else TIDAK_ADA


def _unfinished(j: Jejak) -> str:
    return words.BERJALAN if j.mulai else TIDAK_ADA


def _at_hand(way: Perjalanan) -> str:
    """The step that has begun and is not done yet."""
    for j in way.jejak:
        if j.mulai and j.selesai is None:
            return words.SEJAK.format(
                nomor=j.langkah.nomor, kegiatan=j.langkah.kegiatan, saat=saat(j.mulai)
            )
    return ""


def _signed(rekap: Rekap, minutes: int) -> str:
    return ("+" if minutes > 0 else "") + lama(minutes, rekap.pengaturan)


def _hours(minutes: int) -> str:
    """A working day in hours, since “1 hari” would say nothing."""
    return words.JAM_MENIT.format(jam=minutes // 60, menit=minutes % 60)


# ---- the days


def _range(way: Perjalanan, rows: Iterable[Pengembalian]) -> tuple[date | None, date | None]:
    """The first and the last day of what has happened, the deadlines with it."""
    moments: list[datetime | None] = [m for j in way.jejak for m in (j.mulai, j.selesai)]
    days = {m.date() for m in moments if m} | {r.batas for r in rows if r.batas}
    return (min(days), max(days)) if days else (None, None)


def _libur(rekap: Rekap, first: date, last: date) -> Iterator[BarisLibur]:
    """The free days, in the order in which their reasons come."""
    found: dict[str, list[str]] = {}
    for day, why in free_days(rekap, first, last):
        found.setdefault(why, []).append(hari(day))
    for why, days in found.items():
        yield BarisLibur(sebab=why, banyak=len(days), hari=", ".join(days))


# ---- what was handed out, and the journal


def _distribusi(rekap: Rekap, r: Pengembalian) -> BarisDistribusi:
    d = r.distribusi
    return BarisDistribusi(
        nama=rekap.named(r.subbagian).nama,
        dibagikan=saat(d.dibagikan) if d and d.dibagikan else TIDAK_ADA,
        penerima=(d.penerima if d else "") or TIDAK_ADA,
        batas=tanggal(r.batas) if r.batas else TIDAK_ADA,
        alasan=d.alasan if d else "",
        kembali=saat(r.kembali) if r.kembali else TIDAK_ADA,
        ketepatan=words.KETEPATAN[r.ketepatan].format(n=r.lewat),
    )


def _actions(rekap: Rekap) -> tuple[Tindakan, ...]:
    """Those of the journal, save those that only looked: they would change this very page."""
    return tuple(t for t in rekap.jurnal if t.nama != JUDUL["progress"])


def _said(t: Tindakan) -> str:
    when = saat(t.waktu) if isinstance(t.waktu, datetime) else t.waktu
    return words.TINDAKAN.format(nama=t.nama, saat=when)
