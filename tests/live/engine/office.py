"""One LibreOffice of the tests' own: its profile, its process, the way in."""

from __future__ import annotations

import builtins
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

SOFFICE = shutil.which("soffice")
# Debian keeps the bridge beside its own Python; only these two are borrowed, because
# the rest of that folder would hide what the tests are pinned to.
DEBIAN = Path("/usr/lib/python3/dist-packages")
BORROWED = ("uno.py", "unohelper.py")
START = 60  # seconds
# Run a command; when our end of the pipe closes, for we may be killed, so is the group.
WITH_US = '"$@" & cat >/dev/null; kill -9 0'
# As it is on a desktop. LibreOffice's own Python believes the first python3 on the path to
# be itself, and finds no uno in the libraries of another one.
DESKTOP = "/usr/local/bin:/usr/bin:/bin"

# English input as in tests' tables, no lock files (a killed program would leave them
# behind), no recovery after a kill, no macros.
SETTINGS = (
    ("Office.Common/Misc", "UseLocking", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Setup/L10N", "ooSetupSystemLocale", "en-US"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
)


def missing() -> str:
    """Why there is no LibreOffice to ask; "" if there is one."""
    if not SOFFICE:
        return "LibreOffice (soffice) belum terpasang: sudo apt install libreoffice-calc"
    try:
        bridge()
    except ImportError as error:
        return f"Jembatan Python LibreOffice (python3-uno) tidak dapat dimuat: {error}"
    return ""


def bridge() -> ModuleType:
    """Debian's ``uno``, which works in a venv too.

    Raises:
        ImportError: if it is not there, or made for another Python.
    """
    if "uno" not in sys.modules:
        if not all((DEBIAN / name).is_file() for name in BORROWED):
            raise ImportError(f"{DEBIAN} holds no uno.py")
        folder = Path(tempfile.mkdtemp(prefix="kinerja_uno_"))
        for name in BORROWED:
            (folder / name).symlink_to(DEBIAN / name)
        sys.path.append(str(folder))
        # uno puts an import of its own in the place of Python's; nobody else needs that.
        python_import = builtins.__import__
        try:
            import uno  # noqa: F401
        finally:
            builtins.__import__ = python_import
            sys.path.remove(str(folder))
            shutil.rmtree(folder)
    return sys.modules["uno"]


class Office:
    """A running LibreOffice without a screen."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            TimeoutError: if it does not answer within a minute.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="kinerja_lo_"))
        self.address = f"pipe,name={self.folder.name};urp;StarOffice.ComponentContext"
        self.process = subprocess.Popen(
            ["sh", "-c", WITH_US, "sh", *self._command()],
            env={**os.environ, "HOME": str(self.folder), "PATH": DESKTOP},
            start_new_session=True,  # soffice starts others; they end together
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.context = self._connected()
        except BaseException:
            self.stop()
            raise
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def _command(self) -> list[str]:
        user = self.folder / "profil" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        profile = (self.folder / "profil").as_uri()
        flags = ("headless", "norestore", "nologo", "nodefault", "nolockcheck")
        return [
            str(SOFFICE),
            *(f"--{flag}" for flag in flags),
            f"-env:UserInstallation={profile}",
            f"--accept={self.address}",
        ]

    def _connected(self) -> Any:
        uno = bridge()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        refused = uno.getClass("com.sun.star.connection.NoConnectException")
        until = time.monotonic() + START
        while time.monotonic() < until:
            try:
                return resolver.resolve(f"uno:{self.address}")
            except refused:
                time.sleep(0.05)
        raise TimeoutError(f"LibreOffice belum menjawab setelah {START} detik")

    def service(self, name: str) -> Any:
        """A service of the program."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def stop(self) -> None:
        """End it and all that it started, whatever state it is in."""
        with suppress(ProcessLookupError):  # it may have ended by itself
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    )
