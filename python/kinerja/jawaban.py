"""The rows of the sheet “Realisasi”: every answer of every returned file.

An answer goes out as a row and comes back equal. What the planner typed over in a row is
known as such (``koreksi``); what cannot be read of it is said, and what the file said
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja.grid import Value
from kinerja.koreksi import number_said, said, sidik_of, sidik_text, with_koreksi
from kinerja.master_reading import MasterReading
from kinerja.model import Indikator, Jenis, Keputusan, Location, Nilai, Realisasi, Status
from kinerja.rekap import NEVER, Kiriman, Penerimaan, Rekap
from kinerja.sheets.formulir import NARASI_TEXTS
from kinerja.sheets.master import REALISASI
from kinerja.sheets.table import Row, Rows, declared_headings
from kinerja.values import to_text

Sidik = Mapping[str, str]


def realisasi_of(
    reading: MasterReading, row: Row, berkas: str, indikator: Indikator | None
) -> Realisasi:
    """The answer in a row.

    Raises:
        ValueError: if the row does not say which answer it is.
    """
    sidik = sidik_of(row.text("sidik"))
    original = sidik or {}
    answer = Realisasi(
        indikator=row.text("indikator"),
        subbagian=row.text("subbagian"),
        periode=reading.periode(row),
        status=_status(reading, row, original),
        nilai=_nilai(reading, row, indikator, sidik),
        x=_number(reading, row, "x", original),
        y=_number(reading, row, "y", original),
        alasan=row.text("alasan"),
        batas_waktu=_date(reading, row, original),
        keputusan=reading.choice(row, REALISASI, "keputusan", Keputusan.OTOMATIS, Keputusan),
        sha256=row.text("sha256"),
        letak=letak_of(row.text("letak"), berkas),
        **{key: row.text(key) for key in NARASI_TEXTS},  # type: ignore[arg-type]  # all text
    )
    return with_koreksi(answer, sidik, indikator)


def _status(reading: MasterReading, row: Row, original: Sidik) -> Status:
    if not row.text("status"):
        return Status.BELUM
    before = Status(original.get("status") or Status.BELUM)
    return reading.choice(row, REALISASI, "status", before, Status)


def _nilai(
    reading: MasterReading, row: Row, indikator: Indikator | None, sidik: Sidik | None
) -> Nilai | None:
    cell = row.cells.get("nilai")
    if cell is None:
        return None
    is_number, text = isinstance(cell.value, Decimal), row.text("nilai")
    if indikator and indikator.jenis is Jenis.TEKS:
        return to_text(cell.value) if isinstance(cell.value, Decimal) else text
    is_old = sidik is None or said(text) == sidik.get("nilai")  # as the file said it
    if is_old and not is_number:
        return text
    return _number(reading, row, "nilai", sidik or {})


def _number(reading: MasterReading, row: Row, key: str, original: Sidik) -> Decimal | None:
    if key not in row.cells:
        return None
    number, before = reading.number(row, REALISASI, key), original.get(key)
    if number is None and before:
        return number_said(before)
    return number


def _date(reading: MasterReading, row: Row, original: Sidik) -> date | None:
    if "batas_waktu" not in row.cells:
        return None
    found, before = reading.date(row, REALISASI, "batas_waktu"), original.get("batas_waktu")
    return date.fromisoformat(before) if found is None and before else found


# A sheet may be renamed to anything, even to “a; b=c”.
_PLACE = re.compile(r"(?P<field>\w+)=(?P<sheet>.*?)!(?P<column>[A-Z]+)(?P<row>\d+)(?:; |$)")


def letak_of(text: str, berkas: str) -> dict[str, Location]:
    """The cell of every field, from ``nilai=Isian!J8; kendala=Narasi!D8``."""
    return {
        match["field"]: Location(berkas, match["sheet"], int(match["row"]), match["column"])
        for match in _PLACE.finditer(text)
    }


def letak_text(letak: Mapping[str, Location]) -> str:
    """The cells of an answer in one line."""
    return "; ".join(f"{key}={place.sheet}!{place.cell}" for key, place in letak.items())


def ordered(kiriman: Iterable[Kiriman]) -> list[Kiriman]:
    """Returned files in the order of the year; those that were refused come last."""

    def key(k: Kiriman) -> tuple[bool, int, str, str, str]:
        f, saved = k.formulir, (k.identitas.disimpan or NEVER).isoformat()
        place = (f.periode, f.subbagian, saved) if f else (0, "", "")
        return k.penerimaan is Penerimaan.DITOLAK, *place, k.identitas.sha256

    return sorted(kiriman, key=key)


def answers_in_order(rekap: Rekap) -> list[Realisasi]:
    """Every answer of every returned file, in the order of their rows."""
    return [r for k in ordered(rekap.kiriman) for r in k.realisasi]


def realisasi_rows(rekap: Rekap) -> Rows:
    """The rows of the sheet."""
    owners = {(i.kode, i.penanggung_jawab) for i in rekap.indikator}
    return [
        _realisasi_row(r, owns=(r.indikator, r.subbagian) in owners)
        for r in answers_in_order(rekap)
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
        sidik_text(r),
    ]


def cells_of(rekap: Rekap) -> Iterator[tuple[Realisasi, Mapping[str, Location]]]:
    """Every answer with its cells in the sheet, as they are once it is written."""
    headings = rekap.judul_realisasi or declared_headings(REALISASI, rekap.file)
    for number, r in enumerate(answers_in_order(rekap), start=1):
        yield r, {key: replace(at, row=at.row + number) for key, at in headings.items()}
