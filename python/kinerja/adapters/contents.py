"""Lists of contents, tables and figures, written as text inside Word's own fields.

Word can renew them at any time (F9); until then they are right as they stand, also in
programs that renew nothing. Only a layout engine knows page numbers, so those come from
the PDF that LibreOffice makes; without it the lists have none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import controls, fields, package
from kinerja.adapters.ooxml.outline import Entri, number, roman, style_ids
from kinerja.adapters.ooxml.package import DOCUMENT, W, parse, serialize
from kinerja.temuan import Temuan

if TYPE_CHECKING:
    from lxml.etree import _Element

Pages = Mapping[str, str]  # bookmark → page number as it is printed
# The page of each of these bookmarks, and the PDF; None if the document is refused.
LayOut = Callable[[bytes, Sequence[str]], tuple[Mapping[str, int], bytes] | None]
ToPdf = Callable[[bytes], bytes | Temuan]
CAPTION_STYLE = "table of figures"  # Word keeps these names in every language


def complete(
    docx: bytes, to_pdf: ToPdf | None
) -> tuple[bytes, bytes | None, tuple[Temuan, ...]]:
    """The document with its lists filled, and its PDF where there is a way to make one."""
    if to_pdf is None:
        return fill(docx, None), None, ()
    draft = to_pdf(flat(fill(docx, {})))
    if isinstance(draft, Temuan):
        return fill(docx, None), None, (draft,)
    done = fill(docx, pages_of(docx, draft))
    pdf = to_pdf(flat(done))
    if isinstance(pdf, Temuan):
        return done, None, (pdf,)
    return done, pdf, ()


def complete_by(docx: bytes, lay_out: LayOut) -> tuple[bytes, bytes] | None:
    """The same by a program that says itself on which page each bookmark is, as Word does.

    None if that program refuses the document.
    """
    draft = fill(docx, {})
    parts = package.read(draft)
    entries = _entries(parse(parts[DOCUMENT]), parts)
    marks = [entri.bookmark for entri in entries]
    first = lay_out(draft, marks)
    if first is None:
        return None
    places = {mark[-9:]: page for mark, page in first[0].items()}
    done = fill(docx, _as_printed(entries, places))
    laid = lay_out(done, marks)
    return None if laid is None else (done, laid[1])


def fill(docx: bytes, pages: Pages | None) -> bytes:
    """The document with captions numbered, references resolved and every list written.

    ``pages`` None leaves page numbers out; a page it does not know is shown as “0”.
    """
    parts = package.read(docx)
    root = parse(parts[DOCUMENT])
    entries = _entries(root, parts)
    _bookmark(root, entries)
    _refer(root, entries)
    names = style_ids(parts["word/styles.xml"])
    for found in [f for f in fields.of(root) if f.words[:1] == ["TOC"]]:
        lines = [_line(e, pages, names) for e in _chosen(found, entries)]
        _write_list(found, lines)
    parts[DOCUMENT] = serialize(root)
    return package.write(parts)


def flat(docx: bytes) -> bytes:
    """The document with its fields as plain text, for a converter that counts otherwise."""
    parts = package.read(docx)
    root = parse(parts[DOCUMENT])
    fields.flatten(root)
    controls.unwrap(root)
    parts[DOCUMENT] = serialize(root)
    return package.write(parts)


def _entries(root: _Element, parts: Mapping[str, bytes]) -> tuple[Entri, ...]:
    lists = parts.get("word/numbering.xml", f'<n xmlns:w="{W[1:-1]}"/>'.encode())
    return tuple(number(root, parts["word/styles.xml"], lists))


def _bookmark(root: _Element, entries: Sequence[Entri]) -> None:
    """A bookmark around every heading and caption, and around the label of a caption."""
    taken = (int(b.get(f"{W}id") or 0) for b in root.iter(f"{W}bookmarkStart"))
    next_id = max(taken, default=0) + 1
    for n, entri in enumerate(entries):
        runs = [child for child in entri.paragraph if child.tag != f"{W}pPr"]
        _around(runs[0], runs[-1], entri.bookmark, next_id + 2 * n)
        last = _last_of_label(entri) if entri.kind else runs[-1]
        _around(runs[0], last, _label_mark(entri), next_id + 2 * n + 1)


def _label_mark(entri: Entri) -> str:
    """The bookmark that references use. LibreOffice takes ``_Toc`` ones for its own lists."""
    return entri.bookmark.replace("_Toc", "_Ref")


def _around(first: _Element, last: _Element, name: str, number_: int) -> None:
    from lxml import etree

    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number_), f"{W}name": name})
    first.addprevious(start)
    last.addnext(etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number_)}))


def _last_of_label(entri: Entri) -> _Element:
    """The last run of the number of a caption."""
    last = [f for f in fields.of(entri.paragraph) if f.words[:1] == ["SEQ"]][-1]
    return last.parts[-1]


def _refer(root: _Element, entries: Sequence[Entri]) -> None:
    """Where the template points to the next table or figure, a field that names it."""
    by_paragraph = {id(e.paragraph): e for e in entries if e.kind}
    ahead: dict[str, Entri] = {}
    for paragraph in reversed(list(package.paragraphs(root))):
        if id(paragraph) in by_paragraph:
            ahead[by_paragraph[id(paragraph)].kind] = by_paragraph[id(paragraph)]
        for run in list(paragraph.iter(f"{W}r")):
            if package.OPEN in package.text_of(run):
                _resolve(run, ahead)


def _resolve(run: _Element, ahead: Mapping[str, Entri]) -> None:
    """Cut a run at its tokens and put a REF field in place of each."""
    import copy

    look = run.find(f"{W}rPr")
    pieces = re.split(f"({package.TOKEN.pattern.replace('(', '(?:')})", package.text_of(run))
    for piece in filter(None, pieces):
        found = package.TOKEN.fullmatch(piece)
        entri = ahead.get(found[2]) if found else None
        if found and entri:
            made = fields.runs(rf"REF {_label_mark(entri)} \h", entri.label)
        else:
            made = [_text_run(found[2] if found else piece)]
        for new in made:
            if look is not None:
                new.insert(0, copy.deepcopy(look))
            run.addprevious(new)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _text_run(text: str) -> _Element:
    from lxml import etree

    run = etree.Element(f"{W}r")
    content = etree.SubElement(run, f"{W}t")
    content.text = text
    content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _chosen(found: fields.Field, entries: Sequence[Entri]) -> list[Entri]:
    """What one TOC field lists: captions of a kind, or headings down to a level."""
    kind = re.search(r'\\c\s+"([^"]+)"', found.code)
    if kind:
        return [e for e in entries if e.kind == kind[1]]
    depth = re.search(r'\\o\s+"\d-(\d)"', found.code)
    return [e for e in entries if not e.kind and e.level < (int(depth[1]) if depth else 3)]


def _write_list(found: fields.Field, lines: Sequence[_Element]) -> None:
    """Replace what a TOC field shows, over as many paragraphs as it has."""
    from lxml import etree

    first = _paragraph_of(found.parts[0])
    last = _paragraph_of(found.parts[-1])
    parent = first.getparent()
    assert parent is not None
    made = list(lines) or [etree.Element(f"{W}p")]
    begin, code, separate, _, end = fields.runs(found.code.strip(), "")
    start = 1 if made[0].find(f"{W}pPr") is not None else 0
    for offset, run in enumerate((begin, code, separate)):
        made[0].insert(start + offset, run)
    made[-1].append(end)
    place = parent.index(first)
    for old in list(parent)[place : parent.index(last) + 1]:
        parent.remove(old)
    for offset, paragraph in enumerate(made):
        parent.insert(place + offset, paragraph)


def _paragraph_of(run: _Element) -> _Element:
    found = next(run.iterancestors(f"{W}p"), None)
    assert found is not None
    return found


def _line(entri: Entri, pages: Pages | None, names: Mapping[str, str]) -> _Element:
    """One line of a list: a link to its place, dots, the page."""
    from lxml import etree

    name = CAPTION_STYLE if entri.kind else f"toc {entri.level + 1}"
    style = names.get(name, "")
    line = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(line, f"{W}pPr"), f"{W}pStyle", {f"{W}val": style})
    link = etree.SubElement(line, f"{W}hyperlink", {f"{W}anchor": entri.bookmark})
    link.set(f"{W}history", "1")
    link.append(_text_run(entri.text))
    if pages is not None:
        etree.SubElement(etree.SubElement(link, f"{W}r"), f"{W}tab")
        page = pages.get(entri.bookmark, "0")
        link.extend(fields.runs(rf"PAGEREF {entri.bookmark} \h", page))
    return line


def pages_of(docx: bytes, pdf: bytes) -> Pages:
    """The printed page number of every heading and caption, from where the PDF has it."""
    parts = package.read(docx)
    entries = _entries(parse(parts[DOCUMENT]), parts)
    places = _destinations(pdf)
    return _as_printed(entries, places)


def _as_printed(entries: Sequence[Entri], places: Mapping[str, int]) -> Pages:
    """The page numbers, roman before the first chapter, from the pages counted from 0."""
    known = [(e, places[e.bookmark[-9:]]) for e in entries if e.bookmark[-9:] in places]
    front = min((page for _, page in known), default=0)
    body = min((page for e, page in known if _is_chapter(e)), default=front)
    return {
        e.bookmark: str(page - body + 1) if page >= body else roman(page - front + 1)
        for e, page in known
    }


def _is_chapter(entri: Entri) -> bool:
    """Whether arabic numbers start with it: the first heading that is numbered."""
    return entri.numbered and entri.level == 0


def _destinations(pdf: bytes) -> dict[str, int]:
    """The page, from 0, of every named place of a PDF, by the nine digits of its name.

    LibreOffice 7.4 writes the name ``_Ref700000001`` as ``5FRef700000001``.
    """
    import ctypes

    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(pdf)
    try:
        result = {}
        for index in range(raw.FPDF_CountNamedDests(document.raw)):
            size = ctypes.c_long(0)
            raw.FPDF_GetNamedDest(document.raw, index, None, size)
            if size.value <= 0:
                continue
            buffer = ctypes.create_string_buffer(size.value)
            dest = raw.FPDF_GetNamedDest(document.raw, index, buffer, size)
            name = buffer.raw[: size.value].decode("utf-16-le").rstrip("\0")
            result[name[-9:]] = int(raw.FPDFDest_GetDestPageIndex(document.raw, dest))
        return result
    finally:
        document.close()
