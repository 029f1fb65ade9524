"""The registers that button and office fill together: letters, and what was handed out.

What a person typed is kept as it is, also where it cannot be read as a day or a time; then
a Temuan says so at its cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from kinerja.grid import Value
from kinerja.master_reading import BROKEN, MasterReading
from kinerja.model import FormulirTerbit, Location
from kinerja.model_sop import (
    Disposisi,
    Distribusi,
    Paraf,
    Saat,
    Sifat,
    SuratEdaran,
    Tahap,
    Tanggal,
)
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.surat import DISPOSISI, DITERUSKAN, KONSEP, SURAT_EDARAN
from kinerja.sheets.table import Row, Rows, Sheet, declared_headings
from kinerja.state import each_row
from kinerja.temuan import Rule

A_FEW_DIGITS = 4  # of a Periode that may be meant, though the year has none of it
Cells = Mapping[str, Location]  # of one row, by key
T = TypeVar("T")
Letter = TypeVar("Letter", bound=Disposisi | SuratEdaran)


def moment(value: Saat) -> datetime | None:
    """The time that was typed, if it is one."""
    return value if isinstance(value, datetime) else None


def day(value: Tanggal) -> date | None:
    """The day that was typed, if it is one."""
    return value if isinstance(value, date) else None


def saat_of(reading: MasterReading, row: Row, sheet: Sheet, key: str) -> Saat:
    """The time in a cell; a text, and a Temuan, where it is none."""
    cell = row.cells.get(key)
    if cell is None or cell.kind in BROKEN:
        return None
    read = reading.moment(row, sheet, key)
    return row.text(key) if read is None else read


def tanggal_of(reading: MasterReading, row: Row, sheet: Sheet, key: str) -> Tanggal:
    """The day in a cell; a text, and a Temuan, where it is none."""
    cell = row.cells.get(key)
    if cell is None or cell.kind in BROKEN:
        return None
    read = reading.date(row, sheet, key)
    return row.text(key) if read is None else read


def _periode(reading: MasterReading, row: Row, sheet: Sheet) -> int:
    """The Periode of a row; 0, and a Temuan, where it says none: the row stays."""
    text = row.text("periode")
    if text.isdecimal() and len(text) <= A_FEW_DIGITS and int(text):
        return int(text)
    here = row.places.get("periode", Location(reading.book.identitas.berkas, sheet.name))
    reading.temuan.append(Rule.BARIS_TANPA_PERIODE.at(here, lembar=sheet.name))
    return 0


def of_periode(register: Iterable[Letter], p: int) -> Letter | None:
    """The row of a Periode, the first one if it is there twice."""
    return next((letter for letter in register if letter.periode == p), None)


def in_place(register: tuple[Letter, ...], new: Letter) -> tuple[Letter, ...]:
    """The register with this row in the place of the one of its Periode."""
    old = of_periode(register, new.periode)
    others = tuple(letter for letter in register if letter is not old)
    return (new, *others)


def _by_periode(letter: Disposisi | SuratEdaran) -> tuple[bool, int]:
    return not letter.periode, letter.periode


def _with_cells(rekap: Rekap, sheet: Sheet, rows: Iterable[T]) -> Iterator[tuple[T, Cells]]:
    """Each row of a register, in the order in which they are written, with its cells."""
    found = rekap.judul_register.get(sheet.name, {})
    headings = {**declared_headings(sheet, rekap.file), **found}
    for number, row in enumerate(rows, start=1):
        yield row, {key: replace(at, row=at.row + number) for key, at in headings.items()}


# ---- disposisi


def disposisi_of(reading: MasterReading) -> tuple[Disposisi, ...]:
    """The lembar disposisi made so far."""

    def one(row: Row) -> Disposisi:
        return Disposisi(
            periode=_periode(reading, row, DISPOSISI),
            agenda=row.text("agenda"),
            asal=row.text("asal"),
            nomor=row.text("nomor"),
            tanggal=tanggal_of(reading, row, DISPOSISI, "tanggal"),
            diterima=saat_of(reading, row, DISPOSISI, "diterima"),
            perihal=row.text("perihal"),
            lampiran=row.text("lampiran"),
            sifat=_sifat(reading, row),
            instruksi=row.text("instruksi"),
            catatan=row.text("catatan"),
            batas=tanggal_of(reading, row, DISPOSISI, "batas"),
            terusan={n: saat_of(reading, row, DISPOSISI, f"terusan_{n}") for n in DITERUSKAN},
            berkas=row.text("berkas"),
            sha256=row.text("sha256"),
            location=row.places["periode"],
        )

    return each_row(reading, DISPOSISI, reading.rows(DISPOSISI), one)


def _sifat(reading: MasterReading, row: Row) -> Sifat | str:
    known: Sifat | None = reading.choice(row, DISPOSISI, "sifat", None, Sifat)
    return known or row.text("sifat") or Sifat.SEGERA


def disposisi_rows(rekap: Rekap) -> Rows:
    """The register of disposisi, by Periode."""
    return [_disposisi_row(d) for d in sorted(rekap.disposisi, key=_by_periode)]


def disposisi_cells(rekap: Rekap) -> Iterator[tuple[Disposisi, Cells]]:
    """Every disposisi with its cells, as they are once it is written."""
    return _with_cells(rekap, DISPOSISI, sorted(rekap.disposisi, key=_by_periode))


def _disposisi_row(d: Disposisi) -> list[Value]:
    return [
        Decimal(d.periode) if d.periode else None,
        d.agenda,
        d.asal,
        d.nomor,
        d.tanggal,
        d.diterima,
        d.perihal,
        d.lampiran,
        str(d.sifat),
        d.instruksi,
        d.catatan,
        d.batas,
        *(d.terusan.get(n) for n in DITERUSKAN),
        d.berkas,
        d.sha256,
    ]


# ---- surat edaran


def surat_edaran_of(reading: MasterReading) -> tuple[SuratEdaran, ...]:
    """The surat edaran made so far."""

    def one(row: Row) -> SuratEdaran:
        return SuratEdaran(
            periode=_periode(reading, row, SURAT_EDARAN),
            no=row.text("no"),
            nomor=row.text("nomor"),
            tentang=row.text("tentang"),
            tanggal=tanggal_of(reading, row, SURAT_EDARAN, "tanggal"),
            batas=tanggal_of(reading, row, SURAT_EDARAN, "batas"),
            konsep=moment(saat_of(reading, row, SURAT_EDARAN, "konsep")),
            paraf={tahap: _paraf(reading, row, tahap) for tahap in Tahap},
            berkas=row.text("berkas"),
            sha256=row.text("sha256"),
            berkas_ttd=row.text("berkas_ttd"),
            location=row.places["periode"],
        )

    return each_row(reading, SURAT_EDARAN, reading.rows(SURAT_EDARAN), one)


def _paraf(reading: MasterReading, row: Row, tahap: Tahap) -> Paraf:
    return Paraf(
        saat=saat_of(reading, row, SURAT_EDARAN, f"saat_{tahap.name}"),
        oleh=row.text(f"oleh_{tahap.name}"),
    )


def surat_edaran_rows(rekap: Rekap) -> Rows:
    """The register of surat edaran, by Periode."""
    return [_surat_row(s) for s in sorted(rekap.surat_edaran, key=_by_periode)]


def surat_edaran_cells(rekap: Rekap) -> Iterator[tuple[SuratEdaran, Cells]]:
    """Every surat edaran with its cells, as they are once it is written."""
    return _with_cells(rekap, SURAT_EDARAN, sorted(rekap.surat_edaran, key=_by_periode))


def _surat_row(s: SuratEdaran) -> list[Value]:
    paraf = [s.paraf.get(tahap, Paraf()) for tahap in Tahap]
    return [
        Decimal(s.periode) if s.periode else None,
        s.no,
        s.nomor,
        s.tentang,
        s.tanggal,
        s.batas,
        keadaan(s),
        s.konsep,
        *(value for p in paraf for value in (p.saat, p.oleh)),
        s.berkas_ttd,
        s.berkas,
        s.sha256,
    ]


def keadaan(s: SuratEdaran) -> str:
    """How far it is: the last Tahap that has a time, or a konsep."""
    done = [tahap for tahap in Tahap if moment(s.paraf.get(tahap, Paraf()).saat)]
    return done[-1].value if done else KONSEP


def is_signed(s: SuratEdaran) -> bool:
    """Whether the Sekretaris has signed it."""
    return moment(s.paraf.get(Tahap.SEKRETARIS, Paraf()).saat) is not None


# ---- distribusi


def distribusi_of(
    reading: MasterReading, terbit: Iterable[FormulirTerbit]
) -> tuple[Distribusi, ...]:
    """The forms handed out so far; the sha256 tells again what was typed over."""
    forms = {t.sha256: t.formulir for t in terbit}

    def one(row: Row) -> Distribusi:
        form = forms.get(row.text("sha256"))
        return Distribusi(
            periode=form.periode if form else reading.periode(row),
            subbagian=form.subbagian if form else row.text("subbagian"),
            revisi=form.revisi if form else int(row.text("revisi")),
            berkas=row.text("berkas"),
            dibagikan=moment(saat_of(reading, row, DISTRIBUSI, "dibagikan")),
            batas=day(tanggal_of(reading, row, DISTRIBUSI, "batas")),
            batas_khusus=tanggal_of(reading, row, DISTRIBUSI, "batas_khusus"),
            alasan=row.text("alasan"),
            penerima=row.text("penerima"),
            diterima=saat_of(reading, row, DISTRIBUSI, "diterima"),
            kembali=moment(saat_of(reading, row, DISTRIBUSI, "kembali")),
            kembali_nyata=saat_of(reading, row, DISTRIBUSI, "kembali_nyata"),
            sha256=row.text("sha256"),
            location=row.places["periode"],
        )

    return each_row(reading, DISTRIBUSI, reading.rows(DISTRIBUSI), one)


def distribusi_rows(rekap: Rekap) -> Rows:
    """The register of what was handed out, in the order of Periode and Subbagian."""
    return [_distribusi_row(d) for d in _handed_out(rekap)]


def _handed_out(rekap: Rekap) -> list[Distribusi]:
    order = rekap.order()
    return sorted(rekap.distribusi, key=lambda d: (d.periode, order(d.subbagian), d.revisi))


def distribusi_cells(rekap: Rekap) -> Iterator[tuple[Distribusi, Cells]]:
    """Every form that was handed out with its cells, as they are once it is written."""
    return _with_cells(rekap, DISTRIBUSI, _handed_out(rekap))


def _distribusi_row(d: Distribusi) -> list[Value]:
    return [
        Decimal(d.periode),
        d.subbagian,
        Decimal(d.revisi),
        d.berkas,
        d.dibagikan,
        d.batas,
        d.batas_khusus,
        d.alasan,
        d.penerima,
        d.diterima,
        d.kembali,
        d.kembali_nyata,
        d.sha256,
    ]


def batas_of(d: Distribusi) -> date | None:
    """The day by which it is to be back: what was agreed with this Subbagian wins."""
    return day(d.batas_khusus) or d.batas


def newest(rekap: Rekap, periode: int) -> Iterable[Distribusi]:
    """The last Revisi that each Subbagian was handed of one Periode."""
    found: dict[str, Distribusi] = {}
    for d in sorted(rekap.distribusi, key=lambda d: d.revisi):
        if d.periode == periode:
            found[d.subbagian] = d
    return found.values()


def came_back(rekap: Rekap, periode: int) -> Mapping[str, int]:
    """The last Revisi of its form that each Subbagian has sent back, if it was accepted."""
    forms = (k.formulir for k in rekap.accepted())  # in the order of their Revisi
    return {f.subbagian: f.revisi for f in forms if f and f.periode == periode}


def with_returns(rekap: Rekap) -> Rekap:
    """The Rekap with the time it is for each form that has come back since the last merge."""

    def one(d: Distribusi) -> Distribusi:
        is_news = d.kembali is None and d in newest(rekap, d.periode)
        back = came_back(rekap, d.periode).get(d.subbagian, 0)
        return replace(d, kembali=rekap.kini) if is_news and back >= d.revisi else d

    return replace(rekap, distribusi=tuple(one(d) for d in rekap.distribusi))
