"""Periksa Instalasi: what is right and wrong with this computer and this folder."""

from __future__ import annotations

import sys
from pathlib import Path

from kinerja import __version__
from kinerja.adapters import libreoffice_profile, machine, office, trust, user_places
from kinerja.adapters.files import here, shown
from kinerja.commands.journaling import Journal
from kinerja.commands.order import Order, by_severity
from kinerja.commands.repair import outdated
from kinerja.doctor import examine
from kinerja.installation import Calc, Installation, Place, Programs, System, Trust
from kinerja.jurnal import jurnal_of
from kinerja.jurnal_checks import journal_is_whole
from kinerja.master_reading import MasterReading
from kinerja.outcome import Outcome
from kinerja.sheets.pemeriksaan import Baik
from kinerja.temuan import KinerjaError, Rule, Temuan


def doctor(order: Order) -> Outcome:
    """Say what is right and what is wrong, and how to mend it; nothing is changed.

    There need be no master in the folder, nor a folder.
    """
    right, temuan = examine(installation_of(order.desk.path))
    more, wrong = _master(order)
    found = (*temuan, *wrong)
    return Outcome(
        command="doctor",
        counts={"beres": len(right) + len(more), **by_severity(found)},
        temuan=found,
        baik=(*right, *more),
    )


def installation_of(master: Path) -> Installation:
    """All that can be found out about the computer and the folder of this master."""
    system = user_places.this_system()
    major, minor, micro = sys.version_info[:3]
    return Installation(
        system=system,
        python=(major, minor, micro),
        environment=sys.prefix,
        is_environment=machine.is_environment(),
        version=__version__,
        installed=machine.installed_version(user_places.kinerja_home(system)),
        libraries=machine.libraries(),
        has_matplotlib=machine.has_matplotlib(),
        templates_missing=machine.templates_missing(),
        place=_place(master, system),
        programs=_programs(master.parent, system),
    )


def _place(master: Path, system: System) -> Place:
    return machine.place_of(
        master.parent,
        shown(master.name) if master.is_file() else "",
        is_downloaded=system is System.WINDOWS and trust.is_marked(master),
    )


def _programs(folder: Path, system: System) -> Programs:
    is_windows = system is System.WINDOWS
    defaults = Programs()
    return Programs(
        excel=machine.has_program(system, "Excel"),
        word=machine.has_program(system, "Word"),
        trust=trust.trust_of(folder.absolute()) if is_windows else Trust.UNSEEN,
        starting=trust.starting() if is_windows else defaults.starting,
        has_applescript=machine.has_applescript(user_places.excel_scripts()),
        calc=calc_of(folder, system),
    )


def calc_of(folder: Path, system: System) -> Calc:
    """How far LibreOffice is prepared for the buttons of a master in this folder."""
    found = office.find_office()
    if found is None:
        return Calc.NONE
    if not machine.runs_python(found):
        return Calc.NO_PYTHON
    profile = user_places.libreoffice_profile(system)
    is_ready = libreoffice_profile.is_installed(profile, folder)
    return Calc.READY if is_ready else Calc.NOT_YET


def _master(order: Order) -> tuple[tuple[str, ...], tuple[Temuan, ...]]:
    """Whether the master is there, whole, and free to be written; and so the journal."""
    path = order.desk.path
    if not path.is_file():
        missing = Rule.MASTER_TIDAK_ADA.at(here(path.parent), folder=shown(path.parent.name))
        return (), (missing,) if path.parent.is_dir() else ()
    try:
        order.desk.check_free()
        jurnal = jurnal_of(MasterReading(order.desk.read()))
        right, wrong = journal_is_whole(Journal.of(order.folder).lines, jurnal)
    except KinerjaError as error:
        return (), error.temuan
    return (Baik.WORKBOOK_BEBAS.of(), *right), (*outdated(path), *wrong)
