"""What holds of Capaian and of roll-ups for every figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.capaian import (
    Gulungan,
    capped,
    efisiensi,
    mean,
    predikat,
    raw_capaian,
    roll_up,
)
from kinerja.model import (
    SKALA,
    Indikator,
    Jenis,
    Konsolidasi,
    Pengaturan,
    Polaritas,
    Realisasi,
    Rentang,
    Status,
)
from kinerja.printing import percent
from office import RAPAT

numbers = st.decimals("-1e9", "1e9", places=4)
positive = st.decimals("0.0001", "1e9", places=4)
none_or_more = st.decimals(0, "1e9", places=4)
polaritas = st.sampled_from(Polaritas)
caps = st.sampled_from([None, Decimal(100), Decimal(120)])


@given(none_or_more, numbers, polaritas, st.sampled_from("AB"))
def test_capaian_is_never_below_zero(
    target: Decimal, nilai: Decimal, which: Polaritas, rumus: str
) -> None:
    raw = raw_capaian(target, nilai, which, rumus)

    assert raw is None or raw >= 0


@given(positive, polaritas, st.sampled_from("AB"))
def test_target_that_is_reached_is_one_hundred(
    target: Decimal, which: Polaritas, rumus: str
) -> None:
    raw = raw_capaian(target, target, which, rumus)

    assert raw is not None
    assert percent(raw) == "100,00"


@given(numbers)
def test_zero_target_has_no_capaian_for_positif_and_all_or_nothing_for_negatif(
    nilai: Decimal,
) -> None:
    assert raw_capaian(Decimal(0), nilai, Polaritas.POSITIF) is None
    assert raw_capaian(Decimal(0), nilai, Polaritas.NEGATIF) == (100 if nilai == 0 else 0)


@given(positive)
def test_zero_realisasi_is_an_answer(target: Decimal) -> None:
    assert raw_capaian(target, Decimal(0), Polaritas.POSITIF) == 0
    assert raw_capaian(target, Decimal(0), Polaritas.NEGATIF) == 200


@given(none_or_more, polaritas)
def test_blank_is_not_zero(target: Decimal, which: Polaritas) -> None:
    assert raw_capaian(target, None, which) is None


@given(positive, none_or_more, none_or_more)
def test_more_is_better_for_positif_and_worse_for_negatif(
    target: Decimal, one: Decimal, two: Decimal
) -> None:
    low, high = sorted([one, two])

    def raw(nilai: Decimal, which: Polaritas) -> Decimal:
        found = raw_capaian(target, nilai, which)
        assert found is not None
        return found

    assert raw(low, Polaritas.POSITIF) <= raw(high, Polaritas.POSITIF)
    assert raw(low, Polaritas.NEGATIF) >= raw(high, Polaritas.NEGATIF)


@given(positive, none_or_more, polaritas, st.integers(-6, 6))
def test_unit_of_measure_does_not_matter(
    target: Decimal, nilai: Decimal, which: Polaritas, power: int
) -> None:
    factor = Decimal(10) ** power

    assert raw_capaian(target * factor, nilai * factor, which) == raw_capaian(
        target, nilai, which
    )


@given(none_or_more, none_or_more, none_or_more, polaritas)
def test_inside_a_rentang_is_one_hundred(
    one: Decimal, two: Decimal, three: Decimal, which: Polaritas
) -> None:
    low, inside, high = sorted([one, two, three])

    assert raw_capaian(Rentang(low, high), inside, which) == 100


@given(positive, positive, positive)
def test_outside_a_rentang_the_bound_that_was_crossed_counts(
    low: Decimal, width: Decimal, beyond: Decimal
) -> None:
    high = low + width
    rentang = Rentang(low, high)
    above = raw_capaian(rentang, high + beyond, Polaritas.POSITIF)
    below = raw_capaian(rentang, low - min(beyond, low), Polaritas.POSITIF)

    assert above == raw_capaian(high, high + beyond, Polaritas.POSITIF)
    assert above is not None
    assert above > 100
    assert below is not None
    assert below < 100


@given(st.none() | none_or_more, caps)
def test_cap_only_takes_away(raw: Decimal | None, cap: Decimal | None) -> None:
    final = capped(raw, Pengaturan(batas_capaian=cap))

    assert (final is None) == (raw is None)
    if raw is not None and final is not None:
        assert final == (raw if cap is None else min(raw, cap))


@given(none_or_more, none_or_more)
def test_better_capaian_never_has_a_worse_predikat(one: Decimal, two: Decimal) -> None:
    words = [step.predikat for step in SKALA]
    low, high = sorted([one, two])

    assert words.index(predikat(high, SKALA)) <= words.index(predikat(low, SKALA))


parts = st.lists(st.tuples(st.none() | none_or_more, st.none() | positive), max_size=8)


@given(parts)
def test_mean_lies_between_the_least_and_the_most(
    found: list[tuple[Decimal | None, Decimal | None]],
) -> None:
    value, counted = mean(found)
    known = [c for c, _ in found if c is not None]
    hair = Decimal("1e-9")

    assert counted == len(known)
    assert (value is None) == (not known)
    if value is not None:
        assert min(known) - hair <= value <= max(known) + hair


money = st.decimals(0, "1e13", places=0)


@given(
    st.lists(st.tuples(money, money, st.none() | st.decimals(0, 200, places=2)), max_size=8)
)
def test_efisiensi_stays_within_its_bounds(
    lines: list[tuple[Decimal, Decimal, Decimal | None]],
) -> None:
    found = efisiensi(lines)

    if found:
        assert -20 <= found.e <= 20
        assert 0 <= found.ne <= 100


# ---- roll-ups


@st.composite
def answers(draw: st.DrawFn) -> Realisasi | None:
    """One Periode: nothing, a blank, Nihil, a number, or x and y."""
    status = draw(st.sampled_from([None, *Status]))
    if status is None:
        return None
    blank = Realisasi(indikator="2c", subbagian="KUL", periode=1, status=status)
    if status is not Status.TERISI:
        return blank
    x, y = draw(none_or_more), draw(positive)
    return replace(blank, nilai=draw(st.none() | none_or_more), x=x, y=y)


kinds = st.builds(
    lambda jenis, konsolidasi: replace(RAPAT, jenis=jenis, konsolidasi=konsolidasi),
    st.sampled_from([Jenis.ANGKA, Jenis.PERSEN, Jenis.RASIO]),
    st.sampled_from(Konsolidasi),
)
years = st.sampled_from([2, 4, 12]).flatmap(
    lambda siklus: st.lists(answers(), min_size=siklus, max_size=siklus)
)


@given(years, kinds)
def test_two_semester_make_the_year(
    year: list[Realisasi | None], indikator: Indikator
) -> None:
    half = len(year) // 2
    one, two = roll_up(year[:half]), roll_up(year[half:])

    assert one.combine(two) == roll_up(year)
    assert one.combine(two).nilai(indikator) == roll_up(year).nilai(indikator)


rolled = st.lists(answers(), max_size=4).map(roll_up)


@given(rolled, rolled, rolled)
def test_combining_is_associative(one: Gulungan, two: Gulungan, three: Gulungan) -> None:
    assert one.combine(two).combine(three) == one.combine(two.combine(three))


@given(rolled)
def test_nothing_changes_nothing(one: Gulungan) -> None:
    assert Gulungan().combine(one) == one.combine(Gulungan()) == one


@given(years)
def test_blank_periode_keeps_a_sum_unknown(year: list[Realisasi | None]) -> None:
    assume(any(a is None or (a.nilai is None and a.status is Status.TERISI) for a in year))
    summed = replace(RAPAT, jenis=Jenis.ANGKA, konsolidasi=Konsolidasi.JUMLAH)

    assert roll_up(year).nilai(summed) is None


@pytest.mark.parametrize("konsolidasi", Konsolidasi)
@given(st.lists(none_or_more, min_size=1, max_size=12))
def test_full_year_is_what_its_konsolidasi_says(
    konsolidasi: Konsolidasi, figures: list[Decimal]
) -> None:
    indikator = replace(RAPAT, jenis=Jenis.ANGKA, konsolidasi=konsolidasi)
    filled = [
        Realisasi(indikator="2c", subbagian="KUL", periode=1, status=Status.TERISI, nilai=n)
        for n in figures
    ]
    expected = {
        Konsolidasi.JUMLAH: sum(figures, Decimal(0)),
        Konsolidasi.RERATA: sum(figures, Decimal(0)) / len(figures),
        Konsolidasi.TERAKHIR: figures[-1],
        Konsolidasi.MAKSIMUM: max(figures),
    }

    assert roll_up(filled).nilai(indikator) == expected[konsolidasi]
