"""The buttons of the master: one command, in the program that has the master open.

Excel starts ``python -m kinerja.buttons <command> --wb=<name> --from_xl=1 --hwnd=<n>``,
LibreOffice the same with ``--calc=<path>``. A person sees what is at hand in the status
bar, a question before answers change, and one dialog at the end, whatever happens. Exit
status: 0 once that dialog was seen. Anything else, also what Python itself ends with when
it cannot start, tells whoever started us that there is still something to say.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from kinerja import commands, dialog
from kinerja.adapters.host import Host
from kinerja.adapters.log import logged
from kinerja.commands import Desk, Order
from kinerja.model import Location
from kinerja.outcome import Exit, Outcome
from kinerja.sheets.tombol import TOMBOL
from kinerja.temuan import KinerjaError, Rule, Temuan

T = TypeVar("T")
CALC, SAVE = "--calc=", "save"
UNSEEN = 3  # exit status: no dialog could be shown


def run(command: str, host: Host, desk: Desk) -> int:
    """Do what a button says, to its one dialog at the end; the status to exit with."""
    folder = attempt(lambda: desk.path.parent)
    known = folder if isinstance(folder, Path) else None
    outcome = _outcome(command, host, desk, known)
    attempt(lambda: host.status(""), known)
    text = dialog.closing(outcome, str(known or ""))
    unseen = attempt(lambda: host.tell(text), known)
    return UNSEEN if unseen else 0


def save(host: Host, desk: Desk) -> int:
    """Put what was typed into the file; LibreOffice asks for it when a person saves.

    Nothing is said unless it could not be done.
    """
    problems = attempt(desk.check_free)
    if not problems:
        return int(Exit.CLEAN)
    text = dialog.closing(Outcome(command="", temuan=problems, refused=True))
    return UNSEEN if attempt(lambda: host.tell(text)) else int(Exit.REFUSED)


def attempt(work: Callable[[], T], folder: Path | None = None) -> T | tuple[Temuan, ...]:
    """What the work gives, or why it could not be done; a bug goes to the log."""
    try:
        return work()
    except KinerjaError as error:
        return error.temuan
    except Exception:  # the last place before the user
        return (logged(folder),)


def _outcome(command: str, host: Host, desk: Desk, folder: Path | None) -> Outcome:
    """What the command did, or why it did nothing."""
    if command not in TOMBOL:
        unknown = Rule.TOMBOL_TIDAK_DIKENAL.at(Location(""), tombol=command)
        return Outcome(command="", temuan=(unknown,), refused=True)
    do: Callable[[Order], Outcome] = getattr(commands, command)
    order = Order(desk, progress=_progress(command, host), agree=_agree(host))
    done = attempt(lambda: do(order), folder)
    if isinstance(done, Outcome):
        return done
    return Outcome(command=command, temuan=done, refused=True)


def _progress(command: str, host: Host) -> commands.Progress:
    def tell(what: str, number: int, total: int) -> None:
        host.status(dialog.progress(command, what, number, total))

    return tell


def _agree(host: Host) -> Callable[[Outcome], bool]:
    def ask(outcome: Outcome) -> bool:
        question = dialog.question(outcome)
        return not question or host.ask(question)

    return ask


def caller(words: Sequence[str]) -> tuple[Host, Desk]:
    """The program whose button was pressed, and the master in it.

    Raises:
        KinerjaError: if it does not answer.
    """
    for word in words:
        if word.startswith(CALC):
            from kinerja.adapters.calc import CalcHost
            from kinerja.adapters.mirror import MirrorDesk

            calc = CalcHost.caller(Path(word.removeprefix(CALC)))
            return calc, MirrorDesk(calc)
    from kinerja.adapters.excel import ExcelHost
    from kinerja.adapters.live import LiveDesk

    excel = ExcelHost.caller()
    return excel, LiveDesk(excel)


def main() -> None:
    """Start from ``python -m kinerja.buttons``."""
    words = sys.argv[1:]
    command = next((word for word in words if not word.startswith("--")), "")
    opened = attempt(lambda: caller(words))
    if not opened or isinstance(opened[0], Temuan):
        sys.exit(UNSEEN)
    host, desk = opened
    sys.exit(save(host, desk) if command == SAVE else run(command, host, desk))


if __name__ == "__main__":
    main()
