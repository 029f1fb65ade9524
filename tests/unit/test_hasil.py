"""The figures of the year, per Indikator and per Sasaran."""

from __future__ import annotations

from decimal import Decimal

from kinerja.answers import current
from kinerja.hasil import Hasil, capaian_periode, hasil_of, hasil_sasaran
from kinerja.model import Realisasi, Status
from kinerja.rekap import Rekap
from office import PARTISIPASI, PENGATURAN, REKAP, answer, changed, having, kiriman


def office(*answers: Realisasi, rekap: Rekap = REKAP) -> Rekap:
    """Every answer in a file of its own."""
    files = (
        kiriman(a, sha256=f"{n:064}", subbagian=a.subbagian, p=a.periode)
        for n, a in enumerate(answers)
    )
    return having(*files, rekap=rekap)


def of(rekap: Rekap, kode: str) -> Hasil:
    return next(h for h in hasil_of(rekap, current(rekap)) if h.indikator.kode == kode)


def year(kode: str, *nilai: object) -> list[Realisasi]:
    return [answer(kode, n, p) for p, n in enumerate(nilai, start=1) if n is not None]


def test_year_has_raw_and_capped_capaian_and_its_predikat() -> None:
    h = of(office(*year("1a", 10, 20, 30, 100)), "1a")

    assert (h.tahun, h.capaian_asli, h.capaian, h.predikat) == (100, 125, 100, "Sangat Baik")
    assert h.nilai_periode == (10, 20, 30, 100)
    assert h.nilai_semester == (20, 100)


def test_year_without_its_last_answer_is_not_known() -> None:
    h = of(office(*year("1a", 10, 20, 30)), "1a")

    assert (h.tahun, h.capaian, h.predikat) == (None, None, "")


def test_number_of_a_pendukung_does_not_count() -> None:
    supporting = answer("1a", 99, 4, subbagian="KUL")
    h = of(office(*year("1a", 10, 20, 30, 66), supporting), "1a")

    assert h.tahun == 66


def test_rasio_of_the_year_divides_the_sums() -> None:
    parts = [(1, 1), (1, 2), (0, 1), (3, 4)]
    answers = [
        answer("2a", Decimal(x) / y * 100, p, x=Decimal(x), y=Decimal(y))
        for p, (x, y) in enumerate(parts, start=1)
    ]

    assert of(office(*answers), "2a").tahun == Decimal("62.5")


def test_nihil_periode_is_left_out_of_the_year() -> None:
    nihil = answer("2c", p=4, status=Status.NIHIL, alasan="tidak ada")

    assert of(office(*year("2c", 4, 5, 6), nihil), "2c").tahun == 6


def test_sasaran_has_the_mean_of_what_is_known_and_says_of_how_many() -> None:
    rekap = office(*year("1a", 66, 66, 66, 66))
    one, two = hasil_sasaran(rekap, hasil_of(rekap, current(rekap)))

    assert (one.capaian, one.dihitung, len(one.hasil)) == (Decimal("82.5"), 1, 2)
    assert (two.capaian, two.dihitung, two.predikat) == (None, 0, "")


def test_sasaran_is_weighted_where_weights_are_given() -> None:
    weighted = changed(changed(REKAP, "1a", bobot=Decimal(3)), "1b", bobot=Decimal(1))
    rekap = office(*year("1a", 80, 80, 80, 80), *year("1b", 9, 9, 9, 9), rekap=weighted)
    one, _ = hasil_sasaran(rekap, hasil_of(rekap, current(rekap)))

    assert one.capaian == 75


def test_capaian_of_a_periode_has_its_own_target() -> None:
    assert capaian_periode(PARTISIPASI, 2, Decimal(100), PENGATURAN) == 125
    assert capaian_periode(PARTISIPASI, 9, Decimal(100), PENGATURAN) is None
