"""The surat edaran: its row in the register, and what is printed of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from kinerja.circular import naskah_edaran, registered, title_of, with_edaran
from kinerja.model_sop import HariLibur, Paraf, SuratEdaran, Tahap
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TITIK
from kinerja.sheets.surat import SURAT_EDARAN
from letters import KINI, OFFICE, PENGATURAN, read
from office import BARE, with_forms


def test_the_first_row_has_what_is_known_and_no_number() -> None:
    """From Thursday 19 November two working days lead to Monday."""
    s = registered(OFFICE)

    assert s == SuratEdaran(
        periode=1,
        tentang="Pengumpulan Data Kinerja Triwulan I Tahun 2026",
        batas=date(2026, 11, 23),
        konsep=KINI,
    )


def test_the_batas_counts_from_the_day_of_the_letter_where_it_is_typed(table: str) -> None:
    """
    |   | A | E          |
    | 5 | 1 | 2026-12-23 |
    """
    christmas = read(SURAT_EDARAN, table)

    assert registered(christmas).batas == date(2026, 12, 29)  # 24 is a cuti bersama, 25 free


def test_what_was_typed_stays(table: str) -> None:
    """
    |   | A | B   | D           | E     | F          | H               | I          | J |
    | 5 | 1 | 007 | Judul kami  | besok | 2026-11-30 | '18/11/2026 8.00 | 2026-11-18 | x |
    """
    rekap = read(SURAT_EDARAN, table)
    (typed,) = rekap.surat_edaran

    assert registered(rekap) == replace(typed, nomor="7 Tahun 2026")


def test_a_number_follows_what_is_typed_and_goes_with_it() -> None:
    numbered = with_edaran(OFFICE, replace(registered(OFFICE), no="12"))
    cleared = with_edaran(OFFICE, replace(registered(numbered), no=""))

    assert registered(numbered).nomor == "12 Tahun 2026"
    assert registered(cleared).nomor == ""


def test_blanks_of_a_signed_letter_stay_blank_but_its_number_is_made(table: str) -> None:
    """
    |   | A | B  | M          | N |
    | 5 | 1 | 12 | 2026-11-19 | x |
    """
    rekap = read(SURAT_EDARAN, table)
    (signed,) = rekap.surat_edaran

    assert registered(rekap) == replace(signed, nomor="12 Tahun 2026")


def test_rows_of_other_periode_stay() -> None:
    others = (SuratEdaran(periode=2, no="3"), SuratEdaran(periode=0, no="9"))
    rekap = replace(OFFICE, surat_edaran=others)

    assert with_edaran(rekap, registered(rekap)).surat_edaran[1:] == others


@pytest.mark.parametrize(
    ("siklus", "p", "tentang", "satuan", "title"),
    [
        (2, 2, "Semester II Tahun 2026", "semester", "Surat Edaran Semester II 2026"),
        (4, 3, "Triwulan III Tahun 2026", "triwulan", "Surat Edaran TW III 2026"),
        (12, 9, "Bulan September Tahun 2026", "bulan", "Surat Edaran September 2026"),
    ],
)
def test_the_periode_is_said_as_the_siklus_has_it(
    siklus: int, p: int, tentang: str, satuan: str, title: str
) -> None:
    office = replace(OFFICE, pengaturan=replace(PENGATURAN, siklus=siklus, periode=p))
    naskah = naskah_edaran(office, registered(office))

    assert naskah.tentang == f"Pengumpulan Data Kinerja {tentang}"
    assert f"{naskah.periode} Tahun 2026" == tentang
    assert (naskah.satuan_periode, title_of(office)) == (satuan, title)


def test_skipped_days_are_counted_and_told_with_why(table: str) -> None:
    """
    |   | A | E          | F          |
    | 5 | 1 | 2026-11-20 | 2026-11-25 |
    """
    free = HariLibur(tanggal=date(2026, 11, 23), keterangan="Hari jadi")
    rekap = read(SURAT_EDARAN, table, replace(OFFICE, hari_libur=(free,)))
    naskah = naskah_edaran(rekap, registered(rekap))

    assert naskah.hari_kerja == 2
    assert naskah.dilewati == "Sabtu 21 Nov, Minggu 22 Nov, Senin 23 Nov (Hari jadi)"
    assert naskah.batas == "Rabu, 25 November 2026"


def test_the_annex_has_the_newest_form_of_everybody_who_is_asked() -> None:
    """TPH answers for 1a and 1b; KUL for 2a to 2c and adds to 1a."""
    later = replace(OFFICE.terbit[0], sidik="changed")
    twice = with_forms(replace(OFFICE, terbit=(later, *OFFICE.terbit[1:])))
    naskah = naskah_edaran(twice, registered(twice))
    rows = [(b.nama, b.revisi, b.indikator, b.formulir) for b in naskah.baris]

    assert [(name[:9], r, n) for name, r, n, _ in rows] == [
        ("Teknis da", 1, 2),
        ("Keuangan,", 2, 4),
    ]
    assert rows[1][3].startswith("K2026-KUL-P1-R2-")


def test_before_any_form_is_made_the_annex_says_so() -> None:
    naskah = naskah_edaran(replace(OFFICE, terbit=()), registered(OFFICE))

    assert [(b.ada, b.formulir, b.berkas) for b in naskah.baris] == [(False, "", "")] * 2


def test_only_those_who_are_asked_are_addressed() -> None:
    nobody_else = replace(OFFICE, indikator=OFFICE.indikator[1:2])
    without = replace(OFFICE, indikator=())

    assert naskah_edaran(nobody_else, registered(OFFICE)).kepada == (
        "Kepala Subbagian Teknis dan Hubungan Masyarakat",
    )
    assert len(naskah_edaran(without, registered(OFFICE)).kepada) == 2


def test_paraf_and_signature_change_nothing_in_the_letter() -> None:
    """So that a letter can be compared with the one that was signed."""
    s = registered(OFFICE)
    done = {tahap: Paraf(saat=datetime(2026, 11, 19, 10), oleh="siapa") for tahap in Tahap}

    assert naskah_edaran(OFFICE, replace(s, paraf=done)) == naskah_edaran(OFFICE, s)


def test_the_letter_of_another_day_is_the_same_as_long_as_its_row_is() -> None:
    s = registered(OFFICE)
    tomorrow = with_edaran(replace(OFFICE, kini=datetime(2026, 11, 20, 8)), s)

    assert registered(tomorrow) == s
    assert naskah_edaran(tomorrow, s) == naskah_edaran(OFFICE, s)


def test_what_nobody_said_is_dots() -> None:
    empty: Rekap = replace(BARE, kini=KINI)
    naskah = naskah_edaran(empty, registered(empty))

    assert {naskah.kota, naskah.tanggal, naskah.perencana, naskah.pejabat.nama} == {TITIK}
    assert naskah.nomor == f"{TITIK} Tahun 2026"
    assert {p.nama for p in naskah.paraf} == {TITIK}


def test_a_day_that_is_none_is_printed_as_it_was_typed(table: str) -> None:
    """
    |   | A | E     | F          |
    | 5 | 1 | besok | minggu ini |
    """
    rekap = read(SURAT_EDARAN, table)
    naskah = naskah_edaran(rekap, registered(rekap))

    assert (naskah.tanggal, naskah.batas, naskah.hari_kerja) == ("besok", "minggu ini", 0)
