"""Bab III of the template of the annual report: capaian, the seven analyses, anggaran."""

from __future__ import annotations

from docx.document import Document

from template.table import Kolom, table
from template.text import (
    ANGKA,
    CAPAIAN,
    REKAAN,
    TENGAH,
    UNKNOWN,
    bab,
    caption,
    drafted,
    each,
    narasi,
    note,
    say,
    told,
    when,
)

# What the years before the last one were, behind the sentence on that.
EARLIER = (
    "{% for t in i.lalu.terdahulu %} Tahun {{ t.tahun }}: realisasi {{ t.realisasi }} dari "
    "target {{ t.target }}.{% endfor %}"
)


def bab_3(doc: Document) -> None:
    """Akuntabilitas kinerja."""
    bab(doc, "Akuntabilitas Kinerja")
    say(doc, "Capaian Kinerja Organisasi", "Heading 2")
    measured(doc)
    say(doc, "{%p for s in sasaran %}")
    sasaran(doc)
    say(doc, "{%p endfor %}")
    say(doc, "Realisasi Anggaran", "Heading 2")
    say(doc, "{%p if anggaran.ada %}")
    budget(doc)
    say(doc, "{%p else %}")
    say(doc, "{{ anggaran.belum }}")
    say(doc, "{%p endif %}")


def measured(doc: Document) -> None:
    """How the figures were made, before the first of them."""
    say(
        doc,
        "Capaian indikator yang makin tinggi makin baik dihitung dengan realisasi dibagi "
        "target "
        "dikali 100%. {% if ada_negatif %}Capaian indikator yang makin rendah makin baik "
        "dihitung "
        "dengan {% if rumus_negatif == 'B' %}target dibagi realisasi dikali 100%{% else "
        "%}dua kali "
        "target dikurangi realisasi, dibagi target, dikali 100%{% endif %}. {% endif %}"
        "{% if batas_capaian %}Capaian di atas {{ batas_capaian }}% dihitung {{ "
        "batas_capaian }}%. "
        "{% endif %}Capaian sasaran adalah rata-rata capaian indikatornya yang dapat "
        "dihitung. "
        "Predikat ditetapkan dari capaian sebelum pembulatan menurut {{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Skala predikat")
    table(
        doc,
        (
            Kolom(
                "Capaian",
                "{% if j.bawah %}lebih dari {{ j.bawah }}%{% if j.atas %} sampai {{ j.atas }}%"
                "{% endif %}{% elif j.atas %}{{ j.atas }}% ke bawah{% else %}semua capaian"
                "{% endif %}",
                7.0,
            ),
            Kolom("Predikat", "{{ j.predikat }}", 5.0),
        ),
        "j in skala",
    )
    say(doc, "", "Sumber")


def sasaran(doc: Document) -> None:
    """One Sasaran: result, chart, the seven analyses, what is recommended."""
    say(doc, "Sasaran {{ s.kode }}: {{ s.uraian }}", "Heading 3")
    say(
        doc,
        "Sasaran ini diukur dengan {{ s.banyak }} indikator. {% if s.terukur %}Capaiannya "
        "{{ s.capaian }}% dengan predikat {{ s.predikat }}, yaitu rata-rata {{ s.dihitung }} "
        "dari "
        "{{ s.banyak }} indikator; {{ s.tercapai }} indikator mencapai target.{% else %}"
        "{{ s.capaian }}.{% endif %} Rinciannya disajikan pada {{ tabel_berikut }}"
        "{% if s.terukur %} dan {{ gambar_berikut }}{% endif %}.",
    )
    caption(doc, "Tabel", "Capaian kinerja sasaran {{ s.kode }} tahun {{ tahun }}")
    table(
        doc,
        (
            Kolom("Kode", "{{ i.kode }}", 1.3, TENGAH),
            Kolom("Indikator Kinerja", "{{ i.uraian }}" + REKAAN, 5.2),
            Kolom("Target", "{{ i.target }}", 1.9, ANGKA),
            Kolom("Realisasi", "{{ i.realisasi }}", 2.2, ANGKA),
            Kolom("Capaian (%)", CAPAIAN, 2.6, ANGKA),
            Kolom("Predikat", "{{ i.predikat }}", 2.3, TENGAH),
        ),
        "i in s.indikator",
    )
    note(doc)
    say(doc, "{%p if s.terukur %}")
    say(doc, "{{ s.grafik }}", "Gambar")
    caption(doc, "Gambar", "Capaian indikator sasaran {{ s.kode }} (persen)")
    say(doc, "{%p endif %}")
    this_year(doc)
    last_year(doc)
    renstra(doc)
    national(doc)
    told(doc, "Penyebab keberhasilan atau kegagalan, kendala, dan solusi", "s.penyebab")
    told(doc, "Efisiensi penggunaan sumber daya", "s.efisiensi", lead="s.draf_efisiensi")
    told(doc, "Program dan kegiatan penunjang", "s.kegiatan")
    say(doc, "Rekomendasi perbaikan", "Heading 4")
    with narasi(doc, "rekomendasi:{{ s.kode }}", "Rekomendasi sasaran {{ s.kode }}"):
        each(doc, "alinea in s.rekomendasi", "{{ alinea }}")


