"""The rows of the sheets that kinerja works out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from kinerja.inventaris_rows import data_pendukung_page
from kinerja.kelengkapan import completeness, kelengkapan_rows
from kinerja.model import Location, Status
from kinerja.printing import shown
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.master import Lengkap
from kinerja.tables import pages, rekap_rows, standing
from kinerja.temuan import Rule
from kinerja.view import view_of
from office import PARTISIPASI, REKAP, answer, berkas, having, kiriman, listed

HERE = Rule.FORMULIR_KOSONG.at(Location("a.xlsx"), subbagian="TPH", periode="TW I")
TOLD = {"penyebab": "pandemi"}


def row(rekap: Rekap, kode: str) -> dict[str, object]:
    """The row of one Indikator by column key."""
    keys = [c.key for c in master.rekap_sheet(4).columns]
    rows = [dict(zip(keys, r, strict=True)) for r in rekap_rows(view_of(rekap))]
    return next(r for r in rows if r["indikator"] == kode)


@pytest.mark.parametrize("siklus", [2, 4, 12])
def test_every_row_has_a_value_for_every_column(siklus: int) -> None:
    full = having(
        kiriman(answer("1a", 66), listed=(listed(),)), berkas=(berkas(), berkas("x.pdf"))
    )
    rekap = replace(full, pengaturan=replace(full.pengaturan, siklus=siklus))

    for page in pages(rekap, [HERE]):
        assert {len(r) for r in page.rows} <= {len(page.sheet.columns)}


def test_year_is_shown_with_both_semester_and_both_capaian() -> None:
    files = (
        kiriman(answer("1a", n, p), sha256=f"{p:064}", p=p)
        for p, n in enumerate((10, 20, 30, 100), start=1)
    )
    r = row(having(*files), "1a")

    assert (r["semester_1"], r["semester_2"], r["tahun"]) == (20, 100, 100)
    assert (r["capaian"], r["capaian_asli"], r["predikat"]) == (100, 125, "Sangat Baik")


def test_what_is_not_known_is_blank_and_what_is_nihil_is_said() -> None:
    nihil = answer("1a", status=Status.NIHIL, alasan="ditunda")
    r = row(having(kiriman(nihil)), "1a")

    assert (r["nilai_1"], r["nilai_2"], r["tahun"], r["capaian"]) == (
        "Nihil",
        None,
        None,
        None,
    )


def test_target_of_any_jenis_is_shown() -> None:
    assert [row(REKAP, k)["target"] for k in ("1a", "2b", "2c")] == [80, "WTP", "4-6"]


def test_figure_is_shown_as_it_is_printed() -> None:
    assert shown(Decimal("89.745")) == Decimal("89.75")
    assert shown("WTP") == "WTP"
    assert shown(None) is None


def test_huge_figure_is_shown_too() -> None:
    assert shown(Decimal("1e40")) == Decimal("1e40")


# What was answered, listed and found; completeness of number, narrative, data pendukung.
STATES = [
    (answer("1a"), (), (Lengkap.BELUM, Lengkap.BELUM, Lengkap.BELUM)),
    (answer("1a", 66), (), (Lengkap.LENGKAP, Lengkap.BELUM, Lengkap.BELUM)),
    (
        answer("1a", 66, **TOLD),
        (listed(),),
        (Lengkap.LENGKAP, Lengkap.LENGKAP, Lengkap.LENGKAP),
    ),
    (
        answer("1a", 66, kendala="jarak"),
        (listed(), listed("hilang.pdf")),
        (Lengkap.LENGKAP, Lengkap.KURANG, Lengkap.KURANG),
    ),
    (
        answer("1a", status=Status.TERISI),
        (listed("hilang.pdf"),),
        (Lengkap.KURANG, Lengkap.BELUM, Lengkap.BELUM),
    ),
    (
        answer("1a", status=Status.NIHIL),
        (),
        (Lengkap.KURANG, Lengkap.TIDAK_BERLAKU, Lengkap.TIDAK_BERLAKU),
    ),
    (
        answer("1a", status=Status.NIHIL, alasan="ditunda"),
        (),
        (Lengkap.TIDAK_BERLAKU,) * 3,
    ),
]


@pytest.mark.parametrize(("given", "pieces", "expected"), STATES)
def test_row_is_as_complete_as_its_three_parts(
    given: object, pieces: tuple[object, ...], expected: tuple[Lengkap, ...]
) -> None:
    rekap = having(kiriman(given, listed=pieces), berkas=(berkas(),))  # type: ignore[arg-type]

    assert completeness(view_of(rekap), PARTISIPASI, "TPH", 1) == expected


def test_pendukung_owes_neither_number_nor_data_pendukung() -> None:
    number, _, pieces = completeness(view_of(REKAP), PARTISIPASI, "KUL", 1)

    assert (number, pieces) == (Lengkap.TIDAK_BERLAKU, Lengkap.TIDAK_BERLAKU)


def test_matrix_has_a_row_for_each_subbagian_indikator_and_periode_that_is_due() -> None:
    second = replace(REKAP, pengaturan=replace(REKAP.pengaturan, periode=2))

    assert len(list(kelengkapan_rows(view_of(REKAP)))) == 6
    assert len(list(kelengkapan_rows(view_of(second)))) == 12


def test_inventory_has_required_listed_and_found_beside_each_other() -> None:
    rekap = having(
        kiriman(answer("1a", 66), answer("1b", 2), listed=(listed(),)),
        berkas=(berkas(halaman=3), berkas("foto.jpg")),
    )
    rows = data_pendukung_page(view_of(rekap)).rows

    assert [(r[0], r[3], r[5]) for r in rows] == [
        ("", "! Tidak tercatat", "TPH/TW I/foto.jpg"),
        ("1a", "✔ Cocok", "berita acara.pdf"),
        ("1b", "✖ Belum dicatat", ""),
    ]
    assert rows[1][10:12] == [2048, 3]


def test_temuan_of_a_superseded_file_do_not_stand() -> None:
    old = replace(
        kiriman(answer("1a", 66), sha256="1" * 64, disimpan=datetime(2020, 4, 1)),
        temuan=(HERE,),
    )
    new = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 9))

    assert standing(having(old), []) == [(HERE, "1" * 64)]
    assert standing(having(old, new), [HERE]) == [(HERE, "")]
