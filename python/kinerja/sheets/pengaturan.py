"""The rows of the sheet “Pengaturan”: the name and the help of every setting."""

from __future__ import annotations

from collections.abc import Mapping

NO_CAP = "tanpa"  # typed as Batas Capaian where there is to be none

# By the name of the field in model.Pengaturan.
PENGATURAN: Mapping[str, tuple[str, str]] = {
    "satker": ("Satuan Kerja", "Nama kantor seperti di kop surat."),
    "kode_satker": ("Kode Satker", "Kode satuan kerja di DIPA. Boleh kosong."),
    "alamat": ("Alamat", "Alamat kantor. Boleh kosong."),
    "kota": ("Kota", "Tempat penandatanganan."),
    "jabatan": ("Jabatan Penanda Tangan", "Jabatan yang menandatangani laporan."),
    "nama_pejabat": ("Nama Penanda Tangan", "Boleh kosong; dapat ditulis tangan."),
    "nip_pejabat": ("NIP Penanda Tangan", "Boleh kosong; dapat ditulis tangan."),
    "tahun": ("Tahun", "Tahun kinerja yang dikumpulkan. Contoh: 2026."),
    "siklus": ("Siklus", "Banyaknya periode setahun: 2 semester, 4 triwulan, atau 12 bulan."),
    "periode": ("Periode Berjalan", "Periode yang sedang dikumpulkan. Contoh: TW I atau 1."),
    "batas_capaian": (
        "Batas Capaian (%)",
        f"Capaian di atas batas ini dihitung sebesar batasnya: 100, 120, atau {NO_CAP}.",
    ),
    "rumus_negatif": (
        "Rumus Polaritas Negatif",
        "A: (2T − R)/T × 100. B: T/R × 100.",
    ),
    "ambang_wajar": (
        "Ambang Wajar (%)",
        "Capaian sebelum batas yang lebih besar dari ini dicatat sebagai tidak wajar.",
    ),
    "kertas": ("Kertas", "A4 atau F4, untuk formulir yang dicetak."),
    "ekstensi": (
        "Jenis Berkas Data Pendukung",
        "Jenis berkas yang diterima, dipisah koma. Contoh: pdf, jpg, xlsx.",
    ),
    "batas_mb": ("Ukuran Data Pendukung (MB)", "Berkas yang lebih besar dari ini dicatat."),
    "catatan_data": (
        "Catatan Data",
        "Keterangan tentang asal data, tercetak di formulir dan laporan. Boleh kosong.",
    ),
    "kop": (
        "Kop Surat",
        "Baris-baris di atas setiap surat (Alt+Enter). Kosong: nama satuan kerja.",
    ),
    "kontak": ("Kontak", "Telepon, surel, atau laman di kop surat. Boleh kosong."),
    "kode_wilayah": ("Kode Wilayah", "Untuk nomor surat. Contoh: 3673. Boleh kosong."),
    "kode_klasifikasi": ("Kode Klasifikasi", "Kode klasifikasi arsip untuk nomor surat."),
    "format_nomor": (
        "Format Nomor Surat Edaran",
        "Boleh memuat {no}, {kode}, {jenis}, {wilayah}, {subbag}, {bulan_romawi}, {tahun}. "
        "Contoh: {no}/{kode}-{jenis}/{wilayah}/{tahun}.",
    ),
    "subbagian_perencana": (
        "Subbagian Perencana",
        "Kode subbagian yang mengelola data kinerja. Kosong: yang namanya memuat Perencanaan.",
    ),
    "pengelola": ("Nama Pengelola Data", "Staf yang memaraf surat edaran. Boleh kosong."),
    "tembusan": ("Tembusan", "Satu baris satu tembusan surat edaran. Boleh kosong."),
    "hari_isi": ("Hari Mengisi", "Hari kerja untuk mengisi formulir, menurut SOP."),
    "hari_verifikasi": ("Hari Memverifikasi", "Hari kerja untuk memverifikasi, menurut SOP."),
    "jam_kerja": (
        "Jam Kerja",
        "Senin sampai Kamis, tanpa istirahat. Contoh: 07.30–12.00, 13.00–16.00.",
    ),
    "jam_jumat": ("Jam Kerja Jumat", "Contoh: 07.30–11.30, 13.00–16.30."),
}
