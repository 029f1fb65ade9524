"""Make templates/pelaksanaan_sop.docx, the page that proves the SOP was followed.

What stands between {{ }} and {% %} are fields of kinerja.pelaksanaan.
"""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from template.kop import kop
from template.letter import SHADE, new_letter
from template.page import field, saved, set_page
from template.table import Kolom, table
from template.text import ANGKA, TENGAH, say, when

JUDUL = "Bukti Pelaksanaan SOP Pengumpulan Data Kinerja"
MARGINS = {"left": 1.8, "right": 1.7, "top": 1.5, "bottom": 1.5}  # cm; eleven columns
TABLE, WIDTH = 9, 26.2  # points of its letters; cm
BLANK = "\u00a0"  # a cell of the last row that stays by itself
PARTS = ("Isi Tabel", "Kepala Tabel")

# As named in the SOP itself.
DASAR = (
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum, beserta perubahannya;",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
    "Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun "
    "2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu "
    "atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Komisi Pemilihan Umum Nomor 14 Tahun 2020, beserta perubahannya;",
    "Keputusan Komisi Pemilihan Umum Nomor 5/PR.03-kpt/03/KPU/I/2018.",
)


def pelaksanaan_sop() -> bytes:
    """The template of the page."""
    doc = new_letter(JUDUL)
    lay(doc)
    kop(doc)
    say(doc, JUDUL, "Judul Surat")
    say(doc, "{{ periode }} Tahun {{ tahun }}", "Judul Surat")
    _summary(doc)
    _basis(doc)
    _steps(doc)
    _handed_out(doc)
    _free_days(doc)
    _rest(doc)
    signatures(doc)
    return saved(doc)


def lay(doc: Document) -> None:
    """On its side, with the letters of the tables a little smaller."""
    section = doc.sections[0]
    set_page(section, landscape=True)
    for side, size in MARGINS.items():
        setattr(section, f"{side}_margin", Cm(size))
    for name in PARTS:
        doc.styles[name].font.size = Pt(TABLE)
    field(section.footer.paragraphs[0], "PAGE", "1")


def _summary(doc: Document) -> None:
    say(doc, "")
    say(
        doc,
        "Lembar ini mencatat pelaksanaan SOP Pengumpulan Data Kinerja di {{ satker }} untuk "
        "{{ periode }} {{ tahun }}. Dari {{ banyak_langkah }} langkah, {{ banyak_selesai }} "
        "sudah selesai dalam {{ nyata }} waktu kerja; mutu baku seluruh langkah ialah "
        "{{ baku }}{% if selisih %}, selisihnya {{ selisih }}{% endif %}."
        "{% if berjalan %} {{ berjalan }}{% endif %}",
    )


def _basis(doc: Document) -> None:
    say(doc, "Dasar hukum", "Bagian Surat")
    for line in DASAR:
        say(doc, line, "Huruf Surat")


def _steps(doc: Document) -> None:
    say(doc, "Langkah, mutu baku, dan waktu nyata", "Bagian Surat")
    table(
        doc,
        (
            Kolom("No", "{{ l.nomor }}", 0.9, TENGAH),
            Kolom("Kegiatan", "{{ l.kegiatan }}", 4.8),
            Kolom("Pelaksana", "{{ l.pelaksana }}", 2.5),
            Kolom("Kelengkapan", "{{ l.kelengkapan }}", 2.8),
            Kolom("Waktu Baku", "{{ l.baku }}", 1.5, TENGAH),
            Kolom("Keluaran", "{{ l.keluaran }}", 2.7),
            Kolom("Mulai", "{{ l.mulai }}", 2.1, TENGAH),
            Kolom("Selesai", "{{ l.selesai }}", 2.1, TENGAH),
            Kolom("Waktu Nyata", "{{ l.nyata }}", 1.9, TENGAH),
            Kolom("Selisih", "{{ l.selisih }}", 1.9, TENGAH),
            Kolom(
                "Dicap Oleh",
                "{{ l.sumber }}\n{%p if l.alasan %}\nAlasan: {{ l.alasan }}\n{%p endif %}",
                3.0,
            ),
        ),
        "l in langkah",
        total=(
            *("Jumlah", "", "", ""),
            "{{ baku }}",
            *(BLANK,) * 3,
            "{{ nyata }}",
            "{% if selisih %}{{ selisih }}{% else %}–{% endif %}",
            BLANK,
        ),
        fill=SHADE,
    )
    when(
        doc,
        "turunan",
        "Waktu baku langkah 1 sampai 8 tidak terbaca satu per satu di naskah SOP. Jumlahnya "
        "{{ turunan }}, diturunkan dari jumlah seluruhnya, dan termasuk di baris Jumlah.",
        "Sumber",
    )
    say(
        doc,
        "Waktu dicap oleh tombol saat pekerjaannya dilakukan, atau diketik di lembar "
        "register; yang dibetulkan dengan tangan disertai alasannya.",
        "Sumber",
    )


