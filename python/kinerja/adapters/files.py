"""The file system: writing whole or not at all, reading, archiving, the lock.

A returned file is only ever opened for reading. Nothing here follows a link or waits
on a pipe.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
import time
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader, FileIO
from pathlib import Path
from typing import NoReturn

from kinerja.model import Location
from kinerja.sheets.distribusi import BERKAS, FOLDER
from kinerja.sheets.folders import (
    ARSIP,
    BAGIKAN,
    CADANGAN,
    DIURUNGKAN,
    FORMULIR,
    LAPORAN,
    LOG,
    SURAT,
)
from kinerja.temuan import KinerjaError, Rule, Sebab, Temuan, Ukuran

MB = 2**20
MAX_BYTES = 25 * MB
LOCK = "kinerja.lock"
# Virus scanners and indexers on Windows hold a new file for moments: 2.5 s in all.
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0) if os.name == "nt" else ()
_TEMP = re.compile(r"\.[0-9a-f]{16}\.tmp")  # as write_atomic names what is not whole yet
_SHARING = {5, 32, 33}  # Windows error numbers of a file that another program holds
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
# OneDrive shows files that are not on this disk; opening one would wait for a download.
_ELSEWHERE = 0x00400000 | 0x00001000  # RECALL_ON_DATA_ACCESS, OFFLINE
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which lstat does not call a link


@dataclass(frozen=True, slots=True)
class Archived:
    """A returned file as it was kept: the copy, its content's name, its own name."""

    path: Path
    sha256: str
    name: str


def sha256_of(path: Path) -> str:
    """The digest of the content.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def shown(name: str) -> str:
    """A file name fit to be shown: invisible and undecodable signs become visible."""
    name = unicodedata.normalize("NFC", name)
    return "".join(
        "\ufffd" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in name
    )


def here(path: Path) -> Location:
    """The file as a place that a Temuan can name."""
    return Location(shown(path.name))


# ---- writing


def write_atomic(path: Path, data: bytes) -> None:
    """Write all of it or nothing: at every instant the file is the old one or the new one.

    Raises:
        KinerjaError: if it cannot be written; the old file is then intact.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write all of these files or, as far as can be known before, none of them.

    None takes its place before all of them are whole on the disk.

    Raises:
        KinerjaError: if one cannot be written; its old file is then intact.
    """
    temps = {path: path.with_name(f".{secrets.token_hex(8)}.tmp") for path in files}
    at_hand = Path()
    try:
        for at_hand, temp in temps.items():
            _write_synced(temp, files[at_hand])
            if at_hand.exists():
                shutil.copymode(at_hand, temp)
        for at_hand, temp in temps.items():
            move(temp, at_hand)
            sync_folder(at_hand.parent)
    except OSError as error:
        refuse_write(at_hand, error)
    finally:
        for temp in temps.values():
            with suppress(OSError):
                temp.unlink(missing_ok=True)


def obstacle(path: Path) -> Temuan | None:
    """Why a file that is there cannot be written, found by opening it; None if it can."""
    try:
        with path.open("r+b"):
            return None
    except FileNotFoundError:
        return None
    except OSError as error:
        return unwritten(path, error)


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file of ours, all or nothing; what is in it already stays.

    Raises:
        KinerjaError: if it cannot be written; the file is then as it was.
    """
    make_folder(path.parent)
    is_new = not path.exists()
    try:
        with path.open("ab", buffering=0) as file:
            end = os.fstat(file.fileno()).st_size
            try:
                _write_all(file, data)
            except OSError:
                with suppress(OSError):
                    file.truncate(end)
                raise
        if is_new:
            sync_folder(path.parent)
    except OSError as error:
        refuse_write(path, error)


def _write_all(file: FileIO, data: bytes) -> None:
    """Write to the disk itself; a disk that is nearly full takes only a part at a time."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def move(temp: Path, path: Path) -> None:
    """Give a file or a folder its name, as soon as no scanner holds it."""
    for pause in PAUSES:
        try:
            temp.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temp.replace(path)


def sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refuse_write(path: Path, error: OSError) -> NoReturn:
    """Say why a file could not be written.

    Raises:
        KinerjaError: always.
    """
    raise KinerjaError(unwritten(path, error)) from error


def unwritten(path: Path, error: OSError) -> Temuan:
    """Why a file could not be written."""
    name = shown(path.name)
    if getattr(error, "winerror", None) in _SHARING:
        return Rule.BERKAS_TERBUKA.at(here(path), berkas=name, bantuan="")
    with suppress(OSError):  # nobody may look there
        for place, due in ((path, BERKAS), *((above, FOLDER) for above in path.parents)):
            if taken := misplaced(place, due):
                return taken
    if isinstance(error, FileExistsError):  # it was to be a folder
        return _misplaced(path, FOLDER)
    return Rule.TIDAK_DAPAT_MENULIS.at(here(path), berkas=name, sebab=sebab_of(error))


def misplaced(path: Path, due: str) -> Temuan | None:
    """Say so where a folder stands in the place of a file, or a file in that of a folder."""
    is_other = path.is_dir() if due == BERKAS else path.exists() and not path.is_dir()
    return _misplaced(path, due) if is_other else None


def _misplaced(path: Path, due: str) -> Temuan:
    return Rule.TEMPAT_BERJENIS_LAIN.at(here(path), berkas=shown(path.name), seharusnya=due)


def sebab_of(error: OSError) -> Sebab:
    """What the system meant, in words a user knows."""
    if getattr(error, "winerror", None) in _SHARING:
        return Sebab.TERBUKA
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Sebab.IZIN
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Sebab.PENUH
    return Sebab.GANGGUAN


# ---- reading


def read_whole(path: Path, *, limit: int = MAX_BYTES) -> bytes | Temuan:
    """The content of a regular file of ordinary size, or why it was not read."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return Rule.BERKAS_TIDAK_ADA.at(here(path), berkas=shown(path.name))
    except OSError as error:
        return unread(path, sebab_of(error))
    if not is_regular(found):
        return Rule.BUKAN_BERKAS_BIASA.at(here(path), berkas=shown(path.name))
    if is_elsewhere(found):
        return unread(path, Sebab.DARING)
    return _read_bounded(path, limit)


