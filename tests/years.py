"""Random years: Indikator of every sort, answered in any way, for property tests."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from kinerja import periode
from kinerja.model import (
    Anggaran,
    Formulir,
    Identitas,
    Indikator,
    Jenis,
    Konsolidasi,
    Nilai,
    Pengaturan,
    Polaritas,
    Realisasi,
    Rentang,
    Riwayat,
    Sasaran,
    Status,
    Subbagian,
    Target,
)
from kinerja.rekap import Kiriman, Penerimaan, Rekap

amounts = st.decimals(0, 1000, places=2)
positive = st.decimals("0.01", 1000, places=2)
statuses = st.sampled_from([Status.TERISI, Status.TERISI, Status.TERISI, *Status])


@st.composite
def indikators(draw: st.DrawFn, kode: str = "1.1") -> Indikator:
    """An Indikator of any Jenis and Konsolidasi, percentages that are added included."""
    jenis = draw(st.sampled_from(Jenis))
    target: Target = draw(positive)
    if jenis is Jenis.RENTANG:
        target = Rentang(Decimal(10), Decimal(20))
    if jenis is Jenis.TEKS:
        target = "WTP"
    is_number = isinstance(target, Decimal)
    return Indikator(
        kode=kode,
        uraian=f"Indikator {kode}",
        sasaran=draw(st.sampled_from(["1", "2"])),
        penanggung_jawab="KUL",
        satuan="%" if jenis in {Jenis.PERSEN, Jenis.RASIO} else "kali",
        jenis=jenis,
        polaritas=draw(st.sampled_from(Polaritas)),
        konsolidasi=draw(st.sampled_from(Konsolidasi)),
        target=target,
        target_periode=(target,) * 12,
        target_renstra=draw(st.none() | positive) if is_number else None,
        standar_nasional=draw(st.none() | positive) if is_number else None,
    )


@st.composite
def answers(draw: st.DrawFn, i: Indikator, p: int) -> Realisasi:
    """What was answered for it in one Periode, if anything was."""
    status = draw(statuses)
    x, y = draw(amounts), draw(positive)
    nilai: Nilai | None = draw(amounts)
    if i.jenis is Jenis.RASIO:
        nilai = x / y * 100
    if i.jenis is Jenis.TEKS:
        nilai = draw(st.sampled_from(["WTP", "WDP"]))
    if status is not Status.TERISI:
        return Realisasi(indikator=i.kode, subbagian="KUL", periode=p, status=status)
    is_rasio = i.jenis is Jenis.RASIO
    return Realisasi(
        indikator=i.kode,
        subbagian="KUL",
        periode=p,
        status=status,
        nilai=nilai,
        x=x if is_rasio else None,
        y=y if is_rasio else None,
        penyebab=draw(st.sampled_from(["", "cuaca", "jarak"])),
        kegiatan=draw(st.sampled_from(["", "sosialisasi"])),
    )


@st.composite
def years(draw: st.DrawFn) -> Rekap:
    """A year of one Subbagian, whose forms came back or did not."""
    siklus = draw(st.sampled_from(periode.SIKLUS))
    codes = [f"1.{n}" for n in range(1, draw(st.integers(1, 5)) + 1)]
    found = tuple(draw(indikators(kode)) for kode in codes)
    back = draw(st.sets(st.sampled_from(range(1, siklus + 1)), min_size=siklus // 2))
    return Rekap(
        file="kinerja.xlsx",
        pengaturan=Pengaturan(satker="KPU", kota="Contoh", tahun=2020, siklus=siklus),
        subbagian=(Subbagian(kode="KUL", nama="Umum"),),
        sasaran=(Sasaran(kode="1", uraian="Satu"), Sasaran(kode="2", uraian="Dua")),
        indikator=found,
        riwayat=tuple(
            Riwayat(
                indikator=i.kode, tahun=2019, target=draw(positive), realisasi=draw(amounts)
            )
            for i in found
            if draw(st.booleans())
        ),
        anggaran=tuple(
            Anggaran(
                kode=f"A.{kode}",
                uraian="Program",
                sasaran=kode,
                pagu=draw(positive),
                realisasi=tuple(draw(amounts) for _ in range(siklus)),
            )
            for kode in ("1", "2")
        ),
        kiriman=tuple(
            Kiriman(
                identitas=Identitas(sha256=f"KUL{p}", berkas=f"KUL{p}.xlsx"),
                formulir=Formulir(subbagian="KUL", tahun=2020, periode=p),
                penerimaan=Penerimaan.DITERIMA,
                realisasi=tuple(draw(answers(i, p)) for i in found),
            )
            for p in sorted(back)
        ),
    )
