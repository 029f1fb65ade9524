"""Where the policy, and the figures of every Sasaran and of the office, come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.asal import Asal, Bentuk
from kinerja.hasil import HasilSasaran
from kinerja.model import Location
from kinerja.sheets.dari_mana import Aturan, Nama
from kinerja.sheets.master import SKALA
from kinerja.view import View

BATAS, RUMUS = "pengaturan/batas", "pengaturan/rumus"


def of_policy(view: View) -> Iterator[Asal]:
    """The settings and the scale that figures depend on."""
    p, at = view.pengaturan, view.rekap.letak_pengaturan
    yield Asal(
        kunci=BATAS,
        nama=Nama.BATAS,
        aturan=Aturan.MASTER,
        isi=p.batas_capaian,
        bentuk=Bentuk.ANGKA,
        sel=at.get("batas_capaian"),
    )
    yield Asal(
        kunci=RUMUS,
        nama=Nama.RUMUS,
        aturan=Aturan.MASTER,
        isi=p.rumus_negatif,
        sel=at.get("rumus_negatif"),
    )
    sel, above = Location(view.rekap.file, SKALA.name), ""
    for step in p.skala:
        head = f"skala {step.predikat}"
        for part, nama, isi in (
            ("bawah", Nama.SKALA, step.batas),
            ("predikat", Nama.PREDIKAT_SKALA, step.predikat),
        ):
            yield Asal(
                kunci=f"{head}/{part}",
                nama=nama,
                aturan=Aturan.MASTER,
                isi=isi,
                bentuk=Bentuk.ANGKA,
                sel=sel,
            )
        if above:
            yield Asal(
                kunci=f"{head}/atas",
                nama=Nama.SKALA_ATAS,
                aturan=Aturan.SALINAN,
                dari=(f"{above}/bawah",),
                bentuk=Bentuk.ANGKA,
            )
        above = head


def scale(view: View) -> tuple[str, ...]:
    """The bound and the word of every step, the highest first."""
    return tuple(
        f"skala {step.predikat}/{part}"
        for step in view.pengaturan.skala
        for part in ("bawah", "predikat")
    )


def of_sasaran(view: View, hasil: HasilSasaran) -> Iterator[Asal]:
    """The mean of one Sasaran and how many of its Indikator count."""
    kode, codes = hasil.sasaran.kode, [h.indikator.kode for h in hasil.hasil]
    head = f"sasaran {kode}"
    capaian = tuple(f"{c}/capaian" for c in codes)
    weighted = tuple(key for c in codes for key in (f"{c}/capaian", f"{c}/bobot"))
    raw = tuple(f"{c}/capaian asli" for c in codes)
    own = (f"{head}/capaian", *scale(view))
    for part, nama, aturan, dari in (
        ("capaian", Nama.SASARAN_CAPAIAN, Aturan.RATA_BERBOBOT, weighted),
        ("predikat", Nama.SASARAN_PREDIKAT, Aturan.PREDIKAT, own),
        ("banyak", Nama.SASARAN_BANYAK, Aturan.BANYAK, tuple(f"{c}/target" for c in codes)),
        ("dihitung", Nama.SASARAN_DIHITUNG, Aturan.DIHITUNG, capaian),
        ("tercapai", Nama.SASARAN_TERCAPAI, Aturan.TERCAPAI, raw),
    ):
        yield Asal(
            kunci=f"{head}/{part}",
            nama=nama.format(kode=kode),
            aturan=aturan,
            dari=dari,
            bentuk=Bentuk.PERSEN if part == "capaian" else Bentuk.ANGKA,
        )


def of_office(view: View, hasil: Sequence[HasilSasaran]) -> Iterator[Asal]:
    """The mean of all Sasaran, and the counts of the report."""
    means = tuple(f"sasaran {s.sasaran.kode}/capaian" for s in hasil)
    codes = [i.kode for i in view.rekap.indikator]
    raw = tuple(f"{c}/capaian asli" for c in codes)
    pairs = tuple(key for c in codes for key in (f"{c}/gabungan", f"{c}/tahun"))
    own = ("kantor/capaian", *scale(view))
    capaian = tuple(f"{c}/capaian" for c in codes)
    for part, nama, aturan, dari in (
        ("capaian", Nama.KANTOR_CAPAIAN, Aturan.RATA, means),
        ("predikat", Nama.KANTOR_PREDIKAT, Aturan.PREDIKAT, own),
        ("sasaran", Nama.BANYAK_SASARAN, Aturan.BANYAK, means),
        ("indikator", Nama.BANYAK_INDIKATOR, Aturan.BANYAK, raw),
        ("terukur", Nama.BANYAK_TERUKUR, Aturan.DIHITUNG, capaian),
        ("tercapai", Nama.BANYAK_TERCAPAI, Aturan.TERCAPAI, raw),
        ("terhitung", Nama.SASARAN_TERUKUR, Aturan.DIHITUNG, means),
        ("bukti", Nama.BUKTI_SAMA, Aturan.SAMA, pairs),
        ("galat", Nama.GALAT, Aturan.CATATAN, ()),
        ("belum", Nama.BELUM, Aturan.PENANDA, ()),
    ):
        yield Asal(
            kunci=f"kantor/{part}",
            nama=nama,
            aturan=aturan,
            dari=dari,
            bentuk=Bentuk.PERSEN if part == "capaian" else Bentuk.ANGKA,
        )
