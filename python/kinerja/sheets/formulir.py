"""The sheets of the form that goes to a Subbagian and comes back.

The hidden stamp carries the identity and a copy of the definitions as they were when
the form was made, so that a late form of an older revision can still be read.
"""

from __future__ import annotations

from kinerja import periode
from kinerja.model import Status
from kinerja.sheets.table import Column, Shape, Sheet

STATUS = tuple(s for s in Status if s is not Status.BELUM)

BACA_DULU = "Baca Dulu"
ISIAN = "Isian"
NARASI = "Narasi"
DATA_PENDUKUNG = "Data Pendukung"
STAMP = "_kinerja"
SPARE_ROWS = 10  # of data pendukung beyond those required, for what nobody foresaw
ID_NAME = "kinerja_id"  # the defined name that carries the identity
DATA_START = 8  # the first row under the headings of Isian, Narasi and Data Pendukung


def isian_sheet(siklus: int, tahun: int, p: int) -> Sheet:
    """The sheet of numbers: what is asked, what is known, and the cells to fill."""
    now = periode.name(siklus, p)
    before = periode.name(siklus, p - 1) if p > 1 else "periode lalu"
    return Sheet(
        name=ISIAN,
        title="Isian Data Kinerja",
        columns=(
            Column(key="kode", heading="Kode", width=7),
            Column(key="uraian", heading="Indikator Kinerja", width=38, shape=Shape.LONG),
            Column(key="peran", heading="Peran", width=12, shape=Shape.LONG),
            Column(key="satuan", heading="Satuan", width=9),
            Column(
                key="target_tahun", heading=f"Target {tahun}", width=10, shape=Shape.NUMBER
            ),
            Column(key="target", heading=f"Target {now}", width=10, shape=Shape.NUMBER),
            Column(key="lalu", heading=f"Realisasi {before}", width=10, shape=Shape.NUMBER),
            Column(
                key="x",
                heading="Pembilang (x)",
                width=10,
                shape=Shape.NUMBER,
                hint="Hanya untuk indikator rasio: isi pembilangnya. Contoh: 9.",
            ),
            Column(
                key="y",
                heading="Penyebut (y)",
                width=10,
                shape=Shape.NUMBER,
                hint="Hanya untuk indikator rasio: isi penyebutnya. Contoh: 10.",
            ),
            Column(
                key="nilai",
                heading=f"Realisasi {now}",
                width=11,
                shape=Shape.NUMBER,
                hint="Isi angka saja, dengan koma desimal. Contoh: 83,5.",
            ),
            Column(
                key="status",
                heading="Status",
                width=12,
                shape=Shape.CHOICE,
                choices=STATUS,
                hint="Kosongkan bila angkanya diisi. Nihil atau Tidak berlaku bila memang tidak ada.",
            ),
            Column(
                key="alasan",
                heading="Alasan",
                width=24,
                shape=Shape.LONG,
                hint="Wajib bila statusnya Nihil atau Tidak berlaku.",
            ),
            Column(key="capaian", heading="Capaian (%)", width=9, shape=Shape.PERCENT),
            Column(key="predikat", heading="Predikat", width=12),
            Column(key="kelengkapan", heading="Kelengkapan", width=24),
        ),
    )


