"""Make templates/tanda_terima.docx, the receipt that every Subbagian signs.

What stands between {{ }} and {% %} are fields of kinerja.tanda_terima.
"""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from template.kop import kop
from template.letter import SHADE, new_letter
from template.page import field, saved, set_page
from template.table import Kolom, table
from template.text import TENGAH, say

JUDUL = "Tanda Terima Formulir Data Kinerja"
MARGINS = {"left": 1.8, "right": 1.7, "top": 1.5, "bottom": 1.5}  # cm
WIDTH = 26.2  # cm
ROOM = "\u00a0"  # a cell in which a person writes
ROW = 1.5  # cm; a signature fits


def tanda_terima() -> bytes:
    """The template of the receipt."""
    doc = new_letter(JUDUL)
    section = doc.sections[0]
    set_page(section, landscape=True)
    for side, size in MARGINS.items():
        setattr(section, f"{side}_margin", Cm(size))
    field(section.footer.paragraphs[0], "PAGE", "1")
    kop(doc)
    say(doc, JUDUL, "Judul Surat")
    say(doc, "{{ periode }} Tahun {{ tahun }}", "Judul Surat")
    say(doc, "")
    _rows(doc)
    say(
        doc,
        "Sidik ialah 12 tanda pertama SHA-256 berkas formulir; selengkapnya ada di lembar "
        "Distribusi. Tanda tangan menyatakan formulir, surat edaran, petunjuk, dan folder "
        "data pendukung sudah diterima.",
        "Sumber",
    )
    _signature(doc)
    return saved(doc)


def _rows(doc: Document) -> None:
    grid = table(
        doc,
        (
            Kolom("No", "{{ b.no }}", 0.9, TENGAH),
            Kolom("Subbagian", "{{ b.subbagian }} ({{ b.kode }})", 5.2),
            Kolom("Formulir", "{{ b.formulir }}\nKode {{ b.id }}", 4.8),
            Kolom("Revisi", "{{ b.revisi }}", 1.4, TENGAH),
            Kolom("Sidik", "{{ b.sidik }}", 2.6, TENGAH),
            Kolom("Batas", "{{ b.batas }}", 2.8, TENGAH),
            Kolom("Diterima Oleh", f"{{{{ b.penerima }}}}{ROOM}", 3.4),
            Kolom("Tanggal & Jam", f"{{{{ b.diterima }}}}{ROOM}", 2.5, TENGAH),
            Kolom("Tanda Tangan", ROOM, 2.6),
        ),
        "b in baris",
        fill=SHADE,
    )
    for row in grid.rows:
        if "b.no" in row.cells[0].text:
            row.height = Cm(ROW)


def _signature(doc: Document) -> None:
    """Who handed it out, on the right, all of it on one page."""
    grid = doc.add_table(rows=1, cols=2)
    grid.autofit = False
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, width in zip(grid.rows[0].cells, (WIDTH - 8, 8), strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].style = TENGAH
    lines = (
        "{{ kota }}, ............................", "Yang menyerahkan,", "", "", "",
        "{{ penyerah.nama }}",
    )  # fmt: skip
    cell = grid.rows[0].cells[1]
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if not n else cell.add_paragraph(style=TENGAH)
        paragraph.add_run(line).font.size = Pt(11)
