"""Periksa Instalasi: what is right and what is wrong with the computer and the folder.

Every check looks at one thing and says it either way: a sentence of ``Baik`` if it is as
it should be, a Temuan with its remedy if not. Whether the master itself is sound and free
is asked of the desk that holds it, not here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kinerja.installation import Calc, Installation, Starting, System, Trust
from kinerja.model import Location
from kinerja.sheets.pemeriksaan import PASANG, PASANG_FOLDER, Baik
from kinerja.temuan import Rule, Temuan

Said = str | Temuan
OLDEST = (3, 11)
LONGEST = (
    120  # of a folder: Excel takes 218 with the file, and evidence lies three folders deep
)
SCARCE = 500  # MB
HERE = Location("")
_INTERNET = re.compile(r"https?:[\\/]", re.IGNORECASE)
_NETWORK = re.compile(r"\\\\|//")


def examine(found: Installation) -> tuple[tuple[str, ...], list[Temuan]]:
    """What is right, as sentences, and what is wrong; both in the order of the checks."""
    said = [one for check in CHECKS for one in check(found)]
    right = tuple(one for one in said if isinstance(one, str))
    return right, [one for one in said if isinstance(one, Temuan)]


# ---- the program


def python_is_new_enough(found: Installation) -> Iterator[Said]:
    """An older one stumbles over the first line that is new."""
    versi = ".".join(map(str, found.python))
    if found.python[:2] >= OLDEST:
        yield Baik.PYTHON.of(versi=versi)
    else:
        yield Rule.PYTHON_LAMA.at(HERE, versi=versi, pasang=PASANG[found.system])


def python_is_its_own(found: Installation) -> Iterator[Said]:
    """Libraries of a Python that others use too change under us."""
    if found.is_environment:
        yield Baik.LINGKUNGAN.of()
    else:
        yield Rule.BUKAN_LINGKUNGAN_SENDIRI.at(
            HERE, folder=found.environment, pasang=PASANG[found.system]
        )


def version_is_the_installed_one(found: Installation) -> Iterator[Said]:
    """A button and the terminal that differ give two results for one workbook."""
    how = PASANG[found.system]
    if not found.installed:
        yield Baik.VERSI_SENDIRI.of(versi=found.version)
        yield Rule.BELUM_DIPASANG.at(HERE, pasang=how)
    elif found.installed == found.version:
        yield Baik.VERSI.of(versi=found.version)
    else:
        yield Rule.VERSI_BERBEDA.at(
            HERE, versi=found.version, terpasang=found.installed, pasang=how
        )


def libraries_are_those_that_were_tested(found: Installation) -> Iterator[Said]:
    """Only the pinned versions were ever tried together."""
    how = PASANG[found.system]
    wrong = [library for library in found.libraries if library.found != library.pinned]
    for library in wrong:
        facts = {"nama": library.name, "versi": library.pinned, "pasang": how}
        if library.found:
            yield Rule.PUSTAKA_BERBEDA.at(HERE, ada=library.found, **facts)
        else:
            yield Rule.PUSTAKA_TIDAK_ADA.at(HERE, **facts)
    if found.libraries and not wrong:
        yield Baik.PUSTAKA.of(jumlah=len(found.libraries))


def buttons_are_not_slowed(found: Installation) -> Iterator[Said]:
    """Where matplotlib is installed xlwings imports it on every click."""
    if found.has_matplotlib:
        yield Rule.ADA_MATPLOTLIB.at(
            HERE, folder=found.environment, pasang=PASANG[found.system]
        )


def templates_are_there(found: Installation) -> Iterator[Said]:
    """No letter and no report without its template."""
    for name in found.templates_missing:
        yield Rule.TEMPLAT_TIDAK_ADA.at(Location(name), berkas=name)
    if not found.templates_missing:
        yield Baik.TEMPLAT.of()


# ---- the folder


def folder_can_be_written(found: Installation) -> Iterator[Said]:
    """Every job writes there, and a bug is logged there."""
    place = found.place
    if not place.is_there:
        yield Rule.FOLDER_TIDAK_ADA.at(HERE, folder=place.path)
        return
    if place.hindrance:
        yield Rule.FOLDER_TIDAK_DAPAT_DITULIS.at(
            HERE, folder=place.path, sebab=place.hindrance
        )
        return
    yield Baik.FOLDER.of(folder=place.path)
    if place.log_hindrance:
        yield Rule.FOLDER_TIDAK_DAPAT_DITULIS.at(HERE, folder="Log", sebab=place.log_hindrance)
    else:
        yield Baik.LOG.of()


def folder_is_on_this_computer(found: Installation) -> Iterator[Said]:
    """Excel calls a folder in a cloud by its address, and trusts no macro of a network."""
    place = found.place
    facts = {"folder": place.path, "usul": place.better}
    if _INTERNET.match(place.path):
        yield Rule.FOLDER_INTERNET.at(HERE, **facts)
    elif _is_synced(place.path, place.clouds):
        yield Rule.FOLDER_ONEDRIVE.at(HERE, **facts)
    elif _NETWORK.match(place.path):
        yield Rule.FOLDER_JARINGAN.at(HERE, **facts)
    elif place.is_there:
        yield Baik.FOLDER_LOKAL.of()


def _is_synced(path: str, clouds: tuple[str, ...]) -> bool:
    """Whether a folder is one of OneDrive's own, or is called like one."""
    parts = [part for part in re.split(r"[\\/]", path.casefold()) if part]
    own = [re.split(r"[\\/]", cloud.casefold().rstrip("\\/")) for cloud in clouds if cloud]
    roots = [[part for part in cloud if part] for cloud in own]
    return any(part.startswith("onedrive") for part in parts) or any(
        parts[: len(root)] == root for root in roots
    )


