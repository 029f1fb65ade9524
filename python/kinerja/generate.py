"""Decide what is in the Formulir of each Subbagian, and whether it has to be made.

A form that exists is never made again with other content: changed definitions make
a new revision, and the old one stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from kinerja.answers import Key, current
from kinerja.inventory import required
from kinerja.isian import PENANGGUNG_JAWAB, PENDUKUNG, Baris, IsiFormulir, definisi
from kinerja.model import Formulir, FormulirTerbit, Indikator, Realisasi, Subbagian
from kinerja.rekap import Rekap
from kinerja.sheets.formulir import isian_sheet
from kinerja.sheets.master import indikator_sheet
from kinerja.temuan import Perubahan


def isi_formulir(rekap: Rekap, p: int) -> tuple[IsiFormulir, ...]:
    """The form of every Subbagian that has a row to fill, in its due revision.

    The revision is 1, or that of the last form made if its definitions still stand,
    or one more.
    """
    answers = current(rekap)
    forms = (_isi(rekap, subbagian, p, answers) for subbagian in rekap.subbagian)
    return tuple(form for form in forms if form.baris)


def _isi(
    rekap: Rekap, subbagian: Subbagian, p: int, answers: Mapping[Key, Realisasi]
) -> IsiFormulir:
    baris = tuple(
        _baris(rekap, i, subbagian.kode, p, answers)
        for i in rekap.indikator
        if subbagian.kode in i.penjawab
    )
    sidik = sidik_of(baris)
    last = last_made(rekap, subbagian.kode, p)
    revisi = 1
    if last:
        revisi = last.formulir.revisi + (last.sidik != sidik)
    formulir = Formulir(
        subbagian=subbagian.kode, tahun=rekap.pengaturan.tahun, periode=p, revisi=revisi
    )
    return IsiFormulir(
        formulir=formulir,
        subbagian=subbagian,
        pengaturan=rekap.pengaturan,
        baris=baris,
        sidik=sidik,
    )


def _baris(
    rekap: Rekap, i: Indikator, subbagian: str, p: int, answers: Mapping[Key, Realisasi]
) -> Baris:
    before = answers.get((i.kode, i.penanggung_jawab, p - 1))
    return Baris(
        indikator=i,
        peran=PENANGGUNG_JAWAB if subbagian == i.penanggung_jawab else PENDUKUNG,
        target=i.target_periode[p - 1] if i.target_periode else None,
        lalu=before.nilai if before else None,
        jawaban=answers.get((i.kode, subbagian, p)),
        syarat=required((s for s in rekap.syarat if s.indikator == i.kode), p),
        rencana_aksi=tuple(
            r
            for r in rekap.rencana_aksi
            if (r.indikator, r.penanggung_jawab) == (i.kode, subbagian)
        ),
    )


def last_made(rekap: Rekap, subbagian: str, p: int) -> FormulirTerbit | None:
    """The form of the highest revision that was made for a Subbagian and a Periode."""
    wanted = (subbagian, rekap.pengaturan.tahun, p)
    made = [
        t
        for t in rekap.terbit
        if (t.formulir.subbagian, t.formulir.tahun, t.formulir.periode) == wanted
    ]
    return max(made, key=lambda t: t.formulir.revisi, default=None)


def unmade(rekap: Rekap, p: int) -> tuple[Subbagian, ...]:
    """Those that have something to fill and no form for it yet."""
    return tuple(s for s in rekap.asked() if last_made(rekap, s.kode, p) is None)


def sidik_of(baris: tuple[Baris, ...]) -> str:
    """A short digest of the definitions of one form."""
    text = repr([definisi(b) for b in baris])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def definition_changes(issued: Iterable[Mapping[str, str]], isi: IsiFormulir) -> str:
    """What differs between the definitions of an older form and this one, in one line."""
    return "; ".join(changed_definitions(issued, isi)) or "–"


def changed_definitions(
    issued: Iterable[Mapping[str, str]], isi: IsiFormulir
) -> tuple[str, ...]:
    """Each difference between the definitions of an older form and this one."""
    old = {row["kode"]: row for row in issued}
    new = {b.indikator.kode: dict(definisi(b)) for b in isi.baris}
    parts = [Perubahan.DIHAPUS.format(kode=kode) for kode in old if kode not in new]
    parts += [Perubahan.DITAMBAH.format(kode=kode) for kode in new if kode not in old]
    for kode, row in new.items():
        for key, value in row.items():
            before = old.get(kode, row).get(key, "")
            if before != value:
                judul, lama, baru = _heading(isi, key), before or "–", value or "–"
                said = Perubahan.DIUBAH.format(judul=judul, kode=kode, lama=lama, baru=baru)
                parts.append(said)
    return tuple(parts)


def _heading(isi: IsiFormulir, key: str) -> str:
    """The heading over a definition; the Jenis is shown in the master only."""
    f, siklus = isi.formulir, isi.pengaturan.siklus
    is_shown = key != "jenis"
    sheet = isian_sheet(siklus, f.tahun, f.periode) if is_shown else indikator_sheet(siklus)
    return sheet.column(key).heading
