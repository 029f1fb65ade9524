"""The rows of every table of “Beranda”."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from entries import ASKING, peta
from kinerja import periode
from kinerja.beranda import beranda_pages, opening_pages
from kinerja.beranda_laporan import laporan_page
from kinerja.grid import Value
from kinerja.jurnal import jurnal_pages
from kinerja.model import Location, Sasaran, Status, Subbagian, Tindakan
from kinerja.rekap import Rekap
from kinerja.sheets import beranda as sheet
from kinerja.sheets.table import Sheet, normal
from kinerja.temuan import Rule, Temuan
from kinerja.view import view_of
from office import BARE, REKAP, answer, berkas, having, kiriman, listed

OF_FORM = Rule.NILAI_KOSONG.at(
    Location("Formulir.xlsx"), indikator="1a", periode="TW I", subbagian="TPH"
)
AWAY = Rule.FORMULIR_BELUM_KEMBALI.at(Location("a.xlsx"), subbagian="TPH", periode="TW I")
DOUBTFUL = Rule.TARGET_NOL.at(Location("kinerja.xlsx"), indikator="1a")
RATIO = {"x": Decimal(9), "y": Decimal(10)}


def rows(table: Sheet, rekap: Rekap, *temuan: Temuan) -> list[list[Value]]:
    found = next(p for p in beranda_pages(view_of(rekap), temuan) if p.sheet == table)
    return [list(row) for row in found.rows]


def at(rekap: Rekap, p: int) -> Rekap:
    return replace(rekap, pengaturan=replace(rekap.pengaturan, periode=p))


def half_way() -> Rekap:
    """
    | Subbagian | 1a          | 1b             | 2a     | 2b    | 2c           |
    | TPH       | 80, berbukti | 2, tanpa bukti |        |       |              |
    | KUL       |             |                | 9 : 10 | belum | tidak berlaku |
    """
    of_tph = kiriman(answer("1a", 80), answer("1b", 2), listed=(listed(),))
    of_kul = kiriman(
        answer("2a", 90, **RATIO),
        answer("2b"),
        answer("2c", status=Status.TIDAK_BERLAKU, alasan="tidak ada tahapan"),
        sha256="b",
        subbagian="KUL",
    )
    return having(of_tph, of_kul, berkas=(berkas(),))


@pytest.mark.parametrize("siklus", periode.SIKLUS)
@pytest.mark.parametrize("rekap", [BARE, half_way(), replace(BARE, subbagian=())])
def test_every_table_fits_its_place(siklus: int, rekap: Rekap) -> None:
    rekap = replace(rekap, pengaturan=replace(rekap.pengaturan, siklus=siklus))

    for page in (*beranda_pages(view_of(rekap), ()), *opening_pages(siklus)):
        assert 0 < len(page.rows) <= page.sheet.capacity
        assert {len(row) for row in page.rows} == {len(page.sheet.columns)}


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_no_heading_stands_twice(siklus: int) -> None:
    """Tables on one sheet are told apart by their headings."""
    tables = [page.sheet for page in opening_pages(siklus)]
    headings = [normal(column.heading) for table in tables for column in table.columns]

    assert sorted(headings) == sorted(set(headings))


def test_opening_says_welcome_and_has_no_figure() -> None:
    head, _, sop, summary, late, matrix, _, sasaran, entri, laporan, last = opening_pages(4)

    assert sop.rows == [["–", "–", "–", "–", "– dari 3 hari 7 jam 15 menit"]]
    assert late.rows == [["–"]]
    assert head.rows == [[sheet.SELAMAT_DATANG, "–", "–"]]
    assert set(summary.rows[0]) == {"–"}
    assert [page.rows[0][0] for page in (matrix, sasaran, entri, last)] == [
        sheet.TANPA_SUBBAGIAN,
        sheet.TANPA_SASARAN,
        sheet.TANPA_APLIKASI,
        sheet.TANPA_TINDAKAN,
    ]
    assert {row[1] for row in laporan.rows} == {"– Belum disusun"}


def test_head_says_who_and_when() -> None:
    assert rows(sheet.KEPALA, REKAP) == [["KPU Kabupaten Contoh", "2020", "TW I"]]


def test_long_name_of_an_office_leaves_room_for_the_year() -> None:
    long = replace(REKAP.pengaturan, satker="Sekretariat Komisi " * 9)
    ((name, *_),) = rows(sheet.KEPALA, replace(REKAP, pengaturan=long))

    assert len(str(name)) <= sheet.SATKER_MUAT


def test_matrix_tells_each_subbagian_in_symbol_and_word() -> None:
    """
    | Subbagian                          | TW I     | Isian | Data Pendukung | Tahap      |
    | TPH · Teknis dan Hubungan Masyara… | ! Kurang | 100   | 50             | · Diterima |
    | KUL · Keuangan, Umum, dan Logistik | ! Kurang | 66,67 | 0              | · Diterima |
    """
    found = rows(sheet.matriks(4), half_way())

    assert found == [
        [
            "TPH · Teknis dan Hubungan Masyara…",
            "! Kurang",
            *["– Nanti"] * 3,
            Decimal(100),
            Decimal(50),
            "· Diterima",
        ],
        [
            "KUL · Keuangan, Umum, dan Logistik",
            "! Kurang",
            *["– Nanti"] * 3,
            Decimal("66.67"),
            Decimal(0),
            "· Diterima",
        ],
    ]


def test_matrix_tells_how_far_the_running_form_is() -> None:
    """
    | Subbagian | TW I       | TW II   | Tahap Verifikasi   |
    | TPH       | ! Kurang   | ✖ Belum | – Belum kembali    |
    """
    back = having(kiriman(answer("1a", 80)))
    wrong = replace(OF_FORM, location=Location(back.kiriman[0].identitas.berkas))

    assert rows(sheet.matriks(4), back, wrong)[0][-1] == "! Perlu perbaikan"
    assert rows(sheet.matriks(4), at(back, 2))[0][-1] == "– Belum kembali"


def test_what_is_not_typed_into_an_application_is_red() -> None:
    """
    | Aplikasi | Isian Entri | Sudah | Belum | Beda | Keadaan Entri |
    | e-Lapkin | 4           | 0     | 4     | 0    | ✖ Belum       |
    """
    found = rows(sheet.ENTRI, ASKING)

    assert [row[0] for row in found] == ["e-Lapkin", "e-Monev"]
    assert {row[-1] for row in found} == {"✖ Belum"}
    assert all(row[1] == row[3] != "0" for row in found)


def test_applications_that_do_not_fit_are_counted() -> None:
    names = [f"| A{n} | S | N | realisasi periode | 1234,56 |" for n in range(5)]
    lines = ["| aplikasi | layar | isian | sumber | bentuk |", *names]
    found = rows(sheet.ENTRI, replace(ASKING, peta_entri=peta("\n".join(lines))))

    assert [str(row[0])[:18] for row in found] == ["A0", "A1", "… dan 3 lainnya, d"]


def test_a_report_that_no_longer_holds_says_so() -> None:
    """
    Laporan Terbit
    | Laporan    | Keadaan    | Disusun           |
    | semester 1 | ! Usang    | 9 Jul 2020, 09.00 |
    """
    when = datetime(2020, 7, 9, 9)
    register = [["semester 1", "a.docx", "! Usang", "Final", when, "", "", ""]]

    assert [list(row) for row in laporan_page(register).rows] == [
        ["Semester 1", "! Usang", "9 Jul 2020, 09.00"],
        ["Semester 2", "– Belum disusun", "–"],
        ["Tahunan", "– Belum disusun", "–"],
    ]


def test_form_that_stays_away_is_not_yet_there() -> None:
    found = rows(sheet.matriks(4), at(having(kiriman(answer("1a", 80))), 2))

    assert [row[1:5] for row in found] == [
        ["! Kurang", "✖ Belum", "– Nanti", "– Nanti"],
        ["✖ Belum", "✖ Belum", "– Nanti", "– Nanti"],
    ]


def test_subbagian_is_complete_with_number_and_data_pendukung() -> None:
    only = replace(BARE, indikator=BARE.indikator[:1], syarat=BARE.syarat[:1])
    back = kiriman(answer("1a", 80), listed=(listed(),))
    support = kiriman(sha256="b", subbagian="KUL")
    found = rows(sheet.matriks(4), having(back, support, berkas=(berkas(),), rekap=only))

    assert [(row[1], row[-3], row[-2]) for row in found] == [
        ("✔ Lengkap", 100, 100),
        ("✔ Lengkap", None, None),  # it only supports, and has sent its form
    ]


def test_subbagian_without_indikator_owes_nothing() -> None:
    idle = Subbagian(kode="HSDM", nama="Subbagian Hukum")
    found = rows(sheet.matriks(4), replace(REKAP, subbagian=(*REKAP.subbagian, idle)))

    assert found[-1] == ["HSDM · Hukum", *["– Tanpa"] * 4, None, None, ""]


@pytest.mark.parametrize(("many", "last"), [(12, "S11"), (13, "… dan 2 lainnya, di lembar")])
def test_what_does_not_fit_is_counted_and_said_where(many: int, last: str) -> None:
    offices = tuple(Subbagian(kode=f"S{n}", nama=f"S{n}") for n in range(many))
    found = rows(sheet.matriks(4), replace(REKAP, subbagian=offices))

    assert len(found) == sheet.SUBBAGIAN_MUAT
    assert str(found[-1][0]).startswith(last)


def test_course_counts_what_is_due() -> None:
    """
    | Periode | Isian | Data Pendukung | Capaian |
    | TW I    | 80    | 33,33          | 100     |
    | TW II   |       |                |         |
    """
    found = rows(sheet.perkembangan(4), half_way())

    assert found == [
        ["TW I", Decimal(80), Decimal("33.33"), Decimal(100)],
        *([name, None, None, None] for name in ("TW II", "TW III", "TW IV")),
    ]


def test_sasaran_shows_the_last_periode_with_figures_before_the_year_is_known() -> None:
    found = rows(sheet.SASARAN, at(half_way(), 2))

    assert found == [
        ["1 · Pemilihan yang demokratis", Decimal(100), "Sangat Baik", "2 dari 2"],
        ["2 · Lembaga yang akuntabel", Decimal(100), "Sangat Baik", "1 dari 3"],
    ]
    assert rows(sheet.RINGKASAN, at(half_way(), 2))[0][3] == "100% · TW I"


def test_sasaran_shows_the_year_once_it_is_known() -> None:
    files = (kiriman(answer("1a", 66, p), sha256=f"{p}", p=p) for p in range(1, 5))
    rekap = at(having(*files), 4)

    assert rows(sheet.SASARAN, rekap)[0][1:] == [Decimal("82.5"), "Baik", "1 dari 2"]
    assert rows(sheet.RINGKASAN, rekap)[0][3] == "82,5% · setahun"


def test_sasaran_without_figure_is_no_zero() -> None:
    assert rows(sheet.SASARAN, REKAP)[0][1:] == [None, "–", "0 dari 2"]


def test_long_sasaran_is_cut_in_one_line() -> None:
    long = Sasaran(kode="1", uraian="Pemilihan\nyang " + "demokratis " * 20)
    (first, *_) = rows(sheet.SASARAN, replace(REKAP, sasaran=(long,)))

    assert len(str(first[0])) <= sheet.URAIAN_MUAT[4]
    assert "\n" not in str(first[0])
    assert str(first[0]).endswith("…")


def test_summary_counts_forms_and_what_was_found_in_them() -> None:
    """The form that stays away is counted once, among the forms."""
    rekap = having(kiriman(answer("1a", 80), listed=(listed(),)), berkas=(berkas(),))
    found = rows(sheet.RINGKASAN, rekap, OF_FORM, OF_FORM, AWAY, DOUBTFUL)

    assert found == [["1 dari 2", "20%", "25%", "100% · TW I", "✖ 1", "! 1"]]


def test_summary_is_clean_when_nothing_stands() -> None:
    assert rows(sheet.RINGKASAN, half_way())[0][4:] == ["✔ 0", "✔ 0"]


def test_no_figure_stands_before_the_forms_are_made() -> None:
    assert set(rows(sheet.RINGKASAN, BARE, OF_FORM)[0]) == {"–"}


def test_last_actions_stand_newest_first() -> None:
    """
    | Tindakan Terakhir | Waktu              | Hasil   |
    | T4                | 22 Nov 2026, 14.05 | hasil 4 |
    """
    actions = [
        Tindakan(waktu=datetime(2026, 11, 22, 14, n + 1), nama=f"T{n}", hasil=f"hasil {n}")
        for n in range(5)
    ]
    (last,) = [page for page in jurnal_pages(actions) if page.sheet == sheet.TERAKHIR]

    assert [row[0] for row in last.rows] == ["T4", "T3", "T2"]
    assert last.rows[0] == ["T4", "22 Nov 2026, 14.05", "hasil 4"]
