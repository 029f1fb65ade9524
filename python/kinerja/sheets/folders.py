"""The folders around the master, by the names that people see."""

from __future__ import annotations

import re
import unicodedata

from kinerja import periode

FORMULIR = "Formulir"  # the forms to hand out
MASUK = "Masuk"  # what came back
DATA_PENDUKUNG = "Data Pendukung"
SURAT = "Surat"  # disposisi, surat edaran, tanda terima
BAGIKAN = "Bagikan"  # a folder and a ZIP for every Subbagian
PENGINGAT = "Pengingat"  # below the Periode in Bagikan
KEMBALIKAN = "Kembalikan"  # forms that are given back to be mended
PERJANJIAN = "Perjanjian Kinerja"  # a PK to bring in
LAPORAN = "Laporan"
ARSIP = "Arsip"  # every original, by its sha256
ARSIP_LAPORAN = "Arsip/Laporan"  # every report as it was compiled, by its sha256
ARSIP_PERIODE = "Arsip Periode"  # one sealed package for every Periode
CADANGAN = "Cadangan"  # the master from before each action
DIURUNGKAN = "Diurungkan"  # below Cadangan: what an undo took away
TEMPLAT = "Templat"  # an office's own Word templates, if it has some
LOG = "Log"
RIWAYAT = "Riwayat"  # the journal: every action, never changed


def data_pendukung_folder(siklus: int, subbagian: str, p: int) -> str:
    """Where a Subbagian saves its data pendukung of one Periode."""
    return f"{DATA_PENDUKUNG}/{subbagian}/{periode.name(siklus, p)}"


def bagikan_folder(siklus: int, p: int) -> str:
    """What is handed out for one Periode."""
    return f"{BAGIKAN}/{periode.name(siklus, p)}"


def kembalikan_folder(siklus: int, p: int) -> str:
    """What is given back to be mended in one Periode."""
    return f"{KEMBALIKAN}/{periode.name(siklus, p)}"


def pengingat_folder(siklus: int, p: int) -> str:
    """Where the drafts of reminders for one Periode are."""
    return f"{bagikan_folder(siklus, p)}/{PENGINGAT}"


def indikator_folder(kode: str) -> str:
    """Where the data pendukung of one Indikator goes, below the folder of the Periode."""
    return safe_name(kode)


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³])(?=\.|$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """The name as every system can keep it: Windows forbids signs, ends and whole names."""
    text = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name)).strip().strip(". ")
    return f"_{text}" if _RESERVED.match(text) or not text else text
