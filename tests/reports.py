"""A year in a few lines: a table of a test becomes a Rekap with one Sasaran."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from grids import records
from kinerja.model import (
    Formulir,
    Identitas,
    Indikator,
    Jenis,
    Pengaturan,
    Polaritas,
    Realisasi,
    Riwayat,
    Sasaran,
    Status,
    Subbagian,
)
from kinerja.rekap import Kiriman, Penerimaan, Rekap

PENGATURAN = Pengaturan(satker="KPU Kabupaten Contoh", kota="Contoh", tahun=2020)


def year(table: str, **more: object) -> Rekap:
    """A Rekap in which KUL answered the Realisasi of the table in TW IV.

    Columns: Kode, Target, Realisasi and, if wanted, Polaritas and Lalu (the Realisasi of
    the year before, against the same Target).
    """
    found = records(table)
    return Rekap(
        file="kinerja.xlsx",
        pengaturan=PENGATURAN,
        subbagian=(Subbagian(kode="KUL", nama="Umum"), Subbagian(kode="TEK", nama="Teknis")),
        sasaran=(Sasaran(kode="1", uraian="Pemilihan yang demokratis"),),
        indikator=tuple(_indikator(row) for row in found),
        riwayat=tuple(_riwayat(row) for row in found if row.get("Lalu")),
        kiriman=tuple(returned(found, p) for p in (1, 2, 3, 4)),
        **more,  # type: ignore[arg-type]
    )


def _indikator(row: Mapping[str, str]) -> Indikator:
    target = Decimal(row["Target"].replace(",", "."))
    return Indikator(
        kode=row["Kode"],
        uraian=f"Indikator nomor {row['Kode']}",
        sasaran="1",
        penanggung_jawab="KUL",
        pendukung=("TEK",),
        satuan="%",
        jenis=Jenis.PERSEN,
        polaritas=Polaritas(row.get("Polaritas") or "positif"),
        target=target,
        target_periode=(target,) * 4,
    )


def _riwayat(row: Mapping[str, str]) -> Riwayat:
    return Riwayat(
        indikator=row["Kode"],
        tahun=2019,
        target=Decimal(row["Target"].replace(",", ".")),
        realisasi=Decimal(row["Lalu"].replace(",", ".")),
    )


def returned(found: Iterable[Mapping[str, str]], p: int, column: str = "Realisasi") -> Kiriman:
    """The form that KUL sent back, with the Realisasi that stand in a column of a table."""
    return sent(
        *(
            Realisasi(
                indikator=row["Kode"],
                subbagian="KUL",
                periode=p,
                status=Status.TERISI,
                nilai=Decimal(row[column].replace(",", ".")),
            )
            for row in found
            if row[column]
        ),
        p=p,
    )


def sent(*answers: Realisasi, p: int = 4, subbagian: str = "KUL") -> Kiriman:
    """One returned file with these answers."""
    return Kiriman(
        identitas=Identitas(sha256=f"{subbagian}{p}", berkas=f"{subbagian}{p}.xlsx"),
        formulir=Formulir(subbagian=subbagian, tahun=2020, periode=p),
        penerimaan=Penerimaan.DITERIMA,
        realisasi=answers,
    )
