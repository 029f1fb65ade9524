"""Where the figures of the Rencana Aksi come from: all of them the planner typed."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.asal import Asal, Bentuk
from kinerja.asal_anggaran import distinct
from kinerja.model import RencanaAksi
from kinerja.rekap import Rekap
from kinerja.sheets.dari_mana import Aturan, Nama
from kinerja.view import View


def numbered(rekap: Rekap) -> Iterator[tuple[str, RencanaAksi]]:
    """Each Rencana Aksi with what stands for it in the kunci of its figures."""
    every = rekap.rencana_aksi
    return zip(distinct(r.indikator for r in every), every, strict=True)


def of_rencana(view: View) -> Iterator[Asal]:
    """The Target of every Periode, and the budget."""
    for urutan, r in numbered(view.rekap):
        for p, target in enumerate(r.target, start=1):
            name = view.periode_name(p)
            yield Asal(
                kunci=f"rencana {urutan}/{name}",
                nama=Nama.RENCANA_TARGET.format(kode=urutan, periode=name),
                aturan=Aturan.MASTER,
                isi=target,
                satuan=r.satuan,
                sel=r.letak.get(f"target_{p}"),
            )
        yield Asal(
            kunci=f"rencana {urutan}/anggaran",
            nama=Nama.RENCANA_ANGGARAN.format(kode=urutan),
            aturan=Aturan.MASTER,
            isi=r.anggaran,
            bentuk=Bentuk.RUPIAH,
            sel=r.letak.get("anggaran"),
        )
