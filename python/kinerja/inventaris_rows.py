"""The rows of the sheet “Data Pendukung”: required, listed, found and registered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from kinerja.grid import Value
from kinerja.inventaris import Baris, joined, named, sheet_of
from kinerja.inventory import Cocok, Keadaan, replaced
from kinerja.isi_berkas import described
from kinerja.jawaban import letak_text
from kinerja.model_arsip import Inventaris
from kinerja.rekap import Rekap
from kinerja.sheets.inventaris import DI_LUAR, YA
from kinerja.sheets.master import DATA_PENDUKUNG
from kinerja.sheets.table import Page
from kinerja.tanggal_bukti import is_in_periode
from kinerja.view import View


def data_pendukung_page(view: View) -> Page:
    """The inventory with what the office typed in it, each on the row that it is about."""
    sheet = sheet_of(view.rekap)
    own = [c.heading for c in sheet.columns[len(DATA_PENDUKUNG.columns) :]]
    lines = sorted(lines_of(view), key=_order)
    return Page(sheet, [[*_row(view.rekap, b), *_own(b, own)] for b in lines])


def lines_of(view: View) -> tuple[Baris, ...]:
    """Every line of the sheet with what is registered of it, in no order."""
    return joined((*view.cocok, *replaced(view.rekap)), view.rekap.inventaris)


def _order(b: Baris) -> tuple[bool, int, str, str, int]:
    """By Periode and Subbagian; what agrees first, a row with only the office's words last."""
    at = b.cocok or b.tercatat
    assert at
    is_loose = not (b.cocok or at.indikator or at.subbagian)
    agrees = b.cocok is not None and b.cocok.keadaan is Keadaan.COCOK
    rank = 0 if agrees else 1 if b.cocok else 2
    return is_loose, at.periode or 0, at.subbagian, at.indikator, rank


def _own(b: Baris, headings: Iterable[str]) -> list[Value]:
    typed: Mapping[str, Value] = dict(b.tercatat.tambahan) if b.tercatat else {}
    return [typed.get(heading) for heading in headings]


def _row(rekap: Rekap, b: Baris) -> list[Value]:
    i = b.tercatat
    if b.cocok:
        return _of_line(rekap, b.cocok, i)
    assert i
    keadaan = Keadaan.TIDAK_ADA_LAGI.value if i.berkas or i.indikator else ""
    periode = Decimal(i.periode) if i.periode else None
    head: list[Value] = [i.indikator, i.subbagian, periode, keadaan, i.jenis, i.berkas]
    # without the digest of its form, which would make the row an answer of that form again
    return [*head, "", None, "", "", None, None, *_register(i), "", "", ""]


def _of_line(rekap: Rekap, c: Cocok, i: Inventaris | None) -> list[Value]:
    d, b = c.data_pendukung, c.berkas
    return [
        c.indikator,
        c.subbagian,
        Decimal(c.periode) if c.periode else None,
        c.keadaan.value,
        d.jenis if d else c.syarat.jenis if c.syarat else "",
        named(c),
        described(b) if b else "",
        d.tanggal if d else None,
        _dalam_periode(rekap, c.periode, d.tanggal if d else None),
        d.keterangan if d else "",
        Decimal(b.ukuran) if b else None,
        Decimal(b.halaman) if b and b.halaman is not None else None,
        *_register(i),
        b.sha256 if b else "",
        d.sha256 if d else "",
        letak_text({"berkas": d.location}) if d else "",
    ]


def _dalam_periode(rekap: Rekap, periode: int | None, day: date | None) -> str:
    if day is None or periode is None or not rekap.pengaturan.tahun:
        return ""
    return YA if is_in_periode(rekap.pengaturan, periode, day) else DI_LUAR


def _register(i: Inventaris | None) -> list[Value]:
    if i is None:
        return ["", "", "", "", "", "", "", None, ""]
    return [
        i.nama_arsip,
        i.keputusan,
        i.catatan,
        i.lokasi,
        i.klasifikasi,
        i.perkembangan,
        i.retensi,
        i.dicatat,
        i.sha256,
    ]
