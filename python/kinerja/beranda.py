"""What “Beranda” shows: where the year stands, and what to do next.

Worked out from the Rekap each time: the same Rekap gives the same rows. Where the SOP
stands is in ``beranda_sop``; the last actions are written with the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja import periode
from kinerja.beranda_laporan import entri_page, fitting, laporan_page, only, report_states
from kinerja.beranda_sop import late_page, sop_page
from kinerja.capaian import HUNDRED, capped, mean, predikat
from kinerja.grid import Value
from kinerja.hasil import capaian_periode, hasil_of
from kinerja.kelengkapan import completeness
from kinerja.model import Indikator, Pengaturan, Status
from kinerja.next_step import next_step, returned
from kinerja.printing import cut, number, shown
from kinerja.rekap import Rekap
from kinerja.sheets import beranda as sheet
from kinerja.sheets import master
from kinerja.sheets.beranda import Kemajuan
from kinerja.sheets.master import Lengkap
from kinerja.sheets.table import Page, Rows
from kinerja.temuan import Rule, Severity, Temuan
from kinerja.verifikasi import standings
from kinerja.view import View, view_of

Row = list[Value]
DONE = {Lengkap.LENGKAP, Lengkap.TIDAK_BERLAKU}
OFFICES = ("subbagian ", "sub bagian ", "subbag ")  # what every name of one begins with


def beranda_pages(
    view: View, temuan: Iterable[Temuan], laporan: Rows = ()
) -> tuple[Page, ...]:
    """Every table of “Beranda”, save the last actions; ``temuan`` are all that stand.

    ``laporan`` are the rows of the register of reports. What to do next, too, says how late
    somebody is today.
    """
    found, siklus = tuple(dict.fromkeys(temuan)), view.pengaturan.siklus
    now, figures = _progress_of(view), _figures(view)
    reports = report_states(laporan)
    return (
        Page(sheet.KEPALA, [_head(view)]),
        Page(sheet.LANGKAH, [list(next_step(view, found, reports).words)], quiet=True),
        sop_page(view.rekap),
        Page(sheet.RINGKASAN, [_summary(now, figures, found)]),
        late_page(view.rekap),
        Page(sheet.matriks(siklus), _matrix(now, found)),
        Page(sheet.perkembangan(siklus), list(_course(now))),
        Page(sheet.SASARAN, _sasaran(view, figures)),
        entri_page(view),
        laporan_page(laporan),
    )


def opening_pages(siklus: int) -> tuple[Page, ...]:
    """Every table of “Beranda” in a master that nobody has filled yet."""
    view = view_of(Rekap(file="", pengaturan=Pengaturan(siklus=siklus)))
    nothing = Page(sheet.TERAKHIR, [only(sheet.TANPA_TINDAKAN, sheet.TERAKHIR)])
    return (*beranda_pages(view, ()), nothing)


def _head(view: View) -> Row:
    p = view.pengaturan
    named = cut(p.satker, sheet.SATKER_MUAT) or sheet.SELAMAT_DATANG
    if not p.tahun:
        return [named, sheet.BELUM_ADA, sheet.BELUM_ADA]
    return [named, str(p.tahun), view.periode_name(p.periode)]


# ---- how complete


@dataclass(frozen=True, slots=True)
class State:
    """How complete one row of a form is that its penanggung jawab owes."""

    subbagian: str
    angka: Lengkap
    bukti: Lengkap


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the year is: the forms that are back, the rows of every Periode that is due."""

    view: View
    back: frozenset[tuple[str, int]]  # Subbagian and Periode
    states: Mapping[int, Sequence[State]]


def _progress_of(view: View) -> Progress:
    states = {p: tuple(_states(view, p)) for p in view.due()}
    return Progress(view, returned(view), states)


def _states(view: View, p: int) -> Iterator[State]:
    for i in view.rekap.indikator:
        angka, _, bukti = completeness(view, i, i.penanggung_jawab, p)
        yield State(i.penanggung_jawab, angka, bukti)


