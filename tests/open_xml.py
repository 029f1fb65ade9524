"""Microsoft's Open XML SDK, the strictest reader of Office files there is without Office.

The package comes from npm (@ooxml-tools/validate, the SDK as WebAssembly); ``.ci/run``
installs it.
"""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

from companions import Companion

ROOT = Path(__file__).parents[1]
LOCAL = ROOT / ".ci" / "sdk" / "node_modules" / ".bin" / "ooxml-validate"
VALIDATE = str(LOCAL) if LOCAL.exists() else shutil.which("ooxml-validate")
MISSING = "the Open XML SDK (npm @ooxml-tools/validate) is not installed"

# It takes seconds to start, so one process reads all files, a line of JSON for each.
READER = """
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
const { default: validate, getFileFormatFromName } = await import(process.argv[1]);
for await (const path of createInterface({ input: process.stdin })) {
  const format = getFileFormatFromName(path);
  const found = await validate(readFileSync(path), format, "Microsoft365");
  console.log(JSON.stringify(found.map((e) => `${e.path.partUri}: ${e.id} ${e.description}`)));
}
process.exit(0);
"""
PATIENCE = 170  # seconds for one file


def errors(path: Path) -> list[str]:
    """What the SDK finds wrong with a file.

    It says nothing at all when it breaks down, which counts as an error.
    """
    reader = _reader()
    said = reader.ask(str(path.absolute()), PATIENCE)
    if not said:
        reader.leave()
        return [f"{path.name}: SDK berhenti"]
    found: list[str] = json.loads(said)
    return found


@cache
def _reader() -> Companion:
    assert VALIDATE
    node, library = shutil.which("node"), Path(VALIDATE).resolve().parents[1] / "index.js"
    assert node
    return Companion([node, "--input-type=module", "-e", READER, library.as_uri()])
