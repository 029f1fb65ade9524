"""What goes into the master comes out of it equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.koreksi import FIELDS, sidik_of, sidik_text, with_koreksi
from kinerja.master import read_rekap
from kinerja.model import DataPendukung, Hitungan, Keputusan, Location, Realisasi, Status
from kinerja.rekap import Kiriman, Penerimaan
from kinerja.tables import pages
from kinerja.temuan import Rule
from masters import master_book
from office import REKAP, answer, having, kiriman, listed

KODE = ["1a", "2a", "2b"]  # a number, a rasio, a text

# Any text that a cell can hold, as reading leaves it: without spaces around it.
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
some = words.filter(bool)
numbers = st.none() | st.decimals("-1e9", "1e9", places=3)
places = st.builds(
    Location,
    st.just("Formulir.xlsx"),
    st.sampled_from(["Isian", "Data Pendukung", "Isian (2)!", "a; b=c"]),
    st.integers(1, 99),
    st.sampled_from(["A", "J", "AB"]),
)


@st.composite
def answers(draw: st.DrawFn, kode: str) -> Realisasi:
    """An answer with anything in its fields."""
    return replace(
        answer(kode),
        status=draw(st.sampled_from(Status)),
        nilai=draw(numbers if kode != "2b" else st.none() | some),
        x=draw(numbers),
        y=draw(numbers),
        batas_waktu=draw(st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))),
        keputusan=draw(st.sampled_from(Keputusan)),
        letak={"nilai": draw(places), "kendala": draw(places)},
        alasan=draw(words),
        penyebab=draw(words),
        kendala=draw(words),
        solusi=draw(words),
        tindak_lanjut=draw(words),
        pic=draw(words),
        kegiatan=draw(words),
        efisiensi=draw(words),
    )


@st.composite
def corrected(draw: st.DrawFn, kode: str) -> Realisasi:
    """An answer of which the planner typed over some cells."""
    file, over = draw(answers(kode)), draw(answers(kode))
    fields = draw(st.sets(st.sampled_from(FIELDS)))
    mixed = replace(file, **{field: getattr(over, field) for field in fields})
    return with_koreksi(mixed, sidik_of(sidik_text(file)), REKAP.by_kode()[kode])


@st.composite
def pieces(draw: st.DrawFn) -> DataPendukung:
    """A row of the list with anything in it."""
    return listed(
        draw(some),
        jenis=draw(words),
        tanggal=draw(st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))),
        keterangan=draw(words),
        location=draw(places),
    )


@st.composite
def files(draw: st.DrawFn) -> Kiriman:
    """A returned file with anything in it."""
    counts = st.integers(0, 10**6)
    rule = Rule.BUKAN_ANGKA.at(
        draw(places), judul=draw(words), indikator="1a", isi=draw(words)
    )
    k = kiriman(
        *(draw(corrected(kode)) for kode in draw(st.sets(st.sampled_from(KODE)))),
        disimpan=draw(st.none() | st.datetimes(datetime(1980, 1, 1)).map(_to_second)),
        listed=tuple(draw(st.lists(pieces(), max_size=3))),
        penerimaan=draw(st.sampled_from([Penerimaan.DITERIMA, Penerimaan.KOSONG])),
    )
    return replace(
        k,
        temuan=(rule,),
        hitungan=Hitungan(
            ditemukan=draw(counts),
            diambil=draw(counts),
            dicatat=draw(counts),
            di_luar=draw(counts),
        ),
    )


def _to_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


@settings(max_examples=400)
@given(files())
def test_returned_file_comes_back_equal(k: Kiriman) -> None:
    rekap, temuan = read_rekap(master_book(having(k)))
    (found,) = rekap.kiriman

    assert temuan == []
    assert replace(found, data_pendukung=()) == replace(k, data_pendukung=())
    assert sorted(found.data_pendukung, key=repr) == sorted(
        (replace(d, location=replace(d.location, file="aaaa.xlsx")) for d in k.data_pendukung),
        key=repr,
    )
    expected = {
        (r.indikator, key): replace(at, file="aaaa.xlsx")
        for r in k.realisasi
        for key, at in r.letak.items()
    }
    assert {
        (r.indikator, n): at for r in found.realisasi for n, at in r.letak.items()
    } == expected


@settings(max_examples=400)
@given(files())
def test_rows_that_were_read_give_the_same_rows(k: Kiriman) -> None:
    once, _ = read_rekap(master_book(having(k)))
    twice, _ = read_rekap(master_book(once))

    assert pages(twice, []) == pages(once, [])


@given(st.decimals("-1e12", "1e12", places=2))
def test_figure_with_two_decimals_comes_back_to_the_cent(value: Decimal) -> None:
    k = kiriman(answer("1a", value))
    rekap, _ = read_rekap(master_book(having(k)))

    assert rekap.kiriman[0].realisasi[0].nilai == value
