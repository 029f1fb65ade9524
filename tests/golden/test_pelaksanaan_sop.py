"""The page that proves the SOP was followed, as it is printed, read back as text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kinerja.adapters import office, word
from kinerja.model_sop import Cap, Distribusi
from kinerja.pelaksanaan import Pelaksanaan, pelaksanaan
from kinerja.rekap import Rekap
from kinerja.sheets.table import normal
from letters import OFFICE, PENGATURAN
from open_xml import MISSING, VALIDATE, errors
from printed import HOSTILE, TEMPLATES, lines, opened, printed, rows
from scripts import played, standard_ends

START = datetime(2026, 11, 19, 7, 30)  # a Thursday
NAME = "pelaksanaan_sop"


def handed(kode: str, **fields: object) -> Distribusi:
    given = {"dibagikan": START, "batas": date(2026, 11, 23), "penerima": "Nama", **fields}
    return Distribusi(
        periode=4, subbagian=kode, revisi=1, berkas="", sha256="", **given  # type: ignore[arg-type]
    )  # fmt: skip


WHOLE = replace(
    played(OFFICE, START, standard_ends(OFFICE, START)),
    distribusi=(
        handed("TPH", kembali=datetime(2026, 11, 23, 15)),
        handed("KUL", kembali=datetime(2026, 11, 25, 9), alasan="Dinas luar"),
    ),
)
BEGUN = replace(OFFICE, cap=(Cap(periode=1, langkah=1, selesai=START, sumber="tombol"),))


def page(rekap: Rekap = WHOLE) -> bytes:
    return printed(NAME, pelaksanaan(rekap))


def long_list(text: str = "Bagian yang bernama panjang sekali", n: int = 14) -> Rekap:
    """The office with so many Subbagian of that name, and a reason as long."""
    kodes = [f"S{k}" for k in range(n)]
    kul = OFFICE.subbagian[1]
    return replace(
        WHOLE,
        pengaturan=replace(WHOLE.pengaturan, subbagian_perencana="S0"),
        subbagian=tuple(replace(kul, kode=kode, nama=text, kepala=text) for kode in kodes),
        distribusi=tuple(handed(kode, alasan=text, penerima=text) for kode in kodes),
        cap=tuple(replace(c, alasan=text) for c in WHOLE.cap),
    )


def test_the_delivered_template_is_free_of_problems() -> None:
    path = TEMPLATES / f"{NAME}.docx"

    assert word.problems(path.read_bytes(), Pelaksanaan, path.name) == ()


def test_kop_title_and_result_stand_above_everything() -> None:
    assert lines(page())[:7] == [
        "KOMISI PEMILIHAN UMUM",
        "KABUPATEN CONTOH",
        "Jalan Contoh 1",
        "Telepon (0254) 1",
        "Bukti Pelaksanaan SOP Pengumpulan Data Kinerja",
        "Triwulan IV Tahun 2026",
        "Lembar ini mencatat pelaksanaan SOP Pengumpulan Data Kinerja di KPU Kabupaten Contoh "
        "untuk Triwulan IV 2026. Dari 14 langkah, 14 sudah selesai dalam 3 hari 7 jam 15 "
        "menit waktu kerja; mutu baku seluruh langkah ialah 3 hari 7 jam 15 menit, selisihnya "
        "0 menit.",
    ]


def test_a_cycle_that_is_at_hand_says_which_step_is() -> None:
    (said,) = (line for line in lines(page(BEGUN)) if line.startswith("Lembar ini"))

    assert "1 sudah selesai" in said
    assert said.endswith("sedang berjalan sejak 19 Nov 2026, 07.30.")


def test_every_step_has_its_row_between_heading_and_total() -> None:
    head, *body, total = rows(page(), 0)

    assert head == [
        "No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu Baku", "Keluaran", "Mulai",
        "Selesai", "Waktu Nyata", "Selisih", "Dicap Oleh",
    ]  # fmt: skip
    assert [row[0] for row in body] == [str(n) for n in range(1, 15)]
    assert [normal(cell) for cell in total if normal(cell)] == [
        "jumlah",
        "3 hari 7 jam 15 menit",
        "3 hari 7 jam 15 menit",
        "0 menit",
    ]


def test_a_step_that_was_typed_says_why() -> None:
    thirteen = rows(page(), 0)[13]

    assert thirteen[0] == "13"
    assert thirteen[-1] == "Jam SOP\nAlasan: belum ada tombolnya"


def test_minutes_that_are_derived_are_said_to_be() -> None:
    (note,) = (line for line in lines(page()) if "diturunkan" in line)

    assert "205 menit" in note


def test_every_form_has_its_row_with_how_it_came_back() -> None:
    assert rows(page(), 1) == [
        ["Subbagian", "Dibagikan", "Diterima Oleh", "Batas", "Kembali", "Ketepatan"],
        [
            "Teknis dan Hubungan Masyarakat",
            "19 Nov 2026, 07.30",
            "Nama",
            "23 November 2026",
            "23 Nov 2026, 15.00",
            "tepat waktu",
        ],
        [
            "Keuangan, Umum, dan Logistik",
            "19 Nov 2026, 07.30",
            "Nama",
            "23 November 2026\nAlasan: Dinas luar",
            "25 Nov 2026, 09.00",
            "terlambat 2 hari kerja",
        ],
    ]


def test_the_days_that_were_skipped_are_told() -> None:
    assert rows(page(), 2) == [
        ["Sebab", "Banyaknya", "Hari"],
        ["Sabtu", "1", "Sabtu 21 Nov"],
        ["Minggu", "1", "Minggu 22 Nov"],
    ]


def test_secretary_and_planner_sign_beside_each_other() -> None:
    signed = [row for row in rows(page(), 3) if row != ["", ""] and any(row)]

    assert signed == [
        ["Mengetahui,", "Contoh, ............................"],
        ["Sekretaris,", "Kepala Subbagian Keuangan, Umum, dan Logistik,"],
        ["Nama Sekretaris", "Nama Dua"],
        ["NIP 19700101 199001 1 001", "NIP ............................"],
    ]


def test_headings_are_repeated_and_no_row_is_split_on_a_page_on_its_side() -> None:
    document = opened(page(long_list()))

    assert document.sections[0].page_width > document.sections[0].page_height
    for table in document.tables:
        whole = [row.xpath("count(w:trPr/w:cantSplit)") for row in table._tbl.tr_lst]
        assert whole == [1] * len(whole)
    for table in document.tables[:3]:
        assert table._tbl.tr_lst[0].xpath("count(w:trPr/w:tblHeader)") == 1


def test_the_same_office_gives_the_same_bytes() -> None:
    assert page() == page()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_people_is_printed_as_it_is(text: str) -> None:
    shown = normal(re.sub("[\x07\ud800]", "\ufffd", text))
    office_ = replace(
        long_list(text, n=2), pengaturan=replace(PENGATURAN, periode=4, kop=text)
    )
    document = opened(page(office_))
    cells = [normal(c.text) for t in document.tables for r in t.rows for c in r.cells]

    assert normal(document.paragraphs[0].text) == shown
    assert shown in cells
    assert normal(f"Alasan: {shown}") in " ".join(cells)


@pytest.mark.skipif(not VALIDATE, reason=MISSING)
@pytest.mark.parametrize(
    "rekap", [BEGUN, long_list("Hukum & SDM <1>")], ids=["mulai", "panjang"]
)
def test_the_open_xml_sdk_finds_no_error(rekap: Rekap, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.docx"
    path.write_bytes(page(rekap))

    assert errors(path) == []


@pytest.mark.live
@pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed here")
def test_the_signatures_never_stand_alone_on_a_page() -> None:
    import pypdfium2

    pdf = office.pdf_of(page(long_list()), "Pelaksanaan.docx")
    assert isinstance(pdf, bytes)
    document = pypdfium2.PdfDocument(pdf)
    pages = [sheet.get_textpage().get_text_bounded() for sheet in document]
    document.close()
    (signed,) = (text for text in pages if "Mengetahui," in text)

    assert "Riwayat" in signed
