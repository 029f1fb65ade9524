"""The journal beside the workbook: the name of its file, and what its lines say of others."""

from __future__ import annotations

from kinerja.sheets.folders import RIWAYAT

BERKAS = "riwayat.jsonl"
LETAK = f"{RIWAYAT}/{BERKAS}"

TERPUTUS = "Baris {baris} tidak sampai ke workbook: tindakannya terputus."
TERPOTONG = "Baris {baris} terpotong saat ditulis."
BARU = "Berkas riwayat yang lama tidak ada, jadi yang ini dimulai dari awal."
