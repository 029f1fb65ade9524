"""Periksa & Tandai: everything that is missing or wrong, at once."""

from __future__ import annotations

from kinerja.commands.order import Order, by_severity, rekap_of
from kinerja.outcome import Outcome
from kinerja.sheets.master import CATATAN
from kinerja.sop import stamped
from kinerja.tables import pages, still_open
from kinerja.verifikasi import looked_at, ordered
from kinerja.verify import verify as verified


def verify(order: Order) -> Outcome:
    """Look at everything again and flag what is missing or wrong, all of it at once.

    What the planner ordered in the sheet “Verifikasi” is done: locking, and opening again.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        before = looked_at(stamped(rekap, "verify"))
        checks = verified(before)
        rekap = ordered(before, still_open(before, checks), order.person())
        if rekap != before:  # a form was locked or opened again
            checks = verified(rekap)
        temuan = [*problems, *checks]
        found = tuple(still_open(rekap, temuan))
        outcome = Outcome(
            command="verify",
            counts=by_severity(found),
            temuan=found,
            lembar="" if order.coba else CATATAN.name,
            coba=order.coba,
        )
        order.write(outcome, pages(rekap, temuan), rekap)
    return outcome
