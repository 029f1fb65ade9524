"""What goes into the package of one Periode, and under which names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kinerja.archive import PATH, belongs, package_name, simpanan_of, unlocked
from kinerja.model import Berkas, Formulir, Identitas
from kinerja.model_arsip import Inventaris
from kinerja.model_verifikasi import Verifikasi
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.sheets.folders import ARSIP_PERIODE, LAPORAN, SURAT
from office import REKAP

NOBODY = {SURAT: (), LAPORAN: ()}
SHA = "ab" * 32


def at(siklus: int, p: int) -> Rekap:
    return replace(REKAP, pengaturan=replace(REKAP.pengaturan, siklus=siklus, periode=p))


def original(name: str, sha256: str, p: int = 1, kode: str = "TPH") -> Kiriman:
    return Kiriman(
        identitas=Identitas(sha256=sha256, berkas=name),
        formulir=Formulir(subbagian=kode, tahun=2020, periode=p),
        penerimaan=Penerimaan.DITERIMA,
    )


def found(nama: str, sha256: str = SHA, p: int = 1) -> Berkas:
    return Berkas(
        nama=nama, folder="TPH/TW I/1a", subbagian="TPH", periode=p, ukuran=1, sha256=sha256
    )


def only(rekap: Rekap) -> Rekap:
    """Nothing but what a test gives."""
    return replace(rekap, terbit=(), kiriman=(), berkas=())


@pytest.mark.parametrize(
    ("siklus", "p", "name", "wanted"),
    [
        (4, 1, "Surat Edaran TW I 2020.docx", True),
        (4, 1, "Surat Edaran TW II 2020.docx", False),
        (4, 2, "surat edaran tw 2.pdf", True),
        (4, 2, "Laporan Kinerja Semester 1 2020.docx", True),
        (4, 2, "Laporan Kinerja Semester I 2020.docx", True),
        (4, 1, "Laporan Kinerja Semester 1 2020.docx", False),
        (4, 4, "Laporan Kinerja Semester 2 2020.docx", True),
        (4, 3, "Laporan Kinerja Tahunan 2020.docx", False),
        (4, 4, "Laporan Kinerja Tahunan 2020.docx", True),
        (12, 2, "Surat Edaran Februari 2020.docx", True),
        (12, 6, "Laporan Kinerja Semester 1 2020.docx", True),
        (12, 12, "Rekap 2020.xlsx", True),
        (2, 1, "Laporan Kinerja Semester 1 2020.docx", True),
        (2, 2, "Laporan Kinerja Semester I 2020.docx", False),
    ],
)
def test_each_letter_and_report_goes_with_the_last_periode_it_is_about(
    siklus: int, p: int, name: str, wanted: bool
) -> None:
    assert belongs(at(siklus, p), name) is wanted


@pytest.mark.parametrize("siklus", [2, 4, 12])
@pytest.mark.parametrize(
    "name", ["Rekap 2020.xlsx", "Laporan Kinerja Semester 2 2020.docx", "SE tanpa nama.pdf"]
)
def test_no_file_is_left_out_over_the_year_and_none_is_put_away_twice(
    siklus: int, name: str
) -> None:
    homes = [p for p in range(1, siklus + 1) if belongs(at(siklus, p), name)]

    assert len(homes) == 1


def test_only_the_running_periode_is_put_away() -> None:
    rekap = replace(
        only(REKAP), kiriman=(original("a.xlsx", "1" * 64), original("b.xlsx", "2" * 64, p=2))
    )

    assert [b.jalur for b in simpanan_of(rekap, NOBODY)] == ["2 Formulir Kembali/TPH/a.xlsx"]


def test_data_pendukung_has_its_archive_name_and_keeps_its_own_without_one() -> None:
    rekap = replace(
        only(REKAP),
        berkas=(found("nama asli.pdf"), found("tanpa daftar.pdf", "cd" * 32)),
        inventaris=(
            Inventaris(
                indikator="1a", subbagian="TPH", periode=1, berkas="nama asli.pdf",
                sha256=SHA, nama_arsip="K1a_S1_TPH_01__nama asli.pdf",
            ),
        ),
    )  # fmt: skip

    assert [(b.jalur, b.berkas) for b in simpanan_of(rekap, NOBODY)] == [
        (
            "4 Data Pendukung/TPH/K1a_S1_TPH_01__nama asli.pdf",
            "Data Pendukung/TPH/TW I/1a/nama asli.pdf",
        ),
        (
            "4 Data Pendukung/TPH/tanpa daftar.pdf",
            "Data Pendukung/TPH/TW I/1a/tanpa daftar.pdf",
        ),
    ]


def test_two_originals_of_one_name_both_have_a_place() -> None:
    """Windows would take “A.xlsx” and “a.xlsx” for one file."""
    rekap = replace(
        only(REKAP),
        kiriman=tuple(
            original(name, digit * 64)
            for name, digit in (("A.xlsx", "1"), ("a.xlsx", "2"), ("a.xlsx", "3"))
        ),
    )
    paths = [b.jalur for b in simpanan_of(rekap, NOBODY)]

    assert len({path.casefold() for path in paths}) == 3
    assert all(path.endswith(".xlsx") for path in paths)


@pytest.mark.parametrize("length", [80, 150, 240])
def test_no_path_is_longer_than_windows_can_hold(length: int) -> None:
    rekap = replace(
        only(REKAP),
        berkas=tuple(found(f"{'x' * length}{n}.pdf", f"{n}" * 64) for n in range(3)),
    )
    parts = simpanan_of(rekap, NOBODY)
    longest = f"{ARSIP_PERIODE}/.{package_name(rekap, 1, 99)}.belum-jadi/data/"

    assert len({b.jalur for b in parts}) == 3
    assert all(len(longest + b.jalur) <= PATH for b in parts)
    assert all(b.jalur.endswith(".pdf") for b in parts)


def test_signs_that_checkers_read_differently_are_written_out() -> None:
    """RFC 8493 wants % as %25, which ``sha256sum -c`` would look for by that name."""
    rekap = replace(only(REKAP), berkas=(found("Capaian 80%\\a\nb.pdf"),))

    assert [b.jalur for b in simpanan_of(rekap, NOBODY)] == [
        "4 Data Pendukung/TPH/Capaian 80 persen-a-b.pdf"
    ]


def locked(kode: str, dibuka: datetime | None = None) -> Verifikasi:
    day = datetime(2020, 4, 6)
    return Verifikasi(periode=1, subbagian=kode, dikunci=day, dibuka=dibuka)


def test_the_forms_that_may_still_change_are_named_together() -> None:
    opened = locked("TPH", dibuka=datetime(2020, 4, 7))
    one, none = replace(REKAP, verifikasi=(locked("KUL"), opened)), ()

    assert [dict(t.facts)["daftar"] for t in unlocked(REKAP)] == ["TPH, KUL"]
    assert [dict(t.facts)["daftar"] for t in unlocked(one)] == ["TPH"]
    assert unlocked(replace(REKAP, verifikasi=(locked("KUL"), locked("TPH")))) == none
