"""The master open in a program: what is read, what is written, and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from grids import grid, places
from hosts import MemoryHost, Rows, table_host
from kinerja.adapters.host import Content
from kinerja.adapters.live import LiveDesk
from kinerja.adapters.program_cells import cell_of, content_of, is_percent, same
from kinerja.grid import Cell, Kind, Value
from kinerja.sheets.table import Column, Page, Shape, Sheet
from kinerja.temuan import KinerjaError

JAWABAN = Sheet(
    name="Jawaban",
    columns=(
        Column(key="kode", heading="Kode"),
        Column(key="nilai", heading="Realisasi", shape=Shape.NUMBER),
        Column(key="letak", heading="Letak", optional=True),
    ),
)
TERAKHIR = Sheet(
    name="Beranda", optional=True, capacity=2, columns=(Column(key="n", heading="Tindakan"),)
)
ISIAN = Sheet(
    name="Isian TPH", title="TPH", pattern="Pola", columns=(Column(key="n", heading="Kode"),)
)


def nothing_more() -> Sequence[Page]:
    return ()


@pytest.fixture
def opened(tmp_path: Path, table: str) -> Callable[[], MemoryHost]:
    """A program with the sheets of the test's docstring; a name stands above each."""

    def put() -> MemoryHost:
        parts = re.split(r"^ *(\w+)\n(?= *\|)", table, flags=re.MULTILINE)[1:]
        return table_host(
            tmp_path / "kinerja.xlsm", **dict(zip(parts[::2], parts[1::2], strict=True))
        )

    return put


def write(host: MemoryHost, *pages: Page) -> bool:
    return LiveDesk(host).write(pages, nothing_more)


def answers(*rows: Sequence[Value], sheet: Sheet = JAWABAN) -> Page:
    return Page(sheet, [[*row, *[None] * (len(sheet.columns) - len(row))] for row in rows])


def shown(host: MemoryHost, sheet: str = "Jawaban") -> Rows:
    return [list(row) for row in host.read(sheet)]


def writes(host: MemoryHost) -> list[str]:
    return [call for call in host.calls if call.startswith("write")]


# ---- one cell


MOMENT = datetime(2026, 3, 31, 9, 30)


@pytest.mark.parametrize(
    ("content", "cell"),
    [
        (None, None),
        ("", None),
        (80.0, Cell(Kind.NUMBER, Decimal(80))),
        (0.1 + 0.2, Cell(Kind.NUMBER, Decimal("0.3"))),
        (True, Cell(Kind.BOOL, True)),
        ("00123", Cell(Kind.TEXT, "00123")),
        ("a\r\nb\rc", Cell(Kind.TEXT, "a\nb\nc")),
        ("a\x00b", Cell(Kind.TEXT, "a\ufffdb")),
        ("#REF!", Cell(Kind.ERROR, "#REF!")),
        ("#N/A", Cell(Kind.ERROR, "#N/A")),
        ("#1 terbaik!", Cell(Kind.TEXT, "#1 terbaik!")),
        (datetime(2026, 3, 31), Cell(Kind.DATE, date(2026, 3, 31))),
        (MOMENT, Cell(Kind.DATE, MOMENT)),
        (datetime(1899, 12, 30, 9, 30), Cell(Kind.TIME, time(9, 30))),
    ],
)
def test_a_cell_is_what_a_reader_of_the_file_finds(content: Content, cell: Cell) -> None:
    assert cell_of(content) == cell


@pytest.mark.parametrize(
    ("value", "content"),
    [
        (None, None),
        ("", None),
        ("\x00", None),
        (Decimal("83.5"), 83.5),
        (Decimal(80), 80.0),
        (True, True),
        (date(2026, 3, 31), datetime(2026, 3, 31)),
        (MOMENT, MOMENT),
        (time(12), 0.5),
        ("=1+1", "=1+1"),
        ("x" * 40_000, "x" * 32_766 + "…"),
    ],
)
def test_a_value_is_handed_over_without_a_decimal(value: Value, content: Content) -> None:
    found = content_of(value)

    assert found == content
    assert type(found) is type(content)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (None, ""),
        (0.1 + 0.2, 0.3),
        (datetime(2026, 3, 31), 46112.0),
        (datetime(2026, 3, 31, 12), 46112.5),
        ("a\r\nb", "a\nb"),
    ],
)
def test_two_contents_are_one_whatever_shows_them(one: Content, two: Content) -> None:
    assert same(one, two)


