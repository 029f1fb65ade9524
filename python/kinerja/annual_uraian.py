"""What the forms say: penyebab, kendala, solusi, efisiensi, program/kegiatan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja import periode
from kinerja.annual_sumber import Sumber
from kinerja.capaian import HUNDRED
from kinerja.hasil import Hasil
from kinerja.laporan_sasaran import Kutipan, Uraian
from kinerja.model import Indikator
from kinerja.printing import belum
from kinerja.sheets.laporan import JUDUL


def penyebab(sumber: Sumber, hasil: Hasil) -> Uraian:
    """Analysis 5. Kendala and Solusi are missed only where the Target was not reached."""
    i = hasil.indikator
    found = tuple(_kutipan(sumber, i, ("penyebab", "kendala", "solusi")))
    short = hasil.capaian_asli is not None and hasil.capaian_asli < HUNDRED
    wanted = ("penyebab", "kendala", "solusi") if short else ("penyebab",)
    said = {k.judul for k in found}
    missing = tuple(belum(f, kode=i.kode) for f in wanted if JUDUL[f] not in said)
    return Uraian(kode=i.kode, uraian=i.uraian, kutipan=found, belum=missing)


def uraian(sumber: Sumber, i: Indikator, field: str) -> Uraian:
    """Analyses 6 and 7."""
    found = tuple(_kutipan(sumber, i, (field,)))
    missing = () if found else (belum(field, kode=i.kode),)
    return Uraian(kode=i.kode, uraian=i.uraian, kutipan=found, belum=missing)


def _kutipan(sumber: Sumber, i: Indikator, fields: Sequence[str]) -> Iterator[Kutipan]:
    """The texts of one Indikator, the latest first; a text that was repeated stands once."""
    seen: set[tuple[str, str, str]] = set()
    units = (i.penanggung_jawab, *i.pendukung)
    for field in fields:
        for p in reversed(periode.of_year(sumber.pengaturan.siklus)):
            for unit in units:
                answer = sumber.answers.get((i.kode, unit, p))
                text = " ".join(str(getattr(answer, field)).split()) if answer else ""
                if text and (field, unit, text) not in seen:
                    seen.add((field, unit, text))
                    yield Kutipan(
                        judul=JUDUL[field],
                        periode=sumber.periode(p),
                        subbagian=sumber.nama(unit),
                        pendukung=unit != i.penanggung_jawab,
                        isi=text,
                    )
