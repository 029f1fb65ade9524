"""What a semester report says: one half of the year, and how far the year is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from grids import records
from kinerja import semester
from kinerja.annual import report as annual
from kinerja.annual_semester import semester_is_compiled
from kinerja.hasil_semester import begun, span
from kinerja.laporan import BarisLaporanSemester
from kinerja.laporan_semester import BarisSemester, LaporanSemester
from kinerja.model import (
    Anggaran,
    Indikator,
    Jenis,
    Konsolidasi,
    Location,
    Pengaturan,
)
from kinerja.model_laporan import LaporanTerbit
from kinerja.model_verifikasi import Pengecualian
from kinerja.penanda import markers
from kinerja.rekap import Penerimaan, Rekap
from kinerja.target_semester import target_of
from kinerja.temuan import Rule
from kinerja.terbitan import sidik_of
from reports import returned, sent, year


def answered(table: str, **more: object) -> Rekap:
    """A year of triwulan, whose columns TW I to TW IV are the Realisasi of KUL.

    Columns besides: Kode, Target (of every TW and of the year), Jenis, Konsolidasi.
    """
    found = records(table)
    base = year("| Kode | Target | Realisasi |\n| x | 1 | |")
    indikator = tuple(_indikator(base.indikator[0], row) for row in found)
    columns = enumerate(("TW I", "TW II", "TW III", "TW IV"), start=1)
    kiriman = tuple(returned(found, p, name) for p, name in columns)
    back = tuple(k for k in kiriman if k.realisasi)
    return replace(base, indikator=indikator, kiriman=back, **more)  # type: ignore[arg-type]


def _indikator(like: Indikator, row: dict[str, str]) -> Indikator:
    target = Decimal(row["Target"])
    konsolidasi = Konsolidasi(row["Konsolidasi"])
    is_sum = konsolidasi is Konsolidasi.JUMLAH
    return replace(
        like,
        kode=row["Kode"],
        jenis=Jenis(row["Jenis"]),
        konsolidasi=konsolidasi,
        satuan="kali",
        target=target * 4 if is_sum else target,
        target_periode=(target,) * 4,
        pendukung=(),
    )


def rows(laporan: LaporanSemester) -> dict[str, BarisSemester]:
    return {i.kode: i for s in laporan.sasaran for i in s.indikator}


def test_a_semester_has_its_own_target_and_the_year_beside_it(table: str) -> None:
    """
    | Kode | Target | Jenis | Konsolidasi    | TW I | TW II | TW III | TW IV |
    | 1.1  | 5      | angka | jumlah         | 5    | 4     | 5      | 6     |
    | 1.2  | 80     | angka | rata-rata      | 60   | 80    | 90     | 90    |
    | 1.3  | 80     | angka | nilai terakhir | 20   | 40    | 60     | 72    |
    | 1.4  | 50     | angka | maksimum       | 40   | 45    | 30     | 50    |
    """
    rekap = answered(table)
    one, two = (rows(semester.report(rekap, (), n)) for n in (1, 2))

    assert {k: (r.target, r.realisasi, r.capaian) for k, r in one.items()} == {
        "1.1": ("10\u00a0kali", "9\u00a0kali", "90,00"),
        "1.2": ("80\u00a0kali", "70\u00a0kali", "87,50"),
        "1.3": ("80\u00a0kali", "40\u00a0kali", "50,00"),
        "1.4": ("50\u00a0kali", "45\u00a0kali", "90,00"),
    }
    assert {k: (r.realisasi, r.kumulatif, r.kemajuan) for k, r in two.items()} == {
        "1.1": ("11\u00a0kali", "20\u00a0kali", "100,00"),
        "1.2": ("90\u00a0kali", "80\u00a0kali", "100,00"),
        "1.3": ("72\u00a0kali", "72\u00a0kali", "90,00"),
        "1.4": ("50\u00a0kali", "50\u00a0kali", "100,00"),
    }


@pytest.mark.parametrize(
    ("jenis", "konsolidasi", "targets", "expected"),
    [
        (Jenis.ANGKA, Konsolidasi.JUMLAH, (1, 2), 3),
        (Jenis.ANGKA, Konsolidasi.JUMLAH, (1, None), None),
        (Jenis.ANGKA, Konsolidasi.RERATA, (1, 2), Decimal("1.5")),
        (Jenis.ANGKA, Konsolidasi.TERAKHIR, (1, 2), 2),
        (Jenis.ANGKA, Konsolidasi.TERAKHIR, (1, None), None),
        (Jenis.ANGKA, Konsolidasi.MAKSIMUM, (3, 2), 3),
        (Jenis.RASIO, Konsolidasi.JUMLAH, (80, 90), 90),
        (Jenis.PERSEN, Konsolidasi.JUMLAH, (80, 90), None),
        (Jenis.PERSEN, Konsolidasi.RERATA, (80, 90), 85),
    ],
)
def test_the_target_of_a_semester_follows_the_konsolidasi(
    jenis: Jenis,
    konsolidasi: Konsolidasi,
    targets: tuple[int | None, ...],
    expected: object,
) -> None:
    i = Indikator(
        kode="1",
        uraian="",
        sasaran="1",
        penanggung_jawab="KUL",
        jenis=jenis,
        konsolidasi=konsolidasi,
        target_periode=tuple(None if t is None else Decimal(t) for t in targets),
    )

    assert target_of(i, (1, 2)) == expected


@pytest.mark.parametrize(
    ("siklus", "periode", "which", "own"),
    [(4, 1, (1,), [1, 2]), (4, 2, (1,), [1, 2]), (4, 3, (1, 2), [1, 2]),
     (2, 1, (1,), [1]), (2, 2, (1, 2), [1]), (12, 7, (1, 2), [1, 2, 3, 4, 5, 6])],
)  # fmt: skip
def test_a_semester_begins_with_its_first_periode(
    siklus: int, periode: int, which: tuple[int, ...], own: list[int]
) -> None:
    pengaturan = Pengaturan(tahun=2020, siklus=siklus, periode=periode)
    rekap = Rekap(file="kinerja.xlsx", pengaturan=pengaturan)

    assert begun(rekap) == which
    assert list(span(rekap, 1)) == own


def test_what_is_wrong_in_the_other_semester_does_not_make_it_a_draft(table: str) -> None:
    """
    | Kode | Target | Jenis | Konsolidasi | TW I | TW II | TW III | TW IV |
    | 1.1  | 5      | angka | jumlah      | 5    | 4     | 5      | 6     |
    """
    rekap = answered(table)
    late = Rule.NILAI_KOSONG.at(
        Location("kinerja.xlsx"), indikator="1.1", periode="TW III", subbagian="KUL"
    )
    form = Rule.TARGET_KOSONG.at(Location("KUL4.xlsx", "Isian", 8), indikator="1.1")
    stray = Rule.TARGET_KOSONG.at(Location("KUL/TW IV/a.pdf"), indikator="1.1")
    master = Rule.TARGET_KOSONG.at(Location("kinerja.xlsx"), indikator="1.1")
    found = [
        [semester.report(rekap, (t,), n).jumlah_galat for n in (1, 2)]
        for t in (late, form, stray, master)
    ]

    assert found == [[0, 1], [0, 1], [0, 1], [1, 1]]


def test_a_missing_form_is_one_marker_and_what_follows_waits(table: str) -> None:
    """
    | Kode | Target | Jenis | Konsolidasi    | TW I | TW II | TW III | TW IV |
    | 1.1  | 5      | angka | jumlah         | 5    | 4     | 5      |       |
    | 1.2  | 80     | angka | nilai terakhir | 20   | 40    | 60     |       |
    """
    rekap = answered(table)
    one, two = (semester.report(rekap, (), n) for n in (1, 2))

    assert [m for m in markers(one) if "formulir" in m] == []
    assert (two.jumlah_belum, list(markers(two.formulir_belum))) == (
        2,  # and the budget, which nobody filled
        ["[belum ada data: formulir Umum TW IV]"],
    )
    assert {r.realisasi for r in rows(two).values()} == {"menunggu formulir"}
    assert {r.kumulatif for r in rows(two).values()} == {"menunggu formulir"}
    assert two.rata_capaian == "menunggu formulir"


def test_an_empty_form_is_as_good_as_none(table: str) -> None:
    """
    | Kode | Target | Jenis | Konsolidasi | TW I | TW II | TW III | TW IV |
    | 1.1  | 5      | angka | jumlah      | 5    | 4     | 5      |       |
    """
    rekap = answered(table)
    empty = replace(sent(p=4), penerimaan=Penerimaan.KOSONG)
    laporan = annual(replace(rekap, kiriman=(*rekap.kiriman, empty)), ())

    assert laporan.formulir_belum == ("[belum ada data: formulir Umum TW IV]",)
    assert list(markers(laporan)).count("[belum ada data: formulir Umum TW IV]") == 1


def test_a_row_left_blank_in_a_form_that_came_back_stays_loud(table: str) -> None:
    """
    | Kode | Target | Jenis | Konsolidasi | TW I | TW II | TW III | TW IV |
    | 1.1  | 5      | angka | jumlah      | 5    | 4     | 5      | 6     |
    | 1.2  | 5      | angka | jumlah      | 5    | 4     | 5      |       |
    """
    laporan = annual(answered(table), ())

    assert laporan.formulir_belum == ()
    assert "[belum ada data: realisasi 1.2 TW IV]" in set(markers(laporan))


def test_the_budget_of_a_semester_misses_no_periode_silently() -> None:
    lines = tuple(
        Anggaran(
            kode=kode,
            uraian="Program",
            sasaran="1",
            pagu=Decimal(100),
            realisasi=tuple(None if r is None else Decimal(r) for r in spent),
        )
        for kode, spent in (("A", (10, 20, 30, 50)), ("B", (10, 20, None, 5)))
    )
    rekap = year("| Kode | Target | Realisasi |\n| 1.1 | 80 | 66 |", anggaran=lines)
    one, two = (semester.report(rekap, (), n).anggaran for n in (1, 2))

    assert [(r.kode, r.realisasi, r.kumulatif) for r in (*one.baris, one.jumlah)] == [
        ("A", "Rp30", "Rp30"),
        ("B", "Rp30", "Rp30"),
        ("", "Rp60", "Rp60"),
    ]
    assert [(r.kumulatif, r.serapan, r.lebih) for r in two.baris] == [
        ("Rp110", "110,00", True),
        ("[belum ada data: realisasi B]", "–", False),
    ]


def test_the_annual_report_names_the_semester_reports_it_is_made_of(table: str) -> None:
    """
    | Kode | Target | Jenis | Konsolidasi | TW I | TW II | TW III | TW IV |
    | 1.1  | 5      | angka | jumlah      | 5    | 4     | 5      | 6     |
    """
    rekap = answered(table)
    compiled = LaporanTerbit(
        nama="semester 1",
        berkas="Laporan/S1.docx",
        sha256="a" * 64,
        sidik=sidik_of(semester.report(rekap, (), 1)),
    )
    fresh = annual(replace(rekap, laporan=(compiled,)), ())
    later = answered(table.replace("| 4 ", "| 3 "), laporan=(compiled,))
    stale = annual(later, ())

    assert [(r.semester, r.sha256, r.keadaan) for r in fresh.laporan_semester] == [
        ("1", "a" * 64, "✔ Mutakhir"),
        ("2", "–", "– Belum disusun"),
    ]
    assert stale.laporan_semester[0].keadaan == "! Usang"


def test_a_semester_report_that_is_missing_or_stale_is_told() -> None:
    rows_ = [
        BarisLaporanSemester(semester=str(n), berkas="", sha256="", keadaan=keadaan)
        for n, keadaan in ((1, "! Usang"), (2, "– Belum disusun"), (3, "✔ Mutakhir"))
    ]
    told = [
        (t.rule.code, dict(t.facts)["semester"]) for t in semester_is_compiled(rows_, "k.xlsx")
    ]

    assert told == [("L12", "1"), ("L11", "2")]


def test_what_was_set_aside_is_printed_with_its_reason() -> None:
    aside = Pengecualian(
        id="x", kode="D03", tempat="KUL.xlsx, Isian, J8", pesan="Belum ada.", alasan="Hilang."
    )
    rekap = year("| Kode | Target | Realisasi |\n| 1.1 | 80 | 66 |", pengecualian=(aside,))
    [row] = annual(rekap, ()).pengecualian

    assert (row.kode, row.alasan, row.oleh, row.waktu) == ("D03", "Hilang.", "–", "–")


def test_a_semester_prints_what_was_set_aside_but_not_of_the_other_alone() -> None:
    """
    | tempat                 | pesan                    | semester |
    | KUL TW II.xlsx › Isian | Belum ada.               | 1        |
    | 1.1.pdf                | Tidak ada untuk TW III.  | 2        |
    | 1.1.pdf                | TW II sama dengan TW IV. | 1, 2     |
    | kinerja.xlsx           | Belum ada.               | 1, 2     |
    """
    told = (
        ("KUL TW II.xlsx › Isian", "Belum ada."),
        ("1.1.pdf", "Tidak ada untuk TW III."),
        ("1.1.pdf", "TW II sama dengan TW IV."),
        ("kinerja.xlsx", "Belum ada."),
    )
    aside = tuple(
        Pengecualian(id=str(n), kode=str(n), tempat=tempat, pesan=pesan, alasan="Ya.")
        for n, (tempat, pesan) in enumerate(told)
    )
    rekap = year("| Kode | Target | Realisasi |\n| 1.1 | 80 | 66 |", pengecualian=aside)
    printed = [
        [row.kode for row in semester.report(rekap, (), n).pengecualian] for n in (1, 2)
    ]

    assert printed == [["0", "2", "3"], ["1", "2", "3"]]