def _isian(states: Iterable[State]) -> Decimal | None:
    return _share([s.angka in DONE for s in states])


def _bukti(states: Iterable[State]) -> Decimal | None:
    due = (s.bukti for s in states if s.bukti is not Lengkap.TIDAK_BERLAKU)
    return _share([bukti is Lengkap.LENGKAP for bukti in due])


def _share(done: Sequence[bool]) -> Decimal | None:
    """How many of them in percent; None of nothing."""
    return HUNDRED * sum(done) / len(done) if done else None


def _matrix(now: Progress, temuan: Iterable[Temuan]) -> list[Row]:
    tahapan = _tahapan(now.view, temuan)
    order = [s.kode for s in now.view.rekap.subbagian]
    rows = [[*_subbagian_row(now, kode), tahapan.get(kode, "")] for kode in order]
    table = sheet.matriks(now.view.pengaturan.siklus)
    return fitting(rows, table, master.KELENGKAPAN.name) or [
        only(sheet.TANPA_SUBBAGIAN, table)
    ]


def _subbagian_row(now: Progress, kode: str) -> Row:
    own = {p: [s for s in row if s.subbagian == kode] for p, row in now.states.items()}
    whole = [s for row in own.values() for s in row]
    return [
        _short_name(now.view, kode),
        *(
            _kemajuan(now, kode, p, own.get(p, ())).value
            for p in periode.of_year(now.view.pengaturan.siklus)
        ),
        shown(_isian(whole)),
        shown(_bukti(whole)),
    ]


def _tahapan(view: View, temuan: Iterable[Temuan]) -> Mapping[str, str]:
    """How far the form of the running Periode is, by Subbagian."""
    if not view.rekap.terbit:
        return {}
    return {
        k.verifikasi.subbagian: k.tahapan.value
        for k in standings(view.rekap, temuan)
        if k.verifikasi.periode == view.pengaturan.periode
    }


def _short_name(view: View, kode: str) -> str:
    name = view.subbagian_name(kode)
    for office in OFFICES:
        if name.casefold().startswith(office):
            name = name[len(office) :]
    return cut(kode if name == kode else f"{kode} · {name}", sheet.NAMA_MUAT)


def _kemajuan(now: Progress, kode: str, p: int, own: Sequence[State]) -> Kemajuan:
    indikator = now.view.rekap.indikator
    if not any(kode in i.penjawab for i in indikator):
        return Kemajuan.TANPA
    if p not in now.states:
        return Kemajuan.NANTI
    if (kode, p) not in now.back:
        return Kemajuan.BELUM
    whole = all({s.angka, s.bukti} <= DONE for s in own)
    return Kemajuan.LENGKAP if whole else Kemajuan.KURANG


# ---- how good


@dataclass(frozen=True, slots=True)
class Figures:
    """Capaian by Indikator, and of what: of the year, or of a Periode by its name."""

    of: str
    capaian: Mapping[str, Decimal | None]


def _figures(view: View) -> Figures:
    """Those of the year once they are known; before that of the last Periode with any."""
    year = {h.indikator.kode: h.capaian for h in hasil_of(view.rekap, view.answers)}
    if _is_known(year):
        return Figures(sheet.SETAHUN, year)
    for p in reversed(view.due()):
        capaian = _capaian(view, p)
        if _is_known(capaian):
            return Figures(view.periode_name(p), capaian)
    return Figures("", {})


def _is_known(capaian: Mapping[str, Decimal | None]) -> bool:
    return any(value is not None for value in capaian.values())


def _capaian(view: View, p: int) -> Mapping[str, Decimal | None]:
    return {i.kode: _capaian_of(view, i, p) for i in view.rekap.indikator}


def _capaian_of(view: View, i: Indikator, p: int) -> Decimal | None:
    answer = view.answers.get((i.kode, i.penanggung_jawab, p))
    if answer is None or answer.status is not Status.TERISI:
        return None
    return capped(capaian_periode(i, p, answer.nilai, view.pengaturan), view.pengaturan)


