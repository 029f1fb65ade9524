"""Every Word template that kinerja is delivered with, by its name, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from template.disposisi import disposisi
from template.halaman_lke import halaman_lke
from template.pelaksanaan_sop import pelaksanaan_sop
from template.report import annual_report
from template.semester import semester_report
from template.surat_edaran import surat_edaran
from template.tanda_terima import tanda_terima

FOLDER = Path(__file__).parents[2] / "templates"
DELIVERED: Mapping[str, Callable[[], bytes]] = {
    "disposisi": disposisi,
    "laporan_semester": semester_report,
    "halaman_lke": halaman_lke,
    "laporan_tahunan": annual_report,
    "pelaksanaan_sop": pelaksanaan_sop,
    "surat_edaran": surat_edaran,
    "tanda_terima": tanda_terima,
}
