"""The register of data pendukung: what was registered of each row, and what the office adds.

The sheet “Data Pendukung” is worked out anew at every press. What people typed in it, in
their own columns too, goes with its row: found by what the row is about, else by the
content of its file. A row that is gone stays, as long as something was said of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja.grid import Grid
from kinerja.inventory import Cocok, Keadaan, name_key
from kinerja.master_reading import MasterReading
from kinerja.model_arsip import Inventaris, Isi
from kinerja.nama_arsip import next_name, taken_numbers
from kinerja.rekap import Rekap
from kinerja.sheets.inventaris import PUTUSAN
from kinerja.sheets.master import DATA_PENDUKUNG
from kinerja.sheets.table import (
    Column,
    Row,
    Shape,
    Sheet,
    find_headings,
    normal,
    plain,
    read_table,
)
from kinerja.state import each_row
from kinerja.temuan import Rule

OWN = "sendiri:"  # before the heading of a column of the office, as its key


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of the sheet; at least one of the two is there."""

    cocok: Cocok | None
    tercatat: Inventaris | None


# ---- reading


def inventaris_of(reading: MasterReading) -> tuple[Inventaris, ...]:
    """What is registered and typed so far; rows of which nothing is said are left out."""
    grid = reading.book.grid(DATA_PENDUKUNG.name)
    if grid is None:
        return ()
    own = _own_columns(reading, grid)
    sheet = replace(DATA_PENDUKUNG, columns=(*DATA_PENDUKUNG.columns, *own))
    table, missing = read_table(grid, sheet)
    if missing:
        return ()  # said already, by who reads the forms' share of it

    def one(row: Row) -> Inventaris:
        if row.text("keputusan"):
            reading.choice(row, sheet, "keputusan", "", str)
        return _inventaris(reading, row, own)

    found = each_row(reading, DATA_PENDUKUNG, table.rows, one)
    return tuple(i for i in found if i.tambahan or is_borne(i))


def _inventaris(reading: MasterReading, row: Row, own: Iterable[Column]) -> Inventaris:
    return Inventaris(
        indikator=row.text("indikator"),
        subbagian=row.text("subbagian"),
        periode=reading.periode(row) if row.text("periode") else None,
        berkas=row.text("berkas"),
        jenis=row.text("jenis"),
        formulir=row.text("sha256"),
        sha256=row.text("sha256_terdaftar"),
        nama_arsip=row.text("nama_arsip"),
        keputusan=row.text("keputusan"),
        catatan=row.text("catatan"),
        lokasi=row.text("lokasi"),
        klasifikasi=row.text("klasifikasi"),
        perkembangan=row.text("perkembangan"),
        retensi=row.text("retensi"),
        tambahan=tuple((c.heading, _value(row, c.key)) for c in own),
        dicatat=reading.date(row, DATA_PENDUKUNG, "dicatat"),
    )


def _value(row: Row, key: str) -> Isi:
    cell = row.cells.get(key)
    return cell.value if cell else None


def _own_columns(reading: MasterReading, grid: Grid) -> tuple[Column, ...]:
    """The columns beside the declared ones, by what stands in the row of the headings."""
    top, where = find_headings(grid, DATA_PENDUKUNG)
    if not top:
        return ()
    taken = set(where.values())
    known = {normal(c.heading) for c in DATA_PENDUKUNG.columns}
    found: dict[str, Column] = {}
    for place in sorted(p for p in grid.cells if p[0] == top and p[1] not in taken):
        heading = plain(grid.cells[place].value)
        if not heading:
            continue
        if normal(heading) in known:
            again = Rule.KOLOM_SENDIRI_GANDA.at(grid.at(place), judul=heading)
            reading.temuan.append(again)
            continue
        known.add(normal(heading))
        found[heading] = own_column(heading, ())
    return tuple(found.values())


def own_column(heading: str, values: Iterable[Isi]) -> Column:
    """A column of the office; one with figures or days in it keeps them as such."""
    kinds = {type(v) for v in values if v is not None}
    shape = Shape.TEXT if kinds <= {str} else Shape.DATE if kinds == {date} else Shape.NUMBER
    return Column(key=OWN + heading, heading=heading, shape=shape, optional=True)


def sheet_of(rekap: Rekap) -> Sheet:
    """The sheet “Data Pendukung” with the columns that the office added."""
    found: dict[str, list[Isi]] = {}
    for i in rekap.inventaris:
        for heading, value in i.tambahan:
            found.setdefault(heading, []).append(value)
    own = (own_column(heading, values) for heading, values in found.items())
    return replace(DATA_PENDUKUNG, columns=(*DATA_PENDUKUNG.columns, *own))


# ---- which row of the register is about which line


def is_borne(i: Inventaris) -> bool:
    """Whether anything is said of it that has to stay."""
    typed = (i.keputusan, i.catatan, i.lokasi, i.klasifikasi, i.perkembangan, i.retensi)
    own = any(value not in {None, ""} for _, value in i.tambahan)
    return own or any(typed) or bool(i.sha256 or i.nama_arsip)


def is_decided(i: Inventaris) -> bool:
    """Whether its decision is one of those that there are."""
    return normal(i.keputusan) in PUTUSAN


def named(c: Cocok) -> str:
    """The file of a line as the sheet names it."""
    if c.data_pendukung:
        return c.data_pendukung.berkas
    return f"{c.berkas.folder}/{c.berkas.nama}" if c.berkas else ""


