"""Status: whose form is back, who is late in working days, and how to say so.

Worked out from the register “Distribusi”, the returned files and the calendar; nobody is
locked out for being late. Who is to be reminded is in ``pengingat``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from kinerja.grid import Value
from kinerja.kalender import A_YEAR, free_days, skipped_text, working_days
from kinerja.model_sop import Distribusi
from kinerja.pengingat import next_reminder
from kinerja.printing import saat, tanggal
from kinerja.registers import batas_of, came_back, moment, newest
from kinerja.rekap import Rekap
from kinerja.sheets import distribusi as words
from kinerja.sheets.distribusi import STATUS, Ketepatan
from kinerja.sheets.table import Page
from kinerja.temuan import Rule, Temuan

BACK = (Ketepatan.TEPAT, Ketepatan.TERLAMBAT, Ketepatan.KEMBALI)
Slot = tuple[int, str]  # Periode and kode of the Subbagian


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengembalian:
    """How it stands with the form of one Subbagian for one Periode."""

    periode: int
    subbagian: str
    ketepatan: Ketepatan
    distribusi: Distribusi | None = None  # the newest Revisi it was handed
    batas: date | None = None
    kembali: datetime | None = None  # None as well where it came back unnoticed
    lewat: int = 0  # working days after the deadline, at least one after it

    @property
    def is_back(self) -> bool:
        """Whether nothing is to be waited for."""
        return self.ketepatan in BACK


def days_late(rekap: Rekap, batas: date, on: date) -> int:
    """The working days after the deadline; one at least once it is past.

    On the day itself nobody is late, whatever the hour.
    """
    return max(1, working_days(rekap, batas, on)) if on > batas else 0


def pengembalian(rekap: Rekap) -> tuple[Pengembalian, ...]:
    """How it stands with every form, by Periode and in the order of the Subbagian.

    Those of the running Periode that are still to be handed out are among them.
    """
    periode = {d.periode for d in rekap.distribusi}
    handed = {(p, d.subbagian): d for p in periode for d in newest(rekap, p)}
    made = {(t.formulir.periode, t.formulir.subbagian) for t in rekap.terbit}
    back = dict(_back(rekap))
    asked = {(rekap.pengaturan.periode, s.kode) for s in rekap.asked()}
    slots, order = {*handed, *made, *back, *asked}, rekap.order()
    ordered = sorted(slots, key=lambda slot: (slot[0], order(slot[1])))
    return tuple(_judged(rekap, slot, handed.get(slot), back.get(slot)) for slot in ordered)


def _back(rekap: Rekap) -> Iterator[tuple[Slot, int]]:
    """The newest Revisi that came back of each form."""
    for p in {k.formulir.periode for k in rekap.accepted() if k.formulir}:
        for kode, revisi in came_back(rekap, p).items():
            yield (p, kode), revisi


def _judged(
    rekap: Rekap, slot: Slot, d: Distribusi | None, revisi: int | None
) -> Pengembalian:
    """``revisi`` is the newest that came back, if one did."""
    periode, subbagian = slot
    bare = Pengembalian(periode=periode, subbagian=subbagian, ketepatan=Ketepatan.TANPA)
    if d is None:
        return bare if revisi is None else replace(bare, ketepatan=Ketepatan.KEMBALI)
    batas, kembali = batas_of(d), moment(d.kembali_nyata) or d.kembali
    ketepatan, lewat = _ketepatan(rekap, batas, kembali)
    if kembali is None and revisi is not None and revisi >= d.revisi:
        ketepatan, lewat = Ketepatan.KEMBALI, 0
    return replace(
        bare, ketepatan=ketepatan, distribusi=d, batas=batas, kembali=kembali, lewat=lewat
    )


def _ketepatan(
    rekap: Rekap, batas: date | None, kembali: datetime | None
) -> tuple[Ketepatan, int]:
    """What a form handed out is called, and how many working days it is late."""
    until = kembali or rekap.kini
    late = days_late(rekap, batas, until.date()) if batas and until else 0
    if kembali is None:
        return (Ketepatan.LEWAT if late else Ketepatan.BELUM), late
    if batas is None:
        return Ketepatan.KEMBALI, 0
    return (Ketepatan.TERLAMBAT if late else Ketepatan.TEPAT), late


# ---- in the sheet “Status”


def status_page(rekap: Rekap) -> Page:
    """The sheet “Status”, the running Periode on top, then the others from the newest.

    What it says changes with the day, and is no news by that.
    """
    now = rekap.pengaturan.periode
    ordered = sorted(pengembalian(rekap), key=lambda r: (r.periode != now, -r.periode))
    return Page(STATUS, [_row(rekap, r) for r in ordered], quiet=True)


def _row(rekap: Rekap, r: Pengembalian) -> list[Value]:
    names = {s.kode: s.nama for s in rekap.subbagian}
    due = "" if r.is_back or r.batas is None else next_reminder(rekap, r.batas)
    return [
        rekap.periode_name(r.periode),
        r.subbagian,
        names.get(r.subbagian, ""),
        r.ketepatan.value,
        Decimal(r.lewat) if r.lewat else None,
        r.distribusi.dibagikan if r.distribusi else None,
        r.batas,
        r.kembali,
        dilewati(rekap, r),
        due,
    ]


def dilewati(rekap: Rekap, r: Pengembalian) -> str:
    """The free days between handing out and deadline, each with why it was skipped."""
    out = r.distribusi.dibagikan if r.distribusi else None
    if r.batas is None or out is None or not 0 < (r.batas - out.date()).days <= A_YEAR:
        return ""
    return skipped_text(free_days(rekap, out.date() + timedelta(days=1), r.batas))


# ---- in words


def at_hand(rekap: Rekap) -> tuple[Pengembalian, ...]:
    """The forms of the running Periode, and those of others that are out and still away."""
    running = rekap.pengaturan.periode
    away = (Ketepatan.BELUM, Ketepatan.LEWAT)
    rows = pengembalian(rekap)
    return tuple(r for r in rows if r.periode == running or r.ketepatan in away)


def counts(rows: Iterable[Pengembalian]) -> dict[str, int]:
    """How many are in each state, by the name that a count has."""
    found = Counter(r.ketepatan for r in rows)
    return {name: found[state] for state, name in words.COUNTS.items()}


def ringkas(rekap: Rekap, rows: Sequence[Pengembalian]) -> str:
    """How the running Periode stands, in one sentence; then what is away of others."""
    p = rekap.pengaturan.periode
    own = [r for r in rows if r.periode == p]
    said = words.RINGKAS.format(
        periode=rekap.periode_name(p), n=sum(r.is_back for r in own), jumlah=len(own)
    )
    found = Counter(r.ketepatan for r in own)
    parts = [
        word.format(n=found[state]) for state, word in words.RINCI.items() if found[state]
    ]
    if others := len(rows) - len(own):
        parts.append(words.PERIODE_LAIN.format(n=others))
    return ", ".join((said, *parts))


def lines(rekap: Rekap, rows: Iterable[Pengembalian]) -> tuple[str, ...]:
    """One line for each form, what is most urgent first."""
    order = list(words.KALIMAT)
    ordered = sorted(rows, key=lambda r: (order.index(r.ketepatan), -r.lewat))
    return tuple(_line(rekap, r) for r in ordered)


def _line(rekap: Rekap, r: Pengembalian) -> str:
    said = words.KALIMAT[r.ketepatan]
    if r.ketepatan is Ketepatan.BELUM:
        said = words.TANPA_BATAS if r.batas is None else said
    who = r.subbagian
    if r.periode != rekap.pengaturan.periode:
        who = f"{who} {rekap.periode_name(r.periode)}"
    return said.format(
        siapa=who,
        n=r.lewat,
        batas=tanggal(r.batas) if r.batas else "",
        kembali=saat(r.kembali) if r.kembali else "",
    )


def late(rekap: Rekap, rows: Iterable[Pengembalian]) -> Iterator[Temuan]:
    """What is or was late, at its row of the register."""
    rules = {
        Ketepatan.LEWAT: Rule.FORMULIR_LEWAT_BATAS,
        Ketepatan.TERLAMBAT: Rule.FORMULIR_TERLAMBAT,
    }
    for r in rows:
        rule = rules.get(r.ketepatan)
        if rule and r.distribusi and r.batas:
            yield rule.at(
                r.distribusi.location,
                subbagian=r.subbagian,
                periode=rekap.periode_name(r.periode),
                n=r.lewat,
                batas=tanggal(r.batas),
            )
