"""Which form each Subbagian is handed, which stays, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from grids import codes, records
from kinerja.distribute import plan, registered, remarks, renewed, too_long, with_changes
from kinerja.generate import isi_formulir
from kinerja.isian import definisi
from kinerja.model import FormulirTerbit, Subbagian
from kinerja.model_sop import Distribusi, Kalender, Paraf, SuratEdaran, Tahap
from kinerja.paket import Paket, perihal, pesan
from kinerja.rekap import Rekap
from kinerja.tanda_terima import tanda_terima
from office import BARE, REKAP, SUBBAGIAN, changed, with_forms

NOW = datetime(2020, 4, 3, 9, 15)  # a Friday
KALENDER = Kalender({date(2020, 4, 10): "Wafat Yesus Kristus"}, frozenset({2020}))
FRIDAY, TUESDAY = date(2020, 4, 3), date(2020, 4, 7)


def digest(text: str) -> str:
    """A digest a test can read; – is a file that is not there."""
    return "" if text == "–" else text


def office(table: str, rekap: Rekap = REKAP, **more: object) -> tuple[Rekap, dict[str, str]]:
    """The office with this register of what was handed out, and its forms on disk.

    ``dibuat``, ``di folder`` and ``dibagikan`` are digests of the form of a Subbagian: as
    made, as it lies on disk, as handed out (blank: it was not).
    """
    found = records(table)
    made = {row["subbagian"]: row["dibuat"] for row in found}
    terbit = tuple(
        replace(t, sha256=made.get(t.formulir.subbagian, t.sha256)) for t in rekap.terbit
    )
    on_disk = {
        t.berkas: digest(row["di folder"])
        for row in found
        for t in terbit
        if t.formulir.subbagian == row["subbagian"]
    }
    handed = tuple(
        handed_out(row["subbagian"], row["dibagikan"]) for row in found if row["dibagikan"]
    )
    whole = replace(rekap, terbit=terbit, kini=NOW, kalender=KALENDER, distribusi=handed)
    return replace(whole, **more), on_disk  # type: ignore[arg-type]


def handed_out(kode: str, sha256: str = "aa", revisi: int = 1, **more: object) -> Distribusi:
    fields: dict[str, object] = {"dibagikan": datetime(2020, 4, 1, 8, 0), "batas": FRIDAY}
    return Distribusi(
        periode=1,
        subbagian=kode,
        revisi=revisi,
        berkas=f"Formulir {kode} TW I 2020.xlsx",
        sha256=sha256,
        **(fields | more),  # type: ignore[arg-type]
    )


def planned(rekap: Rekap, on_disk: Mapping[str, str]) -> list[tuple[str, bool]]:
    """Each package, and whether it is handed out for the first time."""
    return [(p.nama, p.is_new) for p in plan(rekap, on_disk).paket]


CLEAN = """
| subbagian | dibuat | di folder | dibagikan |
| TPH       | aa     | aa        |           |
| KUL       | bb     | bb        |           |
"""


def first(rekap: Rekap, on_disk: Mapping[str, str]) -> Paket:
    return plan(rekap, on_disk).paket[0]


# ---- which form


def test_every_subbagian_is_handed_its_form_in_the_order_of_the_master() -> None:
    rekap, on_disk = office(CLEAN)
    rencana = plan(rekap, on_disk)

    assert [(p.jalur, p.is_new) for p in rencana.paket] == [
        ("Bagikan/TW I/TPH", True),
        ("Bagikan/TW I/KUL", True),
    ]
    assert (rencana.temuan, rencana.tertahan) == ((), 0)


@pytest.mark.parametrize(
    ("row", "packages", "expected", "held"),
    [
        ("| TPH | aa | aa |    |", ["TPH"], [], 0),
        ("| TPH | aa | cc |    |", [], ["B01"], 1),
        ("| TPH | aa | –  |    |", [], ["B02"], 1),
        ("| TPH | aa | aa | aa |", ["TPH"], [], 0),
        ("| TPH | aa | cc | aa |", [], ["B05"], 0),
        ("| TPH | aa | –  | aa |", [], [], 0),
        ("| TPH | cc | cc | aa |", [], ["B05"], 0),
        ("| TPH | cc | aa | aa |", ["TPH"], [], 0),
    ],
)
def test_a_form_goes_out_only_as_it_was_made_and_stays_as_it_went_out(
    table: str, row: str, packages: list[str], expected: list[str], held: int
) -> None:
    """
    | subbagian | dibuat | di folder | dibagikan |
    | KUL       | bb     | bb        | bb        |
    """
    rekap, on_disk = office(f"{table}\n{row}")
    rencana = plan(rekap, on_disk)

    assert [p.nama for p in rencana.paket] == [*packages, "KUL"]
    assert codes(rencana.temuan) == expected
    assert rencana.tertahan == held


def test_a_master_that_changed_since_holds_the_form_back() -> None:
    rekap, on_disk = office(CLEAN)
    newer = changed(rekap, "1b", target=Decimal(3))
    rencana = plan(newer, on_disk)

    assert codes(rencana.temuan) == ["B03"]
    assert [p.nama for p in rencana.paket] == ["KUL"]
    assert rencana.tertahan == 1


def test_a_master_that_changed_after_handing_out_is_told_and_the_package_stays(
    table: str,
) -> None:
    """
    | subbagian | dibuat | di folder | dibagikan |
    | TPH       | aa     | aa        | aa        |
    | KUL       | bb     | bb        |           |
    """
    rekap, on_disk = office(table)
    rencana = plan(changed(rekap, "1b", target=Decimal(3)), on_disk)

    assert codes(rencana.temuan) == ["B04"]
    assert rencana.tertahan == 0


def test_a_subbagian_without_form_is_named() -> None:
    only_kul = tuple(t for t in REKAP.terbit if t.formulir.subbagian == "KUL")
    rekap, on_disk = office(CLEAN, replace(REKAP, terbit=only_kul))
    rencana = plan(rekap, on_disk)

    assert codes(rencana.temuan) == ["B07"]
    assert rencana.tertahan == 1


def test_a_subbagian_that_is_asked_nothing_any_more_is_left_out_and_named() -> None:
    rekap, on_disk = office(CLEAN, subbagian=SUBBAGIAN[1:])
    rencana = plan(rekap, on_disk)

    assert codes(rencana.temuan) == ["B08"]
    assert [p.nama for p in rencana.paket] == ["KUL"]


# ---- a new Revisi


def revised() -> tuple[Rekap, dict[str, str]]:
    """The Target of 1b changed after TPH was handed its form; its new form was made."""
    rekap, on_disk = office(CLEAN, distribusi=(handed_out("TPH"),))
    newer = changed(rekap, "1b", target=Decimal(3))
    isi = next(f for f in isi_formulir(newer, 1) if f.subbagian.kode == "TPH")
    made = FormulirTerbit(
        formulir=isi.formulir, berkas=isi.berkas, sidik=isi.sidik, sha256="dd"
    )
    return replace(newer, terbit=(*newer.terbit, made)), on_disk | {isi.berkas: "dd"}


def test_a_new_revisi_is_a_package_and_a_row_of_its_own() -> None:
    rekap, on_disk = revised()
    paket = first(rekap, on_disk)
    rows = registered(rekap, [paket]).distribusi

    assert (paket.nama, paket.is_new) == ("TPH R2", True)
    assert paket.lama == handed_out("TPH")
    assert [(d.revisi, d.sha256) for d in rows] == [(1, "aa"), (2, "dd")]
    assert rows[0] == handed_out("TPH")


def test_a_new_revisi_says_what_changed_since_the_one_handed_out() -> None:
    rekap, on_disk = revised()
    older = next(f for f in isi_formulir(REKAP, 1) if f.subbagian.kode == "TPH")
    issued = [dict(definisi(b)) for b in older.baris]
    paket = with_changes(first(rekap, on_disk), issued)
    told = pesan(rekap, paket, None, "")

    assert told.perubahan == ("Target 2020 1b 2 → 3",)
    assert told.revisi_lama == "1"
    assert perihal(told).endswith("(revisi 2)")


# ---- the deadline


def edaran(batas: date | str | None = None, signed: bool = True) -> tuple[SuratEdaran, ...]:
    paraf = {Tahap.SEKRETARIS: Paraf(saat=NOW)} if signed else {}
    return (SuratEdaran(periode=1, no="7", nomor="7 Tahun 2020", batas=batas, paraf=paraf),)


@pytest.mark.parametrize(
    ("batas", "expected"),
    [
        (None, TUESDAY),  # two working days after Friday
        (date(2020, 4, 9), date(2020, 4, 9)),
        ("besok", TUESDAY),
    ],
)
def test_batas_is_that_of_the_letter_or_reckoned(
    batas: date | str | None, expected: date
) -> None:
    rekap, on_disk = office(CLEAN, surat_edaran=edaran(batas))

    assert first(rekap, on_disk).baris.batas == expected


def test_batas_that_was_handed_out_does_not_move_with_the_day() -> None:
    rekap, on_disk = office(CLEAN, distribusi=(handed_out("TPH"),))
    later = replace(rekap, kini=datetime(2020, 5, 4, 9, 0), terbit=rekap.terbit)
    handed = replace(later, distribusi=(handed_out("TPH", "aa"),))

    assert first(handed, on_disk).baris == handed_out("TPH")


def test_what_people_typed_in_the_register_stays_and_is_told() -> None:
    typed = handed_out(
        "TPH", batas_khusus=date(2020, 4, 20), alasan="Sedang dinas", penerima="Budi"
    )
    rekap, on_disk = office(CLEAN, surat_edaran=edaran(TUESDAY), distribusi=(typed,))
    paket = first(rekap, on_disk)
    told = pesan(rekap, paket, None, "")

    assert registered(rekap, [paket]).distribusi == (replace(typed, batas=TUESDAY),)
    assert (told.batas, told.alasan) == ("Senin, 20 April 2020", "Sedang dinas")


@pytest.mark.parametrize(
    ("batas", "expected"),
    [
        (date(2020, 4, 2), ["B13", "B14"]),
        (FRIDAY, ["B12", "B14"]),
        (date(2020, 4, 6), ["B12", "B14"]),
        (TUESDAY, ["B14"]),
    ],
)
def test_too_little_time_is_told(batas: date, expected: list[str]) -> None:
    rekap, on_disk = office(CLEAN, surat_edaran=edaran(batas))

    assert codes(remarks(rekap, plan(rekap, on_disk).paket)) == expected


def test_a_form_handed_out_earlier_is_not_told_of_its_time_again() -> None:
    rekap, on_disk = office(CLEAN, distribusi=(handed_out("TPH"), handed_out("KUL", "bb")))

    assert codes(remarks(rekap, plan(rekap, on_disk).paket)) == ["B14"]


def test_a_letter_that_is_not_signed_is_told() -> None:
    rekap, on_disk = office(CLEAN, surat_edaran=edaran(TUESDAY, signed=False))

    assert codes(remarks(rekap, plan(rekap, on_disk).paket)) == ["B10", "B14"]


def test_addresses_that_are_missing_are_named_once_together() -> None:
    known = (replace(SUBBAGIAN[0], surel="belum ada"), SUBBAGIAN[1])
    rekap, on_disk = office(CLEAN, subbagian=known)
    (temuan,) = remarks(rekap, plan(rekap, on_disk).paket)

    assert temuan.rule.code == "B14"
    assert dict(temuan.facts)["subbagian"] == "TPH, KUL"


# ---- the folder of a package


def test_data_pendukung_is_laid_out_as_the_office_keeps_it() -> None:
    rekap, on_disk = office(CLEAN)

    assert first(rekap, on_disk).folders == (
        "Data Pendukung/TPH/TW I/1a",
        "Data Pendukung/TPH/TW I/1b",
    )


def test_a_kode_that_windows_cannot_keep_still_makes_a_folder() -> None:
    names = {"1a": "IKU/1: a.", "1b": "AUX"}
    strange = tuple(replace(i, kode=names.get(i.kode, i.kode)) for i in BARE.indikator)
    rekap, on_disk = office(CLEAN, with_forms(replace(BARE, indikator=strange)))

    assert first(rekap, on_disk).folders == (
        "Data Pendukung/TPH/TW I/IKU-1- a",
        "Data Pendukung/TPH/TW I/_AUX",
    )


@pytest.mark.parametrize(
    ("root", "path", "expected"),
    [
        (100, 100, []),
        (89, 150, []),
        (90, 150, ["B16"]),
        (10, 151, ["B16"]),
        (139, 100, []),
        (140, 100, ["B16"]),
    ],
)
def test_a_path_longer_than_windows_takes_is_refused(
    root: int, path: int, expected: list[str]
) -> None:
    assert codes(too_long("r" * root, ["kurang", "p" * path])) == expected


def test_excel_opens_shorter_paths_only() -> None:
    name = "p" * 95 + ".xlsx"

    assert codes(too_long("r" * 117, [name])) == []
    assert codes(too_long("r" * 118, [name])) == ["B16"]


def test_the_longest_of_many_is_named() -> None:
    (temuan,) = too_long("r", ["p" * 160, "q" * 170, "s" * 165])

    assert dict(temuan.facts)["jalur"] == "q" * 170
    assert dict(temuan.facts)["batas"] == "150"


def test_what_came_to_a_package_is_told_with_when_it_went_out() -> None:
    rekap, on_disk = office(CLEAN, distribusi=(handed_out("TPH"),))
    facts = dict(renewed(rekap, first(rekap, on_disk), ["SE.pdf", "Petunjuk.txt"]).facts)

    assert facts["saat"] == "1 Apr 2020, 08.00"
    assert facts["apa"] == "Petunjuk.txt, SE.pdf"


# ---- the receipt


def test_the_receipt_has_the_newest_revisi_of_each_subbagian() -> None:
    rows = (
        handed_out("KUL", "b" * 64, penerima="Budi", diterima=datetime(2020, 4, 2, 10, 5)),
        handed_out("TPH", "a" * 64),
        handed_out("TPH", "c" * 64, revisi=2, batas_khusus=TUESDAY),
        handed_out("LAMA", "d" * 64),
    )
    receipt = tanda_terima(replace(REKAP, distribusi=rows))

    assert [
        (b.no, b.kode, b.revisi, b.sidik, b.batas, b.penerima, b.diterima)
        for b in receipt.baris
    ] == [
        (1, "TPH", 2, "cccccccccccc", "Selasa, 7 April 2020", "", ""),
        (2, "KUL", 1, "bbbbbbbbbbbb", "Jumat, 3 April 2020", "Budi", "2 Apr 2020, 10.05"),
        (3, "LAMA", 1, "dddddddddddd", "Jumat, 3 April 2020", "", ""),
    ]
    assert receipt.baris[2].subbagian == "LAMA"


def test_fourteen_subbagian_are_handed_fourteen_forms() -> None:
    many = tuple(Subbagian(kode=f"S{n}", nama=f"Subbagian {n}") for n in range(14))
    rekap = replace(BARE, subbagian=many)
    rekap = changed(rekap, "1a", penanggung_jawab="S0", pendukung=tuple(s.kode for s in many))
    rekap = with_forms(rekap)
    on_disk = {t.berkas: t.sha256 for t in rekap.terbit}

    assert [p.nama for p in plan(rekap, on_disk).paket] == [s.kode for s in many]
