"""Pasang, step by step, on systems that are not here: a registry and folders made for it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from kinerja.adapters import links, machine, office, registry, trust, user_places
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order, doctor, install
from kinerja.commands.doctor import calc_of
from kinerja.commands.install import STEPS
from kinerja.doctor import Said
from kinerja.installation import Calc, Starting, System, Trust
from kinerja.temuan import KinerjaError, Rule, Temuan

USER, MACHINE = registry.USER, registry.MACHINE
LOCATIONS = r"Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
DEFENDER = r"SOFTWARE\Policies\Microsoft\Windows Defender"
ASR = rf"{DEFENDER}\Windows Defender Exploit Guard\ASR\Rules"
RULE = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"


@dataclass(slots=True)
class Registry(ModuleType):
    """What ``winreg`` does, on tables: (root, key) → values by name."""

    keys: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    denied: set[str] = field(default_factory=set)
    HKEY_CURRENT_USER: str = USER
    HKEY_LOCAL_MACHINE: str = MACHINE
    KEY_WRITE: int = 0x20006
    REG_SZ: int = 1
    REG_DWORD: int = 4

    @contextmanager
    def OpenKey(self, root: str, key: str) -> Iterator[tuple[str, str]]:
        if key in self.denied:
            raise PermissionError(13, "Denied")
        if not any(r == root and (k == key or k.startswith(f"{key}\\")) for r, k in self.keys):
            raise FileNotFoundError(2, "Not found")
        yield root, key

    @contextmanager
    def CreateKeyEx(
        self, root: str, key: str, _reserved: int, _access: int
    ) -> Iterator[tuple[str, str]]:
        if key in self.denied or any(key.startswith(denied) for denied in self.denied):
            raise PermissionError(13, "Denied")
        self.keys.setdefault((root, key), {})
        yield root, key

    def QueryValueEx(self, opened: tuple[str, str], name: str) -> tuple[object, int]:
        values = self.keys.get(opened, {})
        if name not in values:
            raise FileNotFoundError(2, "Not found")
        return values[name], 0

    def SetValueEx(
        self, opened: tuple[str, str], name: str, _reserved: int, kind: int, value: object
    ) -> None:
        assert kind == (self.REG_DWORD if isinstance(value, int) else self.REG_SZ)
        self.keys[opened][name] = value

    def _below(self, opened: tuple[str, str]) -> list[str]:
        root, key = opened
        below = [k[len(key) + 1 :] for r, k in self.keys if r == root]
        mine = [k for r, k in self.keys if r == root and k.startswith(f"{key}\\")]
        return sorted({name.split("\\")[0] for name in below if f"{key}\\{name}" in mine})

    def QueryInfoKey(self, opened: tuple[str, str]) -> tuple[int, int, int]:
        return len(self._below(opened)), 0, 0

    def EnumKey(self, opened: tuple[str, str], number: int) -> str:
        return self._below(opened)[number]


@pytest.fixture
def winreg(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """An empty registry."""
    tables = Registry()
    monkeypatch.setitem(sys.modules, "winreg", tables)
    return tables


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a person, on whatever system."""
    home = tmp_path / "rumah"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("APPDATA", str(home / "Roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "Local"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def master(rumah: Path) -> Path:
    """A master that was filled long ago."""
    path = rumah / "Kinerja 2026" / "kinerja.xlsm"
    path.parent.mkdir()
    path.write_bytes(b"milik kantor")
    return path


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)


def on(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_places, "this_system", lambda: system)


def codes(said: list[Said] | tuple[Temuan, ...]) -> list[str]:
    return [one.rule.code for one in said if isinstance(one, Temuan)]


def steps(system: System, master: Path) -> list[Said]:
    return [one for step in STEPS[system] for one in step(master)]


# ---- trusted locations


def test_the_folder_is_trusted_but_not_what_was_returned_into_it(
    winreg: Registry, master: Path
) -> None:
    trust.trust_folder(master.parent)

    ((_, values),) = winreg.keys.items()
    assert values["AllowSubFolders"] == 0
    assert trust.trust_of(master.parent) is Trust.TRUSTED
    assert trust.trust_of(master.parent / "Masuk") is Trust.NOT_YET


def test_trusting_twice_makes_one_location(winreg: Registry, master: Path) -> None:
    trust.trust_folder(master.parent)
    trust.trust_folder(master.parent)

    assert len(winreg.keys) == 1


def test_each_folder_has_its_own_location(winreg: Registry, tmp_path: Path) -> None:
    years = [tmp_path / "Kinerja 2025", tmp_path / "Kinerja 2026"]
    for folder in years:
        trust.trust_folder(folder)

    assert [trust.trust_of(folder) for folder in years] == [Trust.TRUSTED] * 2


@pytest.mark.parametrize(
    ("key", "values", "expected"),
    [
        (rf"{LOCATIONS}\Location3", {"Path": "D:\\Kerja\\Kinerja 2026\\"}, Trust.TRUSTED),
        (rf"{LOCATIONS}\Location3", {"Path": "d:/kerja/KINERJA 2026"}, Trust.TRUSTED),
        (rf"{POLICY}\Location0", {"Path": "D:\\Kerja\\Kinerja 2026"}, Trust.TRUSTED),
        (rf"{LOCATIONS}\Location3", {"Path": "D:\\Kerja"}, Trust.NOT_YET),
        (
            rf"{LOCATIONS}\Location3",
            {"Path": "D:\\Kerja", "AllowSubFolders": 1},
            Trust.TRUSTED,
        ),
        (rf"{LOCATIONS}\Location3", {"Path": "D:\\Ker", "AllowSubFolders": 1}, Trust.NOT_YET),
        (rf"{LOCATIONS}\Location3", {"Path": ""}, Trust.NOT_YET),
        (rf"{LOCATIONS}\Location3", {}, Trust.NOT_YET),
        (POLICY, {"AllLocationsDisabled": 1}, Trust.FORBIDDEN),
        (LOCATIONS, {"AllLocationsDisabled": 1}, Trust.FORBIDDEN),
        (LOCATIONS, {"AllLocationsDisabled": 0}, Trust.NOT_YET),
    ],
)
def test_locations_are_read_as_excel_reads_them(
    key: str, values: dict[str, object], expected: Trust, winreg: Registry
) -> None:
    winreg.keys[USER, key] = values

    assert trust.trust_of(Path("D:\\Kerja\\Kinerja 2026")) is expected


def test_without_any_location_nothing_is_trusted(winreg: Registry) -> None:
    assert trust.trust_of(Path("D:\\Kinerja 2026")) is Trust.NOT_YET


def test_locations_that_may_not_be_read_are_not_guessed(winreg: Registry) -> None:
    winreg.denied.add(LOCATIONS)

    assert trust.trust_of(Path("D:\\Kinerja 2026")) is Trust.UNSEEN


# ---- the Mark of the Web


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://mail.example/\r\n", True),
        ("[ZoneTransfer]\r\nZoneId=4\r\n", True),
        ("[ZoneTransfer]\r\nZoneId=2\r\n", False),
        ("[ZoneTransfer]\r\nZoneId=0\r\n", False),
        ("", False),
    ],
)
def test_the_mark_of_the_web_is_read_and_taken_away(
    stream: str, expected: bool, master: Path
) -> None:
    mark = Path(f"{master}:Zone.Identifier")  # on NTFS a stream; here a file of that name
    mark.write_text(stream)
    before = trust.is_marked(master)
    trust.unmark(master)
    trust.unmark(master)

    assert (before, trust.is_marked(master)) == (expected, False)
    assert master.read_bytes() == b"milik kantor"


