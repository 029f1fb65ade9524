"""The folders around the master, by the names that people see."""

from __future__ import annotations

from kinerja import periode

FORMULIR = "Formulir"  # the forms to hand out
MASUK = "Masuk"  # what came back
DATA_PENDUKUNG = "Data Pendukung"
LAPORAN = "Laporan"
ARSIP = "Arsip"  # every original, by its sha256
CADANGAN = "Cadangan"  # the master from before each action
DIURUNGKAN = "Diurungkan"  # below Cadangan: what an undo took away
TEMPLAT = "Templat"  # an office's own Word templates, if it has some
LOG = "Log"


def data_pendukung_folder(siklus: int, subbagian: str, p: int) -> str:
    """Where a Subbagian saves its data pendukung of one Periode."""
    return f"{DATA_PENDUKUNG}/{subbagian}/{periode.name(siklus, p)}"
