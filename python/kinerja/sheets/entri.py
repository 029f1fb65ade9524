"""What is typed into other applications: the map of their fields, and the sheets for it.

Nothing public says what e-Lapkin asks, and which application “Monev” means is unknown as
well. So the map that is shipped is a start: every row of it is marked, and the office's own
to change.
"""

from __future__ import annotations

from enum import StrEnum

from kinerja.model_entri import Bentuk, Sumber
from kinerja.sheets.table import Column, Shape, Sheet

FOLDER_ENTRI = "Entri"  # screenshots, and what the applications export
CONTOH, DIPASTIKAN = "contoh, belum dipastikan", "dipastikan"
CONTOH_SAJA = "contoh"  # the same beside every field that is to be typed
TANDA = ("✔", "✔ ulang")  # the second one renews a tick after its value has changed


class KeadaanEntri(StrEnum):
    """How far one field is."""

    SUDAH = "✔ Sudah"
    BELUM = "✖ Belum"
    BEDA = "! Beda"
    BERUBAH = "! Berubah"
    TANPA_DATA = "✖ Belum ada data"
    KOSONG = "– Kosong"
    LEPAS = "– Tidak di peta"


PETA_ENTRI = Sheet(
    name="Peta Entri",
    title="Peta entri: apa yang diminta setiap aplikasi",
    help="Isi bawaannya hanya contoh: layar e-Lapkin dan e-Monev tidak diumumkan. Cocokkan "
    "setiap baris dengan aplikasinya, betulkan, lalu ubah Status Peta menjadi “dipastikan”.",
    optional=True,
    columns=(
        Column(
            key="aplikasi",
            heading="Aplikasi",
            width=14,
            hint="Nama aplikasi, paling banyak 25 huruf. Satu aplikasi menjadi satu lembar "
            "“Entri …”. Contoh: e-Lapkin.",
        ),
        Column(
            key="urutan",
            heading="Urutan",
            width=9,
            shape=Shape.WHOLE,
            hint="Urutan isian di aplikasinya: 1, 2, 3 dan seterusnya.",
        ),
        Column(
            key="layar",
            heading="Layar",
            width=26,
            hint="Nama halaman atau menu di aplikasi. Isian yang selayar diketik bersama.",
        ),
        Column(
            key="isian",
            heading="Isian",
            width=30,
            hint="Nama kotak isian persis seperti di aplikasi; juga judul kolomnya bila "
            "aplikasi dapat mengekspor.",
        ),
        Column(
            key="data",  # “sumber” is a folded column everywhere
            heading="Diisi Dengan",
            width=22,
            shape=Shape.CHOICE,
            choices=tuple(Sumber),
            hint="Data kinerja yang diketik di situ. Periode: periode itu saja; kumulatif: sejak "
            "awal tahun menurut Konsolidasi; pertambahan: kumulatif dikurangi kumulatif "
            "periode sebelumnya.",
        ),
        Column(
            key="bentuk",
            heading="Bentuk Angka",
            width=14,
            shape=Shape.CHOICE,
            choices=tuple(Bentuk),
            hint="Cara aplikasi menerima angka, misalnya 1234.56 bila pecahannya ditulis "
            "dengan titik.",
        ),
        Column(
            key="desimal",
            heading="Desimal",
            width=9,
            shape=Shape.WHOLE,
            hint="Angka di belakang koma paling banyak, 0 sampai 6. Kosong berarti 2.",
        ),
        Column(
            key="satuan",
            heading="Satuan",
            width=12,
            hint="Satuan di aplikasi bila berbeda. Kosong berarti satuan indikatornya.",
        ),
        Column(
            key="pasti",
            heading="Status Peta",
            width=26,
            shape=Shape.CHOICE,
            choices=(CONTOH, DIPASTIKAN),
            hint="Pilih “dipastikan” sesudah dicocokkan dengan aplikasinya.",
        ),
    ),
)

