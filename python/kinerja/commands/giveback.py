"""Kembalikan: the Subbagian's own file back, with a note on each cell to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinerja.adapters import files, mail, plain_text
from kinerja.adapters.marking import marked
from kinerja.adapters.parts import BrokenPackageError
from kinerja.commands.letters import check_register, text_template
from kinerja.commands.order import Order, rekap_of
from kinerja.commands.publishing import digest_of, publish
from kinerja.giveback import Kembalian, due_back, given, lines, notes, pesan, rows
from kinerja.model import Location
from kinerja.outcome import Outcome
from kinerja.rekap import Rekap
from kinerja.sheets.folders import ARSIP
from kinerja.sheets.verifikasi import (
    LEMBAR_PERBAIKAN,
    PERIHAL_KEMBALI,
    RINCI_KEMBALI,
    VERIFIKASI,
)
from kinerja.surel import addresses
from kinerja.tables import pages, still_open
from kinerja.temuan import Rule, Temuan
from kinerja.verify import verify as verified

TEMPLAT_PESAN = "pesan_kembalikan.txt"


@dataclass(frozen=True, slots=True)
class Made:
    """The workbook that is given back, or why there is none."""

    kembalian: Kembalian
    data: bytes = b""
    temuan: tuple[Temuan, ...] = ()


def giveback(order: Order) -> Outcome:
    """Give back every form in which a cell is to be mended, once for what is wrong with it.

    Each is a copy of the file that came back, its cells untouched, in the folder
    Kembalikan with the draft of a message. What came back is never changed. Pressed twice
    it changes nothing, unless a copy is gone from the folder.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        check_register(VERIFIKASI, problems)
        gone = {g.berkas for g in rekap.permintaan if not (order.folder / g.berkas).exists()}
        found = due_back(rekap, still_open(rekap, [*problems, *verified(rekap)]), gone)
        made = [_made(order, rekap, k) for k in found]
        whole = [m for m in made if m.data]
        written = {name: data for m in whole for name, data in _files(order, rekap, m).items()}
        new = given(rekap, [(m.kembalian, digest_of(m.data)) for m in whole])
        outcome = Outcome(
            command="giveback",
            counts={
                "dikembalikan": len(whole),
                "catatan_sel": sum(len(notes(m.kembalian)) for m in whole),
            },
            temuan=tuple(t for m in made for t in m.temuan),
            rincian=tuple(_line(rekap, m.kembalian) for m in whole),
            berkas=tuple(written),
            coba=order.coba,
        )
        if not order.agree(outcome):
            return replace(outcome, declined=True, berkas=())
        publish(order, written)
        keluar = {name: digest_of(data) for name, data in written.items()}
        order.write(outcome, pages(new, [*problems, *verified(new)]), rekap, keluar=keluar)
    return outcome


def _made(order: Order, rekap: Rekap, k: Kembalian) -> Made:
    """The copy with its notes, from the archive where every original is kept."""
    sha256, name = k.kiriman.identitas.sha256, k.kiriman.identitas.berkas
    kept = sorted((order.folder / ARSIP).glob(f"{sha256}*"))  # with the ending it came with
    data = files.read_whole(kept[0] if kept else order.folder / ARSIP / sha256)
    here = Location(name)
    if isinstance(data, Temuan) or digest_of(data) != sha256:
        return Made(k, temuan=(Rule.ASLI_TIDAK_ADA.at(here, berkas=name),))
    try:
        copy = marked(data, notes(k), LEMBAR_PERBAIKAN, rows(k), lines(rekap, k))
    except BrokenPackageError:
        return Made(k, temuan=(Rule.ASLI_TIDAK_DAPAT_DITANDAI.at(here, berkas=name),))
    return Made(k, copy)


def _files(order: Order, rekap: Rekap, m: Made) -> Mapping[str, bytes]:
    """The workbook, and a message about it as text and, with an address, as a draft."""
    path, said = m.kembalian.permintaan.berkas, pesan(rekap, m.kembalian)
    text = plain_text.render(text_template(order, TEMPLAT_PESAN), said, TEMPLAT_PESAN)
    stem = path.rpartition(".")[0]
    found = {path: m.data, f"{stem}.txt": plain_text.encoded(text)}
    subbagian = rekap.named(m.kembalian.permintaan.subbagian)
    if kepada := addresses(subbagian.surel):
        subject = PERIHAL_KEMBALI.format(periode=said.periode, tahun=said.tahun)
        attached = {said.berkas: m.data}
        found[f"{stem}.eml"] = mail.eml(kepada, subject, text, attached)
    return found


def _line(rekap: Rekap, k: Kembalian) -> str:
    g = k.permintaan
    return RINCI_KEMBALI.format(
        subbagian=g.subbagian,
        periode=rekap.periode_name(g.periode),
        n=len(notes(k)),
        batas=pesan(rekap, k).batas,
    )
