"""The kop of every letter: the lines of the office, its address, a double rule under it.

Printed from a field ``kop`` of the letter (kinerja.naskah.Kop). An office that wants its
logo there puts it in its own copy of a template.
"""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from template.text import each, say, when


def kop(doc: Document) -> None:
    """Lines bold and centred, address and contact where there are any, and the rule.

    For a document with the styles of template.letter.
    """
    each(doc, "b in kop.baris", "{{ b }}", "Kop")
    for part in ("alamat", "kontak"):
        when(doc, f"kop.{part}", f"{{{{ kop.{part} }}}}", "Alamat Kop")
    rule = say(doc, "", "Garis Kop")
    rule.paragraph_format.line_spacing = Pt(6)


def draw_rule(doc: Document) -> None:
    """The double rule, a border of the style “Garis Kop”."""
    ppr = doc.styles["Garis Kop"].element.get_or_add_pPr()
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:top w:val="thickThinSmallGap" w:sz="24" w:space="1" '
        'w:color="000000"/></w:pBdr>'
    )
    before = [ppr.find(qn(f"w:{tag}")) for tag in ("spacing", "ind", "jc", "outlineLvl")]
    next(tag for tag in before if tag is not None).addprevious(border)
