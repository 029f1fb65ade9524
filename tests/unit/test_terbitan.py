"""The register of reports: what was compiled from which facts, and whether it still holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from kinerja.annual import report
from kinerja.model_laporan import LaporanTerbit
from kinerja.mutakhir import keadaan, sidik_now, stale
from kinerja.rekap import Rekap
from kinerja.sheets.terbitan import MUTAKHIR, TAHUNAN, TAK_DIKENAL, USANG
from kinerja.terbitan import issued, kepala_for, sidik_of, terbit_of
from reports import year

TABLE = """
| Kode | Target | Realisasi |
| 1.1  | 80     | 66        |
"""
MORNING, NOON = datetime(2021, 1, 4, 8), datetime(2021, 1, 4, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    satu: str = "a"
    dua: tuple[str, ...] = ("b", "c")
    kolofon: str = ""


def terbit(nama: str = TAHUNAN, **more: object) -> LaporanTerbit:
    row = LaporanTerbit(nama=nama, berkas="L.docx", sha256="1", sidik="2", dibuat=MORNING)
    return replace(row, **more)  # type: ignore[arg-type]


def issued_now(rekap: Rekap) -> Rekap:
    return issued(rekap, terbit(sidik=sidik_of(report(rekap, ()))))


@pytest.mark.parametrize(
    "other",
    [Facts(satu="b"), Facts(dua=("bc",)), Facts(dua=("c", "b")), Facts(satu="ab", dua=("c",))],
)
def test_other_facts_have_another_sidik(other: Facts) -> None:
    assert sidik_of(other) != sidik_of(Facts())


def test_what_changes_with_every_action_is_no_fact() -> None:
    assert sidik_of(Facts(kolofon="lain")) == sidik_of(Facts())


def test_a_report_takes_the_place_of_the_one_of_its_name() -> None:
    first = issued(issued(year(TABLE), terbit()), terbit("semester 1"))
    again = issued(first, terbit(sha256="3", dibuat=NOON))

    assert [t.nama for t in again.laporan] == ["semester 1", TAHUNAN]
    assert terbit_of(again, TAHUNAN) == terbit(sha256="3", dibuat=NOON)


def test_the_same_report_keeps_the_time_it_was_compiled_first() -> None:
    first = issued(year(TABLE), terbit())

    assert issued(first, terbit(dibuat=NOON)) is first


def test_a_report_of_the_same_facts_prints_the_head_of_the_journal_it_printed() -> None:
    rekap = issued(year(TABLE), terbit(sidik=sidik_of(Facts()), kepala="lama"))

    assert kepala_for(rekap, TAHUNAN, Facts(), "baru") == "lama"
    assert kepala_for(rekap, TAHUNAN, Facts(satu="b"), "baru") == "baru"
    assert kepala_for(rekap, "semester 1", Facts(), "baru") == "baru"


def test_a_report_holds_until_one_of_its_facts_changes() -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66 → 67   |
    """
    rekap = issued_now(year(TABLE))
    after = replace(year(TABLE.replace("66", "67")), laporan=rekap.laporan)
    known = rekap.laporan[0]

    assert keadaan(known, sidik_now(rekap, ())) == MUTAKHIR
    assert keadaan(known, sidik_now(after, ())) == USANG
    assert (stale(rekap, ()), stale(after, ())) == ((), (known,))


def test_nobody_can_say_it_of_a_report_that_kinerja_does_not_make() -> None:
    assert keadaan(terbit("lain"), sidik_now(year(TABLE), ())) == TAK_DIKENAL
