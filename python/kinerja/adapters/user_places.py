"""Where this system keeps what belongs to one person: programs, links, profiles.

``mulai.py`` names the place of kinerja once more, since it imports nothing of ours; a
test keeps the two the same. What is said here of Windows and macOS was never run there.
"""

from __future__ import annotations

import ntpath
import os
import sys
from pathlib import Path

from kinerja.adapters import registry
from kinerja.installation import System

_SHELL = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"


def this_system() -> System:
    """The system that this process runs on."""
    if sys.platform == "win32":
        return System.WINDOWS
    return System.MACOS if sys.platform == "darwin" else System.LINUX


def kinerja_home(system: System) -> Path:
    """Where ``mulai.py pasang`` puts the program: ``aplikasi`` and ``venv`` are below."""
    match system:
        case System.WINDOWS:
            return _local_data() / "Kinerja"
        case System.MACOS:  # where kinerja.applescript looks
            return Path.home() / "Kinerja"
        case System.LINUX:
            return Path.home() / ".local" / "share" / "kinerja"


def desktop(system: System) -> Path:
    """The person's desktop; on Windows it may have been moved, to OneDrive for one."""
    if system is System.WINDOWS:
        moved = registry.read(registry.USER, _SHELL, "Desktop")
        if isinstance(moved, str):
            return Path(ntpath.expandvars(moved))
    return Path.home() / "Desktop"


def start_menu() -> Path:
    """The programs of the person's start menu, on Windows."""
    roaming = os.environ.get("APPDATA", "") or str(Path.home() / "AppData" / "Roaming")
    return Path(roaming, "Microsoft", "Windows", "Start Menu", "Programs")


def applications() -> Path:
    """The person's own entries in the menu of programs, on Linux."""
    data = os.environ.get("XDG_DATA_HOME", "") or str(Path.home() / ".local" / "share")
    return Path(data, "applications")


def libreoffice_profile(system: System) -> Path:
    """The person's profile of LibreOffice 4 and later."""
    match system:
        case System.WINDOWS:
            roaming = os.environ.get("APPDATA", "") or str(Path.home() / "AppData" / "Roaming")
            return Path(roaming, "LibreOffice", "4")
        case System.MACOS:
            return Path.home() / "Library" / "Application Support" / "LibreOffice" / "4"
        case System.LINUX:
            config = os.environ.get("XDG_CONFIG_HOME", "") or str(Path.home() / ".config")
            return Path(config, "libreoffice", "4")


def excel_scripts() -> Path:
    """Where Excel for Mac looks for scripts that it may run."""
    return Path.home() / "Library" / "Application Scripts" / "com.microsoft.Excel"


def _local_data() -> Path:
    return Path(os.environ.get("LOCALAPPDATA", "") or Path.home() / "AppData" / "Local")
