"""The one file that starts everything, without ever making a real environment."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from kinerja.adapters.user_places import kinerja_home
from kinerja.installation import System

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
    (tmp_path / "rumah").mkdir()
    for path in (tmp_path / "requirements.txt", tmp_path / "tests" / "requirements.txt"):
        path.write_text(f"# {path}\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))
    return module


@pytest.fixture
def calls(mulai: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """No process is started and no environment made; each is remembered instead."""
    calls = Calls(site=tmp_path / ".venv" / "site-packages")

    def create(folder: Path, **_: object) -> None:
        calls.made += 1
        calls.site.mkdir(parents=True, exist_ok=True)
        python = mulai.python_of(folder)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

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
    assert all(f"mulai.py {word}" in shown for word in ("pasang", "contoh", "uji", "PERINTAH"))
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
        moved = tmp_path.with_name("pindah")
        tmp_path.rename(moved)
        monkeypatch.setattr(mulai, "ROOT", moved)
        calls.site = moved / ".venv" / "site-packages"
    mulai.main(["verify"])

    assert (calls.made, len(calls.installed)) == (1, 2)


def test_the_environment_finds_the_package_in_its_folder(
    mulai: ModuleType, calls: Calls, tmp_path: Path
) -> None:
    mulai.main(["verify"])

    line = (calls.site / "kinerja.pth").read_text(encoding="ascii").strip()
    assert (calls.site / line).resolve() == tmp_path / "python"


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


# ---- installing for the person who is logged in

PARTS = ("python/kinerja/__init__.py", "templates/laporan.docx", "mulai.py")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The project as it is downloaded, of version 1."""
    for part in PARTS:
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / part).write_text("1")
    return tmp_path


@pytest.fixture
def place(mulai: ModuleType) -> Path:
    return mulai.home()


def versions(place: Path) -> set[str]:
    """The versions of all parts that are installed."""
    return {(place / "aplikasi" / part).read_text() for part in PARTS}


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


WHOLE = ["aplikasi", "folder.txt", "venv"]


@pytest.mark.parametrize("words", [["pasang", "--folder", "{}"], ["pasang", "--folder={}"]])
def test_pasang_puts_the_program_in_the_persons_own_place_and_makes_the_folder_ready(
    words: list[str], mulai: ModuleType, calls: Calls, program: Path, place: Path
) -> None:
    status = mulai.main([word.format(program / "Kinerja 2026") for word in words])

    assert calls.started == [
        "-m", "kinerja", "install", "--folder", str(program / "Kinerja 2026")
    ]  # fmt: skip
    assert calls.run[-1][0] == str(mulai.python_of(place / "venv"))
    assert (names(place), versions(place), status) == (WHOLE, {"1"}, 7)


def test_the_installed_environment_finds_the_installed_program(
    mulai: ModuleType, calls: Calls, program: Path, place: Path
) -> None:
    calls.site = place / "venv" / "site-packages"
    mulai.main(["pasang"])

    line = (calls.site / "kinerja.pth").read_text(encoding="ascii").strip()
    assert (calls.site / line).resolve() == place / "aplikasi" / "python"


def test_pasang_twice_brings_the_new_version_and_installs_the_same_list_once(
    mulai: ModuleType, calls: Calls, program: Path, place: Path
) -> None:
    mulai.main(["pasang"])
    for part in PARTS:
        (program / part).write_text("2")
    (place / "aplikasi" / "python" / "yang dibuang.py").touch()
    mulai.main(["pasang"])

    assert (names(place), versions(place)) == (WHOLE, {"2"})
    assert not (place / "aplikasi" / "python" / "yang dibuang.py").exists()
    assert (calls.made, len(calls.installed)) == (1, 1)


def test_without_network_the_old_version_goes_on(
    mulai: ModuleType, calls: Calls, program: Path, place: Path
) -> None:
    mulai.main(["pasang"])
    for part in (*PARTS, "requirements.txt"):
        (program / part).write_text("2")
    calls.pip = 1

    with pytest.raises(mulai.Stop, match="internet"):
        mulai.main(["pasang"])
    assert versions(place) == {"1"}


