"""Make templates/halaman_lke.docx, the page for those who evaluate the SAKIP.

What stands between {{ }} and {% %} are fields of kinerja.evaluation.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.styles.style import ParagraphStyle

from template.kop import kop
from template.letter import SHADE, new_letter
from template.page import saved
from template.pelaksanaan_sop import lay, signatures
from template.table import Kolom, table
from template.text import ANGKA, TENGAH, say

JUDUL = "Bukti Pengumpulan dan Pengukuran Data Kinerja"
KECIL = "Sumber"
LAST = "Riwayat tindakan di aplikasi"  # stays with the signatures


def halaman_lke() -> bytes:
    """The template of the page."""
    doc = new_letter(JUDUL)
    lay(doc)
    _group_style(doc)
    kop(doc)
    say(doc, JUDUL, "Judul Surat")
    say(doc, "untuk Lembar Kerja Evaluasi SAKIP Tahun {{ tahun }}", "Judul Surat")
    _summary(doc)
    _criteria(doc)
    _periods(doc)
    _reports(doc)
    _screenshots(doc)
    _journal(doc)
    signatures(doc)
    _steps(doc)
    return saved(doc)


def _group_style(doc: Document) -> None:
    """The row above the steps of one Periode, which no letter has."""
    style = doc.styles.add_style("Kelompok Tabel", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = doc.styles["Isi Tabel"]
    style.font.bold = True
    style.paragraph_format.keep_with_next = True


def _summary(doc: Document) -> None:
    say(doc, "")
    say(
        doc,
        "Halaman ini disusun dari data kinerja {{ satker }} tahun {{ tahun }}. Dari "
        "{{ banyak_kriteria }} kriteria, {{ banyak_ada }} sudah berbukti lengkap. Keadaan di "
        "sini menerangkan adanya bukti; penilaiannya tetap pada evaluator.",
    )


def _criteria(doc: Document) -> None:
    say(doc, "Kriteria dan buktinya", "Bagian Surat")
    table(
        doc,
        (
            Kolom("No", "{{ k.nomor }}", 1.0, TENGAH),
            Kolom("Komponen", "{{ k.komponen }}", 3.0),
            Kolom("Kriteria", "{{ k.kriteria }}", 8.0),
            Kolom("Keadaan", "{{ k.keadaan }}", 2.4),
            Kolom("Yang Ditemukan", "{{ k.ditemukan }}", 6.2),
            Kolom("Lampirkan", "{{ k.lampiran }}", 5.6),
        ),
        "k in kriteria",
        fill=SHADE,
    )


def _periods(doc: Document) -> None:
    columns = (
        Kolom("Periode", "{{ p.periode }}", 3.2),
        Kolom("Langkah SOP Selesai", "{{ p.selesai }}", 2.7, TENGAH),
        Kolom("Waktu Nyata", "{{ p.nyata }}", 4.0, TENGAH),
        Kolom("Waktu Baku", "{{ p.baku }}", 4.0, TENGAH),
        Kolom("Formulir Kembali", "{{ p.kembali }}", 2.4, TENGAH),
        Kolom("Tepat Waktu", "{{ p.tepat }}", 2.3, TENGAH),
        Kolom("Angka Lengkap", "{{ p.angka }}", 2.4, TENGAH),
        Kolom("Narasi Lengkap", "{{ p.narasi }}", 2.4, TENGAH),
        Kolom("Data Pendukung Lengkap", "{{ p.data_pendukung }}", 2.8, TENGAH),
    )
    note = "Waktu dihitung dalam hari dan jam kerja kantor, di luar hari libur."
    with _part(doc, "Cakupan setiap periode", "periode", "Belum ada periode yang dimulai."):
        table(doc, columns, "p in periode", fill=SHADE)
        say(doc, note, KECIL)


def _reports(doc: Document) -> None:
    columns = (
        Kolom("Berkas", "{{ l.berkas }}", 8.8),
        Kolom("Status", "{{ l.status }}", 2.2, TENGAH),
        Kolom("Disusun", "{{ l.disusun }}", 4.0, TENGAH),
        Kolom("SHA-256", "{{ l.sha256 }}", 11.2),
    )
    with _part(doc, "Laporan yang disusun", "laporan", "Belum ada laporan yang disusun."):
        table(doc, columns, "l in laporan", fill=SHADE)


def _screenshots(doc: Document) -> None:
    columns = (
        Kolom("Berkas", "{{ g.berkas }}", 9.6),
        Kolom("Membuktikan Entri", "{{ g.tentang }}", 5.4),
        Kolom("SHA-256", "{{ g.sha256 }}", 11.2),
    )
    nothing = "Belum ada tangkapan layar di folder Entri atau Gambar."
    with _part(doc, "Tangkapan layar", "gambar", nothing):
        table(doc, columns, "g in gambar", fill=SHADE)


def _journal(doc: Document) -> None:
    columns = (
        Kolom("Tindakan", "{{ t.nama }}", 6.0),
        Kolom("Banyaknya", "{{ t.banyak }}", 2.2, ANGKA),
        Kolom("Pertama", "{{ t.pertama }}", 4.2, TENGAH),
        Kolom("Terakhir", "{{ t.terakhir }}", 4.2, TENGAH),
        Kolom("Oleh", "{{ t.oleh }}", 9.6),
    )
    note = (
        "{{ banyak_tindakan }} tindakan, dicatat otomatis dan berantai; yang hanya melihat "
        "tidak dihitung. Sidik riwayat: {{ sidik }}."
    )
    nothing = "Belum ada tindakan yang tercatat."
    with _part(doc, LAST, "tindakan", nothing):
        table(doc, columns, "t in tindakan", fill=SHADE)
        say(doc, note, KECIL).paragraph_format.keep_with_next = True  # with the signatures


@contextmanager
def _part(doc: Document, title: str, rows: str, nothing: str) -> Iterator[None]:
    """A part whose content is printed if there are rows, else a sentence that says so."""
    say(doc, title, "Bagian Surat")
    say(doc, f"{{%p if {rows} %}}")
    yield
    say(doc, "{%p else %}")
    say(doc, nothing).paragraph_format.keep_with_next = title == LAST
    say(doc, "{%p endif %}")


def _steps(doc: Document) -> None:
    """The annex: every step of every Periode."""
    head = say(doc, "Lampiran: langkah demi langkah", "Bagian Surat")
    head.paragraph_format.page_break_before = True
    table(
        doc,
        (
            Kolom("Langkah", "{{ l.nomor }}", 1.8, TENGAH),
            Kolom("Kegiatan", "{{ l.kegiatan }}", 10.4),
            Kolom("Mulai", "{{ l.mulai }}", 3.4, TENGAH),
            Kolom("Selesai", "{{ l.selesai }}", 3.4, TENGAH),
            Kolom("Waktu Nyata", "{{ l.nyata }}", 3.6, TENGAH),
            Kolom("Dicap Oleh", "{{ l.sumber }}", 3.6),
        ),
        "l in p.langkah",
        groups=("p in periode", "{{ p.periode }}"),
        fill=SHADE,
    )
