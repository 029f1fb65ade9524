"""The reminder as it is delivered, read as the Subbagian reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from kinerja.adapters import plain_text
from kinerja.model_sop import Distribusi
from kinerja.pengingat import Pengingat, pengingat
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import Kapan
from letters import OFFICE
from printed import TEMPLATES

FILE = "pesan_pengingat.txt"
TEMPLATE = plain_text.decoded((TEMPLATES / FILE).read_bytes(), FILE)
ROW = Distribusi(
    periode=1,
    subbagian="KUL",
    revisi=1,
    berkas="Formulir KUL TW I 2026.xlsx",
    sha256="",
    dibagikan=datetime(2026, 11, 18, 9),
    batas=date(2026, 11, 20),
)
OPENING = {
    Kapan.SEBELUM: "Dengan hormat, kami mengingatkan bahwa Formulir Data Kinerja Triwulan I "
    "2026 ditunggu kembali paling lambat Jumat, 20 November 2026.",
    Kapan.HARI_H: "Dengan hormat, hari ini, Jumat, 20 November 2026, adalah hari terakhir "
    "pengembalian Formulir Data Kinerja Triwulan I 2026, dan formulir Saudara belum kami "
    "terima.",
    Kapan.SESUDAH: "Dengan hormat, Formulir Data Kinerja Triwulan I 2026 yang batasnya Jumat, "
    "20 November 2026 belum kami terima. Formulir yang terlambat tetap kami terima dan "
    "gabungkan; mohon dikirim secepatnya.",
}


def message(kapan: Kapan = Kapan.HARI_H, row: Distribusi = ROW, rekap: Rekap = OFFICE) -> str:
    return plain_text.render(TEMPLATE, pengingat(rekap, row, kapan), FILE)


def test_the_delivered_template_is_free_of_problems() -> None:
    assert plain_text.problems(TEMPLATE, Pengingat, FILE) == ()


@pytest.mark.parametrize("kapan", Kapan)
def test_the_whole_message_of_each_day(kapan: Kapan) -> None:
    assert message(kapan).splitlines() == [
        "Yth. Kepala Subbagian Keuangan, Umum, dan Logistik",
        "Nama Dua",
        "",
        OPENING[kapan],
        "",
        "Yang ditunggu:",
        "- formulir “Formulir KUL TW I 2026.xlsx” yang sudah diisi;",
        "- data pendukung yang disebut di dalamnya.",
        "",
        "Bila ada kendala, kabari kami supaya dapat dibantu. Bila sudah dikirim, abaikan "
        "pesan ini.",
        "",
        "Terima kasih.",
        "",
        "Nama Pengelola",
        "Keuangan, Umum, dan Logistik",
        "KPU Kabupaten Contoh",
        "Telepon (0254) 1",
    ]


def test_a_deadline_of_its_own_comes_with_its_reason() -> None:
    own = replace(ROW, batas_khusus=date(2026, 11, 24), alasan="Dinas luar.")

    assert "Batas itu khusus untuk subbagian Saudara: Dinas luar." in message(row=own)


def test_what_nobody_named_leaves_no_empty_line() -> None:
    bare = replace(
        OFFICE,
        pengaturan=replace(OFFICE.pengaturan, pengelola="", kontak=""),
        subbagian=tuple(replace(s, kepala="") for s in OFFICE.subbagian),
    )

    assert "\n\n\n" not in message(rekap=bare)
    assert message(rekap=bare).endswith("Logistik\nKPU Kabupaten Contoh\n")


@pytest.mark.parametrize("text", ["Hukum & SDM <1>", "{{ 7*7 }}", "{% for a in b %}"])
def test_names_are_printed_as_they_are(text: str) -> None:
    named = tuple(replace(s, nama=f"Subbagian {text}") for s in OFFICE.subbagian)

    assert f"Yth. Kepala Subbagian {text}\n" in message(rekap=replace(OFFICE, subbagian=named))
