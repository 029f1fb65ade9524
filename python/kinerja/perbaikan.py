"""The Temuan that were given back to be mended, each by its number, until it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from kinerja.grid import Value
from kinerja.koreksi import FIELDS, readable, said
from kinerja.master_reading import MasterReading
from kinerja.model import Realisasi
from kinerja.model_verifikasi import Perbaikan
from kinerja.pengecualian import naming, reasons
from kinerja.registers import moment, saat_of
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets.master import REALISASI
from kinerja.sheets.table import Row, Rows
from kinerja.sheets.verifikasi import BEDA, KOSONG, PERBAIKAN, Perkembangan
from kinerja.state import each_row
from kinerja.temuan import Temuan

JUDUL_KOLOM = {c.key: c.heading for c in REALISASI.columns}


def perbaikan_of(reading: MasterReading) -> tuple[Perbaikan, ...]:
    """What was given back so far, in the order of its rows."""

    def one(row: Row) -> Perbaikan:
        return Perbaikan(
            id=row.text("id"),
            periode=reading.periode(row),
            subbagian=row.text("subbagian"),
            putaran=int(row.text("putaran")),
            kode=row.text("kode"),
            lembar=row.text("lembar"),
            sel=row.text("sel"),
            pesan=row.text("pesan"),
            cara=row.text("cara"),
            tanggapan=row.text("tanggapan"),
            selesai=moment(saat_of(reading, row, PERBAIKAN, "selesai")),
        )

    return each_row(reading, PERBAIKAN, reading.rows(PERBAIKAN), one)


def settled(rekap: Rekap, temuan: Iterable[Temuan]) -> Rekap:
    """The Rekap with the time it is for each one that nothing that stands tells any more."""
    name = naming(rekap)
    stand = {name(t) for t in temuan} if rekap.perbaikan else set[str]()

    def one(p: Perbaikan) -> Perbaikan:
        return p if p.selesai or p.id in stand else replace(p, selesai=rekap.kini)

    return replace(rekap, perbaikan=tuple(one(p) for p in rekap.perbaikan))


def answered(rekap: Rekap, kiriman: Iterable[Kiriman]) -> Rekap:
    """The Rekap with what the Subbagian wrote beside what it was asked to mend."""
    said = {number: text for k in kiriman for number, text in k.tanggapan.items()}

    def one(p: Perbaikan) -> Perbaikan:
        return replace(p, tanggapan=said[p.id]) if p.id in said and not p.selesai else p

    return replace(rekap, perbaikan=tuple(one(p) for p in rekap.perbaikan))


def progress_of(
    before: Rekap, after: Rekap, stand: Iterable[tuple[Temuan, str]]
) -> Mapping[str, int]:
    """How many are closed now that were open before, and how many are still open.

    One that was given back in two rounds is one. Empty where nothing was given back.
    """
    if not before.perbaikan:
        return {}
    open_ = {p.id for p in before.perbaikan if not p.selesai}
    now = settled(after, [t for t, _ in stand]).perbaikan
    left = open_ & {p.id for p in now if not p.selesai}
    return {"perbaikan_selesai": len(open_ - left), "perbaikan_terbuka": len(left)}


def differences(rekap: Rekap, kiriman: Iterable[Kiriman]) -> Iterator[str]:
    """What each mended file that counts says otherwise than the file it mends, by cell."""
    bases, late = {k.identitas.sha256: k for k in rekap.kiriman}, set(rekap.shut_out())
    for k in kiriman:
        base = bases.get(k.dasar)
        if base and k.identitas.sha256 not in late:
            was = {r.indikator: r for r in base.realisasi}
            for r in k.realisasi:
                yield from _changed(r, was.get(r.indikator))


def _changed(r: Realisasi, base: Realisasi | None) -> Iterator[str]:
    for field in FIELDS if base else ():
        lama, baru = (readable(said(getattr(x, field))) for x in (base, r))
        if lama != baru:
            yield BEDA.format(
                indikator=r.indikator,
                subbagian=r.subbagian,
                kolom=JUDUL_KOLOM[field],
                lama=lama or KOSONG,
                baru=baru or KOSONG,
            )


def perbaikan_rows(rekap: Rekap, temuan: Iterable[Temuan]) -> Rows:
    """What was given back, open or closed; ``temuan`` are all that stand."""
    excused = reasons(rekap)
    return [_row(p, excused=p.id in excused) for p in settled(rekap, temuan).perbaikan]


def _row(p: Perbaikan, *, excused: bool) -> list[Value]:
    return [
        p.id,
        Decimal(p.periode),
        p.subbagian,
        Decimal(p.putaran),
        _perkembangan(p, excused=excused).value,
        p.kode,
        p.lembar,
        p.sel,
        p.pesan,
        p.cara,
        p.tanggapan,
        p.selesai,
    ]


def _perkembangan(p: Perbaikan, *, excused: bool) -> Perkembangan:
    if p.selesai:
        return Perkembangan.SELESAI
    if excused:
        return Perkembangan.DIKECUALIKAN
    return Perkembangan.DIJAWAB if p.tanggapan else Perkembangan.TERBUKA
