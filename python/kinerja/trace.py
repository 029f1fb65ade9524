"""Answer where a figure comes from: the graph of all figures, and the chain of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja.asal import Asal, Graf, Known, printed, sources, values
from kinerja.asal_anggaran import of_budget
from kinerja.asal_indikator import of_answers, of_indikator, places_of
from kinerja.asal_rencana import of_rencana
from kinerja.asal_sasaran import of_office, of_policy, of_sasaran
from kinerja.asal_semester import of_semesters
from kinerja.grid import Cell
from kinerja.hasil import hasil_of, hasil_sasaran
from kinerja.keutuhan import SIDIK
from kinerja.model import Location, Status
from kinerja.printing import saat
from kinerja.saksi import (
    Belakang,
    Bukti,
    Saksi,
    belakang,
    is_corrected,
    keadaan,
    place_of,
    said_of,
)
from kinerja.sheets import dari_mana as words
from kinerja.sheets.dari_mana import Utuh
from kinerja.sheets.table import normal, plain
from kinerja.temuan import KinerjaError, Rule
from kinerja.values import suggest
from kinerja.view import View

EXAMPLE = "capaian"  # what a kode alone stands for
INDENT = "  "
SHOWS_BUKTI = frozenset({"nilai", "x"})  # the data pendukung of an answer is told once


@dataclass(frozen=True, slots=True)
class Telusur:
    """All that a chain is told from."""

    graf: Graf
    values: Known
    behind: Belakang
    saksi: Saksi
    utuh: Mapping[str, Utuh]


def telusur_of(view: View, graf: Graf, saksi: Saksi) -> Telusur:
    """The figures of a year with all that stands behind them."""
    return Telusur(graf, values(graf), belakang(view), saksi, keadaan(view, graf, saksi))


def graf_of(view: View) -> Graf:
    """Every figure by its kunci, each after those it is made of."""
    hasil = hasil_of(view.rekap, view.answers)
    per_sasaran = hasil_sasaran(view.rekap, hasil)
    places = places_of(view)
    found: list[Asal] = [*of_policy(view)]
    for h in hasil:
        found.extend(of_indikator(places, h))
    for s in per_sasaran:
        found.extend(of_sasaran(view, s))
    found.extend(of_office(view, per_sasaran))
    found.extend(of_budget(view, per_sasaran))
    found.extend(of_rencana(view))
    found.extend(of_semesters(view, per_sasaran))
    return {asal.kunci: asal for asal in found}


def answers_of(view: View) -> Graf:
    """Only the figures that a Subbagian typed, and those of a rasio."""
    places = places_of(view)
    every = hasil_of(view.rekap, view.answers)
    return {a.kunci: a for h in every for a in of_answers(places, h)}


def wanted(graf: Graf, text: str) -> Asal:
    """The figure that a person means: by its kunci, or the kode of an Indikator alone.

    Raises:
        KinerjaError: if there is none; with the nearest one there is.
    """
    known = {normal(kunci): kunci for kunci in graf}
    for said in (normal(text), f"{normal(text)}/{EXAMPLE}"):
        if said in known:
            return graf[known[said]]
    example = next((k for k in graf if k.endswith(f"/{EXAMPLE}")), "")
    facts = {"kunci": text, "usul": suggest(text, graf), "contoh": example}
    raise KinerjaError(Rule.ANGKA_TIDAK_DIKENAL.at(Location(""), **facts))


def behind_it(graf: Graf, asal: Asal) -> tuple[Asal, ...]:
    """Every figure that was typed for this one."""
    return tuple(sources(graf, asal.kunci))


def chain(t: Telusur, kunci: str) -> Iterator[str]:
    """The lines that lead from a figure to every file behind it; each branch told once."""
    yield from _chain(t, kunci, 0, set())


def _chain(t: Telusur, kunci: str, depth: int, told: set[str]) -> Iterator[str]:
    asal, room = t.graf[kunci], INDENT * depth
    if kunci in told:
        yield room + words.DI_ATAS.format(nama=asal.nama, nilai=nilai_text(t, asal))
        return
    told.add(kunci)
    yield room + _step(t, asal)
    yield from (f"{room}{INDENT}{line}" for line in _files(t, asal))
    for key in asal.dari:
        yield from _chain(t, key, depth + 1, told)


def nilai_text(t: Telusur, asal: Asal) -> str:
    """The figure as it is printed; the Status where nothing was due."""
    value = t.values.get(asal.kunci)
    return value if isinstance(value, Status) else printed(asal, value) or words.TANPA_NILAI


def _step(t: Telusur, asal: Asal) -> str:
    """One figure: its value, how it came about, its cell in the master."""
    step = words.LANGKAH.format(nama=asal.nama, nilai=nilai_text(t, asal), cara=asal.aturan)
    if asal.sel is None or not asal.sel.cell:
        return step
    return words.DI_SEL.format(langkah=step, sel=f"{asal.sel.sheet}!{asal.sel.cell}")


def _files(t: Telusur, asal: Asal) -> Iterator[str]:
    """The returned file a figure was typed in, and the data pendukung of that answer."""
    kiriman, at = t.behind.of(asal), place_of(asal)
    if kiriman is None or at is None:
        return
    saved = kiriman.identitas.disimpan
    yield words.DI_BERKAS.format(
        tanda=t.utuh[asal.kunci][0],
        berkas=kiriman.identitas.berkas,
        sel=f"{at.sheet}!{at.cell}",
        isi=raw(t.saksi, asal),
        saat=words.DISIMPAN.format(saat=saat(saved)) if saved else "",
        sidik=kiriman.identitas.sha256[:SIDIK],
    )
    if is_corrected(asal):
        told = said_of(asal) or words.TANPA_NILAI
        yield words.DIKOREKSI.format(berkas=told, nilai=nilai_text(t, asal))
    if asal.kolom in SHOWS_BUKTI:
        for b in t.behind.bukti_of(asal):
            yield words.BUKTI_SEBARIS.format(bukti=bukti_line(b))


def raw(saksi: Saksi, asal: Asal) -> str:
    """What its cell in the returned file holds, read again; else what it held when merged."""
    at = place_of(asal)
    if asal.jawaban is None or at is None:
        return ""
    if saksi.was_read(asal.jawaban.sha256, at):
        return _typed(saksi.cell(asal.jawaban.sha256, at))
    return said_of(asal)


def _typed(cell: Cell | None) -> str:
    return plain(cell.value) if cell else ""


def bukti_line(b: Bukti) -> str:
    """One data pendukung: its name, its pages, its digest, and whether it is as it was."""
    found, listed = b.cocok.berkas, b.cocok.data_pendukung
    pages = found.halaman if found else None
    sign = Utuh.BUKTI_BERUBAH if b.is_changed else Utuh.UTUH if found else Utuh.BUKTI_HILANG
    return words.BUKTI.format(
        tanda=sign[0],
        berkas=found.nama if found else listed.berkas if listed else "",
        halaman="" if pages is None else words.HALAMAN.format(n=pages),
        sidik=words.SIDIK.format(sidik=found.sha256[:SIDIK]) if found else words.TANPA_BERKAS,
    )
