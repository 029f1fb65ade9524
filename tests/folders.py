"""An office's folder on disk: a master of a few rows, written as tables, and its forms.

The first line of a table names the columns by key; every further line is a row.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from grids import records
from kinerja import settings
from kinerja.adapters.building import master_bytes
from kinerja.grid import Value
from kinerja.model import Pengaturan
from kinerja.sheets import master as sheets
from kinerja.sheets.formulir import DATA_PENDUKUNG, DATA_START, ISIAN
from kinerja.sheets.table import Rows, Sheet

PENGATURAN = Pengaturan(satker="KPU Kabupaten Contoh", tahun=2020)
SUBBAGIAN = """
| kode | nama                           | kepala      | surel              |
| TPH  | Teknis dan Hubungan Masyarakat | Kepala TPH  | tph@kantor.example |
| KUL  | Keuangan, Umum, dan Logistik   | Kepala KUL  | kul@kantor.example |
"""
INDIKATOR = """
| kode_sasaran | sasaran    | kode | uraian      | penanggung_jawab | jenis  |target|target_4|
| 1            | Demokratis | 1a   | Partisipasi | TPH              | persen | 80     | 80 |
| 1            |            | 1b   | Sosialisasi | TPH              | angka  | 12     | 12 |
| 2            | Akuntabel  | 2a   | Rapat       | KUL              | angka  | 4      | 4  |
"""
ANGGARAN = """
| kode | uraian       | sasaran | pagu |
| A.1  | Sosialisasi  | 1       | 1000 |
| A.2  | Administrasi | 2       | 1000 |
"""
SYARAT = """
| indikator | jenis        | jumlah |
| 1a        | Berita acara | 1      |
| 1b        | Notula       | 1      |
| 2a        | Notula       | 1      |
"""
NILAI, BERKAS = "J", "C"  # columns of the form
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def rows(sheet: Sheet, table: str) -> Rows:
    """The rows of a sheet that a table shows; columns it does not name are blank."""
    return [
        [_value(row.get(column.key, "")) for column in sheet.columns] for row in records(table)
    ]


def _value(text: str) -> Value:
    return Decimal(text) if _NUMBER.fullmatch(text) else text or None


def master(
    subbagian: str = SUBBAGIAN,
    indikator: str = INDIKATOR,
    syarat: str = SYARAT,
    pengaturan: Pengaturan = PENGATURAN,
    anggaran: str = ANGGARAN,
) -> bytes:
    """A master with these rows, as ``python/build.py`` makes it."""
    tables = {
        sheets.SUBBAGIAN: subbagian,
        sheets.indikator_sheet(pengaturan.siklus): indikator,
        sheets.SYARAT: syarat,
        sheets.anggaran_sheet(pengaturan.siklus): anggaran,
    }
    pages = {sheet.name: rows(sheet, table) for sheet, table in tables.items()}
    pages[sheets.PENGATURAN.name] = settings.rows(pengaturan)
    pages[sheets.SKALA.name] = settings.skala_rows(pengaturan)
    return master_bytes(sheets.sheets_of(pengaturan.siklus), pages)


def filled(form: bytes, nilai: Mapping[str, object], berkas: str = "") -> bytes:
    """The form with some Realisasi typed, and one file listed; saved by openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(form))
    isian = book[ISIAN]
    for row in range(DATA_START, isian.max_row + 1):
        if (kode := isian[f"A{row}"].value) in nilai:
            isian[f"{NILAI}{row}"] = nilai[kode]
    if berkas:
        book[DATA_PENDUKUNG][f"{BERKAS}{DATA_START}"] = berkas
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def saved_on(moment: datetime, data: bytes) -> bytes:
    """The workbook as if it was last saved then; openpyxl always says now."""
    target = BytesIO()
    said = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(?<=W3CDTF\">)[^<]+(?=</dcterms:modified)", said, part)
            new.writestr(name, part)
    return target.getvalue()


def rename(path: Path, sheet: str, new: str) -> None:
    """Rename a sheet of a workbook, as a person does."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    book = parts["xl/workbook.xml"].decode()
    parts["xl/workbook.xml"] = book.replace(f'name="{sheet}"', f'name="{new}"').encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def tree(folder: Path) -> Sequence[tuple[str, str]]:
    """Every name below a folder, with the digest of its content."""
    return [
        (path.relative_to(folder).as_posix(), _digest(path))
        for path in sorted(folder.rglob("*"))
    ]


def _digest(path: Path) -> str:
    return "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
