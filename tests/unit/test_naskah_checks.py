"""The checks of the registers of letters, each at its cell; columns as in tests/letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from grids import places
from kinerja.grid import Cell, Kind
from kinerja.master import read_rekap
from kinerja.model_sop import Hari, HariLibur, SuratEdaran
from kinerja.naskah_checks import about, format_nomor_is_known, signed_letter_stands
from kinerja.rekap import Rekap
from kinerja.sheets.master import PENGATURAN as SETTINGS
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.tables import pages
from kinerja.verify import verify
from kinerja.view import view_of
from letters import KINI, OFFICE, PENGATURAN, read, said
from masters import master_book, with_cells


def setting(**changed: object) -> Rekap:
    """The office with some settings changed."""
    return replace(OFFICE, pengaturan=replace(PENGATURAN, **changed))  # type: ignore[arg-type]


def test_an_office_without_letters_is_told_nothing_of_them() -> None:
    assert said(OFFICE) == []
    assert said(setting(kota="", nama_pejabat="", pengelola="")) == []


def test_a_letter_with_all_it_needs_is_told_nothing(table: str) -> None:
    """
    |   | A | B  | C             | D    | E          | F          |
    | 5 | 1 | 12 | 12 Tahun 2026 | Data | 2026-11-19 | 2026-11-23 |
    """
    assert said(read(SURAT_EDARAN, table)) == []


# ---- numbers


def test_a_letter_without_number_is_noted_at_its_cell(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 |   | 2026-11-19 | 2026-11-23 |
    """
    assert said(read(SURAT_EDARAN, table)) == [("N05", "B5")]
    assert said(read(SURAT_EDARAN, table, setting(format_nomor="tanpa nomor"))) == []


def test_a_number_of_another_letter_is_reported_at_the_later_row(table: str) -> None:
    """
    |   | A | B  | C             | E          | F          |
    | 5 | 1 | 12 | 12 Tahun 2026 | 2026-11-19 | 2026-11-23 |
    | 6 | 2 | 12 | 12  TAHUN 2026| 2026-11-19 | 2026-11-23 |
    | 7 | 3 | 13 | 13 Tahun 2026 | 2026-11-19 | 2026-11-23 |
    """
    rekap = read(SURAT_EDARAN, table)
    (temuan,) = about(SURAT_EDARAN, verify(rekap))

    assert said(rekap) == [("N06", "B6")]
    assert dict(temuan.facts)["lain"] == "surat edaran TW I"


@pytest.mark.parametrize(
    ("pattern", "strange"),
    [
        ("{no}/{kod}/{tahun}", ["kod"]),
        ("{no}/{}/{tahun", ["{}", "{"]),
        ("}{no}", ["}"]),
        ("{no!r}{no.x}{0}", ["no!r", "no.x", "0"]),
        ("{no}/{kode}-{jenis}/{wilayah}/{subbag}/{bulan_romawi}/{tahun}", []),
    ],
)
def test_every_strange_part_of_the_pattern_is_reported_at_its_setting(
    pattern: str, strange: list[str]
) -> None:
    rekap, _ = read_rekap(master_book(setting(format_nomor=pattern)))
    found = list(format_nomor_is_known(view_of(rekap)))
    place = rekap.letak_pengaturan["format_nomor"]

    assert [dict(t.facts)["isi"] for t in found] == strange
    assert {t.location for t in found} <= {place}
    assert (place.sheet, place.column) == (SETTINGS.name, "B")


def test_a_part_that_is_near_a_known_one_is_offered() -> None:
    (temuan,) = format_nomor_is_known(view_of(setting(format_nomor="{tahum}")))

    assert "tahun" in dict(temuan.facts)["usul"]


def test_parts_whose_setting_is_empty_are_reported_for_a_letter_only(table: str) -> None:
    """
    |   | A | B  | E          | F          |
    | 5 | 1 | 12 | 2026-11-19 | 2026-11-23 |
    """
    pattern = "{no}/{kode}/{wilayah}/{subbag}"
    office = setting(format_nomor=pattern, subbagian_perencana="", pengelola="ada")
    codes = [code for code, _ in said(read(SURAT_EDARAN, table, office))]

    assert said(office) == []
    assert sorted(codes) == ["N04", "N04", "N14"]  # wilayah and subbag; kode has a default


# ---- who did what when


