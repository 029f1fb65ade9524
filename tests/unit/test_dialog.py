"""What a person reads: before answers change, meanwhile, and at the end."""

from __future__ import annotations

import pytest

from kinerja import dialog
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets import tombol
from kinerja.sheets.tombol import JUDUL, TOMBOL
from kinerja.temuan import Rule, Temuan

HERE = Location("Formulir TPH.xlsx", "Isian", 8, "J")


def missing(n: int) -> tuple[Temuan, ...]:
    return tuple(Rule.KOLOM_HILANG.at(HERE, judul=str(k), lembar="Isian") for k in range(n))


def lines(outcome: Outcome) -> list[str]:
    return dialog.closing(outcome, "/kantor/2026").splitlines()


# ---- the question


def test_a_person_is_asked_about_answers_that_would_change() -> None:
    counts = {"dibaca": 4, "ditambah": 12, "diubah": 3, "diabaikan": 1, "tetap": 9}
    asked = dialog.question(Outcome(command="merge", counts=counts))

    assert asked == (
        "Gabungkan akan menambah 12 jawaban, mengubah 3 jawaban, mengabaikan 1 jawaban."
        "\n\nLanjutkan?"
    )


@pytest.mark.parametrize("counts", [{}, {"dibaca": 2, "ditolak": 1}, {"diabaikan": 1}])
def test_nobody_is_asked_about_nothing(counts: dict[str, int]) -> None:
    assert dialog.question(Outcome(command="merge", counts=counts)) == ""


def test_an_undo_names_what_it_takes_back() -> None:
    outcome = Outcome(command="undo", counts={"diurungkan": 1}, perihal="Gabungkan 2026-03-31")

    said, warning, asked = dialog.question(outcome).split("\n\n")

    assert said.endswith("sebelum Gabungkan 2026-03-31.")
    assert (warning, asked) == (tombol.PERLU_DIKETAHUI["undo"], tombol.LANJUTKAN)


# ---- the status bar


def test_the_status_bar_says_how_far_it_is() -> None:
    assert dialog.progress("merge", "Formulir TPH.xlsx", 3, 5) == (
        "Kinerja: Gabungkan 3/5 – Formulir TPH.xlsx"
    )


# ---- the end


def test_the_end_says_what_was_done_where_and_what_is_next() -> None:
    outcome = Outcome(command="annual", counts={"catatan": 2}, berkas=("Laporan/a.docx",))

    assert lines(outcome) == [
        "Susun Laporan Tahunan: 2 catatan.",
        "",
        "Berkas, di folder /kantor/2026:",
        "Laporan/a.docx",
        "",
        f"Langkah berikutnya: {tombol.LANJUTAN_BERSIH['annual']}",
    ]


def test_a_refusal_names_the_worst_three_with_place_and_remedy() -> None:
    note = Rule.SAMA_PERSIS.at(HERE, berkas="a", lain="b")
    said = lines(Outcome(command="generate", temuan=(note, *missing(4)), refused=True))
    first = missing(1)[0]

    assert said[0] == "Buat Formulir: tidak dikerjakan, isi workbook tidak berubah."
    assert said[2] == "4 galat, 1 catatan"
    assert said[4:7] == [
        "✖ F02 Formulir TPH.xlsx › Isian › J8",
        first.message,
        f"→ {first.remedy}",
    ]
    assert sum("F02" in line for line in said) == dialog.WORST
    assert said[-1] == "… dan 2 lainnya."


def test_a_refusal_names_the_sheet_that_has_them_all() -> None:
    refused = Outcome(
        command="generate", temuan=missing(4), refused=True, lembar="Catatan Verifikasi"
    )

    assert lines(refused)[0].endswith("sebabnya ada di lembar Catatan Verifikasi.")
    assert lines(refused)[-1] == "… dan 1 lainnya, di lembar Catatan Verifikasi."


def test_what_a_sheet_has_is_not_repeated() -> None:
    done = Outcome(
        command="check", counts={"galat": 4}, temuan=missing(4), lembar="Catatan Verifikasi"
    )

    assert lines(done)[:3] == [
        "Periksa Master: 4 galat.",
        "",
        "Rinciannya ada di lembar Catatan Verifikasi.",
    ]
    assert not any("F02" in line for line in lines(done))


