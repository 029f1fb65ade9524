"""Draft sentences: which patterns can be used, and which of them a figure gets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grids import places
from kinerja.annual import report
from kinerja.annual_draf import counted
from kinerja.kalimat import SEED, kalimat_rows, written
from kinerja.laporan import Laporan
from kinerja.laporan_sasaran import Kutipan, Uraian
from kinerja.master import read_rekap
from kinerja.model_laporan import Kalimat
from kinerja.rekap import Rekap
from kinerja.sheets.kalimat import BAWAAN, KALIMAT, KASUS, Analisis, Kasus
from kinerja.temuan import Temuan
from masters import with_cells
from office import REKAP
from reports import year

POLA = Kalimat(
    analisis=Analisis.TAHUN_INI, keadaan=Kasus.BELUM, pola="{kode} kurang {kurang}."
)


def read(text: str) -> tuple[Rekap, list[Temuan]]:
    return read_rekap(with_cells(KALIMAT, text))


def said(laporan: Laporan) -> dict[str, str]:
    """The sentence of analysis 1, by Indikator."""
    rows = (i for s in laporan.sasaran for i in s.indikator)
    return {i.kode: "".join(i.draf.tahun_ini.isi) for i in rows}


# ---- the sheet


def test_patterns_of_the_office_are_read(table: str) -> None:
    """
    |   | A                    | B              | C                       | D  |
    | 5 | Target dan realisasi | belum tercapai | {kode} kurang {kurang}. |    |
    | 6 | Semester             | tercapai       | {realisasi} tercapai.   | ya |
    """
    rekap, temuan = read(table)

    assert temuan == []
    assert [(k.analisis, k.keadaan, k.pola, k.disetujui) for k in rekap.kalimat] == [
        ("Target dan realisasi", "belum tercapai", "{kode} kurang {kurang}.", False),
        ("Semester", "tercapai", "{realisasi} tercapai.", True),
    ]


def test_a_pattern_that_cannot_be_used_is_named_at_its_cell_and_left_out(table: str) -> None:
    """
    |    | A                    | B              | C                         |
    | 5  | Target dan realisasi | tercapai       | {realisai} dari {target}. |
    | 6  | Target dan realisasi | tercapai       | {realisasi dari {target}. |
    | 7  | Target dan realisasi | tercapai       | {realisasi}} dari target. |
    | 8  | Target dan realisasi | tercapai       | {realisasi} sudah 3 kali. |
    | 9  | Target dan realisasi | membaik        | {realisasi} membaik.      |
    | 10 | Target dan realisasi | tercapai       | {realisasi:.2f} dicapai.  |
    | 11 | Target dan realisasi | tercapai       | {realisasi.nilai} ada.    |
    | 12 | Target dan realisasi | tercapai       | {realisasi!r} dicapai.    |
    | 13 | Target dan realisasi | tercapai       | {} dicapai.               |
    | 14 | Target dan realisasi | tercapai       | {persen_renstra} dicapai. |
    """
    rekap, temuan = read(table)

    assert rekap.kalimat == ()
    assert places(temuan) == [
        ("L07", "C5"),
        ("L08", "C6"),
        ("L08", "C7"),
        ("L09", "C8"),
        ("L10", "B9"),
        ("L07", "C10"),
        ("L07", "C11"),
        ("L07", "C12"),
        ("L07", "C13"),
        ("L07", "C14"),
    ]


def test_the_nearest_field_is_offered(table: str) -> None:
    """
    |   | A                    | B        | C                         |
    | 5 | Target dan realisasi | tercapai | {realisai} dari {target}. |
    """
    _, [temuan] = read(table)

    assert "realisasi" in dict(temuan.facts)["usul"]


def test_a_row_that_is_not_finished_is_named(table: str) -> None:
    """
    |   | A                    | B        | C                    |
    | 5 | Target dan realisasi |          | {realisasi} dicapai. |
    | 6 | Target saja          | tercapai | {realisasi} dicapai. |
    """
    rekap, temuan = read(table)

    assert rekap.kalimat == ()
    assert places(temuan) == [("I02", "B5"), ("I06", "A6")]


def test_what_is_shipped_is_read_back_without_a_problem() -> None:
    rekap, temuan = read_rekap(with_cells(KALIMAT, "|   | A |", replace(REKAP, kalimat=SEED)))

    assert temuan == []
    assert rekap.kalimat == SEED
    assert len(kalimat_rows()) == len(SEED)


@pytest.mark.parametrize("analisis", Analisis)
def test_every_case_is_shipped_with_more_than_one_pattern(analisis: Analisis) -> None:
    assert {c: len(BAWAAN[analisis, c]) > 1 for c in KASUS[analisis]} == dict.fromkeys(
        KASUS[analisis], True
    )


# ---- the sentences


def test_each_case_has_its_own_sentence(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    | 1.2  | 75     | 93        |
    | 1.3  | 75     | 75        |
    | 1.4  | 75     |           |
    """
    kalimat = tuple(
        Kalimat(analisis=Analisis.TAHUN_INI, keadaan=k, pola=f"{k} {{kode}}")
        for k in KASUS[Analisis.TAHUN_INI]
    )
    laporan = report(replace(year(table), kalimat=kalimat), ())

    assert said(laporan) == {
        "1.1": "belum tercapai 1.1",
        "1.2": "melampaui 1.2",
        "1.3": "tercapai 1.3",
        "1.4": "",
    }


