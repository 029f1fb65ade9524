"""Where the figures of the budget come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kinerja import periode
from kinerja.asal import Asal, Bentuk
from kinerja.hasil import HasilSasaran
from kinerja.model import Anggaran
from kinerja.sheets.dari_mana import SEMUA, Aturan, Nama
from kinerja.view import View

Made = tuple[str, Nama, Aturan, tuple[str, ...], Bentuk]  # the last part of its kunci, …


def distinct(codes: Iterable[str]) -> Iterator[str]:
    """The codes, one that was there before with its number behind it."""
    seen: dict[str, int] = {}
    for code in codes:
        seen[code] = seen.get(code, 0) + 1
        yield code if seen[code] == 1 else f"{code} ({seen[code]})"


def of_budget(view: View, hasil: Sequence[HasilSasaran]) -> Iterator[Asal]:
    """Every line, every Periode, and the efficiency."""
    lines = view.rekap.anggaran
    named = list(zip(distinct(line.kode for line in lines), lines, strict=True))
    for kode, line in named:
        yield from _line(view, kode, line)
    yield from _made("anggaran", SEMUA, _whole([kode for kode, _ in named]))
    yield from _periods(view, [kode for kode, _ in named])
    for h in hasil:
        own = [kode for kode, line in named if line.sasaran == h.sasaran.kode]
        yield from _efisiensi(f" sasaran {h.sasaran.kode}", _threes(h, own))
        yield _capaian(h.sasaran.kode)
    every = [
        key
        for h in hasil
        for key in _threes(h, [k for k, line in named if line.sasaran == h.sasaran.kode])
    ]
    yield from _efisiensi("", every)
    none: Made = ("capaian", Nama.EF_CAPAIAN, Aturan.TIDAK_ADA, (), Bentuk.PERSEN)
    yield from _made("efisiensi", SEMUA, [none])


def _line(view: View, kode: str, line: Anggaran) -> Iterator[Asal]:
    head = f"anggaran {kode}"
    yield Asal(
        kunci=f"{head}/pagu",
        nama=Nama.PAGU.format(kode=kode),
        aturan=Aturan.MASTER,
        isi=line.pagu,
        bentuk=Bentuk.RUPIAH,
        sel=line.letak.get("pagu"),
    )
    names = [view.periode_name(p) for p in periode.of_year(view.pengaturan.siklus)]
    for p, name in enumerate(names, start=1):
        yield Asal(
            kunci=f"{head}/{name}",
            nama=Nama.ANGGARAN_PERIODE.format(kode=kode, periode=name),
            aturan=Aturan.MASTER,
            isi=line.realisasi[p - 1] if p <= len(line.realisasi) else None,
            bentuk=Bentuk.RUPIAH,
            sel=line.letak.get(f"realisasi_{p}"),
        )
    spent = tuple(f"{head}/{name}" for name in names)
    yield from _made(
        head,
        kode,
        [
            (
                "realisasi",
                Nama.ANGGARAN,
                Aturan.JUMLAH_LENGKAP,
                spent,
                Bentuk.RUPIAH,
            ),
            *_share(head),
        ],
    )


def _share(head: str) -> list[Made]:
    """What follows from pagu and Realisasi."""
    spent, pagu = f"{head}/realisasi", f"{head}/pagu"
    return [
        ("serapan", Nama.SERAPAN, Aturan.SERAPAN, (spent, pagu), Bentuk.PERSEN),
        ("sisa", Nama.SISA, Aturan.SELISIH, (pagu, spent), Bentuk.RUPIAH),
    ]


def _whole(codes: Sequence[str]) -> list[Made]:
    """The sums over all lines."""
    return [
        (
            "pagu",
            Nama.PAGU,
            Aturan.JUMLAH_LENGKAP,
            tuple(f"anggaran {kode}/pagu" for kode in codes),
            Bentuk.RUPIAH,
        ),
        (
            "realisasi",
            Nama.ANGGARAN,
            Aturan.JUMLAH_LENGKAP,
            tuple(f"anggaran {kode}/realisasi" for kode in codes),
            Bentuk.RUPIAH,
        ),
        *_share("anggaran"),
    ]


def _periods(view: View, codes: Sequence[str]) -> Iterator[Asal]:
    """The whole budget at the end of each Periode."""
    so_far: tuple[str, ...] = ()
    for p in periode.of_year(view.pengaturan.siklus):
        name = periode.long_name(view.pengaturan.siklus, p)
        head = f"anggaran/{name}"
        now = tuple(f"anggaran {kode}/{view.periode_name(p)}" for kode in codes)
        so_far = (*so_far, f"{head}/realisasi")
        share = (f"{head}/kumulatif", "anggaran/pagu")
        for part, nama, aturan, dari, bentuk in (
            ("realisasi", Nama.ANGGARAN_SEMUA, Aturan.JUMLAH_LENGKAP, now, Bentuk.RUPIAH),
            (
                "kumulatif",
                Nama.ANGGARAN_KUMULATIF,
                Aturan.JUMLAH_LENGKAP,
                so_far,
                Bentuk.RUPIAH,
            ),
            ("serapan", Nama.SERAPAN_PERIODE, Aturan.SERAPAN, share, Bentuk.PERSEN),
        ):
            yield Asal(
                kunci=f"{head}/{part}",
                nama=nama.format(periode=name),
                aturan=aturan,
                dari=dari,
                bentuk=bentuk,
            )


def _threes(hasil: HasilSasaran, codes: Sequence[str]) -> list[str]:
    """Pagu, Realisasi and Capaian of the lines of one Sasaran."""
    capaian = f"sasaran {hasil.sasaran.kode}/capaian"
    return [
        key
        for kode in codes
        for key in (f"anggaran {kode}/pagu", f"anggaran {kode}/realisasi", capaian)
    ]


def _efisiensi(of: str, threes: Sequence[str]) -> Iterator[Asal]:
    dari = tuple(threes)
    made: list[Made] = [
        ("pagu", Nama.EF_PAGU, Aturan.EF_PAGU, dari, Bentuk.RUPIAH),
        ("seharusnya", Nama.EF_SEHARUSNYA, Aturan.EF_SEHARUSNYA, dari, Bentuk.RUPIAH),
        ("realisasi", Nama.EF_REALISASI, Aturan.EF_REALISASI, dari, Bentuk.RUPIAH),
        ("e", Nama.EF_E, Aturan.EF_E, dari, Bentuk.PERSEN),
        ("ne", Nama.EF_NE, Aturan.EF_NE, dari, Bentuk.PERSEN),
    ]
    yield from _made(f"efisiensi{of}", of.strip() or SEMUA, made)


def _capaian(kode: str) -> Asal:
    return Asal(
        kunci=f"efisiensi sasaran {kode}/capaian",
        nama=Nama.EF_CAPAIAN.format(kode=f"sasaran {kode}"),
        aturan=Aturan.SALINAN,
        dari=(f"sasaran {kode}/capaian",),
        bentuk=Bentuk.PERSEN,
    )


def _made(head: str, kode: str, parts: Iterable[Made]) -> Iterator[Asal]:
    for part, nama, aturan, dari, bentuk in parts:
        yield Asal(
            kunci=f"{head}/{part}",
            nama=nama.format(kode=kode),
            aturan=aturan,
            dari=dari,
            bentuk=bentuk,
        )
