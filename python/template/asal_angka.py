"""The annex of the report that says where its figures come from."""

from __future__ import annotations

from docx.document import Document

from template.table import Kolom, table
from template.text import caption, note, say


def origins(doc: Document) -> None:
    """Every figure that a Subbagian typed, down to the cell and the files behind it."""
    say(doc, "{%p if asal %}")
    say(
        doc,
        "Setiap angka di bawah ini diisi subbagian pada sel yang disebut. Semua angka lain "
        "laporan ini dihitung dari angka-angka itu dan dari isian perencana; jalannya ada di "
        "lembar “Asal Angka” pada Rekap {{ tahun }}. SHA-256 dipotong di sini; nilai "
        "utuhnya ada di lembar yang sama.",
    )
    caption(doc, "Tabel", "Asal angka yang diisi subbagian", "L")
    nilai = "{{ a.nilai }}\n{%p if a.koreksi %}\n{{ a.koreksi }}\n{%p endif %}"
    table(
        doc,
        (
            Kolom("Kode Angka", "{{ a.angka }}", 2.3),
            Kolom("Nilai", nilai, 2.3),
            Kolom("Berkas dan Sel", "{{ a.tempat }}\nSHA-256 {{ a.sidik }}", 5.4),
            Kolom("Data Pendukung", "{{ a.bukti }}", 5.5),
        ),
        "a in asal",
    )
    note(doc)
    say(doc, "{%p else %}")
    say(doc, "Belum ada angka yang diisi subbagian.")
    say(doc, "{%p endif %}")
