"""Temuan that the planner lets stand, each with a written reason.

A reason is typed beside its Temuan in the sheet “Catatan Verifikasi”; the register keeps
it with time and person for as long as it is not taken back, and the report prints it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kinerja.master_reading import MasterReading
from kinerja.model_verifikasi import Pengecualian
from kinerja.registers import moment, saat_of
from kinerja.rekap import NEVER, Rekap
from kinerja.sheets.formulir import ISIAN, NARASI
from kinerja.sheets.master import CATATAN
from kinerja.sheets.table import Row, Rows
from kinerja.sheets.verifikasi import PENGECUALIAN
from kinerja.state import each_row
from kinerja.temuan import Temuan

DIGITS = 8
Slot = tuple[str, int]  # Subbagian and Periode
Named = Callable[[Temuan], str]


def owning(rekap: Rekap) -> Callable[[Temuan], Slot | None]:
    """What tells the form that a Temuan is about, if it is about a returned file.

    Of several files of one name it is the form that the Temuan names, else the newest.
    """
    forms: dict[str, list[Slot]] = {}
    for k in rekap.accepted():
        if k.formulir:
            slot = (k.formulir.subbagian, k.formulir.periode)
            forms.setdefault(k.identitas.berkas, []).append(slot)

    def owner(t: Temuan) -> Slot | None:
        said = {value for _, value in t.facts}

        def named(slot: Slot) -> int:
            return (slot[0] in said) + (rekap.periode_name(slot[1]) in said)

        return max(reversed(forms.get(t.location.file, [])), key=named, default=None)

    return owner


def naming(rekap: Rekap) -> Named:
    """What gives each Temuan its number: the same as long as the same is wrong there.

    Of a form it is the kind of Temuan and the cell, whatever stands in the cell and
    whichever file of that form it is in, also if somebody put other rows above it;
    elsewhere it is all that the Temuan says.
    """
    owner = owning(rekap)

    def name(t: Temuan) -> str:
        at, slot = t.location, owner(t)
        if slot and at.cell:
            told: tuple[object, ...] = (*slot, at.sheet, at.column, _line(t))
        else:
            file = "" if at.file == rekap.file else at.file
            told = (file, at.sheet, at.cell, *t.facts)
        digest = hashlib.sha256(repr((t.rule.code, *told)).encode()).hexdigest()
        return f"T{digest[:DIGITS]}"

    return name


def _line(t: Temuan) -> str:
    """The row of a form: its Indikator where each has but one."""
    kode = str(dict(t.facts).get("indikator", ""))
    return kode if kode and t.location.sheet in {ISIAN, NARASI} else str(t.location.row)


def counted(rekap: Rekap, temuan: Iterable[Temuan]) -> list[Temuan]:
    """Those that nobody has excused: only these keep a report a draft or a form open."""
    excused = {p.id for p in rekap.pengecualian}
    if not excused:
        return list(temuan)
    name = naming(rekap)
    return [t for t in temuan if name(t) not in excused]


def pengecualian_of(reading: MasterReading) -> tuple[Pengecualian, ...]:
    """The reasons so far, with those typed or taken back since the last action.

    A new reason has neither time nor person yet: ``excused_by`` gives it both.
    """

    def kept(row: Row) -> Pengecualian:
        return Pengecualian(
            id=row.text("id"),
            kode=row.text("kode"),
            tempat=row.text("tempat"),
            pesan=row.text("pesan"),
            alasan=row.text("alasan"),
            oleh=row.text("oleh"),
            saat=moment(saat_of(reading, row, PENGECUALIAN, "saat")),
        )

    known = each_row(reading, PENGECUALIAN, reading.rows(PENGECUALIAN), kept)
    found = {p.id: p for p in known if p.id}
    for row in reading.rows(CATATAN):
        number, alasan = row.text("id"), row.text("alasan")
        if not alasan:
            found.pop(number, None)
        elif number and (number not in found or found[number].alasan != alasan):
            found[number] = _typed(row)
    return tuple(found.values())


def _typed(row: Row) -> Pengecualian:
    """A reason as it stands beside its Temuan."""
    place = (row.text(key) for key in ("berkas", "lembar", "sel"))
    return Pengecualian(
        id=row.text("id"),
        kode=row.text("kode"),
        tempat=" › ".join(part for part in place if part),
        pesan=row.text("pesan"),
        alasan=row.text("alasan"),
    )


def excused_by(rekap: Rekap, oleh: str) -> Rekap:
    """The Rekap with time and person for each reason that has none yet."""
    all_ = (
        p if p.saat else replace(p, saat=rekap.kini, oleh=oleh) for p in rekap.pengecualian
    )
    return replace(rekap, pengecualian=tuple(all_))


def pengecualian_rows(rekap: Rekap) -> Rows:
    """The register, the oldest reason first."""
    ordered = sorted(rekap.pengecualian, key=lambda p: (p.saat or NEVER, p.id))
    return [[p.id, p.kode, p.tempat, p.pesan, p.alasan, p.oleh, p.saat] for p in ordered]


def reasons(rekap: Rekap) -> Mapping[str, str]:
    """The reason by the number of its Temuan."""
    return {p.id: p.alasan for p in rekap.pengecualian}
