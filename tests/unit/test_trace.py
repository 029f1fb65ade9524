"""The chain of a figure, the rows of its sheet, and what is broken on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from grids import cell
from kinerja.asal import Graf
from kinerja.dari_mana import asal_angka_page, baris_asal, dari_mana_page
from kinerja.grid import Cell
from kinerja.keutuhan import faults, printed_faults, report_faults
from kinerja.model import Location
from kinerja.model_arsip import Inventaris
from kinerja.rekap import Rekap
from kinerja.saksi import Saksi, keadaan
from kinerja.sheets.dari_mana import DARI_MANA, Utuh
from kinerja.temuan import KinerjaError, Temuan
from kinerja.trace import behind_it, chain, graf_of, telusur_of, wanted
from kinerja.view import View, view_of
from origins import BERKAS, SHA, rekap_of, whole_book, with_cell

TPH4 = SHA(owner="TPH", p=4) * 12
CELL = (TPH4, "Isian", "J7")  # of 1a in TW IV
KEYS = [column.key for column in DARI_MANA.columns]


@pytest.fixture(scope="module")
def rekap() -> Rekap:
    return rekap_of(whole_book())


@pytest.fixture(scope="module")
def view(rekap: Rekap) -> View:
    return view_of(rekap)


@pytest.fixture(scope="module")
def graf(view: View) -> Graf:
    return graf_of(view)


def typed_over(text: str) -> Rekap:
    """The office after the planner typed this over the Realisasi of 1a in TW IV."""
    book = whole_book()
    at = graf_of(view_of(rekap_of(book)))["1a/TW IV"].sel
    assert at
    return rekap_of(with_cell(book, at, Decimal(text)))


def registered(rekap: Rekap, sha256: str) -> Rekap:
    """The office after its data pendukung of TPH in TW IV was registered with this digest."""
    row = Inventaris(
        indikator="1a", subbagian="TPH", periode=4, berkas="bukti 4.pdf", sha256=sha256
    )
    return replace(rekap, inventaris=(row,))


def found_in(rekap: Rekap, saksi: Saksi, kunci: str = "1a/capaian") -> tuple[Temuan, ...]:
    view = view_of(rekap)
    graf = graf_of(view)
    t = telusur_of(view, graf, saksi)
    return faults(view, t.values, saksi, behind_it(graf, graf[kunci]))


def codes(temuan: Sequence[Temuan]) -> list[str]:
    return [t.rule.code for t in temuan]


def row_of(rekap: Rekap, kunci: str, saksi: Saksi | None = None) -> Mapping[str, object]:
    view = view_of(rekap)
    page = dari_mana_page(telusur_of(view, graf_of(view), saksi or Saksi()))
    return next(dict(zip(KEYS, row, strict=True)) for row in page.rows if row[0] == kunci)


def read(text: str) -> Mapping[tuple[str, str, str], Cell | None]:
    """The cell of 1a in TW IV as it was found when it was read again."""
    return {CELL: cell(text)}


# ---- what a person asks


@pytest.mark.parametrize(
    ("text", "kunci"),
    [
        ("1a/capaian", "1a/capaian"),
        ("1A / Capaian".replace(" / ", "/"), "1a/capaian"),
        ("1a", "1a/capaian"),
        ("sasaran 2", "sasaran 2/capaian"),
        ("kantor", "kantor/capaian"),
        ("2a/TW IV/x", "2a/TW IV/x"),
    ],
)
def test_figure_is_found_by_its_key_or_by_a_kode(graf: Graf, text: str, kunci: str) -> None:
    assert wanted(graf, text).kunci == kunci


def test_unknown_figure_is_refused_with_the_nearest(graf: Graf) -> None:
    with pytest.raises(KinerjaError) as caught:
        wanted(graf, "1a/TW IVV")

    assert codes(caught.value.temuan) == ["T01"]
    assert dict(caught.value.temuan[0].facts)["usul"].strip().endswith("“1a/TW IV”.")


def test_chain_goes_from_the_figure_to_the_files(view: View, graf: Graf) -> None:
    """
    | Isian | J  |
    | 7     | 66 |
    """
    lines = list(chain(telusur_of(view, graf, Saksi(sel=read("66"))), "1a/capaian"))
    depth = [len(line) - len(line.lstrip()) for line in lines]
    text = "\n".join(lines)

    assert depth[0] == 0
    assert max(depth) == 8
    for part in (
        "82,50",
        "TPH 4.xlsx",
        "Isian!J7",
        "“66”",
        TPH4[:12],
        "bukti 4.pdf",
        "Rekap!",
    ):
        assert part in text


def test_chain_tells_each_branch_once(view: View, graf: Graf) -> None:
    lines = list(chain(telusur_of(view, graf, Saksi()), "kantor/bukti"))
    files = [line for line in lines if "TPH 4.xlsx" in line]

    assert len(files) == 4  # one for each Indikator of TPH, though two figures need each


# ---- the sheet and the annexes


def test_row_of_an_answer_names_cell_file_and_data_pendukung(rekap: Rekap) -> None:
    """
    | Kode Angka | Nilai | Berkas Kembali | Sel Berkas | SHA-256 Berkas |
    | 1a/TW IV   | 66%   | TPH 4.xlsx     | Isian!J7   | TPH4TPH4...    |
    """
    row = row_of(rekap, "1a/TW IV")

    assert (row["nilai"], row["berkas"], row["sel_berkas"]) == (
        "66%",
        "TPH 4.xlsx",
        "Isian!J7",
    )
    assert (row["sidik_berkas"], row["keadaan"]) == (TPH4, Utuh.UTUH)
    assert "bukti 4.pdf" in str(row["data_pendukung"])
    assert str(row["buka"]).startswith("'Realisasi'!G")


def test_row_of_a_roll_up_names_all_its_inputs(rekap: Rekap) -> None:
    row = row_of(rekap, "1c/tahun")

    assert row["dari"] == "1c/TW I, 1c/TW II, 1c/TW III, 1c/TW IV"


def test_row_of_a_predikat_names_the_scale_once(rekap: Rekap) -> None:
    assert row_of(rekap, "1a/predikat")["dari"] == "1a/capaian, skala predikat"


def test_typed_over_figure_says_both_values_everywhere() -> None:
    """
    | Kode | Periode | Realisasi |
    | 1a   | 4       | 66 → 70   |
    """
    rekap = typed_over("70")
    row = row_of(rekap, "1a/TW IV")
    (temuan,) = found_in(rekap, Saksi(sel=read("66")))
    annex = next(b for b in baris_asal(view_of(rekap)) if b.angka == "1a/TW IV")

    assert row["nilai"] == "70%"
    for text in (str(row["keadaan"]), annex.koreksi):
        assert "“66”" in text
        assert "“70%”" in text
    assert temuan.rule.code == "T05"
    assert dict(temuan.facts) == {
        "angka": "Realisasi 1a TW IV",
        "berkas": "66",
        "nilai": "70%",
    }


def test_annex_of_the_workbook_is_the_sheet_without_its_links(view: View, graf: Graf) -> None:
    whole = dari_mana_page(telusur_of(view, graf, Saksi()))
    annex = asal_angka_page(view)

    assert [c.key for c in annex.sheet.columns] == [k for k in KEYS if k != "buka"]
    assert [row[0] for row in annex.rows] == [row[0] for row in whole.rows]


def test_annex_of_the_report_has_every_answer_that_was_given(view: View, graf: Graf) -> None:
    given = [a.kunci for a in graf.values() if a.jawaban and a.isi is not None]

    assert [b.angka for b in baris_asal(view)] == given


def test_sheet_is_no_news_by_itself(view: View, graf: Graf) -> None:
    assert dari_mana_page(telusur_of(view, graf, Saksi())).quiet


# ---- what is broken


def test_nothing_is_said_of_what_is_whole(rekap: Rekap) -> None:
    """
    | Isian | J  |
    | 7     | 66 |
    """
    saksi = Saksi(arsip={TPH4: TPH4}, sel=read("66"))

    assert found_in(registered(rekap, BERKAS[6].sha256), saksi) == ()


@pytest.mark.parametrize(
    ("saksi", "code", "utuh"),
    [
        (Saksi(arsip={TPH4: "0" * 64}), "T02", Utuh.BERKAS_BERUBAH),
        (Saksi(arsip={TPH4: ""}), "T03", Utuh.BERKAS_HILANG),
        (Saksi(sel=read("67")), "T04", Utuh.ISI_BERBEDA),
        (Saksi(sel=read("")), "T04", Utuh.ISI_BERBEDA),
    ],
)
def test_broken_original_is_named_and_breaks_what_is_made_of_it(
    rekap: Rekap, saksi: Saksi, code: str, utuh: Utuh
) -> None:
    view = view_of(rekap)
    graf = graf_of(view)
    stands = keadaan(view, graf, saksi)
    found = found_in(rekap, saksi)

    assert codes(found) == [code]
    assert found[0].location.file == "TPH 4.xlsx"
    assert (stands["1a/TW IV"], stands["kantor/capaian"]) == (utuh, Utuh.ASALNYA)
    assert stands["1a/TW III"] is Utuh.UTUH


@pytest.mark.parametrize("text", ["66", "66%", "0066", "66,0", "=A1 -> 66"])
def test_cell_may_say_the_same_in_another_way(rekap: Rekap, text: str) -> None:
    """
    | Isian | J              |
    | 7     | 66, 66%, 66,0… |
    """
    found = cell("0.66" if text == "66%" else text)
    assert found
    is_percent = replace(found, percent=text == "66%")

    assert found_in(rekap, Saksi(sel={CELL: is_percent})) == ()


def test_changed_data_pendukung_is_named_with_its_folder(rekap: Rekap) -> None:
    changed = registered(rekap, "1" * 64)
    (temuan,) = found_in(changed, Saksi())
    view = view_of(changed)

    assert temuan.rule.code == "T06"
    assert temuan.location.file == "TPH/TW IV/bukti 4.pdf"
    assert keadaan(view, graf_of(view), Saksi())["1a/TW IV"] is Utuh.BUKTI_BERUBAH


def test_data_pendukung_that_is_gone_is_named(rekap: Rekap) -> None:
    gone = replace(registered(rekap, "1" * 64), berkas=())

    assert codes(found_in(gone, Saksi())) == ["T07"]


def test_figure_that_does_not_need_a_broken_file_is_whole(rekap: Rekap) -> None:
    assert found_in(rekap, Saksi(arsip={TPH4: ""}), "2a/capaian") == ()


def test_report_that_was_changed_or_is_gone_is_named() -> None:
    told = {"Laporan/a.docx": "1" * 64, "Laporan/b.pdf": "2" * 64, "Laporan/c.xlsx": "3" * 64}
    saksi = Saksi(
        berkas={
            "Laporan/a.docx": "9" * 64,
            "Laporan/b.pdf": "",
            "Laporan/c.xlsx": "3" * 64,
        }
    )
    found = list(report_faults(told, saksi))

    assert [(t.rule.code, t.location) for t in found] == [
        ("T08", Location("Laporan/a.docx")),
        ("T09", Location("Laporan/b.pdf")),
    ]


@pytest.mark.parametrize(
    ("kunci", "text", "codes_"),
    [
        ("1a/capaian", "82,50", []),
        ("1a/capaian", "92,50", ["T10"]),
        ("1a/capaian", "–", ["T10"]),
        ("1d/capaian", "[belum ada data: capaian 1d]", []),
        ("1d/capaian", "90,00", ["T10"]),
        ("kantor/galat", "7", []),
    ],
)
def test_figure_that_a_report_prints_otherwise_is_named(
    view: View, graf: Graf, kunci: str, text: str, codes_: list[str]
) -> None:
    saksi = Saksi(cetak=(("Laporan/a.docx", kunci, text),))
    t = telusur_of(view, graf, saksi)

    assert codes(list(printed_faults(graf, t.values, saksi, graf))) == codes_
