"""What can be wrong, and what the user is told about it.

A problem in the data is a value, never an exception: the core returns Temuan and
the edges decide how to show them. All wording lives in ``Rule``, so that it can be
reviewed in one sitting and a code can be quoted over the phone.

A message says what is so; a remedy says what to do. Codes are never reused.
F form and file, R realisasi, D data pendukung, E entry into other applications, I master,
P pengaturan and Perjanjian Kinerja, L laporan, S system, N naskah (letters), B handing out and reminding, W the SOP
clock and the calendar, A the archive and the year after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from kinerja.model import Location


class Severity(StrEnum):
    """A Galat keeps the report a draft; the others do not."""

    GALAT = "Galat"
    PERINGATAN = "Peringatan"
    CATATAN = "Catatan"


GALAT, PERINGATAN, CATATAN = Severity


class JenisBerkas(StrEnum):
    """What a file really is that is not a workbook."""

    EXCEL_LAMA = "Excel lama (.xls)"
    EXCEL_BINER = "Excel biner (.xlsb)"
    LEMBAR_ODF = "lembar kerja OpenDocument (.ods)"
    DOKUMEN_ODF = "dokumen OpenDocument"
    NUMBERS = "lembar kerja Apple Numbers"
    WORD = "dokumen Word"
    WORD_LAMA = "Word lama (.doc)"
    POWERPOINT = "presentasi PowerPoint"
    PDF = "dokumen PDF"
    HTML = "halaman web (HTML)"
    XML = "berkas XML"
    GAMBAR = "gambar"
    TAUTAN = "tautan ke berkas daring"
    TEKS = "berkas teks (CSV)"
    ZIP = "arsip ZIP"


class Sebab(StrEnum):
    """Why a file was refused, not read to its end, or not written: half a sentence."""

    BUKAN_WORKBOOK = "bukan workbook Excel, atau rusak"
    BAGIAN_RUSAK = "satu bagian di dalamnya rusak"
    DTD = "memuat definisi dokumen (DTD)"
    NAMA_BAGIAN = "nama bagian di dalamnya menyesatkan"
    BAGIAN_GANDA = "dua bagian di dalamnya bernama sama"
    BERTINGKAT = "susunannya bertingkat terlalu dalam"
    TEKS_RAKSASA = "satu teks di dalamnya terlalu panjang"
    GABUNGAN_RAKSASA = "satu sel gabungan terlalu tinggi"
    MAKRO_LAMA = "memuat makro Excel 4"
    ACTIVEX = "memuat kontrol ActiveX"
    OBJEK = "memuat objek tertanam"
    WAKTU = "terlalu lama"
    BERHENTI = "program pembacanya berhenti"
    SEL_HILANG = "ada sel berisi yang tidak terbaca"
    BUKAN_TABEL = "bukan tabel teks, atau jauh lebih besar dari ekspor biasa"
    TERBUKA = "sedang dibuka program lain"
    DARING = "belum terunduh dari OneDrive"
    IZIN = "tidak ada izin"
    PENUH = "ruang penyimpanan penuh"
    GANGGUAN = "gangguan pada penyimpanan"
    TANPA_SASARAN = "sasarannya tidak diketahui"
    TANPA_PAGU = "pagunya tidak terbaca sebagai angka"
    JADI_TANGGAL = "targetnya sudah menjadi tanggal atau jam"
    GALAT_EXCEL = "targetnya berisi galat atau rumus yang belum dihitung"


class Bagian(StrEnum):
    """What a master loses when a program saves it that does not know it all."""

    JENIS = "jenis workbook bermakro"
    MAKRO = "makro"
    MAKRO_SENDIRI = "makro buatan sendiri"
    NAMA_KODE = "nama kode lembar"
    PITA = "tab Kinerja"
    TOMBOL = "tombol di Beranda"
    TAMPILAN = "garis dan warna sebagian sel"
    TERSEMBUNYI = "lembar tersembunyi"


class Tambahan(StrEnum):
    """What a master of an earlier version lacks."""

    LEMBAR = "lembar {nama}"
    KOLOM = "kolom {nama} di lembar {lembar}"
    BERANDA = "Beranda dengan semua tombolnya"


class Ukuran(StrEnum):
    """How large something is."""

    MB = "{jumlah} MB"
    SEL = "{jumlah} sel berisi"
    BARIS = "{jumlah} baris berisi"
    GABUNGAN = "{jumlah} sel gabungan"
    BAGIAN = "{jumlah} bagian"

    def of(self, jumlah: int) -> str:
        """The amount as Indonesia writes it, such as ``600.000 sel berisi``."""
        return self.format(jumlah=f"{jumlah:,}".replace(",", "."))


class Perubahan(StrEnum):
    """One difference between two revisions of a form."""

    DIHAPUS = "{kode} dihapus"
    DITAMBAH = "{kode} ditambah"
    DIUBAH = "{judul} {kode} {lama} → {baru}"


class Rule(Enum):
    """Every kind of Temuan: code, severity, message, remedy."""

    # ---- F: the form and the file it is in
    FORMULIR_ASING = (
        "F01",
        PERINGATAN,
        "Berkas “{berkas}” bukan formulir kinerja.",
        "Pindahkan dari folder Masuk, atau minta formulir yang dibuat dari workbook kinerja.",
    )
    KOLOM_HILANG = (
        "F02",
        GALAT,
        "Kolom “{judul}” tidak ditemukan di lembar “{lembar}”.",
        "Kembalikan baris judulnya seperti semula, atau pakai berkas aslinya.",
    )
    TAHUN_LAIN = (
        "F03",
        GALAT,
        "Ini formulir tahun {tahun}; yang sedang dikumpulkan tahun {seharusnya}.",
        "Minta subbagian mengisi formulir tahun {seharusnya}.",
    )
    SUBBAGIAN_TIDAK_DIKENAL = (
        "F04",
        GALAT,
        "Ini formulir subbagian {subbagian}, yang tidak ada di lembar Subbagian.{usul}",
        "Periksa kode di lembar Subbagian, lalu gabungkan lagi.",
    )
    PERIODE_TIDAK_DIKENAL = (
        "F05",
        GALAT,
        "Ini formulir periode ke-{periode}; setahun hanya ada {siklus} periode.",
        "Periksa “Siklus” di lembar Pengaturan, atau pakai formulir yang baru.",
    )
    REVISI_LAMA = (
        "F06",
        PERINGATAN,
        "Ini formulir {subbagian} {periode} revisi {revisi}; yang terbaru revisi {terbaru}.",
        "Isinya dipakai hanya untuk sel yang belum dijawab di revisi {terbaru}.",
    )
    SAMA_PERSIS = (
        "F07",
        CATATAN,
        "Berkas “{berkas}” sama persis dengan “{lain}”, jadi dilewati.",
        "Tidak ada yang perlu dilakukan.",
    )
    FORMULIR_KOSONG = (
        "F08",
        PERINGATAN,
        "Formulir {subbagian} {periode} kembali tanpa satu pun isian.",
        "Minta subbagian mengisi, menyimpan, lalu mengirim ulang.",
    )
    TERKUNCI_BERUBAH = (
        "F09",
        PERINGATAN,
        "Sel terkunci “{judul}” indikator {indikator} berubah dari “{lama}” menjadi “{baru}”.",
        "Nilai dari master yang dipakai. Tanyakan mengapa selnya diubah.",
    )
    DEFINISI_BERUBAH = (
        "F10",
        PERINGATAN,
        "“{judul}” indikator {indikator} di formulir ini “{lama}”, sekarang di master “{baru}”.",
        "Pastikan jawabannya masih cocok dengan definisi yang sekarang.",
    )
    BARIS_HILANG = (
        "F11",
        PERINGATAN,
        "Baris indikator {indikator} tidak ada di lembar “{lembar}”.",
        "Minta subbagian mengirim ulang dengan baris yang lengkap.",
    )
    BARIS_TAK_DIKENAL = (
        "F12",
        GALAT,
        "Baris {baris} berkode “{kode}” bukan bagian formulir ini, jadi tidak diambil.{usul}",
        "Perbaiki kodenya, atau hapus barisnya.",
    )
    BARIS_GANDA = (
        "F13",
        GALAT,
        "Indikator {indikator} ditulis lebih dari sekali, di baris {baris}, jadi belum diambil.",
        "Sisakan satu baris saja.",
    )
    LEMBAR_GANDA = (
        "F14",
        GALAT,
        "Lembar “{lembar}” dan “{lain}” sama-sama formulir, tetapi isinya berbeda.",
        "Hapus salah satunya. Yang diambil baru lembar “{lembar}”.",
    )
    LEMBAR_DINAMAI_ULANG = (
        "F15",
        CATATAN,
        "Lembar “{seharusnya}” dikenali pada lembar yang bernama “{lembar}”.",
        "Tidak ada yang perlu dilakukan.",
    )
    IDENTITAS_BERBEDA = (
        "F16",
        PERINGATAN,
        "Tanda pengenal di berkas ini tidak sepakat: {pengenal}. Dibaca sebagai {dipakai}.",
        "Pastikan berkas ini memang formulir {dipakai}.",
    )
    IDENTITAS_HILANG = (
        "F17",
        PERINGATAN,
        "Lembar penanda formulir hilang; berkas dikenali dari kode {dipakai} yang tercetak.",
        "Pastikan berkas ini memang formulir {dipakai}.",
    )
    BARIS_TERSEMBUNYI = (
        "F18",
        PERINGATAN,
        "Ada isian di baris atau kolom yang tersembunyi: {sel}. Isinya tetap diambil.",
        "Tampilkan kembali, lalu pastikan isinya memang dimaksud.",
    )
    TERTUTUP_GABUNGAN = (
        "F19",
        GALAT,
        "Sel {sel} tertutup sel gabungan {rentang} tetapi masih berisi “{isi}”, jadi tidak diambil.",
        "Pisahkan sel gabungannya, lalu pastikan isinya.",
    )
    SEL_DIGABUNG = (
        "F20",
        PERINGATAN,
        "Sel isian {rentang} digabung.",
        "Pisahkan sel gabungannya supaya setiap indikator punya isian sendiri.",
    )
    DI_LUAR_FORMULIR = (
        "F21",
        CATATAN,
        "Ada {jumlah} sel berisi di luar formulir: {sel}.",
        "Bila penting, pindahkan ke kolom yang tersedia.",
    )
    FORMULIR_TIDAK_TERCATAT = (
        "F22",
        PERINGATAN,
        "Formulir {id} tidak tercatat pernah dibuat dari master ini.",
        "Pastikan berkas ini berasal dari workbook kinerja kantor ini.",
    )
    PROTEKSI_HILANG = (
        "F23",
        CATATAN,
        "Proteksi lembar “{lembar}” sudah dibuka.",
        "Tidak ada yang perlu dilakukan; sel terkunci tetap dibandingkan dengan master.",
    )
    PEMBACA_BERBEDA = (
        "F24",
        GALAT,
        "Dua pembaca membaca sel {sel} berbeda: “{satu}” dan “{dua}”.",
        "Buka berkasnya di Excel, simpan ulang, lalu gabungkan lagi.",
    )
    ADA_KOMENTAR = (
        "F25",
        CATATAN,
        "Ada catatan pada sel {sel}: “{isi}”.",
        "Bila itu jawaban, tulis di kolom yang tersedia.",
    )
    RUMUS_TERKUNCI = (
        "F26",
        CATATAN,
        "Rumus di kolom “{judul}” indikator {indikator} diganti “{baru}”.",
        "Tidak ada yang perlu dilakukan; kinerja menghitungnya sendiri.",
    )
    FORMULIR_BELUM_KEMBALI = (
        "F27",
        GALAT,
        "Formulir {subbagian} {periode} belum kembali.",
        "Ingatkan subbagian, lalu simpan kirimannya di folder Masuk dan gabungkan.",
    )
    LEMBAR_FORMULIR_HILANG = (
        "F28",
        GALAT,
        "Lembar “{lembar}” tidak ada di formulir ini.",
        "Minta subbagian mengirim ulang formulir dengan semua lembarnya.",
    )
    BARIS_TANPA_KODE = (
        "F29",
        GALAT,
        "Baris {baris} berisi jawaban tetapi belum punya kode indikator, jadi tidak diambil.",
        "Tulis kembali kode indikatornya.",
    )
    BERKAS_NOL = (
        "F30",
        GALAT,
        "Berkas “{berkas}” kosong (0 bita).",
        "Minta subbagian mengirim ulang.",
    )
    BERKAS_RUSAK = (
        "F31",
        GALAT,
        "Berkas “{berkas}” rusak atau tidak lengkap, jadi tidak dapat dibaca.",
        "Minta subbagian membukanya di Excel, menyimpan ulang, lalu mengirim lagi.",
    )
    BERKAS_BERSANDI = (
        "F32",
        GALAT,
        "Berkas “{berkas}” dikunci dengan sandi pembuka.",
        "Minta subbagian menyimpannya tanpa sandi, lalu mengirim lagi.",
    )
    BUKAN_XLSX = (
        "F33",
        GALAT,
        "Berkas “{berkas}” sebenarnya {jenis}, bukan workbook Excel (.xlsx).",
        "Buka di Excel, pilih Simpan Sebagai “Excel Workbook (.xlsx)”, lalu kirim lagi.",
    )
    BERKAS_TERLALU_BESAR = (
        "F34",
        GALAT,
        "Berkas “{berkas}” terlalu besar untuk sebuah formulir ({ukuran}).",
        "Minta subbagian mengisi formulir aslinya; bukti disimpan di folder Data Pendukung.",
    )
    BERKAS_BERBAHAYA = (
        "F35",
        GALAT,
        "Berkas “{berkas}” ditolak karena susunannya tidak wajar ({sebab}).",
        "Jangan dibuka. Minta subbagian mengisi ulang formulir aslinya.",
    )
    XML_KETAT = (
        "F36",
        GALAT,
        "Berkas “{berkas}” disimpan sebagai “Strict Open XML”, yang tidak dapat dibaca utuh.",
        "Simpan ulang sebagai “Excel Workbook (.xlsx)”, lalu kirim lagi.",
    )
    SEDANG_DIBUKA = (
        "F37",
        PERINGATAN,
        "“{berkas}” adalah berkas kunci: formulirnya mungkin masih terbuka di Excel.",
        "Simpan dan tutup formulirnya dahulu, lalu gabungkan lagi.",
    )
    TIDAK_TERBACA = (
        "F38",
        GALAT,
        "Berkas “{berkas}” tidak selesai dibaca ({sebab}).",
        "Minta subbagian menyimpan ulang di Excel, atau mengisi formulir aslinya.",
    )
    BUKAN_BERKAS_BIASA = (
        "F39",
        GALAT,
        "“{berkas}” bukan berkas biasa, jadi tidak dibaca.",
        "Salin berkas aslinya ke folder Masuk.",
    )
    BERKAS_TIDAK_ADA = (
        "F40",
        GALAT,
        "Berkas “{berkas}” tidak ada.",
        "Periksa nama dan foldernya.",
    )
    BERKAS_BERUBAH = (
        "F41",
        GALAT,
        "Berkas “{berkas}” sedang berubah saat dibaca, jadi belum diambil.",
        "Tunggu sampai selesai disalin atau disinkronkan, lalu gabungkan lagi.",
    )
    MEMBAWA_MAKRO = (
        "F42",
        PERINGATAN,
        "“{berkas}” membawa makro. Isinya dibaca, makronya tidak pernah dijalankan kinerja.",
        "Jangan buka dengan makro aktif; mintalah subbagian mengirimnya sebagai .xlsx.",
    )
    MEMBAWA_TAUTAN = (
        "F43",
        PERINGATAN,
        "“{berkas}” membawa tautan ke workbook lain, yang tidak pernah dibuka kinerja.",
        "Jangan perbarui tautannya; mintalah subbagian mengetik angkanya, lalu mengirim ulang.",
    )

    # ---- R: what was answered
    BUKAN_ANGKA = (
        "R01",
        GALAT,
        "“{judul}” indikator {indikator} berisi “{isi}”, yang bukan angka.",
        "Tulis angka saja, misalnya 83,5. Keterangan ditulis di lembar Narasi.",
    )
    ANGKA_AMBIGU = (
        "R02",
        GALAT,
        "“{judul}” indikator {indikator} berisi “{isi}”, yang dapat dibaca {satu} atau {dua}.",
        "Tulis {satu} tanpa pemisah ribuan, atau {dua} dengan koma desimal.",
    )
    JADI_TANGGAL = (
        "R03",
        GALAT,
        "“{judul}” indikator {indikator} menjadi tanggal atau jam ({isi}); mungkin maksudnya {usul}.",
        "Ketik ulang angkanya dengan koma desimal.",
    )
    SEL_GALAT = (
        "R04",
        GALAT,
        "“{judul}” indikator {indikator} berisi galat Excel {isi}.",
        "Ganti dengan hasil hitungannya.",
    )
    RUMUS_TANPA_NILAI = (
        "R05",
        GALAT,
        "“{judul}” indikator {indikator} berisi rumus yang belum pernah dihitung ({isi}).",
        "Buka di Excel, simpan, lalu kirim lagi; atau ketik hasilnya.",
    )
    RUMUS_DIAMBIL = (
        "R06",
        CATATAN,
        "“{judul}” indikator {indikator} berisi rumus {isi}; yang diambil nilainya, {nilai}.",
        "Pastikan angkanya benar.",
    )
    PERSEN_SERATUS_KALI = (
        "R07",
        GALAT,
        "“{judul}” indikator {indikator} tertulis {isi}; dapat berarti {satu}% atau {dua}%.",
        "Bila maksudnya {dua}%, tulis {dua}. Bila memang {satu}%, tulis {satu}% diawali tanda petik tunggal.",
    )
    NILAI_KOSONG = (
        "R09",
        GALAT,
        "Realisasi indikator {indikator} {periode} belum diisi oleh {subbagian}.",
        "Isi angkanya; bila tidak ada, pilih status Nihil atau Tidak berlaku beserta alasannya.",
    )
    ALASAN_KOSONG = (
        "R10",
        GALAT,
        "Indikator {indikator} {periode} berstatus {status} tanpa alasan.",
        "Tulis alasannya di kolom “Alasan”.",
    )
    STATUS_TIDAK_DIKENAL = (
        "R11",
        GALAT,
        "Status indikator {indikator} berisi “{isi}”, yang bukan pilihan.{usul}",
        "Pilih Terisi, Nihil, atau Tidak berlaku.",
    )
    STATUS_BERTENTANGAN = (
        "R12",
        GALAT,
        "Indikator {indikator} {periode} berstatus {status} tetapi realisasinya diisi {nilai}.",
        "Kosongkan salah satunya.",
    )
    PENYEBUT_NOL = (
        "R13",
        GALAT,
        "Penyebut (y) indikator {indikator} {periode} nol, jadi realisasinya tidak dapat dihitung.",
        "Perbaiki penyebutnya; bila memang tidak ada, pilih status Nihil.",
    )
    PEMBILANG_LEBIH = (
        "R14",
        PERINGATAN,
        "Pembilang (x) indikator {indikator} {periode}, {x}, lebih besar dari penyebut (y), {y}.",
        "Pastikan keduanya tidak tertukar.",
    )
    TARGET_NOL = (
        "R15",
        PERINGATAN,
        "Target indikator {indikator} nol, jadi capaiannya tidak dihitung.",
        "Periksa target di lembar Sasaran & Indikator.",
    )
    TIDAK_WAJAR = (
        "R16",
        PERINGATAN,
        "Capaian indikator {indikator} {periode} {capaian}%, di atas batas wajar {ambang}%.",
        "Periksa realisasi dan targetnya; jelaskan di kolom “Penyebab” bila memang benar.",
    )
    PERSEN_DI_LUAR = (
        "R17",
        PERINGATAN,
        "Realisasi indikator {indikator} {periode} {nilai}, di luar 0 sampai 100 persen.",
        "Periksa angkanya.",
    )
    JAWABAN_BERUBAH = (
        "R18",
        CATATAN,
        "“{judul}” indikator {indikator} {periode} berubah dari “{lama}” ({asal}) menjadi “{baru}”.",
        "Pastikan perubahan ini memang dimaksud subbagian.",
    )
    JAWABAN_BENTROK = (
        "R19",
        GALAT,
        "“{judul}” indikator {indikator} {periode} punya dua jawaban: “{satu}” ({asal}) dan “{dua}”.",
        "Tulis “pakai” atau “abaikan” di kolom Keputusan lembar Realisasi.",
    )
    BUKAN_PENANGGUNG_JAWAB = (
        "R20",
        PERINGATAN,
        "{subbagian} hanya pendukung indikator {indikator}; angka {isi} yang ditulisnya tidak dipakai.",
        "Sampaikan angkanya kepada {penanggung_jawab}.",
    )
    TANGGAL_TIDAK_DIKENAL = (
        "R21",
        PERINGATAN,
        "“{judul}” berisi “{isi}”, yang tidak terbaca sebagai tanggal.",
        "Tulis seperti 30 Juni 2026 atau 30/06/2026.",
    )
    NARASI_KOSONG = (
        "R22",
        PERINGATAN,
        "Capaian indikator {indikator} {periode} {capaian}%, tetapi “{judul}” belum diisi.",
        "Jelaskan penyebab, kendala, dan solusinya di lembar Narasi.",
    )
    NARASI_SALINAN = (
        "R23",
        PERINGATAN,
        "“{judul}” indikator {indikator} {periode} sama persis dengan periode sebelumnya.",
        "Tulis keadaan periode ini.",
    )
    JAWABAN_KOSONG_LAGI = (
        "R24",
        CATATAN,
        "“{judul}” indikator {indikator} {periode} kosong di kiriman terbaru; jawaban lama “{lama}” dipakai.",
        "Bila memang tidak berlaku lagi, pilih status Tidak berlaku beserta alasannya.",
    )
    ANGKA_BERSATUAN = (
        "R25",
        CATATAN,
        "“{judul}” indikator {indikator} tertulis “{isi}” dan dibaca {nilai}.",
        "Pastikan angkanya benar.",
    )
    TANGGAL_MENDUA = (
        "R26",
        PERINGATAN,
        "“{judul}” berisi “{isi}” dan dibaca {tanggal} (hari dahulu).",
        "Pastikan tanggalnya benar.",
    )
    TERCORET = (
        "R27",
        PERINGATAN,
        "“{judul}” indikator {indikator} berisi “{isi}” yang dicoret; nilainya tetap diambil.",
        "Hapus isinya bila memang batal.",
    )
    HURUF_DIGANTI = (
        "R28",
        CATATAN,
        "Teks di sel ini memuat {jumlah} tanda yang tidak dapat dicetak, diganti “\ufffd”.",
        "Ketik ulang bagian itu.",
    )
    TEKS_PANJANG = (
        "R29",
        PERINGATAN,
        "Teks di sel ini {jumlah} huruf, lebih panjang dari yang dapat disimpan Excel (32.767).",
        "Ringkas teksnya. Naskah utuhnya tersimpan di folder Arsip.",
    )

    DIBACA_STATUS = (
        "R30",
        CATATAN,
        "“{judul}” indikator {indikator} berisi “{isi}” dan dibaca sebagai status {status}.",
        "Lain kali kosongkan angkanya dan pilih statusnya.",
    )
    RASIO_TANPA_XY = (
        "R31",
        PERINGATAN,
        "Realisasi rasio indikator {indikator} ditulis {isi} tanpa pembilang dan penyebut.",
        "Isi pembilang (x) dan penyebut (y) supaya semester dan tahun dapat dihitung.",
    )

    KOREKSI_BERTAHAN = (
        "R32",
        PERINGATAN,
        "“{judul}” indikator {indikator} {periode} di kiriman ini “{baru}”, sedangkan perencana menulis “{koreksi}” di lembar Realisasi sel {sel}, yang tetap dipakai.",
        "Tulis “pakai” di kolom Keputusan pada baris yang berlaku, atau ketik isi yang lain itu di sel {sel}.",
    )
    DIKETIK_PERENCANA = (
        "R33",
        CATATAN,
        "“{judul}” indikator {indikator} {periode} diketik perencana, “{koreksi}”; di formulir “{lama}” ({asal}).",
        "Pastikan {subbagian} mengetahui pembetulan ini.",
    )
    RASIO_BUKAN_HASILNYA = (
        "R34",
        PERINGATAN,
        "Realisasi rasio indikator {indikator} {periode} diketik {nilai}, padahal {x} dari {y} adalah {hitungan}.",
        "Betulkan pembilang atau penyebutnya; realisasinya mengikuti.",
    )
    BUKAN_LAGI_PENANGGUNG_JAWAB = (
        "R35",
        PERINGATAN,
        "{jumlah} angka indikator {indikator} dari {subbagian} tidak dihitung, karena penanggung jawabnya sekarang {penanggung_jawab}.",
        "Bila hanya kodenya yang berganti, kembalikan kodenya; bila tugasnya berpindah, mintalah angka itu juga dari {penanggung_jawab}.",
    )
    INDIKATOR_TIADA = (
        "R36",
        PERINGATAN,
        "{jumlah} angka indikator {indikator} dari {subbagian} tidak dihitung, karena indikator itu tidak terbaca di lembar Sasaran & Indikator.",
        "Bila hanya kodenya yang berganti, kembalikan kodenya; bila indikatornya dihapus, tidak ada yang perlu dilakukan.",
    )

    SEMUA_DIABAIKAN = (
        "R37",
        GALAT,
        "Semua jawaban indikator {indikator} {periode} dari {subbagian} diabaikan, jadi realisasinya kosong.",
        "Hapus “abaikan” pada jawaban yang berlaku, atau mintalah kiriman baru dari {subbagian}.",
    )

    # ---- D: data pendukung
    DATA_PENDUKUNG_KOSONG = (
        "D01",
        GALAT,
        "Indikator {indikator} {periode} belum punya data pendukung dari {subbagian}.",
        "Simpan berkasnya di folder Data Pendukung dan catat namanya di lembar Data Pendukung.",
    )
    DATA_PENDUKUNG_KURANG = (
        "D02",
        GALAT,
        "Data pendukung “{jenis}” indikator {indikator} {periode} baru {ada} dari {jumlah}.",
        "Lengkapi berkasnya dan catat namanya di lembar Data Pendukung.",
    )
    BERKAS_DATA_PENDUKUNG_HILANG = (
        "D03",
        GALAT,
        "Data pendukung “{berkas}” untuk indikator {indikator} tidak ada di folder “{folder}”.{usul}",
        "Simpan berkasnya di folder itu, atau perbaiki namanya di formulir.",
    )
    BERKAS_TIDAK_TERCATAT = (
        "D04",
        PERINGATAN,
        "Berkas “{berkas}” ada di folder, tetapi tidak tercatat di formulir mana pun.",
        "Catat di lembar Data Pendukung pada indikatornya, atau pindahkan dari folder.",
    )
    TAUTAN_SAJA = (
        "D05",
        PERINGATAN,
        "Data pendukung indikator {indikator} hanya tautan ({berkas}), yang tidak dapat diperiksa.",
        "Simpan salinan berkasnya di folder Data Pendukung.",
    )
    BUKAN_NAMA_BERKAS = (
        "D06",
        PERINGATAN,
        "Nama berkas indikator {indikator} berisi “{berkas}”, yang bukan nama berkas.",
        "Tulis nama berkasnya, misalnya notula rapat.pdf.",
    )
    DATA_PENDUKUNG_NOL = (
        "D07",
        GALAT,
        "Data pendukung “{berkas}” kosong (0 bita).",
        "Simpan ulang berkasnya.",
    )
    ISI_LAIN_DARI_NAMA = (
        "D08",
        GALAT,
        "Data pendukung “{berkas}” isinya bukan {ekstensi}{isi}.",
        "Ganti dengan berkas yang benar.",
    )
    DATA_PENDUKUNG_BESAR = (
        "D09",
        PERINGATAN,
        "Data pendukung “{berkas}” berukuran {ukuran} MB, di atas {batas} MB.",
        "Perkecil berkasnya; aplikasi lain mungkin menolaknya.",
    )
    EKSTENSI_LAIN = (
        "D10",
        PERINGATAN,
        "Data pendukung “{berkas}” bukan jenis yang diterima ({diterima}).",
        "Simpan sebagai PDF.",
    )
    DATA_PENDUKUNG_DIPAKAI_ULANG = (
        "D11",
        PERINGATAN,
        "Data pendukung “{berkas}” isinya sama dengan “{lain}”.",
        "Pastikan satu berkas memang membuktikan keduanya.",
    )
    INDIKATOR_ASING = (
        "D12",
        GALAT,
        "Data pendukung “{berkas}” dicatat untuk indikator “{indikator}”, yang bukan bagian formulir ini.{usul}",
        "Pilih kode indikator dari daftar.",
    )
    TANGGAL_DI_LUAR = (
        "D13",
        PERINGATAN,
        "Data pendukung “{berkas}” bertanggal {tanggal}, di luar tahun {tahun}.",
        "Periksa tanggalnya, atau lampirkan berkas tahun ini.",
    )
    TERCATAT_DUA_KALI = (
        "D14",
        CATATAN,
        "Data pendukung “{berkas}” dicatat dua kali untuk indikator {indikator}.",
        "Hapus salah satu barisnya.",
    )
    DATA_PENDUKUNG_BUKAN_BERKAS = (
        "D15",
        GALAT,
        "“{berkas}” di folder data pendukung bukan berkas biasa, jadi tidak dihitung.",
        "Simpan berkas aslinya di folder itu.",
    )

    # ---- I: the master
    KODE_GANDA = (
        "I01",
        GALAT,
        "Kode “{kode}” dipakai dua kali, di baris {pertama} dan {kedua}.",
        "Beri kode yang berbeda.",
    )
    KODE_KOSONG = (
        "I02",
        GALAT,
        "Baris ini belum punya “{judul}”.",
        "Isi kolomnya, atau kosongkan seluruh baris.",
    )
    KODE_TIDAK_DIKENAL = (
        "I03",
        GALAT,
        "“{judul}” berisi “{kode}”, yang tidak ada di lembar {lembar}.{usul}",
        "Perbaiki kodenya, atau tambahkan di lembar {lembar}.",
    )
    TARGET_KOSONG = (
        "I04",
        GALAT,
        "Target indikator {indikator} belum diisi.",
        "Isi targetnya dari Perjanjian Kinerja.",
    )
    MASTER_BUKAN_ANGKA = (
        "I05",
        GALAT,
        "“{judul}” berisi “{isi}”, yang bukan angka.{usul}",
        "Tulis angka saja, misalnya 83,5.",
    )
    PILIHAN_TIDAK_DIKENAL = (
        "I06",
        GALAT,
        "“{judul}” berisi “{isi}”, yang bukan pilihan.{usul}",
        "Pilih salah satu: {pilihan}.",
    )
    PERSEN_DIJUMLAH = (
        "I07",
        GALAT,
        "Indikator {indikator} berupa {jenis}, jadi konsolidasinya tidak dapat “jumlah”.",
        "Pilih “nilai terakhir” atau “rata-rata”; untuk x/y pakai jenis “rasio”.",
    )
    TARGET_PERIODE_BERBEDA = (
        "I08",
        PERINGATAN,
        "Target periode indikator {indikator} menjadi {jumlah} setahun, seharusnya {seharusnya}, selisih {selisih}.",
        "Samakan target periode dengan target tahun menurut konsolidasinya.",
    )
    TANPA_SYARAT = (
        "I09",
        PERINGATAN,
        "Indikator {indikator} belum punya syarat data pendukung.",
        "Tambahkan barisnya di lembar Syarat Data Pendukung.",
    )
    MASTER_TANPA_ISI = (
        "I10",
        GALAT,
        "Lembar “{lembar}” belum berisi satu baris lengkap pun.",
        "Isi lembarnya dahulu, atau lengkapi baris yang sudah ada.",
    )
    LEMBAR_HILANG = (
        "I11",
        GALAT,
        "Lembar “{lembar}” tidak ada di workbook ini.",
        "Bila namanya berganti, kembalikan namanya; bila terhapus, salin lembarnya dari folder "
        "Cadangan; bila workbook ini dari versi kinerja sebelumnya, tutup, lalu jalankan "
        "python3 mulai.py repair --folder DIR; DIR ialah foldernya.",
    )
    SASARAN_BERBEDA = (
        "I12",
        GALAT,
        "Sasaran {kode} ditulis dengan dua bunyi: “{satu}” dan “{dua}”.",
        "Samakan bunyinya, atau beri kode yang berbeda.",
    )
    MASTER_SEL_GALAT = (
        "I13",
        GALAT,
        "“{judul}” berisi {isi}, yang tidak dapat dibaca.",
        "Ganti dengan nilainya.",
    )
    BARIS_STATE_RUSAK = (
        "I14",
        PERINGATAN,
        "Baris ini di lembar “{lembar}” tidak lagi terbaca utuh, jadi dilewati.",
        "Jalankan Gabungkan sekali lagi; kiriman aslinya ada di folder Arsip.",
    )

    KODE_TIDAK_AMAN = (
        "I15",
        GALAT,
        "Kode subbagian “{kode}” tidak dapat menjadi nama berkas dan folder.",
        "Pakai huruf, angka, “-”, dan “_” saja, paling banyak 20, diawali huruf atau angka, bukan kata milik Windows seperti CON. Contoh: PARMAS-SDM.",
    )
    LEMBAR_TERPAKAI = (
        "I16",
        PERINGATAN,
        "Lembar “{lembar}” bukan lembar isian kinerja, jadi isian {subbagian} tidak ditulis di situ.",
        "Ganti nama lembar itu, atau kode subbagiannya; lembar isian dibuat sesudahnya.",
    )
    RENCANA_TANPA_TARGET = (
        "I17",
        PERINGATAN,
        "Rencana aksi “{uraian}” untuk indikator {indikator} belum punya target di periode mana pun.",
        "Isi targetnya pada periode kegiatan itu dilakukan.",
    )
    RENCANA_GANDA = (
        "I18",
        PERINGATAN,
        "Rencana aksi “{uraian}” untuk indikator {indikator} ditulis dua kali, di baris {pertama} dan {kedua}.",
        "Sisakan satu baris saja, atau bedakan bunyinya.",
    )
    RENCANA_DI_LUAR_PELAKSANA = (
        "I19",
        PERINGATAN,
        "{subbagian} bukan penanggung jawab atau pendukung indikator {indikator}, jadi rencana aksi ini tidak muncul di formulirnya.",
        "Tulis {subbagian} sebagai pendukung di lembar Sasaran & Indikator, atau ganti penanggung jawab rencana aksinya.",
    )
    LIBUR_GANDA = (
        "I20",
        PERINGATAN,
        "Tanggal {tanggal} ditulis dua kali, di baris {pertama} dan {kedua}. Yang dipakai baris {kedua}.",
        "Sisakan satu baris saja.",
    )
    LIBUR_TAHUN_LAIN = (
        "I21",
        PERINGATAN,
        "Tanggal {tanggal} bukan tahun {tahun} atau awal tahun sesudahnya.",
        "Perbaiki tahunnya, atau hapus barisnya.",
    )

    BARIS_KIRIMAN_HILANG = (
        "I22",
        PERINGATAN,
        "Di lembar Realisasi dan Data Pendukung hilang {jumlah} baris dari kiriman “{berkas}”.",
        "Pastikan kiriman itu ada di folder Masuk, atau ambil salinannya dari folder Arsip, lalu tekan Gabungkan.",
    )

    BAGIAN_TIDAK_DIKENAL = (
        "I23",
        PERINGATAN,
        "Bagian “{bagian}” tidak dikenal, jadi isinya tidak tercetak di laporan.{usul}",
        "Perbaiki nama bagiannya, atau kosongkan barisnya.",
    )

    # ---- I24 and on: what the planner defines, looked at as a whole
    TARGET_LAIN_JENIS = (
        "I24",
        GALAT,
        "“{judul}” indikator {indikator} berisi “{isi}”, sedangkan jenisnya {jenis}.",
        "Tulis {contoh}, atau pilih jenis “{usul}”.",
    )
    TARGET_TERBACA_LAIN = (
        "I25",
        PERINGATAN,
        "“{judul}” indikator {indikator}, “{isi}”, berupa satu angka, sedangkan jenisnya {jenis}.",
        "Tulis {contoh}, atau pilih jenis “angka”.",
    )
    TARGET_RERATA_BERBEDA = (
        "I26",
        CATATAN,
        "Rata-rata target periode indikator {indikator} adalah {rerata}, target tahunnya {target}.",
        "Pastikan memang demikian; konsolidasinya rata-rata.",
    )
    TARGET_PERIODE_KOSONG = (
        "I27",
        CATATAN,
        "Target periode belum diisi satu pun untuk indikator {daftar}.",
        "Isi targetnya supaya capaian setiap periode dapat dihitung.",
    )
    BOBOT_SEBAGIAN = (
        "I28",
        PERINGATAN,
        "Bobot indikator {indikator} kosong atau bukan angka positif, jadi bobot sasaran {sasaran} tidak dipakai.",
        "Isi bobot semua indikator sasaran itu, atau kosongkan semuanya.",
    )
    BOBOT_JUMLAH = (
        "I29",
        PERINGATAN,
        "Bobot sasaran {sasaran} berjumlah {jumlah}, seharusnya 100, selisih {selisih}.",
        "Samakan jumlahnya menjadi 100. Yang dipakai sementara perbandingannya.",
    )
    ANGGARAN_KOSONG = (
        "I30",
        CATATAN,
        "Lembar Anggaran belum berisi, jadi serapan dan efisiensi tidak dapat dihitung.",
        "Isi program atau kegiatan beserta pagunya.",
    )
    PAGU_NOL = (
        "I31",
        PERINGATAN,
        "Pagu anggaran {kode} {pagu}, jadi serapannya tidak dapat dihitung.",
        "Isi pagunya, atau hapus barisnya.",
    )
    REALISASI_LEBIH = (
        "I32",
        PERINGATAN,
        "Realisasi anggaran {kode} sampai {periode} {realisasi}, di atas pagunya {pagu}.",
        "Periksa angkanya; realisasi diisi per periode, bukan kumulatif.",
    )
    ANGGARAN_GANDA = (
        "I33",
        PERINGATAN,
        "Kode anggaran {kode} ditulis dua kali, di baris {pertama} dan {kedua}; keduanya dihitung.",
        "Sisakan satu baris saja bila memang barang yang sama.",
    )
    SASARAN_TANPA_ANGGARAN = (
        "I34",
        CATATAN,
        "Sasaran {sasaran} belum punya anggaran, jadi efisiensinya tidak dapat dihitung.",
        "Tulis {sasaran} di kolom “Kode Sasaran” lembar Anggaran, pada program penunjangnya.",
    )
    SUBBAGIAN_TANPA_INDIKATOR = (
        "I35",
        CATATAN,
        "{subbagian} bukan penanggung jawab atau pendukung satu indikator pun, jadi tidak menerima formulir.",
        "Bila keliru, tulis kodenya di lembar Sasaran & Indikator.",
    )
    TANPA_KEPALA = (
        "I36",
        CATATAN,
        "Kepala subbagian belum diisi untuk {daftar}.",
        "Isi namanya di lembar Subbagian; yang kosong tercetak sebagai titik-titik.",
    )
    SUREL_KOSONG = (
        "I37",
        CATATAN,
        "Surel belum diisi untuk {daftar}, jadi konsep surelnya tanpa alamat.",
        "Isi alamatnya di lembar Subbagian, atau bagikan dengan cara lain.",
    )
    SUREL_BUKAN_ALAMAT = (
        "I38",
        PERINGATAN,
        "Surel {subbagian} berisi “{isi}”, yang bukan alamat surel.",
        "Tulis seperti nama@kpu.go.id; beberapa alamat dipisah titik koma.",
    )
    NAMA_GANDA = (
        "I39",
        PERINGATAN,
        "Subbagian {satu} dan {dua} bernama sama, “{nama}”.",
        "Bedakan namanya, atau hapus salah satunya.",
    )
    SASARAN_TANPA_INDIKATOR = (
        "I40",
        PERINGATAN,
        "Sasaran {sasaran} belum punya satu indikator pun.",
        "Tambahkan indikatornya, atau hapus barisnya.",
    )
    SASARAN_TANPA_URAIAN = (
        "I41",
        PERINGATAN,
        "Sasaran {sasaran} belum punya bunyi.",
        "Tulis bunyinya pada indikator pertamanya.",
    )
    SYARAT_GANDA = (
        "I42",
        PERINGATAN,
        "Syarat “{jenis}” indikator {indikator} ditulis dua kali, di baris {pertama} dan {kedua}.",
        "Sisakan satu baris saja, dengan jumlah minimum yang dimaksud.",
    )
    SYARAT_TANPA_JUMLAH = (
        "I43",
        PERINGATAN,
        "Jumlah minimum syarat “{jenis}” indikator {indikator} {jumlah}, padahal seharusnya bilangan bulat mulai 1.",
        "Tulis berapa berkas paling sedikit, atau hapus barisnya.",
    )
    RIWAYAT_GANDA = (
        "I44",
        PERINGATAN,
        "Realisasi indikator {indikator} tahun {tahun} ditulis dua kali, di baris {pertama} dan {kedua}.",
        "Sisakan satu baris saja.",
    )
    RIWAYAT_TAHUN = (
        "I45",
        PERINGATAN,
        "Tahun {tahun} di lembar Tahun Sebelumnya bukan tahun sebelum {berjalan}.",
        "Perbaiki tahunnya, atau hapus barisnya.",
    )
    PK_JUMLAH_ANGGARAN = (
        "I46",
        PERINGATAN,
        "Jumlah anggaran di Perjanjian Kinerja tertulis {tertulis}, sedangkan baris-barisnya {jumlah}, selisih {selisih}.",
        "Periksa angkanya di dokumen itu.",
    )
    PK_TANPA_ANGGARAN = (
        "I47",
        CATATAN,
        "Baris anggaran ini tidak disebut di Perjanjian Kinerja: {daftar}. Barisnya tetap.",
        "Bila itu rincian programnya, tidak ada yang perlu dilakukan.",
    )
    PK_TERLALU_PANJANG = (
        "I48",
        GALAT,
        "Tabel di {asal} berisi {jumlah} indikator, lebih banyak daripada sebuah Perjanjian Kinerja ({batas}).",
        "Pastikan yang dipakai memang Perjanjian Kinerja.",
    )

    # ---- P: settings
    PENGATURAN_TIDAK_TERBACA = (
        "P01",
        PERINGATAN,
        "Pengaturan “{nama}” berisi “{isi}”, yang tidak terbaca, jadi dipakai {bawaan}.",
        "{bantuan}",
    )
    TAHUN_KOSONG = (
        "P02",
        GALAT,
        "Pengaturan “Tahun” belum berisi tahun.",
        "Isi tahun yang dikerjakan, misalnya 2026.",
    )
    PENGATURAN_TIDAK_DIKENAL = (
        "P03",
        CATATAN,
        "Pengaturan “{nama}” tidak dikenal, jadi tidak dipakai.{usul}",
        "Perbaiki namanya, atau hapus barisnya.",
    )

    PERIODE_TIDAK_ADA = (
        "P04",
        GALAT,
        "Periode “{periode}” tidak ada; setahun hanya ada {siklus} periode.",
        "Sebut nomornya, misalnya 1, atau kosongkan untuk Periode Berjalan.",
    )

    SIKLUS_BERBEDA = (
        "P05",
        GALAT,
        "Pengaturan “Siklus” adalah {isi}, sedangkan workbook ini disusun untuk {siklus} periode setahun, yang tetap dipakai.",
        "Tulis kembali {siklus}. Untuk siklus lain, buat workbook baru.",
    )

    TAHUN_BERUBAH = (
        "P06",
        GALAT,
        "Pengaturan “Tahun” adalah {tahun}, sedangkan workbook ini sudah memuat {jumlah} kiriman tahun {lain}, yang ikut dihitung.",
        "Kembalikan tahunnya menjadi {lain}; untuk tahun {tahun}, buat workbook baru di folder lain.",
    )

    # ---- P07 and on: a Perjanjian Kinerja that is brought in
    PK_TIDAK_ADA = (
        "P07",
        GALAT,
        "Belum ada Perjanjian Kinerja: lembar “{lembar}” kosong, dan di folder “{folder}” tidak ada .docx atau .xlsx.",
        "Tempel tabelnya di lembar itu, atau simpan berkasnya di folder itu, lalu ulangi.",
    )
    PK_BEBERAPA = (
        "P08",
        GALAT,
        "Ada {jumlah} Perjanjian Kinerja: {daftar}.",
        "Sisakan satu saja, supaya jelas yang mana yang berlaku.",
    )
    PK_TIDAK_TERBACA = (
        "P09",
        GALAT,
        "Perjanjian Kinerja “{berkas}” tidak terbaca. {sebab}",
        "Simpan sebagai .docx atau .xlsx, atau tempel tabelnya di lembar “{lembar}”.",
    )
    PK_TANPA_TABEL = (
        "P10",
        GALAT,
        "Di {asal} tidak ada tabel yang berkolom “Indikator Kinerja” dan “Target”.",
        "Pastikan baris judul tabelnya ikut: Sasaran, Indikator Kinerja, Target.",
    )
    PK_DIPAKAI = (
        "P11",
        CATATAN,
        "Perjanjian Kinerja dibaca dari {asal}: {indikator} indikator dan {anggaran} baris anggaran.",
        "Pastikan jumlahnya sama dengan di dokumennya.{bantuan}",
    )
    PK_INDIKATOR_BARU = (
        "P12",
        CATATAN,
        "Indikator {kode} ditambah: “{uraian}”, target {target}.",
        "Isi penanggung jawab, konsolidasi, dan target periodenya.",
    )
    PK_BERUBAH = (
        "P13",
        CATATAN,
        "“{judul}” {kode} berubah dari “{lama}” menjadi “{baru}”.",
        "Pastikan perubahannya memang menurut Perjanjian Kinerja.",
    )
    PK_TANPA_INDIKATOR = (
        "P14",
        PERINGATAN,
        "Indikator {kode}, “{uraian}”, tidak disebut di Perjanjian Kinerja. Barisnya tetap.",
        "Bila memang tidak dipakai lagi, hapus barisnya di lembar Sasaran & Indikator.",
    )
    PK_BARIS_DILEWATI = (
        "P15",
        PERINGATAN,
        "“{isi}” di Perjanjian Kinerja tidak diambil, karena {sebab}.",
        "Perbaiki di sumbernya lalu ulangi, atau ketik sendiri di lembarnya.",
    )
    PK_TARGET_MENDUA = (
        "P16",
        PERINGATAN,
        "Target “{isi}” untuk “{uraian}” dapat berarti {satu} atau {dua}, jadi ditulis apa adanya.",
        "Betulkan targetnya di lembar Sasaran & Indikator.",
    )
    PK_DISEBUT_LAGI = (
        "P17",
        PERINGATAN,
        "“{uraian}” disebut lagi dengan target “{lain}”; yang dipakai “{dipakai}”.",
        "Pastikan mana yang berlaku.",
    )
    PK_ANGGARAN_LAIN = (
        "P18",
        PERINGATAN,
        "Program di Perjanjian Kinerja berjumlah {pagu}, lembar Anggaran {jumlah}, selisih {selisih}; tidak ada yang ditambah, karena tidak satu pun program itu ada di sana.",
        "Bila lembar itu rinciannya, samakan jumlahnya; bila bukan, ketik programnya di sana.",
    )
    PK_ANGGARAN_BARU = (
        "P19",
        CATATAN,
        "Anggaran {kode} ditambah: “{uraian}”, pagu {pagu}.",
        "Isi kode sasarannya; bila kodenya hanya nomor urut, ganti dengan kode programnya.",
    )

    # ---- L: the report
    BELUM_ADA_DATA = (
        "L01",
        PERINGATAN,
        "Laporan masih memuat {jumlah} tempat bertanda [belum ada data], antara lain {contoh}.",
        "Isi di lembar yang tabnya kuning atau melalui formulir, lalu susun ulang.",
    )
    TEMPLAT_ISIAN_ASING = (
        "L02",
        GALAT,
        "Templat “{berkas}” memakai isian “{isian}” yang tidak dikenal.{usul}",
        "Perbaiki nama isiannya di templat, lalu ulangi.",
    )
    TEMPLAT_RUSAK = (
        "L03",
        GALAT,
        "Templat “{berkas}” tidak dapat dipakai: {sebab}.",
        "Perbaiki templatnya, atau keluarkan dari folder Templat agar templat bawaan dipakai.",
    )
    TANPA_PDF = (
        "L04",
        CATATAN,
        "PDF tidak dibuat karena LibreOffice tidak ditemukan.",
        "Buka laporannya di Word, lalu simpan sebagai PDF.",
    )
    PDF_GAGAL = (
        "L05",
        PERINGATAN,
        "PDF tidak jadi dibuat ({sebab}).",
        "Buka laporannya di Word, lalu simpan sebagai PDF.",
    )

    MUATAN_KURANG = (
        "L06",
        PERINGATAN,
        "Laporan “{berkas}” belum memuat {muatan} ({dasar}).",
        "Kembalikan bagian itu di templatnya, misalnya dengan judul “{judul}”, lalu susun ulang.",
    )
    KALIMAT_ISIAN_ASING = (
        "L07",
        PERINGATAN,
        "Pola kalimat memakai isian “{isian}” yang tidak dikenal untuk analisis {analisis}, jadi "
        "tidak dipakai.{usul}",
        "Pakai salah satu isian ini di dalam kurung kurawal: {daftar}.",
    )
    KALIMAT_TIDAK_TERTUTUP = (
        "L08",
        PERINGATAN,
        "Kurung kurawal pada pola kalimat “{pola}” belum berpasangan, jadi tidak dipakai.",
        "Tulis setiap isian di antara kurung kurawal pembuka dan penutup.",
    )
    KALIMAT_BERANGKA = (
        "L09",
        PERINGATAN,
        "Pola kalimat memuat angka yang diketik di “{teks}”, jadi tidak dipakai.",
        "Ganti angkanya dengan isian di dalam kurung kurawal, supaya selalu sama dengan datanya.",
    )
    KALIMAT_TANPA_KEADAAN = (
        "L10",
        PERINGATAN,
        "Analisis {analisis} tidak mengenal keadaan “{keadaan}”, jadi polanya tidak dipakai.",
        "Pilih salah satu: {pilihan}.",
    )
    SEMESTER_BELUM_DISUSUN = (
        "L11",
        CATATAN,
        "Laporan semester {semester} belum disusun, jadi lampirannya mencatat belum ada.",
        "Tekan Laporan Semester, lalu susun laporan tahunan lagi.",
    )
    SEMESTER_USANG = (
        "L12",
        PERINGATAN,
        "Laporan semester {semester} sudah usang: datanya berubah sejak laporan itu disusun.",
        "Tekan Laporan Semester, lalu susun laporan tahunan lagi.",
    )
    SEMESTER_TIDAK_DIKENAL = (
        "L13",
        GALAT,
        "Semester “{isi}” tidak dikenal.",
        "Tulis 1 atau 2, atau kosongkan untuk setiap semester yang sudah berjalan.",
    )

    # ---- S: the world around
    BERKAS_TERBUKA = (
        "S01",
        GALAT,
        "“{berkas}” sedang dibuka program lain, jadi hasilnya belum disimpan.",
        "Tutup berkas itu, lalu ulangi.{bantuan}",
    )
    FOLDER_TIDAK_ADA = (
        "S02",
        GALAT,
        "Folder “{folder}” tidak ada.",
        "Periksa nama foldernya.",
    )
    MASTER_TIDAK_ADA = (
        "S03",
        GALAT,
        "Workbook kinerja tidak ada di folder “{folder}”.",
        "Pilih folder yang berisi kinerja.xlsm atau kinerja.xlsx.",
    )
    MASTER_RUSAK = (
        "S04",
        GALAT,
        "Workbook “{berkas}” tidak dapat dibaca: {sebab}",
        "Buka di Excel untuk memeriksanya, atau ambil salinan dari folder Cadangan.",
    )
    TEMPLAT_TIDAK_ADA = (
        "S05",
        GALAT,
        "Templat “{berkas}” tidak ada.",
        "Kembalikan berkasnya ke folder templates.",
    )
    TIDAK_DAPAT_MENULIS = (
        "S06",
        GALAT,
        "“{berkas}” tidak dapat disimpan ({sebab}). Berkas yang lama tetap utuh.",
        "Periksa ruang penyimpanan dan izin folder, lalu ulangi.",
    )
    SEDANG_DIPAKAI = (
        "S07",
        GALAT,
        "Folder ini sedang dikerjakan kinerja di tempat lain.",
        "Tunggu sampai selesai, lalu ulangi.",
    )
    KESALAHAN_PROGRAM = (
        "S08",
        GALAT,
        "Ada yang tidak beres di program. Data tidak berubah; rinciannya di “{berkas}”.",
        "Kirim berkas itu kepada pengelola program.",
    )
    FORMULIR_SUDAH_ADA = (
        "S09",
        PERINGATAN,
        "“{berkas}” sudah ada dan isinya lain, jadi tidak ditimpa.",
        "Pindahkan berkas itu bila memang harus dibuat ulang.",
    )
    REVISI_BARU = (
        "S10",
        CATATAN,
        "Formulir {subbagian} {periode} dibuat ulang sebagai revisi {revisi}: {perubahan}.",
        "Bagikan revisi ini; revisi lama tetap disimpan.",
    )
    TANPA_CADANGAN = (
        "S11",
        CATATAN,
        "Tidak ada tindakan yang dapat diurungkan: di folder “{folder}” tidak ada keadaan sebelumnya.",
        "Tidak ada yang perlu dilakukan.",
    )
    DIURUNGKAN = (
        "S12",
        CATATAN,
        "Workbook kembali ke keadaan sebelum “{tindakan}”, {waktu}.",
        "Jalankan tindakannya lagi bila ternyata diperlukan; keadaan yang diurungkan ada di “{folder}”.",
    )

    TEMPAT_BERJENIS_LAIN = (
        "S14",
        GALAT,
        "“{berkas}” sudah ada tetapi bukan {seharusnya}, jadi hasilnya belum disimpan.",
        "Pindahkan atau ganti namanya, lalu ulangi.",
    )

    # ---- S20 and on: the program that has the master open
    MASTER_BELUM_DISIMPAN = (
        "S20",
        GALAT,
        "Workbook “{berkas}” belum pernah disimpan, jadi belum punya folder.",
        "Simpan sebagai kinerja.xlsm di folder kantor, lalu tekan tombolnya lagi.",
    )
    MASTER_DARING = (
        "S21",
        GALAT,
        "Workbook “{berkas}” dibuka dari alamat internet, jadi tombolnya belum dapat bekerja.",
        "Simpan foldernya di komputer ini, misalnya di Dokumen, lalu buka workbooknya dari sana.",
    )
    MASTER_HANYA_BACA = (
        "S22",
        GALAT,
        "Workbook “{berkas}” terbuka hanya untuk dibaca, jadi hasilnya tidak dapat disimpan.",
        "Tutup di program dan komputer lain, buka lagi, lalu tekan tombolnya lagi.",
    )
    PROGRAM_SIBUK = (
        "S23",
        GALAT,
        "{program} sedang sibuk, atau sebuah sel masih diketik.",
        "Selesaikan ketikan dengan Enter atau Esc, lalu tekan tombolnya lagi.",
    )
    LEMBAR_TERLINDUNG = (
        "S24",
        GALAT,
        "Lembar “{lembar}” tidak dapat diubah, mungkin karena terlindung.",
        "Buka perlindungannya lewat menu Tinjau (Review), lalu tekan tombolnya lagi.",
    )
    TOMBOL_TIDAK_DIKENAL = (
        "S25",
        GALAT,
        "Tombol “{tombol}” belum dikenal oleh kinerja yang terpasang.",
        "Pasang kinerja yang seumur dengan workbook ini, lalu tekan tombolnya lagi.",
    )

    CADANGAN_RUSAK = (
        "S13",
        PERINGATAN,
        "Salinan “{berkas}” di folder Cadangan tidak dapat dibaca, jadi dilewati.",
        "Pastikan keadaan sesudah ini memang yang dimaksud.",
    )

    # ---- S40 and on: the computer that kinerja is installed on
    PYTHON_LAMA = (
        "S40",
        GALAT,
        "Python {versi} terlalu lama; kinerja memerlukan 3.11 atau yang lebih baru.",
        "Pasang Python yang baru dari python.org, lalu jalankan Pasang: {pasang}.",
    )
    BUKAN_LINGKUNGAN_SENDIRI = (
        "S41",
        PERINGATAN,
        "Python yang menjalankan kinerja milik umum, di “{folder}”, dan dapat berubah tanpa diketahui.",
        "Jalankan Pasang: {pasang}.",
    )
    VERSI_BERBEDA = (
        "S42",
        PERINGATAN,
        "Versi kinerja yang dijalankan {versi}, sedangkan yang terpasang {terpasang}.",
        "Dari folder versi yang terbaru jalankan Pasang: {pasang}.",
    )
    BELUM_DIPASANG = (
        "S43",
        CATATAN,
        "Untuk pengguna ini kinerja belum dipasang; yang dijalankan ada di foldernya sendiri.",
        "Supaya tombol jalan di semua folder, jalankan Pasang: {pasang}.",
    )
    PUSTAKA_TIDAK_ADA = (
        "S44",
        GALAT,
        "Pustaka {nama} {versi} belum terpasang.",
        "Dengan sambungan internet, jalankan Pasang: {pasang}.",
    )
    PUSTAKA_BERBEDA = (
        "S45",
        PERINGATAN,
        "Pustaka {nama} yang terpasang versi {ada}, sedangkan yang diuji {versi}.",
        "Dengan sambungan internet, jalankan Pasang: {pasang}.",
    )
    ADA_MATPLOTLIB = (
        "S46",
        PERINGATAN,
        "Pustaka matplotlib terpasang, sehingga setiap tombol terlambat sekitar satu detik.",
        "Hapus folder “{folder}”, lalu jalankan Pasang: {pasang}.",
    )
    FOLDER_TIDAK_DAPAT_DITULIS = (
        "S47",
        GALAT,
        "Folder “{folder}” tidak dapat ditulisi ({sebab}).",
        "Minta izin menulis di folder itu, atau pindahkan semuanya ke folder sendiri.",
    )
    FOLDER_INTERNET = (
        "S48",
        GALAT,
        "Folder “{folder}” adalah alamat internet, jadi tombol tidak dapat bekerja di sana.",
        "Simpan foldernya di komputer ini, misalnya “{usul}”.",
    )
    FOLDER_ONEDRIVE = (
        "S49",
        PERINGATAN,
        "Folder “{folder}” disimpan OneDrive. Excel dapat menyebutnya dengan alamat internet, sehingga tombol tidak menemukannya.",
        "Pindahkan foldernya ke luar OneDrive, misalnya “{usul}”.",
    )
    FOLDER_JARINGAN = (
        "S50",
        PERINGATAN,
        "Folder “{folder}” ada di jaringan. Excel tidak mempercayai makro di sana, dan dua orang dapat mengubahnya bersamaan.",
        "Pindahkan foldernya ke komputer ini, misalnya “{usul}”.",
    )
    JALUR_PANJANG = (
        "S51",
        PERINGATAN,
        "Nama lengkap folder ini {panjang} huruf; Excel hanya menerima berkas sampai 218 huruf beserta foldernya.",
        "Pindahkan foldernya ke tempat yang namanya lebih pendek, misalnya “{usul}”.",
    )
    NAMA_SAMA_DENGAN = (
        "S52",
        GALAT,
        "Nama workbook “{berkas}” memuat tanda “=”, sehingga tombol tidak menemukannya.",
        "Ganti namanya menjadi kinerja.xlsm.",
    )
    BELUM_DIPERCAYA = (
        "S53",
        PERINGATAN,
        "Excel belum mempercayai makro di folder “{folder}”, sehingga tombol dapat diblokir.",
        "Jalankan Pasang untuk folder itu: {pasang}.",
    )
    LOKASI_DILARANG = (
        "S54",
        GALAT,
        "Kebijakan kantor melarang lokasi tepercaya di Excel, sehingga tombol dapat diblokir.",
        "Minta pengelola komputer mengizinkan folder ini, atau kerjakan tanpa tombol dengan mulai.py.",
    )
    BERTANDA_INTERNET = (
        "S55",
        GALAT,
        "Workbook “{berkas}” bertanda berasal dari internet, sehingga Excel memblokir tombolnya.",
        "Klik kanan berkasnya, pilih “Properties”, centang “Unblock”, lalu “OK”.",
    )
    OFFICE_TIDAK_BOLEH_MEMULAI = (
        "S56",
        GALAT,
        "Aturan keamanan Windows D4F940AB melarang Excel menjalankan program lain, jadi tombol tidak jalan.",
        "Minta pengelola komputer mengecualikan kinerja, atau kerjakan tanpa tombol dengan mulai.py.",
    )
    ATURAN_TIDAK_TERLIHAT = (
        "S57",
        CATATAN,
        "Aturan keamanan Windows D4F940AB tidak dapat dilihat dengan hak pengguna biasa.",
        "Bila tombol tidak menjawab, tanyakan aturan itu kepada pengelola komputer.",
    )
    TANPA_EXCEL = (
        "S58",
        CATATAN,
        "Excel tidak ditemukan di komputer ini.",
        "Pakai tombol di LibreOffice Calc, atau kerjakan tanpa tombol dengan mulai.py.",
    )
    TANPA_WORD = (
        "S59",
        CATATAN,
        "Word tidak ditemukan di komputer ini.",
        "Laporannya tetap disusun; buka dengan LibreOffice atau di komputer yang ada Word-nya.",
    )
    TANPA_APPLESCRIPT = (
        "S60",
        GALAT,
        "Excel belum boleh menjalankan kinerja: berkas AppleScript-nya belum ada.",
        "Jalankan Pasang: {pasang}.",
    )
    TANPA_LIBREOFFICE = (
        "S61",
        CATATAN,
        "LibreOffice tidak ditemukan, jadi PDF laporan tidak dibuat.",
        "Simpan laporannya sebagai PDF dari Word, atau pasang LibreOffice.",
    )
    LIBREOFFICE_TANPA_PYTHON = (
        "S62",
        PERINGATAN,
        "LibreOffice belum dapat menjalankan Python, jadi tombol tidak jalan di sana.",
        "Minta pengelola komputer memasang paket libreoffice-script-provider-python.",
    )
    LIBREOFFICE_BELUM_SIAP = (
        "S63",
        PERINGATAN,
        "LibreOffice belum disiapkan untuk tombol di folder “{folder}”.",
        "Tutup LibreOffice, lalu jalankan Pasang untuk folder itu: {pasang}.",
    )
    RUANG_SEMPIT = (
        "S64",
        PERINGATAN,
        "Ruang penyimpanan tinggal {ruang}.",
        "Kosongkan sedikitnya 500 MB supaya salinan cadangan tetap dapat dibuat.",
    )
    TAUTAN_TIDAK_JADI = (
        "S65",
        PERINGATAN,
        "Tautan di {tempat} tidak jadi dibuat ({sebab}).",
        "Buka kinerja langsung dari foldernya, atau buat tautannya sendiri.",
    )
    TEPERCAYA_TIDAK_JADI = (
        "S66",
        PERINGATAN,
        "Folder “{folder}” tidak dapat didaftarkan sebagai lokasi tepercaya Excel ({sebab}).",
        "Daftarkan sendiri di Excel: “File”, “Options”, “Trust Center”, “Trust Center Settings”, “Trusted Locations”.",
    )

    # ---- the master in LibreOffice, and after another program has saved it
    LIBREOFFICE_DIAM = (
        "S80",
        GALAT,
        "LibreOffice tidak menjawab{sebab}.",
        "Tutup workbook tanpa menyimpan, buka lagi, lalu ulangi.",
    )
    LIBREOFFICE_TERBUKA = (
        "S87",
        GALAT,
        "LibreOffice sedang terbuka, jadi belum dapat disiapkan.",
        "Tutup semua jendela LibreOffice, lalu ulangi.",
    )
    DOKUMEN_TERTINGGAL = (
        "S81",
        GALAT,
        "“{berkas}” di folder sudah lebih baru daripada yang terbuka di LibreOffice.",
        "Catat ketikan yang belum tersimpan, tutup tanpa menyimpan, buka lagi, lalu ulangi.",
    )
    BELUM_IKUT_TERSIMPAN = (
        "S82",
        PERINGATAN,
        "Dari LibreOffice hanya isi sel yang tersimpan; yang ini belum: {contoh}.",
        "Kerjakan bagian itu di Excel, atau simpan salinannya sebagai .ods.",
    )
    MASTER_DISIMPAN_LAIN = (
        "S83",
        GALAT,
        "“{berkas}” pernah disimpan program lain sehingga {bagian} hilang.",
        "Tutup workbook itu, lalu jalankan python3 mulai.py repair --folder DIR; DIR ialah foldernya.",
    )
    DIPULIHKAN = (
        "S84",
        CATATAN,
        "Yang dipulihkan: {bagian}. Isi semua sel tetap.",
        "Keadaan sebelumnya ada di “{cadangan}”.",
    )
    BELUM_PULIH = (
        "S85",
        PERINGATAN,
        "Yang tidak kembali seperti semula: {bagian}.",
        "Bila perlu, ambil salinan dari sebelum kejadian itu di folder Cadangan.",
    )
    TIDAK_RUSAK = (
        "S86",
        CATATAN,
        "“{berkas}” utuh, jadi tidak diubah.",
        "Tidak ada yang perlu dipulihkan.",
    )
    DIPERBARUI = (
        "S67",
        CATATAN,
        "Workbook ini dari versi kinerja sebelumnya. Yang ditambahkan: {bagian}. Isi lembar lainnya tetap.",
        "Keadaan sebelumnya ada di “{cadangan}”.",
    )
    LEMBAR_BERGANTI_NAMA = (
        "S68",
        PERINGATAN,
        "Lembar “{lembar}” kini bernama “{nama}”, jadi tidak ditambahkan.",
        "Kembalikan namanya di Excel; isinya tetap.",
    )
    KOLOM_BELUM_ADA = (
        "S69",
        GALAT,
        "Kolom “{judul}” belum ada di lembar “{lembar}”.",
        "Bila judulnya berganti, kembalikan judulnya. Bila workbook ini dari versi kinerja "
        "sebelumnya, tutup, lalu jalankan python3 mulai.py repair --folder DIR; DIR ialah foldernya.",
    )
    MASTER_LAMA = (
        "S70",
        PERINGATAN,
        "“{berkas}” dari versi kinerja sebelumnya. Yang belum ada: {bagian}.",
        "Tutup workbook itu, lalu jalankan python3 mulai.py repair --folder DIR (DIR ialah foldernya): yang belum ada ditambahkan, isinya tetap.",
    )
    BARIS_DIKETIK = (
        "S71",
        GALAT,
        "{n} baris di lembar “{lembar}” diketik langsung di sana (“{isi}”). Lembar itu ditulis ulang, jadi barisnya akan hilang.",
        "Realisasi dan data pendukung diketik di formulir Subbagian, lalu Gabungkan; catatan lain di lembar sendiri. Sesudah itu kosongkan barisnya. Bila sel abu-abunya yang terhapus, tekan Ctrl+Z.",
    )

    FOLDER_TERTUTUP = (
        "S72",
        GALAT,
        "Folder “{folder}” tidak dapat dibuka ({sebab}).",
        "Minta izin membukanya kepada yang mengurus komputer itu, atau periksa sambungan ke folder bersama, lalu ulangi.",
    )

    # ---- the journal beside the workbook
    JURNAL_DIUBAH = (
        "S88",
        GALAT,
        "Baris {baris} di “{berkas}” bukan lagi seperti saat ditulis.",
        "Bandingkan dengan salinan folder Riwayat yang disimpan kantor, lalu catat siapa yang mengubahnya.",
    )
    JURNAL_HILANG = (
        "S89",
        GALAT,
        "Tepat di atas baris {baris} di “{berkas}”, {jumlah} baris hilang.",
        "Ambil baris itu dari salinan folder Riwayat yang disimpan kantor.",
    )
    JURNAL_DISISIPKAN = (
        "S90",
        GALAT,
        "Baris {baris} di “{berkas}” tidak menyambung dengan baris di sekitarnya: disisipkan atau dipindahkan.",
        "Bandingkan dengan salinan folder Riwayat yang disimpan kantor, lalu kembalikan urutannya.",
    )
    JURNAL_TIDAK_TERBACA = (
        "S91",
        GALAT,
        "Baris {baris} di “{berkas}” tidak dapat dibaca dan tidak diakui baris sesudahnya.",
        "Ambil baris itu dari salinan folder Riwayat yang disimpan kantor.",
    )
    JURNAL_TERPOTONG = (
        "S92",
        CATATAN,
        "Baris {baris} di “{berkas}” terpotong: komputer berhenti saat menulisnya.",
        "Biarkan saja; tindakan berikutnya mencatat hal ini di bawahnya.",
    )
    JURNAL_UJUNG_HILANG = (
        "S93",
        GALAT,
        "Lembar Riwayat memuat {jumlah} tindakan yang barisnya tidak ada di “{berkas}”.",
        "Ambil “{berkas}” dari salinan folder Riwayat yang disimpan kantor.",
    )
    JURNAL_ASING = (
        "S94",
        GALAT,
        "“{berkas}” bukan riwayat workbook ini: tidak satu pun tindakan di lembar Riwayat ada di dalamnya.",
        "Kembalikan berkas riwayat milik workbook ini ke folder Riwayat.",
    )
    JURNAL_TIDAK_ADA = (
        "S95",
        GALAT,
        "“{berkas}” tidak ada, padahal lembar Riwayat merujuk {jumlah} tindakan di dalamnya.",
        "Kembalikan folder Riwayat ke samping workbook. Tanpa itu, tindakan berikutnya memulai riwayat baru.",
    )
    JURNAL_TERPUTUS = (
        "S96",
        PERINGATAN,
        "Baris {baris} di “{berkas}” belum sampai ke lembar Riwayat: tindakannya terputus, atau workbook diganti salinan lama.",
        "Ulangi tindakannya; yang terputus akan tercatat di bawahnya.",
    )
    JURNAL_LEMBAR_BERBEDA = (
        "S97",
        PERINGATAN,
        "Baris ini di lembar Riwayat berbeda dari baris {baris} di “{berkas}”.",
        "Yang berlaku ialah yang di berkas; batalkan ketikan di lembar Riwayat.",
    )
    JURNAL_LEMBAR_KURANG = (
        "S98",
        PERINGATAN,
        "{jumlah} tindakan di “{berkas}” tidak ada lagi di lembar Riwayat.",
        "Baca tindakan itu di berkasnya; lembar Riwayat sebaiknya tidak diubah.",
    )

    # ---- N: letters
    SURAT_DIUBAH_ORANG = (
        "N01",
        PERINGATAN,
        "“{berkas}” sudah diubah orang sejak dibuat, jadi tidak ditimpa; yang baru disimpan "
        "sebagai “{baru}”.",
        "Bandingkan keduanya, lalu simpan yang dipakai.",
    )
    BARIS_TANPA_PERIODE = (
        "N02",
        PERINGATAN,
        "Baris ini di lembar “{lembar}” belum punya nomor periode, jadi belum dipakai.",
        "Tulis nomornya, misalnya 1, atau pindahkan isinya ke baris periode itu.",
    )
    FORMAT_NOMOR_ASING = (
        "N03",
        GALAT,
        "“Format Nomor Surat Edaran” memuat “{isi}”, yang tidak dikenal, jadi suratnya belum "
        "dibuat.{usul}",
        "Pakai {dikenal}, masing-masing di dalam sepasang kurung kurawal.",
    )
    BAGIAN_NOMOR_KOSONG = (
        "N04",
        PERINGATAN,
        "Nomor surat memuat {bagian}, sedangkan “{nama}” di Pengaturan belum diisi.",
        "Isi pengaturannya, atau hapus bagian itu dari “Format Nomor Surat Edaran”.",
    )
    NOMOR_BELUM_DIISI = (
        "N05",
        CATATAN,
        "Surat edaran {periode} belum bernomor, jadi di suratnya tercetak titik-titik.",
        "Isi kolom “No” dari buku agenda, lalu tekan Surat Edaran lagi.",
    )
    NOMOR_DIPAKAI_LAGI = (
        "N06",
        PERINGATAN,
        "Nomor surat “{nomor}” sudah dipakai untuk {lain}.",
        "Periksa di buku agenda, lalu betulkan salah satunya.",
    )
    URUTAN_TERLEWATI = (
        "N07",
        PERINGATAN,
        "“{judul}” sudah terisi, sedangkan “{sebelum}” belum.",
        "Isi tanggal dan jam “{sebelum}”, atau kosongkan yang belum terjadi.",
    )
    URUTAN_TERBALIK = (
        "N08",
        PERINGATAN,
        "“{judul}” ({isi}) lebih dahulu daripada “{sebelum}” ({isi_sebelum}).",
        "Betulkan tanggal atau jam yang keliru.",
    )
    PARAF_TANPA_NAMA = (
        "N09",
        PERINGATAN,
        "“{judul}” sudah bertanggal, sedangkan namanya belum ada.",
        "Tulis nama orangnya di kolom “{kolom}”.",
    )
    BATAS_HARI_LIBUR = (
        "N10",
        PERINGATAN,
        "“{judul}” jatuh pada {tanggal}, hari libur ({sebab}).",
        "Pindahkan, misalnya ke {usul}.",
    )
    BATAS_SUDAH_LEWAT = (
        "N11",
        PERINGATAN,
        "“{judul}” {tanggal} lebih dahulu daripada {pembanding}.",
        "Pindahkan, misalnya ke {usul}.",
    )
    BATAS_TERLALU_DEKAT = (
        "N12",
        PERINGATAN,
        "“{judul}” {tanggal} hanya memberi {ada} hari kerja, terhitung sesudah {mulai}; "
        "menurut “Hari Mengisi” seharusnya {seharusnya}.",
        "Pindahkan, misalnya ke {usul}.",
    )
    FORMULIR_BELUM_DIBUAT = (
        "N13",
        PERINGATAN,
        "Formulir {periode} belum dibuat untuk {subbagian}, jadi belum tercantum di surat "
        "edarannya.",
        "Tekan Buat Formulir dahulu, lalu tekan Surat Edaran lagi.",
    )
    PEJABAT_BELUM_LENGKAP = (
        "N14",
        PERINGATAN,
        "Yang tercetak di surat belum lengkap, jadi diganti titik-titik: {daftar}.",
        "Isi di lembar Pengaturan dan Subbagian, lalu tekan tombol suratnya lagi.",
    )
    BERUBAH_SESUDAH_TTD = (
        "N15",
        PERINGATAN,
        "Surat edaran {periode} sudah ditandatangani, jadi tidak dibuat lagi; yang akan tercetak "
        "dari workbook sekarang sudah lain.",
        "Bandingkan dengan surat yang ditandatangani. Bila perlu, buat surat perubahan.",
    )
    PERIODE_GANDA = (
        "N16",
        PERINGATAN,
        "Periode {periode} tertulis lebih dari sekali di lembar “{lembar}”; yang dipakai baris "
        "{pertama}.",
        "Pindahkan isinya ke baris {pertama}, lalu kosongkan baris ini.",
    )

    # ---- B: handing out and reminding
    DIUBAH_SEBELUM_DIBAGIKAN = (
        "B01",
        GALAT,
        "Formulir {subbagian} {periode} di folder Formulir tidak lagi seperti saat dibuat, jadi "
        "belum dibagikan.",
        "Pindahkan “{berkas}”, tekan Buat Formulir, lalu Bagikan lagi.",
    )
    FORMULIR_HILANG = (
        "B02",
        GALAT,
        "Formulir {subbagian} {periode} tidak terbaca di folder Formulir, jadi belum dibagikan.",
        "Pastikan “{berkas}” ada di sana; bila hilang, tekan Buat Formulir, lalu Bagikan lagi.",
    )
    FORMULIR_TERTINGGAL = (
        "B03",
        GALAT,
        "Master berubah sejak formulir {subbagian} {periode} revisi {revisi} dibuat, jadi belum "
        "dibagikan.",
        "Tekan Buat Formulir untuk revisi yang baru, lalu Bagikan lagi.",
    )
    MASTER_LEBIH_BARU = (
        "B04",
        PERINGATAN,
        "Master berubah sejak formulir {subbagian} {periode} revisi {revisi} dibagikan.",
        "Bila subbagian perlu memakai yang baru, tekan Buat Formulir, lalu Bagikan lagi.",
    )
    DIUBAH_SESUDAH_DIBAGIKAN = (
        "B05",
        PERINGATAN,
        "“{berkas}” berubah sejak dibagikan, jadi dibiarkan seperti itu.",
        "Bila itu isian subbagian, salin ke folder Masuk, lalu gabungkan.",
    )
    BELUM_ADA_FORMULIR = (
        "B06",
        GALAT,
        "Belum ada formulir {periode} yang dapat dibagikan.",
        "Tekan Buat Formulir, lalu Bagikan lagi.",
    )
    SUBBAGIAN_TANPA_FORMULIR = (
        "B07",
        GALAT,
        "Formulir {subbagian} {periode} belum dibuat, jadi belum dibagikan.",
        "Tekan Buat Formulir, lalu Bagikan lagi.",
    )
    TIDAK_DIMINTA_LAGI = (
        "B08",
        CATATAN,
        "Formulir {subbagian} {periode} dilewati karena di master subbagian itu tidak punya "
        "indikator.",
        "Bila keliru, periksa lembar Subbagian dan kolom “Penanggung Jawab”.",
    )
    EDARAN_TIDAK_ADA = (
        "B09",
        PERINGATAN,
        "Surat edaran {periode} belum ada, jadi paketnya tanpa surat edaran.",
        "Tekan Surat Edaran, lalu Bagikan lagi; formulirnya tetap sama.",
    )
    EDARAN_BELUM_DITANDATANGANI = (
        "B10",
        PERINGATAN,
        "Surat edaran {periode} belum tercatat ditandatangani.",
        "Isi kolom “Ditandatangani” di lembar Surat Edaran, lalu Bagikan lagi.",
    )
    EDARAN_BERTANDA_TANGAN_HILANG = (
        "B11",
        PERINGATAN,
        "Berkas bertanda tangan “{berkas}” tidak ada di folder Surat.",
        "Simpan hasil pindainya di sana, atau perbaiki namanya di lembar Surat Edaran.",
    )
    BATAS_BAGI_DEKAT = (
        "B12",
        PERINGATAN,
        "Batas {batas} tinggal {hari} hari kerja, padahal waktu mengisi {hari_isi} hari kerja.",
        "Bila perlu, ubah “Batas Pengembalian” di lembar Surat Edaran, lalu Bagikan lagi.",
    )
    BATAS_BAGI_LEWAT = (
        "B13",
        PERINGATAN,
        "Batas {batas} sudah lewat saat formulirnya dibagikan.",
        "Ubah “Batas Pengembalian” di lembar Surat Edaran, lalu Bagikan lagi.",
    )
    TANPA_SUREL = (
        "B14",
        CATATAN,
        "Alamat surel belum ada untuk {subbagian}, jadi konsep surelnya tanpa penerima.",
        "Isi kolom “Surel” di lembar Subbagian, atau ketik penerimanya sebelum dikirim.",
    )
    JALUR_TERLALU_PANJANG = (
        "B16",
        GALAT,
        "“{jalur}” panjangnya {panjang} tanda, lebih dari {batas}, jadi belum ada yang dibagikan.",
        "Pindahkan folder kerja ke tempat yang lebih pendek, atau singkatkan kode dan namanya.",
    )
    TEMPAT_TERPAKAI = (
        "B17",
        GALAT,
        "“{berkas}” sudah ada tetapi bukan {seharusnya}, jadi belum ada yang dibagikan.",
        "Pindahkan atau ganti namanya, lalu Bagikan lagi.",
    )
    ADA_BERKAS_LAIN = (
        "B18",
        CATATAN,
        "Di folder “{folder}” ada {jumlah} berkas lain, antara lain “{contoh}”; dibiarkan.",
        "Bila dari subbagian, salin formulirnya ke Masuk dan buktinya ke Data Pendukung.",
    )
    PAKET_DIPERBARUI = (
        "B19",
        CATATAN,
        "Paket {subbagian} {periode} revisi {revisi} sudah dibagikan {saat}; formulirnya tetap, "
        "yang baru {apa}.",
        "Bila yang lama sudah dikirim, sampaikan juga yang baru.",
    )
    ALASAN_BATAS_KOSONG = (
        "B20",
        PERINGATAN,
        "“{judul}” formulir {subbagian} {periode} diisi tanpa alasan.",
        "Tulis alasannya di kolom “Alasan”.",
    )
    MENDAHULUI_DIBAGIKAN = (
        "B21",
        PERINGATAN,
        "“{judul}” formulir {subbagian} {periode} lebih awal daripada saat dibagikan, {saat}.",
        "Perbaiki tanggal dan jamnya.",
    )
    REVISI_SUDAH_DIBAGIKAN = (
        "B22",
        CATATAN,
        "Yang kembali revisi {revisi}{lama}, padahal revisi {terbaru} (sidik {sidik}) dibagikan "
        "{saat}.",
        "Tanyakan apakah subbagian sudah menerima revisi {terbaru}.",
    )
    KEMBALI_TANPA_DIBAGIKAN = (
        "B23",
        CATATAN,
        "Formulir {id} dibuat di sini tetapi tidak tercatat pernah dibagikan.",
        "Pastikan berkas ini memang dikirim subbagian.",
    )
    OUTLOOK_DIAM = (
        "B24",
        CATATAN,
        "Outlook tidak menyimpan semua konsep surel.",
        "Buka berkas .eml di folder Bagikan.",
    )
    BARIS_REGISTER_RUSAK = (
        "B25",
        GALAT,
        "Baris ini di lembar “{lembar}” tidak lagi menyebut periode dan revisinya sebagai angka, "
        "jadi belum ada yang dikerjakan.",
        "Betulkan kedua kolom itu, atau ambil barisnya dari salinan di folder Cadangan, lalu "
        "ulangi.",
    )

    FORMULIR_LEWAT_BATAS = (
        "B30",
        PERINGATAN,
        "Formulir {subbagian} {periode} belum kembali, sudah {n} hari kerja sejak batas {batas}.",
        "Kirim pengingatnya; formulir yang terlambat tetap dapat digabungkan.",
    )
    FORMULIR_TERLAMBAT = (
        "B31",
        CATATAN,
        "Formulir {subbagian} {periode} kembali {n} hari kerja sesudah batas {batas}.",
        "Bila diterima lebih awal, isi “Kembali Sebenarnya” di lembar Distribusi.",
    )
    PENGINGAT_TANPA_SUREL = (
        "B32",
        CATATAN,
        "Pengingat untuk {subbagian} hanya berupa naskah karena alamat surelnya belum ada.",
        "Salin naskahnya ke pesan, atau isi kolom “Surel” di lembar Subbagian.",
    )

    # ---- V: verified, given back, locked
    BELUM_DAPAT_DIKUNCI = (
        "V01",
        PERINGATAN,
        "Formulir {subbagian} {periode} belum dapat dikunci: tahapannya “{tahapan}”.",
        "Bereskan catatannya atau tulis alasan diterimanya, lalu tekan Periksa & Tandai.",
    )
    BUKA_TANPA_ALASAN = (
        "V02",
        PERINGATAN,
        "Formulir {subbagian} {periode} belum dibuka lagi karena alasannya kosong.",
        "Tulis alasannya di kolom Alasan lembar Verifikasi, lalu tekan Periksa & Tandai.",
    )
    KUNCI_DILANGGAR = (
        "V03",
        PERINGATAN,
        "Jawaban {subbagian} {periode} berubah setelah dikunci.",
        "Kembalikan isinya, atau pilih buka di lembar Verifikasi dengan alasannya.",
    )
    KEMBALI_SETELAH_DIKUNCI = (
        "V04",
        PERINGATAN,
        "Berkas “{berkas}” kembali setelah formulir {subbagian} {periode} dikunci, jadi belum "
        "dipakai.",
        "Bila memang harus dipakai, pilih buka di lembar Verifikasi dan tulis alasannya.",
    )
    ASLI_TIDAK_ADA = (
        "V05",
        GALAT,
        "Berkas asli “{berkas}” tidak ada lagi di folder Arsip, jadi tidak dapat dikembalikan.",
        "Taruh lagi berkasnya di folder Masuk, gabungkan, lalu tekan Kembalikan.",
    )
    ASLI_TIDAK_DAPAT_DITANDAI = (
        "V06",
        PERINGATAN,
        "Berkas “{berkas}” tidak dapat diberi catatan tanpa mengubah isinya.",
        "Minta berkasnya disimpan ulang sebagai .xlsx, gabungkan, lalu tekan Kembalikan.",
    )

    # ---- W: the SOP clock and the calendar
    KALENDER_BELUM_LENGKAP = (
        "W01",
        PERINGATAN,
        "Cuti bersama tahun {tahun} belum dikenal kinerja, jadi belum ikut dihitung.",
        "Tulis libur nasional dan cuti bersama tahun {tahun} di lembar Hari Libur.",
    )
    WAKTU_TANPA_ALASAN = (
        "W02",
        PERINGATAN,
        "Waktu langkah {langkah} dibetulkan tanpa alasan.",
        "Tulis alasannya di kolom “Alasan”.",
    )
    SELESAI_SEBELUM_MULAI = (
        "W03",
        PERINGATAN,
        "Langkah {langkah} {periode} selesai {selesai}, sebelum mulainya {mulai}, jadi dihitung 0 menit.",
        "Perbaiki waktu mulai atau waktu selesainya.",
    )
    LANGKAH_MENDAHULUI = (
        "W04",
        CATATAN,
        "Langkah {langkah} {periode} selesai sebelum langkah {lain}, jadi dihitung 0 menit.",
        "Bila urutannya lain, tulis waktu yang sebenarnya di lembar Jam SOP, dengan alasan.",
    )
    WAKTU_BELUM_TIBA = (
        "W05",
        PERINGATAN,
        "Langkah {langkah} {periode} tercatat selesai {selesai}, yang belum tiba.",
        "Perbaiki tanggal atau jamnya.",
    )
    WAKTU_BAKU_BERBEDA = (
        "W06",
        CATATAN,
        "Waktu baku langkah 1–8 berjumlah {jumlah} menit, seharusnya {seharusnya}, selisih {selisih}.",
        "Cocokkan dengan naskah SOP; seluruhnya 3 hari 7 jam 15 menit.",
    )
    SOP_TIDAK_TERBACA = (
        "W07",
        PERINGATAN,
        "“{judul}” berisi “{isi}”, yang tidak terbaca, jadi tidak dipakai.",
        "{bantuan}",
    )
    LANGKAH_GANDA = (
        "W08",
        PERINGATAN,
        "Langkah {langkah} ditulis dua kali, di baris {pertama} dan {kedua}. Yang dipakai baris {pertama}.",
        "Sisakan satu baris saja.",
    )
    JAM_SOP_TANPA_LANGKAH = (
        "W09",
        PERINGATAN,
        "Baris ini tidak menyebut periode dan langkah, atau menyebut yang sudah ada, jadi tidak dipakai.",
        "Pindahkan waktunya ke baris langkah yang dimaksud, lalu kosongkan baris ini.",
    )

    # ---- L30–L59: a report that is compiled again
    NARASI_DUA_SISI = (
        "L30",
        PERINGATAN,
        "“{bagian}” tetap seperti ditulis di Word, sedangkan teks dari datanya berubah. "
        "Tulisan tangan: “{lama}” Teks baru: “{baru}”.",
        "Sesuaikan tulisannya di Word; atau kosongkan bagian itu agar teks baru dipakai, lalu "
        "susun ulang.",
    )
    NARASI_DIHAPUS = (
        "L31",
        PERINGATAN,
        "Tempat “{bagian}” di Word sudah dihapus, jadi teks dari data dicetak lagi di sana.",
        "Bila tulisan Anda perlu, salin dari laporan lama di folder Cadangan.",
    )
    NARASI_DIKOSONGKAN = (
        "L32",
        CATATAN,
        "“{bagian}” dikosongkan di Word, jadi teks dari data dicetak lagi di sana.",
        "Tulis tanda – di sana bila memang tidak ada isinya.",
    )
    NARASI_TANPA_TEMPAT = (
        "L33",
        PERINGATAN,
        "Laporan baru tidak lagi memuat “{bagian}”, padahal di sana tertulis: “{isi}”.",
        "Bila tulisan itu perlu, salin dari laporan lama di folder Cadangan.",
    )
    LAPORAN_LAMA_RUSAK = (
        "L34",
        PERINGATAN,
        "Laporan lama “{berkas}” tidak dapat dibaca, jadi tulisan tangan di dalamnya belum "
        "tentu ikut semua.",
        "Berkas itu disimpan di folder Cadangan; coba buka di Word, lalu salin tulisannya.",
    )
    SUNTINGAN_DI_LUAR = (
        "L35",
        PERINGATAN,
        "Laporan lama “{berkas}” diubah di luar bagian narasi, antara lain “{contoh}”. "
        "Perubahan itu tidak ikut ke laporan baru.",
        "Laporan lama disimpan di folder Cadangan; betulkan datanya di workbook, atau salin.",
    )
    NARASI_OBJEK = (
        "L36",
        PERINGATAN,
        "{jumlah} objek pada “{bagian}” tidak dapat dibawa ke laporan baru.",
        "Salin objek itu dari laporan lama di folder Cadangan.",
    )
    LAPORAN_LAMA_DITOLAK = (
        "L37",
        GALAT,
        "“{berkas}” di folder Laporan tidak dapat dibaca sebagai laporan lama, jadi laporan "
        "baru belum disusun.",
        "Tutup bila sedang dibuka, atau pindahkan dari folder Laporan; lalu ulangi.",
    )

    # ---- T: where a figure comes from
    ANGKA_TIDAK_DIKENAL = (
        "T01",
        GALAT,
        "Kode angka “{kunci}” tidak ada di laporan.{usul}",
        "Tulis kode seperti di kolom Kode Angka lembar Dari Mana, misalnya “{contoh}”.",
    )
    ASAL_BERUBAH = (
        "T02",
        GALAT,
        "Salinan “{berkas}” di folder Arsip berubah sejak diterima: SHA-256 {sidik} menjadi "
        "{kini}.",
        "Minta berkas aslinya dari subbagian, simpan di Masuk, lalu tekan Gabungkan.",
    )
    ASAL_TIDAK_ADA = (
        "T03",
        GALAT,
        "Salinan “{berkas}” tidak ada lagi di folder Arsip; SHA-256-nya {sidik}.",
        "Simpan berkas itu di Masuk lagi, lalu tekan Gabungkan.",
    )
    ASAL_SEL_BERBEDA = (
        "T04",
        GALAT,
        "{angka}: sel ini berisi “{isi}”, sedangkan workbook mencatat “{tercatat}”.",
        "Bandingkan keduanya dengan formulir asli, lalu betulkan di lembar Realisasi.",
    )
    ASAL_DIKOREKSI = (
        "T05",
        CATATAN,
        "{angka} dikoreksi perencana: di berkas “{berkas}”, di workbook ini “{nilai}”.",
        "Pastikan koreksinya punya dasar tertulis.",
    )
    BUKTI_BERUBAH = (
        "T06",
        GALAT,
        "Data pendukung “{berkas}” berubah sejak didaftar: SHA-256 {lama} menjadi {kini}.",
        "Kembalikan berkas aslinya; bila memang diganti, tekan Inventaris.",
    )
    BUKTI_TIDAK_ADA = (
        "T07",
        PERINGATAN,
        "Data pendukung “{berkas}” sudah didaftar dengan SHA-256 {sidik}, tetapi tidak ada "
        "lagi di foldernya.",
        "Kembalikan berkas itu ke foldernya.",
    )
    LAPORAN_BERUBAH = (
        "T08",
        PERINGATAN,
        "“{berkas}” berubah sejak disusun: SHA-256 {lama} menjadi {kini}.",
        "Bila diubah dengan sengaja di Word, susun lagi laporannya; bila tidak, ambil "
        "salinannya.",
    )
    LAPORAN_TIDAK_ADA = (
        "T09",
        PERINGATAN,
        "“{berkas}” sudah disusun, tetapi tidak ada lagi di foldernya.",
        "Kembalikan berkas itu ke foldernya, atau susun lagi laporannya.",
    )
    ANGKA_LAPORAN_BERBEDA = (
        "T10",
        PERINGATAN,
        "{angka}: laporan mencetak “{cetak}”, sedangkan datanya sekarang “{kini}”.",
        "Susun lagi laporannya.",
    )

    # ---- E: what is typed into other applications

    PETA_GANDA = (
        "E01",
        PERINGATAN,
        "Isian “{isian}” di {aplikasi} ditulis dua kali, di baris {pertama} dan {kedua}. Yang dipakai baris {pertama}.",
        "Sisakan satu baris saja, atau tulis layarnya bila memang dua isian.",
    )
    APLIKASI_TAK_BERNAMA = (
        "E02",
        PERINGATAN,
        "“{aplikasi}” tidak dapat menjadi nama lembar, jadi baris ini tidak dipakai.",
        "Pakai nama paling banyak {batas} huruf, tanpa tanda [ ] : * ? / dan garis miring terbalik.",
    )
    LEMBAR_ENTRI_TERPAKAI = (
        "E03",
        PERINGATAN,
        "Lembar “{lembar}” bukan lembar entri kinerja, jadi isian {aplikasi} tidak ditulis di situ.",
        "Ganti nama lembar itu; lembar entri dibuat sesudahnya.",
    )
    ENTRI_BEDA = (
        "E04",
        PERINGATAN,
        "“{isian}” {kunci} {periode} di {aplikasi} tampil “{tampil}”, seharusnya “{nilai}”, selisih {selisih}.{usul}",
        "Betulkan di {aplikasi}, lalu tulis lagi yang tampil; bila datanya yang keliru, betulkan di lembar Realisasi.",
    )
    ENTRI_BERUBAH = (
        "E05",
        PERINGATAN,
        "“{isian}” {kunci} {periode} ditandai sudah diketik di {aplikasi} sebagai “{lama}”, sekarang “{baru}”.",
        "Ketik nilai barunya di {aplikasi}, lalu ganti tandanya: pilih “✔ ulang”, atau ✔ bila sudah “✔ ulang”.",
    )
    BUKTI_ENTRI_TIDAK_ADA = (
        "E06",
        PERINGATAN,
        "Bukti entri “{berkas}” tidak ada di folder {folder}.",
        "Simpan tangkapan layarnya di sana dengan nama itu, atau tulis nomor tanda terimanya.",
    )
    BUKTI_ENTRI_BERUBAH = (
        "E07",
        PERINGATAN,
        "Isi bukti entri “{berkas}” tidak sama lagi dengan saat pertama dicatat.",
        "Kembalikan berkas aslinya; tangkapan layar baru disimpan dengan nama lain.",
    )
    ENTRI_LEPAS = (
        "E08",
        PERINGATAN,
        "“{isian}” {kunci} {periode} ditandai di {aplikasi}, tetapi tidak ada lagi di lembar {lembar} atau di datanya.",
        "Kembalikan namanya di lembar {lembar}, atau kosongkan Sudah, Bukti, dan Tampil di Aplikasi di baris ini.",
    )
    PETA_TIDAK_DIKENAL = (
        "E15",
        PERINGATAN,
        "“{judul}” berisi “{isi}”, yang bukan pilihan, jadi isian ini tidak dipakai.{usul}",
        "Pilih salah satu: {pilihan}.",
    )
    PETA_BELUM_LENGKAP = (
        "E16",
        PERINGATAN,
        "“{judul}” belum diisi, jadi baris ini tidak dipakai.",
        "Isi kolom itu, atau hapus barisnya.",
    )
    PETA_BUKAN_ANGKA = (
        "E17",
        PERINGATAN,
        "“{judul}” berisi “{isi}”, yang bukan angka bulat kecil, jadi dipakai {biasa}.",
        "Tulis angka bulat saja, misalnya 2.",
    )
    EKSPOR_DUA_NILAI = (
        "E18",
        PERINGATAN,
        "“{isian}” {kunci} tampil “{lama}” di {sel}, tetapi “{baru}” di sini. Yang dipakai “{baru}”.",
        "Sisakan baris yang benar, atau tambahkan kolom Periode bila barisnya lain periode.",
    )
    EKSPOR_TANPA_JUDUL = (
        "E09",
        PERINGATAN,
        "Di “{berkas}” tidak ditemukan tabel dengan kolom Kode dan judul yang sama dengan Isian di lembar {lembar}.",
        "Samakan nama Isian di lembar {lembar} dengan judul kolomnya, atau ketik yang tampil satu per satu.",
    )
    EKSPOR_MENDUA = (
        "E10",
        PERINGATAN,
        "Tabel ini cocok dengan beberapa aplikasi: {daftar}.",
        "Tulis nama aplikasinya di nama berkas atau lembarnya, atau di kolom Aplikasi.",
    )
    EKSPOR_KODE_ASING = (
        "E11",
        CATATAN,
        "{jumlah} baris di bawah judul ini menyebut kode yang tidak dikenal: {daftar}.",
        "Abaikan bila memang bukan data kantor ini; selain itu samakan kodenya.",
    )
    PETA_CONTOH = (
        "E12",
        CATATAN,
        "{jumlah} isian {aplikasi} masih contoh bawaan, belum dipastikan dengan layar aplikasinya.",
        "Cocokkan dengan {aplikasi} di lembar {lembar}, lalu ubah Status Peta menjadi “dipastikan”.",
    )
    PETA_KOSONG = (
        "E13",
        GALAT,
        "Lembar {lembar} belum memuat isian satu aplikasi pun, jadi lembar entri belum dapat dibuat.",
        "Isi lembar {lembar}: satu baris satu isian di aplikasi.",
    )
    LEMBAR_ENTRI_TIDAK_ADA = (
        "E14",
        GALAT,
        "Workbook ini dibuat sebelum ada Lembar Entri, jadi lembar {lembar} tidak ada.",
        "Tutup workbook ini, lalu jalankan python3 mulai.py repair --folder DIR (DIR ialah foldernya): lembarnya ditambahkan, isinya tetap.",
    )

    # ---- D16–D59: what data pendukung is made of, where it was used before, its register
    DATA_PENDUKUNG_TERKUNCI = (
        "D16",
        GALAT,
        "Data pendukung “{berkas}” dikunci dengan kata sandi, jadi tidak dapat dibuktikan.",
        "Minta subbagian menyimpannya tanpa kata sandi.",
    )
    DATA_PENDUKUNG_RUSAK = (
        "D17",
        GALAT,
        "Data pendukung “{berkas}” rusak atau tidak lengkap.",
        "Minta subbagian membuka aslinya, menyimpan ulang, lalu mengirim lagi.",
    )
    DATA_PENDUKUNG_BERMAKRO = (
        "D18",
        PERINGATAN,
        "Data pendukung “{berkas}” memuat makro, yang tidak pernah dijalankan kinerja.",
        "Jangan buka dengan makro aktif; mintalah salinannya sebagai PDF.",
    )
    DATA_PENDUKUNG_PROGRAM = (
        "D19",
        GALAT,
        "Data pendukung “{berkas}” sebenarnya sebuah program, bukan dokumen.",
        "Jangan dibuka. Hapus, lalu minta dokumen yang sebenarnya.",
    )
    DATA_PENDUKUNG_BERSKRIP = (
        "D20",
        PERINGATAN,
        "Data pendukung “{berkas}” memuat skrip di dalam PDF-nya.",
        "Minta subbagian mencetaknya ulang ke PDF.",
    )
    ARSIP_BERBAHAYA = (
        "D21",
        GALAT,
        "Arsip “{berkas}” memuat nama, tautan, atau program yang berbahaya bila dibongkar.",
        "Jangan dibongkar. Minta dokumennya satu per satu.",
    )
    ARSIP_BERLAPIS = (
        "D22",
        PERINGATAN,
        "Arsip “{berkas}” memuat arsip lain, yang isinya tidak diperiksa.",
        "Minta dokumennya dalam satu ZIP saja, atau satu per satu.",
    )
    ARSIP_RAKSASA = (
        "D23",
        GALAT,
        "Arsip “{berkas}” terlalu besar bila dibongkar ({anggota}).",
        "Jangan dibongkar. Minta dokumen yang diperlukan saja.",
    )
    GAMBAR_RAKSASA = (
        "D24",
        GALAT,
        "Gambar “{berkas}” memuat titik terlalu banyak untuk dapat dibuka dengan aman.",
        "Minta gambar yang lebih kecil, atau PDF.",
    )
    ARSIP_JENIS_LAIN = (
        "D25",
        PERINGATAN,
        "Data pendukung “{berkas}” adalah arsip {isi}, yang isinya tidak dapat didaftar.",
        "Minta ulang sebagai ZIP, atau dokumennya satu per satu.",
    )
    DATA_PENDUKUNG_PINTASAN = (
        "D26",
        GALAT,
        "“{berkas}” hanya pintasan ke tempat lain; dokumennya sendiri tidak ada di sini.",
        "Unduh atau salin dokumennya ke folder Data Pendukung.",
    )
    DATA_PENDUKUNG_BERUBAH = (
        "D27",
        GALAT,
        "Isi “{berkas}” berubah sejak didaftar pada {tanggal} (sidik {lama}, sekarang {baru}).",
        "Bila memang diganti, tekan Inventaris; bila tidak, kembalikan berkas aslinya.",
    )
    DIPAKAI_INDIKATOR_LAIN = (
        "D28",
        PERINGATAN,
        "Data pendukung “{berkas}” untuk indikator {indikator} juga dipakai untuk {lain}.",
        "Pastikan satu berkas memang membuktikan keduanya.",
    )
    DIPAKAI_TAHUN_LALU = (
        "D29",
        PERINGATAN,
        "Data pendukung “{berkas}” sama persis dengan “{lain}” tahun {tahun} untuk indikator "
        "{indikator}.",
        "Minta bukti tahun ini, kecuali dokumennya memang masih berlaku.",
    )
    SALINAN_BERNAMA = (
        "D30",
        CATATAN,
        "Data pendukung “{berkas}” bernama seperti salinan dari “{lain}”.",
        "Pastikan bukan berkas lama yang dinamai ulang.",
    )
    TANGGAL_LUAR_PERIODE = (
        "D31",
        CATATAN,
        "Data pendukung “{berkas}” bertanggal {tanggal}, sebelum atau jauh sesudah {periode}.",
        "Pastikan berkas itu memang bukti {periode}.",
    )
    DATA_PENDUKUNG_DITOLAK = (
        "D32",
        GALAT,
        "Data pendukung “{berkas}” indikator {indikator} dinyatakan {keputusan}{alasan}.",
        "Ganti dengan berkas yang benar, lalu catat namanya di lembar Data Pendukung.",
    )
    TERDAFTAR_HILANG = (
        "D33",
        PERINGATAN,
        "Data pendukung “{berkas}” pernah didaftar sebagai “{nama}”, tetapi tidak ada lagi.",
        "Kembalikan berkasnya; bila memang dibuang, hapus barisnya di lembar Data Pendukung.",
    )
    KOLOM_SENDIRI_GANDA = (
        "D34",
        PERINGATAN,
        "Kolom “{judul}” ada lebih dari satu, jadi hanya yang pertama ikut barisnya.",
        "Beri kolom yang lain judul sendiri.",
    )

    # ---- A: the archive of a Periode, the year after, the page for evaluators
    PAKET_DENGAN_GALAT = (
        "A01",
        PERINGATAN,
        "Paket {periode} dibuat selagi ada {jumlah} catatan bertingkat Galat.",
        "Betulkan yang tercatat di lembar Catatan Verifikasi, lalu tekan Arsipkan lagi; paket "
        "yang lama tetap ada.",
    )
    FORMULIR_BELUM_DIKUNCI = (
        "A02",
        CATATAN,
        "Formulir {periode} dari {daftar} belum dikunci, jadi isinya masih dapat berubah.",
        "Bila sudah selesai, isi “kunci” di lembar Verifikasi, lalu tekan Arsipkan lagi.",
    )
    BAGIAN_PAKET_TIDAK_ADA = (
        "A03",
        PERINGATAN,
        "“{berkas}” tercatat untuk {periode} tetapi tidak ada, jadi tidak masuk paket.",
        "Kembalikan berkasnya ke tempat semula, lalu tekan Arsipkan lagi.",
    )
    PAKET_ISI_BERUBAH = (
        "A04",
        GALAT,
        "Isi “{berkas}” di paket “{paket}” berubah sejak disegel.",
        "Ganti paket itu dengan salinannya yang utuh; jangan membetulkan isinya.",
    )
    PAKET_ISI_HILANG = (
        "A05",
        GALAT,
        "“{berkas}” hilang dari paket “{paket}”.",
        "Ganti paket itu dengan salinannya yang utuh; jangan membetulkan isinya.",
    )
    PAKET_ISI_ASING = (
        "A06",
        GALAT,
        "“{berkas}” di paket “{paket}” bukan bagian paket itu ketika disegel.",
        "Pindahkan berkas itu ke luar folder paket, lalu tekan Arsipkan lagi.",
    )
    PAKET_TIDAK_UTUH = (
        "A07",
        GALAT,
        "“{paket}” bukan paket arsip yang utuh: “{berkas}” tidak terbaca di dalamnya.",
        "Ganti folder itu dengan salinannya yang utuh, atau pindahkan dari sana.",
    )
    PAKET_TANPA_ISI = (
        "A08",
        PERINGATAN,
        "Belum ada formulir, surat, atau data pendukung {periode} yang dapat diarsipkan.",
        "Pastikan “Periode Berjalan” di lembar Pengaturan, lalu tekan Arsipkan lagi.",
    )
    PAKET_ARSIP_BARU = (
        "A09",
        CATATAN,
        "Isi {periode} berbeda dari paket “{lama}”, jadi dibuat paket “{paket}”.",
        "Simpan keduanya; yang terbaru yang berlaku.",
    )
    TAHUN_BARU_SUDAH_ADA = (
        "A10",
        PERINGATAN,
        "Folder “{folder}” sudah ada, jadi tidak ditimpa.",
        "Pakai yang sudah ada. Untuk mengulang, ganti nama folder itu lebih dahulu.",
    )
    TAHUN_BELUM_SELESAI = (
        "A11",
        PERINGATAN,
        "Tahun {tahun} masih punya {jumlah} catatan bertingkat Galat; angkanya dibawa apa adanya.",
        "Bila angkanya masih berubah, betulkan juga di lembar Tahun Sebelumnya tahun depan.",
    )
    REALISASI_TAHUN_KOSONG = (
        "A12",
        PERINGATAN,
        "Realisasi {tahun} indikator {indikator} belum ada, jadi dibawa kosong.",
        "Isi di lembar Tahun Sebelumnya tahun depan bila sudah ada.",
    )
    PAKET_BELUM_ADA = (
        "A13",
        PERINGATAN,
        "Paket arsip {periode} tahun {tahun} belum dibuat.",
        "Pilih {periode} sebagai “Periode Berjalan” di workbook tahun {tahun}, lalu tekan Arsipkan.",
    )
    TIDAK_IKUT = (
        "A14",
        CATATAN,
        "{apa} “{nama}” buatan kantor tidak ikut ke workbook tahun {tahun}.",
        "Salin sendiri dari workbook yang sekarang bila masih diperlukan.",
    )
    TARGET_DIBAWA = (
        "A15",
        PERINGATAN,
        "Target indikator {indikator} masih yang dibawa dari tahun {tahun}.",
        "Cocokkan dengan Perjanjian Kinerja tahun ini, lalu tulis nama dokumennya di kolom "
        "“Asal Data Master”.",
    )
    TANPA_TANGKAPAN_LAYAR = (
        "A16",
        CATATAN,
        "Belum ada tangkapan layar di folder {folder}.",
        "Simpan gambar layar aplikasi di sana, lalu tekan Halaman LKE lagi.",
    )
    ISI_ARSIP_BERUBAH = (
        "A17",
        PERINGATAN,
        "Isi “{berkas}” tidak lagi sama dengan yang tercatat untuk {periode}.",
        "Cari tahu siapa yang mengubahnya. Paket memuatnya seperti yang ada sekarang.",
    )

    def __init__(self, code: str, severity: Severity, message: str, remedy: str) -> None:
        self.code = code
        self.severity = severity
        self.message = message
        self.remedy = remedy

    def at(self, location: Location, **facts: object) -> Temuan:
        """Make a Temuan here. A forgotten fact fails now, not in a user's sheet."""
        temuan = Temuan(
            location, self, tuple((name, str(fact)) for name, fact in facts.items())
        )
        assert temuan.message
        assert temuan.remedy
        return temuan

    @staticmethod
    def suggestion(word: str) -> str:
        """The half sentence that ends a message where a near match exists."""
        return f" Mungkin maksudnya “{word}”."

    @staticmethod
    def left_over(lock: str) -> str:
        """What to do if no program has it open: one that died has left its lock there."""
        return f" Bila tidak ada program yang membukanya, hapus berkas tersembunyi “{lock}”."


