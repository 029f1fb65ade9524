"""How a Word template looks: page, styles, numbering, fields, tables.

No words of the report are here; they are in template.report. Word's own style names are kept
(heading 1, caption, toc 1), since every language of Word translates only those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle

from template.page import MARGINS, set_page

FONT = "Times New Roman"
BLUE = RGBColor(0x1F, 0x4E, 0x79)
GREY = RGBColor(0x52, 0x60, 0x6D)
RED = RGBColor(0x9B, 0x1C, 0x1C)
HEAD_FILL, GROUP_FILL, LINE = "D9E4F0", "F1F5F9", "8A97A6"
LEFT, RIGHT, CENTER, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One paragraph style."""

    name: str
    base: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    color: RGBColor | None = None
    align: WD_ALIGN_PARAGRAPH | None = None
    before: float = 0
    after: float = 0
    spacing: float | None = None
    left: float | None = None  # cm
    hanging: float | None = None  # cm
    outline: int | None = None  # level in the table of contents, from 0
    keep_next: bool = False
    new_page: bool = False
    list_level: tuple[int, int] | None = None  # numId and level


LOOKS = (
    Look(name="Heading 1", size=14, bold=True, caps=True, color=BLUE, align=CENTER, after=18,
         outline=0, keep_next=True, new_page=True, list_level=(1, 0)),
    Look(name="Heading 2", size=13, bold=True, color=BLUE, align=LEFT, before=16, after=6,
         outline=1, keep_next=True, list_level=(1, 1), left=0.9, hanging=0.9),
    Look(name="Heading 3", size=12, bold=True, color=BLUE, align=LEFT, before=12, after=6,
         outline=2, keep_next=True, list_level=(1, 2), left=0.9, hanging=0.9),
    Look(name="Heading 4", size=12, bold=True, italic=False, color=BLUE, align=LEFT, before=10,
         after=4, outline=3, keep_next=True, list_level=(1, 3), left=0.9, hanging=0.9),
    Look(name="Judul Bagian", size=14, bold=True, caps=True, color=BLUE, align=CENTER,
         after=18, outline=0, keep_next=True, new_page=True),
    Look(name="Judul Daftar", size=14, bold=True, caps=True, color=BLUE, align=CENTER,
         after=14, keep_next=True, new_page=True),
    Look(name="Judul Sampul", size=26, bold=True, color=BLUE, align=CENTER, before=120,
         after=6, spacing=1.0),
    Look(name="Anak Judul Sampul", size=16, align=CENTER, after=6, spacing=1.0),
    Look(name="Satker Sampul", size=18, bold=True, align=CENTER, before=150, after=4,
         spacing=1.0),
    Look(name="Tanda Draf", size=30, bold=True, color=RED, align=CENTER, before=40, after=4,
         spacing=1.0),
    Look(name="Keterangan Sampul", size=11, align=CENTER, color=GREY, after=4, spacing=1.0),
    Look(name="Isi Tabel", size=10, align=LEFT, before=2, after=2, spacing=1.0),
    Look(name="Angka Tabel", base="Isi Tabel", align=RIGHT, before=2, after=2),
    Look(name="Tengah Tabel", base="Isi Tabel", align=CENTER, before=2, after=2),
    Look(name="Kepala Tabel", base="Isi Tabel", bold=True, align=CENTER, before=3, after=3,
         keep_next=True),
    Look(name="Kelompok Tabel", base="Isi Tabel", bold=True, before=3, after=3,
         keep_next=True),
    Look(name="Sumber", size=9, italic=True, color=GREY, align=LEFT, before=3, after=10,
         spacing=1.0),
    Look(name="Butir", align=JUSTIFY, after=4, left=0.63, hanging=0.63, list_level=(2, 0)),
    Look(name="Indikator", bold=True, align=LEFT, before=6, after=2, keep_next=True),
    Look(name="Gambar", align=CENTER, before=6, after=0, keep_next=True, spacing=1.0),
    Look(name="Tanda Tangan", align=CENTER, left=8.0, spacing=1.0),
    Look(name="Caption", size=11, bold=True, color=RGBColor(0, 0, 0), align=CENTER, before=10,
         after=6, spacing=1.0, italic=False),
    Look(name="Judul Tabel", base="Caption", before=10, after=4, align=CENTER, keep_next=True),
    Look(name="Judul Gambar", base="Caption", before=4, after=12, align=CENTER),
    Look(name="toc 1", align=LEFT, before=4, after=2, spacing=1.0, bold=True),
    Look(name="toc 2", align=LEFT, after=2, spacing=1.0, left=0.6),
    Look(name="toc 3", align=LEFT, after=2, spacing=1.0, left=1.2),
    Look(name="table of figures", align=LEFT, after=3, spacing=1.0),
    Look(name="Header", size=9, color=GREY, align=RIGHT, spacing=1.0),
    Look(name="Footer", size=10, align=CENTER, spacing=1.0),
)  # fmt: skip

BUILTIN_IDS = {
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "toc 3": "TOC3",
    "table of figures": "TableofFigures",
}

