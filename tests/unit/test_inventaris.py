"""The register of data pendukung: what is said of a row stays with it, wherever it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from grids import codes, records
from kinerja.daftar_arsip import daftar_page
from kinerja.grid import Value
from kinerja.inventaris import joined, registered
from kinerja.inventaris_checks import CHECKS
from kinerja.inventaris_rows import data_pendukung_page, lines_of
from kinerja.master import read_rekap
from kinerja.model_arsip import Inventaris
from kinerja.rekap import Rekap
from kinerja.sheets.master import DATA_PENDUKUNG
from kinerja.temuan import Temuan
from kinerja.view import view_of
from masters import master_book, with_cells
from office import REKAP, answer, berkas, having, kiriman, listed

HARI = date(2020, 4, 6)
NOTULA, BERITA = listed("notula.pdf"), listed("berita acara.pdf")


def office(*names: str, nilai: int = 66) -> Rekap:
    """An office where TPH lists these files, all of them in its folder."""
    form = kiriman(answer("1a", nilai), listed=tuple(listed(n) for n in names))
    return having(form, berkas=tuple(berkas(n, sha256=f"isi {n}") for n in names))


def press(rekap: Rekap) -> Rekap:
    return registered(rekap, lines_of(view_of(rekap)), HARI)


def again(rekap: Rekap) -> Rekap:
    """What the master says of the register once it was written."""
    found, problems = read_rekap(master_book(rekap))
    assert [t for t in problems if t.location.sheet == DATA_PENDUKUNG.name] == []
    return replace(rekap, inventaris=found.inventaris)


def typed(rekap: Rekap, berkas: str, **fields: object) -> Rekap:
    """The register after the office typed in the row of a file."""
    changed = (
        replace(i, **fields) if i.berkas.endswith(berkas) else i  # type: ignore[arg-type]
        for i in rekap.inventaris
    )
    return replace(rekap, inventaris=tuple(changed))


def shown(rekap: Rekap, *keys: str) -> list[Sequence[Value]]:
    """These columns of the sheet, by key or by the heading of the office."""
    page = data_pendukung_page(view_of(rekap))
    places = [
        next(n for n, c in enumerate(page.sheet.columns) if key in {c.key, c.heading})
        for key in keys
    ]
    return [[row[n] for n in places] for row in page.rows]


def told(rekap: Rekap) -> list[Temuan]:
    return [t for look in CHECKS for t in look(view_of(rekap))]


# ---- registering


def test_file_is_registered_with_its_digest_its_day_and_a_name() -> None:
    after = press(office("notula.pdf"))

    assert shown(after, "sha256_terdaftar", "nama_arsip", "dicatat") == [
        ["isi notula.pdf", "K1a_S1_TPH_01__notula.pdf", HARI]
    ]


def test_pressing_twice_changes_nothing() -> None:
    once = press(office("notula.pdf", "berita acara.pdf"))

    assert press(again(once)) == again(once)
    assert registered(once, lines_of(view_of(once)), date(2020, 5, 1)) == once


def test_name_stays_and_its_number_is_never_given_twice() -> None:
    first = press(office("a.pdf", "b.pdf"))
    form = kiriman(answer("1a", 66), listed=(listed("b.pdf"), listed("c.pdf")))
    files = tuple(berkas(n, sha256=f"isi {n}") for n in ("b.pdf", "c.pdf"))
    later = press(replace(again(first), kiriman=(form,), berkas=files))

    assert shown(later, "berkas", "nama_arsip") == [
        ["b.pdf", "K1a_S1_TPH_02__b.pdf"],
        ["c.pdf", "K1a_S1_TPH_03__c.pdf"],
        ["a.pdf", "K1a_S1_TPH_01__a.pdf"],
    ]


def test_file_that_nobody_lists_gets_no_name_until_somebody_does() -> None:
    stray = press(having(kiriman(answer("1a", 66)), berkas=(berkas("a.pdf", sha256="isi"),)))
    known = typed(stray, "a.pdf", lokasi="Lemari 2")
    form = kiriman(answer("1a", 66), listed=(listed("a.pdf"),))
    later = press(replace(again(known), kiriman=(form,)))

    assert shown(stray, "keadaan", "nama_arsip") == [
        ["! Tidak tercatat", ""],
        ["✖ Belum dicatat", ""],
    ]
    assert shown(later, "keadaan", "nama_arsip", "lokasi") == [
        ["✔ Cocok", "K1a_S1_TPH_01__a.pdf", "Lemari 2"]
    ]


def test_what_cannot_be_opened_is_not_registered() -> None:
    form = kiriman(answer("1a", 66), listed=(listed("pipa.pdf"),))
    rekap = having(form, berkas=(berkas("pipa.pdf", sha256="", biasa=False),))

    assert press(rekap).inventaris == ()


# ---- what the office typed


def test_own_columns_are_read_where_the_office_put_them(table: str) -> None:
    """
    |   | Y   | Z      |
    | 4 | Rak | Lembar |
    | 5 | A-3 | 12     |
    """
    found, problems = read_rekap(with_cells(DATA_PENDUKUNG, table, office("a.pdf")))

    assert [i.tambahan for i in found.inventaris] == [(("Rak", "A-3"), ("Lembar", 12))]
    assert problems == []


def test_own_column_twice_is_said_and_the_first_one_counts(table: str) -> None:
    """
    |   | Y     | Z     |
    | 4 | Rak   | RAK   |
    | 5 | A-3   | B-1   |
    """
    found, problems = read_rekap(with_cells(DATA_PENDUKUNG, table, office("a.pdf")))

    assert [i.tambahan for i in found.inventaris] == [(("Rak", "A-3"),)]
    assert [(t.rule.code, t.location.cell) for t in problems] == [("D34", "Z4")]


def test_own_columns_stay_with_their_row_when_rows_come_and_go() -> None:
    first = press(office("b.pdf", "d.pdf"))
    own = typed(first, "b.pdf", tambahan=(("Rak", "B"), ("Lembar", Decimal(2))))
    own = typed(own, "d.pdf", tambahan=(("Rak", "D"), ("Lembar", None)), catatan="lengkap")
    more = office("a.pdf", "b.pdf", "c.pdf", "d.pdf")
    later = press(replace(again(own), kiriman=more.kiriman, berkas=more.berkas))

    assert shown(again(later), "berkas", "Rak", "Lembar", "catatan") == [
        ["a.pdf", None, None, ""],
        ["b.pdf", "B", 2, ""],
        ["c.pdf", None, None, ""],
        ["d.pdf", "D", None, "lengkap"],
    ]


def test_row_follows_its_file_to_another_name_by_its_content() -> None:
    known = typed(press(office("lama.pdf")), "lama.pdf", lokasi="Lemari 2")
    form = kiriman(answer("1a", 66), sha256="b" * 64, listed=(listed("baru.pdf"),))
    renamed = replace(
        again(known), kiriman=(form,), berkas=(berkas("baru.pdf", sha256="isi lama.pdf"),)
    )

    assert shown(press(renamed), "berkas", "nama_arsip", "lokasi") == [
        ["baru.pdf", "K1a_S1_TPH_01__lama.pdf", "Lemari 2"]
    ]


def test_list_that_is_sent_again_keeps_what_was_said_of_its_files() -> None:
    known = typed(press(office("a.pdf")), "a.pdf", keputusan="diterima")
    newer = kiriman(answer("1a", 66), sha256="b" * 64, revisi=2, listed=(listed("a.pdf"),))
    both = replace(known, kiriman=(*known.kiriman, newer))

    assert shown(press(again(both)), "keadaan", "keputusan") == [
        ["✔ Cocok", "diterima"],
        ["– Digantikan", ""],
    ]


def test_nothing_that_was_typed_is_lost_with_its_file() -> None:
    known = typed(press(office("a.pdf")), "a.pdf", lokasi="Lemari 2")
    gone = replace(again(known), kiriman=(kiriman(),), berkas=())

    assert shown(again(again(gone)), "keadaan", "berkas", "lokasi", "sha256") == [
        ["– Tidak ada lagi", "a.pdf", "Lemari 2", ""]
    ]


def test_line_of_the_office_below_the_table_stays_below_it(table: str) -> None:
    """
    |   | Y       |
    | 4 | Lembar  |
    | 5 | 12      |
    | 9 | 12      |
    """
    rekap = office("a.pdf", "b.pdf")
    found, _ = read_rekap(with_cells(DATA_PENDUKUNG, table, rekap))

    assert shown(replace(rekap, inventaris=found.inventaris), "keadaan", "Lembar") == [
        ["✔ Cocok", 12],
        ["✔ Cocok", None],
        ["", 12],
    ]


def test_each_row_of_the_register_goes_to_one_line_only() -> None:
    twice = office("a.pdf", "a.pdf")
    one = Inventaris(
        indikator="1a", subbagian="TPH", periode=1, berkas="a.pdf", sha256="", lokasi="L"
    )
    found = joined(view_of(twice).cocok, (one,))

    assert [b.tercatat for b in found] == [one, None]


# ---- what is wrong with it


def test_file_that_changed_since_it_was_registered_is_named_until_it_is_again() -> None:
    known = press(office("a.pdf"))
    other = replace(known, berkas=(berkas("a.pdf", sha256="lain"),))
    (temuan,) = told(other)

    assert (temuan.rule.code, temuan.location.file) == ("D27", "TPH/TW I/a.pdf")
    assert shown(other, "sha256_terdaftar", "sha256_berkas") == [["isi a.pdf", "lain"]]
    assert told(press(other)) == []


@pytest.mark.parametrize(
    ("keputusan", "expected"),
    [
        ("ditolak", [("D32", "C8")]),
        ("Kedaluwarsa", [("D32", "C8")]),
        ("diterima", []),
        ("", []),
    ],
)
def test_file_that_was_refused_is_told_at_the_cell_that_lists_it(
    keputusan: str, expected: list[tuple[str, str]]
) -> None:
    rekap = typed(press(office("a.pdf")), "a.pdf", keputusan=keputusan)

    assert [(t.rule.code, t.location.cell) for t in told(rekap)] == expected


def test_decision_that_is_none_is_reported_and_stays() -> None:
    rekap = typed(press(office("a.pdf")), "a.pdf", keputusan="tolak dong")
    found, problems = read_rekap(master_book(rekap))

    assert [(t.rule.code, t.location.cell) for t in problems] == [("I06", "N5")]
    assert [i.keputusan for i in found.inventaris] == ["tolak dong"]


def test_registered_file_that_is_gone_is_named() -> None:
    known = replace(press(office("a.pdf")), kiriman=(kiriman(),), berkas=())

    assert codes(told(known)) == ["D33"]


@pytest.mark.parametrize(
    ("day", "expected", "cell"),
    [
        (date(2020, 1, 1), [], "✔ Ya"),
        (date(2020, 3, 31), [], "✔ Ya"),
        (date(2020, 4, 30), [], "! Di luar"),  # written soon after the end
        (date(2020, 5, 2), [("D31", "C8")], "! Di luar"),
        (date(2019, 12, 31), [], "! Di luar"),  # of another year: told as such
    ],
)
def test_document_of_another_periode_is_noted(
    day: date, expected: list[tuple[str, str]], cell: str
) -> None:
    form = kiriman(answer("1a", 66), listed=(listed("a.pdf", tanggal=day),))
    rekap = having(form, berkas=(berkas("a.pdf"),))

    assert [(t.rule.code, t.location.cell) for t in told(rekap)] == expected
    assert shown(rekap, "dalam_periode") == [[cell]]


def test_office_without_files_has_no_temuan() -> None:
    assert told(REKAP) == []


# ---- the daftar arsip


def test_list_of_the_archive_invents_nothing(table: str) -> None:
    """
    | no | klasifikasi   | waktu     | lokasi        | elektronik           | retensi       |
    | 1  | [belum diisi] | TW I 2020 | [belum diisi] | K1a_S1_TPH_01__b.pdf | [belum diisi] |
    | 2  | [belum diisi] | TW I 2020 | Lemari 2      | K1a_S1_TPH_02__a.pdf | 5 tahun       |
    """
    known = press(office("b.pdf", "a.pdf", "c.pdf"))
    known = typed(known, "a.pdf", lokasi="Lemari 2", retensi="5 tahun")
    rekap = typed(known, "c.pdf", keputusan="ditolak")
    rows = [[str(row[n]) for n in (0, 1, 4, 7, 8, 9)] for row in daftar_page(rekap).rows]

    assert rows == [list(row.values()) for row in records(table)]
