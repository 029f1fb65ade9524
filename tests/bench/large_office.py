"""The office that is measured: ten Subbagian of thirty Indikator, five forms returned."""

from __future__ import annotations

from pathlib import Path

from folders import filled, master
from kinerja.adapters.patching import patched
from kinerja.peta_entri import peta_rows
from kinerja.sheets.entri import PETA_ENTRI
from kinerja.sheets.table import Page

MASTER = "kinerja.xlsx"
SUBBAGIAN, INDIKATOR, RETURNED = 10, 30, 5


def build(folder: Path) -> None:
    """An office of ten Subbagian with thirty Indikator each."""
    subbagian, indikator, syarat = (
        ["|kode|nama|"],
        ["|kode_sasaran|sasaran|kode|uraian|penanggung_jawab|jenis|target|"],
        ["|indikator|jenis|jumlah|"],
    )
    for n in range(SUBBAGIAN):
        subbagian.append(f"|SUB{n}|Subbagian {n}|")
        for kode in (kode_of(n, m) for m in range(INDIKATOR)):
            indikator.append(f"|{n}|Sasaran {n}|{kode}|Indikator {kode}|SUB{n}|angka|80|")
            syarat.append(f"|{kode}|Berita acara|1|")
    folder.mkdir()
    content = master("\n".join(subbagian), "\n".join(indikator), "\n".join(syarat))
    content = patched(MASTER, content, [Page(PETA_ENTRI, list(peta_rows()))])
    (folder / MASTER).write_bytes(content)


def agree(folder: Path) -> None:
    """Its Perjanjian Kinerja in Word, with every Indikator and a Target that differs."""
    import docx

    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    every = [kode_of(n, m) for n in range(SUBBAGIAN) for m in range(INDIKATOR)]
    rows = [(f"Sasaran {kode[3]}", f"Indikator {kode}", "81") for kode in every]
    for row in (("Sasaran Strategis", "Indikator Kinerja", "Target"), *rows):
        for cell, text in zip(table.rows[-1].cells, row, strict=True):
            cell.text = text
        table.add_row()
    (folder / "Perjanjian Kinerja").mkdir()
    document.save(str(folder / "Perjanjian Kinerja" / "PK.docx"))


def kode_of(n: int, m: int) -> str:
    """The code of an Indikator, which is no number."""
    return f"IK {n}.{m}"


def send_back(folder: Path) -> None:
    """Five forms come back, every Realisasi filled."""
    (folder / "Masuk").mkdir(exist_ok=True)
    nilai = {kode_of(n, m): 82.5 for n in range(SUBBAGIAN) for m in range(INDIKATOR)}
    for path in sorted((folder / "Formulir").iterdir())[:RETURNED]:
        form = filled(path.read_bytes(), nilai, "notula.pdf")
        (folder / "Masuk" / path.name).write_bytes(form)
