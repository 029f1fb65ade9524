"""How fast the main job is, in figures; nothing here decides whether a test passes.

    python tests/bench/bench.py [--quick]

Seconds are medians of wall time from the start of a process, unless a line says
otherwise. A ratio says what the same work costs with a bare library, or at the least.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from compileall import compile_dir
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from xml.parsers import expat

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "python"), str(ROOT / "tests")]

from large_office import INDIKATOR, RETURNED, SUBBAGIAN, agree, build, send_back  # noqa: E402

from kinerja.adapters.files import sha256_of  # noqa: E402
from kinerja.sheets.table import Shape  # noqa: E402
from planted_files import DOCUMENT, jpeg, pdf, zipped  # noqa: E402

CHILD = ROOT / "tests" / "bench" / "child.py"
CONTOH = ROOT / "python" / "contoh" / "__main__.py"
ROWS = 800  # answers of a year in a large office
TEXTS = {Shape.TEXT, Shape.LONG}
FOLLOWING = {  # the goal of each
    "inventory": "<= 2 s",
    "giveback": "<= 2 s",
    "entry": "<= 2 s",
    "semester": "",
    "annual": "",
    "trace": "",
    "archive": "",
    "verify": "<= 2 s",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; ``against`` has what the figure is a multiple of."""

    what: str
    figure: float
    unit: str = "s"
    goal: str = ""
    against: tuple[tuple[str, float], ...] = ()

    def __str__(self) -> str:
        """The line as it is printed."""
        digits = 2 if self.unit == "s" else 0
        ratios = "; ".join(f"{self.figure / n:.1f} x {w} ({n:.4g})" for w, n in self.against)
        figure = f"{self.figure:.{digits}f} {self.unit}"
        return f"{self.what:<48}{figure:>10}  {self.goal:<9}{ratios}".rstrip()


