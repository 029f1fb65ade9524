"""Compile the annual report: everything it says, as printed text, and nothing of Word.

The chapters are in annual_sasaran, annual_anggaran and annual_lampiran; the sentences
are in templates/laporan_tahunan.docx.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

from kinerja.annual_anggaran import bab_anggaran
from kinerja.annual_lampiran import (
    bukti,
    catatan,
    inventaris,
    pengukuran,
    rencana,
    tindak_lanjut,
)
from kinerja.annual_sasaran import bab_sasaran
from kinerja.capaian import HUNDRED, mean, predikat
from kinerja.hasil import Hasil, HasilSasaran, hasil_of, hasil_sasaran
from kinerja.laporan import BarisSubbagian, Jenjang, Laporan
from kinerja.laporan_sasaran import Grafik, Rujukan
from kinerja.model import Location, Pengaturan, Polaritas, Skala
from kinerja.printing import belum, number, percent
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import BELUM_ADA_DATA, MARKER, SIKLUS, TIDAK_ADA, TITIK
from kinerja.sheets.master import BAGIAN, NARASI
from kinerja.temuan import GALAT, Rule, Temuan
from kinerja.view import View, view_of

EXAMPLES = 3  # markers that a Temuan quotes


def report(rekap: Rekap, temuan: Sequence[Temuan]) -> Laporan:
    """Everything the annual report says.

    It is a draft while any Galat stands. What is not known is a marker, never empty.
    """
    view = view_of(rekap)
    hasil = hasil_of(rekap, view.answers)
    laporan = _laporan(view, hasil, hasil_sasaran(rekap, hasil), temuan)
    return replace(laporan, jumlah_belum=len(set(markers(laporan))))


def _laporan(
    view: View,
    hasil: tuple[Hasil, ...],
    per_sasaran: tuple[HasilSasaran, ...],
    temuan: Sequence[Temuan],
) -> Laporan:
    rekap, p = view.rekap, view.pengaturan
    galat = sum(t.rule.severity is GALAT for t in set(temuan))
    average, counted = mean((h.capaian, None) for h in per_sasaran)
    proof = tuple(bukti(h) for h in hasil)
    return Laporan(
        draf=galat > 0,
        jumlah_galat=galat,
        jumlah_belum=0,
        catatan_data=" ".join(p.catatan_data.split()),
        satker=p.satker or belum("satker"),
        alamat=p.alamat,
        kota=p.kota or belum("kota"),
        jabatan=p.jabatan,
        nama_pejabat=p.nama_pejabat or TITIK,
        nip_pejabat=p.nip_pejabat or TITIK,
        tahun=str(p.tahun),
        tahun_terbit=str(p.tahun + 1),
        siklus=SIKLUS[p.siklus],
        kata_pengantar=_narasi(view, "kata_pengantar"),
        gambaran_umum=_narasi(view, "gambaran_umum"),
        aspek_strategis=_narasi(view, "aspek_strategis"),
        permasalahan=_narasi(view, "permasalahan"),
        ikhtisar_perencanaan=_narasi(view, "ikhtisar_perencanaan"),
        simpulan=_narasi(view, "simpulan"),
        langkah_perbaikan=_narasi(view, "langkah_perbaikan"),
        banyak_sasaran=len(per_sasaran),
        banyak_indikator=len(hasil),
        banyak_tercapai=sum(
            h.capaian_asli is not None and h.capaian_asli >= HUNDRED for h in hasil
        ),
        banyak_terukur=sum(h.capaian is not None for h in hasil),
        sasaran_terukur=counted,
        rata_capaian=belum("capaian_kantor") if average is None else percent(average),
        rata_predikat=predikat(average, p.skala) or TIDAK_ADA,
        terukur=average is not None,
        batas_capaian="" if p.batas_capaian is None else number(p.batas_capaian),
        rumus_negatif=p.rumus_negatif,
        ada_negatif=any(i.polaritas is Polaritas.NEGATIF for i in rekap.indikator),
        skala=tuple(_skala(p)),
        subbagian=tuple(_subbagian(rekap)),
        sasaran=tuple(bab_sasaran(view, h) for h in per_sasaran),
        anggaran=bab_anggaran(view, per_sasaran),
        pengukuran=tuple(pengukuran(view, h) for h in hasil),
        bukti=proof,
        bukti_sama=sum(b.sama and b.terhitung for b in proof),
        berkas=tuple(inventaris(view)),
        tindak_lanjut=tuple(tindak_lanjut(view)),
        rencana=tuple(rencana(view)),
        catatan=catatan(temuan),
        tabel_berikut=Rujukan(jenis="Tabel"),
        gambar_berikut=Rujukan(jenis="Gambar"),
    )


def _narasi(view: View, bagian: str) -> tuple[str, ...]:
    text = view.narasi(bagian)
    return text or (BELUM_ADA_DATA.format(apa=BAGIAN[bagian]),)


def _skala(pengaturan: Pengaturan) -> Iterator[Jenjang]:
    above: Skala | None = None
    for step in pengaturan.skala:
        yield Jenjang(
            atas="" if above is None or above.batas is None else number(above.batas),
            bawah="" if step.batas is None else number(step.batas),
            predikat=step.predikat,
        )
        above = step


def _subbagian(rekap: Rekap) -> Iterator[BarisSubbagian]:
    for s in rekap.subbagian:
        owned = [i.kode for i in rekap.indikator if i.penanggung_jawab == s.kode]
        helped = [i.kode for i in rekap.indikator if s.kode in i.pendukung]
        yield BarisSubbagian(
            kode=s.kode,
            nama=s.nama,
            penanggung_jawab=", ".join(owned) or TIDAK_ADA,
            pendukung=", ".join(helped) or TIDAK_ADA,
        )


def grafik(laporan: Laporan) -> tuple[Grafik, ...]:
    """Every chart of the report."""
    return tuple(s.grafik for s in laporan.sasaran)


def markers(value: object) -> Iterator[str]:
    """Every marker in a report, as often as it stands there."""
    if isinstance(value, str):
        yield from MARKER.findall(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from markers(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from markers(getattr(value, field.name))


def missing(laporan: Laporan, file: str) -> tuple[Temuan, ...]:
    """How much the report still lacks, as one Temuan; none if it lacks nothing."""
    found = list(dict.fromkeys(markers(laporan)))
    if not found:
        return ()
    said = ", ".join(f"“{m}”" for m in found[:EXAMPLES])
    here = Location(file, NARASI.name)
    return (Rule.BELUM_ADA_DATA.at(here, jumlah=len(found), contoh=said),)
