"""Forms that are not back, each said once in a report, and all that waits for them.

One missing form is one marker. What it leaves open elsewhere (a Realisasi, its Capaian,
the Semester, what the Subbagian would have written) says only that it waits, so that the
markers tell how much is to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from kinerja.hasil import Hasil, HasilSasaran
from kinerja.model import Subbagian
from kinerja.penanda import names_of
from kinerja.printing import belum
from kinerja.rekap import Penerimaan, Rekap
from kinerja.sheets.laporan import MARKER, MENUNGGU

T = TypeVar("T")
TOLD = ("penyebab", "kendala", "solusi", "efisiensi", "kegiatan")


def missing_forms(rekap: Rekap, periode: Iterable[int]) -> tuple[tuple[int, Subbagian], ...]:
    """The forms that did not come back, or came back empty, of whoever owes a figure."""
    back = {
        (k.formulir.periode, k.formulir.subbagian)
        for k in rekap.accepted()
        if k.formulir and k.penerimaan is not Penerimaan.KOSONG
    }
    owed = {i.penanggung_jawab for i in rekap.indikator}
    asked = [s for s in rekap.subbagian if s.kode in owed]
    return tuple((p, s) for p in periode for s in asked if (p, s.kode) not in back)


def formulir_belum(rekap: Rekap, missing: Iterable[tuple[int, Subbagian]]) -> tuple[str, ...]:
    """The marker of each missing form."""
    return tuple(
        belum("formulir", subbagian=s.nama, periode=rekap.periode_name(p)) for p, s in missing
    )


def waiting(
    rekap: Rekap,
    missing: Sequence[tuple[int, Subbagian]],
    hasil: Sequence[HasilSasaran],
) -> frozenset[str]:
    """The markers that stand for nothing but a missing form."""
    found: set[str] = set()
    owed: dict[str, list[int]] = {}
    for p, s in missing:
        owed.setdefault(s.kode, []).append(p)
    for of_sasaran in hasil:
        late = [h for h in of_sasaran.hasil if h.indikator.penanggung_jawab in owed]
        for h in late:
            found.update(_of_indikator(rekap, h, owed[h.indikator.penanggung_jawab]))
        if late and of_sasaran.capaian is None:
            found.add(belum("capaian_sasaran", kode=of_sasaran.sasaran.kode))
    if found and all(h.capaian is None for h in hasil):
        found.add(belum("capaian_kantor"))
    return frozenset(found)


def _of_indikator(rekap: Rekap, hasil: Hasil, periode: Iterable[int]) -> Iterator[str]:
    kode, half = hasil.indikator.kode, rekap.pengaturan.siklus // 2
    for apa in ("realisasi", "capaian", *TOLD):
        yield belum(apa, kode=kode)
    for p in periode:
        yield belum("realisasi_periode", kode=kode, periode=rekap.periode_name(p))
        yield belum("realisasi_semester", kode=kode, semester=1 if p <= half else 2)


def quieted(report: T, markers: frozenset[str]) -> T:
    """The same report, in which these markers say only that they wait."""
    return _quieted(report, markers) if markers else report


def _quieted(value: Any, markers: frozenset[str]) -> Any:  # noqa: ANN401  # any row
    if isinstance(value, str):
        if markers.isdisjoint(MARKER.findall(value)):
            return value
        return MARKER.sub(lambda m: MENUNGGU if m[0] in markers else m[0], value)
    if isinstance(value, tuple):
        parts = tuple(_quieted(part, markers) for part in value)
        is_same = all(now is was for now, was in zip(parts, value, strict=True))
        return value if is_same else parts
    changed = {}
    for name in names_of(value):
        was = getattr(value, name)
        now = _quieted(was, markers)
        if now is not was:
            changed[name] = now
    return replace(value, **changed) if changed else value
