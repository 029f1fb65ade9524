"""What every report prints, whatever it is about: whose it is, its state, its result."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kinerja import periode
from kinerja.annual_lampiran import catatan, dibuka_lagi
from kinerja.capaian import HUNDRED, mean, predikat
from kinerja.laporan_sasaran import Rujukan
from kinerja.printing import belum, number, percent
from kinerja.sheets.laporan import SIKLUS, TIDAK_ADA, TITIK
from kinerja.temuan import GALAT, Temuan
from kinerja.view import View

Figures = Sequence[Decimal | None]


def pembuka(
    view: View,
    temuan: Sequence[Temuan],
    indikator: Figures,
    sasaran: Figures,
    within: range | None = None,
) -> dict[str, Any]:
    """The fields of a LaporanKinerja, but for what a Semester and a year tell otherwise.

    ``indikator`` are the Capaian of the Indikator before any cap, ``sasaran`` those of the
    Sasaran. A report is a draft while one of the Temuan is a Galat. ``within`` are the
    Periode it is about, if not all.
    """
    p = view.pengaturan
    galat = sum(t.rule.severity is GALAT for t in set(temuan))
    average, counted = mean((capaian, None) for capaian in sasaran)
    return {
        "draf": galat > 0,
        "jumlah_galat": galat,
        "jumlah_belum": 0,
        "catatan_data": " ".join(p.catatan_data.split()),
        "satker": p.satker or belum("satker"),
        "alamat": p.alamat,
        "kota": p.kota or belum("kota"),
        "jabatan": p.jabatan,
        "nama_pejabat": p.nama_pejabat or TITIK,
        "nip_pejabat": p.nip_pejabat or TITIK,
        "tahun": str(p.tahun),
        "siklus": SIKLUS[p.siklus],
        "banyak_sasaran": len(sasaran),
        "banyak_indikator": len(indikator),
        "banyak_tercapai": sum(c is not None and c >= HUNDRED for c in indikator),
        "banyak_terukur": sum(c is not None for c in indikator),
        "sasaran_terukur": counted,
        "rata_capaian": belum("capaian_kantor") if average is None else percent(average),
        "rata_predikat": predikat(average, p.skala) or TIDAK_ADA,
        "terukur": average is not None,
        "batas_capaian": "" if p.batas_capaian is None else number(p.batas_capaian),
        "formulir_belum": (),
        "catatan": catatan(temuan),
        "dibuka_lagi": tuple(dibuka_lagi(view.rekap, within or periode.of_year(p.siklus))),
        "tabel_berikut": Rujukan(jenis="Tabel"),
        "gambar_berikut": Rujukan(jenis="Gambar"),
    }
