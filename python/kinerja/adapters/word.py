"""Print values into a Word template, safely: text from a form is never a command.

Sandboxed Jinja through docxtpl, every value escaped, every name checked before anything
is printed. What was printed is read back strictly before it is handed on.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from kinerja.adapters.ooxml import asal, package
from kinerja.adapters.ooxml.drawing import draw
from kinerja.adapters.ooxml.finishing import finish
from kinerja.adapters.ooxml.lint import lint, rusak, sandbox
from kinerja.adapters.ooxml.package import DOCUMENT, Parts
from kinerja.laporan_sasaran import Bagan, Grafik, Rujukan
from kinerja.temuan import KinerjaError, Temuan

if TYPE_CHECKING:
    from jinja2 import Environment

PRINTED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
BARE = re.compile(r"{{-?(r|p|tr|tc)\s")  # docxtpl would print these outside of any text
TAGS = re.compile(r"{{|{%|{#")


def render(
    template: bytes,
    context: object,
    charts: Mapping[str, Bagan],
    *,
    file: str,
    title: str,
    author: str,
) -> bytes:
    """The printed document; the same input gives the same bytes.

    ``context`` is a dataclass whose fields the template prints; ``charts`` are the drawn
    Grafik by ``kunci``; ``file`` is the template's name in messages.

    Raises:
        KinerjaError: if the template is unreadable, or uses what it may not; with every
            such place.
    """
    parts = _read(template, file)
    outside = package.external(parts)
    environment = _environment()
    sources = _sources(parts)
    wrong = _wrong(parts, sources, environment, type(context), file)
    if wrong:
        raise KinerjaError(*wrong)
    for name, source in sources.items():
        parts[name] = _print(source, environment, context, file)
    draw(parts, charts)
    done = _with_properties(package.write(parts), title, author)
    _check(done, outside)
    return done


def problems(template: bytes, known: type, file: str) -> tuple[Temuan, ...]:
    """Everything wrong with a template, without printing it."""
    try:
        parts = _read(template, file)
    except KinerjaError as error:
        return error.temuan
    return _wrong(parts, _sources(parts), _environment(), known, file)


def _wrong(
    parts: Parts, sources: Mapping[str, str], environment: Environment, known: type, file: str
) -> tuple[Temuan, ...]:
    """Everything wrong in every printed part, each once."""
    found: list[Temuan] = []
    for name, source in sources.items():
        for paragraph in package.paragraphs(package.parse(parts[name])):
            text = package.text_of(paragraph)
            if BARE.search(text):
                found.append(rusak(file, "perintah", teks=text[:80]))
        found.extend(lint(source, environment, known, file))
    return tuple(dict.fromkeys(found))


def _read(template: bytes, file: str) -> Parts:
    from lxml.etree import XMLSyntaxError

    try:
        parts = package.read(template)
        for name, data in parts.items():
            if name.endswith((".xml", ".rels")):
                package.parse(data)
    except (zipfile.BadZipFile, XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise KinerjaError(rusak(file, "berkas")) from error
    if DOCUMENT not in parts or package.CONTENT_TYPES not in parts:
        raise KinerjaError(rusak(file, "berkas"))
    if TAGS.search(parts.get("docProps/core.xml", b"").decode("utf-8", "replace")):
        raise KinerjaError(rusak(file, "properti"))
    return parts


def _sources(parts: Parts) -> dict[str, str]:
    """Each printed part with its tags gathered from the runs that Word split them into."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO())
    return {
        name: template.patch_xml(package.serialize(package.parse(data)).decode())
        for name, data in parts.items()
        if PRINTED.fullmatch(name)
    }


def _environment() -> Environment:
    return sandbox(_literal, autoescape=True)


def _literal(value: object) -> object:
    """A value as XML text that neither Jinja nor docxtpl can take for anything else.

    Braces become references because docxtpl rewrites ``{_{`` to ``{{`` in finished XML.
    """
    from markupsafe import Markup, escape

    if isinstance(value, Grafik):
        return Markup(package.token("grafik", value.kunci.encode().hex()))
    if isinstance(value, Rujukan):
        return Markup(package.token("rujukan", value.jenis))
    if not isinstance(value, str | int):
        raise TypeError(type(value).__name__)
    text = str(escape(package.clean(str(value))))
    text = text.replace("{", "&#123;").replace("}", "&#125;")
    kunci = getattr(value, "kunci", "")  # of a figure
    return Markup(asal.marked(kunci, text) if kunci else text)


def _print(source: str, environment: Environment, context: object, file: str) -> bytes:
    from docxtpl import DocxTemplate
    from lxml.etree import XMLSyntaxError

    values = {f.name: getattr(context, f.name) for f in fields(context)}  # type: ignore[arg-type]
    template = DocxTemplate(io.BytesIO())
    printed = template.render_xml_part(source, None, values, environment)
    left = TAGS.search(printed)
    if left:
        raise KinerjaError(rusak(file, "tag", teks=printed[left.start() :][:40]))
    try:
        root = package.parse(printed.encode())
    except XMLSyntaxError as error:
        near = re.sub("<[^>]*>", " ", printed.split("\n")[(error.lineno or 1) - 1])
        teks = " ".join(near.split())[:40]
        raise KinerjaError(rusak(file, "susunan", teks=teks)) from error
    asal.bookmark(root)
    finish(root)
    return package.serialize(root)


def _with_properties(data: bytes, title: str, author: str) -> bytes:
    """Title and author of the document; set as values, never by the template."""
    from docx import Document

    document: Any = Document(io.BytesIO(data))
    core = document.core_properties
    core.title, core.author = package.clean(title)[:255], package.clean(author)[:255]
    core.subject, core.comments, core.keywords, core.last_modified_by = "", "", "", ""
    core.language = "id-ID"
    for element in list(core._element):
        if element.tag.endswith(("}created", "}modified")):
            core._element.remove(element)
    buffer = io.BytesIO()
    document.save(buffer)
    return package.write(package.read(buffer.getvalue()))


def is_as_printed(data: bytes) -> bool:
    """Whether no program has saved it since: none packs its parts as ``render`` does."""
    try:
        return package.write(package.read(data)) == data
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


def _check(data: bytes, outside: frozenset[str]) -> None:
    """What must hold of a finished document; anything else is our own bug."""
    parts = package.read(data)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            package.parse(part)
    assert package.external(parts) <= outside
