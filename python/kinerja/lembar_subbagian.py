"""The sheet of each Subbagian in the master: its form, with the answers beside the targets.

Before the first answer it is a preview of the form. A sheet of that name that is
somebody's own is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja import periode
from kinerja.capaian import capped
from kinerja.grid import Value
from kinerja.hasil import Hasil, capaian_periode, hasil_of
from kinerja.isian import PENANGGUNG_JAWAB, PENDUKUNG
from kinerja.kelengkapan import completeness
from kinerja.master_reading import MasterReading
from kinerja.model import EXCUSED, Location, Subbagian, Target
from kinerja.printing import shown
from kinerja.sheets import master
from kinerja.sheets.master import Lengkap
from kinerja.sheets.table import Page, Sheet, normal
from kinerja.temuan import Rule
from kinerja.values import target_text
from kinerja.view import View


def sheet_of(subbagian: Subbagian, siklus: int) -> Sheet:
    """The sheet of one Subbagian, made from the pattern when it is not there yet."""
    pattern = master.isian_sheet(siklus)
    return replace(
        pattern,
        name=master.LEMBAR_ISIAN.format(kode=subbagian.kode),
        title=master.JUDUL_ISIAN.format(nama=subbagian.nama or subbagian.kode),
        hidden=False,
        pattern=pattern.name,
    )


def without_sheet(
    reading: MasterReading, subbagian: Iterable[Subbagian], siklus: int
) -> frozenset[str]:
    """The kode of each Subbagian whose sheet is somebody else's; a Temuan for each."""
    reserved = {normal(name) for name in master.CODE_NAMES}
    found = set()
    for s in subbagian:
        sheet = sheet_of(s, siklus)
        if not reading.is_ours(sheet) or normal(sheet.name) in reserved:
            here = Location(reading.book.identitas.berkas, sheet.name)
            reading.temuan.append(
                Rule.LEMBAR_TERPAKAI.at(here, lembar=sheet.name, subbagian=s.kode)
            )
            found.add(s.kode)
    return frozenset(found)


def isian_pages(view: View) -> Iterator[Page]:
    """The sheet of every Subbagian; one without Indikator is emptied, and never made."""
    hasil = hasil_of(view.rekap, view.answers)
    for s in view.rekap.subbagian:
        if s.kode in view.rekap.tanpa_lembar:
            continue
        sheet = sheet_of(s, view.pengaturan.siklus)
        rows = [_row(view, h, s.kode) for h in hasil if s.kode in _units(h)]
        yield Page(sheet if rows else replace(sheet, pattern=""), rows)


def _units(h: Hasil) -> Sequence[str]:
    return (h.indikator.penanggung_jawab, *h.indikator.pendukung)


def _row(view: View, h: Hasil, subbagian: str) -> list[Value]:
    """One Indikator as this Subbagian sees it; the figures are those that count."""
    i = h.indikator
    return [
        i.kode,
        i.uraian,
        PENANGGUNG_JAWAB if subbagian == i.penanggung_jawab else PENDUKUNG,
        i.satuan,
        _target(i.target),
        *(cell for p in periode.of_year(view.pengaturan.siklus) for cell in _cells(h, p)),
        shown(_last_capaian(view, h)),
        shown(h.capaian),
        _data_pendukung(view, h, subbagian),
        _kendala(view, h, subbagian),
        _rencana(view, h, subbagian),
    ]


def _cells(h: Hasil, p: int) -> Iterator[Value]:
    """Target and Realisasi of one Periode."""
    targets, answer = h.indikator.target_periode, h.answers[p - 1]
    yield _target(targets[p - 1] if p <= len(targets) else None)
    is_excused = answer is not None and answer.status in EXCUSED
    yield answer.status.value if answer and is_excused else shown(h.nilai_periode[p - 1])


def _target(target: Target | None) -> Value:
    return target if isinstance(target, Decimal) else target_text(target)


def _last_capaian(view: View, h: Hasil) -> Decimal | None:
    """The capped Capaian of the last Periode that has one."""
    for p in reversed(periode.of_year(view.pengaturan.siklus)):
        raw = capaian_periode(h.indikator, p, h.nilai_periode[p - 1], view.pengaturan)
        if raw is not None:
            return capped(raw, view.pengaturan)
    return None


def _data_pendukung(view: View, h: Hasil, subbagian: str) -> str:
    """How complete the data pendukung of all Periode that are due is, in one word."""
    states = {completeness(view, h.indikator, subbagian, p)[2] for p in view.due()}
    if states == {Lengkap.TIDAK_BERLAKU}:
        return Lengkap.TIDAK_BERLAKU.value
    states.discard(Lengkap.TIDAK_BERLAKU)
    return (states.pop() if len(states) == 1 else Lengkap.KURANG).value


def _kendala(view: View, h: Hasil, subbagian: str) -> str:
    """What this Subbagian said last, with the Periode it said it of."""
    for p in reversed(periode.of_year(view.pengaturan.siklus)):
        answer = view.answers.get((h.indikator.kode, subbagian, p))
        if answer and answer.kendala:
            return f"{view.periode_name(p)}: {answer.kendala}"
    return ""


def _rencana(view: View, h: Hasil, subbagian: str) -> str:
    """What this Subbagian plans to do for it, a line each."""
    return "\n".join(
        f"• {r.uraian}"
        for r in view.rekap.rencana_aksi
        if (r.indikator, r.penanggung_jawab) == (h.indikator.kode, subbagian)
    )
