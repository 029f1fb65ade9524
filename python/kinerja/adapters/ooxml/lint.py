"""Read a template before it is used: every tag must be known and harmless.

A template is a file that people edit and send around, so it may do only three things:
print a field, repeat for a list, choose by a condition. Everything else is refused, and
all unknown fields are named at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, get_args, get_origin, get_type_hints

from kinerja.laporan_sasaran import Grafik, Rujukan
from kinerja.model import Location
from kinerja.sheets.laporan import SEBAB_TEMPLAT
from kinerja.temuan import Rule, Temuan
from kinerja.values import suggest

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

Scope = Mapping[str, object]  # name → the type of its value
UNKNOWN = object()
FILTERS = frozenset({"upper", "lower", "title", "capitalize", "trim", "length"})
PRINTABLE = (str, int, Grafik, Rujukan)
ALLOWED = frozenset(  # in an expression, by jinja2's own names
    ("Compare", "Operand", "And", "Or", "Not", "Const", "Filter", "Test", "CondExpr")
)
DEPTH = 4  # loops inside loops; more could run for hours on ordinary data
SHOWN = 80  # signs of a paragraph that a message quotes
_BEGUN = re.compile(r"{[{%](?!.*[%}]})")
_OPENERS = re.compile(r"{%-?(?:tr|tc|p|r)?\s*(for|if|endfor|endif)\b")


def sandbox(finalize: Callable[[object], object], **options: bool) -> Environment:
    """Where a template can do no more than ``lint`` lets pass."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=finalize, **options
    )
    environment.globals.clear()
    for name in set(environment.filters) - FILTERS:
        del environment.filters[name]
    return environment


@dataclass(frozen=True, slots=True)
class Loop:
    """What a template may ask of the loop it is in."""

    index: int
    first: int
    last: int
    length: int


def lint(source: str, environment: Environment, known: type, file: str) -> Iterator[Temuan]:
    """Everything wrong in one part of a template, its XML already made ready for Jinja.

    ``known`` is the dataclass whose fields the template may print.
    """
    from jinja2 import TemplateSyntaxError

    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", source).split("\n")
    try:
        tree = environment.parse("\n".join(lines))
    except TemplateSyntaxError as error:
        yield _syntax(lines, error.lineno, file)
        return
    yield from _Walk(file, lines).block(tree.body, get_type_hints(known))


def _syntax(lines: list[str], lineno: int, file: str) -> Temuan:
    unclosed = _unclosed(lines)
    if unclosed and lineno >= len(lines):
        return rusak(file, "tutup", teks=_shown(unclosed))
    return rusak(file, "tag", teks=_shown(_begun(lines[:lineno]) or lines[lineno - 1]))


def _begun(lines: list[str]) -> str:
    """The last paragraph, if any, in which a tag begins that does not end there."""
    return next((line for line in reversed(lines) if _BEGUN.search(line)), "")


def _unclosed(lines: list[str]) -> str:
    """The paragraph of the innermost tag that is never closed."""
    stack: list[str] = []
    for line in lines:
        for tag in _OPENERS.findall(line):
            if not tag.startswith("end"):
                stack.append(line)
            elif stack:
                stack.pop()
    return stack[-1] if stack else ""


def rusak(file: str, sebab: str, **facts: str) -> Temuan:
    """The Temuan of a template that cannot be used."""
    said = SEBAB_TEMPLAT[sebab].format(**facts)
    return Rule.TEMPLAT_RUSAK.at(Location(file), berkas=file, sebab=said)


def _shown(line: str) -> str:
    text = " ".join(re.sub(r"<[^>]*>", "", line).split())
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


