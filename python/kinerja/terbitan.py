"""Which reports were compiled, and the digest of the facts that each printed: its sidik.

Whether such a report still holds is worked out in ``mutakhir``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from kinerja.master_reading import MasterReading
from kinerja.model_laporan import LaporanTerbit
from kinerja.penanda import names_of
from kinerja.registers import moment, saat_of
from kinerja.rekap import Rekap
from kinerja.sheets.table import Row
from kinerja.sheets.terbitan import DRAF, LAPORAN_TERBIT
from kinerja.state import each_row

# What a report prints that is not a fact about the year: it changes with every action.
BUKAN_DATA = frozenset({"kolofon"})


def sidik_of(laporan: object) -> str:
    """The digest of all that a report prints, what changes with every action aside."""
    told = "".join(f"{len(part)}:{part}" for part in _parts(laporan))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _parts(value: object) -> Iterator[str]:
    """Everything a value says, in order, with the names of its fields."""
    ahead = [value]  # the next one last
    while ahead:
        part = ahead.pop()
        if isinstance(part, tuple):
            yield f"({len(part)}"
            ahead.extend(reversed(part))
        elif names := names_of(part):
            for name in reversed(names):
                if name not in BUKAN_DATA:
                    ahead += (getattr(part, name), name)
        else:
            yield str(part)


def issued(rekap: Rekap, new: LaporanTerbit) -> Rekap:
    """The Rekap with this report in the place of the one of its name.

    One that is the same in all but its time keeps the time it has.
    """
    old = terbit_of(rekap, new.nama)
    if old and replace(old, dibuat=new.dibuat) == new:
        return rekap
    others = tuple(t for t in rekap.laporan if t.nama != new.nama)
    return replace(rekap, laporan=tuple(sorted((*others, new), key=lambda t: t.nama)))


def terbit_of(rekap: Rekap, nama: str) -> LaporanTerbit | None:
    """The report of that name as it was compiled last, if it was."""
    return next((t for t in rekap.laporan if t.nama == nama), None)


def kepala_for(rekap: Rekap, nama: str, laporan: object, now: str) -> str:
    """The digest of the journal that a report prints in its colophon.

    One that says the same as when it was compiled keeps what it printed then, so that
    compiling it again changes nothing.
    """
    old = terbit_of(rekap, nama)
    return old.kepala if old and old.sidik == sidik_of(laporan) else now


# ---- the register


def laporan_of(reading: MasterReading) -> tuple[LaporanTerbit, ...]:
    """The reports compiled so far."""

    def one(row: Row) -> LaporanTerbit:
        return LaporanTerbit(
            nama=row.text("nama"),
            berkas=row.text("berkas"),
            sha256=row.text("sha256"),
            sidik=row.text("sidik"),
            dibuat=moment(saat_of(reading, row, LAPORAN_TERBIT, "dibuat")),
            draf=row.text("draf") == DRAF,
            kepala=row.text("sidik_riwayat"),
        )

    return each_row(reading, LAPORAN_TERBIT, reading.rows(LAPORAN_TERBIT), one)
