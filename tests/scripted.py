"""One office for a year of two Semester, and how each of its Subbagian sends its form back.

TPH is on time and clean. KUL renames its file and saves it with LibreOffice. HUK sends an
old Revisi. PAR sends part of it, with twelve slips and a file of last year. REN never does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from filling import Piece, Typed
from folders import rows
from kinerja import settings
from kinerja.adapters.building import master_bytes
from kinerja.model import Pengaturan
from kinerja.sheets import master as sheets

PENGATURAN = Pengaturan(
    satker="KPU Kota Contoh",
    tahun=2020,
    siklus=2,
    kota="Contoh",
    nama_pejabat="Nama Pejabat",
    nip_pejabat="-",
)
SUBBAGIAN = """
| kode | nama                                | kepala     |
| TPH  | Teknis dan Hubungan Masyarakat      | Kepala TPH |
| KUL  | Keuangan, Umum, dan Logistik        | Kepala KUL |
| HUK  | Hukum dan SDM                       | Kepala HUK |
| PAR  | Partisipasi                         | Kepala PAR |
| REN  | Perencanaan, Data, dan Informasi    | Kepala REN |
"""
INDIKATOR = """
|kode_sasaran|sasaran|kode|uraian|penanggung_jawab|satuan|jenis|konsolidasi|target|target_1|target_2|target_renstra|standar_nasional|
|1|Demokratis|1a|Partisipasi|TPH|%|persen|nilai terakhir|80|80|80|85|75|
|1||1b|Sosialisasi|TPH|kali|angka|jumlah|12|6|6|15|10|
|2|Akuntabel|2a|Laporan|KUL|dokumen|angka|jumlah|4|2|2|4|4|
|2||2b|Tepat waktu|KUL|%|rasio|nilai terakhir|90|90|90|95|90|
|3|Tertib hukum|3a|Pelanggaran|HUK|kasus|angka|jumlah|4|2|2|2|4|
|4|Partisipatif|4a|Kunjungan|PAR|kali|angka|jumlah|20|10|10|20|20|
|4||4b|Peserta|PAR|orang|angka|jumlah|2000|1000|1000|2000|2000|
|4||4c|Kepuasan|PAR|%|persen|rata-rata|80|80|80|90|80|
|4||4d|Kehadiran|PAR|%|rasio|nilai terakhir|80|80|80|90|80|
|4||4e|Ketepatan|PAR|%|rasio|nilai terakhir|80|80|80|90|80|
|4||4f|Pameran|PAR|kali|angka|jumlah|2|1|1|2|2|
|4||4g|Lomba|PAR|kali|angka|jumlah|2|1|1|2|2|
|4||4h|Relawan|PAR|orang|angka|maksimum|50|50|50|60|50|
|5|Terencana|5a|Rapat|REN|kali|angka|jumlah|4|2|2|4|4|
"""
# A Target of HUK put right after its form went out, which makes Revisi 2 of the form.
AMENDED = INDIKATOR.replace("|jumlah|4|2|2|2|4|", "|jumlah|4|2|3|2|4|")
assert AMENDED != INDIKATOR
CODES = tuple(line.split("|")[3].strip() for line in INDIKATOR.strip().splitlines()[1:])
OWNER = {
    kode: line.split("|")[5].strip()
    for kode, line in zip(CODES, INDIKATOR.strip().splitlines()[1:], strict=True)
}
SYARAT = "| indikator | jenis | jumlah |\n" + "\n".join(f"| {k} | Notula | 1 |" for k in CODES)
RIWAYAT = "| indikator | tahun | target | realisasi |\n" + "\n".join(
    f"| {kode} | {tahun} | 4 | 3 |" for kode in CODES for tahun in (2018, 2019)
)
ANGGARAN = """
| kode | uraian         | sasaran | pagu | realisasi_1 | realisasi_2 |
| A.1  | Demokrasi      | 1       | 1000 | 400         | 500         |
| A.2  | Akuntabilitas  | 2       | 1000 | 400         | 500         |
| A.3  | Hukum          | 3       | 1000 | 400         | 500         |
| A.4  | Partisipasi    | 4       | 1000 | 400         | 500         |
| A.5  | Perencanaan    | 5       | 1000 | 400         | 500         |
"""
RASIO = {"2b", "4d", "4e"}
SEMESTER = {1: "Semester I", 2: "Semester II"}
NARASI = {"penyebab", "kendala", "solusi", "tindak_lanjut", "pic", "kegiatan", "efisiensi"}
GOOD = {
    "1a": 82, "1b": 6, "2a": 2, "2b": (9, 10), "3a": 2, "4a": 10, "4b": 1000, "4c": 85,
    "4d": (8, 10), "4e": (9, 10), "4f": 1, "4g": 1, "4h": 50, "5a": 2,
}  # fmt: skip


def master(pengaturan: Pengaturan = PENGATURAN, indikator: str = INDIKATOR) -> bytes:
    """The master of the office, every slot of the report written."""
    slots = [*sheets.BAGIAN.items()]
    labels = [label for key, label in slots if key != sheets.REKOMENDASI]
    labels += [f"{sheets.BAGIAN[sheets.REKOMENDASI]} {n}" for n in range(1, 6)]
    pages = {
        sheets.SUBBAGIAN.name: rows(sheets.SUBBAGIAN, SUBBAGIAN),
        sheets.indikator_sheet(2).name: rows(sheets.indikator_sheet(2), indikator),
        sheets.SYARAT.name: rows(sheets.SYARAT, SYARAT),
        sheets.RIWAYAT.name: rows(sheets.RIWAYAT, RIWAYAT),
        sheets.anggaran_sheet(2).name: rows(sheets.anggaran_sheet(2), ANGGARAN),
        sheets.NARASI.name: [[label, f"{label} ditulis perencana."] for label in labels],
        sheets.PENGATURAN.name: settings.rows(pengaturan),
        sheets.SKALA.name: settings.skala_rows(pengaturan),
    }
    return master_bytes(sheets.sheets_of(2), pages)


def in_periode(p: int) -> Pengaturan:
    """The settings while this Semester is collected."""
    return replace(PENGATURAN, periode=p)


def clean(subbagian: str, p: int) -> tuple[Typed, tuple[Piece, ...]]:
    """What a Subbagian types that does everything right, and the files it lists."""
    typed: dict[tuple[str, str], object] = {}
    own = [kode for kode in CODES if OWNER[kode] == subbagian]
    for kode in own:
        good = GOOD[kode]
        pair = dict(zip(("x", "y"), good, strict=True)) if isinstance(good, tuple) else {}
        typed.update({(kode, key): value for key, value in (pair or {"nilai": good}).items()})
        typed.update({(kode, key): f"{key} {kode} semester {p}" for key in NARASI})
        typed[kode, "batas_waktu"] = date(2020, 12, 31)
    pieces = tuple(
        (kode, "Notula", f"notula {kode}.pdf", date(2020, 6 * p, 15)) for kode in own
    )
    return typed, pieces


# The twelve slips of PAR in Semester 2, by the cell of the form and what is typed there.
SLIPS: Mapping[tuple[str, str], object] = {
    ("4a", "nilai"): "sepuluh kali",
    ("4b", "nilai"): "1.250",
    ("4c", "nilai"): 101,
    ("4d", "y"): 0,
    ("4e", "x"): 11,
    ("4f", "status"): "Nihil",
    ("4f", "nilai"): None,
    ("4g", "status"): "Nihil",
    ("4g", "alasan"): "Sudah semester lalu.",
    ("4h", "nilai"): None,
    ("4h", "batas_waktu"): "akhir tahun",
}
WRONG_FILES: Mapping[str, tuple[object, object]] = {
    "4a": ("notula hilang.pdf", date(2020, 12, 15)),
    "4b": ("terlampir", date(2020, 12, 15)),
    "4d": ("notula 4d.pdf", date(2019, 12, 15)),
}


def slipped() -> tuple[Typed, tuple[Piece, ...]]:
    """What PAR sends first in Semester 2."""
    typed, pieces = clean("PAR", 2)
    wrong = tuple(
        (kode, jenis, *WRONG_FILES.get(kode, (berkas, tanggal)))
        for kode, jenis, berkas, tanggal in pieces
    )
    return {**typed, **SLIPS}, wrong


# What PAR puts right when its file comes back; 4e (x above y) and 4g stay as they are.
MENDED: Mapping[tuple[str, str], object] = {
    ("4a", "nilai"): 10,
    ("4b", "nilai"): 1000,
    ("4c", "nilai"): 85,
    ("4d", "y"): 10,
    ("4f", "status"): None,
    ("4f", "nilai"): 1,
    ("4h", "nilai"): 50,
    ("4h", "batas_waktu"): date(2020, 12, 31),
}
LEFT_OPEN = {"R14", "R12"}
RIGHT_FILES: Mapping[str, tuple[object, object]] = {
    kode: (f"notula {kode}.pdf", date(2020, 12, 15)) for kode in WRONG_FILES
}

# What PAR puts right in its second round, so that only REN is missing.
LAST: Mapping[tuple[str, str], object] = {
    ("4e", "x"): 9,
    ("4g", "status"): None,
    ("4g", "alasan"): None,
}
