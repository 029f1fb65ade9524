"""The rows of the sheet “Dari Mana”, of the annex “Asal Angka”, of that of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja.asal import Asal
from kinerja.grid import Value
from kinerja.keutuhan import SIDIK
from kinerja.laporan import BarisAsal
from kinerja.printing import saat
from kinerja.saksi import Saksi, is_corrected, place_of, said_of
from kinerja.sheets.dari_mana import ASAL_ANGKA, DARI_MANA, DIKOREKSI, SKALA, TANPA_NILAI, Utuh
from kinerja.sheets.table import Page
from kinerja.state import place_in
from kinerja.trace import (
    SHOWS_BUKTI,
    Telusur,
    answers_of,
    bukti_line,
    graf_of,
    nilai_text,
    raw,
    telusur_of,
)
from kinerja.view import View

LINE = "\n"


def dari_mana_page(t: Telusur) -> Page:
    """The sheet “Dari Mana”. It tells how things were when it was written."""
    return Page(DARI_MANA, list(_rows(t)), quiet=True)


def asal_angka_page(view: View) -> Page:
    """The annex: the same, without what opens a cell of the master."""
    t = telusur_of(view, graf_of(view), Saksi())
    kept = [n for n, c in enumerate(DARI_MANA.columns) if c.key != "buka"]
    sheet = replace(ASAL_ANGKA, columns=tuple(DARI_MANA.columns[n] for n in kept))
    return Page(sheet, [[row[n] for n in kept] for row in _rows(t)])


def _rows(t: Telusur) -> Iterator[list[Value]]:
    for asal in t.graf.values():
        if t.utuh[asal.kunci] is not Utuh.BELUM:
            yield _row(t, asal)


def _row(t: Telusur, asal: Asal) -> list[Value]:
    kiriman, at = t.behind.of(asal), place_of(asal)
    saved = kiriman.identitas.disimpan if kiriman else None
    return [
        asal.kunci,
        asal.nama,
        nilai_text(t, asal),
        _keadaan(t, asal),
        asal.aturan.value,
        _dari(asal),
        place_in(asal.sel) if asal.sel else "",
        kiriman.identitas.berkas if kiriman else "",
        f"{at.sheet}!{at.cell}" if kiriman and at else "",
        raw(t.saksi, asal) if kiriman else "",
        saat(saved) if saved else "",
        kiriman.identitas.sha256 if kiriman else "",
        LINE.join(bukti_line(b) for b in t.behind.bukti_of(asal))
        if asal.kolom in SHOWS_BUKTI
        else "",
    ]


def baris_asal(view: View) -> tuple[BarisAsal, ...]:
    """The annex of the report: every figure that a Subbagian typed; all others follow."""
    t = telusur_of(view, answers_of(view), Saksi())
    typed = (a for a in t.graf.values() if t.behind.of(a))
    return tuple(_baris(t, a) for a in typed if t.utuh[a.kunci] is not Utuh.BELUM)


def _baris(t: Telusur, asal: Asal) -> BarisAsal:
    kiriman, at = t.behind.of(asal), place_of(asal)
    assert kiriman
    pieces = (bukti_line(b) for b in t.behind.bukti_of(asal))
    return BarisAsal(
        angka=asal.kunci,
        nilai=nilai_text(t, asal),
        tempat=f"{kiriman.identitas.berkas}{LINE}{at.sheet}!{at.cell}"
        if at
        else kiriman.identitas.berkas,
        koreksi=koreksi_text(t, asal) if is_corrected(asal) else "",
        sidik=kiriman.identitas.sha256[:SIDIK],
        bukti=LINE.join(pieces) if asal.kolom in SHOWS_BUKTI else "",
    )


def koreksi_text(t: Telusur, asal: Asal) -> str:
    """What the planner typed over, with both values."""
    return DIKOREKSI.format(berkas=said_of(asal) or TANPA_NILAI, nilai=nilai_text(t, asal))


def _dari(asal: Asal) -> str:
    """What it was made of, the scale as one."""
    names = (SKALA if kunci.startswith("skala ") else kunci for kunci in asal.dari)
    return ", ".join(dict.fromkeys(names))


def _keadaan(t: Telusur, asal: Asal) -> str:
    """How it stands; both values where the planner typed over it."""
    if not is_corrected(asal):
        return t.utuh[asal.kunci]
    told = DIKOREKSI.format(berkas=said_of(asal) or TANPA_NILAI, nilai=nilai_text(t, asal))
    return (
        told if t.utuh[asal.kunci] is Utuh.DIKOREKSI else f"{t.utuh[asal.kunci]}{LINE}{told}"
    )
