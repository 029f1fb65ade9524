"""Make templates/surat_edaran.docx: the letter that asks every Subbagian for its data.

Its parts follow tata naskah dinas (PKPU 2/2021 as changed by PKPU 8/2021) and a central
surat edaran, https://adoc.pub/surat-edaran-tentang-tata-cara-pengukuran-indikator-kinerja-.html
The legal basis is that of the SOP; titles and changes as printed at
https://id.scribd.com/document/487094452 and https://id.scribd.com/document/686734065 .
The office edits all of it in Word. Fields: kinerja.circular.NaskahEdaran.
"""

from __future__ import annotations

from docx.document import Document

from template.kop import kop
from template.letter import SHADE, new_letter
from template.page import field, saved
from template.table import Kolom, table
from template.text import TENGAH, each, say

BAGIAN, ISI, HURUF = "Bagian Surat", "Isi Surat", "Huruf Surat"
TTD, LAMPIRAN = "Tanda Tangan", "Lampiran"
MANY = 8  # addressees; more of them stand in the annex only
MASA = "{{ periode }} Tahun {{ tahun }}"
DASAR = (
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum{% if tahun > 2023 %} "
    "sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023{% endif %};",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
    "Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun "
    "2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu "
    "atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Komisi Pemilihan Umum Nomor 14 Tahun 2020 tentang Tugas, Fungsi, Susunan "
    "Organisasi, dan Tata Kerja Sekretariat Jenderal Komisi Pemilihan Umum, Sekretariat "
    "Komisi Pemilihan Umum Provinsi, dan Sekretariat Komisi Pemilihan Umum Kabupaten/Kota"
    "{% if tahun > 2023 %} sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan "
    "Komisi Pemilihan Umum Nomor 21 Tahun 2023{% endif %};",
    "Keputusan Komisi Pemilihan Umum Nomor 5/PR.03-Kpt/03/KPU/I/2018;",
    "Perjanjian Kinerja {{ satker }} Tahun {{ tahun }};",
    "SOP Pengumpulan Data Kinerja {{ satker }}.",
)
ISI_EDARAN = (
    "Setiap Kepala Subbagian mengisi formulir data kinerja yang disertakan, untuk indikator "
    "yang menjadi tanggung jawabnya. Formulir setiap Subbagian disebut dalam Lampiran.",
    "Realisasi diisi menurut keadaan sampai akhir " + MASA + ". Angka nol ditulis 0. Bila "
    "memang tidak ada atau tidak berlaku, pilih status Nihil atau Tidak berlaku dan tulis "
    "alasannya.",
    "Penyebab, kendala, solusi, dan rencana tindak lanjut diisi dalam lembar Narasi pada "
    "formulir yang sama.",
    "Setiap realisasi disertai data pendukung. Nama berkasnya ditulis dalam formulir, dan "
    "berkasnya disimpan dalam folder Data Pendukung yang disertakan. Jenis berkas yang "
    "diterima: {{ ekstensi }}; paling besar {{ batas_mb }} MB setiap berkas.",
    "Susunan formulir (lembar, baris, dan kolomnya) tidak diubah, supaya dapat digabungkan.",
    "Formulir dan data pendukung disampaikan kepada {{ perencana }}{% if pengelola %} "
    "({{ pengelola }}){% endif %}{% if surel %}, surel {{ surel }}{% endif %}, paling lambat "
    "{{ batas }}{% if hari_kerja %}, yaitu {{ hari_kerja }} hari kerja sesudah tanggal surat "
    "ini{% endif %}.",
)


def surat_edaran() -> bytes:
    """The template of the surat edaran with its annex."""
    doc = new_letter("Templat Surat Edaran")
    field(doc.sections[0].footer.paragraphs[0], "PAGE", "1")
    kop(doc)
    heading(doc)
    body(doc)
    signature(doc)
    annex(doc)
    return saved(doc)


def heading(doc: Document) -> None:
    """Whom it is for, which letter it is, and what about."""
    say(doc, "Yth.", "Kepada")
    say(doc, f"{{%p if kepada|length > {MANY} %}}", "Kepada")
    say(doc, "Para Kepala Subbagian (daftar terlampir)", "Kepada")
    say(doc, "{%p else %}", "Kepada")
    each(doc, "k in kepada", "{{ k }}", "Nomor Kepada")
    say(doc, "{%p endif %}", "Kepada")
    say(doc, "di tempat", "Kepada")
    for line in ("", "Surat Edaran", "Nomor {{ nomor }}", "tentang", "{{ tentang }}"):
        say(doc, line, "Judul Surat")