# ---- whether Office may start a program


@pytest.mark.parametrize(
    ("key", "values", "expected"),
    [
        (ASR, {RULE: "1"}, Starting.BLOCKED),
        (ASR, {RULE: "2"}, Starting.ALLOWED),  # audit
        (ASR, {RULE: "6"}, Starting.ALLOWED),  # warn
        (ASR, {RULE: "0"}, Starting.ALLOWED),
        (ASR, {"56A863A9-875E-4185-98A7-B882C64B5CE5": "1"}, Starting.ALLOWED),
        (ASR.replace(r"\Policies", ""), {RULE: "1"}, Starting.BLOCKED),
        (rf"{DEFENDER}\Policy Manager", {"ASRRules": f"{RULE.lower()}=1"}, Starting.BLOCKED),
        (
            rf"{DEFENDER}\Policy Manager",
            {"ASRRules": f"56A863A9-875E-4185-98A7-B882C64B5CE5=1|{RULE}=2"},
            Starting.ALLOWED,
        ),
    ],
)
def test_the_rule_against_child_processes_is_read_where_windows_keeps_it(
    key: str, values: dict[str, object], expected: Starting, winreg: Registry
) -> None:
    winreg.keys[MACHINE, key] = values

    assert trust.starting() is expected


def test_a_rule_that_may_not_be_read_is_not_guessed(winreg: Registry) -> None:
    winreg.denied.add(ASR)

    assert trust.starting() is Starting.UNSEEN


