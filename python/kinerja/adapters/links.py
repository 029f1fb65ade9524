"""A link to the master on the desktop or in a menu: plain text on every system.

None was ever clicked on Windows or macOS.
"""

from __future__ import annotations

import itertools
from html import escape  # that of xml.sax would import urllib, at every click
from pathlib import Path

from kinerja.installation import System
from kinerja.sheets.pemeriksaan import KETERANGAN, NAMA

SUFFIXES = {System.WINDOWS: ".url", System.MACOS: ".webloc", System.LINUX: ".desktop"}


def link_name(folder: Path) -> str:
    """What a link to the master of a folder is called, such as “Kinerja 2026”."""
    name = folder.name or NAMA
    return name if name.casefold().startswith(NAMA.casefold()) else f"{NAMA} {name}"


def place_link(where: Path, name: str, suffix: str, text: str) -> Path:
    """Put a link in a folder; one to another master is left alone and numbered around.

    Raises:
        OSError: if it cannot be written.
    """
    where.mkdir(parents=True, exist_ok=True)
    for number in itertools.count(1):
        path = where / (f"{name}{suffix}" if number == 1 else f"{name} ({number}){suffix}")
        if not path.exists() or path.read_bytes() == text.encode():
            break
    path.write_bytes(text.encode())
    return path


def shortcut(master: Path) -> str:
    """A Windows internet shortcut, which may as well name a file."""
    return f"[InternetShortcut]\r\nURL={master.as_uri()}\r\n"


def webloc(master: Path) -> str:
    """The same for the Finder of macOS."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<plist version="1.0">\n'
        f"<dict><key>URL</key><string>{escape(master.as_uri())}</string></dict>\n"
        "</plist>\n"
    )


def desktop_entry(master: Path, program: str) -> str:
    """An entry for the menu of a Linux desktop; ``program`` opens the master."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        f"Name={_plain(link_name(master.parent))}",
        f"Comment={_plain(KETERANGAN.format(folder=master.parent))}",
        f"Exec={_argument(program)} {_argument(str(master))}",
        "Icon=x-office-spreadsheet",
        "Terminal=false",
        "Categories=Office;Spreadsheet;",
    )
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """A value of the entry, on one line."""
    return " ".join(text.replace("\\", "\\\\").split())


def _argument(word: str) -> str:
    """One argument of Exec: quoted, and then escaped once more as any text of an entry."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")
