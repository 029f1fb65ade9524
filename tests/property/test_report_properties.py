"""What holds of both reports for every year: one arithmetic, and sentences that only quote."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings

from kinerja import semester
from kinerja.annual import report
from kinerja.capaian import roll_up
from kinerja.check import check
from kinerja.hasil import Hasil, hasil_of
from kinerja.laporan import Laporan
from kinerja.laporan_sasaran import Draf
from kinerja.laporan_semester import BarisSemester, LaporanSemester
from kinerja.model import Jenis, Konsolidasi, Nilai
from kinerja.penanda import markers
from kinerja.printing import nilai, number
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import MARKER, MENUNGGU, TIDAK_ADA
from kinerja.tables import rekap_rows
from kinerja.view import view_of
from years import years

NUMBER = re.compile(r"\d[\d.,]*\d|\d")
some = settings(max_examples=150)


def drafts(value: object) -> list[Draf]:
    """Every draft sentence of a report, in its order."""
    if isinstance(value, Draf):
        return [value]
    if isinstance(value, tuple):
        return [d for part in value for d in drafts(part)]
    if is_dataclass(value):
        return [d for f in fields(value) for d in drafts(getattr(value, f.name))]
    return []


def texts(value: object) -> list[str]:
    """Everything that a report prints, its draft sentences aside."""
    if isinstance(value, Draf):
        return []
    if isinstance(value, tuple):
        return [t for part in value for t in texts(part)]
    if is_dataclass(value):
        return [t for f in fields(value) for t in texts(getattr(value, f.name))]
    return [str(value)] if isinstance(value, str | int) else []


def semesters(rekap: Rekap) -> tuple[LaporanSemester, LaporanSemester]:
    return semester.report(rekap, (), 1), semester.report(rekap, (), 2)


def rows(laporan: LaporanSemester) -> dict[str, BarisSemester]:
    return {i.kode: i for s in laporan.sasaran for i in s.indikator}


def is_printed(text: str, value: Nilai | None, h: Hasil) -> bool:
    """Whether a report prints this value, or says that there is none."""
    if value is not None:
        return text == nilai(value, h.indikator.satuan)
    return text in {TIDAK_ADA, MENUNGGU} or bool(MARKER.fullmatch(text))


@some
@given(years())
def test_both_semesters_make_the_year_that_every_table_prints(rekap: Rekap) -> None:
    view = view_of(rekap)
    laporan, (one, two) = report(rekap, ()), semesters(rekap)
    annual = {i.kode: i for s in laporan.sasaran for i in s.indikator}
    proof = {b.kode: b for b in laporan.bukti}
    sheet = {row[1]: row for row in rekap_rows(view)}
    for h in hasil_of(rekap, view.answers):
        kode, i = h.indikator.kode, h.indikator
        first, second = h.semester
        year = first.combine(second).nilai(i)

        assert year == roll_up(h.answers).nilai(i) == h.tahun
        assert is_printed(rows(one)[kode].realisasi, first.nilai(i), h)
        assert is_printed(rows(two)[kode].realisasi, second.nilai(i), h)
        assert is_printed(rows(two)[kode].kumulatif, year, h)
        assert rows(one)[kode].realisasi == proof[kode].semester_1
        assert rows(two)[kode].realisasi == proof[kode].semester_2
        assert is_printed(annual[kode].realisasi, year, h)
        assert proof[kode].gabungan == proof[kode].tahun == annual[kode].realisasi
        assert proof[kode].sama
        if isinstance(year, Decimal):
            printed = number(Decimal(str(sheet[kode][-5])))
            assert nilai(year, i.satuan) == nilai(Decimal(str(sheet[kode][-5])), i.satuan)
            assert printed == number(year)


@some
@given(years())
def test_percentages_that_are_to_be_added_are_refused_and_have_no_sum(rekap: Rekap) -> None:
    added = {
        i.kode
        for i in rekap.indikator
        if i.jenis is Jenis.PERSEN and i.konsolidasi is Konsolidasi.JUMLAH
    }
    refused = {dict(t.facts)["indikator"] for t in check(rekap) if t.rule.code == "I07"}
    answers = view_of(rekap).answers

    assert refused == added
    for h in hasil_of(rekap, answers):
        if h.indikator.kode in added:
            assert (h.tahun, *h.nilai_semester) == (None, None, None)


@some
@given(years())
def test_every_number_in_a_draft_sentence_is_a_fact_of_the_report(rekap: Rekap) -> None:
    for laporan in (report(rekap, ()), *semesters(rekap)):
        known = {n for text in texts(laporan) for n in NUMBER.findall(text)}
        told = _counts(laporan)
        for draf in drafts(laporan):
            said = NUMBER.findall("".join(draf.isi))

            assert [n for n in said if n not in known | told] == []


def _counts(laporan: Laporan | LaporanSemester) -> set[str]:
    """How often the forms say something under one heading."""
    told = [u for s in laporan.sasaran for u in (*s.penyebab, *s.kegiatan)]
    return {
        str(sum(k.judul == heading for k in u.kutipan))
        for u in told
        for heading in ("Penyebab", "Kendala", "Solusi", "Program/kegiatan")
    }


@some
@given(years())
def test_no_two_neighbours_have_the_same_sentence(rekap: Rekap) -> None:
    laporan, halves = report(rekap, ()), semesters(rekap)
    rows_ = [i for s in laporan.sasaran for i in s.indikator]
    told = [u for s in laporan.sasaran for u in s.penyebab]
    columns = [
        [getattr(i.draf, name) for i in rows_]
        for name in ("tahun_ini", "tahun_lalu", "renstra", "nasional")
    ]
    columns += [[u.draf for u in told], [s.draf_efisiensi for s in laporan.sasaran]]
    columns += [[i.draf for s in half.sasaran for i in s.indikator] for half in halves]
    for column in columns:
        pairs = [(a, b) for a, b in pairwise(column) if a.ada and b.ada]

        assert [a for a, b in pairs if "".join(a.isi) == "".join(b.isi)] == []
        assert [a for a, b in pairs if _wording(a) == _wording(b)] == []


def _wording(draf: Draf) -> str:
    """A sentence without what was filled in."""
    return "".join(part for part in draf.isi if " " in part)


@some
@given(years())
def test_the_same_year_gives_the_same_text(rekap: Rekap) -> None:
    again = replace(rekap, kiriman=tuple(reversed(rekap.kiriman)))

    assert report(rekap, ()) == report(again, ())
    assert semesters(rekap) == semesters(again)


@some
@given(years())
def test_one_missing_form_is_one_marker(rekap: Rekap) -> None:
    """All else that is missing in a year without that form was missing before."""
    whole = {m for m in markers(report(rekap, ())) if "formulir" not in m}
    first, *others = rekap.kiriman
    less = replace(rekap, kiriman=tuple(others))
    laporan = report(less, ())
    p = first.formulir.periode if first.formulir else 0
    marker = f"[belum ada data: formulir Umum {rekap.periode_name(p)}]"
    found = list(markers(laporan))

    assert found.count(marker) == 1
    assert {m for m in found if "formulir" not in m} - whole == set()


@some
@given(years())
def test_the_first_semester_is_told_from_its_own_periode(rekap: Rekap) -> None:
    half = rekap.pengaturan.siklus // 2
    own = tuple(k for k in rekap.kiriman if k.formulir and k.formulir.periode <= half)

    assert semester.report(rekap, (), 1) == semester.report(replace(rekap, kiriman=own), (), 1)
