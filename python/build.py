"""Make an empty master workbook, and the folders around it, for one office and one year.

    python python/build.py [--folder DIR] [--siklus 4]

A master that is already there is never overwritten: it may be an office's own.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from kinerja import periode, settings
from kinerja.adapters.building import master_bytes
from kinerja.adapters.files import make_folder, write_atomic
from kinerja.definitions import narasi_rows
from kinerja.model import Pengaturan, Sasaran
from kinerja.sheets import master
from kinerja.sheets.folders import DATA_PENDUKUNG, FORMULIR, LAPORAN, MASUK
from kinerja.sheets.table import Rows
from kinerja.temuan import KinerjaError

NAME = "kinerja.xlsx"
FOLDERS = (FORMULIR, MASUK, DATA_PENDUKUNG, LAPORAN)
MAKSUD = "Membuat master yang masih kosong untuk satu kantor dan satu tahun."
FOLDER = "folder tempat master dibuat (bawaan: folder ini)"
SIKLUS = "banyaknya periode setahun (bawaan: 4, triwulan)"
SUDAH_ADA = "{path} sudah ada, jadi tidak ditimpa. Pilih folder lain."
SELESAI = "{path} sudah dibuat. Buka di Excel, lalu isi lembar yang tabnya kuning."
USUAL = tuple(Sasaran(kode=kode, uraian="") for kode in ("1", "2", "3"))


def empty_master(siklus: int) -> bytes:
    """The master of an office that has filled nothing yet."""
    return master_bytes(master.sheets_of(siklus), prefilled(Pengaturan(siklus=siklus)))


def prefilled(pengaturan: Pengaturan) -> Mapping[str, Rows]:
    """The rows that a new master has: what can be set, and what can be written."""
    return {
        master.PENGATURAN.name: settings.rows(pengaturan),
        master.SKALA.name: settings.skala_rows(pengaturan),
        master.NARASI.name: narasi_rows(USUAL, ()),
    }


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="baru", description=MAKSUD)
    parser.add_argument("--folder", type=Path, default=Path(), metavar="DIR", help=FOLDER)
    parser.add_argument("--siklus", type=int, choices=periode.SIKLUS, default=4, help=SIKLUS)
    options = parser.parse_args()
    path = options.folder / NAME
    if path.exists():
        print(SUDAH_ADA.format(path=path))  # noqa: T201
        return 2
    try:
        for name in FOLDERS:
            make_folder(options.folder / name)
        write_atomic(path, empty_master(options.siklus))
    except KinerjaError as error:
        print(*(f"{t.message} {t.remedy}" for t in error.temuan), sep="\n")  # noqa: T201
        return 2
    print(SELESAI.format(path=path))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
