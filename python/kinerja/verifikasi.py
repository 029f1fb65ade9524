"""How far the form of each Subbagian is: received, to be mended, verified, locked.

Worked out from the answers and the Temuan; what is kept is when it was looked at, and
what the planner ordered. A form that is locked does not change: what comes back for it
later waits, until it is opened again with a reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.answers import current, listed
from kinerja.grid import Value
from kinerja.koreksi import FIELDS, said
from kinerja.master_reading import MasterReading
from kinerja.model import Location
from kinerja.model_verifikasi import Permintaan, Putusan, Tahapan, Verifikasi
from kinerja.pengecualian import Slot, counted, owning
from kinerja.registers import moment, saat_of, tanggal_of
from kinerja.rekap import Rekap
from kinerja.sheets.table import Row, Rows
from kinerja.sheets.verifikasi import VERIFIKASI
from kinerja.state import each_row
from kinerja.temuan import GALAT, PERINGATAN, Rule, Temuan

DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedudukan:
    """Where one form stands, and what keeps it there."""

    verifikasi: Verifikasi
    tahapan: Tahapan
    temuan: tuple[Temuan, ...] = ()  # that nobody excused
    sidik: str = ""  # of the answers as they are; of a form that is not back there is none


def verifikasi_of(reading: MasterReading) -> tuple[Verifikasi, ...]:
    """What is kept of each form, as kinerja and the planner left it."""

    def one(row: Row) -> Verifikasi:
        chosen = reading.choice(row, VERIFIKASI, "putusan", None, Putusan)
        return Verifikasi(
            periode=reading.periode(row),
            subbagian=row.text("subbagian"),
            putusan=chosen or Putusan.OTOMATIS,
            alasan=row.text("alasan"),
            diperiksa=moment(saat_of(reading, row, VERIFIKASI, "diperiksa")),
            sidik=row.text("sidik"),
            dikunci=moment(saat_of(reading, row, VERIFIKASI, "dikunci")),
            dibuka=moment(saat_of(reading, row, VERIFIKASI, "dibuka")),
            oleh=row.text("oleh"),
            kiriman=tuple(row.text("kiriman").split()),
            location=row.places["periode"],
        )

    rows = each_row(reading, VERIFIKASI, reading.rows(VERIFIKASI), one)
    return tuple(v for v in rows if v != _untouched(v.subbagian, v.periode))


def _untouched(subbagian: str, p: int) -> Verifikasi:
    """A form of which nothing is kept yet."""
    return Verifikasi(periode=p, subbagian=subbagian)


def permintaan_of(reading: MasterReading) -> tuple[Permintaan, ...]:
    """The workbook that was given back last, of each form that was."""

    def one(row: Row) -> Permintaan:
        return Permintaan(
            periode=reading.periode(row),
            subbagian=row.text("subbagian"),
            putaran=int(row.text("putaran")),
            dasar=row.text("dasar"),
            berkas=row.text("berkas"),
            sha256=row.text("sha256"),
            dikembalikan=moment(saat_of(reading, row, VERIFIKASI, "dikembalikan")),
            batas=tanggal_of(reading, row, VERIFIKASI, "batas"),
            location=row.places["periode"],
        )

    rows = [row for row in reading.rows(VERIFIKASI) if row.text("putaran")]
    return each_row(reading, VERIFIKASI, rows, one)


def sidik_by_form(rekap: Rekap) -> Mapping[Slot, str]:
    """The digest of all that counts of each form of which a file is back.

    A row that a file brought for another Subbagian stands in no form of its own.
    """
    told: dict[Slot, tuple[list[object], list[object]]] = {s: ([], []) for s in back(rekap)}
    for key, r in sorted(current(rekap).items()):
        if form := told.get((r.subbagian, r.periode)):
            form[0].append((key, [said(getattr(r, f)) for f in FIELDS]))
    for d in sorted(listed(rekap), key=lambda d: (d.indikator, d.berkas, d.jenis)):
        if form := told.get((d.subbagian, d.periode)):
            form[1].append((d.indikator, d.berkas, d.jenis))
    return {
        slot: hashlib.sha256(repr(all_).encode()).hexdigest()[:DIGITS]
        for slot, all_ in told.items()
    }


def kept(rekap: Rekap) -> Mapping[Slot, Verifikasi]:
    """What is kept of each form."""
    return {(v.subbagian, v.periode): v for v in rekap.verifikasi}


def due(rekap: Rekap) -> tuple[Slot, ...]:
    """Every form that should be back by now, by Periode and in the order of the master."""
    periods = range(1, rekap.pengaturan.periode + 1)
    return tuple((s.kode, p) for p in periods for s in rekap.asked())


def back(rekap: Rekap) -> frozenset[Slot]:
    """Every form of which a file is back."""
    forms = (k.formulir for k in rekap.accepted())
    return frozenset((f.subbagian, f.periode) for f in forms if f)


def standings(rekap: Rekap, temuan: Iterable[Temuan]) -> tuple[Kedudukan, ...]:
    """Where every form stands that is due; ``temuan`` are all that stand."""
    owner, found = owning(rekap), dict[Slot, list[Temuan]]()
    for t in counted(rekap, dict.fromkeys(temuan)):
        slot = owner(t)
        if slot and t.rule.severity in {GALAT, PERINGATAN}:
            found.setdefault(slot, []).append(t)
    known, sidik = kept(rekap), sidik_by_form(rekap)
    return tuple(
        _kedudukan(
            known.get(slot) or _untouched(*slot),
            tuple(found.get(slot, ())),
            sidik.get(slot, ""),
        )
        for slot in due(rekap)
    )


def _kedudukan(v: Verifikasi, temuan: tuple[Temuan, ...], sidik: str) -> Kedudukan:
    if not sidik:
        tahapan = Tahapan.BELUM
    elif v.dikunci:
        tahapan = Tahapan.DIKUNCI
    elif temuan:
        tahapan = Tahapan.PERLU_PERBAIKAN
    elif v.diperiksa and v.sidik == sidik:
        tahapan = Tahapan.TERVERIFIKASI
    else:
        tahapan = Tahapan.DITERIMA
    return Kedudukan(verifikasi=v, tahapan=tahapan, temuan=temuan, sidik=sidik)


def looked_at(rekap: Rekap) -> Rekap:
    """The Rekap with the time it is for every form that has changed since it was verified."""
    known = kept(rekap)
    for slot, sidik in sorted(sidik_by_form(rekap).items()):
        v = known.get(slot) or _untouched(*slot)
        if not v.dikunci and (not v.diperiksa or v.sidik != sidik):
            known = {**known, slot: replace(v, diperiksa=rekap.kini, sidik=sidik)}
    return replace(rekap, verifikasi=tuple(known.values()))


def ordered(rekap: Rekap, temuan: Iterable[Temuan], oleh: str) -> Rekap:
    """The Rekap after what the planner ordered: verified forms locked, locked ones opened."""
    known = dict(kept(rekap))
    for k in standings(rekap, temuan):
        v = k.verifikasi
        slot = (v.subbagian, v.periode)
        if v.putusan is Putusan.KUNCI and k.tahapan is Tahapan.TERVERIFIKASI:
            mine = tuple(
                a.identitas.sha256
                for a in rekap.accepted()
                if a.formulir and (a.formulir.subbagian, a.formulir.periode) == slot
            )
            known[slot] = replace(v, dikunci=rekap.kini, oleh=oleh, kiriman=mine)
        elif v.putusan is Putusan.BUKA and v.dikunci and v.alasan:
            known[slot] = replace(v, dikunci=None, dibuka=rekap.kini, oleh=oleh, kiriman=())
    return replace(rekap, verifikasi=tuple(known.values()))


def orders_are_obeyed(rekap: Rekap, temuan: Iterable[Temuan]) -> Iterator[Temuan]:
    """An order that cannot be followed says why; what waits behind a lock is named."""
    for k in standings(rekap, temuan):
        v = k.verifikasi
        facts = {"subbagian": v.subbagian, "periode": rekap.periode_name(v.periode)}
        ready = {Tahapan.TERVERIFIKASI, Tahapan.DIKUNCI}
        if v.putusan is Putusan.KUNCI and k.tahapan not in ready:
            yield Rule.BELUM_DAPAT_DIKUNCI.at(v.location, tahapan=k.tahapan.value, **facts)
        if v.putusan is Putusan.BUKA and v.dikunci and not v.alasan:
            yield Rule.BUKA_TANPA_ALASAN.at(v.location, **facts)
        if v.dikunci and v.sidik != k.sidik:
            yield Rule.KUNCI_DILANGGAR.at(v.location, **facts)
    late = set(rekap.shut_out())
    for returned in rekap.kiriman:
        f, identitas = returned.formulir, returned.identitas
        if f and identitas.sha256 in late:
            yield Rule.KEMBALI_SETELAH_DIKUNCI.at(
                Location(identitas.berkas),
                berkas=identitas.berkas,
                subbagian=f.subbagian,
                periode=rekap.periode_name(f.periode),
            )


def verifikasi_rows(rekap: Rekap, temuan: Iterable[Temuan]) -> Rows:
    """Where every form stands, by Periode and in the order of the master."""
    given = {(g.subbagian, g.periode): g for g in rekap.permintaan}
    return [
        _row(k, given.get((k.verifikasi.subbagian, k.verifikasi.periode)))
        for k in standings(rekap, temuan)
    ]


def _row(k: Kedudukan, g: Permintaan | None) -> list[Value]:
    v = k.verifikasi
    galat = sum(t.rule.severity is GALAT for t in k.temuan)
    return [
        Decimal(v.periode),
        v.subbagian,
        k.tahapan.value,
        Decimal(galat),
        Decimal(len(k.temuan) - galat),
        v.putusan.value,
        v.alasan,
        v.diperiksa,
        v.dikunci,
        v.dibuka,
        v.oleh,
        Decimal(g.putaran) if g else None,
        g.dikembalikan if g else None,
        g.batas if g else None,
        g.berkas if g else "",
        g.dasar if g else "",
        g.sha256 if g else "",
        v.sidik,
        " ".join(v.kiriman),
    ]
