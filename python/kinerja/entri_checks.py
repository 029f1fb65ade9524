"""What is wrong with what was typed into other applications.

Each look is at one field; all fields of the running Periode are worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kinerja.banding_entri import is_same
from kinerja.entri import Salinan, salinan_of
from kinerja.entri_lembar import headings_of, is_berkas
from kinerja.model import Location
from kinerja.model_entri import Entri
from kinerja.sheets.entri import FOLDER_ENTRI, PETA_ENTRI, SAMA_DENGAN, TANPA_ISI
from kinerja.temuan import Rule, Temuan
from kinerja.view import Check, View

At = Callable[[str], Location]  # the cell of a field's row, by the key of its column
Look = Callable[[View, Salinan, At], Iterator[Temuan]]


def tampil_is_what_was_due(v: View, s: Salinan, at: At) -> Iterator[Temuan]:
    """A slip of the finger is what the evaluator sees, not what the office reported."""
    e, selisih = s.entri, s.selisih
    if selisih is None or s.isian is None:
        return
    twin = is_same(e.tampil, s.lain, s.isian.bentuk, s.satuan)
    yield Rule.ENTRI_BEDA.at(
        e.tampil_di if e.tampil_di.file else at("tampil"),
        **_about(v, e),
        tampil=e.tampil,
        nilai=s.nilai or TANPA_ISI,
        selisih=selisih.jumlah,
        usul=SAMA_DENGAN.format(lain=s.lain) if twin else "",
    )


def tick_still_holds(v: View, s: Salinan, at: At) -> Iterator[Temuan]:
    """What changed after it was typed is wrong in the application from then on."""
    if s.is_stale and not s.selisih:
        facts = {"lama": s.entri.nilai or TANPA_ISI, "baru": s.nilai or TANPA_ISI}
        yield Rule.ENTRI_BERUBAH.at(at("sudah"), **_about(v, s.entri), **facts)


def tick_has_its_field(v: View, s: Salinan, at: At) -> Iterator[Temuan]:
    """A tick that belongs to nothing proves nothing; it is kept until somebody says so."""
    if s.isian is None:
        facts = {"lembar": PETA_ENTRI.name}
        yield Rule.ENTRI_LEPAS.at(at("isian"), **_about(v, s.entri), **facts)


def bukti_is_there(v: View, s: Salinan, at: At) -> Iterator[Temuan]:
    """A screenshot proves the entry only as long as it is the one that was taken."""
    name, found = s.entri.bukti, v.rekap.bukti_entri.get(s.entri.bukti, "")
    if not is_berkas(name):
        return
    if not found:
        facts = {"berkas": name, "folder": FOLDER_ENTRI}
        yield Rule.BUKTI_ENTRI_TIDAK_ADA.at(at("bukti"), **facts)
    elif s.entri.sidik_bukti and s.entri.sidik_bukti != found:
        yield Rule.BUKTI_ENTRI_BERUBAH.at(at("bukti"), berkas=name)


LOOKS: tuple[Look, ...] = (
    tampil_is_what_was_due,
    tick_still_holds,
    tick_has_its_field,
    bukti_is_there,
)


def _about(v: View, e: Entri) -> dict[str, str]:
    return {
        "isian": e.isian,
        "kunci": e.kunci,
        "periode": v.periode_name(e.periode),
        "aplikasi": e.aplikasi,
    }


def entries_are_right(v: View) -> Iterator[Temuan]:
    """What other applications show is what the office is judged by."""
    for aplikasi, lines in salinan_of(v).items():
        headings = headings_of(v.rekap, aplikasi)
        for number, s in enumerate(lines, start=1):
            for look in LOOKS:
                yield from look(v, s, _cells(headings, number))


def _cells(headings: Mapping[str, Location], number: int) -> At:
    """The cells of one row, as they are once the sheet is written."""

    def at(key: str) -> Location:
        return replace(headings[key], row=headings[key].row + number)

    return at


CHECKS: tuple[Check, ...] = (entries_are_right,)
