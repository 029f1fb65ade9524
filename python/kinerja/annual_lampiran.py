"""The annexes of the annual report: every figure and every file behind it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from kinerja import periode
from kinerja.annual_sasaran import is_rekaan, realisasi_text
from kinerja.asal_rencana import numbered
from kinerja.capaian import roll_up
from kinerja.hasil import Hasil, capaian_periode
from kinerja.inventory import Cocok
from kinerja.laporan import (
    BarisBerkas,
    BarisCatatan,
    BarisDibuka,
    BarisPengecualian,
    BarisPeriode,
    BarisRencana,
    BarisTindakLanjut,
    Bukti,
    Pengukuran,
    TargetRencana,
)
from kinerja.model import EXCUSED, Indikator, Jenis, Nilai, Realisasi, Status
from kinerja.model_verifikasi import Pengecualian
from kinerja.printing import belum, nilai, percent, rupiah, saat, tanggal, ukuran
from kinerja.rekap import Rekap
from kinerja.sheets.laporan import TIDAK_ADA
from kinerja.temuan import Temuan, worst_first
from kinerja.view import View


def pengukuran(view: View, hasil: Hasil) -> Pengukuran:
    """One Indikator over all Periode."""
    i = hasil.indikator
    return Pengukuran(
        kode=i.kode,
        uraian=i.uraian,
        rekaan=is_rekaan(i),
        satuan=i.satuan or TIDAK_ADA,
        penanggung_jawab=view.subbagian_name(i.penanggung_jawab),
        periode=tuple(
            _baris_periode(view, hasil, p) for p in periode.of_year(view.pengaturan.siklus)
        ),
    )


def _baris_periode(view: View, hasil: Hasil, p: int) -> BarisPeriode:
    i, answer, name = hasil.indikator, hasil.answers[p - 1], view.periode_name(p)
    value = answer.nilai if answer else None
    ratio = capaian_periode(i, p, value, view.pengaturan)
    return BarisPeriode(
        periode=name,
        target=_target_text(i, p, answer, name),
        realisasi=_periode_text(answer, i.kode, i.satuan, name),
        capaian=TIDAK_ADA if ratio is None else percent(ratio),
        status=str(answer.status if answer else Status.BELUM),
        alasan=_alasan(answer, i.kode, name),
    )


def _target_text(i: Indikator, p: int, answer: Realisasi | None, name: str) -> str:
    """The Target of a Periode; it is missed only where something was due."""
    target = i.target_periode[p - 1] if p <= len(i.target_periode) else None
    if target is not None:
        return nilai(target, i.satuan)
    if answer is not None and answer.status in EXCUSED:
        return TIDAK_ADA
    return belum("target_periode", kode=i.kode, periode=name)


def _periode_text(answer: Realisasi | None, kode: str, satuan: str, name: str) -> str:
    if answer is not None and answer.nilai is not None:
        return nilai(answer.nilai, satuan)
    if answer is not None and answer.status in EXCUSED:
        return TIDAK_ADA
    return belum("realisasi_periode", kode=kode, periode=name)


def _alasan(answer: Realisasi | None, kode: str, name: str) -> str:
    """The reason given; it is missed only where a status asks for one."""
    if answer is None or (answer.status not in EXCUSED and not answer.alasan):
        return TIDAK_ADA
    return answer.alasan or belum("alasan", kode=kode, periode=name)


def bukti(hasil: Hasil) -> Bukti:
    """Semester 1 combined with Semester 2, beside the year rolled up on its own."""
    i = hasil.indikator
    one, two = hasil.semester
    combined = one.combine(two).nilai(i)
    year = roll_up(hasil.answers).nilai(i)
    values = hasil.nilai_semester
    return Bukti(
        kode=i.kode,
        uraian=i.uraian,
        konsolidasi=str(i.konsolidasi),
        semester_1=_semester_text(hasil, values[0], 1),
        semester_2=_semester_text(hasil, values[1], 2),
        isi_1=one.banyak,
        isi_2=two.banyak,
        gabungan=nilai(combined, i.satuan) if combined is not None else realisasi_text(hasil),
        tahun=nilai(year, i.satuan) if year is not None else realisasi_text(hasil),
        sama=combined == year,
        terhitung=year is not None,
        rasio=i.jenis is Jenis.RASIO,
        persen=i.jenis in {Jenis.PERSEN, Jenis.RASIO},
    )


def _semester_text(hasil: Hasil, value: Nilai | None, semester: int) -> str:
    i, half = hasil.indikator, len(hasil.answers) // 2
    if value is not None:
        return nilai(value, i.satuan)
    own = hasil.answers[half * (semester - 1) : half * semester]
    if all(a is not None and a.status in EXCUSED for a in own):
        return TIDAK_ADA
    return belum("realisasi_semester", kode=i.kode, semester=semester)


def inventaris(view: View, within: Sequence[int] = ()) -> Iterator[BarisBerkas]:
    """Every data pendukung that is required, listed or on disk, by Indikator and Periode.

    Of these Periode only, if they are given.
    """
    every = (c for c in view.cocok if not within or c.periode in within)
    for c in sorted(every, key=_place):
        yield BarisBerkas(
            kode=c.indikator or TIDAK_ADA,
            subbagian=c.subbagian or TIDAK_ADA,
            periode=view.periode_name(c.periode) if c.periode else TIDAK_ADA,
            jenis=_jenis(c) or TIDAK_ADA,
            berkas=_nama(c) or TIDAK_ADA,
            keadaan=str(c.keadaan),
            ukuran=ukuran(c.berkas.ukuran) if c.berkas else TIDAK_ADA,
            halaman=str(c.berkas.halaman)
            if c.berkas and c.berkas.halaman is not None
            else TIDAK_ADA,
        )


def _place(c: Cocok) -> tuple[bool, str, int, str, bool, str]:
    """What belongs to no Indikator comes last, and what has no file after what has one."""
    name = _nama(c)
    return not c.indikator, c.indikator, c.periode or 0, c.subbagian, not name, name


def _jenis(c: Cocok) -> str:
    if c.data_pendukung and c.data_pendukung.jenis:
        return c.data_pendukung.jenis
    return c.syarat.jenis if c.syarat else ""


def _nama(c: Cocok) -> str:
    if c.data_pendukung:
        return c.data_pendukung.berkas
    return c.berkas.nama if c.berkas else ""


def tindak_lanjut(view: View, within: Sequence[int] = ()) -> Iterator[BarisTindakLanjut]:
    """The follow-ups promised last, one for each Indikator and Subbagian."""
    for i in view.rekap.indikator:
        for unit in i.penjawab:
            for p in reversed(within or periode.of_year(view.pengaturan.siklus)):
                answer = view.answers.get((i.kode, unit, p))
                if answer is not None and answer.tindak_lanjut:
                    yield BarisTindakLanjut(
                        kode=i.kode,
                        subbagian=view.subbagian_name(unit),
                        periode=view.periode_name(p),
                        isi=answer.tindak_lanjut,
                        pic=answer.pic or belum("pic"),
                        batas_waktu=tanggal(answer.batas_waktu)
                        if answer.batas_waktu
                        else belum("batas_waktu"),
                    )
                    break


def rencana(view: View) -> Iterator[BarisRencana]:
    """The Rencana Aksi in the order of the master, each Target with its Periode."""
    for urutan, r in numbered(view.rekap):
        yield BarisRencana(
            kode=r.indikator,
            urutan=urutan,
            uraian=r.uraian,
            subbagian=r.penanggung_jawab,
            target=tuple(
                TargetRencana(periode=view.periode_name(p), target=nilai(target, r.satuan))
                for p, target in enumerate(r.target, start=1)
                if target is not None
            ),
            anggaran=TIDAK_ADA if r.anggaran is None else rupiah(r.anggaran),
        )


def catatan(temuan: Sequence[Temuan]) -> tuple[BarisCatatan, ...]:
    """The Temuan that stand, the heaviest first and each once."""
    return tuple(
        BarisCatatan(
            tingkat=str(t.rule.severity),
            kode=t.rule.code,
            tempat=_tempat(t),
            pesan=t.message,
            cara=t.remedy,
        )
        for t in worst_first(set(temuan))
    )


def pengecualian(every: Iterable[Pengecualian]) -> Iterator[BarisPengecualian]:
    """What was set aside, with the reason that was written for it."""
    for p in every:
        yield BarisPengecualian(
            kode=p.kode,
            tempat=p.tempat,
            pesan=p.pesan,
            alasan=p.alasan,
            oleh=p.oleh or TIDAK_ADA,
            waktu=saat(p.saat) if p.saat else TIDAK_ADA,
        )


def dibuka_lagi(rekap: Rekap, within: Container[int]) -> Iterator[BarisDibuka]:
    """The forms of these Periode that were opened again after they had been locked."""
    for v in rekap.verifikasi:
        if v.dibuka and v.periode in within:
            yield BarisDibuka(
                periode=rekap.periode_name(v.periode),
                subbagian=v.subbagian,
                waktu=saat(v.dibuka),
                oleh=v.oleh or TIDAK_ADA,
                alasan=v.alasan or TIDAK_ADA,
            )


def _tempat(t: Temuan) -> str:
    parts = (t.location.file, t.location.sheet, t.location.cell)
    return ", ".join(part for part in parts if part) or TIDAK_ADA
