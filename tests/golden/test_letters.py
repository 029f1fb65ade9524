"""Lembar disposisi and surat edaran as they are printed, read back as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kinerja.adapters import word
from kinerja.circular import NaskahEdaran, naskah_edaran
from kinerja.circular import registered as new_edaran
from kinerja.disposition import LembarDisposisi, lembar_disposisi
from kinerja.disposition import registered as new_lembar
from kinerja.model import Subbagian
from kinerja.model_sop import Sifat
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TITIK
from letters import OFFICE, PENGATURAN
from open_xml import MISSING, VALIDATE, errors
from printed import HOSTILE, TEMPLATES, lines, opened, printed, rows

KOP = ["KOMISI PEMILIHAN UMUM", "KABUPATEN CONTOH", "Jalan Contoh 1", "Telepon (0254) 1"]


def edaran(rekap: Rekap = OFFICE, **typed: object) -> bytes:
    """The letter of the running Periode with what was typed in its row."""
    typed_row = replace(new_edaran(rekap), **typed)  # type: ignore[arg-type]
    row = new_edaran(replace(rekap, surat_edaran=(typed_row,)))
    context = naskah_edaran(rekap, row)
    return printed("surat_edaran", context)


def lembar(rekap: Rekap = OFFICE, **typed: object) -> bytes:
    """The sheet of the running Periode with what was typed in its row."""
    row = replace(new_lembar(rekap), **typed)  # type: ignore[arg-type]
    return printed("disposisi", lembar_disposisi(rekap, row))


each_letter = pytest.mark.parametrize("make", [edaran, lembar], ids=["edaran", "lembar"])


@pytest.mark.parametrize(
    ("name", "known"), [("surat_edaran", NaskahEdaran), ("disposisi", LembarDisposisi)]
)
def test_the_delivered_template_is_free_of_problems(name: str, known: type) -> None:
    path = TEMPLATES / f"{name}.docx"

    assert word.problems(path.read_bytes(), known, path.name) == ()


@each_letter
def test_the_kop_stands_above_every_letter(make: Callable[..., bytes]) -> None:
    bare = replace(OFFICE, pengaturan=replace(PENGATURAN, kop="", alamat="", kontak=""))

    assert lines(make())[:4] == KOP
    assert lines(make(bare))[0] == "KPU Kabupaten Contoh"
    assert "Jalan Contoh 1" not in lines(make(bare))


@each_letter
def test_the_same_row_gives_the_same_bytes(make: Callable[..., bytes]) -> None:
    assert make() == make()


# ---- surat edaran


def test_number_subject_and_addressees_stand_in_their_order() -> None:
    text = lines(edaran(no="12"))

    assert text[4:12] == [
        "Yth.",
        "Kepala Subbagian Teknis dan Hubungan Masyarakat",
        "Kepala Subbagian Keuangan, Umum, dan Logistik",
        "di tempat",
        "Surat Edaran",
        "Nomor 12 Tahun 2026",
        "tentang",
        "Pengumpulan Data Kinerja Triwulan I Tahun 2026",
    ]


def test_without_a_number_there_are_dots() -> None:
    assert f"Nomor {TITIK} Tahun 2026" in lines(edaran())


def test_it_has_the_six_parts_of_a_surat_edaran_numbered_by_word() -> None:
    parts = [p for p in opened(edaran()).paragraphs if p.style.name == "Bagian Surat"]

    assert [p.text for p in parts] == [
        "Latar Belakang",
        "Maksud dan Tujuan",
        "Ruang Lingkup",
        "Dasar",
        "Isi Edaran",
        "Penutup",
    ]


@pytest.mark.parametrize(("tahun", "changes"), [(2020, 0), (2026, 2)])
def test_a_law_is_not_cited_with_a_later_change(tahun: int, changes: int) -> None:
    office = replace(OFFICE, pengaturan=replace(PENGATURAN, tahun=tahun))

    assert sum("diubah" in line for line in lines(edaran(office))) == changes + 1


def test_it_says_where_to_send_it_to_and_until_when() -> None:
    (line,) = (t for t in lines(edaran()) if "paling lambat" in t)

    assert line == (
        "Formulir dan data pendukung disampaikan kepada Subbagian Keuangan, Umum, dan "
        "Logistik (Nama Pengelola), surel kul@kpu.contoh.id, paling lambat Senin, "
        "23 November 2026, yaitu 2 hari kerja sesudah tanggal surat ini."
    )


def test_the_signature_stands_under_place_and_date() -> None:
    text = lines(edaran(tanggal=date(2026, 11, 19)))
    at = text.index("Ditetapkan di Contoh")

    assert text[at : at + 5] == [
        "Ditetapkan di Contoh",
        "pada tanggal 19 November 2026",
        "SEKRETARIS KPU KABUPATEN CONTOH,",
        "Nama Sekretaris",
        "NIP 19700101 199001 1 001",
    ]
    assert text[at + 5 : at + 8] == ["Tembusan:", "Ketua KPU Kabupaten Contoh", "Arsip"]


def test_those_who_look_at_the_draft_find_room_for_their_paraf() -> None:
    assert rows(edaran(), 0) == [
        ["Diperiksa oleh", "Nama", "Paraf", "Tanggal"],
        ["Pengelola Data Kinerja", "Nama Pengelola", "", ""],
        ["Kepala Subbagian Keuangan, Umum, dan Logistik", "Nama Dua", "", ""],
    ]


def test_the_annex_has_form_indikator_and_batas_of_each_subbagian() -> None:
    head, *body = rows(edaran(), 1)
    kul = next(t for t in OFFICE.terbit if t.formulir.subbagian == "KUL")

    assert head == ["No", "Subbagian", "Formulir", "Indikator", "Batas Pengembalian"]
    assert body[1] == [
        "2",
        "Keuangan, Umum, dan Logistik",
        f"{kul.berkas}\nKode {kul.formulir.id}",
        "4",
        "Senin, 23 November 2026",
    ]
    assert "Hari yang tidak dihitung: Sabtu 21 Nov, Minggu 22 Nov." in lines(edaran())[-6]


def test_the_heading_of_the_annex_is_repeated_and_its_rows_stay_whole() -> None:
    table = opened(edaran()).tables[1]._tbl
    whole = [row.xpath("count(w:trPr/w:cantSplit)") for row in table.tr_lst]
    repeated = [row.xpath("count(w:trPr/w:tblHeader)") for row in table.tr_lst]

    assert whole == [1, 1, 1]
    assert repeated == [1, 0, 0]


def test_a_form_that_was_not_made_is_said_in_its_row() -> None:
    data = edaran(replace(OFFICE, terbit=()))

    assert [row[2] for row in rows(data, 1)[1:]] == ["belum dibuat"] * 2


def test_many_addressees_stand_in_the_annex_only() -> None:
    many = tuple(Subbagian(kode=f"S{n}", nama=f"Bagian {n}") for n in range(14))
    shared = tuple(replace(i, pendukung=tuple(u.kode for u in many)) for i in OFFICE.indikator)
    data = edaran(replace(OFFICE, subbagian=many, indikator=shared))

    assert lines(data)[5] == "Para Kepala Subbagian (daftar terlampir)"
    assert len(rows(data, 1)) == 15


# ---- lembar disposisi


def test_every_field_of_a_lembar_disposisi_is_there() -> None:
    typed = {
        "agenda": "41",
        "nomor": "7/PR",
        "tanggal": date(2026, 11, 18),
        "instruksi": "Arsip\nHubungi Ketua",
        "catatan": "Satu\nDua",
        "sifat": Sifat.BIASA,
    }
    table = rows(lembar(**typed), 0)

    assert table[:8] == [
        ["No. Agenda", "41", "Diterima", "19 Nov 2026, 09.14"],
        ["Asal Surat", "Sekretaris KPU Kabupaten Contoh", "Nomor Surat", "7/PR"],
        [
            "Lampiran",
            "Perjanjian Kinerja, Rencana Aksi",
            "Tanggal Surat",
            "18 November 2026",
        ],
        ["Perihal", "Pengumpulan Data Kinerja Triwulan I Tahun 2026"],
        ["Sifat", "☒ Biasa      ☐ Segera      ☐ Sangat Segera      "],
        ["Diteruskan kepada", "Kepala Subbagian Keuangan, Umum, dan Logistik\nNama Dua"],
        [
            "Instruksi\n☐ Tindak lanjuti\n☐ Pelajari\n☐ Koordinasikan\n☐ Siapkan\n"
            "☐ Untuk diketahui\n☒ Arsip\n☒ Hubungi Ketua",
            "Isi Disposisi / Catatan\nSatu\nDua",
        ],
        ["Batas Waktu", "25 November 2026"],
    ]


def test_the_chain_has_a_row_for_each_step_with_room_for_a_paraf() -> None:
    moments = {1: datetime(2026, 11, 19, 9, 14), 2: datetime(2026, 11, 19, 9, 30)}
    head, *body = rows(lembar(terusan=moments), 1)

    assert head[-1] == "Paraf"
    assert [row[0] for row in body] == ["1", "2", "3", "8", "9"]
    assert body[0][1] == "Sekretaris → Kasubbag Perencanaan"
    assert [row[3] for row in body[:3]] == ["19 Nov 2026, 09.14", "19 Nov 2026, 09.30", TITIK]
    assert {row[4] for row in body} == {""}


# ---- what people may type


def spoilt(text: str) -> Rekap:
    """The office with this text wherever a person may have typed it."""
    keys = ("satker", "kop", "alamat", "kota", "nama_pejabat", "pengelola", "tembusan")
    return replace(
        OFFICE,
        pengaturan=replace(PENGATURAN, **dict.fromkeys(keys, text)),
        subbagian=tuple(replace(u, nama=text, kepala=text) for u in OFFICE.subbagian),
    )


@pytest.mark.parametrize("text", HOSTILE)
@each_letter
def test_text_of_people_is_printed_as_it_is(make: Callable[..., bytes], text: str) -> None:
    shown = " ".join(re.sub("[\x07\ud800]", "\ufffd", text).split())
    document = opened(make(spoilt(text)))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    everything = [*(p.text for p in document.paragraphs), *cells]

    assert shown in [" ".join(t.split()) for t in everything]
    assert len(document.paragraphs) == len(opened(make(spoilt("biasa"))).paragraphs)


@pytest.mark.skipif(not VALIDATE, reason=MISSING)
@each_letter
def test_the_open_xml_sdk_finds_no_error(make: Callable[..., bytes], tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(make(spoilt("Hukum & SDM <1>")))

    assert errors(path) == []
