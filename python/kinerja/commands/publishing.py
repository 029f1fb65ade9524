"""Files for people in the folder of the office: whole, and never over a person's work."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kinerja.adapters import files, word
from kinerja.adapters.files import here, sha256_of, shown
from kinerja.adapters.patching import lock_of
from kinerja.commands.order import Order
from kinerja.model import Location
from kinerja.sheets.folders import CADANGAN, TEMPLAT
from kinerja.temuan import KinerjaError, Rule, Temuan

TEMPLATES = Path(__file__).parents[3] / "templates"
MADE_ONLY = {".pdf", ".zip"}  # nobody works on these; what they are made of is kept


def template_of(office_folder: Path, name: str) -> Path:
    """The office's own template if it has one, else the one that comes with kinerja.

    Raises:
        KinerjaError: if neither is there.
    """
    for path in (office_folder / TEMPLAT / name, TEMPLATES / name):
        if path.is_file():
            return path
    raise KinerjaError(Rule.TEMPLAT_TIDAK_ADA.at(Location(name), berkas=name))


def publish(order: Order, made: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write files by their path below the folder; those whose content is new.

    All of them, or none if one is open elsewhere or cannot be written. What a file held
    before is kept in the folder Cadangan.

    Raises:
        KinerjaError: if one cannot be written.
    """
    paths = {order.folder / name: data for name, data in made.items()}
    news = {path: data for path, data in paths.items() if not is_held(path, data)}
    check_closed(news)
    if not order.coba:
        _put(order, news)
    return tuple(path.relative_to(order.folder).as_posix() for path in news)


def _put(order: Order, news: Mapping[Path, bytes]) -> None:
    for path in news:
        files.make_folder(path.parent)
    for path in news:
        _keep(order, path)
    files.write_together(news)


def digest_of(data: bytes) -> str:
    """The sha256 that a file is known by."""
    return hashlib.sha256(data).hexdigest()


def digests(made: Mapping[str, bytes]) -> Mapping[str, str]:
    """The sha256 of each file, as the journal tells what went out."""
    return {name: digest_of(data) for name, data in made.items()}


def check_closed(paths: Iterable[Path]) -> None:
    """Nobody has one of these files open, and each that is there can be written.

    Raises:
        KinerjaError: if not; with all of them.
    """
    hindered = tuple(temuan for path in paths if (temuan := _hindrance(path)))
    if hindered:
        raise KinerjaError(*hindered)


def _hindrance(path: Path) -> Temuan | None:
    lock = lock_of(path)
    if not lock:
        return files.obstacle(path)
    bantuan = Rule.left_over(shown(lock))
    return Rule.BERKAS_TERBUKA.at(here(path), berkas=shown(path.name), bantuan=bantuan)


def is_held(path: Path, data: bytes) -> bool:
    """Whether the file is there with this content.

    Raises:
        KinerjaError: if it cannot be read.
    """
    return digest_there(path) == digest_of(data)


def digest_there(path: Path) -> str:
    """The digest of what is there now; "" if no file is.

    Raises:
        KinerjaError: if it cannot be read.
    """
    if not path.is_file():
        return ""
    try:
        return sha256_of(path)
    except OSError as error:  # so it cannot be written either
        files.refuse_write(path, error)


def _keep(order: Order, path: Path) -> None:
    """Keep a copy of a file that is about to be replaced, if people may work on it."""
    digest = digest_there(path)
    if not digest or path.suffix in MADE_ONLY:
        return
    copy = order.folder / CADANGAN / f"{path.stem} {digest[:8]}{path.suffix}"
    if not copy.exists():
        files.make_folder(copy.parent)
        files.write_atomic(copy, path.read_bytes())


@dataclass(frozen=True, slots=True)
class Published:
    """Where a letter stands now, what it holds, whether that is new, what was met."""

    berkas: str
    sha256: str
    is_new: bool
    temuan: tuple[Temuan, ...] = ()


def publish_letter(order: Order, name: str, data: bytes, known: str) -> Published:
    """Write a letter that people may have worked on in Word since.

    ``name`` is its path below the folder, ``known`` the sha256 of what kinerja wrote there
    last. A file that a person changed stays; the new one gets a number behind its name.

    Raises:
        KinerjaError: if it cannot be written.
    """
    digest = digest_of(data)
    path, changed = _place(order.folder / name, {"", known, digest})
    relative = path.relative_to(order.folder).as_posix()
    is_new = bool(publish(order, {relative: data}))
    notes: tuple[Temuan, ...] = ()
    if changed:
        facts = {"berkas": shown(changed.name), "baru": shown(path.name)}
        notes = (Rule.SURAT_DIUBAH_ORANG.at(here(changed), **facts),)
    return Published(relative, digest, is_new, notes)


def _place(path: Path, ours: Container[str]) -> tuple[Path, Path | None]:
    """The first name whose file is ours or not there, and the one before it if it is not."""
    changed: Path | None = None
    for candidate in _names(path):
        if digest_there(candidate) in ours or _is_untouched(candidate):
            return candidate, changed
        changed = candidate
    raise AssertionError(path)


def _is_untouched(path: Path) -> bool:
    """Whether it is as kinerja printed it, though the register forgot it: after “Urungkan”."""
    data = files.read_whole(path)
    return isinstance(data, bytes) and word.is_as_printed(data)


def _names(path: Path) -> Iterator[Path]:
    """The name itself, then ``… (2)``, ``… (3)`` and so on."""
    yield path
    for n in count(2):
        yield path.with_name(f"{path.stem} ({n}){path.suffix}")
