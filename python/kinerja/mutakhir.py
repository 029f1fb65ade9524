"""Whether each compiled report still says what the data says.

A report whose facts have another sidik now is stale, whatever changed them. The document
itself is not looked at here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja.annual import report
from kinerja.annual_semester import LAPORAN_SEMESTER
from kinerja.grid import Value
from kinerja.model_laporan import LaporanTerbit
from kinerja.rekap import Rekap
from kinerja.sheets.table import Rows
from kinerja.sheets.terbitan import DRAF, FINAL, MUTAKHIR, TAHUNAN, TAK_DIKENAL, USANG
from kinerja.temuan import Temuan
from kinerja.terbitan import sidik_of


def stale(rekap: Rekap, temuan: Sequence[Temuan]) -> tuple[LaporanTerbit, ...]:
    """The reports that no longer say what the data says; ``temuan`` are all that stand."""
    now = sidik_now(rekap, temuan)
    return tuple(t for t in rekap.laporan if keadaan(t, now) == USANG)


def sidik_now(rekap: Rekap, temuan: Sequence[Temuan]) -> Mapping[str, str]:
    """The sidik that each compiled report would have now, by its name in the register."""
    wanted = {t.nama for t in rekap.laporan}
    found = {
        nama: sidik_of(compile_(rekap, temuan))
        for nama, compile_ in LAPORAN_SEMESTER.items()
        if nama in wanted
    }
    if TAHUNAN in wanted:
        found[TAHUNAN] = sidik_of(report(rekap, temuan, found))
    return found


def keadaan(terbit: LaporanTerbit, now: Mapping[str, str]) -> str:
    """Whether a compiled report still says what the data says; ``now`` is by ``sidik_now``."""
    if terbit.nama not in now:
        return TAK_DIKENAL
    return MUTAKHIR if now[terbit.nama] == terbit.sidik else USANG


def laporan_rows(rekap: Rekap, temuan: Sequence[Temuan]) -> Rows:
    """The register of reports, each with whether it still holds."""
    now = sidik_now(rekap, temuan)
    return [_row(t, keadaan(t, now)) for t in rekap.laporan]


def _row(t: LaporanTerbit, keadaan_: str) -> list[Value]:
    return [
        t.nama,
        t.berkas,
        keadaan_,
        DRAF if t.draf else FINAL,
        t.dibuat,
        t.sidik,
        t.sha256,
        t.kepala,
    ]
