"""The sheet of draft sentences: for each analysis, in each case, patterns to choose from.

What is shipped is a start; every row is the office's own to change. A field in braces
stands for a figure of the report, so that no figure is ever typed into a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kinerja.sheets.table import Column, Shape, Sheet

DRAF = "[draf]"  # stands in front of every sentence whose pattern nobody has accepted
DISETUJUI = "ya"
PEMBEDA = "{kode}: "  # before a sentence that would otherwise be like the one above it


class Analisis(StrEnum):
    """What a sentence is about; the first seven are those of a Laporan Kinerja."""

    TAHUN_INI = "Target dan realisasi"
    TAHUN_LALU = "Tahun sebelumnya"
    RENSTRA = "Target akhir Renstra"
    NASIONAL = "Standar nasional"
    PENYEBAB = "Penyebab dan solusi"
    EFISIENSI = "Efisiensi"
    KEGIATAN = "Program dan kegiatan"
    SEMESTER = "Semester"


class Kasus(StrEnum):
    """What the figures say."""

    MELAMPAUI = "melampaui"
    TERCAPAI = "tercapai"
    BELUM = "belum tercapai"
    TANPA_CAPAIAN = "tanpa capaian"
    MEMBAIK = "membaik"
    MENURUN = "menurun"
    TETAP = "tetap"
    EFISIEN = "efisien"
    BOROS = "belum efisien"


DUA = (Kasus.TERCAPAI, Kasus.BELUM)
EMPAT = (Kasus.MELAMPAUI, *DUA, Kasus.TANPA_CAPAIAN)
KASUS: Mapping[Analisis, tuple[Kasus, ...]] = {
    Analisis.TAHUN_INI: EMPAT,
    Analisis.TAHUN_LALU: (Kasus.MEMBAIK, Kasus.MENURUN, Kasus.TETAP),
    Analisis.RENSTRA: DUA,
    Analisis.NASIONAL: DUA,
    Analisis.PENYEBAB: DUA,
    Analisis.EFISIENSI: (Kasus.EFISIEN, Kasus.BOROS),
    Analisis.KEGIATAN: DUA,
    Analisis.SEMESTER: EMPAT,
}

# The fields that a pattern of each analysis may name.
_INDIKATOR = ("kode", "uraian", "tahun", "target", "realisasi", "penanggung_jawab")
_CAPAIAN = ("capaian", "predikat")
ISIAN: Mapping[Analisis, tuple[str, ...]] = {
    Analisis.TAHUN_INI: (*_INDIKATOR, *_CAPAIAN, "capaian_asli", "kurang"),
    Analisis.TAHUN_LALU: (
        *_INDIKATOR, *_CAPAIAN, "tahun_lalu", "realisasi_lalu", "capaian_lalu", "perubahan",
    ),
    Analisis.RENSTRA: (*_INDIKATOR, "target_renstra", "persen_renstra"),
    Analisis.NASIONAL: (*_INDIKATOR, "standar_nasional", "persen_nasional"),
    Analisis.PENYEBAB: (
        *_INDIKATOR, *_CAPAIAN, "kurang",
        "banyak_penyebab", "banyak_kendala", "banyak_solusi", "catatan",
    ),
    Analisis.EFISIENSI: (
        "kode", "uraian", "tahun", "pagu", "realisasi", "seharusnya", "capaian", "e", "ne",
    ),
    Analisis.KEGIATAN: (*_INDIKATOR, *_CAPAIAN, "banyak_kegiatan"),
    Analisis.SEMESTER: (
        *_INDIKATOR, *_CAPAIAN, "semester", "kurang", "target_tahun", "kumulatif", "kemajuan",
    ),
}  # fmt: skip

KALIMAT = Sheet(
    name="Kalimat",
    title="Kalimat laporan",
    help="Pola kalimat konsep untuk setiap analisis. Yang di dalam { } diisi angka laporan. "
    f"Yang belum disetujui tercetak dengan tanda “{DRAF}”.",
    optional=True,
    columns=(
        Column(
            key="analisis",
            heading="Analisis",
            width=24,
            shape=Shape.CHOICE,
            choices=tuple(Analisis),
            hint="Analisis yang memakai kalimat ini.",
        ),
        Column(
            key="kasus",
            heading="Keadaan",
            width=16,
            shape=Shape.CHOICE,
            choices=tuple(Kasus),
            hint="Keadaan angkanya. Beri beberapa pola untuk satu keadaan supaya kalimat "
            "indikator yang berurutan tidak sama.",
        ),
        Column(
            key="pola",
            heading="Pola Kalimat",
            width=110,
            shape=Shape.LONG,
            hint="Angka jangan diketik; tulis isiannya, misalnya {realisasi}. Yang tidak "
            "dikenal disebut beserta selnya saat Periksa Master.",
        ),
        Column(
            key="disetujui",
            heading="Disetujui",
            width=11,
            shape=Shape.CHOICE,
            choices=(DISETUJUI,),
            hint=f"Pilih “{DISETUJUI}” bila pola ini boleh tercetak tanpa tanda {DRAF}.",
        ),
    ),
)

# The patterns that are shipped, several for each case.
BAWAAN: Mapping[tuple[Analisis, Kasus], tuple[str, ...]] = {
    (Analisis.TAHUN_INI, Kasus.MELAMPAUI): (
        "Realisasi indikator {kode} sebesar {realisasi} melampaui target {target}; capaiannya "
        "{capaian}% ({predikat}).",
        "Dari target {target}, indikator {kode} terealisasi {realisasi}, lebih baik dari yang "
        "diperjanjikan, dengan capaian {capaian}% dan predikat {predikat}.",
        "Indikator {kode} berpredikat {predikat}: realisasinya {realisasi} melewati target "
        "{target}, sehingga capaiannya {capaian}%.",
    ),
    (Analisis.TAHUN_INI, Kasus.TERCAPAI): (
        "Target indikator {kode} sebesar {target} tercapai penuh dengan realisasi {realisasi}; "
        "capaiannya {capaian}% ({predikat}).",
        "Realisasi indikator {kode} adalah {realisasi}, tepat sesuai target {target}, dengan "
        "capaian {capaian}% dan predikat {predikat}.",
        "Indikator {kode} mencapai target {target}: realisasinya {realisasi} dan predikatnya "
        "{predikat} ({capaian}%).",
    ),
    (Analisis.TAHUN_INI, Kasus.BELUM): (
        "Realisasi indikator {kode} sebesar {realisasi} belum mencapai target {target}; "
        "capaiannya {capaian}% ({predikat}), kurang {kurang} poin persen dari capaian penuh.",
        "Dari target {target}, indikator {kode} terealisasi {realisasi}. Capaiannya {capaian}% "
        "dengan predikat {predikat}, sehingga target belum tercapai.",
        "Target indikator {kode} belum tercapai: realisasinya {realisasi} dari {target}, "
        "berselisih {kurang} poin persen dari capaian penuh, dengan predikat {predikat}.",
    ),
    (Analisis.TAHUN_INI, Kasus.TANPA_CAPAIAN): (
        "Realisasi indikator {kode} adalah {realisasi}, dengan target {target}.",
        "Indikator {kode} ditargetkan {target} dan terealisasi {realisasi}.",
    ),
    (Analisis.TAHUN_LALU, Kasus.MEMBAIK): (
        "Kinerja indikator {kode} membaik: realisasinya {realisasi_lalu} pada tahun "
        "{tahun_lalu} menjadi {realisasi} pada tahun {tahun}.",
        "Dibandingkan tahun {tahun_lalu} yang realisasinya {realisasi_lalu}, indikator {kode} "
        "kini {realisasi}, suatu perbaikan.",
        "Dari {realisasi_lalu} pada tahun {tahun_lalu}, realisasi indikator {kode} menjadi "
        "{realisasi} (selisih {perubahan}), perubahan yang merupakan perbaikan.",
    ),
    (Analisis.TAHUN_LALU, Kasus.MENURUN): (
        "Kinerja indikator {kode} menurun: realisasinya {realisasi_lalu} pada tahun "
        "{tahun_lalu} menjadi {realisasi} pada tahun {tahun}.",
        "Dibandingkan tahun {tahun_lalu} yang realisasinya {realisasi_lalu}, indikator {kode} "
        "kini {realisasi}, suatu penurunan kinerja.",
        "Dari {realisasi_lalu} pada tahun {tahun_lalu}, realisasi indikator {kode} menjadi "
        "{realisasi} (selisih {perubahan}), sehingga kinerjanya menurun.",
    ),
    (Analisis.TAHUN_LALU, Kasus.TETAP): (
        "Realisasi indikator {kode} tetap {realisasi} seperti pada tahun {tahun_lalu}.",
        "Tidak ada perubahan realisasi indikator {kode} sejak tahun {tahun_lalu}, yaitu "
        "{realisasi}.",
    ),
    (Analisis.RENSTRA, Kasus.TERCAPAI): (
        "Target akhir Renstra indikator {kode} sebesar {target_renstra} sudah tercapai dengan "
        "realisasi {realisasi} ({persen_renstra}%).",
        "Dengan realisasi {realisasi}, indikator {kode} sudah memenuhi target akhir Renstra "
        "{target_renstra}, yaitu {persen_renstra}%.",
    ),
    (Analisis.RENSTRA, Kasus.BELUM): (
        "Realisasi indikator {kode} sebesar {realisasi} baru {persen_renstra}% dari target "
        "akhir Renstra {target_renstra}.",
        "Target akhir Renstra indikator {kode} adalah {target_renstra}; realisasi tahun "
        "{tahun} sebesar {realisasi} mencapai {persen_renstra}% darinya.",
        "Menuju target akhir Renstra {target_renstra}, indikator {kode} telah terealisasi "
        "{realisasi} atau {persen_renstra}%.",
    ),
    (Analisis.NASIONAL, Kasus.TERCAPAI): (
        "Realisasi indikator {kode} sebesar {realisasi} memenuhi standar nasional "
        "{standar_nasional} ({persen_nasional}%).",
        "Standar nasional indikator {kode} adalah {standar_nasional}; realisasi {realisasi} "
        "memenuhinya dengan {persen_nasional}%.",
    ),
    (Analisis.NASIONAL, Kasus.BELUM): (
        "Realisasi indikator {kode} sebesar {realisasi} belum memenuhi standar nasional "
        "{standar_nasional} ({persen_nasional}%).",
        "Standar nasional indikator {kode} adalah {standar_nasional}; realisasi {realisasi} "
        "baru {persen_nasional}% darinya.",
    ),
    (Analisis.PENYEBAB, Kasus.TERCAPAI): (
        "Target indikator {kode} tercapai. Subbagian mencatat {catatan}, seperti di bawah ini.",
        "Keberhasilan indikator {kode} (capaian {capaian}%) dijelaskan dengan {catatan} dari "
        "formulir subbagian.",
    ),
    (Analisis.PENYEBAB, Kasus.BELUM): (
        "Target indikator {kode} belum tercapai. Subbagian mencatat {catatan}, seperti di "
        "bawah ini.",
        "Kekurangan {kurang} poin persen pada indikator {kode} dijelaskan dengan {catatan} dari "
        "formulir subbagian.",
    ),
    (Analisis.EFISIENSI, Kasus.EFISIEN): (
        "Sasaran {kode} dengan capaian {capaian}% memakai anggaran {realisasi} dari pagu "
        "{pagu}; efisiensinya {e}% dan nilai efisiensinya {ne}, sehingga penggunaannya "
        "efisien.",
        "Anggaran sasaran {kode} efisien: {realisasi} dibelanjakan dari {seharusnya} yang "
        "seharusnya untuk capaian {capaian}% (efisiensi {e}%, nilai {ne}).",
    ),
    (Analisis.EFISIENSI, Kasus.BOROS): (
        "Sasaran {kode} dengan capaian {capaian}% memakai anggaran {realisasi} dari pagu "
        "{pagu}; efisiensinya {e}% dan nilai efisiensinya {ne}, sehingga penggunaannya belum "
        "efisien.",
        "Anggaran sasaran {kode} belum efisien: {realisasi} dibelanjakan, sedangkan untuk "
        "capaian {capaian}% seharusnya {seharusnya} (efisiensi {e}%, nilai {ne}).",
    ),
    (Analisis.KEGIATAN, Kasus.TERCAPAI): (
        "Tercapainya indikator {kode} ditunjang {banyak_kegiatan} program atau kegiatan yang "
        "dicatat subbagian berikut ini.",
        "Sebanyak {banyak_kegiatan} catatan program atau kegiatan menunjang capaian {capaian}% pada "
        "indikator {kode}.",
    ),
    (Analisis.KEGIATAN, Kasus.BELUM): (
        "Walaupun ditunjang {banyak_kegiatan} program atau kegiatan, capaian indikator {kode} "
        "baru {capaian}%.",
        "Untuk indikator {kode} dicatat {banyak_kegiatan} program atau kegiatan; targetnya "
        "belum tercapai ({capaian}%), sehingga kegiatannya perlu ditinjau.",
    ),
    (Analisis.SEMESTER, Kasus.MELAMPAUI): (
        "Realisasi indikator {kode} pada semester {semester} sebesar {realisasi} melampaui "
        "target semester {target}; capaiannya {capaian}% ({predikat}).",
        "Indikator {kode} melewati target semester {semester}: {realisasi} dari {target}, "
        "dengan capaian {capaian}% dan predikat {predikat}.",
    ),
    (Analisis.SEMESTER, Kasus.TERCAPAI): (
        "Target indikator {kode} untuk semester {semester} sebesar {target} tercapai dengan "
        "realisasi {realisasi}; capaiannya {capaian}% ({predikat}).",
        "Realisasi indikator {kode} pada semester {semester} adalah {realisasi}, sesuai target "
        "{target}, dengan predikat {predikat} ({capaian}%).",
    ),
    (Analisis.SEMESTER, Kasus.BELUM): (
        "Realisasi indikator {kode} pada semester {semester} sebesar {realisasi} belum "
        "mencapai target {target}; capaiannya {capaian}% ({predikat}), kurang {kurang} poin "
        "persen.",
        "Dari target semester {semester} sebesar {target}, indikator {kode} terealisasi "
        "{realisasi}. Capaiannya {capaian}% dengan predikat {predikat}.",
    ),
    (Analisis.SEMESTER, Kasus.TANPA_CAPAIAN): (
        "Realisasi indikator {kode} pada semester {semester} adalah {realisasi}, dengan target "
        "{target}.",
        "Pada semester {semester} indikator {kode} ditargetkan {target} dan terealisasi "
        "{realisasi}.",
    ),
}
