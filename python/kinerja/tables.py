"""The rows of the sheets that kinerja works out: Rekap, Data Pendukung, Catatan, all others.

Derived from the Rekap each time; what people decided is in ``state``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kinerja.beranda import beranda_pages
from kinerja.grid import Value
from kinerja.hasil import Hasil, hasil_of
from kinerja.inventory import Cocok, Keadaan, replaced
from kinerja.jam_sop import jam_sop_rows
from kinerja.jawaban import letak_text, realisasi_rows
from kinerja.kelengkapan import kelengkapan_rows
from kinerja.lembar_subbagian import isian_pages
from kinerja.merge import latest
from kinerja.model import EXCUSED
from kinerja.printing import shown
from kinerja.progress import status_page
from kinerja.registers import disposisi_rows, distribusi_rows, surat_edaran_rows
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.sop import JAM_SOP
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.table import Page, Rows
from kinerja.state import catatan_rows, kiriman_rows, terbit_rows
from kinerja.temuan import Temuan
from kinerja.values import target_text
from kinerja.view import View, view_of


def pages(rekap: Rekap, temuan: Iterable[Temuan]) -> tuple[Page, ...]:
    """Every sheet that kinerja writes in the master, with its rows.

    ``temuan`` are those of the checks; those of returned files are added, as long as no
    newer file came back for the same form.
    """
    view, stand = view_of(rekap), standing(rekap, temuan)
    return (
        Page(master.FORMULIR, terbit_rows(rekap)),
        Page(master.KIRIMAN, kiriman_rows(rekap)),
        Page(master.REALISASI, realisasi_rows(rekap)),
        Page(master.rekap_sheet(rekap.pengaturan.siklus), list(rekap_rows(view))),
        Page(master.KELENGKAPAN, list(kelengkapan_rows(view))),
        Page(master.DATA_PENDUKUNG, data_pendukung_rows(view)),
        Page(master.CATATAN, catatan_rows(stand, rekap.file)),
        Page(DISPOSISI, disposisi_rows(rekap)),
        Page(SURAT_EDARAN, surat_edaran_rows(rekap)),
        Page(DISTRIBUSI, distribusi_rows(rekap)),
        status_page(rekap),
        Page(JAM_SOP, jam_sop_rows(rekap)),
        *isian_pages(view),
        *beranda_pages(view, [t for t, _ in stand]),
    )


def standing(rekap: Rekap, temuan: Iterable[Temuan]) -> list[tuple[Temuan, str]]:
    """Every Temuan that stands, with the sha256 of the file whose reading made it."""
    of_files = [(t, k.identitas.sha256) for k in latest(rekap) for t in k.temuan]
    return [*of_files, *((t, "") for t in temuan)]


def rekap_rows(view: View) -> Iterator[list[Value]]:
    """Target, Realisasi and Capaian of every Indikator."""
    for h in hasil_of(view.rekap, view.answers):
        i = h.indikator
        one, two = h.nilai_semester
        yield [
            i.sasaran,
            i.kode,
            i.uraian,
            i.penanggung_jawab,
            i.satuan,
            i.konsolidasi.value,
            *(_periode_cell(h, p) for p in range(view.pengaturan.siklus)),
            shown(one),
            shown(two),
            shown(h.tahun),
            i.target if isinstance(i.target, Decimal) else target_text(i.target),
            shown(h.capaian),
            shown(h.capaian_asli),
            h.predikat,
        ]


def _periode_cell(h: Hasil, p: int) -> Value:
    answer = h.answers[p]
    if answer and answer.status in EXCUSED:
        return answer.status.value
    return shown(h.nilai_periode[p])


def data_pendukung_rows(view: View) -> Rows:
    """The inventory: required, listed and found beside each other."""
    lines = [*view.cocok, *replaced(view.rekap)]
    return [_inventory_row(c) for c in sorted(lines, key=_order)]


def _order(c: Cocok) -> tuple[int, str, str, bool]:
    return c.periode or 0, c.subbagian, c.indikator, c.keadaan is not Keadaan.COCOK


def _inventory_row(c: Cocok) -> list[Value]:
    d, b = c.data_pendukung, c.berkas
    jenis = d.jenis if d else c.syarat.jenis if c.syarat else ""
    return [
        c.indikator,
        c.subbagian,
        Decimal(c.periode) if c.periode else None,
        c.keadaan.value,
        jenis,
        d.berkas if d else f"{b.folder}/{b.nama}" if b else "",
        d.tanggal if d else None,
        d.keterangan if d else "",
        Decimal(b.ukuran) if b else None,
        Decimal(b.halaman) if b and b.halaman is not None else None,
        b.sha256 if b else "",
        d.sha256 if d else "",
        letak_text({"berkas": d.location}) if d else "",
    ]
