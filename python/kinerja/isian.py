"""What one form asks: values only; ``generate`` decides them and a writer draws them."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja import periode
from kinerja.model import (
    Formulir,
    Indikator,
    Nilai,
    Pengaturan,
    Realisasi,
    RencanaAksi,
    Subbagian,
    Syarat,
    Target,
)
from kinerja.values import target_text

PENANGGUNG_JAWAB = "Penanggung jawab"
PENDUKUNG = "Pendukung"
EXPLAINED = ("kendala", "solusi")  # what a Capaian below 100 owes besides a penyebab


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One Indikator as one Subbagian is asked about it."""

    indikator: Indikator
    peran: str
    target: Target | None
    lalu: Nilai | None  # the Nilai of the Periode before
    jawaban: Realisasi | None  # what is known already, so that nobody types it twice
    syarat: tuple[Syarat, ...]
    rencana_aksi: tuple[RencanaAksi, ...] = ()  # of this Subbagian

    @property
    def is_owner(self) -> bool:
        """Whether this Subbagian's number counts."""
        return self.peran == PENANGGUNG_JAWAB


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiFormulir:
    """All that is written in one form."""

    formulir: Formulir
    subbagian: Subbagian
    pengaturan: Pengaturan
    baris: tuple[Baris, ...]
    sidik: str

    @property
    def berkas(self) -> str:
        """The file name: readable, and one for each revision."""
        f = self.formulir
        name = f"Formulir {f.subbagian} {periode.name(self.pengaturan.siklus, f.periode)}"
        return f"{name} {f.tahun}{f' R{f.revisi}' if f.revisi > 1 else ''}.xlsx"


def definisi(baris: Baris) -> tuple[tuple[str, str], ...]:
    """What the form says about one Indikator, by heading key, as text.

    ``lalu`` and the Rencana Aksi are shown for reference and are no part of it.
    """
    i = baris.indikator
    return (
        ("kode", i.kode),
        ("uraian", i.uraian),
        ("peran", baris.peran),
        ("satuan", i.satuan),
        ("jenis", i.jenis),
        ("target_tahun", target_text(i.target)),
        ("target", target_text(baris.target)),
    )
