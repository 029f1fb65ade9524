"""The rows of the sheets that kinerja works out: Rekap, Data Pendukung, Catatan, all others.

Derived from the Rekap each time; what people decided is in ``state``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kinerja.beranda import beranda_pages
from kinerja.entri_lembar import entri_pages
from kinerja.grid import Value
from kinerja.hasil import Hasil, hasil_of
from kinerja.inventaris_rows import data_pendukung_page
from kinerja.jam_sop import jam_sop_rows
from kinerja.jawaban import realisasi_rows
from kinerja.kelengkapan import kelengkapan_rows
from kinerja.lembar_subbagian import isian_pages
from kinerja.merge import latest
from kinerja.model import EXCUSED
from kinerja.mutakhir import laporan_rows
from kinerja.pengecualian import counted, naming, pengecualian_rows, reasons
from kinerja.perbaikan import perbaikan_rows
from kinerja.printing import shown
from kinerja.progress import status_page
from kinerja.registers import disposisi_rows, distribusi_rows, surat_edaran_rows
from kinerja.rekap import Rekap
from kinerja.sheets import master
from kinerja.sheets.distribusi import DISTRIBUSI
from kinerja.sheets.sop import JAM_SOP
from kinerja.sheets.surat import DISPOSISI, SURAT_EDARAN
from kinerja.sheets.table import Page
from kinerja.sheets.terbitan import LAPORAN_TERBIT
from kinerja.sheets.verifikasi import PENGECUALIAN, PERBAIKAN, VERIFIKASI
from kinerja.state import catatan_rows, kiriman_rows, terbit_rows
from kinerja.temuan import Temuan
from kinerja.values import target_text
from kinerja.verifikasi import orders_are_obeyed, verifikasi_rows
from kinerja.view import View, view_of


def pages(rekap: Rekap, temuan: Iterable[Temuan]) -> tuple[Page, ...]:
    """Every sheet that kinerja writes in the master, with its rows.

    ``temuan`` are those of the checks; those of returned files are added, as long as no
    newer file came back for the same form.
    """
    view, stand = view_of(rekap), standing(rekap, temuan)
    open_ = counted(rekap, (t for t, _ in stand))
    laporan = laporan_rows(rekap, open_)
    return (
        Page(master.FORMULIR, terbit_rows(rekap)),
        Page(master.KIRIMAN, kiriman_rows(rekap)),
        *merged_pages(view, stand),
        Page(LAPORAN_TERBIT, laporan),
        Page(VERIFIKASI, verifikasi_rows(rekap, open_)),
        Page(PERBAIKAN, perbaikan_rows(rekap, [t for t, _ in stand])),
        Page(PENGECUALIAN, pengecualian_rows(rekap)),
        Page(DISPOSISI, disposisi_rows(rekap)),
        Page(SURAT_EDARAN, surat_edaran_rows(rekap)),
        Page(DISTRIBUSI, distribusi_rows(rekap)),
        status_page(rekap),
        Page(JAM_SOP, jam_sop_rows(rekap)),
        *entri_pages(view),
        *isian_pages(view),
        *beranda_pages(view, open_, laporan),
    )


def merged_pages(view: View, stand: Sequence[tuple[Temuan, str]]) -> tuple[Page, ...]:
    """The merged tables, which the annex of the report prints too; ``stand`` is all."""
    rekap = view.rekap
    return (
        Page(master.REALISASI, realisasi_rows(rekap)),
        Page(master.rekap_sheet(rekap.pengaturan.siklus), list(rekap_rows(view))),
        Page(master.KELENGKAPAN, list(kelengkapan_rows(view))),
        data_pendukung_page(view),
        catatan_page(rekap, stand),
    )


def catatan_page(rekap: Rekap, stand: Sequence[tuple[Temuan, str]]) -> Page:
    """All that stands, with what was let stand for a reason."""
    rows = catatan_rows(stand, rekap.file, naming(rekap), reasons(rekap))
    return Page(master.CATATAN, rows)


def standing(rekap: Rekap, temuan: Iterable[Temuan]) -> list[tuple[Temuan, str]]:
    """Every Temuan that stands, with the sha256 of the file whose reading made it."""
    of_files = [(t, k.identitas.sha256) for k in latest(rekap) for t in k.temuan]
    found = [*of_files, *((t, "") for t in temuan)]
    orders = orders_are_obeyed(rekap, [t for t, _ in found])
    return [*found, *((t, "") for t in orders)]


def still_open(rekap: Rekap, temuan: Iterable[Temuan]) -> list[Temuan]:
    """Every Temuan that stands and that nobody has excused with a reason."""
    return counted(rekap, (t for t, _ in standing(rekap, temuan)))


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
