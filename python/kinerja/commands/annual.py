"""Susun Laporan Tahunan: the annual report in Word, its PDF, and its tables in Excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja.adapters import chart, contents, office, word
from kinerja.adapters.annex import annex_bytes
from kinerja.adapters.files import sha256_of
from kinerja.annex import annex_pages, sampul
from kinerja.annual import grafik, missing, report
from kinerja.commands.order import Order, by_severity, rekap_of
from kinerja.commands.publishing import is_held, publish, template_of
from kinerja.laporan import Laporan
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets.folders import LAPORAN
from kinerja.sheets.laporan import JUDUL_REKAP, JUDUL_TAHUNAN
from kinerja.sop import stamped
from kinerja.tables import pages, standing
from kinerja.temuan import Rule, Temuan, has_galat
from kinerja.verify import verify as verified

TEMPLAT_TAHUNAN = "laporan_tahunan.docx"


def annual(order: Order) -> Outcome:
    """Compile the annual report in Word, its PDF where LibreOffice is, and its annex.

    It is a draft while any Galat stands. A report that somebody changed is kept in the
    folder Cadangan before the new one takes its place. Pressed twice it writes nothing new.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        checks, found = _standing(rekap, problems)
        if not has_galat(found):  # a draft does not end the SOP
            rekap = stamped(rekap, "annual")
            checks, found = _standing(rekap, problems)
        laporan = report(rekap, found)
        made, notes = _made(order, rekap, laporan, checks)
        publish(order, _news(order, made))
        outcome = Outcome(
            command="annual",
            counts={**by_severity(found), "belum_ada_data": laporan.jumlah_belum},
            temuan=(*notes, *missing(laporan, rekap.file), *found),
            berkas=tuple(made),
            coba=order.coba,
        )
        if not order.coba:
            keluar = {name: sha256_of(order.folder / name) for name in made}
            order.write(outcome, pages(rekap, checks), rekap, keluar=keluar)
    return outcome


def _standing(
    rekap: Rekap, problems: Sequence[Temuan]
) -> tuple[Sequence[Temuan], Sequence[Temuan]]:
    """What the checks say, and all that stands with it."""
    checks = [*problems, *verified(rekap)]
    return checks, [t for t, _ in standing(rekap, checks)]


def _made(
    order: Order, rekap: Rekap, laporan: Laporan, checks: Sequence[Temuan]
) -> tuple[Mapping[str, bytes], tuple[Temuan, ...]]:
    """Every file of the report by its path below the folder, and what went wrong."""
    year = rekap.pengaturan.tahun
    title = JUDUL_TAHUNAN.format(tahun=year)
    docx, pdf, notes = _document(order, laporan, title)
    made = {
        f"{LAPORAN}/{title}.docx": docx,
        f"{LAPORAN}/{title}.pdf": pdf,
        f"{LAPORAN}/{JUDUL_REKAP.format(tahun=year)}.xlsx": annex_bytes(
            sampul(rekap), annex_pages(rekap, checks)
        ),
    }
    return {name: data for name, data in made.items() if data}, notes


def _news(order: Order, made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Without a PDF that is there already; LibreOffice makes other bytes each time."""
    is_same = all(
        is_held(order.folder / name, data)
        for name, data in made.items()
        if name.endswith(".docx")
    )
    return {
        name: data
        for name, data in made.items()
        if not (is_same and name.endswith(".pdf") and (order.folder / name).is_file())
    }


def _document(
    order: Order, laporan: Laporan, title: str
) -> tuple[bytes, bytes | None, tuple[Temuan, ...]]:
    """The report with its lists filled, its PDF if one can be made, and what went wrong."""
    template = template_of(order.folder, TEMPLAT_TAHUNAN)
    order.progress(f"{title}.docx", 1, 2)
    docx = word.render(
        template.read_bytes(),
        laporan,
        {g.kunci: chart.draw(g) for g in grafik(laporan)},
        file=template.name,
        title=title,
        author=laporan.satker,
    )
    order.progress(f"{title}.pdf", 2, 2)
    if office.find_office() is None:
        here = Location(f"{title}.docx")
        return *contents.complete(docx, None)[:2], (Rule.TANPA_PDF.at(here),)
    return contents.complete(docx, lambda data: office.pdf_of(data, f"{title}.docx"))
