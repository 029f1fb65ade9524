"""Bagikan: which form each Subbagian is handed now, and which stays here, with why.

A form that was handed out is never handed out again under the same Revisi; what came to
it since, such as the signed letter, may. What a package holds is in ``paket``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kinerja.circular import edaran_of
from kinerja.generate import changed_definitions, isi_formulir, last_made
from kinerja.isian import IsiFormulir
from kinerja.kalender import deadline, working_days
from kinerja.model import Formulir, FormulirTerbit, Location
from kinerja.model_sop import Distribusi
from kinerja.paket import Paket
from kinerja.printing import hari_tanggal, saat
from kinerja.registers import batas_of, day, is_signed
from kinerja.rekap import Rekap
from kinerja.sheets.folders import FORMULIR
from kinerja.surel import addresses
from kinerja.temuan import Rule, Temuan

RELATIVE, ABSOLUTE = 150, 240  # signs; Windows allows 259, and what people add needs room
EXCEL = 218  # signs of a path that Excel opens


@dataclass(frozen=True, slots=True)
class Rencana:
    """What is to be handed out, what was already, how many forms stay here, and why."""

    paket: tuple[Paket, ...]
    temuan: tuple[Temuan, ...]
    tertahan: int


def newest_forms(rekap: Rekap) -> Mapping[str, FormulirTerbit]:
    """The newest Revisi of every form of the running Periode, by kode of the Subbagian."""
    p = rekap.pengaturan.periode
    codes = [s.kode for s in rekap.subbagian]
    codes += [t.formulir.subbagian for t in rekap.terbit]
    made = ((kode, last_made(rekap, kode, p)) for kode in dict.fromkeys(codes))
    return {kode: terbit for kode, terbit in made if terbit}


def plan(rekap: Rekap, on_disk: Mapping[str, str]) -> Rencana:
    """What becomes of each form of the running Periode.

    ``on_disk`` has the sha256 of each form in the folder Formulir, "" where it cannot be
    read, by the name of the file.
    """
    forms = newest_forms(rekap)
    asked = {
        isi.formulir.subbagian: isi for isi in isi_formulir(rekap, rekap.pengaturan.periode)
    }
    paket: list[Paket] = []
    temuan: list[Temuan] = []
    for kode, terbit in forms.items():
        isi, handed = asked.get(kode), _handed(rekap, terbit)
        found = on_disk.get(terbit.berkas, "")
        if rule := _obstacle(terbit, isi, handed, found):
            temuan.append(_told(rekap, terbit, rule))
        elif isi and found:
            paket.append(_paket(rekap, terbit, isi, handed))
    missing = (isi for kode, isi in asked.items() if kode not in forms)
    temuan += (_without_form(rekap, isi.formulir) for isi in missing)
    held = [t for t in temuan if t.rule in HOLDING]
    return Rencana(tuple(paket), tuple(temuan), len(held))


HOLDING = (
    Rule.FORMULIR_HILANG,
    Rule.FORMULIR_TERTINGGAL,
    Rule.DIUBAH_SEBELUM_DIBAGIKAN,
    Rule.SUBBAGIAN_TANPA_FORMULIR,
)


def _handed(rekap: Rekap, terbit: FormulirTerbit) -> Distribusi | None:
    """The row that says that this form was handed out."""
    f = terbit.formulir
    wanted = f.periode, f.subbagian, f.revisi
    rows = (d for d in rekap.distribusi if (d.periode, d.subbagian, d.revisi) == wanted)
    return next(rows, None)


def _obstacle(
    terbit: FormulirTerbit, isi: IsiFormulir | None, handed: Distribusi | None, found: str
) -> Rule | None:
    """Why this form is not handed out, or its package not touched again; None if it is.

    A form that is gone from the folder Formulir since it was handed out is nobody's loss.
    """
    if isi is None:
        return None if handed else Rule.TIDAK_DIMINTA_LAGI
    if isi.sidik != terbit.sidik:
        return Rule.MASTER_LEBIH_BARU if handed else Rule.FORMULIR_TERTINGGAL
    if handed:
        changed = found not in {"", handed.sha256}
        return Rule.DIUBAH_SESUDAH_DIBAGIKAN if changed else None
    if not found:
        return Rule.FORMULIR_HILANG
    return Rule.DIUBAH_SEBELUM_DIBAGIKAN if found != terbit.sha256 else None


def _told(rekap: Rekap, terbit: FormulirTerbit, rule: Rule) -> Temuan:
    f = terbit.formulir
    return rule.at(
        Location(terbit.berkas),
        subbagian=f.subbagian,
        periode=rekap.periode_name(f.periode),
        revisi=f.revisi,
        berkas=f"{FORMULIR}/{terbit.berkas}",
    )


def _without_form(rekap: Rekap, f: Formulir) -> Temuan:
    name = rekap.periode_name(f.periode)
    here = Location(rekap.file)
    return Rule.SUBBAGIAN_TANPA_FORMULIR.at(here, subbagian=f.subbagian, periode=name)


def _paket(
    rekap: Rekap, terbit: FormulirTerbit, isi: IsiFormulir, handed: Distribusi | None
) -> Paket:
    f = terbit.formulir
    older = [
        d
        for d in rekap.distribusi
        if (d.periode, d.subbagian) == (f.periode, f.subbagian) and d.revisi < f.revisi
    ]
    new = Distribusi(
        periode=f.periode,
        subbagian=f.subbagian,
        revisi=f.revisi,
        berkas=terbit.berkas,
        sha256=terbit.sha256,
        dibagikan=rekap.kini,
        batas=_reckoned(rekap),
    )
    baris = handed or new
    return Paket(
        isi=isi,
        terbit=terbit,
        baris=replace(baris, batas=_of_letter(rekap) or baris.batas),
        is_new=handed is None,
        lama=max(older, key=lambda d: d.revisi, default=None),
    )


def _of_letter(rekap: Rekap) -> date | None:
    """The day the letter names, if it names one: what people were told counts."""
    surat = edaran_of(rekap)
    return day(surat.batas) if surat else None


def _reckoned(rekap: Rekap) -> date | None:
    """So many working days from today as the SOP gives to fill a form."""
    if rekap.kini is None:
        return None
    return deadline(rekap, rekap.kini.date(), rekap.pengaturan.hari_isi).tanggal


def with_changes(paket: Paket, issued: Iterable[Mapping[str, str]]) -> Paket:
    """The package knowing what differs from the form handed out before it."""
    return replace(paket, perubahan=changed_definitions(issued, paket.isi))


def registered(rekap: Rekap, paket: Iterable[Paket]) -> Rekap:
    """The Rekap with a row for each of them; what people typed in a row stays."""
    rows = {(d.periode, d.subbagian, d.revisi): d for d in rekap.distribusi}
    rows |= {(b.periode, b.subbagian, b.revisi): b for b in (p.baris for p in paket)}
    return replace(rekap, distribusi=tuple(rows.values()))


# ---- what is not right, though it keeps nothing here


def remarks(rekap: Rekap, paket: Iterable[Paket]) -> Iterator[Temuan]:
    """What the planner should know of the forms that are handed out now."""
    ready = tuple(paket)
    yield from _letter_is_signed(rekap)
    yield from _batas_gives_time(rekap, [p.baris for p in ready if p.is_new])
    yield from _surel_is_known(rekap, ready)


def _letter_is_signed(rekap: Rekap) -> Iterator[Temuan]:
    surat = edaran_of(rekap)
    if surat and not is_signed(surat):
        name = rekap.periode_name(surat.periode)
        yield Rule.EDARAN_BELUM_DITANDATANGANI.at(surat.location, periode=name)


def _batas_gives_time(rekap: Rekap, rows: Iterable[Distribusi]) -> Iterator[Temuan]:
    here, today = Location(rekap.file), rekap.kini.date() if rekap.kini else date.min
    days = {batas_of(d) for d in rows}
    for batas in sorted(found for found in days if found):
        shown, left = hari_tanggal(batas), working_days(rekap, today, batas)
        needed = rekap.pengaturan.hari_isi
        if batas < today:
            yield Rule.BATAS_BAGI_LEWAT.at(here, batas=shown)
        elif left < needed:
            yield Rule.BATAS_BAGI_DEKAT.at(here, batas=shown, hari=left, hari_isi=needed)


def _surel_is_known(rekap: Rekap, paket: Iterable[Paket]) -> Iterator[Temuan]:
    asked = (p.isi.subbagian for p in paket)
    without = [s.kode for s in asked if not addresses(s.surel)]
    if without:
        yield Rule.TANPA_SUREL.at(Location(rekap.file), subbagian=", ".join(without))


def renewed(rekap: Rekap, paket: Paket, names: Iterable[str]) -> Temuan:
    """That a package was handed out already, and what came to it now."""
    f, shared = paket.terbit.formulir, paket.baris.dibagikan
    return Rule.PAKET_DIPERBARUI.at(
        Location(paket.jalur),
        subbagian=f.subbagian,
        periode=rekap.periode_name(f.periode),
        revisi=f.revisi,
        saat=saat(shared) if shared else "–",
        apa=", ".join(sorted(names)),
    )


def too_long(root: str, paths: Iterable[str]) -> Iterator[Temuan]:
    """The longest of these paths below the folder ``root``, if none may be that long."""
    worst = max(paths, key=_excess(root), default="")
    if worst and _excess(root)(worst) > 0:
        whole = f"{root}/{worst}"
        relative = len(worst) > RELATIVE
        yield Rule.JALUR_TERLALU_PANJANG.at(
            Location(worst.rpartition("/")[2]),
            jalur=worst if relative else whole,
            panjang=len(worst) if relative else len(whole),
            batas=RELATIVE if relative else _limit(worst),
        )


def _limit(path: str) -> int:
    return EXCEL if path.endswith(".xlsx") else ABSOLUTE


def _excess(root: str) -> Callable[[str], int]:
    """By how many signs a path is too long, below a folder."""
    return lambda path: max(len(path) - RELATIVE, len(root) + 1 + len(path) - _limit(path))
