"""Make templates/laporan_tahunan.docx, the Word template of the annual report.

The result is committed and is an ordinary Word file that the office may edit. This
source makes the delivered one reviewable: same source, same bytes. Make it anew
with ``python -m template``.

What stands between {{ }} and {% %} are fields of kinerja.laporan; {%p …%} takes its
paragraph away, {%tr …%} its table row.
"""

from __future__ import annotations

from datetime import datetime

from docx.document import Document

from template.bab3 import bab_3
from template.lampiran import lampiran, program
from template.look import new_document
from template.page import edge_text, field, new_section, saved
from template.table import Kolom, table
from template.text import (
    ANGKA,
    CAPAIAN,
    HEAD,
    REKAAN,
    TENGAH,
    bab,
    caption,
    each,
    narasi,
    note,
    say,
    when,
)

MADE = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed date keeps the bytes the same


def annual_report() -> bytes:
    """The template of the annual report."""
    doc = new_document()
    cover(doc)
    front(doc)
    section = new_section(doc, numbers="decimal", start=1)
    edge_text(section, HEAD)
    bab_1(doc)
    bab_2(doc)
    bab_3(doc)
    bab_4(doc)
    lampiran(doc)
    properties(doc, "Templat Laporan Kinerja Tahunan")
    return saved(doc)


def properties(doc: Document, title: str) -> None:
    """Nothing of the office: kinerja writes title and author after printing."""
    core = doc.core_properties
    core.title, core.author, core.comments = title, "kinerja", ""
    core.last_modified_by, core.keywords, core.language = "kinerja", "", "id-ID"
    core.created = core.modified = MADE
    core.revision = 1


def cover(doc: Document) -> None:
    """The cover, without a page number."""
    say(doc, "LAPORAN KINERJA", "Judul Sampul")
    say(doc, "TAHUN {{ tahun }}", "Anak Judul Sampul")
    cover_state(doc, annex="Lampiran 5")


def cover_state(doc: Document, annex: str) -> None:
    """Whether it is a draft and why, whose report it is, and what its data is."""
    say(doc, "{%p if draf %}", "Keterangan Sampul")
    say(doc, "DRAF", "Tanda Draf")
    say(
        doc,
        "Masih ada {{ jumlah_galat }} catatan verifikasi bertingkat Galat; rinciannya di "
        f"{annex}.",
        "Keterangan Sampul",
    )
    say(doc, "{%p endif %}", "Keterangan Sampul")
    when(
        doc,
        "jumlah_belum",
        "{{ jumlah_belum }} bagian belum ada datanya dan ditandai kuning.",
        "Keterangan Sampul",
    )
    say(doc, "{{ satker }}", "Satker Sampul")
    when(doc, "alamat", "{{ alamat }}", "Keterangan Sampul")
    say(doc, "{{ tahun_terbit }}", "Anak Judul Sampul")
    when(doc, "catatan_data", "Catatan data: {{ catatan_data }}", "Keterangan Sampul")


def front(doc: Document) -> None:
    """Kata pengantar, ringkasan and the lists, with roman page numbers."""
    section = new_section(doc, numbers="lowerRoman", start=1)
    edge_text(section, HEAD)
    say(doc, "Kata Pengantar", "Judul Bagian")
    with narasi(doc, "kata_pengantar", "Kata Pengantar"):
        each(doc, "alinea in kata_pengantar", "{{ alinea }}")
    signature(doc)
    ringkasan(doc)
    contents(doc)


def signature(doc: Document) -> None:
    """Who signs; place and date are written by hand."""
    for line in (
        "{{ kota }}, ............................ {{ tahun_terbit }}",
        "{{ jabatan }} {{ satker }},",
        "",
        "",
        "",
        "{{ nama_pejabat }}",
        "NIP {{ nip_pejabat }}",
    ):
        say(doc, line, "Tanda Tangan")


