"""The checks of the registers of letters: numbers, paraf, days, and who is named in them.

Each looks for one thing and is named for what must be true; to add one, write it and
list it. They speak of letters that there are, of the running Periode mostly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from itertools import pairwise

from kinerja import periode
from kinerja.circular import edaran_of, letter_day
from kinerja.disposition import lembar_of
from kinerja.generate import unmade
from kinerja.kalender import deadline, why_free, working_days
from kinerja.model import Location
from kinerja.model_sop import Disposisi, Paraf, SuratEdaran, Tahap
from kinerja.naskah import perencana
from kinerja.nomor import DIKENAL, parts_of, strange_parts, values_of
from kinerja.printing import hari_tanggal, saat
from kinerja.registers import (
    Cells,
    day,
    disposisi_cells,
    is_signed,
    moment,
    surat_edaran_cells,
)
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.pengaturan import PENGATURAN
from kinerja.sheets.surat import (
    BAGIAN_NOMOR,
    DISPOSISI,
    DITERUSKAN,
    EDARAN_PERIODE,
    HARI_INI,
    SURAT_EDARAN,
    TANGGAL_DITERIMA,
    TANGGAL_SURAT,
)
from kinerja.sheets.table import Sheet, normal
from kinerja.temuan import Rule, Temuan
from kinerja.values import suggest
from kinerja.view import Check, View

MIDNIGHT = time()
# What is said of the letters of a register at another sheet.
PRINTED = {
    DISPOSISI.name: {Rule.PEJABAT_BELUM_LENGKAP},
    SURAT_EDARAN.name: {Rule.PEJABAT_BELUM_LENGKAP, Rule.BAGIAN_NOMOR_KOSONG},
}


# ---- numbers


def format_nomor_is_known(v: View) -> Iterator[Temuan]:
    """A part that nobody knows would be printed as it stands, in every letter."""
    here = _setting(v.rekap, "format_nomor")
    for part in strange_parts(v.pengaturan.format_nomor):
        dikenal = ", ".join(DIKENAL)
        usul = suggest(part, DIKENAL)
        isi = part.strip() or f"{{{part}}}"
        yield Rule.FORMAT_NOMOR_ASING.at(here, isi=isi, usul=usul, dikenal=dikenal)


def parts_of_nomor_are_set(v: View) -> Iterator[Temuan]:
    """A number with a gap is no number."""
    for s, _ in _running(v.rekap):
        values = values_of(v.rekap, s.no, letter_day(s))
        for part in parts_of(v.pengaturan.format_nomor):
            if part in BAGIAN_NOMOR and not values[part]:
                key = BAGIAN_NOMOR[part]
                here = _setting(v.rekap, key)
                nama = PENGATURAN[key][0]
                yield Rule.BAGIAN_NOMOR_KOSONG.at(here, bagian=f"{{{part}}}", nama=nama)


def nomor_is_typed(v: View) -> Iterator[Temuan]:
    """The office gives the number; until then there are dots."""
    for s, cells in _running(v.rekap):
        if not s.no and "no" in parts_of(v.pengaturan.format_nomor):
            yield Rule.NOMOR_BELUM_DIISI.at(cells["no"], periode=v.periode_name(s.periode))


def nomor_is_used_once(v: View) -> Iterator[Temuan]:
    """Two letters of one number cannot be told apart in the agenda."""
    seen: dict[str, SuratEdaran] = {}
    for s, cells in surat_edaran_cells(v.rekap):
        if not s.nomor or s.periode not in periode.of_year(v.pengaturan.siklus):
            continue
        first = seen.setdefault(normal(s.nomor), s)
        if first.periode != s.periode:
            lain = EDARAN_PERIODE.format(periode=v.periode_name(first.periode))
            yield Rule.NOMOR_DIPAKAI_LAGI.at(cells["no"], nomor=s.nomor, lain=lain)


# ---- who did what when


def tahap_are_in_order(v: View) -> Iterator[Temuan]:
    """A letter is signed after the paraf, and a paraf is put under a draft."""
    for s, cells in surat_edaran_cells(v.rekap):
        times = {tahap: s.paraf.get(tahap, Paraf()).saat for tahap in Tahap}
        keys = {f"saat_{tahap.name}": moment(at) for tahap, at in times.items()}
        yield from _in_order({"konsep": s.konsep, **keys}, SURAT_EDARAN, cells)


def terusan_are_in_order(v: View) -> Iterator[Temuan]:
    """A sheet is carried on by who has it."""
    for d, cells in disposisi_cells(v.rekap):
        keys = {f"terusan_{n}": moment(d.terusan.get(n)) for n in DITERUSKAN}
        yield from _in_order(keys, DISPOSISI, cells)


def _in_order(
    times: Mapping[str, datetime | None], sheet: Sheet, cells: Cells
) -> Iterator[Temuan]:
    """Each time is there before the next one, and is not after it."""
    for (before, early), (key, late) in pairwise(times.items()):
        judul, sebelum = sheet.column(key).heading, sheet.column(before).heading
        if late and not early:
            yield Rule.URUTAN_TERLEWATI.at(cells[key], judul=judul, sebelum=sebelum)
    there = [(key, at) for key, at in times.items() if at]
    for (before, early), (key, late) in pairwise(there):
        if _is_before(late, early):
            yield Rule.URUTAN_TERBALIK.at(
                cells[key],
                judul=sheet.column(key).heading,
                isi=saat(late),
                sebelum=sheet.column(before).heading,
                isi_sebelum=saat(early),
            )


def _is_before(one: datetime, other: datetime) -> bool:
    """Whether it was earlier; who typed only the day is held to the day."""
    if MIDNIGHT in {one.time(), other.time()}:
        return one.date() < other.date()
    return one < other


def tahap_has_a_name(v: View) -> Iterator[Temuan]:
    """A paraf is somebody's."""
    for s, cells in surat_edaran_cells(v.rekap):
        for tahap in Tahap:
            paraf = s.paraf.get(tahap, Paraf())
            if moment(paraf.saat) and not paraf.oleh:
                key = f"oleh_{tahap.name}"
                kolom = SURAT_EDARAN.column(key).heading
                yield Rule.PARAF_TANPA_NAMA.at(cells[key], judul=tahap.value, kolom=kolom)


