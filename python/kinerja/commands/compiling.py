"""One way from the facts of a report to its files: Word, PDF, and its row in the register.

How a command uses it::

    laporan = report(rekap, found)
    cetakan = Cetakan(nama=TAHUNAN, templat=…, judul=…, grafik=grafik(laporan))
    done = compiled(order, rekap, laporan, cetakan)
    done = done.beside({"Laporan/Rekap 2020.xlsx": annex})  # more files of the same report
    put(order, done)                                        # all of them, or none
    rekap = issued(rekap, done.terbit)                      # before ``tables.pages``
    Outcome(..., temuan=(*done.temuan, ...), rincian=done.rincian, berkas=done.berkas)
    order.write(..., keluar={name: sha256_of(order.folder / name) for name in done.berkas})

``laporan`` is a dataclass with at least ``satker`` and ``draf``. What a new kind of report
says now has to be told by ``mutakhir.sidik_now``, else it is never stale. A field named
``kolofon`` is no fact (see ``terbitan``); ``terbitan.kepala_for`` says what to print there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from kinerja.adapters import chart, contents, files, narrative, office, redline, word, word_app
from kinerja.adapters.narrative import Kept
from kinerja.adapters.ooxml import asal
from kinerja.commands.journaling import Journal
from kinerja.commands.order import Order
from kinerja.commands.publishing import digest_of, digest_there, is_held, publish, template_of
from kinerja.jurnal_lines import untold
from kinerja.laporan_sasaran import Grafik
from kinerja.model import Location
from kinerja.model_laporan import LaporanTerbit
from kinerja.perubahan import changed, printed
from kinerja.rekap import Rekap
from kinerja.sheets.folders import ARSIP_LAPORAN, LAPORAN
from kinerja.sheets.terbitan import (
    ANGKA_BERUBAH,
    DITULIS_TANGAN,
    IKUT_BERUBAH,
    JUDUL_PERUBAHAN,
)
from kinerja.tables import still_open
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.terbitan import sidik_of, terbit_of
from kinerja.verify import verify

AUTHOR = "kinerja"
LARGEST = 100 * files.MB  # of a report with pictures that people put into it


class Facts(Protocol):
    """What a report has, whatever it is about."""

    @property
    def satker(self) -> str:
        """Whose report it is."""

    @property
    def draf(self) -> bool:
        """Whether it is a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """What a report is called and printed with."""

    nama: str  # in the register
    templat: str
    judul: str  # the name of its files, without an ending
    grafik: Sequence[Grafik] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A report that is ready to be written."""

    made: Mapping[str, bytes]  # every file by its path below the folder
    terbit: LaporanTerbit
    temuan: tuple[Temuan, ...] = ()
    rincian: tuple[str, ...] = ()

    @property
    def berkas(self) -> tuple[str, ...]:
        """The files that are for people, the copy in the archive aside."""
        return tuple(name for name in self.made if not name.startswith(ARSIP_LAPORAN))

    def beside(self, more: Mapping[str, bytes]) -> Compiled:
        """The same with more files."""
        return replace(self, made={**self.made, **more})


def standing_of(
    rekap: Rekap, problems: Sequence[Temuan]
) -> tuple[Sequence[Temuan], Sequence[Temuan]]:
    """What the checks say, and all that stands with it."""
    checks = [*problems, *verify(rekap)]
    return checks, still_open(rekap, checks)


def compiled(order: Order, rekap: Rekap, laporan: Facts, cetakan: Cetakan) -> Compiled:
    """The report in Word with what was written in it by hand, and its PDF if there is a way.

    Raises:
        KinerjaError: if the template cannot be used, or the report that is there already
            cannot be read because a program holds it.
    """
    name = f"{LAPORAN}/{cetakan.judul}"
    fresh, old = _printed(order, laporan, cetakan), _old(order.folder / f"{name}.docx")
    last = _archived(order, rekap, cetakan.nama)
    kept = narrative.keep(fresh, old, last, f"{cetakan.judul}.docx")
    docx, pdf, notes = _completed(order, kept.docx, cetakan.judul)
    change = _change(rekap, laporan, (old, last, docx), cetakan.judul)
    sha256 = digest_of(docx)
    made = {
        f"{name}.docx": docx,
        f"{name}.pdf": pdf,
        **change.made,
        f"{ARSIP_LAPORAN}/{sha256}.docx": docx,
    }
    return Compiled(
        made={path: data for path, data in made.items() if data},
        terbit=LaporanTerbit(
            nama=cetakan.nama,
            berkas=f"{name}.docx",
            sha256=sha256,
            sidik=sidik_of(laporan),
            dibuat=rekap.kini,
            draf=laporan.draf,
            kepala=getattr(laporan, "kolofon", ""),
        ),
        temuan=(*kept.temuan, *notes),
        rincian=(*_rincian(kept), *change.rincian),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written and said of the changes since the report before."""

    made: Mapping[str, bytes] = field(default_factory=dict)
    rincian: tuple[str, ...] = ()


