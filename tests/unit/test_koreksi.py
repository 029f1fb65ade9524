"""What the planner typed over an answer stands, and is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from grids import cut, instead, places
from kinerja.answers import current, held_back
from kinerja.grid import Kind
from kinerja.jawaban import realisasi_rows
from kinerja.koreksi import BEGINNING, readable, said, sidik_of, sidik_text, with_koreksi
from kinerja.master import read_rekap
from kinerja.merge import merge
from kinerja.model import Keputusan, Realisasi, Status
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets.master import REALISASI
from kinerja.temuan import Temuan
from kinerja.verify import verify
from masters import master_book, with_cells
from office import REKAP, answer, having, kiriman

EARLY, LATE = datetime(2020, 4, 1), datetime(2020, 4, 9)
KEY = ("1a", "TPH", 1)
ONE = kiriman(answer("1a", 66, kendala="jarak"), sha256="1" * 64, disimpan=EARLY)
TWO = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=LATE)
BLANK = kiriman(answer("1a"), sha256="1" * 64, disimpan=EARLY)
RASIO = kiriman(
    answer("2a", 90, x=Decimal(9), y=Decimal(10)), sha256="1" * 64, subbagian="KUL"
)


def typed_over(text: str, *files: Kiriman) -> tuple[Rekap, list[Temuan]]:
    """What is read after the planner typed these cells into the sheet."""
    return read_rekap(with_cells(REALISASI, text, having(*files)))


def one(rekap: Rekap) -> Realisasi:
    return rekap.kiriman[0].realisasi[0]


# ---- what is noticed


def test_what_nobody_typed_over_is_no_correction() -> None:
    rekap, temuan = read_rekap(master_book(having(ONE)))

    assert temuan == []
    assert one(rekap).koreksi == {}


def test_a_number_typed_over_is_a_correction_and_the_original_is_known(table: str) -> None:
    """
    |   | G  |
    | 5 | 67 |
    """
    rekap, temuan = typed_over(table, ONE)

    assert temuan == []
    assert one(rekap).nilai == 67
    assert one(rekap).koreksi == {"nilai": "66"}


@pytest.mark.parametrize(
    ("text", "field", "value", "original"),
    [
        ("|   | K |\n| 5 | banjir |", "kendala", "banjir", "jarak"),
        ("|   | K |\n| 5 |  |", "kendala", "", "jarak"),
        ("|   | J |\n| 5 | hujan |", "penyebab", "hujan", ""),
        ("|   | O |\n| 5 | 2020-06-30 |", "batas_waktu", date(2020, 6, 30), ""),
        ("|   | D |\n| 5 | Nihil |", "status", Status.NIHIL, "Terisi"),
        ("|   | G |\n| 5 | '66,5 |", "nilai", Decimal("66.5"), "66"),
        ("|   | G |\n| 5 | 67% |", "nilai", Decimal(67), "66"),
    ],
)
def test_any_cell_of_an_answer_may_be_typed_over(
    text: str, field: str, value: object, original: str
) -> None:
    rekap, temuan = typed_over(text, ONE)

    assert temuan == []
    assert getattr(one(rekap), field) == value
    assert one(rekap).koreksi == {field: original}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("|   | G |\n| 5 | kira-kira 60 |", ("I05", "G5")),
        ("|   | E |\n| 5 | dua |", ("I05", "E5")),
        ("|   | D |\n| 5 | Sudah |", ("I06", "D5")),
        ("|   | O |\n| 5 | besok |", ("R21", "O5")),
    ],
)
def test_what_cannot_be_read_is_told_and_what_the_file_said_stands(
    text: str, found: tuple[str, str]
) -> None:
    before = kiriman(answer("1a", 66, batas_waktu=date(2020, 6, 30)))
    rekap, temuan = typed_over(text, before)

    assert places(temuan) == [found]
    assert rekap.kiriman == (before,)


def test_a_number_in_a_row_that_was_blank_makes_it_answered(table: str) -> None:
    """
    |   | G  |
    | 5 | 67 |
    """
    rekap, _ = typed_over(table, BLANK)

    assert (one(rekap).status, one(rekap).nilai) == (Status.TERISI, 67)
    assert one(rekap).koreksi == {"nilai": "", "status": ""}


def test_a_number_that_is_taken_away_leaves_the_row_unanswered(table: str) -> None:
    """
    |   | G |
    | 5 |   |
    """
    rekap, _ = typed_over(table, ONE)

    assert (one(rekap).status, one(rekap).nilai) == (Status.BELUM, None)


def test_a_rasio_follows_its_parts_each_time_they_are_corrected(table: str) -> None:
    """
    |   | E |
    | 5 | 8 |
    """
    once, _ = typed_over(table, RASIO)
    whole = master_book(once)
    sheet = whole.grid(REALISASI.name)
    assert sheet
    twice, _ = read_rekap(instead(whole, cut(sheet, "|   | E |\n| 5 | 7 |")))

    assert (one(once).nilai, one(once).koreksi) == (80, {"x": "9", "nilai": "90"})
    assert (one(twice).nilai, one(twice).koreksi) == (70, {"x": "9", "nilai": "90"})


def test_a_rasio_typed_against_its_parts_is_told(table: str) -> None:
    """
    |   | G  |
    | 5 | 91 |
    """
    rekap, _ = typed_over(table, RASIO)
    found = places(verify(rekap))

    assert ("R34", "G5") in found
    assert ("R33", "G5") in found


def test_typing_back_what_the_file_said_ends_the_correction(table: str) -> None:
    """
    |   | G  |
    | 5 | 66 |
    """
    corrected = replace(ONE.realisasi[0], nilai=Decimal(67), koreksi={"nilai": "66"})
    rekap, _ = typed_over(table, replace(ONE, realisasi=(corrected,)))

    assert one(rekap).koreksi == {}


def test_a_master_without_the_column_is_read_as_it_always_was() -> None:
    whole = master_book(having(ONE))
    sheet = whole.grid(REALISASI.name)
    assert sheet
    last = len(REALISASI.columns)
    bare = {place: cell for place, cell in sheet.cells.items() if place[1] != last}
    number = replace(bare[5, 7], value=Decimal(67))
    old = instead(whole, replace(sheet, cells=bare | {(5, 7): number}))
    rekap, temuan = read_rekap(old)

    assert temuan == []
    assert number.kind is Kind.NUMBER
    assert (one(rekap).nilai, one(rekap).koreksi) == (67, {})


@pytest.mark.parametrize("text", ["", "rusak {", "[]", "5"])
def test_a_line_that_is_gone_or_damaged_says_nothing(text: str) -> None:
    assert with_koreksi(answer("1a", 66), sidik_of(text), None).koreksi == {}


def test_a_long_text_is_kept_by_its_beginning_and_a_digest() -> None:
    text = "Curah hujan tinggi sepanjang tahapan sehingga jadwal bergeser dua pekan"

    assert said(text).startswith("Curah hujan tinggi sepanjang tahapan")
    assert said(text) != said(text + ".")
    assert len(said(text * 100)) < 60


def test_the_noise_of_binary_fractions_is_no_correction() -> None:
    assert said(Decimal("0.30000000000000004")) == said(Decimal("0.3")) == "0,3"


def test_the_line_keeps_what_the_file_said_whatever_was_typed_since() -> None:
    r = replace(answer("1a", 67), koreksi={"nilai": "66"})

    assert sidik_of(sidik_text(r)) == {"status": "Terisi", "nilai": "66"}


# ---- what counts


def corrected(k: Kiriman, **fields: object) -> Kiriman:
    """The file with fields that the planner typed over."""
    (r,) = k.realisasi
    original = {key: said(getattr(r, key)) for key in fields}
    over = replace(r, **fields, koreksi=original)  # type: ignore[arg-type]
    return replace(k, realisasi=(over,))


FIXED = corrected(ONE, nilai=Decimal(67))


def test_a_correction_stands_against_a_newer_file() -> None:
    rekap = having(FIXED, TWO)

    assert current(rekap)[KEY].nilai == 67
    assert current(rekap)[KEY].koreksi == {"nilai": "66"}
    assert [(old.nilai, new.nilai) for _, old, new in held_back(rekap)] == [(67, 70)]


def test_other_cells_still_come_from_the_newer_file() -> None:
    newer = kiriman(answer("1a", 67, kendala="banjir"), sha256="2" * 64, disimpan=LATE)
    r = current(having(FIXED, newer))[KEY]

    assert (r.nilai, r.kendala) == (67, "banjir")


def test_a_cell_that_the_planner_emptied_stays_empty() -> None:
    emptied = corrected(ONE, kendala="")
    newer = kiriman(answer("1a", 66, kendala="banjir"), sha256="2" * 64, disimpan=LATE)

    assert current(having(emptied, newer))[KEY].kendala == ""
    assert current(having(emptied))[KEY].kendala == ""


def test_keputusan_goes_before_a_correction() -> None:
    chosen = kiriman(
        answer("1a", 70, keputusan=Keputusan.PAKAI), sha256="2" * 64, disimpan=LATE
    )
    rekap = having(FIXED, chosen)

    assert current(rekap)[KEY].nilai == 70
    assert list(held_back(rekap)) == []


@pytest.mark.parametrize(
    "newer",
    [
        kiriman(answer("1a", 67), sha256="2" * 64, disimpan=LATE),
        kiriman(answer("1a"), sha256="2" * 64, disimpan=LATE),
        kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 3, 1)),
        kiriman(answer("1a", 70, keputusan=Keputusan.ABAIKAN), sha256="2" * 64, disimpan=LATE),
    ],
    ids=["the same", "blank", "older", "abaikan"],
)
def test_what_does_not_contradict_a_correction_is_no_conflict(newer: Kiriman) -> None:
    rekap = having(FIXED, newer)

    assert current(rekap)[KEY].nilai == 67
    assert list(held_back(rekap)) == []


def test_pakai_on_the_corrected_row_settles_the_conflict() -> None:
    (r,) = FIXED.realisasi
    chosen = replace(FIXED, realisasi=(replace(r, keputusan=Keputusan.PAKAI),))

    assert current(having(chosen, TWO))[KEY].nilai == 67
    assert list(held_back(having(chosen, TWO))) == []


def test_merging_the_same_file_again_leaves_its_correction() -> None:
    assert merge(having(FIXED), [ONE]) == having(FIXED)


# ---- what is told


def told(rekap: Rekap) -> list[tuple[str, str, str, str]]:
    return [
        (t.rule.code, t.location.file, t.location.sheet, t.location.cell)
        for t in verify(rekap)
        if t.rule.code in {"R18", "R24", "R32", "R33", "R34"}
    ]


def test_who_ignores_every_answer_is_told_that_none_is_left() -> None:
    ignored = [
        replace(k, realisasi=(replace(k.realisasi[0], keputusan=Keputusan.ABAIKAN),))
        for k in (ONE, TWO)
    ]

    assert [p for p in places(verify(having(*ignored))) if p[0] == "R37"] == [("R37", "H5")]
    assert "R37" not in {t.rule.code for t in verify(having(ignored[0], TWO))}


def test_a_correction_without_conflict_is_a_note_at_its_cell() -> None:
    assert told(having(FIXED)) == [("R33", "kinerja.xlsx", "Realisasi", "G5")]


def test_a_conflict_is_told_at_the_newer_cell_with_both_values_and_both_places() -> None:
    (found,) = (t for t in verify(having(FIXED, TWO)) if t.rule.code == "R32")

    assert told(having(FIXED, TWO)) == [
        ("R32", "Formulir.xlsx", "Isian", "J8"),
        ("R24", "Formulir.xlsx", "Narasi", "D8"),
    ]
    assert dict(found.facts) | {"baru": "70", "koreksi": "67", "sel": "G5"} == dict(
        found.facts
    )


def test_the_cell_is_named_where_the_planner_has_moved_the_headings() -> None:
    whole = master_book(having(ONE))
    sheet = whole.grid(REALISASI.name)
    assert sheet
    moved = {(row + 2, column + 3): cell for (row, column), cell in sheet.cells.items()}
    number = replace(moved[7, 10], value=Decimal(67))
    rekap, _ = read_rekap(instead(whole, replace(sheet, cells=moved | {(7, 10): number})))

    assert told(rekap) == [("R33", "kinerja.xlsx", "Realisasi", "J7")]


def test_a_status_that_followed_the_number_is_not_told_twice() -> None:
    blank = corrected(BLANK, nilai=Decimal(67), status=Status.TERISI)

    assert [code for code, *_ in told(having(blank))] == ["R33"]


def test_an_emptied_cell_and_a_blank_newer_file_are_told_without_a_slip() -> None:
    emptied = corrected(ONE, kendala="")

    assert told(having(emptied, kiriman(answer("1a"), sha256="2" * 64, disimpan=LATE))) == [
        ("R24", "Formulir.xlsx", "Isian", "J8"),
        ("R33", "kinerja.xlsx", "Realisasi", "K5"),
    ]


@pytest.mark.parametrize(
    ("code", "fact"),
    [("R32", "baru"), ("R32", "koreksi"), ("R33", "koreksi"), ("R33", "lama")],
)
def test_a_long_text_is_told_by_its_beginning_and_no_digest(code: str, fact: str) -> None:
    old = kiriman(answer("1a", 66, kendala="lama " * 30), sha256="1" * 64, disimpan=EARLY)
    new = kiriman(answer("1a", 66, kendala="baru " * 30), sha256="2" * 64, disimpan=LATE)
    fixed = corrected(old, kendala="koreksi " * 30)
    rekap = having(fixed, *([new] if code == "R32" else []))
    (found,) = (t for t in verify(rekap) if t.rule.code == code)
    shown = dict(found.facts)[fact]

    assert "#" not in found.message
    assert shown.endswith("…")
    assert len(shown) <= BEGINNING + 1


@pytest.mark.parametrize("text", ["jarak", "lihat #1a2b3c4d", "nomor… #12"])
def test_a_text_that_is_no_digest_is_shown_whole(text: str) -> None:
    assert readable(said(text)) == text


def test_rows_carry_the_line_last() -> None:
    (row,) = realisasi_rows(having(FIXED))

    assert len(row) == len(REALISASI.columns)
    assert sidik_of(str(row[-1])) == {"status": "Terisi", "nilai": "66", "kendala": "jarak"}


def test_corrections_go_out_and_come_back() -> None:
    rekap, _ = read_rekap(master_book(having(FIXED, TWO)))

    assert rekap.kiriman == (FIXED, TWO)
    assert REKAP.kiriman == ()
