"""What one field of an application is filled with, exactly as the application wants it.

One Realisasi has several shapes: of its Periode alone, cumulative by the Konsolidasi of its
Indikator, or what was added to the cumulative one; with a comma, with a point, or whole.
Rounded only here, half-up, from the unrounded figure, so that no shape follows from another
that was rounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kinerja.capaian import capped, raw_capaian, roll_up
from kinerja.grid import Cell, Kind, storable
from kinerja.hasil import Hasil, capaian_periode
from kinerja.inventory import Cocok
from kinerja.model import EXCUSED, Anggaran, Jenis, Nilai, Realisasi, Rentang
from kinerja.model_entri import Bentuk, PetaEntri, Sumber
from kinerja.printing import WIDE
from kinerja.sheets.entri import KUMULATIF, PERIODE_SAJA
from kinerja.sheets.table import plain
from kinerja.values import read_number, significant, tidy
from kinerja.view import View

ANGGARAN = frozenset({Sumber.PAGU, Sumber.ANGGARAN_PERIODE, Sumber.ANGGARAN_KUMULATIF})
UMUM = frozenset({Sumber.KODE, Sumber.URAIAN})  # what both an Indikator and Anggaran have
RASIO = frozenset({Sumber.PEMBILANG, Sumber.PENYEBUT})
# A text that nobody has written: there is nothing to type then, and nothing to wait for.
NARASI: Mapping[Sumber, str] = {
    Sumber.PENYEBAB: "penyebab",
    Sumber.KENDALA: "kendala",
    Sumber.SOLUSI: "solusi",
    Sumber.TINDAK_LANJUT: "tindak_lanjut",
}
PERCENTS = frozenset({Sumber.CAPAIAN_PERIODE, Sumber.CAPAIAN_TAHUN})
FIGURES = frozenset(Sumber) - UMUM - NARASI.keys() - RASIO - {Sumber.DATA_PENDUKUNG}
# What no answer is needed for; blank there means that nobody has set it.
TETAP = frozenset({*UMUM, *ANGGARAN, Sumber.TARGET_TAHUN})

Fact = Nilai | Rentang | None


@dataclass(frozen=True, slots=True)
class Isi:
    """What goes into a field, and its other shape; ``belum`` if it is not known yet."""

    nilai: Fact = None
    lain: str = ""  # the same figure of the Periode alone, or cumulative
    belum: bool = False


# ---- the figures


def kumulatif(h: Hasil, p: int) -> Nilai | None:
    """From the first Periode to this one, by the Konsolidasi; None while one is missing."""
    return roll_up(h.answers[:p]).nilai(h.indikator)


def pertambahan(h: Hasil, p: int) -> Nilai | None:
    """What this Periode adds to the cumulative figure: they add up to it exactly."""
    now = kumulatif(h, p)
    before = kumulatif(h, p - 1) if p > 1 else Decimal(0)
    if not isinstance(now, Decimal):
        return now
    if before is None and all(_is_excused(a) for a in h.answers[: p - 1]):
        return now
    return WIDE.subtract(now, before) if isinstance(before, Decimal) else None


def capaian_sementara(view: View, h: Hasil, p: int) -> Decimal | None:
    """The cumulative figure against the Target of the year, as the report counts it."""
    i, policy = h.indikator, view.pengaturan
    raw = raw_capaian(i.target, kumulatif(h, p), i.polaritas, policy.rumus_negatif)
    return capped(raw, policy)


def anggaran_kumulatif(a: Anggaran, p: int) -> Decimal | None:
    """What was spent from the first Periode to this one; None while one is missing."""
    found = a.realisasi[:p]
    known = [r for r in found if r is not None]
    return sum(known, Decimal(0)) if len(known) == len(found) == p else None


def _is_excused(answer: Realisasi | None) -> bool:
    return answer is not None and answer.status in EXCUSED


# ---- what goes into a field


def isi_anggaran(a: Anggaran, field: PetaEntri, p: int) -> Isi | None:
    """What a field asks of a line of the Anggaran; None if it asks nothing of it."""
    alone = a.realisasi[p - 1] if p <= len(a.realisasi) else None
    whole = anggaran_kumulatif(a, p)
    facts: Mapping[Sumber, Fact] = {
        Sumber.KODE: a.kode,
        Sumber.URAIAN: a.uraian,
        Sumber.PAGU: a.pagu,
        Sumber.ANGGARAN_PERIODE: alone,
        Sumber.ANGGARAN_KUMULATIF: whole,
    }
    if field.sumber not in facts:
        return None
    nilai = facts[field.sumber]
    return Isi(nilai, _lain(field, alone, whole), belum=nilai is None)


def isi_indikator(view: View, h: Hasil, field: PetaEntri, p: int) -> Isi | None:
    """What a field asks of an Indikator; None if it asks nothing of it."""
    i, sumber = h.indikator, field.sumber
    if sumber in ANGGARAN or (sumber in RASIO and i.jenis is not Jenis.RASIO):
        return None
    answer = h.answers[p - 1]
    if sumber in NARASI or sumber is Sumber.DATA_PENDUKUNG:
        text = _text(view.cocok, h, sumber, p)
        return Isi(text, belum=answer is None)
    nilai = FACTS[sumber](view, h, p)
    lain = _lain(field, h.nilai_periode[p - 1], kumulatif(h, p))
    is_excused = sumber not in TETAP and _is_excused(answer)
    return Isi(nilai, lain, belum=nilai is None and not is_excused)


def _target_periode(_view: View, h: Hasil, p: int) -> Fact:
    targets = h.indikator.target_periode
    return targets[p - 1] if p <= len(targets) else None


def _answered(h: Hasil, p: int) -> Realisasi | None:
    return h.answers[p - 1]


def _capaian(view: View, h: Hasil, p: int) -> Fact:
    nilai = h.nilai_periode[p - 1]
    return capped(capaian_periode(h.indikator, p, nilai, view.pengaturan), view.pengaturan)


def _x(_view: View, h: Hasil, p: int) -> Fact:
    answer = _answered(h, p)
    return answer.x if answer else None


def _y(_view: View, h: Hasil, p: int) -> Fact:
    answer = _answered(h, p)
    return answer.y if answer else None


FACTS: Mapping[Sumber, Callable[[View, Hasil, int], Fact]] = {
    Sumber.KODE: lambda _v, h, _p: h.indikator.kode,
    Sumber.URAIAN: lambda _v, h, _p: h.indikator.uraian,
    Sumber.TARGET_TAHUN: lambda _v, h, _p: h.indikator.target,
    Sumber.TARGET_PERIODE: _target_periode,
    Sumber.REALISASI_PERIODE: lambda _v, h, p: h.nilai_periode[p - 1],
    Sumber.REALISASI_KUMULATIF: lambda _v, h, p: kumulatif(h, p),
    Sumber.PERTAMBAHAN: lambda _v, h, p: pertambahan(h, p),
    Sumber.CAPAIAN_PERIODE: _capaian,
    Sumber.CAPAIAN_TAHUN: capaian_sementara,
    Sumber.PEMBILANG: _x,
    Sumber.PENYEBUT: _y,
}


def _text(cocok: Sequence[Cocok], h: Hasil, sumber: Sumber, p: int) -> str:
    """What the penanggung jawab wrote, or the names of the files that were listed."""
    answer = _answered(h, p)
    if sumber in NARASI:
        return str(getattr(answer, NARASI[sumber])) if answer else ""
    names = (
        c.data_pendukung.berkas
        for c in cocok
        if c.data_pendukung and (c.indikator, c.periode) == (h.indikator.kode, p)
    )
    return "; ".join(dict.fromkeys(names))


KUMULATIF_SUMBER = frozenset({Sumber.REALISASI_KUMULATIF, Sumber.ANGGARAN_KUMULATIF})
PERIODE_SUMBER = frozenset({Sumber.REALISASI_PERIODE, Sumber.ANGGARAN_PERIODE})


def _lain(field: PetaEntri, alone: Fact, whole: Fact) -> str:
    """The other shape of the same figure, in the words of the sheet."""
    if field.sumber in KUMULATIF_SUMBER and alone is not None:
        return PERIODE_SAJA.format(nilai=written(alone, field.bentuk, field.desimal))
    if field.sumber in PERIODE_SUMBER and whole is not None:
        return KUMULATIF.format(nilai=written(whole, field.bentuk, field.desimal))
    return ""


# ---- the form of a number


def written(fact: Fact, bentuk: Bentuk, desimal: int) -> str:
    """The fact as the application takes it, ready to be copied from one cell.

    At most ``desimal`` decimals, without zeros at the end. A text stays in one line:
    Excel puts a cell of several lines in quotation marks when it is copied.
    """
    if fact is None:
        return ""
    if isinstance(fact, Rentang):
        bounds = (written(b, bentuk, desimal) for b in (fact.bawah, fact.atas))
        return "-".join(bounds)
    if isinstance(fact, str):
        return storable(" ".join(fact.split()))
    places = 0 if bentuk is Bentuk.BULAT else desimal
    step = Decimal(1).scaleb(-places)
    rounded = fact.quantize(step, rounding=ROUND_HALF_UP, context=WIDE)
    return exactly(rounded, bentuk)


def exactly(number: Decimal, bentuk: Bentuk) -> str:
    """All digits of a number in the form of the application, and never minus zero."""
    text = f"{WIDE.plus(number):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    if bentuk is Bentuk.TITIK:
        return text
    whole, _, part = text.partition(".")
    if bentuk is Bentuk.KOMA:
        whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", whole)
    return f"{whole},{part}" if part else whole


_FORMS: Mapping[Bentuk, re.Pattern[str]] = {
    Bentuk.TITIK: re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?"),
    Bentuk.KOMA: re.compile(r"[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?"),
}
_WHOLE = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)")
_WORDS = re.compile(r"^rp\.?\s*|\s*%$", re.IGNORECASE)


def number_in(text: str, bentuk: Bentuk, satuan: str = "") -> Decimal | None:
    """The number that a text means in the form of the application; None if it is none.

    The form decides what a point is, so “1.234” has one meaning here.
    """
    bare = _WORDS.sub("", tidy(text)).strip()
    if satuan and bare.casefold().endswith(satuan.casefold()):
        bare = bare[: -len(satuan)].strip()
    bare = bare.replace(" ", "")
    if bentuk is Bentuk.BULAT and _WHOLE.fullmatch(bare):
        return Decimal(re.sub(r"[.,]", "", bare))
    thousands, point = (",", ".") if bentuk is Bentuk.TITIK else (".", ",")
    form = _FORMS[Bentuk.TITIK if bentuk is Bentuk.TITIK else Bentuk.KOMA]
    if form.fullmatch(bare) and bare.isascii():
        return Decimal(bare.replace(thousands, "").replace(point, "."))
    return read_number(Cell(Kind.TEXT, text), satuan).value


def text_in(cell: Cell | None, bentuk: Bentuk) -> str:
    """What a cell shows, a number in the form of the application."""
    if cell is None:
        return ""
    if cell.kind is Kind.NUMBER and isinstance(cell.value, Decimal):
        meant = read_number(cell).value
        return exactly(significant(cell.value) if meant is None else meant, bentuk)
    return plain(cell.value) or cell.formula