def this_year(doc: Document) -> None:
    """Analysis 1."""
    say(doc, "Target dan realisasi tahun {{ tahun }}", "Heading 4")
    drafted(doc, "tahun_ini", "Target dan realisasi", UNKNOWN)


def last_year(doc: Document) -> None:
    """Analysis 2."""
    say(doc, "Perbandingan dengan tahun sebelumnya", "Heading 4")
    say(
        doc,
        "Realisasi dan capaian tahun {{ s.tahun_lalu }} dan {{ tahun }}, dihitung dengan "
        "aturan "
        "yang sama, disajikan pada {{ tabel_berikut }}.",
    )
    caption(
        doc,
        "Tabel",
        "Perbandingan sasaran {{ s.kode }} tahun {{ s.tahun_lalu }} dan {{ tahun }}",
    )
    table(
        doc,
        (
            Kolom("Kode", "{{ i.kode }}", 1.5, TENGAH),
            Kolom("Realisasi {{ s.tahun_lalu }}", "{{ i.lalu.realisasi }}", 3.2, ANGKA),
            Kolom("Realisasi {{ tahun }}", "{{ i.realisasi }}", 3.2, ANGKA),
            Kolom("Perubahan Realisasi", "{{ i.lalu.perubahan }}", 2.4, ANGKA),
            Kolom("Capaian {{ s.tahun_lalu }} (%)", "{{ i.lalu.capaian }}", 2.4, ANGKA),
            Kolom("Capaian {{ tahun }} (%)", "{{ i.capaian }}", 2.8, ANGKA),
        ),
        "i in s.indikator",
    )
    note(doc)
    drafted(doc, "tahun_lalu", "Tahun sebelumnya", "{{ i.lalu.belum }}", EARLIER)


def renstra(doc: Document) -> None:
    """Analysis 3."""
    say(doc, "Realisasi sampai tahun {{ tahun }} terhadap target akhir Renstra", "Heading 4")
    say(doc, "{%p if s.dengan_renstra %}")
    say(doc, "Perbandingannya disajikan pada {{ tabel_berikut }}.")
    caption(doc, "Tabel", "Realisasi sasaran {{ s.kode }} terhadap target akhir Renstra")
    beside(doc, "i in s.indikator", "renstra", "Target Akhir Renstra")
    say(doc, "{%p endif %}")
    drafted(doc, "renstra", "Target akhir Renstra", "{{ i.renstra.belum }}")


def beside(doc: Document, loop: str, field: str, title: str) -> None:
    """The Realisasi of each Indikator beside another measure than its Target."""
    table(
        doc,
        (
            Kolom("Kode", "{{ i.kode }}", 1.5, TENGAH),
            Kolom("Indikator Kinerja", "{{ i.uraian }}" + REKAAN, 5.2),
            Kolom("Realisasi {{ tahun }}", "{{ i.realisasi }}", 2.7, ANGKA),
            Kolom(title, f"{{{{ i.{field}.ukuran }}}}", 3.2, ANGKA),
            Kolom("Perbandingan (%)", f"{{{{ i.{field}.persen }}}}", 2.9, ANGKA),
        ),
        loop,
    )
    note(doc)


def national(doc: Document) -> None:
    """Analysis 4."""
    say(doc, "Perbandingan dengan standar nasional", "Heading 4")
    say(doc, "{%p if s.dengan_nasional %}")
    say(doc, "Perbandingannya disajikan pada {{ tabel_berikut }}.")
    caption(doc, "Tabel", "Realisasi sasaran {{ s.kode }} terhadap standar nasional")
    beside(doc, "i in s.indikator", "nasional", "Standar Nasional")
    say(doc, "{%p endif %}")
    drafted(
        doc,
        "nasional",
        "Standar nasional",
        "{{ i.nasional.belum }}",
        wanted="i.nasional.ada or i.nasional.belum",
    )
    when(
        doc,
        "s.tanpa_nasional",
        "{% if s.dengan_nasional %}Indikator {{ s.tanpa_nasional }} tidak mempunyai standar "
        "nasional.{% else %}Indikator pada sasaran ini tidak mempunyai standar nasional, jadi "
        "tidak dibandingkan.{% endif %}",
    )