AFTER_COMPAT = ("docVars", "rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbered list: the id of its style, its numbers, what follows them."""

    style: str
    form: str
    text: str
    after: str = ""  # a tab, where it is not said


# The lists by their numId, from 1: the headings, of which level 1 is the chapter; bullets.
LISTS = (
    (
        Level("Heading1", "upperRoman", "BAB %1", "space"),
        Level("Heading2", "upperLetter", "%2.", "tab"),
        Level("Heading3", "decimal", "%3.", "tab"),
        Level("Heading4", "decimal", "%4)", "tab"),
    ),
    (Level("Butir", "bullet", "•"),),
)


def new_document(
    looks: Sequence[Look] = LOOKS, lists: Sequence[Sequence[Level]] = LISTS, line: str = LINE
) -> Document:
    """An empty document with these styles and lists, in Indonesian, on A4."""
    doc = docx.Document()
    _language(doc)
    _normal(doc)
    _numbering(doc, lists)
    _prune(doc, looks)
    for look in looks:
        _style(doc, look)
    _table_style(doc, line)
    _modern(doc)
    set_page(doc.sections[0])
    return doc


def _language(doc: Document) -> None:
    """Indonesian in the defaults, so that Word checks the spelling of the right language."""
    defaults = doc.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    run = defaults.find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="id-ID" w:eastAsia="id-ID"/>'))
    settings = doc.settings.element
    local = {"themeFontLang": "id-ID", "decimalSymbol": ",", "listSeparator": ";"}
    for tag, value in local.items():
        for old in settings.findall(qn(f"w:{tag}")):
            old.set(qn("w:val"), value)
            old.attrib.pop(qn("w:eastAsia"), None)


def _prune(doc: Document, looks: Sequence[Look]) -> None:
    """Only the styles that are used, so that a planner finds them in the list of Word."""
    wanted = {look.name for look in looks} | {"Normal"}
    linked = {style.name for style in doc.styles if style.name.endswith(" Char")}
    for style in list(doc.styles):
        is_base = style.element.get(qn("w:default")) == "1"
        if not is_base and style.name not in wanted | linked:
            style.element.getparent().remove(style.element)
    kept = {style.style_id for style in doc.styles}
    for style in list(doc.styles):
        for link in style.element.findall(qn("w:link")) + style.element.findall(qn("w:next")):
            if link.get(qn("w:val")) not in kept:
                style.element.remove(link)
    for style in list(doc.styles):
        link = style.element.find(qn("w:link"))
        if style.name in linked and (link is None or link.get(qn("w:val")) not in kept):
            style.element.getparent().remove(style.element)


def _modern(doc: Document) -> None:
    """The layout rules of Word 2013 and later; without them Word opens in an old mode."""
    settings = doc.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    before = [settings.find(qn(f"w:{tag}")) for tag in AFTER_COMPAT]
    next(tag for tag in before if tag is not None).addprevious(compat)


def _normal(doc: Document) -> None:
    style = doc.styles["Normal"]
    _font(style, FONT)
    style.font.size = Pt(12)
    form = style.paragraph_format
    form.alignment, form.line_spacing, form.space_after = JUSTIFY, 1.25, Pt(6)
    form.widow_control = True


def _font(style: BaseStyle, name: str) -> None:
    """The same font for every script; theme fonts would win over it."""
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _style(doc: Document, look: Look) -> None:
    names = {s.name for s in doc.styles}
    style = (
        doc.styles[look.name]
        if look.name in names
        else doc.styles.add_style(
            look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=look.name[0].islower()
        )
    )
    if look.name[0].islower():
        style.element.set(qn("w:styleId"), BUILTIN_IDS[look.name])
    style.base_style = doc.styles[look.base]
    style.quick_style, style.hidden = True, False
    _font(style, FONT)
    font = style.font
    font.size = Pt(look.size) if look.size else None
    font.bold, font.italic, font.all_caps = look.bold, look.italic, look.caps
    if look.color is not None:
        font.color.rgb = look.color
    _spacing(style, look)
    _outline(style, look)
    if look.name.startswith(("toc", "table of")):
        width = 21.0 - MARGINS["left"] - MARGINS["right"]
        style.paragraph_format.tab_stops.add_tab_stop(
            Cm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _spacing(style: BaseStyle, look: Look) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.keep_with_next, form.page_break_before = look.keep_next, look.new_page
    if look.align is not None:
        form.alignment = look.align
    if look.spacing is not None:
        form.line_spacing = look.spacing
    if look.left is not None:
        form.left_indent = Cm(look.left)
    if look.hanging is not None:
        form.first_line_indent = Cm(-look.hanging)


def _outline(style: BaseStyle, look: Look) -> None:
    ppr = style.element.get_or_add_pPr()
    for tag in ("w:numPr", "w:outlineLvl"):
        for old in ppr.findall(qn(tag)):
            ppr.remove(old)
    if look.list_level is not None:
        num, level = look.list_level
        ppr._insert_numPr(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{num}"/></w:numPr>'
            )
        )
    if look.outline is not None:
        ppr.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{look.outline}"/>'))


def _numbering(doc: Document, lists: Sequence[Sequence[Level]]) -> None:
    """These lists and nothing else."""
    root = doc.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for number, levels in enumerate(lists, start=1):
        body = "".join(_level(n, level) for n, level in enumerate(levels))
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        root.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="{kind}"/>{body}</w:abstractNum>'
            )
        )
    for number in range(1, len(lists) + 1):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{number}"/></w:num>'
            )
        )


def _level(n: int, level: Level) -> str:
    suffix = f'<w:suff w:val="{level.after}"/>' if level.after else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f'<w:pStyle w:val="{level.style}"/>{suffix}'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _table_style(doc: Document, line: str) -> None:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    doc.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" '
            'w:styleId="TabelKinerja">'
            '<w:name w:val="Tabel Kinerja"/><w:basedOn w:val="TableNormal"/><w:uiPriority '
            'w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>' + edges + "</w:tblBorders>"
            '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
            '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_FILL}"/></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    )
