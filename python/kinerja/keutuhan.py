"""What is broken on the way from a figure back to the files behind it, as Temuan.

The journal itself is looked at in ``jurnal_checks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kinerja.asal import Asal, Graf, Known, printed
from kinerja.model import Indikator, Location
from kinerja.saksi import (
    Belakang,
    Bukti,
    Saksi,
    belakang,
    digest_now,
    is_corrected,
    is_otherwise,
    place_of,
    said_of,
)
from kinerja.sheets.dari_mana import TANPA_NILAI
from kinerja.sheets.laporan import MARKER, MENUNGGU, TIDAK_ADA
from kinerja.sheets.table import plain
from kinerja.temuan import Rule, Temuan
from kinerja.view import View

SIDIK = 12  # signs of a digest that a person is shown


def faults(
    view: View, values: Known, saksi: Saksi, figures: Iterable[Asal]
) -> tuple[Temuan, ...]:
    """Everything that is broken or typed over behind these figures, each once."""
    behind, known = belakang(view), view.rekap.by_kode()
    found: list[Temuan] = []
    for asal in figures:
        found.extend(_of_file(asal, behind, saksi))
        found.extend(_of_cell(asal, saksi, known))
        found.extend(_corrected(asal, values))
        changed = (b for b in behind.bukti_of(asal) if b.is_changed or b.is_gone)
        found.extend(map(_of_bukti, changed))
    return tuple(dict.fromkeys(found))


def _of_file(asal: Asal, behind: Belakang, saksi: Saksi) -> Iterator[Temuan]:
    """The copy of a returned file that was kept in the archive."""
    kiriman, now = behind.of(asal), digest_now(asal, behind, saksi)
    if kiriman is None or now == kiriman.identitas.sha256:
        return
    facts = {"berkas": kiriman.identitas.berkas, "sidik": kiriman.identitas.sha256}
    here = Location(kiriman.identitas.berkas)
    if now:
        yield Rule.ASAL_BERUBAH.at(here, **facts, kini=now[:SIDIK])
    else:
        yield Rule.ASAL_TIDAK_ADA.at(here, **facts)


def _of_cell(asal: Asal, saksi: Saksi, known: Mapping[str, Indikator]) -> Iterator[Temuan]:
    """The cell of the returned file, beside what the master holds."""
    at = place_of(asal)
    if at and asal.jawaban and is_otherwise(asal, saksi, known):
        cell = saksi.cell(asal.jawaban.sha256, at)
        isi = plain(cell.value) if cell else ""
        yield Rule.ASAL_SEL_BERBEDA.at(at, angka=asal.nama, isi=isi, tercatat=said_of(asal))


def _corrected(asal: Asal, values: Known) -> Iterator[Temuan]:
    """What the planner typed over, with both values."""
    if is_corrected(asal):
        told = said_of(asal) or TANPA_NILAI
        now = printed(asal, values.get(asal.kunci)) or TANPA_NILAI
        at = asal.sel or place_of(asal) or Location("")
        yield Rule.ASAL_DIKOREKSI.at(at, angka=asal.nama, berkas=told, nilai=now)


def _of_bukti(bukti: Bukti) -> Temuan:
    found, listed = bukti.cocok.berkas, bukti.cocok.data_pendukung
    nama = found.nama if found else listed.berkas if listed else ""
    folder = f"{found.folder}/" if found else ""
    here = Location(f"{folder}{nama}")
    if found is None:
        return Rule.BUKTI_TIDAK_ADA.at(here, berkas=nama, sidik=bukti.terdaftar[:SIDIK])
    facts = {"lama": bukti.terdaftar[:SIDIK], "kini": found.sha256[:SIDIK]}
    return Rule.BUKTI_BERUBAH.at(here, berkas=nama, **facts)


def report_faults(told: Mapping[str, str], saksi: Saksi) -> Iterator[Temuan]:
    """Reports that are not as they were compiled; ``told`` is their digest by their path."""
    for path, sha256 in told.items():
        now = saksi.berkas.get(path, sha256)
        if not now:
            yield Rule.LAPORAN_TIDAK_ADA.at(Location(path), berkas=path)
        elif now != sha256:
            facts = {"berkas": path, "lama": sha256[:SIDIK], "kini": now[:SIDIK]}
            yield Rule.LAPORAN_BERUBAH.at(Location(path), **facts)


def printed_faults(
    graf: Graf, values: Known, saksi: Saksi, wanted: Iterable[str]
) -> Iterator[Temuan]:
    """Figures that a report prints otherwise than they are now, each text once."""
    keys = set(wanted)
    for path, kunci, text in dict.fromkeys(saksi.cetak):
        if kunci in keys and kunci in values:
            now = printed(graf[kunci], values[kunci])
            if text != now and (now or not _is_missing(text)):
                yield Rule.ANGKA_LAPORAN_BERBEDA.at(
                    Location(path),
                    angka=graf[kunci].nama,
                    cetak=text,
                    kini=now or TANPA_NILAI,
                )


def _is_missing(text: str) -> bool:
    return text in {TIDAK_ADA, MENUNGGU} or bool(MARKER.fullmatch(text))