def _read_bounded(path: Path, limit: int) -> bytes | Temuan:
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(limit + 1)
    except OSError as error:
        return unread(path, sebab_of(error))
    if len(data) > limit:
        ukuran = Ukuran.MB.of(round(size / MB))
        return Rule.BERKAS_TERLALU_BESAR.at(here(path), berkas=shown(path.name), ukuran=ukuran)
    return data


def open_regular(path: Path) -> BufferedReader:
    """Open for reading without following a link or waiting on a pipe.

    Raises:
        OSError: if it cannot be opened.
    """
    return os.fdopen(os.open(path, _FLAGS), "rb")


def is_regular(found: os.stat_result) -> bool:
    """Whether it is a file with content: no link, junction, pipe, device or folder."""
    return stat.S_ISREG(found.st_mode) and not is_junction(found)


def is_elsewhere(found: os.stat_result) -> bool:
    """Whether the content has still to be fetched from a cloud."""
    return bool(getattr(found, "st_file_attributes", 0) & _ELSEWHERE)


def is_junction(found: os.stat_result) -> bool:
    """Whether it is the kind of link that Windows makes of folders."""
    return getattr(found, "st_reparse_tag", 0) == _JUNCTION


def unread(path: Path, sebab: Sebab) -> Temuan:
    """Say that the file was not read, and why."""
    return Rule.TIDAK_TERBACA.at(here(path), berkas=shown(path.name), sebab=sebab)


# ---- the archive


def archive(path: Path, folder: Path) -> Archived | Temuan:
    """Keep a copy under the name of its content; the same content twice is one file.

    Raises:
        KinerjaError: if the archive cannot be written.
    """
    data = read_whole(path)
    if isinstance(data, Temuan):
        return data
    digest = hashlib.sha256(data).hexdigest()
    copy = folder / f"{digest}{_suffix(path)}"
    is_new = not _is_kept(copy, digest)
    if is_new:
        make_folder(folder)
        write_atomic(copy, data)
    again = read_whole(path)
    if again != data:
        if is_new:
            copy.unlink(missing_ok=True)
        return Rule.BERKAS_BERUBAH.at(here(path), berkas=shown(path.name))
    return Archived(copy, digest, shown(path.name))


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) else ""


def _is_kept(copy: Path, digest: str) -> bool:
    """Whether the archive has it whole; a copy damaged since is written again."""
    try:
        return sha256_of(copy) == digest
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """Make the folder and those above it.

    Raises:
        KinerjaError: if that is not possible.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse_write(folder, error)


# ---- the lock


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Keep others out of the folder meanwhile; the lock of a dead process is free.

    Raises:
        KinerjaError: if another process is working in the folder.
    """
    from filelock import FileLock, Timeout

    path = folder / LOG / LOCK
    make_folder(path.parent)
    guard = FileLock(path, timeout=0)
    try:
        guard.acquire()
    except Timeout as error:
        raise KinerjaError(Rule.SEDANG_DIPAKAI.at(Location(""))) from error
    except OSError as error:
        name = shown(folder.resolve().name)  # nobody knows the lock by its own
        facts = {"berkas": name, "sebab": sebab_of(error)}
        raise KinerjaError(Rule.TIDAK_DAPAT_MENULIS.at(Location(name), **facts)) from error
    try:
        _sweep(folder)
        yield
    finally:
        guard.release()


def _sweep(folder: Path) -> None:
    """Remove what a process that was killed in the middle of writing has left."""
    deep = (folder / BAGIKAN).rglob(".*.tmp")
    flat = (
        path
        for name in ("", FORMULIR, SURAT, LAPORAN, ARSIP, CADANGAN, f"{CADANGAN}/{DIURUNGKAN}")
        for path in (folder / name).glob(".*.tmp")
    )
    for path in (*flat, *deep):
        if _TEMP.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()
