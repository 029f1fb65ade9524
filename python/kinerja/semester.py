"""Compile a semester report: one half of the year, from the same facts as the whole.

A Semester is told from its own Periode alone, so that the report of the first does not
change by what comes in for the second. How far the year is stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kinerja import periode
from kinerja.annual_lampiran import inventaris, pengecualian, pengukuran, tindak_lanjut
from kinerja.asal_laporan import keyed
from kinerja.hasil_semester import SasaranHasil, by_sasaran, span
from kinerja.laporan_sasaran import Grafik
from kinerja.laporan_semester import LaporanSemester
from kinerja.menunggu import formulir_belum, missing_forms, quieted, waiting
from kinerja.model_verifikasi import Pengecualian
from kinerja.pembuka import pembuka
from kinerja.penanda import markers
from kinerja.rekap import Rekap
from kinerja.semester_anggaran import anggaran_semester
from kinerja.semester_sasaran import drafted, sasaran_semester
from kinerja.sheets.laporan import CAKUPAN
from kinerja.temuan import Temuan
from kinerja.view import View, view_of


def report(rekap: Rekap, temuan: Sequence[Temuan], semester: int) -> LaporanSemester:
    """Everything the report of one Semester says.

    It is a draft while any Galat stands that is not of the other Semester alone. What is
    not known is a marker, never empty; one form that is missing is one marker.
    """
    view, within = view_of(rekap), span(rekap, semester)
    parts = by_sasaran(view, semester)
    own = tuple(of_semester(rekap, temuan, semester))
    laporan = _laporan(view, parts, own, semester)
    missing = missing_forms(rekap, range(1, within.stop))
    quiet = quieted(laporan, waiting(rekap, missing, [p.hasil for p in parts]))
    told = replace(quiet, formulir_belum=formulir_belum(rekap, missing))
    counted = replace(told, jumlah_belum=len(set(markers(told))))
    return drafted(keyed(counted), rekap.kalimat)


def grafik(laporan: LaporanSemester) -> tuple[Grafik, ...]:
    """Every chart of the report."""
    return tuple(s.grafik for s in laporan.sasaran)


def of_semester(rekap: Rekap, temuan: Iterable[Temuan], semester: int) -> Iterator[Temuan]:
    """The Temuan but those of the other Semester: of its Periode, folders or forms."""
    other = span(rekap, 3 - semester)
    names = {said for p in other for said in (str(p), rekap.periode_name(p))}
    forms = _forms(rekap, other)
    for t in temuan:
        said = {dict(t.facts).get("periode"), *t.location.file.split("/")}  # also a folder
        if not said & names and t.location.file not in forms:
            yield t


def _forms(rekap: Rekap, within: range) -> set[str]:
    """The files of the forms of these Periode, as they went out and as they came back."""
    back = {
        k.identitas.berkas
        for k in rekap.kiriman
        if k.formulir and k.formulir.periode in within
    }
    return back | {t.berkas for t in rekap.terbit if t.formulir.periode in within}


def _excused(rekap: Rekap, semester: int) -> Iterator[Pengecualian]:
    """What was set aside but for the other Semester alone; its facts are only text by then."""
    own, other = span(rekap, semester), span(rekap, 3 - semester)
    forms = _forms(rekap, other)
    for p in rekap.pengecualian:
        berkas, said = p.tempat.partition(" › ")[0], f"{p.tempat} {p.pesan}"
        is_other = berkas in forms or _names(rekap, other, said)
        if not is_other or _names(rekap, own, said):
            yield p


def _names(rekap: Rekap, within: range, text: str) -> bool:
    names = "|".join(re.escape(rekap.periode_name(p)) for p in within)
    return bool(re.search(rf"(?<!\w)(?:{names})(?!\w)", text))


# ---- as printed text


def _laporan(
    view: View, parts: tuple[SasaranHasil, ...], temuan: tuple[Temuan, ...], semester: int
) -> LaporanSemester:
    rekap, p, within = view.rekap, view.pengaturan, span(view.rekap, semester)
    every = [x for part in parts for x in part.indikator]
    first, last = within.start - 1, within.stop - 1
    measured = (pengukuran(view, x.hasil) for x in every)
    raw = [x.asli for x in every]
    return LaporanSemester(
        **pembuka(view, temuan, raw, [x.hasil.capaian for x in parts], within),
        tahun_terbit=str(p.tahun + semester - 1),
        semester=str(semester),
        cakupan=_cakupan(p.siklus, within),
        sasaran=tuple(sasaran_semester(view, part, semester) for part in parts),
        anggaran=anggaran_semester(rekap.anggaran, within),
        pengukuran=tuple(replace(m, periode=m.periode[first:last]) for m in measured),
        berkas=tuple(inventaris(view, within)),
        tindak_lanjut=tuple(tindak_lanjut(view, within)),
        pengecualian=tuple(pengecualian(_excused(rekap, semester))),
    )


def _cakupan(siklus: int, within: range) -> str:
    awal, akhir = (periode.long_name(siklus, p) for p in (within[0], within[-1]))
    return awal if awal == akhir else CAKUPAN.format(awal=awal, akhir=akhir)