def test_a_program_in_use_is_not_half_replaced(
    mulai: ModuleType,
    calls: Calls,
    program: Path,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mulai.main(["pasang"])
    (program / "mulai.py").write_text("2")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "aplikasi.baru":
            raise PermissionError(13, "Denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(mulai.Stop, match="sedang dipakai"):
        mulai.main(["pasang"])
    assert versions(place) == {"1"}


@pytest.mark.parametrize("left", [["aplikasi.lama"], ["aplikasi.lama", "aplikasi.baru"]])
def test_after_an_interrupted_swap_it_is_mended(
    left: list[str], mulai: ModuleType, calls: Calls, program: Path, place: Path
) -> None:
    mulai.main(["pasang"])
    (place / "aplikasi").rename(place / left[0])
    for name in left[1:]:
        (place / name).mkdir()
    mulai.recover(place)
    assert versions(place) == {"1"}

    mulai.main(["pasang"])

    assert (names(place), versions(place)) == (WHOLE, {"1"})


def test_the_installed_program_can_install_itself_again(
    mulai: ModuleType,
    calls: Calls,
    program: Path,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mulai.main(["pasang"])
    monkeypatch.setattr(mulai, "ROOT", place / "aplikasi")
    mulai.main(["pasang"])
    mulai.main(["verify"])

    assert (names(place), versions(place)) == (WHOLE, {"1"})
    assert calls.run[-1][0] == str(mulai.python_of(place / "venv"))
    assert calls.made == 1


def test_an_environment_whose_python_was_removed_is_made_again(
    mulai: ModuleType,
    calls: Calls,
    program: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mulai.main(["pasang"])
    monkeypatch.setattr(mulai, "runs", lambda _: False)
    mulai.main(["pasang"])

    assert (calls.made, len(calls.installed)) == (2, 2)


def test_a_zip_that_was_not_unpacked_is_a_sentence(
    mulai: ModuleType, calls: Calls, place: Path
) -> None:
    with pytest.raises(mulai.Stop, match="Ekstrak"):
        mulai.main(["pasang"])
    assert (calls.made, calls.run) == (0, [])


INSTALL = ["-m", "kinerja", "install"]


def handed(calls: Calls) -> list[str]:
    """The folders for which kinerja install was started."""
    return [words[7] for words in calls.run if words[3:7] == [*INSTALL, "--folder"]]


def test_a_double_click_renews_every_folder_made_ready_before(
    mulai: ModuleType, calls: Calls, program: Path
) -> None:
    for year in ("Kinerja 2025", "Kinerja 2026"):
        (program / year).mkdir()
        mulai.main([str(program / year)])  # dropped on mulai.cmd
    gone = program / "Kinerja 2024"
    mulai.main(["pasang", "--folder", str(gone)])
    calls.run.clear()
    mulai.main(["pasang"])

    assert handed(calls) == [str(program / "Kinerja 2025"), str(program / "Kinerja 2026")]


def test_the_first_double_click_asks_nothing_and_takes_a_folder_of_ones_own(
    mulai: ModuleType, calls: Calls, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mulai.time, "localtime", lambda: SimpleNamespace(tm_year=2026))
    mulai.main(["pasang"])

    assert handed(calls) == [str(program / "rumah" / "Kinerja 2026")]


def test_libraries_may_come_from_a_folder_instead_of_the_network(
    mulai: ModuleType, calls: Calls, program: Path
) -> None:
    (program / "pustaka").mkdir()
    mulai.main(["pasang"])

    assert "--no-index" in calls.installed[0]
    assert str(program / "pustaka") in calls.installed[0]


@pytest.mark.parametrize("system", System)
def test_the_place_of_the_program_is_the_one_that_kinerja_knows(
    system: System, mulai: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(Path.home() / "AppData" / "Local"))
    platform = {"Windows": ("nt", "win32"), "macOS": ("posix", "darwin")}
    name, said = platform.get(system.value, ("posix", "linux"))
    monkeypatch.setattr(mulai, "os", SimpleNamespace(name=name, environ=os.environ))
    monkeypatch.setattr(mulai, "sys", SimpleNamespace(platform=said))

    assert mulai.home() == kinerja_home(system)
