"""Microsoft's Open XML SDK, the strictest reader of Office files there is without Office.

The package comes from npm (@ooxml-tools/validate, the SDK as WebAssembly); ``.ci/run``
installs it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCAL = ROOT / ".ci" / "sdk" / "node_modules" / ".bin" / "ooxml-validate"
VALIDATE = str(LOCAL) if LOCAL.exists() else shutil.which("ooxml-validate")
MISSING = "the Open XML SDK (npm @ooxml-tools/validate) is not installed"


def errors(path: Path, folder: Path) -> list[str]:
    """What the SDK finds wrong with a file; it works on a copy in the folder.

    It says nothing at all when it breaks down, which counts as an error.
    """
    assert VALIDATE
    copy = folder / f"salinan{path.suffix}"
    shutil.copy(path, copy)
    done = subprocess.run(
        [VALIDATE, copy.name, "--ov", "Microsoft365"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    found = re.search(r"Found (\d+) errors", done.stdout)
    if found and found[1] == "0":
        return []
    return done.stdout.splitlines() or [done.stderr]
