"""Data pendukung, three ways: required, listed in a form, found on disk.

``match`` puts the three beside each other; the checks and the inventory both read it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    TIDAK_ADA_LAGI = "– Tidak ada lagi"


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
    disk = disk_of(rekap.berkas)
    for d in entries:
        berkas = None
        if is_link(d.berkas):
            keadaan = Keadaan.TAUTAN
        elif berkas := find(disk, d):
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
    syarat_of = by_indikator(rekap.syarat)
    listed_ = Counter((d.indikator, d.periode, normal(d.jenis)) for d in entries)
    for (kode, subbagian, p), answer in answers.items():
        i = known.get(kode)
        if i is None or subbagian != i.penanggung_jawab or answer.status is not Status.TERISI:
            continue
        for syarat in required(syarat_of.get(kode, ()), p):
            have = listed_[kode, p, normal(syarat.jenis)]
            if have < syarat.jumlah:
                yield Cocok(
                    keadaan=Keadaan.KURANG,
                    indikator=kode,
                    subbagian=subbagian,
                    periode=p,
                    syarat=syarat,
                    kurang=syarat.jumlah - have,
                )


def by_indikator(syarat: Iterable[Syarat]) -> Mapping[str, Sequence[Syarat]]:
    """What each Indikator needs."""
    found: dict[str, list[Syarat]] = {}
    for s in syarat:
        found.setdefault(s.indikator, []).append(s)
    return found


def required(syarat: Iterable[Syarat], p: int) -> tuple[Syarat, ...]:
    """What is needed in one Periode, of all that an Indikator needs."""
    return tuple(s for s in syarat if s.periode in {None, p})


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


@dataclass(frozen=True, slots=True)
class Disk:
    """The files that were found, by what people call them; each list in their order."""

    here: Mapping[tuple[str, int | None, str], Sequence[Berkas]]
    everywhere: Mapping[str, Sequence[Berkas]]
    contents: Mapping[str, Sequence[Berkas]]  # by sha256


def disk_of(berkas: Iterable[Berkas]) -> Disk:
    """The files, so that one of thousands is found at once."""
    here: dict[tuple[str, int | None, str], list[Berkas]] = {}
    everywhere: dict[str, list[Berkas]] = {}
    contents: dict[str, list[Berkas]] = {}
    for b in berkas:
        name = name_key(b.nama)
        everywhere.setdefault(name, []).append(b)
        here.setdefault((b.subbagian, b.periode, name), []).append(b)
        stem = name.rpartition(".")[0] + _STEM
        here.setdefault((b.subbagian, b.periode, stem), []).append(b)
        if b.sha256:
            contents.setdefault(b.sha256, []).append(b)
    return Disk(here, everywhere, contents)


_STEM = "\0"  # ends a name without its extension; no name of a file holds it


def find(disk: Disk, d: DataPendukung) -> Berkas | None:
    """The file a row means: in its own folder, by name, with or without the extension.

    Of files of one name, that in the folder of its Indikator.
    """
    wanted = name_key(d.berkas)
    for name in (wanted, wanted + _STEM):
        found = disk.here.get((d.subbagian, d.periode, name))
        if found:
            return min(found, key=lambda b: not _is_own(b, d))
    return None


def _is_own(b: Berkas, d: DataPendukung) -> bool:
    """Whether a file lies in the folder that is named after the Indikator."""
    below = b.folder.split("/")[2:3]
    return [normal(name) for name in below] == [normal(indikator_folder(d.indikator))]


def elsewhere(disk: Disk, d: DataPendukung, sha256: str = "") -> Berkas | None:
    """A file in another folder with the content that was registered, or of that name."""
    found = disk.contents.get(sha256) or disk.everywhere.get(name_key(d.berkas))
    return found[0] if found else None


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
