"""How a letter looks: its page, its styles, its numbered parts, its signatures.

Black on white in one font, as tata naskah wants it, with the margins of the office's own
prints; no words of a letter are here.
"""

from __future__ import annotations

from datetime import datetime

from docx.document import Document
from docx.shared import Cm

from template.kop import draw_rule
from template.look import CENTER, JUSTIFY, LEFT, RIGHT, Level, Look, new_document

MARGINS = {"left": 2.5, "right": 2.0, "top": 1.5, "bottom": 2.0}  # cm
BLACK, SHADE = "000000", "E7E7E7"
MADE = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed date keeps the bytes the same

LOOKS = (
    Look(name="Kop", size=14, bold=True, align=CENTER, spacing=1.0, keep_next=True),
    Look(name="Alamat Kop", size=10, align=CENTER, spacing=1.0, keep_next=True),
    Look(name="Garis Kop", size=4, align=CENTER, before=4, after=10),
    Look(name="Judul Surat", size=13, bold=True, caps=True, align=CENTER, spacing=1.0,
         keep_next=True),
    Look(name="Bagian Surat", bold=True, align=LEFT, before=8, after=3, left=0.9,
         hanging=0.9, spacing=1.1, keep_next=True, list_level=(1, 0)),
    Look(name="Isi Surat", align=JUSTIFY, left=0.9, after=4, spacing=1.1),
    Look(name="Huruf Surat", align=JUSTIFY, left=1.6, hanging=0.7, after=3, spacing=1.1,
         list_level=(1, 1)),
    Look(name="Huruf Lampiran", size=11, align=LEFT, left=0.7, hanging=0.7, spacing=1.0,
         keep_next=True, list_level=(1, 1)),
    Look(name="Penutup Surat", base="Isi Surat", align=JUSTIFY, left=0.9, after=14,
         spacing=1.1, keep_next=True),
    Look(name="Kepada", align=LEFT, spacing=1.0, after=1),
    Look(name="Nomor Kepada", align=LEFT, spacing=1.0, left=0.9, hanging=0.7, after=1,
         list_level=(2, 0)),
    Look(name="Nomor Tembusan", size=11, align=LEFT, spacing=1.0, left=0.7, hanging=0.7,
         keep_next=True, list_level=(3, 0)),
    Look(name="Tanda Tangan", align=LEFT, left=8.6, spacing=1.0, keep_next=True),
    Look(name="Tembusan", size=11, align=LEFT, spacing=1.0, before=6, keep_next=True),
    Look(name="Lampiran", size=11, align=LEFT, left=8.6, spacing=1.0, keep_next=True),
    Look(name="Awal Lampiran", base="Lampiran", align=LEFT, left=8.6, keep_next=True,
         new_page=True),
    Look(name="Judul Daftar", size=11, align=LEFT, before=8, after=3, spacing=1.0,
         keep_next=True),
    Look(name="Judul Lampiran", size=12, bold=True, caps=True, align=CENTER, spacing=1.0,
         before=10, after=8, keep_next=True),
    Look(name="Isi Tabel", size=10, align=LEFT, before=2, after=2, spacing=1.0),
    Look(name="Angka Tabel", base="Isi Tabel", align=RIGHT, before=2, after=2),
    Look(name="Tengah Tabel", base="Isi Tabel", align=CENTER, before=2, after=2),
    Look(name="Label Tabel", base="Isi Tabel", bold=True, before=2, after=2),
    Look(name="Kepala Tabel", base="Isi Tabel", bold=True, align=CENTER, before=3, after=3,
         keep_next=True),
    Look(name="Sumber", size=9, italic=True, align=LEFT, before=3, after=6, spacing=1.0),
    Look(name="Footer", size=9, align=CENTER, spacing=1.0),
)  # fmt: skip

# The parts of a letter with their letters; who it is for; who gets a copy.
LISTS = (
    (Level("BagianSurat", "decimal", "%1."), Level("HurufSurat", "lowerLetter", "%2.")),
    (Level("NomorKepada", "decimal", "%1."),),
    (Level("NomorTembusan", "decimal", "%1."),),
)


def new_letter(title: str) -> Document:
    """An empty letter of that title, on A4, nothing of an office in its properties."""
    doc = new_document(LOOKS, LISTS, BLACK)
    draw_rule(doc)
    for side, size in MARGINS.items():
        setattr(doc.sections[0], f"{side}_margin", Cm(size))
    core = doc.core_properties
    core.title, core.author, core.comments = title, "kinerja", ""
    core.last_modified_by, core.keywords, core.language = "kinerja", "", "id-ID"
    core.created = core.modified = MADE
    core.revision = 1
    return doc
