"""Urungkan: the sheets that kinerja writes, as they were before the last action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.adapters import backup
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.files import here, read_whole, shown, write_atomic
from kinerja.adapters.patching import patched
from kinerja.commands.journaling import Journal
from kinerja.commands.order import Order, with_world
from kinerja.grid import Book
from kinerja.jurnal_lines import Line
from kinerja.master import read_rekap
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.printing import saat
from kinerja.rekap import Rekap
from kinerja.sheets.folders import CADANGAN, DIURUNGKAN
from kinerja.sheets.table import Page
from kinerja.sheets.tombol import JUDUL
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.undoing import (
    fresh_pages,
    is_news,
    is_only_added,
    planner_pages,
    taken_back,
    written_pages,
    written_sheets,
)
from kinerja.verify import verify as verified


def undo(order: Order) -> Outcome:
    """Take back the last action that changed the master; the next undo goes further back.

    What people typed in their own sheets since then stays, those aside that “Ambil PK” had
    written in when that is undone; the state that is taken back is kept as a copy. Works
    on a master that is open in a program as well.
    """
    with order.guard():
        book = order.desk.read()
        rekap, _ = read_rekap(book)
        if copy := _before_update(order, book):
            return _put_back(order, copy, rekap)
        step = _step_back(order, book, rekap)
        outcome = _outcome(order, step)
        if not order.agree(outcome):
            return replace(outcome, declined=True)
        undone = replace(order, copies=f"{CADANGAN}/{DIURUNGKAN}")
        undone.write(outcome, step.pages, rekap)
        if not order.coba:
            for copy in step.used:
                backup.retire(copy, order.folder / CADANGAN / DIURUNGKAN)
    return outcome


def _before_update(order: Order, book: Book) -> Path | None:
    """The copy from before “Pulihkan Workbook” added sheets, if that was the last action.

    Only for a closed master, and only as long as nobody has typed over what the copy holds:
    then the whole file goes back.
    """
    copies = backup.copies(order.folder / CADANGAN)
    if not copies or not isinstance(order.desk, FileDesk) or order.desk.shown:
        return None
    copy = copies[-1]
    _, action = backup.made(copy) or (None, "")
    if action != JUDUL["repair"]:
        return None
    try:
        before = FileDesk(copy).read()
    except KinerjaError:
        return None
    return copy if is_only_added(before, book) else None


def _put_back(order: Order, copy: Path, rekap: Rekap) -> Outcome:
    """Put the whole file back as it was; the journal goes on."""
    outcome = _outcome(order, StepBack((), [copy], ()))
    if order.coba:
        return outcome
    if not order.agree(outcome):
        return replace(outcome, declined=True)
    folder, moment = order.folder / CADANGAN / DIURUNGKAN, order.clock()
    raw = read_whole(copy)
    if isinstance(raw, Temuan):
        raise KinerjaError(raw)
    kept = backup.keep(order.desk, folder, JUDUL["undo"], moment)
    line = Line(
        waktu=moment,
        oleh=order.person(),
        tindakan=JUDUL["undo"],
        perintah=outcome.command,
        hasil=outcome.said,
        cadangan=f"{DIURUNGKAN}/{kept.name}",
        hitungan=outcome.counts,
    )
    rows = Journal.of(order.folder).add(line, rekap.jurnal)
    write_atomic(order.desk.path, patched(order.desk.path.name, raw, rows))
    backup.retire(copy, folder)
    return outcome


@dataclass(frozen=True, slots=True)
class StepBack:
    """The way to the state before the last action."""

    pages: Sequence[Page]
    used: Sequence[Path]  # the copy with that state last, before it those that change nothing
    skipped: Sequence[Temuan]  # copies that cannot be read
    typed: int = 0  # sheets of the planner that go back as well


def _step_back(order: Order, book: Book, rekap: Rekap) -> StepBack:
    """The newest copy that differs from the master.

    Raises:
        KinerjaError: if there is none.
    """
    sheets, folder = written_sheets(rekap), order.folder / CADANGAN
    used: list[Path] = []
    skipped: list[Temuan] = []
    for copy in reversed(backup.copies(folder)):
        try:
            before = FileDesk(copy).read()
        except KinerjaError:
            skipped.append(Rule.CADANGAN_RUSAK.at(here(copy), berkas=shown(copy.name)))
            continue
        used.append(copy)
        pages, typed = written_pages(before, sheets), _typed(copy, before, book, rekap)
        if typed or is_news(pages, book):
            fresh = _fresh(order, taken_back(book, before, [*pages, *typed]))
            return StepBack([*pages, *typed, *fresh], used, skipped, len(typed))
    nothing = Rule.TANPA_CADANGAN.at(Location(rekap.file), folder=CADANGAN)
    raise KinerjaError(nothing, *skipped)


def _typed(copy: Path, before: Book, book: Book, rekap: Rekap) -> Sequence[Page]:
    """The planner's own sheets as they stood, where the action wrote in them."""
    _, action = backup.made(copy) or (None, "")
    if action != JUDUL["agreement"]:
        return ()
    return planner_pages(before, book, rekap.pengaturan.siklus)


def _fresh(order: Order, book: Book) -> Sequence[Page]:
    """Where the year stands after it, with what people typed since."""
    rekap, problems = read_rekap(book)
    whole = with_world(order, rekap)
    return fresh_pages(whole, [*problems, *verified(whole)])


def _outcome(order: Order, step: StepBack) -> Outcome:
    """What is taken back: the action, and when it was done."""
    moment, action = backup.made(step.used[-1]) or (None, "")
    waktu = saat(moment) if moment else ""
    note = Rule.DIURUNGKAN.at(
        Location(shown(order.desk.path.name)),
        tindakan=action,
        waktu=waktu,
        folder=f"{CADANGAN}/{DIURUNGKAN}",
    )
    return Outcome(
        command="undo",
        counts={"diurungkan": 1, "lembar_kembali": step.typed},
        perihal=f"{action} {waktu}",
        temuan=(note, *step.skipped),
        coba=order.coba,
    )
