"""A process that stays and answers one line for each line it is told."""

from __future__ import annotations

import atexit
import os
import subprocess
from collections.abc import Mapping, Sequence
from threading import Timer

NOTHING: Mapping[str, str] = {}


class Companion:
    """Started when first asked, and anew after it ended; it goes when the tests do."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] = NOTHING) -> None:
        self.command, self.env = command, env
        self.process: subprocess.Popen[str] | None = None
        atexit.register(self.leave)

    def ask(self, line: str, patience: int) -> str:
        """Its answer; "" if it ended or needed more than so many seconds, and is gone."""
        process = self.process = self.process or self._start()
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
        impatience = Timer(patience, process.kill)
        impatience.start()
        said = process.stdout.readline()
        impatience.cancel()
        return said

    def leave(self) -> int:
        """How it ended."""
        process, self.process = self.process, None
        if process is None:
            return 0
        process.communicate()
        return process.returncode

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command,
            env=os.environ | self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
