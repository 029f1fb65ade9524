"""The checks of what a file really is: locked, damaged, a program, an archive, a shortcut.

What its bytes say was found by the adapter; here it is decided what that means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja.model import Berkas, Cacat, Location
from kinerja.sheets.inventaris import ANGGOTA
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View

PINTASAN = frozenset({"lnk", "url", "gdoc"})  # leads to a document and is none
CLOSED = frozenset({"rar", "7z", "gz", "bz2", "xz", "tar"})  # archives that are not listed
GAMBAR = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp"})
WORST: Mapping[Cacat, Rule] = {
    Cacat.PROGRAM: Rule.DATA_PENDUKUNG_PROGRAM,
    Cacat.TERKUNCI: Rule.DATA_PENDUKUNG_TERKUNCI,
    Cacat.RUSAK: Rule.DATA_PENDUKUNG_RUSAK,
    Cacat.MAKRO: Rule.DATA_PENDUKUNG_BERMAKRO,
    Cacat.SKRIP: Rule.DATA_PENDUKUNG_BERSKRIP,
    Cacat.ARSIP_BERBAHAYA: Rule.ARSIP_BERBAHAYA,
    Cacat.ARSIP_BERLAPIS: Rule.ARSIP_BERLAPIS,
}


def files_can_be_shown(v: View) -> Iterator[Temuan]:
    """What cannot be opened, or must not be, proves nothing to anybody."""
    for b in v.rekap.berkas:
        for cacat in b.cacat:
            if cacat is Cacat.RAKSASA:
                yield _too_large(b)
            else:
                yield WORST[cacat].at(where(b), berkas=b.nama)


def _too_large(b: Berkas) -> Temuan:
    if b.isi in GAMBAR:
        return Rule.GAMBAR_RAKSASA.at(where(b), berkas=b.nama)
    return Rule.ARSIP_RAKSASA.at(where(b), berkas=b.nama, anggota=members(b))


def files_are_documents(v: View) -> Iterator[Temuan]:
    """A shortcut leads away, and an archive of another kind cannot be looked into."""
    for b in v.rekap.berkas:
        if is_shortcut(b):
            yield Rule.DATA_PENDUKUNG_PINTASAN.at(where(b), berkas=b.nama)
        elif is_closed(b):
            yield Rule.ARSIP_JENIS_LAIN.at(where(b), berkas=b.nama, isi=b.isi.upper())


def is_shortcut(b: Berkas) -> bool:
    """Whether it only leads to a document that lies elsewhere."""
    return b.isi in PINTASAN


def is_closed(b: Berkas) -> bool:
    """Whether it is an archive whose content nobody here can list."""
    return b.isi in CLOSED


def described(b: Berkas) -> str:
    """What it really is, as the sheet says it: ``ZIP (12 berkas), terkunci kata sandi``."""
    kind = b.isi.upper()
    if b.anggota is not None:
        kind = f"{kind} ({members(b)})"
    return ", ".join(part for part in (kind, *b.cacat) if part)


def members(b: Berkas) -> str:
    """How much is listed in an archive."""
    return ANGGOTA.format(n=f"{b.anggota or 0:,}".replace(",", "."))


def where(b: Berkas) -> Location:
    """A file on disk as a place."""
    return Location(f"{b.folder}/{b.nama}")


def extension(name: str) -> str:
    """The extension, in small letters and without the dot."""
    return name.rpartition(".")[2].casefold() if "." in name else ""


CHECKS: tuple[Check, ...] = (files_can_be_shown, files_are_documents)
