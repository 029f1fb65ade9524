"""What a desk promises to commands: one suite, the master closed and open in a program.

The closed one is ``FileDesk``; the open one is ``LiveDesk`` with ``ExcelHost`` and the
real xlwings, over a real LibreOffice that behaves as Excel does (``engine``). What was
written is judged by another program, too: LibreOffice saves it, openpyxl reads it. The
mirrored one is ``MirrorDesk``, whose file is read by itself and whose document so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.styles import Alignment
from openpyxl.workbook import Workbook

from kinerja.adapters import look
from kinerja.adapters.excel import ExcelHost
from kinerja.grid import LIMIT, Kind, Value
from kinerja.sheets.table import Column, Page, Sheet
from kinerja.temuan import GALAT, KinerjaError, Rule
from live.desks import (
    JAM,
    JAWABAN,
    NAME,
    RIWAYAT,
    Opened,
    answers,
    file_desk,
    live_desk,
    made,
    mirror_desk,
    rows,
    sections,
    values,
)

pytestmark = pytest.mark.live

Open = Callable[..., Opened]
TEXTS = (
    "00123",
    "198501012010011001",
    "1e5",
    "1,5",
    "1.000",
    "-5",
    "95%",
    "Rp5.000",
    "1-2",
    "1/2/2020",
    "2020-03-31",
    "Jan 2020",
    "10:30",
    "TRUE",
    "#N/A",
    "=1+1",
    "=cmd|'/c calc'!A1",
    "+62 812",
    "-tidak ada-",
    "@nama",
    "'dikutip'",
    "''",
    "satu\ndua",
    " a ",
    "📎 é ≥ “x”",
    "x" * LIMIT,
)
NUMBERS = (
    Decimal(0),
    Decimal("-2.5"),
    Decimal("0.1") + Decimal("0.2"),
    Decimal("0.30000000000000004"),
    Decimal(1) / 3,
    Decimal("123456789012345"),
    Decimal("0.000001"),
    Decimal("82.50"),
)


def unchanged(_book: Workbook) -> None:
    """The workbook as its table shows it."""


def nothing_more() -> list[Page]:
    return []


def never() -> list[Page]:
    raise AssertionError("on_change was called")


@pytest.fixture(params=["closed", "open", "mirrored"])
def opened(request, table, tmp_path) -> Open:
    """Puts the workbook that a test's docstring shows on a desk."""

    def put(change: Callable[[Workbook], None] = unchanged) -> Opened:
        path = tmp_path / NAME
        made(path, sections(table), change)
        if request.param == "closed":
            return file_desk(path)
        open_desk = live_desk if request.param == "open" else mirror_desk
        return open_desk(path, request.getfixturevalue("calc"))

    return put


@pytest.fixture
def live(calc, table, tmp_path) -> Opened:
    """The same, always open."""
    path = tmp_path / NAME
    made(path, sections(table), unchanged)
    return live_desk(path, calc)


# ---- reading


def test_a_desk_reads_what_the_reader_of_files_reads(opened):
    """
    Jawaban
    | Kode                | Realisasi | Tanggal    | Kendala   | Letak Sel |
    | '00123              | 82.5      | 2020-03-31 | 'x        | TRUE      |
    | '198501012010011001 | 95%       |            | '=1+1     | FALSE     |
    | '1-2                | -0.1      | 1999-12-31 | 'TRUE     |           |
    |
    | #REF!               | #DIV/0!   | #N/A       | #NAME?    | #VALUE!   |
    | '00123              | 0         |            | ''quoted  | '1e5      |
    | 00                  | 0.3       |            | '95%      | '  a      |
    Catatan Saya
    |
    |    | 7 | milik sendiri |
    Kosong
    """

    def hostile(book: Workbook) -> None:
        page = book["Jawaban"]
        page["D9"], page["E9"] = "satu\ndua", "x" * LIMIT
        page["B9"], page["B10"] = 0.1 + 0.2, 1 / 3
        page["C9"] = datetime(2020, 3, 31, 14, 30)
        page["C9"].number_format = "d/m/yyyy hh:mm"

    on_desk = opened(hostile)
    seen, found = on_desk.desk.read(), on_desk.found()

    assert values(seen) == values(found)
    assert [g.sheet for g in seen.grids] == ["Jawaban", "Catatan Saya", "Kosong"]
    assert seen.grids[0].file == NAME


