"""What is in each form, and which revision is due."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.generate import definition_changes, isi_formulir, last_made, sidik_of
from kinerja.isian import IsiFormulir, definisi
from kinerja.model import Jenis, RencanaAksi, Subbagian
from kinerja.rekap import Rekap
from office import BARE, REKAP, answer, changed, having, kiriman, with_forms


def of(rekap: Rekap, subbagian: str, p: int = 1) -> IsiFormulir:
    return next(f for f in isi_formulir(rekap, p) if f.subbagian.kode == subbagian)


def test_form_has_the_rows_its_subbagian_owns_or_supports() -> None:
    assert [(b.indikator.kode, b.is_owner) for b in of(BARE, "TPH").baris] == [
        ("1a", True),
        ("1b", True),
    ]
    assert [(b.indikator.kode, b.is_owner) for b in of(BARE, "KUL").baris] == [
        ("1a", False),
        ("2a", True),
        ("2b", True),
        ("2c", True),
    ]


def test_subbagian_without_indikator_gets_no_form() -> None:
    more = replace(BARE, subbagian=(*BARE.subbagian, Subbagian(kode="SDM", nama="SDM")))

    assert [f.subbagian.kode for f in isi_formulir(more, 1)] == ["TPH", "KUL"]


def test_first_form_is_revision_one_and_named_without_it() -> None:
    form = of(BARE, "TPH", 2)

    assert form.formulir.revisi == 1
    assert form.berkas == "Formulir TPH TW II 2020.xlsx"


def test_form_made_again_unchanged_is_the_same_revision() -> None:
    assert of(REKAP, "TPH") == of(BARE, "TPH")


def test_a_form_of_another_year_is_no_older_revision() -> None:
    corrected = replace(REKAP, pengaturan=replace(REKAP.pengaturan, tahun=2021))

    assert last_made(corrected, "TPH", 1) is None
    assert of(changed(corrected, "1a", target=Decimal(90)), "TPH").formulir.revisi == 1


def test_changed_definition_makes_one_more_revision() -> None:
    form = of(changed(REKAP, "1a", target=Decimal(85)), "TPH")

    assert form.formulir.revisi == 2
    assert form.berkas == "Formulir TPH TW I 2020 R2.xlsx"


def test_definition_that_returns_to_the_old_one_is_still_a_new_revision() -> None:
    twice = with_forms(changed(REKAP, "1a", target=Decimal(85)))

    assert of(changed(twice, "1a", target=Decimal(80)), "TPH").formulir.revisi == 3


def test_what_changed_in_a_revision_is_told_in_one_line() -> None:
    issued = [dict(definisi(b)) for b in of(BARE, "TPH").baris]

    def told(rekap: Rekap) -> str:
        return definition_changes(issued, of(rekap, "TPH"))

    assert told(BARE) == "–"
    assert told(changed(BARE, "1a", target=Decimal(85))) == "Target 2020 1a 80 → 85"
    assert told(changed(BARE, "1b", satuan="")) == "Satuan 1b % → –"
    assert told(changed(BARE, "1a", jenis=Jenis.ANGKA)) == "Jenis 1a persen → angka"
    assert told(changed(BARE, "1b", penanggung_jawab="KUL")) == "1b dihapus"
    assert told(changed(BARE, "2c", pendukung=("TPH",))) == "2c ditambah"


def test_answers_do_not_change_the_definition() -> None:
    answered = having(kiriman(answer("1a", 66)))

    assert of(answered, "TPH", 2).formulir.revisi == 1
    assert of(answered, "TPH", 2).sidik == of(REKAP, "TPH", 2).sidik


def test_what_is_known_already_is_in_the_form() -> None:
    answered = having(kiriman(answer("1a", 66)))
    row = of(answered, "TPH").baris[0]

    assert row.jawaban
    assert row.jawaban.nilai == 66
    assert of(answered, "TPH", 2).baris[0].lalu == 66
    assert of(answered, "KUL", 2).baris[0].lalu == 66


def test_syarat_of_another_periode_is_not_asked() -> None:
    assert [len(b.syarat) for b in of(REKAP, "KUL", 1).baris] == [1, 1, 0, 1]
    assert [len(b.syarat) for b in of(REKAP, "KUL", 4).baris] == [1, 1, 1, 1]


def test_last_made_is_the_highest_revision() -> None:
    twice = with_forms(changed(REKAP, "1a", target=Decimal(85)))
    made = last_made(twice, "TPH", 1)

    assert made
    assert made.formulir.revisi == 2
    assert last_made(BARE, "TPH", 1) is None


def test_definition_is_text_by_key() -> None:
    assert dict(definisi(of(BARE, "TPH").baris[0])) == {
        "kode": "1a",
        "uraian": "Partisipasi pemilih",
        "peran": "Penanggung jawab",
        "satuan": "%",
        "jenis": "persen",
        "target_tahun": "80",
        "target": "80",
    }


def test_digest_depends_on_every_part_of_the_definition() -> None:
    one = sidik_of(of(BARE, "TPH").baris)

    assert one == sidik_of(of(BARE, "TPH", 2).baris)
    assert one != sidik_of(of(changed(BARE, "1b", satuan="orang"), "TPH").baris)


def test_rencana_aksi_is_in_the_form_of_who_carries_it_out_and_makes_no_revision() -> None:
    """It is shown for reference; the definitions are the same."""
    plan = RencanaAksi(indikator="1a", uraian="Rapat", penanggung_jawab="KUL")
    planned = replace(REKAP, rencana_aksi=(plan,))
    shown = {
        (isi.subbagian.kode, baris.indikator.kode): baris.rencana_aksi
        for isi in isi_formulir(planned, 1)
        for baris in isi.baris
        if baris.rencana_aksi
    }

    assert shown == {("KUL", "1a"): (plan,)}
    assert [i.sidik for i in isi_formulir(planned, 1)] == [
        i.sidik for i in isi_formulir(REKAP, 1)
    ]
