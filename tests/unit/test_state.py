"""What kinerja keeps in the master goes out as rows and comes back equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from grids import page, places
from kinerja.jawaban import letak_text, realisasi_rows
from kinerja.master import NOT_READ, read_rekap
from kinerja.model import Hitungan, Keputusan, Location, Realisasi, Status
from kinerja.rekap import Kiriman, Penerimaan
from kinerja.sheets import master
from kinerja.state import catatan_rows
from kinerja.temuan import Rule
from masters import master_book, with_cells
from office import REKAP, answer, having, kiriman, letak, listed

FULL = answer(
    "2a",
    Decimal("66.6666666666667"),
    x=Decimal(2),
    y=Decimal(3),
    penyebab="Baris satu\nbaris dua",
    kendala="a; b=Isian!J8; c",
    solusi="=cmd|' /C calc'!A0",
    tindak_lanjut="{{ 7*7 }}",
    pic="Kasubbag",
    batas_waktu=date(2020, 6, 30),
    kegiatan="<w:p>",
    efisiensi="A & B",
    keputusan=Keputusan.PAKAI,
)
PLACE = Location("aaaa.xlsx", "Isian", 8, "J")
TEMUAN = Rule.BUKAN_ANGKA.at(
    PLACE, judul="Realisasi TW I", indikator="1a", isi="“belum” {ada}"
)
WHOLE = replace(
    kiriman(
        FULL,
        answer("2b", "WTP"),
        answer("2c", status=Status.NIHIL, alasan="ditunda"),
        sha256="a" * 64,
        subbagian="KUL",
        disimpan=datetime(2020, 4, 6, 9, 30, 1),
        listed=(listed("putusan.pdf", "2a", tanggal=date(2020, 3, 1), keterangan="hlm 2"),),
    ),
    hitungan=Hitungan(ditemukan=90, diambil=80, dicatat=7, di_luar=3),
    temuan=(
        TEMUAN,
        Rule.FORMULIR_KOSONG.at(Location("x.xlsx"), subbagian="A", periode="TW I"),
    ),
)


def back(*files: Kiriman) -> tuple[Kiriman, ...]:
    rekap, temuan = read_rekap(master_book(having(*files)))

    assert temuan == []
    return rekap.kiriman


def test_forms_made_come_back_equal() -> None:
    assert read_rekap(master_book())[0].terbit == REKAP.terbit


def test_nothing_follows_from_a_sheet_that_is_not_read() -> None:
    book = master_book(having(WHOLE))
    sheets = [s for s in master.sheets_of(4) if s.name in NOT_READ]
    grids = (
        page(s, [[f"isi {c.key}" for c in s.columns]], book.grids[0].file) for s in sheets
    )
    whole = replace(book, grids=(*book.grids, *grids))

    assert (
        {s.name for s in sheets} == NOT_READ == {g.sheet for g in whole.grids[-len(sheets) :]}
    )
    assert read_rekap(whole) == read_rekap(book)


def test_returned_file_comes_back_equal() -> None:
    (k,) = back(WHOLE)

    assert replace(k, temuan=()) == replace(WHOLE, temuan=())
    assert set(k.temuan) == set(WHOLE.temuan)


def test_cell_of_every_field_comes_back() -> None:
    (k,) = back(WHOLE)
    expected = {key: replace(at, file="aaaa.xlsx") for key, at in letak(1, 9).items()}

    assert k.realisasi[0].letak == expected
    assert k.data_pendukung[0].location == replace(
        WHOLE.data_pendukung[0].location, file="aaaa.xlsx"
    )


def test_refused_file_comes_back_without_a_form() -> None:
    refused = replace(
        WHOLE, formulir=None, penerimaan=Penerimaan.DITOLAK, realisasi=(), data_pendukung=()
    )

    assert back(refused)[0].penerimaan is Penerimaan.DITOLAK
    assert back(refused)[0].formulir is None


def test_zero_comes_back_as_zero_and_blank_as_blank() -> None:
    (k,) = back(kiriman(answer("1a", 0), answer("1b")))

    assert [r.nilai for r in k.realisasi] == [0, None]
    assert [r.status for r in k.realisasi] == [Status.TERISI, Status.BELUM]


def test_blank_answer_of_a_pendukung_comes_back_as_one() -> None:
    supporting = answer("1a", subbagian="KUL", penyebab="pandemi")
    (k,) = back(kiriman(supporting, subbagian="KUL"))

    assert k.realisasi[0] == replace(supporting, sha256="a" * 64)


def test_only_who_owes_a_number_is_shown_as_late_with_it() -> None:
    both = having(kiriman(answer("1a"), answer("1a", subbagian="KUL")))

    assert [row[3] for row in realisasi_rows(both)] == ["Belum", ""]


def test_replaced_list_of_data_pendukung_is_kept_too() -> None:
    old = kiriman(sha256="1" * 64, disimpan=datetime(2020, 4, 1), listed=(listed("a.pdf"),))
    new = kiriman(sha256="2" * 64, disimpan=datetime(2020, 4, 9), listed=(listed("b.pdf"),))

    assert [d.berkas for k in back(old, new) for d in k.data_pendukung] == ["a.pdf", "b.pdf"]


def test_decision_of_the_planner_is_read_from_its_cell(table: str) -> None:
    """
    |   | H       |
    | 5 | Abaikan |
    """
    rekap, _ = read_rekap(with_cells(master.REALISASI, table, having(WHOLE)))

    assert rekap.kiriman[0].realisasi[0].keputusan is Keputusan.ABAIKAN


def test_decision_that_is_no_choice_is_reported(table: str) -> None:
    """
    |   | H     |
    | 5 | pakei |
    """
    rekap = having(WHOLE)
    found, temuan = read_rekap(with_cells(master.REALISASI, table, rekap))

    assert places(temuan) == [("I06", "H5")]
    assert found.kiriman[0].realisasi[0].keputusan is Keputusan.OTOMATIS


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        (master.FORMULIR, "|   | A |\n| 5 | K2020-TPH-P1-R1-00 |"),
        (master.FORMULIR, "|   | C |\n| 5 | satu |"),
        (master.KIRIMAN, "|   | B |\n| 5 | Hilang |"),
        (master.KIRIMAN, "|   | C |\n| 5 | K2020-KUL-P2-R1-00 |"),
        (master.KIRIMAN, "|   | C |\n| 5 |  |"),
        (master.KIRIMAN, "|   | E |\n| 5 | 2 |"),
        (master.KIRIMAN, f"|   | E |\n| 5 | {'9' * 400} |"),
        (master.KIRIMAN, "|   | I |\n| 5 | banyak |"),
        (master.KIRIMAN, "|   | G |\n| 5 | kemarin |"),
        (master.REALISASI, "|   | C |\n| 5 | TW I |"),
        (master.REALISASI, "|   | C |\n| 5 | 5 |"),
        (master.REALISASI, "|   | C |\n| 5 | -1 |"),
        (master.CATATAN, "|   | B |\n| 5 | Z99 |"),
        (master.CATATAN, "|   | L |\n| 5 | {} |"),
        (master.CATATAN, "|   | L |\n| 5 | {rusak |"),
        (master.CATATAN, "|   | L |\n| 5 | [] |"),
        (master.CATATAN, "|   | E |\n| 5 | 8J |"),
    ],
)
def test_row_that_somebody_spoilt_is_reported_and_left_out(sheet: object, text: str) -> None:
    assert isinstance(sheet, type(master.FORMULIR))
    rekap, temuan = read_rekap(with_cells(sheet, text, having(WHOLE)))

    assert places(temuan) == [("I14", "5")]
    assert rekap.indikator == REKAP.indikator


def test_worst_temuan_come_first_with_symbol_and_word() -> None:
    mild = Rule.SAMA_PERSIS.at(Location("a.xlsx"), berkas="a", lain="b")
    rows = catatan_rows([(mild, ""), (TEMUAN, "f" * 64)])

    assert [row[0] for row in rows] == ["✖ Galat", "– Catatan"]
    assert rows[0][4] == "J8"
    assert rows[0][10] == "f" * 64


@pytest.mark.parametrize(
    ("at", "place"),
    [
        (
            Location("kinerja.xlsx", "Sasaran & Indikator", 12, "F"),
            "'Sasaran & Indikator'!F12",
        ),
        (Location("kinerja.xlsx", "Anggaran", 7), "'Anggaran'!A7"),
        (Location("kinerja.xlsx", "Hari Libur"), "'Hari Libur'!A1"),
        (Location("kinerja.xlsx", "Jum'at", 3, "B"), "'Jum''at'!B3"),
        (Location("kinerja.xlsx"), ""),
        (Location("Formulir.xlsx", "Isian", 8, "J"), ""),
    ],
)
def test_what_is_wrong_in_the_master_leads_to_its_cell(at: Location, place: str) -> None:
    (row,) = catatan_rows([(Rule.MASTER_TANPA_ISI.at(at, lembar="x"), "")], "kinerja.xlsx")

    assert row[5] == place


def test_place_of_an_answer_is_one_readable_line() -> None:
    r = Realisasi(indikator="1a", subbagian="TPH", periode=1, letak={"nilai": PLACE})

    assert letak_text(r.letak) == "nilai=Isian!J8"