NARASI_SHEET = Sheet(
    name=NARASI,
    title="Narasi Kinerja",
    columns=(
        Column(key="kode", heading="Kode", width=7),
        Column(key="uraian", heading="Indikator Kinerja", width=34, shape=Shape.LONG),
        Column(
            key="penyebab",
            heading="Penyebab Keberhasilan/Kegagalan",
            width=30,
            shape=Shape.LONG,
            hint="Mengapa realisasinya demikian, satu atau dua kalimat.",
        ),
        Column(
            key="kendala",
            heading="Kendala",
            width=26,
            shape=Shape.LONG,
            hint="Hambatan yang dihadapi. Wajib bila capaian di bawah 100%.",
        ),
        Column(
            key="solusi",
            heading="Solusi",
            width=26,
            shape=Shape.LONG,
            hint="Upaya yang sudah dilakukan untuk mengatasi kendala.",
        ),
        Column(
            key="tindak_lanjut",
            heading="Rencana Tindak Lanjut",
            width=26,
            shape=Shape.LONG,
            hint="Apa yang akan dilakukan sesudah ini.",
        ),
        Column(key="pic", heading="PIC", width=14, hint="Jabatan atau nama yang mengerjakan."),
        Column(
            key="batas_waktu",
            heading="Batas Waktu",
            width=13,
            shape=Shape.DATE,
            hint="Tanggal selesai tindak lanjut. Contoh: 30/06/2026.",
        ),
        Column(
            key="kegiatan",
            heading="Program/Kegiatan Penunjang",
            width=24,
            shape=Shape.LONG,
            hint="Program atau kegiatan yang menunjang capaian ini.",
        ),
        Column(
            key="efisiensi",
            heading="Efisiensi Sumber Daya",
            width=24,
            shape=Shape.LONG,
            hint="Bagaimana orang, waktu, dan anggaran dihemat.",
        ),
    ),
)

# The fields of a Realisasi that stand in the sheet “Narasi”; all but the date are text.
NARASI_FIELDS = tuple(c.key for c in NARASI_SHEET.columns if c.fillable)
NARASI_TEXTS = tuple(
    c.key for c in NARASI_SHEET.columns if c.fillable and c.shape is not Shape.DATE
)

DATA_PENDUKUNG_SHEET = Sheet(
    name=DATA_PENDUKUNG,
    title="Daftar Data Pendukung",
    columns=(
        Column(
            key="kode",
            heading="Kode",
            width=8,
            shape=Shape.CHOICE,
            hint="Pilih kode indikator yang dibuktikan.",
        ),
        Column(
            key="jenis",
            heading="Jenis",
            width=40,
            shape=Shape.CHOICE,
            hint="Pilih jenis buktinya dari daftar, atau tulis sendiri.",
        ),
        Column(
            key="berkas",
            heading="Nama Berkas atau Tautan",
            width=48,
            hint="Tulis nama berkas persis seperti di folder. Contoh: notula rapat.pdf.",
        ),
        Column(
            key="tanggal",
            heading="Tanggal Dokumen",
            width=16,
            shape=Shape.DATE,
            hint="Tanggal yang tertulis di dokumen. Contoh: 31/03/2026.",
        ),
        Column(
            key="keterangan",
            heading="Keterangan",
            width=40,
            shape=Shape.LONG,
            hint="Bila perlu, misalnya halaman yang dimaksud.",
        ),
    ),
)

# The hidden stamp: identity as key and value, then the definitions as handed out.
STAMP_KEYS = ("id", "subbagian", "tahun", "periode", "revisi", "siklus", "sidik")

# Under this heading in the stamp: every text and formula the form itself comes with, so
# that what somebody else wrote can be told from it.
OWN_TEXT = "teks_formulir"

DEFINISI_SHEET = Sheet(
    name=STAMP,
    columns=tuple(
        Column(key=key, heading=f"definisi_{key}")
        for key in (
            "kode", "uraian", "peran", "satuan", "jenis", "target_tahun", "target", "lalu",
        )
    ),
    hidden=True,
)  # fmt: skip

# Lines of “Baca Dulu”; the writer fills the names in braces.
PETUNJUK = (
    "Isi sel yang berwarna kuning saja. Sel lain terkunci dan tidak perlu diubah.",
    "Lembar Isian: tulis realisasi {periode}. Nol adalah jawaban; kosong berarti belum diisi.",
    "Bila memang tidak ada yang dilaporkan, pilih status Nihil atau Tidak berlaku, lalu tulis "
    "alasannya.",
    "Lembar Narasi: jelaskan penyebab, kendala, solusi, dan rencana tindak lanjut.",
    "Lembar Data Pendukung: catat setiap berkas bukti, lalu simpan berkasnya di folder "
    "“{folder}”.",
    "Angka ditulis dengan koma desimal, misalnya 83,5.",
    "Simpan sebagai .xlsx, lalu kembalikan. Nama berkas boleh diubah; isinya tetap dikenali.",
    "Berkas ini tanpa makro dan aman dibuka di Excel, WPS, atau LibreOffice.",
)