RULES: Mapping[str, Rule] = {rule.code: rule for rule in Rule}


@dataclass(frozen=True, slots=True)
class Temuan:
    """One problem, in one place."""

    location: Location
    rule: Rule
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """What is so, in Indonesian."""
        return self.rule.message.format_map(dict(self.facts))

    @property
    def remedy(self) -> str:
        """What to do about it, in Indonesian."""
        return self.rule.remedy.format_map(dict(self.facts))

    @property
    def weight(self) -> int:
        """How much it matters: 0 for a Galat, then more for less."""
        return list(Severity).index(self.rule.severity)

    @property
    def sort_key(self) -> tuple[Location, str, tuple[tuple[str, str], ...]]:
        """Order by place, so that a user works through a sheet once."""
        return self.location, self.rule.code, self.facts


def worst_first(temuan: Iterable[Temuan]) -> list[Temuan]:
    """The heaviest first, each kind in the order of its places."""
    return sorted(temuan, key=lambda t: (t.weight, t.sort_key))


def has_galat(temuan: Iterable[Temuan]) -> bool:
    """Whether one of them keeps the report a draft."""
    return any(t.rule.severity is GALAT for t in temuan)


class KinerjaError(Exception):
    """The world is in the way: a locked file, a missing folder. Nothing was changed.

    It may carry several Temuan, since a damaged master is reported whole.
    """

    def __init__(self, *temuan: Temuan) -> None:
        super().__init__("\n".join(t.message for t in temuan))
        self.temuan = temuan
