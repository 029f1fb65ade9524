"""Halaman LKE: what the year proves to evaluators, in Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from kinerja.adapters import files, office
from kinerja.adapters.folder import entries, is_junk
from kinerja.commands.letters import printed
from kinerja.commands.order import Order, rekap_of
from kinerja.commands.publishing import digest_of, is_held, publish
from kinerja.evaluation import Gambar
from kinerja.evaluation import evaluation as page_of
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.entri import FOLDER_ENTRI
from kinerja.sheets.folders import LAPORAN
from kinerja.sheets.lke import FOLDER_GAMBAR, GAMBAR, JUDUL_LKE
from kinerja.tables import pages
from kinerja.temuan import Rule, Temuan
from kinerja.verify import verify as verified

TEMPLAT_LKE = "halaman_lke.docx"


def evaluation(order: Order) -> Outcome:
    """Print the page for evaluators; its PDF where LibreOffice is.

    It changes nothing that is known, and pressed twice it writes nothing new.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        checks = [*problems, *verified(rekap)]
        gambar = tuple(_gambar(order.folder))
        page = page_of(rekap, gambar)
        title = JUDUL_LKE.format(tahun=page.tahun)
        docx = printed(order, TEMPLAT_LKE, page, title, page.satker)
        made, notes = _files(order, title, docx)
        if not gambar:
            here = Location(rekap.file)
            note = Rule.TANPA_TANGKAPAN_LAYAR.at(
                here, folder=f"{FOLDER_ENTRI}, {FOLDER_GAMBAR}"
            )
            notes = (*notes, note)
        berkas = publish(order, made)
        outcome = Outcome(
            command="evaluation",
            counts={"dibuat": len(berkas), "sudah_ada": int(not berkas)},
            temuan=notes,
            berkas=berkas,
            rincian=tuple(f"{k.keadaan}  {k.kriteria}" for k in page.kriteria),
            coba=order.coba,
        )
        keluar = {f"{LAPORAN}/{title}.docx": digest_of(docx)}
        order.write(outcome, pages(rekap, checks), rekap, keluar=keluar)
    return outcome


def _gambar(folder: Path) -> Iterator[Gambar]:
    """The screenshots in the folders for them, by name."""
    for name in (FOLDER_ENTRI, FOLDER_GAMBAR):
        if not (folder / name).is_dir():
            continue
        for path, found in entries(folder / name):
            wanted = path.suffix.casefold() in GAMBAR and not is_junk(path.name)
            if wanted and files.is_regular(found):
                with suppress(OSError):
                    berkas = files.shown(path.relative_to(folder).as_posix())
                    yield Gambar(berkas=berkas, sha256=files.sha256_of(path))


def _files(
    order: Order, title: str, docx: bytes
) -> tuple[Mapping[str, bytes], tuple[Temuan, ...]]:
    """The page and its PDF; LibreOffice makes other bytes each time, so not one again."""
    name = f"{LAPORAN}/{title}"
    made = {f"{name}.docx": docx}
    if (
        is_held(order.folder / f"{name}.docx", docx)
        and (order.folder / f"{name}.pdf").is_file()
    ):
        return made, ()
    if office.find_office() is None:
        return made, (Rule.TANPA_PDF.at(Location(f"{title}.docx")),)
    pdf = office.pdf_of(docx, f"{title}.docx")
    if isinstance(pdf, bytes):
        return {**made, f"{name}.pdf": pdf}, ()
    return made, (pdf,)
