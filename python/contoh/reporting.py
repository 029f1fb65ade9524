"""The end of the sample year: reports, a text written by hand, the archive, the next year."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contoh.script import CLEAN, NEXT, REPORTED
from contoh.sealing import accept, seal
from kinerja.sheets import master
from kinerja.sheets.folders import LAPORAN
from kinerja.sheets.laporan import JUDUL_TAHUNAN

if TYPE_CHECKING:
    from contoh.year import Year

BY_HAND = "[rekaan] Simpulan ini ditulis tangan di Word dan tidak ditimpa kinerja."
# A figure of last year, typed the wrong way round and put right after the first compile.
PAST = {"indikator": "1.2", "tahun": 2019}
MISTAKEN, RIGHT = Decimal(38), Decimal(83)


def close_year(year: Year) -> None:
    """Compile, write by hand, compile again; then prove, seal, and open the next year."""
    siklus = year.sample.pengaturan.siklus
    accept(year, REPORTED - NEXT)
    year.press("semester", REPORTED, "2")
    year.press("annual", REPORTED + NEXT)
    tahun = year.sample.pengaturan.tahun
    write_by_hand(year.folder / LAPORAN / f"{JUDUL_TAHUNAN.format(tahun=tahun)}.docx")
    year.type_in(master.RIWAYAT, (PAST, {"realisasi": RIGHT}))
    year.annual = year.press("annual", REPORTED + 2 * NEXT)
    year.say(f"Laporan tahunan disusun ulang: {year.annual.said or CLEAN}")
    year.say(f"Dari Mana: {year.press('trace', REPORTED + 3 * NEXT).said}")
    year.press("evaluation", REPORTED + 4 * NEXT)
    year.press("progress", REPORTED + 5 * NEXT)
    seal(year, siklus, REPORTED + 6 * NEXT)
    year.press("rollover", REPORTED + 8 * NEXT)


def write_by_hand(report: Path) -> None:
    """Type a Simpulan into its control, as a person does in Word."""
    import docx

    document: Any = docx.Document(str(report))
    body = document.element.body
    (tag,) = (
        t for t in body.iter("{*}tag") if str(t.values()[0]).startswith("narasi:simpulan")
    )
    content = next(tag.getparent().getparent().iter("{*}sdtContent"))
    first, *others = content.iter("{*}p")
    for paragraph in others:
        paragraph.getparent().remove(paragraph)
    runs = list(first.iter("{*}r"))
    run = deepcopy(runs[0])
    for old in runs:
        old.getparent().remove(old)
    texts = list(run.iter("{*}t"))
    texts[0].text = BY_HAND
    for more in texts[1:]:
        more.getparent().remove(more)
    first.append(run)
    target = BytesIO()
    document.save(target)
    report.write_bytes(target.getvalue())
