"""Pasang: a folder made ready for an office, and this computer made ready for the folder.

``mulai.py pasang`` has put the program in its place before. Every step says in one line
what it did or could not do; none needs an administrator, and all may be done twice. The
steps for Windows and macOS were tried with fakes, never there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kinerja.adapters import libreoffice_profile, links, machine, office, trust, user_places
from kinerja.adapters.files import sebab_of, shown
from kinerja.commands.doctor import calc_of
from kinerja.commands.new import new_office
from kinerja.commands.order import Order, by_severity
from kinerja.commands.repair import outdated
from kinerja.doctor import Said
from kinerja.installation import Calc, System, Trust
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.pemeriksaan import PASANG, Tautan, Terpasang
from kinerja.temuan import KinerjaError, Rule, Temuan

HERE = Location("")


def install(order: Order) -> Outcome:
    """Make the folder's master if there is none, and let its buttons run.

    A master that is there is never changed; one of an earlier version is named.

    Raises:
        KinerjaError: if the folder or the master cannot be made.
    """
    is_new = not order.desk.path.is_file()
    if order.coba:
        return Outcome(command="install", counts={"dibuat": int(is_new)}, coba=True)
    master = (new_office(order.folder) if is_new else order.desk.path).absolute()
    said = [_workbook(master, is_new=is_new), *outdated(master)]
    said += [one for step in STEPS[user_places.this_system()] for one in step(master)]
    right = tuple(one for one in said if isinstance(one, str))
    temuan = tuple(one for one in said if isinstance(one, Temuan))
    return Outcome(
        command="install",
        counts={"beres": len(right), **by_severity(temuan)},
        temuan=temuan,
        baik=right,
    )


def _workbook(master: Path, *, is_new: bool) -> Said:
    words = Terpasang.WORKBOOK if is_new else Terpasang.WORKBOOK_TETAP
    return words.of(berkas=shown(master.name), folder=machine.whole_name(master.parent))


# ---- Windows


def trusted(master: Path) -> Iterator[Said]:
    """Excel runs the macros of the folder without asking."""
    folder = master.parent
    name = machine.whole_name(folder)
    try:
        trust.trust_folder(folder)
    except OSError as error:
        yield Rule.TEPERCAYA_TIDAK_JADI.at(HERE, folder=name, sebab=sebab_of(error))
        return
    if trust.trust_of(folder) is Trust.FORBIDDEN:
        yield Rule.LOKASI_DILARANG.at(HERE)
    else:
        yield Terpasang.TEPERCAYA.of()


def unmarked(master: Path) -> Iterator[Said]:
    """Windows no longer holds against the master that it came from afar."""
    try:
        trust.unmark(master)
    except OSError:
        name = shown(master.name)
        yield Rule.BERTANDA_INTERNET.at(Location(name), berkas=name)
    else:
        yield Terpasang.TANDA.of()


def linked_on_windows(master: Path) -> Iterator[Said]:
    """The master is found on the desktop and in the start menu."""
    text = links.shortcut(master)
    desktop = user_places.desktop(System.WINDOWS)
    yield _linked(master, desktop, Tautan.DESKTOP, System.WINDOWS, text)
    menu = user_places.start_menu()
    yield _linked(master, menu, Tautan.MENU_START, System.WINDOWS, text)


# ---- macOS


def allowed_by_applescript(_master: Path) -> Iterator[Said]:
    """Excel for Mac may start Python, by a script in the folder it allows."""
    try:
        done = machine.allow_applescript(user_places.excel_scripts())
    except OSError:
        done = False
    if done:
        yield Terpasang.APPLESCRIPT.of()
    else:
        yield Rule.TANPA_APPLESCRIPT.at(HERE, pasang=PASANG[System.MACOS])


def linked_on_macos(master: Path) -> Iterator[Said]:
    """The master is found on the desktop."""
    desktop = user_places.desktop(System.MACOS)
    yield _linked(master, desktop, Tautan.DESKTOP, System.MACOS, links.webloc(master))


# ---- Linux


def linked_on_linux(master: Path) -> Iterator[Said]:
    """The master is found in the menu of programs."""
    program = office.find_office()
    text = links.desktop_entry(master, str(program) if program else "xdg-open")
    menu = user_places.applications()
    yield _linked(master, menu, Tautan.MENU_APLIKASI, System.LINUX, text)


# ---- wherever LibreOffice is


def prepared_for_libreoffice(master: Path) -> Iterator[Said]:
    """The on-sheet buttons run in LibreOffice Calc too."""
    system = user_places.this_system()
    match calc_of(master.parent, system):
        case Calc.NO_PYTHON:
            yield Rule.LIBREOFFICE_TANPA_PYTHON.at(HERE)
        case Calc.NOT_YET:
            yield from _prepare(master.parent, user_places.libreoffice_profile(system))
        case Calc.READY:
            yield Terpasang.LIBREOFFICE.of()


def _prepare(folder: Path, profile: Path) -> Iterator[Said]:
    try:
        libreoffice_profile.install_into(profile, folder, Path(sys.executable))
    except KinerjaError as error:
        yield from error.temuan
    else:
        yield Terpasang.LIBREOFFICE.of()


def _linked(master: Path, where: Path, place: Tautan, system: System, text: str) -> Said:
    name = links.link_name(master.parent)
    try:
        link = links.place_link(where, name, links.SUFFIXES[system], text)
    except OSError as error:
        return Rule.TAUTAN_TIDAK_JADI.at(HERE, tempat=place, sebab=sebab_of(error))
    return Terpasang.TAUTAN.of(nama=link.stem, tempat=place)


Step = Callable[[Path], Iterator[Said]]
STEPS: Mapping[System, tuple[Step, ...]] = {
    System.WINDOWS: (trusted, unmarked, linked_on_windows, prepared_for_libreoffice),
    System.MACOS: (allowed_by_applescript, linked_on_macos, prepared_for_libreoffice),
    System.LINUX: (linked_on_linux, prepared_for_libreoffice),
}
