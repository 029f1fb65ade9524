"""Make an empty master workbook.

    python python/build.py                               the kinerja.xlsm of this project
    python python/build.py --folder DIR [--siklus 4]     an office's own, and its folders

A master that somebody has filled is never overwritten: it is an office's own.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kinerja import periode
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.files import write_atomic
from kinerja.commands.new import NAME, SIKLUS, empty_master, new_office
from kinerja.sheets import master
from kinerja.sheets.table import read_table
from kinerja.temuan import KinerjaError

ROOT = Path(__file__).parents[1]
MAKSUD = "Membuat master yang masih kosong untuk satu kantor dan satu tahun."
FOLDER = "folder tempat master dibuat (bawaan: folder ini)"
BANYAK = "banyaknya periode setahun (bawaan: 4, triwulan)"
SUDAH_ADA = "{path} sudah ada, jadi tidak ditimpa. Pilih folder lain."
SUDAH_DIISI = "{path} sudah diisi, jadi tidak ditimpa. Pindahkan dahulu ke folder lain."
DITULIS = "{path} sudah ditulis dari sumbernya."
SELESAI = "{path} sudah dibuat. Buka di Excel, lalu isi lembar yang tabnya kuning."


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="baru", description=MAKSUD)
    parser.add_argument("--folder", type=Path, default=Path(), metavar="DIR", help=FOLDER)
    parser.add_argument(
        "--siklus", type=int, choices=periode.SIKLUS, default=SIKLUS, help=BANYAK
    )
    options = parser.parse_args()
    is_ours = len(sys.argv) == 1
    try:
        if is_ours:
            return rebuild(ROOT / NAME)
        return build(options.folder, options.siklus)
    except KinerjaError as error:
        print(*(f"{t.message} {t.remedy}" for t in error.temuan), sep="\n")  # noqa: T201
        return 2


def rebuild(path: Path) -> int:
    """Make the project's own master anew, unless somebody works in it."""
    if path.exists():
        FileDesk(path).check_free()
        if is_filled(path):
            print(SUDAH_DIISI.format(path=path))  # noqa: T201
            return 2
    write_atomic(path, empty_master(SIKLUS))
    print(DITULIS.format(path=path))  # noqa: T201
    return 0


def is_filled(path: Path) -> bool:
    """Whether the master has a Subbagian or an Indikator."""
    book = FileDesk(path).read()
    sheets = (master.SUBBAGIAN, master.indikator_sheet(SIKLUS))
    grids = [(book.grid(sheet.name), sheet) for sheet in sheets]
    return any(read_table(grid, sheet)[0].rows for grid, sheet in grids if grid)


def build(folder: Path, siklus: int) -> int:
    """Make the master of an office, unless there is one."""
    path = folder / NAME
    if path.exists():
        print(SUDAH_ADA.format(path=path))  # noqa: T201
        return 2
    new_office(folder, siklus)
    print(SELESAI.format(path=path))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
