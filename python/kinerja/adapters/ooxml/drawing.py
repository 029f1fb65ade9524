"""Native charts in a document: their parts, their place, the text a screen reader says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import DOCUMENT, Parts, W
from kinerja.laporan_sasaran import Bagan

if TYPE_CHECKING:
    from lxml.etree import _Element

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_SIZE = (5_580_000, 2_520_000)  # EMU: 15,5 × 7 cm, the width of the text


def draw(parts: Parts, charts: Mapping[str, Bagan]) -> None:
    """Put a native chart, with its workbook, where the template printed a Grafik."""
    root = package.parse(parts[DOCUMENT])
    number = 0
    for text in list(root.iter(f"{W}t")):
        found = package.TOKEN.search(text.text or "")
        if found and found[1] == "grafik":
            number += 1
            bagan = charts[bytes.fromhex(found[2]).decode()]
            drawing = _drawing(number, _chart_parts(parts, number, bagan), bagan.alt)
            run = text.getparent()
            assert run is not None
            run.replace(text, drawing)
    parts[DOCUMENT] = package.serialize(root)


def _chart_parts(parts: Parts, number: int, bagan: Bagan) -> str:
    """Add the parts of one chart, and the id the document knows it by."""
    name = f"word/charts/chart{number}.xml"
    book = f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    parts[name], parts[book] = bagan.xml, bagan.buku
    package.add_content_type(parts, "PartName", f"/{name}", CHART)
    package.add_content_type(parts, "Extension", "xlsx", SHEET)
    link = package.add_relationship(parts, name, f"{RELATION}/package", f"../{book[5:]}")
    assert link == "rId1"  # the id that the chart's XML names
    return package.add_relationship(parts, DOCUMENT, f"{RELATION}/chart", name[5:])


def _drawing(number: int, link: str, alt: str) -> _Element:
    """An inline drawing, with the text that a screen reader says."""
    wide, high = CHART_SIZE
    xml = (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{1000 + number}" '
        f'name="Grafik {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'xmlns:r="{RELATION}" r:id="{link}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )
    root = package.parse(xml.encode())
    root[0][2].set("descr", package.clean(alt))
    return root
