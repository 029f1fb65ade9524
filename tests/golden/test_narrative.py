"""What a person puts into a control, in the next report: with all that it needs there."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kinerja.adapters import narrative
from kinerja.adapters.narrative import Kept
from kinerja.adapters.ooxml import controls, package
from kinerja.adapters.ooxml.package import DOCUMENT, Parts, W
from open_xml import MISSING, VALIDATE, errors
from template.look import new_document
from template.page import saved
from template.text import each, narasi, say
from writing import edited, texts, written

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/p/vE7QAAAABJRU5ErkJggg=="
)
FILE = "Laporan.docx"
LONG = "rekomendasi:" + "1.2.3.4.5." * 6


def document(
    text: str = "Dari data.", key: str = "simpulan", title: str = "Simpulan"
) -> bytes:
    """A report with one control, as a template prints it."""
    doc = new_document()
    say(doc, "Pembuka")
    with narasi(doc, key, "Simpulan"):
        say(doc, text)
    say(doc, "Penutup")
    return saved(doc)


def compiled(new: bytes, old: bytes | None = None, base: bytes | None = None) -> Kept:
    return narrative.keep(new, old, base, FILE)


FIRST = compiled(document()).docx


def again(*edits: Callable[[Any], None]) -> Kept:
    """The same report after somebody did this in the one before."""
    return compiled(document(), edited(FIRST, *edits), FIRST)


def parts(docx: bytes) -> Parts:
    return package.read(docx)


def control(docx: bytes) -> Any:
    return controls.tagged(package.parse(parts(docx)[DOCUMENT]))["simpulan"].element


def inside(document: Any) -> Any:
    """The first paragraph in the control of an opened report."""
    return controls.tagged(document.element)["simpulan"].blocks[0]


def put(xml: str) -> Callable[[Any], None]:
    """Put this behind the text of the control."""

    def edit(document: Any) -> None:
        inside(document).append(parse_xml(xml))

    return edit


def codes(kept: Kept) -> list[str]:
    return [t.rule.code for t in kept.temuan]


def test_a_picture_comes_along_with_its_bytes() -> None:
    def edit(document: Any) -> None:
        run = document.add_paragraph().add_run()
        run.add_picture(io.BytesIO(PIXEL))
        inside(document).append(run._r)

    new = again(edit)
    blip = next(e for e in control(new.docx).iter() if str(e.tag).endswith("}blip"))
    images = [data for name, data in parts(new.docx).items() if name.startswith("word/media/")]

    assert images == [PIXEL]
    assert blip.get(qn("r:embed")) in parts(new.docx)["word/_rels/document.xml.rels"].decode()


def test_a_link_comes_along_with_its_address() -> None:
    def edit(document: Any) -> None:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        rid = document.part.relate_to("https://contoh.example/x", kind, is_external=True)
        link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{rid}"/>')
        link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>sini</w:t></w:r>"))
        inside(document).append(link)

    assert "https://contoh.example/x" in package.external(parts(again(edit).docx))


def test_a_numbered_list_comes_along_with_its_numbers() -> None:
    def edit(document: Any) -> None:
        root = document.part.numbering_part.element
        root.insert(0, parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/>'
            "</w:lvl></w:abstractNum>"
        ))  # fmt: skip
        root.append(parse_xml(
            f'<w:num {nsdecls("w")} w:numId="88"><w:abstractNumId w:val="77"/></w:num>'
        ))  # fmt: skip
        inside(document).get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 88

    new = again(edit)
    number = next(control(new.docx).iter(f"{W}numId")).get(f"{W}val")
    numbering = Document(io.BytesIO(new.docx)).part.numbering_part.element
    kind = next(n for n in numbering if n.get(f"{W}numId") == number)[0].get(f"{W}val")
    level = next(a for a in numbering if a.get(f"{W}abstractNumId") == kind)

    assert next(level.iter(f"{W}lvlText")).get(f"{W}val") == "(%1)"


def test_a_style_that_the_template_does_not_have_comes_along() -> None:
    def edit(document: Any) -> None:
        style = document.styles.add_style("Gaya Kami", WD_STYLE_TYPE.PARAGRAPH)
        style.font.italic = True
        inside(document).get_or_add_pPr().get_or_add_pStyle().val = style.style_id

    new = again(edit)
    style = Document(io.BytesIO(new.docx)).styles["Gaya Kami"]

    assert style.font.italic
    assert [p.get(f"{W}val") for p in control(new.docx).iter(f"{W}pStyle")] == [style.style_id]


def test_an_object_that_cannot_come_along_is_told() -> None:
    c = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    chart = (
        f'<w:r {nsdecls("w", "wp", "a", "r")} xmlns:c="{c}"><w:drawing><wp:inline><a:graphic>'
        '<a:graphicData uri="x"><c:chart r:id="rId999"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    new = again(put(chart))

    assert codes(new) == ["L36"]
    assert texts(new.docx, "simpulan") == ["Dari data."]


def test_what_belongs_to_its_own_document_stays_behind() -> None:
    new = again(
        written("simpulan", "Tulisan."),
        put(f'<w:commentRangeStart {nsdecls("w")} w:id="5"/>'),
        put(f'<w:r {nsdecls("w")}><w:commentReference w:id="5"/></w:r>'),
    )

    assert not list(control(new.docx).iter(f"{W}commentRangeStart", f"{W}commentReference"))
    assert texts(new.docx, "simpulan") == ["Tulisan."]


@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_all_of_that_is_a_document_that_word_may_open(tmp_path: Path) -> None:
    def picture(document: Any) -> None:
        run = document.add_paragraph().add_run()
        run.add_picture(io.BytesIO(PIXEL))
        inside(document).append(run._r)

    new = again(written("simpulan", "*Tebal.*", "- butir"), picture)
    path = tmp_path / FILE
    path.write_bytes(new.docx)

    assert errors(path) == []
    assert compiled(document(), new.docx, new.docx).docx == new.docx


# ---- how a control is known


def test_a_long_key_fits_into_the_tag_and_is_known_again() -> None:
    first = compiled(document(key=LONG)).docx
    tags = [
        t.get(f"{W}val") or "" for t in package.parse(parts(first)[DOCUMENT]).iter(f"{W}tag")
    ]
    key = tags[0].removeprefix("narasi:").partition("#")[0]
    hand = edited(first, written(key, "Tulisan."))

    assert [len(tag) <= 64 for tag in tags] == [True]
    assert texts(compiled(document(key=LONG), hand, first).docx, key) == ["Tulisan."]


def test_a_copy_of_a_control_does_not_take_the_place_of_the_first() -> None:
    def copied(document: Any) -> None:
        import copy

        element = controls.tagged(document.element)["simpulan"].element
        element.addnext(copy.deepcopy(element))

    new = again(written("simpulan", "Tulisan."), copied)

    assert texts(new.docx, "simpulan") == ["Tulisan."]
    assert codes(new) == ["L35"]


def test_a_report_without_what_was_compiled_before_keeps_what_differs_from_its_tag() -> None:
    hand = edited(FIRST, written("simpulan", "Tulisan."))

    assert texts(compiled(document("Data lain."), FIRST).docx, "simpulan") == ["Data lain."]
    assert texts(compiled(document("Data lain."), hand).docx, "simpulan") == ["Tulisan."]


def test_two_controls_of_the_same_key_are_told_apart() -> None:
    doc = new_document()
    for text in ("Satu.", "Dua."):
        with narasi(doc, "simpulan", "Simpulan"):
            each(doc, "a in b", text)
    made = compiled(saved(doc)).docx
    root = package.parse(parts(made)[DOCUMENT])
    numbers = [e.get(f"{W}val") for e in root.iter(f"{W}id")]

    assert len(controls.tagged(root)) == len(set(numbers)) == 2
