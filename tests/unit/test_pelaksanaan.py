"""What the page says that proves the SOP was followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from calendars import office_in
from kinerja.model import Subbagian, Tindakan
from kinerja.model_sop import Cap, Disposisi, Distribusi
from kinerja.pelaksanaan import Pelaksanaan, has_begun, pelaksanaan
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TITIK
from letters import OFFICE as LETTERS
from scripts import played, standard_ends

OFFICE = office_in(2025)
START = datetime(2025, 8, 14, 7, 30)  # a Thursday; 17 and 18 August are free
WHOLE = played(OFFICE, START, standard_ends(OFFICE, START))


def begun(*caps: Cap, **fields: object) -> Rekap:
    """TW I of the office after these stamps; the order came in when the day began."""
    fields = {"disposisi": (Disposisi(periode=1, diterima=START),), **fields}
    return replace(OFFICE, cap=caps, **fields)  # type: ignore[arg-type]


def cap(langkah: int, hour: int, minute: int = 0, **fields: object) -> Cap:
    at = START.replace(hour=hour, minute=minute)
    return Cap(periode=1, langkah=langkah, selesai=at, sumber="tombol", **fields)  # type: ignore[arg-type]


def handed(**fields: object) -> Distribusi:
    given = {"dibagikan": START, "batas": date(2025, 8, 19), "penerima": "Nama", **fields}
    return Distribusi(
        periode=1, subbagian="TPH", revisi=1, berkas="", sha256="", **given  # type: ignore[arg-type]
    )  # fmt: skip


def row_of(rekap: Rekap) -> tuple[str, str]:
    """What is printed of the form of TPH: when it came back, and how."""
    first = pelaksanaan(rekap).distribusi[0]
    return first.kembali, first.ketepatan


# ---- the steps and their total


def test_a_cycle_at_the_standard_pace_is_proved_to_be_one() -> None:
    page = pelaksanaan(WHOLE)

    assert (page.banyak_selesai, page.banyak_langkah) == (14, 14)
    assert page.nyata == page.baku == "3 hari 7 jam 15 menit"
    assert (page.selisih, page.turunan, page.berjalan) == ("0 menit", "205 menit", "")


def test_each_step_is_told_beside_its_standard() -> None:
    """
    | Langkah | Cap Tombol | Mulai Sebenarnya | Alasan       |
    | 1       | 08.00      |                  |              |
    | 9       | 08.50      | 08.20            | Dari catatan |
    """
    mulai = START.replace(hour=8, minute=20)
    page = pelaksanaan(
        begun(cap(1, 8), cap(9, 8, 50, mulai_nyata=mulai, alasan="Dari catatan"))
    )
    nine = page.langkah[8]

    assert (nine.nomor, nine.baku, nine.nyata, nine.selisih) == (
        9,
        "20 menit",
        "30 menit",
        "+10 menit",
    )
    assert (nine.mulai, nine.selesai) == ("14 Agu 2025, 08.20", "14 Agu 2025, 08.50")
    assert (nine.sumber, nine.alasan) == ("tombol", "Dari catatan")


def test_a_step_without_a_standard_has_no_difference() -> None:
    one = pelaksanaan(begun(cap(1, 8))).langkah[0]

    assert (one.baku, one.nyata, one.selisih) == ("–", "30 menit", "–")


def test_the_step_at_hand_is_said_to_be_so_since_when() -> None:
    page = pelaksanaan(begun(cap(1, 8)))

    assert page.langkah[1].selesai == "sedang berjalan"
    assert page.berjalan.startswith("Langkah 2 (")
    assert page.berjalan.endswith("sedang berjalan sejak 14 Agu 2025, 08.00.")
    assert page.selisih == ""


def test_what_is_not_done_has_no_time() -> None:
    last = pelaksanaan(begun(cap(1, 8))).langkah[-1]

    assert (last.mulai, last.selesai, last.nyata) == ("–", "–", "–")
    assert last.sumber == "nanti, bersama laporan tahunan"


def test_there_is_a_page_once_a_step_is_done() -> None:
    assert not has_begun(OFFICE)
    assert has_begun(begun(cap(1, 8)))


# ---- the clock


def clock(rekap: Rekap, days: int) -> Pelaksanaan:
    assert rekap.kini
    return pelaksanaan(replace(rekap, kini=rekap.kini + timedelta(days=days)))


def test_the_page_is_the_same_as_long_as_nothing_happens() -> None:
    """
    | Subbagian | Batas      | Kembali |
    | TPH       | 2025-08-19 |         |
    """
    rekap = begun(cap(10, 9), distribusi=(handed(),), kini=START)

    assert pelaksanaan(rekap) == clock(rekap, 5) == clock(rekap, 400)


# ---- days, forms, journal


def test_the_days_that_did_not_count_are_told_with_their_reason() -> None:
    page = pelaksanaan(WHOLE)

    assert [(h.sebab, h.banyak, h.hari) for h in page.libur] == [
        ("Sabtu", 1, "Sabtu 16 Agu"),
        ("Hari Kemerdekaan Republik Indonesia", 1, "Minggu 17 Agu"),
        ("Cuti Bersama Hari Kemerdekaan Republik Indonesia", 1, "Senin 18 Agu"),
    ]
    assert (page.dari, page.sampai) == ("14 Agustus 2025", "20 Agustus 2025")


def test_a_deadline_lies_within_the_days_that_are_told() -> None:
    rekap = begun(cap(10, 9), distribusi=(handed(batas=date(2025, 8, 21)),))

    assert pelaksanaan(rekap).sampai == "21 Agustus 2025"


def test_a_form_is_told_with_the_day_it_came_back() -> None:
    back = datetime(2025, 8, 20, 10)

    assert row_of(begun(cap(10, 9), distribusi=(handed(kembali=back),))) == (
        "20 Agu 2025, 10.00",
        "terlambat 1 hari kerja",
    )
    assert row_of(begun(cap(10, 9), distribusi=(handed(),))) == ("–", "belum kembali")
    assert row_of(begun(cap(1, 8))) == ("–", "belum dibagikan")


def action(nama: str, sidik: str) -> Tindakan:
    return Tindakan(waktu=START, nama=nama, hasil="", sidik=sidik)


def test_the_last_action_that_changed_something_stands_for_the_journal() -> None:
    jurnal = (action("Bagikan", "a"), action("Gabungkan", "b"), action("Status", "c"))
    page = pelaksanaan(begun(cap(1, 8), jurnal=jurnal))

    assert (page.banyak_tindakan, page.sidik) == (2, "b")
    assert page.tindakan == "Gabungkan, 14 Agu 2025, 07.30"


def test_without_a_journal_nothing_is_said_of_it() -> None:
    page = pelaksanaan(begun(cap(1, 8)))

    assert (page.banyak_tindakan, page.tindakan, page.sidik) == (0, "", "")


# ---- who signs


def test_the_heads_of_planning_and_of_the_office_sign() -> None:
    page = pelaksanaan(LETTERS)

    assert page.perencana.jabatan == "Kepala Subbagian Keuangan, Umum, dan Logistik"
    assert (page.perencana.nama, page.sekretaris.nama) == ("Nama Dua", "Nama Sekretaris")


def test_where_nobody_is_named_there_are_dots_to_write_on() -> None:
    page = pelaksanaan(replace(LETTERS, subbagian=(Subbagian(kode="A", nama="A"),)))

    assert page.perencana.jabatan == "Kepala Subbagian Perencanaan"
    assert page.perencana.nama == TITIK
