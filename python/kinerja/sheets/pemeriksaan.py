"""What “Periksa Instalasi” says of things that are right, and “Pasang” of things it did."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kinerja.installation import System


class Baik(StrEnum):
    """One thing that is as it should be: a plain sentence."""

    PYTHON = "Python {versi} cukup baru."
    LINGKUNGAN = "kinerja memakai lingkungan Python-nya sendiri."
    VERSI = "kinerja {versi}, sama dengan yang dipakai tombol."
    VERSI_SENDIRI = "kinerja {versi}."
    PUSTAKA = "Semua {jumlah} pustaka terpasang dengan versi yang diuji."
    FOLDER = "Folder “{folder}” dapat ditulisi."
    FOLDER_LOKAL = "Folder itu ada di komputer ini, bukan di internet atau jaringan."
    LOG = "Catatan kesalahan program disimpan di folder Log."
    RUANG = "Ruang penyimpanan masih {ruang}."
    WORKBOOK = "Workbook “{berkas}” ada di folder itu."
    WORKBOOK_BEBAS = "Workbook itu utuh dan dapat ditulisi."
    RIWAYAT = "Riwayat utuh: {jumlah} tindakan sejak {tanggal}."
    TANDA = "Workbook itu tidak bertanda berasal dari internet."
    TEMPLAT = "Semua templat ada."
    EXCEL = "Excel ada."
    TEPERCAYA = "Excel mempercayai makro di folder itu."
    MEMULAI = "Windows mengizinkan tombol menjalankan kinerja."
    APPLESCRIPT = "Excel boleh menjalankan kinerja."
    WORD = "Word ada."
    LIBREOFFICE = "LibreOffice ada dan siap untuk tombol."

    def of(self, **facts: object) -> str:
        """The sentence with its facts."""
        return self.value.format_map(facts)


class Terpasang(StrEnum):
    """One thing that the installation did, or found done."""

    WORKBOOK = "Workbook “{berkas}” dibuat di “{folder}”, masih kosong."
    WORKBOOK_TETAP = "Workbook “{berkas}” di “{folder}” sudah ada dan tidak diubah."
    TEPERCAYA = "Excel mempercayai makro di folder itu (lokasi tepercaya)."
    TANDA = "Workbook itu tidak bertanda berasal dari internet."
    TAUTAN = "Tautan “{nama}” ada di {tempat}."
    APPLESCRIPT = "Excel boleh menjalankan kinerja (AppleScript)."
    LIBREOFFICE = "LibreOffice siap untuk tombol."

    def of(self, **facts: object) -> str:
        """The sentence with its facts."""
        return self.value.format_map(facts)


class Tautan(StrEnum):
    """Where a link to the workbook stands."""

    DESKTOP = "Desktop"
    MENU_START = "menu Start"
    MENU_APLIKASI = "menu aplikasi"


NAMA = "Kinerja"  # of links, when the name of the folder does not begin with it
KETERANGAN = "Workbook kinerja di folder {folder}"

# How “Pasang” is started: in general, and for one folder.
PASANG: Mapping[System, str] = {
    System.WINDOWS: "klik dua kali mulai.cmd",
    System.MACOS: "ketik python3 mulai.py pasang di Terminal",
    System.LINUX: "ketik python3 mulai.py pasang di terminal",
}
PASANG_FOLDER: Mapping[System, str] = {
    System.WINDOWS: "seret foldernya ke atas mulai.cmd",
    System.MACOS: "ketik python3 mulai.py pasang --folder DIR di Terminal",
    System.LINUX: "ketik python3 mulai.py pasang --folder DIR di terminal",
}