@pytest.mark.parametrize(
    ("one", "two"), [(1.0, True), ("80", 80.0), (None, 0.0), ("a", "A"), ("", " "), (1.0, 2.0)]
)
def test_two_contents_that_mean_other_things_are_two(one: Content, two: Content) -> None:
    assert not same(one, two)


@pytest.mark.parametrize(
    ("number_format", "percent"),
    [("0%", True), ("0.00%", True), ('0"%"', False), ("0\\%", False), ("General", False)],
)
def test_a_percent_sign_counts_where_excel_counts_it(
    number_format: str, percent: bool
) -> None:
    assert is_percent(number_format) is percent


# ---- reading


def test_sheets_that_are_not_wanted_are_not_asked_for(opened) -> None:
    """
    Jawaban
    | Kode |
    Catatan
    | 1    |
    """
    book = LiveDesk(opened()).read({"Jawaban"})

    assert [g.sheet for g in book.grids] == ["Catatan"]


def test_the_master_is_read_as_it_stands(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi | Tanggal    |
    | 1a   | 83.5      | 2026-03-31 |
    Catatan
    | #REF! | TRUE |
    """
    book = LiveDesk(opened()).read()

    assert book.identitas.berkas == "kinerja.xlsm"
    assert [g.sheet for g in book.grids] == ["Jawaban", "Catatan"]
    assert (
        book.grids[0].cells
        == grid("| Kode | Realisasi | Tanggal |\n| 1a | 83.5 | 2026-03-31 |").cells
    )
    assert book.grids[1].cells == grid("| #REF! | TRUE |").cells
    assert book.grids[0].file == "kinerja.xlsm"


def test_a_number_shown_as_a_percentage_says_so(opened) -> None:
    """
    Jawaban
    | 0.95 | 0.95 |
    """
    host = opened()
    host.percent = {("Jawaban", (1, 2))}
    cells = LiveDesk(host).read().grids[0].cells

    assert [cell.percent for cell in cells.values()] == [False, True]


# ---- writing


def test_a_table_is_written_in_one_assignment_and_saved(opened) -> None:
    """
    Jawaban
    | Judul |
    |       |
    | Kode  | Realisasi | Letak |
    | 1a    | 80        | A1    |
    """
    host = opened()

    assert write(host, answers(("1a", Decimal(85), "A1"), ("00123", "WTP")))
    assert host.calls == ["write Jawaban (4, 1) 2 t-t fit", "save"]
    assert shown(host)[3:] == [["1a", 85.0, "A1"], ["00123", "WTP", None]]


def test_old_rows_below_are_emptied_in_the_same_assignment(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi | Letak |
    | 1a   | 80        |       |
    | 1b   | 12        |       |
    |      |           | x     |
    """
    host = opened()
    write(host, answers(("1a", Decimal(80))))

    assert len(writes(host)) == 1
    assert shown(host)[1:] == [["1a", 80.0, None], [None] * 3, [None] * 3]


def test_what_stands_there_already_is_left_alone(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi |
    | 1a   | 80        |
    """
    host = opened()
    called: list[str] = []

    def on_change() -> Sequence[Page]:
        called.append("")
        return ()

    assert LiveDesk(host).write([answers(("1a", Decimal(80)))], on_change) is False
    assert called == host.calls == []


def test_a_column_of_a_user_parts_the_assignment_and_keeps_its_cells(opened) -> None:
    """
    Jawaban
    | Kode | Saya | Realisasi | Milik saya |
    | 1a   | ya   | 80        | juga       |
    | 1b   | 5    | 12        |            |
    """
    host = opened()
    write(host, answers(("9z", Decimal(1))))

    assert writes(host) == ["write Jawaban (2, 1) 2 t fit", "write Jawaban (2, 3) 2 - fit"]
    assert shown(host)[1:] == [["9z", "ya", 1.0, "juga"], [None, 5.0, None, None]]


def test_columns_that_a_user_has_moved_are_found(opened) -> None:
    """
    Jawaban
    |   | Realisasi | KODE |
    | x | 80        | 1a   |
    """
    host = opened()
    write(host, answers(("1b", Decimal(90))))

    assert shown(host)[1:] == [["x", 90.0, "1b"]]
    assert writes(host) == ["write Jawaban (2, 2) 1 -t fit"]


def test_all_that_is_missing_is_named_before_anything_is_written(opened) -> None:
    """
    Jawaban
    | Kode |
    Catatan
    | Kode | Realisasi |
    """
    host = opened()
    notes = Sheet(name="Catatan", columns=JAWABAN.columns)
    other = Sheet(name="Rekap", columns=JAWABAN.columns)
    pages = [answers(("1a",), sheet=s) for s in (notes, JAWABAN, other)]
    with pytest.raises(KinerjaError) as caught:
        write(host, *pages)

    assert places(caught.value.temuan) == [("F02", "1"), ("I11", "")]
    assert host.calls == []


def test_a_sheet_that_may_be_missing_is_left_out(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi |
    """
    host = opened()

    assert write(host, Page(TERAKHIR, [["x"]])) is False


def test_a_copy_is_kept_before_anything_is_written(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi |
    Beranda
    | Tindakan |
    """
    host = opened()
    seen: list[Rows] = []

    def on_change() -> Sequence[Page]:
        seen.append(shown(host))
        return [Page(TERAKHIR, [["Gabungkan"]])]

    LiveDesk(host).write([answers(("1a", Decimal(80)))], on_change)

    assert seen == [[["Kode", "Realisasi"]]]
    assert shown(host, "Beranda") == [["Tindakan"], ["Gabungkan"], [None]]


def test_nothing_is_written_if_what_is_added_has_no_place(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi |
    """
    host = opened()
    journal = Sheet(name="Riwayat", columns=JAWABAN.columns)
    with pytest.raises(KinerjaError):
        LiveDesk(host).write(
            [answers(("1a", Decimal(80)))], lambda: [answers(("x",), sheet=journal)]
        )

    assert host.calls == []


def test_a_table_with_a_capacity_has_a_place_of_its_own(opened) -> None:
    """
    Beranda
    | Tindakan | Lain |
    | lama     | a    |
    |          | b    |
    | Di bawah |      |
    """
    host = opened()
    write(host, Page(TERAKHIR, [["1"], ["2"], ["3"]]))

    assert writes(host) == ["write Beranda (2, 1) 2 t"]
    assert shown(host, "Beranda")[1:] == [["1", "a"], ["2", "b"], ["Di bawah", None]]


def test_a_sheet_is_copied_from_its_pattern_with_its_own_title(opened) -> None:
    """
    Pola
    | Pola |
    | Kode |
    | lama |
    """
    host = opened()

    assert write(host, Page(ISIAN, [["1a"]]))
    assert shown(host, "Isian TPH") == [["TPH"], ["Kode"], ["1a"]]
    assert shown(host, "Pola") == [["Pola"], ["Kode"], ["lama"]]
    assert write(host, Page(ISIAN, [["1a"]])) is False


@pytest.mark.parametrize("refusing", ["save", "write Catatan (2, 1) 1 t- fit"])
def test_what_was_written_is_put_back_if_the_program_refuses(
    opened: Callable[[], MemoryHost], refusing: str
) -> None:
    """
    Jawaban
    | Kode | Realisasi |
    | 1a   | 80        |
    Catatan
    | Kode | Realisasi |
    """
    host = opened()
    host.busy = {refusing}
    notes = Sheet(name="Catatan", columns=JAWABAN.columns)
    pages = [answers(("9z",), ("8y",)), answers(("x",), sheet=notes)]
    with pytest.raises(KinerjaError):
        write(host, *pages)

    assert shown(host)[:2] == [["Kode", "Realisasi"], ["1a", 80.0]]
    assert all(content is None for row in shown(host)[2:] for content in row)
    assert all(content is None for row in shown(host, "Catatan")[1:] for content in row)
    assert host.depth == 0


def test_a_master_opened_for_reading_only_is_refused(opened) -> None:
    """
    Jawaban
    | Kode | Realisasi |
    """
    host = opened()
    host.is_read_only = True
    with pytest.raises(KinerjaError) as caught:
        write(host, answers(("1a",)))

    assert places(caught.value.temuan) == [("S22", "")]
    assert host.calls == []


# ---- the copy


def test_a_copy_is_whole_or_not_there(tmp_path: Path) -> None:
    host = MemoryHost(tmp_path / "kinerja.xlsm")
    copy = tmp_path / "salinan.xlsm"
    LiveDesk(host).copy(copy)
    host.busy = {"copy"}
    with pytest.raises(KinerjaError):
        LiveDesk(host).copy(tmp_path / "lagi.xlsm")

    assert copy.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [copy]


def test_a_copy_that_has_no_folder_is_refused(tmp_path: Path) -> None:
    host = MemoryHost(tmp_path / "kinerja.xlsm")
    with pytest.raises(KinerjaError) as caught:
        LiveDesk(host).copy(tmp_path / "tidak ada" / "salinan.xlsm")

    assert places(caught.value.temuan) == [("S06", "")]