TEMPEL_ENTRI = Sheet(
    name="Tempel Entri",
    title="Tempel yang tampil di aplikasi",
    help="Salin tabel dari aplikasi beserta baris judulnya, tempel di lembar ini, lalu tekan "
    "Lembar Entri. Judul yang sama dengan Isian di Peta Entri dibandingkan per Kode.",
    optional=True,
    columns=(
        Column(
            key="aplikasi",
            heading="Aplikasi",
            width=16,
            hint="Boleh kosong bila tabelnya hanya cocok dengan satu aplikasi.",
        ),
        Column(key="kode", heading="Kode", width=12, hint="Kode indikator atau anggaran."),
        Column(
            key="isian", heading="Isian", width=34, hint="Nama isian seperti di Peta Entri."
        ),
        Column(
            key="tampil",
            heading="Tampil di Aplikasi",
            width=50,
            shape=Shape.LONG,
            hint="Yang tampil di aplikasi, apa adanya.",
        ),
    ),
)

ENTRI_APLIKASI = "Entri Aplikasi"  # the hidden pattern of the sheets below
LEMBAR_ENTRI = "Entri {aplikasi}"
JUDUL_ENTRI = "Entri ke {aplikasi}"
NAMA_APLIKASI = 25  # signs of a name, so that its sheet can have it

LEMBAR_APLIKASI = Sheet(
    name=ENTRI_APLIKASI,
    title=ENTRI_APLIKASI,
    help="Salin Nilai Siap Salin satu per satu, pilih ✔ di Sudah, lalu ketik yang tampil di "
    "aplikasi. Isian yang Status Petanya “contoh” belum dicocokkan dengan aplikasinya.",
    hidden=True,
    optional=True,
    signs=("isian",),
    columns=(
        Column(key="layar", heading="Layar", width=16),
        Column(key="kode", heading="Kode", width=8),
        Column(key="uraian", heading="Indikator atau Anggaran", width=34, shape=Shape.LONG),
        Column(key="isian", heading="Isian", width=20, shape=Shape.LONG),
        Column(key="nilai", heading="Nilai Siap Salin", width=34, shape=Shape.LONG),
        Column(key="satuan", heading="Satuan", width=8),
        Column(
            key="sudah",
            heading="Sudah",
            width=9,
            shape=Shape.CHOICE,
            choices=TANDA,
            hint="Pilih ✔ bila sudah diketik di aplikasi. Waktu dan nama dicatat kinerja. "
            "“✔ ulang” bila nilainya berubah dan sudah diketik lagi.",
        ),
        Column(key="keadaan", heading="Keadaan", width=15),
        Column(
            key="bukti",
            heading="Bukti",
            width=18,
            hint="Nomor tanda terima, atau nama berkas tangkapan layar di folder Entri.",
        ),
        Column(
            key="tampil",
            heading="Tampil di Aplikasi",
            width=20,
            shape=Shape.LONG,
            hint="Ketik atau tempel yang tampil di aplikasi. Bedanya muncul di Selisih.",
        ),
        Column(key="selisih", heading="Selisih", width=11, shape=Shape.LONG),
        Column(key="lain", heading="Bentuk Lain", width=18, shape=Shape.LONG),
        Column(key="saat", heading="Ditandai", width=17, shape=Shape.MOMENT),
        Column(key="oleh", heading="Oleh", width=12),
        Column(key="periode", heading="Periode", width=9),
        Column(key="pasti", heading="Status Peta", width=11, optional=True),
    ),
)
URAIAN_MUAT = 60  # signs of the wording of an Indikator, so that its rows stay low

