"""What is to be done next follows from the state of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from entries import peta
from kinerja.giveback import due_back
from kinerja.langkah import NAMED, Next
from kinerja.model import Location, Pengaturan, Tindakan
from kinerja.model_laporan import LaporanTerbit
from kinerja.model_sop import Cap, Disposisi, Distribusi, Paraf, SuratEdaran, Tahap
from kinerja.next_step import next_step
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets.beranda import MENUNGGU, STEPS, SUDAH_USANG, TAHAP, Step, name_of
from kinerja.sheets.terbitan import MUTAKHIR, USANG
from kinerja.sheets.tombol import JUDUL
from kinerja.temuan import Rule, Temuan
from kinerja.view import view_of
from office import BARE, REKAP, answer, berkas, having, kiriman, listed

EMPTY = Rekap(file="kinerja.xlsx", pengaturan=Pengaturan())
OF_MASTER = Rule.MASTER_TANPA_ISI.at(Location("kinerja.xlsx"), lembar="Subbagian")
OF_FORM = Rule.NILAI_KOSONG.at(
    Location("Formulir.xlsx"), indikator="1a", periode="TW I", subbagian="TPH"
)


def step(rekap: Rekap, *temuan: Temuan) -> Next:
    return next_step(view_of(rekap), temuan)


def both(p: int = 1) -> tuple[Kiriman, Kiriman]:
    return (
        kiriman(answer("1a", 80, p), sha256=f"{p}a", p=p),
        kiriman(answer("2b", "WTP", p), sha256=f"{p}b", subbagian="KUL", p=p),
    )


def at(rekap: Rekap, p: int) -> Rekap:
    return replace(rekap, pengaturan=replace(rekap.pengaturan, periode=p))


def letter(*done: Tahap) -> SuratEdaran:
    """The surat edaran of TW I, with these paraf."""
    signed = {tahap: Paraf(saat=datetime(2026, 11, 17, 9)) for tahap in done}
    return SuratEdaran(periode=1, konsep=datetime(2026, 11, 16, 9), paraf=signed)


def until(*days: int) -> tuple[Distribusi, ...]:
    """The forms of TW I, handed to TPH and KUL, with these days of November as deadlines."""
    sent = datetime(2026, 11, 18, 9)
    return tuple(
        Distribusi(
            periode=1,
            subbagian=kode,
            revisi=1,
            berkas="Formulir.xlsx",
            sha256="a",
            dibagikan=sent,
            batas=sent.date().replace(day=day),
        )
        for kode, day in zip(("TPH", "KUL"), days, strict=True)
    )


ORDERED = (Disposisi(periode=1),)
OUT = tuple(replace(d, batas=None) for d in until(20, 20))
FIRST = tuple(t for t in REKAP.terbit if t.formulir.periode == 1)


def test_empty_master_is_filled_first() -> None:
    found = step(EMPTY, OF_MASTER)

    assert found.step is Step.FILL
    assert found.facts == {"lembar": "Pengaturan, Subbagian, Sasaran & Indikator"}


def test_only_the_sheet_that_is_still_empty_is_named() -> None:
    assert step(replace(BARE, subbagian=())).facts == {"lembar": "Subbagian"}


def test_galat_of_the_master_comes_before_its_forms() -> None:
    assert step(BARE, OF_MASTER) == Next(Step.MEND, {"n": 1})


# ---- letters and handing out


def test_an_office_that_begins_is_led_through_the_whole_sop() -> None:
    """
    | yang sudah ada    | langkah berikutnya |
    | master            | Lembar Disposisi   |
    | disposisi         | Buat Formulir      |
    | formulir          | Surat Edaran       |
    | konsep            | paraf, tanda tangan |
    | surat ditandatangani | Bagikan         |
    | formulir dibagikan | Gabungkan         |
    """
    forms = replace(REKAP, disposisi=ORDERED)
    given = [
        BARE,
        replace(BARE, disposisi=ORDERED),
        forms,
        replace(forms, surat_edaran=(letter(),)),
        replace(forms, surat_edaran=(letter(*Tahap),)),
        replace(forms, surat_edaran=(letter(*Tahap),), distribusi=OUT),
    ]

    assert [step(rekap).step for rekap in given] == [
        Step.ORDER,
        Step.MAKE,
        Step.DRAFT,
        Step.SIGN,
        Step.HAND_OUT,
        Step.COLLECT,
    ]


def test_forms_are_made_for_those_that_lack_one() -> None:
    rekap = replace(REKAP, disposisi=ORDERED)
    without = replace(rekap, terbit=REKAP.terbit[:1])

    assert step(replace(rekap, terbit=())).facts == {"periode": "TW I", "siapa": "TPH, KUL"}
    assert step(without) == Next(Step.MAKE, {"periode": "TW I", "siapa": "TPH"})


@pytest.mark.parametrize(
    ("done", "whom"),
    [
        ((), "paraf pengelola data"),
        ((Tahap.PENGELOLA,), "paraf kasubbag"),
        ((Tahap.KASUBBAG,), "tanda tangan sekretaris"),
        ((Tahap.PENGELOLA, Tahap.KASUBBAG), "tanda tangan sekretaris"),
    ],
)
def test_whose_paraf_a_letter_waits_for_is_said(done: tuple[Tahap, ...], whom: str) -> None:
    rekap = replace(REKAP, surat_edaran=(letter(*done),))

    assert step(rekap) == Next(Step.SIGN, {"periode": "TW I", "siapa": whom})


def test_a_time_that_cannot_be_read_is_no_signature() -> None:
    typed = {tahap: Paraf(saat="kemarin") for tahap in Tahap}
    rekap = replace(REKAP, surat_edaran=(replace(letter(), paraf=typed),))

    assert step(rekap).facts["siapa"] == "paraf pengelola data"


def test_nobody_is_led_back_over_a_step_that_was_left_out() -> None:
    """Forms that are out or back need no letter any more, and made ones no order."""
    assert step(REKAP).step is Step.DRAFT
    assert step(replace(REKAP, distribusi=OUT)).step is Step.COLLECT
    assert (
        step(having(both()[0], rekap=replace(REKAP, disposisi=ORDERED))).step is not Step.DRAFT
    )


def test_an_office_without_letters_is_not_asked_for_any() -> None:
    """Forms came back, and the year has no letter and no register of handing out."""
    second = at(replace(having(*both()), terbit=FIRST), 2)

    assert step(having(both()[0])) == Next(Step.COLLECT, {"siapa": "KUL"})
    assert step(second).step is Step.MAKE
    assert step(at(having(*both()), 2)).step is Step.COLLECT


def test_an_office_with_letters_is_asked_for_them_in_every_periode() -> None:
    with_letters = replace(having(*both()), terbit=FIRST, disposisi=ORDERED)

    assert step(at(with_letters, 2)) == Next(Step.ORDER, {"periode": "TW II"})


def test_only_letters_or_only_handing_out_can_be_left_out() -> None:
    whole = having(*both())
    handed = replace(whole, distribusi=OUT)
    lettered = replace(whole, disposisi=ORDERED)

    assert step(at(handed, 2)).step is Step.HAND_OUT
    assert step(at(lettered, 2)).step is Step.DRAFT


def test_who_was_not_handed_the_newest_form_is_named() -> None:
    """TPH has R1 and R2 was made; KUL has its form."""
    again = REKAP.terbit[1]
    assert again.formulir.subbagian == "TPH"
    newer = replace(again, formulir=replace(again.formulir, revisi=2))
    rekap = replace(REKAP, terbit=(*REKAP.terbit, newer), distribusi=OUT)

    assert step(rekap) == Next(Step.HAND_OUT, {"periode": "TW I", "siapa": "TPH"})


# ---- collecting


def test_who_has_not_returned_a_form_is_named() -> None:
    assert step(replace(REKAP, distribusi=OUT)).facts == {"siapa": "TPH, KUL"}
    assert step(having(both()[0])) == Next(Step.COLLECT, {"siapa": "KUL"})


def test_a_deadline_is_said_once_where_it_is_the_same_for_all() -> None:
    """20 November 2026 is a Friday; on Tuesday the form is two working days late."""
    rekap = replace(REKAP, distribusi=until(20, 20), kini=datetime(2026, 11, 24, 9))
    early = replace(rekap, kini=datetime(2026, 11, 20, 23))

    assert step(rekap).facts == {"siapa": "TPH, KUL (batas 20 Nov 2026, lewat 2 hari kerja)"}
    assert step(early).facts == {"siapa": "TPH, KUL (batas 20 Nov 2026)"}


def test_deadline_and_names_share_the_room() -> None:
    offices = [replace(REKAP.subbagian[0], kode=f"SUB-{n:02}") for n in range(9)]
    made = [replace(REKAP.terbit[0].formulir, subbagian=s.kode) for s in offices]
    rekap = replace(
        REKAP,
        subbagian=tuple(offices),
        terbit=tuple(replace(REKAP.terbit[0], formulir=f) for f in made),
        indikator=(replace(REKAP.indikator[0], penanggung_jawab="SUB-00", pendukung=()),),
        distribusi=tuple(replace(until(20, 20)[0], subbagian=s.kode) for s in offices),
        kini=datetime(2026, 11, 24, 9),
    )

    assert step(rekap).facts["siapa"] == (
        "SUB-00, SUB-01, SUB-02, dan 6 lainnya (batas 20 Nov 2026, lewat 2 hari kerja)"
    )


def test_each_has_a_deadline_where_they_differ() -> None:
    rekap = replace(REKAP, distribusi=until(19, 24), kini=datetime(2026, 11, 20, 9))

    assert step(rekap).facts["siapa"] == (
        "TPH (batas 19 Nov 2026, lewat 1 hari kerja), dan 1 lainnya"
    )


def test_missing_form_comes_before_the_galat_it_makes() -> None:
    assert step(replace(REKAP, distribusi=OUT), OF_FORM).step is Step.COLLECT


def test_form_of_an_earlier_periode_is_named_with_it() -> None:
    rekap = at(having(*both()[:1], *both(2)), 2)

    assert step(rekap).facts == {"siapa": "KUL (TW I)"}


def test_who_does_not_fit_in_the_sentence_is_counted() -> None:
    some = [replace(REKAP.subbagian[0], kode=f"SUBBAGIAN-{n:02}") for n in range(12)]
    rekap = replace(
        BARE,
        disposisi=ORDERED,
        subbagian=tuple(some),
        indikator=tuple(
            replace(BARE.indikator[0], kode=s.kode, penanggung_jawab=s.kode, pendukung=())
            for s in some
        ),
    )

    assert step(rekap).facts["siapa"] == (
        "SUBBAGIAN-00, SUBBAGIAN-01, SUBBAGIAN-02, SUBBAGIAN-03, dan 8 lainnya"
    )


def test_galat_that_stands_keeps_the_next_periode_waiting() -> None:
    assert step(having(*both()), OF_FORM) == Next(Step.SETTLE, {"n": 1})


# ---- once forms are back


def pressed(*names: str) -> tuple[Tindakan, ...]:
    """The journal with these actions, the oldest first."""
    return tuple(
        Tindakan(waktu=datetime(2026, 11, 24, 9, n), nama=JUDUL[name], hasil="")
        for n, name in enumerate(names)
    )


SEALED = pressed("merge", "archive")


def test_a_form_with_a_galat_goes_back_and_is_waited_for() -> None:
    """
    Isian
    | Kode | Realisasi |
    | 1a   |           |
    """
    back = Location("Formulir TPH TW I.xlsx", "Isian", 8, 10)
    wrong = Rule.NILAI_KOSONG.at(back, indikator="1a", periode="TW I", subbagian="TPH")
    rekap = replace(having(*both()), kini=datetime(2026, 11, 24, 9))
    (form,) = due_back(rekap, [at_form(rekap, wrong)])
    given = replace(rekap, permintaan=(form.permintaan,), perbaikan=form.perbaikan)

    assert step(rekap, at_form(rekap, wrong)) == Next(Step.GIVE_BACK, {"siapa": "TPH"})
    assert step(given, at_form(rekap, wrong)) == Next(Step.AWAIT, {"siapa": "TPH"})
    assert step(at(given, 2), at_form(rekap, wrong)).step is Step.COLLECT


def at_form(rekap: Rekap, temuan: Temuan) -> Temuan:
    """The same at the file that came back first."""
    here = replace(temuan.location, file=rekap.kiriman[0].identitas.berkas)
    return replace(temuan, location=here)


def test_a_galat_that_nobody_mends_by_typing_is_settled() -> None:
    rekap = replace(having(*both()), kini=datetime(2026, 11, 24, 9))

    assert step(rekap, OF_FORM) == Next(Step.SETTLE, {"n": 1})


def test_files_are_registered_before_figures_are_typed() -> None:
    back = having(kiriman(answer("1a", 80), listed=(listed(),)), both()[1], berkas=(berkas(),))
    typed = replace(back, peta_entri=peta())

    assert step(typed) == Next(Step.REGISTER, {"n": 1})


def test_what_is_not_typed_is_counted_until_the_office_says_it_is_done() -> None:
    """
    | aplikasi | keadaan |
    | e-Lapkin | ✖ Belum |
    | e-Monev  | ✖ Belum |
    """
    typed = replace(having(*both()), peta_entri=peta(), kini=datetime(2026, 11, 24, 9))
    by_hand = Cap(
        periode=1, langkah=13, selesai_nyata=datetime(2026, 11, 24, 9), alasan="buku kerja"
    )
    found = step(typed)

    assert (found.step, found.facts["aplikasi"]) == (Step.ENTER, "e-Lapkin, e-Monev")
    assert step(replace(typed, cap=(by_hand,))).step is Step.SEAL


@pytest.mark.parametrize(
    ("p", "compiled", "said"),
    [
        (1, {}, None),
        (2, {}, (Step.REPORT_HALF, "semester 1", "belum disusun")),
        (2, {"semester 1": MUTAKHIR}, None),
        (3, {"semester 1": USANG}, (Step.REPORT_HALF, "semester 1", SUDAH_USANG)),
        (4, {"semester 1": MUTAKHIR}, (Step.REPORT_HALF, "semester 2", "belum disusun")),
        (
            4,
            {"semester 1": MUTAKHIR, "semester 2": MUTAKHIR},
            (Step.REPORT, "tahunan", "belum disusun"),
        ),
        (
            4,
            {"semester 1": MUTAKHIR, "semester 2": MUTAKHIR, "tahunan": USANG},
            (Step.REPORT, "tahunan", SUDAH_USANG),
        ),
    ],
)
def test_a_report_is_asked_for_once_its_time_is_over(
    p: int, compiled: dict[str, str], said: tuple[Step, str, str] | None
) -> None:
    whole = at(having(*(k for q in range(1, p + 1) for k in both(q))), p)
    found = next_step(view_of(whole), (), compiled)
    told = (found.step, found.facts.get("laporan"), found.facts.get("keadaan"))

    assert told == (said or (Step.SEAL, None, None))


@pytest.mark.parametrize(
    ("names", "known"),
    [
        ((), Step.SEAL),
        (("merge",), Step.SEAL),
        (("merge", "archive", "verify"), Step.MOVE_ON),
        (("merge", "archive", "merge"), Step.SEAL),
    ],
)
def test_a_package_is_made_after_all_that_it_holds(
    names: tuple[str, ...], known: Step
) -> None:
    assert step(replace(having(*both()), jurnal=pressed(*names))).step is known


def test_a_package_older_than_a_report_is_made_again() -> None:
    made = LaporanTerbit(nama="tahunan", berkas="a.docx", sha256="", sidik="")
    done = replace(having(*both()), jurnal=SEALED)
    later, sooner = (
        replace(done, laporan=(replace(made, dibuat=datetime(2026, 11, day, 9)),))
        for day in (25, 23)
    )

    assert step(later).step is Step.SEAL
    assert step(sooner).step is Step.MOVE_ON


def test_finished_periode_leads_to_the_next() -> None:
    facts = {"periode": "TW I", "berikut": "TW II", "tombol": "Buat Formulir"}
    done = replace(having(*both()), jurnal=SEALED)
    lettered = replace(done, disposisi=ORDERED, distribusi=OUT)

    assert step(done) == Next(Step.MOVE_ON, facts)
    assert step(lettered).facts == {**facts, "tombol": "Lembar Disposisi"}


def test_last_periode_leads_to_the_next_year() -> None:
    whole = having(*(k for p in range(1, 5) for k in both(p)))
    names = ("semester 1", "semester 2", "tahunan")
    done = at(replace(whole, jurnal=SEALED), 4)

    assert next_step(view_of(done), (), dict.fromkeys(names, MUTAKHIR)) == Next(
        Step.NEW_YEAR, {"tahun": 2020, "berikut": 2021}
    )


FACTS = {
    **{"lembar": "a", "n": 1, "periode": "b", "siapa": "c", "berikut": 2, "tombol": "e"},
    **{"aplikasi": "f", "laporan": "g", "keadaan": "h", "tahun": 1},
}
ROOM = 145  # signs of a sentence that the narrowest screen shows


@pytest.mark.parametrize("known", Step)
def test_every_step_has_a_button_in_its_order_or_none(known: Step) -> None:
    button, sentence = STEPS[known]

    assert button in {"", *TAHAP}
    assert sentence.format(**FACTS).endswith(".")
    assert name_of(known)[0].isdigit() == bool(button)


def test_the_longest_sentence_fits_its_line() -> None:
    longest = {
        "lembar": "Pengaturan, Subbagian, Sasaran & Indikator",
        "n": 9999,
        "periode": "September",
        "siapa": "S" * 80,
        "berikut": "September",
        "tombol": "Lembar Disposisi",
        "aplikasi": "A" * NAMED,
        "laporan": "semester 1",
        "keadaan": SUDAH_USANG,
        "tahun": 2026,
    }
    asked = {**longest, "siapa": max(MENUNGGU.values(), key=len)}
    facts = {known: asked if known is Step.SIGN else longest for known in Step}

    assert [k for k in Step if len(STEPS[k][1].format(**facts[k])) > ROOM] == []
