"""A Perjanjian Kinerja as an office signs it in Word: kop, statement, signatures, annex."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

HEADINGS = ("No", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET")
PROGRAM = ("No", "Program", "Anggaran (Rp)", "Keterangan")
Sasaran = tuple[str, Sequence[tuple[str, str]]]  # its words, its Indikator with their Target

SIGNED: Sequence[Sasaran] = (
    ("Demokratis", [("Partisipasi", "82,5 %"), ("Sosialisasi", "12 kegiatan")]),
    ("Akuntabel", [("Rapat", "4 (empat)"), ("Opini & <nilai> BPK", "WTP")]),
)
BUDGET = (("076.01.WA Program Dukungan Manajemen", "24.082.363.000"),)


def signed_docx(
    sasaran: Sequence[Sasaran] = SIGNED, budget: Sequence[tuple[str, str]] = BUDGET
) -> bytes:
    """The whole document; the cells of a Sasaran are merged over its Indikator."""
    import docx

    document: Any = docx.Document()
    kop = document.add_table(rows=1, cols=2)
    kop.cell(0, 1).text = "KOMISI PEMILIHAN UMUM\nKABUPATEN CONTOH"
    document.add_heading("PERJANJIAN KINERJA TAHUN 2020", level=1)
    document.add_paragraph("Pihak pertama berjanji akan mewujudkan target kinerja.")
    _signatures(document)
    _measures(document, sasaran)
    if budget:
        _budget(document, budget)
    _signatures(document)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _signatures(document: Any) -> None:
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Pihak Kedua,\n\n\n[rekaan] Nama Ketua"
    table.cell(0, 1).text = "Contoh, 4 Januari 2020\nPihak Pertama,\n\n\n[rekaan] Nama"


def _row(table: Any, texts: Sequence[str]) -> Any:
    cells = table.add_row().cells
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text
    return cells


def _measures(document: Any, sasaran: Sequence[Sasaran]) -> None:
    table = document.add_table(rows=0, cols=4)
    _row(table, HEADINGS)
    _row(table, ("(1)", "(2)", "(3)", "(4)"))
    for number, (words, indikator) in enumerate(sasaran, start=1):
        rows = [_row(table, ("", "", *both)) for both in indikator]
        for column, text in enumerate((f"{number}.", words)):
            rows[0][column].merge(rows[-1][column]).text = text


def _budget(document: Any, budget: Sequence[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=4)
    _row(table, PROGRAM)
    for number, (program, pagu) in enumerate(budget, start=1):
        _row(table, (f"{number}.", program, pagu, "APBN"))
