"""Draw a Grafik as a native chart that Word can edit, with the workbook behind it.

XlsxWriter writes the chart as part of a workbook; the chart's XML is taken from there and
given the link to a second workbook that holds only the figures.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import package
from kinerja.laporan_sasaran import Bagan, Grafik
from kinerja.printing import rounded

if TYPE_CHECKING:
    from lxml.etree import _Element
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart

COLORS = ("#B8C4D2", "#1F4E79")  # the year before pale, this year dark
MADE = datetime(2000, 1, 1)  # noqa: DTZ001  XlsxWriter wants it naive
LABEL = "[$-421]#,##0.00"  # Indonesian separators, also in LibreOffice
FEW = 2  # categories that would make columns as wide as walls
SHEET = "Data"
LABEL_PARTS = (  # in the order of the schema
    "showLegendKey",
    "showVal",
    "showCatName",
    "showSerName",
    "showPercent",
    "showBubbleSize",
)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def draw(grafik: Grafik) -> Bagan:
    """The chart and its workbook; the same Grafik gives the same bytes."""
    xml = package.read(_book(grafik, with_chart=True))["xl/charts/chart1.xml"]
    return Bagan(xml=_linked(xml), buku=_book(grafik, with_chart=False), alt=grafik.alt)


def _book(grafik: Grafik, *, with_chart: bool) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet(SHEET)
    for row, kode in enumerate(grafik.kategori, start=1):
        sheet.write_string(row, 0, kode)
    for column, seri in enumerate(grafik.seri, start=1):
        sheet.write_string(0, column, seri.nama)
        for row, value in enumerate(seri.nilai, start=1):
            if value is not None:
                sheet.write_number(row, column, float(rounded(value)))
    if with_chart:
        sheet.insert_chart(0, 5, _chart(book, grafik))
    book.close()
    return buffer.getvalue()


def _chart(book: Workbook, grafik: Grafik) -> Chart:
    chart = book.add_chart({"type": "column"})
    last = len(grafik.kategori)
    small = {"name": "Times New Roman", "size": 9}
    colors = COLORS[-len(grafik.seri) :]
    for column, color in enumerate(colors, start=1):
        chart.add_series(
            {
                "name": [SHEET, 0, column],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, column, last, column],
                "fill": {"color": color},
                "gap": 80 if last > FEW else 300,
                "data_labels": {"value": True, "num_format": LABEL, "font": small},
            }
        )
    chart.set_y_axis(
        {
            "name": grafik.sumbu,
            "name_font": {**small, "bold": False},
            "num_font": small,
            "min": 0,
            "num_format": "#,##0",
            "minor_tick_mark": "none",
            "major_gridlines": {"visible": True, "line": {"color": "#D9DEE4"}},
        }
    )
    chart.set_x_axis({"num_font": small})
    chart.set_legend({"position": "bottom", "font": small})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _linked(xml: bytes) -> bytes:
    """The chart with its data in the embedded workbook; the schema fixes the order."""
    from lxml import etree

    root = package.parse(xml)
    for language in root.iter(f"{C}lang"):
        language.set("val", "id-ID")
    for labels in root.iter(f"{C}dLbls"):
        _only_values(labels)
    for reference in root.iterfind(f".//{C}cat/{C}numRef"):
        _as_text(reference)
    _leave_gaps(root)
    link = etree.Element(f"{C}externalData", {f"{package.R}id": "rId1"})
    etree.SubElement(link, f"{C}autoUpdate", val="0")
    settings = root.find(f"{C}printSettings")
    if settings is None:
        root.append(link)
    else:
        settings.addprevious(link)
        root.remove(settings)
    return package.serialize(root)


def _as_text(reference: _Element) -> None:
    """Codes are words: as a number, which XlsxWriter makes of it, 1.10 would read 1.1."""
    reference.tag = f"{C}strRef"
    for cache in reference.findall(f"{C}numCache"):
        cache.tag = f"{C}strCache"
        for form in cache.findall(f"{C}formatCode"):
            cache.remove(form)


def _leave_gaps(root: _Element) -> None:
    """Draw nothing where nothing is known; LibreOffice 7.4 would print 0,00 there."""
    from lxml import etree

    for shown in root.iter(f"{C}plotVisOnly"):
        shown.addnext(etree.Element(f"{C}dispBlanksAs", val="gap"))


def _only_values(labels: _Element) -> None:
    """Say of each part of a label whether it is shown; LibreOffice shows what is left out."""
    from lxml import etree

    for name in LABEL_PARTS:
        for old in labels.findall(f"{C}{name}"):
            labels.remove(old)
    for name in LABEL_PARTS:
        etree.SubElement(labels, f"{C}{name}", val="1" if name == "showVal" else "0")
