"""What lies in the folders Masuk and Data Pendukung: which files, and what each of them is.

Links are not followed, pipes not opened, and nothing is ever changed. What a file is by
its bytes is found in ``content``; what it proves is not decided here.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kinerja import periode
from kinerja.adapters.content import Content, content_of
from kinerja.adapters.files import (
    here,
    is_elsewhere,
    is_junction,
    is_regular,
    sebab_of,
    shown,
)
from kinerja.model import Berkas
from kinerja.temuan import KinerjaError, Rule, Temuan

_OPEN_IN_OFFICE = "~$"
_JUNK = re.compile(
    r"~\$.*|\..*|thumbs\.db|desktop\.ini|__macosx|.*\.(tmp|bak|part|crdownload)", re.IGNORECASE
)
WORKERS = 4  # that read at once; digests are worked out beside each other


def incoming(folder: Path) -> tuple[tuple[Path, ...], tuple[Temuan, ...]]:
    """Every file below the folder that someone may have returned, in the order of names.

    Raises:
        KinerjaError: if the folder is missing.
    """
    if not folder.is_dir():
        raise KinerjaError(Rule.FOLDER_TIDAK_ADA.at(here(folder), folder=shown(folder.name)))
    paths: list[Path] = []
    temuan: list[Temuan] = []
    for path, found in entries(folder):
        if note := open_elsewhere(path):
            temuan.append(note)
        elif is_junk(path.name):
            continue
        elif is_regular(found):
            paths.append(path)
        else:
            temuan.append(Rule.BUKAN_BERKAS_BIASA.at(here(path), berkas=shown(path.name)))
    return tuple(paths), tuple(temuan)


def open_elsewhere(path: Path) -> Temuan | None:
    """The note that Office has a file open, where this is the lock it leaves beside it."""
    if not path.name.startswith(_OPEN_IN_OFFICE):
        return None
    return Rule.SEDANG_DIBUKA.at(here(path), berkas=shown(path.name))


def is_junk(name: str) -> bool:
    """Whether a program left it there: lock files, thumbnails, half downloads."""
    return bool(_JUNK.fullmatch(name))


def entries(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """All that lies below a folder and is not a folder, sorted; links are not followed.

    Raises:
        KinerjaError: if a folder below cannot be listed, since its files would be missed.
    """
    for name in sorted(_listing(folder)):
        path = folder / name
        try:
            found = path.lstat()
        except OSError:
            continue  # gone since the folder was listed
        if not stat.S_ISDIR(found.st_mode) or is_junction(found):
            yield path, found
        elif not is_junk(name):
            yield from entries(path)


def _listing(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError as error:
        facts = {"folder": shown(folder.name), "sebab": sebab_of(error)}
        raise KinerjaError(Rule.FOLDER_TERTUTUP.at(here(folder), **facts)) from error


def data_pendukung(folder: Path, siklus: int) -> tuple[Berkas, ...]:
    """Every file below ``<folder>/<Subbagian>/<periode>``, in the order of names.

    ``folder`` is the folder Data Pendukung itself; that it is missing means no files.

    Raises:
        KinerjaError: if a folder below cannot be listed.
    """
    if not folder.is_dir():
        return ()
    from concurrent.futures import ThreadPoolExecutor

    def one(entry: tuple[Path, os.stat_result]) -> Berkas:
        path, found = entry
        return _berkas(path, found, path.relative_to(folder).parent.parts, siklus)

    found = [entry for entry in entries(folder) if not is_junk(entry[0].name)]
    with ThreadPoolExecutor(min(WORKERS, os.cpu_count() or 1)) as pool:
        return tuple(pool.map(one, found))


def _berkas(path: Path, found: os.stat_result, parts: tuple[str, ...], siklus: int) -> Berkas:
    parts = tuple(unicodedata.normalize("NFC", part) for part in parts)
    biasa = is_regular(found)
    content = content_of(path) if biasa and not is_elsewhere(found) else Content()
    return Berkas(
        nama=unicodedata.normalize("NFC", path.name),
        folder="/".join(parts),
        subbagian=parts[0] if parts else "",
        periode=periode.parse(siklus, parts[1]) if len(parts) > 1 else None,
        ukuran=found.st_size if biasa else 0,
        sha256=content.sha256,
        isi=content.isi,
        halaman=content.halaman,
        biasa=biasa,
        cacat=content.cacat,
        anggota=content.anggota,
    )