# ---- measuring


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def python(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A new process of this Python; it must not refuse."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *map(str, words)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "python")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


def kinerja(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command of the terminal."""
    return python("-m", "kinerja", command, "--json", "--folder", folder)


def in_copies(folder: Path, rounds: int, work: Callable[[Path], object]) -> float:
    """Median wall time of the work, each round in a fresh copy of the folder."""
    found = []
    for _ in range(rounds):
        with TemporaryDirectory() as temporary:
            copy = Path(shutil.copytree(folder, Path(temporary) / "kantor"))
            found.append(seconds(lambda copy=copy: work(copy)))
    return median(found)


# ---- the jobs


def generating(folder: Path, rounds: int) -> Iterable[Line]:
    """(a) ``generate`` against XlsxWriter alone, for as many cells."""
    took = in_copies(folder, rounds, lambda copy: kinerja("generate", copy))
    kinerja("generate", folder)
    cells = [cells_of(path) for path in (folder / "Formulir").iterdir()]
    bare = median(seconds(lambda: [bare_workbook(n) for n in cells]) for _ in range(rounds))
    what = f"generate, {SUBBAGIAN} x {INDIKATOR}, {sum(cells)} cells"
    yield Line(what, took, goal="< 5 s", against=(("bare XlsxWriter", bare),))


def cells_of(path: Path) -> int:
    """The number of non-empty cells of a workbook."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    return sum(value is not None for page in book for row in page.values for value in row)


def bare_workbook(cells: int) -> None:
    """A workbook of that many cells and no looks."""
    from xlsxwriter import Workbook

    book = Workbook(BytesIO(), {"in_memory": True})
    page = book.add_worksheet()
    for n in range(cells):
        page.write(n // 15, n % 15, f"Isi sel {n}")
    book.close()


def lettering(folder: Path, rounds: int) -> Iterable[Line]:
    """Click to done of the buttons around the forms, in the order of the SOP, cold."""
    agree(folder)
    start = median(seconds(lambda: python("-c", "")) for _ in range(rounds))
    forms = sorted((folder / "Formulir").iterdir())
    zipped = median(seconds(lambda: [*map(bare_zip, forms)]) for _ in range(rounds))
    for name in ("agreement", "disposition", "circular", "distribute", "progress"):
        took = in_copies(folder, rounds, lambda copy, name=name: kinerja(name, copy))
        bare = (("bare ZIP", zipped),) if name == "distribute" else ()
        what = f"click to done: {name}, {SUBBAGIAN} x {INDIKATOR}, cold"
        yield Line(what, took, goal="<= 2 s", against=(("bare Python", start), *bare))
        if name != "agreement":  # else the forms that were made would be out of date
            kinerja(name, folder)


def bare_zip(path: Path) -> None:
    """A ZIP with one file in it."""
    with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
        package.write(path, path.name)


def merging(folder: Path, rounds: int) -> Iterable[Line]:
    """(b, e) ``merge`` and ``verify`` against reading alone; ``merge`` of nothing new."""
    files = sorted((folder / "Masuk").iterdir())
    loaded = median(seconds(lambda: python(CHILD, "load", *files)) for _ in range(rounds))
    least = median(seconds(lambda: [*map(inflate_and_parse, files)]) for _ in range(rounds))
    merged = in_copies(folder, rounds, lambda copy: kinerja("merge", copy))
    first, again = twice(folder)
    kinerja("merge", folder)
    verified = in_copies(folder, rounds, lambda copy: kinerja("verify", copy))
    remerged = in_copies(folder, rounds, lambda copy: kinerja("merge", copy))
    against = (("openpyxl", loaded), ("inflate + expat", least))
    yield Line(f"merge of {RETURNED} forms", merged, against=against)
    yield Line("verify", verified)
    yield Line("merge + verify", merged + verified, goal="< 3 s", against=against)
    yield Line("merge again, nothing changed", remerged, against=(("the first", merged),))
    share = 100 * again / first
    yield Line("  the same in one process, share of the first", share, "%", goal="<= 5 %")


def inflate_and_parse(path: Path | BytesIO) -> None:
    """The least that reading can be: every XML part inflated and parsed, nothing kept."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(data, True)


def twice(folder: Path) -> Sequence[float]:
    """Seconds of ``merge`` and of ``merge`` again, without the start of Python."""
    with TemporaryDirectory() as temporary:
        copy = shutil.copytree(folder, Path(temporary) / "kantor")
        return [float(line) for line in python(CHILD, "twice", copy).stdout.split()]


def building(rounds: int) -> Iterable[Line]:
    """An empty master against XlsxWriter alone; 800 rows patched into it, closed."""
    from kinerja.adapters.building import master_bytes
    from kinerja.adapters.patching import patched
    from kinerja.sheets import master
    from kinerja.sheets.table import Page

    sheets = master.sheets_of(4)
    made = master_bytes(sheets, {})
    took = median(seconds(lambda: master_bytes(sheets, {})) for _ in range(rounds))
    cells = sum(3 + len(sheet.columns) for sheet in sheets)
    bare = median(seconds(lambda: bare_workbook(cells)) for _ in range(rounds))
    what = f"building the master, {len(sheets)} sheets"
    yield Line(what, took, goal="< 3 s", against=((f"bare XlsxWriter, {cells} cells", bare),))
    rows = [
        [f"{c.key} {n}" if c.shape in TEXTS else None for c in master.REALISASI.columns]
        for n in range(ROWS)
    ]
    page = Page(master.REALISASI, rows)
    full = patched("kinerja.xlsm", made, [page])
    took = median(
        seconds(lambda: patched("kinerja.xlsm", made, [page])) for _ in range(rounds)
    )
    again = median(
        seconds(lambda: patched("kinerja.xlsm", full, [page])) for _ in range(rounds)
    )
    least = median(seconds(lambda: inflate_and_parse(BytesIO(full))) for _ in range(rounds))
    against = (("inflate + expat", least),)
    yield Line(f"patching {ROWS} rows into it", took, goal="< 1 s", against=against)
    yield Line("  the same rows once more", again, against=against)


def clicking(folder: Path, rounds: int) -> Iterable[Line]:
    """Click to done, cold: ``verify`` of five forms, and where its time goes."""
    took = in_copies(folder, rounds, lambda copy: kinerja("verify", copy))
    start = median(seconds(lambda: python("-c", "")) for _ in range(rounds))
    what = f"click to done: verify of {RETURNED} forms, cold"
    yield Line(what, took, goal="<= 2 s", against=(("bare Python", start),))
    yield Line("  the interpreter", 1000 * start, "ms")
    for name in ("reading", "working", "comparing", "writing"):
        figures = (_phases(folder)[name] for _ in range(rounds))
        yield Line(f"  {name}", 1000 * median(figures), "ms")


def _phases(folder: Path) -> dict[str, float]:
    with TemporaryDirectory() as temporary:
        copy = shutil.copytree(folder, Path(temporary) / "kantor")
        lines = python(CHILD, "phases", copy).stdout.splitlines()
    return {name: float(figure) for name, figure in (line.split() for line in lines)}


def importing(folder: Path) -> Iterable[Line]:
    """Where the start of ``verify`` goes: the packages that cost most to import."""
    said = python("-X", "importtime", "-m", "kinerja", "verify", "--folder", folder).stderr
    spent: Counter[str] = Counter()
    for own, name in re.findall(r"import time: +(\d+) \| +\d+ \| +(\S+)", said):
        spent[name.split(".")[0]] += int(own)
    yield Line("imports of verify, in its own process", spent.total() / 1000, "ms")
    for name, own in spent.most_common(6):
        yield Line(f"  {name}", own / 1000, "ms")


def compiling(folder: Path, rounds: int) -> Iterable[Line]:
    """(c) ``annual`` with and without PDF, against docxtpl and LibreOffice alone."""
    words = (CHILD, "no-office", "kinerja", "annual", "--folder")
    without = in_copies(folder, rounds, lambda copy: python(*words, copy))
    rendered = median(float(python(CHILD, "docxtpl", folder).stdout) for _ in range(rounds))
    yield Line("annual without PDF", without, against=(("docxtpl", rendered),))
    from kinerja.adapters.office import find_office

    if find_office():
        took = in_copies(folder, rounds, lambda copy: kinerja("annual", copy))
        made = json.loads(kinerja("annual", folder).stdout)["berkas"]
        docx = next(folder / name for name in made if name.endswith(".docx"))
        alone = median(seconds(lambda: converted(docx)) for _ in range(rounds))
        yield Line("annual with PDF", took, goal="< 60 s", against=(("LibreOffice", alone),))


def following(folder: Path, rounds: int) -> Iterable[Line]:
    """Click to done, cold, of the buttons that come once forms are back, in their order.

    Each begins where the one before it left the office; ``verify`` comes last, when all
    sheets are full and the reports are looked at too. Without LibreOffice.
    """
    start = median(seconds(lambda: python("-c", "")) for _ in range(rounds))
    for name in FOLLOWING:
        words = (CHILD, "no-office", "kinerja", name, "--folder")
        took = in_copies(folder, rounds, lambda copy, words=words: python(*words, copy))
        what = f"click to done: {name}, {SUBBAGIAN} x {INDIKATOR}, cold"
        yield Line(what, took, goal=FOLLOWING[name], against=(("bare Python", start),))
        python(*words, folder)


def converted(docx: Path) -> None:
    """LibreOffice alone, through the same door."""
    from kinerja.adapters.office import pdf_of

    pdf_of(docx.read_bytes(), docx.name)


def inventorying(folder: Path, rounds: int) -> Iterable[Line]:
    """Looking at 1 GB of data pendukung against a plain SHA-256 of the same files.

    Both in turn, in this process, with the files in memory as far as it goes; once with
    one thread, as a loop would, and once with as many as the inventory has.
    """
    from kinerja.adapters.folder import WORKERS, data_pendukung

    files = evidence(folder / "SUB0" / "TW I")
    size = sum(path.stat().st_size for path in files) / 1e6
    work = {
        "inventory": lambda: data_pendukung(folder, 4),
        "one thread": lambda: [*map(sha256_of, files)],
        f"{WORKERS} threads": lambda: threaded(WORKERS, files),
    }
    work["one thread"]()
    took = {name: [] for name in work}
    for _ in range(rounds):
        for name, job in work.items():
            took[name].append(seconds(job))
    ours = median(took.pop("inventory"))
    yield Line(f"inventory of {len(files)} files, {size:.0f} MB", ours)
    yield Line("  the same", size / ours, "MB/s")
    for name, plain in took.items():
        share = 100 * median(plain) / ours
        yield Line(f"  of the speed of plain SHA-256, {name}", share, "%", goal=">= 80 %")


def threaded(workers: int, files: Sequence[Path]) -> None:
    """The digests of these files, worked out beside each other."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(sha256_of, files))


def evidence(folder: Path) -> Sequence[Path]:
    """One gigabyte as offices have it: scans, photographs, documents, a few archives."""
    folder.mkdir(parents=True)
    noise = os.urandom(4_000_000)
    kinds = {
        "pdf": lambda n: pdf(scan=noise[: 700_000 + n]),
        "jpg": lambda n: jpeg() + noise[: 3_000_000 + n],
        "docx": lambda n: zipped({**DOCUMENT, "word/media/a.jpg": noise[: 400_000 + n]}),
        "zip": lambda n: zipped({f"{m}.txt": noise[n : n + 9000] for m in range(40)}),
    }
    shares = {"pdf": 600, "jpg": 170, "docx": 120, "zip": 30}
    for kind, amount in shares.items():
        for n in range(amount):
            (folder / f"bukti {n}.{kind}").write_bytes(kinds[kind](n))
    return sorted(folder.iterdir())


def remembering(folder: Path) -> Iterable[Line]:
    """(d) The largest process of the sample year, with and without LibreOffice."""
    jobs = {"Python": (CHILD, "no-office", CONTOH), "with LibreOffice": (CONTOH,)}
    for name, words in jobs.items():
        start = time.perf_counter()
        peak = float(python(CHILD, "peak", *words, "--folder", folder / "Contoh").stdout)
        what = f"sample year, {name}: peak, in {time.perf_counter() - start:.0f} s"
        yield Line(what, peak, "MB", goal="< 300 MB")


def main() -> None:
    """Measure all of it and print each line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round instead of five")
    rounds = 1 if parser.parse_args().quick else 5
    compile_dir(ROOT / "python" / "kinerja", quiet=1)  # as it is after the first click
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "kantor"
        build(folder)
        show(generating(folder, rounds))
        show(lettering(folder, rounds))
        send_back(folder)
        show(building(rounds))
        show(merging(folder, rounds))
        show(clicking(folder, rounds))
        show(importing(folder))
        show(compiling(folder, rounds))
        show(following(folder, rounds))
        show(inventorying(Path(temporary) / "Data Pendukung", rounds))
        show(remembering(Path(temporary)))


def show(lines: Iterable[Line]) -> None:
    """Print lines."""
    for line in lines:
        print(line, flush=True)  # noqa: T201  # a script for the terminal


if __name__ == "__main__":
    main()
