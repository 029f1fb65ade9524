"""The small pieces a Word template is put together from: paragraphs, captions, notes."""

from __future__ import annotations

from docx.document import Document
from docx.text.paragraph import Paragraph

from template.page import field

# Pieces of a row that several tables share.
ANGKA, TENGAH = "Angka Tabel", "Tengah Tabel"
REKAAN = "{% if i.rekaan %} (rekaan){% endif %}"
CAPAIAN = (
    "{{ i.capaian }}\n{%p if i.dibatasi %}\nsebelum batas {{ i.capaian_asli }}\n{%p endif %}"
)
HEAD = "{% if draf %}DRAF · {% endif %}Laporan Kinerja {{ satker }} Tahun {{ tahun }}"


def say(doc: Document, text: str, style: str = "Normal") -> Paragraph:
    """One paragraph."""
    return doc.add_paragraph(text, style=style)


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
