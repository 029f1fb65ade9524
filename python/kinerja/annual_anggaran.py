"""Bab III.B of the annual report: pagu, realisasi, serapan, efisiensi.

A Periode without a Realisasi is not counted as zero: the sums it belongs to are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kinerja import periode
from kinerja.capaian import HUNDRED, ZERO, Efisiensi, efisiensi, serapan
from kinerja.hasil import HasilSasaran
from kinerja.laporan import BabAnggaran, BarisAnggaran, BarisEfisiensi, BarisSerapan
from kinerja.model import Anggaran
from kinerja.printing import belum, percent, rupiah
from kinerja.sheets.laporan import TIDAK_ADA
from kinerja.view import View

Part = tuple[Decimal, Decimal, Decimal | None]  # pagu, realisasi, capaian


def bab_anggaran(view: View, hasil: Sequence[HasilSasaran]) -> BabAnggaran:
    """The budget line by line, Periode by Periode, and against the Capaian."""
    lines = view.rekap.anggaran
    siklus = view.pengaturan.siklus
    missing = belum("anggaran")
    parts = {h.sasaran.kode: tuple(_parts(h, lines, siklus)) for h in hasil}
    every = [part for of_sasaran in parts.values() for part in of_sasaran]
    whole = efisiensi(every)
    return BabAnggaran(
        ada=bool(lines),
        belum="" if lines else missing,
        baris=tuple(_baris(line, siklus) for line in lines),
        jumlah=_row("", "", "", _sum(x.pagu for x in lines), _total(lines, siklus)),
        serapan=tuple(_serapan(view, lines)),
        efisiensi=tuple(
            _efisiensi(h.sasaran.kode, h.sasaran.uraian, parts[h.sasaran.kode], h.capaian)
            for h in hasil
        ),
        efisiensi_jumlah=_efisiensi("", "", every, None),
        efisien=whole is not None and whole.e >= 0,
        dapat_dihitung=whole is not None,
    )


def spent(line: Anggaran, siklus: int) -> Decimal | None:
    """Realisasi of the year; None while that of a Periode is not known."""
    known = [r for r in line.realisasi[:siklus] if r is not None]
    return _sum(known) if len(known) == siklus else None


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)


def _total(lines: Sequence[Anggaran], siklus: int) -> Decimal | None:
    known = [s for line in lines if (s := spent(line, siklus)) is not None]
    return _sum(known) if len(known) == len(lines) else None


def _baris(line: Anggaran, siklus: int) -> BarisAnggaran:
    return _row(line.kode, line.uraian, line.sasaran, line.pagu, spent(line, siklus))


def _row(
    kode: str, uraian: str, sasaran: str, pagu: Decimal, realisasi: Decimal | None
) -> BarisAnggaran:
    missing = belum("realisasi_anggaran", kode=kode) if kode else belum("anggaran")
    ratio = None if realisasi is None else serapan(pagu, realisasi)
    return BarisAnggaran(
        kode=kode,
        uraian=uraian,
        sasaran=sasaran or TIDAK_ADA,
        pagu=rupiah(pagu),
        realisasi=missing if realisasi is None else rupiah(realisasi),
        serapan=TIDAK_ADA if ratio is None else percent(ratio),
        sisa=TIDAK_ADA if realisasi is None else rupiah(pagu - realisasi),
        lebih=realisasi is not None and realisasi > pagu,
    )


def _serapan(view: View, lines: Sequence[Anggaran]) -> Iterator[BarisSerapan]:
    """The whole budget at the end of each Periode; nothing more after a gap."""
    siklus = view.pengaturan.siklus
    pagu = _sum(line.pagu for line in lines)
    so_far: Decimal | None = ZERO
    for p in periode.of_year(siklus):
        amounts = [x.realisasi[p - 1] if p <= len(x.realisasi) else None for x in lines]
        known = [a for a in amounts if a is not None]
        now = _sum(known) if len(known) == len(lines) else None
        so_far = None if now is None or so_far is None else so_far + now
        ratio = None if so_far is None else serapan(pagu, so_far)
        name = view.periode_name(p)
        missing = belum("realisasi_anggaran_periode", periode=name)
        yield BarisSerapan(
            periode=periode.long_name(siklus, p),
            realisasi=missing if now is None else rupiah(now),
            kumulatif=missing if so_far is None else rupiah(so_far),
            serapan=TIDAK_ADA if ratio is None else percent(ratio),
        )


def _parts(hasil: HasilSasaran, lines: Sequence[Anggaran], siklus: int) -> Iterator[Part]:
    """The budget lines of one Sasaran with the Capaian that they paid for."""
    for line in lines:
        realisasi = spent(line, siklus)
        if line.sasaran == hasil.sasaran.kode and realisasi is not None:
            yield line.pagu, realisasi, hasil.capaian


def _efisiensi(
    kode: str, uraian: str, parts: Sequence[Part], capaian: Decimal | None
) -> BarisEfisiensi:
    result: Efisiensi | None = efisiensi(parts)
    counted = [(p, r, c) for p, r, c in parts if c is not None]
    due = _sum(p * c / HUNDRED for p, _, c in counted)
    return BarisEfisiensi(
        kode=kode,
        uraian=uraian,
        pagu=rupiah(_sum(p for p, _, _ in counted)) if counted else TIDAK_ADA,
        capaian=TIDAK_ADA if capaian is None else percent(capaian),
        seharusnya=rupiah(due) if counted else TIDAK_ADA,
        realisasi=rupiah(_sum(r for _, r, _ in counted)) if counted else TIDAK_ADA,
        e=percent(result.e) if result else TIDAK_ADA,
        ne=percent(result.ne) if result else TIDAK_ADA,
        efisien=result is not None and result.e >= 0,
    )
