"""Data pendukung, three ways: required, listed in a form, found on disk.

``match`` puts the three beside each other; the checks and the inventory both read it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kinerja.answers import Key, listed
from kinerja.model import Berkas, DataPendukung, Realisasi, Status, Syarat
from kinerja.rekap import Rekap
from kinerja.sheets.folders import indikator_folder
from kinerja.sheets.table import normal

_LINK = re.compile(r"\s*(https?://|www\.|drive\.google|\\\\)", re.IGNORECASE)
_NOTHING = {"-", "--", "ada", "tidak ada", "nihil", "n/a", "terlampir", "belum ada"}
_SENTENCE = 8  # words without an extension: more than a name has


class Keadaan(StrEnum):
    """How required, listed and found agree, with the symbol that tells it without colour."""

    COCOK = "✔ Cocok"
    KURANG = "✖ Belum dicatat"
    BERKAS_TIDAK_ADA = "✖ Berkas tidak ada"
    TAUTAN = "! Tautan saja"
    BUKAN_NAMA = "✖ Bukan nama berkas"
    TIDAK_TERCATAT = "! Tidak tercatat"
    DIGANTIKAN = "– Digantikan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cocok:
    """One line of the inventory; at least one of the three is there."""

    keadaan: Keadaan
    indikator: str
    subbagian: str
    periode: int | None
    syarat: Syarat | None = None
    data_pendukung: DataPendukung | None = None
    berkas: Berkas | None = None
    kurang: int = 0  # how many pieces of the Syarat are not listed


def match(rekap: Rekap, answers: Mapping[Key, Realisasi]) -> tuple[Cocok, ...]:
    """Every piece that is required, listed, or on disk, each once."""
    entries = listed(rekap)
    found = tuple(_of_listed(rekap, entries))
    used = {c.berkas for c in found if c.berkas}
    missing = tuple(_of_required(rekap, answers, entries))
    strays = tuple(_of_disk(rekap.berkas, used))
    return (*found, *missing, *strays)


def replaced(rekap: Rekap) -> tuple[Cocok, ...]:
    """What older returned files listed and a newer list replaced."""
    counts = set(listed(rekap))
    return tuple(
        Cocok(
            keadaan=Keadaan.DIGANTIKAN,
            indikator=d.indikator,
            subbagian=d.subbagian,
            periode=d.periode,
            data_pendukung=d,
        )
        for k in rekap.accepted()
        for d in k.data_pendukung
        if d not in counts
    )


def _of_listed(rekap: Rekap, entries: Iterable[DataPendukung]) -> Iterator[Cocok]:
    for d in entries:
        berkas = None
        if is_link(d.berkas):
            keadaan = Keadaan.TAUTAN
        elif berkas := find(rekap.berkas, d):
            keadaan = Keadaan.COCOK
        elif is_no_name(d.berkas):
            keadaan = Keadaan.BUKAN_NAMA
        else:
            keadaan = Keadaan.BERKAS_TIDAK_ADA
        yield Cocok(
            keadaan=keadaan,
            indikator=d.indikator,
            subbagian=d.subbagian,
            periode=d.periode,
            data_pendukung=d,
            berkas=berkas,
        )


def _of_required(
    rekap: Rekap, answers: Mapping[Key, Realisasi], entries: Iterable[DataPendukung]
) -> Iterator[Cocok]:
    known = rekap.by_kode()
    for (kode, subbagian, p), answer in answers.items():
        i = known.get(kode)
        if i is None or subbagian != i.penanggung_jawab or answer.status is not Status.TERISI:
            continue
        here = [d for d in entries if (d.indikator, d.periode) == (kode, p)]
        for syarat in required(rekap, kode, p):
            have = sum(1 for d in here if normal(d.jenis) == normal(syarat.jenis))
            if have < syarat.jumlah:
                yield Cocok(
                    keadaan=Keadaan.KURANG,
                    indikator=kode,
                    subbagian=subbagian,
                    periode=p,
                    syarat=syarat,
                    kurang=syarat.jumlah - have,
                )


def required(rekap: Rekap, indikator: str, p: int) -> tuple[Syarat, ...]:
    """What one Indikator needs in one Periode."""
    return tuple(
        s for s in rekap.syarat if s.indikator == indikator and s.periode in {None, p}
    )


def _of_disk(berkas: Iterable[Berkas], used: set[Berkas]) -> Iterator[Cocok]:
    for b in berkas:
        if b not in used:
            yield Cocok(
                keadaan=Keadaan.TIDAK_TERCATAT,
                indikator="",
                subbagian=b.subbagian,
                periode=b.periode,
                berkas=b,
            )


def find(berkas: Iterable[Berkas], d: DataPendukung) -> Berkas | None:
    """The file a row means: in its own folder, by name, with or without the extension.

    Of files of one name, that in the folder of its Indikator.
    """
    wanted = name_key(d.berkas)
    here = [b for b in berkas if (b.subbagian, b.periode) == (d.subbagian, d.periode)]
    here.sort(key=lambda b: not _is_own(b, d))
    for b in here:
        if name_key(b.nama) == wanted:
            return b
    return next((b for b in here if name_key(b.nama).rpartition(".")[0] == wanted), None)


def _is_own(b: Berkas, d: DataPendukung) -> bool:
    """Whether a file lies in the folder that is named after the Indikator."""
    below = b.folder.split("/")[2:3]
    return [normal(name) for name in below] == [normal(indikator_folder(d.indikator))]


def elsewhere(berkas: Iterable[Berkas], d: DataPendukung) -> Berkas | None:
    """A file of that name in another folder."""
    return next((b for b in berkas if name_key(b.nama) == name_key(d.berkas)), None)


def name_key(name: str) -> str:
    """A file name without folder, case, and the ways of writing an accent."""
    base = re.split(r"[/\\]", name)[-1]
    return normal(unicodedata.normalize("NFC", base))


def is_link(text: str) -> bool:
    """Whether it is an address, which cannot be checked here."""
    return bool(_LINK.match(text))


def is_no_name(text: str) -> bool:
    """Whether it is a dash or a sentence and no name of a file."""
    words = normal(text).split()
    extension = re.search(r"\.\w{1,5}$", text.strip())
    return normal(text) in _NOTHING or (not extension and len(words) >= _SENTENCE)
