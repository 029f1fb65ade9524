"""The number of a letter in the pattern of the office. The number itself is never given out.

KPU offices number letters as ``123/PR.03.1-SD/3673/2026``, some with a Roman month or a
sub-bagian; a regulating letter is ``NOMOR 12 TAHUN 2026``. So the pattern is a setting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kinerja.naskah import perencana
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TITIK
from kinerja.sheets.surat import JENIS_EDARAN

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
DIKENAL = ("no", "kode", "jenis", "wilayah", "subbag", "bulan_romawi", "tahun")
_PART = re.compile(r"\{([^{}]*)\}")


def strange_parts(pattern: str) -> tuple[str, ...]:
    """What a pattern holds that is no part of a number; a brace without its fellow too."""
    unknown = [part for part in _PART.findall(pattern) if part not in DIKENAL]
    return (*unknown, *re.findall(r"[{}]", _PART.sub("", pattern)))


def parts_of(pattern: str) -> tuple[str, ...]:
    """The parts of a pattern that a number can have, each once."""
    return tuple(dict.fromkeys(p for p in _PART.findall(pattern) if p in DIKENAL))


def values_of(rekap: Rekap, no: str, day: date | None) -> Mapping[str, str]:
    """What each part of a number is for a letter of that day; "" where it is not known."""
    p, planner = rekap.pengaturan, perencana(rekap)
    return {
        "no": no,
        "kode": p.kode_klasifikasi,
        "jenis": JENIS_EDARAN,
        "wilayah": p.kode_wilayah,
        "subbag": p.subbagian_perencana or (planner.kode if planner else ""),
        "bulan_romawi": ROMAN[day.month - 1] if day else "",
        "tahun": str(day.year if day else p.tahun),
    }


def nomor(rekap: Rekap, no: str, day: date | None) -> str:
    """The whole number, with dots for what is not known.

    Only for a pattern without strange parts.
    """
    values = values_of(rekap, no, day)
    return _PART.sub(lambda found: values[found[1]] or TITIK, rekap.pengaturan.format_nomor)
