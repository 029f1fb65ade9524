"""An office that types its figures into two applications, and what a person types beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from grids import cut, instead, records
from kinerja.entri import Salinan, noted, salinan_of
from kinerja.entri_lembar import sheet_of
from kinerja.grid import Book
from kinerja.master import read_rekap
from kinerja.model_entri import Bentuk, PetaEntri, Sumber
from kinerja.rekap import Rekap
from kinerja.temuan import Temuan
from kinerja.view import view_of
from masters import master_book
from office import REKAP, answer, complete, having, kiriman

KINI = datetime(2020, 4, 6, 14, 5)
LAPKIN, MONEV = "Entri e-Lapkin", "Entri e-Monev"
PETA = """
| aplikasi | layar   | isian    | sumber              | bentuk   |
| e-Lapkin | Capaian | Target   | target periode      | 1234,56  |
| e-Lapkin | Capaian | Nilai    | realisasi periode   | 1234,56  |
| e-Lapkin | Capaian | Kendala  | kendala             | teks     |
| e-Monev  | Kinerja | S.d.     | realisasi kumulatif | 1234.56  |
| e-Monev  | Uang    | Pagu     | pagu                | 1.234,56 |
"""


def peta(text: str = PETA) -> tuple[PetaEntri, ...]:
    """The fields that a table names, in its order."""
    return tuple(
        PetaEntri(
            aplikasi=row["aplikasi"],
            urutan=number,
            layar=row["layar"],
            isian=row["isian"],
            sumber=Sumber(row["sumber"]),
            bentuk=Bentuk(row["bentuk"]),
        )
        for number, row in enumerate(records(text), start=1)
    )


def asking(text: str = PETA, rekap: Rekap = REKAP) -> Rekap:
    """The office with that map, after 66,5 and 3 came back for TW I."""
    one = kiriman(answer("1a", "66.5", kendala="Jarak"), answer("1b", 3))
    numbers = tuple(replace(r, nilai=Decimal(str(r.nilai))) for r in one.realisasi)
    two = kiriman(answer("2c", 5), sha256="b" * 64, subbagian="KUL")
    back = having(replace(one, realisasi=numbers), two, rekap=complete(rekap))
    return replace(back, peta_entri=peta(text), kini=KINI)


ASKING = asking()


def typing(rekap: Rekap, cells: str, sheet: str = LAPKIN) -> Book:
    """The master after a person typed these cells on the sheet of an application."""
    whole = master_book(rekap)
    found = whole.grid(sheet)
    assert found
    return instead(whole, cut(found, cells))


def typed(
    rekap: Rekap, cells: str, sheet: str = LAPKIN, person: str = "Staf"
) -> tuple[Rekap, list[Temuan]]:
    """The Rekap after these cells were typed and any button was pressed, and its Temuan."""
    after, problems = read_rekap(typing(rekap, cells, sheet))
    world = replace(after, kini=rekap.kini, bukti_entri=rekap.bukti_entri)
    return noted(world, person), problems


def line(rekap: Rekap, kunci: str, isian: str, aplikasi: str = "e-Lapkin") -> Salinan:
    """One field of one application."""
    lines = salinan_of(view_of(rekap))[aplikasi]
    return next(s for s in lines if (s.entri.kunci, s.entri.isian) == (kunci, isian))


def cell_at(rekap: Rekap, kunci: str, isian: str, key: str, sheet: str = LAPKIN) -> str:
    """Where a person types of one field: ``G6``."""
    aplikasi = sheet.removeprefix("Entri ")
    lines = salinan_of(view_of(rekap))[aplikasi]
    row = next(
        n
        for n, s in enumerate(lines, start=5)
        if (s.entri.kunci, s.entri.isian) == (kunci, isian)
    )
    keys = [c.key for c in sheet_of(aplikasi).columns]
    return f"{chr(ord('A') + keys.index(key))}{row}"
