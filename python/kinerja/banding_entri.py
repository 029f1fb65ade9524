"""What an application shows beside what was to be typed into it: every difference.

A number is compared as a number, in the form of the application; a text as it reads, the
spaces between its words aside.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.model_entri import Bentuk
from kinerja.nilai_entri import exactly, number_in
from kinerja.sheets.entri import BERBEDA
from kinerja.values import tidy


@dataclass(frozen=True, slots=True)
class Selisih:
    """A difference: what it amounts to, or that the texts are not the same."""

    jumlah: str


def selisih_of(tampil: str, nilai: str, bentuk: Bentuk, satuan: str = "") -> Selisih | None:
    """How what is shown differs from what is due; None if it is the same."""
    if tidy(tampil) == tidy(nilai):
        return None
    if bentuk is not Bentuk.TEKS:
        shown, due = number_in(tampil, bentuk, satuan), number_in(nilai, bentuk, satuan)
        if shown is not None and due is not None:
            return _between(exactly(shown - due, bentuk)) if shown != due else None
    return Selisih(BERBEDA)


def _between(jumlah: str) -> Selisih:
    return Selisih(jumlah if jumlah.startswith("-") else f"+{jumlah}")


def is_same(tampil: str, lain: str, bentuk: Bentuk, satuan: str = "") -> bool:
    """Whether what is shown is another shape of the figure, as “kumulatif 45,5” says it."""
    figure = lain.rsplit(" ", 1)[-1]
    return bool(figure) and selisih_of(tampil, figure, bentuk, satuan) is None
