"""Where the figures of a semester report come from that the year does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja import periode
from kinerja.asal import Asal, Bentuk
from kinerja.asal_anggaran import distinct
from kinerja.asal_indikator import rolled
from kinerja.asal_sasaran import BATAS, RUMUS, scale
from kinerja.hasil import HasilSasaran
from kinerja.model import Indikator, Jenis, Konsolidasi
from kinerja.sheets.dari_mana import SEMUA, Aturan, Nama
from kinerja.view import View

KEDUANYA = (1, 2)
Made = tuple[str, Nama, Aturan, tuple[str, ...], Bentuk]


def of_semesters(view: View, hasil: Sequence[HasilSasaran]) -> Iterator[Asal]:
    """Both Semester, Indikator by Indikator, then by Sasaran and for the office."""
    names = [view.periode_name(p) for p in periode.of_year(view.pengaturan.siklus)]
    half = len(names) // 2
    for n in KEDUANYA:
        own, so_far = names[half * (n - 1) : half * n], names[: half * n]
        for i in view.rekap.indikator:
            yield from _indikator(view, i, n, own, so_far)
        for s in hasil:
            codes = [h.indikator.kode for h in s.hasil]
            yield from _sasaran(view, s.sasaran.kode, codes, n)
        yield from _office(view, [s.sasaran.kode for s in hasil], n)
        yield from _budget(view, own, so_far, n)


def _indikator(
    view: View, i: Indikator, n: int, own: Sequence[str], so_far: Sequence[str]
) -> Iterator[Asal]:
    head = f"{i.kode}/S{n}"
    raw, target = f"{head}/capaian asli", f"{head}/target"
    aims = tuple(f"{i.kode}/{name}/target" for name in own)
    aturan, dari = rolled(i, so_far)
    against = (f"{i.kode}/polaritas", RUMUS)
    cumulative = f"{head}/kumulatif"
    progress = (cumulative, f"{i.kode}/target", *against)
    measured: tuple[Made, ...] = (
        ("target", Nama.TARGET_SEMESTER, _aim(i), aims, Bentuk.NILAI),
        ("kumulatif", Nama.KUMULATIF, aturan, dari, Bentuk.NILAI),
        ("kemajuan", Nama.KEMAJUAN, Aturan.CAPAIAN, progress, Bentuk.PERSEN),
        (
            "capaian asli",
            Nama.CAPAIAN_ASLI_SEMESTER,
            Aturan.CAPAIAN,
            (head, target, *against),
            Bentuk.PERSEN,
        ),
        ("capaian", Nama.CAPAIAN_SEMESTER, Aturan.BATAS, (raw, BATAS), Bentuk.PERSEN),
        (
            "predikat",
            Nama.PREDIKAT_SEMESTER,
            Aturan.PREDIKAT,
            (f"{head}/capaian", *scale(view)),
            Bentuk.PERSEN,
        ),
        ("kurang", Nama.KURANG_SEMESTER, Aturan.KURANG, (raw,), Bentuk.PERSEN),
    )
    yield from _made(head, i.kode, n, measured, i.satuan)


def _aim(i: Indikator) -> Aturan:
    """How the Target of several Periode make one."""
    if i.konsolidasi is Konsolidasi.TERAKHIR or i.jenis is Jenis.RASIO:
        return Aturan.TARGET_TERAKHIR
    if i.konsolidasi is Konsolidasi.MAKSIMUM:
        return Aturan.TARGET_TERTINGGI
    if i.konsolidasi is Konsolidasi.RERATA:
        return Aturan.TARGET_RERATA
    return Aturan.TARGET_TANPA if i.jenis is Jenis.PERSEN else Aturan.TARGET_JUMLAH


def _sasaran(view: View, kode: str, codes: Sequence[str], n: int) -> Iterator[Asal]:
    head = f"sasaran {kode}/S{n}"
    capaian = tuple(f"{c}/S{n}/capaian" for c in codes)
    weighted = tuple(key for c in codes for key in (f"{c}/S{n}/capaian", f"{c}/bobot"))
    raw = tuple(f"{c}/S{n}/capaian asli" for c in codes)
    own = (f"{head}/capaian", *scale(view))
    made: tuple[Made, ...] = (
        ("capaian", Nama.SASARAN_SEMESTER, Aturan.RATA_BERBOBOT, weighted, Bentuk.PERSEN),
        ("predikat", Nama.SASARAN_PREDIKAT, Aturan.PREDIKAT, own, Bentuk.PERSEN),
        ("banyak", Nama.SASARAN_BANYAK, Aturan.BANYAK, raw, Bentuk.ANGKA),
        ("dihitung", Nama.SASARAN_DIHITUNG, Aturan.DIHITUNG, capaian, Bentuk.ANGKA),
        ("tercapai", Nama.SASARAN_TERCAPAI, Aturan.TERCAPAI, raw, Bentuk.ANGKA),
    )
    yield from _made(head, kode, n, made)


def _office(view: View, codes: Sequence[str], n: int) -> Iterator[Asal]:
    head = f"kantor/S{n}"
    means = tuple(f"sasaran {kode}/S{n}/capaian" for kode in codes)
    all_ = [i.kode for i in view.rekap.indikator]
    capaian = tuple(f"{c}/S{n}/capaian" for c in all_)
    raw = tuple(f"{c}/S{n}/capaian asli" for c in all_)
    own = (f"{head}/capaian", *scale(view))
    made: tuple[Made, ...] = (
        ("capaian", Nama.KANTOR_SEMESTER, Aturan.RATA, means, Bentuk.PERSEN),
        ("predikat", Nama.KANTOR_PREDIKAT, Aturan.PREDIKAT, own, Bentuk.PERSEN),
        ("sasaran", Nama.BANYAK_SASARAN, Aturan.BANYAK, means, Bentuk.ANGKA),
        ("indikator", Nama.BANYAK_INDIKATOR, Aturan.BANYAK, raw, Bentuk.ANGKA),
        ("terukur", Nama.BANYAK_TERUKUR, Aturan.DIHITUNG, capaian, Bentuk.ANGKA),
        ("tercapai", Nama.BANYAK_TERCAPAI, Aturan.TERCAPAI, raw, Bentuk.ANGKA),
        ("terhitung", Nama.SASARAN_TERUKUR, Aturan.DIHITUNG, means, Bentuk.ANGKA),
        ("galat", Nama.GALAT, Aturan.CATATAN, (), Bentuk.ANGKA),
        ("belum", Nama.BELUM, Aturan.PENANDA, (), Bentuk.ANGKA),
    )
    yield from _made(head, "", n, made)


def _budget(view: View, own: Sequence[str], so_far: Sequence[str], n: int) -> Iterator[Asal]:
    codes = list(distinct(line.kode for line in view.rekap.anggaran))
    for kode in codes:
        head = f"anggaran {kode}"
        now = tuple(f"{head}/{name}" for name in own)
        to_date = tuple(f"{head}/{name}" for name in so_far)
        yield from _made(f"{head}/S{n}", kode, n, _spent(head, now, to_date, n))
    now = tuple(f"anggaran {kode}/S{n}/realisasi" for kode in codes)
    to_date = tuple(f"anggaran {kode}/S{n}/kumulatif" for kode in codes)
    yield from _made(f"anggaran/S{n}", SEMUA, n, _spent("anggaran", now, to_date, n))


def _spent(
    head: str, now: tuple[str, ...], so_far: tuple[str, ...], n: int
) -> tuple[Made, ...]:
    share = (f"{head}/S{n}/kumulatif", f"{head}/pagu")
    sums = Aturan.JUMLAH_LENGKAP
    return (
        ("realisasi", Nama.ANGGARAN_SEMESTER, sums, now, Bentuk.RUPIAH),
        ("kumulatif", Nama.ANGGARAN_SAMPAI, sums, so_far, Bentuk.RUPIAH),
        ("serapan", Nama.SERAPAN_SEMESTER, Aturan.SERAPAN, share, Bentuk.PERSEN),
    )


def _made(
    head: str, kode: str, semester: int, parts: Sequence[Made], satuan: str = ""
) -> Iterator[Asal]:
    for part, nama, aturan, dari, bentuk in parts:
        yield Asal(
            kunci=f"{head}/{part}",
            nama=nama.format(kode=kode, semester=semester),
            aturan=aturan,
            dari=dari,
            bentuk=bentuk,
            satuan=satuan if bentuk is Bentuk.NILAI else "",
        )
