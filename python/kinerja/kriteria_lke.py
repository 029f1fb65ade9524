"""What a year shows for each criterion of the LKE: how many of how many.

The criteria themselves are rows in ``sheets.lke``; nothing here gives a value to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kinerja.hasil import hasil_of
from kinerja.kelengkapan import completeness
from kinerja.progress import pengembalian
from kinerja.rekap import Rekap
from kinerja.sheets.lke import Bukti, Terbukti
from kinerja.sheets.master import REKOMENDASI, Lengkap
from kinerja.sheets.tombol import JUDUL
from kinerja.sop import begun, steps, timeline
from kinerja.view import View

# What only looks or puts away; counted, it would change the page that counts it.
DI_LUAR = frozenset(JUDUL[name] for name in ("progress", "evaluation", "archive"))


@dataclass(frozen=True, slots=True)
class Found:
    """How many of how many; ``n`` alone where there is no due number."""

    n: int
    m: int = 0

    @property
    def keadaan(self) -> Terbukti:
        """Whether that is all of it, a part, or nothing."""
        if not self.n:
            return Terbukti.BELUM
        return Terbukti.ADA if self.n >= self.m else Terbukti.SEBAGIAN


def _share(view: View, is_so: Callable[[str], bool]) -> Found:
    """How many of the Indikator, by their kode."""
    codes = [i.kode for i in view.rekap.indikator]
    return Found(sum(is_so(kode) for kode in codes), len(codes))


def _definisi(view: View) -> Found:
    whole = {i.kode for i in view.rekap.indikator if i.definisi and i.rumus}
    return _share(view, whole.__contains__)


def started(rekap: Rekap) -> tuple[int, ...]:
    """The Periode in which at least one step of the SOP is done."""
    known = begun(rekap)
    return tuple(p for p in known if any(j.selesai for j in timeline(rekap, p).jejak))


def _mekanisme(view: View) -> Found:
    """The steps of the Periode that have begun; those of the last one only there."""
    steps_ = [j for p in started(view.rekap) for j in timeline(view.rekap, p).jejak]
    due = [j for j in steps_ if not j.nanti]
    return Found(sum(j.selesai is not None for j in due), len(due))


def _berkala(view: View) -> Found:
    rows = pengembalian(view.rekap)
    whole = [p for p in view.due() if _all_back(view, p)]
    return Found(len(whole), len(view.due())) if rows else Found(0, len(view.due()))


def _all_back(view: View, p: int) -> bool:
    rows = [r for r in pengembalian(view.rekap) if r.periode == p]
    return bool(rows) and all(r.is_back for r in rows)


def owned(view: View, p: int) -> Iterator[tuple[Lengkap, Lengkap, Lengkap]]:
    """How complete the answer of every penanggung jawab is in one Periode."""
    for i in view.rekap.indikator:
        yield completeness(view, i, i.penanggung_jawab, p)


def _relevan(view: View) -> Found:
    states = [three[2] for p in view.due() for three in owned(view, p)]
    due = [s for s in states if s is not Lengkap.TIDAK_BERLAKU]
    return Found(due.count(Lengkap.LENGKAP), len(due))


def _ti_pengumpulan(view: View) -> Found:
    return Found(sum(t.nama not in DI_LUAR for t in view.rekap.jurnal))


def _measured(view: View) -> Found:
    done = {
        h.indikator.kode for h in hasil_of(view.rekap, view.answers) if h.capaian is not None
    }
    return _share(view, done.__contains__)


def _renstra(view: View) -> Found:
    known = {i.kode for i in view.rekap.indikator if i.target_renstra is not None}
    return _share(view, known.__contains__)


def _tahun_lalu(view: View) -> Found:
    known = {r.indikator for r in view.rekap.riwayat if r.realisasi is not None}
    return _share(view, known.__contains__)


def _nasional(view: View) -> Found:
    known = {i.kode for i in view.rekap.indikator if i.standar_nasional is not None}
    return _share(view, known.__contains__)


def _penyebab(view: View) -> Found:
    told = {i.kode for i, answer in view.owned() if answer.penyebab and answer.solusi}
    return _share(view, told.__contains__)


def _efisiensi(view: View) -> Found:
    lines = view.rekap.anggaran
    whole = [a for a in lines if a.pagu > 0 and any(r is not None for r in a.realisasi)]
    return Found(len(whole), len(lines))


def _rekomendasi(view: View) -> Found:
    told = [s for s in view.rekap.sasaran if view.narasi(f"{REKOMENDASI}:{s.kode}")]
    return Found(len(told), len(view.rekap.sasaran))


FINDERS: Mapping[Bukti, Callable[[View], Found]] = {
    Bukti.PEDOMAN: lambda view: Found(len(steps(view.rekap))),
    Bukti.DEFINISI: _definisi,
    Bukti.MEKANISME: _mekanisme,
    Bukti.RELEVAN: _relevan,
    Bukti.BERKALA: _berkala,
    Bukti.TI_PENGUMPULAN: _ti_pengumpulan,
    Bukti.TI_PENGUKURAN: _measured,
    Bukti.LAPORAN: lambda view: Found(len(view.rekap.laporan)),
    Bukti.TARGET: _measured,
    Bukti.RENSTRA: _renstra,
    Bukti.TAHUN_LALU: _tahun_lalu,
    Bukti.NASIONAL: _nasional,
    Bukti.PENYEBAB: _penyebab,
    Bukti.EFISIENSI: _efisiensi,
    Bukti.REKOMENDASI: _rekomendasi,
}


def found_of(view: View, bukti: Bukti) -> Found:
    """What the year shows for one criterion."""
    return FINDERS[bukti](view)
