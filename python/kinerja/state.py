"""What kinerja itself keeps in the master: forms made, files returned, answers, Temuan.

Every value goes out as rows and comes back equal; a row that somebody has spoilt is
left out and said so, since the returned files themselves are in the archive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from kinerja.grid import Value
from kinerja.jawaban import letak_of, ordered, realisasi_of
from kinerja.master_reading import MasterReading
from kinerja.model import (
    DataPendukung,
    Formulir,
    FormulirTerbit,
    Hitungan,
    Identitas,
    Indikator,
    Location,
    Realisasi,
)
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.sheets import master
from kinerja.sheets.table import Row, Rows, Sheet
from kinerja.temuan import RULES, Rule, Severity, Temuan
from kinerja.values import read_date

T = TypeVar("T")
NO_REASONS: Mapping[str, str] = {}
SYMBOLS = dict(zip(Severity, "✖!–", strict=True))


def _nameless(_temuan: Temuan) -> str:
    return ""


def terbit_of(reading: MasterReading) -> tuple[FormulirTerbit, ...]:
    """The forms made so far."""

    def one(row: Row) -> FormulirTerbit:
        return FormulirTerbit(
            formulir=_formulir(row),
            berkas=row.text("berkas"),
            sidik=row.text("sidik"),
            sha256=row.text("sha256"),
        )

    return each_row(reading, master.FORMULIR, reading.rows(master.FORMULIR), one)


def _formulir(row: Row) -> Formulir:
    """The identity in a row; the year stands only in the printed code.

    Raises:
        ValueError: if the row says something else than that code.
    """
    formulir = Formulir(
        subbagian=row.text("subbagian"),
        tahun=int(row.text("id")[1:5]),
        periode=int(row.text("periode")),
        revisi=int(row.text("revisi")),
    )
    if formulir.id != row.text("id"):
        raise ValueError(row.text("id"))
    return formulir


def terbit_rows(rekap: Rekap) -> Rows:
    """The register of forms, oldest revision first."""
    ordered = sorted(
        rekap.terbit,
        key=lambda t: (t.formulir.periode, t.formulir.subbagian, t.formulir.revisi),
    )
    return [
        [
            t.formulir.id,
            t.formulir.subbagian,
            Decimal(t.formulir.periode),
            Decimal(t.formulir.revisi),
            t.berkas,
            t.sidik,
            t.sha256,
        ]
        for t in ordered
    ]


def kiriman_of(
    reading: MasterReading, indikator: Iterable[Indikator] = ()
) -> tuple[Kiriman, ...]:
    """Every returned file as it was read, put together from four sheets.

    What the planner typed over an answer is read by the Indikator it is about.
    """
    by_kode = {i.kode: i for i in indikator}
    heads = reading.rows(master.KIRIMAN)
    names = {row.text("sha256"): row.text("berkas") for row in heads}
    answers = _by_file(
        reading,
        master.REALISASI,
        lambda row: realisasi_of(
            reading, row, names.get(row.text("sha256"), ""), by_kode.get(row.text("indikator"))
        ),
    )
    pieces = _by_file(
        reading,
        master.DATA_PENDUKUNG,
        lambda row: _data_pendukung(reading, row, names.get(row.text("sha256"), "")),
    )
    temuan = _by_file(reading, master.CATATAN, _temuan, "sumber")

    def one(row: Row) -> Kiriman:
        sha256 = row.text("sha256")
        return _kiriman(
            reading,
            row,
            realisasi=answers.get(sha256, ()),
            pieces=pieces.get(sha256, ()),
            temuan=temuan.get(sha256, ()),
        )

    return each_row(reading, master.KIRIMAN, heads, one)


def _by_file(
    reading: MasterReading, sheet: Sheet, one: Callable[[Row], T], key: str = "sha256"
) -> Mapping[str, tuple[T, ...]]:
    """The rows of a sheet that belong to a returned file, by its sha256."""
    rows = [row for row in reading.rows(sheet) if row.text(key)]
    found: dict[str, list[T]] = {}
    for row in rows:
        for value in each_row(reading, sheet, [row], one):
            found.setdefault(row.text(key), []).append(value)
    return {sha256: tuple(values) for sha256, values in found.items()}


def each_row(
    reading: MasterReading, sheet: Sheet, rows: Iterable[Row], one: Callable[[Row], T]
) -> tuple[T, ...]:
    """Every row that can still be read; a Temuan for each that cannot."""
    values = []
    for row in rows:
        try:
            values.append(one(row))
        except (ValueError, KeyError, TypeError, ArithmeticError):
            here = Location(reading.book.identitas.berkas, sheet.name, row.number)
            reading.temuan.append(Rule.BARIS_STATE_RUSAK.at(here, lembar=sheet.name))
    return tuple(values)


def _kiriman(
    reading: MasterReading,
    row: Row,
    *,
    realisasi: tuple[Realisasi, ...],
    pieces: tuple[DataPendukung, ...],
    temuan: tuple[Temuan, ...],
) -> Kiriman:
    saved, penerimaan = row.text("disimpan"), Penerimaan(row.text("penerimaan"))
    is_refused = penerimaan is Penerimaan.DITOLAK
    formulir = None if is_refused and not row.text("id") else _formulir(row)
    if not is_refused:
        reading.periode(row)  # what was refused may say any
    return Kiriman(
        identitas=Identitas(
            sha256=row.text("sha256"),
            berkas=row.text("berkas"),
            disimpan=datetime.fromisoformat(saved) if saved else None,
            aplikasi=row.text("aplikasi"),
        ),
        formulir=formulir,
        penerimaan=penerimaan,
        realisasi=realisasi,
        data_pendukung=pieces,
        temuan=temuan,
        hitungan=Hitungan(
            ditemukan=int(row.text("ditemukan")),
            diambil=int(row.text("diambil")),
            dicatat=int(row.text("dicatat")),
            di_luar=int(row.text("di_luar")),
        ),
        baris=int(row.text("baris")) if row.text("baris") else None,
        dasar=row.text("dasar"),
    )


def kiriman_rows(rekap: Rekap) -> Rows:
    """The register of returned files, by Periode and Subbagian."""
    return [_kiriman_row(k) for k in ordered(rekap.kiriman)]


def _kiriman_row(k: Kiriman) -> list[Value]:
    f, saved = k.formulir, k.identitas.disimpan
    return [
        k.identitas.berkas,
        k.penerimaan.value,
        f.id if f else "",
        f.subbagian if f else "",
        Decimal(f.periode) if f else None,
        Decimal(f.revisi) if f else None,
        saved.isoformat(sep=" ", timespec="seconds") if saved else "",
        k.identitas.aplikasi,
        *(
            Decimal(n)
            for n in (
                k.hitungan.ditemukan,
                k.hitungan.diambil,
                k.hitungan.dicatat,
                k.hitungan.di_luar,
            )
        ),
        k.identitas.sha256,
        None if k.baris is None else Decimal(k.baris),
        k.dasar,
    ]


def _data_pendukung(reading: MasterReading, row: Row, berkas: str) -> DataPendukung:
    return DataPendukung(
        indikator=row.text("indikator"),
        subbagian=row.text("subbagian"),
        periode=reading.periode(row),
        berkas=row.text("berkas"),
        jenis=row.text("jenis"),
        tanggal=read_date(row.cells.get("tanggal")).value,
        keterangan=row.text("keterangan"),
        sha256=row.text("sha256"),
        location=letak_of(row.text("letak"), berkas).get("berkas", Location(berkas)),
    )


def _temuan(row: Row) -> Temuan:
    facts = json.loads(row.text("fakta") or "{}")
    cell = re.fullmatch(r"([A-Z]*)(\d*)", row.text("sel"))
    if not cell:
        raise ValueError(row.text("sel"))
    place = Location(row.text("berkas"), row.text("lembar"), int(cell[2] or 0), cell[1])
    return RULES[row.text("kode")].at(place, **facts)


def catatan_rows(
    temuan: Iterable[tuple[Temuan, str]],
    master_file: str = "",
    name: Callable[[Temuan], str] = _nameless,
    reasons: Mapping[str, str] = NO_REASONS,
) -> Rows:
    """Rows of (Temuan, sha256 of the file it came with or empty), worst first.

    A Temuan of the master, the file of that name, leads to its cell. ``name`` gives each
    its number, ``reasons`` why it was let stand, by that number.
    """

    def key(pair: tuple[Temuan, str]) -> tuple[object, ...]:
        return pair[0].weight, pair[0].sort_key, pair[1]

    return [
        [
            SYMBOLS[t.rule.severity] + " " + t.rule.severity.value,
            t.rule.code,
            t.location.file,
            t.location.sheet,
            t.location.cell,
            place_in(t.location) if t.location.file == master_file else "",
            t.message,
            t.remedy,
            reasons.get(name(t), ""),
            name(t),
            sha256,
            json.dumps(dict(t.facts), ensure_ascii=False),
        ]
        for t, sha256 in sorted(temuan, key=key)
    ]


def place_in(at: Location) -> str:
    """The cell of a workbook as Excel writes it, the row or the sheet; "" of neither."""
    if not at.sheet:
        return ""
    return "'{}'!{}{}".format(at.sheet.replace("'", "''"), at.column or "A", at.row or 1)
