"""Bagikan: a folder, a ZIP and an e-mail draft for every Subbagian, and a receipt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kinerja.adapters import files, folder, outlook, reading, word
from kinerja.commands.letters import check_register, printed
from kinerja.commands.order import Order, rekap_of
from kinerja.commands.packing import Made, letter_of, packed
from kinerja.commands.publishing import digest_of, digests, publish, publish_letter
from kinerja.distribute import (
    Rencana,
    newest_forms,
    plan,
    registered,
    remarks,
    renewed,
    too_long,
    with_changes,
)
from kinerja.grid import Book
from kinerja.model import Location
from kinerja.naskah import titled
from kinerja.outcome import Outcome
from kinerja.paket import Paket
from kinerja.rekap import Rekap
from kinerja.returned import definitions_of
from kinerja.sheets.distribusi import (
    BERKAS,
    DI_OUTLOOK,
    DISTRIBUSI,
    FOLDER,
    TANDA_TERIMA,
)
from kinerja.sheets.folders import FORMULIR, SURAT
from kinerja.sop import stamped
from kinerja.tables import pages
from kinerja.tanda_terima import tanda_terima
from kinerja.temuan import KinerjaError, Rule, Temuan
from kinerja.verify import verify as verified

TEMPLAT_TERIMA = "tanda_terima.docx"


def distribute(order: Order) -> Outcome:
    """Hand out the newest form of every Subbagian for the running Periode.

    A form that was handed out is never overwritten and never handed out again under the
    same Revisi. All is looked at before anything is written; pressed twice it changes
    nothing. Nothing is ever posted.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        check_register(DISTRIBUSI, problems)
        rencana = _plan(order, rekap)
        edaran = letter_of(order, rekap)
        made = tuple(packed(order, rekap, rencana.paket, edaran))
        new = registered(rekap, rencana.paket)
        handed = _hand_out(order, new, made)
        if rencana.paket and not rencana.tertahan:
            new = stamped(new, "distribute")
        outcome = _outcome(order, rekap, rencana, handed)
        outcome = replace(outcome, temuan=(*edaran.temuan, *outcome.temuan))
        checks = [*problems, *verified(new)]
        order.write(outcome, pages(new, checks), rekap, keluar=handed.sidik)
    return _in_outlook(order, outcome, made)


# ---- what there is


def _plan(order: Order, rekap: Rekap) -> Rencana:
    """What is handed out now, each form with what differs from the one before it.

    Raises:
        KinerjaError: if no form of the running Periode was made yet.
    """
    forms = newest_forms(rekap)
    if not forms:
        name = rekap.periode_name(rekap.pengaturan.periode)
        raise KinerjaError(Rule.BELUM_ADA_FORMULIR.at(Location(rekap.file), periode=name))
    on_disk = {t.berkas: _digest(order.folder / FORMULIR / t.berkas) for t in forms.values()}
    rencana = plan(rekap, on_disk)
    return replace(rencana, paket=tuple(_compared(order, p) for p in rencana.paket))


def _digest(path: Path) -> str:
    data = files.read_whole(path)
    return "" if isinstance(data, Temuan) else digest_of(data)


def _compared(order: Order, paket: Paket) -> Paket:
    """The package with what differs from the form that was handed out before."""
    if paket.lama is None:
        return paket
    old = reading.read_own(order.folder / FORMULIR / paket.lama.berkas)
    return with_changes(paket, definitions_of(old)) if isinstance(old, Book) else paket


# ---- written


@dataclass(frozen=True, slots=True)
class Handed:
    """What is new in the folder, what was met there, and the digest of all that went out."""

    baru: tuple[str, ...]
    temuan: tuple[Temuan, ...]
    sidik: Mapping[str, str]


def _hand_out(order: Order, rekap: Rekap, made: Sequence[Made]) -> Handed:
    """Write the packages and the receipt, after looking whether all of it can be written.

    Raises:
        KinerjaError: if a path is too long or taken, or a file open elsewhere; then nothing
            was written.
    """
    kept = {path: t for m in made for path, t in _filled_in(order, m)}
    files_of = {path: data for m in made for path, data in m.berkas.items()}
    wanted = {path: data for path, data in files_of.items() if path not in kept}
    rooms = tuple(f"{m.paket.jalur}/{name}" for m in made for name in m.paket.folders)
    receipt = _receipt(order, rekap)
    _check_places(order, (*wanted, *receipt), rooms)
    strange = tuple(t for m in made for t in _others(order, m))
    for trial in (replace(order, coba=True), order):
        new = publish(trial, wanted)
        letters = [publish_letter(trial, *letter) for letter in receipt.values()]
    for room in rooms if not order.coba else ():
        files.make_folder(order.folder / room)
    return Handed(
        baru=(*new, *(letter.berkas for letter in letters if letter.is_new)),
        temuan=(*kept.values(), *strange, *(t for letter in letters for t in letter.temuan)),
        sidik={**digests(wanted), **{letter.berkas: letter.sha256 for letter in letters}},
    )


