"""The formulas that say how complete a form is, each with its value so far.

Counts stand in the stamp, one row for each Indikator, so that the sentences stay
short. Codes are compared as text: COUNTIFS takes “1.1” and “1.10” for one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.adapters.forms.area import Area
from kinerja.adapters.forms.formulas import (
    DIGITS,
    Formula,
    known_capaian,
    known_nilai,
    quoted,
)
from kinerja.isian import EXPLAINED, Baris
from kinerja.model import EXCUSED, Pengaturan, Realisasi, Syarat
from kinerja.sheets import bantuan
from kinerja.sheets.formulir import NARASI_FIELDS

ANSWER_KEYS = ("x", "y", "nilai", "status", "alasan")


@dataclass(frozen=True, slots=True)
class Counts:
    """What is complete in one row when the form is made, as the stamp counts it."""

    alasan: int = 0  # 1: there is nothing to report, and a reason for it
    angka: int = 0
    narasi: int = 0
    bukti: int = 0


def owed(baris: Baris) -> tuple[Syarat, ...]:
    """The data pendukung this row must have: a pendukung may add some and owes none."""
    return baris.syarat if baris.is_owner else ()


def wanted(baris: Baris) -> int:
    """How many pieces of it."""
    return sum(s.jumlah for s in owed(baris))


def known_counts(baris: Baris, pengaturan: Pengaturan) -> Counts:
    """What is complete in one row when the form is made."""
    answer = baris.jawaban
    if answer is None:
        return Counts()
    if not baris.is_owner:
        return Counts(narasi=int(bool(answer.penyebab.strip())))
    if answer.status in EXCUSED and answer.alasan.strip():
        return Counts(alasan=1, angka=1, narasi=1, bukti=wanted(baris))
    value = known_capaian(baris, pengaturan)
    reached = value is None or value >= 100
    explained = reached or all(getattr(answer, key).strip() for key in EXPLAINED)
    return Counts(
        angka=int(known_nilai(baris) is not None),
        narasi=int(bool(answer.penyebab.strip()) and explained),
    )


def _has_narasi(answer: Realisasi) -> bool:
    return any(str(getattr(answer, key) or "").strip() for key in NARASI_FIELDS)


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas that the completeness of a row is counted from."""

    isian: Area
    narasi: Area
    data_pendukung: Area
    stamp: Area


def counts(areas: Areas, n: int, baris: Baris, pengaturan: Pengaturan) -> dict[str, Formula]:
    """The counts of row ``n`` (from 0), by the column of the stamp they stand in."""
    known = known_counts(baris, pengaturan)
    if not baris.is_owner:
        found = {"hitung_narasi": Formula(_told(areas, n), known.narasi)}
    else:
        found = {
            "hitung_alasan": Formula(_excused(areas.isian, n), known.alasan),
            "hitung_angka": Formula(_angka(areas, n), known.angka),
            "hitung_narasi": Formula(_narasi(areas, n), known.narasi),
        }
    if wanted(baris):
        found["hitung_bukti"] = Formula(_bukti(areas, n, wanted(baris)), known.bukti)
    return found


def _filled(cell: str) -> str:
    return f"LEN(TRIM({cell}))>0"


def _excused(isian: Area, n: int) -> str:
    row = isian.start + n
    status = isian.cell("status", row)
    words = ",".join(f"TRIM({status})={quoted(word)}" for word in EXCUSED)
    return f"=IF(AND(OR({words}),{_filled(isian.cell('alasan', row))}),1,0)"


def _angka(areas: Areas, n: int) -> str:
    nilai = areas.isian.cell("nilai", areas.isian.start + n)
    excused = areas.stamp.cell("hitung_alasan", areas.stamp.start + n)
    return f"=IF(OR({excused}=1,{_filled(nilai)}),1,0)"


def _narasi(areas: Areas, n: int) -> str:
    """Explained: always by a penyebab; below 100 by a kendala and a solusi, too."""
    row = areas.narasi.start + n
    texts = ",".join(_filled(areas.narasi.cell(key, row)) for key in EXPLAINED)
    value = areas.isian.cell("capaian", areas.isian.start + n)
    reached = f"IF(ISNUMBER({value}),ROUND({value},{DIGITS}),100)>=100"
    excused = areas.stamp.cell("hitung_alasan", areas.stamp.start + n)
    told = f"AND({_filled(areas.narasi.cell('penyebab', row))},OR({reached},AND({texts})))"
    return f"=IF(OR({excused}=1,{told}),1,0)"


def _told(areas: Areas, n: int) -> str:
    """What a pendukung has to tell: the penyebab."""
    return f"=IF({_filled(areas.narasi.cell('penyebab', areas.narasi.start + n))},1,0)"


def _length(area: Area, keys: Sequence[str], n: int) -> str:
    """How much is written in some cells of a row. Not joined: that may exceed a cell."""
    row = area.start + n
    return "+".join(f"LEN(TRIM({area.cell(key, row)}))" for key in keys)


