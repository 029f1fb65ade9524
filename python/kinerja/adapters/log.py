"""The log, for the people who look after the program."""

from __future__ import annotations

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from kinerja import __version__
from kinerja.model import Location
from kinerja.sheets.folders import LOG
from kinerja.temuan import Rule, Temuan

NAME = "kinerja.log"


def logged(folder: Path | None) -> Temuan:
    """Write down the exception being handled, and say to a user where that is.

    In the office's folder if there is one that can be written, else in the user's own.
    """
    said = f"{datetime.now(UTC).isoformat()} {__version__}\n{traceback.format_exc()}\n"
    log = Path(LOG, NAME)
    for place in filter(None, (folder, Path.home(), Path(gettempdir()))):
        log = place / LOG / NAME
        with suppress(OSError):  # a folder that cannot be written; the next one may
            if place.is_dir():
                log.parent.mkdir(parents=True, exist_ok=True)
                with log.open("a", encoding="utf-8") as file:
                    file.write(said)
                break
    return Rule.KESALAHAN_PROGRAM.at(Location(""), berkas=str(log))