# ---- days


def batas_is_a_working_day(v: View) -> Iterator[Temuan]:
    """Nobody is there to take a form on a free day."""
    for due, here, sheet, _ in _due(v.rekap):
        if why := why_free(v.rekap, due):
            yield Rule.BATAS_HARI_LIBUR.at(
                here,
                judul=sheet.column("batas").heading,
                tanggal=hari_tanggal(due),
                sebab=why,
                usul=hari_tanggal(deadline(v.rekap, due, 1).tanggal),
            )


def batas_is_ahead(v: View) -> Iterator[Temuan]:
    """What is due before it is asked for cannot be met."""
    for due, here, sheet, start in _due(v.rekap):
        pembanding, after = start
        if due < after:
            yield Rule.BATAS_SUDAH_LEWAT.at(
                here,
                judul=sheet.column("batas").heading,
                tanggal=hari_tanggal(due),
                pembanding=pembanding,
                usul=hari_tanggal(deadline(v.rekap, after, v.pengaturan.hari_isi).tanggal),
            )


def batas_leaves_days(v: View) -> Iterator[Temuan]:
    """The SOP gives every Subbagian so many working days to fill its form."""
    wanted = v.pengaturan.hari_isi
    for s, cells in _unsigned(v.rekap):
        due, (_, after) = day(s.batas), _start(v.rekap, s)
        if due is None or after is None or due < after:
            continue
        given = working_days(v.rekap, after, due)
        if given < wanted:
            yield Rule.BATAS_TERLALU_DEKAT.at(
                cells["batas"],
                judul=SURAT_EDARAN.column("batas").heading,
                tanggal=hari_tanggal(due),
                ada=given,
                mulai=hari_tanggal(after),
                seharusnya=wanted,
                usul=hari_tanggal(deadline(v.rekap, after, wanted).tanggal),
            )


def _due(rekap: Rekap) -> Iterator[tuple[date, Location, Sheet, tuple[str, date]]]:
    """What is due of the running Periode, its cell and sheet, and what it may not precede."""
    for s, cells in _unsigned(rekap):
        due, (named, after) = day(s.batas), _start(rekap, s)
        if due and after:
            yield due, cells["batas"], SURAT_EDARAN, (named, after)
    for d, cells in disposisi_cells(rekap):
        due, received = day(d.batas), moment(d.diterima)
        if d is lembar_of(rekap) and due and received:
            yield due, cells["batas"], DISPOSISI, (TANGGAL_DITERIMA, received.date())


def _start(rekap: Rekap, s: SuratEdaran) -> tuple[str, date | None]:
    """The day from which a letter counts, named: its own, or today while it has none."""
    if typed := day(s.tanggal):
        return TANGGAL_SURAT, typed
    return HARI_INI, rekap.kini.date() if rekap.kini else None


