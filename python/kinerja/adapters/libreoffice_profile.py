"""A person's profile of LibreOffice, made ready for the buttons on the sheets.

Two things are put there: the script that starts kinerja, and the folder of the office
among the places whose macros LibreOffice runs without asking.

LibreOffice 7.4 trusts the folders below such a place as well, and takes no single file:
unlike in Excel, macros of a workbook in “Masuk” run when a person opens it there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kinerja.adapters.files import make_folder, read_whole, write_atomic
from kinerja.adapters.parts import BrokenPackageError
from kinerja.adapters.xml_cells import parsed, serialized
from kinerja.model import Location
from kinerja.temuan import KinerjaError, Rule, Temuan

if TYPE_CHECKING:
    from lxml.etree import _Element

SOURCE = Path(__file__).parents[3] / "templates" / "master" / "kinerja_lo.py"
SCRIPTS, SETTINGS = Path("user/Scripts/python"), Path("user/registrymodifications.xcu")
LOCK = ".lock"  # while LibreOffice runs; it writes its settings when it ends
OOR = "{http://openoffice.org/2001/registry}"
SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
TRUSTED = "SecureURL"
UNQUOTED = "/:!$&'()*+,;=@~"  # in the addresses that LibreOffice itself writes
EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    b'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def install_into(profile: Path, folder: Path, python: Path) -> None:
    """Let the buttons of masters in a folder run, with that Python; twice changes nothing.

    Raises:
        KinerjaError: if LibreOffice is running, or the profile cannot be written.
    """
    if (profile / LOCK).exists():
        raise KinerjaError(Rule.LIBREOFFICE_TERBUKA.at(Location("")))
    scripts = profile / SCRIPTS
    make_folder(scripts)
    write_atomic(scripts / SOURCE.name, SOURCE.read_bytes())
    write_atomic(_named(scripts), f"{python}\n".encode())
    root = _settings(profile)
    if _address(folder) not in _trusted(root):
        _trust(root, _address(folder))
        write_atomic(profile / SETTINGS, serialized(root))


def is_installed(profile: Path, folder: Path) -> bool:
    """Whether the buttons of masters in a folder run in LibreOffice, as this version wants."""
    scripts = profile / SCRIPTS
    if read_whole(scripts / SOURCE.name) != SOURCE.read_bytes():
        return False
    named = read_whole(_named(scripts))
    if (
        isinstance(named, Temuan)
        or not Path(named.decode("utf-8", "replace").strip()).is_file()
    ):
        return False
    return _address(folder) in _trusted(_settings(profile))


def _named(scripts: Path) -> Path:
    """The file beside the script that names the interpreter."""
    return (scripts / SOURCE.name).with_suffix(".txt")


def _address(folder: Path) -> str:
    return quote(unquote(folder.resolve().as_uri()), safe=UNQUOTED)


def _settings(profile: Path) -> _Element:
    """What the person has set; nothing if LibreOffice never ran or cannot read it either."""
    raw = read_whole(profile / SETTINGS)
    try:
        return parsed(EMPTY if isinstance(raw, Temuan) else raw)
    except BrokenPackageError:
        return parsed(EMPTY)


def _lists(root: _Element) -> list[_Element]:
    """Every list of trusted places."""
    found = root.iterfind(f"item[@{OOR}path='{SECURITY}']/prop[@{OOR}name='{TRUSTED}']/value")
    return list(found)


def _trusted(root: _Element) -> set[str]:
    return {place.text or "" for value in _lists(root) for place in value.iterfind("it")}


def _trust(root: _Element, address: str) -> None:
    from lxml import etree

    lists = _lists(root)
    if lists:
        value = lists[-1]
    else:
        item = etree.SubElement(root, "item", {f"{OOR}path": SECURITY})
        prop = etree.SubElement(item, "prop", {f"{OOR}name": TRUSTED, f"{OOR}op": "fuse"})
        value = etree.SubElement(prop, "value")
    etree.SubElement(value, "it").text = address
