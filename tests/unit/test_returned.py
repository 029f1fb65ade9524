"""A returned file as a whole: which form it is, where its sheets are, what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from grids import codes, cut, instead, places, span
from kinerja.grid import Book, Grid
from kinerja.model import Formulir
from kinerja.model_sop import Distribusi
from kinerja.rekap import Penerimaan
from kinerja.returned import definitions_of, own_text, read_returned
from office import BARE, REKAP, changed, with_forms
from returns import returned


def sheet(book: Book, name: str) -> Grid:
    found = book.grid(name)
    assert found
    return found


ANSWERED = """
|   | J  |
| 8 | 81 |
| 9 | 2  |
"""


def test_clean_form_gives_its_answers_and_no_temuan(table: str) -> None:
    """
    |   | A  | J  |
    | 8 | 1a | 66 |
    | 9 | 1b | 2  |
    """
    kiriman = read_returned(returned(table), REKAP)

    assert kiriman.temuan == ()
    assert kiriman.penerimaan is Penerimaan.DITERIMA
    assert [(r.indikator, str(r.nilai)) for r in kiriman.realisasi] == [
        ("1a", "66"),
        ("1b", "2"),
    ]


def test_every_cell_of_a_clean_form_is_taken() -> None:
    h = read_returned(returned(ANSWERED), REKAP).hitungan

    assert h.ditemukan == h.diambil
    assert (h.dicatat, h.di_luar) == (0, 0)


def test_form_that_was_not_touched_counts_as_not_returned() -> None:
    kiriman = read_returned(returned(), REKAP)

    assert kiriman.penerimaan is Penerimaan.KOSONG
    assert places(kiriman.temuan) == [("F08", "")]


@pytest.mark.parametrize(
    ("carried", "code"), [({"has_macros": True}, "F42"), ({"has_outside_links": True}, "F43")]
)
def test_what_a_file_carries_is_told_and_its_answers_count(
    carried: dict[str, bool], code: str
) -> None:
    kiriman = read_returned(replace(returned(ANSWERED), **carried), REKAP)

    assert places(kiriman.temuan) == [(code, "")]
    assert kiriman.penerimaan is Penerimaan.DITERIMA
    assert [str(r.nilai) for r in kiriman.realisasi] == ["81", "2"]


def test_a_refused_file_with_macros_is_told_of_too() -> None:
    other = Formulir(subbagian="TPH", tahun=2019, periode=1)
    book = replace(returned(ANSWERED, formulir=other), has_macros=True)

    assert sorted(codes(read_returned(book, REKAP).temuan)) == ["F03", "F42"]


def test_workbook_without_any_identity_is_refused() -> None:
    book = returned(ANSWERED)
    plain = replace(
        book,
        names={},
        subject="",
        grids=tuple(g for g in book.grids if g.sheet not in {"_kinerja", "Baca Dulu"}),
    )

    kiriman = read_returned(plain, REKAP)

    assert codes(kiriman.temuan) == ["F01"]
    assert (kiriman.penerimaan, kiriman.formulir) == (Penerimaan.DITOLAK, None)
    assert kiriman.realisasi == ()
    assert kiriman.hitungan.ditemukan == kiriman.hitungan.dicatat > 0


@pytest.mark.parametrize(
    ("formulir", "code"),
    [
        (Formulir(subbagian="TPH", tahun=2019, periode=1), "F03"),
        (Formulir(subbagian="XYZ", tahun=2020, periode=1), "F04"),
        (Formulir(subbagian="TPH", tahun=2020, periode=5), "F05"),
    ],
)
def test_form_of_another_year_subbagian_or_periode_is_refused(
    formulir: Formulir, code: str
) -> None:
    kiriman = read_returned(returned(ANSWERED, formulir=formulir), REKAP)

    assert codes(kiriman.temuan) == [code]
    assert kiriman.penerimaan is Penerimaan.DITOLAK


def handed_out(subbagian: str, revisi: int = 1) -> Distribusi:
    return Distribusi(
        periode=1,
        subbagian=subbagian,
        revisi=revisi,
        berkas="Formulir.xlsx",
        sha256=str(revisi) * 64,
        dibagikan=datetime(2020, 4, 2 + revisi, 9, 15),
    )


@pytest.mark.parametrize(
    ("handed", "expected"),
    [
        ((), ["F06", "F10"]),
        ((handed_out("TPH", 2),), ["B22", "F06", "F10"]),
        ((handed_out("TPH"), handed_out("TPH", 2)), ["B22", "F06", "F10"]),
        ((handed_out("TPH"),), ["F06", "F10"]),
        ((handed_out("KUL"),), ["B23", "F06", "F10"]),
    ],
)
def test_which_revisi_was_handed_out_is_told_with_its_digest(
    handed: tuple[Distribusi, ...], expected: list[str]
) -> None:
    newer = with_forms(changed(REKAP, "1a", target=Decimal(85)))
    old = Formulir(subbagian="TPH", tahun=2020, periode=1, revisi=1)
    asked = replace(newer, distribusi=handed)
    kiriman = read_returned(returned(ANSWERED, formulir=old), asked)
    facts = {t.rule.code: dict(t.facts) for t in kiriman.temuan}

    assert codes(kiriman.temuan) == expected
    if "B22" in facts:
        assert facts["B22"]["sidik"] == "2" * 12
        assert facts["B22"]["saat"] == "4 Apr 2020, 09.15"
        assert ("1" * 12 in facts["B22"]["lama"]) == (len(handed) == 2)


def test_older_revision_is_read_and_said() -> None:
    newer = with_forms(changed(REKAP, "1a", target=Decimal(85)))
    old = Formulir(subbagian="TPH", tahun=2020, periode=1, revisi=1)

    kiriman = read_returned(returned(ANSWERED, formulir=old), newer)

    assert codes(kiriman.temuan) == ["F06", "F10"]
    assert kiriman.penerimaan is Penerimaan.DITERIMA


def test_form_that_was_never_made_here_is_said() -> None:
    unknown = Formulir(subbagian="TPH", tahun=2020, periode=1, revisi=3)

    kiriman = read_returned(returned(ANSWERED, formulir=unknown), REKAP)

    assert codes(kiriman.temuan) == ["F22"]


def test_form_of_another_office_with_the_same_codes_is_said() -> None:
    other = with_forms(changed(BARE, "1a", target=Decimal(85)))

    kiriman = read_returned(returned(ANSWERED, rekap=other), REKAP)

    assert "F22" in codes(kiriman.temuan)


def test_heading_that_was_changed_is_reported_with_its_row(table: str) -> None:
    """
    |   | J     |
    | 7 | Hasil |
    """
    kiriman = read_returned(returned(table), REKAP)

    assert ("F02", "7") in places(kiriman.temuan)
    assert "F11" not in codes(kiriman.temuan)


def test_sheet_that_is_gone_is_reported() -> None:
    book = returned(ANSWERED)
    without = replace(book, grids=tuple(g for g in book.grids if g.sheet != "Narasi"))

    kiriman = read_returned(without, REKAP)

    assert codes(kiriman.temuan) == ["F28"]


def test_renamed_and_moved_sheet_is_found_by_its_headings() -> None:
    book = returned(ANSWERED)
    renamed = replace(sheet(book, "Isian"), sheet="Sheet1")
    others = tuple(g for g in book.grids if g.sheet != "Isian")

    kiriman = read_returned(replace(book, grids=(*others, renamed)), REKAP)

    assert codes(kiriman.temuan) == ["F15"]
    assert len(kiriman.realisasi) == 2


def test_sheet_duplicated_with_other_answers_is_reported() -> None:
    """
    |   | J  |
    | 8 | 66 |
    """
    book = returned(ANSWERED)
    text = test_sheet_duplicated_with_other_answers_is_reported.__doc__
    copy = replace(cut(sheet(book, "Isian"), text), sheet="Isian (2)")

    kiriman = read_returned(replace(book, grids=(*book.grids, copy)), REKAP)

    assert ("F14", "") in places(kiriman.temuan)
    assert str(kiriman.realisasi[0].nilai) == "81"


def test_carriers_that_disagree_are_said_and_the_majority_wins() -> None:
    other = Formulir(subbagian="KUL", tahun=2020, periode=1).id
    kiriman = read_returned(replace(returned(ANSWERED), subject=other), REKAP)

    assert codes(kiriman.temuan) == ["F16"]
    assert kiriman.formulir
    assert kiriman.formulir.subbagian == "TPH"


def test_form_without_its_stamp_is_known_by_its_other_carriers() -> None:
    book = returned(ANSWERED)
    without = replace(book, grids=tuple(g for g in book.grids if g.sheet != "_kinerja"))

    kiriman = read_returned(without, REKAP)

    assert "F17" in codes(kiriman.temuan)
    assert [str(r.nilai) for r in kiriman.realisasi] == ["81", "2"]


def test_answers_in_hidden_rows_are_taken_and_said() -> None:
    book = returned(ANSWERED)
    hidden = replace(sheet(book, "Isian"), hidden_rows=frozenset({9}))

    kiriman = read_returned(instead(book, hidden), REKAP)

    assert places(kiriman.temuan) == [("F18", "9")]
    assert dict(kiriman.temuan[0].facts)["sel"] == "J9"
    assert str(kiriman.realisasi[1].nilai) == "2"


def test_answer_under_a_merged_range_is_not_taken() -> None:
    book = returned(ANSWERED)
    merged = replace(sheet(book, "Isian"), spans=(span("J8:J9"),))

    kiriman = read_returned(instead(book, merged), REKAP)

    assert places(kiriman.temuan) == [("F20", "J8"), ("F19", "J9")]
    assert [r.nilai for r in kiriman.realisasi if r.nilai is not None] == [81]


def test_merged_title_is_no_merged_answer() -> None:
    book = returned(ANSWERED)
    merged = replace(sheet(book, "Isian"), spans=(span("A1:O1"), span("J7:K7")))

    assert read_returned(instead(book, merged), REKAP).temuan == ()


def test_newer_revision_of_another_periode_makes_no_older_one() -> None:
    targets = (Decimal(80), Decimal(70), Decimal(80), Decimal(80))
    newer = with_forms(changed(REKAP, "1a", target_periode=targets))

    assert read_returned(returned(ANSWERED), newer).temuan == ()


def test_cells_outside_the_form_are_counted_and_named(table: str) -> None:
    """
    |    | J  | R             |
    | 8  | 81 |               |
    | 9  | 2  |               |
    | 20 |    | lihat lampiran |
    | 21 |    | 7             |
    """
    kiriman = read_returned(returned(table), REKAP)

    assert codes(kiriman.temuan) == ["F21"]
    assert dict(kiriman.temuan[0].facts) == {"jumlah": "2", "sel": "R20, R21"}
    assert kiriman.hitungan.di_luar == 2


def test_protection_that_was_removed_is_only_noted() -> None:
    book = returned(ANSWERED)
    open_ = replace(sheet(book, "Isian"), protected=False)

    kiriman = read_returned(instead(book, open_), REKAP)

    assert codes(kiriman.temuan) == ["F23"]


def test_note_on_a_cell_is_shown() -> None:
    book = returned(ANSWERED)
    noted = replace(sheet(book, "Isian"), comments={(8, 10): "angka sementara"})

    kiriman = read_returned(instead(book, noted), REKAP)

    assert codes(kiriman.temuan) == ["F25"]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("T0000000a · Realisasi kosong. Isi angkanya.", []),
        ("T0000000a · Realisasi kosong.\nT0000000b · Satuan hilang.", []),
        ("T0000000a · Realisasi kosong.\nsudah, 66,5", ["sudah, 66,5"]),
        ("90?\nT0000000a · Realisasi kosong.\nya", ["90?\nya"]),
    ],
)
def test_answer_beside_what_was_given_back_is_shown(note: str, said: list[str]) -> None:
    book = returned(ANSWERED)
    noted = replace(sheet(book, "Isian"), comments={(8, 10): note})

    kiriman = read_returned(instead(book, noted), REKAP)

    assert [dict(t.facts)["isi"] for t in kiriman.temuan if t.rule.code == "F25"] == said


def test_note_that_the_form_came_with_is_not_shown() -> None:
    book = returned(ANSWERED)
    noted = replace(sheet(book, "Isian"), comments={(8, 10): "Partisipasi pemilih"})

    assert read_returned(instead(book, noted), REKAP).temuan == ()


def test_definitions_of_a_form_are_those_it_was_handed_out_with() -> None:
    assert [d["kode"] for d in definitions_of(returned())] == ["1a", "1b"]
    assert [d["target"] for d in definitions_of(returned())] == ["80", "2"]


def test_own_text_of_a_form_has_its_headings_and_not_its_answers() -> None:
    texts = own_text(returned(ANSWERED))

    assert "Indikator Kinerja" in texts
    assert "81" not in texts
    assert "2020" not in texts
    assert "teks_formulir" not in texts
