"""A small office: two Subbagian, two Sasaran, one Indikator of every sort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from kinerja import periode
from kinerja.generate import isi_formulir
from kinerja.grid import letter
from kinerja.model import (
    Anggaran,
    Berkas,
    DataPendukung,
    Formulir,
    FormulirTerbit,
    Identitas,
    Indikator,
    Jenis,
    Konsolidasi,
    Location,
    Pengaturan,
    Polaritas,
    Realisasi,
    Rentang,
    Sasaran,
    Status,
    Subbagian,
    Syarat,
)
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.sheets import formulir as form
from kinerja.sop import SEED

PENGATURAN = Pengaturan(satker="KPU Kabupaten Contoh", tahun=2020, siklus=4, periode=1)
SUBBAGIAN = (
    Subbagian(kode="TPH", nama="Teknis dan Hubungan Masyarakat"),
    Subbagian(kode="KUL", nama="Keuangan, Umum, dan Logistik"),
)
SASARAN = (
    Sasaran(kode="1", uraian="Pemilihan yang demokratis"),
    Sasaran(kode="2", uraian="Lembaga yang akuntabel"),
)
PARTISIPASI = Indikator(
    kode="1a",
    uraian="Partisipasi pemilih",
    sasaran="1",
    penanggung_jawab="TPH",
    pendukung=("KUL",),
    satuan="%",
    jenis=Jenis.PERSEN,
    target=Decimal(80),
    target_periode=(Decimal(80),) * 4,
    location=Location("kinerja.xlsx", "Sasaran & Indikator", 5, "C"),
)
PELANGGARAN = Indikator(
    kode="1b",
    uraian="Penyelenggara yang melanggar",
    sasaran="1",
    penanggung_jawab="TPH",
    satuan="%",
    jenis=Jenis.PERSEN,
    polaritas=Polaritas.NEGATIF,
    target=Decimal(2),
    target_periode=(Decimal(2),) * 4,
    location=Location("kinerja.xlsx", "Sasaran & Indikator", 6, "C"),
)
SENGKETA = Indikator(
    kode="2a",
    uraian="Sengketa yang dimenangkan",
    sasaran="2",
    penanggung_jawab="KUL",
    satuan="%",
    jenis=Jenis.RASIO,
    konsolidasi=Konsolidasi.JUMLAH,
    target=Decimal(90),
    target_periode=(Decimal(90),) * 4,
    location=Location("kinerja.xlsx", "Sasaran & Indikator", 7, "C"),
)
OPINI = Indikator(
    kode="2b",
    uraian="Opini atas laporan keuangan",
    sasaran="2",
    penanggung_jawab="KUL",
    jenis=Jenis.TEKS,
    target="WTP",
    target_periode=("WTP",) * 4,
    location=Location("kinerja.xlsx", "Sasaran & Indikator", 8, "C"),
)
RAPAT = Indikator(
    kode="2c",
    uraian="Rapat pleno sebulan",
    sasaran="2",
    penanggung_jawab="KUL",
    satuan="rapat",
    jenis=Jenis.RENTANG,
    target=Rentang(Decimal(4), Decimal(6)),
    target_periode=(Rentang(Decimal(4), Decimal(6)),) * 4,
    location=Location("kinerja.xlsx", "Sasaran & Indikator", 9, "C"),
)
SYARAT = (
    Syarat(indikator="1a", jenis="Berita acara"),
    Syarat(indikator="1b", jenis="Rekap putusan"),
    Syarat(indikator="2a", jenis="Salinan putusan"),
    Syarat(indikator="2b", jenis="Laporan hasil pemeriksaan", periode=4),
    Syarat(indikator="2c", jenis="Notula", jumlah=2),
)
BARE = Rekap(
    file="kinerja.xlsx",
    pengaturan=PENGATURAN,
    subbagian=SUBBAGIAN,
    sasaran=SASARAN,
    indikator=(PARTISIPASI, PELANGGARAN, SENGKETA, OPINI, RAPAT),
    syarat=SYARAT,
    sop=SEED,
)


def with_forms(rekap: Rekap) -> Rekap:
    """The Rekap after the forms of every Periode were made."""
    made = tuple(
        FormulirTerbit(
            formulir=isi.formulir,
            berkas=isi.berkas,
            sidik=isi.sidik,
            sha256=f"terbit-{isi.formulir.id}",
        )
        for p in periode.of_year(rekap.pengaturan.siklus)
        for isi in isi_formulir(rekap, p)
    )
    ordered = sorted(
        (*rekap.terbit, *made),
        key=lambda t: (t.formulir.periode, t.formulir.subbagian, t.formulir.revisi),
    )
    return replace(rekap, terbit=tuple(ordered))


REKAP = with_forms(BARE)


def complete(rekap: Rekap) -> Rekap:
    """The office with a head and an address for each Subbagian, and money for each Sasaran."""
    return replace(
        rekap,
        subbagian=tuple(
            replace(s, kepala=f"Kepala {s.kode}", surel=f"{s.kode.lower()}@kantor.example")
            for s in rekap.subbagian
        ),
        anggaran=tuple(
            Anggaran(
                kode=f"A.{s.kode}",
                uraian=f"Program {s.kode}",
                sasaran=s.kode,
                pagu=Decimal(1000),
                location=Location(rekap.file, "Anggaran", row, "A"),
            )
            for row, s in enumerate(rekap.sasaran, start=5)
        ),
    )


def changed(rekap: Rekap, kode: str, **fields: object) -> Rekap:
    """The Rekap with some fields of one Indikator changed."""
    return replace(
        rekap,
        indikator=tuple(
            replace(i, **fields) if i.kode == kode else i  # type: ignore[arg-type]
            for i in rekap.indikator
        ),
    )


def letak(p: int, row: int, file: str = "Formulir.xlsx") -> Mapping[str, Location]:
    """The cell of every field of the form's row."""
    found = {}
    for sheet in (form.isian_sheet(4, 2020, p), form.NARASI_SHEET):
        for column, declared in enumerate(sheet.columns, start=1):
            if declared.fillable:
                found[declared.key] = Location(file, sheet.name, row, letter(column))
    return found


