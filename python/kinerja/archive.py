"""What goes into the sealed package of one Periode, and under which name.

The package is for people who have neither kinerja nor Excel: originals and data pendukung
as they are, and what the master says as plain tables. Files that the registers name are
told apart from those that only lie in the folders of letters and reports.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kinerja import periode
from kinerja.datapackage import NAMA, Tabel, datapackage, tabel_of
from kinerja.grid import Book
from kinerja.model import Location, Tindakan
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets import arsip, folders, master
from kinerja.sheets.agreement import TEMPEL_PK
from kinerja.sheets.beranda import NAMA as BERANDA
from kinerja.sheets.distribusi import STATUS
from kinerja.sheets.entri import FOLDER_ENTRI, TEMPEL_ENTRI
from kinerja.sheets.sop import JAM_SOP
from kinerja.sheets.table import Page
from kinerja.sheets.tombol import JUDUL
from kinerja.tables import pages
from kinerja.temuan import Rule, Temuan
from kinerja.undoing import written_pages

PATH = 200  # signs of a path below the folder of the office, so that Windows can hold it
SUFFIX = 10  # signs of an ending at most
ROOM = 20  # for the name of a package that is not whole yet
# Not part of what is known: pasted in, told by the journal itself, or about the clock.
BUKAN_ISI = frozenset(
    s.name for s in (TEMPEL_PK, TEMPEL_ENTRI, master.JURNAL, JAM_SOP, STATUS)
)


@dataclass(frozen=True, slots=True)
class Simpanan:
    """One file of the package: below “data”, and below the folder of the office.

    ``berkas`` of an original is its place in the archive without its ending.
    """

    jalur: str
    berkas: str
    sha256: str = ""  # as the register knows it; "": whatever stands there now


def package_name(rekap: Rekap, p: int, number: int = 1) -> str:
    """The folder of the package of a Periode, below the folder of all packages."""
    name = arsip.JUDUL_PAKET.format(
        tahun=rekap.pengaturan.tahun, periode=rekap.periode_name(p)
    )
    return name if number == 1 else f"{name} ({number})"


def simpanan_of(rekap: Rekap, lain: Mapping[str, Iterable[str]]) -> tuple[Simpanan, ...]:
    """Every file of the running Periode; ``lain`` are the names in Surat and Laporan."""
    place = _Places(len(folders.ARSIP_PERIODE) + len(package_name(rekap, 1)) + ROOM)
    found = [
        *_forms(rekap),
        *_returned(rekap),
        *_given_back(rekap),
        *_data_pendukung(rekap),
        *_lying(rekap, lain),
        *_screenshots(rekap),
    ]
    once = dict.fromkeys(found)
    return tuple(Simpanan(place.of(b.jalur, b.sha256), b.berkas, b.sha256) for b in once)


def _forms(rekap: Rekap) -> Iterator[Simpanan]:
    for t in rekap.terbit:
        if t.formulir.periode == rekap.pengaturan.periode:
            berkas = f"{folders.FORMULIR}/{t.berkas}"
            yield Simpanan(f"{arsip.FORMULIR_DIBAGIKAN}/{t.berkas}", berkas, t.sha256)


def _returned(rekap: Rekap) -> Iterator[Simpanan]:
    """The originals, by the name under which each came."""
    for k in sorted(rekap.kiriman, key=lambda k: (k.identitas.berkas, k.identitas.sha256)):
        if k.formulir and k.formulir.periode == rekap.pengaturan.periode:
            sha256 = k.identitas.sha256
            yield Simpanan(_returned_name(k), f"{folders.ARSIP}/{sha256}", sha256)


def _returned_name(k: Kiriman) -> str:
    assert k.formulir
    return f"{arsip.FORMULIR_KEMBALI}/{k.formulir.subbagian}/{k.identitas.berkas}"


def _given_back(rekap: Rekap) -> Iterator[Simpanan]:
    for p in rekap.permintaan:
        if p.periode == rekap.pengaturan.periode and p.berkas:
            name = _last(p.berkas)
            yield Simpanan(f"{arsip.PENGEMBALIAN}/{p.subbagian}/{name}", p.berkas, "")


def _data_pendukung(rekap: Rekap) -> Iterator[Simpanan]:
    """The files on disk under their archive names, or their own where they have none."""
    names = {
        (i.sha256, i.subbagian): i.nama_arsip
        for i in reversed(rekap.inventaris)
        if i.sha256 and i.nama_arsip and i.periode == rekap.pengaturan.periode
    }
    for b in rekap.berkas:
        if b.periode == rekap.pengaturan.periode and b.sha256:
            name = names.get((b.sha256, b.subbagian), b.nama)
            unit = b.subbagian or arsip.TANPA_SUBBAGIAN
            berkas = f"{folders.DATA_PENDUKUNG}/{b.folder}/{b.nama}"
            yield Simpanan(f"{arsip.DATA_PENDUKUNG}/{unit}/{name}", berkas, b.sha256)


def _screenshots(rekap: Rekap) -> Iterator[Simpanan]:
    """What proves that something was typed into another application."""
    for e in rekap.entri:
        if e.periode == rekap.pengaturan.periode and e.bukti in rekap.bukti_entri:
            sha256 = e.sidik_bukti or rekap.bukti_entri[e.bukti]
            berkas = f"{FOLDER_ENTRI}/{e.bukti}"
            yield Simpanan(f"{arsip.BUKTI_ENTRI}/{e.bukti}", berkas, sha256)


def _lying(rekap: Rekap, lain: Mapping[str, Iterable[str]]) -> Iterator[Simpanan]:
    """Letters and reports: those that a register names, and those named for this Periode."""
    of = {folders.SURAT: arsip.SURAT, folders.LAPORAN: arsip.LAPORAN}
    here = rekap.pengaturan.periode
    letters = [d.berkas for d in rekap.disposisi if d.periode == here]
    letters += [e.berkas for e in rekap.surat_edaran if e.periode == here]
    letters += [_signed(e.berkas_ttd) for e in rekap.surat_edaran if e.periode == here]
    for berkas in filter(None, letters):
        yield Simpanan(f"{arsip.SURAT}/{_last(berkas)}", berkas)
    for folder, names in lain.items():
        for name in names:
            if belongs(rekap, name):
                yield Simpanan(f"{of[folder]}/{name}", f"{folder}/{name}")


def _signed(typed: str) -> str:
    """The scan of a signed letter; only its name counts, so that it cannot lie elsewhere."""
    name = _last(typed.replace("\\", "/")).strip()
    return f"{folders.SURAT}/{name}" if name else ""


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def belongs(rekap: Rekap, name: str) -> bool:
    """Whether a letter or a report is put away with the running Periode, by its name.

    What is about a Semester or the year goes with the last Periode of it.
    """
    siklus, here = rekap.pengaturan.siklus, rekap.pengaturan.periode
    named = {p for p in periode.of_year(siklus) if _mentions(name, periode.name(siklus, p), p)}
    if named:
        return here in named
    for semester in (1, 2):
        if _mentions(name, f"Semester {periode.ROMAN[semester - 1]}", semester):
            return here == semester * siklus // 2
    return here == siklus


def _mentions(name: str, said: str, number: int) -> bool:
    kind = said.rpartition(" ")[0]
    forms = [said, f"{kind} {number}"] if kind else [said]
    pattern = "|".join(re.escape(form) for form in forms)
    return bool(re.search(rf"(?<!\w)(?:{pattern})(?!\w)", name, re.IGNORECASE))


class _Places:
    """Gives each file a place that no other has, short enough and fit for every system."""

    def __init__(self, above: int) -> None:
        self._room = PATH - above - len("data//")
        self._taken: set[str] = set()

    def of(self, jalur: str, sha256: str) -> str:
        """The path, made safe; shorter and with a digest in it where it has to be."""
        parts = [_safe(part) for part in jalur.split("/")]
        folder, name = "/".join(parts[:-1]), parts[-1]
        path, number = _within(folder, name, self._room), 1
        while path.casefold() in self._taken:
            number += 1
            path = _within(folder, name, self._room, f" ({number}) {sha256[:8]}".rstrip())
        self._taken.add(path.casefold())
        return path


def _safe(part: str) -> str:
    text = part.encode(errors="replace").decode()  # bytes of a name that are no text
    name = folders.safe_name(unicodedata.normalize("NFC", text))
    return name.replace("%", arsip.PERSEN)


def _within(folder: str, name: str, room: int, mark: str = "") -> str:
    """The path with its name cut before the ending, as far as there is room."""
    head, dot, tail = name.rpartition(".")
    suffix = f".{tail}" if dot and head and len(tail) <= SUFFIX else ""
    stem = name.removesuffix(suffix)
    left = room - len(folder) - 1 - len(suffix) - len(mark)
    return f"{folder}/{stem[: max(left, 8)].rstrip()}{mark}{suffix}"


# ---- what the master says


def tabel(rekap: Rekap, book: Book, temuan: Iterable[Temuan]) -> tuple[Tabel, ...]:
    """Every sheet as a table: those that kinerja writes as they are worked out now."""
    fresh = {page.sheet.name: page for page in pages(rekap, temuan) if not page.quiet}
    known = master.sheets_of(rekap.pengaturan.siklus)
    typed = {page.sheet.name: page for page in written_pages(book, known)}
    wanted = [s.name for s in known if s.name not in BUKAN_ISI and not s.hidden]
    pages_ = (fresh.get(name) or typed.get(name) for name in wanted if name != BERANDA)
    return tuple(tabel_of(page) for page in pages_ if isinstance(page, Page))


def payload_of(rekap: Rekap, tables: Iterable[Tabel], jurnal: bytes) -> Mapping[str, bytes]:
    """What is written into the package: the tables, what is in them, the journal."""
    all_ = tuple(tables)
    p = rekap.pengaturan
    said = {"satker": p.satker, "periode": rekap.periode_name(p.periode), "tahun": p.tahun}
    name = f"kinerja {p.tahun} {rekap.periode_name(p.periode)}"
    package = datapackage(name, arsip.JUDUL_TABEL.format(**said), all_)
    found = {f"{arsip.TABEL}/{t.berkas}": t.isi for t in all_}
    found[f"{arsip.TABEL}/{NAMA}"] = package
    if jurnal:
        found[jurnal_path()] = jurnal
    return found


def jurnal_path() -> str:
    """Where the journal stands in a package; it grows, so an older one holds a part of it."""
    return f"{arsip.RIWAYAT}/riwayat.jsonl"


def told(rekap: Rekap) -> Rekap:
    """The Rekap with the line that the journal gets, so that “Beranda” goes on from it."""
    assert rekap.kini
    line = Tindakan(waktu=rekap.kini, nama=JUDUL["archive"], hasil="")
    return replace(rekap, jurnal=(*rekap.jurnal, line))


# ---- what there is to say


def unlocked(rekap: Rekap) -> tuple[Temuan, ...]:
    """The forms of the running Periode that may still change."""
    p = rekap.pengaturan.periode
    locked = {
        v.subbagian
        for v in rekap.verifikasi
        if v.periode == p and v.dikunci and not (v.dibuka and v.dibuka >= v.dikunci)
    }
    open_ = [s.kode for s in rekap.asked() if s.kode not in locked]
    if not open_:
        return ()
    facts = {"periode": rekap.periode_name(p), "daftar": ", ".join(open_)}
    return (Rule.FORMULIR_BELUM_DIKUNCI.at(Location(rekap.file), **facts),)