def contents(doc: Document) -> None:
    """The lists of headings, tables and figures, filled when the report is compiled."""
    for title, code in (
        ("Daftar Isi", r'TOC \o "1-3" \h \z \u'),
        ("Daftar Tabel", r'TOC \h \z \c "Tabel"'),
        ("Daftar Gambar", r'TOC \h \z \c "Gambar"'),
    ):
        say(doc, title, "Judul Daftar")
        field(say(doc, "", "toc 1"), code, "Diisi saat laporan disusun.")


def waits(doc: Document) -> None:
    """The forms that are not back, each once and loud."""
    say(doc, "{%p if formulir_belum %}")
    say(
        doc,
        "Formulir berikut belum kembali. Angka yang bergantung padanya tercetak “menunggu "
        "formulir”.",
    )
    each(doc, "m in formulir_belum", "{{ m }}", "Butir")
    say(doc, "{%p endif %}")


def ringkasan(doc: Document) -> None:
    """The whole result on one or two pages."""
    say(doc, "Ringkasan Eksekutif", "Judul Bagian")
    say(
        doc,
        "Perjanjian Kinerja {{ satker }} tahun {{ tahun }} memuat {{ banyak_sasaran }} "
        "sasaran "
        "dan {{ banyak_indikator }} indikator kinerja. Capaian {{ banyak_terukur }} indikator "
        "sudah dapat dihitung, dan {{ banyak_tercapai }} di antaranya mencapai target. "
        "{% if terukur %}Rata-rata capaian {{ sasaran_terukur }} dari {{ banyak_sasaran "
        "}} sasaran "
        "adalah {{ rata_capaian }}% dengan predikat "
        "{{ rata_predikat }}.{% else %}{{ rata_capaian }}.{% endif %} Hasil setiap indikator "
        "disajikan pada {{ tabel_berikut }}.",
    )
    waits(doc)
    caption(doc, "Tabel", "Ringkasan capaian kinerja tahun {{ tahun }}", "R", first=True)
    results(doc, "Target")


def results(doc: Document, target: str) -> None:
    """What was reached of every Target, by Sasaran."""
    table(
        doc,
        (
            Kolom("Indikator Kinerja", "{{ i.kode }}  {{ i.uraian }}" + REKAAN, 6.2),
            Kolom(target, "{{ i.target }}", 2.1, ANGKA),
            Kolom("Realisasi", "{{ i.realisasi }}", 2.3, ANGKA),
            Kolom("Capaian (%)", CAPAIAN, 2.6, ANGKA),
            Kolom("Predikat", "{{ i.predikat }}", 2.3, TENGAH),
        ),
        "i in s.indikator",
        groups=("s in sasaran", "Sasaran {{ s.kode }}: {{ s.uraian }}"),
    )
    note(
        doc,
        "{% if batas_capaian %}Capaian dihitung paling tinggi {{ batas_capaian }}%; angka "
        "sebelum dibatasi tetap dicantumkan.{% else %}Capaian tidak dibatasi.{% endif %}",
    )


def bab_1(doc: Document) -> None:
    """Pendahuluan."""
    bab(doc, "Pendahuluan")
    say(doc, "Gambaran Umum Organisasi", "Heading 2")
    with narasi(doc, "gambaran_umum", "Gambaran Umum Organisasi"):
        each(doc, "alinea in gambaran_umum", "{{ alinea }}")
    say(
        doc,
        "Pembagian tanggung jawab atas indikator kinerja disajikan pada {{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Subbagian dan indikator yang ditangani")
    table(
        doc,
        (
            Kolom("Subbagian", "{{ b.nama }}", 8.1),
            Kolom("Penanggung Jawab Indikator", "{{ b.penanggung_jawab }}", 4.0),
            Kolom("Pendukung Indikator", "{{ b.pendukung }}", 3.4),
        ),
        "b in subbagian",
    )
    note(doc)
    say(doc, "Aspek Strategis", "Heading 2")
    with narasi(doc, "aspek_strategis", "Aspek Strategis"):
        each(doc, "alinea in aspek_strategis", "{{ alinea }}")
    say(doc, "Permasalahan Utama", "Heading 2")
    with narasi(doc, "permasalahan", "Permasalahan Utama"):
        each(doc, "alinea in permasalahan", "{{ alinea }}")


