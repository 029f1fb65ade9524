"""Make templates/laporan_semester.docx, the Word template of the report of one Semester.

What stands between {{ }} and {% %} are fields of kinerja.laporan_semester.
"""

from __future__ import annotations

from docx.document import Document

from template.lampiran import colophon, excused, inventory, measurement, remarks, reopened
from template.look import new_document
from template.page import edge_text, new_section, saved
from template.report import (
    contents,
    cover_state,
    follow_ups,
    properties,
    results,
    signature,
    waits,
)
from template.table import Kolom, table
from template.text import (
    ANGKA,
    CAPAIAN,
    TENGAH,
    UNKNOWN,
    bab,
    caption,
    drafted,
    narasi,
    note,
    say,
    told,
)

HEAD = (
    "{% if draf %}DRAF · {% endif %}Laporan Kinerja Semester {{ semester }} {{ satker }} "
    "Tahun {{ tahun }}"
)


def semester_report() -> bytes:
    """The template of the semester report."""
    doc = new_document()
    cover(doc)
    edge_text(new_section(doc, numbers="lowerRoman", start=1), HEAD)
    summary(doc)
    contents(doc)
    edge_text(new_section(doc, numbers="decimal", start=1), HEAD)
    opening(doc)
    achieved(doc)
    budget(doc)
    closing(doc)
    annexes(doc)
    properties(doc, "Templat Laporan Kinerja Semester")
    return saved(doc)


def cover(doc: Document) -> None:
    """The cover, without a page number."""
    say(doc, "LAPORAN KINERJA SEMESTER {{ semester }}", "Judul Sampul")
    say(doc, "TAHUN {{ tahun }}", "Anak Judul Sampul")
    say(doc, "{{ cakupan }}", "Keterangan Sampul")
    cover_state(doc, annex="Lampiran 3")


def summary(doc: Document) -> None:
    """The whole result on one page."""
    say(doc, "Ringkasan", "Judul Bagian")
    say(
        doc,
        "Laporan ini memuat kinerja {{ satker }} pada semester {{ semester }} tahun "
        "{{ tahun }}, yaitu {{ cakupan }}, dengan {{ banyak_sasaran }} sasaran dan "
        "{{ banyak_indikator }} indikator. Capaian {{ banyak_terukur }} indikator sudah dapat "
        "dihitung, dan {{ banyak_tercapai }} di antaranya mencapai target semester. "
        "{% if terukur %}Rata-rata capaian {{ sasaran_terukur }} dari {{ banyak_sasaran }} "
        "sasaran adalah {{ rata_capaian }}% dengan predikat {{ rata_predikat }}.{% else %}"
        "{{ rata_capaian }}.{% endif %} Hasil setiap indikator disajikan pada "
        "{{ tabel_berikut }}.",
    )
    waits(doc)
    caption(doc, "Tabel", "Ringkasan capaian semester {{ semester }}", "R", first=True)
    results(doc, "Target Semester")


def opening(doc: Document) -> None:
    """What is reported, and how its figures are made."""
    bab(doc, "Pendahuluan")
    with narasi(doc, "pendahuluan", "Pendahuluan"):
        say(
            doc,
            "Laporan ini disusun dari formulir data kinerja yang dikembalikan setiap "
            "subbagian untuk {{ cakupan }} tahun {{ tahun }} beserta data pendukungnya. "
            "Bersama laporan semester lainnya, laporan ini menjadi dasar laporan kinerja "
            "tahunan.",
        )
    say(
        doc,
        "Target dan realisasi semester digabungkan dari {{ siklus }} di dalamnya menurut "
        "konsolidasi setiap indikator: dijumlahkan, dirata-rata, diambil nilai terakhir, atau "
        "diambil yang tertinggi. Persentase tidak pernah dijumlahkan.",
    )


