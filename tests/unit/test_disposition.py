"""The lembar disposisi: its row in the register, and what is printed of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from kinerja.disposition import lembar_disposisi, registered, title_of, with_lembar
from kinerja.model_sop import Disposisi, LangkahSop, Sifat
from kinerja.registers import disposisi_rows
from kinerja.sheets.laporan import TITIK
from kinerja.sheets.surat import DISPOSISI, DITERUSKAN
from letters import KINI, OFFICE, PENGATURAN, read


def test_the_first_row_has_what_pengaturan_and_the_sop_say() -> None:
    """Four working days: two to fill, one to verify, one for the rest of the SOP."""
    d = registered(OFFICE)

    assert d.asal == "Sekretaris KPU Kabupaten Contoh"
    assert d.perihal == "Pengumpulan Data Kinerja Triwulan I Tahun 2026"
    assert d.lampiran == "Perjanjian Kinerja, Rencana Aksi"
    assert (d.sifat, d.batas) == (Sifat.SEGERA, date(2026, 11, 25))
    assert (d.diterima, d.terusan) == (KINI, {1: KINI})
    assert (d.agenda, d.nomor, d.tanggal) == ("", "", None)


def test_before_the_first_print_what_was_typed_stays_and_blanks_are_filled(table: str) -> None:
    """
    |   | A | B  | F          | G         | I    | L     | M |
    | 5 | 1 | 41 | 2026-11-18 | Kata kami | Biasa | besok |   |
    """
    d = registered(read(DISPOSISI, table))

    assert (d.agenda, d.perihal, d.sifat, d.batas) == ("41", "Kata kami", Sifat.BIASA, "besok")
    assert (d.diterima, d.terusan[1]) == (datetime(2026, 11, 18), KINI)
    assert d.catatan


def test_after_the_first_print_a_blank_stays_blank(table: str) -> None:
    """
    |   | A | G         | R          | S   |
    | 5 | 1 | Kata kami | Surat/a.docx | abc |
    """
    rekap = read(DISPOSISI, table)

    assert registered(rekap) == rekap.disposisi[0]


def test_other_rows_stay_and_the_row_of_the_running_periode_is_replaced() -> None:
    rekap = replace(OFFICE, disposisi=(Disposisi(periode=2), Disposisi(periode=1)))
    new = with_lembar(rekap, replace(registered(rekap), agenda="5"))

    assert sorted((d.periode, d.agenda) for d in new.disposisi) == [(1, "5"), (2, "")]


def test_known_instructions_are_ticked_however_they_are_written(table: str) -> None:
    """
    |   | A | J                  | R            |
    | 5 | 1 | tindaklanjuti.     | Surat/a.docx |
    """
    rekap = read(DISPOSISI, table)
    d = replace(rekap.disposisi[0], instruksi="tindaklanjuti.\nARSIP\n\nHubungi  TPH")
    lembar = lembar_disposisi(rekap, d)

    assert [p.nama for p in lembar.instruksi if p.dipilih] == ["Tindak lanjuti", "Arsip"]
    assert lembar.instruksi_lain == ("Hubungi  TPH",)


def test_a_sifat_that_is_none_stays_as_it_was_typed(table: str) -> None:
    """
    |   | A | I       | R            |
    | 5 | 1 | Penting | Surat/a.docx |
    """
    rekap = read(DISPOSISI, table)
    lembar = lembar_disposisi(rekap, rekap.disposisi[0])

    assert disposisi_rows(rekap)[0][8] == "Penting"
    assert not any(p.dipilih for p in lembar.sifat)


def test_one_sifat_is_ticked() -> None:
    lembar = lembar_disposisi(OFFICE, replace(registered(OFFICE), sifat=Sifat.SANGAT_SEGERA))

    assert [p.dipilih for p in lembar.sifat] == [False, False, True]


def test_the_chain_tells_who_hands_it_to_whom_and_when_it_did(table: str) -> None:
    """
    |   | A | M               | N               | O     | R            |
    | 5 | 1 | '19/11/2026 9.14 | '19/11/2026 9.30 | nanti | Surat/a.docx |
    """
    rekap = read(DISPOSISI, table)
    chain = lembar_disposisi(rekap, rekap.disposisi[0]).terusan

    assert tuple(t.langkah for t in chain) == DITERUSKAN
    assert (chain[0].dari, chain[0].kepada) == ("Sekretaris", "Kasubbag Perencanaan")
    assert (chain[4].dari, chain[4].kepada) == ("Kasubbag Perencanaan", "Staf pengelola data")
    assert [t.saat for t in chain] == [
        "19 Nov 2026, 09.14",
        "19 Nov 2026, 09.30",
        "nanti",
        TITIK,
        TITIK,
    ]


def test_the_office_may_name_who_does_a_step() -> None:
    step = LangkahSop(nomor=1, kegiatan="Memberi perintah", pelaksana="Ketua Tim")
    chain = lembar_disposisi(replace(OFFICE, sop=(step,)), registered(OFFICE)).terusan

    assert (chain[0].dari, chain[0].kegiatan) == ("Ketua Tim", "Memberi perintah")
    assert len(chain) == len(DITERUSKAN)


def test_it_goes_to_the_head_of_the_subbagian_that_manages_the_data() -> None:
    lembar = lembar_disposisi(OFFICE, registered(OFFICE))
    nobody = replace(OFFICE, pengaturan=replace(PENGATURAN, subbagian_perencana=""))

    assert lembar.diteruskan == "Kepala Subbagian Keuangan, Umum, dan Logistik"
    assert lembar.nama_diteruskan == "Nama Dua"
    assert lembar_disposisi(nobody, registered(nobody)).diteruskan == TITIK


def test_its_file_is_named_after_the_periode() -> None:
    assert title_of(OFFICE) == "Lembar Disposisi TW I 2026"
