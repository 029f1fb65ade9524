"""The two semester reports that make the annual one: which were compiled, which still hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from kinerja import semester
from kinerja.hasil_semester import KEDUANYA
from kinerja.laporan import BarisLaporanSemester
from kinerja.laporan_semester import LaporanSemester
from kinerja.model import Location
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TIDAK_ADA
from kinerja.sheets.terbitan import BELUM_DISUSUN, MUTAKHIR, SEMESTER, USANG
from kinerja.temuan import Rule, Temuan
from kinerja.terbitan import sidik_of, terbit_of

Compile = Callable[[Rekap, Sequence[Temuan]], LaporanSemester]
# How the facts of each are gathered, by its name in the register.
LAPORAN_SEMESTER: Mapping[str, Compile] = {
    SEMESTER.format(n=n): partial(semester.report, semester=n) for n in KEDUANYA
}


def laporan_semester(
    rekap: Rekap, temuan: Sequence[Temuan], known: Mapping[str, str]
) -> Iterator[BarisLaporanSemester]:
    """Both semester reports, with the digest of the file that was compiled.

    ``known`` are the sidik of their facts now, where they were worked out already.
    """
    for n, (nama, compile_) in zip(KEDUANYA, LAPORAN_SEMESTER.items(), strict=True):
        terbit = terbit_of(rekap, nama)
        keadaan = BELUM_DISUSUN
        if terbit:
            now = known.get(nama) or sidik_of(compile_(rekap, temuan))
            keadaan = MUTAKHIR if now == terbit.sidik else USANG
        yield BarisLaporanSemester(
            semester=str(n),
            berkas=terbit.berkas if terbit else TIDAK_ADA,
            sha256=terbit.sha256 if terbit else TIDAK_ADA,
            keadaan=keadaan,
        )


def semester_is_compiled(rows: Sequence[BarisLaporanSemester], file: str) -> Iterator[Temuan]:
    """The year is its two Semester: a report of one that is missing or stale is told."""
    rules = {BELUM_DISUSUN: Rule.SEMESTER_BELUM_DISUSUN, USANG: Rule.SEMESTER_USANG}
    for row in rows:
        if row.keadaan in rules:
            yield rules[row.keadaan].at(Location(file), semester=row.semester)