def achieved(doc: Document) -> None:
    """Each Sasaran: its table, its chart, its sentences, what the forms say."""
    bab(doc, "Capaian Kinerja")
    say(doc, "{%p for s in sasaran %}")
    say(doc, "Sasaran {{ s.kode }}: {{ s.uraian }}", "Heading 2")
    say(
        doc,
        "{% if s.terukur %}Capaian sasaran ini {{ s.capaian }}% dengan predikat "
        "{{ s.predikat }}, yaitu rata-rata {{ s.dihitung }} dari {{ s.banyak }} indikator; "
        "{{ s.tercapai }} indikator mencapai target semester.{% else %}Capaian sasaran ini: "
        "{{ s.capaian }}.{% endif %} Rinciannya disajikan pada {{ tabel_berikut }}"
        "{% if s.terukur %} dan {{ gambar_berikut }}{% endif %}.",
    )
    caption(doc, "Tabel", "Capaian sasaran {{ s.kode }} semester {{ semester }}")
    table(
        doc,
        (
            Kolom("Kode", "{{ i.kode }}", 1.4, TENGAH),
            Kolom("Target Semester", "{{ i.target }}", 1.9, ANGKA),
            Kolom("Realisasi Semester", "{{ i.realisasi }}", 2.0, ANGKA),
            Kolom("Capaian (%)", CAPAIAN, 2.3, ANGKA),
            Kolom("Predikat", "{{ i.predikat }}", 2.1, TENGAH),
            Kolom("Target Tahun", "{{ i.target_tahun }}", 1.7, ANGKA),
            Kolom("Realisasi Tahun Berjalan", "{{ i.kumulatif }}", 2.0, ANGKA),
            Kolom("Kemajuan (%)", "{{ i.kemajuan }}", 2.1, ANGKA),
        ),
        "i in s.indikator",
    )
    note(
        doc,
        "Kemajuan adalah capaian realisasi tahun berjalan terhadap target tahun, tanpa batas.",
    )
    say(doc, "{%p if s.terukur %}")
    say(doc, "{{ s.grafik }}", "Gambar")
    caption(doc, "Gambar", "Capaian indikator sasaran {{ s.kode }} (persen)")
    say(doc, "{%p endif %}")
    say(doc, "Target dan realisasi semester", "Heading 3")
    drafted(doc, "semester", "Target dan realisasi", UNKNOWN)
    say(doc, "{%p if s.penyebab %}")
    told(doc, "Penyebab, kendala, dan solusi", "s.penyebab", "Heading 3")
    say(doc, "{%p endif %}")
    say(doc, "{%p if s.kegiatan %}")
    told(doc, "Program dan kegiatan penunjang", "s.kegiatan", "Heading 3")
    say(doc, "{%p endif %}")
    say(doc, "{%p endfor %}")


def budget(doc: Document) -> None:
    """What was spent in the Semester, and in the year up to its end."""
    bab(doc, "Realisasi Anggaran")
    say(doc, "{%p if anggaran.ada %}")
    say(
        doc,
        "Sampai akhir semester {{ semester }} telah direalisasikan "
        "{{ anggaran.jumlah.kumulatif }} dari pagu {{ anggaran.jumlah.pagu }}, sehingga "
        "serapannya {{ anggaran.jumlah.serapan }}%, seperti pada {{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Realisasi anggaran semester {{ semester }} tahun {{ tahun }}")
    table(
        doc,
        (
            Kolom("Program/Kegiatan", "{{ a.kode }}\n{{ a.uraian }}", 4.6),
            Kolom("Pagu", "{{ a.pagu }}", 3.0, ANGKA),
            Kolom("Realisasi Semester", "{{ a.realisasi }}", 3.0, ANGKA),
            Kolom("Realisasi Tahun Berjalan", "{{ a.kumulatif }}", 3.0, ANGKA),
            Kolom(
                "Serapan (%)",
                "{{ a.serapan }}\n{%p if a.lebih %}\nmelebihi pagu\n{%p endif %}",
                1.9,
                ANGKA,
            ),
        ),
        "a in anggaran.baris",
        total=(
            "Jumlah",
            "{{ anggaran.jumlah.pagu }}",
            "{{ anggaran.jumlah.realisasi }}",
            "{{ anggaran.jumlah.kumulatif }}",
            "{{ anggaran.jumlah.serapan }}",
        ),
    )
    note(doc)
    say(doc, "{%p else %}")
    say(doc, "{{ anggaran.belum }}")
    say(doc, "{%p endif %}")


def closing(doc: Document) -> None:
    """Penutup."""
    bab(doc, "Penutup")
    with narasi(doc, "penutup", "Penutup"):
        say(
            doc,
            "Dari {{ banyak_indikator }} indikator, {{ banyak_tercapai }} mencapai target "
            "semester {{ semester }} tahun {{ tahun }}{% if terukur %}; rata-rata capaian "
            "{{ sasaran_terukur }} dari {{ banyak_sasaran }} sasaran {{ rata_capaian }}% "
            "({{ rata_predikat }}){% endif %}.",
        )
    follow_ups(doc)
    signature(doc)


def annexes(doc: Document) -> None:
    """Every figure and every file of the Semester."""
    say(doc, "Lampiran 1  Pengukuran Kinerja Tiap Periode", "Judul Bagian")
    measurement(doc, first=True)
    edge_text(new_section(doc, landscape=True), HEAD)
    say(doc, "Lampiran 2  Inventaris Data Pendukung", "Judul Bagian")
    inventory(doc)
    edge_text(new_section(doc), HEAD)
    say(doc, "Lampiran 3  Catatan Verifikasi", "Judul Bagian")
    remarks(doc)
    excused(doc)
    reopened(doc)
    colophon(doc)
