"""The small pieces a Word template is put together from: paragraphs, captions, notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from template.look import GREY
from template.page import field

# Pieces of a row that several tables share.
ANGKA, TENGAH = "Angka Tabel", "Tengah Tabel"
REKAAN = "{% if i.rekaan %} (rekaan){% endif %}"
CAPAIAN = (
    "{{ i.capaian }}\n{%p if i.dibatasi %}\nsebelum batas {{ i.capaian_asli }}\n{%p endif %}"
)
# Instead of a sentence on a Realisasi that is not known, or that nobody owed.
UNKNOWN = (
    "{% if i.realisasi == '–' %}tidak ada yang jatuh tempo (nihil atau tidak berlaku)."
    "{% else %}{{ i.realisasi }}{% endif %}"
)
# Of a control of rich text LibreOffice 7.4 keeps its first paragraph only, without formats
# (tried); of a building block, which Word edits as freely, it keeps all.
PART = "<w:docPartObj><w:docPartGallery w:val='Quick Parts'/></w:docPartObj>"
HEAD = "{% if draf %}DRAF · {% endif %}Laporan Kinerja {{ satker }} Tahun {{ tahun }}"


def say(doc: Document, text: str, style: str = "Normal") -> Paragraph:
    """One paragraph."""
    return doc.add_paragraph(text, style=style)


@contextmanager
def narasi(doc: Document, key: str, title: str) -> Iterator[None]:
    """All that is added meanwhile stands in one content control, where a person may write.

    What is written there survives when the report is compiled again; ``key`` must be
    another for each, so inside a loop it names what the loop is about.
    """
    body = doc.element.body
    before = list(body)
    yield
    made = [child for child in body if child not in before]
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={quoteattr(title)}/>"
        f"<w:tag w:val={quoteattr(f'narasi:{key}')}/><w:lock w:val='sdtLocked'/>"
        f"{PART}</w:sdtPr><w:sdtContent/></w:sdt>"
    )
    made[0].addprevious(control)
    control.find(qn("w:sdtContent")).extend(made)


def each(doc: Document, loop: str, text: str, style: str = "Normal") -> None:
    """One paragraph for each turn of the loop."""
    say(doc, f"{{%p for {loop} %}}", style)
    say(doc, text, style)
    say(doc, "{%p endfor %}", style)


def when(doc: Document, condition: str, text: str, style: str = "Normal") -> None:
    """One paragraph if the condition holds."""
    say(doc, f"{{%p if {condition} %}}", style)
    say(doc, text, style)
    say(doc, "{%p endif %}", style)


def drafted(
    doc: Document, field: str, title: str, otherwise: str, more: str = "", wanted: str = ""
) -> None:
    """The draft sentence of each Indikator in a control of its own.

    ``otherwise`` stands where there is none, ``more`` behind it; with ``wanted`` only the
    Indikator of which that holds.
    """
    say(doc, "{%p for i in s.indikator %}", "Butir")
    if wanted:
        say(doc, f"{{%p if {wanted} %}}", "Butir")
    with narasi(doc, f"{field}:{{{{ i.kode }}}}", f"{title} {{{{ i.kode }}}}"):
        draft = f"i.draf.{field}" if field != "semester" else "i.draf"
        sentence(
            say(doc, "", "Butir"), draft, f"Indikator {{{{ i.kode }}}}: {otherwise}", more
        )
    if wanted:
        say(doc, "{%p endif %}", "Butir")
    say(doc, "{%p endfor %}", "Butir")


def sentence(paragraph: Paragraph, draft: str, otherwise: str = "", more: str = "") -> None:
    """A draft sentence with its mark, or what stands where there is none."""
    mark = paragraph.add_run(f"{{% if {draft}.draf %}}[draf] {{% endif %}}")
    mark.italic, mark.font.color.rgb = True, GREY
    paragraph.add_run(
        f"{{% if {draft}.ada %}}{{% for k in {draft}.isi %}}{{{{ k }}}}{{% endfor %}}"
        f"{{% else %}}{otherwise}{{% endif %}}{more}"
    )


def told(
    doc: Document, title: str, texts: str, level: str = "Heading 4", lead: str = ""
) -> None:
    """What the Subbagian wrote, under each Indikator and behind its draft sentence.

    ``lead`` is a draft sentence on all of them.
    """
    say(doc, title, level)
    field, name = texts.removeprefix("s."), title.partition(",")[0].partition(" ")[0]
    if lead:
        say(doc, f"{{%p if {lead}.ada %}}")
        with narasi(
            doc, f"{field}:sasaran {{{{ s.kode }}}}", f"{name} sasaran {{{{ s.kode }}}}"
        ):
            sentence(say(doc, ""), lead)
        say(doc, "{%p endif %}")
    say(doc, f"{{%p for u in {texts} %}}")
    when(doc, "u.kutipan", "{{ u.kode }}  {{ u.uraian }}", "Indikator")
    with narasi(doc, f"{field}:{{{{ u.kode }}}}", f"{name} {{{{ u.kode }}}}"):
        say(doc, "{%p if u.draf.ada %}")
        sentence(say(doc, ""), "u.draf")
        say(doc, "{%p endif %}")
        each(
            doc,
            "k in u.kutipan",
            "{{ k.judul }} ({{ k.periode }}{% if k.pendukung %}, pendukung: {{ k.subbagian }}"
            "{% endif %}): {{ k.isi }}",
            "Butir",
        )
        each(doc, "b in u.belum", "{{ b }}", "Butir")
    say(doc, "{%p endfor %}")


def bab(doc: Document, title: str) -> None:
    """A chapter; the hidden SEQ counts it in arabic for the captions."""
    paragraph = say(doc, title, "Heading 1")
    field(paragraph, r"SEQ Bab \h", hidden=True)


def caption(
    doc: Document, kind: str, text: str, prefix: str = "", first: bool = False
) -> None:
    """A caption whose number is a field: “Tabel 3.1”, or “Tabel L.1” with a prefix."""
    paragraph = say(doc, f"{kind} ", f"Judul {kind}")
    if prefix:
        paragraph.add_run(f"{prefix}.")
        field(paragraph, rf"SEQ {kind} \* ARABIC" + (r" \r 1" if first else ""), "1")
    else:
        field(paragraph, r"SEQ Bab \c \* ARABIC", "1")
        paragraph.add_run(".")
        field(paragraph, rf"SEQ {kind} \* ARABIC \s 1", "1")
    paragraph.add_run(f"  {text}")


def note(doc: Document, text: str = "") -> None:
    """What is printed under a table: its own remark, then what the data is, or a gap."""
    if text:
        say(doc, text, "Sumber")
    say(doc, "{%p if catatan_data %}", "Sumber")
    say(doc, "Catatan data: {{ catatan_data }}", "Sumber")
    say(doc, "{%p else %}", "Sumber")
    say(doc, "", "Sumber")
    say(doc, "{%p endif %}", "Sumber")
