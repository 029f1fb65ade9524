"""The sheets of the entries, read and written: one an application, and the register.

The sheet of an application shows the running Periode and is where people type; “Entri” keeps
what was ticked in every Periode, with the time, the person and the value it then was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from kinerja import periode
from kinerja.entri import Salinan, is_kept, salinan_of
from kinerja.grid import Value
from kinerja.master_reading import MasterReading
from kinerja.model import Location
from kinerja.model_entri import Bentuk, Entri, KunciEntri, PetaEntri
from kinerja.nilai_entri import text_in
from kinerja.peta_entri import aplikasi_of
from kinerja.printing import cut
from kinerja.registers import moment, saat_of
from kinerja.rekap import Rekap
from kinerja.sheets.entri import (
    ASAL,
    CONTOH_SAJA,
    ENTRI,
    JUDUL_ENTRI,
    LEMBAR_APLIKASI,
    LEMBAR_ENTRI,
    URAIAN_MUAT,
)
from kinerja.sheets.table import Page, Row, Rows, Sheet, declared_headings, normal
from kinerja.state import each_row
from kinerja.temuan import Rule
from kinerja.view import View

FILES = (
    *(".png", ".jpg", ".jpeg", ".jfif", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic"),
    ".pdf",
)  # what a screenshot is saved as
_PLACE = re.compile(ASAL.format(berkas="(.*?)", lembar="(.*)", sel=r"([A-Z]*)(\d*)"))


def sheet_of(aplikasi: str) -> Sheet:
    """The sheet of one application, made from the pattern when it is not there yet."""
    return replace(
        LEMBAR_APLIKASI,
        name=LEMBAR_ENTRI.format(aplikasi=aplikasi),
        title=JUDUL_ENTRI.format(aplikasi=aplikasi),
        hidden=False,
        pattern=LEMBAR_APLIKASI.name,
    )


def is_berkas(bukti: str) -> bool:
    """Whether a Bukti is the name of a file, not the number of a receipt."""
    return bukti.casefold().endswith(FILES)


def named_bukti(rekap: Rekap) -> frozenset[str]:
    """The names of files that stand as Bukti in the running Periode."""
    p = rekap.pengaturan.periode
    return frozenset(e.bukti for e in rekap.entri if e.periode == p and is_berkas(e.bukti))


# ---- read


def entri_of(
    reading: MasterReading, peta: Iterable[PetaEntri], siklus: int
) -> tuple[Entri, ...]:
    """What was typed and ticked so far: the sheets of the applications over the register."""
    peta = tuple(peta)
    found = {e.kunci_entri: e for e in _register(reading)}
    for aplikasi in aplikasi_of(peta):
        fields = [f for f in peta if f.aplikasi == aplikasi]
        for typed in _typed(reading, fields, siklus):
            found[typed.kunci_entri] = merged(found.get(typed.kunci_entri), typed)
    return tuple(e for e in found.values() if is_kept(e))


def merged(kept: Entri | None, typed: Entri) -> Entri:
    """What a row says now, with what was noted of it before, as far as that still holds."""
    if typed.nilai and not typed.is_ticked:
        typed = replace(typed, nilai="")
    if kept is None:
        return typed
    if typed.is_ticked and kept.sudah == typed.sudah and kept.saat:
        typed = replace(typed, saat=kept.saat, oleh=kept.oleh, nilai=kept.nilai)
    if kept.bukti == typed.bukti:
        typed = replace(typed, sidik_bukti=kept.sidik_bukti)
    return replace(typed, tampil_di=kept.tampil_di) if kept.tampil == typed.tampil else typed


def _typed(
    reading: MasterReading, fields: Iterable[PetaEntri], siklus: int
) -> Iterator[Entri]:
    """The rows of one application's sheet; of two about the same, what either has."""
    fields = tuple(fields)
    sheet, forms = sheet_of(fields[0].aplikasi), {_name(f): f.bentuk for f in fields}
    if not reading.is_ours(sheet):
        return
    rows: dict[KunciEntri, Entri] = {}
    for row in reading.rows(sheet):
        p = periode.parse(siklus, row.text("periode"))
        if p is None:
            if any(row.text(key) for key in ("sudah", "bukti", "tampil")):
                here = Location(reading.book.identitas.berkas, sheet.name, row.number)
                reading.temuan.append(Rule.BARIS_TANPA_PERIODE.at(here, lembar=sheet.name))
            continue
        e = _row(row, fields[0].aplikasi, p, forms)
        other = rows.get(e.kunci_entri)
        rows[e.kunci_entri] = _both(other, e) if other else e
    yield from rows.values()


def _name(field: PetaEntri) -> tuple[str, str]:
    return field.layar.casefold(), field.isian.casefold()


def _row(row: Row, aplikasi: str, p: int, forms: Mapping[tuple[str, str], Bentuk]) -> Entri:
    layar, isian = row.text("layar"), row.text("isian")
    form = forms.get((layar.casefold(), isian.casefold()), Bentuk.TEKS)
    return Entri(
        aplikasi=aplikasi,
        periode=p,
        layar=layar,
        isian=isian,
        kunci=row.text("kode"),
        sudah=row.text("sudah"),
        nilai=row.text("nilai"),
        bukti=row.text("bukti"),
        tampil=text_in(row.cells.get("tampil"), form),
    )


