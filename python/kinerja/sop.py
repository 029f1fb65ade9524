"""The SOP clock: when each step was done, how long it took, and where the work stands.

A step ends when a button stamps it, when a register says so, or when the planner types it
in “Jam SOP”, who counts most. It begins where the last finished step before it ended. Minutes
are those of working hours. What the sheets hold is read and written in ``jam_sop``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from decimal import Decimal

from kinerja.jam_kerja import minutes_a_day, working_minutes
from kinerja.model import Pengaturan
from kinerja.model_sop import Cap, LangkahSop, Saat, SatuanWaktu, Tahap
from kinerja.periode import of_year
from kinerja.registers import came_back, moment, newest
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.sop import (
    DICAP,
    DIPEGANG,
    JAM_SOP,
    LANGKAH,
    MENDAHULUI,
    NANTI,
    PENGISIAN,
    TAK_TERBACA,
    TERAKHIR,
    TERSISA,
)
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.tombol import JUDUL

PARAF = {5: Tahap.PENGELOLA, 6: Tahap.KASUBBAG, 7: Tahap.SEKRETARIS}  # by step
SIAP = 2  # the step that ends with a master that is ready
KONSEP = 4  # the step that ends with the first konsep of the surat edaran
MINUTES = {SatuanWaktu.MENIT: 1, SatuanWaktu.JAM: 60}

SEED = tuple(
    LangkahSop(
        nomor=nomor,
        kegiatan=kegiatan,
        pelaksana=pelaksana,
        kelengkapan=kelengkapan,
        waktu=None if waktu is None else Decimal(waktu),
        satuan_waktu=satuan,
        keluaran=keluaran,
    )
    for nomor, (kegiatan, pelaksana, kelengkapan, waktu, satuan, keluaran) in LANGKAH.items()
)
End = tuple[datetime, str]  # when a step ended, and the button or the sheet that says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Jejak:
    """What is known of one step in one Periode; ``menit`` and ``baku`` are working minutes.

    ``mendahului`` is an earlier step that ended later, so that this one took no time.
    """

    langkah: LangkahSop
    mulai: datetime | None = None
    selesai: datetime | None = None
    menit: int | None = None
    baku: int | None = None
    sumber: str = ""
    alasan: str = ""
    mendahului: int | None = None
    nanti: bool = False  # belongs to the last Periode of the year

    @property
    def selisih(self) -> int | None:
        """How many minutes more than the standard it took."""
        return None if self.menit is None or self.baku is None else self.menit - self.baku


@dataclass(frozen=True, slots=True, kw_only=True)
class Perjalanan:
    """All steps of one Periode, their minutes so far, and what the SOP allows in all.

    ``turunan`` of the minutes in ``baku`` are not those of any step: they follow from the
    total that the SOP states.
    """

    jejak: tuple[Jejak, ...]
    menit: int
    baku: int
    turunan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedudukan:
    """The step that is at hand, who holds it, since when; none before and after the SOP."""

    langkah: LangkahSop | None = None
    pemegang: str = ""
    sejak: datetime | None = None
    menit: int | None = None


# ---- the SOP itself


def steps(rekap: Rekap) -> tuple[LangkahSop, ...]:
    """The steps of the office's SOP in their order; those of the seed if it has none."""
    return tuple(sorted(rekap.sop or SEED, key=lambda step: step.nomor))


def baku_minutes(step: LangkahSop, pengaturan: Pengaturan) -> int | None:
    """The working minutes that a step may take; None if the SOP does not say."""
    if step.waktu is None:
        return None
    return round(step.waktu * MINUTES.get(step.satuan_waktu, minutes_a_day(pengaturan)))


def turunan(rekap: Rekap) -> int:
    """The minutes of the steps that cannot be read in the SOP, as long as none is filled."""
    unread = [s for s in steps(rekap) if s.nomor in TAK_TERBACA]
    blank = len(unread) == len(TAK_TERBACA) and all(s.waktu is None for s in unread)
    return TERSISA if blank else 0


# ---- stamps


