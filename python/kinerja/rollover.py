"""Next year's master from this one: what is kept, what moves, what begins anew.

Definitions are kept as they were typed. Realisasi and Target of this year move to “Tahun
Sebelumnya”, its data pendukung to “Berkas Lalu”. Targets stay, but say that they are not
of the new Perjanjian Kinerja; the pagu of a budget that is not known yet is nought. All
that kinerja writes, and the registers, begin empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja import periode, settings
from kinerja.answers import current
from kinerja.berkas_lalu import berkas_lalu_rows
from kinerja.definitions import narasi_rows
from kinerja.grid import Book, Cell, Value
from kinerja.hasil import Hasil, hasil_of
from kinerja.master_reading import BROKEN
from kinerja.model import Location, Riwayat
from kinerja.model_arsip import BerkasLalu
from kinerja.rekap import Rekap
from kinerja.sheets import arsip, master
from kinerja.sheets.agreement import TEMPEL_PK
from kinerja.sheets.arsip import BERKAS_LALU
from kinerja.sheets.dari_mana import DARI_MANA
from kinerja.sheets.entri import ENTRI, TEMPEL_ENTRI
from kinerja.sheets.table import Rows, Sheet, find_headings, normal, plain, read_table
from kinerja.tables import pages
from kinerja.temuan import Rule, Temuan, has_galat
from kinerja.values import significant, target_text
from kinerja.view import view_of

# Written or pasted while a year runs, beside what ``tables.pages`` writes.
SETAHUN = frozenset(
    {master.JURNAL.name, DARI_MANA.name, ENTRI.name, TEMPEL_ENTRI.name, TEMPEL_PK.name}
)
# The texts about the office itself; all others are about one year.
NARASI_TETAP = frozenset({"gambaran_umum", "aspek_strategis"})
# Only their names are wanted; no siklus changes those.
INDIKATOR, RENCANA = master.indikator_sheet(4), master.rencana_sheet(4)
ANGGARAN = master.anggaran_sheet(4)


def next_rows(rekap: Rekap, book: Book) -> Mapping[str, Rows]:
    """The rows of every sheet that next year's master begins with, by its name."""
    new = replace(rekap.pengaturan, tahun=rekap.pengaturan.tahun + 1, periode=1)
    told = [n for n in rekap.narasi if n.bagian in NARASI_TETAP]
    there = [sheet for sheet in kept_sheets(rekap) if book.grid(sheet.name)]
    return {
        **{sheet.name: _changed(rekap, sheet, _rows(book, sheet)) for sheet in there},
        master.PENGATURAN.name: settings.rows(new),
        master.SKALA.name: settings.skala_rows(new),
        master.NARASI.name: narasi_rows(rekap.sasaran, told),
        BERKAS_LALU.name: berkas_lalu_rows(_berkas_lalu(rekap)),
    }


def kept_sheets(rekap: Rekap) -> tuple[Sheet, ...]:
    """Those that people fill for more than one year."""
    written = {page.sheet.name for page in pages(rekap, ())} | SETAHUN
    return tuple(
        s
        for s in master.sheets_of(rekap.pengaturan.siklus)
        if s.name not in written and not s.hidden
    )


def _rows(book: Book, sheet: Sheet) -> Rows:
    """The rows of a sheet as they mean, without the columns that are not declared."""
    grid = book.grid(sheet.name)
    if grid is None:
        return ()
    table, _ = read_table(grid, sheet)
    return [[_value(row.cells.get(c.key)) for c in sheet.columns] for row in table.rows]


def _value(cell: Cell | None) -> Value:
    """The content; what shows as a percentage as it is read, in percent points."""
    if cell is None or cell.kind in BROKEN:
        return None
    if cell.percent and isinstance(cell.value, Decimal):
        return significant(cell.value * 100)
    return cell.value


def _changed(rekap: Rekap, sheet: Sheet, rows: Rows) -> Rows:
    """The rows of a sheet that is kept, without what was of this year alone."""
    p = rekap.pengaturan
    match sheet.name:
        case INDIKATOR.name:
            return _with(sheet, rows, {"asal": arsip.ASAL_DIBAWA.format(tahun=p.tahun)})
        case RENCANA.name:
            return _with(sheet, rows, {"anggaran": None})
        case ANGGARAN.name:
            spent = {f"realisasi_{n}": None for n in periode.of_year(p.siklus)}
            return _with(sheet, rows, {"pagu": Decimal(0), **spent})
        case master.LIBUR.name:
            return [row for row in rows if not _is_past(sheet, row, p.tahun)]
        case master.RIWAYAT.name:
            return [*rows, *_riwayat_rows(riwayat_of(rekap))]
        case _:
            return rows


def _with(sheet: Sheet, rows: Rows, values: Mapping[str, Value]) -> Rows:
    """The rows with these cells in the place of their own, by the key of the column."""
    keys = [column.key for column in sheet.columns]
    return [[values.get(k, v) for k, v in zip(keys, row, strict=True)] for row in rows]


