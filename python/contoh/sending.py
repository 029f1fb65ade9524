"""The part of the Subbagian in the sample year: fill, save, send, with slips.

What they send is remembered by its content, so that a test can tell whether anybody
changed it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from contoh.data import Answer, Piece, Sample
from contoh.files import dated, piece_bytes, resaved, xlsx
from contoh.forms import filled
from contoh.planted import PLANTED, Planted
from contoh.script import round_of
from kinerja import periode
from kinerja.adapters.office import find_office
from kinerja.sheets.folders import (
    FORMULIR,
    MASUK,
    data_pendukung_folder,
    kembalikan_folder,
)

NOT_FORMS = "Bukan Formulir"


@dataclass(slots=True)
class Outbox:
    """The folder of the office, the answers to send, and what was sent."""

    folder: Path
    sample: Sample
    sent: dict[str, str] = field(default_factory=dict)  # sha256 by path below the folder

    def name(self, p: int) -> str:
        """The Periode as the office says it."""
        return periode.name(self.sample.pengaturan.siklus, p)


def planted_in(p: int, subbagian: str | None = None) -> list[Planted]:
    """The slips of one Periode, or of one Subbagian in it."""
    return [
        planted
        for planted in PLANTED
        if planted.periode == p and subbagian in {None, planted.subbagian}
    ]


def send(
    outbox: Outbox, p: int, sending: int, who: Sequence[str] | None = None
) -> Iterator[str]:
    """Drop what comes back in the folder Masuk; the name of each form.

    Of the Subbagian in ``who``, or of all that send.
    """
    for subbagian in outbox.sample.subbagian if who is None else who:
        saved = round_of(p).sent(sending, subbagian)
        if saved:
            yield send_one(outbox, p, sending, subbagian, saved)
    handle_strangers(outbox, p, sending)


def send_one(outbox: Outbox, p: int, sending: int, subbagian: str, saved: datetime) -> str:
    """Fill a form, save it then, and drop it with its data pendukung; its name."""
    slips = planted_in(p, subbagian) if sending == 1 else []
    answers = [slip_into(a, slips) for a in outbox.sample.answers(p, subbagian)]
    given = given_back(outbox, p, subbagian) if sending == 2 else None
    form = given or form_of(outbox, p, subbagian, is_old=any(slip.stale for slip in slips))
    data = filled(form.read_bytes(), p, outbox.sample.pengaturan.tahun, answers)
    if any(slip.office for slip in slips) and (office := find_office()):
        data = resaved(office, data)
    name = name_of(form, slips, is_same=sending == 1 or form == given)
    save(outbox, f"{MASUK}/{name}", dated(data, saved))
    save_pieces(outbox, p, subbagian, slips)
    return name


def form_of(outbox: Outbox, p: int, subbagian: str, *, is_old: bool) -> Path:
    """The form a Subbagian has at hand: the newest, unless it missed that."""
    stem = f"Formulir {subbagian} {outbox.name(p)} {outbox.sample.pengaturan.tahun}"
    newer = outbox.folder / FORMULIR / f"{stem} R2.xlsx"
    if newer.exists() and not is_old:
        return newer
    return outbox.folder / FORMULIR / f"{stem}.xlsx"


def given_back(outbox: Outbox, p: int, subbagian: str) -> Path | None:
    """The copy of its own form that a Subbagian was given back to be mended, if it was."""
    folder = outbox.folder / kembalikan_folder(outbox.sample.pengaturan.siklus, p) / subbagian
    return next(iter(sorted(folder.glob("*.xlsx"))), None)


def name_of(form: Path, slips: Sequence[Planted], *, is_same: bool) -> str:
    """The name under which a form comes back."""
    renamed = next((slip.renamed for slip in slips if slip.renamed), "")
    if renamed:
        return renamed
    return form.name if is_same or " R2" in form.stem else f"{form.stem} (perbaikan).xlsx"


def slip_into(answer: Answer, slips: Sequence[Planted]) -> Answer:
    """The answer as it is typed with these slips."""
    fields = dict(answer.fields)
    left_out: set[str] = set()
    for slip in slips:
        typed = ((key, v) for (kode, key), v in slip.typed.items() if kode == answer.kode)
        fields.update(typed)
        left_out.update(slip.unlisted)
    pieces = tuple(piece for piece in answer.pieces if piece.berkas not in left_out)
    return replace(answer, fields=fields, pieces=pieces)


def save_pieces(outbox: Outbox, p: int, subbagian: str, slips: Sequence[Planted]) -> None:
    """Save the data pendukung that is not there yet, as far as the slips allow."""
    folder = data_pendukung_folder(outbox.sample.pengaturan.siklus, subbagian, p)
    missing = {name for slip in slips for name in slip.absent}
    for answer in outbox.sample.answers(p, subbagian):
        for piece in answer.pieces:
            if piece.berkas not in missing:
                save_piece(outbox, f"{folder}/{piece.berkas}", about(outbox, p, piece))
    for slip in slips:
        if slip.stray:
            lines = ("Contoh data pendukung (rekaan)", f"Berkas: {slip.stray}")
            save_piece(outbox, f"{folder}/{slip.stray}", lines)


def about(outbox: Outbox, p: int, piece: Piece) -> tuple[str, ...]:
    """What a piece of data pendukung says."""
    tahun = outbox.sample.pengaturan.tahun
    return (
        "Contoh data pendukung (rekaan)",
        f"Indikator {piece.kode}",
        f"Periode {outbox.name(p)} {tahun}",
        f"Jenis: {piece.jenis}",
        f"Tanggal dokumen: {piece.tanggal:%d/%m/%Y}",
        f"Berkas: {piece.berkas}",
    )


def save_piece(outbox: Outbox, path: str, lines: Sequence[str]) -> None:
    """Save one piece, unless it is there."""
    if path not in outbox.sent:
        save(outbox, path, piece_bytes(path, lines))


def handle_strangers(outbox: Outbox, p: int, sending: int) -> None:
    """A file that is no form comes with the first sending, and is moved away after it."""
    for slip in planted_in(p):
        if not slip.foreign:
            continue
        path = f"{MASUK}/{slip.berkas}"
        if sending == 1:
            save(outbox, path, xlsx(("Undangan rapat koordinasi (rekaan)", "Bukan formulir.")))
            continue
        moved = outbox.folder / NOT_FORMS / slip.berkas
        moved.parent.mkdir(exist_ok=True)
        (outbox.folder / path).rename(moved)
        outbox.sent[f"{NOT_FORMS}/{slip.berkas}"] = outbox.sent.pop(path)


def save(outbox: Outbox, path: str, data: bytes) -> None:
    """Write a file of the Subbagian and remember its content."""
    target = outbox.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    outbox.sent[path] = hashlib.sha256(data).hexdigest()
