"""Whether Excel and Windows let the buttons run, and what a user may change about it.

Trusted locations, the Mark of the Web, and the rule that forbids Office to start other
programs. Everything here was tried with a registry made of tables, never on Windows.
"""

from __future__ import annotations

import hashlib
import ntpath
import re
from pathlib import Path

from kinerja.adapters import registry
from kinerja.installation import Starting, Trust

_EXCEL = r"Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
_POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
_DEFENDER = r"Microsoft\Windows Defender"
_RULE = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"  # Office must not create child processes
_RULES = (
    rf"SOFTWARE\Policies\{_DEFENDER}\Windows Defender Exploit Guard\ASR\Rules",
    rf"SOFTWARE\{_DEFENDER}\Windows Defender Exploit Guard\ASR\Rules",
)
_MANAGED = rf"SOFTWARE\Policies\{_DEFENDER}\Policy Manager"
_BLOCKS = "1"
_MARK = ":Zone.Identifier"  # a stream beside the content, on NTFS
_FROM_AFAR = re.compile(r"ZoneId\s*=\s*[34]")


# ---- trusted locations


def trust_of(folder: Path) -> Trust:
    """What Excel makes of macros in a folder, as far as a user can read it."""
    try:
        if any(
            registry.read(registry.USER, key, "AllLocationsDisabled") == 1
            for key in (_POLICY, _EXCEL)
        ):
            return Trust.FORBIDDEN
        trusted = any(_covers(key, folder) for key in (_POLICY, _EXCEL))
    except OSError:
        return Trust.UNSEEN
    return Trust.TRUSTED if trusted else Trust.NOT_YET


def trust_folder(folder: Path) -> None:
    """Let Excel run macros of workbooks in this folder, and in none below it.

    What Subbagian return lies below it, in “Masuk”, and must never run.

    Raises:
        OSError: if the user may not say so.
    """
    where = _normal(str(folder))
    name = f"Kinerja {hashlib.sha256(where.encode()).hexdigest()[:8]}"
    values: dict[str, str | int] = {"Path": f"{folder}\\", "Description": folder.name}
    registry.write(rf"{_EXCEL}\{name}", {**values, "AllowSubFolders": 0})


def _covers(key: str, folder: Path) -> bool:
    """Whether one of the locations below a key is this folder, or holds it."""
    wanted = _normal(str(folder))
    for name in registry.subkeys(registry.USER, key):
        path = registry.read(registry.USER, rf"{key}\{name}", "Path")
        if not isinstance(path, str) or not path:
            continue
        deep = registry.read(registry.USER, rf"{key}\{name}", "AllowSubFolders") == 1
        location = _normal(path)
        if wanted == location or (deep and wanted.startswith(f"{location}\\")):
            return True
    return False


def _normal(path: str) -> str:
    """A path as Windows compares it."""
    return ntpath.normcase(ntpath.normpath(ntpath.expandvars(path)))


# ---- the Mark of the Web


def is_marked(path: Path) -> bool:
    """Whether Windows remembers that a file came from the internet."""
    try:
        said = Path(f"{path}{_MARK}").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False  # no such stream, as on most files
    return bool(_FROM_AFAR.search(said))


def unmark(path: Path) -> None:
    """Forget that; the content stays as it is.

    Raises:
        OSError: if the file may not be changed.
    """
    Path(f"{path}{_MARK}").unlink(missing_ok=True)


# ---- Office starting other programs


def starting() -> Starting:
    """Whether a button may start Python, as far as a user can read the rules."""
    try:
        found = [registry.read(registry.MACHINE, key, _RULE) for key in _RULES]
        managed = registry.read(registry.MACHINE, _MANAGED, "ASRRules")
    except OSError:
        return Starting.UNSEEN
    listed = re.search(rf"{_RULE}=(\d)", str(managed), re.IGNORECASE)
    states = {str(state) for state in found if state is not None}
    if listed:
        states.add(listed[1])
    return Starting.BLOCKED if _BLOCKS in states else Starting.ALLOWED
