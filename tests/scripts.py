"""The SOP from its first step to its last, each at a moment that is known.

The buttons stamp what they stamp; what people write in the registers is put there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kinerja.jam_kerja import after_minutes
from kinerja.model_sop import Cap, Disposisi, Paraf, SuratEdaran, Tahap
from kinerja.rekap import Rekap
from kinerja.sop import baku_minutes, stamped, steps
from office import answer, kiriman

# An assumption of the tests alone: how 205 minutes might be spread over steps 1 to 8, whose
# minutes cannot be read in the SOP.
SPREAD = dict(zip(range(1, 9), (25, 25, 25, 25, 25, 25, 25, 30), strict=True))
BUTTONS = {
    1: "disposition",
    2: "check",
    3: "generate",
    4: "circular",
    10: "distribute",
    11: "merge",
    12: "verify",
    14: "annual",
}
TAHAP = {5: Tahap.PENGELOLA, 6: Tahap.KASUBBAG, 7: Tahap.SEKRETARIS}


def standard_ends(rekap: Rekap, start: datetime) -> Mapping[int, datetime]:
    """When each step ends if it begins with the end of the one before and takes its time."""
    ends, moment = {}, start
    for step in steps(rekap):
        known = baku_minutes(step, rekap.pengaturan)
        minutes = SPREAD[step.nomor] if known is None else known
        moment = ends[step.nomor] = after_minutes(rekap, moment, minutes)
    return ends


def played(rekap: Rekap, start: datetime, ends: Mapping[int, datetime], p: int = 4) -> Rekap:
    """The office after a cycle of one Periode in which each step ended then."""
    rekap = replace(
        rekap,
        pengaturan=replace(rekap.pengaturan, periode=p),
        disposisi=(Disposisi(periode=p, diterima=start),),
        surat_edaran=(SuratEdaran(periode=p),),
    )
    for n, end in sorted(ends.items()):
        rekap = _one_step(replace(rekap, kini=end), p, n)
    return rekap


def _one_step(rekap: Rekap, p: int, n: int) -> Rekap:
    if n == 11:
        returned = (
            kiriman(answer(kode, nilai, p=p), sha256=kode * 32, subbagian=subbagian, p=p)
            for subbagian, kode, nilai in (("TPH", "1a", 80), ("KUL", "2b", "WTP"))
        )
        rekap = replace(rekap, kiriman=tuple(returned))
    if n in BUTTONS:
        return stamped(rekap, BUTTONS[n])
    if n in TAHAP:
        (surat,) = rekap.surat_edaran
        paraf = {**surat.paraf, TAHAP[n]: Paraf(saat=rekap.kini, oleh="Pejabat")}
        return replace(rekap, surat_edaran=(replace(surat, paraf=paraf),))
    if n in {8, 9}:
        (disposisi,) = rekap.disposisi
        terusan = {**disposisi.terusan, n: rekap.kini}
        return replace(rekap, disposisi=(replace(disposisi, terusan=terusan),))
    typed = Cap(periode=p, langkah=n, selesai_nyata=rekap.kini, alasan="belum ada tombolnya")
    return replace(rekap, cap=(*rekap.cap, typed))
