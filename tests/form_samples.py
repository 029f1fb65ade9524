"""Forms to test with, written as tables: one row an Indikator, one column a field."""

from __future__ import annotations

from decimal import Decimal

from grids import records
from kinerja.generate import PENANGGUNG_JAWAB, PENDUKUNG, Baris, IsiFormulir, sidik_of
from kinerja.model import (
    Formulir,
    Indikator,
    Jenis,
    Pengaturan,
    Polaritas,
    Realisasi,
    Subbagian,
    Syarat,
    Target,
)
from kinerja.values import parse_number, parse_rentang

PENGATURAN = Pengaturan(satker="KPU Kabupaten Contoh", kota="Contoh", tahun=2020, periode=2)
SUBBAGIAN = Subbagian(kode="KUL", nama="Subbagian Keuangan, Umum, dan Logistik")


def form_of(table: str, pengaturan: Pengaturan = PENGATURAN) -> IsiFormulir:
    """The form whose rows a docstring shows; the first line names the fields."""
    return form_with(tuple(baris_of(row) for row in records(table)), pengaturan)


def form_with(
    baris: tuple[Baris, ...],
    pengaturan: Pengaturan = PENGATURAN,
    subbagian: Subbagian = SUBBAGIAN,
) -> IsiFormulir:
    """A form of the second Periode."""
    formulir = Formulir(subbagian=subbagian.kode, tahun=pengaturan.tahun, periode=2)
    return IsiFormulir(
        formulir=formulir,
        subbagian=subbagian,
        pengaturan=pengaturan,
        baris=baris,
        sidik=sidik_of(baris),
    )


def baris_of(cells: dict[str, str]) -> Baris:
    """One row; ``bukti`` is the number of files it must have."""
    jenis, peran = Jenis(cells.get("jenis", "angka")), cells.get("peran", "pj")
    kode, target = cells["kode"], target_of(cells.get("target", ""), jenis)
    indikator = Indikator(
        kode=kode,
        uraian=cells.get("uraian", f"Indikator {kode}"),
        sasaran="1",
        penanggung_jawab="KUL" if peran == "pj" else "TEKMAS",
        satuan="%",
        jenis=jenis,
        polaritas=Polaritas(cells.get("polaritas", "positif")),
        target=target,
        definisi="Yang diukur.",
        rumus="x dibagi y.",
        sumber_data="Sirekap",
    )
    needed = int(cells.get("bukti") or 0)
    return Baris(
        indikator=indikator,
        peran=PENANGGUNG_JAWAB if peran == "pj" else PENDUKUNG,
        target=target,
        lalu=None,
        jawaban=None,
        syarat=(Syarat(indikator=kode, jenis="Berita acara, asli", jumlah=needed),)
        if needed
        else (),
    )


def target_of(text: str, jenis: Jenis) -> Target | None:
    """A Target as the master spells it."""
    if jenis is Jenis.TEKS:
        return text
    number = parse_number(text) if text else None
    return number if isinstance(number, Decimal) else parse_rentang(text)


def answer(kode: str, **fields: object) -> Realisasi:
    """What is known already of one row."""
    return Realisasi(indikator=kode, subbagian="KUL", periode=2, **fields)  # type: ignore[arg-type]
