"""What every command is called, on a button and wherever else a person meets it."""

from __future__ import annotations

from collections.abc import Mapping

JUDUL: Mapping[str, str] = {
    "generate": "Buat Formulir",
    "merge": "Gabungkan",
    "verify": "Periksa & Tandai",
    "annual": "Susun Laporan Tahunan",
    "undo": "Urungkan",
}
