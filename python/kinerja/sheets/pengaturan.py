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
}
