"""A Perjanjian Kinerja brought in twice is brought in once, whatever its tables hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from grids import book, cell_of
from kinerja.agreement import agreement
from kinerja.agreement_tables import Perjanjian, perjanjian_of
from kinerja.grid import Cell, Grid, Place
from kinerja.sheets import master
from kinerja.sheets.table import read_table
from kinerja.target_text import parse_target
from masters import master_book

MASTER = master_book()
INDIKATOR = master.indikator_sheet(4)
words = st.sampled_from(
    [
        "Partisipasi pemilih", "partisipasi  Pemilih", "Partisipasi para pemilih",
        "Rapat pleno", "Opini atas laporan keuangan", "1.1 Indeks kepuasan",
        "b. Indeks kepuasan pegawai",
        "2. Sengketa yang dimenangkan", "Rapat pleno sebulan", "100 persen laporan", "",
    ]
)  # fmt: skip
sasaran = st.sampled_from(
    [
        "Pemilihan yang demokratis",
        "",
        "",
        "2. Lembaga yang akuntabel",
        "Sasaran 3: Baru",
        "Baru",
    ]
)
targets = st.sampled_from(
    ["80%", "80", "2 dokumen", "≤ 2%", "1.250", "80-90", "WTP", "-", "", "90 %", "B (70,01)"]
)
numbers = st.sampled_from(["", "1", "2.", "1.1", "a.", "2c", "1a"])
ROWS = st.lists(st.tuples(numbers, sasaran, words, targets), max_size=8)


def said(rows: list[tuple[str, ...]], heading: str = "No") -> Perjanjian:
    """The table of these rows under one heading row."""
    cells: dict[Place, Cell] = {}
    head = (heading, "Sasaran Strategis", "Indikator Kinerja", "Target")
    for number, row in enumerate([head, *rows], start=1):
        for column, text in enumerate(row, start=1):
            if found := cell_of(text):
                cells[number, column] = found
    return perjanjian_of(book(Grid(file="PK.docx", sheet="Tabel 1", cells=cells)), 2020)


@settings(max_examples=400)
@given(ROWS, st.sampled_from(["No", "Kode"]))
def test_bringing_it_in_twice_is_bringing_it_in_once(
    rows: list[tuple[str, ...]], heading: str
) -> None:
    perjanjian = said(rows, heading)
    once = agreement(MASTER, perjanjian, 4, "PK")
    twice = agreement(once.book, perjanjian, 4, "PK")

    assert not any(twice.counts.values())
    assert twice.pages == ()
    assert twice.book == once.book


@settings(max_examples=400)
@given(ROWS)
def test_no_row_and_no_other_column_is_lost(rows: list[tuple[str, ...]]) -> None:
    usulan = agreement(MASTER, said(rows), 4, "PK")
    before, after = MASTER.grid(INDIKATOR.name), usulan.book.grid(INDIKATOR.name)
    assert before
    assert after
    old, new = (read_table(grid, INDIKATOR)[0].rows for grid in (before, after))
    kept = ("kode", "penanggung_jawab", "pendukung", "jenis", "polaritas", "konsolidasi")
    codes = [row.text("kode") for row in new]

    assert [[r.text(k) for k in kept] for r in new[: len(old)]] == [
        [r.text(k) for k in kept] for r in old
    ]
    assert len({kode.casefold() for kode in codes}) == len(codes)
    assert len(new) == len(old) + usulan.counts["indikator_baru"]


@given(st.text(max_size=60))
def test_any_text_is_some_target(text: str) -> None:
    found = parse_target(text)

    assert found == parse_target(text)
    assert found.mendua is None or isinstance(found.isi, str)
