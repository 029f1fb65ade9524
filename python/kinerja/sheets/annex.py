"""The first sheet of “Rekap <tahun>.xlsx”, and what its charts are called."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.sheets.table import Column, Shape, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampul:
    """What the annex says of itself above its first table."""

    judul: str  # such as “Rekap Kinerja 2020”
    satker: str = ""
    catatan: str = ""  # where the data comes from; printed loudly


RINGKASAN = Sheet(
    name="Ringkasan",
    title="Rekap kinerja",
    help="Rata-rata capaian indikator tiap sasaran.",
    columns=(
        Column(key="kode", heading="Kode Sasaran", width=14),
        Column(key="sasaran", heading="Sasaran", width=60, shape=Shape.LONG),
        Column(key="capaian", heading="Capaian (%)", width=18, shape=Shape.PERCENT),
        Column(key="dihitung", heading="Indikator Dihitung", width=20),  # “5 dari 5”
        Column(key="predikat", heading="Predikat", width=20),
    ),
)

# A chart stands under the first table for each of these columns, over its Sheet's rows.
GRAFIK_SASARAN = "Capaian per sasaran (%)"
GRAFIK_INDIKATOR = "Capaian per indikator (%)"

JUDUL = "Rekap Kinerja {tahun}"
DIHITUNG = "{dihitung} dari {semua}"
