"""What a semester report says of one Sasaran and its Indikator, and the sentences on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kinerja.annual_sasaran import is_rekaan
from kinerja.annual_uraian import penyebab, uraian
from kinerja.capaian import HUNDRED, predikat, raw_capaian
from kinerja.hasil_semester import HasilSemester, SasaranHasil, span
from kinerja.kalimat import Facts, kasus_of, written
from kinerja.laporan_sasaran import Draf, Grafik, Seri, Uraian
from kinerja.laporan_semester import BarisSemester, LaporanSemester, SasaranSemester
from kinerja.model import Target
from kinerja.model_laporan import Kalimat
from kinerja.printing import belum, nilai, number, percent
from kinerja.sheets.kalimat import Analisis
from kinerja.sheets.laporan import (
    ALT_SEMESTER,
    ALT_SERI,
    SERI_SEMESTER,
    SUMBU_CAPAIAN,
    TIDAK_ADA,
)
from kinerja.view import View


def sasaran_semester(view: View, part: SasaranHasil, semester: int) -> SasaranSemester:
    """All that the report says of one Sasaran, without its draft sentences."""
    whole, within = part.hasil, span(view.rekap, semester)
    kode = whole.sasaran.kode
    rows = tuple(_baris(view, p, semester) for p in part.indikator)
    missing = belum("capaian_sasaran", kode=kode)
    return SasaranSemester(
        kode=kode,
        uraian=whole.sasaran.uraian,
        capaian=missing if whole.capaian is None else percent(whole.capaian),
        predikat=whole.predikat or TIDAK_ADA,
        terukur=whole.capaian is not None,
        dihitung=whole.dihitung,
        banyak=len(rows),
        tercapai=sum(r.tercapai for r in rows),
        indikator=rows,
        dibatasi=any(r.dibatasi for r in rows),
        penyebab=_told(_penyebab(view, p, within) for p in part.indikator),
        kegiatan=_told(
            replace(uraian(view, p.hasil.indikator, "kegiatan", within), belum=())
            for p in part.indikator
        ),
        grafik=_grafik(part, semester),
    )


def _penyebab(view: View, p: HasilSemester, within: range) -> Uraian:
    """The causes; within the year they are missed only where the Target was not reached."""
    told = penyebab(view, p.hasil.indikator, p.asli, within)
    is_short = p.asli is not None and p.asli < HUNDRED
    return told if is_short else replace(told, belum=())


def _told(every: Iterable[Uraian]) -> tuple[Uraian, ...]:
    """Those of which something is to be printed."""
    return tuple(u for u in every if u.kutipan or u.belum)


def _baris(view: View, p: HasilSemester, semester: int) -> BarisSemester:
    i, policy = p.hasil.indikator, view.pengaturan
    kode, raw, final = i.kode, p.asli, p.capaian
    late = not p.is_due
    is_unmeasured = final is None and (isinstance(p.nilai, str) or late)
    progress = raw_capaian(i.target, p.kumulatif, i.polaritas, policy.rumus_negatif)
    return BarisSemester(
        kode=kode,
        uraian=i.uraian or belum("indikator"),
        rekaan=is_rekaan(i),
        satuan=i.satuan or TIDAK_ADA,
        penanggung_jawab=view.subbagian_name(i.penanggung_jawab),
        konsolidasi=str(i.konsolidasi),
        target=_or(p.target, i.satuan, late, "target_semester", kode=kode, semester=semester),
        realisasi=_or(
            p.nilai, i.satuan, late, "realisasi_semester", kode=kode, semester=semester
        ),
        capaian=TIDAK_ADA
        if is_unmeasured
        else belum("capaian", kode=kode)
        if final is None
        else percent(final),
        capaian_asli=TIDAK_ADA if raw is None else percent(raw),
        dibatasi=raw != final,
        predikat=predikat(final, policy.skala) or TIDAK_ADA,
        ada=p.nilai is not None,
        terukur=final is not None,
        tercapai=raw is not None and raw >= HUNDRED,
        melampaui=raw is not None and raw > HUNDRED,
        kurang=percent(HUNDRED - raw) if raw is not None and raw < HUNDRED else "",
        target_tahun=_or(i.target, i.satuan, False, "target", kode=kode),
        kumulatif=_or(p.kumulatif, i.satuan, late, "realisasi", kode=kode),
        kemajuan=TIDAK_ADA if progress is None else percent(progress),
    )


def _or(value: Target | None, satuan: str, late: bool, apa: str, **facts: object) -> str:
    """A figure with its unit; a dash where none is due, a marker where it is missing."""
    if value is not None:
        return nilai(value, satuan)
    return TIDAK_ADA if late else belum(apa, **facts)


def _grafik(part: SasaranHasil, semester: int) -> Grafik:
    kode = part.hasil.sasaran.kode
    kategori = tuple(p.hasil.indikator.kode for p in part.indikator)
    seri = Seri(
        nama=SERI_SEMESTER.format(semester=semester),
        nilai=tuple(p.capaian for p in part.indikator),
    )
    pairs = zip(kategori, seri.nilai, strict=True)
    shown = ", ".join(f"{k} {TIDAK_ADA if n is None else number(n)}" for k, n in pairs)
    isi = ALT_SERI.format(nama=seri.nama, isi=shown)
    return Grafik(
        kunci=kode,
        sumbu=SUMBU_CAPAIAN,
        kategori=kategori,
        seri=(seri,),
        alt=ALT_SEMESTER.format(kode=kode, semester=semester, isi=isi),
    )


# ---- the draft sentences


def drafted(laporan: LaporanSemester, kalimat: Sequence[Kalimat]) -> LaporanSemester:
    """The report with a draft sentence for every Indikator whose Realisasi is known."""
    rows = [i for s in laporan.sasaran for i in s.indikator]
    cases = [(kasus_of(i), _facts(i, laporan)) for i in rows]
    drafts = iter(written(kalimat, Analisis.SEMESTER, cases))
    return replace(laporan, sasaran=tuple(_with_drafts(s, drafts) for s in laporan.sasaran))


def _with_drafts(s: SasaranSemester, drafts: Iterator[Draf]) -> SasaranSemester:
    return replace(s, indikator=tuple(replace(i, draf=next(drafts)) for i in s.indikator))


def _facts(i: BarisSemester, laporan: LaporanSemester) -> Facts:
    return {
        "kode": i.kode,
        "uraian": i.uraian,
        "tahun": laporan.tahun,
        "semester": laporan.semester,
        "target": i.target,
        "realisasi": i.realisasi,
        "penanggung_jawab": i.penanggung_jawab,
        "capaian": i.capaian,
        "predikat": i.predikat,
        "kurang": i.kurang,
        "target_tahun": i.target_tahun,
        "kumulatif": i.kumulatif,
        "kemajuan": i.kemajuan,
    }
