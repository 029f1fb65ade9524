"""Where the SOP stands, on “Beranda”: the step at hand, and whose forms are late today.

Both follow the clock, so their pages are quiet.
"""

from __future__ import annotations

from datetime import datetime

from kinerja.grid import Value
from kinerja.jam_kerja import lama
from kinerja.model_sop import LangkahSop
from kinerja.printing import cut, saat
from kinerja.progress import pengembalian
from kinerja.rekap import Rekap
from kinerja.sheets import beranda as sheet
from kinerja.sheets.distribusi import Ketepatan
from kinerja.sheets.table import Page
from kinerja.sop import Kedudukan, Perjalanan, standing, steps, timeline


def sop_page(rekap: Rekap) -> Page:
    """The step of the running Periode that is at hand, who holds it, and for how long."""
    p = rekap.pengaturan.periode
    way, now = timeline(rekap, p), standing(rekap, p)
    row: list[Value] = [
        _step(rekap, way, now),
        cut(now.pemegang, sheet.PEMEGANG_MUAT) or sheet.BELUM_ADA,
        _since(now.sejak),
        _length(rekap, now.menit),
        _whole(rekap, way, now),
    ]
    return Page(sheet.SOP, [row], quiet=True)


def late_page(rekap: Rekap) -> Page:
    """How many forms are away after their deadline, once any was handed out."""
    late = sum(r.ketepatan is Ketepatan.LEWAT for r in pengembalian(rekap))
    is_known = rekap.distribusi and rekap.kini
    said = sheet.JUMLAH.format(tanda="✖" if late else "✔", n=late)
    return Page(sheet.TERLAMBAT, [[said if is_known else sheet.BELUM_ADA]], quiet=True)


def _step(rekap: Rekap, way: Perjalanan, now: Kedudukan) -> str:
    if now.langkah is None:
        is_done = any(j.selesai for j in way.jejak)
        return sheet.SOP_SELESAI if is_done else sheet.BELUM_ADA
    said = _named(rekap, now.langkah)
    return cut(said, sheet.LANGKAH_MUAT)


def _named(rekap: Rekap, step: LangkahSop) -> str:
    m = max(s.nomor for s in steps(rekap))
    return sheet.LANGKAH_SOP.format(n=step.nomor, m=m, kegiatan=step.kegiatan)


def _since(moment: datetime | None) -> str:
    return saat(moment) if moment else sheet.BELUM_ADA


def _length(rekap: Rekap, minutes: int | None) -> str:
    if minutes is None:
        return sheet.BELUM_ADA
    return sheet.JAM_KERJA.format(lama=lama(minutes, rekap.pengaturan))


def _whole(rekap: Rekap, way: Perjalanan, now: Kedudukan) -> str:
    """All minutes so far, those of the step at hand too, beside what the SOP allows."""
    is_begun = now.langkah or any(j.selesai for j in way.jejak)
    so_far = lama(way.menit + (now.menit or 0), rekap.pengaturan)
    return sheet.DARI_BAKU.format(
        lama=so_far if is_begun else sheet.BELUM_ADA, baku=lama(way.baku, rekap.pengaturan)
    )
