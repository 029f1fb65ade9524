"""What is given back to be mended: which form, which of its cells, until when.

A Subbagian gets its own file back with a note on each cell that something is wrong with.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja.grid import Value
from kinerja.kalender import deadline
from kinerja.model import Location
from kinerja.model_verifikasi import Perbaikan, Permintaan, Tahapan
from kinerja.naskah import perencana, sebutan
from kinerja.pengecualian import Named, naming
from kinerja.printing import hari_tanggal, tanggal
from kinerja.registers import day
from kinerja.rekap import Kiriman, Rekap
from kinerja.sheets.folders import kembalikan_folder
from kinerja.sheets.formulir import DATA_PENDUKUNG, ISIAN, NARASI
from kinerja.sheets.table import Link, normal
from kinerja.sheets.verifikasi import (
    CATATAN_SEL,
    JUDUL_KEMBALI,
    KODE_PERBAIKAN,
    PENGANTAR,
)
from kinerja.state import SYMBOLS, place_in
from kinerja.temuan import Temuan, worst_first
from kinerja.verifikasi import standings

TYPED = ("R", "D")  # the families of Temuan about what a Subbagian typed
PLAIN, MACROS = ".xlsx", ".xlsm"
SHEETS = frozenset(normal(name) for name in (ISIAN, NARASI, DATA_PENDUKUNG))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kembalian:
    """One workbook to be given back: whose, a copy of which file, and what is to be mended."""

    permintaan: Permintaan
    kiriman: Kiriman  # the file it is a copy of
    perbaikan: tuple[Perbaikan, ...]
    temuan: tuple[Temuan, ...]  # in the same order
    batas: date


def due_back(
    rekap: Rekap, temuan: Iterable[Temuan], gone: Container[str] = ()
) -> tuple[Kembalian, ...]:
    """Every form that has cells to be mended, with a new deadline in working days.

    One that was given back is not given back again before something else is wrong with it
    or another file came back for it; but if its workbook is ``gone`` from the folder, the
    same is made anew, with the deadline it had. ``temuan`` are all that stand.
    """
    name = naming(rekap)
    found = []
    for k in standings(rekap, temuan):
        if k.tahapan is Tahapan.PERLU_PERBAIKAN:
            slot = (k.verifikasi.subbagian, k.verifikasi.periode)
            wrong = _once(name, (t for t in k.temuan if normal(t.location.sheet) in SHEETS))
            given = _given(rekap, slot, [number for number, _ in wrong])
            if wrong and (given is None or given.berkas in gone):
                found.append(_kembalian(rekap, slot, wrong, given))
    return tuple(found)


def _once(name: Named, temuan: Iterable[Temuan]) -> Sequence[tuple[str, Temuan]]:
    """Each Temuan of what was typed in a cell by its number, the heaviest first.

    What is wrong with the form itself, such as an old Revisi, nobody mends by typing.
    """
    typed = (t for t in worst_first(temuan) if t.location.cell and t.rule.code[0] in TYPED)
    return list({name(t): t for t in typed}.items())


def _latest(rekap: Rekap, slot: tuple[str, int]) -> Kiriman:
    """The file of a form that counts most."""
    own = [
        k
        for k in rekap.accepted()
        if k.formulir and (k.formulir.subbagian, k.formulir.periode) == slot
    ]
    return own[-1]


def _before(rekap: Rekap, slot: tuple[str, int]) -> Permintaan | None:
    return next((g for g in rekap.permintaan if (g.subbagian, g.periode) == slot), None)


def _given(rekap: Rekap, slot: tuple[str, int], numbers: Sequence[str]) -> Permintaan | None:
    """The copy of the same file in which the same was given back, and is open since."""
    before = _before(rekap, slot)
    if before is None or before.dasar != _latest(rekap, slot).identitas.sha256:
        return None
    asked = {
        p.id
        for p in rekap.perbaikan
        if (p.subbagian, p.periode, p.putaran) == (*slot, before.putaran) and not p.selesai
    }
    return before if set(numbers) <= asked else None


def _kembalian(
    rekap: Rekap,
    slot: tuple[str, int],
    wrong: Sequence[tuple[str, Temuan]],
    again: Permintaan | None,
) -> Kembalian:
    assert rekap.kini
    subbagian, p = slot
    kiriman, before = _latest(rekap, slot), _before(rekap, slot)
    putaran = again.putaran if again else before.putaran + 1 if before else 1
    batas = day(again.batas) if again else None
    batas = batas or deadline(rekap, rekap.kini.date(), rekap.pengaturan.hari_isi).tanggal
    name = JUDUL_KEMBALI.format(n=putaran, nama=_plain(rekap, slot))
    folder = kembalikan_folder(rekap.pengaturan.siklus, p)
    return Kembalian(
        permintaan=Permintaan(
            periode=p,
            subbagian=subbagian,
            putaran=putaran,
            dasar=kiriman.identitas.sha256,
            berkas=f"{folder}/{subbagian}/{name}{_ending(kiriman)}",
            sha256="",
            dikembalikan=again.dikembalikan if again else rekap.kini,
            batas=batas,
        ),
        kiriman=kiriman,
        perbaikan=tuple(_perbaikan(slot, putaran, number, t) for number, t in wrong),
        temuan=tuple(t for _, t in wrong),
        batas=batas,
    )


def _ending(kiriman: Kiriman) -> str:
    """That of the file itself: Excel opens none whose name says otherwise than its bytes."""
    return MACROS if kiriman.identitas.berkas.casefold().endswith(MACROS) else PLAIN


def _plain(rekap: Rekap, slot: tuple[str, int]) -> str:
    """What the form is called, whatever its file was renamed to."""
    subbagian, p = slot
    forms = [t for t in rekap.terbit if (t.formulir.subbagian, t.formulir.periode) == slot]
    known = f"{subbagian} {rekap.periode_name(p)} {rekap.pengaturan.tahun}"
    return forms[-1].berkas.rpartition(".")[0] if forms else known


def _perbaikan(slot: tuple[str, int], putaran: int, number: str, t: Temuan) -> Perbaikan:
    return Perbaikan(
        id=number,
        periode=slot[1],
        subbagian=slot[0],
        putaran=putaran,
        kode=t.rule.code,
        lembar=t.location.sheet,
        sel=t.location.cell,
        pesan=t.message,
        cara=t.remedy,
    )


def notes(k: Kembalian) -> Mapping[tuple[str, str], str]:
    """The note of every cell, by sheet and cell; all that is wrong with it in one note."""
    found: dict[tuple[str, str], list[str]] = {}
    for p in k.perbaikan:
        text = " ".join(CATATAN_SEL.format(id=p.id, pesan=p.pesan, cara=p.cara).split())
        found.setdefault((p.lembar, p.sel), []).append(text)
    return {cell: "\n".join(texts) for cell, texts in found.items()}


def rows(k: Kembalian) -> Sequence[Sequence[Value]]:
    """The rows of the sheet “Perbaikan” in the workbook that is given back."""
    return [
        [
            p.id,
            f"{SYMBOLS[t.rule.severity]} {t.rule.severity.value}",
            Link(place_in(Location("", p.lembar, t.location.row, t.location.column))),
            p.pesan,
            p.cara,
            p.tanggapan,
        ]
        for p, t in zip(k.perbaikan, k.temuan, strict=True)
    ]


def lines(rekap: Rekap, k: Kembalian) -> Sequence[str]:
    """What stands above those rows: whose it is, what to do until when, and its code."""
    g = k.permintaan
    facts = {
        "satker": rekap.pengaturan.satker,
        "periode": rekap.periode_name(g.periode),
        "tahun": rekap.pengaturan.tahun,
        "subbagian": rekap.named(g.subbagian).nama,
        "n": g.putaran,
        "jumlah": len(notes(k)),
        "batas": tanggal(k.batas),
    }
    said = (line.format(**facts) for line in PENGANTAR)
    return (*said, KODE_PERBAIKAN.format(dasar=g.dasar))


def given(rekap: Rekap, made: Iterable[tuple[Kembalian, str]]) -> Rekap:
    """The Rekap in which these workbooks, each of this sha256, have been given back."""
    new = {(k.permintaan.subbagian, k.permintaan.periode): (k, sha) for k, sha in made}
    others = [g for g in rekap.permintaan if (g.subbagian, g.periode) not in new]
    own = (replace(k.permintaan, sha256=sha) for k, sha in new.values())
    return replace(
        rekap,
        permintaan=(*others, *own),
        perbaikan=(*rekap.perbaikan, *_added(rekap, (k for k, _ in new.values()))),
    )


def _added(rekap: Rekap, made: Iterable[Kembalian]) -> Iterator[Perbaikan]:
    known = {(p.id, p.putaran) for p in rekap.perbaikan}
    for k in made:
        yield from (p for p in k.perbaikan if (p.id, p.putaran) not in known)


# ---- the message beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class PesanKembalikan:
    """All that the message may say, already printed; the fields of pesan_kembalikan.txt."""

    satker: str
    tahun: str
    periode: str
    subbagian: str
    kepala: str
    berkas: str
    putaran: int
    jumlah: int
    catatan: tuple[str, ...]
    batas: str
    pengirim: str
    pengelola: str
    kontak: str


def pesan(rekap: Rekap, k: Kembalian) -> PesanKembalikan:
    """What one Subbagian is told about its file that comes back."""
    g, p = k.permintaan, rekap.pengaturan
    asked, sender = rekap.named(g.subbagian), perencana(rekap)
    return PesanKembalikan(
        satker=p.satker,
        tahun=str(p.tahun),
        periode=sebutan(p.siklus, g.periode),
        subbagian=asked.nama,
        kepala=asked.kepala,
        berkas=g.berkas.rpartition("/")[2],
        putaran=g.putaran,
        jumlah=len(notes(k)),
        catatan=tuple(f"{m.lembar}!{m.sel}: {m.pesan} {m.cara}" for m in k.perbaikan),
        batas=hari_tanggal(k.batas),
        pengirim=sender.nama if sender else p.satker,
        pengelola=p.pengelola,
        kontak=p.kontak,
    )
