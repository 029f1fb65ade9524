"""The sheet “Beranda”: where the year stands, as a few small tables on one worksheet."""

from __future__ import annotations

from kinerja import periode
from kinerja.sheets.table import Column, Shape, Sheet

NAMA = "Beranda"
TERBANYAK = 20  # Subbagian that fit; the others are in the sheet Kelengkapan
TINDAKAN = 3  # actions that are shown

TERAKHIR = Sheet(
    name=NAMA,
    optional=True,
    capacity=TINDAKAN,
    columns=(
        Column(key="nama", heading="Tindakan Terakhir", width=24),
        Column(key="waktu", heading="Waktu", width=18),
        Column(key="hasil", heading="Hasil", width=40),
    ),
)


def matriks(siklus: int) -> Sheet:
    """One row for each Subbagian: how complete each Periode is."""
    return Sheet(
        name=NAMA,
        optional=True,
        capacity=TERBANYAK,
        columns=(
            Column(key="subbagian", heading="Subbagian", width=18),
            *(
                Column(key=f"periode_{p}", heading=periode.name(siklus, p), width=14)
                for p in periode.of_year(siklus)
            ),
            Column(key="isian", heading="Isian (%)", width=10, shape=Shape.PERCENT),
            Column(key="bukti", heading="Bukti (%)", width=10, shape=Shape.PERCENT),
        ),
    )
