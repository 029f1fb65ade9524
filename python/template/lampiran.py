"""The annexes of the template of the annual report; the wide ones lie on their side."""

from __future__ import annotations

from docx.document import Document

from template.asal_angka import origins
from template.page import edge_text, new_section
from template.table import Kolom, table
from template.text import ANGKA, HEAD, REKAAN, TENGAH, caption, note, say, when


def lampiran(doc: Document) -> None:
    """The annexes; the wide ones lie on their side."""
    say(doc, "Lampiran 1  Perjanjian Kinerja Tahun {{ tahun }}", "Judul Bagian")
    agreement(doc)
    say(doc, "Lampiran 2  Pengukuran Kinerja Tiap Periode", "Judul Bagian")
    measurement(doc)
    edge_text(new_section(doc, landscape=True), HEAD)
    say(doc, "Lampiran 3  Semester 1 dan Semester 2 Menjadi Tahun", "Judul Bagian")
    proof(doc)
    say(doc, "Lampiran 4  Inventaris Data Pendukung", "Judul Bagian")
    inventory(doc)
    edge_text(new_section(doc), HEAD)
    say(doc, "Lampiran 5  Catatan Verifikasi", "Judul Bagian")
    remarks(doc)
    excused(doc)
    reopened(doc)
    say(doc, "Lampiran 6  Asal Angka", "Judul Bagian")
    origins(doc)
    colophon(doc)


def agreement(doc: Document) -> None:
    """Perjanjian Kinerja in its usual form."""
    say(doc, "Nama kelembagaan: {{ satker }}")
    say(doc, "Tahun: {{ tahun }}")
    caption(doc, "Tabel", "Perjanjian Kinerja", "L", first=True)
    table(
        doc,
        (
            Kolom("Kode", "{{ i.kode }}", 1.5, TENGAH),
            Kolom("Indikator Kinerja", "{{ i.uraian }}" + REKAAN, 9.4),
            Kolom("Satuan", "{{ i.satuan }}", 2.0, TENGAH),
            Kolom("Target", "{{ i.target }}", 2.6, ANGKA),
        ),
        "i in s.indikator",
        groups=("s in sasaran", "Sasaran {{ s.kode }}: {{ s.uraian }}"),
    )
    note(doc)
    say(doc, "{%p if anggaran.ada %}")
    program(doc, "L")
    say(doc, "{%p endif %}")
    say(doc, "{%p if rencana %}")
    actions(doc)
    say(doc, "{%p endif %}")


def actions(doc: Document) -> None:
    """The Rencana Aksi that belong to the agreement."""
    target = (
        "{%p for t in r.target %}\n{{ t.periode }}: {{ t.target }}\n{%p endfor %}\n"
        "{%p if not r.target %}\n–\n{%p endif %}"
    )
    caption(doc, "Tabel", "Rencana aksi tahun {{ tahun }}", "L")
    table(
        doc,
        (
            Kolom("Kode", "{{ r.kode }}", 1.4, TENGAH),
            Kolom("Rencana Aksi", "{{ r.uraian }}", 5.5),
            Kolom("Penanggung Jawab", "{{ r.subbagian }}", 2.6),
            Kolom("Target", target, 3.1),
            Kolom("Anggaran", "{{ r.anggaran }}", 2.9, ANGKA),
        ),
        "r in rencana",
    )
    note(doc)


def measurement(doc: Document, first: bool = False) -> None:
    """Every answer of every Periode."""
    caption(doc, "Tabel", "Target dan realisasi tiap periode tahun {{ tahun }}", "L", first)
    table(
        doc,
        (
            Kolom("Periode", "{{ p.periode }}", 2.2),
            Kolom("Target", "{{ p.target }}", 2.3, ANGKA),
            Kolom("Realisasi", "{{ p.realisasi }}", 3.0, ANGKA),
            Kolom("Capaian (%)", "{{ p.capaian }}", 2.1, ANGKA),
            Kolom("Status", "{{ p.status }}", 2.4, TENGAH),
            Kolom("Alasan", "{{ p.alasan }}", 3.5),
        ),
        "p in i.periode",
        groups=(
            "i in pengukuran",
            "{{ i.kode }}  {{ i.uraian }}" + REKAAN + " — {{ i.penanggung_jawab }}",
        ),
    )
    note(
        doc,
        "Capaian tiap periode tidak dibatasi. Tanda – berarti tidak ada atau tidak berlaku.",
    )


