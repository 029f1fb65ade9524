"""The master as one value: read it all, report everything that is wrong with it."""

from __future__ import annotations

from kinerja.definitions import (
    anggaran_of,
    indikator_of,
    narasi_of,
    pengaturan_of,
    riwayat_of,
    subbagian_of,
    syarat_of,
)
from kinerja.grid import Book
from kinerja.jurnal import jurnal_of
from kinerja.lembar_subbagian import without_sheet
from kinerja.master_reading import MasterReading
from kinerja.rekap import Rekap
from kinerja.rencana import libur_of, rencana_of
from kinerja.sheets.master import REALISASI
from kinerja.state import kiriman_of, terbit_of
from kinerja.temuan import Temuan


def read_rekap(book: Book) -> tuple[Rekap, list[Temuan]]:
    """The Rekap a master holds, and every problem of reading it."""
    pengaturan, problems = pengaturan_of(book)
    reading = MasterReading(book, problems)
    subbagian = subbagian_of(reading)
    sasaran, indikator = indikator_of(reading, subbagian, pengaturan.siklus)
    rekap = Rekap(
        file=book.identitas.berkas,
        pengaturan=pengaturan,
        subbagian=subbagian,
        sasaran=sasaran,
        indikator=indikator,
        rencana_aksi=rencana_of(reading, indikator, subbagian, pengaturan.siklus),
        syarat=syarat_of(reading, indikator, pengaturan.siklus),
        riwayat=riwayat_of(reading, indikator),
        anggaran=anggaran_of(reading, sasaran, pengaturan.siklus),
        hari_libur=libur_of(reading),
        narasi=narasi_of(reading),
        terbit=terbit_of(reading),
        kiriman=kiriman_of(reading, indikator),
        jurnal=jurnal_of(reading),
        judul_realisasi=reading.headings(REALISASI),
        tanpa_lembar=without_sheet(reading, subbagian, pengaturan.siklus),
    )
    return rekap, reading.temuan
