"""Bab III.A of the annual report: one Sasaran, its figures and the seven analyses.

Figures and flags only; the sentences around them are in the template.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.annual_uraian import penyebab, uraian
from kinerja.capaian import HUNDRED, capped, raw_capaian
from kinerja.hasil import Hasil, HasilSasaran
from kinerja.laporan_sasaran import (
    BabSasaran,
    Banding,
    BarisIndikator,
    Grafik,
    Lalu,
    Seri,
    Tahunan,
)
from kinerja.model import EXCUSED, Indikator, Pengaturan, Polaritas, Riwayat
from kinerja.printing import belum, nilai, number, percent, signed
from kinerja.sheets.laporan import (
    ALT_GRAFIK,
    ALT_SERI,
    SERI_TAHUN,
    SUMBU_CAPAIAN,
    TIDAK_ADA,
)
from kinerja.sheets.master import REKOMENDASI
from kinerja.view import View

REKAAN = "rekaan"  # the word that marks invented data in “Asal Data Master”


def bab_sasaran(view: View, hasil: HasilSasaran) -> BabSasaran:
    """Everything Bab III.A says of one Sasaran."""
    sasaran = hasil.sasaran
    rows = tuple(baris_indikator(view, h) for h in hasil.hasil)
    without = [h.indikator.kode for h in hasil.hasil if h.indikator.standar_nasional is None]
    return BabSasaran(
        kode=sasaran.kode,
        uraian=sasaran.uraian,
        capaian=_percent(hasil.capaian, "capaian_sasaran", sasaran.kode),
        predikat=hasil.predikat or TIDAK_ADA,
        terukur=hasil.capaian is not None,
        dihitung=hasil.dihitung,
        banyak=len(rows),
        tercapai=sum(r.tercapai for r in rows),
        indikator=rows,
        dibatasi=any(r.dibatasi for r in rows),
        tahun_lalu=str(view.pengaturan.tahun - 1),
        dengan_renstra=any(h.indikator.target_renstra is not None for h in hasil.hasil),
        dengan_nasional=len(without) < len(rows),
        tanpa_nasional=", ".join(without),
        penyebab=tuple(penyebab(view, h.indikator, h.capaian_asli) for h in hasil.hasil),
        efisiensi=tuple(uraian(view, h.indikator, "efisiensi") for h in hasil.hasil),
        kegiatan=tuple(uraian(view, h.indikator, "kegiatan") for h in hasil.hasil),
        rekomendasi=view.narasi(f"{REKOMENDASI}:{sasaran.kode}")
        or (belum("rekomendasi", kode=sasaran.kode),),
        grafik=grafik(view, hasil),
    )


def baris_indikator(view: View, hasil: Hasil) -> BarisIndikator:
    """One Indikator with all that is computed from its figures."""
    i = hasil.indikator
    raw, final = hasil.capaian_asli, hasil.capaian
    text = isinstance(hasil.tahun, str)
    return BarisIndikator(
        kode=i.kode,
        uraian=i.uraian or belum("indikator"),
        rekaan=is_rekaan(i),
        satuan=i.satuan or TIDAK_ADA,
        penanggung_jawab=view.subbagian_name(i.penanggung_jawab),
        target=belum("target", kode=i.kode) if i.target is None else nilai(i.target, i.satuan),
        realisasi=realisasi_text(hasil),
        capaian=TIDAK_ADA
        if final is None and (text or _not_due(hasil))
        else _percent(final, "capaian", i.kode),
        capaian_asli=percent(raw) if raw is not None else TIDAK_ADA,
        dibatasi=raw != final,
        predikat=hasil.predikat or TIDAK_ADA,
        ada=hasil.tahun is not None,
        terukur=final is not None,
        tercapai=raw is not None and raw >= HUNDRED,
        melampaui=raw is not None and raw > HUNDRED,
        kurang=percent(HUNDRED - raw) if raw is not None and raw < HUNDRED else "",
        lalu=_lalu(view, hasil),
        renstra=_renstra(hasil),
        nasional=_banding(hasil, i.standar_nasional),
    )


def is_rekaan(i: Indikator) -> bool:
    """Whether its data is invented, for an example, and says so."""
    return REKAAN in i.asal.casefold()


def realisasi_text(hasil: Hasil) -> str:
    """The Realisasi of the year, a dash if every Periode was Nihil or not due, or a marker."""
    if hasil.tahun is not None:
        return nilai(hasil.tahun, hasil.indikator.satuan)
    if _not_due(hasil):
        return TIDAK_ADA
    return belum("realisasi", kode=hasil.indikator.kode)


def _not_due(hasil: Hasil) -> bool:
    return all(a is not None and a.status in EXCUSED for a in hasil.answers)


def _percent(value: Decimal | None, apa: str, kode: str) -> str:
    return belum(apa, kode=kode) if value is None else percent(value)


def _lalu(view: View, hasil: Hasil) -> Lalu:
    """Analysis 2: this year beside the last one."""
    i = hasil.indikator
    earlier = sorted(
        (r for r in view.rekap.riwayat if r.indikator == i.kode),
        key=lambda r: -r.tahun,
    )
    tahun = view.pengaturan.tahun - 1
    last = next((r for r in earlier if r.tahun == tahun), None)
    older = tuple(_tahunan(view, i, r) for r in earlier if r is not last)
    if last is None or last.realisasi is None:
        return _without_lalu(i, tahun, older)
    now = hasil.tahun if isinstance(hasil.tahun, Decimal) else None
    change = None if now is None else now - last.realisasi
    before = capaian_lalu(view.pengaturan, i, last)
    return Lalu(
        ada=change is not None,
        belum="" if change is not None else realisasi_text(hasil),
        tahun=str(tahun),
        realisasi=nilai(last.realisasi, i.satuan),
        capaian=TIDAK_ADA if before is None else percent(before),
        perubahan=TIDAK_ADA if change is None else signed(change),
        naik=change is not None and change > 0,
        turun=change is not None and change < 0,
        membaik=change is not None
        and change != 0
        and (change > 0) == (i.polaritas is Polaritas.POSITIF),
        terdahulu=older,
    )


def _without_lalu(i: Indikator, tahun: int, older: tuple[Tahunan, ...]) -> Lalu:
    missing = belum("lalu", tahun=tahun, kode=i.kode)
    return Lalu(
        ada=False,
        belum=missing,
        tahun=str(tahun),
        realisasi=missing,
        capaian=TIDAK_ADA,
        perubahan=TIDAK_ADA,
        naik=False,
        turun=False,
        membaik=False,
        terdahulu=older,
    )


def _tahunan(view: View, i: Indikator, r: Riwayat) -> Tahunan:
    before = capaian_lalu(view.pengaturan, i, r)
    return Tahunan(
        tahun=str(r.tahun),
        target=TIDAK_ADA if r.target is None else nilai(r.target, i.satuan),
        realisasi=TIDAK_ADA if r.realisasi is None else nilai(r.realisasi, i.satuan),
        capaian=TIDAK_ADA if before is None else percent(before),
    )


def capaian_lalu(pengaturan: Pengaturan, i: Indikator, r: Riwayat) -> Decimal | None:
    """Capaian of an earlier year under this year's policy, so that both can be compared."""
    raw = raw_capaian(r.target, r.realisasi, i.polaritas, pengaturan.rumus_negatif)
    return capped(raw, pengaturan)


