"""Every Word template that kinerja is delivered with, by its name, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from template.disposisi import disposisi
from template.pelaksanaan_sop import pelaksanaan_sop
from template.report import annual_report
from template.surat_edaran import surat_edaran
from template.tanda_terima import tanda_terima

FOLDER = Path(__file__).parents[2] / "templates"
DELIVERED: Mapping[str, Callable[[], bytes]] = {
    "disposisi": disposisi,
    "laporan_tahunan": annual_report,
    "pelaksanaan_sop": pelaksanaan_sop,
    "surat_edaran": surat_edaran,
    "tanda_terima": tanda_terima,
}
