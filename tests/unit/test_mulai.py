"""The one file that starts everything, without ever making a real environment."""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).parents[2] / "mulai.py"


@dataclass(slots=True)
class Calls:
    """What mulai.py would have run; ``pip`` is the status that pip answers."""

    site: Path
    run: list[Sequence[str]] = field(default_factory=list)
    made: int = 0
    pip: int = 0

    def __call__(self, words: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.run.append(words)
        if "-c" in words:
            return subprocess.CompletedProcess(words, 0, f"{self.site}\n", "")
        return subprocess.CompletedProcess(words, self.pip if "pip" in words else 7)

    @property
    def installed(self) -> list[Sequence[str]]:
        return [words for words in self.run if "pip" in words]

    @property
    def started(self) -> Sequence[str]:
        """What the last process was given, after the interpreter and its options."""
        return self.run[-1][3:]


@pytest.fixture
def mulai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, in a copy of the project that has nothing but lists of pins."""
    spec = importlib.util.spec_from_file_location("mulai", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "tests").mkdir()
    lists = tmp_path / "requirements.txt", tmp_path / "tests" / "requirements.txt"
    for path in lists:
        path.write_text(f"# {path}\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(module, "FOR_USERS", lists[:1])
    monkeypatch.setattr(module, "FOR_TESTS", lists)
    return module


@pytest.fixture
def calls(mulai: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """No process is started and no environment made; each is remembered instead."""
    calls = Calls(site=tmp_path / ".venv" / "site-packages")

    def create(folder: Path, **_: object) -> None:
        calls.made += 1
        calls.site.mkdir(parents=True, exist_ok=True)
        (folder / "python").touch()

    monkeypatch.setattr(mulai.subprocess, "run", calls)
    monkeypatch.setattr(mulai.venv, "create", create)
    return calls


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"], ["--bantuan"]])
def test_without_arguments_it_says_what_it_can_do(
    arguments: list[str], mulai: ModuleType, calls: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    status = mulai.main(arguments)

    shown = capsys.readouterr().out
    assert status == 0
    assert all(f"mulai.py {word}" in shown for word in ("contoh", "uji", "PERINTAH"))
    assert calls.run == []


def test_help_goes_on_with_that_of_kinerja_once_it_is_there(
    mulai: ModuleType, calls: Calls
) -> None:
    mulai.main(["verify"])
    mulai.main([])

    assert calls.started == ["-m", "kinerja", "--help"]


def test_an_old_python_is_told_which_one_is_needed(
    mulai: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mulai.sys, "version_info", (3, 10, 13))

    with pytest.raises(mulai.Stop, match=r"3\.11"):
        mulai.main(["contoh"])
    assert (calls.made, calls.run) == (0, [])


def test_the_oldest_python_promised_here_is_the_one_promised_to_pip(mulai: ModuleType) -> None:
    promised = (SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8")

    assert 'requires-python = ">={}.{}"'.format(*mulai.OLDEST) in promised


def test_what_is_written_is_understood_by_the_pythons_it_refuses() -> None:
    first = SOURCE.read_text(encoding="utf-8").split('"""')[2].strip()

    assert first.startswith("from __future__ import annotations")


def test_without_network_it_stops_with_a_sentence_and_starts_nothing(
    mulai: ModuleType, calls: Calls
) -> None:
    calls.pip = 1

    with pytest.raises(mulai.Stop, match="internet"):
        mulai.main(["verify"])
    assert calls.run == calls.installed


def test_after_a_failure_it_begins_anew(mulai: ModuleType, calls: Calls) -> None:
    calls.pip = 1
    with pytest.raises(mulai.Stop):
        mulai.main(["verify"])
    calls.pip = 0
    mulai.main(["verify"])

    assert (calls.made, len(calls.installed)) == (2, 2)


@pytest.mark.parametrize(
    "error",
    [PermissionError(13, "Denied"), subprocess.CalledProcessError(1, ["ensurepip"])],
)
def test_an_environment_that_cannot_be_made_is_a_sentence(
    error: Exception, mulai: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    def create(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(mulai.venv, "create", create)

    with pytest.raises(mulai.Stop, match="python3-venv"):
        mulai.main(["verify"])
    assert calls.run == []


def test_the_same_list_is_installed_once(mulai: ModuleType, calls: Calls) -> None:
    for _ in range(3):
        mulai.main(["verify"])

    assert (calls.made, len(calls.installed)) == (1, 1)


def test_users_do_not_install_what_only_tests_need(
    mulai: ModuleType, calls: Calls, tmp_path: Path
) -> None:
    mulai.main(["verify"])
    mulai.main(["uji"])
    mulai.main(["uji"])

    tests = str(tmp_path / "tests" / "requirements.txt")
    assert [tests in words for words in calls.installed] == [False, True]
    assert all(str(tmp_path / "requirements.txt") in words for words in calls.installed)


@pytest.mark.parametrize("change", ["the list", "the folder"])
def test_what_changed_is_installed_again_in_the_same_environment(
    change: str,
    mulai: ModuleType,
    calls: Calls,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mulai.main(["verify"])
    if change == "the list":
        (tmp_path / "requirements.txt").write_text("rich==15.0.0\n")
    else:
        monkeypatch.setattr(mulai, "ROOT", tmp_path / "pindah")
    mulai.main(["verify"])

    assert (calls.made, len(calls.installed)) == (1, 2)


def test_the_environment_finds_the_package_in_its_folder(
    mulai: ModuleType, calls: Calls, tmp_path: Path
) -> None:
    mulai.main(["verify"])

    link = (calls.site / "kinerja.pth").read_text(encoding="utf-8")
    assert link.splitlines() == [str(tmp_path / "python")]


def test_arguments_are_handed_on_untouched(mulai: ModuleType, calls: Calls) -> None:
    words = ["merge", "--coba", "--folder", "Kantor kami", "a b.xlsx", "", "*", "--json"]
    status = mulai.main(words)

    assert calls.started == ["-m", "kinerja", *words]
    assert status == 7


CORES = ["-n", "auto", "--dist", "loadscope"]


@pytest.mark.parametrize(
    ("command", "started"),
    [
        ("contoh", lambda _root: ["-m", "contoh", "--pilihan"]),
        ("baru", lambda root: [str(root / "python" / "build.py"), "--pilihan"]),
        ("uji", lambda root: ["-m", "pytest", str(root / "tests"), *CORES, "--pilihan"]),
    ],
)
def test_the_scripts_of_the_project_take_arguments_too(
    command: str,
    started: Callable[[Path], list[str]],
    mulai: ModuleType,
    calls: Calls,
    tmp_path: Path,
) -> None:
    mulai.main([command, "--pilihan"])

    assert calls.started == started(tmp_path)