def _renstra(hasil: Hasil) -> Banding:
    """Analysis 3: how far the Realisasi is on the way to the end of the Renstra."""
    i = hasil.indikator
    if i.target_renstra is None:
        missing = belum("renstra", kode=i.kode)
        return Banding(
            ada=False, belum=missing, ukuran=missing, persen=TIDAK_ADA, tercapai=False
        )
    return _banding(hasil, i.target_renstra)


def _banding(hasil: Hasil, ukuran: Decimal | None) -> Banding:
    """The Realisasi measured against another figure than its Target."""
    i = hasil.indikator
    raw = raw_capaian(ukuran, hasil.tahun, i.polaritas)
    return Banding(
        ada=raw is not None,
        belum=realisasi_text(hasil) if ukuran is not None and raw is None else "",
        ukuran=TIDAK_ADA if ukuran is None else nilai(ukuran, i.satuan),
        persen=TIDAK_ADA if raw is None else percent(raw),
        tercapai=raw is not None and raw >= HUNDRED,
    )


def grafik(view: View, hasil: HasilSasaran) -> Grafik:
    """Capaian of every Indikator, beside the year before where that is known."""
    tahun = view.pengaturan.tahun
    before = {
        r.indikator: capaian_lalu(view.pengaturan, h.indikator, r)
        for r in view.rekap.riwayat
        for h in hasil.hasil
        if r.tahun == tahun - 1 and r.indikator == h.indikator.kode
    }
    last = Seri(
        nama=SERI_TAHUN.format(tahun=tahun - 1),
        nilai=tuple(before.get(h.indikator.kode) for h in hasil.hasil),
    )
    now = Seri(
        nama=SERI_TAHUN.format(tahun=tahun), nilai=tuple(h.capaian for h in hasil.hasil)
    )
    kategori = tuple(h.indikator.kode for h in hasil.hasil)
    seri = (last, now) if any(n is not None for n in last.nilai) else (now,)
    return Grafik(
        kunci=hasil.sasaran.kode,
        sumbu=SUMBU_CAPAIAN,
        kategori=kategori,
        seri=seri,
        alt=ALT_GRAFIK.format(
            kode=hasil.sasaran.kode, isi="; ".join(_alt(kategori, s) for s in seri)
        ),
    )


def _alt(kategori: Sequence[str], seri: Seri) -> str:
    pairs = zip(kategori, seri.nilai, strict=True)
    shown = (f"{k} {TIDAK_ADA if n is None else number(n)}" for k, n in pairs)
    return ALT_SERI.format(nama=seri.nama, isi=", ".join(shown))
