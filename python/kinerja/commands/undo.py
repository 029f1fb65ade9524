"""Urungkan: the master as it was before the last action."""

from __future__ import annotations

from kinerja.adapters import backup
from kinerja.commands.order import Order
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.folders import CADANGAN, DIURUNGKAN
from kinerja.temuan import Rule


def undo(order: Order) -> Outcome:
    """Put the master back as it was before the last action that changed it."""
    with order.guard():
        folder_ = order.folder / CADANGAN
        if order.coba:
            return Outcome(
                command="undo",
                counts={"cadangan": len(backup.copies(order.desk.path, folder_))},
            )
        copy = backup.restore(order.desk.path, folder_)
    day, clock, action = copy.stem.split(" ", 2)
    note = Rule.DIURUNGKAN.at(
        Location(order.desk.path.name),
        tindakan=action,
        waktu=f"{day} {clock[:5]}",
        folder=f"{CADANGAN}/{DIURUNGKAN}",
    )
    return Outcome(command="undo", counts={"diurungkan": 1}, temuan=(note,))
