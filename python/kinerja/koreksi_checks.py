"""The checks of what the planner typed over the answers in the sheet “Realisasi”.

A correction stands; whoever reads the sheets later is told of it, and of every later
answer that it holds back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja.answers import ANSWER, GROUPS, held_back, is_filled
from kinerja.capaian import nilai_of
from kinerja.jawaban import cells_of
from kinerja.koreksi import readable, said, typed
from kinerja.model import Jenis, Location, Realisasi
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View, place

Row = tuple[str, str]  # sha256 of the file and Indikator: one answer
Group = tuple[str, ...]
BLANK = "–"


def corrections_stand(v: View) -> Iterator[Temuan]:
    """What the planner typed is never overwritten; a later answer that differs is told."""
    cells = _cells(v)
    for group, koreksi, newer in held_back(v.rekap):
        field = _differing(group, koreksi, newer)
        yield Rule.KOREKSI_BERTAHAN.at(
            place(newer, field),
            judul=v.heading(field, newer.periode),
            indikator=newer.indikator,
            periode=v.periode_name(newer.periode),
            baru=_shown(newer, field),
            koreksi=_shown(koreksi, field),
            sel=cells[_row(koreksi)][field].cell,
        )


def corrections_are_told(v: View) -> Iterator[Temuan]:
    """Who audits the figures must see which of them no file has said."""
    told = {(_row(koreksi), group) for group, koreksi, _ in held_back(v.rekap)}
    for r, cells in cells_of(v.rekap):
        for group in GROUPS:
            for field in typed(r, group) if (_row(r), group) not in told else ():
                yield Rule.DIKETIK_PERENCANA.at(
                    cells[field],
                    judul=v.heading(field, r.periode),
                    indikator=r.indikator,
                    periode=v.periode_name(r.periode),
                    koreksi=_shown(r, field),
                    lama=readable(r.koreksi[field]) or BLANK,
                    asal=_asal(r, field),
                    subbagian=r.subbagian,
                )


def rasio_agrees_with_its_parts(v: View) -> Iterator[Temuan]:
    """A rasio is worked out from its parts: another number typed over it contradicts them."""
    jenis = {i.kode: i for i in v.rekap.indikator if i.jenis is Jenis.RASIO}
    for r, cells in cells_of(v.rekap):
        i = jenis.get(r.indikator)
        if i is None or "nilai" not in typed(r, ANSWER):
            continue
        hitungan = said(nilai_of(i, None, r.x, r.y))
        if hitungan and hitungan != said(r.nilai):
            yield Rule.RASIO_BUKAN_HASILNYA.at(
                cells["nilai"],
                indikator=r.indikator,
                periode=v.periode_name(r.periode),
                nilai=said(r.nilai),
                x=said(r.x),
                y=said(r.y),
                hitungan=hitungan,
            )


def an_answer_is_left(v: View) -> Iterator[Temuan]:
    """Who ignores every answer has none, and nobody would be told that one is missing."""
    owners = {i.kode: i.penanggung_jawab for i in v.rekap.indikator}
    left = set(v.answers)
    for r, cells in cells_of(v.rekap):
        key = (r.indikator, r.subbagian, r.periode)
        is_owner = owners.get(r.indikator) == r.subbagian
        if is_owner and key not in left and is_filled(r, ANSWER):
            left.add(key)
            yield Rule.SEMUA_DIABAIKAN.at(
                cells["keputusan"],
                indikator=r.indikator,
                periode=v.periode_name(r.periode),
                subbagian=r.subbagian,
            )


def _shown(r: Realisasi, field: str) -> str:
    return readable(said(getattr(r, field))) or BLANK


def _row(r: Realisasi) -> Row:
    return r.sha256, r.indikator


def _cells(v: View) -> Mapping[Row, Mapping[str, Location]]:
    return {_row(r): cells for r, cells in cells_of(v.rekap)}


def _asal(r: Realisasi, field: str) -> str:
    """The cell in the returned file, in words."""
    at = place(r, field)
    return " ".join(part for part in (at.file, at.cell) if part)


def _differing(group: Group, koreksi: Realisasi, newer: Realisasi) -> str:
    """The field to name of a group that differs: one that was typed, the status last."""
    differing = [f for f in group if getattr(koreksi, f) != getattr(newer, f)]
    corrected = typed(koreksi, group)
    return min(differing, key=lambda field: (field not in corrected, field == "status"))


CHECKS: tuple[Check, ...] = (
    corrections_stand,
    corrections_are_told,
    rasio_agrees_with_its_parts,
    an_answer_is_left,
)
