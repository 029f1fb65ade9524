"""What “BACA DULU.txt” of a sealed package says, for people who know nothing of kinerja."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.naskah import sebutan
from kinerja.printing import saat
from kinerja.rekap import Rekap
from kinerja.sheets.arsip import ISI_FOLDER, JUDUL_PAKET, URAIAN_PAKET
from kinerja.sheets.laporan import TITIK
from kinerja.temuan import Temuan, has_galat, worst_first

SATUAN = (("GB", 2**30), ("MB", 2**20), ("KB", 2**10))


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiFolder:
    """One folder of the package."""

    nama: str
    banyak: int
    uraian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BacaDulu:
    """Every field the text may print."""

    satker: str
    periode: str
    tahun: str
    paket: str
    disegel: str
    banyak: int
    ukuran: str
    folder: tuple[IsiFolder, ...]
    galat: int
    catatan: tuple[str, ...]  # what is to be known of it: not locked, not there


def baca_dulu(
    rekap: Rekap,
    paket: str,
    sizes: Mapping[str, int],
    standing: Iterable[Temuan],
    notes: Iterable[Temuan],
) -> BacaDulu:
    """What is to be read first; ``sizes`` are those of the files by their path."""
    p = rekap.pengaturan
    return BacaDulu(
        satker=p.satker or TITIK,
        periode=sebutan(p.siklus, p.periode),
        tahun=str(p.tahun),
        paket=paket,
        disegel=saat(rekap.kini) if rekap.kini else TITIK,
        banyak=len(sizes),
        ukuran=size_text(sum(sizes.values())),
        folder=tuple(_folders(sizes)),
        galat=sum(has_galat([t]) for t in standing),
        catatan=tuple(t.message for t in worst_first(notes)),
    )


def _folders(sizes: Mapping[str, int]) -> Iterable[IsiFolder]:
    counts: dict[str, int] = {}
    for path in sizes:
        top = path.partition("/")[0]
        counts[top] = counts.get(top, 0) + 1
    for name, uraian in ISI_FOLDER.items():
        if name in counts:
            yield IsiFolder(nama=name, banyak=counts[name], uraian=uraian)


def size_text(size: int) -> str:
    """The size as people say it: ``1,5 MB``."""
    for unit, step in SATUAN:
        if size >= step:
            tenths = size * 10 // step
            return f"{tenths // 10},{tenths % 10} {unit}"
    return f"{size} bita"


def info_of(rekap: Rekap) -> tuple[tuple[str, str], ...]:
    """What the package says of itself to programs, with the labels of RFC 8493."""
    p = rekap.pengaturan
    name = rekap.periode_name(p.periode)
    said = URAIAN_PAKET.format(
        satker=p.satker, periode=sebutan(p.siklus, p.periode), tahun=p.tahun
    )
    return (
        ("Source-Organization", p.satker),
        ("Organization-Address", p.alamat),
        ("External-Description", said),
        (
            "External-Identifier",
            f"{p.kode_satker} {JUDUL_PAKET.format(tahun=p.tahun, periode=name)}",
        ),
        ("Bagging-Date", f"{rekap.kini:%Y-%m-%d}" if rekap.kini else ""),
        ("Bag-Software-Agent", "kinerja"),
    )
