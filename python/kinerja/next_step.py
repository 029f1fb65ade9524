"""What to do next, worked out from the state of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kinerja.model import Formulir
from kinerja.sheets import beranda as sheet
from kinerja.sheets import master
from kinerja.sheets.beranda import STEPS, Step
from kinerja.temuan import Severity, Temuan
from kinerja.view import View

NAMED = 60  # signs of the names in one sentence; who does not fit is counted


@dataclass(frozen=True, slots=True)
class Next:
    """One step, and the facts of its sentence."""

    step: Step
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, str]:
        """Its name, and what to do."""
        return sheet.name_of(self.step), STEPS[self.step][1].format(**self.facts)


def next_step(view: View, temuan: Sequence[Temuan]) -> Next:
    """The first thing that keeps the year from going on."""
    galat = [t for t in temuan if t.rule.severity is Severity.GALAT]
    of_master = sum(t.location.file == view.rekap.file for t in galat)
    p, siklus = view.pengaturan.periode, view.pengaturan.siklus
    name = view.periode_name(p)
    if empty := _empty_sheets(view):
        return Next(Step.FILL, {"lembar": _joined(empty)})
    if of_master:
        return Next(Step.MEND, {"n": of_master})
    if unmade := _not_made(view, p):
        return Next(Step.HAND_OUT, {"periode": name, "siapa": _joined(unmade)})
    if away := [_sender(view, f) for f in _not_back(view)]:
        return Next(Step.COLLECT, {"siapa": _joined(away)})
    if galat:
        return Next(Step.SETTLE, {"n": len(galat)})
    if p < siklus:
        after = view.periode_name(p + 1)
        return Next(Step.MOVE_ON, {"periode": name, "berikut": after})
    return Next(Step.REPORT)


def _empty_sheets(view: View) -> list[str]:
    """The sheets without which there is nothing to ask."""
    rekap, siklus = view.rekap, view.pengaturan.siklus
    needed = {
        master.PENGATURAN.name: view.pengaturan.tahun,
        master.SUBBAGIAN.name: rekap.subbagian,
        master.indikator_sheet(siklus).name: rekap.indikator,
    }
    return [name for name, content in needed.items() if not content]


def _not_made(view: View, p: int) -> list[str]:
    """The Subbagian that have a row to fill and no form yet."""
    forms = (t.formulir for t in view.rekap.terbit)
    made = {(f.subbagian, f.periode) for f in forms if f.tahun == view.pengaturan.tahun}
    asked = {k for i in view.rekap.indikator for k in (i.penanggung_jawab, *i.pendukung)}
    return [
        s.kode for s in view.rekap.subbagian if s.kode in asked and (s.kode, p) not in made
    ]


def _not_back(view: View) -> Iterator[Formulir]:
    """The forms that are due and stayed away, each once whatever its Revisi."""
    back = returned(view)
    due = (t.formulir for t in view.rekap.terbit if t.formulir.periode in view.due())
    slots = {(f.periode, f.subbagian): f for f in due if (f.subbagian, f.periode) not in back}
    for p in view.due():
        yield from (slots[p, s.kode] for s in view.rekap.subbagian if (p, s.kode) in slots)


def returned(view: View) -> frozenset[tuple[str, int]]:
    """The Subbagian and Periode of every form that came back and was accepted."""
    forms = (k.formulir for k in view.rekap.accepted())
    return frozenset((f.subbagian, f.periode) for f in forms if f)


def _sender(view: View, f: Formulir) -> str:
    """Who has it; of which Periode only if that is not the running one."""
    if f.periode == view.pengaturan.periode:
        return f.subbagian
    name = view.periode_name(f.periode)
    return sheet.DARI_PERIODE.format(subbagian=f.subbagian, periode=name)


def _joined(names: Sequence[str]) -> str:
    said = names[0]
    for n, name in enumerate(names[1:], start=1):
        longer = f"{said}, {name}"
        if len(longer) > NAMED:
            return sheet.DAN_LAINNYA.format(nama=said, n=len(names) - n)
        said = longer
    return said