def bab_2(doc: Document) -> None:
    """Perencanaan kinerja."""
    bab(doc, "Perencanaan Kinerja")
    say(doc, "Ikhtisar Perencanaan Kinerja", "Heading 2")
    with narasi(doc, "ikhtisar_perencanaan", "Ikhtisar Perencanaan Kinerja"):
        each(doc, "alinea in ikhtisar_perencanaan", "{{ alinea }}")
    say(doc, "Perjanjian Kinerja Tahun {{ tahun }}", "Heading 2")
    say(
        doc,
        "Sasaran, indikator, dan target tahun {{ tahun }} disajikan pada {{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Perjanjian Kinerja tahun {{ tahun }}")
    table(
        doc,
        (
            Kolom("Kode", "{{ i.kode }}", 1.5, TENGAH),
            Kolom("Indikator Kinerja", "{{ i.uraian }}" + REKAAN, 7.6),
            Kolom("Penanggung Jawab", "{{ i.penanggung_jawab }}", 4.0),
            Kolom("Target", "{{ i.target }}", 2.4, ANGKA),
        ),
        "i in s.indikator",
        groups=("s in sasaran", "Sasaran {{ s.kode }}: {{ s.uraian }}"),
    )
    note(doc)
    say(doc, "Program dan Anggaran", "Heading 2")
    say(doc, "{%p if anggaran.ada %}")
    say(
        doc,
        "Anggaran yang mendukung sasaran tahun {{ tahun }} disajikan pada "
        "{{ tabel_berikut }}.",
    )
    program(doc)
    say(doc, "{%p else %}")
    say(doc, "{{ anggaran.belum }}")
    say(doc, "{%p endif %}")


def bab_4(doc: Document) -> None:
    """Penutup."""
    bab(doc, "Penutup")
    say(doc, "Simpulan", "Heading 2")
    say(
        doc,
        "Dari {{ banyak_indikator }} indikator kinerja tahun {{ tahun }}, {{ banyak_tercapai "
        "}} "
        "mencapai target{% if terukur %}; rata-rata capaian {{ sasaran_terukur }} dari "
        "{{ banyak_sasaran }} sasaran {{ rata_capaian }}% "
        "({{ rata_predikat }}){% endif %}.",
    )
    with narasi(doc, "simpulan", "Simpulan"):
        each(doc, "alinea in simpulan", "{{ alinea }}")
    say(doc, "Langkah Perbaikan", "Heading 2")
    with narasi(doc, "langkah_perbaikan", "Langkah Perbaikan"):
        each(doc, "alinea in langkah_perbaikan", "{{ alinea }}")
    follow_ups(doc)


def follow_ups(doc: Document) -> None:
    """What the Subbagian promised to do next."""
    say(doc, "{%p if tindak_lanjut %}")
    say(doc, "Tindak lanjut yang direncanakan subbagian disajikan pada {{ tabel_berikut }}.")
    caption(doc, "Tabel", "Rencana tindak lanjut")
    table(
        doc,
        (
            Kolom("Kode", "{{ t.kode }}", 1.3, TENGAH),
            Kolom("Rencana Tindak Lanjut", "{{ t.isi }}", 5.4),
            Kolom("Subbagian", "{{ t.subbagian }}", 3.6),
            Kolom("PIC", "{{ t.pic }}", 2.6),
            Kolom("Batas Waktu", "{{ t.batas_waktu }}", 2.6),
        ),
        "t in tindak_lanjut",
    )
    note(doc)
    say(doc, "{%p endif %}")
