"""Make templates/disposisi.docx: the lembar disposisi, one page that goes from hand to hand.

What stands between {{ }} and {% %} are fields of kinerja.disposition.LembarDisposisi.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table, _Cell

from template.kop import kop
from template.letter import SHADE, new_letter
from template.page import saved
from template.table import Kolom, fix_widths, table
from template.text import TENGAH, say

WIDTHS = (3.1, 5.3, 3.1, 5.0)  # cm
LABEL, ISI = "Label Tabel", "Isi Tabel"
CENTANG = "{% if p.dipilih %}☒{% else %}☐{% endif %} {{ p.nama }}"
SIGN_HERE = 1.7  # cm of height for paraf and date
ROW = 1.0  # cm of height of a row of the chain, for a paraf


def disposisi() -> bytes:
    """The template of the lembar disposisi."""
    doc = new_letter("Templat Lembar Disposisi")
    kop(doc)
    say(doc, "Lembar Disposisi", "Judul Surat")
    say(doc, "", "Sumber")
    letter(doc)
    say(doc, "", "Sumber")
    chain(doc)
    return saved(doc)


def letter(doc: Document) -> None:
    """What came in, what is ordered, by when, and who says so."""
    grid = doc.add_table(rows=0, cols=len(WIDTHS))
    grid.style = doc.styles["Tabel Kinerja"]
    grid.autofit = False
    fix_widths(grid, WIDTHS)
    no_heading(grid)
    _pairs(grid, "No. Agenda", "{{ agenda }}", "Diterima", "{{ diterima }}")
    _pairs(grid, "Asal Surat", "{{ asal }}", "Nomor Surat", "{{ nomor }}")
    _pairs(grid, "Lampiran", "{{ lampiran }}", "Tanggal Surat", "{{ tanggal }}")
    _whole(grid, "Perihal", "{{ perihal }}")
    _whole(grid, "Sifat", "{% for p in sifat %}" + CENTANG + "      {% endfor %}")
    _whole(
        grid,
        "Diteruskan kepada",
        "{{ diteruskan }}\n{%p if nama_diteruskan %}\n{{ nama_diteruskan }}\n{%p endif %}",
    )
    orders(grid)
    _whole(grid, "Batas Waktu", "{{ batas }}")
    last = _whole(grid, "Paraf dan Tanggal", "{{ pejabat.jabatan }}\n\n{{ pejabat.nama }}")
    grid.rows[last].height = Cm(SIGN_HERE)


def no_heading(grid: Table) -> None:
    """Its first row is a row as all others."""
    look = grid._tbl.tblPr.find(qn("w:tblLook"))
    look.set(qn("w:firstRow"), "0")
    look.set(qn("w:val"), "0480")


def orders(grid: Table) -> None:
    """What can be ticked on the left, beside it what the sekretaris writes."""
    cells = grid.add_row().cells
    one = cells[0].merge(cells[1])
    _lines(one, ("Instruksi",), LABEL)
    tick = "{%p for p in instruksi %}\n" + CENTANG + "\n{%p endfor %}"
    other = "{%p for s in instruksi_lain %}\n☒ {{ s }}\n{%p endfor %}"
    _lines(one, (*tick.split("\n"), *other.split("\n")), ISI, first=False)
    two = cells[2].merge(cells[3])
    _lines(two, ("Isi Disposisi / Catatan",), LABEL)
    text = ("{%p for a in catatan %}", "{{ a }}", "{%p endfor %}")
    _lines(two, text, ISI, first=False)


def chain(doc: Document) -> None:
    """The steps of the SOP in which the sheet goes on, each with room for a paraf."""
    grid = table(
        doc,
        (
            Kolom("Langkah SOP", "{{ t.langkah }}", 1.7, TENGAH),
            Kolom("Dari → Kepada", "{{ t.dari }} → {{ t.kepada }}", 4.0),
            Kolom("Kegiatan", "{{ t.kegiatan }}", 4.8),
            Kolom("Tanggal dan Jam", "{{ t.saat }}", 3.6, TENGAH),
            Kolom("Paraf", "", 2.4),
        ),
        "t in terusan",
        fill=SHADE,
    )
    grid.rows[2].height = Cm(ROW)  # below the heading and the tag of the loop


def _pairs(grid: Table, *texts: str) -> None:
    """A row of two labels, each with what it names."""
    cells = grid.add_row().cells
    for number, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.width = Cm(WIDTHS[number])
        _lines(cell, (text,), ISI if number % 2 else LABEL)


def _whole(grid: Table, label: str, text: str) -> int:
    """A row of one label, and its number; lines of the text are paragraphs."""
    cells = grid.add_row().cells
    _lines(cells[0], (label,), LABEL)
    cells[0].width = Cm(WIDTHS[0])
    _lines(cells[1].merge(cells[3]), text.split("\n"), ISI)
    return len(grid.rows) - 1


def _lines(cell: _Cell, texts: Sequence[str], style: str, first: bool = True) -> None:
    """Paragraphs of a cell; the first one takes the place of the empty one there."""
    if first:
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        cell.paragraphs[0].text, cell.paragraphs[0].style = texts[0], style
        texts = texts[1:]
    for text in texts:
        cell.add_paragraph(text, style=style)