def _is_past(sheet: Sheet, row: Iterable[Value], tahun: int) -> bool:
    day = dict(zip((c.key for c in sheet.columns), row, strict=True))["tanggal"]
    return isinstance(day, date) and day.year <= tahun


# ---- what becomes last year's


def riwayat_of(rekap: Rekap) -> tuple[Riwayat, ...]:
    """Target and Realisasi of this year as next year knows them, unless typed already."""
    known = {(r.indikator, r.tahun) for r in rekap.riwayat}
    found = (_riwayat(h, rekap.pengaturan.tahun) for h in hasil_of(rekap, current(rekap)))
    return tuple(r for r in found if (r.indikator, r.tahun) not in known)


def _riwayat(h: Hasil, tahun: int) -> Riwayat:
    target, realisasi = h.indikator.target, h.tahun
    more = ""
    if target is not None and not isinstance(target, Decimal):
        more += arsip.TARGET_TEKS.format(isi=target_text(target))
    if isinstance(realisasi, str) and realisasi:
        more += arsip.REALISASI_TEKS.format(isi=realisasi)
    return Riwayat(
        indikator=h.indikator.kode,
        tahun=tahun,
        target=target if isinstance(target, Decimal) else None,
        realisasi=realisasi if isinstance(realisasi, Decimal) else None,
        asal=arsip.ASAL_RIWAYAT.format(tahun=tahun, tambahan=more),
    )


def _riwayat_rows(riwayat: Iterable[Riwayat]) -> Rows:
    return [[r.indikator, Decimal(r.tahun), r.target, r.realisasi, r.asal] for r in riwayat]


def _berkas_lalu(rekap: Rekap) -> tuple[BerkasLalu, ...]:
    """The data pendukung of this year, each with the Indikator it was registered for."""
    year = rekap.pengaturan.tahun
    registered = {(i.sha256, i.indikator, i.berkas) for i in rekap.inventaris if i.sha256}
    known = {sha256 for sha256, _, _ in registered}
    registered |= {
        (c.berkas.sha256, c.indikator, f"{c.berkas.folder}/{c.berkas.nama}")
        for c in view_of(rekap).cocok
        if c.berkas and c.berkas.sha256 and c.berkas.sha256 not in known
    }
    found = (
        BerkasLalu(tahun=year, sha256=sha256, berkas=berkas, indikator=indikator)
        for sha256, indikator, berkas in sorted(registered)
    )
    return (*rekap.berkas_lalu, *found)


# ---- what there is to say


def folder_name(name: str, tahun: int) -> str:
    """What the folder of next year is called, after the one of this year."""
    now, after = str(tahun), str(tahun + 1)
    if now in name:
        return after.join(name.rsplit(now, 1))
    return arsip.FOLDER_TAHUN.format(folder=name, tahun=after)


def unfinished(
    rekap: Rekap, standing: Iterable[Temuan], sealed: Iterable[int]
) -> Iterator[Temuan]:
    """What this year still lacks; ``sealed`` are the Periode that have a package."""
    here, year, closed = Location(rekap.file), rekap.pengaturan.tahun, set(sealed)
    if galat := sum(has_galat([t]) for t in standing):
        yield Rule.TAHUN_BELUM_SELESAI.at(here, tahun=year, jumlah=galat)
    for h in hasil_of(rekap, current(rekap)):
        if h.tahun is None:
            at, kode = h.indikator.location, h.indikator.kode
            yield Rule.REALISASI_TAHUN_KOSONG.at(at, tahun=year, indikator=kode)
    for p in periode.of_year(rekap.pengaturan.siklus):
        if p not in closed:
            yield Rule.PAKET_BELUM_ADA.at(here, periode=rekap.periode_name(p), tahun=year)


def left_behind(rekap: Rekap, book: Book) -> Iterator[Temuan]:
    """Sheets of the office itself, and its columns in the sheets that are kept."""
    here, year = Location(rekap.file), rekap.pengaturan.tahun + 1
    ours = {normal(name) for name in master.CODE_NAMES}
    ours |= {normal(page.sheet.name) for page in pages(rekap, ())}
    for grid in book.grids:
        if normal(grid.sheet) not in ours and grid.cells:
            facts = {"apa": arsip.LEMBAR, "nama": grid.sheet}
            yield Rule.TIDAK_IKUT.at(here, tahun=year, **facts)
    for sheet in kept_sheets(rekap):
        for name in _own_columns(book, sheet):
            facts = {"apa": arsip.KOLOM.format(lembar=sheet.name), "nama": name}
            yield Rule.TIDAK_IKUT.at(here, tahun=year, **facts)


def _own_columns(book: Book, sheet: Sheet) -> Iterator[str]:
    grid = book.grid(sheet.name)
    if grid is None:
        return
    top, where = find_headings(grid, sheet)
    for place, cell in sorted(grid.cells.items()):
        if place[0] == top and place[1] not in where.values() and plain(cell.value):
            yield plain(cell.value)
