"""What was written in a report, after LibreOffice saved it: still there, still known."""

from __future__ import annotations

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from kinerja.adapters import chart, contents, narrative, office, redline, word
from kinerja.adapters.ooxml import shape
from kinerja.adapters.ooxml.controls import Control
from kinerja.annual import grafik, report
from kinerja.model import Narasi
from reports import year
from writing import edited, emptied, removed, written

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed"),
]
TABLE = """
| Kode | Target | Realisasi | Lalu |
| 1.1  | 80     | 66        | 83   |
| 1.2  | 75     | 93        |      |
"""
CHANGED = TABLE.replace("| 66 ", "| 70 ")
TEMPLATE = Path(__file__).parents[2] / "templates" / "laporan_tahunan.docx"
WRITTEN = {
    "kata_pengantar": ("Puji syukur kami panjatkan.", "*Terima kasih* & salam."),
    "simpulan": ("*Tahun ini <baik>.*",),
    "permasalahan": ("Ada dua hal:", "- anggaran", "- *waktu*"),
    "penyebab:1.1": ("*Sosialisasi lebih luas.*",),
    "rekomendasi:1": ("Satu.", "Dua.", "Tiga."),
}
HAND = tuple(written(key, *lines) for key, lines in WRITTEN.items())
FILE = "Laporan.docx"


def compiled(
    table: str, old: bytes | None = None, base: bytes | None = None
) -> narrative.Kept:
    """The report of these figures, with what was written in the old one."""
    laporan = report(year(table, narasi=(Narasi(bagian="simpulan", isi="Dari data."),)), ())
    charts = {g.kunci: chart.draw(g) for g in grafik(laporan)}
    fresh = word.render(
        TEMPLATE.read_bytes(), laporan, charts, file=FILE, title="Laporan", author="KPU"
    )
    kept = narrative.keep(fresh, old, base, FILE)
    done = contents.complete(kept.docx, None)[0]
    return narrative.Kept(docx=done, bagian=kept.bagian, temuan=kept.temuan)


def saved(docx: bytes, folder: Path) -> bytes:
    """The document, opened and saved by LibreOffice."""
    program = office.find_office()
    assert program
    (folder / FILE).write_bytes(docx)
    profile = (folder / "profil").as_uri()
    target = folder / "disimpan"
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx",
         "--outdir", target, folder / FILE],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (target / FILE).read_bytes()


def codes(kept: narrative.Kept) -> list[str]:
    return [t.rule.code for t in kept.temuan]


def shapes(docx: bytes, titles: dict[str, str]) -> dict[str, object]:
    """What stands in each control."""
    found = narrative.opened(docx, titles)
    assert found
    return {k: shape.shape(found.controls[k].blocks, found.names) for k in WRITTEN}


def titles_of(docx: bytes) -> dict[str, str]:
    found = narrative.opened(docx, {})
    assert found
    controls: dict[str, Control] = dict(found.controls)
    return {key: control.title for key, control in controls.items()}


def test_a_report_that_was_only_saved_counts_as_untouched(tmp_path: Path) -> None:
    first = compiled(TABLE).docx
    again = compiled(TABLE, saved(first, tmp_path), first)

    assert again.docx == first
    assert (again.bagian, again.temuan) == ((), ())


def test_five_edits_stay_as_libreoffice_saved_them(tmp_path: Path) -> None:
    first = compiled(TABLE).docx
    hand = edited(first, *HAND)
    theirs = saved(hand, tmp_path)
    new = compiled(CHANGED, theirs, first)
    titles = titles_of(first)

    assert codes(new) == []
    assert len(new.bagian) == len(WRITTEN)
    assert shapes(new.docx, titles) == shapes(theirs, titles) == shapes(hand, titles)
    assert compiled(CHANGED, new.docx, new.docx).docx == new.docx


def test_only_the_changed_figures_are_marked_after_libreoffice_saved(tmp_path: Path) -> None:
    first = compiled(TABLE).docx
    theirs = saved(edited(first, *HAND), tmp_path)
    same, new = compiled(TABLE, theirs, first), compiled(CHANGED, theirs, first)
    saat = datetime(2021, 1, 4)

    assert redline.redline(theirs, same.docx, (), author="kinerja", saat=saat) is None
    marked = redline.redline(theirs, new.docx, (), author="kinerja", saat=saat)
    plain = redline.redline(first, compiled(CHANGED).docx, (), author="kinerja", saat=saat)
    assert marked
    assert plain
    assert marks(marked) == marks(plain)


def marks(docx: bytes) -> list[tuple[str, str]]:
    """Every text that a document marks as put in or taken out."""
    found = narrative.opened(docx, {})
    assert found
    return [
        (str(m.tag).rpartition("}")[2], "".join(t.text or "" for t in m.iter() if t.text))
        for m in found.root.iter()
        if str(m.tag).rpartition("}")[2] in {"ins", "del"} and len(m)
    ]


def test_a_control_removed_or_emptied_is_told_after_libreoffice_saved(tmp_path: Path) -> None:
    first = compiled(TABLE).docx
    theirs = saved(edited(first, removed("simpulan"), emptied("penyebab:1.1")), tmp_path)

    assert sorted(codes(compiled(TABLE, theirs, first))) == ["L31", "L32"]


def test_libreoffice_opens_the_changes_with_their_marks(tmp_path: Path) -> None:
    first = compiled(TABLE).docx
    made = redline.redline(
        first, compiled(CHANGED).docx, (), author="kinerja", saat=datetime(2021, 1, 4)
    )
    assert made

    assert marks(saved(made, tmp_path)) != []