ROWS = {"1a": 8, "1b": 9, "2a": 9, "2b": 10, "2c": 11}  # of the form of the penanggung jawab


def answer(
    indikator: str = "1a", nilai: object = None, p: int = 1, **fields: object
) -> Realisasi:
    """An answer of the penanggung jawab; a number makes it Terisi."""
    owner = REKAP.by_kode()[indikator].penanggung_jawab
    given: dict[str, object] = {"subbagian": owner, "letak": letak(p, ROWS[indikator])}
    if nilai is not None:
        given |= {"nilai": Decimal(nilai) if not isinstance(nilai, str) else nilai}
        given |= {"status": Status.TERISI}
    return Realisasi(indikator=indikator, periode=p, **(given | fields))  # type: ignore[arg-type]


def kiriman(
    *realisasi: Realisasi,
    sha256: str = "a" * 64,
    subbagian: str = "TPH",
    p: int = 1,
    revisi: int = 1,
    disimpan: datetime | None = None,
    listed: tuple[DataPendukung, ...] = (),
    penerimaan: Penerimaan = Penerimaan.DITERIMA,
) -> Kiriman:
    """One returned file; its answers and its list carry its sha256."""
    return Kiriman(
        identitas=Identitas(sha256=sha256, berkas=f"{sha256[:4]}.xlsx", disimpan=disimpan),
        formulir=Formulir(subbagian=subbagian, tahun=2020, periode=p, revisi=revisi),
        penerimaan=penerimaan,
        realisasi=tuple(replace(r, sha256=sha256) for r in realisasi),
        data_pendukung=tuple(replace(d, sha256=sha256) for d in listed),
    )


def listed(
    berkas: str = "berita acara.pdf", indikator: str = "1a", p: int = 1, **fields: object
) -> DataPendukung:
    """One row of the sheet “Data Pendukung”."""
    given: dict[str, object] = {
        "subbagian": REKAP.by_kode()[indikator].penanggung_jawab,
        "jenis": next(s.jenis for s in SYARAT if s.indikator == indikator),
        "location": Location("Formulir.xlsx", form.DATA_PENDUKUNG, 8, "C"),
    }
    return DataPendukung(
        indikator=indikator,
        periode=p,
        berkas=berkas,
        **(given | fields),  # type: ignore[arg-type]
    )


def berkas(nama: str = "berita acara.pdf", **fields: object) -> Berkas:
    """One file in the folder of TPH and TW I."""
    given: dict[str, object] = {
        "folder": "TPH/TW I",
        "subbagian": "TPH",
        "periode": 1,
        "ukuran": 2048,
        "sha256": nama,
        "isi": nama.rpartition(".")[2],
    }
    return Berkas(nama=nama, **(given | fields))  # type: ignore[arg-type]


def having(*kiriman: Kiriman, berkas: tuple[Berkas, ...] = (), rekap: Rekap = REKAP) -> Rekap:
    """The office after these files came back and these pieces were found."""
    return replace(rekap, kiriman=kiriman, berkas=berkas)
