"""The checks of the register: what was decided of a file, and if it is still that one."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.inventaris import changed, is_decided, joined
from kinerja.isi_berkas import where
from kinerja.model import Location
from kinerja.printing import tanggal
from kinerja.sheets.inventaris import ALASAN, DITERIMA, TANPA_SIDIK
from kinerja.sheets.master import DATA_PENDUKUNG
from kinerja.sheets.table import normal
from kinerja.tanggal_bukti import is_about
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View

SIGNS = 8  # of a digest, enough to tell two apart


def refused_is_replaced(v: View) -> Iterator[Temuan]:
    """What the office did not accept proves nothing until something else is there."""
    for line in joined(v.cocok, v.rekap.inventaris):
        c, i = line.cocok, line.tercatat
        d = c.data_pendukung if c else None
        if i is None or d is None or not is_decided(i) or normal(i.keputusan) == DITERIMA:
            continue
        yield Rule.DATA_PENDUKUNG_DITOLAK.at(
            d.location,
            berkas=d.berkas,
            indikator=d.indikator,
            keputusan=normal(i.keputusan),
            alasan=ALASAN.format(catatan=i.catatan) if i.catatan else "",
        )


def registered_is_unchanged(v: View) -> Iterator[Temuan]:
    """A file that was registered and is another now was exchanged behind the register."""
    for c, i in changed(joined(v.cocok, v.rekap.inventaris)):
        assert c.berkas
        yield Rule.DATA_PENDUKUNG_BERUBAH.at(
            where(c.berkas),
            berkas=c.berkas.nama,
            tanggal=tanggal(i.dicatat) if i.dicatat else TANPA_SIDIK,
            lama=i.sha256[:SIGNS],
            baru=c.berkas.sha256[:SIGNS],
        )


def registered_is_there(v: View) -> Iterator[Temuan]:
    """What has a name in the archive and is neither listed nor found any more is lost."""
    for line in joined(v.cocok, v.rekap.inventaris):
        i = line.tercatat
        if line.cocok is None and i and i.nama_arsip:
            at = Location(v.rekap.file, DATA_PENDUKUNG.name)
            yield Rule.TERDAFTAR_HILANG.at(at, berkas=i.berkas, nama=i.nama_arsip)


def tanggal_is_about_its_periode(v: View) -> Iterator[Temuan]:
    """A document of another time of the year proves another Periode."""
    p = v.pengaturan
    for c in v.cocok:
        d = c.data_pendukung
        if (
            d
            and d.tanggal
            and p.tahun == d.tanggal.year
            and not is_about(p, d.periode, d.tanggal)
        ):
            yield Rule.TANGGAL_LUAR_PERIODE.at(
                d.location,
                berkas=d.berkas,
                tanggal=tanggal(d.tanggal),
                periode=v.periode_name(d.periode),
            )


CHECKS: tuple[Check, ...] = (
    refused_is_replaced,
    registered_is_unchanged,
    registered_is_there,
    tanggal_is_about_its_periode,
)
