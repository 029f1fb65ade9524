"""Menyiapkan kinerja di komputer ini, lalu menjalankannya.

    python3 mulai.py pasang     pasang untuk pengguna ini dan siapkan folder kerjanya
                                (--folder DIR bila foldernya dipilih sendiri)
    python3 mulai.py contoh     putar satu tahun kerja dengan data contoh
    python3 mulai.py uji        jalankan semua pengujian
    python3 mulai.py baru --folder DIR   buat master yang masih kosong
    python3 mulai.py PERINTAH   jalankan perintah kinerja, misalnya: generate --folder DIR

Hanya memakai pustaka standar Python, supaya jalan sebelum apa pun terpasang.
"""

from __future__ import annotations  # so that an old Python comes as far as its message

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
FOR_USERS = ("requirements.txt",)
FOR_TESTS = (*FOR_USERS, "tests/requirements.txt")
APPLICATION = ("python", "templates", "requirements.txt", "mulai.py")  # what is installed
BESIDE = ("mulai.cmd", "README.md", "kinerja.xlsm")  # and what comes along if it is there
WHEELS = "pustaka"  # a folder beside this file with all libraries, for offices without network
OLDEST = (3, 11)

TANPA_PUSTAKA = """Pustaka belum dapat diunduh. Yang sudah terpasang tetap seperti semula.
- Periksa sambungan internet (di kantor mungkin lewat proxy), lalu ulangi.
- Tanpa internet: di komputer lain yang sejenis, jalankan
  python -m pip download -r requirements.txt -d pustaka
  lalu salin folder pustaka itu ke samping mulai.py, dan ulangi.
Rinciannya untuk pengelola jaringan: {log}"""

TANPA_LIBREOFFICE = """
PERHATIAN: LibreOffice tidak ditemukan, jadi semua pengujian yang memakainya DILEWATI.
Tombol, dialog, dan rumus belum diuji. Pasang LibreOffice (Calc), lalu ulangi."""


class Stop(Exception):  # it is no error of the program
    """Why it cannot go on, in words for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Run what was asked for; the exit status of the process."""
    if not arguments or arguments[0] in {"-h", "--help", "--bantuan"}:
        say(str(__doc__))
        own = environment_of(ROOT)
        return run(own, "-m", "kinerja", "--help") if python_of(own).exists() else 0
    if sys.version_info < OLDEST:
        raise Stop("kinerja memerlukan Python 3.11 atau yang lebih baru (python.org).")
    command, *rest = arguments
    if Path(command).is_absolute() and Path(command).is_dir():
        return install(["--folder", command, *rest])  # it was dropped on mulai.cmd
    return install(rest) if command == "pasang" else start(command, rest)


def start(command: str, options: list[str]) -> int:
    """Run a command in the environment of this copy; its exit status."""
    own = environment_of(ROOT)
    prepare(own, ROOT, FOR_TESTS if command == "uji" else FOR_USERS)
    if command == "contoh":
        return run(own, "-m", "contoh", *options)
    if command == "baru":
        # without a word of its own build.py makes the project's, not an office's
        return run(own, str(ROOT / "python" / "build.py"), *(options or ("--folder", ".")))
    if command == "uji":
        # every core at once; what one file makes is made once
        cores = ("-n", "auto", "--dist", "loadscope")
        status = run(own, "-m", "pytest", str(ROOT / "tests"), *cores, *options, folder=ROOT)
        if not shutil.which("soffice"):
            say(TANPA_LIBREOFFICE)
        return status
    return run(own, "-m", "kinerja", command, *options)


# ---- the environment


def environment_of(root: Path) -> Path:
    """The environment of a copy of kinerja: beside it when it is the installed one."""
    return root.parent / "venv" if root == home() / "aplikasi" else root / ".venv"


def python_of(environment: Path) -> Path:
    """The Python in it."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(environment: Path, root: Path, lists: tuple[str, ...]) -> None:
    """Make the environment if there is none and install what the lists pin, once.

    The lists are those beside this file; ``root`` is where the package will be found.
    """
    paths = [ROOT / name for name in lists]
    # The folder counts too: one that was moved must be linked anew.
    known = b"".join([os.fsencode(root), *(path.read_bytes() for path in paths)])
    wanted = hashlib.sha256(known).hexdigest()
    mark = environment / f"{'uji' if lists == FOR_TESTS else 'pakai'}.terpasang"
    is_there = python_of(environment).exists()
    if is_there and mark.exists() and mark.read_text() == wanted:
        return
    # One that was never finished, for want of python3-venv or of patience, may lack pip.
    if not is_there or not any(environment.glob("*.terpasang")):
        say(f"Menyiapkan {environment.name} ...")
        make_venv(environment)
    say("Memasang pustaka, sekali saja; ini dapat memakan beberapa menit ...")
    pip_install(environment, paths)
    link_package(environment, root)
    mark.write_text(wanted)


def make_venv(environment: Path) -> None:
    """Make an environment of its own, which needs no administrator."""
    try:
        venv.create(environment, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Stop(
            "Lingkungan Python tidak dapat dibuat. Di Debian/Ubuntu pasang dahulu paket "
            f"python3-venv; selain itu periksa izin folder {environment.parent}."
        ) from error


def pip_install(environment: Path, lists: list[Path]) -> None:
    """Install what the lists pin, from the network or from the folder of wheels."""
    log = environment / "pip.log"
    words = [str(python_of(environment)), "-m", "pip", "install", "-qqq", "--log", str(log)]
    words.append("--disable-pip-version-check")
    if (ROOT / WHEELS).is_dir():
        words += ["--no-index", "--find-links", str(ROOT / WHEELS)]
    words += [word for path in lists for word in ("--requirement", str(path))]
    # pip speaks English; all it has to say is in the log
    if subprocess.run(words, check=False, stderr=subprocess.DEVNULL).returncode:
        raise Stop(TANPA_PUSTAKA.format(log=log))


def link_package(environment: Path, root: Path) -> None:
    """Let the environment find the package in its folder."""
    code = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    words = [str(python_of(environment)), "-X", "utf8", "-c", code]
    found = subprocess.run(
        words, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if found.returncode:
        raise Stop(f"Python di {environment} tidak jalan. Hapus folder itu, lalu ulangi.")
    site = Path(found.stdout.strip())
    # Before 3.13 such a file is read in the encoding of the system: no name of a person in it.
    line = os.path.relpath(root / "python", site)
    (site / "kinerja.pth").write_text(f"{line}\n", encoding="utf-8")


def run(environment: Path, *arguments: str, folder: Path | None = None) -> int:
    """Run the environment's Python; its exit status."""
    return subprocess.run(
        [str(python_of(environment)), "-X", "utf8", *arguments], cwd=folder, check=False
    ).returncode


