"""What the forms say: penyebab, kendala, solusi, efisiensi, program/kegiatan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja import periode
from kinerja.capaian import HUNDRED
from kinerja.isian import EXPLAINED
from kinerja.laporan_sasaran import Kutipan, Uraian
from kinerja.model import Indikator
from kinerja.printing import belum
from kinerja.sheets.laporan import JUDUL
from kinerja.view import View


def penyebab(
    view: View, i: Indikator, capaian: Decimal | None, within: Sequence[int] = ()
) -> Uraian:
    """Analysis 5. Kendala and Solusi are missed only where the Target was not reached."""
    found = tuple(_kutipan(view, i, ("penyebab", *EXPLAINED), within))
    short = capaian is not None and capaian < HUNDRED
    wanted = ("penyebab", *EXPLAINED) if short else ("penyebab",)
    said = {k.judul for k in found}
    missing = tuple(belum(f, kode=i.kode) for f in wanted if JUDUL[f] not in said)
    return Uraian(kode=i.kode, uraian=i.uraian, kutipan=found, belum=missing)


def uraian(view: View, i: Indikator, field: str, within: Sequence[int] = ()) -> Uraian:
    """Analyses 6 and 7; of these Periode only, if they are given."""
    found = tuple(_kutipan(view, i, (field,), within))
    missing = () if found else (belum(field, kode=i.kode),)
    return Uraian(kode=i.kode, uraian=i.uraian, kutipan=found, belum=missing)


def _kutipan(
    view: View, i: Indikator, fields: Sequence[str], within: Sequence[int]
) -> Iterator[Kutipan]:
    """The texts of one Indikator, the latest first; a text that was repeated stands once."""
    seen: set[tuple[str, str, str]] = set()
    for field in fields:
        for p in reversed(within or periode.of_year(view.pengaturan.siklus)):
            for unit in i.penjawab:
                answer = view.answers.get((i.kode, unit, p))
                text = " ".join(str(getattr(answer, field)).split()) if answer else ""
                if text and (field, unit, text) not in seen:
                    seen.add((field, unit, text))
                    yield Kutipan(
                        judul=JUDUL[field],
                        periode=view.periode_name(p),
                        subbagian=view.subbagian_name(unit),
                        pendukung=unit != i.penanggung_jawab,
                        isi=text,
                    )