def _filled_in(order: Order, made: Made) -> Iterator[tuple[str, Temuan]]:
    """The form in the package, where somebody works on it: it is theirs by now."""
    name = made.paket.terbit.berkas
    path = f"{made.paket.jalur}/{name}"
    if _digest(order.folder / path) not in {"", digest_of(made.isi[name])}:
        yield path, Rule.DIUBAH_SESUDAH_DIBAGIKAN.at(Location(name), berkas=path)


def _others(order: Order, made: Made) -> Iterator[Temuan]:
    """What lies in the folder of a package and was not put there by kinerja."""
    top = order.folder / made.paket.jalur
    found = [path for path, _ in folder.entries(top)] if top.is_dir() else []
    names = [
        path.relative_to(top).as_posix() for path in found if not folder.is_junk(path.name)
    ]
    strange = [files.shown(name) for name in names if name not in made.isi]
    if strange:
        yield Rule.ADA_BERKAS_LAIN.at(
            Location(made.paket.jalur),
            folder=made.paket.jalur,
            jumlah=len(strange),
            contoh=strange[0],
        )


def _check_places(order: Order, paths: Sequence[str], rooms: Sequence[str]) -> None:
    """Every path is short enough, and no folder stands where a file goes or the other way.

    Raises:
        KinerjaError: if not; with all that is in the way.
    """
    taken = dict.fromkeys((p, BERKAS) for p in paths if (order.folder / p).is_dir())
    above = [parent for p in (*paths, *rooms) for parent in _above(p)]
    taken |= dict.fromkeys((p, FOLDER) for p in (*above, *rooms) if _is_file(order.folder / p))
    wrong = [
        *too_long(str(order.folder.absolute()), (*paths, *rooms)),
        *(Rule.TEMPAT_TERPAKAI.at(Location(p), berkas=p, seharusnya=due) for p, due in taken),
    ]
    if wrong:
        raise KinerjaError(*wrong)


def _above(path: str) -> list[str]:
    """The folders that a path needs, below that of the office."""
    return [parent.as_posix() for parent in PurePosixPath(path).parents if parent.name]


def _is_file(path: Path) -> bool:
    return path.exists() and not path.is_dir()


def _receipt(order: Order, rekap: Rekap) -> Mapping[str, tuple[str, bytes, str]]:
    """The receipt by its path, as ``publish_letter`` takes it; none if nobody got a form."""
    context = tanda_terima(rekap)
    if not context.baris:
        return {}
    title = titled(rekap, TANDA_TERIMA)
    data = printed(order, TEMPLAT_TERIMA, context, title, rekap.pengaturan.satker)
    path = f"{SURAT}/{title}.docx"
    return {path: (path, data, _as_printed(order.folder / SURAT, title))}


def _as_printed(letters: Path, title: str) -> str:
    """The sha256 of the last receipt, unless a person has saved it since."""
    for path in sorted(letters.glob(f"{title}*.docx"), reverse=True):
        data = files.read_whole(path)
        if isinstance(data, bytes) and word.is_as_printed(data):
            return digest_of(data)
    return ""


# ---- told


def _outcome(order: Order, rekap: Rekap, rencana: Rencana, handed: Handed) -> Outcome:
    first = [p for p in rencana.paket if p.is_new]
    again = {p: _inside(p, handed.baru) for p in rencana.paket if not p.is_new}
    again = {p: names for p, names in again.items() if names}
    return Outcome(
        command="distribute",
        counts={
            "dibagikan": len(first),
            "diperbarui": len(again),
            "sudah_dibagikan": len(rencana.paket) - len(first) - len(again),
            "tertahan": rencana.tertahan,
        },
        temuan=(
            *rencana.temuan,
            *remarks(rekap, rencana.paket),
            *handed.temuan,
            *(renewed(rekap, p, names) for p, names in again.items()),
        ),
        berkas=tuple(name for name in handed.baru if name.count("/") < 3),
        coba=order.coba,
    )


def _inside(paket: Paket, paths: Iterable[str]) -> list[str]:
    """The names of the files of one package among these."""
    return [p.rpartition("/")[2] for p in paths if p.startswith(f"{paket.jalur}/")]


def _in_outlook(order: Order, outcome: Outcome, made: Iterable[Made]) -> Outcome:
    """The outcome, once Outlook has a draft too for each form that is handed out first."""
    first = [m for m in made if m.paket.is_new]
    program = outlook.running() if first and not order.coba else None
    if program is None:
        return outcome
    saved = outlook.keep(program, (_draft(order, m) for m in first))
    said = (DI_OUTLOOK.format(n=saved),) if saved else ()
    silent = () if saved == len(first) else (Rule.OUTLOOK_DIAM.at(Location("")),)
    return replace(outcome, baik=said, temuan=(*outcome.temuan, *silent))


def _draft(order: Order, made: Made) -> outlook.Draft:
    top = order.folder / made.paket.jalur
    return outlook.Draft(
        kepada=made.kepada,
        perihal=made.perihal,
        isi=made.pesan,
        lampiran=tuple(top / name for name in made.lampiran),
    )
