"""Where a figure comes from: its rule, the figures it was made of, the cell of each.

Only values, and the arithmetic that makes a figure of its inputs again; the report is not
asked. ``asal_indikator`` and ``asal_anggaran`` say which figures there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from kinerja.capaian import (
    HUNDRED,
    ZERO,
    Efisiensi,
    efisiensi,
    mean,
    raw_capaian,
    serapan,
)
from kinerja.model import Location, Polaritas, Realisasi, Rentang, Status
from kinerja.printing import nilai, number, percent, rupiah, signed
from kinerja.sheets.dari_mana import Aturan

Isi = Decimal | Rentang | str | None  # a Status where nothing was due, None where unknown


class Bentuk(Enum):
    """How a figure is printed."""

    NILAI = auto()
    ANGKA = auto()
    PERSEN = auto()
    RUPIAH = auto()
    SELISIH = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asal:
    """One figure: typed in a cell (``isi``), or made of others (``dari``) by a rule."""

    kunci: str
    nama: str
    aturan: Aturan
    isi: Isi = None
    dari: tuple[str, ...] = ()
    bentuk: Bentuk = Bentuk.NILAI
    satuan: str = ""
    sel: Location | None = None  # in the master
    jawaban: Realisasi | None = None  # the answer that it was typed in, and the field there
    kolom: str = ""

    @property
    def typed(self) -> bool:
        """Whether a person typed it, in a form or in the master."""
        return self.aturan in TYPED


Graf = Mapping[str, Asal]  # by their kunci, each after all that it is made of
Known = Mapping[str, Isi]
Rule = Callable[[Sequence[Isi]], Isi]
TYPED = frozenset({Aturan.ISIAN, Aturan.MASTER})
UNCOUNTED = frozenset({Aturan.CATATAN, Aturan.PENANDA})  # follow from no single cell


def values(graf: Graf, typed: Known | None = None) -> dict[str, Isi]:
    """Every figure, worked out from what was typed alone; ``typed`` in place of some."""
    found: dict[str, Isi] = {}
    for kunci, asal in graf.items():
        if asal.typed:
            found[kunci] = (typed or {}).get(kunci, asal.isi)
        elif asal.aturan not in UNCOUNTED:
            found[kunci] = computed(asal.aturan, [found[k] for k in asal.dari])
    return found


def printed(asal: Asal, value: Isi) -> str:
    """The figure as the report prints it; "" where it is not known or not due."""
    if value is None or isinstance(value, Status):
        return ""
    if not isinstance(value, Decimal) or asal.bentuk is Bentuk.NILAI:
        return nilai(value, asal.satuan)
    shown: Mapping[Bentuk, Callable[[Decimal], str]] = {
        Bentuk.ANGKA: number,
        Bentuk.PERSEN: percent,
        Bentuk.RUPIAH: rupiah,
        Bentuk.SELISIH: signed,
    }
    return shown[asal.bentuk](value)


def sources(graf: Graf, kunci: str) -> Iterator[Asal]:
    """Everything typed that a figure is made of, each once, in the order it is used."""
    seen: set[str] = set()
    todo = [kunci]
    while todo:
        asal = graf[todo.pop()]
        if asal.kunci in seen:
            continue
        seen.add(asal.kunci)
        if asal.typed:
            yield asal
        todo.extend(reversed(asal.dari))


# ---- the arithmetic


def computed(aturan: Aturan, inputs: Sequence[Isi]) -> Isi:
    """What a rule makes of its inputs."""
    return RULES[aturan](inputs)


def _number(value: Isi) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _numbers(inputs: Sequence[Isi]) -> list[Decimal]:
    return [value for value in inputs if isinstance(value, Decimal)]


def _answered(inputs: Sequence[Isi]) -> list[Isi] | None:
    """What was answered; None while anything is missing, or if nothing was due."""
    if any(value is None for value in inputs):
        return None
    return [value for value in inputs if not isinstance(value, Status)] or None


def _rasio(inputs: Sequence[Isi]) -> Isi:
    """The ratio of x and y, unless nothing was due."""
    status, x, y = inputs
    if isinstance(status, Status):
        return status
    over, under = _number(x), _number(y)
    return over / under * HUNDRED if over is not None and under else None


def _jumlah(inputs: Sequence[Isi]) -> Isi:
    found = _answered(inputs)
    return None if found is None else sum(_numbers(found), ZERO)


def _rerata(inputs: Sequence[Isi]) -> Isi:
    found = _answered(inputs)
    return None if found is None else sum(_numbers(found), ZERO) / len(found)


def _maksimum(inputs: Sequence[Isi]) -> Isi:
    found = _answered(inputs)
    return None if found is None else max(_numbers(found), default=None)


def _terakhir(inputs: Sequence[Isi]) -> Isi:
    due = (value for value in reversed(inputs) if not isinstance(value, Status))
    return next(due, None)


def _jumlah_rasio(inputs: Sequence[Isi]) -> Isi:
    """Of (nilai, x, y) in each Periode."""
    threes = _groups(inputs, 3)
    if _answered([n for n, _, _ in threes]) is None:
        return None
    due = [(x, y) for n, x, y in threes if not isinstance(n, Status)]
    over = sum(_numbers([x for x, _ in due]), ZERO)
    under = sum(_numbers([y for _, y in due]), ZERO)
    return over / under * HUNDRED if under else None


def _groups(inputs: Sequence[Isi], size: int) -> list[tuple[Isi, ...]]:
    return [tuple(inputs[n : n + size]) for n in range(0, len(inputs), size)]


def _capaian(inputs: Sequence[Isi]) -> Isi:
    """Of a Realisasi, its Target, the Polaritas and, if not A, the formula."""
    value, target, polaritas, *rumus = inputs
    known = None if isinstance(value, Status | Rentang) else value
    return raw_capaian(target, known, Polaritas(str(polaritas)), str(*rumus or "A"))


def _batas(inputs: Sequence[Isi]) -> Isi:
    raw, limit = map(_number, inputs)
    return raw if raw is None or limit is None else min(raw, limit)


def _predikat(inputs: Sequence[Isi]) -> Isi:
    """Of a Capaian and, step by step, the bound and the word of the scale."""
    value, *scale = inputs
    for bound, word in _groups(scale, 2):
        if isinstance(value, Decimal) and (bound is None or value > _numbers([bound])[0]):
            return word
    return None


def _kurang(inputs: Sequence[Isi]) -> Isi:
    raw = _number(inputs[0])
    return None if raw is None or raw >= HUNDRED else HUNDRED - raw


def _selisih(inputs: Sequence[Isi]) -> Isi:
    one, two = map(_number, inputs)
    return None if one is None or two is None else one - two


def _rata_berbobot(inputs: Sequence[Isi]) -> Isi:
    return mean((_number(c), _number(b)) for c, b in _groups(inputs, 2))[0]


def _rata(inputs: Sequence[Isi]) -> Isi:
    return mean((_number(c), None) for c in inputs)[0]


def _count(wanted: Callable[[Isi], bool]) -> Rule:
    return lambda inputs: Decimal(sum(wanted(value) for value in inputs))


def _sama(inputs: Sequence[Isi]) -> Isi:
    pairs = _groups(inputs, 2)
    return Decimal(sum(one is not None and one == two for one, two in pairs))


def _jumlah_lengkap(inputs: Sequence[Isi]) -> Isi:
    return None if any(value is None for value in inputs) else sum(_numbers(inputs), ZERO)


def _target_of(make: Callable[[list[Decimal]], Decimal | None], *, whole: bool) -> Rule:
    """Of the Target of some Periode; the last stands where none is a plain number."""

    def target(inputs: Sequence[Isi]) -> Isi:
        known = _numbers(inputs)
        if not known:
            return inputs[-1]
        return None if whole and len(known) < len(inputs) else make(known)

    return target


def _serapan(inputs: Sequence[Isi]) -> Isi:
    spent, pagu = map(_number, inputs)
    return None if spent is None or pagu is None else serapan(pagu, spent)


Part = tuple[Decimal, Decimal, Decimal]


def _parts(inputs: Sequence[Isi]) -> list[Part]:
    """The (pagu, realisasi, capaian) of which all three are known."""
    return [
        (p, r, c)
        for p, r, c in _groups(inputs, 3)
        if isinstance(p, Decimal) and isinstance(r, Decimal) and isinstance(c, Decimal)
    ]


def _total(amount: Callable[[Part], Decimal]) -> Rule:
    def total(inputs: Sequence[Isi]) -> Isi:
        parts = _parts(inputs)
        return sum(map(amount, parts), ZERO) if parts else None

    return total


def _efisiensi(result: Callable[[Efisiensi], Decimal]) -> Rule:
    def of(inputs: Sequence[Isi]) -> Isi:
        found = efisiensi(_parts(inputs))
        return None if found is None else result(found)

    return of


RULES: Mapping[Aturan, Rule] = {
    Aturan.TIDAK_ADA: lambda _: None,
    Aturan.SALINAN: lambda i: i[0],
    Aturan.RASIO: _rasio,
    Aturan.JUMLAH: _jumlah,
    Aturan.JUMLAH_RASIO: _jumlah_rasio,
    Aturan.RERATA: _rerata,
    Aturan.TERAKHIR: _terakhir,
    Aturan.MAKSIMUM: _maksimum,
    Aturan.TANPA_JUMLAH: lambda _: None,
    Aturan.CAPAIAN: _capaian,
    Aturan.CAPAIAN_BATAS: lambda i: _batas((_capaian(i[:-1]), i[-1])),
    Aturan.BATAS: _batas,
    Aturan.PREDIKAT: _predikat,
    Aturan.KURANG: _kurang,
    Aturan.SELISIH: _selisih,
    Aturan.RATA_BERBOBOT: _rata_berbobot,
    Aturan.RATA: _rata,
    Aturan.BANYAK: lambda i: Decimal(len(i)),
    Aturan.DIHITUNG: _count(lambda v: isinstance(v, Decimal)),
    Aturan.TERISI: _count(lambda v: v is not None and not isinstance(v, Status)),
    Aturan.TERCAPAI: _count(lambda v: isinstance(v, Decimal) and v >= HUNDRED),
    Aturan.SAMA: _sama,
    Aturan.JUMLAH_LENGKAP: _jumlah_lengkap,
    Aturan.TARGET_TERAKHIR: lambda i: i[-1],
    Aturan.TARGET_TERTINGGI: _target_of(max, whole=False),
    Aturan.TARGET_RERATA: _target_of(lambda n: sum(n, ZERO) / len(n), whole=True),
    Aturan.TARGET_JUMLAH: _target_of(lambda n: sum(n, ZERO), whole=True),
    Aturan.TARGET_TANPA: _target_of(lambda _: None, whole=True),
    Aturan.SERAPAN: _serapan,
    Aturan.EF_PAGU: _total(lambda part: part[0]),
    Aturan.EF_SEHARUSNYA: _total(lambda part: part[0] * part[2] / HUNDRED),
    Aturan.EF_REALISASI: _total(lambda part: part[1]),
    Aturan.EF_E: _efisiensi(lambda found: found.e),
    Aturan.EF_NE: _efisiensi(lambda found: found.ne),
}