ENTRI = Sheet(
    name="Entri",
    title="Catatan entri aplikasi",
    help="Semua yang sudah ditandai di lembar “Entri …”, dari setiap periode: kapan, oleh siapa, "
    "nilainya, dan buktinya. Ditulis kinerja.",
    optional=True,
    columns=(
        Column(key="aplikasi", heading="Aplikasi", width=14),
        Column(key="periode", heading="Periode", width=9, shape=Shape.WHOLE),
        Column(key="layar", heading="Layar", width=20),
        Column(key="kode", heading="Kode", width=10),
        Column(key="isian", heading="Isian", width=26),
        Column(key="sudah", heading="Sudah", width=10),
        Column(key="saat", heading="Ditandai", width=18, shape=Shape.MOMENT),
        Column(key="oleh", heading="Oleh", width=16),
        Column(key="nilai", heading="Nilai Saat Ditandai", width=30, shape=Shape.LONG),
        Column(key="bukti", heading="Bukti", width=24),
        Column(key="tampil", heading="Tampil di Aplikasi", width=24, shape=Shape.LONG),
        Column(key="asal", heading="Asal Tampil", width=34),
        Column(key="sidik", heading="Sidik Bukti", width=20),
    ),
)

# What stands beside a value in the column “Bentuk Lain”.
KUMULATIF, PERIODE_SAJA = "kumulatif {nilai}", "periode saja {nilai}"
PERSEN, RUPIAH = "%", "Rp"
RINCIAN = (
    "{aplikasi}: {sudah} dari {jumlah} isian sudah, {belum} belum, {beda} perlu dibetulkan"
)
TANPA_ISI = "(kosong)"
BERBEDA = "berbeda"  # the Selisih of texts
SAMA_DENGAN = " Isinya sama dengan “{lain}”."
ASAL = "{berkas} › {lembar} › {sel}"  # of what was pasted or exported

# Headings of the tables that applications export, beside the Isian of the map.
JUDUL_APLIKASI = ("aplikasi", "nama aplikasi")
JUDUL_KODE = ("kode", "kode indikator", "no indikator", "kode kegiatan", "kode anggaran")
JUDUL_URAIAN = ("indikator", "indikator kinerja", "uraian", "uraian indikator")
JUDUL_PERIODE = ("periode", "triwulan", "bulan", "semester")
JUDUL_ISIAN = ("isian", "nama isian")
JUDUL_TAMPIL = ("tampil di aplikasi", "tampil", "nilai", "isi")

# aplikasi: layar, isian, sumber, bentuk. A start, from what every form of this kind asks and
# from the guide of e-Monev Bappenas (target, then realisasi, then what hinders):
# https://text-id.123dok.com/document/qmwge0wz-pedoman-emonev-bappenas.html
PETA_AWAL: tuple[tuple[str, str, str, Sumber, Bentuk], ...] = (
    ("e-Lapkin", "Capaian kinerja", "Target", Sumber.TARGET_PERIODE, Bentuk.KOMA_POLOS),
    ("e-Lapkin", "Capaian kinerja", "Realisasi", Sumber.REALISASI_PERIODE, Bentuk.KOMA_POLOS),
    ("e-Lapkin", "Capaian kinerja", "Kendala", Sumber.KENDALA, Bentuk.TEKS),
    ("e-Lapkin", "Capaian kinerja", "Solusi", Sumber.SOLUSI, Bentuk.TEKS),
    ("e-Lapkin", "Capaian kinerja", "Tindak lanjut", Sumber.TINDAK_LANJUT, Bentuk.TEKS),
    ("e-Lapkin", "Capaian kinerja", "Data dukung", Sumber.DATA_PENDUKUNG, Bentuk.TEKS),
    ("e-Monev", "Kinerja", "Target tahun", Sumber.TARGET_TAHUN, Bentuk.TITIK),
    ("e-Monev", "Kinerja", "Realisasi s.d. periode", Sumber.REALISASI_KUMULATIF, Bentuk.TITIK),
    ("e-Monev", "Kinerja", "Permasalahan", Sumber.KENDALA, Bentuk.TEKS),
    ("e-Monev", "Kinerja", "Tindak lanjut", Sumber.TINDAK_LANJUT, Bentuk.TEKS),
    ("e-Monev", "Anggaran", "Pagu", Sumber.PAGU, Bentuk.BULAT),
    ("e-Monev", "Anggaran", "Realisasi s.d. periode", Sumber.ANGGARAN_KUMULATIF, Bentuk.BULAT),
)
