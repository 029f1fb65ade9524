"""Which figures of a report are others than when it was compiled before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja.asal_laporan import figures
from kinerja.model_laporan import Perubahan
from kinerja.rekap import Rekap
from kinerja.trace import graf_of
from kinerja.view import view_of


def printed(laporan: object) -> Mapping[str, str]:
    """Every figure of a report by its kunci, as it is printed."""
    found: dict[str, str] = {}
    for figure in figures(laporan):
        found.setdefault(figure.kunci, str(figure))
    return found


def changed(
    rekap: Rekap, before: Mapping[str, str], now: Mapping[str, str]
) -> tuple[Perubahan, ...]:
    """The figures that both reports have and that differ, those that were typed first."""
    return tuple(sorted(_changed(rekap, before, now), key=lambda p: not p.diisi))


def _changed(
    rekap: Rekap, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Perubahan]:
    differ = [k for k in now if k in before and _plain(before[k]) != _plain(now[k])]
    graf = graf_of(view_of(rekap)) if differ else {}
    for kunci in differ:
        asal = graf.get(kunci)
        yield Perubahan(
            nama=asal.nama if asal else kunci,
            semula=before[kunci],
            menjadi=now[kunci],
            diisi=asal is not None and asal.typed,
        )


def _plain(text: str) -> str:
    """The figure without what a program may write for a blank."""
    return " ".join(text.split())
