"""What goes into one field: which figure, in which shape, in which form."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from entries import ASKING, asking, line, peta
from kinerja.entri import salinan_of
from kinerja.grid import Cell, Kind
from kinerja.model import Konsolidasi, Realisasi, Rentang, Status
from kinerja.model_entri import Bentuk, Sumber
from kinerja.nilai_entri import number_in, text_in, written
from kinerja.rekap import Rekap
from kinerja.sheets.entri import KeadaanEntri
from kinerja.view import view_of
from office import answer, changed, having, kiriman

SHAPES = """
| aplikasi | layar | isian      | sumber              | bentuk   |
| A        | L     | Periode    | realisasi periode   | 1.234,56 |
| A        | L     | Kumulatif  | realisasi kumulatif | 1.234,56 |
| A        | L     | Tambahan   | pertambahan         | 1.234,56 |
| A        | L     | Titik      | realisasi kumulatif | 1234.56  |
| A        | L     | Koma       | realisasi kumulatif | 1234,56  |
| A        | L     | Bulat      | realisasi kumulatif | 1235     |
| A        | L     | x          | pembilang           | 1234,56  |
"""


def having_value(p: int, nilai: str) -> Realisasi:
    return replace(answer("2c", 0, p), nilai=Decimal(nilai))


def year(konsolidasi: Konsolidasi, *nilai: str, p: int = 0) -> Rekap:
    """Rapat with these answers, one a Periode, and the map above."""
    files = (
        kiriman(having_value(n, v), sha256=str(n) * 64, subbagian="KUL", p=n)
        for n, v in enumerate(nilai, start=1)
    )  # fmt: skip
    rekap = changed(having(*files), "2c", konsolidasi=konsolidasi)
    policy = replace(rekap.pengaturan, periode=p or len(nilai))
    return replace(rekap, pengaturan=policy, peta_entri=peta(SHAPES))


@pytest.mark.parametrize(
    ("konsolidasi", "periode", "kumulatif", "tambahan"),
    [
        (Konsolidasi.JUMLAH, "1.234,5", "2.235", "1.234,5"),
        (Konsolidasi.RERATA, "1.234,5", "1.117,5", "117"),
        (Konsolidasi.TERAKHIR, "1.234,5", "1.234,5", "234"),
        (Konsolidasi.MAKSIMUM, "1.234,5", "1.234,5", "234"),
    ],
)
def test_one_realisasi_has_its_shape_of_the_periode_the_year_and_what_was_added(
    konsolidasi: Konsolidasi, periode: str, kumulatif: str, tambahan: str
) -> None:
    """1.000,5 in TW I, 1.234,5 in TW II."""
    rekap = year(konsolidasi, "1000.5", "1234.5")
    found = [line(rekap, "2c", i, "A").nilai for i in ("Periode", "Kumulatif", "Tambahan")]

    assert found == [periode, kumulatif, tambahan]


def test_one_realisasi_has_the_form_that_each_application_takes() -> None:
    rekap = year(Konsolidasi.JUMLAH, "1000.5", "1234.556")
    forms = ("Kumulatif", "Titik", "Koma", "Bulat")

    assert [line(rekap, "2c", form, "A").nilai for form in forms] == [
        "2.235,06",
        "2235.06",
        "2235,06",
        "2235",
    ]


def test_the_other_shape_stands_beside_it() -> None:
    rekap = year(Konsolidasi.JUMLAH, "1", "2")

    assert line(rekap, "2c", "Periode", "A").lain == "kumulatif 3"
    assert line(rekap, "2c", "Titik", "A").lain == "periode saja 2"


def test_a_missing_periode_leaves_the_cumulative_figure_open() -> None:
    rekap = year(Konsolidasi.JUMLAH, "1", p=2)

    assert line(rekap, "2c", "Kumulatif", "A").keadaan is KeadaanEntri.TANPA_DATA
    assert line(rekap, "2c", "Kumulatif", "A").nilai == ""


def test_only_a_rasio_is_asked_for_its_parts() -> None:
    with pytest.raises(StopIteration):
        line(year(Konsolidasi.JUMLAH, "1"), "2c", "x", "A")

    assert line(year(Konsolidasi.JUMLAH, "1"), "2a", "x", "A").belum


def test_what_is_nihil_is_not_waited_for() -> None:
    nihil = answer("1a", status=Status.NIHIL, alasan="ditunda")
    rekap = having(kiriman(nihil), rekap=ASKING)
    found = line(rekap, "1a", "Nilai")

    assert (found.nilai, found.keadaan) == ("", KeadaanEntri.KOSONG)


def test_a_text_that_nobody_wrote_is_not_waited_for_once_there_is_an_answer() -> None:
    assert line(ASKING, "1b", "Kendala").keadaan is KeadaanEntri.KOSONG
    assert line(ASKING, "2a", "Kendala").keadaan is KeadaanEntri.TANPA_DATA


def test_the_budget_is_asked_line_by_line() -> None:
    found = line(ASKING, "A.1", "Pagu", "e-Monev")

    assert (found.nilai, found.satuan) == ("1.000", "Rp")


@pytest.mark.parametrize("sumber", Sumber)
def test_every_source_gives_something_or_says_why_not(sumber: Sumber) -> None:
    text = (
        f"| aplikasi | layar | isian | sumber | bentuk |\n| A | L | N | {sumber} | 1234,56 |"
    )
    rekap = asking(text)

    assert all(s.nilai or s.keadaan for s in salinan_of(view_of(rekap))["A"])


# ---- the form


@pytest.mark.parametrize(
    ("fact", "bentuk", "said"),
    [
        ("1234567.5", Bentuk.KOMA, "1.234.567,5"),
        ("1234567.5", Bentuk.KOMA_POLOS, "1234567,5"),
        ("1234567.5", Bentuk.TITIK, "1234567.5"),
        ("1234567.5", Bentuk.BULAT, "1234568"),
        ("0.005", Bentuk.TITIK, "0.01"),
        ("-0.001", Bentuk.TITIK, "0"),
        ("-1234.5", Bentuk.KOMA, "-1.234,5"),
        ("100", Bentuk.KOMA, "100"),
        ("1E+3", Bentuk.KOMA, "1.000"),
    ],
)
def test_a_number_is_written_in_the_form_of_the_application(
    fact: str, bentuk: Bentuk, said: str
) -> None:
    assert written(Decimal(fact), bentuk, 2) == said


def test_a_rentang_has_both_bounds_in_that_form() -> None:
    assert written(Rentang(Decimal("7.5"), Decimal(8)), Bentuk.TITIK, 2) == "7.5-8"


@pytest.mark.parametrize("text", ["=1+2", "+62 812", "-", "@kpu", "'kutip", '"kutip"'])
def test_a_text_stays_as_it_is_whatever_it_begins_with(text: str) -> None:
    assert written(text, Bentuk.TEKS, 2) == text


def test_a_text_of_several_lines_is_copied_as_one() -> None:
    assert written("satu\r\n\r\ndua\ttiga", Bentuk.TEKS, 2) == "satu dua tiga"


@pytest.mark.parametrize(
    ("text", "bentuk", "number"),
    [
        ("1.234", Bentuk.KOMA, "1234"),
        ("1.234", Bentuk.TITIK, "1.234"),
        ("1,234", Bentuk.TITIK, "1234"),
        ("1.234,50", Bentuk.KOMA_POLOS, "1234.5"),
        ("83.5 %", Bentuk.TITIK, "83.5"),
        ("Rp 1.000", Bentuk.BULAT, "1000"),
        ("1,000", Bentuk.BULAT, "1000"),
        ("5 rapat", Bentuk.KOMA, "5"),
        ("83.5", Bentuk.KOMA, "83.5"),
        ("lima", Bentuk.KOMA, None),
        ("1/2", Bentuk.KOMA, None),
    ],
)
def test_the_form_says_what_a_point_means(
    text: str, bentuk: Bentuk, number: str | None
) -> None:
    found = number_in(text, bentuk, "rapat")

    assert found == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("cell", "bentuk", "text"),
    [
        (Cell(Kind.NUMBER, Decimal("1234.567")), Bentuk.TITIK, "1234.567"),
        (Cell(Kind.NUMBER, Decimal("1234.567")), Bentuk.KOMA, "1.234,567"),
        (Cell(Kind.NUMBER, Decimal("0.835"), percent=True), Bentuk.KOMA, "83,5"),
        (Cell(Kind.TEXT, " 83.50 "), Bentuk.KOMA, "83.50"),
        (Cell(Kind.UNCALCULATED, None, formula="=A1"), Bentuk.KOMA, "=A1"),
        (Cell(Kind.ERROR, "#REF!"), Bentuk.KOMA, "#REF!"),
        (None, Bentuk.KOMA, ""),
    ],
)
def test_a_cell_says_what_a_person_sees_in_it(
    cell: Cell | None, bentuk: Bentuk, text: str
) -> None:
    assert text_in(cell, bentuk) == text
