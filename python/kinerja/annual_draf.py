"""The draft sentences of the annual report: which case each analysis is, and its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kinerja.kalimat import Case, Facts, is_known, kasus_of, written
from kinerja.laporan import BarisEfisiensi, Laporan
from kinerja.laporan_sasaran import BabSasaran, BarisIndikator, Draf, DrafIndikator, Uraian
from kinerja.model_laporan import Kalimat
from kinerja.sheets.kalimat import Analisis, Kasus
from kinerja.sheets.laporan import JUDUL


def drafted(laporan: Laporan, kalimat: Sequence[Kalimat]) -> Laporan:
    """The report with a draft sentence for every analysis that its figures allow."""
    rows = [i for s in laporan.sasaran for i in s.indikator]
    facts = [facts_of(i, laporan.tahun) for i in rows]

    def of(analisis: Analisis, kasus: Iterable[Kasus | None]) -> Iterator[Draf]:
        return iter(written(kalimat, analisis, zip(kasus, facts, strict=True)))

    this = of(Analisis.TAHUN_INI, map(kasus_of, rows))
    last = of(Analisis.TAHUN_LALU, map(_lalu, rows))
    far = of(Analisis.RENSTRA, (_reached(i.renstra.ada, i.renstra.tercapai) for i in rows))
    wide = of(Analisis.NASIONAL, (_reached(i.nasional.ada, i.nasional.tercapai) for i in rows))
    by_kode = {
        i.kode: DrafIndikator(tahun_ini=a, tahun_lalu=b, renstra=c, nasional=d)
        for i, a, b, c, d in zip(rows, this, last, far, wide, strict=True)
    }
    efficient = iter(_efisiensi(kalimat, laporan))
    causes = _told(kalimat, laporan, Analisis.PENYEBAB)
    works = _told(kalimat, laporan, Analisis.KEGIATAN)
    return replace(
        laporan,
        sasaran=tuple(
            replace(
                s,
                indikator=tuple(replace(i, draf=by_kode[i.kode]) for i in s.indikator),
                penyebab=_with(s.penyebab, causes),
                kegiatan=_with(s.kegiatan, works),
                draf_efisiensi=next(efficient),
            )
            for s in laporan.sasaran
        ),
    )


def facts_of(i: BarisIndikator, tahun: str) -> Facts:
    """Every figure of an Indikator that a pattern may name, as it is printed."""
    return {
        "kode": i.kode,
        "uraian": i.uraian,
        "tahun": tahun,
        "target": i.target,
        "realisasi": i.realisasi,
        "penanggung_jawab": i.penanggung_jawab,
        "capaian": i.capaian,
        "capaian_asli": i.capaian_asli,
        "predikat": i.predikat,
        "kurang": i.kurang,
        "tahun_lalu": i.lalu.tahun,
        "realisasi_lalu": i.lalu.realisasi,
        "capaian_lalu": i.lalu.capaian,
        "perubahan": i.lalu.perubahan,
        "target_renstra": i.renstra.ukuran,
        "persen_renstra": i.renstra.persen,
        "standar_nasional": i.nasional.ukuran,
        "persen_nasional": i.nasional.persen,
    }


def _lalu(i: BarisIndikator) -> Kasus | None:
    if not i.lalu.ada:
        return None
    if i.lalu.membaik:
        return Kasus.MEMBAIK
    return Kasus.MENURUN if i.lalu.naik or i.lalu.turun else Kasus.TETAP


def _reached(ada: bool, tercapai: bool) -> Kasus | None:
    if not ada:
        return None
    return Kasus.TERCAPAI if tercapai else Kasus.BELUM


def _told(kalimat: Sequence[Kalimat], laporan: Laporan, analisis: Analisis) -> Iterator[Draf]:
    """The sentences above what the forms say, in the order of the report."""
    wanted = "penyebab" if analisis is Analisis.PENYEBAB else "kegiatan"
    cases: list[Case] = []
    for s in laporan.sasaran:
        told: Mapping[str, Uraian] = {u.kode: u for u in getattr(s, wanted)}
        for i in s.indikator:
            counts = counted(told[i.kode])
            is_told = i.terukur and counts[f"banyak_{wanted}"] != "0"
            kasus = _reached(is_told, i.tercapai)
            cases.append((kasus, {**facts_of(i, laporan.tahun), **counts}))
    return iter(written(kalimat, analisis, cases))


def counted(told: Uraian) -> Facts:
    """How many texts of each kind the forms hold; “catatan” names those there are."""
    counts = {
        field: sum(k.judul == judul for k in told.kutipan) for field, judul in JUDUL.items()
    }
    named = [f"{n} {JUDUL[field].lower()}" for field, n in counts.items() if n]
    return {"catatan": _listed(named)} | {f"banyak_{k}": str(n) for k, n in counts.items()}


def _listed(named: Sequence[str]) -> str:
    """The names as a sentence lists them."""
    *others, last = named or [""]
    comma = "," if len(others) > 1 else ""
    return f"{', '.join(others)}{comma} dan {last}" if others else last


def _with(told: Iterable[Uraian], drafts: Iterator[Draf]) -> tuple[Uraian, ...]:
    return tuple(replace(u, draf=next(drafts)) for u in told)


def _efisiensi(kalimat: Sequence[Kalimat], laporan: Laporan) -> tuple[Draf, ...]:
    rows = {row.kode: row for row in laporan.anggaran.efisiensi}
    cases = [_efficiency(s, rows.get(s.kode), laporan.tahun) for s in laporan.sasaran]
    return written(kalimat, Analisis.EFISIENSI, cases)


def _efficiency(s: BabSasaran, row: BarisEfisiensi | None, tahun: str) -> Case:
    if row is None or not is_known(row.e):
        return None, {}
    facts = {
        "kode": s.kode,
        "uraian": s.uraian,
        "tahun": tahun,
        "pagu": row.pagu,
        "realisasi": row.realisasi,
        "seharusnya": row.seharusnya,
        "capaian": row.capaian,
        "e": row.e,
        "ne": row.ne,
    }
    return (Kasus.EFISIEN if row.efisien else Kasus.BOROS), facts
