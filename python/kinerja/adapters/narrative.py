"""What a person wrote into a report, kept when the report is compiled again.

A control that nobody touched takes what the data says now. One that somebody edited stays
as it is, with its formats, lists and pictures; if the data changed too, both texts are
told, until the person has edited it again. What stands outside of the controls is the
program's: such edits are not taken over, but found, so that they can be told.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import controls, package, shape
from kinerja.adapters.ooxml.controls import Control, Memory
from kinerja.adapters.ooxml.package import DOCUMENT, Parts
from kinerja.adapters.ooxml.shape import Names
from kinerja.adapters.ooxml.transplant import Bringing
from kinerja.model import Location
from kinerja.temuan import Rule, Temuan

if TYPE_CHECKING:
    from lxml.etree import _Element

QUOTED = 400  # signs of a text in a message; the whole stands in the report or its copy
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, KeyError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report with what people wrote in it, and what is to be said of that."""

    docx: bytes
    bagian: tuple[str, ...] = ()  # the titles of the controls that stayed as written
    temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A report, opened: its parts, its body, its styles, its controls."""

    parts: Parts
    root: _Element
    names: Names
    controls: Mapping[str, Control]


@dataclass(slots=True)
class Account:
    """What has been decided so far about the controls of one report."""

    file: str
    memory: dict[str, Memory] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)

    def tell(self, rule: Rule, **facts: object) -> None:
        """Note something for the person."""
        self.temuan.append(rule.at(Location(self.file), **facts))


def is_readable(docx: bytes) -> bool:
    """Whether it is a document of Word that can be read to its end."""
    return opened(docx, {}) is not None


def keep(new: bytes, old: bytes | None, base: bytes | None, file: str) -> Kept:
    """The new report with what was written by hand in the old one.

    ``base`` is the report as kinerja compiled it before, if that is still known; ``file``
    is the name of the old one in messages. An old one that cannot be read is said to be so.
    Where there is none, what was written by hand before stands in ``base`` and is kept.
    """
    fresh = _fresh(new)
    printed = opened(base, {}) if base is not None else None
    before = opened(old, _titles(printed, fresh)) if old is not None else None
    account = Account(file)
    if old is not None and before is None:
        account.tell(Rule.LAPORAN_LAMA_RUSAK, berkas=file)
    before = before or printed
    bringing = Bringing(before.parts if before else {}, fresh.parts)
    for key, control in fresh.controls.items():
        lost = bringing.lost
        _decide(account, bringing, (fresh, before, printed), key)
        if bringing.lost > lost:
            jumlah = bringing.lost - lost
            account.tell(Rule.NARASI_OBJEK, bagian=control.title, jumlah=jumlah)
    if before:
        _tell_homeless(account, fresh, before, printed)
    if before and printed:
        _tell_strayed(account, before, printed)
    controls.remember(fresh.root, account.memory)
    fresh.parts[DOCUMENT] = package.serialize(fresh.root)
    docx = package.write(fresh.parts)
    return Kept(docx=docx, bagian=tuple(account.kept), temuan=tuple(account.temuan))


def _fresh(new: bytes) -> Document:
    parts = package.read(new)
    root = package.parse(parts[DOCUMENT])
    controls.unique(root)
    return Document(parts, root, shape.names_of(parts), controls.tagged(root))


def opened(docx: bytes, titles: Mapping[str, str]) -> Document | None:
    """A report that other programs may have saved since; None if it cannot be read.

    ``titles`` are those of the controls, by key, for one that lost their tags.
    """
    from lxml.etree import XMLSyntaxError

    try:
        parts = package.read(docx)
        root = package.parse(parts[DOCUMENT])
        names = shape.names_of(parts)
        return Document(parts, root, names, controls.find(root, titles, names))
    except (*BROKEN, XMLSyntaxError):
        return None


def _titles(*documents: Document | None) -> dict[str, str]:
    """What every control is called, by its key; the last document has the last word."""
    return {key: c.title for d in documents if d for key, c in d.controls.items()}


Three = tuple[Document, Document | None, Document | None]  # new, old, as printed before


def _decide(account: Account, bringing: Bringing, three: Three, key: str) -> None:
    """Let one control take the new text or keep what is in the old one."""
    fresh, before, printed = three
    new = fresh.controls[key]
    said = shape.digest(new.blocks, fresh.names)
    account.memory[key] = Memory(said)
    if before is None:
        return
    old = before.controls.get(key)
    if old is None:
        if printed and key in printed.controls:
            account.tell(Rule.NARASI_DIHAPUS, bagian=new.title)
        return
    if shape.is_empty(old.blocks):
        if not shape.is_empty(new.blocks):
            account.tell(Rule.NARASI_DIKOSONGKAN, bagian=new.title)
        return
    written = shape.digest(old.blocks, before.names)
    was = old.base or _printed(printed, key)
    if written in {was, said}:
        return
    account.kept.append(new.title)
    is_news = bool(was) and said != was
    is_answered = bool(old.seen) and old.seen != written  # edited since they were told
    if is_news and not is_answered:
        account.memory[key] = Memory(was, written)
        texts = {"lama": _quoted(old), "baru": _quoted(new)}
        account.tell(Rule.NARASI_DUA_SISI, bagian=new.title, **texts)
    _put(new, bringing.bring(old.blocks))


def _printed(printed: Document | None, key: str) -> str:
    """The digest of what was printed in a control, if its report is still there."""
    control = printed.controls.get(key) if printed else None
    return shape.digest(control.blocks, printed.names) if printed and control else ""


def _quoted(control: Control) -> str:
    text = shape.text_of(control.blocks)
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"


def _put(control: Control, blocks: Sequence[_Element]) -> None:
    """Put these blocks in the place of what is in a control."""
    assert control.element is not None
    content = next(c for c in control.element if c.tag.endswith("}sdtContent"))
    for old in list(content):
        content.remove(old)
    content.extend(blocks)


def _tell_homeless(
    account: Account, fresh: Document, before: Document, printed: Document | None
) -> None:
    """Say what was written in controls that the new report does not have."""
    for key, control in before.controls.items():
        was = control.base or _printed(printed, key)
        is_written = shape.digest(control.blocks, before.names) != was
        if key not in fresh.controls and is_written and not shape.is_empty(control.blocks):
            isi = _quoted(control)
            account.tell(Rule.NARASI_TANPA_TEMPAT, bagian=control.title, isi=isi)


def _tell_strayed(account: Account, before: Document, printed: Document) -> None:
    """Say that somebody edited what stands outside of the controls."""
    import difflib

    theirs, ours = _outside(before), _outside(printed)
    if theirs == ours:
        return
    codes = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    _, i, _, j, k = next(code for code in codes if code[0] != "equal")
    contoh = theirs[j] if j < k else ours[i]
    account.tell(Rule.SUNTINGAN_DI_LUAR, berkas=account.file, contoh=contoh[:QUOTED])


def _outside(document: Document) -> list[str]:
    """Every text that stands in no control."""
    inside = [
        p for c in document.controls.values() for b in c.blocks for p in package.paragraphs(b)
    ]
    return list(shape.lines(document.root, set(inside)))
