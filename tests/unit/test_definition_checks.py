"""The checks of what the planner defines: each fires at its cell, and each can be content.

Headings stand in row 4. Subbagian: A Kode, B Nama, C Kepala, D Surel. Sasaran & Indikator:
A and B Sasaran, C Kode, E penanggung jawab, H jenis, J konsolidasi, K bobot, L target, M to P
target of the Periode. Anggaran: A Kode, C Sasaran, D Pagu, E to H Realisasi. Syarat: A
Indikator, B Jenis, C Jumlah, D Periode. Tahun Sebelumnya: A Indikator, B Tahun.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from grids import places
from kinerja.definition_checks import CHECKS
from kinerja.master import read_rekap
from kinerja.model import Anggaran, Location, Riwayat, Syarat
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.table import Sheet
from kinerja.temuan import GALAT, Temuan
from masters import with_cells
from office import REKAP, changed, complete

INDIKATOR = master.indikator_sheet(4)
ANGGARAN = master.anggaran_sheet(4)
LATER = {"I30", "I36", "I37"}  # what the small office lacks: money, heads and addresses


def found(sheet: Sheet, text: str) -> list[tuple[str, str]]:
    """What these cells bring up, beside what the small office lacks anyway."""
    rekap, read = read_rekap(with_cells(sheet, text))
    all_ = [*read, *(t for looks in CHECKS for t in looks(rekap))]
    return [place for place in places(all_) if place[0] not in LATER]


def looked(rekap: Rekap) -> list[tuple[str, str]]:
    return places(t for looks in CHECKS for t in looks(rekap))


def test_a_complete_office_has_no_temuan() -> None:
    assert looked(complete(REKAP)) == []


# ---- targets and their Jenis


@pytest.mark.parametrize(
    ("row", "typed", "code"),
    [
        (5, "delapan puluh", "I24"),  # persen
        (5, "80-90", "I24"),
        (5, "80 orang", "I05"),
        (9, "empat", "I24"),  # rentang
        (9, "6-4", "I24"),
        (9, "5", "I25"),
        (8, "80", "I25"),  # teks
    ],
)
def test_target_of_another_jenis_is_reported(row: int, typed: str, code: str) -> None:
    places_ = found(INDIKATOR, f"|   | L |\n| {row} | '{typed} |")

    assert (code, f"L{row}") in places_


def test_target_may_carry_the_unit_of_its_own_column(table: str) -> None:
    """
    |   | G       | L          |
    | 5 | dokumen | 80 dokumen |
    """
    assert found(INDIKATOR, table) == []


def test_mean_of_the_targets_is_told_where_it_is_another(table: str) -> None:
    """
    |   | J         | M  | N  | O  | P  |
    | 5 | rata-rata | 70 | 75 | 85 | 90 |
    | 6 | rata-rata | 1  | 1  | 1  | 1  |
    """
    assert found(INDIKATOR, table) == [("I26", "L6")]


def test_indikator_without_any_target_of_a_periode_are_told_once(table: str) -> None:
    """
    |   | M | N | O | P |
    | 5 |   |   |   |   |
    | 6 |   |   |   |   |
    """
    rekap, _ = read_rekap(with_cells(INDIKATOR, table))
    (told,) = [t for looks in CHECKS for t in looks(rekap) if t.rule.code == "I27"]

    assert (told.location.cell, dict(told.facts)["daftar"]) == ("M5", "1a, 1b")


# ---- weights


@pytest.mark.parametrize(
    ("bobot", "expected"),
    [
        (("60", "40"), []),
        (("0.6", "0.4"), []),
        (("", ""), []),
        (("60", ""), [("I28", "K6")]),
        (("60", "0"), [("I28", "K6")]),
        (("60", "30"), [("I29", "K5")]),
    ],
)
def test_weights_of_a_sasaran_are_a_whole_or_none(
    bobot: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    one, two = bobot

    assert found(INDIKATOR, f"|   | K |\n| 5 | {one} |\n| 6 | {two} |") == expected


# ---- Sasaran


def test_a_row_may_name_a_sasaran_that_other_rows_measure(table: str) -> None:
    """
    |    | A | B                         | C | D | E | F | G | H | I | J | L | M | N | O | P |
    | 10 | 2 | Lembaga yang akuntabel    |   |   |   |   |   |   |   |   |   |   |   |   |   |
    | 11 | 3 | Sasaran tanpa ukuran      |   |   |   |   |   |   |   |   |   |   |   |   |   |
    | 12 | 4 |                           |   |   |   |   |   |   |   |   |   |   |   |   |   |
    """
    assert found(INDIKATOR, table) == [("I40", "A11"), ("I40", "A12"), ("I41", "B12")]


# ---- anggaran


def test_an_office_without_anggaran_is_told_once() -> None:
    assert looked(replace(complete(REKAP), anggaran=())) == [("I30", "")]


def test_problems_of_anggaran_are_reported_at_their_cells(table: str) -> None:
    """
    |   | A   | B       | C | D    | E   | F   | G   |
    | 5 | A.1 | Tahapan | 1 | 1000 | 600 | 300 | 101 |
    | 6 | a.1 | Tahapan | 1 | 500  |     |     |     |
    | 7 | A.2 | Hukum   | 1 | 0    | 10  |     |     |
    """
    expected = [("I33", "A6"), ("I34", "A7"), ("I31", "D7"), ("I32", "G5")]

    assert sorted(found(ANGGARAN, table)) == sorted(expected)


# ---- Subbagian


def test_who_lacks_a_head_or_an_address_is_named_once(table: str) -> None:
    """
    |   | A   | B      | C    | D              |
    | 5 | TPH | Teknis | Ani  |                |
    | 6 | KUL | Umum   |      |                |
    | 7 | HUM | Humas  | Budi | humas@kpu.test |
    """
    rekap, _ = read_rekap(with_cells(master.SUBBAGIAN, table))
    told = {t.rule.code: t for looks in CHECKS for t in looks(rekap)}

    assert {code: dict(told[code].facts)["daftar"] for code in ("I36", "I37")} == {
        "I36": "KUL",
        "I37": "TPH, KUL",
    }
    assert told["I35"].location.cell == "A7"


@pytest.mark.parametrize(
    ("surel", "is_fine"),
    [
        ("a@kpu.go.id", True),
        ("a@kpu.go.id; b@kpu.go.id", True),
        ("Ani <a@kpu.go.id>", True),
        ("a@kpu", False),
        ("bukan alamat", False),
        ("a@kpu.go.id; b@", False),
    ],
)
def test_what_is_no_address_is_reported(surel: str, *, is_fine: bool) -> None:
    reported = ("I38", "D5") in found(master.SUBBAGIAN, f"|   | D |\n| 5 | {surel} |")

    assert reported is not is_fine


def test_two_subbagian_of_one_name_are_reported_at_the_second(table: str) -> None:
    """
    |   | B                            |
    | 6 | teknis  dan hubungan Masyarakat |
    """
    assert found(master.SUBBAGIAN, table) == [("I39", "B6")]


def test_a_name_where_a_code_is_due_is_answered_with_the_code(table: str) -> None:
    """
    |   | E        | F                              |
    | 5 | Keuangan | Teknis dan Hubungan Masyarakat |
    """
    _, temuan = read_rekap(with_cells(INDIKATOR, table))

    assert [(t.rule.code, dict(t.facts)["usul"]) for t in temuan] == [
        ("I03", " Mungkin maksudnya “KUL”."),
        ("I03", " Mungkin maksudnya “TPH”."),
    ]


# ---- syarat and earlier years


def test_problems_of_syarat_are_reported_at_their_cells(table: str) -> None:
    """
    |    | A  | B            | C   | D     |
    | 10 | 1a | berita Acara | 1   |       |
    | 11 | 1a | Berita acara | 1   | TW IV |
    | 12 | 1b | Foto         | 0   |       |
    | 13 | 1b | Video        | 1.5 |       |
    | 14 | 1b | Suara        | 1   | TW IX |
    """
    expected = [("I06", "D14"), ("I42", "B10"), ("I43", "C12"), ("I43", "C13")]

    assert sorted(found(master.SYARAT, table)) == expected


def test_problems_of_earlier_years_are_reported_at_their_cells(table: str) -> None:
    """
    |   | A  | B    | C  | D  |
    | 5 | 1a | 2019 | 80 | 83 |
    | 6 | 1a | 2019 | 80 | 84 |
    | 7 | 1a | 2020 | 80 | 85 |
    """
    assert found(master.RIWAYAT, table) == [("I44", "B6"), ("I45", "B7")]


def test_a_rekap_that_knows_no_cells_is_looked_at_all_the_same() -> None:
    odd = replace(
        changed(complete(REKAP), "1a", bobot=Decimal(5)),
        syarat=(*REKAP.syarat, Syarat(indikator="1a", jenis="Berita acara")),
        riwayat=(Riwayat(indikator="1a", tahun=2030, target=None, realisasi=None),),
        anggaran=(
            Anggaran(
                kode="A", uraian="", sasaran="1", pagu=Decimal(0), location=Location("x")
            ),
        ),
    )
    temuan: list[Temuan] = [t for looks in CHECKS for t in looks(odd)]

    assert {t.rule.code for t in temuan} == {"I28", "I31", "I34", "I45"}
    assert not any(t.rule.severity is GALAT for t in temuan)
