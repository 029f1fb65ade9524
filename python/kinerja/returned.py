"""Read one returned form into a Kiriman.

The file as a whole: which form it is, where its sheets are, what a person did to them.
The rows are read in ``filled``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kinerja.answers import GROUPS, is_filled
from kinerja.filled import answers_of, listed_of
from kinerja.form_cells import Asked, Part, Reading
from kinerja.generate import isi_formulir
from kinerja.grid import Book, Grid, cell_name
from kinerja.identity import identify, refusal, stamp_of
from kinerja.isian import Baris, definisi
from kinerja.ledger import Ledger, content, naming
from kinerja.model import Formulir, Hitungan, Identitas, Location
from kinerja.model_sop import Distribusi
from kinerja.periode import SIKLUS
from kinerja.printing import saat
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.sheets import formulir as form
from kinerja.sheets.distribusi import DENGAN_SIDIK, SIDIK
from kinerja.sheets.table import Sheet, Table, find_headings, normal, plain, read_table
from kinerja.sheets.verifikasi import KODE_PERBAIKAN, LEMBAR_PERBAIKAN, given_back, own_words
from kinerja.temuan import Rule, Temuan

_DASAR = re.compile(re.escape(KODE_PERBAIKAN).replace(r"\{dasar\}", "([0-9a-f]{64})"))


def read_returned(book: Book, rekap: Rekap) -> Kiriman:
    """Everything one returned file says.

    A file that is not a form of this Rekap is refused: its Kiriman has Temuan and no
    answers. Every non-empty cell is accounted for.
    """
    here = Location(book.identitas.berkas)
    identity = identify(book)
    temuan = (*identity.temuan, *_carried(book, here))
    if identity.formulir is None:
        return _refused(book, None, temuan)
    if problem := refusal(identity.formulir, rekap, here):
        return _refused(book, identity.formulir, (*temuan, problem))
    return _accepted(book, rekap, identity.formulir, temuan)


def _carried(book: Book, here: Location) -> Iterator[Temuan]:
    """What came along that no form has: whoever opens the file by hand is warned."""
    berkas = book.identitas.berkas
    if book.has_macros:
        yield Rule.MEMBAWA_MAKRO.at(here, berkas=berkas)
    if book.has_outside_links:
        yield Rule.MEMBAWA_TAUTAN.at(here, berkas=berkas)


def unreadable(sha256: str, berkas: str, temuan: Temuan) -> Kiriman:
    """A file that could not be read at all."""
    return Kiriman(
        identitas=Identitas(sha256=sha256, berkas=berkas),
        formulir=None,
        penerimaan=Penerimaan.DITOLAK,
        temuan=(temuan,),
    )


def _refused(book: Book, formulir: Formulir | None, temuan: tuple[Temuan, ...]) -> Kiriman:
    found = sum(1 for grid in book.grids for _ in content(grid))
    return Kiriman(
        identitas=book.identitas,
        formulir=formulir,
        penerimaan=Penerimaan.DITOLAK,
        temuan=temuan,
        hitungan=Hitungan(ditemukan=found, dicatat=found),
    )


def _accepted(
    book: Book, rekap: Rekap, formulir: Formulir, temuan: tuple[Temuan, ...]
) -> Kiriman:
    ledger = Ledger(book, own_text(book))
    ledger.report(*temuan)
    r = Reading(
        book=book,
        rekap=rekap,
        formulir=formulir,
        siklus=_siklus(book, rekap, formulir),
        asked=_asked(book, rekap, formulir),
        ledger=ledger,
    )
    _account_for_stamp(r)
    _report_issue(r)
    _report_handed_out(r)
    numbers = _part(r, form.isian_sheet(r.siklus, formulir.tahun, formulir.periode))
    texts = _part(r, form.NARASI_SHEET)
    pieces = _part(r, form.DATA_PENDUKUNG_SHEET)
    dasar, tanggapan = _mended(r)
    answers = answers_of(r, numbers, texts)
    listed = tuple(listed_of(r, pieces)) if pieces else ()
    hitungan, found = ledger.close()
    is_empty = not listed and not any(is_filled(a, g) for a in answers for g in GROUPS)
    if is_empty:
        found += (_kosong(r),)
    return Kiriman(
        identitas=book.identitas,
        formulir=formulir,
        penerimaan=Penerimaan.KOSONG if is_empty else Penerimaan.DITERIMA,
        realisasi=tuple(answers),
        data_pendukung=listed,
        temuan=found,
        hitungan=hitungan,
        baris=len(answers) + len(listed),
        dasar=dasar,
        tanggapan=tanggapan,
    )


def _mended(r: Reading) -> tuple[str, Mapping[str, str]]:
    """The file that it mends, if it was given back, and what was written beside each note.

    The sheet that kinerja put into it is ours, whole; only the replies are not. Without
    that sheet the notes on its cells tell.
    """
    for grid in r.book.grids:
        texts = {place: plain(cell.value) for place, cell in grid.cells.items()}
        found = next((code for t in texts.values() if (code := _DASAR.search(t))), None)
        if found:
            table, _ = read_table(grid, LEMBAR_PERBAIKAN)
            r.ledger.take(grid, *grid.cells)
            said = {row.text("id"): row.text("tanggapan") for row in table.rows}
            return found[1], {number: text for number, text in said.items() if text}
    return _base_of_notes(r), {}


def _base_of_notes(r: Reading) -> str:
    """The file that was given back last to this Subbagian, if it has notes of ours."""
    slot = (r.formulir.subbagian, r.formulir.periode)
    texts = (text for grid in r.book.grids for text in grid.comments.values())
    marks = {line.partition(" ")[0] for text in texts for line in given_back(text)}
    asked = {p.id for p in r.rekap.perbaikan if (p.subbagian, p.periode) == slot}
    given = (g.dasar for g in r.rekap.permintaan if (g.subbagian, g.periode) == slot)
    return next(given, "") if marks & asked else ""


def _kosong(r: Reading) -> Temuan:
    name = r.rekap.periode_name(r.formulir.periode)
    return Rule.FORMULIR_KOSONG.at(r.place(""), subbagian=r.formulir.subbagian, periode=name)


def _siklus(book: Book, rekap: Rekap, formulir: Formulir) -> int:
    """The siklus the form was made with; that of the master where the stamp has none."""
    text = stamp_of(book).get("siklus", "")
    return next(
        (s for s in SIKLUS if str(s) == text and formulir.periode <= s),
        rekap.pengaturan.siklus,
    )


def own_text(book: Book) -> frozenset[str]:
    """Every text and formula that the form itself came with, from its hidden stamp."""
    grid = book.grid(form.STAMP)
    if grid is None:
        return frozenset()
    heads = [place for place, cell in grid.cells.items() if cell.value == form.OWN_TEXT]
    return frozenset(
        plain(cell.value)
        for head in heads
        for (row, column), cell in grid.cells.items()
        if column == head[1] and row > head[0]
    )


def _asked(book: Book, rekap: Rekap, formulir: Formulir) -> dict[str, Asked]:
    """What was asked, from the stamp; from the master where the stamp is gone."""
    known = rekap.by_kode()
    rows = definitions_of(book) or [dict(definisi(b)) for b in _baris_now(rekap, formulir)]
    return {
        normal(row["kode"]): Asked(known[row["kode"]], row)
        for row in rows
        if row["kode"] in known
    }


def definitions_of(book: Book) -> list[dict[str, str]]:
    """The definitions a form carries in its stamp; none if it has lost them."""
    grid = book.grid(form.STAMP)
    if grid is None:
        return []
    table, _ = read_table(grid, form.DEFINISI_SHEET)
    keys = [c.key for c in form.DEFINISI_SHEET.columns]
    return [{key: row.text(key) for key in keys} for row in table.rows if row.text("kode")]


def _baris_now(rekap: Rekap, formulir: Formulir) -> tuple[Baris, ...]:
    """What the master would ask this Subbagian today."""
    for isi in isi_formulir(rekap, formulir.periode):
        if isi.formulir.subbagian == formulir.subbagian:
            return isi.baris
    return ()


def _account_for_stamp(r: Reading) -> None:
    """The stamp is ours, whole; nobody is expected to write in it."""
    grid = r.book.grid(form.STAMP)
    if grid:
        r.ledger.take(grid, *grid.cells)


def _report_issue(r: Reading) -> None:
    """Whether this form was made here, and in the revision that counts now."""
    here = r.place("")
    made = [t.formulir for t in r.rekap.terbit if t.formulir.subbagian == r.formulir.subbagian]
    revisions = [f.revisi for f in made if f.periode == r.formulir.periode]
    if made and not _is_registered(r):
        r.ledger.report(Rule.FORMULIR_TIDAK_TERCATAT.at(here, id=r.formulir.id))
    if revisions and r.formulir.revisi < max(revisions):
        r.ledger.report(
            Rule.REVISI_LAMA.at(
                here,
                subbagian=r.formulir.subbagian,
                periode=r.rekap.periode_name(r.formulir.periode),
                revisi=r.formulir.revisi,
                terbaru=max(revisions),
            )
        )


def _report_handed_out(r: Reading) -> None:
    """Which Revisi the Subbagian was handed, if it is another one than came back."""
    f = r.formulir
    handed = [d for d in r.rekap.distribusi if d.periode == f.periode]
    rows = {d.revisi: d for d in handed if d.subbagian == f.subbagian}
    newest, own = rows.get(max(rows, default=0)), rows.get(f.revisi)
    if newest and newest.revisi > f.revisi:
        r.ledger.report(
            Rule.REVISI_SUDAH_DIBAGIKAN.at(
                r.place(""),
                revisi=f.revisi,
                lama=DENGAN_SIDIK.format(**_shared(own)) if own else "",
                terbaru=newest.revisi,
                **_shared(newest),
            )
        )
    elif handed and own is None and _is_registered(r):
        r.ledger.report(Rule.KEMBALI_TANPA_DIBAGIKAN.at(r.place(""), id=f.id))


def _shared(d: Distribusi) -> Mapping[str, str]:
    """When a form was handed out, and the first signs of its digest."""
    return {"saat": saat(d.dibagikan) if d.dibagikan else "–", "sidik": d.sha256[:SIDIK]}


def _is_registered(r: Reading) -> bool:
    """Whether it was made here, with the definitions its stamp tells of if it has one."""
    sidik = stamp_of(r.book).get("sidik")
    return any(t.formulir == r.formulir and sidik in {None, t.sidik} for t in r.rekap.terbit)


def _part(r: Reading, sheet: Sheet) -> Part | None:
    """The sheet with this table, under whatever name; None, and a Temuan, if it has no rows.

    Where a heading is gone, that is said once and not again for every row.
    """
    scored = [
        (len(find_headings(g, sheet)[1]), g) for g in r.book.grids if g.sheet != form.STAMP
    ]
    best = max((score for score, _ in scored), default=0)
    grids = [g for score, g in scored if score == best]
    if best < len(sheet.columns) // 2:
        r.ledger.report(Rule.LEMBAR_FORMULIR_HILANG.at(r.place(""), lembar=sheet.name))
        return None
    # the sheet of the right name first, then the first in the book
    grids.sort(key=lambda g: normal(g.sheet) != normal(sheet.name))
    grid = grids[0]
    table, problems = read_table(grid, sheet)
    r.ledger.report(*problems)
    for other in grids[1:]:
        if _entries(other, sheet) != _entries(grid, sheet):
            r.ledger.report(
                Rule.LEMBAR_GANDA.at(r.place(other.sheet), lembar=grid.sheet, lain=other.sheet)
            )
    _report_state(r, grid, sheet, table)
    return None if problems else Part(grid, sheet, table)


def _entries(grid: Grid, sheet: Sheet) -> list[list[str]]:
    table, _ = read_table(grid, sheet)
    keys = [c.key for c in sheet.columns if c.fillable]
    return [[row.text(key) for key in keys] for row in table.rows]


def _report_state(r: Reading, grid: Grid, sheet: Sheet, table: Table) -> None:
    """What a person did to the sheet that is no value: name, protection, hiding, merging."""
    here = r.place(grid.sheet)
    if normal(grid.sheet) != normal(sheet.name):
        r.ledger.report(
            Rule.LEMBAR_DINAMAI_ULANG.at(here, seharusnya=sheet.name, lembar=grid.sheet)
        )
    if not grid.protected:
        r.ledger.report(Rule.PROTEKSI_HILANG.at(here, lembar=grid.sheet))
    inputs = {
        table.columns[c.key] for c in sheet.columns if c.fillable and c.key in table.columns
    }
    hidden = [
        place
        for place, _ in content(grid)
        if place[1] in inputs
        and place[0] > table.heading_row
        and (place[0] in grid.hidden_rows or place[1] in grid.hidden_columns)
    ]
    if hidden:
        at = Location(here.file, here.sheet, hidden[0][0])
        r.ledger.report(Rule.BARIS_TERSEMBUNYI.at(at, sel=naming(hidden)))
    for span in grid.spans:
        if span.first[0] > table.heading_row and span.first[1] in inputs:
            r.ledger.report(Rule.SEL_DIGABUNG.at(grid.at(span.first), rentang=span.name))
    for place, text in sorted(grid.comments.items()):
        isi = own_words(text)
        if isi and isi not in r.ledger.own_text:
            sel = cell_name(*place)
            r.ledger.report(Rule.ADA_KOMENTAR.at(here, sel=sel, isi=isi))
