"""Susun Laporan Tahunan: the annual report in Word, its PDF, and its tables in Excel."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kinerja.adapters import chart, contents, files, office, word
from kinerja.adapters.annex import annex_bytes
from kinerja.adapters.patching import lock_of
from kinerja.annex import annex_pages, sampul
from kinerja.annual import grafik, missing, report
from kinerja.commands.order import Order, by_severity, rekap_of
from kinerja.laporan import Laporan
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.folders import CADANGAN, LAPORAN, TEMPLAT
from kinerja.sheets.laporan import JUDUL_REKAP, JUDUL_TAHUNAN
from kinerja.tables import standing
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.verify import verify as verified

TEMPLATES = Path(__file__).parents[3] / "templates"
TEMPLAT_TAHUNAN = "laporan_tahunan.docx"


def annual(order: Order) -> Outcome:
    """Compile the annual report in Word, its PDF where LibreOffice is, and its annex.

    It is a draft while any Galat stands. A report that somebody changed is kept in the
    folder Cadangan before the new one takes its place.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        checks = [*problems, *verified(rekap)]
        found = [t for t, _ in standing(rekap, checks)]
        year = rekap.pengaturan.tahun
        title = JUDUL_TAHUNAN.format(tahun=year)
        laporan = report(rekap, found)
        docx, pdf, notes = _document(order, laporan, title)
        rekap_name = JUDUL_REKAP.format(tahun=year)
        made = {
            f"{title}.docx": docx,
            f"{title}.pdf": pdf,
            f"{rekap_name}.xlsx": annex_bytes(sampul(rekap), annex_pages(rekap, checks)),
        }
        written = _publish(order, {name: data for name, data in made.items() if data})
    return Outcome(
        command="annual",
        counts={**by_severity(found), "belum_ada_data": laporan.jumlah_belum},
        temuan=(*notes, *missing(laporan, rekap.file), *found),
        berkas=written,
        coba=order.coba,
    )


def _document(
    order: Order, laporan: Laporan, title: str
) -> tuple[bytes, bytes | None, tuple[Temuan, ...]]:
    """The report with its lists filled, its PDF if one can be made, and what went wrong."""
    template = _template(order.folder, TEMPLAT_TAHUNAN)
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


def _template(office_folder: Path, name: str) -> Path:
    """The office's own template if it has one, else the one that comes with kinerja.

    Raises:
        KinerjaError: if neither is there.
    """
    for path in (office_folder / TEMPLAT / name, TEMPLATES / name):
        if path.is_file():
            return path
    raise KinerjaError(Rule.TEMPLAT_TIDAK_ADA.at(Location(name), berkas=name))


def _publish(order: Order, made: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files of a report, all or none of them if one is open elsewhere."""
    paths = {order.folder / LAPORAN / name: data for name, data in made.items()}
    opened = tuple(
        Rule.BERKAS_TERBUKA.at(files.here(p), berkas=p.name, bantuan=Rule.left_over(lock))
        for p in paths
        if (lock := lock_of(p))
    )
    if opened:
        raise KinerjaError(*opened)
    for path, data in paths.items() if not order.coba else ():
        files.make_folder(path.parent)
        _keep(order, path, data)
        files.write_atomic(path, data)
    return tuple(f"{LAPORAN}/{path.name}" for path in paths)


def _keep(order: Order, path: Path, data: bytes) -> None:
    """Keep a copy of a file that is about to be replaced by other content.

    A PDF is never worked on, and LibreOffice makes other bytes each time.
    """
    if path.suffix == ".pdf" or not path.exists() or path.read_bytes() == data:
        return
    digest = files.sha256_of(path)[:8]
    copy = order.folder / CADANGAN / f"{path.stem} {digest}{path.suffix}"
    files.make_folder(copy.parent)
    files.write_atomic(copy, path.read_bytes())
