"""The checks of the register “Distribusi”: what people typed beside what kinerja wrote.

A day or time that cannot be read is told when the register is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from kinerja.model_sop import Saat, Tanggal
from kinerja.printing import saat
from kinerja.registers import distribusi_cells
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View

WITH_REASON = ("batas_khusus", "kembali_nyata")
AFTER = ("batas_khusus", "diterima", "kembali_nyata")  # nothing of it comes before


def alasan_is_given(v: View) -> Iterator[Temuan]:
    """What differs from the rule for all others has a reason that can be read later."""
    for d, cells in distribusi_cells(v.rekap):
        for key in WITH_REASON:
            if getattr(d, key) is not None and not d.alasan:
                yield Rule.ALASAN_BATAS_KOSONG.at(
                    cells["alasan"],
                    judul=DISTRIBUSI.column(key).heading,
                    subbagian=d.subbagian,
                    periode=v.periode_name(d.periode),
                )


def nothing_precedes_dibagikan(v: View) -> Iterator[Temuan]:
    """A form cannot be received, or be back, before it was handed out."""
    for d, cells in distribusi_cells(v.rekap):
        for key in AFTER:
            typed = _end(getattr(d, key))
            if typed and d.dibagikan and typed < d.dibagikan:
                yield Rule.MENDAHULUI_DIBAGIKAN.at(
                    cells[key],
                    judul=DISTRIBUSI.column(key).heading,
                    subbagian=d.subbagian,
                    periode=v.periode_name(d.periode),
                    saat=saat(d.dibagikan),
                )


def _end(typed: Saat | Tanggal) -> datetime | None:
    """The last moment that was meant: a bare day lasts until midnight."""
    if isinstance(typed, datetime):
        return datetime.combine(typed, time.max) if typed.time() == time.min else typed
    return datetime.combine(typed, time.max) if isinstance(typed, date) else None


CHECKS: tuple[Check, ...] = (alasan_is_given, nothing_precedes_dibagikan)