def stamped(rekap: Rekap, command: str) -> Rekap:
    """The Rekap with a Cap for each step of the running Periode that a command ends now.

    A Cap that is there stays as it is, however often the button is pressed.
    """
    p = rekap.pengaturan.periode
    if rekap.kini is None or not _completes(rekap, command, p):
        return rekap
    caps = list(rekap.cap)
    for n in DICAP.get(command, ()):
        known = next((c for c in caps if _is_of(c, p, n)), Cap(periode=p, langkah=n))
        if known.selesai is None:
            others = [c for c in caps if c is not known]
            caps = [*others, replace(known, selesai=rekap.kini, sumber=JUDUL[command])]
    return replace(rekap, cap=tuple(caps))


def _is_of(cap: Cap, p: int, n: int) -> bool:
    return (cap.periode, cap.langkah) == (p, n)


def _completes(rekap: Rekap, command: str, p: int) -> bool:
    match command:
        case "check":  # pressed again at any time; only before the forms does it end a step
            return not any(n > SIAP for n in _ends(rekap, p))
        case "generate":
            return any(t.formulir.periode == p for t in rekap.terbit)
        case "merge" | "verify":
            return all_back(rekap, p)
        case "annual":
            return p == rekap.pengaturan.siklus
        case _:
            return True


def all_back(rekap: Rekap, p: int) -> bool:
    """Whether every form that was made or handed out for a Periode has come back."""
    return bool(_asked(rekap, p)) and not _missing(rekap, p)


def _asked(rekap: Rekap, p: int) -> Mapping[str, int]:
    """The Revisi that is due from each Subbagian; any if its form was not handed out."""
    made = {t.formulir.subbagian: 0 for t in rekap.terbit if t.formulir.periode == p}
    return made | {d.subbagian: d.revisi for d in newest(rekap, p)}


def _missing(rekap: Rekap, p: int) -> tuple[str, ...]:
    """The Subbagian whose form is not back."""
    back = came_back(rekap, p)
    return tuple(s for s, revisi in _asked(rekap, p).items() if back.get(s, -1) < revisi)


# ---- the clock


def begun(rekap: Rekap) -> tuple[int, ...]:
    """The Periode of which anything is known, and the running one."""
    found = {rekap.pengaturan.periode} | {c.periode for c in rekap.cap}
    found |= {d.periode for d in rekap.disposisi} | {s.periode for s in rekap.surat_edaran}
    return tuple(p for p in of_year(rekap.pengaturan.siklus) if p in found)


def timeline(rekap: Rekap, p: int) -> Perjalanan:
    """Every step of one Periode, with its time as far as it is known."""
    jejak = tuple(_jejak(rekap, p))
    known = (j.baku for j in jejak if j.baku is not None)
    derived = turunan(rekap)
    return Perjalanan(
        jejak=jejak,
        menit=sum(j.menit or 0 for j in jejak),
        baku=sum(known) + derived,
        turunan=derived,
    )


def _jejak(rekap: Rekap, p: int) -> Iterator[Jejak]:
    ends = _ends(rekap, p)
    latest = _received(rekap, p), 0  # the latest end so far, and of which step it is
    at_hand = _after(rekap, p, max(ends, default=0))
    for step in steps(rekap):
        known = _known(rekap, p, step)
        if end := ends.get(step.nomor):
            done = _done(rekap, known, end, latest)
            yield done
            if done.selesai and done.mendahului is None:
                latest = done.selesai, step.nomor
        elif step == at_hand:
            yield replace(known, mulai=known.mulai or latest[0])
        elif _is_later(rekap, p, step):
            yield replace(known, sumber=NANTI, nanti=True)
        else:
            yield known


def _known(rekap: Rekap, p: int, step: LangkahSop) -> Jejak:
    """What does not depend on the steps before it."""
    caps = (c for c in rekap.cap if _is_of(c, p, step.nomor))
    cap = next(caps, Cap(periode=p, langkah=step.nomor))
    return Jejak(
        langkah=step,
        mulai=moment(cap.mulai_nyata),
        baku=baku_minutes(step, rekap.pengaturan),
        alasan=cap.alasan,
    )


