"""The sheets “SOP” and “Jam SOP”, read and written: the steps, and when each was done.

“SOP” is the planner's and never written again once it is there. What is typed in “Jam SOP”
is kept as it is, also where it cannot be read as a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kinerja.grid import Value
from kinerja.master_reading import BROKEN, MasterReading
from kinerja.model_sop import Cap, LangkahSop, SatuanWaktu
from kinerja.registers import moment, saat_of
from kinerja.rekap import Rekap
from kinerja.sheets.sop import DICAP, JAM_SOP, SATUAN_WAKTU, SOP
from kinerja.sheets.table import Row, Rows, Sheet
from kinerja.sheets.tombol import JUDUL
from kinerja.sop import SEED, Jejak, begun, timeline
from kinerja.temuan import Rule
from kinerja.values import read_choice, read_number

MOST = 10_000  # of a number of steps or a time; more is a slip
TOMBOL = {n: JUDUL[command] for command, numbers in DICAP.items() for n in numbers}


# ---- the steps


def sop_of(reading: MasterReading) -> tuple[LangkahSop, ...]:
    """The steps of the office's SOP; those of the seed where the sheet is empty or missing."""
    found: dict[int, LangkahSop] = {}
    for row in reading.rows(SOP):
        step = _step(reading, row)
        if step is None:
            continue
        first = found.setdefault(step.nomor, step)
        if first is not step:
            here = row.places["nomor"]
            facts = {"langkah": step.nomor, "pertama": first.location.row, "kedua": here.row}
            reading.temuan.append(Rule.LANGKAH_GANDA.at(here, **facts))
    return tuple(found.values()) or SEED


def _step(reading: MasterReading, row: Row) -> LangkahSop | None:
    nomor = _number(reading, row, "nomor")
    if nomor is None or nomor % 1:
        if "nomor" not in row.cells or nomor is not None:
            _report(reading, row, SOP, "nomor")
        return None
    satuan = _satuan(reading, row)
    waktu = _number(reading, row, "waktu")
    return LangkahSop(
        nomor=int(nomor),
        kegiatan=row.text("kegiatan"),
        pelaksana=row.text("pelaksana"),
        kelengkapan=row.text("kelengkapan"),
        waktu=waktu if satuan else None,
        satuan_waktu=satuan or SatuanWaktu.MENIT,
        keluaran=row.text("keluaran"),
        location=row.places["nomor"],
    )


def _number(reading: MasterReading, row: Row, key: str) -> Decimal | None:
    """A number above zero; a Temuan where there is something else."""
    cell = row.cells.get(key)
    if cell is None or cell.kind in BROKEN:
        return None
    value = read_number(cell).value
    if value is None or not 0 < value <= MOST:
        _report(reading, row, SOP, key)
        return None
    return value


def _satuan(reading: MasterReading, row: Row) -> SatuanWaktu | None:
    """In what the time is told; None, and a Temuan, where it is told in something else."""
    text = row.text("satuan_waktu")
    if not text:
        return SatuanWaktu.MENIT
    known = read_choice(text, SATUAN_WAKTU)
    if known is None:
        _report(reading, row, SOP, "satuan_waktu")
        return None
    return SatuanWaktu(known)


def _report(reading: MasterReading, row: Row, sheet: Sheet, key: str) -> None:
    column = sheet.column(key)
    facts = {"judul": column.heading, "isi": row.text(key), "bantuan": column.hint}
    reading.temuan.append(Rule.SOP_TIDAK_TERBACA.at(row.places[key], **facts))


def sop_rows(steps: Iterable[LangkahSop] = SEED) -> Rows:
    """The rows of a new sheet “SOP”."""
    return [
        [
            Decimal(step.nomor),
            step.kegiatan,
            step.pelaksana,
            step.kelengkapan,
            step.waktu,
            step.satuan_waktu.value,
            step.keluaran,
        ]
        for step in steps
    ]


# ---- the clock


def cap_of(reading: MasterReading) -> tuple[Cap, ...]:
    """What was stamped and typed so far; a row without either says nothing.

    A row of which nobody can say which step it is about is kept as step 0 of no Periode.
    """
    caps: dict[tuple[int, int], Cap] = {}
    strays = []
    for row in reading.rows(JAM_SOP):
        cap = _cap(reading, row)
        if cap is None:
            continue
        key = cap.periode, cap.langkah
        if all(key) and key not in caps:
            caps[key] = cap
            continue
        strays.append(replace(cap, periode=0, langkah=0))
        reading.temuan.append(Rule.JAM_SOP_TANPA_LANGKAH.at(row.places["periode"]))
    return (*caps.values(), *strays)


def _cap(reading: MasterReading, row: Row) -> Cap | None:
    n = _langkah(row)
    selesai = moment(saat_of(reading, row, JAM_SOP, "cap"))
    cap = Cap(
        periode=_periode(reading, row),
        langkah=n,
        selesai=selesai,
        sumber=TOMBOL.get(n, "") if selesai else "",
        mulai_nyata=saat_of(reading, row, JAM_SOP, "mulai_nyata"),
        selesai_nyata=saat_of(reading, row, JAM_SOP, "selesai_nyata"),
        alasan=row.text("alasan"),
        location=row.places["selesai_nyata"],
    )
    is_typed = cap.mulai_nyata or cap.selesai_nyata
    if is_typed and not cap.alasan:
        here = row.places["alasan"]
        reading.temuan.append(Rule.WAKTU_TANPA_ALASAN.at(here, langkah=n))
    return cap if selesai or is_typed or cap.alasan else None


def _periode(reading: MasterReading, row: Row) -> int:
    try:
        return reading.periode(row)
    except ValueError:
        return 0


def _langkah(row: Row) -> int:
    text = row.text("langkah")
    return int(text) if text.isdecimal() and len(text) <= len(str(MOST)) else 0


def jam_sop_rows(rekap: Rekap) -> Rows:
    """All steps of the running Periode, and of each other of which anything is known."""
    rows = []
    left = list(rekap.cap)
    for p in begun(rekap):
        for j in timeline(rekap, p).jejak:
            key = p, j.langkah.nomor
            cap = next((c for c in left if (c.periode, c.langkah) == key), None)
            left = [c for c in left if c is not cap]
            rows.append(_row(p, j, cap or Cap(periode=p, langkah=j.langkah.nomor)))
    return [*rows, *(_row(c.periode, None, c) for c in left)]


def _row(p: int, j: Jejak | None, cap: Cap) -> list[Value]:
    return [
        _cell(p or None),
        _cell(cap.langkah or None),
        j.langkah.kegiatan if j else "",
        j.langkah.pelaksana if j else "",
        j.mulai if j else None,
        j.selesai if j else None,
        _cell(j.menit) if j else None,
        _cell(j.baku) if j else None,
        _cell(j.selisih) if j else None,
        j.sumber if j else "",
        cap.mulai_nyata,
        cap.selesai_nyata,
        cap.alasan,
        cap.selesai,
    ]


def _cell(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