def test_tahap_that_were_passed_over_are_reported(table: str) -> None:
    """
    |   | A | B  | E          | F          | H             | K                | L   |
    | 5 | 1 | 12 | 2026-11-19 | 2026-11-23 | '19/11/2026 9.14 | '19/11/2026 10.00 | Dua |
    """
    assert said(read(SURAT_EDARAN, table)) == [("N07", "K5")]


def test_a_signature_before_the_paraf_is_reported_at_the_signature(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-23 |

    |   | H                | I                 | J | K                 | L |
    | 5 | '19/11/2026 9.14 | '19/11/2026 10.00 | a | '19/11/2026 11.00 | b |

    |   | M                 | N |
    | 5 | '19/11/2026 10.30 | c |
    """
    assert said(read(SURAT_EDARAN, table)) == [("N08", "M5")]


def test_who_types_only_the_day_is_held_to_the_day(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-23 |

    |   | H                | I          | J | K          | L | M          | N |
    | 5 | '19/11/2026 9.14 | 2026-11-19 | a | 2026-11-19 | b | 2026-11-19 | c |
    """
    assert said(read(SURAT_EDARAN, table)) == []


def test_a_paraf_of_nobody_is_reported_where_the_name_belongs(table: str) -> None:
    """
    |   | A | B | E          | F          | H                | I                 | J |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-23 | '19/11/2026 9.14 | '19/11/2026 10.00 |   |
    """
    assert said(read(SURAT_EDARAN, table)) == [("N09", "J5")]


def test_a_disposisi_is_carried_on_in_the_order_of_the_sop(table: str) -> None:
    """
    |   | A | M                | N                | O | P                | Q |
    | 5 | 1 | '19/11/2026 8.00 | '19/11/2026 7.30 |   | '19/11/2026 9.00 |   |
    """
    assert said(read(DISPOSISI, table)) == [("N08", "N5"), ("N07", "P5")]


# ---- days


def test_a_batas_on_a_free_day_is_reported_with_why_and_the_next_working_day() -> None:
    """Saturday; and 1 December, which the office keeps free."""
    free = HariLibur(tanggal=date(2026, 12, 1), keterangan="Hari jadi", hari=Hari.LIBUR)
    for due, why, instead in (
        ("2026-11-28", "Sabtu", "Senin, 30 November 2026"),
        ("2026-12-01", "Hari jadi", "Rabu, 2 Desember 2026"),
    ):
        table = f"|   | A | B | E          | F |\n| 5 | 1 | 1 | 2026-11-19 | {due} |"
        rekap = read(SURAT_EDARAN, table, replace(OFFICE, hari_libur=(free,)))
        (temuan,) = about(SURAT_EDARAN, verify(rekap))

        assert (temuan.rule.code, temuan.location.cell) == ("N10", "F5")
        assert dict(temuan.facts)["sebab"] == why
        assert dict(temuan.facts)["usul"] == instead


def test_a_batas_before_its_letter_is_reported(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-18 |
    """
    assert said(read(SURAT_EDARAN, table)) == [("N11", "F5")]


def test_a_letter_without_its_day_counts_from_today(table: str) -> None:
    """
    |   | A | B | E | F          |
    | 5 | 1 | 1 |   | 2026-11-23 |
    """
    friday = replace(OFFICE, kini=datetime(2026, 11, 20, 9, 0))
    tuesday = replace(OFFICE, kini=datetime(2026, 11, 24, 9, 0))

    assert said(read(SURAT_EDARAN, table)) == []
    assert said(read(SURAT_EDARAN, table, friday)) == [("N12", "F5")]
    assert said(read(SURAT_EDARAN, table, tuesday)) == [("N11", "F5")]


def test_too_few_working_days_are_reported_with_a_day_that_fits(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-20 | 2026-11-23 |
    """
    rekap = read(SURAT_EDARAN, table)
    (temuan,) = about(SURAT_EDARAN, verify(rekap))
    facts = dict(temuan.facts)

    assert (temuan.rule.code, temuan.location.cell) == ("N12", "F5")
    assert (facts["ada"], facts["seharusnya"]) == ("1", "2")
    assert facts["usul"] == "Selasa, 24 November 2026"


def test_a_signed_letter_is_held_to_no_day(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-15 |

    |   | H                | I          | J | K          | L | M          | N |
    | 5 | '19/11/2026 9.14 | 2026-11-19 | a | 2026-11-19 | b | 2026-11-19 | c |
    """
    assert said(read(SURAT_EDARAN, table, setting(kota=""))) == []


def test_the_batas_of_a_disposisi_is_a_working_day_after_it_came(table: str) -> None:
    """
    |   | A | F               | L          | M               |
    | 5 | 1 | '19/11/2026 8.00 | 2026-11-15 | '19/11/2026 8.00 |
    """
    assert said(read(DISPOSISI, table)) == [("N10", "L5"), ("N11", "L5")]


# ---- what a letter needs besides


def test_forms_that_were_not_made_are_named_together(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-23 |
    """
    rekap = read(SURAT_EDARAN, table, replace(OFFICE, terbit=()))
    (temuan,) = about(SURAT_EDARAN, verify(rekap))

    assert (temuan.rule.code, temuan.location.cell) == ("N13", "A5")
    assert dict(temuan.facts)["subbagian"] == "TPH, KUL"


def test_all_that_is_missing_in_a_letter_is_told_once(table: str) -> None:
    """Only the NIP may stay blank: it can be written by hand.

    |   | A | F               | M               |
    | 5 | 1 | '19/11/2026 8.00 | '19/11/2026 8.00 |
    """
    bare = setting(satker="", kota="", nama_pejabat="", nip_pejabat="", pengelola="")
    nobody = replace(bare, subbagian=tuple(replace(u, kepala="") for u in bare.subbagian))
    rekap = read(DISPOSISI, table, nobody)
    (temuan,) = about(DISPOSISI, verify(rekap))

    assert temuan.rule.code == "N14"
    assert dict(temuan.facts)["daftar"].count("“") == 5
    assert dict(temuan.facts)["daftar"].endswith("“Kepala Subbagian” KUL")


def test_a_periode_that_is_there_twice_is_reported_at_the_second_row(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-23 |
    | 6 | 1 | 2 | 2026-11-19 | 2026-11-23 |
    """
    assert said(read(SURAT_EDARAN, table)) == [("N16", "A6")]


def test_a_row_without_periode_is_reported_and_kept_as_it_is(table: str) -> None:
    """
    |   | A    | B  | D      |
    | 5 | satu | 14 | Konsep |
    | 6 | 1    | 12 | Data   |
    """
    rekap, temuan = read_rekap(with_cells(SURAT_EDARAN, table, OFFICE))
    of_letters = [t for t in temuan if t.rule.code.startswith("N")]

    assert places(of_letters) == [("N02", "A5")]
    assert [(s.periode, s.no) for s in rekap.surat_edaran] == [(0, "14"), (1, "12")]


@pytest.mark.parametrize("odd", ["0", "9", "TW I", ""])
def test_a_strange_periode_harms_no_sheet(odd: str) -> None:
    table = f"|   | A | B | C |\n| 5 | {odd} | 1 | satu |\n| 6 | 9 | 1 | satu |"
    rekap = read(SURAT_EDARAN, table)
    (register,) = (p for p in pages(rekap, verify(rekap)) if p.sheet is SURAT_EDARAN)

    assert sorted(str(row[1]) for row in register.rows) == ["1", "1"]
    assert said(rekap) == ([("N16", "A6")] if odd == "9" else [])


def test_cells_are_told_where_the_headings_were_moved_to() -> None:
    """The column “No” behind all others, as column R."""
    book = with_cells(SURAT_EDARAN, "|   | A | F          |\n| 5 | 1 | 2026-11-23 |", OFFICE)
    grid = book.grid(SURAT_EDARAN.name)
    assert grid
    cells = {place: cell for place, cell in grid.cells.items() if place != (4, 2)}
    cells[4, 18] = Cell(Kind.TEXT, "No")
    moved = replace(
        book, grids=tuple(replace(g, cells=cells) if g is grid else g for g in book.grids)
    )
    rekap, _ = read_rekap(moved)
    rekap = replace(rekap, kalender=OFFICE.kalender, kini=KINI)

    assert said(rekap) == [("N05", "R5")]


def test_a_letter_that_is_signed_is_told_when_it_would_print_otherwise(table: str) -> None:
    """
    |   | A | B | E          | F          |
    | 5 | 1 | 1 | 2026-11-19 | 2026-11-23 |

    |   | H                | I          | J | K          | L | M          | N | P | Q   |
    | 5 | '19/11/2026 9.14 | 2026-11-19 | a | 2026-11-19 | b | 2026-11-19 | c | x | abc |
    """
    rekap = read(SURAT_EDARAN, table)
    (s,) = rekap.surat_edaran

    assert places(signed_letter_stands(rekap, s, "other")) == [("N15", "A5")]
    assert list(signed_letter_stands(rekap, s, "abc")) == []
    assert list(signed_letter_stands(rekap, SuratEdaran(periode=1), "other")) == []