def proof(doc: Document) -> None:
    """Row by row that both Semester make the year, under each Indikator's own rule."""
    say(
        doc,
        "Nilai Semester 1 dan Semester 2 digabungkan menurut aturan konsolidasi setiap "
        "indikator, "
        "lalu dibandingkan dengan nilai tahun yang dihitung tersendiri dari semua periode. "
        "Keduanya sama pada {{ bukti_sama }} dari {{ banyak_indikator }} indikator. "
        "Persentase "
        "tidak pernah dijumlahkan.",
    )
    caption(doc, "Tabel", "Semester 1 dan Semester 2 menjadi tahun {{ tahun }}", "L")
    table(
        doc,
        (
            Kolom("Kode", "{{ b.kode }}", 1.3, TENGAH),
            Kolom("Indikator Kinerja", "{{ b.uraian }}", 5.6),
            Kolom("Konsolidasi", "{{ b.konsolidasi }}", 2.2, TENGAH),
            Kolom("Semester 1", "{{ b.semester_1 }}", 2.1, ANGKA),
            Kolom("Semester 2", "{{ b.semester_2 }}", 2.1, ANGKA),
            Kolom("Gabungan", "{{ b.gabungan }}", 2.1, ANGKA),
            Kolom("Tahun", "{{ b.tahun }}", 2.1, ANGKA),
            Kolom(
                "Hasil",
                "{% if not b.terhitung %}– belum lengkap{% elif b.sama %}✔ sama{% else %}"
                "✖ berbeda{% endif %}",
                1.9,
                TENGAH,
            ),
            Kolom(
                "Cara",
                "{% if b.konsolidasi == 'jumlah' %}{% if b.rasio %}jumlah x dibagi jumlah y"
                "{% else %}dijumlahkan{% endif %}{% elif b.konsolidasi == 'rata-rata' %}tidak "
                "dijumlahkan; dirata-rata dari {{ b.isi_1 }} + {{ b.isi_2 }} periode"
                "{% elif b.konsolidasi == 'maksimum' %}tidak dijumlahkan; diambil yang "
                "tertinggi"
                "{% else %}tidak dijumlahkan; diambil nilai terakhir{% endif %}",
                4.7,
            ),
        ),
        "b in bukti",
    )
    note(doc)
    say(
        doc,
        "Laporan semester yang menjadi laporan tahunan ini disajikan pada "
        "{{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Laporan semester tahun {{ tahun }}", "L")
    table(
        doc,
        (
            Kolom("Semester", "{{ r.semester }}", 2.0, TENGAH),
            Kolom("Berkas", "{{ r.berkas }}", 8.6),
            Kolom("SHA-256", "{{ r.sha256 }}", 9.5),
            Kolom("Keadaan", "{{ r.keadaan }}", 4.0, TENGAH),
        ),
        "r in laporan_semester",
    )
    note(doc)


def inventory(doc: Document) -> None:
    """What was listed and what was found."""
    say(doc, "{%p if berkas %}")
    caption(doc, "Tabel", "Data pendukung yang disyaratkan, dicatat, dan ditemukan", "L")
    table(
        doc,
        (
            Kolom("Kode", "{{ d.kode }}", 1.4, TENGAH),
            Kolom("Periode", "{{ d.periode }}", 2.2),
            Kolom("Subbagian", "{{ d.subbagian }}", 2.8),
            Kolom("Jenis", "{{ d.jenis }}", 4.2),
            Kolom("Berkas", "{{ d.berkas }}", 6.2),
            Kolom("Keadaan", "{{ d.keadaan }}", 3.2),
            Kolom("Ukuran", "{{ d.ukuran }}", 2.2, ANGKA),
            Kolom("Halaman", "{{ d.halaman }}", 2.0, ANGKA),
        ),
        "d in berkas",
    )
    note(doc)
    say(doc, "{%p else %}")
    say(doc, "Belum ada data pendukung yang disyaratkan, dicatat, maupun ditemukan.")
    say(doc, "{%p endif %}")


