"""How far each form is, and what is locked, excused, mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from grids import instead
from kinerja.giveback import due_back, given, lines, notes, rows
from kinerja.grid import Book
from kinerja.kalender import is_working
from kinerja.merge import latest
from kinerja.model import Location
from kinerja.model_verifikasi import Pengecualian, Putusan, Tahapan, Verifikasi
from kinerja.pengecualian import counted, excused_by, naming
from kinerja.perbaikan import answered, differences, perbaikan_rows, progress_of, settled
from kinerja.rekap import Rekap
from kinerja.returned import read_returned
from kinerja.sheets.formulir import ISIAN
from kinerja.sheets.verifikasi import Perkembangan
from kinerja.tables import standing
from kinerja.temuan import Rule, Temuan
from kinerja.verifikasi import looked_at, ordered, orders_are_obeyed, standings
from office import REKAP, answer, having, kiriman
from returns import returned

NOW, LATER = datetime(2020, 4, 6, 9, 0), datetime(2020, 4, 8, 9, 0)
BASE = kiriman(answer("1a", 66), sha256="1" * 64, disimpan=datetime(2020, 4, 1))
FILE = BASE.identitas.berkas
HERE = Location(FILE, ISIAN, 8, "J")
WRONG = Rule.NILAI_KOSONG.at(HERE, indikator="1a", periode="TW I", subbagian="TPH")
ELSEWHERE = Rule.NILAI_KOSONG.at(
    Location("lain.xlsx", ISIAN, 8, "J"), indikator="1a", periode="TW I", subbagian="KUL"
)
MORE = Rule.NILAI_KOSONG.at(
    replace(HERE, row=9), indikator="1b", periode="TW I", subbagian="TPH"
)
OFFICE = replace(having(BASE), kini=NOW)


def tahapan(rekap: Rekap, temuan: Sequence[Temuan] = ()) -> dict[str, Tahapan]:
    """How far the form of each Subbagian is."""
    return {k.verifikasi.subbagian: k.tahapan for k in standings(rekap, temuan)}


def verified(rekap: Rekap, **fields: object) -> Rekap:
    """The office after “Periksa & Tandai”, with what the planner then typed."""
    seen = looked_at(rekap)
    (v,) = seen.verifikasi
    return replace(seen, verifikasi=(replace(v, **fields),))  # type: ignore[arg-type]


# ---- the way of a form


def test_a_form_is_received_then_verified_then_locked() -> None:
    assert tahapan(REKAP)["TPH"] is Tahapan.BELUM
    assert tahapan(OFFICE)["TPH"] is Tahapan.DITERIMA
    assert tahapan(OFFICE, [WRONG])["TPH"] is Tahapan.PERLU_PERBAIKAN
    assert tahapan(verified(OFFICE))["TPH"] is Tahapan.TERVERIFIKASI

    locked = ordered(verified(OFFICE, putusan=Putusan.KUNCI), (), "Kasubbag")
    (v,) = locked.verifikasi

    assert tahapan(locked)["TPH"] is Tahapan.DIKUNCI
    assert (v.dikunci, v.oleh, v.kiriman) == (NOW, "Kasubbag", ("1" * 64,))


def test_another_answer_has_to_be_verified_anew() -> None:
    other = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 7))
    rekap = replace(verified(OFFICE), kiriman=(BASE, other))

    assert tahapan(rekap)["TPH"] is Tahapan.DITERIMA


def test_a_row_of_a_subbagian_of_which_no_file_is_back_makes_it_no_form() -> None:
    theirs = replace(answer("2a", 1), subbagian="KUL")
    rekap = having(replace(BASE, realisasi=(*BASE.realisasi, theirs)))

    assert tahapan(rekap) == {"TPH": Tahapan.DITERIMA, "KUL": Tahapan.BELUM}


def test_a_form_with_something_to_mend_is_not_locked_and_says_why() -> None:
    rekap = verified(OFFICE, putusan=Putusan.KUNCI)

    assert tahapan(ordered(rekap, [WRONG], ""), [WRONG])["TPH"] is Tahapan.PERLU_PERBAIKAN
    assert [t.rule.code for t in orders_are_obeyed(rekap, [WRONG])] == ["V01"]


def test_a_locked_form_is_opened_only_with_a_reason() -> None:
    lock = {"dikunci": NOW, "kiriman": ("1" * 64,), "putusan": Putusan.BUKA}
    mute, told = verified(OFFICE, **lock), verified(OFFICE, **lock, alasan="salah hitung")

    assert tahapan(ordered(mute, (), ""))["TPH"] is Tahapan.DIKUNCI
    assert [t.rule.code for t in orders_are_obeyed(mute, ())] == ["V02"]
    assert tahapan(ordered(told, (), ""))["TPH"] is Tahapan.TERVERIFIKASI
    assert list(orders_are_obeyed(told, ())) == []


def test_what_changes_behind_a_lock_is_named() -> None:
    locked = ordered(verified(OFFICE, putusan=Putusan.KUNCI), (), "")
    late = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 7))
    typed = replace(BASE, realisasi=(replace(BASE.realisasi[0], kendala="banjir"),))

    waiting = replace(locked, kiriman=(BASE, late))
    changed = replace(locked, kiriman=(typed,))

    assert [(t.rule.code, t.location.file) for t in orders_are_obeyed(waiting, ())] == [
        ("V04", late.identitas.berkas)
    ]
    assert [t.rule.code for t in orders_are_obeyed(changed, ())] == ["V03"]


def test_what_is_wrong_in_a_file_that_waits_behind_a_lock_waits_too() -> None:
    locked = ordered(verified(OFFICE, putusan=Putusan.KUNCI), (), "")
    wrong = replace(WRONG, location=replace(HERE, file="2222.xlsx"))
    late = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 7))
    late = replace(late, dasar="1" * 64, temuan=(wrong,))
    waiting = replace(locked, kiriman=(BASE, late))

    assert [k.identitas.sha256 for k in latest(waiting)] == ["1" * 64]
    assert {t.rule.code for t, _ in standing(waiting, ())} == {"V04"}
    assert list(differences(waiting, [late])) == []


# ---- excused with a reason


def excusing(temuan: Temuan, rekap: Rekap = OFFICE) -> Rekap:
    """The office in which the planner let this one stand."""
    reason = Pengecualian(
        id=naming(rekap)(temuan), kode="R09", tempat="", pesan="", alasan="sudah dicek"
    )
    return replace(rekap, pengecualian=(reason,))


def test_what_was_excused_keeps_nothing_open() -> None:
    rekap = excusing(WRONG)

    assert counted(rekap, [WRONG, ELSEWHERE]) == [ELSEWHERE]
    assert tahapan(rekap, [WRONG])["TPH"] is Tahapan.DITERIMA


def test_time_and_person_of_a_reason_are_noted_once() -> None:
    first = excused_by(excusing(WRONG), "Kasubbag")
    again = excused_by(replace(first, kini=LATER), "orang lain")

    assert [(p.saat, p.oleh) for p in again.pengecualian] == [(NOW, "Kasubbag")]


def test_the_number_stays_whatever_stands_in_the_cell_or_the_file_is_called() -> None:
    other = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 7))
    rekap = having(BASE, other)
    name = naming(rekap)
    one = Rule.BUKAN_ANGKA.at(HERE, judul="x", indikator="1a", isi="banyak")
    two = Rule.BUKAN_ANGKA.at(
        replace(HERE, file=other.identitas.berkas), judul="x", indikator="1a", isi="sedikit"
    )

    assert name(one) == name(two)
    assert len({name(one), name(WRONG), name(ELSEWHERE)}) == 3


def test_the_number_stays_if_somebody_puts_a_row_above_it() -> None:
    name = naming(OFFICE)
    lower = replace(WRONG, location=replace(HERE, row=11))

    assert name(lower) == name(WRONG)


def test_of_files_of_one_name_each_temuan_goes_to_the_form_that_it_names() -> None:
    """
    |     | file      | form      |
    | TPH | data.xlsx | TPH, TW I |
    | KUL | data.xlsx | KUL, TW I |
    """
    other = kiriman(answer("1b", 3, subbagian="KUL"), subbagian="KUL", sha256="2" * 64)
    files = [
        replace(k, identitas=replace(k.identitas, berkas="data.xlsx")) for k in (BASE, other)
    ]
    rekap = replace(OFFICE, kiriman=tuple(files))
    wrong = replace(WRONG, location=replace(HERE, file="data.xlsx"))

    assert tahapan(rekap, [wrong]) == {
        "TPH": Tahapan.PERLU_PERBAIKAN,
        "KUL": Tahapan.DITERIMA,
    }


# ---- given back and mended


def test_each_cell_gets_one_note_and_the_form_a_new_deadline() -> None:
    other = Rule.ALASAN_KOSONG.at(HERE, indikator="1a", periode="TW I", status="Nihil")
    (k,) = due_back(OFFICE, [WRONG, other, ELSEWHERE])

    assert list(notes(k)) == [(ISIAN, "J8")]
    assert [row[2] for row in rows(k)] == ["'Isian'!J8"] * 2
    assert k.permintaan.dasar == "1" * 64
    assert any("1" * 64 in line for line in lines(OFFICE, k))
    assert k.batas > date(2020, 4, 6)
    assert is_working(OFFICE, k.batas)


def test_a_workbook_with_macros_goes_back_as_one() -> None:
    macros = replace(BASE, identitas=replace(BASE.identitas, berkas="Isian KAMI.XLSM"))
    rekap = replace(OFFICE, kiriman=(macros,))
    wrong = replace(WRONG, location=replace(HERE, file="Isian KAMI.XLSM"))

    (k,) = due_back(rekap, [wrong])
    assert k.permintaan.berkas.rpartition(".")[2] == "xlsm"


def test_the_same_is_not_given_back_twice_but_more_of_it_is() -> None:
    first = given(OFFICE, [(k, "f" * 64) for k in due_back(OFFICE, [WRONG])])

    assert due_back(first, [WRONG]) == ()
    (again,) = due_back(first, [WRONG, MORE])
    assert again.permintaan.putaran == 2


def test_a_workbook_that_is_gone_is_made_again_in_the_same_round() -> None:
    (k,) = due_back(OFFICE, [WRONG])
    first = replace(given(OFFICE, [(k, "f" * 64)]), kini=LATER)

    (again,) = due_back(first, [WRONG], {k.permintaan.berkas})
    assert again.permintaan == k.permintaan
    assert (notes(again), rows(again)) == (notes(k), rows(k))
    assert given(first, [(again, "f" * 64)]) == first
    (more,) = due_back(first, [WRONG, MORE], {k.permintaan.berkas})
    assert more.permintaan.putaran == 2


def test_what_was_mended_and_is_wrong_again_is_given_back_again() -> None:
    first = given(OFFICE, [(k, "f" * 64) for k in due_back(OFFICE, [WRONG])])
    mended = settled(first, [])

    assert [k.permintaan.putaran for k in due_back(mended, [WRONG])] == [2]


def test_a_temuan_that_is_gone_is_closed_and_the_others_stay_open() -> None:
    out = given(OFFICE, [(k, "f" * 64) for k in due_back(OFFICE, [WRONG, MORE])])
    back = replace(out, kini=LATER)

    assert [row[4] for row in perbaikan_rows(back, [MORE])] == [
        Perkembangan.SELESAI,
        Perkembangan.TERBUKA,
    ]
    assert progress_of(out, back, [(MORE, "")]) == {
        "perbaikan_selesai": 1,
        "perbaikan_terbuka": 1,
    }
    assert settled(back, [MORE]).perbaikan[0].selesai == LATER


def test_one_that_is_open_since_two_rounds_is_counted_once() -> None:
    first = given(OFFICE, [(k, "f" * 64) for k in due_back(OFFICE, [WRONG])])
    out = given(first, [(k, "e" * 64) for k in due_back(first, [WRONG, MORE])])

    assert [(p.kode, p.putaran) for p in out.perbaikan] == [("R09", 1), ("R09", 2), ("R09", 2)]
    assert progress_of(out, out, [(MORE, "")]) == {
        "perbaikan_selesai": 1,
        "perbaikan_terbuka": 1,
    }


def test_a_reply_is_kept_and_an_excuse_is_told() -> None:
    out = given(OFFICE, [(k, "f" * 64) for k in due_back(OFFICE, [WRONG])])
    (asked,) = out.perbaikan
    reply = replace(BASE, tanggapan={asked.id: "memang tidak ada"})
    said = answered(out, [reply])

    assert [row[4] for row in perbaikan_rows(said, [WRONG])] == [Perkembangan.DIJAWAB]
    assert [row[4] for row in perbaikan_rows(excusing(WRONG, said), [WRONG])] == [
        Perkembangan.DIKECUALIKAN
    ]


def test_what_a_mended_file_says_otherwise_is_told_cell_by_cell() -> None:
    mended = kiriman(answer("1a", 68), sha256="2" * 64, disimpan=LATER)
    mended = replace(mended, dasar="1" * 64)

    assert list(differences(having(BASE, mended), [mended])) == ["1a TPH, Realisasi: 66 → 68"]


def test_a_file_whose_list_was_deleted_is_known_by_its_notes() -> None:
    out = given(OFFICE, [(k, "f" * 64) for k in due_back(OFFICE, [WRONG])])
    (asked,) = out.perbaikan
    form = returned("|   | J  |\n| 8 | 68 |", rekap=OFFICE)
    noted = with_note(form, f"{asked.id} · Realisasi kosong.")
    strange = with_note(form, "T00000000 · Realisasi kosong.")

    assert read_returned(noted, out).dasar == "1" * 64
    assert read_returned(strange, out).dasar == ""
    assert read_returned(noted, out).temuan == ()


def with_note(book: Book, text: str) -> Book:
    """The form with a note on the Realisasi of its first Indikator."""
    isian = book.grid(ISIAN)
    assert isian
    return instead(book, replace(isian, comments={**isian.comments, (8, 10): text}))


def test_an_untouched_form_is_no_row_that_was_kept() -> None:
    assert Verifikasi(periode=1, subbagian="TPH") not in looked_at(OFFICE).verifikasi