def _done(rekap: Rekap, known: Jejak, end: End, latest: tuple[datetime | None, int]) -> Jejak:
    selesai, sumber = end
    before, lain = latest
    if before and selesai == datetime.combine(before, time.min):
        selesai = before  # only the day was typed
    if known.mulai is None and lain and before and selesai < before:
        said = MENDAHULUI.format(sumber=sumber, lain=lain)
        done = replace(known, selesai=selesai, sumber=said, mendahului=lain)
        return replace(done, mulai=selesai, menit=0)
    mulai = known.mulai or before
    menit = None if mulai is None else working_minutes(rekap, mulai, selesai)
    return replace(known, mulai=mulai, selesai=selesai, menit=menit, sumber=sumber)


def _after(rekap: Rekap, p: int, last: int) -> LangkahSop | None:
    """The first step of this Periode after the last one that is done."""
    rest = (s for s in steps(rekap) if s.nomor > last and not _is_later(rekap, p, s))
    return next(rest, None)


def _is_later(rekap: Rekap, p: int, step: LangkahSop) -> bool:
    """Whether a step belongs to the last Periode of the year, and this is none."""
    return step.nomor == TERAKHIR and p < rekap.pengaturan.siklus


def _received(rekap: Rekap, p: int) -> datetime | None:
    """When the order came in, with which the SOP begins."""
    received = (moment(d.diterima) for d in rekap.disposisi if d.periode == p)
    return next(received, None)


def _ends(rekap: Rekap, p: int) -> Mapping[int, End]:
    """When each step ended that is done: what counts most is laid over the others."""
    caps = [c for c in rekap.cap if c.periode == p]
    letters = [s for s in rekap.surat_edaran if s.periode == p]
    drafted = {KONSEP: letters[0].konsep} if letters else {}
    ends = _typed(drafted, JUDUL["circular"])
    ends |= {c.langkah: (c.selesai, c.sumber) for c in caps if c.selesai}
    if PENGISIAN in ends and (back := _really_back(rekap, p)):
        ends[PENGISIAN] = back, DISTRIBUSI.name
    for d in rekap.disposisi:
        typed = d.terusan if d.periode == p else {}
        ends |= _typed(typed, DISPOSISI.name)
    for s in letters:
        signed = {n: s.paraf[tahap].saat for n, tahap in PARAF.items() if tahap in s.paraf}
        ends |= _typed(signed, SURAT_EDARAN.name)
    return ends | _typed({c.langkah: c.selesai_nyata for c in caps}, JAM_SOP.name)


def _typed(saat: Mapping[int, Saat], sumber: str) -> dict[int, End]:
    """The times by step that can be read as times."""
    return {n: (at, sumber) for n, typed in saat.items() if (at := moment(typed))}


def _really_back(rekap: Rekap, p: int) -> datetime | None:
    """When the last form came back, if the planner has typed that of any."""
    rows = tuple(newest(rekap, p))
    times = [moment(d.kembali_nyata) or d.kembali for d in rows]
    if not any(moment(d.kembali_nyata) for d in rows) or None in times:
        return None
    return max(at for at in times if at)


def standing(rekap: Rekap, p: int) -> Kedudukan:
    """Which step of one Periode is at hand, who holds it, and for how many minutes."""
    jejak = timeline(rekap, p).jejak
    final = max((j.langkah.nomor for j in jejak if j.selesai), default=0)
    step = _after(rekap, p, final)
    sejak = next((j.mulai for j in jejak if j.langkah == step), None)
    if step is None or not (final or sejak):
        return Kedudukan()
    return Kedudukan(
        langkah=step,
        pemegang=_holder(rekap, p, step),
        sejak=sejak,
        menit=working_minutes(rekap, sejak, rekap.kini) if sejak and rekap.kini else None,
    )


def _holder(rekap: Rekap, p: int, step: LangkahSop) -> str:
    """Who does it; which Subbagian, where several hold a form."""
    missing = _missing(rekap, p) if step.nomor == PENGISIAN else ()
    if not missing:
        return step.pelaksana
    return DIPEGANG.format(pelaksana=step.pelaksana, nama=", ".join(missing))
