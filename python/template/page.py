"""Pages of a Word template: paper, sections, headers, fields, and the finished bytes."""

from __future__ import annotations

import io
import zipfile

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm
from docx.text.paragraph import Paragraph

MARGINS = {"left": 3.0, "right": 2.5, "top": 2.5, "bottom": 2.5}
EPOCH = (1980, 1, 1, 0, 0, 0)


def set_page(section: Section, landscape: bool = False) -> None:
    """A4 with the margins of the report, upright or on its side."""
    long, short = Cm(29.7), Cm(21.0)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    for side, size in MARGINS.items():
        setattr(section, f"{side}_margin", Cm(size))


def new_section(
    doc: Document, numbers: str = "", start: int = 0, landscape: bool = False
) -> Section:
    """A section on a new page; ``numbers`` is Word's number format, ``start`` restarts."""
    section = doc.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, landscape)
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    kind = OxmlElement("w:pgNumType")
    kind.set(qn("w:fmt"), numbers or "decimal")
    if start:
        kind.set(qn("w:start"), str(start))
    section._sectPr.find(qn("w:pgMar")).addnext(kind)
    return section


def edge_text(section: Section, head: str) -> None:
    """Its own header text and a page number in the middle of the footer."""
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    section.header.paragraphs[0].text = head
    field(section.footer.paragraphs[0], "PAGE", "1")


def field(paragraph: Paragraph, code: str, shown: str = "", hidden: bool = False) -> None:
    """A Word field with the text it shows until it is updated."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        if kind == "shown" and not shown:
            continue
        run = paragraph.add_run(shown if kind == "shown" else None)
        if hidden:
            run.font.hidden = True
        if kind == "code":
            run._r.append(
                parse_xml(
                    f'<w:instrText {nsdecls("w")} xml:space="preserve"> {code} </w:instrText>'
                )
            )
        elif kind != "shown":
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))


def saved(doc: Document) -> bytes:
    """The file, the same bytes for the same document."""
    rels = doc.part.package.rels
    for key in [k for k, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
        del rels[key]
    buffer = io.BytesIO()
    doc.save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return out.getvalue()
