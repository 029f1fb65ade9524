"""Compile the annual report: everything it says, as printed text, and nothing of Word.

The chapters are in annual_sasaran, annual_anggaran and annual_lampiran; the sentences
are in templates/laporan_tahunan.docx.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kinerja import periode
from kinerja.annual_anggaran import bab_anggaran
from kinerja.annual_draf import drafted
from kinerja.annual_lampiran import (
    bukti,
    inventaris,
    pengecualian,
    pengukuran,
    rencana,
    tindak_lanjut,
)
from kinerja.annual_sasaran import bab_sasaran
from kinerja.annual_semester import laporan_semester
from kinerja.asal_laporan import keyed
from kinerja.dari_mana import baris_asal
from kinerja.hasil import Hasil, HasilSasaran, hasil_of, hasil_sasaran
from kinerja.laporan import BarisSubbagian, Jenjang, Laporan
from kinerja.laporan_sasaran import Grafik
from kinerja.menunggu import formulir_belum, missing_forms, quieted, waiting
from kinerja.model import Pengaturan, Polaritas, Skala
from kinerja.pembuka import pembuka
from kinerja.penanda import markers
from kinerja.printing import number
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import BELUM_ADA_DATA, TIDAK_ADA
from kinerja.sheets.master import BAGIAN, REKOMENDASI
from kinerja.temuan import Temuan
from kinerja.view import View, view_of


def report(
    rekap: Rekap, temuan: Sequence[Temuan], known: Mapping[str, str] | None = None
) -> Laporan:
    """Everything the annual report says.

    It is a draft while any Galat stands. What is not known is a marker, never empty; one
    form that is missing is one marker. ``known`` are the sidik of the semester reports by
    their names, where they were worked out already.
    """
    view = view_of(rekap)
    hasil = hasil_of(rekap, view.answers)
    per_sasaran = hasil_sasaran(rekap, hasil)
    missing = missing_forms(rekap, periode.of_year(rekap.pengaturan.siklus))
    whole = _laporan(view, hasil, per_sasaran, temuan)
    quiet = quieted(whole, waiting(rekap, missing, per_sasaran))
    told = replace(
        quiet,
        formulir_belum=formulir_belum(rekap, missing),
        laporan_semester=tuple(laporan_semester(rekap, temuan, known or {})),
    )
    counted = replace(told, jumlah_belum=len(set(markers(told))))
    return drafted(keyed(counted), rekap.kalimat)


def _laporan(
    view: View,
    hasil: tuple[Hasil, ...],
    per_sasaran: tuple[HasilSasaran, ...],
    temuan: Sequence[Temuan],
) -> Laporan:
    rekap, p = view.rekap, view.pengaturan
    proof = tuple(bukti(h) for h in hasil)
    raw = [h.capaian_asli for h in hasil]
    given = pembuka(view, temuan, raw, [h.capaian for h in per_sasaran])
    given |= {name: _narasi(view, name) for name in BAGIAN if name != REKOMENDASI}
    return Laporan(
        **given,
        tahun_terbit=str(p.tahun + 1),
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
        asal=baris_asal(view),
        laporan_semester=(),
        pengecualian=tuple(pengecualian(rekap.pengecualian)),
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
