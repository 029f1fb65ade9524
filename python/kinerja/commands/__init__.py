"""The jobs of the buttons and of the terminal: the only modules that know both sides.

Each command reads the master into a Rekap, lets a pure function work, and writes the
result back; with ``coba`` it says what it would do and writes nothing. All of the
reading and working is done before the master is written.
"""

from kinerja.commands.agreement import agreement
from kinerja.commands.annual import annual
from kinerja.commands.archive import archive
from kinerja.commands.check import check
from kinerja.commands.circular import circular
from kinerja.commands.disposition import disposition
from kinerja.commands.distribute import distribute
from kinerja.commands.doctor import doctor
from kinerja.commands.entry import entry
from kinerja.commands.evaluation import evaluation
from kinerja.commands.generate import generate
from kinerja.commands.giveback import giveback
from kinerja.commands.install import install
from kinerja.commands.inventory import inventory
from kinerja.commands.merge import merge
from kinerja.commands.order import Desk, Order, Progress, silent
from kinerja.commands.progress import progress
from kinerja.commands.repair import repair
from kinerja.commands.rollover import rollover
from kinerja.commands.semester import semester
from kinerja.commands.trace import trace
from kinerja.commands.undo import undo
from kinerja.commands.verify import verify

__all__ = [
    "Desk",
    "Order",
    "Progress",
    "agreement",
    "annual",
    "archive",
    "check",
    "circular",
    "disposition",
    "distribute",
    "doctor",
    "entry",
    "evaluation",
    "generate",
    "giveback",
    "install",
    "inventory",
    "merge",
    "progress",
    "repair",
    "rollover",
    "semester",
    "silent",
    "trace",
    "undo",
    "verify",
]
