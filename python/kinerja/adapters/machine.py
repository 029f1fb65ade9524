"""What can be found out about the computer and the folder; what to make of it is not said.

Windows and macOS are read by small functions that were tried with fakes, never there.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import sys
import tempfile
from importlib import util
from pathlib import Path

from kinerja.adapters import registry
from kinerja.adapters.files import MB, sebab_of, shown
from kinerja.installation import Library, Place, System
from kinerja.sheets.folders import LOG
from kinerja.temuan import Sebab

APPLICATION = Path(__file__).parents[3]  # the folder with python/ and templates/
TEMPLATES = (
    *("disposisi.docx", "laporan_tahunan.docx", "pelaksanaan_sop.docx", "surat_edaran.docx"),
    *("tanda_terima.docx", "pesan_bagikan.txt", "pesan_pengingat.txt", "petunjuk.txt"),
    *("master/ribbon.xml", "master/kinerja_lo.py"),
)
APPLESCRIPT = APPLICATION / "templates" / "master" / "kinerja.applescript"  # what VBA calls
_PIN = re.compile(r"([\w.-]+)==([\w.+!-]+)\s*(?:;\s*sys_platform\s*==\s*['\"](\w+)['\"])?")
_VERSION = re.compile(r'__version__ = "([^"]+)"')
_APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
_MAC_APPLICATIONS = Path("/Applications")


def person() -> str:
    """Who is at the computer, by the name of their account; "" if it does not say."""
    try:
        return shown(getpass.getuser())
    except (OSError, KeyError, ImportError):  # Python 3.13 raises the first, others the rest
        return ""


# ---- the program


def libraries(pins: Path = APPLICATION / "requirements.txt") -> tuple[Library, ...]:
    """Every pinned library and the version that is there; none if the list is not."""
    try:
        lines = pins.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    found = (match for line in lines if (match := _PIN.match(line)))
    return tuple(
        Library(name=name, pinned=pinned, found=_version(name))
        for name, pinned, only_on in (match.groups() for match in found)
        if only_on in {None, sys.platform}
    )


def _version(name: str) -> str:
    from importlib import metadata  # it takes a while, and every click imports this module

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def has_matplotlib() -> bool:
    """Whether it could be imported; it is not."""
    return util.find_spec("matplotlib") is not None


def is_environment() -> bool:
    """Whether the Python that runs is an environment of its own."""
    return sys.prefix != sys.base_prefix


def installed_version(home: Path) -> str:
    """The version that lies in the per-user place; "" if none does."""
    source = home / "aplikasi" / "python" / "kinerja" / "__init__.py"
    try:
        match = _VERSION.search(source.read_text(encoding="utf-8"))
    except OSError:
        return ""
    return match[1] if match else ""


def templates_missing(folder: Path = APPLICATION / "templates") -> tuple[str, ...]:
    """The templates that are not in their folder."""
    return tuple(name for name in TEMPLATES if not (folder / name).is_file())


# ---- the folder


def place_of(folder: Path, workbook: str, *, is_downloaded: bool) -> Place:
    """What can be said of the folder of an office."""
    clouds = (os.environ.get(f"OneDrive{kind}", "") for kind in ("", "Commercial", "Consumer"))
    is_there = folder.is_dir()
    return Place(
        path=whole_name(folder),
        better=str(Path.home() / folder.absolute().name),
        clouds=tuple(cloud for cloud in clouds if cloud),
        is_there=is_there,
        workbook=workbook,
        is_downloaded=is_downloaded,
        hindrance=hindrance(folder) if is_there else None,
        log_hindrance=hindrance(folder / LOG) if (folder / LOG).is_dir() else None,
        free_mb=shutil.disk_usage(folder).free // MB if is_there else None,
    )


def whole_name(folder: Path) -> str:
    """The whole name of a folder; a drive that stands for a network is called by that."""
    real = str(folder.resolve())
    return real if real.startswith("\\\\") else str(folder.absolute())


def hindrance(folder: Path) -> Sebab | None:
    """Why nothing can be written in a folder that is there, found by trying."""
    try:
        if folder.is_dir():
            with tempfile.TemporaryFile(dir=folder):
                pass
    except FileNotFoundError:  # gone meanwhile
        return None
    except OSError as error:
        return sebab_of(error)
    return None


# ---- other programs


def has_program(system: System, name: str) -> bool:
    """Whether one of Microsoft's programs is there: “Excel” or “Word”."""
    match system:
        case System.WINDOWS:
            return _windows_has(f"{_PROGRAMS[name]}.exe")
        case System.MACOS:
            return (_MAC_APPLICATIONS / f"Microsoft {name}.app").is_dir()
        case System.LINUX:
            return False


_PROGRAMS = {"Excel": "excel", "Word": "winword"}


def _windows_has(program: str) -> bool:
    """Whether the start menu could start it: Office registers its programs so."""
    try:
        return any(
            registry.read(root, rf"{_APP_PATHS}\{program}", "")
            for root in (registry.MACHINE, registry.USER)
        )
    except OSError:
        return False


def runs_python(office: Path) -> bool:
    """Whether a LibreOffice can run Python; some systems pack that apart."""
    program = office.resolve().parent
    places = (program, program.parent / "Resources")  # the second on macOS
    return any((place / "pythonscript.py").is_file() for place in places)


def allow_applescript(scripts: Path) -> bool:
    """Put the script that starts Python where Excel for Mac may run it.

    Raises:
        OSError: if it cannot be written.
    """
    if not APPLESCRIPT.is_file():
        return False
    scripts.mkdir(parents=True, exist_ok=True)
    (scripts / APPLESCRIPT.name).write_bytes(APPLESCRIPT.read_bytes())
    return True


def has_applescript(scripts: Path) -> bool:
    """Whether it is there, as this kinerja has it."""
    try:
        return (scripts / APPLESCRIPT.name).read_bytes() == APPLESCRIPT.read_bytes()
    except OSError:
        return False