# ---- installing for the person who is logged in


def home() -> Path:
    """The person's own place for the program, as the workbook's buttons look for it."""
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(local, "Kinerja")
    if sys.platform == "darwin":  # where kinerja.applescript looks
        return Path.home() / "Kinerja"
    return Path.home() / ".local" / "share" / "kinerja"


def install(options: list[str]) -> int:
    """Install or renew the program, then make the office's folders ready.

    The new version replaces the old one whole or not at all; an office's files are not
    touched by it. It may be done twice, and again after it was interrupted.
    """
    place = home()
    environment, application = place / "venv", place / "aplikasi"
    say(f"Memasang kinerja di {place} ...")
    recover(place)
    fresh = None if application == ROOT else bring(place)
    if not runs(environment):
        shutil.rmtree(environment, ignore_errors=True)
    prepare(environment, application, FOR_USERS)
    if fresh:
        swap(fresh, application)
    statuses = [
        run(environment, "-m", "kinerja", "install", *words)
        for words in folders(options, place / "folder.txt")
    ]
    return max(statuses)


def recover(place: Path) -> None:
    """Undo what an interrupted run has left half done."""
    application, old = place / "aplikasi", place / "aplikasi.lama"
    if old.exists() and not application.exists():
        old.rename(application)
    for left in (old, place / "aplikasi.baru"):
        shutil.rmtree(left, ignore_errors=True)


def bring(place: Path) -> Path:
    """Copy the program beside the one that is installed."""
    missing = [name for name in APPLICATION if not (ROOT / name).exists()]
    if missing:
        raise Stop(
            f"Di {ROOT} tidak ada {', '.join(missing)}. Ekstrak dahulu seluruh zip-nya."
        )
    fresh = place / "aplikasi.baru"
    try:
        fresh.mkdir(parents=True)
        for name in (*APPLICATION, *BESIDE):
            copy(ROOT / name, fresh / name)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise Stop(
            f"kinerja tidak dapat disalin ke {place}. Periksa ruang penyimpanan dan izinnya."
        ) from error
    return fresh


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder, if it is there."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.exists():
        shutil.copyfile(source, target)  # the content only, not that it was downloaded


def swap(fresh: Path, application: Path) -> None:
    """Let the fresh copy be the program; until then the old one is it."""
    old = application.with_name("aplikasi.lama")
    try:
        if application.exists():
            application.rename(old)
        fresh.rename(application)
    except OSError as error:
        recover(application.parent)
        raise Stop(
            "kinerja sedang dipakai. Tutup Excel dan LibreOffice, lalu ulangi."
        ) from error
    shutil.rmtree(old, ignore_errors=True)


def runs(environment: Path) -> bool:
    """Whether its Python still runs: the one it was made from may have been removed."""
    try:
        done = subprocess.run([str(python_of(environment)), "-c", ""], check=False)
    except OSError:
        return False
    return done.returncode == 0


def folders(options: list[str], memory: Path) -> list[list[str]]:
    """What to hand on for each folder: the one that was named, else all made ready before."""
    known = memory.read_text(encoding="utf-8").splitlines() if memory.exists() else []
    if options and options[0].startswith("--folder="):
        options = ["--folder", options[0].partition("=")[2], *options[1:]]
    if "--folder" in options[:-1]:
        number = options.index("--folder") + 1
        folder = os.path.abspath(options[number])  # noqa: PTH100  # no link is followed
        chosen, options = [folder], [*options[: number - 1], *options[number + 1 :]]
    else:
        usual = Path.home() / f"Kinerja {time.localtime().tm_year}"
        chosen = [folder for folder in known if Path(folder).is_dir()] or [str(usual)]
    all_ = dict.fromkeys([*known, *chosen])
    memory.write_text("".join(f"{folder}\n" for folder in all_), encoding="utf-8")
    return [["--folder", folder, *options] for folder in chosen]


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
