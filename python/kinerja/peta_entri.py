"""The map of the fields of other applications: the rows of the sheet “Peta Entri”.

The office's own, and never written again once it is there. A row that cannot be used is
left out and named at its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from kinerja.master_reading import MasterReading
from kinerja.model_entri import Bentuk, PetaEntri, Sumber
from kinerja.sheets.entri import (
    CONTOH,
    DIPASTIKAN,
    ENTRI_APLIKASI,
    LEMBAR_ENTRI,
    NAMA_APLIKASI,
    PETA_AWAL,
    PETA_ENTRI,
)
from kinerja.sheets.table import Row, Rows, normal
from kinerja.temuan import Rule
from kinerja.values import read_choice, read_number, suggest

MOST_DESIMAL, USUAL_DESIMAL = 6, 2
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
_EDGE = "'"  # not at the ends of one


def peta_of(reading: MasterReading) -> tuple[PetaEntri, ...]:
    """The fields of every application, in the order in which they are asked."""
    rows = reading.rows(PETA_ENTRI)
    names: dict[str, str] = {}  # an application is written as in its first row
    found: dict[tuple[str, str, str], PetaEntri] = {}
    for row in rows:
        field = _field(reading, row, names)
        if field is None:
            continue
        key = normal(field.aplikasi), normal(field.layar), normal(field.isian)
        first = found.setdefault(key, field)
        if first is not field:
            facts = {"isian": field.isian, "aplikasi": field.aplikasi}
            rows_ = {"pertama": first.location.row, "kedua": row.number}
            reading.temuan.append(Rule.PETA_GANDA.at(row.places["isian"], **facts, **rows_))
    places = {name: n for n, name in enumerate(dict.fromkeys(names.values()))}
    return tuple(sorted(found.values(), key=lambda f: (places[f.aplikasi], f.urutan)))


def _field(reading: MasterReading, row: Row, names: dict[str, str]) -> PetaEntri | None:
    if not _is_whole(reading, row) or not _is_name(reading, row):
        return None
    sumber = _choice(reading, row, "data")
    bentuk = _choice(reading, row, "bentuk") if row.text("bentuk") else Bentuk.TEKS.value
    if not sumber or not bentuk:
        return None
    return PetaEntri(
        aplikasi=names.setdefault(normal(row.text("aplikasi")), row.text("aplikasi")),
        urutan=_whole(reading, row, "urutan", row.number),
        layar=row.text("layar"),
        isian=row.text("isian"),
        sumber=Sumber(sumber),
        bentuk=Bentuk(bentuk),
        desimal=min(_whole(reading, row, "desimal", USUAL_DESIMAL), MOST_DESIMAL),
        satuan=row.text("satuan"),
        contoh=normal(row.text("pasti")) == normal(CONTOH),
        location=row.places["isian"],
    )


def _is_whole(reading: MasterReading, row: Row) -> bool:
    """Whether it says which field of which application is filled with what."""
    missing = [key for key in ("aplikasi", "isian", "data") if not row.text(key)]
    for key in missing:
        judul = PETA_ENTRI.column(key).heading
        reading.temuan.append(Rule.PETA_BELUM_LENGKAP.at(row.places[key], judul=judul))
    return not missing


def _choice(reading: MasterReading, row: Row, key: str) -> str | None:
    """One of the column's choices; a Temuan where it is none, which keeps no report back."""
    column, text = PETA_ENTRI.column(key), row.text(key)
    found = read_choice(text, column.choices)
    if found is None:
        facts = {"judul": column.heading, "isi": text, "pilihan": ", ".join(column.choices)}
        usul = suggest(text, column.choices)
        reading.temuan.append(Rule.PETA_TIDAK_DIKENAL.at(row.places[key], **facts, usul=usul))
    return found


def _is_name(reading: MasterReading, row: Row) -> bool:
    """Whether a sheet can have the name of this application; a Temuan where not."""
    name = row.text("aplikasi")
    is_taken = normal(LEMBAR_ENTRI.format(aplikasi=name)) == normal(ENTRI_APLIKASI)
    is_strange = _FORBIDDEN.search(name) or _EDGE in {name[0], name[-1]}
    if len(name) <= NAMA_APLIKASI and not is_strange and not is_taken:
        return True
    facts = {"aplikasi": name, "batas": NAMA_APLIKASI}
    reading.temuan.append(Rule.APLIKASI_TAK_BERNAMA.at(row.places["aplikasi"], **facts))
    return False


def _whole(reading: MasterReading, row: Row, key: str, usual: int) -> int:
    """A whole number of a few digits; the usual one, and a Temuan, if it is none."""
    text = row.text(key)
    number = read_number(row.cells.get(key)).value
    if number is not None and 0 <= number < 1000 and not number % 1:
        return int(number)
    if text:
        facts = {"judul": PETA_ENTRI.column(key).heading, "isi": text, "biasa": usual}
        reading.temuan.append(Rule.PETA_BUKAN_ANGKA.at(row.places[key], **facts))
    return usual


def aplikasi_of(peta: Iterable[PetaEntri]) -> tuple[str, ...]:
    """The applications, in the order of the map."""
    return tuple(dict.fromkeys(f.aplikasi for f in peta))


def contoh_of(peta: Iterable[PetaEntri], aplikasi: str) -> int:
    """How many fields of an application nobody has confirmed yet."""
    return sum(1 for f in peta if f.aplikasi == aplikasi and f.contoh)


def peta_awal() -> tuple[PetaEntri, ...]:
    """The map that a new master begins with; every row marked as not confirmed."""
    found: list[PetaEntri] = []
    for aplikasi, layar, isian, sumber, bentuk in PETA_AWAL:
        found.append(
            PetaEntri(
                aplikasi=aplikasi,
                urutan=1 + sum(1 for f in found if f.aplikasi == aplikasi),
                layar=layar,
                isian=isian,
                sumber=sumber,
                bentuk=bentuk,
                contoh=True,
            )
        )
    return tuple(found)


def peta_rows(peta: Iterable[PetaEntri] | None = None) -> Rows:
    """The rows of a new sheet “Peta Entri”."""
    return [
        [
            f.aplikasi,
            Decimal(f.urutan),
            f.layar,
            f.isian,
            f.sumber.value,
            f.bentuk.value,
            Decimal(f.desimal) if f.bentuk not in {Bentuk.TEKS, Bentuk.BULAT} else None,
            f.satuan,
            CONTOH if f.contoh else DIPASTIKAN,
        ]
        for f in (peta_awal() if peta is None else peta)
    ]
