"""Periksa Master: all problems of the master at once, before anything is made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.beranda import beranda_pages
from kinerja.check import check as checked
from kinerja.commands.order import Order, by_severity, with_world
from kinerja.jam_sop import jam_sop_rows
from kinerja.master import NOT_READ, read_rekap
from kinerja.mutakhir import laporan_rows
from kinerja.outcome import Outcome
from kinerja.pengecualian import counted, pengecualian_rows
from kinerja.progress import status_page
from kinerja.rekap import Rekap
from kinerja.sheets.master import CATATAN
from kinerja.sheets.sop import JAM_SOP
from kinerja.sheets.table import Page
from kinerja.sheets.verifikasi import PENGECUALIAN
from kinerja.sop import stamped
from kinerja.tables import catatan_page, standing
from kinerja.temuan import KinerjaError, Temuan, has_galat
from kinerja.verify import verify as verified
from kinerja.view import view_of


def check(order: Order) -> Outcome:
    """Look through what the planner filled, and list what is wrong with it.

    Raises:
        KinerjaError: if it has no sheet to list that in; with all that is wrong.
    """
    with order.guard():
        book = order.desk.read(NOT_READ)
        rekap, problems = read_rekap(book)
        if book.grid(CATATAN.name) is None:
            raise KinerjaError(*problems)
        whole = with_world(order, rekap)
        if not has_galat((*problems, *checked(whole))):
            whole = stamped(whole, "check")
        found = (*problems, *checked(whole))
        outcome = Outcome(
            command="check", counts=by_severity(found), temuan=found, coba=order.coba
        )
        return noted(order, outcome, whole, problems)


def noted(order: Order, outcome: Outcome, whole: Rekap, problems: Sequence[Temuan]) -> Outcome:
    """List what is wrong in the sheet “Catatan Verifikasi”, beside all else that stands.

    ``whole`` is the Rekap with the world around it.

    Raises:
        KinerjaError: if the master cannot be written.
    """
    stand = standing(whole, [*problems, *verified(whole)])
    open_ = counted(whole, (t for t, _ in stand))
    beranda = beranda_pages(view_of(whole), open_, laporan_rows(whole, open_))
    pages = (
        catatan_page(whole, stand),
        Page(PENGECUALIAN, pengecualian_rows(whole)),
        Page(JAM_SOP, jam_sop_rows(whole)),
        status_page(whole),
        *beranda,
    )
    order.write(outcome, pages, whole)
    return outcome if order.coba else replace(outcome, lembar=CATATAN.name)