def _handed_out(doc: Document) -> None:
    say(doc, "Distribusi formulir dan ketepatan pengembalian", "Bagian Surat")
    say(doc, "{%p if distribusi %}")
    table(
        doc,
        (
            Kolom("Subbagian", "{{ d.nama }}", 7.0),
            Kolom("Dibagikan", "{{ d.dibagikan }}", 3.0, TENGAH),
            Kolom("Diterima Oleh", "{{ d.penerima }}", 4.2),
            Kolom(
                "Batas",
                "{{ d.batas }}\n{%p if d.alasan %}\nAlasan: {{ d.alasan }}\n{%p endif %}",
                5.0,
            ),
            Kolom("Kembali", "{{ d.kembali }}", 3.0, TENGAH),
            Kolom("Ketepatan", "{{ d.ketepatan }}", 4.0),
        ),
        "d in distribusi",
        fill=SHADE,
    )
    say(
        doc,
        "{{ banyak_kembali }} formulir sudah kembali, {{ banyak_tepat }} di antaranya tepat "
        "waktu. Yang kembali pada hari batasnya tepat waktu, pukul berapa pun. Formulir yang "
        "terlambat tetap diterima.",
        "Sumber",
    )
    say(doc, "{%p else %}")
    say(doc, "Belum ada formulir yang dibagikan.")
    say(doc, "{%p endif %}")


def _free_days(doc: Document) -> None:
    say(doc, "Hari yang tidak dihitung", "Bagian Surat")
    say(doc, "{%p if libur %}")
    table(
        doc,
        (
            Kolom("Sebab", "{{ h.sebab }}", 8.0),
            Kolom("Banyaknya", "{{ h.banyak }}", 2.2, ANGKA),
            Kolom("Hari", "{{ h.hari }}", 16.0),
        ),
        "h in libur",
        fill=SHADE,
    )
    say(
        doc,
        "Hari libur dari {{ dari }} sampai {{ sampai }}, menurut kalender libur nasional dan "
        "cuti bersama serta lembar Hari Libur, yang menang bila keduanya berbeda.",
        "Sumber",
    )
    say(doc, "{%p else %}")
    say(
        doc,
        "{% if dari %}Tidak ada hari libur dari {{ dari }} sampai {{ sampai }}."
        "{% else %}Belum ada langkah yang dikerjakan.{% endif %}",
    )
    say(doc, "{%p endif %}")


def _rest(doc: Document) -> None:
    say(doc, "Cara menghitung waktu", "Bagian Surat")
    say(
        doc,
        "Waktu nyata dihitung dalam menit kerja, yaitu Senin sampai Kamis {{ jam_kerja }} dan "
        "Jumat {{ jam_jumat }}, di luar hari yang tidak dihitung. Satu hari kerja ialah "
        "{{ sehari }}. Satu langkah dimulai saat langkah sebelumnya selesai, kecuali mulainya "
        "diketik.",
        "Isi Surat",
    )
    say(doc, "Riwayat", "Bagian Surat")
    say(
        doc,
        "{% if tindakan %}Lembar Riwayat memuat {{ banyak_tindakan }} tindakan, di luar "
        "tombol Status yang hanya melihat. Yang terakhir: {{ tindakan }}{% if sidik %}, "
        "dengan sidik jurnal {{ sidik }}{% endif %}.{% else %}Lembar Riwayat belum memuat "
        "tindakan.{% endif %}",
        "Isi Surat",
    ).paragraph_format.keep_with_next = True  # with the signatures


def signatures(doc: Document) -> None:
    """Who answers for it, side by side and never alone on a page; who only knows, left."""
    lines = (
        ("", ""),
        ("Mengetahui,", "{{ kota }}, ............................"),
        ("{{ sekretaris.jabatan }},", "{{ perencana.jabatan }},"),
        *[("", "")] * 3,
        ("{{ sekretaris.nama }}", "{{ perencana.nama }}"),
        ("NIP {{ sekretaris.nip }}", "NIP {{ perencana.nip }}"),
    )
    grid = doc.add_table(rows=len(lines), cols=2)
    grid.autofit = False
    for row, texts in zip(grid.rows, lines, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(row.cells, texts, strict=True):
            cell.width = Cm(WIDTH / 2)
            cell.paragraphs[0].style = TENGAH
            cell.paragraphs[0].add_run(text).font.size = Pt(11)
