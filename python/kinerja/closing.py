"""What is still to be done once forms are back: mend, register, type, compile, seal.

Like all of ``next_step`` it asks only for what nothing else shows to be done. Whether a
Periode was sealed is told by the journal: by an “Arsipkan” not older than all that it seals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from kinerja.entri import summary
from kinerja.giveback import due_back
from kinerja.hasil_semester import KEDUANYA, span
from kinerja.inventaris_rows import lines_of
from kinerja.langkah import Next, joined
from kinerja.model_verifikasi import Permintaan, Tahapan
from kinerja.rekap import Rekap
from kinerja.sheets import beranda as sheet
from kinerja.sheets.beranda import Step
from kinerja.sheets.terbitan import SEMESTER, TAHUNAN, USANG
from kinerja.sheets.tombol import JUDUL
from kinerja.sop import timeline
from kinerja.temuan import Temuan
from kinerja.verifikasi import standings
from kinerja.view import View

ENTERED = 13  # the step of the SOP in which figures are typed into other applications
KeadaanLaporan = Mapping[str, str]  # how each compiled report is, by its name


def to_mend(view: View, galat: Sequence[Temuan]) -> Iterator[Next]:
    """Which form goes back to be mended, and which is away for that."""
    rekap = view.rekap
    if rekap.kini is None:
        return  # no deadline can be worked out
    back = [k.permintaan for k in due_back(rekap, galat)]
    if back:
        yield Next(Step.GIVE_BACK, {"siapa": joined(_slots(view, back))})
    open_ = {
        (k.verifikasi.subbagian, k.verifikasi.periode)
        for k in standings(rekap, galat)
        if k.tahapan is Tahapan.PERLU_PERBAIKAN
    }
    away = [g for g in rekap.permintaan if (g.subbagian, g.periode) in open_]
    if away:
        yield Next(Step.AWAIT, {"siapa": joined(_slots(view, away))})


def _slots(view: View, wanted: Sequence[Permintaan]) -> list[str]:
    return [_slot(view, g) for g in wanted]


def _slot(view: View, g: Permintaan) -> str:
    """Whose form it is; of which Periode if that is not the running one."""
    if g.periode == view.pengaturan.periode:
        return g.subbagian
    name = view.periode_name(g.periode)
    return sheet.DARI_PERIODE.format(subbagian=g.subbagian, periode=name)


def to_record(view: View) -> Iterator[Next]:
    """Files that are not registered, and fields that are not typed yet."""
    p = view.pengaturan.periode
    name = view.periode_name(p)
    if new := _unregistered(view):
        yield Next(Step.REGISTER, {"n": new})
    open_ = [r for r in summary(view) if not r.is_done and r.jumlah]
    if open_ and not _is_entered(view):
        n = sum(r.belum + r.beda for r in open_)
        facts = {"n": n, "periode": name, "aplikasi": joined([r.aplikasi for r in open_])}
        yield Next(Step.ENTER, facts)


def _unregistered(view: View) -> int:
    """How many files lie there that the register does not know."""
    there = (b for b in lines_of(view) if b.cocok and b.cocok.berkas and b.cocok.berkas.sha256)
    return sum(1 for b in there if not (b.tercatat and b.tercatat.sha256))


def _is_entered(view: View) -> bool:
    """Whether the office has said by hand that step 13 is done."""
    way = timeline(view.rekap, view.pengaturan.periode)
    return any(j.langkah.nomor == ENTERED and j.selesai for j in way.jejak)


def to_report(view: View, laporan: KeadaanLaporan) -> Iterator[Next]:
    """The reports of what is finished: those that are missing, those that are stale."""
    p, siklus = view.pengaturan.periode, view.pengaturan.siklus
    for n in KEDUANYA:
        name = SEMESTER.format(n=n)
        if span(view.rekap, n).stop - 1 <= p:
            yield from _missing(Step.REPORT_HALF, name, laporan)
    if p == siklus:
        yield from _missing(Step.REPORT, TAHUNAN, laporan)


def _missing(step: Step, name: str, laporan: KeadaanLaporan) -> Iterator[Next]:
    facts: dict[str, object] = {"laporan": name}
    if name not in laporan:
        yield Next(step, {**facts, "keadaan": sheet.BELUM_DISUSUN})
    elif laporan[name] == USANG:
        yield Next(step, {**facts, "keadaan": sheet.SUDAH_USANG})


def to_seal(view: View) -> Iterator[Next]:
    """The package of the running Periode, unless it holds all that came back."""
    rekap = view.rekap
    sealed = _last(rekap, "archive")
    reports = [t.dibuat for t in rekap.laporan if t.dibuat]
    if sealed is None or any(
        when > sealed for when in (_last(rekap, "merge"), *reports) if when
    ):
        yield Next(Step.SEAL, {"periode": view.periode_name(view.pengaturan.periode)})


def _last(rekap: Rekap, command: str) -> datetime | None:
    """When a button did something last, as far as the journal goes back."""
    times = (t.waktu for t in rekap.jurnal if t.nama == JUDUL[command])
    return max((t for t in times if isinstance(t, datetime)), default=None)
