"""What ``bench.py`` measures inside a process of its own; each job prints its figures."""

from __future__ import annotations

import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def load(*paths: str) -> None:
    """Read workbooks with openpyxl and nothing else."""
    from openpyxl import load_workbook

    for path in paths:
        load_workbook(path)


def twice(folder: str) -> None:
    """Seconds of ``merge``, and of ``merge`` when nothing is new."""
    from kinerja import commands
    from kinerja.adapters.desk import FileDesk

    for _ in range(2):
        start = time.perf_counter()
        commands.merge(commands.Order(FileDesk.in_folder(Path(folder))))
        say(time.perf_counter() - start)


def phases(folder: str) -> None:
    """Seconds that ``verify`` spends reading, working and comparing, and writing it all."""
    from kinerja.adapters.desk import FileDesk
    from kinerja.commands.order import Order, rekap_of
    from kinerja.sheets.table import Page
    from kinerja.tables import pages
    from kinerja.verify import verify

    desk = FileDesk.in_folder(Path(folder))
    spent = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        found = work()
        spent[name] = time.perf_counter() - start
        return found

    timed("reading", desk.read)
    start = time.perf_counter()
    rekap, problems = rekap_of(Order(desk))
    written = pages(rekap, [*problems, *verify(rekap)])
    spent["working"] = time.perf_counter() - start - spent["reading"]
    desk.write(written)
    timed("comparing", lambda: desk.write(written))
    desk.write([Page(page.sheet, ()) for page in written])
    timed("writing", lambda: desk.write(written))
    for name, figure in spent.items():
        print(name, figure)  # noqa: T201  # standard output is how they talk


def docxtpl(folder: str) -> None:
    """Seconds that ``annual`` spends inside docxtpl."""
    from docxtpl import DocxTemplate

    from kinerja import commands
    from kinerja.adapters.desk import FileDesk

    spent: list[float] = []
    for name in ("patch_xml", "render_xml_part"):
        setattr(DocxTemplate, name, watched(getattr(DocxTemplate, name), spent))
    _without_office()
    commands.annual(commands.Order(FileDesk.in_folder(Path(folder)), coba=True))
    say(sum(spent))


def watched(work: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    """The same function, which notes how long it took."""

    def run(*words: object) -> object:
        start = time.perf_counter()
        found = work(*words)
        spent.append(time.perf_counter() - start)
        return found

    return run


def no_office(script: str, *words: str) -> None:
    """Run a script or module as on a computer without LibreOffice."""
    sys.argv[:] = [script, *words]
    _without_office()
    if script.endswith(".py"):
        sys.path.insert(0, str(Path(script).parent))
        runpy.run_path(script, run_name="__main__")
    else:
        runpy.run_module(script, run_name="__main__")


def _without_office() -> None:
    from kinerja.adapters import office

    office.find_office = lambda: None


def peak(*words: str) -> None:
    """Memory in MB of the largest process that this Python and its children become."""
    import resource

    done = subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(2)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    say(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit)


def say(figure: float) -> None:
    """Hand a figure to the process that asked."""
    print(figure)  # noqa: T201  # standard output is how they talk


if __name__ == "__main__":
    JOBS = {
        "load": load,
        "twice": twice,
        "phases": phases,
        "docxtpl": docxtpl,
        "peak": peak,
        "no-office": no_office,
    }
    JOBS[sys.argv[1]](*sys.argv[2:])
