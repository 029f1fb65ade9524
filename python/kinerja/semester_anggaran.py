"""The budget of one Semester: what was spent in it, and in the year up to its end.

A Periode without a Realisasi is not counted as zero: the sums it belongs to are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kinerja.capaian import ZERO, serapan
from kinerja.laporan_semester import AnggaranSemester, BarisAnggaranSemester
from kinerja.model import Anggaran
from kinerja.printing import belum, percent, rupiah
from kinerja.sheets.laporan import TIDAK_ADA


def anggaran_semester(lines: Sequence[Anggaran], periode: range) -> AnggaranSemester:
    """The budget line by line and as a whole."""
    so_far = range(1, periode.stop)
    whole = Anggaran(kode="", uraian="", sasaran="", pagu=_sum(x.pagu for x in lines))
    return AnggaranSemester(
        ada=bool(lines),
        belum="" if lines else belum("anggaran"),
        baris=tuple(_row(x, spent(x, periode), spent(x, so_far)) for x in lines),
        jumlah=_row(
            whole,
            _all(spent(x, periode) for x in lines),
            _all(spent(x, so_far) for x in lines),
        ),
    )


def spent(line: Anggaran, periode: Iterable[int]) -> Decimal | None:
    """What one line spent in these Periode; None while that of one is not known."""
    return _all(line.realisasi[p - 1] if p <= len(line.realisasi) else None for p in periode)


def _all(amounts: Iterable[Decimal | None]) -> Decimal | None:
    found = list(amounts)
    known = [a for a in found if a is not None]
    return _sum(known) if len(known) == len(found) else None


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)


def _row(line: Anggaran, now: Decimal | None, so_far: Decimal | None) -> BarisAnggaranSemester:
    missing = belum("realisasi_anggaran", kode=line.kode) if line.kode else belum("anggaran")
    ratio = None if so_far is None else serapan(line.pagu, so_far)
    return BarisAnggaranSemester(
        kode=line.kode,
        uraian=line.uraian,
        sasaran=line.sasaran or TIDAK_ADA,
        pagu=rupiah(line.pagu),
        realisasi=missing if now is None else rupiah(now),
        kumulatif=missing if so_far is None else rupiah(so_far),
        serapan=TIDAK_ADA if ratio is None else percent(ratio),
        lebih=so_far is not None and so_far > line.pagu,
    )
