"""A page before a report that lists which figures changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kinerja.adapters.ooxml import package
from kinerja.adapters.ooxml.package import W
from kinerja.adapters.ooxml.shape import Names
from kinerja.model_laporan import Perubahan
from kinerja.sheets.terbitan import (
    DIISI,
    KEPALA_PERUBAHAN,
    MENGIKUTI,
    PERUBAHAN_ANGKA,
    PERUBAHAN_BANTUAN,
    PERUBAHAN_KOSONG,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

WIDTHS = (5200, 1900, 1900)  # in twentieths of a point, of a page of 15,5 cm
# The styles of the templates, by their names; a document without one has plain text there.
TITLE, TEXT, HEAD, CELL, FIGURE, GROUP = (
    "judul daftar", "normal", "kepala tabel", "isi tabel", "angka tabel", "kelompok tabel",
)  # fmt: skip
TABLE = "tabel kinerja"


def put(body: _Element, angka: Sequence[Perubahan], names: Names) -> None:
    """Put the page at the beginning of a document."""
    ids = {name: key for key, name in names.by_id.items()}
    xml = "".join(_page(angka, ids))
    for element in reversed(
        package.parse(f"<b xmlns:w={quoteattr(W[1:-1])}>{xml}</b>".encode())
    ):
        body.insert(0, element)


def _page(angka: Sequence[Perubahan], ids: dict[str, str]) -> Iterator[str]:
    yield _paragraph(PERUBAHAN_ANGKA, ids.get(TITLE, ""), "<w:pageBreakBefore w:val='0'/>")
    yield _paragraph(PERUBAHAN_BANTUAN, ids.get(TEXT, ""))
    if angka:
        yield from _table(angka, ids)
    else:
        yield _paragraph(PERUBAHAN_KOSONG, ids.get(TEXT, ""))
    yield "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"


def _table(angka: Sequence[Perubahan], ids: dict[str, str]) -> Iterator[str]:
    yield f"<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(ids.get(TABLE, 'TableNormal'))}/>"
    yield f"<w:tblW w:w='{sum(WIDTHS)}' w:type='dxa'/><w:tblLayout w:type='fixed'/></w:tblPr>"
    yield "<w:tblGrid>" + "".join(f"<w:gridCol w:w='{w}'/>" for w in WIDTHS) + "</w:tblGrid>"
    yield _row(KEPALA_PERUBAHAN, [ids.get(HEAD, "")] * 3, "<w:tblHeader/>")
    looks = [ids.get(CELL, ""), ids.get(FIGURE, ""), ids.get(FIGURE, "")]
    for heading, is_typed in ((DIISI, True), (MENGIKUTI, False)):
        found = [p for p in angka if p.diisi is is_typed]
        if found:
            yield _span(f"{heading} ({len(found)})", ids.get(GROUP, ""))
        for p in found:
            yield _row((p.nama, p.semula, p.menjadi), looks)
    yield "</w:tbl>"


def _row(texts: Sequence[str], looks: Sequence[str], more: str = "") -> str:
    cells = "".join(
        f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>"
        f"{_paragraph(text, look)}</w:tc>"
        for text, look, width in zip(texts, looks, WIDTHS, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"


def _span(text: str, look: str) -> str:
    return (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w='{sum(WIDTHS)}' "
        f"w:type='dxa'/><w:gridSpan w:val='3'/></w:tcPr>{_paragraph(text, look)}</w:tc></w:tr>"
    )


def _paragraph(text: str, look: str, more: str = "") -> str:
    style = f"<w:pStyle w:val={quoteattr(look)}/>" if look else ""
    said = escape(package.clean(text))
    return (
        f"<w:p><w:pPr>{style}{more}</w:pPr><w:r><w:t xml:space='preserve'>{said}</w:t>"
        "</w:r></w:p>"
    )
