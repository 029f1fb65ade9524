"""Print by a template; put a letter of the running Periode in the folder “Surat”."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.adapters import plain_text, word
from kinerja.commands.order import Order
from kinerja.commands.publishing import Published, digest_of, publish_letter, template_of
from kinerja.model_sop import Disposisi, SuratEdaran
from kinerja.outcome import Outcome
from kinerja.sheets.folders import SURAT
from kinerja.sheets.table import Sheet
from kinerja.temuan import KinerjaError, Rule, Temuan


def check_register(sheet: Sheet, problems: Iterable[Temuan]) -> None:
    """A row that cannot be read would be taken for none.

    Raises:
        KinerjaError: if the register lost a row; with all that it lost.
    """
    lost = [
        Rule.BARIS_REGISTER_RUSAK.at(t.location, lembar=sheet.name)
        for t in problems
        if t.location.sheet == sheet.name and t.rule is Rule.BARIS_STATE_RUSAK
    ]
    if lost:
        raise KinerjaError(*lost)


def printed(order: Order, template: str, context: object, title: str, author: str) -> bytes:
    """The letter in Word, by the template of the office or that of kinerja.

    Raises:
        KinerjaError: if the template is not there, or uses what it may not.
    """
    path = template_of(order.folder, template)
    return word.render(
        path.read_bytes(), context, {}, file=path.name, title=title, author=author
    )


def text_template(order: Order, name: str) -> str:
    """The template of a message, that of the office or that of kinerja.

    Raises:
        KinerjaError: if it is not there, or no text.
    """
    return plain_text.decoded(template_of(order.folder, name).read_bytes(), name)


def put(order: Order, title: str, data: bytes, row: Disposisi | SuratEdaran) -> Published:
    """The letter beside its register; one that would be the same again stays as it is.

    So does one that somebody worked on: then a new one gets a number behind its name.

    Raises:
        KinerjaError: if it cannot be written.
    """
    digest = digest_of(data)
    if digest == row.sha256 and (order.folder / row.berkas).is_file():
        return Published(row.berkas, digest, is_new=False)
    return publish_letter(order, f"{SURAT}/{title}.docx", data, row.sha256)


def told(order: Order, command: str, letter: Published, temuan: Iterable[Temuan]) -> Outcome:
    """What became of a letter, and what else is to be said with it."""
    return Outcome(
        command=command,
        counts={"dibuat": int(letter.is_new), "sudah_ada": int(not letter.is_new)},
        temuan=(*letter.temuan, *temuan),
        berkas=(letter.berkas,) if letter.is_new else (),
        coba=order.coba,
    )
