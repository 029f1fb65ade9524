"""How complete every answer is: its number, its narrative, its data pendukung."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.grid import Value
from kinerja.inventory import Keadaan, required
from kinerja.model import EXCUSED, Indikator, Realisasi, Status
from kinerja.sheets.master import Lengkap
from kinerja.view import View


def kelengkapan_rows(view: View) -> Iterator[list[Value]]:
    """The matrix: one row for each Subbagian, Indikator and Periode that is due."""
    for p in view.due():
        for i in view.rekap.indikator:
            for subbagian in i.penjawab:
                yield [
                    view.periode_name(p),
                    subbagian,
                    i.kode,
                    i.uraian,
                    *(state.value for state in completeness(view, i, subbagian, p)),
                ]


def completeness(
    view: View, i: Indikator, subbagian: str, p: int
) -> tuple[Lengkap, Lengkap, Lengkap]:
    """How complete number, narrative and data pendukung of one row are."""
    answer = view.answers.get((i.kode, subbagian, p))
    if answer and answer.status in EXCUSED:
        reason = Lengkap.TIDAK_BERLAKU if answer.alasan else Lengkap.KURANG
        return reason, Lengkap.TIDAK_BERLAKU, Lengkap.TIDAK_BERLAKU
    owner = subbagian == i.penanggung_jawab
    number = _number(answer) if owner else Lengkap.TIDAK_BERLAKU
    return (
        number,
        _narasi(answer),
        _data_pendukung(view, i, p) if owner else _added(view, i, p),
    )


def _number(answer: Realisasi | None) -> Lengkap:
    if answer is None or answer.status is Status.BELUM:
        return Lengkap.BELUM
    return Lengkap.KURANG if answer.nilai is None else Lengkap.LENGKAP


def _narasi(answer: Realisasi | None) -> Lengkap:
    texts = [answer.penyebab, answer.kendala, answer.solusi] if answer else []
    filled = sum(1 for text in texts if text)
    if not filled:
        return Lengkap.BELUM
    return Lengkap.LENGKAP if answer and answer.penyebab else Lengkap.KURANG


def _data_pendukung(view: View, i: Indikator, p: int) -> Lengkap:
    lines, syarat = view.lines.get((i.kode, p), ()), view.syarat.get(i.kode, ())
    good = [c for c in lines if c.keadaan in {Keadaan.COCOK, Keadaan.TAUTAN}]
    if not lines and syarat and not required(syarat, p):
        return Lengkap.TIDAK_BERLAKU
    if not good:
        return Lengkap.BELUM
    return Lengkap.LENGKAP if len(good) == len(lines) else Lengkap.KURANG


def _added(view: View, i: Indikator, p: int) -> Lengkap:
    """A pendukung may add data pendukung and owes none."""
    state = _data_pendukung(view, i, p)
    return Lengkap.TIDAK_BERLAKU if state is Lengkap.BELUM else state
