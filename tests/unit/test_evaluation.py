"""The page for evaluators: what is found for each criterion, and what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from kinerja.evaluation import BarisKriteria, Gambar, evaluation
from kinerja.kriteria_lke import Found
from kinerja.model import Anggaran, Narasi, Riwayat, Tindakan
from kinerja.model_entri import Entri
from kinerja.model_laporan import LaporanTerbit
from kinerja.rekap import Rekap
from kinerja.sheets.lke import KRITERIA, PELAPORAN, PENGUKURAN, Bukti, Terbukti
from kinerja.sheets.tombol import JUDUL
from letters import OFFICE
from scripts import played, standard_ends

START = datetime(2026, 11, 19, 7, 30)  # a Thursday
PLAYED = played(OFFICE, START, standard_ends(OFFICE, START))
REPORT = LaporanTerbit(
    nama="tahunan", berkas="Laporan/L.docx", sha256="ab" * 32, sidik="x", dibuat=START
)
ADA, SEBAGIAN, BELUM = (t.value for t in Terbukti)


def rows(rekap: Rekap, *gambar: Gambar) -> Mapping[Bukti, BarisKriteria]:
    found = evaluation(rekap, gambar).kriteria
    return {k.bukti: row for k, row in zip(KRITERIA, found, strict=True)}


def action(nama: str, hour: int = 8, oleh: str = "Pengelola", sidik: str = "s") -> Tindakan:
    when = datetime(2026, 11, 19, hour)
    return Tindakan(waktu=when, nama=nama, hasil="", oleh=oleh, sidik=sidik)


def test_every_criterion_has_its_row_and_every_bukti_is_looked_for() -> None:
    assert {k.bukti for k in KRITERIA} == set(Bukti)
    assert {k.komponen for k in KRITERIA} == {PENGUKURAN, PELAPORAN}
    assert [r.nomor for r in evaluation(OFFICE, ()).kriteria] == list(range(1, 16))


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (Found(0, 0), BELUM),
        (Found(0, 3), BELUM),
        (Found(1, 3), SEBAGIAN),
        (Found(3, 3), ADA),
        (Found(7), ADA),
    ],
)
def test_a_part_is_a_part_and_nothing_is_nothing(found: Found, wanted: str) -> None:
    assert found.keadaan.value == wanted


def test_definitions_count_where_definition_and_formula_are_written() -> None:
    """
    | Kode | Definisi Operasional | Rumus |
    | 1a   | Apa yang diukur      | a / b |
    | 1b   | Apa yang diukur      |       |
    """
    one, two, *others = OFFICE.indikator
    both = replace(one, definisi="Apa yang diukur", rumus="a / b")
    half = replace(two, definisi="Apa yang diukur", rumus="")
    rest = [replace(i, definisi="", rumus="") for i in others]
    row = rows(replace(OFFICE, indikator=(both, half, *rest)))[Bukti.DEFINISI]

    assert row.keadaan == SEBAGIAN
    assert row.ditemukan.startswith(f"1 dari {len(OFFICE.indikator)} ")


def test_without_a_report_no_criterion_of_the_report_is_met() -> None:
    found = rows(with_facts(OFFICE))

    assert {r.keadaan for r in found.values() if r.komponen == PELAPORAN} == {BELUM}


def test_a_draft_meets_a_criterion_in_part_only() -> None:
    rekap = with_facts(OFFICE)
    final = rows(replace(rekap, laporan=(REPORT,)))
    draft = rows(replace(rekap, laporan=(replace(REPORT, draf=True),)))

    assert final[Bukti.TAHUN_LALU].keadaan == ADA
    assert draft[Bukti.TAHUN_LALU].keadaan == SEBAGIAN
    assert final[Bukti.REKOMENDASI].keadaan == ADA
    assert final[Bukti.EFISIENSI].keadaan == SEBAGIAN


def with_facts(rekap: Rekap) -> Rekap:
    """History of every Indikator, advice for every Sasaran, one of two lines with figures."""
    lines = [
        Anggaran(
            kode=k, uraian=k, sasaran="1", pagu=Decimal(10), realisasi=(r, None, None, None)
        )
        for k, r in (("A", Decimal(4)), ("B", None))
    ]
    return replace(
        rekap,
        riwayat=tuple(
            Riwayat(indikator=i.kode, tahun=2025, target=None, realisasi=Decimal(1))
            for i in rekap.indikator
        ),
        narasi=tuple(
            Narasi(bagian=f"rekomendasi:{s.kode}", isi="Perbaiki.") for s in rekap.sasaran
        ),
        anggaran=tuple(lines),
    )


def test_a_cycle_that_is_done_shows_every_step_with_its_time() -> None:
    (periode,) = evaluation(PLAYED, ()).periode

    assert periode.periode == "Triwulan IV"
    assert periode.selesai == "14 dari 14"
    assert [s.nomor for s in periode.langkah] == list(range(1, 15))
    assert periode.nyata == periode.baku == "3 hari 7 jam 15 menit"


def test_an_office_that_has_not_begun_has_no_periode() -> None:
    fresh = replace(OFFICE, terbit=(), cap=())

    assert evaluation(fresh, ()).periode == ()
    assert rows(fresh)[Bukti.MEKANISME].keadaan == BELUM


def test_actions_are_told_by_kind_and_those_that_only_look_are_not() -> None:
    """
    | Tindakan    | Banyaknya | Pertama | Terakhir | Oleh |
    | Gabungkan   | 2         | 8.00    | 10.00    | A, B |
    """
    jurnal = (
        action("Gabungkan", 8, "A", "satu"),
        action(JUDUL["progress"], 9),
        action("Gabungkan", 10, "B", "dua"),
        action(JUDUL["archive"], 11),
        action(JUDUL["evaluation"], 12),
    )
    page = evaluation(replace(OFFICE, jurnal=jurnal), ())
    (told,) = page.tindakan

    assert (told.nama, told.banyak, told.oleh) == ("Gabungkan", 2, "A, B")
    assert (page.banyak_tindakan, page.sidik) == (2, "dua")


def test_its_own_line_in_the_journal_does_not_change_the_page() -> None:
    before = replace(OFFICE, jurnal=(action("Gabungkan"),))
    after = replace(before, jurnal=(*before.jurnal, action(JUDUL["evaluation"], 9)))

    assert evaluation(after, ()) == evaluation(before, ())


def test_a_screenshot_says_which_entry_it_proves() -> None:
    entri = Entri(
        aplikasi="e-Lapkin", periode=4, layar="L", isian="I", kunci="1a", bukti="layar.png"
    )
    rekap = replace(OFFICE, entri=(entri, replace(entri, kunci="1b")))
    shots = (
        Gambar(berkas="Entri/layar.png", sha256="1"),
        Gambar(berkas="Gambar/x.png", sha256="2"),
    )

    assert [(g.berkas, g.tentang) for g in evaluation(rekap, shots).gambar] == [
        ("Entri/layar.png", "e-Lapkin TW IV"),
        ("Gambar/x.png", "–"),
    ]
