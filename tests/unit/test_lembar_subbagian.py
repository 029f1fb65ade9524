"""The sheets per Subbagian: which there are, whose they are, what stands in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids import grid, instead, page, places
from kinerja.definitions import is_code
from kinerja.lembar_subbagian import isian_pages, sheet_of
from kinerja.master import read_rekap
from kinerja.model import RencanaAksi, Status, Subbagian
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.table import Page, normal
from kinerja.tables import pages
from kinerja.view import view_of
from masters import FILE, master_book
from office import REKAP, answer, berkas, having, kiriman, listed

FORBIDDEN = set("[]:*?/\\'")
PLAN = RencanaAksi(indikator="1a", uraian="Sosialisasi", penanggung_jawab="TPH")


def page_of(rekap: Rekap, kode: str) -> Page:
    name = f"Isian {kode}"
    return next(p for p in isian_pages(view_of(rekap)) if p.sheet.name == name)


def row(rekap: Rekap, indikator: str, kode: str = "TPH") -> dict[str, object]:
    """The row of one Indikator on the sheet of one Subbagian, by column key."""
    found = page_of(rekap, kode)
    keys = [column.key for column in found.sheet.columns]
    rows = [dict(zip(keys, cells, strict=True)) for cells in found.rows]
    return next(r for r in rows if r["indikator"] == indikator)


# ---- what stands in it


def test_every_subbagian_has_its_own_indikator_and_those_it_supports() -> None:
    found = {p.sheet.name: [r[0] for r in p.rows] for p in isian_pages(view_of(REKAP))}

    assert found == {"Isian TPH": ["1a", "1b"], "Isian KUL": ["1a", "2a", "2b", "2c"]}


def test_before_any_answer_it_is_a_preview_of_the_form() -> None:
    r = row(REKAP, "1a")

    assert (r["peran"], r["satuan"], r["target"]) == ("Penanggung jawab", "%", 80)
    assert (r["target_1"], r["nilai_1"], r["capaian_periode"]) == (80, None, None)
    assert r["data_pendukung"] == "✖ Belum"


def test_answers_stand_beside_their_targets() -> None:
    first = answer("1a", 10, 1, kendala="jarak")
    second = answer("1a", 40, 2, kendala="cuaca")
    third = answer("1a", status=Status.NIHIL, p=3, alasan="ditunda")
    files = (
        kiriman(a, sha256=str(n) * 64, p=n) for n, a in enumerate((first, second, third), 1)
    )
    r = row(having(*files), "1a")

    assert [r[f"nilai_{p}"] for p in (1, 2, 3, 4)] == [10, 40, "Nihil", None]
    assert r["kendala"] == "TW II: cuaca"
    assert (r["capaian_periode"], r["capaian"]) == (50, None)


def test_who_supports_sees_the_figure_that_counts_and_its_own_words() -> None:
    own = answer("1a", 66, kendala="jarak")
    helps = answer("1a", p=1, subbagian="KUL", kendala="dana")
    files = (kiriman(own), kiriman(helps, sha256="b" * 64, subbagian="KUL"))
    r = row(having(*files), "1a", "KUL")

    assert (r["peran"], r["nilai_1"], r["kendala"]) == ("Pendukung", 66, "TW I: dana")
    assert r["data_pendukung"] == "– Tidak berlaku"


@pytest.mark.parametrize(
    ("names", "on_disk", "expected"),
    [
        ((), (), "✖ Belum"),
        (("a.pdf",), ("a.pdf",), "✔ Lengkap"),
        (("a.pdf", "b.pdf"), ("a.pdf",), "! Kurang"),
    ],
)
def test_data_pendukung_is_summed_up_in_a_word(
    names: tuple[str, ...], on_disk: tuple[str, ...], expected: str
) -> None:
    file = kiriman(answer("1a", 66), listed=tuple(map(listed, names)))
    rekap = having(file, berkas=tuple(map(berkas, on_disk)))

    assert row(rekap, "1a")["data_pendukung"] == expected


def test_rencana_aksi_is_shown_to_who_carries_it_out() -> None:
    other = replace(PLAN, uraian="Dana", penanggung_jawab="KUL")
    planned = replace(REKAP, rencana_aksi=(PLAN, other, replace(PLAN, uraian="Rapat")))

    assert row(planned, "1a")["rencana"] == "• Sosialisasi\n• Rapat"
    assert row(planned, "1a", "KUL")["rencana"] == "• Dana"


@pytest.mark.parametrize("siklus", [2, 4, 12])
def test_every_row_has_a_value_for_every_column(siklus: int) -> None:
    rekap = replace(REKAP, pengaturan=replace(REKAP.pengaturan, siklus=siklus))

    for p in isian_pages(view_of(rekap)):
        assert {len(r) for r in p.rows} == {len(p.sheet.columns)}


def test_a_subbagian_without_indikator_gets_no_new_sheet() -> None:
    """One that it had is emptied."""
    more = replace(REKAP, subbagian=(*REKAP.subbagian, Subbagian(kode="SDM", nama="SDM")))
    found = page_of(more, "SDM")

    assert (found.rows, found.sheet.pattern, found.sheet.optional) == ([], "", True)


def test_they_are_among_the_pages_that_kinerja_writes() -> None:
    names = [p.sheet.name for p in pages(REKAP, ())]

    assert [n for n in names if n.startswith("Isian")] == ["Isian TPH", "Isian KUL"]


# ---- whose it is


def test_a_sheet_of_the_planners_own_is_reported_and_left_alone(table: str) -> None:
    """
    | Catatan | rapat Senin |
    | Kode    | Peran       |
    """
    own = grid(table, sheet="Isian KUL", file=FILE)
    rekap, temuan = read_rekap(instead(master_book(), own))

    assert [(t.rule.code, t.location.sheet) for t in temuan] == [("I16", "Isian KUL")]
    assert [p.sheet.name for p in isian_pages(view_of(rekap))] == ["Isian TPH"]


@pytest.mark.parametrize("kode", ["Subbagian", "SUBBAGIAN"])
def test_a_name_that_is_another_sheets_is_reported(kode: str) -> None:
    rows = [[kode, "Teknis", "", ""]]
    rekap, temuan = read_rekap(instead(master_book(), page(master.SUBBAGIAN, rows, FILE)))

    assert ("I16", "") in places(temuan)
    assert rekap.tanpa_lembar == {kode}
    assert list(isian_pages(view_of(rekap))) == []


def test_a_sheet_that_is_ours_is_ours_wherever_its_headings_are() -> None:
    sheet = sheet_of(REKAP.subbagian[0], 4)
    moved = page(sheet, [], FILE, top=9)
    rekap, temuan = read_rekap(instead(master_book(), moved))

    assert temuan == []
    assert rekap.tanpa_lembar == frozenset()


_codes = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}", fullmatch=True).filter(is_code)


@given(_codes, _codes)
def test_every_kode_names_a_sheet_and_no_two_the_same(one: str, two: str) -> None:
    names = [sheet_of(Subbagian(kode=kode, nama=""), 4).name for kode in (one, two)]

    assert all(len(name) <= 31 and not FORBIDDEN & set(name) for name in names)
    assert (normal(names[0]) == normal(names[1])) == (normal(one) == normal(two))
