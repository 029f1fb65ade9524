"""Every figure of the report has an origin, and is worked out from it again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal

import pytest

from grids import cut, instead
from kinerja.asal import UNCOUNTED, Asal, Graf, Isi, printed, sources, values
from kinerja.grid import Book, Value
from kinerja.laporan import Laporan
from kinerja.model import Status
from kinerja.semester import report as semester_report
from kinerja.sheets.dari_mana import Aturan
from kinerja.sheets.laporan import MARKER, MENUNGGU, TIDAK_ADA
from kinerja.sheets.master import REALISASI
from kinerja.trace import graf_of
from kinerja.view import view_of
from origins import laporan_of, printed_figures, rekap_of, reports_of, whole_book, with_cell

MUTATIONS = 500
# A row without them is left out, or what they take away stays in another cell.
NEVER_BLANK = ("/pagu", "/x", "/y", "pengaturan/batas")


@pytest.fixture(scope="module")
def book() -> Book:
    return whole_book()


@pytest.fixture(scope="module")
def graf(book: Book) -> Graf:
    return graf_of(view_of(rekap_of(book)))


@pytest.fixture(scope="module")
def laporan(book: Book) -> Laporan:
    return laporan_of(book)


def is_unknown(text: str) -> bool:
    return text in {"", TIDAK_ADA, MENUNGGU} or bool(MARKER.fullmatch(text))


def test_every_figure_of_the_report_is_worked_out_again_from_what_was_typed(
    graf: Graf, laporan: Laporan
) -> None:
    known = values(graf)
    differing = {
        kunci: (text, printed(graf[kunci], known[kunci]))
        for kunci, texts in printed_figures(laporan).items()
        for text in texts
        if kunci not in {"kantor/galat", "kantor/belum"}
        and text != printed(graf[kunci], known[kunci])
        and not (is_unknown(text) and not printed(graf[kunci], known[kunci]))
    }

    assert differing == {}
    assert len(printed_figures(laporan)) > 350


@pytest.mark.parametrize("semester", [1, 2])
def test_every_figure_of_a_semester_report_is_worked_out_again(
    book: Book, graf: Graf, semester: int
) -> None:
    known = values(graf)
    shown = printed_figures(semester_report(rekap_of(book), (), semester))
    uncounted = {f"kantor/S{semester}/{part}" for part in ("galat", "belum")}
    differing = {
        kunci: (text, now)
        for kunci, texts in shown.items()
        for text in texts
        for now in (printed(graf[kunci], known.get(kunci)),)
        if kunci not in uncounted and text != now and not (is_unknown(text) and not now)
    }

    assert differing == {}
    assert len(shown) > 150


def test_figures_that_no_cell_decides_are_two_counts_of_each_report(graf: Graf) -> None:
    uncounted = [kunci for kunci, asal in graf.items() if asal.aturan in UNCOUNTED]

    assert uncounted == [
        f"kantor{of}/{part}" for of in ("", "/S1", "/S2") for part in ("galat", "belum")
    ]


def test_roll_up_names_all_its_inputs(graf: Graf) -> None:
    parts = tuple(f"1a/{p}" for p in ("TW I", "TW II", "TW III", "TW IV"))
    rasio = tuple(f"2a/{p}{part}" for p in ("TW III", "TW IV") for part in ("", "/x", "/y"))

    assert (graf["1a/tahun"].aturan, graf["1a/tahun"].dari) == (Aturan.TERAKHIR, parts)
    assert graf["1a/S1"].dari == parts[:2]
    assert (graf["2a/S2"].aturan, graf["2a/S2"].dari) == (Aturan.JUMLAH_RASIO, rasio)
    assert [a.kunci for a in sources(graf, "sasaran 1/capaian") if a.kolom] == [
        f"{kode}/{p}"
        for kode in ("1a", "1b", "1c", "1d")
        for p in ("TW I", "TW II", "TW III", "TW IV")
    ]


def test_percentages_are_never_added(graf: Graf) -> None:
    assert graf["1d/tahun"].aturan is Aturan.TANPA_JUMLAH
    assert values(graf)["1d/tahun"] is None


# ---- mutation: which figures a cell decides is told by the origins


def mutable(graf: Graf) -> list[Asal]:
    """Every figure that a person typed as a number, or may yet, in a cell of the master."""
    return [
        a
        for a in graf.values()
        if a.typed
        and a.sel
        and a.sel.row
        and (isinstance(a.isi, Decimal) or (a.isi is None and a.kolom == "nilai"))
        and not a.kunci.startswith("3a/")  # the Nilai of a text is no number
    ]


def another(asal: Asal, chance: random.Random) -> Isi:
    """Another number; now and then nothing, where that can be."""
    may_be_blank = not asal.kunci.endswith(NEVER_BLANK) and asal.isi is not None
    if may_be_blank and chance.random() < 0.15:
        return None
    new = Decimal(chance.randrange(1, 20_000)) / chance.choice((1, 10, 100))
    return new if new != asal.isi else new + 1


def mutations(graf: Graf) -> Iterator[tuple[Asal, Isi]]:
    """Each cell that can be changed at least once, then others by chance."""
    chance = random.Random(20261123)  # the same every time
    every = mutable(graf)
    chosen = [*every, *(chance.choice(every) for _ in range(MUTATIONS))][:MUTATIONS]
    assert len(every) < MUTATIONS
    for asal in chosen:
        yield asal, another(asal, chance)


def test_one_changed_cell_changes_exactly_the_figures_that_come_from_it(
    book: Book, graf: Graf
) -> None:
    before, shown = values(graf), printed_figures(reports_of(book))
    misses, extras, count, unmoved = [], [], 0, 0
    for asal, new in mutations(graf):
        after = values(graf, {asal.kunci: new})
        assert asal.sel
        value: Value = new if isinstance(new, Decimal) else None
        now = printed_figures(reports_of(with_cell(book, asal.sel, value)))
        expected = {
            kunci
            for kunci in shown.keys() | now.keys()
            if kunci in before
            and printed(graf[kunci], before[kunci]) != printed(graf[kunci], after[kunci])
        }
        found = {k for k in before if shown.get(k) != now.get(k)}
        misses += [(asal.kunci, new, k) for k in found - expected]
        extras += [(asal.kunci, new, k) for k in expected - found]
        count += 1
        unmoved += not found

    assert misses == []
    assert extras == []
    assert count == MUTATIONS
    assert unmoved < MUTATIONS // 5  # capped, or replaced by a later Periode


def test_every_figure_can_be_reached_from_a_cell(graf: Graf) -> None:
    lost = [
        kunci
        for kunci, asal in graf.items()
        if not asal.typed and asal.dari and not list(sources(graf, kunci))
    ]
    of_nothing = [k for k, a in graf.items() if not a.typed and not a.dari]

    assert lost == []
    counts = {k for k in of_nothing if graf[k].aturan in UNCOUNTED}
    assert set(of_nothing) - counts == {  # Sasaran 3 has no money
        *(f"efisiensi sasaran 3/{p}" for p in ("pagu", "seharusnya", "realisasi", "e", "ne")),
        "efisiensi/capaian",
    }


def test_status_that_nothing_was_due_is_no_missing_figure(graf: Graf) -> None:
    known = values(graf)

    assert known["1c/TW III"] is Status.NIHIL
    assert known["1c/tahun"] == Decimal(35)


def test_nilai_typed_over_beside_x_and_y_is_the_figure_itself(book: Book) -> None:
    """
    |   | A  | B   | C | D      | E | F  | G  |
    | 6 |    |     |   |        |   |    | 77 |
    """
    grid = book.grid(REALISASI.name)
    assert grid
    row = next(r for (r, c), cell in grid.cells.items() if c == 1 and cell.value == "2a")
    table = f"| | G |\n| {row} | 77 |"
    typed_over = instead(book, cut(grid, table))
    asal = graf_of(view_of(rekap_of(typed_over)))["2a/TW I"]

    assert (asal.aturan, asal.isi) == (Aturan.ISIAN, Decimal(77))
    assert asal.jawaban
    assert asal.jawaban.koreksi["nilai"] == "80"