def joined(cocok: Iterable[Cocok], register: Iterable[Inventaris]) -> tuple[Baris, ...]:
    """Every line with what is registered of it, then what is said of lines that are gone.

    A line that counts is served before one that was replaced.
    """
    lines = tuple(cocok)
    free = dict(enumerate(register))
    partner: dict[int, Inventaris] = {}
    current = [n for n, c in enumerate(lines) if c.keadaan is not Keadaan.DIGANTIKAN]
    replaced = [n for n, c in enumerate(lines) if c.keadaan is Keadaan.DIGANTIKAN]
    for about, of in _WAYS:
        _serve(lines, [n for n in current if n not in partner], free, partner, about, of)
    _serve(lines, replaced, free, partner, *_WAYS[0])
    gone = (i for i in free.values() if is_borne(i))
    return (
        *(Baris(c, partner.get(n)) for n, c in enumerate(lines)),
        *(Baris(None, i) for i in gone),
    )


def _serve(
    lines: Sequence[Cocok],
    waiting: Iterable[int],
    free: dict[int, Inventaris],
    partner: dict[int, Inventaris],
    about: Callable[[Cocok], Hashable],
    of: Callable[[Inventaris], Hashable],
) -> None:
    """Give each waiting line the first free row with its key; each row goes once."""
    by_key: dict[Hashable, list[int]] = {}
    for n, i in free.items():
        by_key.setdefault(of(i), []).append(n)
    for n in waiting:
        key = about(lines[n])
        if key is not None and by_key.get(key):
            partner[n] = free.pop(by_key[key].pop(0))


def _subject(c: Cocok) -> tuple[Hashable, ...]:
    d = c.data_pendukung
    jenis = d.jenis if d else c.syarat.jenis if c.syarat else ""
    name = name_key(named(c)) if d else normal(named(c))
    return c.indikator, c.subbagian, c.periode, name or (normal(jenis),)


def _subject_of(i: Inventaris) -> tuple[Hashable, ...]:
    name = name_key(i.berkas) if i.indikator else normal(i.berkas)
    return i.indikator, i.subbagian, i.periode, name or (normal(i.jenis),)


def _with_form(c: Cocok) -> Hashable:
    return *_subject(c), c.data_pendukung.sha256 if c.data_pendukung else ""


def _with_form_of(i: Inventaris) -> Hashable:
    return *_subject_of(i), i.formulir


def _content(c: Cocok) -> Hashable:
    """A file under another name is the same, if its content is."""
    b = c.berkas
    return (c.indikator, c.subbagian, c.periode, b.sha256) if b and b.sha256 else None


def _content_of(i: Inventaris) -> Hashable:
    return i.indikator, i.subbagian, i.periode, i.sha256


def _stray(c: Cocok) -> Hashable:
    """A file that nobody listed may be listed by now."""
    b = c.berkas
    return (c.subbagian, c.periode, b.sha256) if b and b.sha256 else None


def _stray_of(i: Inventaris) -> Hashable:
    return None if i.indikator else (i.subbagian, i.periode, i.sha256)


_WAYS: tuple[tuple[Callable[[Cocok], Hashable], Callable[[Inventaris], Hashable]], ...] = (
    (_with_form, _with_form_of),
    (_subject, _subject_of),
    (_content, _content_of),
    (_stray, _stray_of),
)


# ---- registering


def registered(rekap: Rekap, lines: Iterable[Baris], today: date | None) -> Rekap:
    """The Rekap with every file that is there registered as it is now.

    A name in the archive is given once and stays; a file with other bytes than were
    registered is registered anew. Twice on the same files changes nothing.
    """
    whole = tuple(lines)
    numbers = taken_numbers(i.nama_arsip for i in rekap.inventaris)
    headings = tuple(
        (c.heading, None) for c in sheet_of(rekap).columns if c.key.startswith(OWN)
    )
    found: list[Inventaris] = []
    for line in whole:
        row = line.tercatat or _new(line, headings)
        found.append(_as_now(rekap, row, line, numbers, today))
    return replace(rekap, inventaris=tuple(i for i in found if i.tambahan or is_borne(i)))


def _new(line: Baris, headings: tuple[tuple[str, Isi], ...]) -> Inventaris:
    assert line.cocok
    c = line.cocok
    return Inventaris(
        indikator=c.indikator,
        subbagian=c.subbagian,
        periode=c.periode,
        berkas="",
        sha256="",
        tambahan=headings,
    )


def _as_now(
    rekap: Rekap,
    row: Inventaris,
    line: Baris,
    numbers: dict[str, int],
    today: date | None,
) -> Inventaris:
    """The row as it is for the line that it belongs to now."""
    c = line.cocok
    if c is None:
        return row
    d, b = c.data_pendukung, c.berkas
    row = replace(
        row,
        indikator=c.indikator,
        berkas=named(c),
        jenis=d.jenis if d else c.syarat.jenis if c.syarat else "",
        formulir=d.sha256 if d else "",
    )
    if b is None or not b.sha256 or c.keadaan is Keadaan.DIGANTIKAN:
        return row
    is_new = row.sha256 != b.sha256
    name = row.nama_arsip or (next_name(rekap, c, numbers) if d else "")
    dicatat = today if is_new or not row.dicatat else row.dicatat
    return replace(row, sha256=b.sha256, nama_arsip=name, dicatat=dicatat)


def changed(lines: Iterable[Baris]) -> Iterator[tuple[Cocok, Inventaris]]:
    """The lines whose file has other bytes than were registered."""
    for line in lines:
        c, i = line.cocok, line.tercatat
        if c and i and i.sha256 and c.berkas and c.berkas.sha256 not in {"", i.sha256}:
            yield c, i
