"""Ticks: kept by field and Indikator, stamped once, said to be wrong when they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from entries import ASKING, KINI, LAPKIN, cell_at, line, peta, typed, typing
from grids import codes, instead, places
from kinerja.entri import beranda_rows, is_done, salinan_of, summary
from kinerja.entri_checks import CHECKS
from kinerja.entri_lembar import entri_of, entri_pages, entri_rows, made
from kinerja.grid import Cell, Grid, Kind
from kinerja.master import read_rekap
from kinerja.master_reading import MasterReading
from kinerja.model import Konsolidasi
from kinerja.rekap import Rekap
from kinerja.sheets.entri import KeadaanEntri
from kinerja.sheets.table import HEADING_ROW
from kinerja.temuan import Temuan
from kinerja.view import view_of
from masters import master_book
from office import answer, kiriman

ONE = """
| aplikasi | layar | isian | sumber       | bentuk |
| A        | L     | T     | target tahun | teks   |
"""
LATER = KINI + timedelta(days=3)


def wrong(rekap: Rekap) -> list[Temuan]:
    view = view_of(rekap)
    return [t for check in CHECKS for t in check(view)]


def put(rekap: Rekap, kunci: str, isian: str, sheet: str = LAPKIN, **cells: str) -> Rekap:
    """The Rekap after a person typed in the row of one field, and pressed a button."""
    for key, text in cells.items():
        cell = cell_at(rekap, kunci, isian, key, sheet)
        column, row = cell[0], cell[1:]
        rekap, _ = typed(rekap, f"|   | {column} |\n| {row} | {text} |", sheet)
    return rekap


def again(rekap: Rekap, when: datetime = LATER, person: str = "Lain") -> Rekap:
    """The Rekap after the master was written and read once more, by somebody else."""
    return typed(replace(rekap, kini=when), "|   | A |", person=person)[0]


TICKED = put(ASKING, "1a", "Nilai", sudah="✔", bukti="TT-7")


# ---- what is asked, in which order


def test_a_screen_is_gone_through_indikator_by_indikator() -> None:
    lines = salinan_of(view_of(ASKING))

    assert [(s.entri.kunci, s.entri.isian) for s in lines["e-Lapkin"]][:4] == [
        ("1a", "Target"),
        ("1a", "Nilai"),
        ("1a", "Kendala"),
        ("1b", "Target"),
    ]
    assert [s.entri.kunci for s in lines["e-Monev"]] == [
        *("1a", "1b", "2a", "2b", "2c"),
        *("A.1", "A.2"),
    ]


def test_ready_cells_hold_texts_and_nothing_else() -> None:
    rekap = replace(ASKING, kiriman=(kiriman(answer("1a", 5, kendala="=HYPERLINK(1)")),))
    page = next(p for p in entri_pages(view_of(rekap)) if p.sheet.name == LAPKIN)
    ready = [row[4] for row in page.rows]

    assert all(isinstance(value, str) for value in ready)
    assert ready[:3] == ["80", "5", "=HYPERLINK(1)"]


# ---- ticks


def test_a_tick_gets_its_time_person_and_value_once() -> None:
    """
    | Layar   | Kode | Isian | Nilai Siap Salin | Sudah | Bukti |
    | Capaian | 1a   | Nilai | 66,5             | ✔     | TT-7  |
    """
    e = line(TICKED, "1a", "Nilai").entri
    kept = line(again(TICKED), "1a", "Nilai").entri

    assert (e.saat, e.oleh, e.nilai, e.bukti) == (KINI, "Staf", "66,5", "TT-7")
    assert kept == e


@pytest.mark.parametrize("word", ["v", "x", "sudah", "✔ ulang", "1"])
def test_anything_but_a_word_for_no_is_a_tick(word: str) -> None:
    assert line(put(ASKING, "1a", "Nilai", sudah=f"'{word}"), "1a", "Nilai").entri.saat == KINI


@pytest.mark.parametrize("word", ["belum", "-", "Tidak"])
def test_a_word_for_no_is_no_tick_and_stays(word: str) -> None:
    e = line(put(ASKING, "1a", "Nilai", sudah=word), "1a", "Nilai").entri

    assert (e.sudah, e.saat) == (word, None)


def test_ticks_survive_a_sheet_that_was_sorted_another_way() -> None:
    whole = typing(TICKED, "|   | A |")
    found = whole.grid(LAPKIN)
    assert found
    last = max(row for row, _ in found.cells)
    turned = {
        (r if r <= HEADING_ROW else HEADING_ROW + 1 + last - r, c): cell
        for (r, c), cell in found.cells.items()
    }
    after, _ = read_rekap(instead(whole, replace(found, cells=turned)))

    assert after.entri == TICKED.entri


def test_ticks_survive_a_map_with_other_fields_in_another_order() -> None:
    fields = peta()
    other = (replace(fields[2], urutan=1), replace(fields[1], urutan=2), *fields[3:])
    after = again(replace(TICKED, peta_entri=other))

    assert line(after, "1a", "Nilai").entri.saat == KINI


def test_ticks_of_an_earlier_periode_are_kept_in_the_register() -> None:
    second = replace(TICKED, pengaturan=replace(TICKED.pengaturan, periode=2))
    after = again(second)
    first = replace(after, pengaturan=TICKED.pengaturan)

    assert [row[:5] for row in entri_rows(after)] == [
        ["e-Lapkin", 1, "Capaian", "1a", "Nilai"]
    ]
    assert line(after, "1a", "Nilai").entri.saat is None
    assert line(again(first), "1a", "Nilai").entri.saat == KINI


def test_a_tick_that_is_taken_away_is_gone_with_its_time() -> None:
    e = line(put(TICKED, "1a", "Nilai", sudah=""), "1a", "Nilai").entri

    assert (e.sudah, e.saat, e.oleh, e.nilai, e.bukti) == ("", None, "", "", "TT-7")


def test_a_row_that_was_copied_says_it_once() -> None:
    whole = typing(TICKED, "|   | A |")
    found = whole.grid(LAPKIN)
    assert found
    copied = {(40, c): cell for (r, c), cell in found.cells.items() if r == 6}
    after, problems = read_rekap(
        instead(whole, replace(found, cells={**found.cells, **copied}))
    )

    assert after.entri == TICKED.entri
    assert problems == []


# ---- what is wrong


def newer(rekap: Rekap) -> Rekap:
    """70 came back for 1a in the place of 66,5."""
    file = kiriman(answer("1a", 70, kendala="Jarak"), sha256="c" * 64, revisi=2)
    return replace(rekap, kiriman=(*rekap.kiriman, file))


def test_what_changed_after_its_tick_is_named_at_the_tick() -> None:
    after = again(newer(TICKED))
    found = wrong(after)

    assert places(found) == [("E05", cell_at(after, "1a", "Nilai", "sudah"))]
    assert dict(found[0].facts)["lama"] == "66,5"
    assert line(after, "1a", "Nilai").keadaan is KeadaanEntri.BERUBAH


def test_another_tick_says_that_the_new_value_was_typed() -> None:
    changed = replace(again(newer(TICKED)), kini=LATER)
    after = put(changed, "1a", "Nilai", sudah="✔ ulang")
    e = line(after, "1a", "Nilai").entri

    assert wrong(after) == []
    assert (e.nilai, e.saat) == ("70", LATER)


@pytest.mark.parametrize(
    ("shown", "selisih"),
    [("66,5", None), ("66.5", None), ("66,50 %", None), ("65,6", "-0,9"), ("665", "+598,5"),
     ("enam", "berbeda"), ("2020-06-05", "berbeda")],
)  # fmt: skip
def test_a_slip_of_the_finger_is_found_at_its_cell(shown: str, selisih: str | None) -> None:
    """
    | Isian | Nilai Siap Salin | Tampil di Aplikasi | Selisih |
    | Nilai | 66,5             | 65,6               | -0,9    |
    """
    after = put(ASKING, "1a", "Nilai", tampil=shown)
    found = line(after, "1a", "Nilai").selisih

    assert (found.jumlah if found else None) == selisih
    assert places(wrong(after)) == (
        [("E04", cell_at(after, "1a", "Nilai", "tampil"))] if selisih else []
    )


def test_a_letter_that_is_missing_in_a_text_is_found() -> None:
    assert codes(wrong(put(ASKING, "1a", "Kendala", tampil="Jara"))) == ["E04"]
    assert wrong(put(ASKING, "1a", "Kendala", tampil="  Jarak ")) == []


def test_the_other_shape_of_the_figure_is_recognised() -> None:
    second = kiriman(answer("1a", 70, 2), sha256="d" * 64, p=2)
    late = replace(ASKING, pengaturan=replace(ASKING.pengaturan, periode=2))
    rerata = replace(late.indikator[0], konsolidasi=Konsolidasi.RERATA)
    rekap = replace(late, kiriman=(*late.kiriman, second), indikator=(rerata,))
    found = wrong(put(rekap, "1a", "Nilai", tampil="68,25"))

    assert "kumulatif 68,25" in found[0].message


def test_a_screenshot_has_to_be_there_and_to_stay_the_same() -> None:
    named = put(ASKING, "1a", "Nilai", sudah="✔", bukti="layar 1.png")
    seen = again(replace(named, bukti_entri={"layar 1.png": "aa"}))
    other = again(replace(seen, bukti_entri={"layar 1.png": "bb"}))
    cell = cell_at(named, "1a", "Nilai", "bukti")

    assert places(wrong(named)) == [("E06", cell)]
    assert wrong(seen) == []
    assert places(wrong(other)) == [("E07", cell)]


def test_a_tick_whose_field_is_gone_is_kept_and_named() -> None:
    without = replace(TICKED, peta_entri=(peta()[0], *peta()[2:]))
    after = again(without)

    assert codes(wrong(after)) == ["E08"]
    assert after.entri == TICKED.entri
    assert line(after, "1a", "Nilai").keadaan is KeadaanEntri.LEPAS


# ---- how far it is


def all_ticked(rekap: Rekap) -> Rekap:
    lines = [s for group in salinan_of(view_of(rekap)).values() for s in group if s.nilai]
    done = tuple(
        replace(s.entri, sudah="✔", saat=KINI, oleh="Staf", nilai=s.nilai) for s in lines
    )
    return replace(rekap, entri=done)


def test_beranda_says_how_much_is_open_and_how_much_is_wrong() -> None:
    rows = beranda_rows(view_of(put(TICKED, "1b", "Nilai", tampil="4")))

    assert rows == [
        ["e-Lapkin", 13, 1, 11, 1, "✖ Belum"],
        ["e-Monev", 5, 0, 5, 0, "✖ Belum"],
    ]


def test_it_is_done_only_when_all_is_ticked_and_nothing_differs() -> None:
    one = peta(
        "| aplikasi | layar | isian | sumber | bentuk |\n| A | L | T | target tahun | teks |"
    )
    rekap = all_ticked(replace(ASKING, peta_entri=one))
    differs = replace(rekap, entri=(replace(rekap.entri[0], tampil="81"), *rekap.entri[1:]))

    assert is_done(view_of(rekap))
    assert not is_done(view_of(replace(rekap, entri=rekap.entri[1:])))
    assert not is_done(view_of(differs))
    assert not is_done(view_of(replace(rekap, peta_entri=())))


def test_what_is_not_known_yet_is_open() -> None:
    assert not is_done(view_of(all_ticked(ASKING)))
    assert {r.belum for r in summary(view_of(all_ticked(ASKING)))} != {0}


# ---- the sheets


def test_no_sheet_is_made_before_lembar_entri_is_pressed() -> None:
    pages = list(entri_pages(view_of(ASKING)))

    assert {p.sheet.pattern for p in pages} == {""}
    assert [p.sheet.pattern for p in made(pages, ASKING.peta_entri)] == [
        "",
        "Entri Aplikasi",
        "Entri Aplikasi",
    ]


def test_a_sheet_of_that_name_that_is_somebodys_own_is_left_alone() -> None:
    whole = master_book(ASKING)
    own = Grid(file="kinerja.xlsx", sheet=LAPKIN, cells={(1, 1): Cell(Kind.TEXT, "Catatan")})
    after, problems = read_rekap(instead(whole, own))

    assert codes(problems) == ["E03"]
    assert [p.sheet.name for p in entri_pages(view_of(after))] == ["Entri", "Entri e-Monev"]


def test_a_row_without_its_periode_is_named_and_not_guessed() -> None:
    cell = cell_at(ASKING, "1a", "Nilai", "periode")
    rekap, problems = typed(ASKING, f"|   | {cell[0]} | G |\n| {cell[1:]} | Entah | ✔ |")

    assert codes(problems) == ["N02"]
    assert rekap.entri == ()


def test_what_was_written_is_read_back_equal() -> None:
    place = replace(
        line(TICKED, "1a", "Nilai").entri.tampil_di,
        file="a.xlsx",
        sheet="Data",
        row=5,
        column="C",
    )
    e = replace(TICKED.entri[0], tampil="66,5", tampil_di=place, sidik_bukti="ff")
    reading = MasterReading(master_book(replace(TICKED, entri=(e,))))

    assert entri_of(reading, TICKED.peta_entri, 4) == (e,)
    assert entri_of(reading, TICKED.peta_entri, 4)[0].tampil_di == place