# ---- links


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("Kinerja 2026", "Kinerja 2026"),
        ("kinerja", "kinerja"),
        ("2026", "Kinerja 2026"),
        ("", "Kinerja"),
    ],
)
def test_a_link_is_called_after_its_folder(folder: str, expected: str) -> None:
    assert links.link_name(Path("/", folder)) == expected


def test_a_link_is_made_once_and_never_in_the_place_of_another(tmp_path: Path) -> None:
    texts = ("satu", "dua", "satu", "dua")
    made = [links.place_link(tmp_path / "Desktop", "K", ".url", text).name for text in texts]

    assert made == ["K.url", "K (2).url", "K.url", "K (2).url"]


def test_a_windows_shortcut_names_the_file_whole() -> None:
    text = links.shortcut(Path("/Kerja & Arsip/Kinerja 2026/kinerja.xlsm"))

    assert text.splitlines() == [
        "[InternetShortcut]",
        "URL=file:///Kerja%20%26%20Arsip/Kinerja%202026/kinerja.xlsm",
    ]


def test_a_link_for_the_finder_is_xml_that_names_the_file() -> None:
    root = ElementTree.fromstring(links.webloc(Path("/Kerja/A'B/kinerja.xlsm")))

    assert [node.text for node in root.iter("string")] == ["file:///Kerja/A%27B/kinerja.xlsm"]


@pytest.mark.parametrize("folder", ["Kinerja 2026", 'A "B"', "100 % $HOME", "a\\b", "a`b"])
def test_a_desktop_entry_starts_the_program_with_the_master_whole(folder: str) -> None:
    path = Path("/kerja", folder, "kinerja.xlsm")
    lines = links.desktop_entry(path, "/usr/bin/soffice").splitlines()
    exec_ = next(line.partition("=")[2] for line in lines if line.startswith("Exec="))
    quoted = exec_.replace("\\\\", "\\").replace("%%", "%")
    words = [
        re.sub(r"\\(.)", r"\1", word) for word in re.findall(r'"((?:\\.|[^"])*)"', quoted)
    ]

    assert words == ["/usr/bin/soffice", str(path)]
    assert lines[0] == "[Desktop Entry]"


# ---- the steps of each system


def test_windows_is_made_ready(
    winreg: Registry, rumah: Path, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.WINDOWS, monkeypatch)
    Path(f"{master}:Zone.Identifier").write_text("ZoneId=3")
    said = steps(System.WINDOWS, master)
    link = links.shortcut(master)
    menu = rumah / "Roaming/Microsoft/Windows/Start Menu/Programs"

    assert codes(said) == []
    assert trust.trust_of(master.parent) is Trust.TRUSTED
    assert not trust.is_marked(master)
    assert (rumah / "Desktop" / "Kinerja 2026.url").read_bytes().decode() == link
    assert (menu / "Kinerja 2026.url").read_bytes().decode() == link


