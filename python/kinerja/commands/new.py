"""The master of an office that has filled nothing yet, and the folders around it.

``python/build.py`` and the installation both make an office's folder with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kinerja import settings
from kinerja.adapters.building import master_bytes
from kinerja.adapters.files import make_folder, write_atomic
from kinerja.beranda import opening_pages
from kinerja.definitions import narasi_rows
from kinerja.jam_sop import sop_rows
from kinerja.kalimat import kalimat_rows
from kinerja.model import Pengaturan, Sasaran
from kinerja.peta_entri import peta_rows
from kinerja.sheets import master
from kinerja.sheets.entri import FOLDER_ENTRI, PETA_ENTRI
from kinerja.sheets.folders import DATA_PENDUKUNG, FORMULIR, LAPORAN, MASUK, PERJANJIAN
from kinerja.sheets.kalimat import KALIMAT
from kinerja.sheets.sop import SOP
from kinerja.sheets.table import Page, Rows

NAME = "kinerja.xlsm"
SIKLUS = 4  # triwulan, as most offices report
FOLDERS = (PERJANJIAN, FORMULIR, MASUK, DATA_PENDUKUNG, LAPORAN, FOLDER_ENTRI)
USUAL = tuple(Sasaran(kode=kode, uraian="") for kode in ("1", "2", "3"))


def new_office(folder: Path, siklus: int = SIKLUS) -> Path:
    """Make the folder of an office for one year, with a master that is still empty.

    Only for a folder without a master: one that is there may be an office's own.

    Raises:
        KinerjaError: if something cannot be written.
    """
    for name in FOLDERS:
        make_folder(folder / name)
    write_atomic(folder / NAME, empty_master(siklus))
    return folder / NAME


def empty_master(siklus: int) -> bytes:
    """The master of an office that has filled nothing yet."""
    rows = prefilled(Pengaturan(siklus=siklus))
    return master_bytes(master.sheets_of(siklus), rows, first_beranda(siklus))


def first_beranda(siklus: int) -> Sequence[Page]:
    """“Beranda” before anything is filled: it says what to fill first."""
    return opening_pages(siklus)


def prefilled(pengaturan: Pengaturan) -> Mapping[str, Rows]:
    """The rows that a new master has: what can be set, and what can be written."""
    return {
        master.PENGATURAN.name: settings.rows(pengaturan),
        master.SKALA.name: settings.skala_rows(pengaturan),
        SOP.name: sop_rows(),
        PETA_ENTRI.name: peta_rows(),
        master.NARASI.name: narasi_rows(USUAL, ()),
        KALIMAT.name: kalimat_rows(),
    }
