"""``mulai.py pasang`` as staff run it, into a home of its own; nothing comes from the network.

The libraries are those of the Python that runs the tests: pip finds them there and has
nothing left to install.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from folders import tree
from terminal import SECONDS

SOURCE = Path(__file__).parents[2] / "mulai.py"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the home of a test is set for POSIX")
NO_NETWORK = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "no_proxy": "*"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a home folder and nothing in it."""

    home: Path

    @property
    def place(self) -> Path:
        """Where the program goes, on Linux."""
        return self.home / ".local" / "share" / "kinerja"

    def types(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run mulai.py in this home."""
        return self.runs(sys.executable, str(SOURCE), *words, **environ)

    def runs(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run a program in this home, with the libraries of this Python."""
        libraries = {"PYTHONPATH": sysconfig.get_paths()["purelib"]}
        return subprocess.run(
            words,
            cwd=self.home,
            env=self._clean() | NO_NETWORK | libraries | {"HOME": str(self.home)} | environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=SECONDS,
        )

    def _clean(self) -> Mapping[str, str]:
        return {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Person:
    """A person who has installed kinerja for one folder."""
    person = Person(tmp_path_factory.mktemp("rumah"))
    done = person.types("pasang", "--folder", "Kinerja 2026")
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return person


def test_a_folder_of_work_and_the_program_are_there(person: Person) -> None:
    assert (person.home / "Kinerja 2026" / "kinerja.xlsm").read_bytes().startswith(b"PK")
    assert (person.home / "Kinerja 2026" / "Masuk").is_dir()
    assert sorted(path.name for path in person.place.iterdir()) == [
        "aplikasi",
        "folder.txt",
        "venv",
    ]
    assert not list((person.place / "aplikasi").rglob("tests"))


def test_the_installed_python_runs_the_installed_program(person: Person) -> None:
    python = str(person.place / "venv" / "bin" / "python")
    said = person.runs(python, "-c", "import kinerja; print(kinerja.__file__)")

    assert Path(said.stdout.strip()).is_relative_to(person.place / "aplikasi")


def test_doctor_finds_the_installation_right(person: Person) -> None:
    mulai = str(person.place / "aplikasi" / "mulai.py")
    said = person.runs(sys.executable, mulai, "doctor", "--folder", "Kinerja 2026", "--json")
    outcome = json.loads(said.stdout)

    # what this computer is like besides is not decided here
    assert [t["kode"] for t in outcome["temuan"] if t["tingkat"] == "Galat"] == []
    assert {t["kode"] for t in outcome["temuan"]} & {"S41", "S42", "S43", "S63"} == set()
    assert outcome["hitungan"]["beres"] == len(outcome["baik"]) > 5


def test_pasang_again_changes_nothing_of_the_office(person: Person) -> None:
    (person.home / "Kinerja 2026" / "Masuk" / "catatan.txt").write_text("milik kantor")
    before = tree(person.home / "Kinerja 2026")
    done = person.types("pasang")

    assert done.returncode in {0, 1}, done.stdout + done.stderr
    assert tree(person.home / "Kinerja 2026") == before
    assert not (person.place / "aplikasi.lama").exists()


def test_without_network_it_says_so_and_can_be_done_again(tmp_path: Path) -> None:
    person = Person(tmp_path)
    refused = person.types("pasang", PYTHONPATH="")
    half_done = sorted(path.name for path in person.place.iterdir())
    again = person.types("pasang")

    assert refused.returncode == 1
    assert "internet" in refused.stderr
    assert "ERROR" not in refused.stdout + refused.stderr
    assert half_done == ["aplikasi.baru", "venv"]
    assert again.returncode in {0, 1}, again.stdout + again.stderr
    assert len(list(tmp_path.glob("Kinerja *"))) == 1
