"""The small office in 2026 with everybody named, and what the checks say of its registers.

The headings of a register stand in row 4. Surat Edaran: A Periode, B No, C nomor, D tentang,
E tanggal, F batas, G keadaan, H konsep, then I to N when and by whom paraf pengelola, paraf
kasubbag and signature, O the signed file, P file, Q sha256. Disposisi: A Periode, B agenda, C
asal, D nomor, E tanggal, F diterima, G perihal, H lampiran, I sifat, J instruksi, K isi, L
batas, M to Q steps 1, 2, 3, 8, 9, R file, S sha256.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from calendars import office_in
from grids import cut, instead, places
from kinerja import naskah_checks
from kinerja.master import read_rekap
from kinerja.model import Subbagian
from kinerja.rekap import Rekap
from kinerja.sheets.table import Sheet
from kinerja.view import view_of
from masters import master_book
from office import BARE, with_forms

KINI = datetime(2026, 11, 19, 9, 14)  # a Thursday
WORLD = office_in(2026)
PENGATURAN = replace(
    WORLD.pengaturan,
    kop="KOMISI PEMILIHAN UMUM\nKABUPATEN CONTOH",
    alamat="Jalan Contoh 1",
    kontak="Telepon (0254) 1",
    kota="Contoh",
    nama_pejabat="Nama Sekretaris",
    nip_pejabat="19700101 199001 1 001",
    pengelola="Nama Pengelola",
    subbagian_perencana="KUL",
    tembusan="Ketua KPU Kabupaten Contoh\nArsip",
)
SUBBAGIAN = (
    Subbagian(kode="TPH", nama="Teknis dan Hubungan Masyarakat", kepala="Nama Satu"),
    Subbagian(
        kode="KUL",
        nama="Keuangan, Umum, dan Logistik",
        kepala="Nama Dua",
        surel="kul@kpu.contoh.id",
    ),
)
OFFICE = replace(
    with_forms(replace(BARE, pengaturan=PENGATURAN, subbagian=SUBBAGIAN)),
    kalender=WORLD.kalender,
    kini=KINI,
)


def read(sheet: Sheet, text: str, office: Rekap = OFFICE) -> Rekap:
    """The office with these cells in one of its registers, read at its time of the day.

    A blank line begins another table of cells of the same sheet.
    """
    book = master_book(office)
    for table in re.split(r"\n\s*\n", text.strip()):
        grid = book.grid(sheet.name)
        assert grid
        book = instead(book, cut(grid, table))
    rekap, _ = read_rekap(book)
    return replace(rekap, kalender=office.kalender, kini=office.kini)


def said(rekap: Rekap) -> list[tuple[str, str]]:
    """What the checks of letters say, by code and cell."""
    view = view_of(rekap)
    return places(t for looks in naskah_checks.CHECKS for t in looks(view))
