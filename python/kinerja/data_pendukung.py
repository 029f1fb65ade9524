"""The checks of data pendukung, over the three-way match and the files on disk."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.inventaris import joined
from kinerja.inventory import Keadaan, disk_of, elsewhere, name_key, required
from kinerja.isi_berkas import extension, is_closed, is_shortcut, where
from kinerja.model import Berkas, Status
from kinerja.printing import number, tanggal
from kinerja.sheets.folders import data_pendukung_folder
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View, place

MEGABYTE = Decimal(1024 * 1024)
SAME = {"jpeg": "jpg", "tiff": "tif"}
KNOWN = {"pdf", "jpg", "jpeg", "png", "xlsx", "docx"}  # whose content we can tell


def realisasi_has_data_pendukung(v: View) -> Iterator[Temuan]:
    """A number without evidence is only a claim."""
    have = {
        (c.indikator, c.periode)
        for c in v.cocok
        if c.data_pendukung and c.keadaan is not Keadaan.BUKAN_NAMA
    }
    for i, r in v.owned():
        syarat = v.syarat.get(i.kode, ())
        is_due = not syarat or required(syarat, r.periode)
        claimed = r.status is Status.TERISI and r.nilai is not None
        if is_due and claimed and (i.kode, r.periode) not in have:
            yield Rule.DATA_PENDUKUNG_KOSONG.at(
                place(r, "nilai"),
                indikator=i.kode,
                periode=v.periode_name(r.periode),
                subbagian=r.subbagian,
            )


def syarat_is_met(v: View) -> Iterator[Temuan]:
    """Some evidence is not all of it; with none at all one Temuan is enough."""
    have = {(c.indikator, c.periode) for c in v.cocok if c.data_pendukung}
    for c in v.cocok:
        if c.syarat is None or c.periode is None or (c.indikator, c.periode) not in have:
            continue
        answer = v.answers[c.indikator, c.subbagian, c.periode]
        yield Rule.DATA_PENDUKUNG_KURANG.at(
            place(answer, "nilai"),
            jenis=c.syarat.jenis,
            indikator=c.indikator,
            periode=v.periode_name(c.periode),
            ada=c.syarat.jumlah - c.kurang,
            jumlah=c.syarat.jumlah,
        )


def listed_is_on_disk(v: View) -> Iterator[Temuan]:
    """What is listed must be there to be shown; its content may lie elsewhere by now."""
    disk = disk_of(v.rekap.berkas)
    for c, tercatat in ((b.cocok, b.tercatat) for b in joined(v.cocok, v.rekap.inventaris)):
        d = c.data_pendukung if c else None
        if c is None or c.keadaan is not Keadaan.BERKAS_TIDAK_ADA or d is None:
            continue
        other = elsewhere(disk, d, tercatat.sha256 if tercatat else "")
        usul = Rule.suggestion(f"{other.folder}/{other.nama}") if other else ""
        siklus = v.pengaturan.siklus
        folder = data_pendukung_folder(siklus, d.subbagian, d.periode)
        yield Rule.BERKAS_DATA_PENDUKUNG_HILANG.at(
            d.location, berkas=d.berkas, indikator=d.indikator, folder=folder, usul=usul
        )


def on_disk_is_listed(v: View) -> Iterator[Temuan]:
    """A file nobody lists proves nothing."""
    for c in v.cocok:
        if c.keadaan is Keadaan.TIDAK_TERCATAT and c.berkas and c.berkas.biasa:
            yield Rule.BERKAS_TIDAK_TERCATAT.at(where(c.berkas), berkas=c.berkas.nama)


def listed_is_a_file(v: View) -> Iterator[Temuan]:
    """A link cannot be checked, and a dash or a sentence names no file."""
    for c in v.cocok:
        d = c.data_pendukung
        if d and c.keadaan is Keadaan.TAUTAN:
            yield Rule.TAUTAN_SAJA.at(d.location, indikator=d.indikator, berkas=d.berkas)
        elif d and c.keadaan is Keadaan.BUKAN_NAMA:
            yield Rule.BUKAN_NAMA_BERKAS.at(d.location, indikator=d.indikator, berkas=d.berkas)


def listed_is_listed_once(v: View) -> Iterator[Temuan]:
    """The same file twice for one Indikator counts once."""
    seen = set()
    for c in v.cocok:
        d = c.data_pendukung
        if d is None:
            continue
        key = (d.indikator, d.subbagian, d.periode, name_key(d.berkas))
        if key in seen:
            yield Rule.TERCATAT_DUA_KALI.at(d.location, berkas=d.berkas, indikator=d.indikator)
        seen.add(key)


def tanggal_is_in_the_year(v: View) -> Iterator[Temuan]:
    """Last year's document proves last year's work."""
    tahun = v.pengaturan.tahun
    for c in v.cocok:
        d = c.data_pendukung
        if tahun and d and d.tanggal and d.tanggal.year != tahun:
            yield Rule.TANGGAL_DI_LUAR.at(
                d.location, berkas=d.berkas, tanggal=tanggal(d.tanggal), tahun=tahun
            )


def files_are_readable(v: View) -> Iterator[Temuan]:
    """A file must be one, have content, and be what its name says."""
    for b in v.rekap.berkas:
        ekstensi = extension(b.nama)
        if not b.biasa:
            yield Rule.DATA_PENDUKUNG_BUKAN_BERKAS.at(where(b), berkas=b.nama)
        elif b.ukuran == 0:
            yield Rule.DATA_PENDUKUNG_NOL.at(where(b), berkas=b.nama)
        elif b.cacat or is_shortcut(b):
            continue  # said better by ``isi_berkas``
        elif ekstensi in KNOWN and SAME.get(b.isi, b.isi) != SAME.get(ekstensi, ekstensi):
            isi = f" ({b.isi.upper()})" if b.isi else ""
            yield Rule.ISI_LAIN_DARI_NAMA.at(
                where(b), berkas=b.nama, ekstensi=ekstensi.upper(), isi=isi
            )


def files_are_acceptable(v: View) -> Iterator[Temuan]:
    """The applications to be fed take few kinds of file, and no large ones."""
    p = v.pengaturan
    for b in v.rekap.berkas:
        if extension(b.nama) not in p.ekstensi and not is_shortcut(b) and not is_closed(b):
            diterima = ", ".join(p.ekstensi)
            yield Rule.EKSTENSI_LAIN.at(where(b), berkas=b.nama, diterima=diterima)
        if Decimal(b.ukuran) / MEGABYTE > p.batas_mb:
            yield Rule.DATA_PENDUKUNG_BESAR.at(
                where(b),
                berkas=b.nama,
                ukuran=number(Decimal(b.ukuran) / MEGABYTE),
                batas=number(p.batas_mb),
            )


def files_are_not_copies(v: View) -> Iterator[Temuan]:
    """The same bytes under two names are one piece of evidence."""
    first: dict[str, Berkas] = {}
    for b in v.rekap.berkas:
        if not b.biasa or b.ukuran == 0:
            continue
        other = first.setdefault(b.sha256, b)
        if other is not b:
            lain = f"{other.folder}/{other.nama}"
            yield Rule.DATA_PENDUKUNG_DIPAKAI_ULANG.at(where(b), berkas=b.nama, lain=lain)


CHECKS: tuple[Check, ...] = (
    realisasi_has_data_pendukung,
    syarat_is_met,
    listed_is_on_disk,
    on_disk_is_listed,
    listed_is_a_file,
    listed_is_listed_once,
    tanggal_is_in_the_year,
    files_are_readable,
    files_are_acceptable,
    files_are_not_copies,
)
