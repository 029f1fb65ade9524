"""The Perjanjian Kinerja of the sample as an office has it: a letter in Word with its table.

Its words are those of a real one: KPU Kabupaten Ponorogo 2020,
https://123dok.com/document/yd82eejq-komisi-pemilihan-umum-kabupaten-ponorogo.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from contoh.data import Sample
from kinerja.printing import rupiah, tanggal
from kinerja.values import to_text

INDIKATOR = ("No", "Sasaran Strategis", "Indikator Kinerja", "Target")
PROGRAM = ("Program", "Anggaran", "Keterangan")
NARROW, BROAD = 1.2, 6.0  # centimetres
Document = Any  # python-docx says nothing of its types


def agreement_docx(sample: Sample, signed: datetime) -> bytes:
    """The agreement with the targets and the budget of the year."""
    import docx

    document: Document = docx.Document()
    document.core_properties.created = document.core_properties.modified = signed
    p = sample.pengaturan
    title = f"PERJANJIAN KINERJA TAHUN {p.tahun}"
    _centred(document, *p.kop.splitlines(), bold=True)
    _centred(document, p.alamat, p.kontak)
    _centred(document, "", title, "", bold=True)
    for text in _statement(p.satker):
        document.add_paragraph(text)
    _signatures(document, f"{p.kota}, {tanggal(signed.date())}")
    document.add_page_break()
    _centred(document, f"LAMPIRAN {title}", "", bold=True)
    document.add_paragraph(f"Nama Kelembagaan: {p.satker}\nTahun: {p.tahun}")
    _table(document, (NARROW, BROAD, BROAD, 2.6), [INDIKATOR, *_indikator(sample)])
    document.add_paragraph()
    _table(document, (8.4, 4.2, 3.2), [PROGRAM, *_program(sample)])
    _signatures(document, f"{p.kota}, {tanggal(signed.date())}")
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _centred(document: Document, *lines: str, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(line).bold = bold
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = 0


def _statement(satker: str) -> Iterator[str]:
    yield (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan "
        "akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
    )
    yield f"Pihak Pertama: [rekaan] Nama Pejabat, Sekretaris {satker}."
    yield f"Pihak Kedua: [rekaan] Nama Ketua, Ketua {satker}, selaku atasan pihak pertama."
    yield (
        "Pihak pertama berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian "
        "ini. Keberhasilan dan kegagalan pencapaiannya menjadi tanggung jawab kami."
    )
    yield (
        "Pihak kedua akan melakukan supervisi dan evaluasi yang diperlukan serta mengambil "
        "tindakan dalam rangka pemberian penghargaan dan sanksi."
    )


def _signatures(document: Document, place: str) -> None:
    document.add_paragraph()
    two, one = document.add_table(rows=1, cols=2).rows[0].cells
    two.text = "\nPihak Kedua,\n\n\n[rekaan] Nama Ketua"
    one.text = f"{place}\nPihak Pertama,\n\n\n[rekaan] Nama Pejabat"


def _indikator(sample: Sample) -> Iterator[Sequence[str]]:
    """One row an Indikator; number and Sasaran stand beside the first one of it only."""
    known = sample.data["indikator"]
    for number, sasaran in enumerate(sample.data["sasaran"], start=1):
        own = [i for i in known if i["sasaran"] == sasaran["kode"]]
        for nth, i in enumerate(own):
            first = (str(number), sasaran["uraian"]) if nth == 0 else ("", "")
            yield (*first, i["uraian"], f"{to_text(i['target'])}{_unit(i['satuan'])}")


def _unit(satuan: str) -> str:
    return satuan if satuan == "%" else f" {satuan}"


def _program(sample: Sample) -> Iterator[Sequence[str]]:
    for line in sample.data["anggaran"]:
        yield f"{line['kode']} {line['uraian']}", rupiah(line["pagu"]), "APBN"


def _table(document: Document, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False  # else LibreOffice makes all columns alike
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(rows):
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].add_run(text).bold = number == 0