def test_what_is_right_stands_below_what_is_wrong() -> None:
    found = Outcome(command="doctor", temuan=missing(9), baik=("Word ada.", "Excel ada."))
    said = lines(found)
    wrong = [number for number, line in enumerate(said) if "F02" in line]

    assert len(wrong) == dialog.ALONE
    assert "… dan 3 lainnya." in said
    assert wrong[-1] < said.index("✔ Word ada.") == said.index("✔ Excel ada.") - 1


def test_a_clean_master_may_go_on_to_its_forms() -> None:
    assert lines(Outcome(command="check")) == [
        "Periksa Master: tidak ada yang perlu dibetulkan.",
        "",
        "Langkah berikutnya: tekan Buat Formulir.",
    ]


@pytest.mark.parametrize("command", ["semester", "annual"])
def test_a_report_with_nothing_to_mend_was_compiled_all_the_same(command: str) -> None:
    outcome = Outcome(command=command, counts={"galat": 0}, berkas=("Laporan/A.docx",))

    assert outcome.headline == f"{JUDUL[command]}: {tombol.BERSIH}."
    assert "kuning" not in outcome.next


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"dibaca": 0, "ditolak": 0, "dilewati": 0, "tetap": 9}, tombol.LANJUTAN_KOSONG),
        ({"dibaca": 1}, tombol.LANJUTAN),
        ({"ditolak": 1}, tombol.LANJUTAN),
        ({"dilewati": 1}, tombol.LANJUTAN),
    ],
)
def test_after_a_merge_of_nothing_the_next_step_is_to_put_forms_there(
    counts: dict[str, int], words: dict[str, str]
) -> None:
    assert Outcome(command="merge", counts=counts).next == words["merge"]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"belum_dibagikan": 1, "ditunggu": 3}, tombol.MENDAHULUI["progress"][1]),
        ({"belum_dibagikan": 0, "ditunggu": 3}, tombol.LANJUTAN["progress"]),
        ({"belum_dibagikan": 0, "tepat_waktu": 3}, tombol.LANJUTAN_KOSONG["progress"]),
        ({}, tombol.LANJUTAN_KOSONG["progress"]),
    ],
)
def test_who_has_no_form_yet_gets_one_before_anybody_is_reminded(
    counts: dict[str, int], words: str
) -> None:
    assert Outcome(command="progress", counts=counts).next == words


def test_many_files_are_counted_and_not_all_named() -> None:
    outcome = Outcome(command="generate", berkas=tuple(f"Formulir/{n}" for n in range(9)))
    said = lines(outcome)

    assert sum(line.startswith("Formulir/") for line in said) == dialog.FILES
    assert "… dan 4 lainnya." in said


def test_how_each_thing_stands_is_one_line_below_the_headline() -> None:
    standing = ("✖ KUL: belum kembali", "✔ TPH: tepat waktu")
    outcome = Outcome(command="progress", temuan=missing(2), rincian=standing, lembar="Status")

    assert lines(outcome)[2:5] == [*standing, ""]
    assert lines(outcome)[5] == tombol.SEMUA_DI.format(lembar="Status")


@pytest.mark.parametrize("command", TOMBOL)
def test_every_button_has_a_name_and_every_end_a_sentence(command: str) -> None:
    said = lines(Outcome(command=command))

    assert said[0].startswith(JUDUL[command])
    assert said[0].endswith(".")


def test_a_dialog_fits_on_a_screen_whatever_is_wrong() -> None:
    berkas = tuple(f"Formulir/{n}.xlsx" for n in range(50))
    wrong = Outcome(command="generate", temuan=missing(50), berkas=berkas, refused=True)

    assert len(lines(wrong)) < 30


def test_a_dialog_of_a_large_office_fits_on_a_screen_too() -> None:
    many = tuple(str(n) for n in range(50))
    outcome = Outcome(
        command="progress", temuan=missing(50), berkas=many, rincian=many, lembar="Status"
    )

    assert "… dan 38 lainnya." in lines(outcome)
    assert len(lines(outcome)) < 30
