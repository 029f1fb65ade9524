"""What goes wrong in the sample year, on purpose, and what kinerja must say of it.

Each row is one slip of one Subbagian in its first sending of a Periode. ``first`` are
the codes that stand after that sending, ``later`` those that stand after the
corrections and until the end of the year. Everything else must be clean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One slip; ``berkas`` and ``cell`` are where its Temuan must be."""

    periode: int
    subbagian: str
    what: str
    berkas: str = ""
    cell: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)  # by code, where it is another
    first: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    typed: Mapping[tuple[str, str], object] = field(default_factory=dict)  # Indikator, field
    unlisted: tuple[str, ...] = ()  # data pendukung left out of the form
    absent: tuple[str, ...] = ()  # data pendukung not saved in the folder
    stray: str = ""  # a file saved in the folder and listed nowhere
    renamed: str = ""  # the form comes back under this name
    office: bool = False  # saved by LibreOffice where it is installed
    stale: bool = False  # comes back in revision 1 although there is a revision 2
    foreign: bool = False  # no form at all
    resent: bool = False  # the Subbagian sends a corrected form

    def place(self, code: str) -> str:
        """The cell of a Temuan with this code."""
        return self.cells.get(code, self.cell)


# The Target of a Periode as first handed out; corrected in the master before the forms
# are back, which makes revision 2.
OLD_TARGET = {("1.5", 3): Decimal("0.25")}

PLANTED = (
    Planted(
        periode=1,
        subbagian="KUL",
        what="formulir kembali dengan nama lain",
        berkas="Form KUL (1) rev FINAL.xlsx",
        renamed="Form KUL (1) rev FINAL.xlsx",
    ),
    Planted(
        periode=1,
        subbagian="TEKHUM",
        what="formulir disimpan dengan LibreOffice",
        berkas="Formulir TEKHUM TW I 2020.xlsx",
        office=True,
    ),
    Planted(
        periode=1,
        subbagian="PARMAS-SDM",
        what="realisasi 2.2 kosong, lalu dikirim ulang",
        berkas="Formulir PARMAS-SDM TW I 2020.xlsx",
        cell="J11",
        first=("R09",),
        typed={("2.2", "nilai"): None},
        resent=True,
    ),
    Planted(
        periode=1,
        subbagian="",
        what="berkas yang bukan formulir, lalu dipindahkan",
        berkas="Undangan rapat koordinasi.xlsx",
        first=("F01",),
        foreign=True,
    ),
    Planted(
        periode=2,
        subbagian="KUL",
        what="realisasi 3.1 diketik sebagai teks “83,5”, diterima sebagai angka",
        berkas="Formulir KUL TW II 2020.xlsx",
        cell="J9",
        typed={("3.1", "nilai"): "83,5"},
    ),
    Planted(
        periode=2,
        subbagian="TEKHUM",
        what="realisasi 2.1 berisi kalimat, lalu dikirim ulang",
        berkas="Formulir TEKHUM TW II 2020.xlsx",
        cell="J10",
        first=("R01",),
        typed={("2.1", "nilai"): "aman dan tertib"},
        resent=True,
    ),
    Planted(
        periode=3,
        subbagian="RENDATIN",
        what="formulir revisi 1 kembali padahal sudah ada revisi 2, lalu disusul revisi 2",
        berkas="Formulir RENDATIN TW III 2020.xlsx",
        cells={"F10": "F8"},
        first=("F06", "F10", "B22"),
        stale=True,
        resent=True,
    ),
    Planted(
        periode=3,
        subbagian="TEKHUM",
        what="indikator 2.1 tanpa data pendukung, lalu dilengkapi",
        berkas="Formulir TEKHUM TW III 2020.xlsx",
        cell="J10",
        first=("D01",),
        unlisted=("Laporan situasi TW III.pdf",),
        absent=("Laporan situasi TW III.pdf",),
        resent=True,
    ),
    Planted(
        periode=3,
        subbagian="PARMAS-SDM",
        what="realisasi 2.2 berisi “1.250” yang mendua, lalu dikirim ulang",
        berkas="Formulir PARMAS-SDM TW III 2020.xlsx",
        cell="J11",
        first=("R02",),
        typed={("2.2", "nilai"): "1.250"},
        resent=True,
    ),
    Planted(
        periode=4,
        subbagian="RENDATIN",
        what="realisasi 1.5 diubah dari 0,3 menjadi 0,2 dalam kiriman kedua",
        berkas="Formulir RENDATIN TW IV 2020 (perbaikan).xlsx",
        cell="J8",
        later=("R18",),
        typed={("1.5", "nilai"): Decimal("0.3")},
        resent=True,
    ),
    Planted(
        periode=4,
        subbagian="PARMAS-SDM",
        what="satu dari dua data pendukung 1.2 tidak dicatat",
        berkas="Formulir PARMAS-SDM TW IV 2020.xlsx",
        cell="J8",
        first=("D02",),
        later=("D02",),
        unlisted=("Dokumentasi sosialisasi.jpg",),
        absent=("Dokumentasi sosialisasi.jpg",),
    ),
    Planted(
        periode=4,
        subbagian="TEKHUM",
        what="data pendukung 2.3 dicatat tetapi berkasnya tidak ada",
        berkas="Formulir TEKHUM TW IV 2020.xlsx",
        cell="C11",
        first=("D03",),
        later=("D03",),
        absent=("Salinan putusan TW IV.pdf",),
    ),
    Planted(
        periode=4,
        subbagian="KUL",
        what="satu berkas ada di folder tetapi tidak dicatat",
        berkas="KUL/TW IV/Foto gudang tambahan.jpg",
        first=("D04",),
        later=("D04",),
        stray="Foto gudang tambahan.jpg",
    ),
)


def expected(periode: int, sending: int) -> list[tuple[str, str, str]]:
    """Code, file and cell of every Temuan that must stand after a sending, sorted."""
    found = []
    for planted in PLANTED:
        if (planted.periode, 1) > (periode, sending):
            continue
        is_first = (planted.periode, 1) == (periode, sending)
        for code in planted.first if is_first else planted.later:
            found.append((code, planted.berkas, planted.place(code)))
    return sorted(found)
