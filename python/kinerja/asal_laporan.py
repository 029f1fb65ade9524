"""Which figure of a report is which: the kunci of each, put into what is printed.

A table says it for each kind of row, so that the chapters need not know of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from kinerja.asal_anggaran import distinct
from kinerja.laporan import (
    BarisAnggaran,
    BarisEfisiensi,
    BarisPeriode,
    BarisRencana,
    BarisSerapan,
    Bukti,
    Jenjang,
    Laporan,
    TargetRencana,
)
from kinerja.laporan_sasaran import BabSasaran, Banding, BarisIndikator, Lalu, Tahunan
from kinerja.laporan_semester import (
    BarisAnggaranSemester,
    BarisSemester,
    LaporanSemester,
    SasaranSemester,
)
from kinerja.penanda import leaves, names_of
from kinerja.printing import Angka, Bilangan

T = TypeVar("T")
Words = Mapping[str, str]

_YEAR = "{kode}/{tahun}/realisasi"
_BEFORE = "{kode}/{tahun}/capaian"

# The kunci of each figure by its field. In braces: the texts of its row, then of the row
# around that; ``bagian`` is the field of the outer row in which it stands, ``of`` the kode
# with its kind before it, if it has one.
KUNCI: Mapping[type, Mapping[str, str]] = {
    Laporan: {
        "jumlah_galat": "kantor/galat",
        "jumlah_belum": "kantor/belum",
        "banyak_sasaran": "kantor/sasaran",
        "banyak_indikator": "kantor/indikator",
        "banyak_tercapai": "kantor/tercapai",
        "banyak_terukur": "kantor/terukur",
        "sasaran_terukur": "kantor/terhitung",
        "rata_capaian": "kantor/capaian",
        "rata_predikat": "kantor/predikat",
        "batas_capaian": "pengaturan/batas",
        "bukti_sama": "kantor/bukti",
    },
    LaporanSemester: {
        "jumlah_galat": "kantor/S{semester}/galat",
        "jumlah_belum": "kantor/S{semester}/belum",
        "banyak_sasaran": "kantor/S{semester}/sasaran",
        "banyak_indikator": "kantor/S{semester}/indikator",
        "banyak_tercapai": "kantor/S{semester}/tercapai",
        "banyak_terukur": "kantor/S{semester}/terukur",
        "sasaran_terukur": "kantor/S{semester}/terhitung",
        "rata_capaian": "kantor/S{semester}/capaian",
        "rata_predikat": "kantor/S{semester}/predikat",
        "batas_capaian": "pengaturan/batas",
    },
    SasaranSemester: {
        field: f"sasaran {{kode}}/S{{semester}}/{field}"
        for field in ("capaian", "predikat", "dihitung", "banyak", "tercapai")
    },
    BarisSemester: {
        "target": "{kode}/S{semester}/target",
        "realisasi": "{kode}/S{semester}",
        "capaian": "{kode}/S{semester}/capaian",
        "capaian_asli": "{kode}/S{semester}/capaian asli",
        "predikat": "{kode}/S{semester}/predikat",
        "kurang": "{kode}/S{semester}/kurang",
        "target_tahun": "{kode}/target",
        "kumulatif": "{kode}/S{semester}/kumulatif",
        "kemajuan": "{kode}/S{semester}/kemajuan",
    },
    BarisAnggaranSemester: {
        "pagu": "anggaran{of}/pagu",
        "realisasi": "anggaran{of}/S{semester}/realisasi",
        "kumulatif": "anggaran{of}/S{semester}/kumulatif",
        "serapan": "anggaran{of}/S{semester}/serapan",
    },
    Jenjang: {"atas": "skala {predikat}/atas", "bawah": "skala {predikat}/bawah"},
    BabSasaran: {
        "capaian": "sasaran {kode}/capaian",
        "predikat": "sasaran {kode}/predikat",
        "dihitung": "sasaran {kode}/dihitung",
        "banyak": "sasaran {kode}/banyak",
        "tercapai": "sasaran {kode}/tercapai",
    },
    BarisIndikator: {
        "target": "{kode}/target",
        "realisasi": "{kode}/tahun",
        "capaian": "{kode}/capaian",
        "capaian_asli": "{kode}/capaian asli",
        "predikat": "{kode}/predikat",
        "kurang": "{kode}/kurang",
    },
    Lalu: {"realisasi": _YEAR, "capaian": _BEFORE, "perubahan": "{kode}/perubahan"},
    Tahunan: {"target": "{kode}/{tahun}/target", "realisasi": _YEAR, "capaian": _BEFORE},
    Banding: {"ukuran": "{kode}/{bagian}", "persen": "{kode}/{bagian}/capaian"},
    BarisPeriode: {
        "target": "{kode}/{periode}/target",
        "realisasi": "{kode}/{periode}",
        "capaian": "{kode}/{periode}/capaian",
    },
    Bukti: {
        "semester_1": "{kode}/S1",
        "semester_2": "{kode}/S2",
        "isi_1": "{kode}/S1/terisi",
        "isi_2": "{kode}/S2/terisi",
        "gabungan": "{kode}/gabungan",
        "tahun": "{kode}/tahun",
    },
    BarisRencana: {"anggaran": "rencana {urutan}/anggaran"},
    TargetRencana: {"target": "rencana {urutan}/{periode}"},
    BarisAnggaran: {
        field: f"anggaran{{of}}/{field}" for field in ("pagu", "realisasi", "serapan", "sisa")
    },
    BarisSerapan: {
        field: f"anggaran/{{periode}}/{field}"
        for field in ("realisasi", "kumulatif", "serapan")
    },
    BarisEfisiensi: {
        field: f"efisiensi{{of}}/{field}"
        for field in ("pagu", "capaian", "seharusnya", "realisasi", "e", "ne")
    },
}
KIND = {  # what ``of`` says
    BarisAnggaran: " {kode}",
    BarisAnggaranSemester: " {kode}",
    BarisEfisiensi: " sasaran {kode}",
}


def keyed(laporan: T) -> T:
    """The same report, in which every figure knows its kunci."""
    made: T = _keyed(laporan, {})
    return made


def _keyed(row: Any, outer: Words) -> Any:  # noqa: ANN401  # any row of a report
    own = {name: getattr(row, name) for name in names_of(row)}
    words = _words(type(row), own, outer)
    kunci = KUNCI.get(type(row), {})
    changed = {}
    for name, value in own.items():
        if name in kunci:
            changed[name] = _figure(value, kunci[name].format_map(words))
        elif isinstance(value, tuple) or names_of(value):
            changed[name] = _inside(value, {**words, "bagian": name})
    return replace(row, **changed) if changed else row


def _words(kind: type, own: Mapping[str, object], outer: Words) -> Words:
    texts = {name: text for name, text in own.items() if isinstance(text, str) and text}
    if "nomor" in outer:
        texts["kode"] = outer["nomor"]
    of = KIND.get(kind, "") if own.get("kode") else ""
    return {**outer, **texts, "of": of.format(kode=texts.get("kode", ""))}


def _figure(value: Any, kunci: str) -> Any:  # noqa: ANN401  # a text or a count
    if isinstance(value, int):
        return Bilangan(value, kunci)
    return Angka(value, kunci) if value else value


def _inside(value: Any, words: Words) -> Any:  # noqa: ANN401
    """The rows in a field; lines of the budget may share their kode."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], BarisAnggaran | BarisAnggaranSemester):
            codes = distinct(line.kode for line in value)
            return tuple(
                _keyed(line, {**words, "nomor": kode})
                for line, kode in zip(value, codes, strict=True)
            )
        return tuple(_inside(part, words) for part in value)
    return _keyed(value, words) if names_of(value) else value


def figures(value: object) -> Iterator[Angka | Bilangan]:
    """Every figure of a report, as often as it stands there."""
    return (part for part in leaves(value) if isinstance(part, Angka | Bilangan))