def test_a_pattern_that_was_accepted_is_no_draft_any_more(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    """
    rekap = year(table)
    mine = replace(POLA, disetujui=True)
    drafts = [
        report(replace(rekap, kalimat=k), ()).sasaran[0].indikator[0].draf.tahun_ini.draf
        for k in ((), (POLA,), (mine,))
    ]

    assert drafts == [True, True, False]


def test_a_case_without_a_row_takes_what_is_shipped(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    | 1.2  | 75     | 75        |
    """
    found = said(report(replace(year(table), kalimat=(POLA,)), ()))

    assert found["1.1"] == "1.1 kurang 17,50."
    assert found["1.2"].startswith("Realisasi indikator 1.2 adalah 75%")


def test_neighbours_differ_even_where_the_office_has_one_pattern() -> None:
    one = Kalimat(analisis=Analisis.RENSTRA, keadaan=Kasus.TERCAPAI, pola="Sudah {realisasi}.")
    cases = [(Kasus.TERCAPAI, {"kode": kode, "realisasi": "80%"}) for kode in ("1", "2", "3")]
    texts = ["".join(d.isi) for d in written((one,), Analisis.RENSTRA, cases)]

    assert texts == ["Sudah 80%.", "2: Sudah 80%.", "Sudah 80%."]


def test_one_figure_that_changes_does_not_reword_the_others(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    | 1.2  | 80     | 67        |
    | 1.3  | 80     | 68        |
    """
    before = said(report(year(table), ()))
    after = said(report(year(table.replace("66", "90")), ()))

    assert {k for k in before if before[k] != after[k]} == {"1.1"}


def test_a_sentence_needs_all_its_figures() -> None:
    needs = Kalimat(
        analisis=Analisis.TAHUN_LALU, keadaan=Kasus.TETAP, pola="{kode} {capaian_lalu}"
    )
    [draf] = written(
        (needs,), Analisis.TAHUN_LALU, [(Kasus.TETAP, {"kode": "1", "capaian_lalu": "–"})]
    )

    assert not draf.ada


@pytest.mark.parametrize(
    ("judul", "catatan"),
    [
        ("Penyebab", "1 penyebab"),
        ("Penyebab Solusi Penyebab", "2 penyebab dan 1 solusi"),
        ("Solusi Kendala Penyebab", "1 penyebab, 1 kendala, dan 1 solusi"),
        ("", ""),
    ],
)
def test_only_what_the_forms_hold_is_counted_in_a_sentence(judul: str, catatan: str) -> None:
    kutipan = tuple(
        Kutipan(judul=j, periode="TW I", subbagian="TPH", pendukung=False, isi="-")
        for j in judul.split()
    )

    facts = counted(Uraian(kode="1a", uraian="", kutipan=kutipan, belum=()))

    assert facts["catatan"] == catatan
    assert facts["banyak_penyebab"] == str(judul.count("Penyebab"))
