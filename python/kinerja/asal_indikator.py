"""Where the figures of every Indikator come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja import periode
from kinerja.asal import Asal, Bentuk, Isi
from kinerja.asal_sasaran import BATAS, RUMUS, scale
from kinerja.capaian import nilai_of
from kinerja.hasil import Hasil
from kinerja.jawaban import cells_of
from kinerja.model import (
    EXCUSED,
    Indikator,
    Jenis,
    Konsolidasi,
    Location,
    Realisasi,
    Riwayat,
)
from kinerja.sheets.dari_mana import Aturan, Nama
from kinerja.sheets.master import RIWAYAT, rekap_sheet
from kinerja.sheets.table import HEADING_ROW, declared_headings
from kinerja.values import significant
from kinerja.view import View

Cells = Mapping[str, Location]


@dataclass(frozen=True, slots=True)
class Places:
    """A View, and the cells of the master in which answers and results stand."""

    view: View
    answers: Mapping[tuple[str, str, int, str], Cells]
    results: Mapping[str, Cells]  # in the sheet “Rekap”, by kode

    def of(self, answer: Realisasi | None, field: str) -> Location | None:
        """The cell of a field of an answer."""
        if answer is None:
            return None
        key = (answer.indikator, answer.subbagian, answer.periode, answer.sha256)
        return self.answers.get(key, {}).get(field)


def places_of(view: View) -> Places:
    """The cells, as they are once the sheets are written."""
    answers = {
        (r.indikator, r.subbagian, r.periode, r.sha256): cells
        for r, cells in cells_of(view.rekap)
    }
    sheet = rekap_sheet(view.pengaturan.siklus)
    heads = declared_headings(sheet, view.rekap.file)
    results = {
        i.kode: {
            key: Location(at.file, at.sheet, HEADING_ROW + n, at.column)
            for key, at in heads.items()
        }
        for n, i in enumerate(view.rekap.indikator, start=1)
    }
    return Places(view, answers, results)


def of_indikator(places: Places, hasil: Hasil) -> Iterator[Asal]:
    """Everything that is known and worked out of one Indikator."""
    yield from _definition(hasil.indikator)
    for p in periode.of_year(places.view.pengaturan.siklus):
        yield from _periode(places, hasil, p)
    yield from _year(places, hasil)
    yield from _measured(places, hasil)
    yield from _compared(places, hasil)


def _definition(i: Indikator) -> Iterator[Asal]:
    """What the planner filled for it, of the year."""
    for part, nama, isi, column in (
        ("target", Nama.TARGET, i.target, "target"),
        ("polaritas", Nama.POLARITAS, str(i.polaritas), "polaritas"),
        ("bobot", Nama.BOBOT, i.bobot, "bobot"),
        ("renstra", Nama.RENSTRA, i.target_renstra, "target_renstra"),
        ("nasional", Nama.NASIONAL, i.standar_nasional, "standar_nasional"),
    ):
        yield Asal(
            kunci=f"{i.kode}/{part}",
            nama=nama.format(kode=i.kode),
            aturan=Aturan.MASTER,
            isi=isi,
            satuan=i.satuan,
            sel=i.letak.get(column),
        )


def _periode(places: Places, hasil: Hasil, p: int) -> Iterator[Asal]:
    """The Target and the answer of one Periode, and its Capaian."""
    i, name = hasil.indikator, places.view.periode_name(p)
    words = {"kode": i.kode, "periode": name}
    head = f"{i.kode}/{name}"
    yield Asal(
        kunci=f"{head}/target",
        nama=Nama.TARGET_PERIODE.format(**words),
        aturan=Aturan.MASTER,
        isi=i.target_periode[p - 1] if p <= len(i.target_periode) else None,
        satuan=i.satuan,
        sel=i.letak.get(f"target_{p}"),
    )
    yield from _answer(places, hasil, p)
    yield Asal(
        kunci=f"{head}/capaian",
        nama=Nama.CAPAIAN_PERIODE.format(**words),
        aturan=Aturan.CAPAIAN,
        dari=(head, f"{head}/target", f"{i.kode}/polaritas", RUMUS),
        bentuk=Bentuk.PERSEN,
    )


def of_answers(places: Places, hasil: Hasil) -> Iterator[Asal]:
    """Only what the Subbagian answered for one Indikator."""
    for p in periode.of_year(places.view.pengaturan.siklus):
        yield from _answer(places, hasil, p)


def _answer(places: Places, hasil: Hasil, p: int) -> Iterator[Asal]:
    """The Nilai of one Periode; that of a rasio follows from what was typed beside it."""
    i, answer = hasil.indikator, hasil.answers[p - 1]
    words = {"kode": i.kode, "periode": places.view.periode_name(p)}
    head = f"{i.kode}/{words['periode']}"
    nama = Nama.REALISASI_PERIODE.format(**words)
    excused = answer.status if answer and answer.status in EXCUSED else None
    if i.jenis is Jenis.RASIO:
        for field, of in (
            ("status", Nama.STATUS),
            ("x", Nama.PEMBILANG),
            ("y", Nama.PENYEBUT),
        ):
            typed: Isi = excused if field == "status" else getattr(answer, field, None)
            yield Asal(
                kunci=f"{head}/{field}",
                nama=of.format(**words),
                aturan=Aturan.ISIAN,
                isi=typed,
                bentuk=Bentuk.ANGKA,
                sel=places.of(answer, field),
                jawaban=answer,
                kolom=field,
            )
    if _follows(i, answer):
        yield Asal(
            kunci=head,
            nama=nama,
            aturan=Aturan.RASIO,
            dari=tuple(f"{head}/{field}" for field in ("status", "x", "y")),
            satuan=i.satuan,
            sel=places.of(answer, "nilai"),
        )
        return
    yield Asal(
        kunci=head,
        nama=nama,
        aturan=Aturan.ISIAN,
        isi=excused or (answer.nilai if answer else None),
        satuan=i.satuan,
        sel=places.of(answer, "status" if excused else "nilai"),
        jawaban=answer,
        kolom="status" if excused else "nilai",
    )


def _follows(i: Indikator, answer: Realisasi | None) -> bool:
    """Whether the Nilai is that of x and y, and was not typed beside them."""
    if i.jenis is not Jenis.RASIO:
        return False
    if answer is None or answer.nilai is None:
        return True
    made = nilai_of(i, None, answer.x, answer.y)
    return isinstance(made, Decimal) and significant(made) == significant(
        Decimal(answer.nilai)
    )


ROLLED = {
    Konsolidasi.TERAKHIR: Aturan.TERAKHIR,
    Konsolidasi.MAKSIMUM: Aturan.MAKSIMUM,
    Konsolidasi.RERATA: Aturan.RERATA,
}


def rolled(i: Indikator, names: Sequence[str]) -> tuple[Aturan, tuple[str, ...]]:
    """How several Periode make one figure, and all that it is made of."""
    heads = tuple(f"{i.kode}/{name}" for name in names)
    if i.konsolidasi is not Konsolidasi.JUMLAH:
        return ROLLED[i.konsolidasi], heads
    if i.jenis is Jenis.RASIO:
        return Aturan.JUMLAH_RASIO, tuple(
            key for head in heads for key in (head, f"{head}/x", f"{head}/y")
        )
    return Aturan.TANPA_JUMLAH if i.jenis is Jenis.PERSEN else Aturan.JUMLAH, heads


def _year(places: Places, hasil: Hasil) -> Iterator[Asal]:
    """Both Semester, what they make together, and the year on its own."""
    i, cells = hasil.indikator, places.results[hasil.indikator.kode]
    names = [places.view.periode_name(p) for p in periode.of_year(len(hasil.answers))]
    half = len(names) // 2
    spans = (
        ("S1", Nama.SEMESTER, names[:half], "semester_1", 1),
        ("S2", Nama.SEMESTER, names[half:], "semester_2", 2),
        ("gabungan", Nama.GABUNGAN, names, "tahun", 0),
        ("tahun", Nama.TAHUN, names, "tahun", 0),
    )
    for part, nama, own, column, semester in spans:
        aturan, dari = rolled(i, own)
        words = {"kode": i.kode, "semester": semester}
        yield Asal(
            kunci=f"{i.kode}/{part}",
            nama=nama.format(**words),
            aturan=aturan,
            dari=dari,
            satuan=i.satuan,
            sel=cells[column],
        )
        if semester:
            yield Asal(
                kunci=f"{i.kode}/{part}/terisi",
                nama=Nama.ISI_SEMESTER.format(**words),
                aturan=Aturan.TERISI,
                dari=tuple(f"{i.kode}/{name}" for name in own),
                bentuk=Bentuk.ANGKA,
            )


def _measured(places: Places, hasil: Hasil) -> Iterator[Asal]:
    """Capaian before and after the cap, its word, and what it lacks."""
    kode, cells = hasil.indikator.kode, places.results[hasil.indikator.kode]
    raw = f"{kode}/capaian asli"
    target = (f"{kode}/tahun", f"{kode}/target", f"{kode}/polaritas", RUMUS)
    for kunci, nama, aturan, dari, column in (
        (raw, Nama.CAPAIAN_ASLI, Aturan.CAPAIAN, target, "capaian_asli"),
        (f"{kode}/capaian", Nama.CAPAIAN, Aturan.BATAS, (raw, BATAS), "capaian"),
        (
            f"{kode}/predikat",
            Nama.PREDIKAT,
            Aturan.PREDIKAT,
            (f"{kode}/capaian", *scale(places.view)),
            "predikat",
        ),
        (f"{kode}/kurang", Nama.KURANG, Aturan.KURANG, (raw,), "capaian_asli"),
    ):
        yield Asal(
            kunci=kunci,
            nama=nama.format(kode=kode),
            aturan=aturan,
            dari=dari,
            bentuk=Bentuk.PERSEN,
            sel=cells[column],
        )


def _compared(places: Places, hasil: Hasil) -> Iterator[Asal]:
    """Beside earlier years, the end of the Renstra, the national standard."""
    i, view = hasil.indikator, places.view
    last = view.pengaturan.tahun - 1
    before = {last: Riwayat(indikator=i.kode, tahun=last, target=None, realisasi=None)}
    for r in reversed(view.rekap.riwayat):  # of two for one year the first counts
        if r.indikator == i.kode:
            before[r.tahun] = r
    for r in before.values():
        yield from _before(view, i, r)
    yield Asal(
        kunci=f"{i.kode}/perubahan",
        nama=Nama.PERUBAHAN.format(kode=i.kode, tahun=last),
        aturan=Aturan.SELISIH,
        dari=(f"{i.kode}/tahun", f"{i.kode}/{last}/realisasi"),
        bentuk=Bentuk.SELISIH,
    )
    for part, nama in (
        ("renstra", Nama.RENSTRA_CAPAIAN),
        ("nasional", Nama.NASIONAL_CAPAIAN),
    ):
        yield Asal(
            kunci=f"{i.kode}/{part}/capaian",
            nama=nama.format(kode=i.kode),
            aturan=Aturan.CAPAIAN,
            dari=(f"{i.kode}/tahun", f"{i.kode}/{part}", f"{i.kode}/polaritas"),
            bentuk=Bentuk.PERSEN,
        )


def _before(view: View, i: Indikator, r: Riwayat) -> Iterator[Asal]:
    head = f"{i.kode}/{r.tahun}"
    words = {"kode": i.kode, "tahun": r.tahun}
    for part, nama, isi in (
        ("target", Nama.LALU_TARGET, r.target),
        ("realisasi", Nama.LALU_REALISASI, r.realisasi),
    ):
        yield Asal(
            kunci=f"{head}/{part}",
            nama=nama.format(**words),
            aturan=Aturan.MASTER,
            isi=isi,
            satuan=i.satuan,
            sel=r.letak.get(part) or Location(view.rekap.file, RIWAYAT.name),
        )
    yield Asal(
        kunci=f"{head}/capaian",
        nama=Nama.LALU_CAPAIAN.format(**words),
        aturan=Aturan.CAPAIAN_BATAS,
        dari=(f"{head}/realisasi", f"{head}/target", f"{i.kode}/polaritas", RUMUS, BATAS),
        bentuk=Bentuk.PERSEN,
    )
