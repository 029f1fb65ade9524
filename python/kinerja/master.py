"""The master as one value: read it all, report everything that is wrong with it."""

from __future__ import annotations

from kinerja.berkas_lalu import berkas_lalu_of
from kinerja.definitions import (
    anggaran_of,
    narasi_of,
    pengaturan_of,
    riwayat_of,
    subbagian_of,
    syarat_of,
)
from kinerja.entri_lembar import entri_headings, entri_of, strange_sheets
from kinerja.grid import Book
from kinerja.indikator import indikator_of
from kinerja.inventaris import inventaris_of
from kinerja.jam_sop import cap_of, sop_of
from kinerja.jurnal import jurnal_of
from kinerja.kalimat import kalimat_of
from kinerja.lembar_subbagian import without_sheet
from kinerja.master_reading import MasterReading
from kinerja.pengecualian import pengecualian_of
from kinerja.perbaikan import perbaikan_of
from kinerja.peta_entri import peta_of
from kinerja.registers import disposisi_of, distribusi_of, surat_edaran_of
from kinerja.rekap import Rekap
from kinerja.rencana import libur_of, rencana_of
from kinerja.settings import cells_of
from kinerja.sheets.dari_mana import DARI_MANA
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.master import DATA_PENDUKUNG, REALISASI
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.state import kiriman_of, terbit_of
from kinerja.temuan import Temuan
from kinerja.terbitan import laporan_of
from kinerja.verifikasi import permintaan_of, verifikasi_of

# A row for each figure of a report: by far the largest sheet, and nothing follows from it.
NOT_READ = frozenset({DARI_MANA.name})
REGISTERS = (DISPOSISI, SURAT_EDARAN, DISTRIBUSI)


def read_rekap(book: Book) -> tuple[Rekap, list[Temuan]]:
    """The Rekap a master holds, and every problem of reading it."""
    pengaturan, problems = pengaturan_of(book)
    reading = MasterReading(book, problems, pengaturan.siklus)
    subbagian = subbagian_of(reading)
    sasaran, indikator = indikator_of(reading, subbagian, pengaturan.siklus)
    terbit, peta = terbit_of(reading), peta_of(reading)
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
        sop=sop_of(reading),
        cap=cap_of(reading),
        disposisi=disposisi_of(reading),
        surat_edaran=surat_edaran_of(reading),
        distribusi=distribusi_of(reading, terbit),
        terbit=terbit,
        kiriman=kiriman_of(reading, indikator),
        jurnal=jurnal_of(reading),
        verifikasi=verifikasi_of(reading),
        permintaan=permintaan_of(reading),
        perbaikan=perbaikan_of(reading),
        pengecualian=pengecualian_of(reading),
        inventaris=inventaris_of(reading),
        laporan=laporan_of(reading),
        berkas_lalu=berkas_lalu_of(reading),
        kalimat=kalimat_of(reading),
        peta_entri=peta,
        entri=entri_of(reading, peta, pengaturan.siklus),
        tanpa_entri=strange_sheets(reading, peta),
        judul_realisasi=reading.headings(REALISASI),
        judul_register={
            **{s.name: reading.headings(s) for s in (*REGISTERS, DATA_PENDUKUNG)},
            **entri_headings(reading, peta),
        },
        letak_pengaturan=cells_of(book),
        tanpa_lembar=without_sheet(reading, subbagian, pengaturan.siklus),
    )
    return rekap, reading.temuan
