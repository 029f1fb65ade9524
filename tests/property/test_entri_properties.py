"""Cumulative and per Periode are one figure, for every Konsolidasi and every form."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja.banding_entri import selisih_of
from kinerja.hasil import hasil_of
from kinerja.model import Indikator, Jenis, Konsolidasi, Pengaturan, Realisasi, Status
from kinerja.model_entri import Bentuk
from kinerja.nilai_entri import kumulatif, number_in, pertambahan, written
from kinerja.rekap import Rekap

NUMERIC = [b for b in Bentuk if b is not Bentuk.TEKS]
numbers = st.decimals(-(10**9), 10**9, places=3, allow_nan=False, allow_infinity=False)
years = st.lists(st.none() | numbers, min_size=4, max_size=4)
CLOSE = Fraction(1, 10**12)


def hasil(konsolidasi: Konsolidasi, nilai: list[Decimal | None], jenis: Jenis = Jenis.ANGKA):
    """The figures of a year; None is a Periode that was Nihil."""
    i = Indikator(
        kode="1", uraian="", sasaran="1", penanggung_jawab="A",
        konsolidasi=konsolidasi, jenis=jenis,
    )  # fmt: skip
    answers = {
        ("1", "A", p): Realisasi(
            indikator="1",
            subbagian="A",
            periode=p,
            nilai=v,
            status=Status.NIHIL if v is None else Status.TERISI,
        )
        for p, v in enumerate(nilai, start=1)
    }
    rekap = Rekap(file="", pengaturan=Pengaturan(tahun=2020), indikator=(i,))
    return hasil_of(rekap, answers)[0]


@given(nilai=years)
def test_the_sum_of_the_periods_is_the_cumulative_one_and_back(
    nilai: list[Decimal | None],
) -> None:
    h = hasil(Konsolidasi.JUMLAH, nilai)
    for p in range(1, 5):
        known = [v for v in nilai[:p] if v is not None]

        assert kumulatif(h, p) == (sum(known) if known else None)
        if nilai[p - 1] is not None:
            assert pertambahan(h, p) == nilai[p - 1]


@given(nilai=years)
def test_the_mean_so_far_gives_back_every_periode(nilai: list[Decimal | None]) -> None:
    h, before = hasil(Konsolidasi.RERATA, nilai), Fraction(0)
    for p in range(1, 5):
        value, mean = nilai[p - 1], kumulatif(h, p)
        if value is None:
            continue
        n = sum(v is not None for v in nilai[:p])

        assert isinstance(mean, Decimal)
        assert abs(Fraction(mean) * n - before - Fraction(value)) < CLOSE
        before = Fraction(mean) * n


@given(nilai=years)
def test_the_last_and_the_highest_so_far_are_never_added_up(
    nilai: list[Decimal | None],
) -> None:
    last, highest = (hasil(k, nilai) for k in (Konsolidasi.TERAKHIR, Konsolidasi.MAKSIMUM))
    for p in range(1, 5):
        known = [v for v in nilai[:p] if v is not None]

        assert kumulatif(last, p) == (known[-1] if known else None)
        assert kumulatif(highest, p) == max(known, default=None)


@given(nilai=years, konsolidasi=st.sampled_from(list(Konsolidasi)))
def test_what_is_added_adds_up_to_the_cumulative_figure(
    nilai: list[Decimal | None], konsolidasi: Konsolidasi
) -> None:
    h = hasil(konsolidasi, nilai)
    added = [pertambahan(h, p) for p in range(1, 5)]
    for p in range(1, 5):
        whole = kumulatif(h, p)
        if isinstance(whole, Decimal):
            parts = [a for a in added[:p] if isinstance(a, Decimal)]

            assert sum(map(Fraction, parts)) == Fraction(whole)


@given(nilai=years, konsolidasi=st.sampled_from(list(Konsolidasi)))
def test_at_the_end_of_the_year_it_is_the_figure_of_the_report(
    nilai: list[Decimal | None], konsolidasi: Konsolidasi
) -> None:
    h = hasil(konsolidasi, nilai)

    assert kumulatif(h, 4) == h.tahun


@given(nilai=years)
def test_percentages_are_never_added(nilai: list[Decimal | None]) -> None:
    assert kumulatif(hasil(Konsolidasi.JUMLAH, nilai, Jenis.PERSEN), 4) is None


@given(value=numbers, bentuk=st.sampled_from(NUMERIC), places=st.integers(0, 6))
def test_what_is_written_is_read_back_as_the_rounded_figure(
    value: Decimal, bentuk: Bentuk, places: int
) -> None:
    decimals = 0 if bentuk is Bentuk.BULAT else places
    said = written(value, bentuk, places)

    step = Decimal(1).scaleb(-decimals)

    assert number_in(said, bentuk) == value.quantize(step, rounding=ROUND_HALF_UP)
    assert not said.startswith("-0") or "," in said or "." in said


@given(value=numbers, bentuk=st.sampled_from(NUMERIC), other=st.sampled_from(NUMERIC))
def test_the_same_figure_never_differs_and_one_digit_more_always_does(
    value: Decimal, bentuk: Bentuk, other: Bentuk
) -> None:
    said = written(value, bentuk, 3)

    assert selisih_of(said, said, bentuk) is None
    assert selisih_of(f"{said}7", said, bentuk) is not None
    assert selisih_of(written(value + 1, bentuk, 3), said, bentuk) is not None