def _both(one: Entri, two: Entri) -> Entri:
    return replace(
        one,
        sudah=one.sudah or two.sudah,
        bukti=one.bukti or two.bukti,
        tampil=one.tampil or two.tampil,
    )


def strange_sheets(reading: MasterReading, peta: Iterable[PetaEntri]) -> frozenset[str]:
    """The applications whose sheet is somebody else's; a Temuan for each."""
    found = set()
    for aplikasi in aplikasi_of(peta):
        sheet = sheet_of(aplikasi)
        if not reading.is_ours(sheet):
            here = Location(reading.book.identitas.berkas, sheet.name)
            facts = {"lembar": sheet.name, "aplikasi": aplikasi}
            reading.temuan.append(Rule.LEMBAR_ENTRI_TERPAKAI.at(here, **facts))
            found.add(aplikasi)
    return frozenset(found)


def entri_headings(
    reading: MasterReading, peta: Iterable[PetaEntri]
) -> Mapping[str, Mapping[str, Location]]:
    """Where the headings of every application's sheet stand, by its name."""
    sheets = map(sheet_of, aplikasi_of(peta))
    return {sheet.name: reading.headings(sheet) for sheet in sheets}


def _register(reading: MasterReading) -> tuple[Entri, ...]:
    def one(row: Row) -> Entri:
        return Entri(
            aplikasi=row.text("aplikasi"),
            periode=reading.periode(row),
            layar=row.text("layar"),
            isian=row.text("isian"),
            kunci=row.text("kode"),
            sudah=row.text("sudah"),
            saat=moment(saat_of(reading, row, ENTRI, "saat")),
            oleh=row.text("oleh"),
            nilai=row.text("nilai"),
            bukti=row.text("bukti"),
            sidik_bukti=row.text("sidik"),
            tampil=row.text("tampil"),
            tampil_di=_place_of(row.text("asal")),
        )

    return each_row(reading, ENTRI, reading.rows(ENTRI), one)


def _place_of(text: str) -> Location:
    """The cell of an export, from ``ekspor.xlsx › Data › C5``."""
    found = _PLACE.fullmatch(text)
    if not found:
        return Location(text)
    file, sheet, column, row = found.groups()
    return Location(file, sheet, int(row or 0), column)


# ---- written


def entri_rows(rekap: Rekap) -> Rows:
    """The register: everything that was ticked or noted, by Periode and application."""
    kept = sorted(
        (e for e in rekap.entri if is_kept(e)),
        key=lambda e: (e.periode, normal(e.aplikasi), e.layar, e.kunci, e.isian),
    )
    return [
        [
            e.aplikasi,
            Decimal(e.periode),
            e.layar,
            e.kunci,
            e.isian,
            e.sudah,
            e.saat,
            e.oleh,
            e.nilai,
            e.bukti,
            e.tampil,
            _place_text(e.tampil_di),
            e.sidik_bukti,
        ]
        for e in kept
    ]


def _place_text(at: Location) -> str:
    return ASAL.format(berkas=at.file, lembar=at.sheet, sel=at.cell) if at.file else ""


def entri_pages(view: View) -> Iterator[Page]:
    """The register, and the sheet of every application; none is made that is not there."""
    yield Page(ENTRI, entri_rows(view.rekap))
    for aplikasi, lines in salinan_of(view).items():
        if aplikasi not in view.rekap.tanpa_entri:
            rows = [_salinan_row(view, s) for s in lines]
            yield Page(replace(sheet_of(aplikasi), pattern=""), rows)


def made(pages: Iterable[Page], peta: Iterable[PetaEntri]) -> tuple[Page, ...]:
    """The pages, with the sheet of every application to be made where it is not there."""
    sheets = {s.name: s for s in map(sheet_of, aplikasi_of(peta))}
    return tuple(replace(p, sheet=sheets.get(p.sheet.name, p.sheet)) for p in pages)


def _salinan_row(view: View, s: Salinan) -> list[Value]:
    e, selisih = s.entri, s.selisih
    return [
        e.layar,
        e.kunci,
        cut(s.uraian, URAIAN_MUAT),
        e.isian,
        s.nilai if s.isian else e.nilai,
        s.satuan,
        e.sudah,
        s.keadaan.value,
        e.bukti,
        e.tampil,
        selisih.jumlah if selisih else "",
        s.lain,
        e.saat,
        e.oleh,
        view.periode_name(e.periode),
        CONTOH_SAJA if s.isian and s.isian.contoh else "",
    ]


def headings_of(rekap: Rekap, aplikasi: str) -> Mapping[str, Location]:
    """The cell of every heading of an application's sheet, there or not yet made."""
    sheet = sheet_of(aplikasi)
    found = rekap.judul_register.get(sheet.name, {})
    return {**declared_headings(sheet, rekap.file), **found}