def _change(
    rekap: Rekap,
    laporan: Facts,
    documents: tuple[bytes | None, bytes | None, bytes],
    judul: str,
) -> Change:
    """The document that shows the changes, and the figures among them.

    ``documents`` are the report that stands in the folder, as it was compiled last, and
    the new one. Nothing is said if the new one says the same as that in the folder.
    """
    old, last, new = documents
    before = old if old and narrative.is_readable(old) else last
    if before is None or before == new:
        return Change()
    title = JUDUL_PERUBAHAN.format(judul=judul)
    angka = changed(rekap, _figures(last or before, laporan), printed(laporan))
    assert rekap.kini
    docx = redline.redline(before, new, angka, author=AUTHOR, saat=rekap.kini)
    if docx is None:
        return Change()
    typed = [a for a in angka if a.diisi]
    said = [
        ANGKA_BERUBAH.format(nama=a.nama, semula=a.semula, menjadi=a.menjadi) for a in typed
    ]
    if len(typed) < len(angka):
        said.append(IKUT_BERUBAH.format(n=len(angka) - len(typed), berkas=f"{title}.docx"))
    return Change({f"{LAPORAN}/{title}.docx": docx}, tuple(said))


def _figures(docx: bytes, laporan: Facts) -> Mapping[str, str]:
    """The figures of an earlier report by their kunci, of those that the new one has."""
    found = {c.sidik: c.teks for c in reversed(list(asal.figures(docx)))}
    known = ((kunci, found.get(asal.sidik_of(kunci))) for kunci in printed(laporan))
    return {kunci: teks for kunci, teks in known if teks is not None}


def put(order: Order, done: Compiled) -> tuple[str, ...]:
    """Write what is new of a report, all of it or nothing; the files that were new.

    A report that somebody changed is kept in the folder Cadangan before.

    Raises:
        KinerjaError: if one of its files cannot be written.
    """
    return publish(order, _news(order, done.made))


def _news(order: Order, made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Without a PDF that stands as it went out; LibreOffice makes other bytes each time."""
    if not all(is_held(order.folder / n, data) for n, data in made.items() if _is_word(n)):
        return made
    pdf = {name: digest_there(order.folder / name) for name in made if name.endswith(".pdf")}
    changed = untold(Journal.of(order.folder).lines, pdf)
    return {name: data for name, data in made.items() if name not in pdf or name in changed}


def _is_word(name: str) -> bool:
    return name.endswith(".docx")


def _printed(order: Order, laporan: Facts, cetakan: Cetakan) -> bytes:
    """The report as the template and the data make it."""
    template = template_of(order.folder, cetakan.templat)
    order.progress(f"{cetakan.judul}.docx", 1, 2)
    return word.render(
        template.read_bytes(),
        laporan,
        {g.kunci: chart.draw(g) for g in cetakan.grafik},
        file=template.name,
        title=cetakan.judul,
        author=laporan.satker,
    )


def _old(path: Path) -> bytes | None:
    """The report that stands in the folder, if one does.

    Raises:
        KinerjaError: if it cannot be read.
    """
    old = files.read_whole(path, limit=LARGEST) if path.exists() else None
    if isinstance(old, Temuan):
        name = files.shown(path.name)
        raise KinerjaError(Rule.LAPORAN_LAMA_DITOLAK.at(Location(name), berkas=name))
    return old


def _archived(order: Order, rekap: Rekap, nama: str) -> bytes | None:
    """The report as it was compiled last, if it is still in the archive."""
    last = terbit_of(rekap, nama)
    path = order.folder / ARSIP_LAPORAN / f"{last.sha256}.docx" if last else None
    data = files.read_whole(path, limit=LARGEST) if path else None
    return (
        data if isinstance(data, bytes) and last and digest_of(data) == last.sha256 else None
    )


def _rincian(kept: Kept) -> tuple[str, ...]:
    if not kept.bagian:
        return ()
    return (DITULIS_TANGAN.format(n=len(kept.bagian), daftar="; ".join(kept.bagian)),)


def _completed(
    order: Order, docx: bytes, title: str
) -> tuple[bytes, bytes | None, tuple[Temuan, ...]]:
    """The report with its lists filled, its PDF if one can be made, and what went wrong."""
    order.progress(f"{title}.pdf", 2, 2)
    if by_word := _by_word(docx):
        return *by_word, ()
    if office.find_office() is None:
        here = Location(f"{title}.docx")
        return *contents.complete(docx, None)[:2], (Rule.TANPA_PDF.at(here),)
    return contents.complete(docx, lambda data: office.pdf_of(data, f"{title}.docx"))


def _by_word(docx: bytes) -> tuple[bytes, bytes] | None:
    """The same by Word, where it is; its pages are those that readers will see."""
    app = word_app.started()
    if app is None:
        return None

    def lay_out(data: bytes, marks: Sequence[str]) -> tuple[Mapping[str, int], bytes] | None:
        laid = word_app.lay_out(app, data, marks)
        return None if laid is None else (laid.pages, laid.pdf)

    try:
        return contents.complete_by(docx, lay_out)
    finally:
        word_app.stop(app)
