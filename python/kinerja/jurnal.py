"""The journal: every action that changed the master, newest first.

An undo is an action too; nothing is ever taken out of the journal.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kinerja.master_reading import MasterReading
from kinerja.model import Tindakan
from kinerja.sheets import beranda, master
from kinerja.sheets.table import Page, Row, Rows


def jurnal_of(reading: MasterReading) -> tuple[Tindakan, ...]:
    """The actions so far, oldest first; a row that a person made unreadable is left out."""
    rows = (_tindakan(row) for row in reading.rows(master.JURNAL))
    return tuple(reversed([tindakan for tindakan in rows if tindakan]))


def _tindakan(row: Row) -> Tindakan | None:
    try:
        waktu = datetime.fromisoformat(row.text("waktu"))
    except ValueError:
        return None
    return Tindakan(
        waktu=waktu,
        nama=row.text("nama"),
        hasil=row.text("hasil"),
        cadangan=row.text("cadangan"),
    )


def jurnal_pages(jurnal: Sequence[Tindakan]) -> tuple[Page, ...]:
    """The sheet “Riwayat”, and the last actions as “Beranda” shows them."""
    rows = _rows(jurnal)
    last = [row[:3] for row in rows[: beranda.TINDAKAN]]
    return (
        Page(master.JURNAL, rows),
        Page(beranda.TERAKHIR, [[nama, waktu, hasil] for waktu, nama, hasil in last]),
    )


def _rows(jurnal: Sequence[Tindakan]) -> Rows:
    return [
        [t.waktu.isoformat(sep=" ", timespec="seconds"), t.nama, t.hasil, t.cadangan]
        for t in reversed(jurnal)
    ]
