"""Reading never guesses, and never fails."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.grid import Cell, Kind
from kinerja.model import Rentang
from kinerja.printing import number, rupiah, tanggal
from kinerja.temuan import Rule
from kinerja.values import (
    parse_date,
    parse_number,
    parse_rentang,
    read_choice,
    read_date,
    read_number,
    significant,
    suggest,
    target_text,
    tidy,
    to_text,
)

texts = (
    st.text()
    | st.from_regex(r"[-+]?[0-9.,]{1,14}", fullmatch=True)
    | st.text("0123456789.,-+ ½²٣%RpE")
)
numbers = st.decimals("-1e12", "1e12", places=3)


@given(numbers)
def test_number_in_full_is_read_back_or_asked_about(value: Decimal) -> None:
    typed = to_text(value)
    found = parse_number(typed)
    whole, _, part = typed.partition(",")
    slip = len(whole.lstrip("-")) > 3 and len(part) == 3  # 1250,000 may be a slip of 1.250.000

    assert found == (None if slip else value) or (isinstance(found, tuple) and value in found)


@given(st.decimals("-1e12", "1e12", places=2))
def test_printed_number_is_read_back_or_asked_about(value: Decimal) -> None:
    found = parse_number(number(value))

    assert found == value or (isinstance(found, tuple) and value in found)


@given(st.decimals(0, "1e15", places=0))
def test_printed_money_is_read_back_or_asked_about(value: Decimal) -> None:
    read = read_number(Cell(Kind.TEXT, rupiah(value)))

    assert read.value == value or [rule for rule, _ in read.remarks] == [Rule.ANGKA_AMBIGU]


@given(texts)
def test_any_text_is_a_number_two_numbers_or_none(text: str) -> None:
    found = parse_number(text)

    if isinstance(found, tuple):
        one, two = found
        assert two == one * 1000
    elif found is not None:
        assert found.is_finite()


@given(st.from_regex(r"[-+]?[0-9][0-9.,]{0,14}", fullmatch=True))
def test_digits_of_a_number_that_is_read_are_those_that_were_typed(text: str) -> None:
    found = parse_number(text)
    if isinstance(found, Decimal):
        typed = "".join(c for c in text if c.isdigit())

        assert "".join(c for c in f"{found:f}" if c.isdigit()).lstrip("0") == typed.lstrip("0")


@given(texts, texts)
def test_no_text_stops_the_reading(text: str, other: str) -> None:
    cell = Cell(Kind.TEXT, text)

    assert read_number(cell, other).remarks is not None
    assert read_date(cell).remarks is not None
    assert parse_rentang(text) is None or parse_rentang(text)
    assert read_choice(text, [other]) in {None, other}
    assert isinstance(suggest(text, [other]), str)
    assert tidy(tidy(text)) == tidy(text)


cells = st.one_of(
    st.builds(Cell, st.just(Kind.NUMBER), st.decimals(allow_nan=False, allow_infinity=False)),
    st.builds(Cell, st.just(Kind.TEXT), st.text(), st.text()),
    st.builds(Cell, st.just(Kind.DATE), st.dates() | st.datetimes()),
    st.builds(Cell, st.just(Kind.TIME), st.times()),
    st.builds(Cell, st.just(Kind.BOOL), st.booleans()),
    st.builds(Cell, st.just(Kind.ERROR), st.sampled_from(["#REF!", "#N/A"])),
    st.builds(Cell, st.just(Kind.UNCALCULATED), st.none(), st.just("=A1")),
)


@given(cells, st.booleans())
def test_cell_that_is_not_read_is_always_remarked(cell: Cell, percent: bool) -> None:
    shown = Cell(cell.kind, cell.value, cell.formula, percent=percent)
    blank = cell.kind is Kind.TEXT and not tidy(str(cell.value))

    read = read_number(shown)
    assert blank or read.value is not None or read.remarks
    when = read_date(shown)
    assert cell.kind is Kind.UNCALCULATED or blank or when.value is not None or when.remarks


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_printed_date_is_read_back(day: date) -> None:
    assert parse_date(tanggal(day)).value == day
    assert parse_date(day.isoformat()).value == day
    assert parse_date(f"{day:%d/%m/%Y}").value == day


@given(numbers)
def test_fifteen_digits_are_kept_once(value: Decimal) -> None:
    kept = significant(value)

    assert significant(kept) == kept
    assert abs(kept - value) <= abs(value) * Decimal("1e-14")
    assert "E" not in str(kept)


@given(st.decimals(0, "1e6", places=2), st.decimals(0, "1e6", places=2))
def test_rentang_is_read_back_unless_it_would_have_to_guess(
    one: Decimal, two: Decimal
) -> None:
    rentang = Rentang(*sorted([one, two]))

    assert parse_rentang(target_text(rentang)) == rentang