def test_the_names_of_cells_and_sheets_are_those_a_user_sees(opened):
    """
    Jawaban
    |
    |
    |   | Kode | Realisasi | Tanggal | Kendala |
    |   | 1a   | 5         |         |         |
    """
    seen = opened().desk.read().grid("jawaban")
    assert seen

    assert seen.at((4, 2)).cell == "B4"
    assert seen.value((4, 2)) == "1a"


def test_what_is_typed_and_not_yet_saved_is_read(live):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    """
    live.book.sheets["Jawaban"].range((2, 2)).value = 6

    assert rows(live.desk.read())[0][1] == 6


# ---- what is written is what is read


@pytest.mark.parametrize("keeps", [False, True], ids=["Excel drops '", "Excel keeps '"])
@pytest.mark.parametrize("column", [0, 1, 2, 3, 4], ids=[c.key for c in JAWABAN.columns])
def test_a_text_is_never_taken_for_anything_else(opened, calc, column, keeps):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala | Letak Sel |
    """
    calc.impl.keeps_apostrophe = keeps  # in cells formatted as text; nobody has written which
    on_desk = opened()
    given = answers(*((*[None] * column, text) for text in TEXTS))

    assert on_desk.desk.write([given], nothing_more)
    assert rows(on_desk.desk.read()) == given.rows
    assert rows(on_desk.found()) == given.rows


@pytest.mark.parametrize("column", [0, 1], ids=["of texts", "of numbers"])
def test_a_number_keeps_the_digits_that_excel_has(opened, column):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala | Letak Sel |
    """
    on_desk = opened()
    on_desk.desk.write([answers(*((*[None] * column, n) for n in NUMBERS))], nothing_more)
    kept = [Decimal(f"{float(number):.15g}") for number in NUMBERS]

    assert [row[column] for row in rows(on_desk.desk.read())] == kept
    assert [row[column] for row in rows(on_desk.found())] == kept


def test_a_number_among_texts_in_a_column_formatted_as_text_stays_a_number(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala | Letak Sel |
    """

    def as_text(book: Workbook) -> None:
        for number in range(2, 9):
            book["Jawaban"].cell(number, 1).number_format = "@"

    on_desk = opened(as_text)
    given = answers(("00123",), (Decimal(5),), (True,), ("1-2",))
    on_desk.desk.write([given], nothing_more)

    assert rows(on_desk.desk.read()) == given.rows
    assert rows(on_desk.found()) == given.rows
    assert on_desk.desk.write([given], never) is False