def _mean_of(
    view: View, kode: str, capaian: Mapping[str, Decimal | None]
) -> tuple[Decimal | None, int]:
    """The mean of one Sasaran, and how many Indikator counted."""
    own = (i for i in view.rekap.indikator if i.sasaran == kode)
    return mean((capaian.get(i.kode), i.bobot) for i in own)


def _average(view: View, capaian: Mapping[str, Decimal | None]) -> Decimal | None:
    """The mean of all Sasaran, each counting the same, as in the report."""
    return mean((_mean_of(view, s.kode, capaian)[0], None) for s in view.rekap.sasaran)[0]


def _sasaran(view: View, figures: Figures) -> list[Row]:
    rows = [_sasaran_row(view, s.kode, s.uraian, figures.capaian) for s in view.rekap.sasaran]
    name = master.rekap_sheet(view.pengaturan.siklus).name
    return fitting(rows, sheet.SASARAN, name) or [only(sheet.TANPA_SASARAN, sheet.SASARAN)]


def _sasaran_row(
    view: View, kode: str, uraian: str, capaian: Mapping[str, Decimal | None]
) -> Row:
    value, counted = _mean_of(view, kode, capaian)
    own = sum(1 for i in view.rekap.indikator if i.sasaran == kode)
    room = sheet.URAIAN_MUAT[view.pengaturan.siklus]
    return [
        cut(f"{kode} · {uraian}", room),
        shown(value),
        predikat(value, view.pengaturan.skala) or sheet.BELUM_ADA,
        sheet.DARI.format(n=counted, m=own),
    ]


def _course(now: Progress) -> Iterator[Row]:
    view = now.view
    for p in periode.of_year(view.pengaturan.siklus):
        due = now.states.get(p, ())
        average = _average(view, _capaian(view, p)) if due else None
        yield [view.periode_name(p), shown(_isian(due)), shown(_bukti(due)), shown(average)]


# ---- at a glance


def _summary(now: Progress, figures: Figures, temuan: Sequence[Temuan]) -> Row:
    made = _made(now.view)
    states = now.states.get(now.view.pengaturan.periode, ()) if made else ()
    average = _average(now.view, figures.capaian)
    return [
        _forms_back(now, made),
        _percent(_isian(states)),
        _percent(_bukti(states)),
        sheet.CAPAIAN.format(n=number(average), dasar=figures.of)
        if average is not None
        else sheet.BELUM_ADA,
        *_counts(now.view, temuan),
    ]


def _made(view: View) -> frozenset[str]:
    """The Subbagian that have a form of the running Periode."""
    forms = (t.formulir for t in view.rekap.terbit)
    return frozenset(f.subbagian for f in forms if f.periode == view.pengaturan.periode)


def _forms_back(now: Progress, made: frozenset[str]) -> str:
    back = sum(1 for kode in made if (kode, now.view.pengaturan.periode) in now.back)
    return sheet.DARI.format(n=back, m=len(made)) if made else sheet.BELUM_ADA


def _percent(value: Decimal | None) -> str:
    return sheet.BELUM_ADA if value is None else sheet.PERSEN.format(n=number(value))


def _counts(view: View, temuan: Sequence[Temuan]) -> Row:
    """Galat and Peringatan; nothing to count as long as nobody has been asked.

    A form that stays away is counted beside them, and not a second time.
    """
    if not view.rekap.terbit:
        return [sheet.BELUM_ADA] * 2
    found = [t.rule.severity for t in temuan if t.rule is not Rule.FORMULIR_BELUM_KEMBALI]
    return [
        _count("✖", found.count(Severity.GALAT)),
        _count("!", found.count(Severity.PERINGATAN)),
    ]


def _count(sign: str, n: int) -> str:
    return sheet.JUMLAH.format(tanda=sign if n else "✔", n=n)