def _bukti(areas: Areas, n: int, needed: int) -> str:
    """Listed files of this kode, counted only as far as they are needed.

    Inside SUMPRODUCT only operators, no functions: Gnumeric would give an error. A cell
    “cleared” with the space bar is empty.
    """
    area = areas.data_pendukung
    kode = areas.isian.cell("kode", areas.isian.start + n)
    same = f'({area.range("kode")}&""={kode}&"")'
    berkas = area.range("berkas")
    listed = f'SUMPRODUCT({same}*({berkas}<>"")*({berkas}<>" "))'
    excused = areas.stamp.cell("hitung_alasan", areas.stamp.start + n)
    return f"=IF({excused}=1,{needed},MIN({needed},{listed}))"


def kelengkapan(areas: Areas, n: int, baris: Baris, pengaturan: Pengaturan) -> Formula:
    """What one row still lacks, as sign and word."""
    empty = f"AND({_untouched(areas, n)})"
    done = quoted(bantuan.LENGKAP)
    lacking = _lacking(areas, n, baris)
    kurang = f"{quoted(bantuan.KURANG)}&MID({lacking},{len(bantuan.SELA) + 1},99)"
    text = f'IF({empty},{quoted(bantuan.BELUM_DIISI)},IF({lacking}="",{done},{kurang}))'
    if baris.is_owner:
        excused = areas.stamp.cell("hitung_alasan", areas.stamp.start + n)
        status = areas.isian.cell("status", areas.isian.start + n)
        sign = quoted(bantuan.TANDA_NIHIL)
        text = f"IF({excused}=1,{sign}&TRIM({status}),{text})"
    return Formula(f"={text}", known_kelengkapan(baris, pengaturan))


def _untouched(areas: Areas, n: int) -> str:
    answers = _length(areas.isian, ANSWER_KEYS, n)
    texts = _length(areas.narasi, NARASI_FIELDS, n)
    bukti = areas.stamp.cell("hitung_bukti", areas.stamp.start + n)
    return f"{answers}=0,{texts}=0,N({bukti})=0"


def _lacking(areas: Areas, n: int, baris: Baris) -> str:
    """The expression of all that is missing, each word after a comma."""
    row = areas.stamp.start + n
    isian, needed = areas.isian, wanted(baris)
    parts = []
    if baris.is_owner:
        status = f"TRIM({isian.cell('status', isian.start + n)})"
        nihil = ",".join(f"{status}={quoted(word)}" for word in EXCUSED)
        word = f"IF(OR({nihil}),{_word(bantuan.KURANG_ALASAN)},{_word(bantuan.KURANG_ANGKA)})"
        # A status that excuses needs its reason, even beside a number.
        parts.append(
            f'IF(AND({areas.stamp.cell("hitung_angka", row)}=1,NOT(OR({nihil}))),"",{word})'
        )
    narasi = areas.stamp.cell("hitung_narasi", row)
    parts.append(f'IF({narasi}=1,"",{_word(bantuan.KURANG_NARASI)})')
    if needed:
        bukti = areas.stamp.cell("hitung_bukti", row)
        said = f'{_word(bantuan.KURANG_BUKTI)}&{bukti}&"/{needed}"'
        parts.append(f'IF({bukti}<{needed},{said},"")')
    return "&".join(parts)


def _word(word: str) -> str:
    return quoted(bantuan.SELA + word)


def known_kelengkapan(baris: Baris, pengaturan: Pengaturan) -> str:
    """What the formula shows when the form is made; no data pendukung is known then."""
    known, answer = known_counts(baris, pengaturan), baris.jawaban
    if known.alasan and answer:
        return f"{bantuan.TANDA_NIHIL}{answer.status}"
    if not _touched(baris):
        return bantuan.BELUM_DIISI
    lacking = []
    if baris.is_owner and answer and answer.status in EXCUSED:
        lacking.append(bantuan.KURANG_ALASAN)
    elif baris.is_owner and not known.angka:
        lacking.append(bantuan.KURANG_ANGKA)
    if not known.narasi:
        lacking.append(bantuan.KURANG_NARASI)
    if wanted(baris):
        lacking.append(f"{bantuan.KURANG_BUKTI}0/{wanted(baris)}")
    return bantuan.KURANG + bantuan.SELA.join(lacking) if lacking else bantuan.LENGKAP


def _touched(baris: Baris) -> bool:
    answer = baris.jawaban
    if answer is None:
        return False
    own = (answer.nilai, answer.x, answer.y, answer.alasan.strip())
    filled = any(value not in {None, ""} for value in own) or answer.status in EXCUSED
    return _has_narasi(answer) or (baris.is_owner and filled)


def meter(areas: Areas, baris: Sequence[Baris], pengaturan: Pengaturan) -> Formula:
    """How much of each sheet is complete, in one line."""
    known = [known_counts(b, pengaturan) for b in baris]
    asked = (
        ("hitung_angka", sum(h.angka for h in known), sum(b.is_owner for b in baris)),
        ("hitung_narasi", sum(h.narasi for h in known), len(baris)),
        ("hitung_bukti", sum(h.bukti for h in known), sum(wanted(b) for b in baris)),
    )
    texts, values = [], []
    for name, (key, done, total) in zip(bantuan.METER, asked, strict=True):
        if total:
            values.append(f"{name} {done}/{total}")
            texts.append(f'"{name} "&SUM({areas.stamp.range(key)})&"/{total}"')
    gap = f"&{quoted(bantuan.ANTAR_METER)}&"
    return Formula(f"={gap.join(texts)}", bantuan.ANTAR_METER.join(values))