def test_a_desktop_that_was_moved_is_found(
    winreg: Registry, rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERPROFILE", str(rumah))
    key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
    winreg.keys[USER, key] = {"Desktop": "%USERPROFILE%/OneDrive/Desktop"}

    assert user_places.desktop(System.WINDOWS) == rumah / "OneDrive" / "Desktop"


def test_what_a_policy_forbids_is_said_and_the_rest_is_done(
    winreg: Registry, rumah: Path, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.WINDOWS, monkeypatch)
    winreg.denied.add(LOCATIONS)
    (rumah / "Desktop").write_bytes(b"bukan folder")
    said = steps(System.WINDOWS, master)

    assert codes(said) == ["S66", "S65"]
    assert (rumah / "Roaming/Microsoft/Windows/Start Menu/Programs").is_dir()


def test_a_policy_without_trusted_locations_is_said(
    winreg: Registry, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.WINDOWS, monkeypatch)
    winreg.keys[USER, POLICY] = {"AllLocationsDisabled": 1}

    assert codes(steps(System.WINDOWS, master)) == ["S54"]


def test_macos_is_made_ready(
    rumah: Path, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.MACOS, monkeypatch)
    said = steps(System.MACOS, master)
    scripts = list((rumah / "Library/Application Scripts/com.microsoft.Excel").iterdir())

    assert codes(said) == []
    assert [path.suffix for path in scripts] == [".applescript"]
    assert machine.has_applescript(user_places.excel_scripts())
    assert (rumah / "Desktop" / "Kinerja 2026.webloc").is_file()


def test_macos_without_xlwings_or_permission_is_said(
    rumah: Path, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.MACOS, monkeypatch)
    (rumah / "Library").write_bytes(b"bukan folder")
    refused = codes(steps(System.MACOS, master))
    (rumah / "Library").unlink()
    monkeypatch.setattr(machine, "APPLESCRIPT", rumah / "tidak ada.applescript")

    assert (refused, codes(steps(System.MACOS, master))) == (["S60"], ["S60"])


def test_linux_is_made_ready(
    rumah: Path, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.LINUX, monkeypatch)
    said = steps(System.LINUX, master)
    entry = rumah / ".local/share/applications/Kinerja 2026.desktop"

    assert codes(said) == []
    assert f'Exec="xdg-open" "{master}"' in entry.read_text(encoding="utf-8")


@pytest.fixture
def libreoffice(rumah: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LibreOffice that can run Python."""
    soffice = rumah / "opt" / "program" / "soffice"
    soffice.parent.mkdir(parents=True)
    (soffice.parent / "pythonscript.py").touch()
    soffice.touch()
    monkeypatch.setattr(office, "find_office", lambda: soffice)
    return soffice


PROFILES = {
    System.WINDOWS: "Roaming/LibreOffice/4",
    System.MACOS: "Library/Application Support/LibreOffice/4",
    System.LINUX: ".config/libreoffice/4",
}


@pytest.mark.parametrize("system", System)
def test_libreoffice_is_prepared_where_it_is_found(
    system: System,
    winreg: Registry,
    rumah: Path,
    master: Path,
    libreoffice: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on(system, monkeypatch)
    before = calc_of(master.parent, system)
    first, second = steps(system, master), steps(system, master)

    assert before is Calc.NOT_YET
    assert codes(first) == codes(second) == []
    assert calc_of(master.parent, system) is Calc.READY
    assert calc_of(master.parent.parent, system) is Calc.NOT_YET
    assert (rumah / PROFILES[system] / "user/Scripts/python/kinerja_lo.py").is_file()


def test_an_open_libreoffice_is_said_and_left_alone(
    rumah: Path, master: Path, libreoffice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.LINUX, monkeypatch)
    profile = rumah / PROFILES[System.LINUX]
    profile.mkdir(parents=True)
    (profile / ".lock").touch()

    assert codes(steps(System.LINUX, master)) == [Rule.LIBREOFFICE_TERBUKA.code]
    assert [path.name for path in profile.iterdir()] == [".lock"]


def test_a_libreoffice_that_runs_no_python_is_said(
    master: Path, libreoffice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.LINUX, monkeypatch)
    (libreoffice.parent / "pythonscript.py").unlink()

    assert codes(steps(System.LINUX, master)) == ["S62"]


# ---- the whole command


def order_for(folder: Path, *, coba: bool = False) -> Order:
    return Order(FileDesk.expected_in(folder), coba=coba)


def test_install_makes_the_folder_once_and_never_touches_a_master(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.LINUX, monkeypatch)
    folder = rumah / "Kerja" / "Kinerja 2026"
    first = install(order_for(folder))
    made = (folder / "kinerja.xlsm").read_bytes()
    (folder / "kinerja.xlsm").write_bytes(b"sudah diisi")
    second = install(order_for(folder))

    assert (codes(first.temuan), codes(second.temuan)) == ([], [])
    assert made.startswith(b"PK")
    assert (folder / "kinerja.xlsm").read_bytes() == b"sudah diisi"
    assert (folder / "Masuk").is_dir()
    assert len(list((rumah / ".local/share/applications").iterdir())) == 1
    assert len(first.baik) == len(second.baik) == first.counts["beres"]


def test_a_trial_of_install_changes_nothing(rumah: Path) -> None:
    outcome = install(order_for(rumah / "Kinerja 2026", coba=True))

    assert (outcome.counts, outcome.coba) == ({"dibuat": 1}, True)
    assert list(rumah.iterdir()) == []


def test_install_where_nothing_can_be_written_is_a_temuan(rumah: Path) -> None:
    (rumah / "berkas").write_bytes(b"")

    with pytest.raises(KinerjaError) as error:
        install(order_for(rumah / "berkas"))
    assert codes(error.value.temuan) == ["S14"]


@pytest.mark.parametrize(
    ("there", "missing"), [("Kinerja 2026", "S03"), ("", "S02")], ids=["folder", "nothing"]
)
def test_doctor_works_without_a_master(
    there: str, missing: str, rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.LINUX, monkeypatch)
    (rumah / there).mkdir(exist_ok=True)
    outcome = doctor(order_for(rumah / "Kinerja 2026"))
    left = sorted(path.name for path in rumah.rglob("*"))

    assert missing in codes(outcome.temuan)
    assert outcome.counts["beres"] == len(outcome.baik) > 0
    assert left == ([there] if there else [])


def test_doctor_says_what_is_wrong_with_the_master(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.LINUX, monkeypatch)
    outcome = doctor(order_for(master.parent))

    assert "S04" in codes(outcome.temuan)


def test_what_install_does_on_windows_satisfies_doctor(
    winreg: Registry, rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(System.WINDOWS, monkeypatch)
    paths = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
    winreg.keys[MACHINE, rf"{paths}\excel.exe"] = {"": "C:/Office/EXCEL.EXE"}
    winreg.keys[MACHINE, rf"{paths}\winword.exe"] = {"": "C:/Office/WINWORD.EXE"}
    folder = rumah / "Kinerja 2026"
    folder.mkdir()
    before = set(codes(doctor(order_for(folder)).temuan))
    install(order_for(folder))
    mark = Path(f"{folder / 'kinerja.xlsm'}:Zone.Identifier")
    mark.write_text("ZoneId=3")
    marked = set(codes(doctor(order_for(folder)).temuan))
    install(order_for(folder))
    after = set(codes(doctor(order_for(folder)).temuan))

    assert before - after == {"S03", "S53"}
    assert marked - after == {"S55"}
    assert not after & {"S54", "S56", "S57", "S58", "S59"}


# ---- facts


def test_a_list_of_pins_is_compared_with_what_is_installed(tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text(
        "# kinerja\n"
        "pytest==0.0.1              # a reason\n"
        "tidak-ada-begini==1.0\n"
        f'rich==15.0.0 ; sys_platform == "{sys.platform}"\n'
        'pywin32==311; sys_platform == "bukan ini"\n'.replace("bukan ini", "vms")
    )
    found = {library.name: library for library in machine.libraries(pins)}

    assert set(found) == {"pytest", "tidak-ada-begini", "rich"}
    assert found["pytest"].found not in {"", "0.0.1"}
    assert found["tidak-ada-begini"].found == ""
    assert machine.libraries(tmp_path / "tidak ada.txt") == ()


def test_every_pin_of_the_project_is_understood() -> None:
    lines = (machine.APPLICATION / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if "==" in line.partition("#")[0] and "; sys" not in line]

    assert len(machine.libraries()) >= len(pins)


def test_the_version_that_is_installed_is_read_without_running_it(tmp_path: Path) -> None:
    assert machine.installed_version(tmp_path) == ""

    source = tmp_path / "aplikasi" / "python" / "kinerja" / "__init__.py"
    source.parent.mkdir(parents=True)
    source.write_text('"""x"""\n\n__version__ = "9.8.7"\nraise SystemExit\n')

    assert machine.installed_version(tmp_path) == "9.8.7"


@pytest.mark.parametrize(
    ("script", "expected"),
    [("program/pythonscript.py", True), ("Resources/pythonscript.py", True), ("", False)],
)
def test_a_libreoffice_without_python_is_told_apart(
    script: str, expected: bool, tmp_path: Path
) -> None:
    soffice = tmp_path / "program" / "soffice"
    for path in (soffice, tmp_path / "Resources" / "x", tmp_path / (script or "y")):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    link = tmp_path / "soffice"
    link.symlink_to(soffice)

    assert machine.runs_python(link) is expected
