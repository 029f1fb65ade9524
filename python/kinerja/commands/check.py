"""Periksa Master: all problems of the master at once, before anything is made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.beranda import beranda_pages
from kinerja.check import check as checked
from kinerja.commands.order import Order, by_severity, with_files
from kinerja.master import read_rekap
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets.master import CATATAN
from kinerja.sheets.table import Page
from kinerja.state import catatan_rows
from kinerja.tables import standing
from kinerja.temuan import KinerjaError, Temuan
from kinerja.verify import verify as verified
from kinerja.view import view_of


def check(order: Order) -> Outcome:
    """Look through what the planner filled, and list what is wrong with it.

    Raises:
        KinerjaError: if it has no sheet to list that in; with all that is wrong.
    """
    with order.guard():
        book = order.desk.read()
        rekap, problems = read_rekap(book)
        if book.grid(CATATAN.name) is None:
            raise KinerjaError(*problems)
        found = (*problems, *checked(rekap))
        outcome = Outcome(
            command="check", counts=by_severity(found), temuan=found, coba=order.coba
        )
        return noted(order, outcome, rekap, problems)


def noted(order: Order, outcome: Outcome, rekap: Rekap, problems: Sequence[Temuan]) -> Outcome:
    """List what is wrong in the sheet “Catatan Verifikasi”, beside all else that stands.

    Raises:
        KinerjaError: if the master cannot be written.
    """
    stand, beranda = as_it_stands(order, rekap, problems)
    order.write(outcome, [Page(CATATAN, catatan_rows(stand)), *beranda], rekap)
    return outcome if order.coba else replace(outcome, lembar=CATATAN.name)


def as_it_stands(
    order: Order, rekap: Rekap, problems: Sequence[Temuan]
) -> tuple[Sequence[tuple[Temuan, str]], Sequence[Page]]:
    """All that stands against the master and the files beside it, and “Beranda” with it."""
    whole = with_files(order, rekap)
    stand = standing(whole, [*problems, *verified(whole)])
    return stand, beranda_pages(view_of(whole), [t for t, _ in stand])