def remarks(doc: Document) -> None:
    """The Catatan Verifikasi that stand."""
    say(doc, "{%p if catatan %}")
    say(
        doc,
        "Catatan berikut belum diselesaikan saat laporan ini disusun. Selama masih ada "
        "catatan "
        "bertingkat Galat, laporan ini berstatus draf.",
    )
    caption(doc, "Tabel", "Catatan verifikasi yang belum diselesaikan", "L")
    table(
        doc,
        (
            Kolom("Tingkat", "{{ c.tingkat }}\n{{ c.kode }}", 2.2, TENGAH),
            Kolom("Tempat", "{{ c.tempat }}", 3.6),
            Kolom("Yang Ditemukan", "{{ c.pesan }}", 5.2),
            Kolom("Cara Membetulkan", "{{ c.cara }}", 4.5),
        ),
        "c in catatan",
    )
    say(doc, "", "Sumber")
    say(doc, "{%p else %}")
    say(doc, "Tidak ada catatan verifikasi yang belum diselesaikan.")
    say(doc, "{%p endif %}")


def excused(doc: Document) -> None:
    """What was set aside, with the reason that the planner gave."""
    say(doc, "{%p if pengecualian %}")
    say(
        doc,
        "Catatan verifikasi berikut dikecualikan dengan alasan tertulis, jadi tidak lagi "
        "dihitung.",
    )
    caption(doc, "Tabel", "Catatan verifikasi yang dikecualikan", "L")
    table(
        doc,
        (
            Kolom("Kode", "{{ c.kode }}", 1.5, TENGAH),
            Kolom("Tempat", "{{ c.tempat }}", 3.2),
            Kolom("Yang Ditemukan", "{{ c.pesan }}", 4.5),
            Kolom("Alasan", "{{ c.alasan }}", 3.8),
            Kolom("Oleh", "{{ c.oleh }}\n{{ c.waktu }}", 2.5),
        ),
        "c in pengecualian",
    )
    say(doc, "{%p endif %}")


def reopened(doc: Document) -> None:
    """The forms that were opened again after they had been locked, and why."""
    say(doc, "{%p if dibuka_lagi %}")
    say(doc, "Formulir berikut dibuka lagi setelah dikunci, dengan alasan tertulis.")
    caption(doc, "Tabel", "Formulir yang dibuka lagi", "L")
    table(
        doc,
        (
            Kolom("Periode", "{{ d.periode }}", 2.6),
            Kolom("Subbagian", "{{ d.subbagian }}", 2.8),
            Kolom("Alasan", "{{ d.alasan }}", 6.6),
            Kolom("Oleh", "{{ d.oleh }}\n{{ d.waktu }}", 3.5),
        ),
        "d in dibuka_lagi",
    )
    say(doc, "{%p endif %}")


def colophon(doc: Document) -> None:
    """The journal as it stood when the report was compiled."""
    when(
        doc,
        "kolofon",
        "Disusun dengan kinerja. Sidik riwayat tindakan saat laporan ini disusun: "
        "{{ kolofon }}.",
        "Sumber",
    )


def program(doc: Document, prefix: str = "") -> None:
    """The budget as it was agreed."""
    caption(doc, "Tabel", "Program dan anggaran tahun {{ tahun }}", prefix)
    table(
        doc,
        (
            Kolom("Kode", "{{ a.kode }}", 2.4),
            Kolom("Program/Kegiatan", "{{ a.uraian }}", 7.6),
            Kolom("Sasaran", "{{ a.sasaran }}", 1.8, TENGAH),
            Kolom("Pagu", "{{ a.pagu }}", 3.7, ANGKA),
        ),
        "a in anggaran.baris",
        total=("Jumlah", "", "", "{{ anggaran.jumlah.pagu }}"),
    )
    note(doc)
