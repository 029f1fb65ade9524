"""What to do next, worked out from the state of the year.

A step is asked for only until a later one of its Periode is done: nobody is led back. An
office that goes without letters, or hands out without “Bagikan”, is asked for neither once
its first form of the year is back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja.closing import KeadaanLaporan, to_mend, to_record, to_report, to_seal
from kinerja.generate import unmade
from kinerja.langkah import NAMED, Next, joined
from kinerja.model import Formulir
from kinerja.model_sop import SuratEdaran, Tahap
from kinerja.printing import tanggal_pendek
from kinerja.progress import Pengembalian, pengembalian
from kinerja.registers import is_signed, keadaan, newest
from kinerja.sheets import beranda as sheet
from kinerja.sheets import master
from kinerja.sheets.beranda import MENUNGGU, Step
from kinerja.sheets.tombol import JUDUL
from kinerja.temuan import Severity, Temuan
from kinerja.view import View


def next_step(
    view: View, temuan: Sequence[Temuan], laporan: KeadaanLaporan | None = None
) -> Next:
    """The first thing that keeps the year from going on; ``laporan`` by ``mutakhir``."""
    galat = [t for t in temuan if t.rule.severity is Severity.GALAT]
    return next(_pending(view, galat, laporan or {}))


def _pending(view: View, galat: Sequence[Temuan], laporan: KeadaanLaporan) -> Iterator[Next]:
    """All that is still to be done, in its order."""
    of_master = sum(t.location.file == view.rekap.file for t in galat)
    if empty := _empty_sheets(view):
        yield Next(Step.FILL, {"lembar": joined(empty)})
    if of_master:
        yield Next(Step.MEND, {"n": of_master})
    yield from _to_send(view)
    if away := _senders(view):
        yield Next(Step.COLLECT, {"siapa": away})
    yield from to_mend(view, galat)
    if galat:
        yield Next(Step.SETTLE, {"n": len(galat)})
    yield from to_record(view)
    yield from to_report(view, laporan)
    yield from to_seal(view)
    yield _onwards(view)


def _empty_sheets(view: View) -> list[str]:
    """The sheets without which there is nothing to ask."""
    rekap, siklus = view.rekap, view.pengaturan.siklus
    needed = {
        master.PENGATURAN.name: view.pengaturan.tahun,
        master.SUBBAGIAN.name: rekap.subbagian,
        master.indikator_sheet(siklus).name: rekap.indikator,
    }
    return [name for name, content in needed.items() if not content]


def _onwards(view: View) -> Next:
    """What follows when the running Periode is done."""
    p = view.pengaturan.periode
    if p == view.pengaturan.siklus:
        tahun = view.pengaturan.tahun
        return Next(Step.NEW_YEAR, {"tahun": tahun, "berikut": tahun + 1})
    first = JUDUL["disposition" if _goes_by_letters(view) else "generate"]
    names = {"periode": view.periode_name(p), "berikut": view.periode_name(p + 1)}
    return Next(Step.MOVE_ON, {**names, "tombol": first})


# ---- on its way to the Subbagian


def _to_send(view: View) -> Iterator[Next]:
    """What the running Periode still lacks until everybody has a form."""
    p = view.pengaturan.periode
    name = view.periode_name(p)
    letter = next((s for s in view.rekap.surat_edaran if s.periode == p), None)
    is_out = any(newest(view.rekap, p)) or any(q == p for _, q in returned(view))
    letters = _goes_by_letters(view) and not is_out
    if letters and not (letter or _made(view) or _ordered(view)):
        yield Next(Step.ORDER, {"periode": name})
    if lacking := [s.kode for s in unmade(view.rekap, p)]:
        yield Next(Step.MAKE, {"periode": name, "siapa": joined(lacking)})
    if letters and letter is None:
        yield Next(Step.DRAFT, {"periode": name})
    if letters and letter and not is_signed(letter):
        yield Next(Step.SIGN, {"periode": name, "siapa": _waits_for(letter)})
    if kept := _not_handed_out(view):
        yield Next(Step.HAND_OUT, {"periode": name, "siapa": joined(kept)})


def _goes_by_letters(view: View) -> bool:
    """Whether the office has letters this year, or nothing tells yet that it goes without."""
    rekap = view.rekap
    return bool(rekap.disposisi or rekap.surat_edaran) or not returned(view)


def _ordered(view: View) -> bool:
    return any(d.periode == view.pengaturan.periode for d in view.rekap.disposisi)


def _made(view: View) -> Mapping[str, int]:
    """The newest Revisi of each form that was made for the running Periode."""
    forms = (t.formulir for t in view.rekap.terbit)
    now = view.pengaturan.tahun, view.pengaturan.periode
    ordered = sorted(forms, key=lambda f: f.revisi)
    return {f.subbagian: f.revisi for f in ordered if (f.tahun, f.periode) == now}


def _waits_for(letter: SuratEdaran) -> str:
    """Whose paraf or signature comes next."""
    names = [tahap.value for tahap in Tahap]
    now = keadaan(letter)
    after = names.index(now) + 1 if now in names else 0
    return MENUNGGU[tuple(Tahap)[after]]


def _not_handed_out(view: View) -> list[str]:
    """The Subbagian whose newest form neither went out nor came back."""
    rekap, p = view.rekap, view.pengaturan.periode
    if returned(view) and not rekap.distribusi:
        return []  # this office hands out without the register
    known = {d.subbagian: d.revisi for d in newest(rekap, p)}
    for k in rekap.accepted():
        f = k.formulir
        if f and f.periode == p:
            known[f.subbagian] = max(f.revisi, known.get(f.subbagian, 0))
    made = _made(view)
    order = (s.kode for s in rekap.subbagian)
    return [kode for kode in order if made.get(kode, 0) > known.get(kode, 0)]


# ---- on its way back


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


def _senders(view: View) -> str:
    """Who still has a form, with the deadline; said once where it is the same for all."""
    away = list(_not_back(view))
    if not away:
        return ""
    known = {(r.periode, r.subbagian): r for r in pengembalian(view.rekap)}
    notes = [_deadline(known.get((f.periode, f.subbagian))) for f in away]
    names = [_sender(view, f) for f in away]
    if len(set(notes)) == 1:
        return _noted(joined(names, NAMED - len(notes[0])), notes[0])
    return joined([_noted(*pair) for pair in zip(names, notes, strict=True)])


def _sender(view: View, f: Formulir) -> str:
    """Who has it; of which Periode only if that is not the running one."""
    if f.periode == view.pengaturan.periode:
        return f.subbagian
    name = view.periode_name(f.periode)
    return sheet.DARI_PERIODE.format(subbagian=f.subbagian, periode=name)


def _deadline(r: Pengembalian | None) -> str:
    """Until when a form was to be back, and how late it is today."""
    if r is None or r.batas is None:
        return ""
    late = (sheet.LEWAT.format(n=r.lewat),) if r.lewat else ()
    return ", ".join((sheet.BATAS.format(tanggal=tanggal_pendek(r.batas)), *late))


def _noted(name: str, note: str) -> str:
    return sheet.DENGAN_BATAS.format(siapa=name, batas=note) if note else name
