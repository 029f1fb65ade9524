"""A process that is killed at any call that changes a file of the office."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from companions import Companion
from terminal import PACKAGE

# For each line of JSON a copy of this process runs a command and ends at its n-th call that
# changes a file of the office: just before it, or in the middle of writing, when the file is
# open and has lost what was in it. LibreOffice is left out. Importing takes longer than most
# commands, so it is done once; where nothing can be copied (Windows) the process itself ends.
DYING = """
import json, os, sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
import docxtpl, holidays, lxml.etree, openpyxl, python_calamine, xlsxwriter
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order

CHANGING = {"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate", "os.chmod"}
office.find_office = lambda: None
count = 0

def run(command, folder, n, moment, watched):
    global last, top
    last, top = n, watched
    order = Order(FileDesk.in_folder(Path(folder)))
    if moment:
        order = replace(order, clock=lambda: datetime.fromisoformat(moment))
    sys.addaudithook(watch)
    getattr(commands, command)(order)

def watch(event, args):
    global count
    if event not in CHANGING or not isinstance(args[0], (str, bytes, os.PathLike)):
        return
    if event == "open" and not (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        return
    if not os.fsdecode(args[0]).startswith(top):
        return
    count += 1
    if count == last:
        try:
            if event == "open":
                os.open(args[0], args[2], 0o666)
        finally:
            os._exit(9)

for line in sys.stdin:
    pid = os.fork() if hasattr(os, "fork") else 0
    if not pid:
        ended = 1
        try:
            run(*json.loads(line))
            ended = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stderr.flush()
            os._exit(ended)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""
PATIENCE = 120  # seconds for one death
_mortal = Companion([sys.executable, "-X", "utf8", "-c", DYING], {"PYTHONPATH": str(PACKAGE)})
CALLS = 90  # more than any of them makes


def deaths(command: str, start: Path) -> Iterator[tuple[int, Path]]:
    """A copy of an office for every call at which a command was killed there, and for none."""
    for call in range(1, CALLS):
        folder = start.with_name(f"mati {call}")
        shutil.copytree(start, folder)
        killed = dies(command, folder, call)
        yield call, folder
        if not killed:
            return
    raise AssertionError(command)


def dies(
    command: str,
    folder: Path,
    call: int,
    moment: datetime | None = None,
    watched: Path | None = None,
) -> bool:
    """Run a command that is killed at its n-th call; False if it did not get that far.

    Only calls below ``watched`` count, which is the folder of the office if nothing is said.
    """
    clock = moment.isoformat() if moment else ""
    asked = [command, str(folder), call, clock, str(watched or folder)]
    said = _mortal.ask(json.dumps(asked), PATIENCE)
    ended = int(said) if said else _mortal.leave()
    assert ended in {0, 9}, (command, call)
    return ended == 9
