"""An office with a figure of every kind, whose master can be changed cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from grids import cell_of, instead, page, records
from kinerja import periode
from kinerja.annual import report
from kinerja.asal_laporan import figures
from kinerja.grid import Book, Value, column_number
from kinerja.laporan import Laporan
from kinerja.master import read_rekap
from kinerja.model import DataPendukung, Location, Realisasi, Status
from kinerja.rekap import Kiriman, Rekap
from kinerja.semester import report as semester_report
from kinerja.sheets import master
from kinerja.sheets.table import Sheet
from masters import FILE, master_book
from office import BARE, berkas, kiriman

INDIKATOR = """
| kode_sasaran | sasaran    | kode | penanggung_jawab | satuan | jenis   | polaritas | konsolidasi    | bobot | target | target_1 | target_2 | target_3 | target_4 | target_renstra | standar_nasional |
| 1            | Demokratis | 1a   | TPH              | %      | persen  | positif   | nilai terakhir | 2     | 80     | 70       | 75       | 78       | 80       | 90             | 75               |
| 1            |            | 1b   | TPH              | %      | persen  | negatif   | nilai terakhir | 1     | 2      | 2        | 2        | 2        | 2        | 1              |                  |
| 1            |            | 1c   | TPH              | kali   | angka   | positif   | jumlah         | 3     | 40     | 10       | 10       | 10       | 10       | 60             | 30               |
| 1            |            | 1d   | TPH              | %      | persen  | positif   | jumlah         | 1     | 90     |          |          |          | 90       |                |                  |
| 2            | Akuntabel  | 2a   | KUL              | %      | rasio   | positif   | jumlah         |       | 90     | 90       | 90       | 90       | 90       | 95             | 90               |
| 2            |            | 2b   | KUL              | %      | rasio   | positif   | nilai terakhir |       | 85     | 85       | 85       | 85       | 85       |                |                  |
| 2            |            | 2c   | KUL              | orang  | angka   | positif   | rata-rata      |       | 60     | 60       | 60       | 60       | 60       | 70             |                  |
| 2            |            | 2d   | KUL              | orang  | angka   | positif   | maksimum       |       | 50     | 50       | 50       | 50       | 50       |                | 45               |
| 2            |            | 2e   | KUL              | rapat  | rentang | positif   | nilai terakhir |       | 4-6    | 4-6      | 4-6      | 4-6      | 4-6      |                |                  |
| 3            | Tertib     | 3a   | KUL              |        | teks    | positif   | nilai terakhir |       | WTP    |          |          |          | WTP      |                |                  |
| 3            |            | 3b   | KUL              | %      | persen  | positif   | rata-rata      |       | 95     | 95       | 95       | 95       | 95       | 99             |                  |
"""  # noqa: E501  # as wide as the sheet
# Of TW I to IV; of a rasio x and y. A dash is Nihil, nothing is no answer yet.
JAWABAN = """
| kode | TW I   | TW II   | TW III  | TW IV   |
| 1a   | 60     | 62,5    | 71      | 66      |
| 1b   | 1      | 2       | 3       | 2,5     |
| 1c   | 9      | 12      | -       | 14      |
| 1d   | 80     | 85      | 88      | 91      |
| 2a   | 8/10   | 9/10    | 17/20   | 30/33   |
| 2b   | 70/100 | 60/90   | 1/3     | 50/60   |
| 2c   | 55     | 61      | 58      | 59,4    |
| 2d   | 31     | 44      | 40      | 42      |
| 2e   | 4      | 5       | 7       | 3       |
| 3a   |        |         |         | WDP     |
| 3b   | 90     |         | 92      | 93      |
"""
RIWAYAT = """
| indikator | tahun | target | realisasi |
| 1a        | 2019  | 75     | 64        |
| 1a        | 2018  | 70     | 69        |
| 1b        | 2019  | 3      | 2         |
| 1c        | 2019  | 36     | 38        |
| 2c        | 2019  | 50     |           |
"""
ANGGARAN = """
| kode | uraian       | sasaran | pagu   | realisasi_1 | realisasi_2 | realisasi_3 | realisasi_4 |
| A.1  | Sosialisasi  | 1       | 900000 | 100000      | 150000      | 200000      | 250000      |
| A.2  | Administrasi | 2       | 500000 | 90000       | 110000      | 120000      | 130000      |
| A.2  | Logistik     | 2       | 400000 | 40000       | 110000      | 90000       | 95000       |
"""  # noqa: E501  # as wide as the sheet
RENCANA = """
| indikator | uraian   | penanggung_jawab | satuan | target_1 | target_2 | target_3 | target_4 | anggaran |
| 1a        | Simulasi | TPH              | kali   | 1        | 2        |          | 3        | 90000    |
| 1a        | Iklan    | TPH              |        |          | naskah   | tayang   |          |          |
| 2c        | Rapat    | KUL              | rapat  | 3        | 3        | 3        | 3        | 45000    |
"""  # noqa: E501  # as wide as the sheet
NAMES = {"uraian": "Uraian"}  # of every row that has none
SHA = "{owner}{p}".format  # a stand-in for the digest of the file of one Periode


def typed(text: str) -> Mapping[str, object]:
    """The fields of an answer in one cell of ``JAWABAN``."""
    if text == "-":
        return {"status": Status.NIHIL, "alasan": "tidak ada"}
    if not text:
        return {}
    if "/" in text:
        x, y = map(Decimal, text.split("/"))
        return {"status": Status.TERISI, "x": x, "y": y, "nilai": x / y * 100}
    number = text.replace(",", ".")
    is_text = not number.replace(".", "").isdigit()
    return {"status": Status.TERISI, "nilai": text if is_text else Decimal(number)}


def sent(owner: str, p: int) -> Kiriman:
    """The file of one Subbagian and Periode; it lists one data pendukung."""
    sha = SHA(owner=owner, p=p) * 12
    answers = tuple(_answer(owner, p, row) for row in _owned(owner))
    pieces = (
        DataPendukung(
            indikator=answers[0].indikator,
            subbagian=owner,
            periode=p,
            berkas=f"bukti {p}.pdf",
            location=Location(f"{owner} {p}.xlsx", "Data Pendukung", 8, "C"),
        ),
    )
    made = kiriman(
        *answers,
        sha256=sha,
        subbagian=owner,
        p=p,
        listed=pieces,
        disimpan=datetime(2020, 3 * p, 28, 9, 30),
    )
    return replace(made, identitas=replace(made.identitas, berkas=f"{owner} {p}.xlsx"))


def _owned(owner: str) -> Iterator[Mapping[str, str]]:
    owners = {row["kode"]: row["penanggung_jawab"] for row in records(INDIKATOR)}
    return (row for row in records(JAWABAN) if owners[row["kode"]] == owner)


def _answer(owner: str, p: int, row: Mapping[str, str]) -> Realisasi:
    number = [r["kode"] for r in _owned(owner)].index(row["kode"]) + 7
    at = {
        key: Location(f"{owner} {p}.xlsx", "Isian", number, column)
        for key, column in (("status", "G"), ("x", "H"), ("y", "I"), ("nilai", "J"))
    }
    return Realisasi(
        indikator=row["kode"],
        subbagian=owner,
        periode=p,
        letak=at,
        **typed(row[periode.name(4, p)]),  # type: ignore[arg-type]
    )


KIRIMAN = tuple(sent(owner, p) for p in periode.of_year(4) for owner in ("TPH", "KUL"))
BERKAS = tuple(
    berkas(
        f"bukti {p}.pdf",
        folder=f"{owner}/{periode.name(4, p)}",
        subbagian=owner,
        periode=p,
        halaman=2,
    )
    for p in periode.of_year(4)
    for owner in ("TPH", "KUL")
)


def rows(sheet: Sheet, table: str) -> list[list[Value]]:
    """The rows of a sheet that a table shows; each has an Uraian."""
    return [
        [_value(row.get(column.key, NAMES.get(column.key, ""))) for column in sheet.columns]
        for row in records(table)
    ]


def _value(text: str) -> Value:
    return Decimal(text) if text.replace(".", "").isdigit() else text or None


def whole_book() -> Book:
    """The master of that office."""
    bare = replace(BARE, indikator=(), sasaran=(), syarat=(), kiriman=KIRIMAN, berkas=BERKAS)
    shown = (
        (master.indikator_sheet(4), INDIKATOR),
        (master.RIWAYAT, RIWAYAT),
        (master.anggaran_sheet(4), ANGGARAN),
        (master.rencana_sheet(4), RENCANA),
    )
    pages = (page(sheet, rows(sheet, table), FILE) for sheet, table in shown)
    return instead(master_book(bare), *pages)


def with_cell(whole: Book, at: Location, value: Value) -> Book:
    """The master with another value in one cell."""
    grid = whole.grid(at.sheet)
    assert grid
    place = (at.row, column_number(at.column))
    cells = {k: c for k, c in grid.cells.items() if k != place}
    found = cell_of(value)
    return instead(whole, replace(grid, cells=cells | ({place: found} if found else {})))


def rekap_of(whole: Book) -> Rekap:
    """What the master says, with the files that are on disk."""
    return replace(read_rekap(whole)[0], berkas=BERKAS)


def printed_figures(laporan: object) -> Mapping[str, frozenset[str]]:
    """Every text that each figure of a report has, by its kunci."""
    found: dict[str, set[str]] = {}
    for figure in figures(laporan):
        found.setdefault(figure.kunci, set()).add(str(figure))
    return {kunci: frozenset(texts) for kunci, texts in found.items()}


def reports_of(whole: Book) -> tuple[object, ...]:
    """Every report of that master: of the year, and of both Semester."""
    rekap = rekap_of(whole)
    return report(rekap, ()), *(semester_report(rekap, (), n) for n in (1, 2))


def laporan_of(whole: Book) -> Laporan:
    """The report of that master."""
    return report(rekap_of(whole), ())