def budget(doc: Document) -> None:
    """Bab III.B."""
    say(doc, "Pagu dan realisasi", "Heading 3")
    say(
        doc,
        "Dari pagu {{ anggaran.jumlah.pagu }} telah direalisasikan "
        "{{ anggaran.jumlah.realisasi }}, sehingga serapannya {{ anggaran.jumlah.serapan }}%, "
        "seperti pada {{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Pagu dan realisasi anggaran tahun {{ tahun }}")
    table(
        doc,
        (
            Kolom("Program/Kegiatan", "{{ a.kode }}\n{{ a.uraian }}", 5.0),
            Kolom("Pagu", "{{ a.pagu }}", 3.1, ANGKA),
            Kolom("Realisasi", "{{ a.realisasi }}", 3.1, ANGKA),
            Kolom(
                "Serapan (%)",
                "{{ a.serapan }}\n{%p if a.lebih %}\nmelebihi pagu\n{%p endif %}",
                1.7,
                ANGKA,
            ),
            Kolom("Sisa", "{{ a.sisa }}", 2.6, ANGKA),
        ),
        "a in anggaran.baris",
        total=(
            "Jumlah",
            "{{ anggaran.jumlah.pagu }}",
            "{{ anggaran.jumlah.realisasi }}",
            "{{ anggaran.jumlah.serapan }}",
            "{{ anggaran.jumlah.sisa }}",
        ),
    )
    note(doc)
    say(doc, "Penyerapan tiap {{ siklus }}", "Heading 3")
    caption(doc, "Tabel", "Penyerapan anggaran tiap {{ siklus }} tahun {{ tahun }}")
    table(
        doc,
        (
            Kolom("Periode", "{{ a.periode }}", 4.0),
            Kolom("Realisasi", "{{ a.realisasi }}", 4.2, ANGKA),
            Kolom("Realisasi Kumulatif", "{{ a.kumulatif }}", 4.2, ANGKA),
            Kolom("Serapan Kumulatif (%)", "{{ a.serapan }}", 3.1, ANGKA),
        ),
        "a in anggaran.serapan",
    )
    note(doc)
    efficiency(doc)


def efficiency(doc: Document) -> None:
    """What was spent beside what the result should have cost, and the definition of it."""
    say(doc, "Efisiensi anggaran", "Heading 3")
    say(
        doc,
        "Pengeluaran seharusnya adalah pagu dikali capaian sasaran. Efisiensi (E) adalah "
        "pengeluaran seharusnya dikurangi realisasi, dibagi pengeluaran seharusnya, dikali "
        "100%, "
        "dan dibatasi antara -20% dan 20%. Nilai efisiensi (NE) adalah 50 ditambah E dibagi "
        "20 "
        "dikali 50, jadi berada di antara 0 dan 100 (PMK 22/PMK.02/2021).",
    )
    say(
        doc,
        "{% if anggaran.dapat_dihitung %}Untuk seluruh sasaran, E = "
        "{{ anggaran.efisiensi_jumlah.e }}% dan NE = {{ anggaran.efisiensi_jumlah.ne }}; "
        "penggunaan anggaran {% if anggaran.efisien %}efisien{% else %}belum efisien{% endif "
        "%}. "
        "{% else %}Efisiensi belum dapat dihitung karena capaian atau realisasi anggaran "
        "belum "
        "lengkap. {% endif %}Rinciannya ada pada {{ tabel_berikut }}.",
    )
    caption(doc, "Tabel", "Efisiensi anggaran tahun {{ tahun }}")
    total = "anggaran.efisiensi_jumlah"
    table(
        doc,
        (
            Kolom("Sasaran", "{{ a.kode }}", 1.6, TENGAH),
            Kolom("Pagu", "{{ a.pagu }}", 3.1, ANGKA),
            Kolom("Capaian (%)", "{{ a.capaian }}", 1.8, ANGKA),
            Kolom("Pengeluaran Seharusnya", "{{ a.seharusnya }}", 3.4, ANGKA),
            Kolom("Realisasi", "{{ a.realisasi }}", 3.0, ANGKA),
            Kolom("E (%)", "{{ a.e }}", 1.3, ANGKA),
            Kolom("NE", "{{ a.ne }}", 1.3, ANGKA),
        ),
        "a in anggaran.efisiensi",
        total=(
            "Semua",
            f"{{{{ {total}.pagu }}}}",
            f"{{{{ {total}.capaian }}}}",
            f"{{{{ {total}.seharusnya }}}}",
            f"{{{{ {total}.realisasi }}}}",
            f"{{{{ {total}.e }}}}",
            f"{{{{ {total}.ne }}}}",
        ),
    )
    note(doc, "Tanda – berarti tidak dapat dihitung, jadi tidak ikut dijumlahkan.")
