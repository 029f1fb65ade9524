"""Susun Laporan Tahunan: the annual report in Word, its PDF, and its tables in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.adapters.annex import annex_bytes
from kinerja.adapters.files import sha256_of
from kinerja.adapters.ooxml import headings
from kinerja.annex import annex_pages, sampul
from kinerja.annual import grafik, report
from kinerja.annual_semester import semester_is_compiled
from kinerja.commands.compiling import Cetakan, Compiled, compiled, put, standing_of
from kinerja.commands.order import Order, by_severity, rekap_of
from kinerja.jurnal import kepala
from kinerja.laporan import Laporan
from kinerja.muatan import lacking
from kinerja.outcome import Outcome
from kinerja.penanda import missing
from kinerja.rekap import Rekap
from kinerja.sheets.folders import LAPORAN
from kinerja.sheets.laporan import JUDUL_REKAP, JUDUL_TAHUNAN
from kinerja.sheets.terbitan import TAHUNAN
from kinerja.sop import stamped
from kinerja.tables import pages
from kinerja.temuan import Temuan, has_galat
from kinerja.terbitan import issued, kepala_for

TEMPLAT_TAHUNAN = "laporan_tahunan.docx"


def annual(order: Order) -> Outcome:
    """Compile the annual report in Word, its PDF where LibreOffice is, and its annex.

    It is a draft while any Galat stands. A report that somebody changed is kept in the
    folder Cadangan before the new one takes its place. Pressed twice it writes nothing new.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        checks, found = standing_of(rekap, problems)
        if not has_galat(found):  # a draft does not end the SOP
            rekap = stamped(rekap, "annual")
            checks, found = standing_of(rekap, problems)
        laporan = report(rekap, found)
        head = kepala_for(rekap, TAHUNAN, laporan, kepala(rekap.jurnal))
        laporan = replace(laporan, kolofon=head)
        done = _compiled(order, rekap, laporan, checks)
        put(order, done)
        rekap = issued(rekap, done.terbit)
        outcome = Outcome(
            command="annual",
            counts={**by_severity(found), "belum_ada_data": laporan.jumlah_belum},
            temuan=(*done.temuan, *_wanting(rekap, laporan, done), *found),
            berkas=done.berkas,
            rincian=done.rincian,
            coba=order.coba,
        )
        if not order.coba:
            keluar = {name: sha256_of(order.folder / name) for name in done.berkas}
            order.write(outcome, pages(rekap, checks), rekap, keluar=keluar)
    return outcome


def _wanting(rekap: Rekap, laporan: Laporan, done: Compiled) -> tuple[Temuan, ...]:
    """What the report lacks: data, a semester report, something it has to contain."""
    docx = done.made[done.terbit.berkas]
    return (
        *missing(laporan, rekap.file),
        *semester_is_compiled(laporan.laporan_semester, rekap.file),
        *lacking(headings.lines(docx), TEMPLAT_TAHUNAN),
    )


def _compiled(
    order: Order, rekap: Rekap, laporan: Laporan, checks: Sequence[Temuan]
) -> Compiled:
    """Every file of the report, and what went wrong."""
    year = rekap.pengaturan.tahun
    cetakan = Cetakan(
        nama=TAHUNAN,
        templat=TEMPLAT_TAHUNAN,
        judul=JUDUL_TAHUNAN.format(tahun=year),
        grafik=grafik(laporan),
    )
    annex = annex_bytes(sampul(rekap), annex_pages(rekap, checks))
    name = f"{LAPORAN}/{JUDUL_REKAP.format(tahun=year)}.xlsx"
    return compiled(order, rekap, laporan, cetakan).beside({name: annex})
