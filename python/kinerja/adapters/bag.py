"""A sealed package: a folder as BagIt has it (RFC 8493), made beside its place, moved whole.

It is checked by ``sha256sum -c manifest-sha256.txt`` and by any BagIt program. Bytes are
only copied; nothing that goes in is opened by any program, and no link is followed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from kinerja.adapters import files
from kinerja.adapters.whole_folder import appearing, sweep
from kinerja.temuan import Rule

DATA, MANIFEST, TAGS = "data", "manifest-sha256.txt", "tagmanifest-sha256.txt"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Salinan:
    """A file to be copied, and the digest it had when it was looked at."""

    path: Path
    sha256: str


Isi = bytes | Salinan


class Cela(Enum):
    """What can have happened to a sealed package, and what is said of it."""

    BERUBAH = Rule.PAKET_ISI_BERUBAH
    HILANG = Rule.PAKET_ISI_HILANG
    ASING = Rule.PAKET_ISI_ASING
    TIDAK_UTUH = Rule.PAKET_TIDAK_UTUH


def digest_of(isi: Isi) -> str:
    """The digest of one file that goes in."""
    return isi.sha256 if isinstance(isi, Salinan) else hashlib.sha256(isi).hexdigest()


# ---- making


def make(
    folder: Path,
    payload: Mapping[str, Isi],
    tags: Mapping[str, bytes],
    info: Sequence[tuple[str, str]],
) -> str:
    """Seal these files in a folder that is not there yet; the digest of its manifest.

    Until it is whole it has another name, which the next package takes away.

    Raises:
        KinerjaError: if it cannot be made; nothing of it is then left.
    """
    sweep(folder.parent)
    with appearing(folder) as unfinished:
        sizes = _fill(unfinished, payload)
        oxum = ("Payload-Oxum", f"{sum(sizes.values())}.{len(sizes)}")
        _close(unfinished, tags, (*info, oxum))
        _judge(unfinished)
        return files.sha256_of(unfinished / MANIFEST)


def _fill(bag: Path, payload: Mapping[str, Isi]) -> Mapping[str, int]:
    """Put the files below “data” and write their manifest; how large each is."""
    sizes: dict[str, int] = {}
    lines = []
    for name in sorted(payload):
        path = bag / DATA / name
        path.parent.mkdir(parents=True, exist_ok=True)
        sha256, sizes[name] = _put(path, payload[name])
        lines.append(f"{sha256}  {DATA}/{name}\n")
    _put(bag / MANIFEST, "".join(lines).encode())
    return sizes


def _close(bag: Path, tags: Mapping[str, bytes], info: Sequence[tuple[str, str]]) -> None:
    """Write what tells of the package, and the manifest of that."""
    told = "".join(f"{label}: {' '.join(text.split())}\n" for label, text in info if text)
    all_ = {**tags, "bagit.txt": DECLARATION, "bag-info.txt": told.encode()}
    digests = {name: _put(bag / name, data)[0] for name, data in all_.items()}
    digests[MANIFEST] = files.sha256_of(bag / MANIFEST)
    lines = (f"{digests[name]}  {name}\n" for name in sorted(digests))
    _put(bag / TAGS, "".join(lines).encode())


def _put(path: Path, isi: Isi) -> tuple[str, int]:
    """Write one file to the disk itself; the digest and the size of what was written."""
    with path.open("xb") as target:
        digest, size = hashlib.sha256(), 0
        for chunk in _chunks(isi):
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest(), size


def _chunks(isi: Isi) -> Iterator[bytes]:
    if isinstance(isi, bytes):
        yield isi
        return
    with files.open_regular(isi.path) as source:
        yield from _read(source)


def _read(source: BinaryIO) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk


def _judge(bag: Path) -> None:
    """Let a program that did not make it say whether it is whole.

    Raises:
        OSError: if it is not, which only a disk can bring about.
    """
    import bagit

    try:
        bagit.Bag(str(bag)).validate(processes=1)
    except bagit.BagError as error:
        raise OSError(str(error)) from error


# ---- looking at one that is there


def manifest(folder: Path) -> Mapping[str, str]:
    """The digests of the files in a package, by their names below “data”; {} if unreadable."""
    listed = _listed(folder / MANIFEST)
    return {name.removeprefix(f"{DATA}/"): digest for name, digest in listed.items()}


def faults(folder: Path) -> tuple[tuple[Cela, str], ...]:
    """Every file of a package that is not as it was sealed, and what is wrong with it."""
    listed: dict[str, str] = {}
    for name in (TAGS, MANIFEST):
        lines = _listed(folder / name)
        if not lines:
            return ((Cela.TIDAK_UTUH, name),)
        listed |= lines
    there = {
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }
    found = [(Cela.HILANG, name) for name in sorted(listed.keys() - there)]
    found += [(Cela.ASING, name) for name in sorted(there - listed.keys() - {TAGS})]
    for name in sorted(listed.keys() & there):
        if _sha256(folder / name) != listed[name]:
            found.append((Cela.BERUBAH, name))
    return tuple(found)


def _listed(path: Path) -> Mapping[str, str]:
    data = files.read_whole(path)
    if not isinstance(data, bytes):
        return {}
    lines = (line.partition("  ") for line in data.decode("utf-8", "replace").splitlines())
    return {name: digest for digest, _, name in lines if name}


def _sha256(path: Path) -> str:
    with suppress(OSError), files.open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return ""


def read(folder: Path, name: str) -> bytes:
    """One file of a package; nothing if it is not there."""
    data = files.read_whole(folder / DATA / name, limit=2**30)
    return data if isinstance(data, bytes) else b""
