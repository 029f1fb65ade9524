"""The sheet into which a Perjanjian Kinerja is pasted, and the words its tables use."""

from __future__ import annotations

from kinerja.sheets.table import Column, Shape, Sheet

TEMPEL_PK = Sheet(
    name="Tempel PK",
    title="Tempel Perjanjian Kinerja",
    help="Salin tabel dari Word atau Excel beserta baris judulnya, tempel di mana saja di lembar "
    "ini, lalu tekan Ambil PK. Tabel program dan anggaran boleh ditempel di bawahnya.",
    optional=True,
    columns=(
        Column(key="no", heading="No", width=6, hint="Nomor seperti di dokumennya."),
        Column(
            key="sasaran",
            heading="Sasaran Strategis",
            width=46,
            shape=Shape.LONG,
            hint="Cukup sekali untuk beberapa indikator; yang kosong ikut yang di atasnya.",
        ),
        Column(
            key="indikator",
            heading="Indikator Kinerja",
            width=60,
            shape=Shape.LONG,
            hint="Bunyi indikator seperti di Perjanjian Kinerja.",
        ),
        Column(
            key="target",
            heading="Target",
            width=16,
            hint="Contoh: 80%, 2 dokumen, WTP, 80-90.",
        ),
        Column(key="satuan", heading="Satuan", width=14, hint="Bila kolomnya ada."),
    ),
)

ASAL_LEMBAR = "lembar “{lembar}”"
ASAL_BERKAS = "berkas “{berkas}”"
TABEL = "Tabel {n}"  # of a document, as the sheets of a workbook
ASAL = "Perjanjian Kinerja{tahun}, {asal}"
TANPA_TARGET = "kosong"
DIABAIKAN = " Yang tidak dibaca: {daftar}."
