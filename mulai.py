"""Menyiapkan kinerja di komputer ini, lalu menjalankannya.

    python3 mulai.py contoh     putar satu tahun kerja dengan data contoh
    python3 mulai.py uji        jalankan semua pengujian
    python3 mulai.py baru --folder DIR   buat master yang masih kosong
    python3 mulai.py PERINTAH   jalankan perintah kinerja, misalnya: generate --folder DIR

Hanya memakai pustaka standar Python, supaya jalan sebelum apa pun terpasang.
"""

from __future__ import annotations  # so that an old Python comes as far as its message

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FOR_USERS = (ROOT / "requirements.txt",)
FOR_TESTS = (*FOR_USERS, ROOT / "tests" / "requirements.txt")
OLDEST = (3, 11)


class Stop(Exception):  # it is no error of the program
    """Why it cannot go on, in words for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Run what was asked for; the exit status of the process."""
    if not arguments or arguments[0] in {"-h", "--help", "--bantuan"}:
        say(str(__doc__))
        return run("-m", "kinerja", "--help") if PYTHON.exists() else 0
    command, *rest = arguments
    prepare(FOR_TESTS if command == "uji" else FOR_USERS)
    if command == "contoh":
        return run("-m", "contoh", *rest)
    if command == "baru":
        return run(str(ROOT / "python" / "build.py"), *rest)
    if command == "uji":
        # every core at once; what one file makes is made once
        cores = ("-n", "auto", "--dist", "loadscope")
        return run("-m", "pytest", str(ROOT / "tests"), *cores, *rest, folder=ROOT)
    return run("-m", "kinerja", command, *rest)


def prepare(lists: tuple[Path, ...]) -> None:
    """Make .venv if there is none and install what these lists pin, once."""
    if sys.version_info < OLDEST:
        raise Stop("kinerja memerlukan Python 3.11 atau yang lebih baru.")
    # The folder counts too: one that was moved must be linked anew.
    known = b"".join([os.fsencode(ROOT), *(path.read_bytes() for path in lists)])
    wanted = hashlib.sha256(known).hexdigest()
    mark = VENV / f"{lists[-1].parent.name}.terpasang"
    if PYTHON.exists() and mark.exists() and mark.read_text() == wanted:
        return
    # One that was never finished, for want of python3-venv or of patience, may lack pip.
    if not PYTHON.exists() or not any(VENV.glob("*.terpasang")):
        say("Menyiapkan .venv ...")
        make_venv()
    say("Memasang pustaka, sekali saja ...")
    options = [word for path in lists for word in ("--requirement", str(path))]
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, *options], check=False).returncode:
        raise Stop("Pustaka belum terpasang. Periksa sambungan internet, lalu ulangi.")
    link_package()
    mark.write_text(wanted)


def make_venv() -> None:
    """Make an environment of its own, which needs no administrator."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Stop(
            "Lingkungan Python tidak dapat dibuat. Di Debian/Ubuntu pasang dahulu paket "
            f"python3-venv; selain itu periksa izin folder {ROOT}."
        ) from error


def link_package() -> None:
    """Let the environment find the package in its folder."""
    code = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    found = subprocess.run(
        [str(PYTHON), "-c", code], check=False, capture_output=True, text=True
    )
    if found.returncode:
        raise Stop(f"Python di {VENV} tidak dapat dijalankan. Hapus folder itu, lalu ulangi.")
    link = Path(found.stdout.strip()) / "kinerja.pth"
    link.write_text(f"{ROOT / 'python'}\n", encoding="utf-8")


def run(*arguments: str, folder: Path | None = None) -> int:
    """Run the environment's Python; its exit status."""
    return subprocess.run(
        [str(PYTHON), "-X", "utf8", *arguments], cwd=folder, check=False
    ).returncode


def say(text: str) -> None:
    """Tell the person what is going on."""
    print(text, flush=True)  # noqa: T201  # this is the terminal


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit("Dihentikan.")