def folder_is_not_too_deep(found: Installation) -> Iterator[Said]:
    """Excel opens nothing whose whole name is longer than 218 letters."""
    place = found.place
    if len(place.path) > LONGEST:
        yield Rule.JALUR_PANJANG.at(HERE, panjang=len(place.path), usul=place.better)


def room_is_left(found: Installation) -> Iterator[Said]:
    """Every action keeps a copy of the master."""
    free = found.place.free_mb
    if free is None:
        return
    ruang = f"{free // 1024} GB" if free >= 10 * 1024 else f"{free} MB"
    yield (
        Baik.RUANG.of(ruang=ruang)
        if free >= SCARCE
        else Rule.RUANG_SEMPIT.at(HERE, ruang=ruang)
    )


# ---- the workbook and the programs that open it


def workbook_has_a_plain_name(found: Installation) -> Iterator[Said]:
    """The workbook is named on a command line, as ``--wb=<name>``."""
    name = found.place.workbook
    if "=" in name:
        yield Rule.NAMA_SAMA_DENGAN.at(Location(name), berkas=name)
    elif name:
        yield Baik.WORKBOOK.of(berkas=name)


def workbook_is_not_marked(found: Installation) -> Iterator[Said]:
    """Excel runs no macro of a file that Windows marked as downloaded."""
    name = found.place.workbook
    if found.system is not System.WINDOWS or not name:
        return
    if found.place.is_downloaded:
        yield Rule.BERTANDA_INTERNET.at(Location(name), berkas=name)
    else:
        yield Baik.TANDA.of()


def excel_is_there(found: Installation) -> Iterator[Said]:
    """The buttons of the ribbon are Excel's; there is none for Linux."""
    if found.system is not System.LINUX:
        yield Baik.EXCEL.of() if found.programs.excel else Rule.TANPA_EXCEL.at(HERE)


def excel_trusts_the_folder(found: Installation) -> Iterator[Said]:
    """Elsewhere Excel asks before every opening, or blocks without asking."""
    if found.system is not System.WINDOWS or not found.programs.excel:
        return
    match found.programs.trust:
        case Trust.TRUSTED:
            yield Baik.TEPERCAYA.of()
        case Trust.FORBIDDEN:
            yield Rule.LOKASI_DILARANG.at(HERE)
        case _:
            yield Rule.BELUM_DIPERCAYA.at(
                HERE, folder=found.place.path, pasang=PASANG_FOLDER[found.system]
            )


def excel_may_start_python(found: Installation) -> Iterator[Said]:
    """A button is nothing but Excel starting our Python."""
    if not found.programs.excel:
        return
    if found.system is System.MACOS:
        how = PASANG[found.system]
        has = found.programs.has_applescript
        yield Baik.APPLESCRIPT.of() if has else Rule.TANPA_APPLESCRIPT.at(HERE, pasang=how)
    if found.system is System.WINDOWS:
        match found.programs.starting:
            case Starting.ALLOWED:
                yield Baik.MEMULAI.of()
            case Starting.BLOCKED:
                yield Rule.OFFICE_TIDAK_BOLEH_MEMULAI.at(HERE)
            case Starting.UNSEEN:
                yield Rule.ATURAN_TIDAK_TERLIHAT.at(HERE)


def word_is_there(found: Installation) -> Iterator[Said]:
    """The report is a Word document."""
    if found.system is not System.LINUX:
        yield Baik.WORD.of() if found.programs.word else Rule.TANPA_WORD.at(HERE)


def libreoffice_is_ready(found: Installation) -> Iterator[Said]:
    """It makes the PDF, and without Excel it is where the buttons are."""
    match found.programs.calc:
        case Calc.NONE:
            yield Rule.TANPA_LIBREOFFICE.at(HERE)
        case Calc.NO_PYTHON:
            yield Rule.LIBREOFFICE_TANPA_PYTHON.at(HERE)
        case Calc.NOT_YET:
            yield Rule.LIBREOFFICE_BELUM_SIAP.at(
                HERE, folder=found.place.path, pasang=PASANG_FOLDER[found.system]
            )
        case Calc.READY:
            yield Baik.LIBREOFFICE.of()


Check = Callable[[Installation], Iterator[Said]]
CHECKS: tuple[Check, ...] = (
    python_is_new_enough,
    python_is_its_own,
    version_is_the_installed_one,
    libraries_are_those_that_were_tested,
    buttons_are_not_slowed,
    templates_are_there,
    folder_can_be_written,
    folder_is_on_this_computer,
    folder_is_not_too_deep,
    room_is_left,
    workbook_has_a_plain_name,
    workbook_is_not_marked,
    excel_is_there,
    excel_trusts_the_folder,
    excel_may_start_python,
    word_is_there,
    libreoffice_is_ready,
)
