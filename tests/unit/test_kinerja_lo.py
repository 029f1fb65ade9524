"""The script that LibreOffice runs, without LibreOffice: what it starts and how it serves."""

from __future__ import annotations

import ast
import importlib.util
import io
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kinerja.adapters.libreoffice_profile import SOURCE

TEXT = SOURCE.read_text(encoding="utf-8")
ASKS = """
import json, sys
for words in {asked}:
    print(json.dumps(words), flush=True)
    print(sys.stdin.readline().strip(), file=sys.stderr, flush=True)
sys.exit({status})
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kinerja_lo", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class PlayedDocument:
    """A document that remembers what it was asked."""

    def __init__(self) -> None:
        self.window = SimpleNamespace(repaint=lambda: None)
        self.asked: list[object] = []
        self.is_left = False

    def answer(self, request: dict[str, Any]) -> dict[str, object]:
        self.asked.append(request["ask"])
        return {"ok": request["ask"]}

    def leave(self) -> None:
        self.is_left = True


def started(code: str) -> subprocess.Popen[bytes]:
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    words = [sys.executable, "-c", code]
    return subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=nothing)


def served(script: ModuleType, code: str) -> tuple[PlayedDocument, bool, int]:
    """What a process asked, whether a dialog was shown, and how it ended."""
    document, process = PlayedDocument(), started(code)
    is_told = script.serve(process, document)
    return document, is_told, process.returncode


def asking(*names: str, status: int = 0) -> str:
    return ASKS.format(asked=[{"ask": name} for name in names], status=status)


def test_an_old_python_understands_it_and_needs_nothing_else() -> None:
    tree = ast.parse(TEXT, feature_version=(3, 8))
    names = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        n.module.split(".")[0]
        for n in ast.walk(tree)
        if isinstance(n, ast.ImportFrom) and n.module
    }

    assert names - {"uno"} <= sys.stdlib_module_names


def test_libreoffice_finds_the_function_that_the_macros_call(script: ModuleType) -> None:
    host = (SOURCE.parent / "vba" / "KinerjaHost.bas").read_text(encoding="utf-8")

    assert script.g_exportedScripts == (script.jalankan,)
    assert f"{SOURCE.name}${script.jalankan.__name__}?" in host


def test_questions_are_answered_until_the_process_ends(script: ModuleType) -> None:
    document, is_told, status = served(script, asking("sheets", "read", status=1))

    assert document.asked == ["sheets", "read"]
    assert document.is_left
    assert (is_told, status) == (False, 1)


def test_a_dialog_that_was_shown_is_remembered(script: ModuleType) -> None:
    assert served(script, asking("status", "tell"))[1]


@pytest.mark.parametrize(
    "code", ["print('bukan JSON')", "import os; os._exit(9)", "print('[]')"]
)
def test_a_process_that_breaks_down_leaves_the_document_free(
    script: ModuleType, code: str
) -> None:
    document, is_told, status = served(script, code)

    assert document.is_left
    assert document.asked == []
    assert not is_told
    assert status != 0 or code.startswith("print")


def test_what_is_not_on_the_list_is_not_done(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Uno(Exception):
        pass

    monkeypatch.setitem(sys.modules, "uno", SimpleNamespace(getClass=lambda _: Uno))
    document = script.Document.__new__(script.Document)

    assert document.answer({"ask": "__init__"}) == {"error": "__init__"}
    assert document.answer({"ask": "_used"}) == {"error": "_used"}


def python_in(folder: Path) -> Path:
    path = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def test_a_persons_own_python_comes_before_one_beside_the_workbook(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, home = tmp_path / "kantor" / "2026", tmp_path / "rumah"
    named, scripts = tmp_path / "python", tmp_path / "profil"
    office.mkdir(parents=True)
    scripts.mkdir()
    monkeypatch.delenv("KINERJA_PYTHON", raising=False)
    monkeypatch.setattr(script, "_home", lambda: home)
    monkeypatch.setattr(script, "__file__", str(scripts / "kinerja_lo.py"))
    found = [script.find_python(office)]
    expected: list[Path | None] = [None]
    for path in (office.parent / ".venv", office / ".venv", home / "venv", None):
        if path:
            expected.append(python_in(path))
        else:
            named.touch()
            (scripts / script.NAMED).write_text(f"{named}\n", encoding="utf-8")
            expected.append(named)
        found.append(script.find_python(office))
    other = tmp_path / "lain"
    other.touch()
    monkeypatch.setenv("KINERJA_PYTHON", str(other))

    assert found == expected
    assert script.find_python(office) == other


def test_libreoffices_own_python_is_not_handed_on(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[list[str], dict[str, Any]]] = []
    monkeypatch.setenv("PYTHONHOME", "/opt/libreoffice")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/libreoffice")
    monkeypatch.setattr(
        subprocess, "Popen", lambda words, **named: calls.append((words, named))
    )
    script.start(Path("python"), "merge", tmp_path / "kinerja.xlsm", io.StringIO())
    [(words, named)] = calls

    assert words[-3:] == ["kinerja.buttons", "merge", f"--calc={tmp_path / 'kinerja.xlsm'}"]
    assert not {"PYTHONHOME", "LD_LIBRARY_PATH"} & set(named["env"])


def test_a_program_in_the_folder_of_the_office_is_not_run(
    script: ModuleType, tmp_path: Path
) -> None:
    planted = tmp_path / "kinerja"
    planted.mkdir()
    (planted / "__init__.py").write_text("open('dijalankan', 'w')\n", encoding="utf-8")
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        process = script.start(Path(sys.executable), "", tmp_path / "kinerja.xlsm", log)
        process.communicate()

    assert not (tmp_path / "dijalankan").exists()
