"""Plant bugs in the adapters of an open master, one at a time: does the suite see them?

    python tests/live/planted_bugs.py [words of the names of some bugs]

Run by hand, after a change of ``live``, ``excel`` or the suite; not collected by pytest.
Each bug is planted in a copy of the package. A bug that can no longer be planted is an
error: the code it was about has changed, so think of its like.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SUITE = "tests/live/test_desk_contract.py"
LIVE, EXCEL, CELLS = "live.py", "excel.py", "program_cells.py"


@dataclass(frozen=True, slots=True)
class Bug:
    """One slip: in which module, what stands there, what would stand there instead."""

    name: str
    module: str
    right: str
    wrong: str


BUGS = (
    Bug(
        "text columns are not formatted as text",
        EXCEL,
        '= "General", "@"',
        '= "General", "General"',
    ),
    Bug("texts get no apostrophe", EXCEL, 'f"\'{content}"', "content"),
    Bug("an apostrophe of the text's own is forgotten", EXCEL, ' and v[:1] != "\'"', ""),
    Bug(
        "numbers are put in cells formatted as text",
        EXCEL,
        "(isinstance(v, str) and",
        "(True and not str(v).startswith(chr(39)) or",
    ),
    Bug(
        "screen and calculation are not given back",
        EXCEL,
        "back.callback(_give_back, app, name, was)",
        "pass",
    ),
    Bug(
        "calculation is given back as automatic",
        EXCEL,
        "_give_back, app, name, was)",
        '_give_back, app, name, was if was is True else "automatic")',
    ),
    Bug(
        "screen and calculation are not stopped",
        EXCEL,
        "                setattr(app, name, value)",
        "                pass",
    ),
    Bug("the status bar is left empty", EXCEL, "text or self._status[0]", "text"),
    Bug(
        "the status bar of another is forgotten",
        EXCEL,
        "text or self._status[0]",
        "text or False",
    ),
    Bug(
        "a sheet is read from its first used cell",
        EXCEL,
        "area = found.range((1, 1), (last.row, last.column))",
        "area = found.used_range",
    ),
    Bug("errors are read as blanks", EXCEL, "err_to_str=True", "err_to_str=False"),
    Bug("a sheet made from a pattern stays hidden", EXCEL, ".visible = True", ".visible"),
    Bug("a copy lacks what is not saved", EXCEL, "book.save()\n        shutil", "shutil"),
    Bug("rows do not grow", EXCEL, "area.rows.autofit()", "pass"),
    Bug(
        "rows are written one too low",
        LIVE,
        "place=(self.top + 1, columns[0])",
        "place=(self.top + 2, columns[0])",
    ),
    Bug(
        "old rows are left",
        LIVE,
        "rows=wanted + [blank] * (len(before) - len(wanted))",
        "rows=wanted",
    ),
    Bug(
        "the last column is left out",
        LIVE,
        "if c.key in self.where\n        )",
        "if c.key in self.where\n        )[:-1]",
    ),
    Bug(
        "a user's column between is overwritten",
        LIVE,
        "key=lambda pair: pair[1][0] - pair[0]",
        "key=lambda pair: 0",
    ),
    Bug("a table below is overwritten", LIVE, "if self.page.sheet.capacity:", "if False:"),
    Bug(
        "everything is written although nothing differs",
        LIVE,
        "return runs if is_news else []",
        "return runs",
    ),
    Bug(
        "on_change is called afterwards",
        LIVE,
        "changes += _changes(self.host, on_change())",
        "_put(self.host, changes)\n            changes = _changes(self.host, on_change())",
    ),
    Bug(
        "the pages of on_change are forgotten",
        LIVE,
        "changes += _changes(self.host, on_change())",
        "on_change()",
    ),
    Bug("a missing sheet is passed over", LIVE, "if not page.sheet.optional:", "if False:"),
    Bug(
        "a missing optional sheet is an error", LIVE, "if not page.sheet.optional:", "if True:"
    ),
    Bug("a missing column is passed over", LIVE, "missing += table.missing", "pass"),
    Bug(
        "only the first that is missing is named",
        LIVE,
        "raise KinerjaError(*missing)",
        "raise KinerjaError(missing[0])",
    ),
    Bug("percentages are read as numbers", LIVE, "percent=place in percents", "percent=False"),
    Bug(
        "what was written is not put back", LIVE, "_write(host, change, change.before)", "pass"
    ),
    Bug("the master is not saved", LIVE, "host.save()", "pass"),
    Bug("a write disturbs", LIVE, "with self.host.undisturbed():", "with suppress():"),
    Bug(
        "the name of a sheet is taken to the letter",
        LIVE,
        "if name := there.get(normal(sheet.name)):",
        "if name := {n: n for n in there.values()}.get(sheet.name):",
    ),
    Bug("decimals are cut", CELLS, "return float(value)", "return float(round(value, 2))"),
    Bug("numbers are written as text", CELLS, "return float(value)", "return str(value)"),
    Bug(
        "days are written as text",
        CELLS,
        "return datetime.combine(value, time())",
        "return value.isoformat()",
    ),
    Bug(
        "yes is the same as one",
        CELLS,
        'return "b", content',
        'return "n", number(float(content))',
    ),
    Bug(
        "digits beyond the fifteenth count",
        CELLS,
        'exact = Decimal(f"{float(value):.15g}")',
        "exact = Decimal(value)",
    ),
)


def main() -> int:
    """Plant every bug; the exit status is how many were not seen."""
    start = time.monotonic()
    wanted = " ".join(sys.argv[1:])
    bugs = [bug for bug in BUGS if wanted in bug.name]
    with tempfile.TemporaryDirectory(prefix="kinerja_bug_") as folder:
        package = Path(folder) / "python" / "kinerja"
        shutil.copytree(ROOT / "python" / "kinerja", package)
        for bug in bugs:
            if (package / "adapters" / bug.module).read_text("utf-8").count(bug.right) != 1:
                raise SystemExit(f"{bug.name}: not once in {bug.module}: {bug.right}")
        if failed := first_failure(package):
            sys.stdout.write(f"Without any bug this fails already: {failed}\n")
            return 1
        seen = [is_seen(package, bug) for bug in bugs]
    took = time.monotonic() - start
    sys.stdout.write(f"{sum(seen)} of {len(bugs)} seen, in {took:.0f} s\n")
    return len(bugs) - sum(seen)


def is_seen(package: Path, bug: Bug) -> bool:
    """Whether a test fails because of it; the package is whole again afterwards."""
    module = package / "adapters" / bug.module
    whole = module.read_text("utf-8")
    module.write_text(whole.replace(bug.right, bug.wrong), "utf-8")
    try:
        failed = first_failure(package)
    finally:
        module.write_text(whole, "utf-8")
    sys.stdout.write(f"{'seen' if failed else 'NOT SEEN':<9} {bug.name}: {failed}\n")
    sys.stdout.flush()
    return bool(failed)


def first_failure(package: Path) -> str:
    """The first test of an open master that fails with this package; "" if none does."""
    paths = f"{package.parent} {ROOT / 'tests'}"
    command = [
        sys.executable,
        "-m",
        "pytest",
        SUITE,
        "-x",
        "-q",
        "-k",
        "not closed and not mirrored",
    ]
    options = ["-p", "no:cacheprovider", "-o", f"pythonpath={paths}"]
    done = subprocess.run(
        [*command, *options],
        cwd=ROOT,
        env={**os.environ, "CI": "1", "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    failed = [
        line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))
    ]
    return failed[0].partition("::")[2] if failed else done.stdout[-500:]


if __name__ == "__main__":
    sys.exit(main())
