"""Laporan Semester: the report of each Semester in Word, and its PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.adapters.files import sha256_of
from kinerja.commands.compiling import Cetakan, Compiled, compiled, put, standing_of
from kinerja.commands.order import Order, by_severity, rekap_of
from kinerja.commands.publishing import check_closed
from kinerja.hasil_semester import KEDUANYA, begun
from kinerja.jurnal import kepala
from kinerja.laporan_semester import LaporanSemester
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.penanda import markers, missing
from kinerja.rekap import Rekap
from kinerja.semester import grafik, report
from kinerja.sheets.laporan import JUDUL_SEMESTER
from kinerja.sheets.terbitan import SEMESTER
from kinerja.tables import pages
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.terbitan import issued, kepala_for

TEMPLAT_SEMESTER = "laporan_semester.docx"


def semester(order: Order, asked: str = "") -> Outcome:
    """Compile the report of every Semester that has begun, or of the one that is asked for.

    A report is a draft while a Galat stands that concerns its Semester. What was written in
    it by hand stays; pressed twice it writes nothing new.

    Raises:
        KinerjaError: if there is no such Semester, or a file is open elsewhere.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        wanted = wanted_of(rekap, asked)
        checks, found = standing_of(rekap, problems)
        reports = [_with_colophon(rekap, report(rekap, found, n), n) for n in wanted]
        made = [_compiled(order, rekap, laporan) for laporan in reports]
        check_closed([order.folder / name for one in made for name in one.made])
        for one in made:
            put(order, one)
            rekap = issued(rekap, one.terbit)
        outcome = _outcome(order, rekap, reports, made, found)
        if not order.coba:
            keluar = {name: sha256_of(order.folder / name) for name in outcome.berkas}
            order.write(outcome, pages(rekap, checks), rekap, keluar=keluar)
    return outcome


def wanted_of(rekap: Rekap, asked: str) -> tuple[int, ...]:
    """Which Semester are compiled: those that have begun, or the one that is named.

    Raises:
        KinerjaError: if it is neither 1 nor 2.
    """
    name = asked.strip()
    if not name:
        return begun(rekap)
    if name not in {str(n) for n in KEDUANYA}:
        raise KinerjaError(Rule.SEMESTER_TIDAK_DIKENAL.at(Location(rekap.file), isi=name))
    return (int(name),)


def _with_colophon(rekap: Rekap, laporan: LaporanSemester, n: int) -> LaporanSemester:
    head = kepala_for(rekap, SEMESTER.format(n=n), laporan, kepala(rekap.jurnal))
    return replace(laporan, kolofon=head)


def _compiled(order: Order, rekap: Rekap, laporan: LaporanSemester) -> Compiled:
    cetakan = Cetakan(
        nama=SEMESTER.format(n=laporan.semester),
        templat=TEMPLAT_SEMESTER,
        judul=JUDUL_SEMESTER.format(semester=laporan.semester, tahun=laporan.tahun),
        grafik=grafik(laporan),
    )
    return compiled(order, rekap, laporan, cetakan)


def _outcome(
    order: Order,
    rekap: Rekap,
    reports: Sequence[LaporanSemester],
    made: Sequence[Compiled],
    found: Sequence[Temuan],
) -> Outcome:
    every = tuple(reports)
    return Outcome(
        command="semester",
        counts={**by_severity(found), "belum_ada_data": len(set(markers(every)))},
        temuan=(*(t for m in made for t in m.temuan), *missing(every, rekap.file), *found),
        berkas=tuple(name for m in made for name in m.berkas),
        rincian=tuple(line for m in made for line in m.rincian),
        coba=order.coba,
    )
