"""What kinerja itself keeps in the master: forms made, files returned, answers, Temuan.

Every value goes out as rows and comes back equal; a row that somebody has spoilt is
left out and said so, since the returned files themselves are in the archive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from kinerja.grid import Value
from kinerja.master_reading import MasterReading
from kinerja.model import (
    DataPendukung,
    Formulir,
    FormulirTerbit,
    Hitungan,
    Identitas,
    Keputusan,
    Location,
    Nilai,
    Realisasi,
    Status,
)
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.sheets import master
from kinerja.sheets.formulir import NARASI_TEXTS
from kinerja.sheets.table import Row, Rows, Sheet
from kinerja.temuan import RULES, Rule, Severity, Temuan
from kinerja.values import parse_number, read_date

T = TypeVar("T")
SYMBOLS = dict(zip(Severity, "✖!–", strict=True))


def terbit_of(reading: MasterReading) -> tuple[FormulirTerbit, ...]:
    """The forms made so far."""

    def one(row: Row) -> FormulirTerbit:
        formulir = _formulir(row)
        if formulir.id != row.text("id"):
            raise ValueError(row.text("id"))
        return FormulirTerbit(
            formulir=formulir,
            berkas=row.text("berkas"),
            sidik=row.text("sidik"),
            sha256=row.text("sha256"),
        )

    return _each(reading, master.FORMULIR, reading.rows(master.FORMULIR), one)


def _formulir(row: Row) -> Formulir:
    """The identity in a row; the year stands only in the printed code."""
    return Formulir(
        subbagian=row.text("subbagian"),
        tahun=int(row.text("id")[1:5]),
        periode=int(row.text("periode")),
        revisi=int(row.text("revisi")),
    )


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


def kiriman_of(reading: MasterReading) -> tuple[Kiriman, ...]:
    """Every returned file as it was read, put together from four sheets."""
    heads = reading.rows(master.KIRIMAN)
    names = {row.text("sha256"): row.text("berkas") for row in heads}
    answers = _by_file(
        reading,
        master.REALISASI,
        lambda row: _realisasi(reading, row, names.get(row.text("sha256"), "")),
    )
    pieces = _by_file(
        reading,
        master.DATA_PENDUKUNG,
        lambda row: _data_pendukung(row, names.get(row.text("sha256"), "")),
    )
    temuan = _by_file(reading, master.CATATAN, _temuan, "sumber")

    def one(row: Row) -> Kiriman:
        sha256 = row.text("sha256")
        return _kiriman(
            row, answers.get(sha256, ()), pieces.get(sha256, ()), temuan.get(sha256, ())
        )

    return _each(reading, master.KIRIMAN, heads, one)


def _by_file(
    reading: MasterReading, sheet: Sheet, one: Callable[[Row], T], key: str = "sha256"
) -> Mapping[str, tuple[T, ...]]:
    """The rows of a sheet that belong to a returned file, by its sha256."""
    rows = [row for row in reading.rows(sheet) if row.text(key)]
    found: dict[str, list[T]] = {}
    for row in rows:
        for value in _each(reading, sheet, [row], one):
            found.setdefault(row.text(key), []).append(value)
    return {sha256: tuple(values) for sha256, values in found.items()}


def _each(
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
    row: Row,
    realisasi: tuple[Realisasi, ...],
    pieces: tuple[DataPendukung, ...],
    temuan: tuple[Temuan, ...],
) -> Kiriman:
    saved = row.text("disimpan")
    return Kiriman(
        identitas=Identitas(
            sha256=row.text("sha256"),
            berkas=row.text("berkas"),
            disimpan=datetime.fromisoformat(saved) if saved else None,
            aplikasi=row.text("aplikasi"),
        ),
        formulir=_formulir(row) if row.text("id") else None,
        penerimaan=Penerimaan(row.text("penerimaan")),
        realisasi=realisasi,
        data_pendukung=pieces,
        temuan=temuan,
        hitungan=Hitungan(
            ditemukan=int(row.text("ditemukan")),
            diambil=int(row.text("diambil")),
            dicatat=int(row.text("dicatat")),
            di_luar=int(row.text("di_luar")),
        ),
    )


def kiriman_rows(rekap: Rekap) -> Rows:
    """The register of returned files, by Periode and Subbagian."""
    return [_kiriman_row(k) for k in ordered(rekap.kiriman)]


def ordered(kiriman: Iterable[Kiriman]) -> list[Kiriman]:
    """Returned files in the order of the year; those that were refused come last."""

    def key(k: Kiriman) -> tuple[bool, int, str, str, str]:
        f = k.formulir
        place = (f.periode, f.subbagian, k.rank[1].isoformat()) if f else (0, "", "")
        return k.penerimaan is Penerimaan.DITOLAK, *place, k.identitas.sha256

    return sorted(kiriman, key=key)


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
    ]


def _realisasi(reading: MasterReading, row: Row, berkas: str) -> Realisasi:
    return Realisasi(
        indikator=row.text("indikator"),
        subbagian=row.text("subbagian"),
        periode=int(row.text("periode")),
        status=Status(row.text("status") or Status.BELUM),
        nilai=_nilai(row),
        x=_decimal(row, "x"),
        y=_decimal(row, "y"),
        alasan=row.text("alasan"),
        batas_waktu=_date(row, "batas_waktu"),
        keputusan=reading.choice(
            row, master.REALISASI, "keputusan", Keputusan.OTOMATIS, Keputusan
        ),
        sha256=row.text("sha256"),
        letak=_letak(row.text("letak"), berkas),
        **{key: row.text(key) for key in NARASI_TEXTS},
    )


def _nilai(row: Row) -> Nilai | None:
    cell = row.cells.get("nilai")
    if cell is None:
        return None
    return cell.value if isinstance(cell.value, Decimal) else row.text("nilai")


def _decimal(row: Row, key: str) -> Decimal | None:
    cell = row.cells.get(key)
    if cell is None:
        return None
    if isinstance(cell.value, Decimal):
        return cell.value
    number = parse_number(row.text(key))
    if not isinstance(number, Decimal):
        raise ValueError(row.text(key))  # noqa: TRY004 - two numbers are a wrong value
    return number


def _date(row: Row, key: str) -> date | None:
    return read_date(row.cells.get(key)).value


# A sheet may be renamed to anything, even to “a; b=c”.
_PLACE = re.compile(r"(?P<field>\w+)=(?P<sheet>.*?)!(?P<column>[A-Z]+)(?P<row>\d+)(?:; |$)")


def _letak(text: str, berkas: str) -> dict[str, Location]:
    """The cell of every field, from ``nilai=Isian!J8; kendala=Narasi!D8``."""
    return {
        match["field"]: Location(berkas, match["sheet"], int(match["row"]), match["column"])
        for match in _PLACE.finditer(text)
    }


def letak_text(letak: Mapping[str, Location]) -> str:
    """The cells of an answer in one line."""
    return "; ".join(f"{key}={place.sheet}!{place.cell}" for key, place in letak.items())


def realisasi_rows(rekap: Rekap) -> Rows:
    """Every answer of every returned file."""
    owners = {(i.kode, i.penanggung_jawab) for i in rekap.indikator}
    return [
        _realisasi_row(r, owns=(r.indikator, r.subbagian) in owners)
        for k in ordered(rekap.kiriman)
        for r in k.realisasi
    ]


def _realisasi_row(r: Realisasi, *, owns: bool) -> list[Value]:
    """One answer; who owes no number is not shown as late with it."""
    return [
        r.indikator,
        r.subbagian,
        Decimal(r.periode),
        r.status.value if owns or r.status is not Status.BELUM else "",
        r.x,
        r.y,
        r.nilai,
        r.keputusan.value,
        r.alasan,
        r.penyebab,
        r.kendala,
        r.solusi,
        r.tindak_lanjut,
        r.pic,
        r.batas_waktu,
        r.kegiatan,
        r.efisiensi,
        r.sha256,
        letak_text(r.letak),
    ]


def _data_pendukung(row: Row, berkas: str) -> DataPendukung:
    return DataPendukung(
        indikator=row.text("indikator"),
        subbagian=row.text("subbagian"),
        periode=int(row.text("periode")),
        berkas=row.text("berkas"),
        jenis=row.text("jenis"),
        tanggal=_date(row, "tanggal"),
        keterangan=row.text("keterangan"),
        sha256=row.text("sha256"),
        location=_letak(row.text("letak"), berkas).get("berkas", Location(berkas)),
    )


def _temuan(row: Row) -> Temuan:
    facts = json.loads(row.text("fakta") or "{}")
    cell = re.fullmatch(r"([A-Z]*)(\d*)", row.text("sel"))
    if not cell:
        raise ValueError(row.text("sel"))
    place = Location(row.text("berkas"), row.text("lembar"), int(cell[2] or 0), cell[1])
    return RULES[row.text("kode")].at(place, **facts)


def catatan_rows(temuan: Iterable[tuple[Temuan, str]]) -> Rows:
    """Rows of (Temuan, sha256 of the file it came with or empty), worst first."""

    def key(pair: tuple[Temuan, str]) -> tuple[object, ...]:
        return pair[0].weight, pair[0].sort_key, pair[1]

    return [
        [
            SYMBOLS[t.rule.severity] + " " + t.rule.severity.value,
            t.rule.code,
            t.location.file,
            t.location.sheet,
            t.location.cell,
            t.message,
            t.remedy,
            sha256,
            json.dumps(dict(t.facts), ensure_ascii=False),
        ]
        for t, sha256 in sorted(temuan, key=key)
    ]