def body(doc: Document) -> None:
    """Its six parts."""
    say(doc, "Latar Belakang", BAGIAN)
    say(
        doc,
        "Laporan kinerja yang dapat dipercaya memerlukan data kinerja yang lengkap, benar, "
        "dan tepat waktu. Menurut SOP Pengumpulan Data Kinerja, data itu dikumpulkan setiap "
        "{{ satuan_periode }} dari setiap Subbagian, beserta data pendukungnya. Surat edaran "
        f"ini mengatur pengumpulan untuk {MASA}.",
        ISI,
    )
    say(doc, "Maksud dan Tujuan", BAGIAN)
    say(doc, "Surat edaran ini dimaksudkan sebagai pedoman bagi setiap Subbagian dalam "
        "mengisi dan menyampaikan data kinerja.", HURUF)  # fmt: skip
    say(doc, f"Tujuannya ialah terkumpulnya data kinerja {MASA} tepat waktu, beserta data "
        "pendukung yang dapat diverifikasi.", HURUF)  # fmt: skip
    say(doc, "Ruang Lingkup", BAGIAN)
    say(doc, "Surat edaran ini meliputi realisasi setiap indikator dalam Perjanjian Kinerja "
        f"Tahun {{{{ tahun }}}} untuk {MASA}, penjelasannya, dan data pendukungnya, pada "
        "Subbagian yang disebut dalam Lampiran.", ISI)  # fmt: skip
    say(doc, "Dasar", BAGIAN)
    for line in DASAR:
        say(doc, line, HURUF)
    say(doc, "Isi Edaran", BAGIAN)
    for line in ISI_EDARAN:
        say(doc, line, HURUF)
    say(doc, "Penutup", BAGIAN)
    say(doc, "Surat edaran ini berlaku sejak tanggal ditetapkan, untuk dilaksanakan "
        "sebagaimana mestinya.", "Penutup Surat")  # fmt: skip


def signature(doc: Document) -> None:
    """Where, when and by whom; who put a paraf under the draft; who gets a copy."""
    for line in (
        "Ditetapkan di {{ kota }}",
        "pada tanggal {{ tanggal }}",
        "{{ pejabat.jabatan|upper }} {{ satker|upper }},",
        "",
        "",
        "",
        "{{ pejabat.nama }}",
        "NIP {{ pejabat.nip }}",
        "",
    ):
        say(doc, line, TTD)
    table(
        doc,
        (
            Kolom("Diperiksa oleh", "{{ p.peran }}", 5.6),
            Kolom("Nama", "{{ p.nama }}", 4.6),
            Kolom("Paraf", "", 2.6),
            Kolom("Tanggal", "", 3.7),
        ),
        "p in paraf",
        fill=SHADE,
    )
    say(doc, "{%p if tembusan %}", "Tembusan")
    say(doc, "Tembusan:", "Tembusan")
    each(doc, "t in tembusan", "{{ t }}", "Nomor Tembusan")
    say(doc, "{%p endif %}", "Tembusan")


def annex(doc: Document) -> None:
    """Which form each Subbagian fills, until when, and what else it is handed."""
    say(doc, "Lampiran Surat Edaran", "Awal Lampiran")
    say(doc, "{{ pejabat.jabatan }} {{ satker }}", LAMPIRAN)
    say(doc, "Nomor {{ nomor }}", LAMPIRAN)
    say(doc, "tentang {{ tentang }}", LAMPIRAN)
    say(doc, "Daftar Subbagian, Formulir, dan Batas Pengembalian", "Judul Lampiran")
    table(
        doc,
        (
            Kolom("No", "{{ loop.index }}", 0.8, TENGAH),
            Kolom("Subbagian", "{{ b.nama }}", 5.0),
            Kolom(
                "Formulir",
                "{%p if b.ada %}\n{{ b.berkas }}\nKode {{ b.formulir }}{% if b.revisi > 1 %}, "
                "revisi {{ b.revisi }}{% endif %}\n{%p else %}\nbelum dibuat\n{%p endif %}",
                5.5,
            ),
            Kolom("Indikator", "{{ b.indikator }}", 1.8, TENGAH),
            Kolom("Batas Pengembalian", "{{ b.batas }}", 3.4, TENGAH),
        ),
        "b in baris",
        fill=SHADE,
    )
    say(
        doc,
        "{% if hari_kerja %}Batas pengembalian dihitung {{ hari_kerja }} hari kerja sesudah "
        "tanggal surat.{% endif %}{% if dilewati %} Hari yang tidak dihitung: "
        "{{ dilewati }}.{% endif %}",
        "Sumber",
    )
    say(doc, "Yang disertakan untuk setiap Subbagian:", "Judul Daftar")
    for line in (
        "surat edaran ini;",
        "formulir data kinerja berupa workbook Excel (.xlsx) seperti disebut dalam tabel;",
        "folder Data Pendukung untuk setiap indikator;",
        "petunjuk pengisian, yang juga ada di dalam formulir.",
    ):
        say(doc, line, "Huruf Lampiran")