def test_a_day_a_moment_a_yes_and_a_blank_come_back(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal    | Kendala | Letak Sel |
    | lama | 1         | 2019-01-01 | lama    | TRUE      |
    | lama | 1         | 2019-01-01 | lama    | TRUE      |
    | lama | 1         | 2019-01-01 | lama    | TRUE      |
    """
    on_desk = opened()
    given = answers(
        ("1a", None, date(2020, 3, 31), True, False),
        ("1b", Decimal(0), datetime(2020, 12, 31, 14, 30), "", None),
        ("1c", None, None, None, "x"),
    )
    blank = [[None if cell == "" else cell for cell in row] for row in given.rows]
    on_desk.desk.write([given], nothing_more)

    assert rows(on_desk.desk.read()) == blank
    assert rows(on_desk.found()) == blank
    kinds = {place: found[0] for place, found in values(on_desk.found())["Jawaban"].items()}
    assert kinds[2, 3] is kinds[3, 3] is Kind.DATE
    assert kinds[2, 4] is kinds[2, 5] is Kind.BOOL


def test_text_columns_are_formatted_as_text_and_others_keep_their_format(live):
    """
    Jawaban
    | Kode | Milik Saya | Realisasi | Tanggal | Kendala |
    | 1a   | 5          | 5         |         |         |
    """
    live.desk.write([answers(("00123", Decimal(5), date(2020, 3, 31), "=1"))], nothing_more)
    formats = [cell.number_format for cell in live.page("Jawaban")[2]]

    assert formats[0] == formats[4] == "@"
    assert formats[1] == "General"
    assert formats[2] == "#,##0.00"
    assert "yy" in formats[3].casefold()


def test_long_text_makes_its_row_higher(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala | Letak Sel |
    """

    def wrapped(book: Workbook) -> None:
        for number in range(2, 9):
            book["Jawaban"].cell(number, 4).alignment = Alignment(wrap_text=True)
            book["Jawaban"].row_dimensions[number].height = 15  # set by hand, so it stays

    on_desk = opened(wrapped)
    long = "Jalan rusak dan jauh. " * 5
    given = answers(("1a", None, None, long), ("1b", None, None, "pendek"))
    on_desk.desk.write([given], nothing_more)
    heights = [on_desk.page("Jawaban").row_dimensions[n].height or 15 for n in (2, 3)]

    assert heights[0] > 60 > 20 > heights[1]


# ---- what stays as it was


def test_fewer_rows_than_before_leave_nothing_behind(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal    | Kendala | Letak Sel |
    | 1a   | 5         | 2020-03-31 | jauh    | A1        |
    | 1b   | 6         | 2020-03-31 | rusak   | A2        |
    | 1c   | 7         | 2020-03-31 | hilang  | A3        |
    |
    | 1d   | 8         | 2020-03-31 | lama    | A4        |
    """
    on_desk = opened()
    on_desk.desk.write([answers(("1a", Decimal(1)))], nothing_more)

    for found in (on_desk.desk.read(), on_desk.found()):
        assert {place for place in values(found)["Jawaban"] if place[0] > 1} == {
            (2, 1),
            (2, 2),
        }
    on_desk.desk.write([answers()], nothing_more)

    for found in (on_desk.desk.read(), on_desk.found()):
        assert {place for place in values(found)["Jawaban"] if place[0] > 1} == set()


def test_columns_are_found_where_a_user_has_moved_them(opened):
    """
    Jawaban
    | Judul saya |
    |
    | Kendala | Milik Saya | KODE  | Letak Sel | Realisasi | Tanggal    | Catatan |
    | lama    | =1+1       | 1z    | A1        | 5         | 2020-01-01 | penting |
    |         | jangan     | 1y    |           |           |            | hilang  |
    |         | hilang     |       |           |           |            |         |
    """
    on_desk = opened()
    given = answers(("1a", Decimal(9), date(2020, 3, 31), "jauh", "B2"))
    on_desk.desk.write([given], nothing_more)
    page = on_desk.page("Jawaban")

    assert rows(on_desk.desk.read()) == rows(on_desk.found()) == given.rows
    assert [page[cell].value for cell in ("A4", "C4", "D4", "E4")] == ["jauh", "1a", "B2", 9]
    assert [page[cell].value for cell in ("B4", "B5", "B6")] == ["=1+1", "jangan", "hilang"]
    assert [page[cell].value for cell in ("G4", "G5")] == ["penting", "hilang"]
    assert page["A1"].value == "Judul saya"
    assert page["C5"].value is None


def test_a_sheet_of_the_users_own_stays_as_it_is(opened):
    """
    Catatan Saya
    | Kode | Realisasi     | Tanggal    | Kendala |
    | 1a   | =SUM(C2:C3)   | 2020-03-31 | '007    |
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    on_desk = opened()
    before = [[cell.value for cell in row] for row in on_desk.page("Catatan Saya")]
    on_desk.desk.write([answers(("1a", Decimal(9)))], nothing_more)
    after = [[cell.value for cell in row] for row in on_desk.page("Catatan Saya")]

    assert before == after


def test_the_name_of_a_sheet_may_differ_in_the_case_of_its_letters(opened):
    """
    JAWABAN
    | Kode | Realisasi | Tanggal | Kendala |
    """
    on_desk = opened()
    given = answers(("1a", Decimal(9)))

    assert on_desk.desk.write([given], nothing_more)
    assert rows(on_desk.found()) == given.rows


# ---- nothing differs


def test_nothing_is_done_when_nothing_differs(opened, calc):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala | Letak Sel |
    Riwayat
    | Tindakan | Hasil |
    """
    on_desk = opened()
    page = answers(
        *((text, number) for text, number in zip(TEXTS, NUMBERS, strict=False)),
        ("1a", Decimal(1) / 3, date(2020, 3, 31), TEXTS[-1], " "),
        (
            "1b",
            Decimal("0.30000000000000004"),
            datetime(2020, 3, 31, 14, 31, 7),
            "a\r\nb",
            True,
        ),
        (None, None, None, "x" * (LIMIT + 1)),
    )

    assert on_desk.desk.write([page, answers(sheet=RIWAYAT)], nothing_more) is True
    calc.impl.changes.clear()
    before = on_desk.path.read_bytes()

    assert on_desk.desk.write([page, answers(sheet=RIWAYAT)], never) is False
    assert on_desk.path.read_bytes() == before
    assert calc.impl.changes == []


@pytest.mark.parametrize(
    "row",
    [
        ("1a", Decimal(1), date(2020, 3, 31), "jauh", "A2"),
        ("1a", Decimal(1), date(2020, 3, 31), "jauh", None),
        ("1a", Decimal(1), date(2020, 3, 31), "Jauh", "A1"),
        ("1a", Decimal(1), date(2020, 3, 30), "jauh", "A1"),
        ("1a", Decimal("1.00001"), date(2020, 3, 31), "jauh", "A1"),
        ("1a", "1", date(2020, 3, 31), "jauh", "A1"),
        ("1a", True, date(2020, 3, 31), "jauh", "A1"),
        ("1A", Decimal(1), date(2020, 3, 31), "jauh", "A1"),
    ],
    ids=lambda row: "-".join(str(cell) for cell in row),
)
def test_one_cell_is_enough_to_differ(opened, row):
    """
    Jawaban
    | Kode | Realisasi | Tanggal    | Kendala | Letak Sel |
    | 1a   | 1         | 2020-03-31 | jauh    | A1        |
    """
    on_desk = opened()

    assert on_desk.desk.write([answers(row)], nothing_more) is True
    assert rows(on_desk.found()) == [list(row)]


def test_a_row_more_or_less_differs(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal    | Kendala | Letak Sel |
    | 1a   | 5         | 2020-03-31 | jauh    | A1        |
    """
    one = ("1a", Decimal(5), date(2020, 3, 31), "jauh", "A1")
    desk = opened().desk

    assert desk.write([answers(one)], never) is False
    assert desk.write([answers(one, ("1b",))], nothing_more) is True
    assert desk.write([answers(one)], nothing_more) is True
    assert desk.write([answers(one)], never) is False
    assert desk.write([answers()], nothing_more) is True


# ---- on_change


def test_on_change_is_called_once_before_anything_is_written(opened, tmp_path):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    Riwayat
    | Tindakan | Hasil |
    """
    on_desk = opened()
    at_that_time: list[list[list[Value]]] = []
    copy = tmp_path / "cadangan.xlsx"

    def on_change() -> list[Page]:
        at_that_time.append(rows(on_desk.desk.read()))
        on_desk.desk.copy(copy)
        return [Page(RIWAYAT, [["Gabungkan", "00123"]])]

    assert on_desk.desk.write([answers(("1a", Decimal(6)))], on_change)
    assert at_that_time == [[["1a", Decimal(5), None, None, None]]]
    assert openpyxl.load_workbook(copy)["Jawaban"]["B2"].value == 5
    assert rows(on_desk.found()) == [["1a", Decimal(6), None, None, None]]
    assert rows(on_desk.found(), RIWAYAT) == [["Gabungkan", "00123"]]


def test_if_on_change_fails_nothing_is_written(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    """
    on_desk = opened()

    def on_change() -> list[Page]:
        raise KinerjaError

    with pytest.raises(KinerjaError):
        on_desk.desk.write([answers(("1a", Decimal(6)))], on_change)

    assert rows(on_desk.found()) == [["1a", Decimal(5), None, None, None]]


# ---- a day with the time, and a place to go to

MOMENTS = (
    datetime(2026, 11, 20, 14, 30),
    datetime(2026, 11, 20, 0, 1),
    datetime(2026, 2, 28, 23, 59),
    datetime(2026, 12, 31, 7, 30, 15),
)
PLACES = ("'Sasaran & Indikator'!F12", "'Jam SOP'!A1", "'Kata \"x\", & ''y'''!B3")


@pytest.mark.parametrize("saat", MOMENTS, ids=str)
def test_a_moment_is_a_real_one_in_the_format_of_its_column(opened, saat):
    """
    Jam SOP
    | Langkah | Selesai | Buka |
    """
    on_desk = opened()
    given = answers(("1", saat), sheet=JAM)

    assert on_desk.desk.write([given], nothing_more)
    assert rows(on_desk.desk.read(), JAM) == rows(on_desk.found(), JAM) == given.rows
    assert on_desk.desk.write([given], never) is False
    cell = on_desk.page(JAM.name)["B2"]
    assert cell.is_date
    assert {"mmm", "hh", "mm"} <= set(re.findall("[a-z]+", cell.number_format.lower()))


def test_a_place_is_shown_as_it_is_written_and_leads_there(opened):
    """
    Jam SOP
    | Langkah | Selesai | Buka |
    """
    on_desk = opened()
    given = answers(*(("1", None, place) for place in PLACES), sheet=JAM)

    assert on_desk.desk.write([given], nothing_more)
    assert rows(on_desk.desk.read(), JAM) == rows(on_desk.found(), JAM) == given.rows
    page = on_desk.page(JAM.name)
    assert [page.cell(n, 3).value for n in range(2, 5)] == [
        f"={look.link_formula(place)}" for place in PLACES
    ]


def test_a_place_that_stands_there_already_is_no_news(opened, calc):
    """
    Jam SOP
    | Langkah | Selesai | Buka |
    """
    on_desk = opened()
    given = answers(("1", None, PLACES[0]), ("2", None, PLACES[1]), sheet=JAM)
    on_desk.desk.write([given], nothing_more)
    calc.impl.changes.clear()

    assert on_desk.desk.write([given], never) is False
    assert calc.impl.changes == []


def test_another_place_replaces_the_first_and_none_empties_the_cell(opened):
    """
    Jam SOP
    | Langkah | Selesai | Buka |
    """
    on_desk = opened()
    on_desk.desk.write([answers(("1", None, PLACES[0]), ("2", None, PLACES[1]), sheet=JAM)])
    after = answers(("1", None, PLACES[1]), ("2", None, None), sheet=JAM)

    assert on_desk.desk.write([after], nothing_more)
    assert rows(on_desk.found(), JAM) == after.rows


# ---- quiet pages: they follow the clock and are no news by themselves


def quiet(page: Page) -> Page:
    return replace(page, quiet=True)


def test_a_quiet_page_alone_is_written_once_but_is_no_news(opened, calc):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    Riwayat
    | Tindakan  | Hasil   |
    | Formulir  | 3 menit |
    """
    on_desk = opened()
    same, later = answers(("1a", Decimal(5))), answers(("Formulir", "4 menit"), sheet=RIWAYAT)

    assert on_desk.desk.write([same, quiet(later)], never) is False
    assert rows(on_desk.desk.read(), RIWAYAT) == rows(on_desk.found(), RIWAYAT) == later.rows
    assert rows(on_desk.found()) == same.rows
    calc.impl.changes.clear()
    before = on_desk.path.read_bytes()

    assert on_desk.desk.write([same, quiet(later)], never) is False
    assert on_desk.path.read_bytes() == before
    assert calc.impl.changes == []


def test_a_quiet_page_is_written_with_all_others(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    Riwayat
    | Tindakan | Hasil   |
    | Formulir | 3 menit |
    """
    called: list[list[list[Value]]] = []
    on_desk = opened()
    other, later = answers(("1a", Decimal(6))), answers(("Formulir", "4 menit"), sheet=RIWAYAT)

    def on_change() -> list[Page]:
        called.append(rows(on_desk.desk.read(), RIWAYAT))
        return []

    assert on_desk.desk.write([quiet(later), other], on_change) is True
    assert called == [[["Formulir", "3 menit"]]]
    assert rows(on_desk.desk.read(), RIWAYAT) == rows(on_desk.found(), RIWAYAT) == later.rows
    assert rows(on_desk.found()) == other.rows


def test_quiet_and_loud_tables_of_one_worksheet_are_told_apart(opened):
    """
    Beranda
    | Tindakan Terakhir | Hasil     |
    | a                 | 1         |
    |                   |           |
    |                   |           |
    | Subbagian         | Isian (%) |
    | KUL               | 50        |
    """
    on_desk = opened()
    upper, lower = Page(TERAKHIR, [["a", "2"]]), Page(MATRIKS, [["KUL", Decimal(50)]])

    assert on_desk.desk.write([quiet(upper), lower], never) is False
    assert on_desk.desk.write([upper, quiet(replace(lower, rows=[]))], never) is False
    assert on_desk.desk.write([replace(upper, rows=[]), lower], nothing_more) is True
    assert rows(on_desk.found(), TERAKHIR) == []
    assert rows(on_desk.found(), MATRIKS) == lower.rows


def test_what_a_quiet_page_lacks_is_named_before_anything_is_done(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    Riwayat
    | Hasil   |
    | 3 menit |
    """
    on_desk = opened()
    pages = [answers(("1a", Decimal(6))), quiet(answers(("x", "y"), sheet=RIWAYAT))]
    before = on_desk.path.read_bytes()

    with pytest.raises(KinerjaError) as caught:
        on_desk.desk.write(pages, never)

    assert [t.rule for t in caught.value.temuan] == [Rule.KOLOM_HILANG]
    assert on_desk.path.read_bytes() == before


# ---- what is missing


def test_all_that_is_missing_is_named_and_nothing_is_written(opened):
    """
    Jawaban
    | Kode | Kendala | Letak Sel |
    | 1a   | jauh    | A1        |
    Riwayat
    | Tindakan  | Hasil |
    | Gabungkan | 3     |
    """
    on_desk = opened()
    lost = Sheet(name="Rekap", columns=JAWABAN.columns)
    before = values(on_desk.desk.read())
    pages = [
        answers(("Periksa", "4"), sheet=RIWAYAT),
        answers(("1b",)),
        answers(("1b",), sheet=lost),
    ]

    with pytest.raises(KinerjaError) as caught:
        on_desk.desk.write(pages, never)

    named = [
        (t.rule, t.location.sheet, dict(t.facts).get("judul")) for t in caught.value.temuan
    ]
    assert named == [
        (Rule.KOLOM_HILANG, "Jawaban", "Realisasi"),
        (Rule.KOLOM_HILANG, "Jawaban", "Tanggal"),
        (Rule.LEMBAR_HILANG, "Rekap", None),
    ]
    assert {t.location.row for t in caught.value.temuan[:2]} == {1}
    assert {t.location.file for t in caught.value.temuan} == {NAME}
    assert {t.rule.severity for t in caught.value.temuan} == {GALAT}
    assert values(on_desk.desk.read()) == values(on_desk.found()) == before


def test_a_sheet_and_a_column_that_are_optional_are_left_out(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    on_desk = opened()
    beranda = Sheet(name="Beranda", columns=RIWAYAT.columns, optional=True)
    given = answers(("1a", Decimal(5), None, "jauh", "tidak ada tempat"))
    pages = [given, answers(("x", "y"), sheet=beranda)]

    assert on_desk.desk.write(pages, nothing_more)
    assert [g.sheet for g in on_desk.found().grids] == ["Jawaban"]
    assert rows(on_desk.found()) == [["1a", Decimal(5), None, "jauh", None]]
    assert on_desk.desk.write(pages, never) is False


# ---- several tables on one worksheet; sheets that are made from a pattern

TERAKHIR = Sheet(
    name="Beranda",
    capacity=3,
    columns=(
        Column(key="nama", heading="Tindakan Terakhir"),
        Column(key="hasil", heading="Hasil"),
    ),
)
MATRIKS = Sheet(
    name="Beranda",
    capacity=2,
    columns=(
        Column(key="kode", heading="Subbagian"),
        Column(key="isian", heading="Isian (%)"),
    ),
)


def test_a_table_with_a_capacity_leaves_the_one_below_alone(opened):
    """
    Beranda
    | Rumah             |           |
    | Tindakan Terakhir | Hasil     |
    | a                 | 1         |
    | b                 | 2         |
    | c                 | 3         |
    | Di bawah          | ini       |
    | Subbagian         | Isian (%) |
    | KUL               | 50        |
    | TPH               | 60        |
    | Kaki              | halaman   |
    """
    on_desk = opened()
    upper = Page(TERAKHIR, [["Gabungkan", "00123"]])
    lower = Page(MATRIKS, [["PDI", Decimal(70)]])
    on_desk.desk.write([upper, lower], nothing_more)
    cells = {place: found[1] for place, found in values(on_desk.found())["Beranda"].items()}

    assert cells == {
        (1, 1): "Rumah",
        (2, 1): "Tindakan Terakhir",
        (2, 2): "Hasil",
        (3, 1): "Gabungkan",
        (3, 2): "00123",
        (6, 1): "Di bawah",
        (6, 2): "ini",
        (7, 1): "Subbagian",
        (7, 2): "Isian (%)",
        (8, 1): "PDI",
        (8, 2): Decimal(70),
        (10, 1): "Kaki",
        (10, 2): "halaman",
    }
    assert on_desk.desk.write([upper, lower], never) is False


PATTERN = Sheet(
    name="Isian KUL",
    title="Isian Keuangan",
    columns=RIWAYAT.columns,
    pattern="Isian Subbagian",
)


def test_a_sheet_that_is_not_there_yet_is_copied_from_its_pattern(opened):
    """
    Isian Subbagian
    | Isian subbagian |       |
    | Tindakan        | Hasil |
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """

    def hide(book: Workbook) -> None:
        book["Isian Subbagian"].sheet_state = "hidden"

    on_desk = opened(hide)
    other = replace(PATTERN, name="Isian TPH", title="Isian Teknis")
    pages = [answers(("00123", "b"), sheet=PATTERN), answers(("c", "d"), sheet=other)]

    assert on_desk.desk.write(pages, nothing_more)
    found = on_desk.found()
    assert [(g.sheet, g.hidden) for g in found.grids] == [
        ("Isian Subbagian", True),
        ("Jawaban", False),
        ("Isian KUL", False),
        ("Isian TPH", False),
    ]
    assert rows(found, PATTERN) == [["00123", "b"]]
    assert rows(found, other) == [["c", "d"]]
    assert rows(found, Sheet(name="Isian Subbagian", columns=RIWAYAT.columns)) == []
    assert [g.value((1, 1)) for g in found.grids] == [
        "Isian subbagian",
        "Kode",
        "Isian Keuangan",
        "Isian Teknis",
    ]
    assert on_desk.desk.write(pages, never) is False
    assert on_desk.desk.write([answers(("e", "f"), sheet=PATTERN)], nothing_more)
    assert [g.sheet for g in on_desk.found().grids] == [g.sheet for g in found.grids]


def test_without_a_pattern_the_sheet_is_missing(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    on_desk = opened()

    with pytest.raises(KinerjaError) as caught:
        on_desk.desk.write([answers(("a", "b"), sheet=PATTERN)], never)

    assert [t.rule for t in caught.value.temuan] == [Rule.LEMBAR_HILANG]


# ---- copies, and whether it can be written at all


def test_a_copy_is_the_whole_master(opened, tmp_path):
    """
    Jawaban
    | Kode | Realisasi | Tanggal    | Kendala |
    | '007 | 5         | 2020-03-31 | =1+1    |
    Catatan Saya
    | milik sendiri |
    """
    on_desk = opened()
    copy = tmp_path / "cadangan.xlsx"
    on_desk.desk.copy(copy)

    assert values(file_desk(copy).found()) == values(on_desk.desk.read())
    assert on_desk.desk.path == on_desk.path


def test_a_copy_holds_what_is_typed_and_not_yet_saved(live, tmp_path):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    | 1a   | 5         |         |         |
    """
    live.book.sheets["Jawaban"].range((2, 2)).value = 6
    live.desk.copy(tmp_path / "cadangan.xlsx")

    assert rows(file_desk(tmp_path / "cadangan.xlsx").found())[0][1] == 6
    assert live.book.fullname == str(live.path)


def test_a_copy_that_cannot_be_written_says_so(opened, tmp_path):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    with pytest.raises(KinerjaError):
        opened().desk.copy(tmp_path / "tidak ada" / "x" / "cadangan.xlsx")


def test_a_master_on_the_desk_is_free(opened):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    assert opened().desk.check_free() is None


def test_a_closed_master_is_not_free_while_a_program_has_it(opened, request):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    on_desk = opened()
    on_desk.path.with_name(f"~${NAME}").write_bytes(b"")
    if on_desk.book:  # it is this program that has it
        assert on_desk.desk.check_free() is None
    else:
        with pytest.raises(KinerjaError):
            on_desk.desk.check_free()


# ---- the program that has it open


@pytest.fixture
def state(calc) -> Callable[[], tuple[object, ...]]:
    """What a user sees of the program itself."""
    app = calc.impl
    return lambda: (app.screen_updating, app.calculation, app.status_bar, app.display_alerts)


@pytest.mark.parametrize("calculation", ["automatic", "manual", "semiautomatic"])
def test_the_program_is_left_as_it_was(live, calc, state, calculation):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    calc.calculation = calculation
    before = state()
    live.desk.write([answers(("1a", Decimal(5)))], nothing_more)
    live.desk.read()

    assert state() == before


def test_screen_and_calculation_stand_still_while_it_is_written(live, calc):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    live.desk.write([answers(("1a", Decimal(5)))], nothing_more)

    assert calc.impl.changes
    assert all(change.is_still for change in calc.impl.changes)


def test_a_write_that_fails_halfway_leaves_everything_as_it_was(live, calc, state):
    """
    Jawaban
    | Kode  | Realisasi | Tanggal    | Kendala |
    | '0012 | 5         | 2020-03-31 | =1+1    |
    | 1b    |           |            | TRUE    |
    Riwayat
    | Tindakan | Hasil |
    """
    live.book.sheets["Riwayat"].impl.calc.protect("")
    before, cells = state(), values(live.desk.read())
    pages = [answers(("1a", Decimal(5))), answers(("a", "b"), sheet=RIWAYAT)]

    with pytest.raises(KinerjaError) as caught:
        live.desk.write(pages, nothing_more)

    assert [t.rule for t in caught.value.temuan] == [Rule.LEMBAR_TERLINDUNG]
    assert caught.value.temuan[0].location.sheet == "Riwayat"
    assert any(c.sheet == "Jawaban" for c in calc.impl.changes)
    assert state() == before
    assert values(live.desk.read()) == cells


def test_the_program_is_left_as_it_was_when_on_change_fails(live, calc, state):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    before = state()

    def on_change() -> list[Page]:
        raise KinerjaError

    with pytest.raises(KinerjaError):
        live.desk.write([answers(("1a", Decimal(5)))], on_change)

    assert state() == before


def test_a_table_is_written_in_one_assignment(live, calc):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala | Letak Sel |
    | 1z   | 1         |         |         |           |
    | 1y   | 1         |         |         |           |
    """
    live.desk.write([answers(*((f"1{n}", Decimal(n)) for n in range(40)))], nothing_more)

    assert [c.what for c in calc.impl.changes].count("value") == 1


def test_what_was_written_is_saved(live):
    """
    Jawaban
    | Kode | Realisasi | Tanggal | Kendala |
    """
    live.desk.write([answers(("1a", Decimal(5)))], nothing_more)

    assert rows(file_desk(live.path).found()) == [["1a", Decimal(5), None, None, None]]


@pytest.fixture
def host(live) -> ExcelHost:
    """The program itself."""
    return ExcelHost(live.book)


@pytest.mark.parametrize("text", [False, "milik add-in lain"])
def test_the_status_bar_is_given_back(host, calc, text):
    """
    Jawaban
    | Kode |
    """
    calc.status_bar = text
    host.status("Membaca 1 dari 2 ...")
    first = calc.status_bar
    host.status("Membaca 2 dari 2 ...")
    second = calc.status_bar
    host.status("")

    assert (first, second) == ("Membaca 1 dari 2 ...", "Membaca 2 dari 2 ...")
    assert calc.status_bar == text
    host.status("")

    assert calc.status_bar == text


def test_what_is_said_and_asked_is_shown_once(host, calc):
    """
    Jawaban
    | Kode |
    """
    calc.impl.answers = ["yes", "no"]
    host.tell("Selesai.")

    assert [host.ask("Lanjut?"), host.ask("Sungguh?")] == [True, False]
    assert calc.impl.alerts == [
        ("Selesai.", "ok"),
        ("Lanjut?", "yes_no"),
        ("Sungguh?", "yes_no"),
    ]


def test_the_program_is_given_back_even_from_a_bug(host, state):
    """
    Jawaban
    | Kode |
    """
    before = state()

    def broken() -> None:
        with host.undisturbed():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()

    assert state() == before
