"""The Windows registry: a value read, a key of the user written. Never run on Windows yet.

Only what belongs to the user is ever written, so no administrator is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

USER, MACHINE = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"


def read(root: str, key: str, name: str) -> str | int | None:
    """A value; None where the key or the value is not there.

    Raises:
        OSError: if it is there and may not be read.
    """
    winreg = import_module("winreg")  # only Windows has it
    try:
        with winreg.OpenKey(getattr(winreg, root), key) as opened:
            value: str | int = winreg.QueryValueEx(opened, name)[0]
    except FileNotFoundError:
        return None
    return value


def subkeys(root: str, key: str) -> tuple[str, ...]:
    """The names of the keys below a key; none where it is not there.

    Raises:
        OSError: if it is there and may not be read.
    """
    winreg = import_module("winreg")
    try:
        with winreg.OpenKey(getattr(winreg, root), key) as opened:
            count = winreg.QueryInfoKey(opened)[0]
            return tuple(winreg.EnumKey(opened, number) for number in range(count))
    except FileNotFoundError:
        return ()


def write(key: str, values: Mapping[str, str | int]) -> None:
    """Make a key of the user hold these values.

    Raises:
        OSError: if it may not be written.
    """
    winreg = import_module("winreg")
    with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_WRITE) as opened:
        for name, value in values.items():
            kind = winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ
            winreg.SetValueEx(opened, name, 0, kind, value)
