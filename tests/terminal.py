"""The terminal as a person uses it: a process of its own, and what it answered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kinerja

PACKAGE = Path(kinerja.__file__).parents[1]
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Mapping[str, Any]:
        """What ``--json`` printed."""
        known: Mapping[str, Any] = json.loads(self.out)
        return known

    @property
    def places(self) -> list[tuple[str, str]]:
        """Code and cell of every Temuan in what ``--json`` printed."""
        return sorted((t["kode"], t["sel"]) for t in self.json["temuan"])

    @property
    def codes(self) -> list[str]:
        """The codes alone."""
        return [code for code, _ in self.places]


def terminal(*words: str | Path, here: Path | None = None) -> Said:
    """Type a command, as ``python -m kinerja``."""
    return python("-m", "kinerja", *words, here=here)


def python(*words: str | Path, here: Path | None = None) -> Said:
    """Run this Python with the package on its path, on a wide screen."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *map(str, words)],
        cwd=here,
        env=os.environ | {"PYTHONPATH": str(PACKAGE), "COLUMNS": "200"},
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())
