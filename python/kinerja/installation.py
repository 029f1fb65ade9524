"""What is known of the computer and of the folder that kinerja works in: facts, no opinions.

``adapters/machine`` and its neighbours gather them; ``doctor`` says what is right and wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from kinerja.temuan import Sebab


class System(StrEnum):
    """The system that the computer runs."""

    WINDOWS = "Windows"
    MACOS = "macOS"
    LINUX = "Linux"


class Trust(Enum):
    """What Excel makes of macros in the folder."""

    TRUSTED = auto()
    NOT_YET = auto()
    FORBIDDEN = auto()  # the office's policy knows no trusted locations
    UNSEEN = auto()  # it cannot be read from here


class Starting(Enum):
    """Whether Windows lets Office start another program, as a button must."""

    ALLOWED = auto()
    BLOCKED = auto()
    UNSEEN = auto()


class Calc(Enum):
    """How far LibreOffice is prepared for the buttons."""

    NONE = auto()
    NO_PYTHON = auto()  # it cannot run Python: Debian packs that apart
    NOT_YET = auto()
    READY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """One line of requirements.txt, and the version that is there; "" if none is."""

    name: str
    pinned: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The folder of the office, and how it can be used."""

    path: str  # whole, as the system writes it
    better: str = ""  # a place in the person's own folder, where there is no trouble
    clouds: tuple[str, ...] = ()  # folders that OneDrive says are its own
    is_there: bool = True
    workbook: str = ""  # the name of the master; "" if there is none
    is_downloaded: bool = False  # the master carries the Mark of the Web
    hindrance: Sebab | None = None  # why nothing can be written there
    log_hindrance: Sebab | None = None  # the same of its folder Log
    free_mb: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """The other programs that take part."""

    excel: bool = False
    word: bool = False
    trust: Trust = Trust.UNSEEN
    starting: Starting = Starting.UNSEEN
    has_applescript: bool = False  # Excel for Mac starts Python through it
    calc: Calc = Calc.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """All of it."""

    system: System
    python: tuple[int, int, int]
    environment: str  # the folder of the Python that runs
    is_environment: bool  # it is an environment of its own
    version: str
    installed: str  # the version in the per-user place; "" if none is there
    libraries: tuple[Library, ...]
    has_matplotlib: bool
    templates_missing: tuple[str, ...]
    place: Place
    programs: Programs
