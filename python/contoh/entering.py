"""Typing into e-Lapkin and e-Monev in the sample year: every field, with a screenshot.

Nothing is known of those applications, so the map stays the marked start that is shipped,
and what they show is what was typed, but for one slip. All of it is rekaan.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from contoh.files import piece_bytes
from contoh.registers import is_row, put, rows_of
from contoh.sending import save
from kinerja.entri_lembar import sheet_of
from kinerja.sheets.entri import FOLDER_ENTRI, PETA_AWAL, TANDA, KeadaanEntri

if TYPE_CHECKING:
    from contoh.year import Year

APLIKASI = tuple(dict.fromkeys(aplikasi for aplikasi, *_ in PETA_AWAL))
BERKAS = "{aplikasi} {periode}.jpg"
SLIP = 3  # the Periode in which one figure is typed wrong
WRONG = {"kode": "2.2", "isian": "Realisasi"}, "22"  # which field, and what shows instead


def tick(year: Year, p: int) -> None:
    """Tick what is ready in the sheet of each application, and name its screenshot."""
    for aplikasi in APLIKASI:
        bukti = BERKAS.format(aplikasi=aplikasi, periode=year.name(p))
        lines = (f"[rekaan] {aplikasi}", f"Entri {year.name(p)}")
        save(year.outbox, f"{FOLDER_ENTRI}/{bukti}", piece_bytes(bukti, lines))
        sheet = sheet_of(aplikasi)
        rows = rows_of(year.desk, sheet)
        for row in rows:
            if row.get("keadaan") == KeadaanEntri.BELUM:
                row.update(sudah=TANDA[0], bukti=bukti, tampil=row["nilai"])
        put(year.desk, sheet, rows)


def slip(year: Year, when: datetime) -> None:
    """The application shows another figure than was typed: it is named, then mended."""
    sheet, (field, shown) = sheet_of(APLIKASI[0]), WRONG
    right = next(row["nilai"] for row in rows_of(year.desk, sheet) if is_row(row, field))
    year.type_in(sheet, (field, {"tampil": shown}))
    found = year.press("entry", when)
    year.say(f"{year.name(SLIP)}: di {APLIKASI[0]} tampil {shown}; {found.said}")
    year.type_in(sheet, (field, {"tampil": right}))