@dataclass(frozen=True, slots=True)
class _Walk:
    """One pass over the syntax tree of one part."""

    file: str
    lines: list[str]

    def block(
        self, body: Sequence[nodes.Node], scope: Scope, depth: int = 0
    ) -> Iterator[Temuan]:
        """Everything wrong in some statements."""
        from jinja2 import nodes

        for node in body:
            if isinstance(node, nodes.For):
                yield from self.loop(node, scope, depth)
            elif isinstance(node, nodes.If):
                yield from self.condition(node, scope, depth)
            elif isinstance(node, nodes.Output):
                yield from self.output(node, scope)
            else:
                yield self.refused(node)

    def loop(self, node: nodes.For, scope: Scope, depth: int) -> Iterator[Temuan]:
        """A loop runs over a list of the report, under a name of its own."""
        from jinja2 import nodes

        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        if depth >= DEPTH or not name or node.recursive or node.test:
            yield self.refused(node)
            return
        yield from self.expression(node.iter, scope)
        kind = self.kind(node.iter, scope)
        if kind is not UNKNOWN and get_origin(kind) is not tuple:
            yield rusak(self.file, "daftar", teks=_path(node.iter))
            return
        element = UNKNOWN if kind is UNKNOWN else get_args(kind)[0]
        yield from self.block(node.body, {**scope, name: element, "loop": Loop}, depth + 1)
        yield from self.block(node.else_, scope, depth)

    def condition(self, node: nodes.If, scope: Scope, depth: int) -> Iterator[Temuan]:
        """All branches of an if."""
        yield from self.expression(node.test, scope)
        for branch in (node.body, node.elif_, node.else_):
            yield from self.block(branch, scope, depth)

    def output(self, node: nodes.Output, scope: Scope) -> Iterator[Temuan]:
        """What is printed is a text or a number, never a list or a part of the report."""
        from jinja2 import nodes

        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                continue
            yield from self.expression(child, scope)
            kind = self.kind(child, scope)
            if kind is not UNKNOWN and kind not in PRINTABLE:
                yield self.unknown(_path(child), "")

    def expression(self, node: nodes.Node, scope: Scope) -> Iterator[Temuan]:
        """Every name in an expression is known, and nothing in it computes."""
        from jinja2 import nodes

        if isinstance(node, nodes.Name):
            if node.name not in scope:
                yield self.unknown(node.name, suggest(node.name, scope))
        elif isinstance(node, nodes.Getattr):
            yield from self.attribute(node, scope)
        elif type(node).__name__ not in ALLOWED or not _is_filter_allowed(node):
            yield self.refused(node)
        else:
            for child in node.iter_child_nodes():
                yield from self.expression(child, scope)

    def attribute(self, node: nodes.Getattr, scope: Scope) -> Iterator[Temuan]:
        """A field of a value the template has in hand, never of a text it wrote itself."""
        if not _path(node.node):
            yield self.refused(node)
            return
        before = tuple(self.expression(node.node, scope))
        yield from before
        owner = self.kind(node.node, scope)
        if before or owner is UNKNOWN:
            return
        names = _fields(owner)
        if node.attr not in names:
            yield self.unknown(_path(node), suggest(node.attr, names))

    def kind(self, node: nodes.Node, scope: Scope) -> object:
        """The type of an expression, UNKNOWN where that was already reported."""
        from jinja2 import nodes

        if isinstance(node, nodes.Name):
            return scope.get(node.name, UNKNOWN)
        if isinstance(node, nodes.Getattr):
            return _fields(self.kind(node.node, scope)).get(node.attr, UNKNOWN)
        return UNKNOWN

    def refused(self, node: nodes.Node) -> Temuan:
        """A command that a template may not give."""
        return rusak(self.file, "perintah", teks=_shown(self.lines[node.lineno - 1]))

    def unknown(self, name: str, usul: str) -> Temuan:
        """A field that the report does not have."""
        return Rule.TEMPLAT_ISIAN_ASING.at(
            Location(self.file), berkas=self.file, isian=name, usul=usul
        )


def _fields(kind: object) -> Mapping[str, object]:
    """The fields of a value of the report with their types; none of anything else."""
    if not isinstance(kind, type) or not is_dataclass(kind) or kind in (Grafik, Rujukan):
        return {}
    return get_type_hints(kind)


def _is_filter_allowed(node: nodes.Node) -> bool:
    return type(node).__name__ != "Filter" or getattr(node, "name", "") in FILTERS


def _path(node: nodes.Node) -> str:
    """The field as it is written in the template, ``i.lalu.tahun``; empty if it is none."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node)
        return owner and f"{owner}.{node.attr}"
    return ""
