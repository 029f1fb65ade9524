"""The formulas of Realisasi, Capaian and Predikat, each with its value so far.

A viewer that does not calculate must still show what is true. Only functions that
Excel, LibreOffice and WPS all have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.adapters.forms.area import Area
from kinerja.capaian import capped, nilai_of, predikat, raw_capaian
from kinerja.isian import Baris
from kinerja.model import Nilai, Pengaturan, Polaritas, Rentang, Skala

DIGITS = 9  # binary noise such as 90.00000000000001 must not lift a Predikat


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and what it gives on the answers known so far."""

    text: str
    value: str | float


def plain_number(value: Decimal) -> str:
    """A number as a formula spells it."""
    return f"{value:f}"


def quoted(text: str) -> str:
    """A text as a formula spells it."""
    return '"' + text.replace('"', '""') + '"'


def known_nilai(baris: Baris) -> Nilai | None:
    """The Nilai that the form is made with."""
    answer = baris.jawaban
    if answer is None or not baris.is_owner:
        return None
    return nilai_of(baris.indikator, answer.nilai, answer.x, answer.y)


def rasio(area: Area, row: int, baris: Baris) -> Formula:
    """Realisasi of a rasio: x/y × 100, empty until both are numbers."""
    x, y = area.cell("x", row), area.cell("y", row)
    value = known_nilai(baris)
    return Formula(
        f'=IF(AND(ISNUMBER({x}),ISNUMBER({y})),IF({y}=0,"",{x}/{y}*100),"")',
        float(value) if isinstance(value, Decimal) else "",
    )


def capaian(area: Area, row: int, baris: Baris, pengaturan: Pengaturan) -> Formula | None:
    """Capaian against the Target of this Periode; None where it can never have one."""
    target, polaritas = baris.target, baris.indikator.polaritas
    if not baris.is_owner or target is None or isinstance(target, str):
        return None
    if target == 0 and polaritas is Polaritas.POSITIF:
        return None
    nilai = area.cell("nilai", row)
    if isinstance(target, Rentang):
        top = _against(nilai, target.atas, polaritas, pengaturan)
        bottom = _against(nilai, target.bawah, polaritas, pengaturan)
        inside = plain_number(_cap(Decimal(100), pengaturan))
        high, low = plain_number(target.atas), plain_number(target.bawah)
        text = f"IF({nilai}>{high},{top},IF({nilai}<{low},{bottom},{inside}))"
    else:
        text = _against(nilai, target, polaritas, pengaturan)
    value = known_capaian(baris, pengaturan)
    return Formula(f'=IF(ISNUMBER({nilai}),{text},"")', "" if value is None else float(value))


def _against(nilai: str, bound: Decimal, polaritas: Polaritas, pengaturan: Pengaturan) -> str:
    """The expression of Capaian against one number, as ``raw_capaian`` counts it."""
    limit = pengaturan.batas_capaian
    cap = "" if limit is None else f"{plain_number(limit)},"
    number = plain_number(bound)
    if bound == 0:
        full = plain_number(_cap(Decimal(100), pengaturan))
        return '""' if polaritas is Polaritas.POSITIF else f"IF({nilai}=0,{full},0)"
    if polaritas is Polaritas.POSITIF:
        return f"MIN({cap}MAX(0,{nilai}/{number}*100))"
    if pengaturan.rumus_negatif == "B":
        return f'IF({nilai}>0,MIN({cap}{number}/{nilai}*100),"")'
    return f"MIN({cap}MAX(0,(2*{number}-{nilai})/{number}*100))"


def _cap(value: Decimal, pengaturan: Pengaturan) -> Decimal:
    limit = pengaturan.batas_capaian
    return value if limit is None else min(value, limit)


def known_capaian(baris: Baris, pengaturan: Pengaturan) -> Decimal | None:
    """The capped Capaian of the answer that the form is made with."""
    raw = raw_capaian(
        baris.target,
        known_nilai(baris),
        baris.indikator.polaritas,
        pengaturan.rumus_negatif,
    )
    return capped(raw, pengaturan)


def predikat_formula(
    area: Area, row: int, skala: Sequence[Skala], value: Decimal | None
) -> Formula:
    """The word of the scale for the Capaian beside it."""
    cell = area.cell("capaian", row)
    text = '""'
    for step in reversed(skala):
        word = quoted(step.predikat)
        if step.batas is None:
            text = word
        else:
            cut = plain_number(step.batas)
            text = f"IF(ROUND({cell},{DIGITS})>{cut},{word},{text})"
    return Formula(f'=IF(ISNUMBER({cell}),{text},"")', predikat(value, skala))
