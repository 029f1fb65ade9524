"""Calendars of tests: an office, the official days of some years, and a sheet over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from grids import records
from kinerja.adapters import kalender
from kinerja.model_sop import Hari, HariLibur
from kinerja.rekap import Rekap
from office import REKAP


def office_in(year: int, typed: str = "") -> Rekap:
    """The small office in that year; ``typed`` is its sheet “Hari Libur” as a table."""
    return replace(
        REKAP,
        pengaturan=replace(REKAP.pengaturan, tahun=year),
        kalender=kalender.of(year),
        hari_libur=tuple(_day(row) for row in records(typed)) if typed.strip() else (),
    )


def _day(row: dict[str, str]) -> HariLibur:
    return HariLibur(
        tanggal=date.fromisoformat(row["tanggal"]),
        keterangan=row.get("keterangan", ""),
        hari=Hari(row["hari"]) if row.get("hari") else Hari.LIBUR,
    )
