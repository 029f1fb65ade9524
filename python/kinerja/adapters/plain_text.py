"""Print values into a text template, as safely as into one of Word.

Sandboxed Jinja, every name checked before anything is printed. Nothing is escaped, since
a text has no markup; signs that nobody sees are left out of what people typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml.lint import lint, rusak, sandbox
from kinerja.model import Location
from kinerja.temuan import KinerjaError, Temuan

if TYPE_CHECKING:
    from jinja2 import Environment

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, direction, halves of signs, no signs at all
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"))
_TAG = re.compile(r"{[{%].*?[}%]}", re.DOTALL)


def decoded(data: bytes, file: str) -> str:
    """The text of a template as Notepad saves it, in UTF-8 or UTF-16.

    Raises:
        KinerjaError: if it is neither.
    """
    encoding = next(name for mark, name in _MARKS if data.startswith(mark))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KinerjaError(rusak(file, "teks")) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoded(text: str) -> bytes:
    """A text as a file that every Notepad shows well."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def render(template: str, context: object, file: str) -> str:
    """The printed text; the same input gives the same text.

    ``context`` is a dataclass whose fields the template prints; ``file`` is the
    template's name in messages.

    Raises:
        KinerjaError: if the template uses what it may not; with every such place.
    """
    if wrong := problems(template, type(context), file):
        raise KinerjaError(*wrong)
    values = {f.name: getattr(context, f.name) for f in fields(context)}  # type: ignore[arg-type]
    return _environment().from_string(template).render(values)


def problems(template: str, known: type, file: str) -> tuple[Temuan, ...]:
    """Everything wrong with a template, without printing it."""
    found = lint(template.rstrip(), _environment(), known, file)
    return tuple(dict.fromkeys(_placed(template, t) for t in found))


def _placed(template: str, temuan: Temuan) -> Temuan:
    """The Temuan of an unknown field at the line that names it first."""
    isian = dict(temuan.facts).get("isian", "")
    for line in _lines_of(template, isian) if isian else ():
        return replace(temuan, location=Location(temuan.location.file, row=line))
    return temuan


def _lines_of(template: str, isian: str) -> Iterator[int]:
    """The lines of the tags in which a field stands."""
    name = re.compile(rf"(?<![\w.]){re.escape(isian)}(?!\w)")
    for tag in _TAG.finditer(template):
        if found := name.search(tag[0]):
            yield template.count("\n", 0, tag.start() + found.start()) + 1


def _environment() -> Environment:
    return sandbox(_seen, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)


def _seen(value: object) -> object:
    """A value without the signs that nobody sees; its lines stay."""
    if not isinstance(value, str | int):
        raise TypeError(type(value).__name__)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in UNSEEN)