# ---- what a letter needs besides


def forms_are_made(v: View) -> Iterator[Temuan]:
    """The annex names the form of each Subbagian."""
    for s, cells in _unsigned(v.rekap):
        missing = unmade(v.rekap, s.periode)
        if missing:
            yield Rule.FORMULIR_BELUM_DIBUAT.at(
                cells["periode"],
                periode=v.periode_name(s.periode),
                subbagian=", ".join(u.kode for u in missing),
            )


def officials_are_known(v: View) -> Iterator[Temuan]:
    """All that is printed as dots is told at once."""
    letters = [s for s, _ in _running(v.rekap)]
    if any(is_signed(s) for s in letters) or not (letters or lembar_of(v.rekap)):
        return
    missing = tuple(_missing(v.rekap))
    if missing:
        here = missing[0][0]
        daftar = ", ".join(named for _, named in missing)
        yield Rule.PEJABAT_BELUM_LENGKAP.at(here, daftar=daftar)


def _missing(rekap: Rekap) -> Iterator[tuple[Location, str]]:
    """The place and the heading of all that letters print and nobody filled."""
    for key in ("satker", "kota", "nama_pejabat", "pengelola"):
        if not getattr(rekap.pengaturan, key):
            yield _setting(rekap, key), f"“{PENGATURAN[key][0]}”"
    planner = perencana(rekap)
    if planner is None:
        key = "subbagian_perencana"
        yield _setting(rekap, key), f"“{PENGATURAN[key][0]}”"
    elif not planner.kepala:
        here = Location(rekap.file, master.SUBBAGIAN.name)
        yield here, f"“{master.SUBBAGIAN.column('kepala').heading}” {planner.kode}"


def periode_is_written_once(v: View) -> Iterator[Temuan]:
    """Of two rows for one Periode only one can be printed."""
    registers: tuple[tuple[Sheet, Iterable[tuple[Disposisi | SuratEdaran, Cells]]], ...] = (
        (DISPOSISI, disposisi_cells(v.rekap)),
        (SURAT_EDARAN, surat_edaran_cells(v.rekap)),
    )
    for sheet, rows in registers:
        seen: dict[int, int] = {}
        for letter, cells in rows:
            here = cells["periode"]
            first = seen.setdefault(letter.periode, here.row)
            if letter.periode and first != here.row:
                yield Rule.PERIODE_GANDA.at(
                    here, periode=letter.periode, lembar=sheet.name, pertama=first
                )


def signed_letter_stands(rekap: Rekap, s: SuratEdaran, sha256: str) -> Iterator[Temuan]:
    """What was signed holds; ``sha256`` is of the letter as it would be printed now."""
    if is_signed(s) and s.sha256 and s.sha256 != sha256:
        for row, cells in _running(rekap):
            named = rekap.periode_name(row.periode)
            yield Rule.BERUBAH_SESUDAH_TTD.at(cells["periode"], periode=named)


def about(sheet: Sheet, temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """What is to be said after a letter: of its register, and of what it prints."""
    printed = PRINTED[sheet.name]
    return tuple(t for t in temuan if t.location.sheet == sheet.name or t.rule in printed)


def _running(rekap: Rekap) -> Iterator[tuple[SuratEdaran, Cells]]:
    """The surat edaran of the running Periode, with its cells."""
    wanted = edaran_of(rekap)
    return ((s, cells) for s, cells in surat_edaran_cells(rekap) if s is wanted)


def _unsigned(rekap: Rekap) -> Iterator[tuple[SuratEdaran, Cells]]:
    """The same as long as it can still be made anew."""
    return ((s, cells) for s, cells in _running(rekap) if not is_signed(s))


def _setting(rekap: Rekap, key: str) -> Location:
    """The cell of a setting; its sheet where that has no row for it."""
    return rekap.letak_pengaturan.get(key, Location(rekap.file, master.PENGATURAN.name))


CHECKS: tuple[Check, ...] = (
    format_nomor_is_known,
    parts_of_nomor_are_set,
    nomor_is_typed,
    nomor_is_used_once,
    tahap_are_in_order,
    tahap_has_a_name,
    terusan_are_in_order,
    batas_is_a_working_day,
    batas_is_ahead,
    batas_leaves_days,
    forms_are_made,
    officials_are_known,
    periode_is_written_once,
)
