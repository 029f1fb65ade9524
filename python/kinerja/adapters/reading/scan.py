"""One pass over one XML part as bytes, with every limit that keeps it harmless.

expat never sees a DTD here, so entities cannot be declared, let alone expanded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from kinerja.temuan import Rule, Sebab

MAX_DEPTH = 64
MAX_TEXT = 2**20  # characters in one element
Attributes = dict[str, str]


class Refused(Exception):
    """The file is not read; carries the Rule and its facts out of the parser's callbacks."""

    def __init__(self, rule: Rule, **facts: str) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Hooks:
    """What to call at an element, by its name: ``namespace local``."""

    start: Mapping[str, Callable[[Attributes], None]] = field(default_factory=dict)
    end: Mapping[str, Callable[[str], None]] = field(default_factory=dict)  # gets its text


def scan(data: bytes, hooks: Hooks | None = None) -> None:
    """Check that the part is well-formed and harmless, calling the hooks on the way.

    Raises:
        Refused: if it is not.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    _Watch(parser, hooks or Hooks())
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Refused(Rule.BERKAS_RUSAK) from error


class _Watch:
    """The parser's callbacks; it counts depth and text."""

    def __init__(self, parser: expat.XMLParserType, hooks: Hooks) -> None:
        self.on_start, self.on_end = hooks.start, hooks.end
        self.depth = 0
        self.text: list[str] = []
        self.length = 0
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters

    def doctype(self, *_: object) -> NoReturn:
        raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.DTD)

    def start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.BERTINGKAT)
        self.text, self.length = [], 0
        hook = self.on_start.get(name)
        if hook:
            hook(attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        hook = self.on_end.get(name)
        if hook:
            hook("".join(self.text))
        self.text, self.length = [], 0

    def characters(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)
        if self.length > MAX_TEXT:
            raise Refused(Rule.BERKAS_BERBAHAYA, sebab=Sebab.TEKS_RAKSASA)
