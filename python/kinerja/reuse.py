"""The checks of data pendukung that was used before: for another Indikator, another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.inventory import Cocok, name_key
from kinerja.isi_berkas import where
from kinerja.model import Berkas, Location
from kinerja.model_arsip import BerkasLalu
from kinerja.sheets.inventaris import SEBAGAI
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View

# How programs name a copy: “laporan (1).pdf”, “laporan - Copy.pdf”, “Salinan laporan.pdf”.
_COPY = re.compile(
    r"^(copy of |salinan (dari )?)"
    r"|( - (copy|salin(an)?)|\s*\(\d{1,2}\)|_copy)+(?=\.\w{1,5}$|$)"
)


def file_proves_one_indikator(v: View) -> Iterator[Temuan]:
    """One file listed for two Indikator is looked at twice; copies are told elsewhere."""
    first: dict[Berkas, Cocok] = {}
    for c in v.cocok:
        if c.berkas is None or c.data_pendukung is None:
            continue
        other = first.setdefault(c.berkas, c)
        if other.indikator != c.indikator:
            yield Rule.DIPAKAI_INDIKATOR_LAIN.at(
                c.data_pendukung.location,
                berkas=c.data_pendukung.berkas,
                indikator=c.indikator,
                lain=_used_for(v, other),
            )


def _used_for(v: View, c: Cocok) -> str:
    periode = v.periode_name(c.periode) if c.periode else ""
    return SEBAGAI.format(indikator=c.indikator, periode=periode).strip()


def file_is_of_this_year(v: View) -> Iterator[Temuan]:
    """Last year's document, handed in again, proves last year's work."""
    known: dict[str, BerkasLalu] = {}
    for lalu in v.rekap.berkas_lalu:
        known.setdefault(lalu.sha256, lalu)
    for c in v.cocok:
        b = c.berkas
        old = known.get(b.sha256) if b and b.sha256 and b.ukuran else None
        if b and old:
            yield Rule.DIPAKAI_TAHUN_LALU.at(
                _place(c, b),
                berkas=b.nama,
                lain=old.berkas,
                tahun=old.tahun,
                indikator=old.indikator,
            )


def file_is_not_named_a_copy(v: View) -> Iterator[Temuan]:
    """A copy whose original is here, or was last year, may be an old file with a new name."""
    names = {name_key(b.nama): f"{b.folder}/{b.nama}" for b in v.rekap.berkas}
    names = {name_key(lalu.berkas): lalu.berkas for lalu in v.rekap.berkas_lalu} | names
    for c in v.cocok:
        b = c.berkas
        original = original_of(b.nama) if b else ""
        if b and original in names:
            yield Rule.SALINAN_BERNAMA.at(_place(c, b), berkas=b.nama, lain=names[original])


def original_of(name: str) -> str:
    """The key of the name that a copy was made of; "" if it is not named as a copy."""
    key = name_key(name)
    bare = " ".join(_COPY.sub("", key).split())
    return "" if bare == key else bare


def _place(c: Cocok, b: Berkas) -> Location:
    """The cell that lists it, where its Subbagian can mend it; else the file."""
    return c.data_pendukung.location if c.data_pendukung else where(b)


CHECKS: tuple[Check, ...] = (
    file_proves_one_indikator,
    file_is_of_this_year,
    file_is_not_named_a_copy,
)
