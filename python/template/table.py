"""Tables of a Word template: repeated header, rows that stay whole, tag rows for loops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.table import Table, _Cell, _Row

from template.look import GROUP_FILL, HEAD_FILL


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a table: heading, what stands in its cells, width in cm."""

    judul: str
    isi: str
    lebar: float
    gaya: str = "Isi Tabel"


def table(doc: Document, columns: Sequence[Kolom], loop: str, groups: Sequence[str] = (),
          total: Sequence[str] = (), fill: str = HEAD_FILL) -> Table:  # fmt: skip
    """A table with a repeated header and one row for each turn of ``loop``.

    ``groups`` are the loop and the text of the shaded rows above the rows of ``loop``;
    ``total`` are the cells of a last row; ``fill`` is the colour of the header.
    """
    grid = doc.add_table(rows=0, cols=len(columns))
    grid.style = doc.styles["Tabel Kinerja"]
    grid.autofit = False
    fix_widths(grid, [c.lebar for c in columns])
    head = _row(grid, columns, [c.judul for c in columns], ["Kepala Tabel"] * len(columns))
    for cell in head.cells:
        cell._tc.get_or_add_tcPr().append(_fill(fill))
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if groups:
        _tag_row(grid, f"for {groups[0]}")
        _span_row(grid, groups[1], "Kelompok Tabel", GROUP_FILL)
    _tag_row(grid, f"for {loop}")
    _row(grid, columns, [c.isi for c in columns], [c.gaya for c in columns])
    _tag_row(grid, "endfor")
    if groups:
        _tag_row(grid, "endfor")
    if total:
        _total_row(grid, columns, total)
    return grid


def fix_widths(grid: Table, widths: Sequence[float]) -> None:
    """Fixed widths in cm: Word and LibreOffice then agree."""
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    properties = grid._tbl.tblPr
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    width = sum(round(w / 2.54 * 1440) for w in widths)
    properties.find(qn("w:tblStyle")).addnext(
        parse_xml(f'<w:tblW {nsdecls("w")} w:w="{width}" w:type="dxa"/>')
    )


def _row(
    grid: Table, columns: Sequence[Kolom], texts: Sequence[str], looks: Sequence[str]
) -> _Row:
    row = grid.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, kolom, text, look in zip(row.cells, columns, texts, looks, strict=True):
        cell.width = Cm(kolom.lebar)
        _lines(cell, text, look)
    return row


def _lines(cell: _Cell, text: str, look: str) -> None:
    """The text of a cell; each line is a paragraph, so that {%p …%} can stand alone."""
    first, *rest = text.split("\n")
    cell.paragraphs[0].text = first
    cell.paragraphs[0].style = look
    for line in rest:
        cell.add_paragraph(line, style=look)


def _span_row(grid: Table, text: str, look: str, fill: str = "") -> _Row:
    row = grid.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    whole = row.cells[0].merge(row.cells[-1])
    _lines(whole, text, look)
    if fill:
        whole._tc.get_or_add_tcPr().append(_fill(fill))
    return row


def _tag_row(grid: Table, tag: str) -> None:
    _span_row(grid, f"{{%tr {tag} %}}", "Isi Tabel")


def _total_row(grid: Table, columns: Sequence[Kolom], texts: Sequence[str]) -> None:
    row = _row(grid, columns, texts, [c.gaya for c in columns])
    empty = [n for n, text in enumerate(texts) if not text]
    if empty:
        whole = row.cells[0].merge(row.cells[empty[-1]])
        for extra in whole.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
    for cell in dict.fromkeys(row.cells):  # a merged cell is named once for each column
        cell._tc.get_or_add_tcPr().append(_fill(GROUP_FILL))
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                run.bold = True


def _fill(color: str) -> BaseOxmlElement:
    return parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{color}"/>')
