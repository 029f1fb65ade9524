"""The sample year: KPU Kabupaten Sarolangun 2020, as templates/contoh/*.json tells it.

Read here and nowhere else. What is invented in it says so itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja import periode, settings
from kinerja.definitions import narasi_rows
from kinerja.grid import Value
from kinerja.jam_sop import sop_rows
from kinerja.model import Narasi, Pengaturan, Sasaran
from kinerja.sheets import master
from kinerja.sheets.sop import SOP
from kinerja.sheets.table import Rows, Sheet

FOLDER = Path(__file__).parents[2] / "templates" / "contoh"
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One data pendukung as a Subbagian lists it."""

    kode: str
    jenis: str
    berkas: str
    tanggal: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a Subbagian types in the row of one Indikator, by column key."""

    kode: str
    fields: Mapping[str, object]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The master of the sample year and the answers of every Subbagian."""

    data: Json
    jawaban: Json

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings of the office."""
        known = self.data["pengaturan"]
        return Pengaturan(**{**known, "tahun": int(known["tahun"])})

    @property
    def subbagian(self) -> tuple[str, ...]:
        """The code of every Subbagian."""
        return tuple(s["kode"] for s in self.data["subbagian"])

    def answers(self, p: int, subbagian: str) -> tuple[Answer, ...]:
        """What one Subbagian should answer for one Periode."""
        rows = self.jawaban[periode.name(self.pengaturan.siklus, p)][subbagian]
        return tuple(_answer(row) for row in rows)

    def pages(self) -> Mapping[str, Rows]:
        """The rows of the sheets that the planner fills, by the name of the sheet."""
        siklus = self.pengaturan.siklus
        tables = {
            master.SUBBAGIAN: self.data["subbagian"],
            master.rencana_sheet(siklus): [
                _by_periode(r, "target") for r in self.data["rencana_aksi"]
            ],
            master.SYARAT: self.data["syarat"],
            master.RIWAYAT: [self._riwayat(row) for row in self.data["riwayat"]],
            master.anggaran_sheet(siklus): [_by_periode(r) for r in self.data["anggaran"]],
            master.LIBUR: [
                {**r, "tanggal": date.fromisoformat(r["tanggal"])}
                for r in self.data["hari_libur"]
            ],
        }
        return {
            master.PENGATURAN.name: settings.rows(self.pengaturan),
            master.SKALA.name: settings.skala_rows(self.pengaturan),
            master.indikator_sheet(siklus).name: self.indikator_rows(),
            SOP.name: sop_rows(),
            master.NARASI.name: self._narasi_rows(),
            **{sheet.name: _rows(sheet, rows) for sheet, rows in tables.items()},
        }

    def indikator_rows(self, targets: Mapping[tuple[str, int], Value] | None = None) -> Rows:
        """The Perjanjian Kinerja; ``targets`` of (Indikator, Periode) differ from the data."""
        sheet = master.indikator_sheet(self.pengaturan.siklus)
        texts = {s["kode"]: s["uraian"] for s in self.data["sasaran"]}
        rows = []
        for known in self.data["indikator"]:
            asal = known.get("asal", self.data["asal"]).format_map(self.data["sumber"])
            row = {
                **_by_periode(known, "target"),
                "kode_sasaran": known["sasaran"],
                "sasaran": texts[known["sasaran"]],
                "pendukung": "; ".join(known["pendukung"]),
                "asal": asal,
            }
            for (kode, p), target in (targets or {}).items():
                if kode == known["kode"]:
                    row[f"target_{p}"] = target
            rows.append(row)
        return _rows(sheet, rows)

    def _riwayat(self, row: Json) -> Json:
        return {**row, "asal": self.data["sumber"][f"lkj_{row['tahun']}"]}

    def _narasi_rows(self) -> Rows:
        sasaran = (Sasaran(**s) for s in self.data["sasaran"])
        texts = (Narasi(bagian=b, isi=isi) for b, isi in self.data["narasi"].items())
        return narasi_rows(sasaran, texts)


def read_sample(folder: Path = FOLDER) -> Sample:
    """The sample, with every number as it is written."""
    return Sample(_read(folder / "data.json"), _read(folder / "jawaban.json"))


def _read(path: Path) -> Json:
    known: Json = json.loads(
        path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal
    )
    return known


def _answer(row: Json) -> Answer:
    fields = {k: v for k, v in row.items() if k not in {"kode", "data_pendukung"}}
    pieces = tuple(
        Piece(**{**d, "kode": row["kode"], "tanggal": date.fromisoformat(d["tanggal"])})
        for d in row.get("data_pendukung", ())
    )
    return Answer(kode=row["kode"], fields=fields, pieces=pieces)


def _by_periode(row: Json, name: str = "realisasi") -> dict[str, Any]:
    """The row with one key for each Periode instead of a list."""
    listed = row["target_periode" if "target_periode" in row else name]
    return {**row, **{f"{name}_{p}": value for p, value in enumerate(listed, start=1)}}


def _rows(sheet: Sheet, rows: Iterable[Json]) -> Rows:
    return [[row.get(column.key) for column in sheet.columns] for row in rows]
