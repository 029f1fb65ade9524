"""Pulihkan Workbook: the macros, the ribbon and the buttons of a master put back."""

from __future__ import annotations

from kinerja.adapters import backup, files
from kinerja.adapters.damage import damage
from kinerja.adapters.parts import BrokenPackageError
from kinerja.adapters.patching import lock_of
from kinerja.adapters.reading.own import read_plain
from kinerja.adapters.repair import Repaired, lacks_buttons, redrawn, repaired
from kinerja.commands.new import SIKLUS, empty_master
from kinerja.commands.order import Order, now
from kinerja.definitions import pengaturan_of
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.sheets.folders import CADANGAN
from kinerja.sheets.tombol import JUDUL
from kinerja.temuan import KinerjaError, Rule, Sebab, Temuan


def repair(order: Order) -> Outcome:
    """Mend a master that another program has saved; a copy of it as it was is kept first.

    What its sheets hold stays, and so do the user's own sheets.

    Raises:
        KinerjaError: if it is open, or cannot be read or written.
    """
    path, name = order.desk.path, files.shown(order.desk.path.name)
    at = files.here(path)
    if lock := lock_of(path):
        bantuan = Rule.left_over(files.shown(lock))
        raise KinerjaError(Rule.BERKAS_TERBUKA.at(at, berkas=name, bantuan=bantuan))
    raw = files.read_whole(path)
    if isinstance(raw, Temuan):
        raise KinerjaError(raw)
    if damage(path, raw) is None:
        whole = Rule.TIDAK_RUSAK.at(at, berkas=name)
        return Outcome(command="repair", temuan=(whole,), coba=order.coba)
    try:
        mended = _mended(name, raw)
    except BrokenPackageError as error:
        sebab = Sebab.BAGIAN_RUSAK
        raise KinerjaError(Rule.MASTER_RUSAK.at(at, berkas=name, sebab=sebab)) from error
    kept = "" if order.coba else _replace(order, mended)
    return Outcome(
        command="repair",
        counts={"dipulihkan": len(mended.mended)},
        temuan=_said(at, mended, kept),
        coba=order.coba,
    )


def _mended(name: str, raw: bytes) -> Repaired:
    mended = repaired(raw)
    if not lacks_buttons(mended.data):
        return mended
    book = read_plain(mended.data, name)
    siklus = pengaturan_of(book)[0].siklus if book else SIKLUS
    return redrawn(mended, empty_master(siklus))


def _replace(order: Order, mended: Repaired) -> str:
    """Put the mended master in place; where the damaged one is kept."""
    with files.lock(order.folder):
        folder = order.folder / CADANGAN
        copy = backup.keep(order.desk, folder, JUDUL["repair"], now())
        files.write_atomic(order.desk.path, mended.data)
    return f"{CADANGAN}/{copy.name}"


def _said(at: Location, mended: Repaired, kept: str) -> tuple[Temuan, ...]:
    bagian = ", ".join(mended.mended)
    said = [Rule.DIPULIHKAN.at(at, bagian=bagian, cadangan=kept or CADANGAN)]
    if mended.left:
        said.append(Rule.BELUM_PULIH.at(at, bagian=", ".join(mended.left)))
    return tuple(said)
